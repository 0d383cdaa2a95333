"""Icons, drawn on a grid of 16 with a stroke of 1.5 and round caps, coloured when they are painted."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

IconName = Literal[
    "open", "export", "sidebar", "source", "menu", "document", "warning", "search", "library", "calendar",
    "clock", "check", "cross", "pencil", "review", "compare", "plus", "people", "stages", "quote", "refresh",
    "drop", "undo", "redo", "copy", "link", "external", "print", "save", "sun", "moon", "info", "text_size",
    "chevron_left", "chevron_right", "chevron_down", "chevron_up",
]  # fmt: skip
ICONS: tuple[IconName, ...] = get_args(IconName)

GRID = 16
STROKE = 1.5
_DENSITIES = (1, 2, 3)


class _Line(NamedTuple):
    """A polyline through points given as x, y, x, y..."""

    points: tuple[float, ...]
    closed: bool = False

    def add_to(self, path: QPainterPath) -> None:
        points = [QPointF(x, y) for x, y in zip(self.points[::2], self.points[1::2], strict=True)]
        path.moveTo(points[0])
        for point in points[1:]:
            path.lineTo(point)
        if self.closed:
            path.closeSubpath()


class _Box(NamedTuple):
    """A rectangle with round corners."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 2

    def add_to(self, path: QPainterPath) -> None:
        path.addRoundedRect(QRectF(self.x, self.y, self.width, self.height), self.radius, self.radius)


class _Ring(NamedTuple):
    """A circle."""

    x: float
    y: float
    radius: float

    def add_to(self, path: QPainterPath) -> None:
        path.addEllipse(QPointF(self.x, self.y), self.radius, self.radius)


class _Curve(NamedTuple):
    """A cubic curve: start, two controls, end."""

    points: tuple[float, float, float, float, float, float, float, float]

    def add_to(self, path: QPainterPath) -> None:
        x, y, *rest = self.points
        path.moveTo(x, y)
        path.cubicTo(*rest)


class _Arc(NamedTuple):
    """A part of a circle; start and sweep in degrees, anticlockwise from three o'clock."""

    x: float
    y: float
    radius: float
    start: float
    sweep: float

    def add_to(self, path: QPainterPath) -> None:
        square = QRectF(self.x - self.radius, self.y - self.radius, 2 * self.radius, 2 * self.radius)
        path.arcMoveTo(square, self.start)
        path.arcTo(square, self.start, self.sweep)


_Stroke = _Line | _Box | _Ring | _Curve | _Arc

_RAYS = tuple(
    _Line(points)
    for points in (
        (8, 1.4, 8, 2.6), (8, 13.4, 8, 14.6), (1.4, 8, 2.6, 8), (13.4, 8, 14.6, 8),
        (3.3, 3.3, 4.2, 4.2), (11.8, 11.8, 12.7, 12.7), (3.3, 12.7, 4.2, 11.8), (11.8, 4.2, 12.7, 3.3),
    )
)  # fmt: skip

