"""A field into which a text of any length is pasted, and the edge around fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from briefing_app.gui.panels.scrolling import thin_bar
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from briefing_app.gui.theme import Theme

_MOST_SHOWN = 20_000  # characters
_LINES = 5


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
        self.setFixedHeight(_LINES * theme.line_height("ui") + theme.px(8))

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


class Framed(QWidget):
    """The edge of a field, and the ring while the keyboard is in it."""

    def __init__(self, theme: Theme, field: QWidget) -> None:
        super().__init__()
        self._theme, self._field = theme, field
        palette = field.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.color("raised"))
        palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("ink3"))
        field.setPalette(palette)
        field.installEventFilter(self)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(theme.px(8), theme.px(5), theme.px(4), theme.px(5))
        inside.addWidget(field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the ring as the keyboard comes and goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self._field.hasFocus() else 1
        painter.setPen(QPen(self._theme.color("accent" if width > 1 else "line2"), width))
        painter.setBrush(self._theme.color("raised"))
        area = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(area, self._theme.px(6), self._theme.px(6))
