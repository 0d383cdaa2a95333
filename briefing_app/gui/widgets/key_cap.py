"""A key as it is drawn beside what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme

_PAD, _HEIGHT = 6, 20


class KeyCap(QWidget):
    """The cap of a key; what it does stands beside it in words."""

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__()
        self._theme, self._key = theme, key
        width = QFontMetricsF(theme.font("small_bold")).horizontalAdvance(key)
        self.setFixedSize(QSize(round(width + 0.5) + 2 * theme.px(_PAD), theme.px(_HEIGHT)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("line2"), 1))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self._theme.color("ink"))
        painter.setFont(self._theme.font("small_bold"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._key)
