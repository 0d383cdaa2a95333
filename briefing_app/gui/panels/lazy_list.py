"""A list of rows of many heights: only those in and near the view are made, the others are thought of."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from briefing_app.gui.panels.scrolling import own_viewport, paint_ground
from briefing_app.gui.widgets.letters import heed_letters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from briefing_app.gui.theme import Theme, Token

# How often a row is brought into sight again after rows that come with it turned out to be of another height.
_TRIES = 4


class LazyList(QScrollArea):
    """Shows rows that are made when they come near the view, and let go when they are far from it."""

    def __init__(self, theme: Theme, ground: Token = "page") -> None:
        super().__init__()
        heed_letters(self, theme)
        self._make: Callable[[int], QWidget] | None = None
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._known: set[int] = set()
        self._width, self._busy = 0, False
        self.margins, self.gap = QMargins(), 0  # px around the rows, and between them
        self.few = 0  # of no more rows all are made, so that all are read aloud without scrolling
        self.rows: dict[int, QWidget] = {}
        self.kept = -1  # a row that is never let go
        self._around = False  # rows beside the view are made, too
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._make_around)
        own_viewport(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        paint_ground(self, theme, ground)
        self.page = QWidget()
        self.setWidget(self.page)
        self.verticalScrollBar().setSingleStep(theme.px(32))
        self.verticalScrollBar().valueChanged.connect(self.sync)

    def show_rows(self, count: int, make: Callable[[int], QWidget], guess: int) -> None:
        """Show other rows, from the first one.

        Args:
            count: how many.
            make: makes a row by its number, from 0.
            guess: the height of a row that was not made yet, in px.
        """
        self.show_again([-1] * count, make, guess)
        self.verticalScrollBar().setValue(0)
        self.sync()

    def show_again(self, origin: Sequence[int], make: Callable[[int], QWidget], guess: int) -> None:
        """Show other rows, with those among them that are the same as before; stay where one is.

        Args:
            origin: for each row the number that it had before, -1 for one that is another now.
            make: makes a row by its number, from 0.
            guess: the height of a row that was not made yet, in px.
        """
        before, heights, known = self.rows, self._heights, self._known
        self.rows = {n: before.pop(was) for n, was in enumerate(origin) if was in before}
        focused = self.window().focusWidget()
        if any(row is focused or row.isAncestorOf(focused) for row in before.values()):
            self.setFocus()  # else it would go from row to row as they are hidden
        for row in before.values():
            row.hide()
            row.deleteLater()
        self._make = make
        self._heights = [guess if was < 0 else heights[was] for was in origin]
        self._known = {n for n, was in enumerate(origin) if was in known}
        self._measured()

    def measure_again(self, number: int) -> None:
        """Give a row the height that it needs now."""
        self._known.discard(number)
        self.sync()

    def row(self, number: int) -> QWidget:
        """Return a row, made if need be."""
        found = self.rows.get(number)
        if found is None:
            assert self._make is not None  # noqa: S101 - there are no rows before they are shown
            found = self._make(number)
            found.setParent(self.page)
            below = min((n for n in self.rows if n > number), default=None)
            if below is not None:  # what reads the window aloud goes by the order of the widgets
                found.stackUnder(self.rows[below])
            self.rows[number] = found
            found.show()
        return found

    def go(self, number: int) -> QWidget:
        """Bring a row into sight, made if need be."""
        bar, high = self.verticalScrollBar(), self.viewport().height()
        for _ in range(_TRIES):  # what was thought of its height, and of those above it, may have been wrong
            before, (top, bottom) = bar.value(), self._tops[number : number + 2]
            if top < bar.value() or bottom - top > high:
                bar.setValue(top)
            elif bottom > bar.value() + high:
                bar.setValue(bottom - high)
            self.sync()
            if bar.value() == before:
                break
        return self.row(number)

    def in_view(self) -> tuple[int, int]:
        """Return the first and the last row that can be seen."""
        top = self.verticalScrollBar().value()
        return self._at(top), self._at(top + self.viewport().height() - 1)

    # ------------------------------------------------------------------------------------------ measures

    def _at(self, y: int) -> int:
        return min(max(bisect_right(self._tops, y) - 1, 0), len(self._heights) - 1)

    def _measured(self) -> None:
        self._tops = list(accumulate(self._heights, initial=self.margins.top()))
        self.page.resize(max(self._width, 1), self._tops[-1] + self.margins.bottom())

    def _measure(self, number: int) -> int:
        if number not in self._known:
            row = self.row(number)
            fitting = row.heightForWidth(self._room)
            high = fitting if fitting > 0 else row.sizeHint().height()
            self._heights[number] = max(high, row.minimumHeight()) + self.gap
            self._known.add(number)
        return self._heights[number]

    @property
    def _room(self) -> int:
        """The width of a row in px."""
        return max(self._width - self.margins.left() - self.margins.right(), 1)

    def sync(self) -> None:
        """Make the rows in the view, soon those near it, each in its place; what one reads stays still."""
        width, high = self.viewport().width(), self.viewport().height()
        if self._busy or not self._heights or not self.isVisible() or width <= 0:
            return
        self._busy = True
        if width != self._width:
            self._width, self._known = width, set()
        if self.kept >= 0:
            self._measure(self.kept)
        bar = self.verticalScrollBar()
        first = self._at(bar.value())
        offset = bar.value() - self._tops[first]
        low, high_row = self._reach(first, offset, high)
        self._measured()
        bar.setValue(self._tops[first] + min(offset, self._heights[first]))
        self._lay_out(low, high_row)
        if not self._known.issuperset(range(low, high_row + 1)):
            self._later.start()  # after a jump the view is painted first
        self._busy = False

    def _make_around(self) -> None:
        self._around = True
        self.sync()
        self._around = False

    def _reach(self, first: int, offset: int, high: int) -> tuple[int, int]:
        """Measure the rows of the view; return the ends of those of one more above and below it."""
        if len(self._heights) <= self.few:
            for number in range(len(self._heights)):
                self._measure(number)
            return 0, len(self._heights) - 1
        last, room = first, offset + 2 * high - self._measure(first)
        while room > 0 and last + 1 < len(self._heights):
            last += 1
            room -= self._measure(last) if self._around or room > high else self._heights[last]
        low, room = first, high
        while room > 0 and low > 0:
            low -= 1
            room -= self._measure(low) if self._around else self._heights[low]
        return low, last

    def _lay_out(self, low: int, high: int) -> None:
        for number in [n for n in self.rows if not low <= n <= high and n != self.kept]:
            row = self.rows[number]
            if not (row.hasFocus() or row.isAncestorOf(self.window().focusWidget())):
                del self.rows[number]
                self._known.discard(number)
                row.hide()
                row.deleteLater()
        for number, row in self.rows.items():
            high_now = self._heights[number] - self.gap
            row.setGeometry(self.margins.left(), self._tops[number], self._room, high_now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows anew."""
        super().resizeEvent(event)
        self.sync()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows of the view."""
        super().showEvent(event)
        self.sync()
