"""A field into which a text of any length is pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from briefing_app.gui.panels.scrolling import thin_bar
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent

    from briefing_app.gui.theme import Theme

_MOST_SHOWN = 20_000  # characters
LINES = 5  # where the screen has room
FRAME = 40  # px that the title of a window takes on the screen, about


class PasteField(QPlainTextEdit):
    """Holds a text; of a long one it shows the beginning only, so that pasting it takes no time.

    Files that are dropped are left to what it stands in.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._long = ""
        self._beginning = ""
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(tr("Paste the text of the article here"))
        self.setAccessibleName(tr("Text of the article"))
        self.setFont(theme.font("ui"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        thin_bar(self, theme)
        self._theme = theme
        self.show_lines(LINES)

    def show_lines(self, lines: int) -> None:
        """Be as high as so many lines; on a screen that has no room for that, it may be less."""
        line, pad = self._theme.line_height("ui"), self._theme.px(8)
        self.setMinimumHeight(line + pad)
        self.setMaximumHeight(lines * line + pad)

    def text(self) -> str:
        """Return the whole text."""
        return self._long if self._is_long() else self.toPlainText()

    def _is_long(self) -> bool:
        return bool(self._long) and self.toPlainText() == self._beginning

    def empty(self) -> None:
        """Take the text away, and say nothing of it."""
        self._long = ""
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text; a long one takes the place of what was there."""
        text = source.text()
        if self._is_long() or len(text) > _MOST_SHOWN:
            self.empty()
        if len(text) <= _MOST_SHOWN:
            self.insertPlainText(text)
            return
        self._long = text
        self._beginning = "\n".join((*text[:_MOST_SHOWN].splitlines(), "…"))
        self.setPlainText(self._beginning)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin anew where a long text is typed over or deleted; leave Ctrl+Enter to what it stands in."""
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enters and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        deletes = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        types = bool(event.text()) and event.text().isprintable()
        if self._is_long() and (deletes or types):
            self._long = ""
            self.clear()
        super().keyPressEvent(event)
