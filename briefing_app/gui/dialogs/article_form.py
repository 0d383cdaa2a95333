"""What is filled in to draft a briefing: a text, a file or an address, and a day that the article lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from briefing_app.gui.dialogs.paste_field import PasteField
from briefing_app.gui.dialogs.steps import Steps
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.framed import Framed
from briefing_app.gui.widgets.switches import Check
from briefing_app.gui.widgets.text import TextLine, explain
from briefing_app.words import tr

if TYPE_CHECKING:
    from briefing_app.gui.dialogs.purpose import Purpose
    from briefing_app.gui.theme import Theme, Token


class ArticleForm(QWidget):
    """The fields and buttons, how far the work is, and what came of it; it does nothing by itself."""

    def __init__(self, theme: Theme, purpose: Purpose) -> None:
        super().__init__()
        self._theme = theme
        self.paste = PasteField(theme)
        self.place = _line(tr("or a file or an address: its path, or https://…"), tr("File or address"))
        self.choose = Button(theme, tr("Choose file…"), "outline", icon="open")
        self.published = _line(tr("as in 2021-05-14"), tr("Day of publication"))
        self.alone = Check(theme, purpose.alone)
        self.steps = Steps(theme)
        self.outcome = TextLine(theme, "", "ui", selectable=True)
        self.cancel = Button(theme, tr("Cancel"), "outline")
        self.draft = Button(theme, purpose.button, "primary")
        self.again = Button(theme, tr("{button} again", button=purpose.button), "outline")
        self.there = Button(theme, tr("Open it"), "primary")
        self._day = QWidget()
        self._lay_out(purpose)
        self.ask_day(on=False)
        self.be_known(on=False)
        explain(self.draft, tr("Ctrl+Enter"))

    def _lay_out(self, purpose: Purpose) -> None:
        px = self._theme.px
        file = QHBoxLayout()
        file.setSpacing(px(8))
        file.addWidget(Framed(self._theme, self.place), 1)
        file.addWidget(self.choose)
        day = QHBoxLayout(self._day)
        day.setContentsMargins(0, 0, 0, 0)
        day.setSpacing(px(8))
        day.addWidget(TextLine(self._theme, tr("Published on"), "ui", wraps=False))
        day.addWidget(Framed(self._theme, self.published), 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addStretch(1)
        for button in (self.cancel, self.again, self.draft, self.there):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(20), px(20), px(16))
        column.setSpacing(px(12))
        column.addWidget(TextLine(self._theme, purpose.heading, "ui_bold"))
        column.addWidget(TextLine(self._theme, purpose.told, "meta", "ink2"))
        column.addWidget(Framed(self._theme, self.paste))
        column.addLayout(file)
        column.addWidget(self._day)
        column.addWidget(self.alone)
        column.addWidget(self.steps)
        column.addWidget(self.outcome)
        column.addStretch(1)
        column.addLayout(buttons)

    def be_busy(self, *, on: bool) -> None:
        """Show that something is under way: only Cancel can be pressed."""
        for field in (self.paste, self.place, self.choose, self.published, self.alone, self.draft):
            field.setEnabled(not on)
        explain(self.draft, tr("Wait until it is done, or cancel") if on else tr("Ctrl+Enter"))
        self.steps.setVisible(on)
        if on:
            self.cancel.setFocus(Qt.FocusReason.TabFocusReason)

    def be_known(self, *, on: bool) -> None:
        """Offer to open what the article is in already, and to take it all the same; or do not."""
        self.there.setVisible(on)
        self.again.setVisible(on)
        self.draft.setVisible(not on)
        if on:
            self.there.setFocus(Qt.FocusReason.TabFocusReason)

    def ask_day(self, *, on: bool) -> None:
        """Ask for the day of publication, or do not."""
        self._day.setVisible(on)
        if not on:
            self.published.clear()

    def day(self) -> str:
        """Return the day that was filled in, empty where it is not asked for."""
        return self.published.text().strip() if self._day.isVisibleTo(self) else ""

    def focus_given(self) -> None:
        """Put the keyboard where something was given, so that it can be put right and tried again."""
        given = self.place if self.place.text().strip() else self.paste
        given.setFocus(Qt.FocusReason.TabFocusReason)

    def height_for(self, width: int) -> int:
        """Return the height that all of it needs now."""
        layout = self.layout()
        if layout is None:
            return self.height()
        layout.activate()
        return layout.totalHeightForWidth(width)

    def say(self, words: str, color: Token) -> None:
        """Say how matters stand, aloud too."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self.outcome.recolour(color)
        if words != self.outcome.text():
            self.outcome.setText(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.outcome, words))


def _line(placeholder: str, name: str) -> QLineEdit:
    line = QLineEdit()
    line.setAcceptDrops(False)
    line.setFrame(False)
    line.setPlaceholderText(placeholder)
    line.setAccessibleName(name)
    return line
