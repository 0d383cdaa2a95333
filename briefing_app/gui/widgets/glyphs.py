"""How the signs are painted: kinds, certainty, stages, reviews. Ink weighs as much as the claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from briefing_app.gui.widgets.icons import paint_icon

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from briefing_app.gui.theme import Theme, Token
    from briefing_app.model.agreements import Kind

STEPS = 3
_TICK = 2.3  # the check's stroke on the icons' grid, heavier than an icon's as it stands in a small node


def fill(painter: QPainter, area: QRectF, color: QColor) -> None:
    """Fill an area with a colour.

    To be handed a colour, `QPainter.fillRect` makes PySide build all gradients that Qt has a name for.
    """
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(area)
    painter.restore()


def paint_kind(painter: QPainter, kind: Kind, area: QRectF, color: QColor) -> None:
    """Paint the glyph of a kind into a square area: from a full disc (agreed) to a ring (discussed)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = area.width() / 14
    center, radius = area.center(), 5.5 * unit
    painter.setPen(QPen(color, 1.6 * unit))
    if kind == "assessed":
        edge = radius + 0.2 * unit
        painter.drawPolygon(QPolygonF([center + QPointF(x * edge, y * edge)
                                       for x, y in ((0, -1), (1, 0), (0, 1), (-1, 0))]))  # fmt: skip
    else:
        painter.drawEllipse(center, radius - 0.8 * unit, radius - 0.8 * unit)
        painter.setBrush(color)
        painter.setPen(Qt.PenStyle.NoPen)
        if kind == "agreed":
            painter.drawEllipse(center, radius, radius)
        elif kind == "reaffirmed":
            painter.drawEllipse(center, 2.5 * unit, 2.5 * unit)
        elif kind == "pledged":
            half = radius - 0.4 * unit
            painter.drawPie(
                QRectF(center.x() - half, center.y() - half, 2 * half, 2 * half), 90 * 16, 180 * 16
            )
    painter.restore()


def paint_certainty(painter: QPainter, steps: int, area: QRectF, color: QColor) -> None:
    """Paint three rising steps into an area of 13 to 10, `steps` of them filled."""
    painter.save()
    unit = area.height() / 10
    width = max(3, round(3 * unit))  # else a hollow step looks filled
    pen = max(1, round(unit))
    painter.setPen(QPen(color, pen, j=Qt.PenJoinStyle.MiterJoin))
    for n in range(STEPS):
        height = round((4 + 3 * n) * unit)
        step = QRectF(round(area.x() + n * 5 * unit), round(area.bottom()) - height, width, height)
        if n < steps:
            painter.fillRect(step, color)
        else:
            painter.drawRect(step.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2))
    painter.restore()


def stage_color(sign: str) -> Token:
    """Return the token of a stage's node and word."""
    return {"delayed": "delay", "planned": "ink2", "absent": "ink2"}.get(sign, "accent")  # type: ignore[return-value]


def paint_stage(painter: QPainter, theme: Theme, sign: str, area: QRectF) -> None:
    """Paint the node of a stage into a square area.

    Args:
        painter: where.
        theme: whence the colours.
        sign: `verified`, `assessed`, `rehearsed`, `planned`, `delayed`, `carried`; anything else is drawn as
            not mentioned.
        area: where in it.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = area.width() / 18
    center, ring = area.center(), 8 * unit
    color = theme.color(stage_color(sign))
    if sign in ("verified", "assessed"):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(center, 9 * unit, 9 * unit)
    elif sign == "delayed":
        _paint_pause(painter, theme, center, unit)
    else:
        pen = QPen(color, (2 if sign == "rehearsed" else 1.6) * unit)
        if sign not in ("rehearsed", "planned", "carried"):
            pen = QPen(theme.color("line2"), 1.6 * unit)
            pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.drawEllipse(center, ring, ring)
    if sign == "rehearsed":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(center, 3.6 * unit, 3.6 * unit)
    if sign in ("verified", "carried"):
        ink = theme.color("onAccent") if sign == "verified" else color
        paint_icon(
            painter, "check", area.adjusted(*(side * 3.5 * unit for side in (1, 1, -1, -1))), ink, _TICK
        )
    painter.restore()


def _paint_pause(painter: QPainter, theme: Theme, center: QPointF, unit: float) -> None:
    color = theme.color("delay")
    painter.setPen(QPen(color, 2 * unit))
    painter.setBrush(theme.color("delaySoft"))
    painter.drawEllipse(center, 8 * unit, 8 * unit)
    painter.setPen(QPen(color, 2.2 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for side in (-2.5, 2.5):
        top = center + QPointF(side * unit, -3.8 * unit)
        painter.drawLine(top, top + QPointF(0, 7.6 * unit))


def paint_review(painter: QPainter, theme: Theme, state: str, area: QRectF) -> None:
    """Paint the state of a review into a square area: check in disc, pencil or × in ring, empty ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = area.width() / 20
    token: Token = {"accepted": "accent", "edited": "accent", "rejected": "ink3"}.get(state, "line2")  # type: ignore[assignment]
    color = theme.color(token)
    inner = area.adjusted(*(side * 5 * unit for side in (1, 1, -1, -1)))
    if state == "accepted":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(area.center(), 8.4 * unit, 8.4 * unit)
        paint_icon(painter, "check", inner, theme.color("onAccent"), _TICK)
    else:
        painter.setPen(QPen(color, 1.6 * unit))
        painter.drawEllipse(area.center(), 7.6 * unit, 7.6 * unit)
        if state in ("edited", "rejected"):
            paint_icon(painter, "pencil" if state == "edited" else "cross", inner, color, _TICK)
    painter.restore()


def paint_focus(painter: QPainter, theme: Theme, area: QRectF, radius: float = 4) -> None:
    """Paint the focus ring, 2 px wide, just inside an area."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), theme.px(radius), theme.px(radius))
    painter.restore()


def baseline(metrics: QFontMetricsF, area: QRectF) -> float:
    """Return the y of the baseline of a line whose capitals stand in the middle of an area."""
    return round(area.center().y() + metrics.capHeight() / 2)
