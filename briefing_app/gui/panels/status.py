"""The line at the foot: what is under way, what came of it, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme, Token

Offer = tuple[str, "Callable[[], object]"]


class StatusLine(QWidget):
    """Hidden until there is something to say; stays until it is closed or something else is said."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(theme.px(18), theme.px(6), theme.px(10), theme.px(6))
        self._line.setSpacing(theme.px(8))
        self.text = TextLine(theme, "", "ui", selectable=True)
        self._line.addWidget(self.text, 1)
        self._buttons: list[Button] = []
        self._said: tuple[str, tuple[Offer, ...], Token] | None = None
        self.hide()

    def say(self, words: str, offers: Sequence[Offer] = (), *, color: Token = "ink") -> None:
        """Show words and buttons, and announce the words.

        Args:
            words: what came of something.
            offers: a button's word and what it does.
            color: of the words.
        """
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self._said = (words, tuple(offers), color)
        for button in self._buttons:
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        self.text.recolour(color)
        self.text.setText(words)
        for word, what in (*offers, (tr("Close"), self.close_line)):
            last = what == self.close_line
            button = Button(
                self._theme,
                word,
                "plain" if last else "outline",
                icon="cross" if last else None,
                icon_only=last,
            )
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
            button.clicked.connect(what)
            self._line.addWidget(button)
            self._buttons.append(button)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.text, words))

    def close_line(self) -> None:
        """Take the line away."""
        self._said = None
        self.hide()
        self.closed.emit()

    def take_focus(self) -> None:
        """Put the keyboard on the first button."""
        self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def take_over(self, other: StatusLine) -> None:
        """Go on saying what another line says, which this one takes the place of."""
        if other._said is not None:
            words, offers, color = other._said
            self.say(words, offers, color=color)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground and draw the line above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("window"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("line"))
