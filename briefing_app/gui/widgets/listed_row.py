"""A row of a list of which one at a time is shown at length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from briefing_app.gui.widgets import glyphs
from briefing_app.gui.widgets.marks import PaintedRow

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.theme import Theme


class ListedRow(PaintedRow):
    """A row that asks to be shown when it is clicked or gets the keyboard, and draws itself as selected."""

    wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it, not selected.

        Args:
            theme: what it draws with.
            parent: what it belongs to.
        """
        super().__init__(parent)
        self._theme, self.selected = theme, False
        self.clicked.connect(self.wanted)

    def select(self, *, on: bool) -> None:
        """Draw it as the one that is shown."""
        self.selected = on
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ask to be shown, as a click does."""
        super().focusInEvent(event)
        self.wanted.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the bar of the selected row, and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, radius = QRectF(self.rect()), self._theme.px(4)
        if self.selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("sel"))
            painter.drawRoundedRect(area, radius, radius)
            painter.fillRect(QRectF(0, 0, self._theme.px(3), area.height()), self._theme.color("accent"))
        if self.hasFocus():
            glyphs.paint_focus(painter, self._theme, area)
