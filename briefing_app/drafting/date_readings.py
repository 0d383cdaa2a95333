"""What the base of a date phrase means: one reader a rule of `date_forms`.

A reader may raise ValueError or OverflowError for a day that no calendar has.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.drafting import date_spans as spans
from briefing_app.drafting.date_forms import MONTHS, NUMBERS, ORDINALS
from briefing_app.drafting.date_spans import WEEKDAYS, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_STEPS = {
    "the": 0,
    "this": 0,
    "the current": 0,
    "next": 1,
    "this coming": 1,
    "coming": 1,
    "the coming": 1,
    "last": -1,
}
_NEAR = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
_FAR_GUESS, _FAR = 120, 300  # days; print gives a year to what lies farther off
_LEAP_YEARS = 8
_WEEK = timedelta(days=7)
_MONTHS_OF = {"month": 1, "year": 12, "decade": 120}
_TWELVE = 12


class Setting(NamedTuple):
    """What a phrase is read against: the anchor; the day it lies near; whether ahead of it or behind."""

    anchor: date
    near: date
    tense: bool | None


class Reading(NamedTuple):
    """What a base means; no span is a phrase without a date."""

    span: Span | None
    relative: bool = False
    doubtful: bool = False


def _picked(found: Iterable[Span], setting: Setting) -> Reading:
    """Return the span that the tense means: the next, the latest, or else the nearest."""
    near, tense = setting.near, setting.tense
    every = list(found)
    if tense is None:
        span = min(every, key=lambda each: _distance(each, near))
    elif tense:
        span = next((each for each in every if each.last >= near), every[-1])
    else:
        span = next((each for each in reversed(every) if each.first <= near), every[0])
    far = _FAR_GUESS if tense is None else _FAR
    return Reading(span, relative=True, doubtful=_distance(span, near) > far)


def _distance(span: Span, near: date) -> int:
    return max((span.first - near).days, (near - span.last).days, 0)


def _yearly(make: Callable[[int], Span], setting: Setting, years: int = 1) -> list[Span]:
    """Return what comes every year, for the years around."""
    found = []
    for number in range(setting.near.year - years, setting.near.year + years + 1):
        try:
            found.append(make(number))
        except ValueError:
            continue  # 29 February, or the end of the calendar
    if len(found) <= 2 * years and years == 1:
        found = _yearly(make, setting, _LEAP_YEARS)
    if not found:
        raise ValueError("no year has that day")
    return found


def _year_of(groups: dict[str, str], setting: Setting) -> int | None:
    """Return the year that a phrase gives, as a number or as "next year"."""
    word = groups.get("y") or groups.get("yr")
    if word is None:
        return None
    return int(word) if word.isdigit() else setting.anchor.year + _STEPS[word.split()[0]]


def _given(span: Span, groups: dict[str, str]) -> Reading:
    """Return what needs no choice of a year; "next year" still needs the anchor."""
    return Reading(span, relative=not groups.get("y", "").isdigit())


def _month_number(name: str) -> int:
    return MONTHS.index(name[:3]) + 1


# ------------------------------------------------------------------------------------------ days


def _iso(groups: dict[str, str], setting: Setting) -> Reading:
    del setting
    return Reading(spans.day(date(int(groups["y"]), int(groups["m"]), int(groups["d"]))))


def _numeric(groups: dict[str, str], setting: Setting) -> Reading:
    """Read 4.6.2026 as the fourth of June; 4/6/2026 may be either."""
    del setting
    year, first, second = int(groups["y"]), int(groups["d"]), int(groups["m"])
    if groups["s"] == "." or first > _TWELVE or first == second:
        return Reading(spans.day(date(year, second, first)))
    american = date(year, first, second)
    if second > _TWELVE:
        return Reading(spans.day(american))
    low, high = sorted((american, date(year, second, first)))
    return Reading(Span(low, high, f"[{low},{high}]", "within"), doubtful=True)


def _days(groups: dict[str, str], setting: Setting) -> Reading:
    month = _month_number(groups["m"])
    first, last = (int(groups.get(end, groups["d"]).rstrip("stndrh")) for end in "de")
    separator = groups.get("sep", "").strip()

    def make(year: int) -> Span:
        start, end = date(year, month, first), date(year, month, last)
        if separator == "or":
            return Span(start, end, f"[{start},{end}]", "within")
        return spans.days(start, end)

    gaps = separator in ("and", "&") and last - first != 1 + groups.get("mid", "").count(",")
    year = _year_of(groups, setting)
    weekday = None if "w" not in groups else [name[:3] for name in WEEKDAYS].index(groups["w"][:3])
    if year is not None:
        reading = _given(make(year), groups)
    else:
        every = _yearly(make, setting)
        fitting = [each for each in every if each.first.weekday() == weekday]
        reading = _picked(fitting or every, setting)
    wrong = weekday is not None and reading.span is not None and reading.span.first.weekday() != weekday
    return reading._replace(doubtful=reading.doubtful or gaps or wrong)


def _weekday(groups: dict[str, str], setting: Setting) -> Reading:
    number = timedelta(days=WEEKDAYS.index(groups["w"]))
    anchor, near = setting.anchor, setting.near
    own = anchor - timedelta(days=anchor.weekday()) + number
    which = groups.get("which")
    if "of" in groups:
        return Reading(spans.day(own + _STEPS[groups["of"]] * _WEEK), relative=True)
    if which is None:
        around = near - timedelta(days=near.weekday()) + number
        # Reports tell what was; a weekday without a tense is one of them more often than not.
        reading = _picked(
            [spans.day(around + weeks * _WEEK) for weeks in (-1, 0, 1)],
            setting._replace(tense=setting.tense or False),
        )
        return reading._replace(doubtful=setting.tense is None or anchor.weekday() == number.days)
    if which in ("next", "last"):
        # Some call this week's so as well.
        same_week = own > anchor if which == "next" else own < anchor
        return Reading(spans.day(own + _STEPS[which] * _WEEK), relative=True, doubtful=same_week)
    later = own <= anchor if which != "this" else own < anchor and setting.tense is True
    doubtful = anchor.weekday() == number.days
    return Reading(spans.day(own + _WEEK if later else own), relative=True, doubtful=doubtful)


def _near(groups: dict[str, str], setting: Setting) -> Reading:
    steps = _NEAR.get(" ".join(groups["n"].split()), 0)
    return Reading(spans.day(setting.anchor + timedelta(days=steps)), relative=True)


# ------------------------------------------------------------------------------------------ longer times


def _month(groups: dict[str, str], setting: Setting) -> Reading:
    number, anchor = _month_number(groups["m"]), setting.anchor

    def make(year: int) -> Span:
        return spans.month(year, number)

    if (year := _year_of(groups, setting)) is not None:
        return _given(make(year), groups)
    which = groups.get("which")
    if which == "this":
        return Reading(make(anchor.year), relative=True)
    return _chosen(which, make, setting)


def _chosen(which: str | None, make: Callable[[int], Span], setting: Setting) -> Reading:
    """Return the next or last of what comes every year, or the one that the tense means."""
    if which is None:
        return _picked(_yearly(make, setting), setting)
    every, anchor = _yearly(make, setting, 2), setting.anchor
    if which == "last":
        return Reading(max(each for each in every if each.last < anchor), relative=True, doubtful=True)
    span = min(each for each in every if each.first > anchor)
    # In January, "next March" may be this year's or the one after.
    doubtful = span.kind == "month" and span.first.year == anchor.year
    return Reading(span, relative=True, doubtful=doubtful)


def _season(groups: dict[str, str], setting: Setting) -> Reading:
    name, anchor = groups["s"], setting.anchor

    def make(year: int) -> Span:
        return spans.season(year, name)

    if (year := _year_of(groups, setting)) is not None:
        return _given(make(year), groups)
    which = groups.get("which")
    if which != "this":
        return _chosen(which, make, setting)
    # "This winter" is the one that began last year: in it, and in spring when it is told of the past.
    ended = 3 if setting.tense is True else 6
    begun = name == "winter" and anchor.month < ended
    return Reading(make(anchor.year - begun), relative=True)


def _years(groups: dict[str, str], setting: Setting) -> Reading | None:
    del setting
    first = int(groups["y"])
    if "z" not in groups:
        return Reading(spans.year(first))
    last = int(groups["z"].rjust(4, "0")) + (first // 100 * 100 if len(groups["z"]) == len("27") else 0)
    if last <= first:
        return None
    start, end = spans.year(first), spans.year(last)
    # "2026-27" may be a year that begins in summer.
    doubtful = len(groups["z"]) == len("27") and last == first + 1
    return Reading(Span(start.first, end.last, f"{first}/{last}", "within"), doubtful=doubtful)


def _decade(groups: dict[str, str], setting: Setting) -> Reading:
    del setting
    return Reading(spans.decade(int(groups["y"]) * 10))


def _adjective(groups: dict[str, str], setting: Setting) -> Reading | None:
    return _month(groups, setting) if "m" in groups else _years(groups, setting)


def _unit(groups: dict[str, str], setting: Setting) -> Reading:
    unit, which = groups["u"], groups["which"]
    step = _STEPS[which]
    if unit == "weekend":
        every = [spans.weekend(setting.anchor, weeks) for weeks in (-1, 0, 1)]
        if which == "the":
            return _picked(every, setting)
        gone = which == "this" and setting.tense is False and every[1].first > setting.anchor
        return Reading(every[0 if gone else 1 + step], relative=True)
    span = _stepped(unit, step, setting.anchor)
    if "or" in groups:
        after = _stepped(unit, step + 1, setting.anchor)
        point = span.kind in ("month", "year")
        both = Span(span.first, after.last, f"[{span.text},{after.text}]", "within")
        span = both if point else spans.within(span.first, after.last)
    return Reading(span, relative=True)


def _stepped(unit: str, step: int, anchor: date) -> Span:
    """Return the day, week, month, quarter, year or decade that lies `step` of them from the anchor."""
    if unit == "day":
        return spans.day(anchor + timedelta(days=step))
    if unit == "week":
        return spans.week(anchor, step)
    if unit == "month":
        return spans.month(anchor.year, anchor.month + step)
    if unit == "quarter":
        inside = spans.month(anchor.year, anchor.month + 3 * step).first
        return spans.quarter(inside.year, (inside.month + 2) // 3)
    if unit == "decade":
        return spans.decade(anchor.year + 10 * step)
    return spans.year(anchor.year + step)


def turn_of_year(setting: Setting) -> Reading:
    """Return the turn of the year that the tense means."""
    return _picked([spans.turn(setting.anchor.year), spans.turn(setting.anchor.year + 1)], setting)


def _year_end(groups: dict[str, str], setting: Setting) -> Reading:
    del groups
    return Reading(spans.year(setting.anchor.year), relative=True)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]


def _ago(groups: dict[str, str], setting: Setting) -> Reading:
    """Read "two months ago" as that month, "two weeks ago" as that week; decades are counted in years."""
    unit, count = groups["u"], _count(groups["n"])
    if unit == "decade":
        unit, count = "year", count * 10
    return Reading(_stepped(unit, -count if "back" in groups else count, setting.anchor), relative=True)


def _limit(groups: dict[str, str], setting: Setting) -> Reading:
    """Read "within two months" as some time from the anchor on."""
    anchor, unit, count = setting.anchor, groups["u"], _count(groups["n"])
    if unit in _MONTHS_OF:
        end = spans.month(anchor.year, anchor.month + count * _MONTHS_OF[unit]).last
        last = end.replace(day=min(anchor.day, end.day))
    else:
        last = anchor + timedelta(days=count * (7 if unit == "week" else 1))
    return Reading(Span(anchor, last, f"[{anchor}..{last}]", "within"), relative=True)


def _part(groups: dict[str, str], setting: Setting) -> Reading | None:
    """Read "the third quarter", "Q3 2027", "H2"; there is no third half."""
    half = groups["k"] in ("h", "half")
    number = int(groups["n"]) if groups["n"].isdigit() else ORDINALS[groups["n"]]
    if half and number > 2:  # noqa: PLR2004 halves
        return None
    pick = spans.half if half else spans.quarter
    if (year := _year_of(groups, setting)) is not None:
        return _given(pick(year, number), groups)
    return _picked(_yearly(lambda year: pick(year, number), setting), setting)


def _fiscal(groups: dict[str, str], setting: Setting) -> Reading:
    """Read a fiscal year as the year of its name: when it begins, only the text can say."""
    if "which" in groups:
        return Reading(
            spans.year(setting.anchor.year + _STEPS[groups["which"]]), relative=True, doubtful=True
        )
    year = f"20{groups['y']}"[-4:]
    both = _years({**groups, "y": year}, setting)
    return both._replace(doubtful=True) if both else Reading(spans.year(int(year)), doubtful=True)


def _vague(groups: dict[str, str], setting: Setting) -> Reading:
    del groups, setting
    return Reading(None, relative=True)


def _other(groups: dict[str, str], setting: Setting) -> Reading:
    """Read "the same day" as no date: of which day it speaks, a person sees."""
    del groups, setting
    return Reading(None, relative=True, doubtful=True)


READERS: dict[str, Callable[[dict[str, str], Setting], Reading | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "european": _days,
    "american": _days,
    "fiscal_year": _fiscal,
    "fiscal_code": _fiscal,
    "fiscal_last": _fiscal,
    "fiscal_unit": _fiscal,
    "code": _part,
    "code_swapped": _part,
    "code_last": _part,
    "decade": _decade,
    "adjective": _adjective,
    "month": _month,
    "season": _season,
    "years": _years,
    "year_end": _year_end,
    "unit": _unit,
    "weekday": _weekday,
    "near": _near,
    "ago": _ago,
    "hence": _ago,
    "limit": _limit,
    "bare_part": _part,
    "other": _other,
    "vague": _vague,
}
