"""How a date is painted on an axis (look.md 8): sharp where it is exact, fading where it is open."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

if TYPE_CHECKING:
    from datetime import date

    from briefing_app.gui.theme import Theme
    from briefing_app.model.timeline import Axis, Bar

_TINT = 0.2
_FIRM = 0.6
_LEAST = 8
_HATCH = 5


class Span(NamedTuple):
    """Where an axis lies: from `left` to `right` px; Today is at `today`, None where it is not drawn."""

    left: float
    right: float
    today: float | None
    beyond: bool

    def x(self, fraction: float) -> float:
        """Return where a fraction of the axis lies."""
        return self.left + fraction * (self.right - self.left)


def span(axis: Axis, today: date, left: float, right: float, margin: float) -> Span:
    """Return where an axis lies between two edges.

    Args:
        axis: which.
        today: beyond the axis it stands at the right edge, behind a break.
        left: where the axis begins.
        right: where the drawing ends.
        margin: room that a break and Today beyond it need.
    """
    at = axis.at(today)
    if at >= 1:
        return Span(left, right - margin, right - 1, beyond=True)
    found = Span(left, right, None, beyond=False)
    return found._replace(today=found.x(at)) if at >= 0 else found


def paint_bar(painter: QPainter, theme: Theme, bar: Bar, where: Span, top: float) -> None:
    """Paint a date, 12 px high at text size 1, at `top`; one of several as each of them, joined by dots."""
    for piece in bar.pieces:
        _paint_piece(painter, theme, piece, where, top)
    for one, following in pairwise(bar_area(theme, piece, where, top) for piece in bar.pieces):
        _paint_join(painter, theme, one, following)


def _paint_join(painter: QPainter, theme: Theme, one: QRectF, following: QRectF) -> None:
    """Paint the dots that say: or."""
    gap = theme.px(3)
    if following.left() - one.right() <= 2 * gap:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.color("accent"), 1.6 * theme.scale)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.1, 2.6])
    painter.setPen(pen)
    y = one.center().y()
    painter.drawLine(QPointF(one.right() + gap, y), QPointF(following.left() - gap, y))
    painter.restore()


def _paint_piece(painter: QPainter, theme: Theme, bar: Bar, where: Span, top: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = bar_area(theme, bar, where, top)
    accent = theme.color("accent")
    painter.setPen(Qt.PenStyle.NoPen)
    if bar.shape in ("solid", "within"):
        strength = 1 if bar.shape == "solid" else _TINT
        if bar.soft:
            _fill(painter, area, accent, _ends(theme, area, strength))
        elif bar.shape == "solid":
            painter.setBrush(accent)
            painter.drawRoundedRect(area, 2, 2)
        else:
            _fill(painter, area, accent, [(0, _TINT), (1, _TINT)])
            _paint_brackets(painter, theme, area)
    else:
        mirrored = bar.shape == "open-start"
        _fill(painter, area, accent, _fade(theme, area, mirrored=mirrored, soft=bar.soft))
        if not bar.soft:
            edge = area.right() - 1 if mirrored else area.left() + 1
            painter.setPen(QPen(accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(edge, area.top() - 2), QPointF(edge, area.bottom() + 2))
    painter.restore()


def bar_area(theme: Theme, bar: Bar, where: Span, top: float) -> QRectF:
    """Return the area of a bar, at least 8 px wide and inside the axis."""
    left, right = where.x(bar.start), where.x(bar.end)
    width = max(right - left, theme.px(_LEAST))
    left = max(min(left, where.right - width), where.left)
    return QRectF(left, top, width, theme.px(12))


def paint_hatched(painter: QPainter, theme: Theme, area: QRectF) -> None:
    """Paint the bar of a date that no longer holds: hatched at 45°."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("ink3"), 1))
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setClipRect(area)
    step = theme.px(_HATCH)
    for n in range(int((area.width() + area.height()) / step) + 1):
        x = area.left() + n * step
        painter.drawLine(QPointF(x, area.top()), QPointF(x - area.height(), area.bottom()))
    painter.restore()


def paint_arrow(painter: QPainter, theme: Theme, start: QRectF, end: QRectF) -> None:
    """Paint an arrow from the bar of the old date to that of the new one; nothing where they meet."""
    y = start.center().y()
    forward = end.center().x() > start.center().x()
    here, there = (start.right() + 2, end.left() - 2) if forward else (start.left() - 2, end.right() + 2)
    head = theme.px(4)
    if abs(there - here) < 2 * head or (there > here) != forward:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.color("ink2")
    painter.setPen(QPen(ink, 1.4))
    back = there - head if forward else there + head
    painter.drawLine(QPointF(here, y), QPointF(back, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([QPointF(there, y), QPointF(back, y - head), QPointF(back, y + head)]))
    painter.restore()


def paint_break(painter: QPainter, theme: Theme, where: Span, top: float, height: float) -> None:
    """Paint the two strokes that say: the axis leaves time out here."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("line2"), 1.4))
    x, slant = where.right + theme.px(8), theme.px(5)
    for shift in (0, slant):
        painter.drawLine(QPointF(x + shift, top + height), QPointF(x + shift + slant, top))
    painter.restore()


def _paint_brackets(painter: QPainter, theme: Theme, area: QRectF) -> None:
    painter.setPen(QPen(theme.color("accent"), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    arm = theme.px(4)
    for x, inwards in ((area.left() + 0.8, arm), (area.right() - 0.8, -arm)):
        corners = ((inwards, area.top()), (0, area.top()), (0, area.bottom()), (inwards, area.bottom()))
        painter.drawPolyline(QPolygonF([QPointF(x + dx, y) for dx, y in corners]))


Stops = list[tuple[float, float]]  # where, as a share of the width, and how strong


def _ends(theme: Theme, area: QRectF, strength: float) -> Stops:
    """Return the stops of a fill that fades within 8 px at both ends."""
    soft = min(theme.px(_LEAST) / area.width(), 0.5)
    return [(0, 0), (soft, strength), (1 - soft, strength), (1, 0)]


def _fade(theme: Theme, area: QRectF, *, mirrored: bool, soft: bool) -> Stops:
    """Return the stops from firm at the given edge to nothing at the other; a soft edge fades in too."""
    stops: Stops = [(0.0, _FIRM), (0.2, 0.36), (0.6, 0.12), (1.0, 0.0)]
    if soft:
        edge = min(theme.px(_LEAST) / area.width(), 0.19)
        stops = [(0.0, 0.0), (edge, _FIRM), *stops[1:]]
    return [(1 - at, strength) for at, strength in reversed(stops)] if mirrored else stops


def _fill(painter: QPainter, area: QRectF, color: QColor, stops: Stops) -> None:
    """Fill an area with one colour, as strong from the left to the right as the stops say.

    In strips of 1 px: a QGradient looks the same, but PySide first builds its two hundred members of enums.
    """
    tint = QColor(color)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    left, right = round(area.left()), max(round(area.right()), round(area.left()) + 1)
    pieces = iter(pairwise(stops))
    (start, weak), (end, strong) = next(pieces)
    for x in range(left, right):
        at = (x + 0.5 - left) / (right - left)
        while at > end:
            (start, weak), (end, strong) = next(pieces)
        tint.setAlphaF(weak + (strong - weak) * (at - start) / max(end - start, 1e-9))
        painter.fillRect(QRectF(x, area.top(), 1, area.height()), tint)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
