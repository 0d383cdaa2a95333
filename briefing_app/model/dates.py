"""Dates that a source gives, exact or not: the EDTF profile `briefing-edtf/1` of ISO 8601-2.

Accepted are `YYYY`, `YYYY-MM`, `YYYY-MM-DD`; seasons -21 to -24 (northern: spring is March to May, winter
December to February of the next year), quarters -33 to -36, half-years -40 and -41; intervals `a/b`, `a/..`
and `../b` of all but those three; one of a set: `[a..]`, `[..b]`, `[a..b]`, `[a,b]`. Years are 0001 to 9999.

- A qualifier (`?` uncertain, `~` approximate, `%` both) follows the date that it qualifies, never a set, and
  leaves the bounds as they are: `2021-06~` still lies in June as far as bounds go.
- `X` is an unknown figure. Once one is unknown, all after it are: `202X`, `2021-XX`, `2021-05-1X`. `2021-0X`
  is January to September, `2021-02-2X` the 20th to the 28th. `XXXX`, which says nothing, is refused.
- An interval is an error if it must end before it can begin; `2021-06-03/2021-06` is fine.
- What is accepted is canonical: a date prints exactly as it was read.
What a reader sees of a date is written in `date_words`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

Shape = Literal["day", "days", "month", "year", "span", "period", "after", "before", "from", "until"]
Extent = Literal["solid", "within", "open-end", "open-start"]
Kind = Literal["day", "month", "year", "season", "quarter", "half", "some-day", "some-month", "some-year"]

_LONGEST_QUOTE = 80
_LONGEST_FIX = 64
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_POINT = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([?~%]?)")
_UNKNOWN_LAST = re.compile(r"[0-9-]*[X-]*")
_LONG_YEAR = re.compile(r"[+-]?Y?[+-]?[0-9]{5,}(?:-.*)?|[+-][0-9]{4}(?:-.*)?")
_WITH_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}.*", re.DOTALL)
_PUBLISHED = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:T([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)(Z|[+-][0-9]{2}:[0-9]{2})?)?"
)
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9].*)?")
_ZONE = re.compile(r"Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|\+14:00")

# Two figures after the year that are no month; the first of them tells the kind and how many months it has.
_FIRST_MONTHS = {"21": 3, "22": 6, "23": 9, "24": 12, "33": 1, "34": 4, "35": 7, "36": 10, "40": 1, "41": 7}
_KINDS: dict[str, tuple[Kind, int]] = {"2": ("season", 3), "3": ("quarter", 3), "4": ("half", 6)}
_NO_MONTH_FROM = 21
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_MONTH_NAME = rf"\b({'|'.join(_MONTHS)})(?:R?UARY|CH|IL|E|Y|UST|T|(?:TEM|O|EM)BER)?\b\.?"
_PARTS = {"SPRING": "S21", "SUMMER": "S22", "AUTUMN": "S23", "FALL": "S23", "H1": "S40", "H2": "S41"}
_PART_NAME = rf"(?<![A-Z])(?:{'|'.join(_PARTS)}|Q[1-4])(?![A-Z0-9])"
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
# Common ways to write a date, after `_plain` has read them: `M06` is June; not compiled before one is needed.
_FIXES = (
    (r"(.+)", r"\1"),
    (r"(\[.*)", r"\1]"),
    (r"\[([^,\]]+)\]", r"\1"),
    (r"([0-9X-]+)(?:\?~|~\?)", r"\1%"),
    (r"([?~%])([0-9]{4})", r"\2\1"),
    (r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})", r"\1-\2-\3"),
    (r"([0-9]{4})[-/. ]M?(0[1-9]|1[0-2])", r"\1-\2"),
    (r"([0-9]{4})[-/. ]M?([0-9]{2})[-/. ]([0-9]{2})", r"\1-\2-\3"),
    (r"M?(0[1-9]|1[0-2])[-/., ]([0-9]{4})", r"\2-\1"),
    (r"M?([0-9]{2})[-/. ]([0-9]{2})[-/., ]([0-9]{4})", r"\3-\1-\2"),
    (r"([0-9]{2})[-/. ]M?([0-9]{2})[-/., ]([0-9]{4})", r"\3-\2-\1"),
    (r"M([0-9]{2}) ([0-9]{2})-([0-9]{2})[, ]([0-9]{4})", r"\4-\1-\2/\4-\1-\3"),
    (r"([0-9]{2})-([0-9]{2}) M([0-9]{2})[, ]([0-9]{4})", r"\4-\3-\1/\4-\3-\2"),
    (r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:--?| TO )([0-9]{4}-[0-9]{2}-[0-9]{2})", r"\1/\2"),
    (r"(([0-9]{4}-[0-9]{2}-)[0-9]{2})/([0-9]{2})", r"\1/\2\3"),
    (r"([0-9]{4})[- ]?S([0-9]{2})", r"\1-\2"),
    (r"S([0-9]{2})[- ,]([0-9]{4})", r"\2-\1"),
    (r"([0-9]{2}[1-9])0S", r"\1X"),
    (r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:.*", r"\1"),
)


class DateError(ValueError):
    """A text that is no date of the profile: a stable code and what was read, in no language.

    `values` always has `value`, the text as read (cut at 80 characters), and `part`, the piece of it that is
    at fault; it has `use` where only one right way to write the date is possible, and more by code.
    """

    def __init__(self, code: str, values: dict[str, str | int]) -> None:
        """Keep the code and the values; both are the arguments, so that a copy can be made."""
        super().__init__(code, values)
        self.code = code
        self.values = values


class Point(NamedTuple):
    """One date of an expression: its text without the qualifier, that, its first and last possible day."""

    text: str
    qualifier: str
    kind: Kind
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date of the profile, with all that is needed to sort it, draw it and judge whether it is ahead.

    Attributes:
        text: the expression as printed; canonical.
        earliest: the first possible day; `None` is open.
        latest: the last possible day; `None` is open.
        latest_start: the last day on which it can begin; `None` is open, so it is always ahead.
        shape: `day`; `days`, all from one to another; `month`; `year`; `span`, one time within; `period`,
            from and to a month, a year or an unknown day; `after` `[x..]`; `before` `[..x]`; `from` `x/..`;
            `until` `../x`.
        approximate: some part of it is approximate (`~` or `%`).
        uncertain: some part of it is uncertain (`?` or `%`).
        points: the dates that stand in it, in order.
    """

    text: str
    earliest: date | None
    latest: date | None
    latest_start: date | None
    shape: Shape
    approximate: bool
    uncertain: bool
    points: tuple[Point, ...] = field(repr=False, compare=False)

    def __str__(self) -> str:
        """Return the expression as printed."""
        return self.text

    @property
    def extent(self) -> Extent:
        """How it is drawn: a solid block, a tint (somewhere within), or a firm edge and a fading end."""
        if self.shape in ("after", "from"):
            return "open-end"
        if self.shape in ("before", "until"):
            return "open-start"
        return "solid" if self.shape in ("day", "days") else "within"


