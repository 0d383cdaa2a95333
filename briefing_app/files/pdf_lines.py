"""The lines of a PDF, and its paragraphs joined from them again, each with its page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.files.furniture import ends_sentence
from briefing_app.model.evidence import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_BULLET = re.compile(r"(?:[•▪◦‣·*–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S")
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:of|/|–|-)\s*\d{1,4})?\W*", re.IGNORECASE)
_LOOSE = 1.3
_SAME_SIZE = 0.08
_SHORT, _LONG = 0.6, 0.8
_EDGE_LINES = 2
_COMPOUND = re.compile(
    r"(?:two|three|four|five|co|non|anti|self|pre|post|vice|long|short|high|low|well|air|sea)-$",
    re.IGNORECASE,
)
_SYLLABLE = re.compile(
    r"(?:ba|bae|beom|bin|bo|bong|cheol|chul|dae|do|dong|eok|eon|eun|eung|ga|gi|gil|gu|gun|gyeong|gyu|gyun"
    r"|ha|hae|han"
    r"|hee|ho|hong|hoon|hun|hwa|hwan|hye|hyang|hyeok|hyeon|hyo|hyuk|hyun|il|im|in|jae|je|jeong|jin|jo|jong"
    r"|joo|joon"
    r"|ju|jun|jung|kang|ki|kook|ku|kuk|kwang|kwon|kyeong|kyu|kyun|kyung|lin|man|mi|min|mo|mok|mun|myeong"
    r"|myung|na"
    r"|nam|o|oh|ok|pil|rae|ran|ri|rim|rok|ryeol|sam|san|sang|seo|seob|seok|seon|seong|seop|seung|si|sik"
    r"|sin|so|sok|sol"
    r"|soo|sook|sub|suk|sun|sung|tae|taek|u|ui|un|ung|wen|wha|won|woo|wook|yeol|yeon|yeong|yi|yong|yoo"
    r"|yool|yoon"
    r"|you|young|yu|yul|yun|yung)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands on its page.

    Attributes:
        x: where it begins, in points from the left.
        y: its base line, in points from the bottom.
        size: of its type, in points.
    """

    text: str
    x: float
    y: float
    size: float
    page: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together.

    Attributes:
        size: of the type of its first line, in points.
    """

    text: str
    size: float
    page: int


def running_lines(lines: Sequence[Line]) -> set[int]:
    """Return which lines are heads, feet and numbers of pages: at the edge, and again on other pages."""
    by_page: dict[int, list[int]] = {}
    for n, line in enumerate(lines):
        by_page.setdefault(line.page, []).append(n)
    edges: list[int] = []
    for numbers in by_page.values():
        ordered = sorted(numbers, key=lambda n: -lines[n].y)
        edges += [*ordered[:_EDGE_LINES], *ordered[-_EDGE_LINES:]]
    masked = {n: re.sub(r"\d+", "#", lines[n].text) for n in edges}
    counts = Counter(masked.values())
    pages = len(by_page)
    return {
        n
        for n in edges
        if _PAGE_NUMBER.fullmatch(lines[n].text) or (pages > 1 and 2 * counts[masked[n]] > max(pages, 2))
    }


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """Return the paragraphs in lines that are all text."""
    if not lines:
        return []
    usual = _usual_length(lines)
    pitch = _pitches(lines)
    groups: list[list[Line]] = [[lines[0]]]
    for line in lines[1:]:
        if _breaks(groups[-1], line, usual, pitch):
            groups.append([line])
        else:
            groups[-1].append(line)
    words = set(re.findall(r"\w+(?:-\w+)*", " ".join(line.text for line in lines).casefold()))
    return [Paragraph(_joined(group, words), group[0].size, group[0].page) for group in groups]


def body_size(lines: Sequence[Line]) -> float:
    """Return the size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0


def _usual_length(lines: Sequence[Line]) -> float:
    lengths = sorted(len(line.text) for line in lines)
    return lengths[int(len(lengths) * 0.75)]


def _pitches(lines: Sequence[Line]) -> dict[float, float]:
    """Return by size the distance of lines within a paragraph: the commonest one."""
    gaps: dict[float, Counter[float]] = {}
    for before, line in pairwise(lines):
        if before.page == line.page and before.y > line.y and _same_size(before, line):
            gaps.setdefault(round(line.size), Counter())[round(before.y - line.y, 0)] += 1
    return {
        size: min(g for g, n in found.items() if n >= found.most_common(1)[0][1] / 2)
        for size, found in gaps.items()
    }


def _same_size(before: Line, line: Line) -> bool:
    return abs(before.size - line.size) <= _SAME_SIZE * max(before.size, line.size)


def _breaks(group: list[Line], line: Line, usual: float, pitch: dict[float, float]) -> bool:
    """Tell whether a paragraph ends before `line`."""
    before = group[-1]
    if not _same_size(before, line) or _BULLET.match(line.text):
        return True
    done, length = ends_sentence(before.text), len(before.text)
    if before.page != line.page or line.y > before.y:  # the next page or column
        return not line.text[0].islower() and (done or length < _LONG * usual)
    gap, normal = before.y - line.y, pitch.get(round(line.size), before.size * 1.2)
    if gap > _LOOSE * normal + 1:
        return True
    if length < _SHORT * usual and (done or not line.text[0].islower()):
        return True
    return _is_indented(group, line)


def _is_indented(group: list[Line], line: Line) -> bool:
    """Tell whether a line begins a paragraph by where it begins."""
    first, before = group[0], group[-1]
    step = 0.5 * line.size
    hanging = bool(_BULLET.match(first.text))
    if hanging:
        return len(group) > 1 and line.x < before.x - step
    return line.x > before.x + step and (len(group) > 1 or ends_sentence(before.text))


def _joined(group: Sequence[Line], words: set[str]) -> str:
    """Return the text of lines, words that were parted at their ends made whole."""
    text = group[0].text
    for line in group[1:]:
        if re.search(r"[^\W\d_][-\u2010\u00ad]$", text) and line.text[0].islower():
            text = text[:-1] + ("-" if _keeps_hyphen(text, line.text, words) else "") + line.text
        else:
            text = f"{text} {line.text}"
    return fold(text.replace("\u00ad", ""))


def _keeps_hyphen(text: str, after: str, words: set[str]) -> bool:
    if text[-1] != "-":
        return False
    first, second = re.findall(r"[\w-]+$", text)[0][:-1], re.findall(r"^\w+", after)
    whole = (first + (second[0] if second else "")).casefold()
    if whole in words:
        return False
    compound = f"{first}-{second[0] if second else ''}".casefold()
    # A given name of two syllables is not one word: Man-ki, Ying-wen.
    name = (
        re.search(r"\b[A-Z][\w.'’-]+\s+[A-Z][a-z]{1,5}-$", text) and second and _SYLLABLE.fullmatch(second[0])
    )
    return compound in words or bool(name) or bool(_COMPOUND.search(text))
