"""The coverage strip: one block a paragraph, filled where an item cites it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip

from briefing_app.gui.widgets import glyphs
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.theme import Theme

_PITCH = 8
_BLOCK = 8
_MOST_NAMED = 40
_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CoverageStrip(QAbstractButton):
    """Blocks drawn 8 high that can be clicked 24 high; the tooltip says "¶5: not cited".

    Left and Right go from block to block, Enter and Space open the paragraph: to press the strip is to open
    the one where the keyboard is. A long article's blocks get narrower.
    """

    paragraph_activated = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._paragraphs = 0
        self._cited: AbstractSet[int] = frozenset()
        self._selected = 0
        self._current = 1  # where the keyboard is
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)
        self._name()

    def show_coverage(self, paragraphs: int, cited: AbstractSet[int]) -> None:
        """Show an article of `paragraphs` paragraphs of which those in `cited` (from 1) are cited."""
        self._paragraphs, self._cited = paragraphs, cited
        self._current, self._selected = 1, 0
        self._name()
        self.updateGeometry()
        self.update()

    def select(self, paragraph: int | None) -> None:
        """Draw a paragraph's block as the one in view."""
        self._selected = paragraph or 0
        self._current = paragraph or self._current
        self.update()

    def words(self, paragraph: int) -> str:
        """Return what a block says: "¶5: not cited"."""
        if paragraph in self._cited:
            return tr("¶{n}: cited", n=paragraph)
        return tr("¶{n}: not cited", n=paragraph)

    def _name(self) -> None:
        done = sum(1 <= n <= self._paragraphs for n in self._cited)
        self.setAccessibleName(
            ntr(
                "{done} of {n} paragraph cited", "{done} of {n} paragraphs cited", self._paragraphs, done=done
            )
        )
        missing = [str(n) for n in range(1, self._paragraphs + 1) if n not in self._cited]
        named = ", ".join(missing[:_MOST_NAMED]) + ("…" if len(missing) > _MOST_NAMED else "")
        said = tr("Not cited: {paragraphs}", paragraphs=named) if missing else ""
        self.setAccessibleDescription(said)

    # ------------------------------------------------------------------------------------------ measures

    def sizeHint(self) -> QSize:
        """Return the room in which every block has its full width."""
        return QSize(max(self._paragraphs * self.theme.px(_PITCH) + 1, self.theme.target), self.theme.target)

    def minimumSizeHint(self) -> QSize:
        """Return the least room; the blocks share it."""
        return QSize(min(self.sizeHint().width(), self.theme.px(80)), self.theme.target)

    def _pitch(self) -> float:
        return min(float(self.theme.px(_PITCH)), self.width() / max(self._paragraphs, 1))

    def _block(self, paragraph: int) -> QRectF:
        pitch = self._pitch()
        height = self.theme.px(_BLOCK)
        gap = 1 if pitch > 2 * self.theme.scale else 0
        return QRectF((paragraph - 1) * pitch, (self.height() - height) // 2, max(pitch - gap, 1), height)

    def _paragraph_at(self, x: float) -> int:
        n = int(x / self._pitch()) + 1
        return n if 1 <= n <= self._paragraphs else 0

    # -------------------------------------------------------------------------------------------- events

    def event(self, event: QEvent) -> bool:
        """Tell what stands at a block."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            n = self._paragraph_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.words(n) if n else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the blocks: filled cited, hollow not cited, the one in view in the highlighter's line."""
        painter = QPainter(self)
        # No more blocks than there are pixels: an article may have thousands of paragraphs.
        step = max(1, self._paragraphs // max(self.width(), 1))
        for n in range(1, self._paragraphs + 1, step):
            self._paint_block(painter, n)
        if self._selected:
            self._paint_block(painter, self._selected)
        if self.hasFocus() and self._paragraphs:
            around = self._block(self._current).adjusted(-3, -4, 3, 4)
            glyphs.paint_focus(painter, self.theme, around, 3)

    def _paint_block(self, painter: QPainter, paragraph: int) -> None:
        area = self._block(paragraph)
        if paragraph == self._selected:
            painter.fillRect(area, self.theme.color("markLine"))
        elif paragraph in self._cited:
            painter.fillRect(area, self.theme.color("accent"))
        else:
            painter.setPen(QPen(self.theme.color("line2"), 1))
            painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))

    def _open(self) -> None:
        if self._paragraphs:
            self.paragraph_activated.emit(self._current)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the release: it says which of the blocks is meant."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the paragraph under the pointer."""
        n = self._paragraph_at(event.position().x())
        if n and event.button() == Qt.MouseButton.LeftButton:
            self._current = n
            self.paragraph_activated.emit(n)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from block to block; open the one with the ring."""
        if event.key() in _STEPS and self._paragraphs:
            self._current = min(max(self._current + _STEPS[event.key()], 1), self._paragraphs)
            self.update()
            self._say_current()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._paragraphs:
            self._open()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _say_current(self) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words(self._current)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()
