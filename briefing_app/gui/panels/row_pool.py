"""The rows of a list that are widgets: given from line to line, measured, and put in their places."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from briefing_app.gui.panels.row_labels import Labels
from briefing_app.gui.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.panels.row_heights import Heights, Line
    from briefing_app.gui.theme import Theme
    from briefing_app.gui.widgets.rows import Content, ItemRow

_HELD = 64  # rows that were asked for by name stay this long
_SPARE = 32


class RowPool:
    """Makes rows for lines, takes them back from those far away, and knows which are to be measured."""

    def __init__(
        self,
        owner: QWidget,
        theme: Theme,
        lines: Sequence[Line],
        make: Callable[[], ItemRow],
        heights: Heights,
    ) -> None:
        """Begin without any row.

        Args:
            owner: the list.
            theme: what sizes are scaled with.
            lines: of the list.
            make: makes a row, to be filled with any line's content.
            heights: of the lines; told of the height of each row.
        """
        self._owner, self._theme, self._lines, self._make, self._heights = owner, theme, lines, make, heights
        self.labels = Labels(owner, theme, lines, heights)
        self._live: dict[int, ItemRow] = {}
        self._old: set[int] = set()  # live, but measured in another width
        self._spare: list[ItemRow] = []
        self._held: deque[int] = deque(maxlen=_HELD)
        self._selection = Selection()
        self.filled: Callable[[], object] | None = None  # told when a row is given another item

    def __contains__(self, number: int) -> bool:
        """Tell whether a line has a row."""
        return number in self._live

    def __iter__(self) -> Iterator[int]:
        """Return the lines that have rows."""
        return iter(self._live)

    def get(self, number: int) -> ItemRow | None:
        """Return the row of a line, if there is one."""
        return self._live.get(number)

    def ready(self, number: int) -> bool:
        """Tell whether a line has a row that is measured in the list's width."""
        return number in self._live and number not in self._old

    def hold(self, number: int) -> ItemRow:
        """Return the row of a line, made if need be, and keep it for a while."""
        if number not in self._held:
            self._held.append(number)
        self.provide(number)
        return self._live[number]

    def provide(self, number: int) -> bool:
        """Make a row for a line, and measure it; tell whether it is not as high as was thought."""
        if number not in self._live:
            self._fill(number)
        return self.measure(number)

    def _fill(self, number: int) -> None:
        row = self._spare.pop() if self._spare else self._make()
        if row.parentWidget() is not self._owner:
            row.setParent(self._owner)
        row.fill(self._content(number))
        below = min((n for n in self._live if n > number), default=None)
        _stack(row, None if below is None else self.labels.at(below) or self._live[below])
        self._live[number] = row
        self._old.add(number)
        self.labels.add(number, row)
        self._draw(number)
        row.show()
        if self.filled is not None:
            self.filled()

    def _content(self, number: int) -> Content:
        return self._lines[number].content(number + 1, len(self._lines))

    def follow(self, lines: Sequence[Line], origin: Sequence[int]) -> list[int]:
        """Take other lines in the place of those before: a row goes with its line, filled anew where need be.

        Args:
            lines: from top to bottom.
            origin: for each the number that it had before, -1 for a new one.

        Returns:
            The lines whose rows are to be measured again.
        """
        now = {was: number for number, was in enumerate(origin) if was >= 0}
        before, live, self._lines = self._lines, self._live, lines
        self._spare += [row for was, row in live.items() if was not in now]
        self._live = {now[was]: row for was, row in live.items() if was in now}
        self._old = {now[was] for was in self._old if was in now}
        self._held = deque((now[was] for was in self._held if was in now), maxlen=_HELD)
        self.labels.follow(lines, now)
        stays = len(lines) == len(before)
        changed = [
            now[was]
            for was in live
            if was in now
            and not (stays and now[was] == was and lines[was] is before[was])
            and self._refill(now[was])
        ]
        self._old.update(changed)
        below: QWidget | None = None
        for number in sorted(self._live, reverse=True):
            row = self._live[number]
            if len(now) != len(before) or list(now) != list(now.values()):
                _stack(row, below)
            self.labels.add(number, row)
            below = self.labels.at(number) or row
        self.put_away()
        return changed

    def _refill(self, number: int) -> bool:
        """Show in a row what its line says now; return whether that is another thing, not only elsewhere."""
        row, content = self._live[number], self._content(number)
        if row.content == content:
            return False
        if row.content._replace(place=content.place) == content:
            row.tell_place(content)
            return False
        row.fill(content)
        self._draw(number)
        if self.filled is not None:
            self.filled()
        return True

    def release(self, low: int, high: int) -> None:
        """Free the rows outside a range of lines; the ends, the keyboard and what was asked for stay."""
        kept = {0, len(self._lines) - 1, *self._held}
        for number in [n for n in self._live if not low <= n <= high and n not in kept]:
            row = self._live[number]
            if not (row.hasFocus() or any(mark.hasFocus() for mark in row.strip.marks())):
                self._spare.append(self._live.pop(number))
                self._old.discard(number)

    def put_away(self) -> None:
        """Hide the rows that no line has taken, and let go of those that are too many."""
        for row in self._spare:
            row.hide()
        for row in self._spare[_SPARE:]:
            row.deleteLater()
        del self._spare[_SPARE:]

    # --------------------------------------------------------------------------------------- selection

    def select(self, selection: Selection) -> None:
        """Draw all rows as the selection says, and those that come."""
        self._selection = selection
        for number in self._live:
            self._draw(number)

    def _draw(self, number: int) -> None:
        selection, item = self._selection, self._lines[number].item
        mark = selection.mark if item == selection.item else None
        self._live[number].select(on=item in selection.items, mark=mark)

    # ---------------------------------------------------------------------------------------- measures

    def begin(self, width: int) -> None:
        """Estimate all heights for another width; the rows are to be measured again."""
        self._heights.begin(width, self._live)
        self._old = set(self._live)

    def measure(self, number: int) -> bool:
        """Replace the estimate of a line by the height of its row, and tell whether it is another one."""
        if not self._heights.width or number not in self._old:
            return False
        self._old.discard(number)
        return self._heights.measured(number, self.height_in(number, self._heights.width))

    def height_in(self, number: int, width: int) -> int:
        """Return the height of a line that has a row, with the gap above it."""
        row = self._live[number].heightForWidth(max(width - self._heights.left, 1))
        return self._theme.px(self._lines[number].gap) + row

    def lay_out(self, top: int, *, labelled: bool) -> None:
        """Put the rows and labels in their places.

        Args:
            top: of the view, in the list's own px.
            labelled: there are labels.
        """
        for number, row in self._live.items():
            gap = self._theme.px(self._lines[number].gap)
            y, height = self._heights.top(number) + gap, self._heights.of(number) - gap
            if number not in self._old:
                row.setGeometry(self._heights.left, y, self._heights.width - self._heights.left, height)
            else:
                # Out of sight, to be measured soon: it keeps its size, and reaches away from the view.
                row.move(self._heights.left, y + height - row.height() if y < top else y)
        if labelled:
            self.labels.lay_out(top, self._live)


def _stack(row: QWidget, below: QWidget | None) -> None:
    """Put a row before the one below it: what reads the window aloud goes by the order of the widgets."""
    if below is None:
        row.raise_()
    else:
        row.stackUnder(below)
