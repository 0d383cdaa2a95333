"""The thread of a review: from the ¶ of the open card to the passage that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme

_DOT, _ARROW = 4.0, 6.0


class Thread(QWidget):
    """Lies over the views and the source pane and takes no click; drawn anew as either scrolls."""

    def __init__(
        self, theme: Theme, over: QWidget, ends: Callable[[QWidget], tuple[QPointF, QRectF, int] | None]
    ) -> None:
        """Make the thread.

        Args:
            theme: what it draws with.
            over: what it lies over.
            ends: gives, in the coordinates of a widget, where it begins, the place of the passage at the
                edge of the source, and where that lies: above what is seen (-1), in it (0) or below (1);
                None where there is nothing to join.
        """
        super().__init__(over)
        self._theme, self._ends = theme, ends
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.resize(over.size())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the curve, its beginning, and the bar of the passage; an arrow where that is out of sight."""
        found = self._ends(self)
        if found is None:
            return
        start, place, away = found
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.color("markLine")
        end = QPointF(place.left(), place.center().y())
        path = QPainterPath(start)
        bend = max((end.x() - start.x()) / 2, 12.0)
        path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
        painter.setPen(QPen(color, 2))
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(start, _DOT, _DOT)
        if away:
            tip = QPointF(end.x(), end.y() + away * _ARROW)
            arrow = QPainterPath(tip)
            arrow.lineTo(end + QPointF(-_ARROW, -away * _ARROW))
            arrow.lineTo(end + QPointF(_ARROW, -away * _ARROW))
            arrow.closeSubpath()
            painter.drawPath(arrow)
        else:
            painter.drawRoundedRect(QRectF(place.left() - 1, place.top(), 3, place.height()), 1.5, 1.5)