class Published(NamedTuple):
    """When a source appeared, time (`09:46`) and zone (`Z`, `+09:00`) as written: none is ever added."""

    day: date
    time: str | None
    zone: str | None


def parse(text: str) -> Edtf:
    """Return the date that `text` expresses.

    Raises:
        DateError: it is not of the profile; `values["use"]` is the fix where only one is possible.
    """
    if _DAY.fullmatch(text):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            pass  # The slow way below says what is wrong with it.
        else:
            return Edtf(text, day, day, day, "day", False, False, (Point(text, "", "day", day, day),))
    try:
        return _read(text)
    except DateError as error:
        raise _explained(error, text) from None


def parse_day(text: str) -> date:
    """Return the day that `text`, strictly `YYYY-MM-DD`, names.

    Raises:
        DateError: it names none; code `day-form` where it is a date but not exactly one day.
    """
    try:
        edtf = _read(text)
    except DateError as error:
        raise _explained(error, text, only_day=True) from None
    if edtf.shape != "day" or edtf.approximate or edtf.uncertain:
        raise _error("day-form", text)
    return edtf.points[0].first


def parse_published(text: str) -> Published:
    """Return the parts of `YYYY-MM-DD` or `YYYY-MM-DDThh:mm[:ss]`, with `Z`, `+hh:mm`, `-hh:mm` or no zone.

    Raises:
        DateError: it is neither; codes `published-form`, `published-time`, `published-zone` or one of a day.
    """
    match = _PUBLISHED.fullmatch(text)
    if match is None:
        raise _error("published-form", text)
    day, time, zone = match.groups()
    if time is not None and not _TIME.fullmatch(time):
        raise DateError("published-time", {"value": text, "part": time})
    if zone is not None and not _ZONE.fullmatch(zone):
        raise DateError("published-zone", {"value": text, "part": zone})
    try:
        return Published(parse_day(day), time, zone)
    except DateError as error:
        raise DateError(error.code, {**error.values, "value": text}) from None


