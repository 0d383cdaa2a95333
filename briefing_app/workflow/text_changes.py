"""What differs between two texts, told by the words that differ and never by all of a long one."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.model.visible import visible
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHORT = 80  # characters up to which a text of one line is told whole
MOST = 200  # characters of one quotation
PLACES = 4  # places that are told one by one
_PAIRS = 40_000  # pairs of words up to which every place is looked for
_BEFORE = 3  # words that say where something stands
_WORD = re.compile(r"\n|[^\S\n]*\S+|[^\S\n]+")


class _Place(NamedTuple):
    """A place at which two texts differ."""

    context: str  # the words before it, empty at the start
    before: str
    after: str


def shown(text: str) -> str:
    """Return a text in one line, with what is hidden or misleads in it made visible."""
    return visible(text).replace("\n", "↵").replace("\u00a0", " ")


def cut(text: str, most: int = MOST) -> str:
    """Return at most `most` characters of a text, of a longer one its beginning and its end."""
    if len(text) <= most:
        return text
    tail = most // 3
    return f"{text[: most - tail - 3].rstrip()} … {text[-tail:].lstrip()}"


def words(text: str) -> list[str]:
    """Return the words of a text, each with the blanks before it, and its line feeds.

    The first word, too, stands behind a blank, so that it is the same one where others come before it.
    """
    return _WORD.findall(f" {text}")


def runs(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where two texts differ: from and to which word of the first, and of the other."""
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if len(old) * len(new) > _PAIRS:
        yield start, len(before) - end, start, len(after) - end
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield start + a, start + b, start + c, start + d


def differences(before: str, after: str) -> Iterator[str]:
    """Yield in words what differs between two texts that are not equal."""
    old, new = shown(before), shown(after)
    if old == new:
        yield tr("looks the same, but {signs}", signs=_signs(before, after))
    elif max(len(old), len(new)) <= SHORT and "\n" not in before + after:
        yield f"{old} -> {new}"
    else:
        places = list(_places(words(before), words(after)))
        for place in places[:PLACES]:
            yield _told(place)
        if n := len(places[PLACES:]):
            yield ntr("and in {n} more place", "and in {n} more places", n)


def _told(place: _Place) -> str:
    old, new = (_quotable(text) for text in (place.before, place.after))
    if old == new:
        return tr("“{words}” looks the same, but {signs}", words=old, signs=_signs(place.before, place.after))
    context = shown(place.context.strip())
    if old and new:
        if context:
            return tr("“{before}” -> “{after}” after “{context}”", before=old, after=new, context=context)
        return tr("“{before}” -> “{after}” at the start", before=old, after=new)
    if new:
        if context:
            return tr("“{words}” added after “{context}”", words=new, context=context)
        return tr("“{words}” added at the start", words=new)
    if context:
        return tr("“{words}” left out after “{context}”", words=old, context=context)
    return tr("“{words}” left out at the start", words=old)


def _quotable(text: str) -> str:
    return cut(shown(text).strip(" ") or shown(text))


def _signs(before: str, after: str) -> str:
    """Return the first characters that differ between two texts that look alike."""
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    return tr("{before} -> {after}", before=_points(old), after=_points(new))


def _points(text: str) -> str:
    return " ".join(f"U+{ord(char):04X}" for char in text[:PLACES]) or tr("nothing")


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return with how many equal members two rows begin."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _places(before: list[str], after: list[str]) -> Iterator[_Place]:
    for a, b, c, d in runs(before, after):
        yield _place(before, a, "".join(before[a:b]), "".join(after[c:d]))


def _place(words: list[str], at: int, before: str, after: str) -> _Place:
    return _Place("".join(words[max(at - _BEFORE, 0) : at]), before, after)