_STROKES: dict[IconName, tuple[_Stroke, ...]] = {
    "open": (_Line((2, 12.6, 2, 3.4, 6, 3.4, 7.6, 5.2, 13, 5.2, 13, 7.4)),
             _Line((2, 12.8, 4.2, 7.4, 15, 7.4, 12.8, 12.8), closed=True)),
    "export": (_Line((8, 1.8, 8, 9.6)), _Line((5, 4.8, 8, 1.8, 11, 4.8)),
               _Line((4.6, 7.6, 3, 7.6, 3, 13.8, 13, 13.8, 13, 7.6, 11.4, 7.6))),
    "sidebar": (_Box(1.75, 2.75, 12.5, 10.5), _Line((6, 2.75, 6, 13.25))),
    "source": (_Box(1.75, 2.75, 12.5, 10.5), _Line((9.5, 2.75, 9.5, 13.25)),
               _Line((11.4, 6, 12.6, 6)), _Line((11.4, 8.3, 12.6, 8.3))),
    "menu": (_Line((2.5, 4.2, 13.5, 4.2)), _Line((2.5, 8, 13.5, 8)), _Line((2.5, 11.8, 13.5, 11.8))),
    "document": (_Line((3.5, 1.8, 9.4, 1.8, 12.8, 5.2, 12.8, 14.2, 3.5, 14.2), closed=True),
                 _Line((9.3, 2, 9.3, 5.3, 12.6, 5.3))),
    "warning": (_Line((8, 2.2, 14.4, 13.4, 1.6, 13.4), closed=True), _Line((8, 6.6, 8, 9.4)),
                _Line((8, 11.3, 8, 11.4))),
    "search": (_Ring(7, 7, 4.6), _Line((10.4, 10.4, 14, 14))),
    "library": (_Line((2.5, 2.5, 2.5, 13.5)), _Line((5.8, 2.5, 5.8, 13.5)),
                _Line((9, 3, 12.1, 2.4, 14.1, 13, 11, 13.6), closed=True)),
    "calendar": (_Box(2, 3, 12, 11), _Line((2, 6.5, 14, 6.5)), _Line((5.2, 1.5, 5.2, 4)),
                 _Line((10.8, 1.5, 10.8, 4))),
    "clock": (_Ring(8, 8, 6.1), _Line((8, 4.6, 8, 8.2, 10.4, 9.8))),
    "check": (_Line((3, 8.6, 6.4, 12, 13, 4.4)),),
    "cross": (_Line((4, 4, 12, 12)), _Line((12, 4, 4, 12))),
    "pencil": (_Line((3, 13, 3.6, 10.2, 10.9, 2.9, 13.1, 5.1, 5.8, 12.4), closed=True),
               _Line((9.2, 4.6, 11.4, 6.8))),
    "review": (_Box(2.2, 1.9, 11.6, 12.2), _Line((5, 6, 6.2, 7.2, 8.2, 4.8)), _Line((10.2, 6.2, 11.2, 6.2)),
               _Line((5, 10.6, 11.2, 10.6))),
    "compare": (_Box(1.8, 2.8, 5, 10.4, 1.5), _Box(9.2, 2.8, 5, 10.4, 1.5)),
    "plus": (_Line((8, 3, 8, 13)), _Line((3, 8, 13, 8))),
    "people": (_Ring(5.8, 5.2, 2.4), _Curve((1.6, 13.2, 1.6, 9.2, 10, 9.2, 10, 13.2)),
               _Curve((10.4, 3, 12.9, 3.2, 12.9, 7.2, 10.4, 7.5)),
               _Curve((11.8, 9.9, 13.7, 10.4, 14.4, 11.6, 14.4, 13.2))),
    "stages": (_Ring(3, 8, 1.7), _Ring(8, 8, 1.7), _Ring(13, 8, 1.7), _Line((4.7, 8, 6.3, 8)),
               _Line((9.7, 8, 11.3, 8))),
    "quote": (_Line((2.5, 4, 13.5, 4)), _Line((2.5, 8, 13.5, 8)), _Line((2.5, 12, 9, 12))),
    "refresh": (_Arc(8, 8, 5.4, 20, 300), _Line((13.5, 3.2, 13.2, 6.3, 10.1, 6))),
    "drop": (_Line((8, 2, 8, 9.8)), _Line((4.8, 6.8, 8, 10, 11.2, 6.8)),
             _Line((2.4, 10.4, 2.4, 13.8, 13.6, 13.8, 13.6, 10.4))),
    "undo": (_Line((5.6, 2.8, 2.6, 5.8, 5.6, 8.8)), _Line((2.8, 5.8, 9.4, 5.8)),
             _Arc(9.6, 9.4, 3.6, 90, -180), _Line((9.6, 13, 6, 13))),
    "redo": (_Line((10.4, 2.8, 13.4, 5.8, 10.4, 8.8)), _Line((13.2, 5.8, 6.6, 5.8)),
             _Arc(6.4, 9.4, 3.6, 90, 180), _Line((6.4, 13, 10, 13))),
    "copy": (_Box(5.4, 5.4, 8.6, 8.6, 1.8), _Line((3.2, 10.6, 2.2, 10.6, 2.2, 2.2, 10.6, 2.2, 10.6, 3.2))),
    "link": (_Line((6.2, 9.8, 9.8, 6.2)), _Curve((7.4, 4.6, 10, 1.4, 14.6, 6, 11.4, 8.6)),
             _Curve((8.6, 11.4, 6, 14.6, 1.4, 10, 4.6, 7.4))),
    "external": (_Line((9.4, 2.6, 13.4, 2.6, 13.4, 6.6)), _Line((13.2, 2.8, 7.6, 8.4)),
                 _Line((6.6, 3.6, 2.8, 3.6, 2.8, 13.2, 12.4, 13.2, 12.4, 9.4))),
    "print": (_Line((4.4, 5.4, 4.4, 1.8, 11.6, 1.8, 11.6, 5.4)),
              _Line((4.4, 11.4, 2, 11.4, 2, 5.4, 14, 5.4, 14, 11.4, 11.6, 11.4)),
              _Box(4.4, 9.2, 7.2, 5, 0.6)),
    "save": (_Line((2.4, 2.4, 11, 2.4, 13.6, 5, 13.6, 13.6, 2.4, 13.6), closed=True),
             _Line((5, 2.6, 5, 5.8, 10, 5.8, 10, 2.6)), _Line((4.8, 13.4, 4.8, 9, 11.2, 9, 11.2, 13.4))),
    "sun": (_Ring(8, 8, 3), *_RAYS),
    "moon": (_Curve((6.6, 2.4, 5.2, 7.4, 8.6, 10.8, 13.6, 9.6)), _Arc(8, 8, 5.8, 16.8, -271)),
    "info": (_Ring(8, 8, 6.1), _Line((8, 7.4, 8, 11.2)), _Line((8, 4.8, 8, 4.9))),
    "text_size": (_Line((1.6, 13, 5.6, 3, 9.6, 13)), _Line((3, 9.6, 8.2, 9.6)),
                  _Line((10.6, 13, 12.6, 7.6, 14.6, 13)), _Line((11.3, 11.2, 13.9, 11.2))),
    "chevron_left": (_Line((10, 3.6, 5.6, 8, 10, 12.4)),),
    "chevron_right": (_Line((6, 3.6, 10.4, 8, 6, 12.4)),),
    "chevron_down": (_Line((3.6, 6, 8, 10.4, 12.4, 6)),),
    "chevron_up": (_Line((3.6, 10, 8, 5.6, 12.4, 10)),),
}  # fmt: skip


