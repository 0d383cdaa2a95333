"""Ranks texts by what is typed of them: what is spelt so comes first, else what was probably meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.workflow.finding import Folded, folded, needle_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Span = tuple[int, int]
_WORD = re.compile(r"\w+")
_EXACT, _BEGINS, _WORD_BEGINS, _WORDS_BEGIN, _INSIDE, _INITIALS = 100.0, 95.0, 90.0, 85.0, 80.0, 75.0
_ALSO, _MEANT = 55.0, 40.0  # found by what else is said of it; by what was probably meant
_LIKE = 30.0  # what likeness adds to the latter
_SHORT = 4  # letters, of which the first has to be right
_SLIPS = ((2, 0), (5, 1), (9, 2))  # up to so many letters, how many slips are forgiven
_MOST_SLIPS = 3
_NEAREST = 0.4  # the likeness that a spelling needs at least to be offered


class Candidate(NamedTuple):
    """What can be found: its text, and further words that find it though nobody sees them."""

    text: str
    also: str = ""


class Ranked(NamedTuple):
    """A candidate that was found.

    Attributes:
        at: which of the candidates it is.
        score: how well it fits; the best has the most.
        letters: the code points of its text that were typed, as spans.
    """

    at: int
    score: float
    letters: tuple[Span, ...] = ()


class Entry(NamedTuple):
    """A candidate that is ready to be compared."""

    text: Folded
    words: tuple[tuple[int, str], ...]  # each with where it begins
    also: tuple[str, ...]


class Index(NamedTuple):
    """Candidates that are ready to be compared, and all their words as they are spelt."""

    entries: tuple[Entry, ...]
    spelt: dict[str, str]


def index_of(candidates: Iterable[Candidate]) -> Index:
    """Return candidates ready to be compared with what is typed."""
    entries, spelt = [], dict[str, str]()
    for each in candidates:
        text = folded(each.text)
        words = tuple((found.start(), found[0]) for found in _WORD.finditer(text.letters))
        also = tuple(_WORD.findall(folded(each.also).letters))
        entries.append(Entry(text, words, also))
        for start, word in words:
            if word not in spelt:
                (first, last), *_ = _places(text, start, start + len(word))
                spelt[word] = each.text[first:last]
        for word in also:
            spelt.setdefault(word, word)
    return Index(tuple(entries), spelt)


def rank(index: Index, query: str) -> tuple[Ranked, ...]:
    """Return the candidates that fit what is typed, the best first, of equals the shorter, then the earlier.

    Slips of the keyboard are forgiven only where nothing is spelt as it was typed: else all that is merely
    like it would stand below.
    """
    needle = needle_of(query).strip()
    if not needle:
        return ()
    asked = _WORD.findall(needle)
    found = [_literal(at, entry, needle, asked) for at, entry in enumerate(index.entries)]
    strong = [each for each in found if each is not None]
    if not strong and asked:
        strong = list(_meant(index, asked))
    return tuple(sorted(strong, key=lambda each: (-each.score, len(index.entries[each.at].text.letters))))


def nearest(index: Index, query: str) -> str:
    """Return the word that is spelt most like what was typed, as it is spelt; empty where none is."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    needle = needle_of(query).strip()
    if not needle or not index.spelt:
        return ""
    score = OSA.normalized_similarity
    best = process.extractOne(needle, list(index.spelt), scorer=score, score_cutoff=_NEAREST)
    return index.spelt[best[0]] if best else ""


