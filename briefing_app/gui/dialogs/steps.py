"""How far some work is: a bar of as many pieces as it has steps. Nothing in it moves by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme

_HEIGHT, _GAP = 6, 4


class Steps(QWidget):
    """Pieces side by side: those done and the one under way are filled."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._step, self._of = 0, 1
        self.setFixedHeight(theme.px(_HEIGHT))
        self.hide()

    def show_step(self, step: int, of: int) -> None:
        """Show which step is under way, from 1, and how many there are."""
        self._step, self._of = step, of
        self.setAccessibleName(tr("Step {step} of {of}", step=step, of=of))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pieces."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = self._theme.px(_GAP)
        wide = (self.width() - gap * (self._of - 1)) / self._of
        for n in range(self._of):
            painter.setBrush(self._theme.color("accent" if n < self._step else "line"))
            area = QRectF(n * (wide + gap), 0, wide, self.height())
            painter.drawRoundedRect(area, self.height() / 2, self.height() / 2)
