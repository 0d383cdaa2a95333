"""The heights of a list's lines: estimated from their words until their rows are made and measured."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, cached_property, partial
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFontMetricsF

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.theme import Role, Theme
    from briefing_app.gui.widgets.rows import Content

LABEL_COLUMN = 102
LABEL_LINE = 26  # px of a label above its row
_MEASURED = 50  # lines from which the mean width of a letter is taken
_CHIP = 46  # px that a party's chip takes, about
_MARK, _SOURCED_MARK = 25, 36  # px that a paragraph mark takes, about, without and with a source's number
_MOST_IN_LINE = 3  # paragraph marks


class Line(NamedTuple):
    """A line of a list, made when it comes into view.

    Attributes:
        item: the item's id.
        text: its words, from which the height is estimated until the row is made.
        content: returns what its row shows, from where it stands, counted from 1, and of how many.
        chips: how many chips stand before the text.
        marks: how many paragraph marks stand behind it.
        label: makes what stands in the column before it, if anything.
        gap: px above it.
        told: what it was made from.
    """

    item: str
    text: str
    content: Callable[[int, int], Content]
    chips: int = 0
    marks: int = 0
    label: Callable[[], QWidget] | None = None
    gap: int = 0
    told: object = None

    def as_high(self, other: Line) -> bool:
        """Tell whether another line takes as much room."""
        mine, its = (
            (self.text, self.chips, self.marks, self.gap),
            (other.text, other.chips, other.marks, other.gap),
        )
        return self is other or mine == its


class Shape(NamedTuple):
    """How the rows of a list look.

    Attributes:
        role: the style of their texts.
        labelled: a column is kept before them for labels.
        sourced: their paragraph marks name a source too.
        reference: their items stand in full elsewhere.
        above: there is no room for that column: the labels stand above their rows.
    """

    role: Role = "item"
    labelled: bool = False
    sourced: bool = False
    reference: bool = False
    above: bool = False


class Heights:
    """The heights of all lines of a list in one width."""

    def __init__(self, theme: Theme, lines: Sequence[Line], shape: Shape) -> None:
        self._theme, self._lines, self._shape = theme, lines, shape
        self.above = shape.above
        self.left = theme.inset + theme.px(LABEL_COLUMN) if shape.labelled and not shape.above else 0
        self.width = 0
        self._px: list[int] = []
        self._estimate: list[int] = []  # in the same width
        self._tops: list[int] = []
        self._others: dict[int, list[int]] = {}

    def begin(self, width: int, known: Iterable[int] = ()) -> None:
        """Estimate all heights for another width.

        Args:
            width: in px.
            known: lines that were measured in the width before.
        """
        self._px, self._estimate = self.guessed(width, known), self.estimated(width)
        self.width, self._tops = width, []
        self._others.clear()

    def follow(self, lines: Sequence[Line], origin: Sequence[int]) -> None:
        """Take other lines in the place of those before; what was measured stays so.

        Args:
            lines: from top to bottom.
            origin: for each the number that it had before, -1 for a new one.
        """
        before, measures, px = self._lines, self._measures, self._px
        pairs = zip(lines, origin, strict=True)
        same = [was if was >= 0 and line.as_high(before[was]) else -1 for line, was in pairs]
        self._lines = lines
        self._measures = [
            measures[was] if was >= 0 else self._measure(line) for line, was in zip(lines, same, strict=True)
        ]
        self._others.clear()
        if self.width:
            guesses = self._estimates(
                self.width, [n for n, was in zip(self._measures, same, strict=True) if was < 0]
            )
            coming, there = iter(guesses), self._estimate
            self._estimate = [there[was] if was >= 0 else next(coming) for was in same]
            self._others[self.width], self._tops = self._estimate, []
            known = zip(same, self._estimate, strict=True)
            self._px = [px[was] if was >= 0 else guess for was, guess in known]

    def guessed(self, width: int, known: Iterable[int]) -> list[int]:
        """Return estimates for a width, those of `known` lines as far from it as they were in this one."""
        found = list(self.estimated(width))
        if self.width:
            for n in known:
                found[n] = round(found[n] * self._px[n] / self._estimate[n])
        return found

    def measured(self, number: int, height: int) -> bool:
        """Take the height of a line's row for that of the line, and tell whether it is another one."""
        if self._px[number] == height:
            return False
        self._px[number] = height
        self._tops = []
        return True

    def of(self, number: int) -> int:
        """Return the height of a line, the gap above it included."""
        return self._px[number]

    def top(self, number: int) -> int:
        """Return where a line begins; behind the last one, where the list ends."""
        if not self._tops:
            self._tops = [0, *accumulate(self._px)]
        return self._tops[number]

    def at(self, y: int) -> int:
        """Return the number of the line at a height of the list, the first or last one beyond its ends."""
        self.top(0)
        return min(max(bisect_right(self._tops, y) - 1, 0), len(self._lines) - 1)

    def estimated(self, width: int) -> list[int]:
        """Return the heights of all lines in a width, from the widths of their words; not to be changed."""
        if width not in self._others:
            self._others[width] = self._estimates(width, self._measures)
        return self._others[width]

    def _estimates(self, width: int, measures: Iterable[tuple[int, int, int]]) -> list[int]:
        px, line_height = self._theme.px, self._theme.line_height(self._shape.role)
        roomy = self._shape.role == "item"
        least, padding = px(28 if roomy else 24), 2 * px(4 if roomy else 2) + 1
        room = width - self.left - self._theme.inset - px(12)
        narrow = px(80)
        # Plain arithmetic, for a list has thousands of lines and is asked at each step of a resizing.
        return [
            gap + max(padding - (-length // max(room - taken, narrow)) * line_height, least)
            for gap, length, taken in measures
        ]

    @cached_property
    def _measures(self) -> list[tuple[int, int, int]]:
        """For each line the gap above it, the width of its words, and that of its chips and marks, in px."""
        return [self._measure(line) for line in self._lines]

    def _measure(self, line: Line) -> tuple[int, int, int]:
        gap, chip, mark, mean = self._sizes
        words = ceil(len(line.text) * mean)
        return gap(line.gap), words, chip * line.chips + mark * min(line.marks, _MOST_IN_LINE)

    @cached_property
    def _sizes(self) -> tuple[Callable[[int], int], int, int, float]:
        """What makes px of a gap, and the px of a chip, of a mark and of a letter."""
        px = self._theme.px
        return cache(px), px(_CHIP), px(_SOURCED_MARK if self._shape.sourced else _MARK), self._letter

    @property
    def _letter(self) -> float:
        """The mean width of the letters of some of the lines in px."""
        some = "".join(line.text for line in self._lines[:_MEASURED])
        metrics = QFontMetricsF(self._theme.font(self._shape.role))
        return metrics.horizontalAdvance(some) / max(len(some), 1)


def same_call(one: Callable[[], object] | None, other: Callable[[], object] | None) -> bool:
    """Tell whether two calls without arguments give the same."""
    if not isinstance(one, partial) or not isinstance(other, partial):
        return one is other
    return (one.func, one.args, one.keywords) == (other.func, other.args, other.keywords)
