"""Writes text into a document that Qt lays out: by cursor and format, never through HTML."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from briefing_app.model.markup import ListBlock, Paragraph, RichText, Run, Table
from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtCore import QObject, QUrl
    from PySide6.QtGui import QImage, QTextList

    from briefing_app.gui.theme import Role, Theme, Token
    from briefing_app.model.markup import Block, Runs
    from briefing_app.model.outline import Part

BASELINE = 0.8  # where Qt puts the baseline in a line of fixed height
_LINE_END = "\u2028"
_KEPT_WIDTHS = 8
_BULLET_SPACE = 200  # per cent of a space


class Inks(NamedTuple):
    """The colours of a text and of what is strong in it."""

    text: Token
    strong: Token


class SafeDocument(QTextDocument):
    """A document that loads nothing from anywhere, and knows its height for a width."""

    def __init__(self, theme: Theme, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.setDefaultFont(theme.font(role))
        self.setIndentWidth(theme.px(20))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)
        self._heights: dict[int, int] = {}
        self.contentsChanged.connect(self._heights.clear)

    def loadResource(self, type: int, name: QUrl | str) -> QImage:  # noqa: A002 - Qt's own name
        """Return an empty picture for everything: only a picture keeps Qt from reading the file itself."""
        from PySide6.QtGui import QImage

        return QImage()

    def height_for(self, width: int) -> int:
        """Lay the text out in lines of `width` px and return its height."""
        known = self._heights.get(width)
        if known is None or self.textWidth() != width:
            self.setTextWidth(width)
            if len(self._heights) >= _KEPT_WIDTHS:
                self._heights.clear()
            known = self._heights[width] = round(self.size().height() + 0.49)
        return known

    def ideal_width(self) -> int:
        """Return the width that the longest paragraph needs in one line."""
        width = self.textWidth()
        self.setTextWidth(-1)
        ideal = int(self.idealWidth()) + 1
        self.setTextWidth(width)
        return ideal


def write_plain(document: SafeDocument, theme: Theme, text: str, role: Role, inks: Inks) -> None:
    """Write plain text at the end of an empty document; each line feed ends a line."""
    with _one_change(document):
        _Writer(document, theme, role, inks).paragraph((Run(text),))


def write_rich(document: SafeDocument, theme: Theme, text: RichText, role: Role, inks: Inks) -> None:
    """Write the blocks of a rich text into an empty document."""
    with _one_change(document):
        _Writer(document, theme, role, inks).blocks(text.blocks)


def write_parts(document: SafeDocument, theme: Theme, parts: Sequence[Part], role: Role, inks: Inks) -> None:
    """Write the pieces of one line with dots between them; what is inferred has a dotted line."""
    with _one_change(document):
        _Writer(document, theme, role, inks).paragraph(runs_of(parts))


@contextmanager
def _one_change(document: QTextDocument) -> Iterator[None]:
    """Let the document be laid out once for all that is written, not after each piece."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    yield
    cursor.endEditBlock()


def said(parts: Sequence[Part], between: str = " · ") -> str:
    """Return the pieces of a line as plain text; of inferred ones in a row the last says so."""
    return between.join(part.text + _note(part, following) for part, following in _pairs(parts))


def runs_of(parts: Sequence[Part], between: str = " · ") -> Runs:
    """Return the pieces of a line as runs; what is inferred is marked, and says so behind its last piece."""
    runs: list[Run] = []
    for part, following in _pairs(parts):
        runs += [Run(between)] if runs else []
        runs.append(Run(part.text, inferred="words" if part.inferred else ""))
        runs += [Run(note, inferred="note")] if (note := _note(part, following)) else []
    return tuple(runs)


def _pairs(parts: Sequence[Part]) -> Iterable[tuple[Part, Part | None]]:
    return zip(parts, (*parts[1:], None), strict=False)


def _note(part: Part, following: Part | None) -> str:
    last = part.inferred and not (following and following.inferred)
    return " " + tr("(inferred)") if last else ""


def links_of(document: QTextDocument) -> list[QTextCursor]:
    """Return a cursor that selects each link, in the order of the text."""
    found: list[QTextCursor] = []
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            fragment = pieces.fragment()
            pieces += 1
            if fragment.charFormat().isAnchor():
                cursor = QTextCursor(document)
                cursor.setPosition(fragment.position())
                cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
                found.append(cursor)
        block = block.next()
    return found


