"""A list that opens, in the program's own signs, as large as the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QComboBox

from briefing_app.gui.widgets.icons import paint_icon

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme

_SIGN, _GAP = 16, 8


class Pick(QComboBox):
    """One of a list that opens."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setFont(theme.font("ui"))
        self.setMinimumHeight(max(theme.target, theme.px(34)))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field, what is picked and the arrow."""
        painter, color, px = QPainter(self), self._theme.color, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(color("ink2" if self.underMouse() else "line2"), 1)
        inset = 0.5
        if self.hasFocus():
            edge, inset = QPen(color("accent"), 2), 1
        painter.setPen(edge)
        painter.setBrush(color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        arrow = px(_SIGN)
        x = self.width() - arrow - px(_GAP)
        area = QRectF(x, (self.height() - arrow) / 2, arrow, arrow)
        paint_icon(painter, "chevron_down", area, color("ink2"))
        left = px(10)
        painter.setFont(self.font())
        painter.setPen(color("ink"))
        words = QRectF(left, 0, x - left, self.height() - 1)
        shown = painter.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, round(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
