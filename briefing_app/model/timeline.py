"""Fuzzy dates on one axis, as fractions of its length: what the painter and the typesetter both draw."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.model import date_words
from briefing_app.model.dates import days_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing_app.model.dates import Edtf, Extent

LEAST_MONTHS = 6
MOST_MONTHS = 24
MOST_TICKS = 12
_MONTH_STEPS = (1, 2, 3, 4, 6, 12)


class Tick(NamedTuple):
    """A label on the axis, at the fraction of its length where what it names begins."""

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

    def marks(self) -> tuple[float, ...]:
        """Return the fractions at which months begin; years, where there are over 24 months."""
        if self._months <= MOST_MONTHS:
            return tuple(self.at(_month_after(self.first, n)) for n in range(self._months))
        return tuple(tick.at for tick in self._years())

    def labellings(self) -> tuple[tuple[Tick, ...], ...]:
        """Return the ways to label the axis, all in even steps, from the most labels to one alone.

        Each names the first mark, unless a year that has begun before leaves too little room beside the next;
        and the year of a label is that of the one before it, where it does not say another.
        """
        if self._months <= MOST_MONTHS:
            steps = [step for step in _MONTH_STEPS if step < self._months]
            return tuple(self._named_months(step) for step in (*steps, self._months))
        years = self._years()
        starts = (0,) if self.first.month == 1 else (0, 1)
        return tuple(years[start::step] for step in range(1, len(years) + 1) for start in starts)

    @property
    def ends(self) -> tuple[str, str]:
        """The first and the last month in words."""
        return _with_year(self.first), _with_year(self.last)

    @property
    def _months(self) -> int:
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    def _years(self) -> tuple[Tick, ...]:
        step = -(-(self.last.year - self.first.year + 1) // MOST_TICKS)
        years = range(self.first.year, self.last.year + 1, step)
        return tuple(Tick(max(self.at(date(year, 1, 1)), 0.0), str(year)) for year in years)

    def _named_months(self, step: int) -> tuple[Tick, ...]:
        found, year = [], 0
        for n in range(0, self._months, step):
            day = _month_after(self.first, n)
            turn = str(day.year) if n and day.month == 1 else _with_year(day)
            same = day.year == year
            found.append(Tick(self.at(day), date_words.month_name(day.month, short=True) if same else turn))
            year = day.year
        return tuple(found)


def roomy(
    labellings: Iterable[Sequence[Tick]], x: Callable[[float], float], end: float,
    width: Callable[[str], float], gap: float,
) -> list[tuple[float, str]]:  # fmt: skip
    """Return where labels stand, and which: the first labelling in which none runs into the next.

    Args:
        labellings: as the axis offers them.
        x: where a fraction of the axis lies.
        end: where the room for labels ends; the last ones are left out where they go beyond it.
        width: how wide a label is.
        gap: what is to be clear between two of them.
    """
    for ticks in labellings:
        placed = [(x(tick.at), tick.label) for tick in ticks]
        inside = [(left, label) for left, label in placed if left + width(label) <= end]
        if all(left + width(label) + gap <= after for (left, label), (after, _) in pairwise(inside)):
            return inside
    return []


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


def _with_year(day: date) -> str:
    return f"{date_words.month_name(day.month, short=True)} {day.year}"


def _month_after(day: date, months: int) -> date:
    """Return the first day of the month that lies `months` after that of `day`, in the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1) if year <= date.max.year else date.max.replace(day=1)


def _month_end(day: date) -> date:
    return day.replace(day=days_in(day.year, day.month))


def _next_day(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day
