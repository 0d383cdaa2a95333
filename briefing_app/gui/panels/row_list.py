"""A list of rows: only those in and near the view are widgets, given from item to item in scrolling."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from briefing_app.gui.panels.row_heights import Heights
from briefing_app.gui.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from PySide6.QtGui import QMoveEvent, QResizeEvent, QShowEvent

    from briefing_app.gui.panels.row_heights import Line, Shape
    from briefing_app.gui.theme import Theme
    from briefing_app.gui.widgets.rows import ItemRow

_MARGIN = 1.0  # rows are kept ready this far beyond the view, in heights of the view
_FEW, _EVERYWHERE = 60, 1e4  # of so few lines all rows are kept, so that all are read aloud without scrolling
_AT_ONCE = 3  # rows that are made ready in one turn of the event loop
_SETTLES = 120  # ms after the last row was measured
_HELD = 64  # rows that were asked for by name stay this long
_SPARE = 32
_LABEL_ABOVE = 6  # px between the top of a row and its label


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
        self.theme, self._lines, self._make, self.shape = theme, lines, make, shape
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._go_on)
        # To tell the layouts at each row would lay the whole page out at each step of the scrolling.
        self._growing = QTimer(self, singleShot=True, interval=_SETTLES)
        self._growing.timeout.connect(self.grown)
        self._heights = Heights(theme, lines, shape)
        self._live: dict[int, ItemRow] = {}
        self._labels = Labels(self, theme, lines, self._heights)
        self._spare: list[ItemRow] = []
        self._held: deque[int] = deque(maxlen=_HELD)
        self._selection = Selection()
        self._settled = self._busy = False
        self.rows = [ListedRow(self, n, line.item) for n, line in enumerate(lines)]
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # ------------------------------------------------------------------------------------------ measures

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines in a width, as far as it is known."""
        if width == self._heights.width:
            return self._heights.top(len(self._lines))
        heights = self._heights.estimated(width)
        # Rows are measured: in most briefings these are all, and the page is laid out once.
        measured = sum(self._height_in(number, width) - heights[number] for number in self._live)
        return sum(heights) + measured

    def sizeHint(self) -> QSize:
        """Return a size from which only the share of the width is taken."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which texts still have a few words a line."""
        return QSize(self._heights.left + self.theme.px(180), 0)

    # ---------------------------------------------------------------------------------------- the window

    def live(self, number: int) -> QWidget | None:
        """Return the widget that shows a line now, if any."""
        return self._live.get(number)

    def hold(self, number: int) -> QWidget:
        """Return the widget of a line, made in its place, and keep it for a while."""
        if number not in self._held:
            self._held.append(number)
        row = self._made(number)
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
        return [(self._lines[number].item, self._live[number]) for number in sorted(self._live)]

    def select(self, selection: Selection) -> None:
        """Draw the rows in view as the selection says, and all others when they come."""
        self._selection = selection
        for number in self._live:
            self._draw(number)

    def sync(self) -> None:
        """Make the rows that are in and near the view, out of those that have left it."""
        if self._busy or not self._lines or not self.isVisibleTo(self.window()):
            return
        self._reshape()
        self._follow(0, len(self._lines))
        if self._settled:
            self._later.start()

    def _go_on(self) -> None:
        """Make a few of the rows that are near the view, and more of them in the next turn."""
        if self._busy or not self._heights.width or not self.isVisibleTo(self.window()):
            return
        margin = _MARGIN if len(self._lines) > _FEW else _EVERYWHERE
        if not self._follow(margin, _AT_ONCE):
            self._later.start()

    def _span(self) -> tuple[int, int]:
        """Return the upper and lower edge of the view, in the list's own px."""
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QAbstractScrollArea):
            above = above.parentWidget()
        if above is None:
            return 0, self._heights.top(len(self._lines))
        port = above.viewport()
        top = -self.mapTo(port, QPoint()).y()
        return top, top + port.height()

    def _reshape(self) -> None:
        """Estimate the heights anew where the width changed, and measure the rows that there are."""
        if self._heights.width == self.width():
            return
        self._heights.begin(self.width())
        for number in self._live:
            self._measure(number)

    def _follow(self, margin: float, most: int) -> bool:
        """Make the rows of the view.

        Args:
            margin: how far beyond its edges, in heights of the view.
            most: rows that are made; more wait for the next call.

        Returns:
            Whether all its rows are there.
        """
        self._busy = True
        top, bottom = self._span()
        height, end = bottom - top, len(self._lines)
        fixed = self._heights.at(top) if self._heights.top(end) > top else end
        was = self._heights.top(fixed)
        more = round(margin * height)
        near = bottom + more >= 0 and top - more <= self._heights.top(end)
        wanted = (
            range(self._heights.at(top - more), self._heights.at(bottom + more) + 1) if near else range(0)
        )
        missing = [n for n in (*wanted, *((0, end - 1) if margin else ())) if n not in self._live]
        self._release(self._heights.at(top - 2 * height), self._heights.at(bottom + 2 * height))
        for number in missing[:most]:
            self._made(number)
        self._put_away()
        self._lay_out()
        self._busy = False
        if top > 0 and fixed < end and self._heights.top(fixed) != was:
            self.shifted.emit(self._heights.top(fixed) - was)
        return len(missing) <= most

    def _put_away(self) -> None:
        for row in self._spare:
            row.hide()
        for row in self._spare[_SPARE:]:
            row.deleteLater()
        del self._spare[_SPARE:]

    def _release(self, low: int, high: int) -> None:
        """Free the rows outside a range of lines; the ends, the keyboard and what was asked for stay."""
        if len(self._lines) <= _FEW:
            return
        kept = {0, len(self._lines) - 1, *self._held}
        for number in [n for n in self._live if not low <= n <= high and n not in kept]:
            row = self._live[number]
            if not (row.hasFocus() or any(mark.hasFocus() for mark in row.strip.marks())):
                self._spare.append(self._live.pop(number))

    def _made(self, number: int) -> ItemRow:
        """Return the row of a line, filled and measured."""
        if number in self._live:
            return self._live[number]
        row = self._spare.pop() if self._spare else self._make()
        if row.parentWidget() is not self:
            row.setParent(self)
        line = self._lines[number]
        row.fill(line.content())
        below = min((n for n in self._live if n > number), default=None)
        _stack(row, None if below is None else self._labels.at(below) or self._live[below])
        self._live[number] = row
        self._labels.add(number, row)
        self._draw(number)
        self._measure(number)
        row.show()
        return row

    def _draw(self, number: int) -> None:
        selection, item = self._selection, self._lines[number].item
        mark = selection.mark if item == selection.item else None
        self._live[number].select(on=item in selection.items, mark=mark)

    def _measure(self, number: int) -> None:
        """Replace the estimate of a line by the height of its row."""
        if not self._heights.width:
            return
        height = self._height_in(number, self._heights.width)
        if self._heights.measured(number, height):
            self._growing.start()

    def _height_in(self, number: int, width: int) -> int:
        """Return the height of a line that has a row, with the gap above it."""
        row = self._live[number].heightForWidth(max(width - self._heights.left, 1))
        return self.theme.px(self._lines[number].gap) + row

    def _lay_out(self) -> None:
        """Put the rows and labels in their places."""
        if not self._heights.width:
            return
        for number, row in self._live.items():
            gap = self.theme.px(self._lines[number].gap)
            top = self._heights.top(number) + gap
            height = self._heights.of(number) - gap
            row.setGeometry(self._heights.left, top, self._heights.width - self._heights.left, height)
        if self.shape.labelled:
            self._labels.lay_out(self._span()[0], self._live)

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