def paint_icon(
    painter: QPainter, name: IconName, area: QRectF, color: QColor, stroke: float = STROKE
) -> None:
    """Paint an icon into a square area; `stroke` is in units of the grid of 16."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / GRID, area.height() / GRID)
    round_ends = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(_path(name), QPen(color, stroke, *round_ends))
    painter.restore()


def icon(name: IconName, color: QColor, disabled: QColor, active: QColor, size: int = GRID) -> QIcon:
    """Return an icon for the rows of a menu, sharp on screens of up to three device pixels a pixel.

    Args:
        name: which.
        color: of its strokes.
        disabled: of its strokes while disabled.
        active: of its strokes while the row is highlighted.
        size: edge in px.

    Returns:
        The icon.
    """
    found = QIcon()
    inks = ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, disabled), (QIcon.Mode.Active, active))
    for density in _DENSITIES:
        for mode, ink in inks:
            found.addPixmap(_pixmap(name, ink, size, density), mode)
    return found


def _path(name: IconName) -> QPainterPath:
    path = QPainterPath()
    for stroke in _STROKES[name]:
        stroke.add_to(path)
    return path


def _pixmap(name: IconName, color: QColor, size: int, density: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * density)
    pixmap.setDevicePixelRatio(density)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, size, size), color)
    painter.end()
    return pixmap
