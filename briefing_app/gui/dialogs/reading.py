"""What dialogs that are read have in common: a page that scrolls and shows the focus, and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from briefing_app.gui.widgets import glyphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent

    from briefing_app.gui.theme import Theme
    from briefing_app.gui.widgets.button import Button

_ROOM = 6  # px for the ring, on each side


class ReadingArea(QScrollArea):
    """A page that scrolls by the keyboard, with a ring around it while the keyboard is there."""

    room = 2 * _ROOM  # px beside or above and below the page

    def __init__(self, theme: Theme, name: str, page: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setViewportMargins(_ROOM, _ROOM, _ROOM, _ROOM)
        self.setWidget(page)
        self._ring = _Ring(theme, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the ring at the edge."""
        super().resizeEvent(event)
        self._ring.setGeometry(self.rect())
        self._ring.raise_()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring unless it was the mouse that brought the focus."""
        super().focusInEvent(event)
        self._ring.setVisible(event.reason() != Qt.FocusReason.MouseFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self._ring.hide()


class _Ring(QWidget):
    """The ring, over the page; the mouse goes through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        glyphs.paint_focus(painter, self._theme, QRectF(self.rect()))


def foot(buttons: Sequence[Button]) -> QHBoxLayout:
    """Return the line with a dialog's buttons, at its right."""
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addStretch(1)
    for button in buttons:
        line.addWidget(button)
    return line
