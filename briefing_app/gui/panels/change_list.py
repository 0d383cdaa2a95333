"""The changes of a comparison as rows under the names of their panels, one of them picked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing_app.gui.panels.change_row import LEFT, ChangeRow
from briefing_app.gui.panels.lazy_list import LazyList
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import ntr, tr
from briefing_app.workflow.comparing import AS_READ
from briefing_app.workflow.field_words import panel_word
from briefing_app.workflow.sides import sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent

    from briefing_app.gui.theme import Theme, Token
    from briefing_app.workflow.change_words import Naming
    from briefing_app.workflow.comparing import Change, Panel

_GUESS = 96  # px that a row takes, about


class ChangeList(LazyList):
    """Lists changes; only those in and near the view are rows."""

    picked = Signal(object)  # a Change

    def __init__(self, theme: Theme, ground: Token = "page") -> None:
        super().__init__(theme, ground)
        self._theme = theme
        self._names: Naming | None = None
        self._stacked = False
        self.lines: list[Change | Panel] = []
        self.current: Change | None = None
        self._counts: dict[Panel, int] = {}
        self.setAccessibleName(tr("Changes"))

    def show_changes(self, changes: Sequence[Change], names: Naming, *, stacked: bool) -> None:
        """Show other changes; the one that was picked stays so, where it is among them."""
        self._names, self._stacked = names, stacked
        self.lines, self._counts = [], {}
        for panel in AS_READ:
            here = [change for change in changes if change.panel == panel]
            if here:
                self._counts[panel] = len(here)
                self.lines += [panel, *here]
        kept = self._place_of(self.current)
        focused = self.isAncestorOf(self.window().focusWidget())
        self.show_rows(len(self.lines), self._made, self._theme.px(_GUESS))
        if kept is None:
            self.current = None
        else:
            self.current = None if isinstance(found := self.lines[kept], str) else found
            self.go(kept)
        if focused:
            self._hand_on(Qt.FocusReason.OtherFocusReason)

    def _place_of(self, change: Change | None) -> int | None:
        if change is None:
            return None
        same = (change.panel, change.item)
        return next(
            (
                n
                for n, each in enumerate(self.lines)
                if not isinstance(each, str) and (each.panel, each.item) == same
            ),
            None,
        )

    def _made(self, number: int) -> QWidget:
        line = self.lines[number]
        if isinstance(line, str):
            return _heading(self._theme, line, self._counts[line])
        assert self._names is not None  # noqa: S101 - there are no lines without
        row = ChangeRow(self._theme, sides(line, self._names), stacked=self._stacked)
        place = sum(1 for each in self.lines[: number + 1] if not isinstance(each, str))
        total = sum(self._counts.values())
        row.setAccessibleDescription(tr("{n} of {count}", n=place, count=total))
        row.select(on=line is self.current)
        row.wanted.connect(partial(self._pick, number))
        return row

    # ------------------------------------------------------------------------------------------ picking

    def _pick(self, number: int) -> None:
        line = self.lines[number]
        if isinstance(line, str) or line is self.current:
            return
        self.current = line
        for n, row in self.rows.items():
            if isinstance(row, ChangeRow):
                row.select(on=n == number)
        self.picked.emit(line)

    def step(self, by: int) -> None:
        """Pick the next change (`by` 1) or the one before (-1)."""
        here = self._place_of(self.current)
        if here is None:
            self.end(last=by < 0)
            return
        there = here + by
        while 0 <= there < len(self.lines) and isinstance(self.lines[there], str):
            there += by
        if 0 <= there < len(self.lines):
            self._show(there)

    def end(self, *, last: bool) -> None:
        """Pick the first change or the last one."""
        if self.lines:
            self._show(len(self.lines) - 1 if last else 1)

    def _show(self, number: int) -> None:
        if number and isinstance(self.lines[number - 1], str):
            self.go(number - 1)  # its heading comes along
        row = self.go(number)
        self._pick(number)
        row.setFocus(Qt.FocusReason.TabFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the change that is picked."""
        super().focusInEvent(event)
        self._hand_on(event.reason())

    def _hand_on(self, reason: Qt.FocusReason) -> None:
        here = self._place_of(self.current)
        if here is not None and here in self.rows:
            self.rows[here].setFocus(reason)


def _heading(theme: Theme, panel: Panel, n: int) -> QWidget:
    """Return the name of a panel, with how many changes it has."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(theme.px(LEFT), theme.px(18), 0, theme.px(6))
    line.setSpacing(theme.px(10))
    line.addWidget(TextLine(theme, panel_word(panel), "h2", wraps=False))
    count = TextLine(theme, ntr("{n} change", "{n} changes", n), "meta", "ink2", wraps=False)
    line.addWidget(count, 1, Qt.AlignmentFlag.AlignBottom)
    return holder
