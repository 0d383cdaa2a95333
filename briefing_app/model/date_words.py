"""Dates as a reader sees them: "4–5 June 2021", "second half of 2021", "June 2021 or later".

British order and spelling; an en dash for ranges, with spaces where its sides have spaces; a no-break space
between the day and the month, and nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefing_app.model.dates import Edtf, Point, days_in, parse_published
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

Style = Literal["long", "short"]
_WHOLE_YEAR = 12
_BOTH = 2
_CENTURY = 100


def in_words(edtf: Edtf, *, style: Style = "long") -> str:
    """Return the date as English that stands in a sentence or alone; `short` cuts the month to "Jun"."""
    points = edtf.points
    qualifiers = {point.qualifier for point in points}
    if len(qualifiers) == 1:
        # All of it is qualified alike, so it is said once, of the whole.
        points = tuple(point._replace(qualifier="") for point in points)
        return _qualified(_bare_words(edtf, points, style), qualifiers.pop())
    return _bare_words(edtf, points, style)


def day_in_words(day: date, *, style: Style = "long") -> str:
    """Return a day as "14 May 2021"."""
    return _day(str(day.day), day, style)


def month_name(month: int, *, short: bool = False) -> str:
    """Return the name of a month, 1 to 12: "June", or "Jun" where it is to be short."""
    return (_short_months() if short else _long_months())[month - 1]


def published_in_words(text: str, *, style: Style = "long") -> str:
    """Return a date, or date-time as written, as "14 May 2021, 09:46 +09:00"; no zone is ever added.

    Raises:
        DateError: `text` is neither, see `dates.parse_published`.
    """
    published = parse_published(text)
    day = day_in_words(published.day, style=style)
    if published.time is None:
        return day
    if published.zone is None:
        return tr("{day}, {time}", day=day, time=published.time)
    zone = tr("UTC") if published.zone == "Z" else published.zone
    return tr("{day}, {time} {zone}", day=day, time=published.time, zone=zone)


def meaning(edtf: Edtf) -> str:
    """Return in a few words what the expression says, for the table "How the dates were read"."""
    found = _bare_meaning(edtf)
    if edtf.approximate and edtf.uncertain:
        return tr("{meaning}, approximate and uncertain", meaning=found)
    if edtf.approximate:
        return tr("{meaning}, approximate", meaning=found)
    return tr("{meaning}, uncertain", meaning=found) if edtf.uncertain else found


def _bare_meaning(edtf: Edtf) -> str:
    """Return the meaning without the qualifiers."""
    match edtf.shape:
        case "after":
            found = _or_later(edtf.points[0])
        case "before":
            found = tr("by then")
        case "from":
            found = tr("from then on")
        case "until":
            found = tr("until then")
        case "day":
            found = tr("one day")
        case "days":
            start, end = edtf.points
            n = (end.first - start.first).days + 1
            found = tr("both days") if n == _BOTH else ntr("one day", "all {n} days", n)
        case "period":
            found = tr("from the first to the last")
        case _:
            found = _within(edtf)
    return found


def _or_later(point: Point) -> str:
    """Return the meaning of a set that is open to the future."""
    match point.kind:
        case "day":
            return tr("that day or later")
        case "month":
            return tr("{month} or later", month=_month(point.first, "long"))
        case "year":
            return tr("that year or later")
        case _:
            return tr("then or later")


def _within(edtf: Edtf) -> str:
    """Return the meaning of a span within which the date lies."""
    if edtf.earliest == edtf.latest:
        return tr("one day")
    n = len(set(edtf.points))
    if n > 1:
        if ".." in edtf.text:
            return tr("some time within")
        return tr("one or the other") if n == _BOTH else ntr("that one", "one of the {n}", n)
    kinds = {
        "month": tr("some time in the month"),
        "year": tr("some time in the year"),
        "season": tr("some time in the season"),
        "quarter": tr("some time in the quarter"),
        "half": tr("some time in the half-year"),
        "some-day": tr("some day within"),
        "some-month": tr("some month within"),
    }
    return kinds.get(edtf.points[0].kind, tr("some year within"))


def _bare_words(edtf: Edtf, points: tuple[Point, ...], style: Style) -> str:
    """Return the words of an expression whose points may have qualifiers of their own."""
    first = points[0]
    match edtf.shape:
        case "after":
            return tr("{date} or later", date=_point(first, style))
        case "before":
            return tr("by {date}", date=_point(first, style))
        case "from":
            return tr("from {date} onwards", date=_point(first, style))
        case "until":
            return tr("until {date}", date=_point(first, style))
        case "days" | "period":
            return _interval(points, style)
        case _:
            return _point(first, style) if len(points) == 1 else _set(edtf, points, style)


def _interval(points: tuple[Point, ...], style: Style) -> str:
    """Return the words of a closed interval."""
    start, end = points
    if start == end:
        return _point(start, style)
    if start.kind == end.kind and _is_plain(start) and _is_plain(end):
        return _joined(points, _dashed, style)
    return tr("from {start} to {end}", start=_point(start, style), end=_point(end, style))


def _set(edtf: Edtf, points: tuple[Point, ...], style: Style) -> str:
    """Return the words of `[a..b]` or `[a,b]`: members in order of time, each once."""
    if ".." in edtf.text:
        if points[0] == points[1]:
            return _point(points[0], style)
        return tr("some time from {range}", range=_joined(points, _to, style))
    ordered = sorted(set(points), key=lambda point: (point.first, point.last, point.text, point.qualifier))
    return _joined(tuple(ordered), _either, style)


def _is_plain(point: Point) -> bool:
    """Tell whether a point is a day, a month or a year of which all is known and nothing qualified."""
    return point.kind in ("day", "month", "year") and not point.qualifier


def _joined(points: tuple[Point, ...], join: Callable[[list[str]], str], style: Style) -> str:
    """Return points in a row, the month and the year that all of them share said once."""
    dates = [point.first for point in points]
    kinds = {point.kind for point in points}
    same_year = len({day.year for day in dates}) == 1 and all(map(_is_plain, points))
    if same_year and kinds == {"day"}:
        if len({day.month for day in dates}) == 1:
            return _day(join([str(day.day) for day in dates]), dates[0], style)
        days = [tr("{day}\u00a0{month}", day=day.day, month=_month(day, style)) for day in dates]
        return tr("{month} {year}", month=join(days), year=dates[0].year)
    if same_year and kinds == {"month"}:
        months = join([_month(day, style) for day in dates])
        return tr("{month} {year}", month=months, year=dates[0].year)
    return join([_point(point, style) for point in points])


def _dashed(parts: list[str]) -> str:
    """Return two parts as a range."""
    start, end = parts
    if start.isalnum() and end.isalnum():
        return tr("{start}–{end}", start=start, end=end)
    return tr("{start} – {end}", start=start, end=end)


def _to(parts: list[str]) -> str:
    """Return two parts as the ends of a stretch of time."""
    start, end = parts
    return tr("{start} to {end}", start=start, end=end)


def _either(parts: list[str]) -> str:
    """Return any number of parts as alternatives."""
    *others, last = parts
    if not others:
        return last
    row = others[0]
    for part in others[1:]:
        row = tr("{row}, {next}", row=row, next=part)
    return tr("{row} or {last}", row=row, last=last)


def _qualified(words: str, qualifier: str) -> str:
    """Return the words of a date with what its qualifier adds."""
    match qualifier:
        case "~":
            return tr("about {date}", date=words)
        case "?":
            return tr("{date} (uncertain)", date=words)
        case "%":
            return tr("about {date} (uncertain)", date=words)
        case _:
            return words


def _point(point: Point, style: Style) -> str:
    """Return a single date in words, with its qualifier."""
    return _qualified(_point_words(point, style), point.qualifier)


def _point_words(point: Point, style: Style) -> str:
    """Return a single date in words."""
    match point.kind:
        case "day":
            return day_in_words(point.first, style=style)
        case "month":
            return tr("{month} {year}", month=_month(point.first, style), year=point.first.year)
        case "year":
            return str(point.first.year)
        case "season" | "quarter" | "half":
            return _part_of_year(point)
        case _:
            return _some(point, style)


def _part_of_year(point: Point) -> str:
    """Return a season, quarter or half-year in words; a winter has two years."""
    year = point.first.year
    after = year + 1
    end = str(after) if after % _CENTURY == 0 else f"{after % _CENTURY:02}"
    parts = {
        "21": tr("spring {year}", year=year),
        "22": tr("summer {year}", year=year),
        "23": tr("autumn {year}", year=year),
        "24": tr("winter {year}–{end}", year=year, end=end),
        "33": tr("first quarter of {year}", year=year),
        "34": tr("second quarter of {year}", year=year),
        "35": tr("third quarter of {year}", year=year),
        "36": tr("fourth quarter of {year}", year=year),
        "40": tr("first half of {year}", year=year),
        "41": tr("second half of {year}", year=year),
    }
    return parts[point.text[-2:]]


def _some(point: Point, style: Style) -> str:
    """Return a date with unknown figures: some day, month or year of a stretch of time."""
    if point.first == point.last:
        return day_in_words(point.first, style=style)
    whole, stretch = _stretch(point.first, point.last, style)
    match point.kind:
        case "some-day":
            return (
                tr("some day in {stretch}", stretch=stretch)
                if whole
                else tr("some day from {range}", range=stretch)
            )
        case "some-month":
            return (
                tr("some month in {stretch}", stretch=stretch)
                if whole
                else tr("some month from {range}", range=stretch)
            )
        case _:
            return stretch if whole else tr("some year from {range}", range=stretch)


def _stretch(first: date, last: date, style: Style) -> tuple[bool, str]:
    """Return whether two days bound one whole month, year or decade, and the words of what they bound."""
    if first.year != last.year:
        if last.year == first.year + 9 and first.year % _CENTURY:
            return True, tr("the {decade}s", decade=first.year)
        return False, _to([str(first.year), str(last.year)])
    if first.month != last.month:
        if last.month == first.month + _WHOLE_YEAR - 1:
            return True, str(first.year)
        months = _to([_month(first, style), _month(last, style)])
        return False, tr("{month} {year}", month=months, year=first.year)
    if last.day == first.day + days_in(first.year, first.month) - 1:
        return True, tr("{month} {year}", month=_month(first, style), year=first.year)
    return False, _day(_to([str(first.day), str(last.day)]), first, style)


def _day(days: str, day: date, style: Style) -> str:
    """Return the figures of one or more days with the month and the year of one of them."""
    return tr("{day}\u00a0{month} {year}", day=days, month=_month(day, style), year=day.year)


def _month(day: date, style: Style) -> str:
    """Return the name of a day's month."""
    return month_name(day.month, short=style == "short")


def _long_months() -> tuple[str, ...]:
    """Return the names of the months."""
    return (
        tr("January"),
        tr("February"),
        tr("March"),
        tr("April"),
        tr("May"),
        tr("June"),
        tr("July"),
        tr("August"),
        tr("September"),
        tr("October"),
        tr("November"),
        tr("December"),
    )


def _short_months() -> tuple[str, ...]:
    """Return the names of the months, cut to three letters."""
    return (
        tr("Jan"),
        tr("Feb"),
        tr("Mar"),
        tr("Apr"),
        tr("May"),
        tr("Jun"),
        tr("Jul"),
        tr("Aug"),
        tr("Sep"),
        tr("Oct"),
        tr("Nov"),
        tr("Dec"),
    )
