"""What a paper of the meeting lays down: "Under the arrangement, batteries will rotate every six months"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.commitments import Commitment
from briefing_app.drafting.grammar import MODALS
from briefing_app.drafting.statements import plain_statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.reading import Reading
    from briefing_app.drafting.tokens import Token

_WILL = frozenset(("will", "shall"))
_FRONT = 14


def terms_of(reading: Reading, paragraph: Paragraph, parties: tuple[str, ...]) -> Iterator[Commitment]:
    """Yield what a paper that was agreed on at the meeting says will be done.

    Args:
        reading: what was read.
        paragraph: where to look.
        parties: whose paper it is.
    """
    for begin, end in paragraph.sentences:
        first = _laid_down(paragraph, begin, end, reading.lexicon.lists["documents"])
        if not first:
            continue
        stop = end - 1 if paragraph.tokens[end - 1].text in ".!?" else end
        for one, last in halves(paragraph, first, stop):
            yield Commitment(
                "agreed",
                parties,
                plain_statement(paragraph, one, last),
                ((paragraph.number, one, last),),
                "under-paper",
                "agreed that",
                paragraph.said(one, last),
            )


def _laid_down(paragraph: Paragraph, begin: int, end: int, papers: frozenset[str]) -> int:
    """Return where begins what a paper says will be done: after "Under the pact,"; 0 where it says none."""
    tokens = paragraph.tokens
    opening = [token.low for token in tokens[begin : begin + 2]]
    if (opening[0] != "under" and opening != ["according", "to"]) or end - begin < _FRONT // 2:
        return 0
    front = range(begin + 1, min(begin + _FRONT, end))
    paper = next((i for i in front if tokens[i].low in papers or _is_short(tokens, i)), 0)
    if not paper or any(token.text[:1].isdigit() for token in tokens[begin:paper]):
        return 0
    first = _main_clause(paragraph, paper, end)
    will = next((i for i in range(first, end) if tokens[i].low in MODALS | {"is", "are"}), 0) if first else 0
    to = [token.low for token in tokens[will + 1 : will + 2]] == ["to"]
    return first if will and (tokens[will].low in _WILL or to) else 0


def _is_short(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a paper is called by its short name before a comma: "under the ToR,"."""
    text = tokens[i].text
    capitals = sum(char.isupper() for char in text)
    comma = [token.text for token in tokens[i + 1 : i + 2]] == [","]
    return capitals > 1 and text.isalpha() and tokens[i - 1].low == "the" and comma


def _main_clause(paragraph: Paragraph, paper: int, end: int) -> int:
    """Return where the main clause begins after "Under the arrangement, adopted there,", 0 if none does."""
    tokens = paragraph.tokens
    commas = [i for i in range(paper, end) if tokens[i].text == ","]
    will = next(
        (i for i in range(paper, end) if tokens[i].low in _WILL or tokens[i].low in ("is", "are")), end
    )
    before = [i for i in commas if i < will]
    return before[-1] + 1 if before else 0


def halves(paragraph: Paragraph, first: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the clauses that "and" joins, each with a "will" of its own.

    Args:
        paragraph: where they stand.
        first: the first token.
        end: the token after the last.
    """
    tokens = paragraph.tokens
    begin = first
    for i in range(first, end):
        if tokens[i].low == "and" and any(t.low in _WILL for t in tokens[begin:i]):
            rest = [t.low for t in tokens[i + 1 : end]]
            if any(low in _WILL for low in rest[:_FRONT]):
                stop = i - 1 if tokens[i - 1].text == "," else i
                yield begin, stop
                begin = i + 1
    yield begin, end
