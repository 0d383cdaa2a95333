"""Keeps a second click from doing what the first one brought under a resting pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

_REST = 600  # ms
_MOVED = 4  # px
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ClickGuard(QObject):
    """Filters the presses of buttons that take one another's place."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pressed: QPointF | None = None
        self._closed_at: QPointF | None = None
        self._since = QElapsedTimer()

    def close(self) -> None:
        """Take no press where the last one was, until the pointer has moved or rested for a while."""
        self._closed_at, self._pressed = self._pressed, None
        self._since.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take away the presses that were meant for what stood there before."""
        if isinstance(event, QMouseEvent) and event.type() in _PRESSES:
            if self._rests(event):
                return True
            self._pressed = event.globalPosition()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._pressed = None
            return event.isAutoRepeat() and event.key() in _ENTER
        return super().eventFilter(watched, event)

    def _rests(self, event: QMouseEvent) -> bool:
        if self._closed_at is None:
            return False
        if (event.globalPosition() - self._closed_at).manhattanLength() > _MOVED:
            self._closed_at = None
            return False
        return event.type() == QEvent.Type.MouseButtonDblClick or not self._since.hasExpired(_REST)
