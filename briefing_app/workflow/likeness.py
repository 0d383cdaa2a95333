"""How alike two texts are that were written by two people: statements, names and offices, by their stems."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from briefing_app.drafting.grammar import CONTRACTED, COUNTS, NEGATIONS, word_set
from briefing_app.drafting.repeats import stems_of
from briefing_app.drafting.tokens import tokens_of
from briefing_app.drafting.values import replace
from briefing_app.model.markup import plain_text, rich_text
from briefing_app.workflow.finding import folded

_WORD = re.compile(r"\w+")
_FEWEST = 3  # stems that two statements share at least
_OF_SHORTER, _OF_BOTH = 0.85, 0.4
_CERTAIN = 0.75  # of both: only the verb may differ then
_LONG_NAME = 8  # letters of a name in which one may be a slip
# Where two ways of spelling differ within the letters that a stem has.
_SPELT = (("defens", "defenc"), ("offens", "offenc"), ("center", "centre"), ("harbor", "harbou"))
_RANKS = word_set(
    "general admiral marshal colonel major captain brigadier commander commodore lieutenant rear vice air "
    "chief acting ambassador gen adm col"
)


class Said(NamedTuple):
    """A statement as it is compared.

    Attributes:
        stems: of its words that carry a meaning, without figures.
        words: all of them, folded.
        names: its proper nouns, folded, without the first word.
        figures: its numbers; those in words as figures.
        denials: how many words of it deny something.
    """

    stems: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]
    denials: int


@lru_cache(maxsize=8192)
def said_in(markdown: str) -> Said:
    """Return a statement ready to be compared."""
    # One code point stays one: how a word was printed is still known of the folded one.
    tokens = tokens_of(unicodedata.normalize("NFC", plain_text(rich_text(markdown))))
    plain = [replace(token, low=_plain(token.text)) for token in tokens]
    counted = [token for token in plain if token.low in COUNTS or token.text[:1].isdigit()]
    figures = frozenset(str(COUNTS.get(token.low, token.low)) for token in counted if token.low != "both")
    return Said(
        _spelt(stems_of(token for token in plain if token not in counted)),
        frozenset(token.low for token in plain),
        frozenset(token.low for token in plain[1:] if token.is_capital),
        figures,
        sum(token.low in NEGATIONS or token.low in CONTRACTED for token in plain),
    )


def likeness(one: Said, new: Said) -> float:
    """Return how alike two statements are, from 0 (another one) to 1; in doubt 0.

    Args:
        one: the statement that stands.
        new: the one that is compared with it; it may name nothing that the first does not.
    """
    if one.denials != new.denials or not new.names <= one.words:
        return 0.0
    shared = len(one.stems & new.stems)
    few, many = sorted((len(one.stems), len(new.stems)))
    if shared < _FEWEST or shared < _OF_SHORTER * few or shared < _OF_BOTH * many:
        return 0.0
    return shared / many


def is_certain(found: float) -> bool:
    """Tell whether two statements are so alike that they are one, though their verbs have another force."""
    return found >= _CERTAIN


def figures_differ(one: Said, new: Said) -> bool:
    """Tell whether each of two statements has a number that the other lacks."""
    return bool(one.figures - new.figures and new.figures - one.figures)


def is_same_text(one: str, new: str) -> bool:
    """Tell whether two texts have the same words, in whatever case."""
    return _plain(one) == _plain(new)


def holds(one: str, new: str) -> bool:
    """Tell whether one of two short texts has all the words of the other: offices, places, bodies."""
    first, second = _stems(one), _stems(new)
    return first <= second or second <= first


def same_office(one: str, new: str) -> bool:
    """Tell whether two texts may name one office; a bare rank goes with any."""
    return holds(one, new) or any(words <= _RANKS for words in (words_of(one), words_of(new)))


@lru_cache(maxsize=8192)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text without case and accents."""
    return frozenset(_WORD.findall(_plain(text)))


def same_name(one: str, new: str) -> bool:
    """Tell whether two names have the same words in any order, or one has two of the other and no more."""
    first, second = words_of(one), words_of(new)
    few, many = sorted((first, second), key=len)
    return first == second or (len(few) > 1 and few <= many)


def nearly_same_name(one: str, new: str) -> bool:
    """Tell whether two names differ by one letter."""
    from rapidfuzz.distance import OSA

    first, second = (" ".join(sorted(_WORD.findall(_plain(text)))) for text in (one, new))
    return min(len(first), len(second)) >= _LONG_NAME and OSA.distance(first, second, score_cutoff=1) == 1


@lru_cache(maxsize=8192)
def _stems(text: str) -> frozenset[str]:
    return _spelt(stems_of(tokens_of(_plain(text)))) or words_of(text)


def _spelt(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(_one_spelling(stem) for stem in stems)


def _one_spelling(stem: str) -> str:
    return next((ours for theirs, ours in _SPELT if stem == theirs), stem)


def _plain(text: str) -> str:
    return folded(text).letters.strip()