def _quoted(text: str) -> str:
    """Return `text`, cut where it is too long to be quoted in a message."""
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"


def _error(code: str, part: str, **more: str | int) -> DateError:
    """Return the error for a part of an expression; `parse` puts the whole beside it."""
    return DateError(code, {"value": _quoted(part), "part": _quoted(part), **more})


def _read(text: str) -> Edtf:
    """Return the date in `text`, without looking for a fix where there is none."""
    if text.startswith("["):
        return _read_set(text)
    if "/" in text:
        return _read_interval(text)
    point = _read_point(text)
    shape: Shape = point.kind if point.kind in ("day", "month", "year") else "span"
    return _built(text, shape, (point,), point.first, point.last, point.last)


def _built(
    text: str,
    shape: Shape,
    points: tuple[Point, ...],
    earliest: date | None,
    latest: date | None,
    latest_start: date | None,
) -> Edtf:
    """Return an `Edtf` whose qualifiers are those of its points."""
    qualifiers = {point.qualifier for point in points}
    approximate = not qualifiers.isdisjoint("~%")
    uncertain = not qualifiers.isdisjoint("?%")
    return Edtf(text, earliest, latest, latest_start, shape, approximate, uncertain, points)


def _read_interval(text: str) -> Edtf:
    """Return the interval `a/b`, `a/..` or `../b`."""
    left, _, right = text.partition("/")
    if "/" in right:
        raise _error("date-interval", text)
    if not left or not right:
        raise _error("date-interval-end", text)
    if left == right == "..":
        raise _error("date-interval-open", text)
    if right == "..":
        start = _read_end(left)
        return _built(text, "from", (start,), start.first, None, start.last)
    if left == "..":
        end = _read_end(right)
        return _built(text, "until", (end,), None, end.last, end.last)
    start, end = _read_end(left), _read_end(right)
    if end.last < start.first:
        raise _error("date-order", text, start=left, end=right)
    shape: Shape = "days" if start.kind == end.kind == "day" else "period"
    return _built(text, shape, (start, end), start.first, end.last, min(start.last, end.last))


def _read_end(text: str) -> Point:
    """Return one end of an interval, which is no season, quarter or half-year (ISO 8601-2 has none there)."""
    point = _read_point(text)
    if point.kind in ("season", "quarter", "half"):
        raise _error("date-season-in-interval", text)
    return point


def _read_set(text: str) -> Edtf:
    """Return the one-of-set `[a..]`, `[..b]`, `[a..b]` or `[a,b]`; members may stand in any order."""
    if not text.endswith("]"):
        raise _error("date-qualifier" if text[-1] in "?~%" else "date-set-bracket", text)
    inner = text[1:-1]
    members = inner.split(",")
    if len(members) > 1:
        if ".." in inner:
            raise _error("date-set-mixed", text)
        points = tuple(_read_point(member) for member in members)
        last = max(point.last for point in points)
        return _built(text, "span", points, min(point.first for point in points), last, last)
    left, dots, right = inner.partition("..")
    if not left and not right:
        raise _error("date-set-empty", text)
    if not dots:
        raise _error("date-set-one", text)
    if not right:
        start = _read_point(left)
        return _built(text, "after", (start,), start.first, None, None)
    end = _read_point(right)
    if not left:
        return _built(text, "before", (end,), None, end.last, end.last)
    start = _read_point(left)
    if end.last < start.first:
        raise _error("date-order", text, start=left, end=right)
    return _built(text, "span", (start, end), start.first, end.last, end.last)


