"""With whom somebody came: "A led the side. With him were B and C", "He was accompanied by D"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import MODALS
from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.persons import Named
    from briefing_app.drafting.vocabulary import Vocabulary

_WITH = frozenset(
    ("with", "beside", "alongside", "accompanying", "joining", "flanking", "assisting", "supporting")
)
_THEM = frozenset(("him", "her", "them"))
_SIDE = frozenset(("his", "her", "their"))
_SUBJECTS = frozenset(("he", "she", "they"))
_WERE = frozenset(("was", "were"))
_THERE = _WERE | {"stood", "sat", "came"}
_BEFORE = frozenset((",", ";", "-", "–", "--", "and", "also", "there"))
_APART = frozenset((";", "while", "but", "whom")) | MODALS


@dataclass(frozen=True, slots=True)
class Retinue:
    """Words that tell with whom the names after them came.

    Attributes:
        first: the first of these words.
        leaders: who was named before, in the same sentence or else in the one before.
        placed: they say of the others that they were there: "With him were", not "He was joined by".
    """

    first: int
    leaders: tuple[Named, ...]
    placed: bool


def retinue_of(
    name: Named, named: Sequence[Named], paragraphs: Sequence[Paragraph], vocabulary: Vocabulary
) -> Retinue | None:
    """Return the words before a name that tell with whom its bearer came, None where there are none.

    Args:
        name: where it stands.
        named: who is named where.
        paragraphs: the body.
        vocabulary: the words to go by.
    """
    paragraph, at = paragraphs[name.paragraph - 1], name.first
    begin, stop = next(pair for pair in vocabulary.sentences(paragraph) if pair[0] <= at < pair[1])
    if name.end < stop and vocabulary.is_verb(paragraph.tokens[name.end].low):
        return None  # "With him was B, and C led the other side"
    for i in range(at - 1, begin - 1, -1):
        placed = _placed_end(paragraph, i, vocabulary)
        end = placed or _escorted_end(paragraph, i, vocabulary)
        opens = i == begin or paragraph.tokens[i - 1].low in _BEFORE
        if not end or end > at or not opens:
            continue
        between = {token.low for token in paragraph.tokens[end:at]}
        if between & (_APART | vocabulary.lexicon.lists["meets"]):
            return None
        return Retinue(i, _leaders(paragraphs, (name.paragraph, begin, i), named, vocabulary), placed > 0)
    return None


def _placed_end(paragraph: Paragraph, i: int, vocabulary: Vocabulary) -> int:
    """Return where "with him were" or "at her side sat" ends that begins at a token, 0 where none does."""
    lows = [token.low for token in paragraph.tokens[i : i + 4]]
    with_him = len(lows) > 2 and lows[0] in _WITH and lows[1] in _THEM  # noqa: PLR2004 - and a verb
    at_side = lows[:1] in (["at"], ["by"]) and lows[1:2] != [] and lows[1] in _SIDE and lows[2:3] == ["side"]
    length = 2 if with_him else 3 if at_side else 0
    end = i + length + 1
    if not length or lows[length:] == [] or lows[length] not in _THERE or end >= len(paragraph.tokens):
        return 0
    after = paragraph.tokens[end]
    done = not after.is_capital and (vocabulary.is_verb(after.low) or after.low.endswith("ed"))
    return 0 if done else end


def _escorted_end(paragraph: Paragraph, i: int, vocabulary: Vocabulary) -> int:
    """Return where "he was accompanied by" ends that begins at a token, 0 where none does."""
    lows = [token.low for token in paragraph.tokens[i : i + 5]]
    if not lows or lows[0] not in _SUBJECTS or lows[1:2] == [] or lows[1] not in _WERE:
        return 0
    by = lows.index("by") if "by" in lows else 0
    return i + by + 1 if by and lows[by - 1] in vocabulary.lexicon.lists["escorts"] else 0


def _leaders(
    paragraphs: Sequence[Paragraph],
    at: tuple[int, int, int],
    named: Sequence[Named],
    vocabulary: Vocabulary,
) -> tuple[Named, ...]:
    """Return who is named in a sentence before a token, else in the sentence before."""
    number, begin, end = at
    here = tuple(name for name in named if name.paragraph == number and begin <= name.first < end)
    if here:
        return here
    before = [pair for pair in vocabulary.sentences(paragraphs[number - 1]) if pair[1] <= begin]
    if not before and number > 1:
        number -= 1
        before = list(vocabulary.sentences(paragraphs[number - 1]))
    first, last = before[-1] if before else (0, 0)
    return tuple(name for name in named if name.paragraph == number and first <= name.first < last)
