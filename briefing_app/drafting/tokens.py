"""Words and marks of a paragraph, and where its sentences end.

A hyphen is a token of its own, so that "Korea-U.S." is two names; an abbreviation of single letters keeps its
full stops. All offsets count code points of the folded paragraph.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from briefing_app.drafting.grammar import word_set
from briefing_app.drafting.patterns import Pattern
from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TOKEN = Pattern(
    r"(?:[A-Za-z]\.){2,}"  # U.S., p.m.
    r"|[’']s\b|(?<=s)[’'](?=\s)"  # of a possessive
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?"
    r"|[^\W\d_]+(?:[’'‘ʻ](?!s\b)[^\W\d_]+)?"
    r"|\.\.\.|--|[^\w\s]|_"
)
OPENING, CLOSING = '"“‘«([', '"”’»)]'
_ENDS = frozenset(".!?…")
# Words that begin a sentence, and do not go on with a name after "U.S.".
_STARTERS = word_set(
    "the they it in on at a an he she this these those both we as under during after before while when "
    "but and for with its their his her all also such there however according earlier later no neither if "
    "since to from among between meanwhile officials ministers speaking asked"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark.

    Attributes:
        text: as printed.
        plain: with straight apostrophes.
        low: in lower case, with straight apostrophes.
        start: its first code point in the paragraph.
        end: the one after its last.
        is_word: it is a word, not a mark or a figure.
        is_capital: it is a word that begins with a capital letter.
    """

    text: str
    plain: str
    low: str
    start: int
    end: int
    is_word: bool
    is_capital: bool


def straight(word: str) -> str:
    """Return a word with every apostrophe straight, the Polynesian one too."""
    return word.replace("’", "'").replace("‘", "'").replace("ʻ", "'")


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the words and marks of a text in order."""
    made: list[Token] = []
    for found in _TOKEN.finditer(text):
        word = found[0]
        plain = word if word.isascii() else straight(word)
        start, end = found.span()
        made.append(Token(word, plain, plain.lower(), start, end, word[0].isalpha(), word[0].isupper()))
    return tuple(made)


T = TypeVar("T")


class Phrases(Generic[T]):
    """A table from phrases, taken token by token, to what they mean; the longest phrase wins."""

    def __init__(self, entries: Iterable[tuple[str, T]], *, cased: bool) -> None:
        """Take phrases with their values; of equal phrases the first counts."""
        self._cased = cased
        self._table: dict[tuple[str, ...], T] = {}
        self._most: dict[str, int] = {}
        for phrase, value in entries:
            key = tuple(token.plain if cased else token.low for token in tokens_of(phrase))
            self._table.setdefault(key, value)
            self._most[key[0]] = max(len(key), self._most.get(key[0], 0))
        # The words with which a phrase begins, in lower case.
        self.openings = frozenset(word.lower() for word in self._most)

    def at(self, tokens: Sequence[Token], i: int) -> tuple[int, T] | None:
        """Return the end of the longest phrase that begins at token `i`, and its value."""
        cased = self._cased
        word = tokens[i].plain if cased else tokens[i].low
        most = self._most.get(word)
        if most is None:
            return None
        if most == 1:
            value = self._table.get((word,))
            return None if value is None else (i + 1, value)
        key = tuple([token.plain if cased else token.low for token in tokens[i : i + most]])
        for n in range(len(key), 0, -1):
            value = self._table.get(key[:n])
            if value is not None:
                return i + n, value
        return None


@lru_cache(maxsize=64)
def listed_phrases(words: frozenset[str]) -> Phrases[str]:
    """Return the phrases of a list, each with itself as its value, case ignored; made once for each list."""
    return Phrases(((word, word) for word in sorted(words)), cased=False)


def sentences_of(tokens: Sequence[Token], abbreviations: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Return where sentences begin and end, as token indices.

    Args:
        tokens: of one paragraph.
        abbreviations: words in lower case that a full stop shortens ("gen", "sept").
    """
    found: list[tuple[int, int]] = []
    begin = 0
    i = 0
    while i < len(tokens):
        end = _end_at(tokens, i, abbreviations) if tokens[i].text[-1] in _ENDS else 0
        i = end or i + 1
        if end:
            found.append((begin, end))
            begin = end
    if begin < len(tokens):
        found.append((begin, len(tokens)))
    return tuple(found)


def _end_at(tokens: Sequence[Token], i: int, abbreviations: frozenset[str]) -> int:
    """Return the token after the sentence that ends with token `i`, 0 where none does."""
    token = tokens[i]
    dotted = token.text.endswith(".") and len(token.text) > 1 and token.is_word
    if token.text not in _ENDS and not dotted:
        return 0
    end = i + 1
    while end < len(tokens) and tokens[end].text in CLOSING and tokens[end].start == tokens[end - 1].end:
        end += 1
    if end == len(tokens):
        return end
    following = tokens[end]
    if following.start == tokens[end - 1].end:
        return 0
    after = tokens[end + 1] if following.text in OPENING and end + 1 < len(tokens) else following
    if not (after.is_capital or after.text[0].isdigit() or following.text in OPENING):
        return 0
    if dotted and i and tokens[i - 1].text == "(" and end == i + 2 and after.low not in _STARTERS:
        return 0  # "the United States (U.S.) Meeting": a short form ends nothing
    if dotted:
        return end if after.low in _STARTERS or following.text in OPENING or end > i + 1 else 0
    if token.text == "." and end == i + 1 and i and _shortens(tokens[i - 1], token, abbreviations):
        return 0
    return end


def _shortens(word: Token, stop: Token, abbreviations: frozenset[str]) -> bool:
    """Tell whether a full stop belongs to the word before it."""
    if word.end != stop.start:
        return False
    return word.low in abbreviations or (len(word.text) == 1 and word.is_capital)
