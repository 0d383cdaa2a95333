"""A source as blocks of text: its paragraphs, or only the first and last words of each cited passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.model.briefing import items
from briefing_app.model.evidence import fold
from briefing_app.model.outline import proof
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing_app.drafting.passages import Located
    from briefing_app.gui.document import Reading
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage, PassageState
    from briefing_app.model.sources import Source


_WORST_FIRST: tuple[PassageState, ...] = ("missing", "changed", "moved", "unchecked", "verified")


@dataclass(frozen=True, slots=True)
class Span:
    """Where a passage stands in the text of a block, in code points."""

    start: int
    end: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the source, or the ends of a passage of one.

    Attributes:
        paragraph: its number, from 1.
        text: what is shown.
        spans: the passages in it, in the order of their start.
        numbered: it is the first block of its paragraph.
    """

    paragraph: int
    text: str
    spans: tuple[Span, ...] = ()
    numbered: bool = True


def blocks(reading: Reading, source: Source) -> tuple[Block, ...]:
    """Return a source as it is shown.

    Args:
        reading: the briefing and the texts at hand.
        source: one of its sources.
    """
    passages = _shown_passages(reading.briefing, source)
    text = reading.text(source.id)
    if text:
        return tuple(_paragraph(n, fold(words), passages, reading.found) for n, words in enumerate(text, 1))
    return _ends(passages)


def _shown_passages(briefing: Briefing, source: Source) -> tuple[Passage, ...]:
    cited = (
        passage
        for _, item in items(briefing)
        if item.review.state != "rejected"
        for passage in proof(item)
        if passage.source == source.id
    )
    return tuple(dict.fromkeys(cited))


def _paragraph(n: int, text: str, passages: tuple[Passage, ...], found: Mapping[Passage, Located]) -> Block:
    spans = [
        Span(there.start, there.end, passage)
        for passage in passages
        if (there := found[passage]).paragraph == n
    ]
    return Block(n, text, tuple(sorted(spans, key=lambda span: (span.start, span.end))))


def _ends(passages: tuple[Passage, ...]) -> tuple[Block, ...]:
    made: list[Block] = []
    for passage in sorted(passages, key=lambda each: each.paragraph):
        text = ends(passage)
        first = not made or made[-1].paragraph != passage.paragraph
        made.append(Block(passage.paragraph, text, (Span(0, len(text), passage),), first))
    return tuple(made)


def ends(passage: Passage) -> str:
    """Return the first and last words of a passage, all that a file without the text keeps of it."""
    return tr("{start} … {end}", start=passage.start, end=passage.end) if passage.end else passage.start


def words_of(reading: Reading, passage: Passage) -> str:
    """Return the words of a passage where its text is at hand, else its first and last words."""
    there = reading.found.get(passage)
    text = reading.text(passage.source)
    if there is None or there.paragraph is None or not text:
        return ends(passage)
    return fold(text[there.paragraph - 1])[there.start : there.end]


def worst(reading: Reading, passages: Iterable[Passage]) -> tuple[PassageState, Passage] | None:
    """Return the state that matters most among `passages`, with the first that is in it; None without any."""
    states = [(_state(reading, passage), passage) for passage in passages]
    return min(states, key=lambda each: _WORST_FIRST.index(each[0]), default=None)


def _state(reading: Reading, passage: Passage) -> PassageState:
    there = reading.found.get(passage)
    return there.state if there is not None else "unchecked"


def state_words(state: PassageState) -> str:
    """Return the word for a state."""
    words: dict[PassageState, str] = {
        "verified": tr("Verified"),
        "moved": tr("Moved"),
        "changed": tr("Changed"),
        "missing": tr("Missing"),
        "unchecked": tr("Unchecked"),
    }
    return words[state]


def state_sentence(reading: Reading, state: PassageState, passage: Passage) -> str:
    """Return the state of a passage in a short sentence that begins with its word."""
    there = reading.found.get(passage)
    now = there.paragraph if there is not None else None
    said: dict[PassageState, str] = {
        "verified": tr("the words stand as cited."),
        "moved": tr("the same words now stand in ¶{now}, not ¶{n}.", now=now, n=passage.paragraph),
        "changed": tr("¶{n} begins and ends alike, but its words differ.", n=passage.paragraph),
        "missing": tr("the words are not in this text; ¶{n} was cited.", n=passage.paragraph),
        "unchecked": tr("the text is not at hand."),
    }
    return tr("{state}: {said}", state=state_words(state), said=said[state])
