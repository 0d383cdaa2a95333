"""What is filled in to draft a briefing: a text, a file or an address, and a day that the article lacks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from briefing_app.gui.dialogs.paste_field import LINES, PasteField
from briefing_app.gui.dialogs.steps import Steps
from briefing_app.gui.panels.scrolling import paint_ground
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
        self._theme, self._purpose = theme, purpose
        self.paste = PasteField(theme)
        self.place = _line(tr("or a file or an address: its path, or https://…"), tr("File or address"))
        self.choose = Button(theme, tr("Choose file…"), "outline", icon="open")
        self.published = _line(tr("as in 14 May 2021 or 2021-05-14"), tr("Day of publication"))
        self.alone = Check(theme, purpose.alone)
        self.steps = Steps(theme)
        self.outcome = TextLine(theme, "", "ui", selectable=True)
        self.cancel = Button(theme, tr("Cancel"), "outline")
        self.draft = Button(theme, purpose.button, "primary")
        self.again = Button(theme, tr("{button} again", button=purpose.button), "outline")
        self.there = Button(theme, tr("Open it"), "primary")
        self._told = TextLine(theme, purpose.told, "meta", "ink2")
        self.alone.toggled.connect(self._say_what_comes)
        self._frame = Framed(theme, self.paste)
        self._day, self._inside, self._area = QWidget(), QWidget(), QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        paint_ground(self._area, theme, "window")
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
        buttons.setContentsMargins(px(20), px(4), px(20), 0)
        buttons.addStretch(1)
        for button in (self.cancel, self.again, self.draft, self.there):
            buttons.addWidget(button)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(px(20), px(20), px(20), px(8))
        column.setSpacing(px(12))
        column.addWidget(TextLine(self._theme, purpose.heading, "ui_bold"))
        column.addWidget(self._told)
        column.addWidget(self._frame)
        column.addLayout(file)
        column.addWidget(self._day)
        column.addWidget(self.alone)
        column.addWidget(self.steps)
        column.addWidget(self.outcome)
        column.addStretch(1)
        self._area.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, px(16))
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addLayout(buttons)

    @property
    def button(self) -> str:
        """The word of the button that does it: another one where nothing is drafted."""
        return self._purpose.button_alone if self.alone.isChecked() else self._purpose.button

    def _say_what_comes(self) -> None:
        """Say what comes of it now that something is, or nothing is to be, drafted."""
        alone = self.alone.isChecked()
        self._told.setText(self._purpose.told_alone if alone else self._purpose.told)
        self.draft.rename(self.button)
        self.again.rename(tr("{button} again", button=self.button))

    def be_busy(self, *, on: bool) -> None:
        """Show that something is under way: only Cancel can be pressed."""
        for field in (self.paste, self.place, self.choose, self.published, self.alone, self.draft):
            field.setEnabled(not on)
        explain(self.draft, tr("Wait until it is done, or cancel") if on else tr("Ctrl+Enter"))
        self.steps.setVisible(on)
        if on:
            self._bring(self.steps)
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

    def height_within(self, width: int, most: int) -> int:
        """Return the height that all of it needs now, with fewer lines to paste into where it is over `most`.

        What is higher than that even so is scrolled, all but the buttons.
        """
        inner, outer = self._inside.layout(), self.layout()
        if inner is None or outer is None:
            return self.height()
        for lines in range(LINES, 0, -1):
            self.paste.show_lines(lines)
            self._frame.updateGeometry()
            inner.activate()
            outer.invalidate()
            around = outer.minimumSize().height() - self._area.minimumSizeHint().height()
            found = inner.totalHeightForWidth(width) + around
            if found <= most:
                return found
        return most

    def _bring(self, part: QWidget) -> None:
        """Scroll to a part, once it has its place."""
        QTimer.singleShot(0, part, partial(self._area.ensureWidgetVisible, part))

    def say(self, words: str, color: Token) -> None:
        """Say how matters stand, aloud too."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self.outcome.recolour(color)
        if color == "error":
            self._bring(self.outcome)
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
