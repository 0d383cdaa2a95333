"""A source as blocks of text: its paragraphs, or only the first and last words of each cited passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.model.briefing import items
from briefing_app.model.evidence import fold
from briefing_app.model.outline import proof
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing_app.drafting.passages import Located
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage
    from briefing_app.model.sources import Source


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


def blocks(briefing: Briefing, source: Source, found: Mapping[Passage, Located]) -> tuple[Block, ...]:
    """Return a source as it is shown.

    Args:
        briefing: the briefing.
        source: one of its sources.
        found: where each passage stands; needed where the source carries its text.
    """
    passages = _shown_passages(briefing, source)
    if source.text:
        return tuple(_paragraph(n, fold(text), passages, found) for n, text in enumerate(source.text, 1))
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