class _Writer:
    """Writes blocks one after the other, all in one role."""

    def __init__(self, document: QTextDocument, theme: Theme, role: Role, inks: Inks) -> None:
        self._theme, self._role, self._inks = theme, role, inks
        self._cursor = QTextCursor(document)
        self._fresh = True  # the block at the cursor is empty and to be used

    def blocks(self, found: Iterable[Block], depth: int = 0) -> None:
        """Write blocks, `depth` lists deep."""
        for block in found:
            if isinstance(block, Paragraph):
                self.paragraph(block.runs, depth)
            elif isinstance(block, Table):
                self._table(block)
            else:
                self._list(block, depth + 1)

    def paragraph(self, runs: Runs, depth: int = 0) -> None:
        """Write one paragraph."""
        self._begin(depth)
        self._runs(runs)

    def _begin(self, depth: int, gap: float = 6, *, bullet: bool = False) -> None:
        style = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        style.setLineHeight(self._theme.line_height(self._role), fixed)
        style.setIndent(depth)
        if self._fresh:
            self._cursor.setBlockFormat(style)
            self._cursor.setBlockCharFormat(self._list_sign(bullet=bullet))
        else:
            style.setTopMargin(self._theme.px(gap))
            self._cursor.insertBlock(style, self._list_sign(bullet=bullet))
        self._fresh = False

    def _list_sign(self, *, bullet: bool = False) -> QTextCharFormat:
        """Return the style of a block's bullet or number; its distance from the text is that of a word.

        Of a bullet that is the width of a space in its font, whatever the spacing of words there.
        """
        style = QTextCharFormat()
        font = self._theme.font(self._role)
        font.setWordSpacing(self._theme.px(3))
        if bullet:
            font.setStretch(_BULLET_SPACE)
        style.setFont(font)
        style.setForeground(self._theme.color(self._inks.text))
        return style

    def _runs(self, runs: Runs, *, bold: bool = False) -> None:
        for run in runs:
            text = visible(run.text).replace("\n", _LINE_END)
            self._cursor.insertText(text, self._style(run, bold=bold))

    def _style(self, run: Run, *, bold: bool) -> QTextCharFormat:
        font = self._theme.font("code" if run.code else self._role, italic=run.emphasis)
        ink = self._inks.strong if run.strong else self._inks.text
        if run.strong or bold:
            font.setWeight(QFont.Weight.DemiBold)
        style = QTextCharFormat()
        style.setFont(font)
        style.setForeground(self._theme.color("accent" if run.link else ink))
        if run.link:
            style.setAnchor(True)
            style.setAnchorHref(run.link)
            style.setFontUnderline(True)
        if run.inferred:
            style.setToolTip(tr("Not stated in the source in so many words"))
        if run.inferred == "words":
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            style.setUnderlineColor(self._theme.color("ink2"))
        return style

    def _list(self, block: ListBlock, depth: int) -> None:
        from PySide6.QtGui import QTextListFormat  # the classes that few texts need come when they do

        style = QTextListFormat()
        style.setStyle(QTextListFormat.Style.ListDecimal if block.ordered else QTextListFormat.Style.ListDisc)
        style.setIndent(depth)
        style.setStart(block.start)
        made: QTextList | None = None
        for item in block.items:
            first, rest = (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (None, item)
            self._begin(0, gap=3, bullet=not block.ordered)
            if made is None:
                made = self._cursor.createList(style)
            else:
                made.add(self._cursor.block())
            self._runs(first.runs if isinstance(first, Paragraph) else ())
            self.blocks(rest, depth)

    def _table(self, block: Table) -> None:
        from PySide6.QtGui import QBrush, QTextFrameFormat, QTextLength, QTextTableFormat

        if not self._fresh:
            self._begin(0)
        style = QTextTableFormat()
        style.setBorder(1)
        style.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        style.setBorderBrush(QBrush(self._theme.color("line")))
        style.setBorderCollapse(True)
        style.setCellPadding(self._theme.px(4))
        style.setCellSpacing(0)
        style.setWidth(QTextLength(QTextLength.Type.VariableLength, 0))
        rows = (block.header, *block.rows)
        table = self._cursor.insertTable(len(rows), len(block.header), style)
        for line, cells in enumerate(rows):
            for column, runs in enumerate(cells):
                self._cursor = table.cellAt(line, column).firstCursorPosition()
                self._fresh = True
                self._begin(0)
                self._runs(runs, bold=line == 0)
        self._cursor = QTextCursor(table.document())
        self._cursor.setPosition(table.lastPosition() + 1)
        # A table always has a block behind it; without a next block it is to take no room.
        thin = QTextBlockFormat()
        thin.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._cursor.setBlockFormat(thin)
        self._fresh = True
