"""Plain text to paragraphs: hard-wrapped lines are joined, lines of furniture stand by themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from briefing_app.files.datelines import city_before_date, dateline_of, last_of_days
from briefing_app.files.furniture import ends_sentence, reason_anywhere
from briefing_app.files.heads import read_line
from briefing_app.files.page import Facts, Piece
from briefing_app.model.evidence import fold

_LINE_END = re.compile(r"\r\n|\r|\n")
_NOISE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_HIDDEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BULLET = re.compile(r"(?:[•▪◦‣·*–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S")
_WRAPPED = 0.5
_CUT_SHORT = 0.6
_CAPITALS = 0.7
_NARROW = 32
_HEAD_BLOCKS = 6
_FOOT_BLOCKS = 4
_SIGNATURE = 5
_SHORT = 80


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    indented: bool


def pieces_of(text: str) -> list[Piece]:
    """Return the paragraphs of a page, each furniture line at the edge of a block on its own."""
    pieces: list[Piece] = []
    blocks = _blocks(text)
    blocks = [part for block in blocks[:_HEAD_BLOCKS] for part in _head_parts(block)] + blocks[_HEAD_BLOCKS:]
    blocks = blocks[:-_FOOT_BLOCKS] + [
        part for block in blocks[-_FOOT_BLOCKS:] for part in _foot_parts(block)
    ]
    labels = [_edges(block) for block in blocks]
    inner = [block[first:last] for block, (first, last) in zip(blocks, labels, strict=True)]
    width = _wrap_width(inner)
    for block, (first, last) in zip(blocks, labels, strict=True):
        pieces += [Piece(line.number, fold(line.text)) for line in block[:first]]
        pieces += _paragraphs(block[first:last], width)
        pieces += [Piece(line.number, fold(line.text)) for line in block[last:]]
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


def _head_parts(block: list[_Line]) -> list[list[_Line]]:
    """Part a block at the lines of a head: stamps and bylines stand alone, a dateline begins a paragraph."""
    if len(block) == 1:
        return [block]
    parts: list[list[_Line]] = [[]]
    for n, line in enumerate(block):
        text = fold(line.text)
        # "… not later than / 15 December 2026;" is the end of a sentence, no stamp.
        goes_on = text[-1] in ",;" and bool(parts[-1])
        alone = not ends_sentence(text) and not goes_on and read_line(text, Facts()) is not None
        # The place of a meeting above its days.
        below = fold(block[n + 1].text) if n + 1 < len(block) else ""
        alone = alone or (last_of_days(below) is not None and last_of_days(f"{text}, {below}") is not None)
        if alone or (dateline_of(text) and parts[-1]):
            parts.append([])
        parts[-1].append(line)
        if alone:
            parts.append([])
    return [part for part in parts if part]


def _foot_parts(block: list[_Line]) -> list[list[_Line]]:
    """Part a block that signs a text: short lines, the last of them a place and a day."""
    texts = [fold(line.text) for line in block]
    signs = 1 < len(block) <= _SIGNATURE and city_before_date(texts[-1])
    if not signs or any(len(text) > _SHORT or ends_sentence(text) for text in texts[:-1]):
        return [block]
    return [[line] for line in block]


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
    pairs = [(line, after) for block in blocks for line, after in pairwise(block)]
    going_on = [(line, after) for line, after in pairs if not ends_sentence(line.text)]
    if not going_on or len(going_on) < _WRAPPED * len(pairs):
        return 0
    # Where nearly every line begins with a capital, the lines are headings, items or verses.
    capitals = sum(after.text[0].isupper() for _, after in going_on)
    width = median(len(line.text) for line, _ in going_on)
    return 0 if capitals > _CAPITALS * len(going_on) or width < _NARROW else width


def _paragraphs(block: list[_Line], width: float) -> list[Piece]:
    found: list[list[_Line]] = []
    for line in block:
        before = found[-1][-1] if found else None
        if before is None or _breaks(found[-1][0], before, line, width):
            found.append([line])
        else:
            found[-1].append(line)
    return [Piece(lines[0].number, fold(" ".join(line.text for line in lines))) for lines in found]


def _breaks(first: _Line, before: _Line, line: _Line, width: float) -> bool:
    """Tell whether a paragraph ends between two lines of a block."""
    if not width:
        return True
    if _BULLET.match(first.text) and line.indented and not _BULLET.match(line.text):
        return False
    if line.indented and not before.indented:
        return True
    if _BULLET.match(line.text) and (_BULLET.match(before.text) or before.text[-1] in ".:;,"):
        return True
    return ends_sentence(before.text) and len(before.text) < _CUT_SHORT * width
