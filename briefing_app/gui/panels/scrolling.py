"""Scroll bars as thin as they can be and still be caught and seen, and the ground of scroll areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QAbstractScrollArea

    from briefing_app.gui.theme import Theme, Token

_WIDTH = 12
_INSET = 3
_END, _LEAST = 14, 26  # px of Fusion's bar that its handle never reaches, and the least length of the handle


class ThinBar(QScrollBar):
    """A vertical bar of which only the handle is painted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._theme = theme

    def sizeHint(self) -> QSize:
        """Return the width of the bar."""
        return QSize(_WIDTH, super().sizeHint().height())

    def handle(self) -> QRect:
        """Return where the handle is, as Fusion has it for the mouse.

        Reckoned here, because to ask a style makes PySide build some twenty enumerations before the first
        paint.
        """
        scale = self.logicalDpiY() / 96
        end, least = round(_END * scale), round(_LEAST * scale)
        track, values = self.height() - 2 * end, self.maximum() - self.minimum()
        length = track * self.pageStep() // max(values + self.pageStep(), 1)
        length = min(max(length, least), track)
        way = (self.sliderPosition() - self.minimum()) * (track - length) / max(values, 1)
        return QRect(0, end + int(way + 0.5), self.width(), length)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the handle, stronger while it is held or under the pointer."""
        if self.minimum() == self.maximum():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("ink2" if self.isSliderDown() or self.underMouse() else "line2"))
        painter.drawRoundedRect(QRectF(self.handle()).adjusted(_INSET, 2, -_INSET, -2), _INSET, _INSET)


def thin_bar(area: QAbstractScrollArea, theme: Theme) -> None:
    """Give a scroll area a thin bar, on the ground of what it stands in."""
    area.setVerticalScrollBar(ThinBar(theme))


def own_viewport(area: QAbstractScrollArea) -> None:
    """Give a scroll area a viewport of our own.

    Asking Qt for its own one makes PySide look through every class that it has before the first paint.
    """
    area.setViewport(QWidget())


def paint_ground(area: QAbstractScrollArea, theme: Theme, ground: Token) -> None:
    """Give a scroll area a thin bar and one colour behind all that is in it."""
    palette = area.palette()
    palette.setColor(area.backgroundRole(), theme.color(ground))
    palette.setColor(area.viewport().backgroundRole(), theme.color(ground))
    area.setPalette(palette)
    area.setAutoFillBackground(True)
    thin_bar(area, theme)


def step_focus(area: QScrollArea, rows: Sequence[QWidget], event: QKeyEvent) -> bool:
    """Move the keyboard along a list with the arrows; tell whether that is what the key meant.

    Args:
        area: what the list scrolls in.
        rows: the list, from top to bottom.
        event: the key.
    """
    steps = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}
    here = next((n for n, row in enumerate(rows) if row.hasFocus()), None)
    if event.key() not in steps or here is None:
        return False
    row = rows[min(max(here + steps[event.key()], 0), len(rows) - 1)]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    area.ensureWidgetVisible(row)
    return True


class KeyedList(QScrollArea):
    """A list of rows along which the arrows go: a scroll area by itself would keep them to scroll."""

    def __init__(self, theme: Theme, rows: Sequence[QWidget]) -> None:
        """Make it without a page.

        Args:
            theme: what it draws with.
            rows: the rows, from top to bottom; they may still come.
        """
        super().__init__()
        self._rows = rows
        own_viewport(self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        paint_ground(self, theme, "page")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the rows with the arrows."""
        if not step_focus(self, self._rows, event):
            super().keyPressEvent(event)


class Hairline(QWidget):
    """A line across, as thin as can be seen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        QPainter(self).fillRect(self.rect(), self._theme.color("line"))
