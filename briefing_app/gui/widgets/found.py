"""Marks found words over the text of a widget, which itself knows nothing of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextCursor, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from briefing_app.gui.widgets.text import RichTextView, TextLine
from briefing_app.workflow.finding import folded, occurrences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPaintEvent, QTextDocument

    from briefing_app.gui.theme import Theme

View = RichTextView | TextLine
_BREAK = "\u200b"
_AROUND = 1.0  # px


def text_of(view: View) -> str:
    """Return what is read in a text."""
    return view.plain_text() if isinstance(view, RichTextView) else view.text().replace(_BREAK, "")


def mark(view: View, needle: str, current: int = -1) -> None:
    """Mark what is found in a text, and take other marks away.

    Args:
        view: shows the text.
        needle: what is searched for, folded; empty to mark nothing.
        current: which of the matches is the current one, counted from 0; -1 for none of them.
    """
    text = view.plain_text() if isinstance(view, RichTextView) else view.text()
    spans = occurrences(folded(text), needle) if needle else ()
    if isinstance(view, RichTextView):
        document = view.text_document
        view.show_found([_cursor(document, units(text, start), units(text, end)) for start, end in spans])
    over = view.findChild(FoundOver)
    if over is None:
        if not spans:
            return
        over = FoundOver(view)
    over.show_spans([(units(text, start), units(text, end)) for start, end in spans], current)


def _cursor(document: QTextDocument, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def units(text: str, points: int) -> int:
    """Return how many UTF-16 units, in which Qt counts, the first code points of a text are."""
    return points if text.isascii() else len(text[:points].encode("utf-16-le", "surrogatepass")) // 2


class FoundOver(QWidget):
    """Lies over a text and tints the ground of what was found in it; the ink stays as it is."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._view = view
        self.spans: Sequence[tuple[int, int]] = ()
        self.current = -1
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.installEventFilter(self)

    def show_spans(self, spans: Sequence[tuple[int, int]], current: int) -> None:
        """Tint spans, in UTF-16 units of the text, and frame the current one."""
        self.spans, self.current = spans, current
        self.setGeometry(self._view.rect())
        self.setVisible(bool(spans))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as large as the text."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._view.rect())
        return super().eventFilter(watched, event)

    def areas(self, start: int, end: int) -> list[QRectF]:
        """Return where a span stands, a rectangle a line."""
        if isinstance(self._view, RichTextView):
            return document_areas(self._view.text_document, start, end)
        layout, origin = _laid_out(self._view)
        return line_areas(layout, origin, start, end)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tint what was found."""
        painter = QPainter(self)
        theme, rich = self._view.theme, isinstance(self._view, RichTextView)  # which tints its own ground
        for n, (start, end) in enumerate(self.spans):
            if not rich or n == self.current:
                paint_found(painter, theme, self.areas(start, end), current=n == self.current, tints=not rich)


def _laid_out(line: TextLine) -> tuple[QTextLayout, QPointF]:
    """Return the lines of a label as Qt breaks them, and where the first of them begins."""
    area = QRectF(line.contentsRect())
    layout = QTextLayout(line.text(), line.font(), line)
    option = QTextOption()
    wraps = QTextOption.WrapMode.WordWrap if line.wordWrap() else QTextOption.WrapMode.NoWrap
    option.setWrapMode(wraps)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (part := layout.createLine()).isValid():
        part.setLineWidth(area.width())
        part.setPosition(QPointF(0, height))
        height += part.height()
    layout.endLayout()
    return layout, QPointF(area.left(), area.top() + max((area.height() - height) / 2, 0))


def document_areas(document: QTextDocument, start: int, end: int) -> list[QRectF]:
    """Return where letters of a document stand, a rectangle a line; they are of one block."""
    block = document.findBlock(start)
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    return line_areas(block.layout(), origin, start - block.position(), end - block.position())


def line_areas(layout: QTextLayout, origin: QPointF, start: int, end: int) -> list[QRectF]:
    """Return where letters of laid out lines stand, a rectangle a line."""
    found = []
    for n in range(layout.lineCount()):
        line = layout.lineAt(n)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = sorted((_x(line.cursorToX(first)), _x(line.cursorToX(last))))
            right = min(right, line.x() + line.naturalTextWidth())
            found.append(QRectF(origin.x() + left, origin.y() + line.y(), right - left, line.height()))
    return found


def _x(found: object) -> float:
    """Return the x that `cursorToX` gives, beside the position or alone: PySide's types do not say."""
    x = found[0] if isinstance(found, tuple) else found
    return x if isinstance(x, float) else 0.0


def paint_found(
    painter: QPainter, theme: Theme, areas: Iterable[QRectF], *, current: bool, tints: bool = True
) -> None:
    """Tint the ground of words that are painted already, and frame those of the current match.

    Args:
        painter: paints over the text.
        theme: what is painted with.
        areas: where the words stand, a rectangle a line.
        current: they are the current match.
        tints: their ground is still to be tinted.
    """
    dark = theme.scheme == "dark"
    # The darker or the lighter of two colours: the letters keep theirs.
    over = QPainter.CompositionMode.CompositionMode_Lighten
    if not dark:
        over = QPainter.CompositionMode.CompositionMode_Darken
    for area in areas:
        wide = area.adjusted(-_AROUND, 0, _AROUND, 0)
        if tints:
            painter.setCompositionMode(over)
            painter.fillRect(wide, theme.color("mark"))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if current:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("markLine"), 2))
            painter.drawRoundedRect(wide.adjusted(0, 1, 0, -1), 2, 2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
