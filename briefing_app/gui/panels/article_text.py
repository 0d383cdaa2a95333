"""Writes a source into a document of text in slices, so that a long one keeps nobody waiting."""

from __future__ import annotations

from itertools import pairwise
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor

from briefing_app.model.visible import visible

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument

    from briefing_app.gui.panels.passages import Block, BlockRole, Shown
    from briefing_app.gui.theme import Role, Theme, Token
    from briefing_app.model.evidence import Passage

GUTTER = 46
_AT_ONCE = (
    24,
    12_000,
)  # blocks and characters, about: a view of them, written before it is shown
_STEP = (10, 5_000)  # and that are laid out together
_SLICE = 0.008  # s; in between the window reacts
_FIRST_PAINT = 12  # ms; the rest waits until what was written at once has been painted
_ROLES: dict[BlockRole, Role] = {"text": "article", "quote": "article", "state": "meta", "label": "label"}
_INKS: dict[BlockRole, Token] = {"text": "ink", "quote": "ink", "state": "ink2", "label": "ink2"}


class ArticleText(QObject):
    """The blocks of a source in a document, and where its passages stand there."""

    grew = Signal()

    def __init__(self, theme: Theme, document: QTextDocument, shown: Shown) -> None:
        """Write the first blocks at once, and the others as time allows.

        Args:
            theme: what they are written with.
            document: an empty one; owns this.
            shown: the source.
        """
        super().__init__(document)
        self._theme, self._document = theme, document
        self._chars: dict[tuple[BlockRole, bool], QTextCharFormat] = {}
        self._blocks: dict[tuple[BlockRole, int], QTextBlockFormat] = {}
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self.shown, self.written = shown, 0
        self.places: dict[Passage, list[tuple[int, int]]] = {}  # in the text
        self.told: dict[Passage, list[tuple[int, int]]] = {}  # where only the ends of a passage stand
        frame = document.rootFrame().frameFormat()
        frame.setTopMargin(theme.px(10))
        frame.setBottomMargin(theme.px(24))
        document.rootFrame().setFrameFormat(frame)
        self._write(*_AT_ONCE)
        if not self.complete:
            self._timer.start(_FIRST_PAINT)

    @property
    def complete(self) -> bool:
        """Whether all of the source is written."""
        return self.written == len(self.shown)

    def block(self, n: int) -> QTextBlock | None:
        """Return a block of the document, None where it is not written yet."""
        return self._document.findBlockByNumber(n) if n < self.written else None

    def _go_on(self) -> None:
        self._timer.setInterval(0)
        until = perf_counter() + _SLICE
        while not self.complete and perf_counter() < until:
            self._write(*_STEP)
        if self.complete:
            self._timer.stop()
        self.grew.emit()

    def _write(self, blocks: int, characters: int) -> None:
        """Write the next blocks, laid out together: so many, or so many characters."""
        end, room = min(self.written + blocks, len(self.shown)), characters
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        while self.written < end and room > 0:
            n, block = self.written, self.shown.at(self.written)
            style = self._block_format(n, block)
            if n:
                cursor.insertBlock(style, self._char_format(block.role, cited=False))
            else:
                cursor.setBlockFormat(style)
            self._write_block(cursor, block)
            self.written += 1
            room -= len(block.text)
        cursor.endEditBlock()

    def _write_block(self, cursor: QTextCursor, block: Block) -> None:
        """Write a block piece by piece, so that what is hidden becomes visible and spans stay in place."""
        cuts = sorted({0, len(block.text), *(at for span in block.spans for at in (span.start, span.end))})
        positions = {}
        in_text = block.role == "text"
        for start, end in pairwise(cut for cut in cuts if cut <= len(block.text)):
            positions[start] = cursor.position()
            around = (span for span in block.spans if span.start <= start and end <= span.end)
            cited = in_text and any(span.cited for span in around)
            cursor.insertText(visible(block.text[start:end]), self._char_format(block.role, cited=cited))
            positions[end] = cursor.position()
        if block.role == "state":
            return
        known = self.places if in_text else self.told
        for span in block.spans:
            if span.start in positions and span.end in positions:
                place = (positions[span.start], positions[span.end])
                known.setdefault(span.passage, []).append(place)

    def _block_format(self, n: int, block: Block) -> QTextBlockFormat:
        gap = 0 if n == 0 else _gap(block)
        if (block.role, gap) not in self._blocks:
            style = QTextBlockFormat()
            style.setLeftMargin(self._theme.px(18 if block.role == "label" else GUTTER - 3))
            style.setRightMargin(self._theme.px(18))
            style.setTopMargin(self._theme.px(gap))
            height = QTextBlockFormat.LineHeightTypes.FixedHeight.value
            style.setLineHeight(self._theme.line_height(_ROLES[block.role]), height)
            self._blocks[block.role, gap] = style
        return self._blocks[block.role, gap]

    def _char_format(self, role: BlockRole, *, cited: bool) -> QTextCharFormat:
        if (role, cited) not in self._chars:
            style = QTextCharFormat()
            style.setFont(self._theme.font(_ROLES[role]))
            style.setForeground(self._theme.color(_INKS[role]))
            if cited:
                style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                style.setUnderlineColor(self._theme.color("markLine"))
            self._chars[role, cited] = style
        return self._chars[role, cited]


def _gap(block: Block) -> int:
    """Return the room above a block in px at text size 1."""
    gaps: dict[BlockRole, int] = {"text": 12, "quote": 12 if block.numbered else 4, "state": 2, "label": 22}
    return gaps[block.role]


def selected_in(cursor: QTextCursor, text: ArticleText) -> tuple[int, int, int] | None:
    """Return the paragraph in which words are selected, and the code points where they begin and end.

    None where no words of the text are selected; paragraph 0 where they stand in several.
    """
    document = cursor.document()
    first, last = (document.findBlock(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
    n = first.blockNumber()
    if not cursor.hasSelection() or n >= text.written:
        return None
    if n != last.blockNumber():
        return 0, 0, 0
    block = text.shown.at(n)
    if block.role != "text" or visible(block.text) != block.text:
        return None
    start, end = cursor.selectionStart() - first.position(), cursor.selectionEnd() - first.position()
    return block.paragraph, _points(block.text, start), _points(block.text, end)


def _points(text: str, units: int) -> int:
    """Return how many code points the first UTF-16 units of a text are, in which Qt counts."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
