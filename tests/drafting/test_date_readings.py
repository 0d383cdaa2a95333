"""Dates in news that are read against the day of the article and the tense of the clause."""

from __future__ import annotations

from datetime import date

import pytest

from briefing_app.drafting.dates import dates_in

FRIDAY = date(2021, 5, 14)
AHEAD = {"+": True, "-": False, "?": None}


def marks(relative: bool, doubtful: bool, earliest: bool) -> str:  # noqa: FBT001 flags as they are
    return "r" * relative + "d" * doubtful + "e" * earliest


def read(text: str, ahead: str, anchor: date = FRIDAY) -> list[tuple[str, str, str]]:
    found = dates_in(text, anchor, lambda _: AHEAD[ahead])
    assert all(each.phrase == text[each.start : each.end] for each in found)
    return [
        (each.phrase, each.edtf or "-", marks(each.relative, each.doubtful, each.earliest_only))
        for each in found
    ]


# Rows: what is printed; the tense of its clause, "+" ahead, "-" past, "?" unknown; the phrase; its EDTF, "-"
# for no date; r for relative, d for doubtful, e for earliest only.
TENSE = (
    ("on Sept. 4", "+", "Sept. 4", "2021-09-04", "r"),
    ("on Sept 4", "-", "Sept 4", "2020-09-04", "r"),
    ("June 4th", "-", "June 4th", "2020-06-04", "rd"),
    ("on June 4", "?", "June 4", "2021-06-04", "r"),
    ("slated for June 4-5.", "+", "June 4-5", "2021-06-04/2021-06-05", "r"),
    ("between 3 and 5 March", "+", "3 and 5 March", "2022-03-03/2022-03-05", "r"),
    ("12 May to 13 May", "-", "12 May to 13 May", "2021-05-12/2021-05-13", "r"),
    ("October 31-November 1", "+", "October 31-November 1", "2021-10-31/2021-11-01", "r"),
    ("31 October-1 November", "+", "31 October-1 November", "2021-10-31/2021-11-01", "r"),
    ("Feb. 29", "+", "Feb. 29", "2024-02-29", "rd"),
    ("Wed., May 26", "?", "Wed., May 26", "2021-05-26", "r"),
    ("the 19 May agreement", "-", "19 May", "2020-05-19", "rd"),
    ("4 June next year", "+", "4 June next year", "2022-06-04", "r"),
    ("December 30 - January 2", "+", "December 30 - January 2", "2021-12-30/2022-01-02", "r"),
    ("in March", "+", "March", "2022-03", "r"),
    ("in March", "-", "March", "2021-03", "r"),
    ("IN MAY", "+", "MAY", "2021-05", "r"),
    ("early May", "+", "early May", "[2021-05-01..2021-05-10]", "rd"),
    ("in late March or April", "+", "late March or April", "[2022-03,2022-04]", "r"),
    ("in late May or early June", "+", "late May or early June", "[2021-05-21..2021-06-10]", "r"),
    ("late May to early June", "+", "late May to early June", "[2021-05-21..2021-06-10]", "r"),
    ("early to mid-June", "+", "early to mid-June", "[2021-06-01..2021-06-20]", "r"),
    ("the end of June", "+", "the end of June", "[2021-06-21..2021-06-30]", "r"),
    ("by the end of June", "+", "by the end of June", "[..2021-06]", "r"),
    ("the second half of June", "+", "the second half of June", "[2021-06-16..2021-06-30]", "r"),
    ("first half of June", "+", "first half of June", "[2021-06-01..2021-06-15]", "r"),
    ("the third week of June", "+", "the third week of June", "[2021-06-15..2021-06-21]", "r"),
    ("the last week of June", "+", "the last week of June", "[2021-06-24..2021-06-30]", "r"),
    ("last weekend of June", "+", "last weekend of June", "[2021-06-26..2021-06-27]", "r"),
    ("the first Monday of June", "+", "the first Monday of June", "2021-06-07", "r"),
    ("the last Friday in June", "+", "the last Friday in June", "2021-06-25", "r"),
    ("the first quarter of June", "+", "the first quarter of June", "2021-06", "r"),
    ("the week of June 3", "+", "the week of June 3", "[2021-05-31..2021-06-06]", "r"),
    ("the week of June", "+", "the week of June", "2021-06", "r"),
    ("sometime in June", "+", "sometime in June", "2021-06", "r"),
    ("before June", "+", "before June", "[..2021-05]", "r"),
    ("as soon as July", "?", "as soon as July", "[2021-07..]", "re"),
    ("by May or June", "+", "by May or June", "[..2021-06]", "r"),
    ("as early as June or July", "+", "as early as June or July", "[2021-06..]", "re"),
    ("in June and July", "+", "June and July", "2021-06/2021-07", "r"),
    ("from March through June", "-", "March through June", "2021-03/2021-06", "r"),
    ("the June summit", "+", "June", "2021-06", "r"),
    ("the June defence talks", "-", "June", "2020-06", "rd"),
    ("this June", "+", "this June", "2021-06", "r"),
    ("next June", "+", "next June", "2021-06", "rd"),
    ("next March", "+", "next March", "2022-03", "r"),
    ("last September", "-", "last September", "2020-09", "rd"),
    ("June last year", "-", "June last year", "2020-06", "r"),
    ("since June", "?", "since June", "2020-06/..", "rd"),
    ("postponed from May", "+", "May", "2021-05", "r"),
    ("in the spring", "-", "the spring", "2021-21", "r"),
    ("in the autumn", "+", "the autumn", "2021-23", "r"),
    ("in winter", "+", "winter", "2021-24", "r"),
    ("this fall", "+", "this fall", "2021-23", "r"),
    ("this winter", "+", "this winter", "2021-24", "r"),
    ("next spring", "+", "next spring", "2022-21", "r"),
    ("last spring", "-", "last spring", "2020-21", "rd"),
    ("the coming autumn", "+", "the coming autumn", "2021-23", "r"),
    ("spring or summer 2027", "+", "spring or summer 2027", "[2027-21,2027-22]", ""),
    ("in the third quarter", "+", "the third quarter", "2021-35", "r"),
    ("in the first half", "+", "the first half", "2021-40", "r"),
    ("in Q4", "+", "Q4", "2021-36", "r"),
    ("turn of the year", "+", "turn of the year", "[2021-12..2022-01]", "r"),
    ("at the turn of the year", "-", "the turn of the year", "[2020-12..2021-01]", "r"),
)

