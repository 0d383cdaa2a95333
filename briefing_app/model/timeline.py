"""Fuzzy dates on one axis, as fractions of its length: what the painter and the typesetter both draw."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.model import date_words
from briefing_app.model.dates import days_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.model.dates import Edtf, Extent

LEAST_MONTHS = 6
MOST_MONTHS = 24
MOST_TICKS = 12
_BESIDE_A_YEAR = (2, 12)  # months


class Tick(NamedTuple):
    """A mark on the axis at a fraction of its length, with its label (empty for a bare mark)."""

    at: float
    label: str


class Bar(NamedTuple):
    """A date as it is drawn.

    Attributes:
        shape: as `Edtf.extent`: `solid` block, `within` a tint between brackets, `open-end` a firm start
            that fades, `open-start` fading in to a firm end.
        start: fraction of the axis where it begins.
        end: fraction where it ends.
        soft: both ends fade (approximate).
        parts: from and to of each date, where it is one of several; between them none was named.
    """

    shape: Extent
    start: float
    end: float
    soft: bool = False
    parts: tuple[tuple[float, float], ...] = ()

    @property
    def pieces(self) -> tuple[Bar, ...]:
        """The bars to draw, joined by a dotted line where they are several."""
        return tuple(self._replace(start=start, end=end, parts=()) for start, end in self.parts) or (self,)


class Axis(NamedTuple):
    """A stretch of days from the first day of a month to the last day of a month."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Return the fraction at which `day` begins; below 0 or above 1 where it lies outside."""
        return (day - self.first).days / ((self.last - self.first).days + 1)

    def bar(self, when: Edtf) -> Bar:
        """Return `when` as a bar, clipped to the axis."""
        start, end = self._stretch(when.earliest, when.latest)
        members = tuple(self._stretch(first, last) for first, last in _members(when))
        parts = members if len(members) > 1 else ()
        return Bar(when.extent, start, end, soft=when.approximate, parts=parts)

    def _stretch(self, first: date | None, last: date | None) -> tuple[float, float]:
        """Return from where to where days lie, clipped to the axis; None is open."""
        start = min(max(self.at(first) if first else 0.0, 0.0), 1.0)
        return start, min(max(self.at(_next_day(last)) if last else 1.0, start), 1.0)

    def ticks(self) -> tuple[Tick, ...]:
        """Return month marks, the first with its year, January as its year; year marks over 24 months."""
        months = _months(self.first, self.last)
        if months <= MOST_MONTHS:
            return tuple(self._month_tick(n, months) for n in range(months))
        step = -(-(self.last.year - self.first.year + 1) // MOST_TICKS)
        years = range(self.first.year, self.last.year + 1, step)
        return tuple(Tick(max(self.at(date(year, 1, 1)), 0.0), str(year)) for year in years)

    def _month_tick(self, n: int, months: int) -> Tick:
        day = _month_after(self.first, n)
        name = date_words.month_name(day.month, short=True)
        every = -(-months // MOST_TICKS)
        if n == 0:
            return Tick(self.at(day), f"{name} {day.year}")
        if day.month == 1:
            return Tick(self.at(day), str(day.year))
        # The first label, with its year, needs the room; so does a year where not every month has a label.
        crowded = (n == 1 and months > LEAST_MONTHS) or (every > 1 and day.month in _BESIDE_A_YEAR)
        return Tick(self.at(day), "" if crowded or n % every else name)


def axis(as_of: date, found: Iterable[Edtf]) -> Axis:
    """Return the axis on which all of `found` and `as_of` have their place, six months at least."""
    known = [as_of, *(day for when in found for day in (when.earliest, when.latest) if day)]
    first = min(known).replace(day=1)
    return Axis(first, max(_month_end(max(known)), _month_end(_month_after(first, LEAST_MONTHS - 1))))


def _members(when: Edtf) -> list[tuple[date, date]]:
    """Return the days of each member of a one-of-set in their order; those that touch are one."""
    found: list[tuple[date, date]] = []
    for point in sorted(when.points, key=lambda each: each.first) if "," in when.text else ():
        if found and point.first <= _next_day(found[-1][1]):
            found[-1] = found[-1][0], max(found[-1][1], point.last)
        else:
            found.append((point.first, point.last))
    return found


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _month_after(day: date, months: int) -> date:
    """Return the first day of the month that lies `months` after that of `day`, in the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1) if year <= date.max.year else date.max.replace(day=1)


def _month_end(day: date) -> date:
    return day.replace(day=days_in(day.year, day.month))


def _next_day(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day
