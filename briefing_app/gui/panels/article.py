"""The text of a source with numbered paragraphs: what is cited is underlined, what is in view highlighted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QPainter,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from briefing_app.gui.panels.article_paint import RING, paint_frame, paint_gutter, paint_marker_line
from briefing_app.gui.panels.article_text import ArticleText
from briefing_app.gui.panels.passages import Shown
from briefing_app.gui.panels.scrolling import own_viewport, thin_bar
from briefing_app.gui.panels.still import Still
from briefing_app.gui.widgets.letters import heed_letters
from briefing_app.gui.widgets.text_document import SafeDocument
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.theme import Theme
    from briefing_app.model.evidence import Passage

_BREATH = 48
_LONG = 300_000  # characters; to break the lines of more takes a while
_SETTLES = 200  # ms after which a size is taken to stay
_STILL = 4  # px that a hand moves in a click
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_BRACKETS = {"[": -1, "]": 1}


class Article(QTextEdit):
    """Read-only text that can be selected and copied; nothing in it is loaded or followed."""

    paragraph_clicked = Signal(int)  # the number under which it is cited
    step_wanted = Signal(int)  # to the next passage of the item (1), or the one before (-1)
    left = Signal()  # Esc: back to the item

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        heed_letters(self, theme)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("Article"))
        own_viewport(self)
        self.viewport().setAutoFillBackground(False)
        thin_bar(self, theme)
        self._resized = QTimer(self, singleShot=True, interval=_SETTLES)
        self._resized.timeout.connect(self._break_lines)
        self._write(Shown())
        self._in_view: tuple[Passage, ...] = ()
        self._paragraph = 0
        self._awaited: int | None = None  # the block to go to
        # Who scrolls on wants to be taken nowhere any more.
        self.verticalScrollBar().actionTriggered.connect(self.wait_no_more)
        self._pressed = QPointF()
        self.still = Still(self)

    def show_source(self, shown: Shown) -> None:
        """Show a source, from its beginning; one that is shown already stays as it is."""
        if shown == self.text.shown:
            return
        self._paragraph, self._in_view, self._awaited = 0, (), None
        self.setExtraSelections([])
        before = self.document()
        self._write(shown)
        before.deleteLater()  # in a fraction of the time in which it could be emptied

    def _write(self, shown: Shown) -> None:
        document = SafeDocument(self._theme, "article", self)
        self.setDocument(document)
        self._long = long = sum(len(paragraph) for paragraph in shown.text) > _LONG
        bars, wraps = Qt.ScrollBarPolicy, QTextEdit.LineWrapMode
        self.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOn if long else bars.ScrollBarAsNeeded)
        self.setLineWrapMode(wraps.FixedPixelWidth if long else wraps.WidgetWidth)
        self.setLineWrapColumnOrWidth(self.viewport().width() if long else 0)
        self.text = ArticleText(self._theme, document, shown)
        self.text.grew.connect(self._grew)
        # It went along with what was written, and took the view to the end.
        self.moveCursor(QTextCursor.MoveOperation.Start)

    @property
    def shown(self) -> Shown:
        """The source that is shown."""
        return self.text.shown

    @property
    def complete(self) -> bool:
        """Whether the whole of the source is there: a long one comes little by little."""
        return self.text.complete

    def highlight(self, passages: Iterable[Passage], paragraph: int) -> None:
        """Highlight passages and scroll so that the first of them can be read, once it is there.

        Args:
            passages: those in view.
            paragraph: the paragraph of the text that is marked in the margin, 0 for none.
        """
        self._paragraph, self._in_view = paragraph, tuple(passages)
        shown = self.text.shown
        blocks = [at for passage in self._in_view if (at := shown.index_of(passage)) is not None]
        wanted = min(blocks, default=shown.index(paragraph))
        self._awaited = max(blocks, default=wanted)
        self._draw_highlight()
        if wanted is not None:
            self._show_awaited()

    def _grew(self) -> None:
        """Go where the words in view stand when they have come."""
        if self._awaited is not None:
            self._show_awaited()

    def _show_awaited(self) -> None:
        if self._awaited is None or self.text.block(self._awaited) is None:
            return
        last, self._awaited = self._awaited, None
        self._draw_highlight()
        spans = self.spans()
        block = self.text.block(last)
        if spans:
            self._place_cursor(spans[0][0])
            self.reveal(spans[0][0], spans[-1][1])
        elif block is not None:
            self._place_cursor(block.position())
            self.reveal(block.position(), block.position() + block.length() - 1)

    def spans(self) -> list[tuple[int, int]]:
        """Return where the words in view stand: in the text, else where their ends are told."""
        text = self.text
        found = (text.places.get(each, text.told.get(each, [])) for each in self._in_view)
        return sorted(place for places in found for place in places)

    def _draw_highlight(self) -> None:
        made = []
        for start, end in self.spans():
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
        self.viewport().update()

    def highlighted(self) -> tuple[str, ...]:
        """Return the words that are highlighted."""
        return tuple(each.cursor.selectedText() for each in self.extraSelections())

    def show_paragraph(self, paragraph: int) -> None:
        """Scroll to a paragraph of the text, once it is there."""
        if not self._in_view:
            self._awaited = self.text.shown.index(paragraph)
            self._show_awaited()

    def _place_cursor(self, position: int) -> None:
        """Put the text cursor where the eye is, so that the keyboard goes on from there."""
        if not self.textCursor().hasSelection():
            before = self.verticalScrollBar().value()
            cursor = self.textCursor()
            cursor.setPosition(position)
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(before)

    def reveal(self, start: int, end: int) -> None:
        """Scroll so that letters of the text can be read, if they cannot."""
        bar = self.verticalScrollBar()
        top = self.rect_at(start).top() + bar.value()
        bottom = self.rect_at(end).bottom() + bar.value()
        breath = self._theme.px(_BREATH)
        if top - breath < bar.value() or bottom + breath > bar.value() + self.viewport().height():
            bar.setValue(int(max(0, top - self.viewport().height() // 3)))

    def rect_at(self, position: int) -> QRectF:
        """Return where a letter stands in the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return QRectF(self.cursorRect(cursor))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is read where it is, in lines of another length, and in sight what is highlighted."""
        spans = self.spans()
        seen = bool(spans) and not self._is_out_of_view(spans[0][0])
        place = self.still.place()
        super().resizeEvent(event)
        if self._long and event.size().width() != event.oldSize().width():
            self._resized.start()
        self.still.put(place)
        if seen and self._is_out_of_view(spans[0][0]):
            self.reveal(spans[0][0], spans[-1][1])

    def _break_lines(self) -> None:
        """Break the lines of a long text anew, once for all the steps of a splitter that is drawn."""
        place = self.still.place()
        self.setLineWrapColumnOrWidth(self.viewport().width())
        self.still.put(place)

    def _is_out_of_view(self, position: int) -> bool:
        area = self.rect_at(position)
        return area.top() < 0 or area.bottom() > self.viewport().height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, the numbers and the bar in the gutter, and the line under the highlighted words."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout, shift = self.document().documentLayout(), -self.verticalScrollBar().value()
        first = self.cursorForPosition(QPoint(0, 0)).blockNumber()
        for n in range(first, self.text.written):
            area = layout.blockBoundingRect(self.document().findBlockByNumber(n)).translated(0, shift)
            area.setLeft(RING + 1 if self.hasFocus() else 0)
            if area.top() > self.viewport().height():
                break
            block = self.text.shown.at(n)
            in_view = any(span.passage in self._in_view for span in block.spans)
            here = block.paragraph == self._paragraph if block.role == "text" else in_view
            paint_gutter(painter, self._theme, block, area, here=here, in_view=in_view)
        for each in self.extraSelections():
            paint_marker_line(painter, self._theme, each.cursor, shift)
        if self.hasFocus():
            paint_frame(painter, self._theme, self.viewport().rect())

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
            self._pick(self.cursorForPosition(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc or S, from passage to passage with Alt and arrows or [ ], pick with Enter."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_S) and not event.modifiers():
            self.left.emit()
        elif event.key() in _STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step_wanted.emit(_STEPS[event.key()])
        elif event.text() in _BRACKETS:
            self.step_wanted.emit(_BRACKETS[event.text()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.textCursor())
        else:
            self.wait_no_more()
            super().keyPressEvent(event)

    def wait_no_more(self, _action: int = 0) -> None:
        """Go nowhere any more when what is still to come is there."""
        self._awaited = None

    def _pick(self, at: QTextCursor) -> None:
        """Ask for what cites the passage at a place in the text, else its paragraph."""
        n = at.blockNumber()
        if n >= self.text.written:
            return
        block = self.text.shown.at(n)
        here = [
            span.passage.paragraph
            for span in block.spans
            for start, end in self.text.places.get(span.passage, ())
            if start <= at.position() <= end
        ]
        asked = here[0] if here else self.text.shown.cited(block.paragraph) if block.role == "text" else 0
        if asked or block.paragraph:
            self.paragraph_clicked.emit(asked or block.paragraph)