WEEKDAYS = (
    ("on Wednesday", "+", "Wednesday", "2021-05-19", "r"),
    ("on Wednesday", "-", "Wednesday", "2021-05-12", "r"),
    ("on Wednesday", "?", "Wednesday", "2021-05-12", "rd"),
    ("on Friday", "-", "Friday", "2021-05-14", "rd"),
    ("Sunday talks", "-", "Sunday", "2021-05-09", "r"),
    ("Wednesday and Thursday", "-", "Wednesday and Thursday", "2021-05-12/2021-05-13", "r"),
    ("Wednesday and Thursday", "?", "Wednesday and Thursday", "2021-05-12/2021-05-13", "rd"),
    ("Thursday and Friday", "-", "Thursday and Friday", "2021-05-13/2021-05-14", "rd"),
    ("Friday and Saturday", "-", "Friday and Saturday", "2021-05-07/2021-05-08", "rd"),
    ("Monday to Wednesday", "+", "Monday to Wednesday", "2021-05-17/2021-05-19", "r"),
    ("from Monday through Wednesday", "-", "Monday through Wednesday", "2021-05-10/2021-05-12", "r"),
    ("Wednesday or Thursday", "+", "Wednesday or Thursday", "[2021-05-19,2021-05-20]", "r"),
    ("Wednesday to June 5", "+", "Wednesday to June 5", "2021-05-19/2021-06-05", "r"),
    ("Wednesday to next Wednesday", "-", "Wednesday to next Wednesday", "2021-05-12/2021-05-19", "r"),
    ("last Friday", "-", "last Friday", "2021-05-07", "r"),
    ("last Monday", "-", "last Monday", "2021-05-03", "rd"),
    ("last Monday and Tuesday", "-", "last Monday and Tuesday", "2021-05-03/2021-05-04", "rd"),
    ("next Tuesday", "+", "next Tuesday", "2021-05-18", "r"),
    ("next Sunday", "+", "next Sunday", "2021-05-23", "rd"),
    ("this Monday", "+", "this Monday", "2021-05-17", "r"),
    ("this Monday", "-", "this Monday", "2021-05-10", "r"),
    ("this Friday", "+", "this Friday", "2021-05-14", "rd"),
    ("coming Friday", "+", "coming Friday", "2021-05-21", "rd"),
    ("this coming Monday", "+", "this coming Monday", "2021-05-17", "r"),
    ("Monday of next week", "+", "Monday of next week", "2021-05-17", "r"),
    ("Friday last week", "-", "Friday last week", "2021-05-07", "r"),
    ("Monday and Tuesday of next week", "+", "Monday and Tuesday of next week", "2021-05-17/2021-05-18", "r"),
    ("until Friday", "+", "until Friday", "../2021-05-14", "rd"),
    ("early Friday", "-", "early Friday", "2021-05-14", "rd"),
    ("FRIDAY", "-", "FRIDAY", "2021-05-14", "rd"),
)

