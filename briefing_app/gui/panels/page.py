"""The page that scrolls in the brief, and the place on it that stays where it is when rows grow."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QScrollArea

    from briefing_app.gui.panels.panel import Panel, Place
    from briefing_app.gui.panels.row_list import RowList

_EDGE = 8  # px between a row that is brought wholly into sight and the edge of the view
_TRIES = 4  # to bring a row to a place while those around it are measured


class Anchor(NamedTuple):
    """What stands at the top of a view: an item, empty for none, and how many px below the edge."""

    item: str = ""
    offset: int = 0


NOWHERE = Anchor()


def anchor_of(area: QScrollArea, panels: Iterable[Panel]) -> Anchor:
    """Return the first item whose row is in sight, nowhere at the very top of the page."""
    if not area.verticalScrollBar().value():
        return NOWHERE
    for item, widget in (row for panel in panels for row in panel.live_rows()):
        top = widget.mapTo(area.viewport(), QPoint()).y()
        if top + widget.height() > 0 and widget.isVisible():
            return Anchor(item, top)
    return NOWHERE


def bring(area: QScrollArea, row: Place, offset: int) -> None:
    """Scroll until a row stands `offset` px below the top of the view."""
    bar = area.verticalScrollBar()
    for _ in range(_TRIES):
        now = row.widget.mapTo(area.viewport(), QPoint()).y()
        if now == offset:
            break
        bar.setValue(bar.value() + now - offset)


def see_whole(area: QScrollArea, rows: Iterable[Place]) -> None:
    """Scroll as far as a row that is cut by an edge of the view needs; not where one of the rows is whole."""
    high = area.viewport().height()
    live = [row.live for row in rows if row.live is not None and row.live.isVisible()]
    tops = [(each.mapTo(area.viewport(), QPoint()).y(), each.height()) for each in live]
    cut = [(top, top + height) for top, height in tops if -height < top < high]
    if not cut or any(top >= 0 and bottom <= high for top, bottom in cut):
        return
    top, bottom = cut[0]
    by = top - _EDGE if top < 0 else min(bottom + _EDGE - high, top - _EDGE)
    if not (top < 0 and bottom > high):
        area.verticalScrollBar().setValue(area.verticalScrollBar().value() + by)


def _forget_sizes(part: QObject | None) -> None:
    """Let the layouts within that of a widget ask anew how high they are; Qt tells only the outermost."""
    layout = part.layout() if isinstance(part, QWidget) else None
    for inner in layout.findChildren(QLayout) if layout is not None else ():
        inner.invalidate()


@contextmanager
def in_one_go(lists: Sequence[RowList]) -> Iterator[None]:
    """Let lists make no rows for the places that they pass until all has been laid out."""
    for rows in lists:
        rows.waits = True
    try:
        yield
    finally:
        for rows in lists:
            rows.waits = False
    for rows in lists:
        rows.sync()


class Page(QWidget):
    """The page that scrolls; it says when it was first painted, so that more can be put on it."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._new = True

    def fit(self, least: int, parts: Iterable[QObject]) -> None:
        """Become as high as the content is in this width, in one go.

        Left to themselves the layouts would press all parts into the old height first, which would be seen.

        Args:
            least: the height of the view.
            parts: those that need another height.
        """
        for each in parts:
            part: QObject | None = each
            while isinstance(part, QWidget) and part is not self:
                part.updateGeometry()
                part = part.parent()
                _forget_sizes(part)
        inner = self.layout()
        if inner is not None:
            self.resize(self.width(), max(inner.heightForWidth(self.width()), least))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing but the ground."""
        super().paintEvent(event)
        if self._new:
            self._new = False
            QTimer.singleShot(0, self, self.painted.emit)
