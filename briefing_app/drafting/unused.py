"""Sentences with a cue that became no item: nothing is left out unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.proofs import Proof
    from briefing_app.drafting.reading import Reading

_SILENT = frozenset(("never", "say", "request", "willing"))


@dataclass(frozen=True, slots=True)
class Leftover:
    """A sentence that became no item.

    Attributes:
        proof: the sentence.
        cue: the words that make it worth a look.
    """

    proof: Proof
    cue: str


def leftovers_of(reading: Reading, used: Iterable[Proof]) -> tuple[Leftover, ...]:
    """Return the sentences with a cue of commitment, attendance or meeting in which no item has its proof.

    Args:
        reading: what was read.
        used: the proofs of all items.
    """
    taken = {(number, token) for number, first, end in used for token in range(first, end)}
    return tuple(_left(reading, taken))


def _left(reading: Reading, taken: set[tuple[int, int]]) -> Iterator[Leftover]:
    for paragraph in reading.paragraphs:
        for begin, end in paragraph.sentences:
            if any((paragraph.number, i) in taken for i in range(begin, end)):
                continue
            cue = _cue(reading, paragraph, begin, end)
            if cue:
                yield Leftover((paragraph.number, begin, end), cue)


def _cue(reading: Reading, paragraph: Paragraph, begin: int, end: int) -> str:
    """Return the words of a sentence that speak of a commitment, of attendance or of a meeting."""
    for clause in reading.clauses_in(paragraph.number):
        here = begin <= clause.group.at < end
        if here and clause.group.verb.force not in _SILENT:
            return paragraph.said(clause.group.first, min(clause.group.end + 1, end))
    for one in reading.gatherings_in(paragraph.number):
        if begin <= one.first < end:
            return paragraph.said(one.first, one.end)
    attending = reading.lexicon.lists["attending"]
    found = next((i for i in range(begin, end) if paragraph.tokens[i].low in attending), None)
    return paragraph.said(found, found + 1) if found is not None else ""
