"""The text of a source with numbered paragraphs: what is cited is underlined, what is in view highlighted."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from briefing_app.gui.panels.scrolling import own_viewport, thin_bar
from briefing_app.gui.widgets.text_document import SafeDocument
from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.panels.passages import Block
    from briefing_app.gui.theme import Theme
    from briefing_app.model.evidence import Passage

_GUTTER = 46
_NUMBER_AT = 32
_BAR = 3
_MARK_LINE = 2
_BREATH = 48
_STILL = 4  # px that a hand moves in a click
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_BRACKETS = {"[": -1, "]": 1}


class Article(QTextEdit):
    """Read-only text that can be selected and copied; nothing in it is loaded or followed."""

    paragraph_clicked = Signal(int)
    step_wanted = Signal(int)  # to the next passage of the item (1), or the one before (-1)
    left = Signal()  # Esc: back to the item

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setDocument(SafeDocument(theme, "article", self))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("Article"))
        own_viewport(self)
        self.viewport().setAutoFillBackground(False)
        thin_bar(self, theme)
        self._blocks: tuple[Block, ...] = ()
        self._in_view: frozenset[Passage] = frozenset()
        self._places: dict[Passage, list[tuple[int, int]]] = {}
        self._paragraph = 0
        self._pressed = QPointF()

    def show_blocks(self, blocks: Sequence[Block], *, quoted: bool) -> None:
        """Show a source.

        Args:
            blocks: its text, as `passages.blocks` gives it.
            quoted: they are only the ends of passages, not paragraphs.
        """
        self._blocks = tuple(blocks)
        self._places = {}
        self._paragraph = 0
        self._in_view = frozenset()
        self.setExtraSelections([])
        document = self.document()
        document.clear()
        cursor = QTextCursor(document)
        for n, block in enumerate(blocks):
            if n:
                cursor.insertBlock()
            cursor.setBlockFormat(self._block_format(first=n == 0, close=quoted and not block.numbered))
            self._write(cursor, block, quoted=quoted)
        frame = document.rootFrame().frameFormat()
        frame.setTopMargin(self._theme.px(10))
        frame.setBottomMargin(self._theme.px(24))
        document.rootFrame().setFrameFormat(frame)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _block_format(self, *, first: bool, close: bool) -> QTextBlockFormat:
        style = QTextBlockFormat()
        style.setLeftMargin(self._theme.px(_GUTTER - 3))
        style.setRightMargin(self._theme.px(18))
        style.setTopMargin(self._theme.px(0 if first else 4 if close else 12))
        height = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        style.setLineHeight(self._theme.line_height("article"), height)
        return style

    def _write(self, cursor: QTextCursor, block: Block, *, quoted: bool) -> None:
        """Write a block piece by piece, so that what is hidden becomes visible and spans stay in place."""
        cuts = sorted({0, len(block.text), *(at for span in block.spans for at in (span.start, span.end))})
        positions = {}
        for start, end in pairwise(cuts):
            positions[start] = cursor.position()
            cited = any(span.start <= start and end <= span.end for span in block.spans)
            cursor.insertText(visible(block.text[start:end]), self._char_format(cited=cited and not quoted))
            positions[end] = cursor.position()
        for span in block.spans:
            if span.start in positions and span.end in positions:
                place = (positions[span.start], positions[span.end])
                self._places.setdefault(span.passage, []).append(place)

    def _char_format(self, *, cited: bool) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFont(self._theme.font("article"))
        style.setForeground(self._theme.color("ink"))
        if cited:
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            style.setUnderlineColor(self._theme.color("markLine"))
        return style

    def highlight(self, passages: Iterable[Passage], paragraph: int) -> None:
        """Highlight passages and scroll so that the first of them can be read.

        Args:
            passages: those in view.
            paragraph: the paragraph that is marked in the margin, 0 for none.
        """
        passages = tuple(passages)
        self._paragraph, self._in_view = paragraph, frozenset(passages)
        spans = sorted(place for passage in passages for place in self._places.get(passage, ()))
        made = []
        for start, end in spans:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            style = QTextCharFormat()
            style.setBackground(self._theme.color("mark"))
            style.setForeground(self._theme.color("markInk"))
            selection.format = style
            made.append(selection)
        self.setExtraSelections(made)
        block = self._block_of(paragraph)
        self._place_cursor(spans[0][0] if spans else block.position() if block is not None else None)
        if spans:
            self._reveal(spans[0][0], spans[-1][1])
        elif block is not None:
            self._reveal(block.position(), block.position() + block.length() - 1)
        self.viewport().update()

    def highlighted(self) -> tuple[str, ...]:
        """Return the words that are highlighted."""
        return tuple(each.cursor.selectedText() for each in self.extraSelections())

    def _block_of(self, paragraph: int) -> QTextBlock | None:
        for n, block in enumerate(self._blocks):
            if block.paragraph == paragraph:
                return self.document().findBlockByNumber(n)
        return None

    def _place_cursor(self, position: int | None) -> None:
        """Put the text cursor where the eye is, so that the keyboard goes on from there."""
        if position is not None and not self.textCursor().hasSelection():
            before = self.verticalScrollBar().value()
            cursor = self.textCursor()
            cursor.setPosition(position)
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(before)

    def _reveal(self, start: int, end: int) -> None:
        bar = self.verticalScrollBar()
        top = self._rect_at(start).top() + bar.value()
        bottom = self._rect_at(end).bottom() + bar.value()
        breath = self._theme.px(_BREATH)
        if top - breath < bar.value() or bottom + breath > bar.value() + self.viewport().height():
            bar.setValue(int(max(0, top - self.viewport().height() // 3)))

    def _rect_at(self, position: int) -> QRectF:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return QRectF(self.cursorRect(cursor))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, the numbers and the bar in the gutter, and the line under the highlighted words."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self.document().documentLayout()
        shift = -self.verticalScrollBar().value()
        first = self.cursorForPosition(QPoint(0, 0)).blockNumber()
        for n, block in enumerate(self._blocks[first:], first):
            area = layout.blockBoundingRect(self.document().findBlockByNumber(n)).translated(0, shift)
            if area.top() > self.viewport().height():
                break
            self._paint_gutter(painter, block, area)
        for each in self.extraSelections():
            self._underline(painter, each.cursor, shift)
        if self.hasFocus():
            self._paint_focus(painter)

    def _paint_gutter(self, painter: QPainter, block: Block, area: QRectF) -> None:
        theme = self._theme
        here = block.paragraph == self._paragraph
        if here and any(span.passage in self._in_view for span in block.spans):
            painter.fillRect(QRectF(0, area.top(), theme.px(_BAR), area.height()), theme.color("markLine"))
        if not block.numbered:
            return
        color: QColor = theme.color("markLine" if here else "accent" if block.spans else "ink3")
        painter.setPen(color)
        painter.setFont(theme.font("meta_bold" if here else "meta", tabular=True))
        line = QRectF(0, area.top(), theme.px(_NUMBER_AT), theme.line_height("article"))
        painter.drawText(
            line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(block.paragraph)
        )

    def _underline(self, painter: QPainter, cursor: QTextCursor, shift: int) -> None:
        """Draw the marker's line; the highlighter alone is too faint beside the ground (look.md 17)."""
        block = self.document().findBlock(cursor.selectionStart())
        layout = block.layout()
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        first, last = cursor.selectionStart() - block.position(), cursor.selectionEnd() - block.position()
        for n in range(layout.lineCount()):
            line = layout.lineAt(n)
            start, end = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if start < end:
                x, right = _x(line.cursorToX(start)), _x(line.cursorToX(end))
                y = origin.y() + line.y() + line.height() + shift - _MARK_LINE
                right = min(right, line.x() + line.naturalTextWidth())
                left = layout.position().x() + x
                painter.fillRect(QRectF(left, y, right - x, _MARK_LINE), self._theme.color("markLine"))

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._theme.color("accent"))
        painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))
        painter.drawRect(QRectF(self.viewport().rect()).adjusted(2, 2, -2, -2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click that selected no text."""
        super().mouseReleaseEvent(event)
        far = (event.position() - self._pressed).manhattanLength()
        if (
            event.button() == Qt.MouseButton.LeftButton
            and not self.textCursor().hasSelection()
            and far < _STILL
        ):
            n = self.cursorForPosition(event.position().toPoint()).blockNumber()
            if n < len(self._blocks):
                self.paragraph_clicked.emit(self._blocks[n].paragraph)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc or S, from passage to passage with Alt and arrows or [ ], pick with Enter."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_S) and not event.modifiers():
            self.left.emit()
        elif event.key() in _STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step_wanted.emit(_STEPS[event.key()])
        elif event.text() in _BRACKETS:
            self.step_wanted.emit(_BRACKETS[event.text()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._blocks:
            self.paragraph_clicked.emit(self._blocks[self.textCursor().blockNumber()].paragraph)
        else:
            super().keyPressEvent(event)


def _x(found: object) -> float:
    """Return the x that `cursorToX` gives, beside the position or alone: PySide's types do not say."""
    x = found[0] if isinstance(found, tuple) else found
    return x if isinstance(x, float) else 0.0
