"""Asks what the briefing is compared with: a file, the briefing of another window, an earlier version."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.gui.panels.scrolling import KeyedList
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.listed_row import ListedRow
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from briefing_app.gui.theme import Theme

_WIDE, _HIGH = 520, 460


class Choice(NamedTuple):
    """What can be compared with.

    Attributes:
        group: the heading that it stands under.
        title: what it is called.
        detail: what else is said of it.
        then: begins the comparison.
    """

    group: str
    title: str
    detail: str
    then: Callable[[], object]


class Against(QDialog):
    """Lists what can be compared with; a click or Enter takes one."""

    file_wanted = Signal()

    def __init__(self, window: QWidget, theme: Theme, choices: Sequence[Choice], nothing: str) -> None:
        """List the choices.

        Args:
            window: whose briefing is compared.
            theme: what it draws with.
            choices: what there is, by group.
            nothing: what is said where there is no earlier version.
        """
        super().__init__(window)
        self._theme = theme
        self.setWindowTitle(tr("Compare"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.rows: list[ListedRow] = []
        self.file = Button(theme, tr("A file…"), "outline", icon="open")
        self.file.clicked.connect(self._take_file)
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(20), px(20), px(16))
        column.setSpacing(px(12))
        column.addWidget(TextLine(theme, tr("Compare what is shown with"), "h2"))
        column.addWidget(self._list(choices, nothing), 1)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addStretch(1)
        cancel = Button(theme, tr("Cancel"), "outline")
        cancel.clicked.connect(self.reject)
        line.addWidget(cancel)
        line.addWidget(self.file)
        column.addLayout(line)
        room = window.size() - window.size() / 10
        self.resize(min(px(_WIDE), room.width()), min(px(_HIGH), room.height()))
        (self.rows[0] if self.rows else self.file).setFocus(Qt.FocusReason.TabFocusReason)

    def _list(self, choices: Sequence[Choice], nothing: str) -> KeyedList:
        area = KeyedList(self._theme, self.rows)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(
            self._theme.px(8), self._theme.px(10), self._theme.px(8), self._theme.px(10)
        )
        column.setSpacing(self._theme.px(2))
        group = ""
        for choice in choices:
            if choice.group != group:
                group = choice.group
                label = TextLine(self._theme, group, "label", "ink3")
                label.setContentsMargins(self._theme.px(12), self._theme.px(8), 0, self._theme.px(2))
                column.addWidget(label)
            row = _ChoiceRow(self._theme, choice)
            row.clicked.connect(partial(self._take, choice))
            row.wanted.connect(partial(self._mark, row))
            self.rows.append(row)
            column.addWidget(row)
        if nothing:
            told = TextLine(self._theme, nothing, "ui", "ink2")
            told.setContentsMargins(self._theme.px(12), self._theme.px(8), 0, 0)
            column.addWidget(told)
        column.addStretch(1)
        area.setWidget(page)
        return area

    def _mark(self, row: ListedRow) -> None:
        for each in self.rows:
            each.select(on=each is row)

    def _take(self, choice: Choice) -> None:
        self.accept()
        choice.then()

    def _take_file(self) -> None:
        self.accept()
        self.file_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a choice with Enter."""
        here = next((row for row in self.rows if row is self.focusWidget()), None)
        if here is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            here.click()
        else:
            super().keyPressEvent(event)


class _ChoiceRow(ListedRow):
    """A choice: what it is called, and what else is said of it."""

    def __init__(self, theme: Theme, choice: Choice) -> None:
        super().__init__(theme)
        line = QVBoxLayout(self)
        line.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        line.setSpacing(theme.px(1))
        line.addWidget(TextLine(theme, choice.title, "ui_bold"))
        if choice.detail:
            line.addWidget(TextLine(theme, choice.detail, "meta", "ink2"))
        self.setAccessibleName(visible(". ".join(part for part in (choice.title, choice.detail) if part)))
