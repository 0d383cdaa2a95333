"""The sign of what became of an item: plus, minus, wave or arrows, each in its own ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme
    from briefing_app.workflow.comparing import ChangeKind

_SIZE = 18
_ARM = 3.6  # of plus and minus, on a grid of 18
_WAVE = ((-4.2, 1.2), (-2.1, -1.6), (0.0, 0.0), (2.1, 1.6), (4.2, -1.2))
_ARROWS = ((-2.4, -1.0, 1.0), (2.4, 1.0, -1.0))  # x, and which way shaft and head point


def paint_change(painter: QPainter, theme: Theme, kind: ChangeKind, area: QRectF) -> None:
    """Paint the sign of a change into a square area: a disc for what came, rings for all else."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit, center = area.width() / _SIZE, area.center()
    color = theme.color("accent" if kind in ("added", "changed") else "ink2")
    radius = 8.2 * unit
    if kind == "added":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(center, radius, radius)
        color = theme.color("onAccent")
    else:
        pen = QPen(color, 1.5 * unit)
        if kind == "removed":
            pen.setDashPattern([2.0, 1.6])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(center, radius - 0.8 * unit, radius - 0.8 * unit)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 1.8 * unit, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    _paint_inside(painter, kind, center, unit)
    painter.restore()


def _paint_inside(painter: QPainter, kind: ChangeKind, center: QPointF, unit: float) -> None:
    arm = _ARM * unit
    if kind in ("added", "removed"):
        painter.drawLine(center - QPointF(arm, 0), center + QPointF(arm, 0))
    if kind == "added":
        painter.drawLine(center - QPointF(0, arm), center + QPointF(0, arm))
    elif kind == "changed":
        painter.drawPolyline([center + QPointF(x * unit, y * unit) for x, y in _WAVE])
    elif kind == "moved":
        for x, tail, head in _ARROWS:
            top = center + QPointF(x * unit, head * arm)
            painter.drawLine(center + QPointF(x * unit, tail * arm), top)
            for side in (-1.7, 1.7):
                painter.drawLine(top, top + QPointF(side * unit, -head * 1.9 * unit))


class ChangeSign(QWidget):
    """The sign beside its word."""

    def __init__(self, theme: Theme, kind: ChangeKind) -> None:
        super().__init__()
        self._theme, self._kind = theme, kind
        self.setFixedSize(theme.px(_SIZE), theme.px(_SIZE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        paint_change(QPainter(self), self._theme, self._kind, QRectF(self.rect()))