RELATIVE = (
    ("in the second half of the year", "?", "the second half of the year", "2021-41", "r"),
    ("the latter half of next year", "+", "the latter half of next year", "2022-41", "r"),
    ("early next year", "?", "early next year", "[2022-01..2022-04]", "r"),
    ("mid next month", "+", "mid next month", "[2021-06-11..2021-06-20]", "r"),
    ("late last year", "-", "late last year", "[2020-09..2020-12]", "r"),
    ("later this year", "+", "later this year", "2021", "r"),
    ("later in the year", "+", "later in the year", "2021", "r"),
    ("later this month", "+", "later this month", "2021-05", "r"),
    ("earlier this week", "-", "earlier this week", "[2021-05-10..2021-05-16]", "r"),
    ("this week", "?", "this week", "[2021-05-10..2021-05-16]", "r"),
    ("last week", "-", "last week", "[2021-05-03..2021-05-09]", "r"),
    ("next week", "+", "next week", "[2021-05-17..2021-05-23]", "r"),
    ("this coming week", "+", "this coming week", "[2021-05-17..2021-05-23]", "r"),
    ("next month", "+", "next month", "2021-06", "r"),
    ("last year", "-", "last year", "2020", "r"),
    ("the current year", "?", "the current year", "2021", "r"),
    ("this year or next", "+", "this year or next", "[2021,2022]", "r"),
    ("this month or next", "+", "this month or next", "[2021-05,2021-06]", "r"),
    ("this week or next", "+", "this week or next", "[2021-05-10..2021-05-23]", "r"),
    ("this month or in June", "+", "this month or in June", "[2021-05,2021-06]", "r"),
    ("the end of this week", "+", "the end of this week", "[2021-05-10..2021-05-16]", "r"),
    ("the end of next month", "+", "the end of next month", "[2021-06-21..2021-06-30]", "r"),
    ("the end of the year", "+", "the end of the year", "[2021-09..2021-12]", "r"),
    ("by the end of the year", "+", "by the end of the year", "[..2021]", "r"),
    ("before the year's end", "+", "before the year's end", "[..2021]", "r"),
    ("by year-end", "+", "by year-end", "[..2021]", "r"),
    ("by the end of the decade", "+", "by the end of the decade", "[..202X]", "r"),
    ("end of the decade", "+", "end of the decade", "[2027..2029]", "r"),
    ("this decade", "?", "this decade", "202X", "r"),
    ("this quarter", "?", "this quarter", "2021-34", "r"),
    ("next quarter", "+", "next quarter", "2021-35", "r"),
    ("this weekend", "+", "this weekend", "[2021-05-15..2021-05-16]", "r"),
    ("this weekend", "-", "this weekend", "[2021-05-08..2021-05-09]", "r"),
    ("next weekend", "+", "next weekend", "[2021-05-22..2021-05-23]", "r"),
    ("the weekend", "-", "the weekend", "[2021-05-08..2021-05-09]", "r"),
    ("the weekend", "+", "the weekend", "[2021-05-15..2021-05-16]", "r"),
    ("today", "?", "today", "2021-05-14", "r"),
    ("yesterday", "-", "yesterday", "2021-05-13", "r"),
    ("tomorrow", "+", "tomorrow", "2021-05-15", "r"),
    ("tonight", "?", "tonight", "2021-05-14", "r"),
    ("last night", "-", "last night", "2021-05-13", "r"),
    ("this morning", "?", "this morning", "2021-05-14", "r"),
    ("the day after tomorrow", "+", "the day after tomorrow", "2021-05-16", "r"),
    ("the day before yesterday", "-", "the day before yesterday", "2021-05-12", "r"),
    ("today and tomorrow", "+", "today and tomorrow", "2021-05-14/2021-05-15", "r"),
    ("two weeks ago", "-", "two weeks ago", "[2021-04-26..2021-05-02]", "r"),
    ("three days ago", "-", "three days ago", "2021-05-11", "r"),
    ("10 months ago", "-", "10 months ago", "2020-07", "r"),
    ("a year ago", "-", "a year ago", "2020", "r"),
    ("a decade ago", "-", "a decade ago", "2011", "r"),
    ("three days from now", "+", "three days from now", "2021-05-17", "r"),
    ("in two months", "+", "in two months", "2021-07", "r"),
    ("in 10 days", "+", "in 10 days", "2021-05-24", "r"),
    ("in two years' time", "?", "in two years' time", "2023", "r"),
    ("within two months", "+", "within two months", "[2021-05-14..2021-07-14]", "r"),
    ("within a week", "+", "within a week", "[2021-05-14..2021-05-21]", "r"),
    ("within three days", "+", "within three days", "[2021-05-14..2021-05-17]", "r"),
    ("in the next two years", "+", "in the next two years", "[2021-05-14..2023-05-14]", "r"),
    ("could come as early as next month", "+", "as early as next month", "[2021-06..]", "re"),
    ("as early as late May", "+", "as early as late May", "[2021-05-21..]", "re"),
    ("as early as next week", "?", "as early as next week", "[2021-05-17..]", "re"),
    ("no later than the end of next year", "+", "no later than the end of next year", "[..2022]", "r"),
    ("from last year", "-", "last year", "2020", "r"),
)