def _literal(at: int, entry: Entry, needle: str, asked: Sequence[str]) -> Ranked | None:
    """Return how a candidate fits that has what is typed, letter by letter; None where it has not."""
    letters = entry.text.letters
    start = letters.find(needle)
    if start >= 0:
        begins = next((first for first, _ in entry.words if letters.startswith(needle, first)), -1)
        start = start if begins < 0 else begins
        score = _EXACT if letters == needle else _BEGINS if start == 0 else _WORD_BEGINS
        if score == _WORD_BEGINS and begins < 0:
            score = _INSIDE
        if score > _INSIDE or len(needle) > 1:
            return Ranked(at, score, _places(entry.text, start, start + len(needle)))
    if not asked:
        return None
    places = [_beginning(entry, word) for word in asked]
    if all(place is not None for place in places):
        spans = [_places(entry.text, place, place + len(word)) for place, word in _paired(places, asked)]
        return Ranked(at, _WORDS_BEGIN, _merged(spans))
    if len(needle) > 1 and "".join(word[0] for _, word in entry.words).startswith(needle):
        firsts = [_places(entry.text, first, first + 1) for first, _ in entry.words[: len(needle)]]
        return Ranked(at, _INITIALS, _merged(firsts))
    every = (*(word for _, word in entry.words), *entry.also)
    if all(any(each.startswith(word) for each in every) for word in asked):
        spans = [_places(entry.text, place, place + len(word)) for place, word in _paired(places, asked)]
        return Ranked(at, _ALSO, _merged(spans))
    return None


def _paired(places: Sequence[int | None], asked: Sequence[str]) -> Iterator[tuple[int, str]]:
    return ((place, word) for place, word in zip(places, asked, strict=True) if place is not None)


def _beginning(entry: Entry, asked: str) -> int | None:
    """Return where the first word begins that begins so."""
    return next((first for first, word in entry.words if word.startswith(asked)), None)


def _meant(index: Index, asked: Sequence[str]) -> Iterator[Ranked]:
    """Yield the candidates each of whose words that are asked for is probably meant."""
    tables = [_like(word, list(index.spelt)) for word in asked]
    for at, entry in enumerate(index.entries):
        likeness, spans = 0.0, []
        for word, table in zip(asked, tables, strict=True):
            known = [(table[each], -first, each) for first, each in entry.words if each in table]
            more = max((table[each] for each in entry.also if each in table), default=0.0)
            best = max(known, default=(0.0, 0, ""))
            if not max(best[0], more):
                break
            likeness += max(best[0], more * _ALSO / 100)
            if best[0]:
                spans.append(_typed(entry.text, -best[1], best[2], word))
        else:
            yield Ranked(at, _MEANT + _LIKE * likeness / len(asked), _merged(spans))


def _like(asked: str, words: Sequence[str]) -> dict[str, float]:
    """Return the words that are probably meant by one that was typed, or begun; each with its likeness."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    slips = next((slips for most, slips in _SLIPS if len(asked) <= most), _MOST_SLIPS)
    found: dict[str, float] = {}
    for length in (None, len(asked), len(asked) + 1):
        begun = [word[:length] for word in words]
        near = process.extract(asked, begun, scorer=OSA.distance, score_cutoff=slips, limit=None)
        for _, distance, at in near:
            word = words[at]
            if len(asked) > _SHORT or word[0] == asked[0]:
                found[word] = max(found.get(word, 0.0), 1 - distance / len(asked))
    return {word: likeness for word, likeness in found.items() if likeness > 0}


def _typed(text: Folded, start: int, word: str, asked: str) -> tuple[Span, ...]:
    """Return the letters of a word that were typed, in spite of the slips."""
    from rapidfuzz.distance import Indel

    blocks = Indel.opcodes(asked, word)
    spans = [
        _places(text, start + each.dest_start, start + each.dest_end)
        for each in blocks
        if each.tag == "equal"
    ]
    return _merged(spans)


def _places(text: Folded, start: int, end: int) -> tuple[Span, ...]:
    """Return the code points of folded letters, as one span."""
    if text.at is None:
        return ((start, end),)
    return ((text.at[start], max(text.at[end], text.at[end - 1] + 1)),)


def _merged(spans: Iterable[tuple[Span, ...]]) -> tuple[Span, ...]:
    """Return spans in their order, those that touch as one."""
    found: list[Span] = []
    for start, end in sorted(span for each in spans for span in each):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
