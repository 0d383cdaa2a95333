"""The labels in the column before a list's rows: made as their rows come, kept while their group passes."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from briefing_app.gui.panels.row_heights import LABEL_LINE, same_call

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.panels.row_heights import Heights, Line
    from briefing_app.gui.theme import Theme

_LABEL_ABOVE = 6  # px between the top of a row and its label


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

    def follow(self, lines: Sequence[Line], now: Mapping[int, int]) -> None:
        """Take other lines in the place of those before.

        Args:
            lines: from top to bottom.
            now: the numbers of those that stay, by the numbers that they had.
        """
        before, made = self._lines, self._made
        self._lines, self._made = lines, {}
        self.__dict__.pop("_heads", None)
        for was, label in made.items():
            number = now.get(was)
            if number is not None and same_call(before[was].label, lines[number].label):
                self._made[number] = label
            else:
                label.hide()
                label.deleteLater()

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
        above = self._heights.above
        wide = self._heights.width if above else self._heights.left
        width, up = wide - theme.inset - theme.px(_LABEL_ABOVE), LABEL_LINE if above else 0
        for number, label in self._made.items():
            height = label.sizeHint().height()
            y = self._heights.top(number) + theme.px(self._lines[number].gap + _LABEL_ABOVE - up)
            if number == stays:
                y = max(
                    y, min(top + theme.px(_LABEL_ABOVE), self._end(number) - height - theme.px(_LABEL_ABOVE))
                )
            label.setGeometry(theme.inset, y, width, height)

    def _staying(self, top: int) -> int:
        """Return the line whose label stays at the top of the view, made where it is not; -1 for none.

        Above the rows it would lie over them.
        """
        if self._heights.above or not 0 < top < self._heights.top(len(self._lines)) or not self._heads:
            return -1
        found = bisect_right(self._heads, self._heights.at(top)) - 1
        if found >= 0:
            self._label(self._heads[found])
        return self._heads[found] if found >= 0 else -1

    def _end(self, head: int) -> int:
        """Return where a group ends."""
        after = bisect_right(self._heads, head)
        return self._heights.top(self._heads[after] if after < len(self._heads) else len(self._lines))
