"""Finds words in texts as a reader means them: without regard to case, accents and the form of signs."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Side = Literal["brief", "source"]
# The classes of marks that are letters of their own: signs for a missing vowel, dots below, voiced kana.
_NEEDED_MARKS = (0, 7, 8, 9)
# What has no decomposition, and what keyboards lack. A hyphen is a blank: "Shangri La" is "Shangri-La".
_SIGNS = {
    "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ŧ": "t", "þ": "th",
    "‘": "'", "’": "'", "‚": "'", "‹": "'", "›": "'", "′": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
    "-": " ", "‐": " ", "‑": " ", "‒": " ", "–": " ", "—": " ", "−": " ",
}  # fmt: skip


class Spot(NamedTuple):
    """A text in which is searched.

    Attributes:
        side: the brief or a source.
        key: the item's id, empty for what is none; or that of the source.
        text: what is read there.
        block: which block of the source, counted from 0.
        nth: which of the texts of this item it is, counted from 0.
    """

    side: Side
    key: str
    text: str
    block: int = 0
    nth: int = 0


class Match(NamedTuple):
    """Words that were found: from the code point `start` of a spot's text up to `end`."""

    spot: Spot
    start: int
    end: int


class Folded(NamedTuple):
    """A text without case and accents.

    Attributes:
        letters: what is left.
        at: for each of them and for the end, which code point of the text it comes from; None where that is
            the same one.
    """

    letters: str
    at: tuple[int, ...] | None = None


class _Folds(dict[int, str]):
    """What each code point is folded to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _fold(chr(code))
        return found


@cache
def _folds() -> _Folds:
    return _Folds()


def _fold(char: str) -> str:
    if char.isspace():
        return " "
    if unicodedata.category(char) == "Cf":  # soft hyphens, joiners
        return ""
    pieces = unicodedata.normalize("NFKD", _SIGNS.get(char, char).casefold())
    kept = (_SIGNS.get(piece, piece) for piece in pieces if unicodedata.combining(piece) in _NEEDED_MARKS)
    return unicodedata.normalize("NFC", "".join(kept))


def folded(text: str) -> Folded:
    """Return a text without case and accents."""
    folds = _folds()
    letters = text.translate(folds)
    if text.isascii():
        return Folded(letters)
    widths = [len(folds[ord(char)]) for char in text]
    if all(width == 1 for width in widths):
        return Folded(letters)
    return Folded(letters, (*(at for at, width in enumerate(widths) for _ in range(width)), len(text)))


def needle_of(query: str) -> str:
    """Return what is searched for, folded; empty where only blanks and dashes are asked for."""
    letters = unicodedata.normalize("NFC", query).translate(_folds())
    return letters if letters.strip() else ""


def occurrences(text: Folded, needle: str) -> tuple[tuple[int, int], ...]:
    """Return where a needle stands in a text, in code points of the text as it was; none overlap."""
    found = []
    at = text.letters.find(needle) if needle else -1
    while at >= 0:
        end = at + len(needle)
        found.append((at, end) if text.at is None else _unfolded(text.at, at, end))
        at = text.letters.find(needle, end)
    return tuple(found)


def _unfolded(at: tuple[int, ...], start: int, end: int) -> tuple[int, int]:
    """Return the code points of folded letters; the accents behind the last one belong to it."""
    return at[start], max(at[end], at[end - 1] + 1)


def matches_in(spot: Spot, needle: str, known: dict[str, Folded]) -> tuple[Match, ...]:
    """Return the matches in one spot.

    Args:
        spot: a text.
        needle: what is searched for, folded.
        known: texts that are folded already; this one is added.
    """
    text = known.get(spot.text)
    if text is None:
        text = known[spot.text] = folded(spot.text)
    return tuple(Match(spot, start, end) for start, end in occurrences(text, needle))


def find(spots: Iterable[Spot], query: str) -> tuple[Match, ...]:
    """Return all matches in some spots."""
    needle, known = needle_of(query), dict[str, Folded]()
    return tuple(match for spot in spots for match in matches_in(spot, needle, known))
