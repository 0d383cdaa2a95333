"""A list of rows: only those in and near the view are widgets, given from item to item in scrolling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from briefing_app.gui.panels.row_heights import Heights
from briefing_app.gui.panels.row_pool import RowPool

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QMoveEvent, QResizeEvent, QShowEvent

    from briefing_app.gui.panels.row_heights import Line, Shape
    from briefing_app.gui.selection import Selection
    from briefing_app.gui.theme import Theme
    from briefing_app.gui.widgets.rows import ItemRow

_MARGIN = 1.0  # rows are kept ready this far beyond the view, in heights of the view
_FEW, _EVERYWHERE = 60, 1e4  # of so few lines all rows are kept, so that all are read aloud without scrolling
_IN_VIEW, _NEAR = 6, 3  # rows that are made ready in one turn of the event loop, in the view and beyond it
_FEW_WORDS = 180  # px at text size 1 that a text has at the least
_SETTLES = 120  # ms after the last row was measured


class ListedRow:
    """The place of an item in a list; its widget is made when it is asked for."""

    marks: tuple[int, ...] = ()

    def __init__(self, rows: RowList, number: int, item: str) -> None:
        self._rows, self._number, self.item = rows, number, item
        self.reference = rows.shape.reference

    @property
    def live(self) -> QWidget | None:
        """The widget that shows the item now, if any."""
        return self._rows.live(self._number)

    @property
    def widget(self) -> QWidget:
        """The widget that shows the item, made where there is none."""
        return self._rows.hold(self._number)

    def reachable(self) -> bool:
        """Tell whether the list is in sight or can be scrolled to."""
        return self._rows.isVisibleTo(self._rows.window())


class RowList(QWidget):
    """Lines below one another; knows its height at once, by measured rows and by estimates for all others."""

    shifted = Signal(int)  # by how many px what is in view moved down because rows above it were measured
    grown = Signal()  # the list is higher or lower than it was told to be

    def __init__(
        self,
        theme: Theme,
        lines: Sequence[Line],
        make: Callable[[], ItemRow],
        shape: Shape,
    ) -> None:
        """Make an empty list that fills itself once it is placed.

        Args:
            theme: what it draws with.
            lines: from top to bottom.
            make: makes a row, to be filled with any line's content.
            shape: how its rows look.
        """
        super().__init__()
        self.theme, self.lines, self.shape = theme, lines, shape
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._go_on)
        # To tell the layouts at each row would lay the whole page out at each step of the scrolling.
        self._growing = QTimer(self, singleShot=True, interval=_SETTLES)
        self._growing.timeout.connect(self.grown)
        self._heights = Heights(theme, lines, shape)
        self._pool = RowPool(self, theme, lines, make, self._heights)
        self._left = len(lines)  # rows that may still be made ready in this turn
        self._settled = self._busy = False
        self.waits = False  # the page is being laid out, and what is in view is not what will be
        self.rows = [ListedRow(self, n, line.item) for n, line in enumerate(lines)]
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines: rows of what stays are kept, and those of what changed are filled anew."""
        if [line.item for line in lines] == [line.item for line in self.lines]:
            origin = list(range(len(lines)))
        else:
            was = {line.item: number for number, line in enumerate(self.lines)}
            origin = [was.get(line.item, -1) for line in lines]
            self.rows = [ListedRow(self, n, line.item) for n, line in enumerate(lines)]
        self.lines = lines
        self._heights.follow(lines, origin)
        self._provide(self._pool.follow(lines, origin))
        self._growing.stop()  # who shows other lines lays the page out
        self.updateGeometry()
        self._hurry()
        self._lay_out()

    # ------------------------------------------------------------------------------------------ measures

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines in a width, as far as it is known."""
        if width == self._heights.width:
            return self._heights.top(len(self.lines))
        if self._partly:
            return sum(self._heights.guessed(width, self._pool))
        heights = self._heights.estimated(width)
        # Rows are measured: in most briefings these are all, and the page is laid out once.
        measured = sum(self._pool.height_in(number, width) - heights[number] for number in self._pool)
        return sum(heights) + measured

    @property
    def _partly(self) -> bool:
        """Whether the rows are so many that only those in view are measured at once in another width."""
        return self._settled and len(self.lines) > _FEW

    def sizeHint(self) -> QSize:
        """Return a size from which only the share of the width is taken."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which texts still have a few words a line."""
        return QSize(self._heights.left + self.theme.px(_FEW_WORDS), 0)

    # ---------------------------------------------------------------------------------------- the window

    def live(self, number: int) -> QWidget | None:
        """Return the widget that shows a line now, if any."""
        return self._pool.get(number)

    def hold(self, number: int) -> QWidget:
        """Return the widget of a line, made in its place, and keep it for a while.

        Who asks for it goes there, so that all rows around it are made in the same turn: none of them is to
        push it away later.
        """
        if not self._pool.ready(number):
            self._hurry()
        row = self._pool.hold(number)
        self._lay_out()
        return row

    def settle(self) -> None:
        """Keep rows beyond the edges of the view too; before the first paint there is no time for them."""
        self._settled = True
        self._later.start()

    def live_rows(self) -> list[tuple[str, QWidget]]:
        """Return the items that stand in full and have widgets now, and these, from top to bottom."""
        if self.shape.reference:
            return []
        found = ((self.lines[number].item, self._pool.get(number)) for number in sorted(self._pool))
        return [(item, row) for item, row in found if row is not None]

    def watch(self, filled: Callable[[], object] | None) -> None:
        """Let it be told when a row is given another item."""
        self._pool.filled = filled

    def select(self, selection: Selection) -> None:
        """Draw the rows in view as the selection says, and all others when they come."""
        self._pool.select(selection)

    def sync(self) -> None:
        """Make the rows that are in the view, out of those that have left it; many in several turns."""
        if self._busy or not self.lines or not self.isVisibleTo(self.window()):
            return
        self._reshape()
        if not self.waits:
            self._follow(0)
        if self._settled:
            self._later.start()

    def _go_on(self) -> None:
        """Make more of the rows that are in and near the view, and others in the next turn."""
        if self._busy or self.waits or not self._heights.width or not self.isVisibleTo(self.window()):
            return
        self._left = _IN_VIEW
        if not self._follow(_MARGIN if len(self.lines) > _FEW else _EVERYWHERE):
            self._later.start()

    def _hurry(self) -> None:
        """Let all rows in view be made in this turn."""
        self._left = len(self.lines)
        if self._settled:
            self._later.start()

    def _span(self) -> tuple[int, int]:
        """Return the upper and lower edge of the view, in the list's own px."""
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QAbstractScrollArea):
            above = above.parentWidget()
        if above is None:
            return 0, self._heights.top(len(self.lines))
        port = above.viewport()
        top = -self.mapTo(port, QPoint()).y()
        return top, top + port.height()

    def _reshape(self) -> None:
        """Estimate the heights anew where the width changed; of many rows only those in view are measured."""
        if self._heights.width == self.width():
            return
        self._pool.begin(self.width())
        self._hurry()
        if not self._partly:
            self._provide(list(self._pool))

    def _follow(self, margin: float) -> bool:
        """Make rows of the view, and where it has them all some of those that are near it.

        Args:
            margin: how far beyond its edges they are kept, in heights of the view.

        Returns:
            Whether all of them are there.
        """
        self._busy = True
        top, bottom = self._span()
        height, end = bottom - top, len(self.lines)
        fixed = self._heights.at(top) if self._heights.top(end) > top else end
        was = self._heights.top(fixed)
        if end > _FEW:
            self._pool.release(self._heights.at(top - 2 * height), self._heights.at(bottom + 2 * height))
        most, missing = self._left, self._missing(top, bottom)
        if margin and not missing:
            more = round(margin * height)
            most, missing = _NEAR, self._missing(top - more, bottom + more, ends=True)
            done = len(missing) <= most
        else:
            done = not missing
        self._provide(missing[:most])
        self._left -= min(len(missing), most)
        self._pool.put_away()
        self._lay_out()
        self._busy = False
        if top > 0 and fixed < end and self._heights.top(fixed) != was:
            self.shifted.emit(self._heights.top(fixed) - was)
        return done

    def _missing(self, top: int, bottom: int, *, ends: bool = False) -> list[int]:
        """Return the lines between two heights that lack a measured row; with `ends`, the outer two too."""
        near = bottom >= 0 and top <= self._heights.top(len(self.lines))
        wanted = range(self._heights.at(top), self._heights.at(bottom) + 1) if near else range(0)
        more = (0, len(self.lines) - 1) if ends else ()
        return [number for number in (*wanted, *more) if not self._pool.ready(number)]

    def _provide(self, numbers: Sequence[int]) -> None:
        """Make and measure the rows of lines."""
        changed = [self._pool.provide(number) for number in numbers]
        if any(changed):
            self._growing.start()

    def _lay_out(self) -> None:
        """Put the rows and labels in their places."""
        if self._heights.width:
            self._pool.lay_out(self._span()[0], labelled=self.shape.labelled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make and place the rows of the view."""
        super().resizeEvent(event)
        self.sync()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Make the rows that came into view."""
        super().moveEvent(event)
        self.sync()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows of the view."""
        super().showEvent(event)
        self.sync()