def _read_point(text: str) -> Point:
    """Return a single date with its bounds."""
    match = _POINT.fullmatch(text)
    if match is None:
        raise _refusal(text)
    year, month, day, qualifier = match.groups()
    bare = text[:-1] if qualifier else text
    if not _UNKNOWN_LAST.fullmatch(bare):
        raise _error("date-unknown-first", text)
    if year == "XXXX":
        raise _error("date-unknown", text)
    low, high = _figures(year, 9999)
    if low > high:
        raise _error("date-year", text, year=year)
    if month is None:
        kind: Kind = "some-year" if "X" in year else "year"
        return Point(bare, qualifier, kind, date(low, 1, 1), date(high, 12, 31))
    if day is None and month in _FIRST_MONTHS:
        kind, first, last = _part_of_year(text, low, month)
        return Point(bare, qualifier, kind, first, last)
    low_month, high_month = _figures(month, 12)
    if low_month > high_month:
        code = "date-part" if day is None and low_month >= _NO_MONTH_FROM else "date-month"
        raise _error(code, text, month=month)
    last_day = days_in(high, high_month)
    if day is None:
        kind = "some-month" if "X" in month else "month"
        return Point(bare, qualifier, kind, date(low, low_month, 1), date(high, high_month, last_day))
    low_day, high_day = _figures(day, last_day)
    if low_day > high_day:
        raise _error("date-day", text, day=day, month=f"{year}-{month}", last=last_day)
    kind = "some-day" if "X" in day else "day"
    return Point(bare, qualifier, kind, date(low, low_month, low_day), date(high, high_month, high_day))


def days_in(year: int, month: int) -> int:
    """Return how many days a month has, without `calendar`, which loads the locale."""
    days = _DAYS[month - 1]
    return days + (days == min(_DAYS) and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


def _figures(text: str, limit: int) -> tuple[int, int]:
    """Return the lowest number from 1 and the highest up to `limit` that the figures allow."""
    return max(1, int(text.replace("X", "0"))), min(limit, int(text.replace("X", "9")))


def _part_of_year(text: str, year: int, code: str) -> tuple[Kind, date, date]:
    """Return the kind and the bounds of a season, quarter or half-year."""
    month = _FIRST_MONTHS[code]
    kind, months = _KINDS[code[0]]
    end_year, months_before = divmod(12 * year + month + months - 2, 12)
    if end_year > date.max.year:
        raise _error("date-year", text, year=str(end_year))
    return kind, date(year, month, 1), date(end_year, months_before + 1, days_in(end_year, months_before + 1))


def _refusal(text: str) -> DateError:
    """Return the error that says best why `text` has not the form of a single date."""
    if not text.strip():
        return _error("date-empty", text)
    if text.startswith("{"):
        return _error("date-all-of", text)
    if _WITH_TIME.fullmatch(text):
        return _error("date-time", text)
    if _LONG_YEAR.fullmatch(text):
        return _error("date-year", text, year=_quoted(text))
    if any(sign in text for sign in "?~%"):
        return _error("date-qualifier", text)
    return _error("date-form", text)


def _explained(error: DateError, text: str, *, only_day: bool = False) -> DateError:
    """Return `error` with the whole text and, where only one is possible, the right way to write it."""
    values: dict[str, str | int] = {**error.values, "value": _quoted(text)}
    use = _fix(text)
    if use is not None and (_DAY.fullmatch(use) or not only_day):
        values["use"] = use
    return DateError(error.code, values)


def _fix(text: str) -> str | None:
    """Return the expression that `text` must mean, or nothing where none or more than one is possible."""
    if len(text) > _LONGEST_FIX:
        return None
    plain = _plain(text)
    found = set()
    for pattern, fix in _FIXES:
        if (match := re.fullmatch(pattern, plain)) is not None:
            expression = match.expand(fix)
            try:
                found.add(str(_read(expression)))
            except DateError:
                continue
    return found.pop() if len(found) == 1 else None


def _plain(text: str) -> str:
    """Return `text` with plain hyphens, few spaces, months and parts of a year as codes, figures in twos."""
    plain = " ".join(text.translate(_DASHES).upper().split())
    plain = re.sub(_MONTH_NAME, lambda name: f"M{_MONTHS.index(name[1]) + 1:02}", plain)
    plain = re.sub(_PART_NAME, lambda name: _PARTS.get(name[0]) or f"S3{int(name[0][1]) + 2}", plain)
    plain = re.sub(r"([0-9])(?:ST|ND|RD|TH)\b", r"\1", plain)
    plain = re.sub(r" ?(\.\.|[][,/-]) ?", r"\1", plain)
    return re.sub(r"(?<![0-9A-Z])([0-9])(?![0-9A-Z])", r"0\1", plain)
