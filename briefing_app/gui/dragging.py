"""Drags an item out of the window, to other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QDrag, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from briefing_app.model.briefing import Briefing

_WIDEST, _PAD = 320, 8
_BESIDE = QPoint(-12, -12)  # from the label's corner to the pointer


def far_enough(press: QPointF, move: QPointF) -> bool:
    """Tell whether the pointer has moved so far with the button held that a drag is meant."""
    return (move - press).manhattanLength() >= QApplication.startDragDistance()


def drag_item(widget: QWidget, briefing: Briefing, item_id: str) -> None:
    """Drag an item with its citation, as plain and as rich text, until it is dropped.

    Args:
        widget: what it is dragged from.
        briefing: the briefing.
        item_id: one of its items.
    """
    item_drag(widget, briefing, item_id).exec(Qt.DropAction.CopyAction)


def item_drag(source: QObject, briefing: Briefing, item_id: str) -> QDrag:
    """Return the drag of an item, not yet begun."""
    from briefing_app.gui.carrying import item_data

    drag = QDrag(source)
    data = item_data(briefing, item_id)
    drag.setMimeData(data)
    show_words(drag, data.text())
    return drag


def show_words(drag: QDrag, words: str) -> None:
    """Let a drag show words beside the pointer."""
    font, palette = QApplication.font(), QApplication.palette()
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, _WIDEST)
    width, height = metrics.horizontalAdvance(shown) + 2 * _PAD, metrics.height() + _PAD
    # Twice as dense as px: sharp on most screens, and made smaller on the others.
    picture = QPixmap(round(width) * 2, round(height) * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(0, 0, width, height).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setBrush(palette.color(palette.ColorRole.Button))
    painter.setPen(palette.color(palette.ColorRole.Mid))
    painter.drawRoundedRect(area, 6, 6)
    painter.setFont(font)
    painter.setPen(palette.color(palette.ColorRole.WindowText))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)
    painter.end()
    drag.setPixmap(picture)
    drag.setHotSpot(_BESIDE)