KEPT = (
    ("in the near future", "+", "in the near future", "-", "r"),
    ("for the foreseeable future", "?", "for the foreseeable future", "-", "r"),
    ("will soon meet", "+", "soon", "-", "r"),
    ("in the coming weeks", "+", "in the coming weeks", "-", "r"),
    ("the coming months", "+", "the coming months", "-", "r"),
    ("over the next few days", "+", "over the next few days", "-", "r"),
    ("the weeks ahead", "+", "the weeks ahead", "-", "r"),
    ("in a few weeks", "+", "in a few weeks", "-", "r"),
    ("several years ago", "-", "several years ago", "-", "r"),
    ("at a later date", "+", "at a later date", "-", "r"),
    ("at an early date", "+", "at an early date", "-", "r"),
    ("at the earliest possible date", "+", "at the earliest possible date", "-", "r"),
    ("as soon as possible", "+", "as soon as possible", "-", "r"),
    ("in due course", "+", "in due course", "-", "r"),
    ("before long", "+", "before long", "-", "r"),
    ("on the same day", "-", "the same day", "-", "rd"),
    ("the following week", "-", "the following week", "-", "rd"),
    ("two days later", "-", "two days later", "-", "rd"),
    ("the day after the summit", "-", "the day after", "-", "rd"),
    ("that year", "-", "that year", "-", "rd"),
)


@pytest.mark.parametrize(("text", "ahead", "phrase", "edtf", "flags"), TENSE)
def test_read_by_the_tense(text: str, ahead: str, phrase: str, edtf: str, flags: str) -> None:
    assert read(text, ahead) == [(phrase, edtf, flags)]


@pytest.mark.parametrize(("text", "ahead", "phrase", "edtf", "flags"), WEEKDAYS)
def test_weekdays(text: str, ahead: str, phrase: str, edtf: str, flags: str) -> None:
    assert read(text, ahead) == [(phrase, edtf, flags)]


@pytest.mark.parametrize(("text", "ahead", "phrase", "edtf", "flags"), RELATIVE)
def test_read_against_the_day(text: str, ahead: str, phrase: str, edtf: str, flags: str) -> None:
    assert read(text, ahead) == [(phrase, edtf, flags)]


@pytest.mark.parametrize(("text", "ahead", "phrase", "edtf", "flags"), KEPT)
def test_kept_without_a_date(text: str, ahead: str, phrase: str, edtf: str, flags: str) -> None:
    assert read(text, ahead) == [(phrase, edtf, flags)]
