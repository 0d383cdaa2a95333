"""Keeps the thread of a review over the views and the source pane, from the open card to its passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF

from briefing_app.gui.panels.thread import Thread

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.frame import Frame
    from briefing_app.gui.panels.review import ReviewView


class ThreadOver(QObject):
    """Follows what the thread joins as it scrolls and is laid out anew; it goes with the view."""

    def __init__(self, frame: Frame, view: ReviewView) -> None:
        """Make the thread.

        Args:
            frame: all that is drawn in the window.
            view: the review.
        """
        super().__init__(view)
        self._frame, self._view = frame, view
        self._thread = Thread(frame.theme, frame.workspace, self._ends)
        frame.workspace.installEventFilter(self)
        view.moved.connect(self._thread.update)
        view.destroyed.connect(self._thread.hide)  # should it go without an end, as with a file that is gone
        view.destroyed.connect(self._thread.deleteLater)
        frame.source.article.verticalScrollBar().valueChanged.connect(self._thread.update)

    def draw(self) -> None:
        """Draw it anew, above all else."""
        self._thread.raise_()
        self._thread.update()

    def end(self) -> None:
        """Take it away."""
        self._frame.workspace.removeEventFilter(self)
        self._thread.hide()
        self._thread.deleteLater()

    def _ends(self, over: QWidget) -> tuple[QPointF, QRectF, int] | None:
        """Return where the thread begins and ends, None where card and passage are not side by side."""
        card, frame = self._view.card, self._frame
        if card is None or not frame.source_shown or frame.workspace.lies_over:
            return None
        found = frame.source.passage_place()
        if found is None:
            return None
        area, away = found
        port, seen = frame.source.article.viewport(), self._view.viewport()
        top = min(max(area.top(), 0.0), float(port.height()))
        bottom = min(max(area.bottom(), 0.0), float(port.height()))
        corner = QPointF(over.mapFromGlobal(port.mapToGlobal(QPointF(0, top))))
        start = card.thread_start(over)
        first = over.mapFromGlobal(seen.mapToGlobal(QPointF(0, 0))).y()
        start.setY(min(max(start.y(), first), first + seen.height()))
        return start, QRectF(corner.x(), corner.y(), 3, bottom - top), away

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the thread be as large as what it lies over."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._thread.resize(self._frame.workspace.size())
            self._thread.raise_()
        return super().eventFilter(watched, event)
