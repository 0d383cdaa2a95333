"""The edge around a field, and the ring while the keyboard is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme, Token


class Framed(QWidget):
    """The edge of a field, and the ring while the keyboard is in it."""

    def __init__(self, theme: Theme, field: QWidget) -> None:
        super().__init__()
        self._theme, self._field = theme, field
        self.wrong = False  # what is in the field cannot stand there
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
        edge: Token = "error" if self.wrong else "accent" if width > 1 else "line2"
        painter.setPen(QPen(self._theme.color(edge), width))
        painter.setBrush(self._theme.color("raised"))
        area = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(area, self._theme.px(6), self._theme.px(6))
