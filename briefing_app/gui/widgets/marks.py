"""Paragraph marks: the buttons that lead from a statement to its passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from briefing_app.gui.widgets import glyphs
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme


class PaintedButton(QAbstractButton):
    """A button that paints itself, is reached by Tab (a click leaves the focus where it is) and shows it."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Return the one size that the button has."""
        return self.sizeHint()


class ParagraphMark(PaintedButton):
    """The button `¶3`: the right edge of its text is `theme.overhang` left of its own right edge.

    `clicked` is a button's; `selected` (a property) fills it with the highlighter.
    """

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        self._font = theme.font("meta_bold", tabular=True)
        self._metrics = QFontMetricsF(self._font)
        self._selected = False
        self.setToolTip(tr("Show the passage"))
        self._name()

    @property
    def selected(self) -> bool:
        """Whether its passage is the one in view."""
        return self._selected

    @selected.setter
    def selected(self, on: bool) -> None:
        if on != self._selected:
            self._selected = on
            self._name()
            self.update()

    def _name(self) -> None:
        source, _, paragraph = self.text().rpartition("¶")
        name = tr("Paragraph {n}", n=paragraph)
        if source.strip():
            name = tr("Source {source}, paragraph {n}", source=source.strip(), n=paragraph)
        self.setAccessibleName(tr("{mark}, shown in the source", mark=name) if self._selected else name)

    def sizeHint(self) -> QSize:
        """Return the room for the text and its padding, big enough to hit."""
        width = int(self._metrics.horizontalAdvance(self.text())) + 1 + 2 * self.theme.overhang
        return QSize(max(width, self.theme.target), self.theme.target)

    def text_baseline(self) -> int:
        """Return the y of the text's baseline."""
        return round(glyphs.baseline(self._metrics, QRectF(QPointF(), self.sizeHint().toSizeF())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark; hovered, it is underlined."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._metrics.horizontalAdvance(self.text())
        right = self.width() - self.theme.overhang
        inset = (self.height() - self.theme.px(20)) / 2
        area = QRectF(
            right - width - self.theme.overhang, inset, width + 2 * self.theme.overhang, self.theme.px(20)
        )
        if self._selected:
            painter.setBrush(self.theme.color("mark"))
            painter.setPen(QPen(self.theme.color("markLine"), 1))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), self.theme.px(4), self.theme.px(4))
        painter.setFont(self._font)
        painter.setPen(self.theme.color("markInk" if self._selected else "accent"))
        line = self.text_baseline()
        painter.drawText(QPointF(right - width, line), self.text())
        if self.underMouse():
            painter.drawLine(QPointF(right - width, line + 2.5), QPointF(right, line + 2.5))
        if self.hasFocus():
            glyphs.paint_focus(painter, self.theme, area)


class MarkStrip(QWidget):
    """Paragraph marks in lines of `per_line` that end at one right edge, or begin at one left edge."""

    mark_clicked = Signal(int)

    def __init__(
        self,
        theme: Theme,
        texts: Sequence[str] = (),
        *,
        per_line: int = 2,
        left: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._per_line, self._left = per_line, left
        self._marks: list[ParagraphMark] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.mark_clicked)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_marks(texts)

    def show_marks(self, texts: Sequence[str]) -> None:
        """Show other marks, none of them selected."""
        for mark in self._marks:
            self._grid.removeWidget(mark)
            self._group.removeButton(mark)
            mark.deleteLater()
        self._marks = [ParagraphMark(self.theme, text, self) for text in texts]
        for n, mark in enumerate(self._marks):
            self._group.addButton(mark, n)
            line, place = divmod(n, self._per_line)
            in_line = min(self._per_line, len(texts) - line * self._per_line)
            column = place if self._left else self._per_line - in_line + place
            self._grid.addWidget(mark, line, column)
            mark.show()
        self.setVisible(bool(texts))

    def marks(self) -> tuple[ParagraphMark, ...]:
        """Return the marks in their order."""
        return tuple(self._marks)

    def select(self, index: int | None) -> None:
        """Draw the mark at `index` as the one in view, and no other."""
        for n, mark in enumerate(self._marks):
            mark.selected = n == index

    def text_baseline(self) -> int:
        """Return the y of the first line's baseline, 0 where there is no mark."""
        return self._marks[0].text_baseline() if self._marks else 0
