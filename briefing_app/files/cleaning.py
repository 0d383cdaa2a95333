"""The cleaner `clean/1`: the body of an article as numbered paragraphs, and what stood around it.

It errs on the side of the text: what may be body text stays, and all that goes is kept with its reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from briefing_app.files.furniture import (
    author_in,
    ends_sentence,
    is_dateline,
    is_link_heading,
    is_sentence,
    is_stamp,
    reason_anywhere,
)
from briefing_app.model.article import CLEANING, Article, Dropped
from briefing_app.model.evidence import fold

if TYPE_CHECKING:
    from briefing_app.model.article import DropReason

_LINE_END = re.compile(r"\r\n|\r|\n")
_NOISE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_HIDDEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_WRAPPED = 0.5
_CUT_SHORT = 0.6
_HEADLINE_WORDS = (3, 30)
_REPEATED_WORDS = 6
_LINK_WORDS = 20


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    indented: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    number: int
    text: str


@dataclass(slots=True)
class _Page:
    """A page as it is sorted into body and furniture."""

    body: list[_Piece] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    title: str | None = None
    author: str | None = None

    def drop(self, piece: _Piece, reason: DropReason) -> None:
        """Keep a piece as furniture."""
        self.dropped.append(Dropped(line=piece.number, text=piece.text, reason=reason))


def clean(text: str) -> Article:
    """Return the body paragraphs of a plain text page, and the furniture around them with its reasons.

    Args:
        text: the page; paragraphs are parted by blank lines, or stand one on a line.
    """
    page = _Page()
    rest = _without_labels(_pieces(text), page)
    rest = _without_head(rest, page)
    rest = _without_captions(rest, page)
    _sort_body(rest, page)
    dropped = sorted(page.dropped, key=lambda each: each.line)
    return Article(
        paragraphs=tuple(piece.text for piece in page.body),
        dropped=tuple(dropped),
        cleaning=CLEANING,
        title=page.title,
        author=page.author,
    )


# -------------------------------------------------------------------------------- lines to paragraphs


def _pieces(text: str) -> list[_Piece]:
    """Return the paragraphs of a page, each furniture line at the edge of a block on its own."""
    pieces: list[_Piece] = []
    blocks = _blocks(text)
    labels = [_edges(block) for block in blocks]
    inner = [block[first:last] for block, (first, last) in zip(blocks, labels, strict=True)]
    width = _wrap_width(inner)
    for block, (first, last) in zip(blocks, labels, strict=True):
        pieces += [_Piece(line.number, fold(line.text)) for line in block[:first]]
        pieces += _paragraphs(block[first:last], width)
        pieces += [_Piece(line.number, fold(line.text)) for line in block[last:]]
    return pieces


def _blocks(text: str) -> list[list[_Line]]:
    text = _SURROGATE.sub("\ufffd", _NOISE.sub(" ", _HIDDEN.sub("", text)))
    blocks: list[list[_Line]] = [[]]
    for number, line in enumerate(_LINE_END.split(text), 1):
        if line.strip():
            blocks[-1].append(_Line(number, line.strip(), line[0].isspace()))
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _edges(block: list[_Line]) -> tuple[int, int]:
    """Return where the text of a block begins and ends between lines that are furniture by themselves."""
    first, last = 0, len(block)
    if last == 1:
        return first, last
    while first < last and reason_anywhere(fold(block[first].text)):
        first += 1
    while last > first and reason_anywhere(fold(block[last - 1].text)):
        last -= 1
    return first, last


def _wrap_width(blocks: list[list[_Line]]) -> float:
    """Return the usual length of a line that goes on in the next, 0 where lines are whole paragraphs."""
    inner = [line for block in blocks for line in block[:-1]]
    going_on = [len(line.text) for line in inner if not ends_sentence(line.text)]
    if not inner or len(going_on) < _WRAPPED * len(inner):
        return 0
    return median(going_on)


def _paragraphs(block: list[_Line], width: float) -> list[_Piece]:
    found: list[list[_Line]] = []
    for line in block:
        before = found[-1][-1] if found else None
        if before is None or _breaks(before, line, width):
            found.append([line])
        else:
            found[-1].append(line)
    return [_Piece(lines[0].number, fold(" ".join(line.text for line in lines))) for lines in found]


def _breaks(before: _Line, line: _Line, width: float) -> bool:
    """Tell whether a paragraph ends between two lines of a block."""
    if not width:
        return True
    if line.indented and not before.indented:
        return True
    return ends_sentence(before.text) and len(before.text) < _CUT_SHORT * width


# -------------------------------------------------------------------------------- furniture


def _without_labels(pieces: list[_Piece], page: _Page) -> list[_Piece]:
    """Take out what is furniture wherever it stands, and the links under a heading of links."""
    rest: list[_Piece] = []
    under_links = False
    for piece in pieces:
        reason = reason_anywhere(piece.text)
        if under_links and not reason and not _is_link(piece.text):
            under_links = False
        if under_links and not reason:
            reason = "links"
        if reason:
            page.drop(piece, reason)
            under_links = under_links or (reason == "links" and is_link_heading(piece.text))
        else:
            rest.append(piece)
    return rest


def _is_link(text: str) -> bool:
    return not ends_sentence(text) and len(text.split()) <= _LINK_WORDS


def _without_head(pieces: list[_Piece], page: _Page) -> list[_Piece]:
    """Take out headline, section and time stamp, and byline: all that stands before the body."""
    n_head = next((n for n, piece in enumerate(pieces) if _begins_body(piece.text)), 0)
    head, body = pieces[:n_head], pieces[n_head:]
    marked = [_mark_of(piece.text) for piece in head]
    dated = bool(body) and is_dateline(body[0].text)
    if head and not marked[0] and (any(marked) or dated) and _is_headline(head[0].text):
        marked[0] = "headline"
        page.title = head[0].text
    rest: list[_Piece] = []
    for piece, reason in zip(head, marked, strict=True):
        if reason == "byline":
            page.author = page.author or author_in(piece.text)
        if reason:
            page.drop(piece, reason)
        else:
            rest.append(piece)
    return rest + body


def _begins_body(text: str) -> bool:
    return is_sentence(text) or is_dateline(text)


def _mark_of(text: str) -> DropReason | None:
    if author_in(text):
        return "byline"
    return "section" if is_stamp(text) else None


def _is_headline(text: str) -> bool:
    least, most = _HEADLINE_WORDS
    return least <= len(text.split()) <= most and not text.endswith(".")


def _without_captions(pieces: list[_Piece], page: _Page) -> list[_Piece]:
    """Take out the headline where it comes again, bare or as the numbered caption of a photo."""
    if page.title is None:
        return pieces
    numbered = re.compile(re.escape(page.title) + r"\s*[-–—]\s*\d{1,3}")
    rest: list[_Piece] = []
    for piece in pieces:
        if numbered.fullmatch(piece.text):
            page.drop(piece, "caption")
        elif piece.text == page.title:
            page.drop(piece, "repeated")
        else:
            rest.append(piece)
    return rest


def _sort_body(pieces: list[_Piece], page: _Page) -> None:
    """Keep what is left as the body, a paragraph that was there before apart."""
    seen: set[str] = set()
    for piece in pieces:
        if piece.text in seen and len(piece.text.split()) >= _REPEATED_WORDS:
            page.drop(piece, "repeated")
        else:
            page.body.append(piece)
        seen.add(piece.text)