class Labels:
    """Makes the labels of a list as their rows come, and keeps that of a group while its rows pass."""

    def __init__(self, owner: QWidget, theme: Theme, lines: Sequence[Line], heights: Heights) -> None:
        """Begin without any.

        Args:
            owner: the list.
            theme: what sizes are scaled with.
            lines: of the list.
            heights: of its lines.
        """
        self._owner, self._theme, self._lines, self._heights = owner, theme, lines, heights
        self._made: dict[int, QWidget] = {}

    @cached_property
    def _heads(self) -> list[int]:
        """The lines that groups begin with."""
        return [number for number, line in enumerate(self._lines) if line.label is not None]

    def at(self, number: int) -> QWidget | None:
        """Return the label before a line, if it is there."""
        return self._made.get(number)

    def add(self, number: int, row: QWidget) -> None:
        """Make the label of a line, if it has one, to be read aloud before its row."""
        if self._lines[number].label is not None:
            self._label(number).stackUnder(row)

    def _label(self, number: int) -> QWidget:
        make = self._lines[number].label
        if number not in self._made and make is not None:
            self._made[number] = label = make()
            label.setParent(self._owner)
            label.lower()
            label.show()
        return self._made[number]

    def lay_out(self, top: int, live: Container[int]) -> None:
        """Put the labels in their places.

        Args:
            top: of the view, in the list's own px.
            live: the lines that have rows.
        """
        stays = self._staying(top)
        for number in [n for n in self._made if n not in live and n != stays]:
            label = self._made.pop(number)
            label.hide()
            label.deleteLater()
        theme = self._theme
        width = self._heights.left - theme.inset - theme.px(_LABEL_ABOVE)
        for number, label in self._made.items():
            height = label.sizeHint().height()
            y = self._heights.top(number) + theme.px(self._lines[number].gap + _LABEL_ABOVE)
            if number == stays:
                y = max(
                    y, min(top + theme.px(_LABEL_ABOVE), self._end(number) - height - theme.px(_LABEL_ABOVE))
                )
            label.setGeometry(theme.inset, y, width, height)

    def _staying(self, top: int) -> int:
        """Return the line whose label stays at the top of the view, made where it is not; -1 for none."""
        if not 0 < top < self._heights.top(len(self._lines)) or not self._heads:
            return -1
        found = bisect_right(self._heads, self._heights.at(top)) - 1
        if found >= 0:
            self._label(self._heads[found])
        return self._heads[found] if found >= 0 else -1

    def _end(self, head: int) -> int:
        """Return where a group ends."""
        after = bisect_right(self._heads, head)
        return self._heights.top(self._heads[after] if after < len(self._heads) else len(self._lines))


def _stack(row: QWidget, below: QWidget | None) -> None:
    """Put a row before the one below it: what reads the window aloud goes by the order of the widgets."""
    if below is None:
        row.raise_()
    else:
        row.stackUnder(below)
