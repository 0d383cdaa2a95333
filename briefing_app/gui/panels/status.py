"""The line at the foot: what is under way, what came of it, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from briefing_app.gui.theme import Theme, Token

Offer = tuple[str, "Callable[[], object]"]
_LEAST, _A_LETTER = 6_000, 60  # ms that words stay that only tell: at the least, and for each letter
_AGAIN = 2_000  # ms after which is looked again, while the pointer or the keyboard is on it


class _Said(NamedTuple):
    words: str
    offers: tuple[Offer, ...]
    color: Token
    lasting: bool

    @property
    def only_tells(self) -> bool:
        return not (self.offers or self.lasting) and self.color in ("ink", "ink2")


class StatusLine(QWidget):
    """Hidden until there is something to say.

    What only tells of what was done goes after some seconds and with the next act, as with Esc; a fault, a
    question and what is under way stay until they are closed or something else is said.
    """

    left = Signal()  # it was closed while it had the keyboard

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(theme.px(18), theme.px(6), theme.px(10), theme.px(6))
        self._line.setSpacing(theme.px(8))
        self.text = TextLine(theme, "", "ui", selectable=True)
        self._line.addWidget(self.text, 1)
        self._buttons: list[Button] = []
        self._said: _Said | None = None
        self._ends = QTimer(self, singleShot=True)
        self._ends.timeout.connect(self._end)
        self.hide()

    def say(
        self, words: str, offers: Sequence[Offer] = (), *, color: Token = "ink", lasting: bool = False
    ) -> None:
        """Show words and buttons, and announce the words.

        Args:
            words: what came of something.
            offers: a button's word and what it does.
            color: of the words.
            lasting: they stay although they only tell.
        """
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self._said = _Said(words, tuple(offers), color, lasting)
        for button in self._buttons:
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        self.text.recolour(color)
        self.text.setText(words)
        for word, what in offers:
            self._add(Button(self._theme, word, "outline"), what)
        close = Button(self._theme, tr("Close"), "plain", icon="cross", icon_only=True)
        self._add(close, self.close_line)
        self.show()
        # Who has words read aloud, or looks at them enlarged, takes the time that it takes.
        if self._said.only_tells and not QAccessible.isActive():
            self._ends.start(_LEAST + _A_LETTER * len(words))
        else:
            self._ends.stop()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.text, words))

    def _add(self, button: Button, what: Callable[[], object]) -> None:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        button.clicked.connect(what)
        self._line.addWidget(button)
        self._buttons.append(button)

    def _end(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget()):
            self._ends.start(_AGAIN)
        else:
            self.close_line()

    def settle(self) -> None:
        """Take away what only tells of what was done: something else is done now."""
        if self._said is not None and self._said.only_tells:
            self.close_line()

    def dismiss(self) -> None:
        """Take away what is said, unless it is a fault."""
        if self._said is not None and self._said.color != "error":
            self.close_line()

    def close_line(self) -> None:
        """Take the line away."""
        had = self.isAncestorOf(self.window().focusWidget())
        self._said = None
        self._ends.stop()
        self.hide()
        if had:
            self.left.emit()

    def take_focus(self) -> None:
        """Put the keyboard on the first button."""
        self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def take_over(self, other: StatusLine) -> None:
        """Go on saying what another line says, which this one takes the place of."""
        if other._said is not None:
            words, offers, color, lasting = other._said
            self.say(words, offers, color=color, lasting=lasting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close it with Esc, whatever it says, where the keyboard is on it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground and draw the line above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("window"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("line"))
