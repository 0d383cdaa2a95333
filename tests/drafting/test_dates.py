"""Dates in news: those that need no anchor, what is no date at all, and what holds for any text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing_app.drafting.dates import dates_in
from briefing_app.model.dates import parse
from tests.drafting.dated import FRIDAY, read

# Rows: what is printed; the tense of its clause, "+" ahead, "-" past, "?" unknown; the phrase; its EDTF, "-"
# for no date; r for relative, d for doubtful, e for earliest only.
ABSOLUTE = (
    ("held on June 4, 2021 in the city", "?", "June 4, 2021", "2021-06-04", ""),
    ("on Wednesday, June 4, 2025, they", "?", "Wednesday, June 4, 2025", "2025-06-04", ""),
    ("on Wed., June 4, 2025", "?", "Wed., June 4, 2025", "2025-06-04", ""),
    ("on 4 June 2025", "?", "4 June 2025", "2025-06-04", ""),
    ("Wednesday 4 June 2025", "?", "Wednesday 4 June 2025", "2025-06-04", ""),
    ("Thursday, 4 June 2025", "?", "Thursday, 4 June 2025", "2025-06-04", "d"),
    ("the 4th of June 2025", "?", "the 4th of June 2025", "2025-06-04", ""),
    ("June the 4th, 2022", "?", "June the 4th, 2022", "2022-06-04", ""),
    ("at 10:46 May 14, 2021", "?", "May 14, 2021", "2021-05-14", ""),
    ("on 2021-06-04T09:00Z", "?", "2021-06-04", "2021-06-04", ""),
    ("2021/06/04", "?", "2021/06/04", "2021-06-04", ""),
    ("04.06.2021", "?", "04.06.2021", "2021-06-04", ""),
    ("14/6/2021", "?", "14/6/2021", "2021-06-14", ""),
    ("6/14/2021", "?", "6/14/2021", "2021-06-14", ""),
    ("4/4/2021", "?", "4/4/2021", "2021-04-04", ""),
    ("4/6/2021", "?", "4/6/2021", "[2021-04-06,2021-06-04]", "d"),
    ("Feb 30, 2026", "?", "Feb 30, 2026", "-", "d"),
    ("2026-02-30", "?", "2026-02-30", "-", "d"),
    ("31/31/2021", "?", "31/31/2021", "-", "d"),
    ("in June 2026", "?", "June 2026", "2026-06", ""),
    ("June, 2026", "?", "June, 2026", "2026-06", ""),
    ("COVID-19 May 2020", "?", "May 2020", "2020-05", ""),
    ("in Sept. 2026", "?", "Sept. 2026", "2026-09", ""),
    ("in 2024,", "?", "2024", "2024", ""),
    ("April 2027's summit", "?", "April 2027", "2027-04", ""),
    ("the year 2027", "?", "the year 2027", "2027", ""),
    ("In 2026 ministers agreed", "?", "2026", "2026", ""),
    ("the 2018 military agreement", "-", "2018", "2018", ""),
    ("in the 1990s", "-", "the 1990s", "199X", ""),
    ("the late 1990s", "?", "the late 1990s", "[1997..1999]", ""),
    ("early 1990s", "?", "early 1990s", "[1990..1993]", ""),
    ("the second half of the 1990s", "?", "the second half of the 1990s", "199X", ""),
    ("autumn 2027", "?", "autumn 2027", "2027-23", ""),
    ("late summer 2027", "?", "late summer 2027", "2027-22", ""),
    ("winter 2026-27", "?", "winter 2026-27", "2026-24", ""),
    ("the fall of 2027", "?", "the fall of 2027", "2027-23", ""),
    ("mid-2027", "?", "mid-2027", "[2027-05..2027-08]", ""),
    ("the start of 2027", "?", "the start of 2027", "[2027-01..2027-04]", ""),
    ("at the turn of 2027", "?", "the turn of 2027", "[2026-12..2027-01]", ""),
    ("end-2027", "?", "end-2027", "[2027-09..2027-12]", ""),
    ("first week of 2027", "?", "first week of 2027", "2027", ""),
    ("H2 2027", "?", "H2 2027", "2027-41", ""),
    ("3Q 2027", "?", "3Q 2027", "2027-35", ""),
    ("2027 Q3", "?", "2027 Q3", "2027-35", ""),
    ("the first half of 2027", "?", "the first half of 2027", "2027-40", ""),
    ("the 2nd quarter of 2027", "?", "the 2nd quarter of 2027", "2027-34", ""),
    ("the third half of 2027", "?", "the third half of 2027", "-", "d"),
    ("the final quarter of 2027", "?", "the final quarter of 2027", "2027-36", ""),
    ("the first week of April 2027", "?", "the first week of April 2027", "[2027-04-01..2027-04-07]", ""),
)

RANGES = (
    ("from 28 to 30 May 2026", "?", "28 to 30 May 2026", "2026-05-28/2026-05-30", ""),
    ("from 4 to 6 June 2026", "?", "4 to 6 June 2026", "2026-06-04/2026-06-06", ""),
    ("between 3 and 5 March 2027", "?", "3 and 5 March 2027", "2027-03-03/2027-03-05", ""),
    ("June 4, 5 and 6, 2026", "?", "June 4, 5 and 6, 2026", "2026-06-04/2026-06-06", ""),
    ("May 12 and 20, 2026", "?", "May 12 and 20, 2026", "2026-05-12/2026-05-20", "d"),
    ("4 or 5 June 2026", "?", "4 or 5 June 2026", "[2026-06-04,2026-06-05]", ""),
    ("June 4–5, 2026", "?", "June 4–5, 2026", "2026-06-04/2026-06-05", ""),
    ("from May 30 - June 1, 2025", "?", "May 30 - June 1, 2025", "2025-05-30/2025-06-01", ""),
    ("December 30 - January 2, 2026", "?", "December 30 - January 2, 2026", "2025-12-30/2026-01-02", ""),
    ("June 4, 2021, and June 5, 2021", "?", "June 4, 2021, and June 5, 2021", "2021-06-04/2021-06-05", ""),
    ("from 4 June 2027 until 6 June", "?", "4 June 2027 until 6 June", "2027-06-04/2027-06-06", ""),
    ("May-June 2026", "?", "May-June 2026", "2026-05/2026-06", ""),
    ("June 2026-July 2026", "?", "June 2026-July 2026", "2026-06/2026-07", ""),
    ("June 2026 to July", "?", "June 2026 to July", "2026-06/2026-07", ""),
    (
        "late March and early April 2027",
        "?",
        "late March and early April 2027",
        "[2027-03-21..2027-04-10]",
        "",
    ),
    ("summer or autumn of 2027", "?", "summer or autumn of 2027", "[2027-22,2027-23]", ""),
    ("between spring and autumn 2027", "?", "spring and autumn 2027", "2027-03/2027-11", ""),
    ("in 2026 or 2027", "?", "2026 or 2027", "[2026,2027]", ""),
    ("in 2026 or early 2027", "?", "2026 or early 2027", "[2026-01..2027-04]", ""),
    ("in 2026 and 2027", "?", "2026 and 2027", "2026/2027", ""),
    ("between 2026 and 2030", "?", "2026 and 2030", "2026/2030", ""),
    ("from 2015 to 2020", "-", "2015 to 2020", "2015/2020", ""),
    ("2024-2027", "?", "2024-2027", "2024/2027", ""),
    ("2024-25", "?", "2024-25", "2024/2025", "d"),
    ("2024-27", "?", "2024-27", "2024/2027", ""),
    ("1910-1945", "?", "1910-1945", "1910/1945", ""),
    ("4-5 June to 7-8 June 2026", "?", "4-5 June to 7-8 June 2026", "2026-06-04/2026-06-08", ""),
    ("4-5 June or 7-8 June 2026", "?", "4-5 June or 7-8 June 2026", "[2026-06-04..2026-06-08]", ""),
)

LIMITS = (
    ("no later than 1 May 2027", "?", "no later than 1 May 2027", "[..2027-05-01]", ""),
    ("by 2030", "?", "by 2030", "[..2030]", ""),
    ("by autumn 2027", "?", "by autumn 2027", "[..2027-23]", ""),
    ("by the third quarter of 2027", "?", "by the third quarter of 2027", "[..2027-35]", ""),
    ("by mid-2027", "?", "by mid-2027", "[..2027-08]", ""),
    ("by end-2027", "?", "by end-2027", "[..2027]", ""),
    ("before 4 June 2027", "?", "before 4 June 2027", "[..2027-06-03]", ""),
    ("before 2030", "?", "before 2030", "[..2029]", ""),
    ("before autumn 2027", "?", "before autumn 2027", "[..2027-08-31]", ""),
    ("before the end of June 2027", "?", "before the end of June 2027", "[..2027-06]", ""),
    ("since 2015", "?", "since 2015", "2015/..", ""),
    ("valid until 2030", "?", "until 2030", "../2030", ""),
    ("until the end of Q3 2027", "?", "until the end of Q3 2027", "../2027-09", ""),
    ("until at least 2027", "?", "until at least 2027", "../2027", ""),
    ("through 2030", "?", "through 2030", "../2030", ""),
    ("after 2030", "?", "after 2030", "[2031..]", ""),
    ("after June 2027", "?", "after June 2027", "[2027-07..]", ""),
    ("after 4 June 2027", "?", "after 4 June 2027", "[2027-06-05..]", ""),
    ("on or after 4 June 2027", "?", "on or after 4 June 2027", "[2027-06-04..]", ""),
    ("not before June 2027", "?", "not before June 2027", "[2027-06..]", ""),
    ("starting June 4, 2027", "?", "starting June 4, 2027", "2027-06-04/..", ""),
    ("from 2027 onwards", "?", "2027 onwards", "2027/..", ""),
    ("from 4 June 2027", "+", "from 4 June 2027", "2027-06-04/..", ""),
    ("from 4 June 2027", "-", "4 June 2027", "2027-06-04", ""),
    ("around June 2026", "?", "around June 2026", "2026-06~", ""),
    ("around the second half of 2027", "?", "around the second half of 2027", "2027-41~", ""),
    ("around mid-2027", "?", "around mid-2027", "[2027-05..2027-08]", ""),
    ("June 2027 at the earliest", "?", "June 2027 at the earliest", "[2027-06..]", "e"),
    ("by 1 May 2027 at the latest", "?", "1 May 2027 at the latest", "[..2027-05-01]", ""),
    ("by the end of May 2027 at the latest", "?", "the end of May 2027 at the latest", "[..2027-05]", ""),
    ("as early as 2003", "-", "as early as 2003", "2003", ""),
)

FISCAL = (
    ("fiscal year 2027", "?", "fiscal year 2027", "2027", "d"),
    ("fiscal 2027", "?", "fiscal 2027", "2027", "d"),
    ("FY27", "?", "FY27", "2027", "d"),
    ("FY2026-27", "?", "FY2026-27", "2026/2027", "d"),
    ("the 2027 fiscal year", "?", "the 2027 fiscal year", "2027", "d"),
    ("this fiscal year", "?", "this fiscal year", "2021", "rd"),
    ("the end of the fiscal year", "?", "the end of the fiscal year", "2021", "rd"),
    ("the third quarter of fiscal 2027", "?", "the third quarter of fiscal 2027", "2027", "d"),
    ("the fiscal third quarter of 2027", "?", "the fiscal third quarter of 2027", "2027", "d"),
)

NO_DATES = (
    ("they may meet, and troops will march on", "?"),
    ("May we ask. March on. The second time.", "?"),
    ("they meet annually, every Monday and every other spring", "?"),
    ("UN Resolution 2397, F-35 jets, 200 million", "?"),
    ("UN Resolutions 1929 and 1950, Vision 2030", "?"),
    ("2020 troops and 1950 won", "?"),
    ("from 2000 troops by 2020 percent", "?"),
    ("the fall of the city, as prices fall", "-"),
    ("a Black Friday sale", "?"),
    ("the 4th Sunday Dialogue and the second Monday Forum", "?"),
    ("as soon as they meet, soon after", "+"),
    ("for the first time in two years", "+"),
    ("in two days of talks", "+"),
    ("met in two days", "-"),
    ("it ended within two days", "-"),
    ("over the last year", "-"),
    ("the week, the month and the quarter", "?"),
    ("in the fiscal year, so Q3 and H3 2027", "?"),
    ("2027-2026 and 2026-06", "?"),
    ("1234-05-06 and 1.2.2026.3", "?"),
    ("in a ſecond quarter", "?"),
)


@pytest.mark.parametrize(("text", "ahead"), NO_DATES)
def test_no_date(text: str, ahead: str) -> None:
    assert read(text, ahead) == []


@pytest.mark.parametrize(("text", "ahead", "phrase", "edtf", "flags"), ABSOLUTE)
def test_absolute(text: str, ahead: str, phrase: str, edtf: str, flags: str) -> None:
    assert read(text, ahead) == [(phrase, edtf, flags)]


@pytest.mark.parametrize(("text", "ahead", "phrase", "edtf", "flags"), RANGES)
def test_ranges(text: str, ahead: str, phrase: str, edtf: str, flags: str) -> None:
    assert read(text, ahead) == [(phrase, edtf, flags)]


@pytest.mark.parametrize(("text", "ahead", "phrase", "edtf", "flags"), LIMITS)
def test_limits(text: str, ahead: str, phrase: str, edtf: str, flags: str) -> None:
    assert read(text, ahead) == [(phrase, edtf, flags)]


@pytest.mark.parametrize(("text", "ahead", "phrase", "edtf", "flags"), FISCAL)
def test_fiscal(text: str, ahead: str, phrase: str, edtf: str, flags: str) -> None:
    assert read(text, ahead) == [(phrase, edtf, flags)]


SEVERAL = (
    ("from 2027 to 2026", "?", ["2027", "2026"]),
    ("postponed from 4 June 2021 to 6 June 2021", "?", ["2021-06-04", "2021-06-06"]),
    ("Tuesday (June 4)", "+", ["2021-05-18", "2021-06-04"]),
    ("Monday and June 2026", "+", ["2021-05-17", "2026-06"]),
    ("on Monday and next month", "+", ["2021-05-17", "2021-06"]),
    ("in March and October", "+", ["2022-03", "2022-10"]),
    ("on Monday and Wednesday", "+", ["2021-05-17", "2021-05-19"]),
    ("4-5 June and 7-8 June 2026", "?", ["2026-06-04/2026-06-05", "2026-06-07/2026-06-08"]),
    ("in June at the latest or July 2027", "+", ["[..2021-06]", "2027-07"]),
    ("from Friday, since Monday", "-", ["2021-05-14", "2021-05-10/.."]),
    ("soon or June 2027", "+", ["-", "2027-06"]),
    ("June 2027 or soon", "+", ["2027-06", "-"]),
    ("in June or the third half of 2027", "+", ["2021-06", "-"]),
    ("in June or 2027-2026", "+", ["2021-06"]),
    ("June 2026 or 2027-2026", "+", ["2026-06"]),
    ("2027-2026 or June", "+", ["2021-06"]),
    ("2027-2026 or June 2027", "+", ["2027-06"]),
    ("Feb 30 to March 2", "+", ["-", "2022-03-02"]),
)


@pytest.mark.parametrize(("text", "ahead", "dates"), SEVERAL)
def test_several(text: str, ahead: str, dates: list[str]) -> None:
    assert [edtf for _, edtf, _ in read(text, ahead)] == dates


# What depends on where in the year, or in the week, the article was printed.
ANCHORED = (
    (date(2021, 1, 20), "this winter", "+", "2020-24"),
    (date(2021, 4, 20), "this winter", "-", "2020-24"),
    (date(2021, 4, 20), "this winter", "+", "2021-24"),
    (date(2021, 1, 20), "last winter", "-", "2019-24"),
    (date(2021, 1, 20), "next March", "+", "2021-03"),
    (date(2021, 12, 20), "in January", "+", "2022-01"),
    (date(2021, 1, 3), "in late December", "-", "[2020-12-21..2020-12-31]"),
    (date(2021, 12, 20), "at the turn of the year", "?", "[2021-12..2022-01]"),
    (date(2021, 5, 16), "next Tuesday", "+", "2021-05-18"),
    (date(2021, 5, 12), "Wednesday and Thursday", "-", "2021-05-05/2021-05-06"),
    (date(2021, 5, 16), "this weekend", "-", "[2021-05-15..2021-05-16]"),
    (date(2021, 1, 31), "within a month", "+", "[2021-01-31..2021-02-28]"),
    (date(2020, 2, 10), "on February 29", "+", "2020-02-29"),
    (date(2021, 12, 31), "in two months", "+", "2022-02"),
    (date(9999, 12, 31), "tomorrow", "+", "-"),
    (date(1, 1, 1), "last year", "-", "-"),
)


@pytest.mark.parametrize(("anchor", "text", "ahead", "edtf"), ANCHORED)
def test_the_day_of_the_article(anchor: date, text: str, ahead: str, edtf: str) -> None:
    assert [found for _, found, _ in read(text, ahead, anchor)] == [edtf]


PIECES = (
    *(
        "on",
        "in",
        "by",
        "before",
        "after",
        "since",
        "until",
        "from",
        "between",
        "as early as",
        "the end of",
        "early",
    ),
    *(
        "mid-",
        "the first half of",
        "the week of",
        "turn of",
        "the",
        "third",
        "at the earliest",
        "onwards",
        "soon",
    ),
    *("June", "4", "31", "May", "February", "29", ", 2026", "2027", "12/12/2026", "2026-02-30", "Wednesday"),
    *(
        "Friday",
        "next",
        "last",
        "this",
        "week",
        "month",
        "year",
        "decade",
        "weekend",
        "quarter",
        "autumn",
        "winter",
    ),
    *(
        "Q3",
        "FY27",
        "the 1990s",
        "two weeks ago",
        "in ten years",
        "within 99 decades",
        "99 decades ago",
        "today",
    ),
    *("-", "–", " and ", " or ", " to ", "ſ", "\u00a0", "\n", "."),
)


@pytest.mark.no_cover
@given(
    pieces=st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12),
    between=st.sampled_from(("", " ")),
    anchor=st.dates() | st.sampled_from((date.min, date.max, FRIDAY)),
    ahead=st.sampled_from((True, False, None)),
)
@example(pieces=["in ten years"], between="", anchor=date.max, ahead=True)
@example(pieces=["last", "winter"], between=" ", anchor=date.min, ahead=False)
def test_any_text_is_read_in_order_and_to_dates_of_the_profile(
    pieces: list[str], between: str, anchor: date, *, ahead: bool | None
) -> None:
    text = between.join(pieces)
    end = 0
    for each in dates_in(text, anchor, lambda position: ahead if text[position] else None):
        assert end <= each.start < each.end <= len(text)
        assert each.phrase == text[each.start : each.end] == each.phrase.strip()
        assert each.edtf is None or parse(each.edtf).text == each.edtf
        assert not each.earliest_only or each.edtf is not None
        end = each.end
