"""Spans of days with the EDTF that says them, and the parts of such a span: what a date phrase comes to.

A span that one point of the profile says (`2021-06`, `2021-41`) keeps that point. Any other time within is
`[first..last]`, because it may begin on its last day; `first/last` is kept for what fills all its days.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

Kind = Literal["day", "month", "year", "decade", "season", "days", "within"]

# Names of parts of a year, with their first month and their code; a quarter and a half are numbered from 1.
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_QUARTER, _HALF = 32, 39
_DAY = timedelta(days=1)
_SATURDAY = 5
_DECEMBER = 12


class Span(NamedTuple):
    """The first and the last possible day, the EDTF that says so, and what kind of time it is."""

    first: date
    last: date
    text: str
    kind: Kind


class Part(NamedTuple):
    """What is meant of a span: its thirds from `low` to `high`, or its half, quarter, week or day `low`.

    The last of several is number -1.
    """

    name: str
    low: int = 0
    high: int = 0


def day(first: date) -> Span:
    """Return one day."""
    return Span(first, first, first.isoformat(), "day")


def days(first: date, last: date) -> Span:
    """Return all days from one to another; an order that is wrong shows when the text is parsed."""
    return day(first) if first == last else Span(first, last, f"{first}/{last}", "days")


def within(first: date, last: date) -> Span:
    """Return some time from one day to another."""
    low, high = edges(first, last)
    return Span(first, last, f"[{low}..{high}]", "within")


def month(year_number: int, number: int) -> Span:
    """Return a month; `number` may run over into other years."""
    year_number, number = year_number + (number - 1) // 12, (number - 1) % 12 + 1
    last = date(year_number, number, monthrange(year_number, number)[1])
    return Span(last.replace(day=1), last, last.isoformat()[:7], "month")


def year(number: int) -> Span:
    """Return a year."""
    return Span(date(number, 1, 1), date(number, 12, 31), f"{number:04}", "year")


def decade(number: int) -> Span:
    """Return the decade that a year lies in."""
    start = number // 10
    return Span(date(start * 10, 1, 1), date(start * 10 + 9, 12, 31), f"{start:03}X", "decade")


def season(number: int, name: str) -> Span:
    """Return a season of the year in which it begins."""
    first = SEASONS[name] * 3 - 60
    return Span(
        month(number, first).first, month(number, first + 2).last, f"{number:04}-{SEASONS[name]}", "season"
    )


def quarter(number: int, which: int) -> Span:
    """Return a quarter of a year; -1 is the last."""
    which = which if which > 0 else 4
    first, last = month(number, which * 3 - 2).first, month(number, which * 3).last
    return Span(first, last, f"{number:04}-{_QUARTER + which}", "season")


def half(number: int, which: int) -> Span:
    """Return a half of a year; -1 is the last."""
    which = which if which > 0 else 2
    first, last = month(number, which * 6 - 5).first, month(number, which * 6).last
    return Span(first, last, f"{number:04}-{_HALF + which}", "season")


def week(inside: date, weeks: int = 0) -> Span:
    """Return some time in the week, Monday to Sunday, of a day, or in one before or after it."""
    monday = inside - inside.weekday() * _DAY + 7 * weeks * _DAY
    return within(monday, monday + 6 * _DAY)


def weekend(inside: date, weeks: int = 0) -> Span:
    """Return some time on the Saturday or Sunday of a day's week, or of one before or after it."""
    saturday = week(inside, weeks).first + _SATURDAY * _DAY
    return within(saturday, saturday + _DAY)


def turn(number: int) -> Span:
    """Return the turn to a year: December and January."""
    return within(date(number - 1, _DECEMBER, 1), date(number, 1, 31))


def edges(first: date, last: date) -> tuple[str, str]:
    """Return both ends of a time in years, months or days: the largest that fit both."""
    whole_months = first.day == 1 and (last + _DAY).day == 1
    if whole_months and first.month == 1 and last.month == _DECEMBER:
        return first.isoformat()[:4], last.isoformat()[:4]
    size = 7 if whole_months else 10
    return first.isoformat()[:size], last.isoformat()[:size]


def ends(span: Span, *, plain: bool) -> tuple[str, str]:
    """Return what stands for the start and for the end of a span; `plain` is for intervals: no seasons."""
    point = span.kind in ("day", "month", "year", "decade") or (span.kind == "season" and not plain)
    return (span.text, span.text) if point else edges(span.first, span.last)


def next_to(span: Span, step: Literal[-1, 1]) -> Span:
    """Return the time just before or just after a span, as large as the span where it is a month or year."""
    if span.kind == "year":
        return year(span.first.year + step)
    if span.kind == "month":
        return month(span.first.year, span.first.month + step)
    return day(span.first - _DAY if step < 0 else span.last + _DAY)


def part_of(span: Span, part: Part) -> Span:
    """Return a part of a span, or the span itself where it has no such part."""
    name, low, high = part
    if name == "thirds":
        return _thirds(span, low, high)
    if name == "week-of":
        return week(span.first) if span.kind == "day" else span
    if span.kind == "year":
        if name == "turn":
            return turn(span.first.year)
        pick = {"half": half, "quarter": quarter}.get(name)
        return pick(span.first.year, low) if pick else span
    return _part_of_month(span, name, low) if span.kind == "month" else span


def _thirds(span: Span, low: int, high: int) -> Span:
    first, last = span.first, span.last
    if span.kind == "month":
        starts = [first, first + 10 * _DAY, first + 20 * _DAY, last + _DAY]
        return within(starts[low], starts[high + 1] - _DAY)
    if span.kind == "year":
        return within(month(first.year, low * 4 + 1).first, month(first.year, high * 4 + 4).last)
    if span.kind == "decade":
        starts_in = (0, 4, 7, 10)
        return within(
            year(first.year + starts_in[low]).first, year(first.year + starts_in[high + 1] - 1).last
        )
    return span


def _part_of_month(span: Span, name: str, number: int) -> Span:
    """Return a half, week, weekend or weekday of a month; weeks are counted from its first day."""
    first, last = span.first, span.last
    if name == "half":
        middle = first + 14 * _DAY
        return within(first, middle) if number == 1 else within(middle + _DAY, last)
    if name == "week":
        start = first + (number - 1) * 7 * _DAY if number > 0 else last - 6 * _DAY
        return within(start, min(start + 6 * _DAY, last))
    if name == "weekend":
        saturday = _numbered(span, _SATURDAY, number)
        return within(saturday, saturday + _DAY)
    return day(_numbered(span, WEEKDAYS.index(name), number)) if name in WEEKDAYS else span


def _numbered(span: Span, weekday: int, number: int) -> date:
    """Return the first, second ... or last such weekday of a span."""
    if number > 0:
        return span.first + ((weekday - span.first.weekday()) % 7 + 7 * (number - 1)) * _DAY
    return span.last - (span.last.weekday() - weekday) % 7 * _DAY
