"""A source as blocks of text: its paragraphs, or only the first and last words of each cited passage."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from briefing_app.model.evidence import fold
from briefing_app.model.outline import shown_passages
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing_app.gui.document import Reading
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage, PassageState
    from briefing_app.model.sources import Source


_BEFORE = 48  # characters
BlockRole = Literal["text", "quote", "state", "label"]
_WORST_FIRST: tuple[PassageState, ...] = ("missing", "changed", "moved", "unchecked", "verified")


@dataclass(frozen=True, slots=True)
class Span:
    """Where a passage stands in the text of a block, in code points; no item cites an unused sentence."""

    start: int
    end: int
    passage: Passage
    cited: bool = True


@dataclass(frozen=True, slots=True)
class Block:
    """A block of what is shown of a source.

    Attributes:
        paragraph: its number, from 1; that of the cited one for what tells of a passage, 0 for a label.
        text: what is shown.
        spans: the passages in it, in the order of their start.
        numbered: it is the first block of its paragraph.
        role: a paragraph of the text; the ends of a passage; what became of it; a label above others.
        state: what became of the passage.
    """

    paragraph: int
    text: str
    spans: tuple[Span, ...] = ()
    numbered: bool = True
    role: BlockRole = "text"
    state: PassageState = "unchecked"


@dataclass(frozen=True, slots=True)
class Shown:
    """A source as it is shown: a text may have thousands of paragraphs, each becomes a block when asked for.

    Attributes:
        lead: what stands before the text: the passages that it does not hold as they are cited.
        text: the paragraphs.
        spans: by paragraph, the passages that stand there.
    """

    lead: tuple[Block, ...] = ()
    text: tuple[str, ...] = ()
    spans: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        """Return how many blocks there are."""
        return len(self.lead) + len(self.text)

    @property
    def letters(self) -> int:
        """How many characters are shown: what tells one text of a source from another."""
        return sum(len(block.text) for block in self.lead) + sum(map(len, self.text))

    def at(self, n: int) -> Block:
        """Return a block, counted from 0."""
        if n < len(self.lead):
            return self.lead[n]
        paragraph = n - len(self.lead) + 1
        return Block(paragraph, fold(self.text[paragraph - 1]), self.spans.get(paragraph, ()))

    def index(self, paragraph: int) -> int | None:
        """Return which block is the first of a paragraph of the text, or of one that is cited without it."""
        if self.text:
            return len(self.lead) + paragraph - 1 if 1 <= paragraph <= len(self.text) else None
        return next((n for n, block in enumerate(self.lead) if block.paragraph == paragraph), None)

    def index_of(self, passage: Passage) -> int | None:
        """Return which block a passage stands in: one of the text, else the one that tells of it."""
        for paragraph, spans in self.spans.items():
            if any(span.passage == passage for span in spans):
                return self.index(paragraph)
        told = (
            n for n, block in enumerate(self.lead) if any(span.passage == passage for span in block.spans)
        )
        return next(told, None)

    def cited(self, paragraph: int) -> int:
        """Return the number under which a paragraph is cited: words that moved stand in another one now."""
        named = [span.passage.paragraph for span in self.spans.get(paragraph, ()) if span.cited]
        return paragraph if paragraph in named or not named else named[0]


def shown_of(reading: Reading, source: Source) -> Shown:
    """Return a source as it is shown.

    Args:
        reading: the briefing and the texts at hand.
        source: one of its sources.
    """
    passages = _shown_passages(reading.briefing, source)
    text = reading.text(source.id)
    if not text:
        return Shown(_ends(passages))
    of = dict.fromkeys(passages, True)  # and whether an item cites it
    for each in reading.briefing.unused:
        if each.passage.source == source.id:
            of.setdefault(each.passage, False)
    spans: dict[int, list[Span]] = {}
    for passage, cited in of.items():
        there = reading.found[passage]
        if there.paragraph is not None:
            spans.setdefault(there.paragraph, []).append(Span(there.start, there.end, passage, cited))
    placed = {n: tuple(sorted(found, key=lambda span: (span.start, span.end))) for n, found in spans.items()}
    return Shown(_differing(reading, passages), text, placed)


def _shown_passages(briefing: Briefing, source: Source) -> tuple[Passage, ...]:
    """Return the passages of the items that are shown, in the order of the source."""
    cited = (passage for passage in shown_passages(briefing) if passage.source == source.id)
    return tuple(sorted(cited, key=lambda each: each.paragraph))


def _ends(passages: Iterable[Passage]) -> tuple[Block, ...]:
    made: list[Block] = []
    for passage in passages:
        first = not made or made[-1].paragraph != passage.paragraph
        made.append(_quote(passage, numbered=first))
    return tuple(made)


def _quote(passage: Passage, *, numbered: bool) -> Block:
    text = ends(passage)
    return Block(passage.paragraph, text, (Span(0, len(text), passage),), numbered, "quote")


def _differing(reading: Reading, passages: tuple[Passage, ...]) -> tuple[Block, ...]:
    """Return the passages that do not stand in a text as they are cited, each with what became of it."""
    odd = [passage for passage in passages if _state(reading, passage) != "verified"]
    if not odd:
        return ()
    label = tr("Not as cited: {n} of {count}", n=len(odd), count=len(passages))
    states = [_state(reading, passage) for passage in odd]
    sums = (f"{state_words(each)} {states.count(each):,}" for each in _WORST_FIRST if each in states)
    made = [Block(0, " · ".join((label, *sums)), role="label")]
    for passage in odd:
        state = _state(reading, passage)
        told = state_sentence(reading, state, passage)
        made.append(_quote(passage, numbered=True))
        made.append(Block(passage.paragraph, told, made[-1].spans, numbered=False, role="state", state=state))
    return (*made, Block(0, tr("The text at hand"), role="label"))


def ends(passage: Passage) -> str:
    """Return the first and last words of a passage, all that a file without the text keeps of it."""
    return tr("{start} … {end}", start=passage.start, end=passage.end) if passage.end else passage.start


def excerpt(reading: Reading, passages: tuple[Passage, ...]) -> tuple[tuple[str, bool], ...]:
    """Return the words of passages in pieces, each with whether it is cited; one has the words around it.

    Args:
        reading: the briefing and the texts at hand.
        passages: those in view.
    """
    pieces: list[tuple[str, bool]] = []
    for n, passage in enumerate(passages):
        there, text = reading.found.get(passage), reading.text(passage.source)
        words, before, after = ends(passage), "", ""
        if there is not None and there.paragraph is not None and text:
            paragraph = fold(text[there.paragraph - 1])
            words = paragraph[there.start : there.end]
            before, after = _last_words(paragraph[: there.start]), paragraph[there.end :]
        if len(passages) > 1:
            before, after = " … " if n else "", ""
        pieces += [(before, False), (words, True), (after, False)]
    return tuple(piece for piece in pieces if piece[0])


def _last_words(text: str) -> str:
    """Return the last few words of what stands before a passage."""
    if len(text) <= _BEFORE:
        return text
    return "… " + text[-_BEFORE:].partition(" ")[2]


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
