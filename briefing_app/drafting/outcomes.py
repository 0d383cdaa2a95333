"""Points under a heading that calls them outcomes: "Key outcomes:", "- launch of a joint centre"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.commitments import Commitment
from briefing_app.drafting.grammar import NEGATIONS, word_set
from briefing_app.drafting.statements import plain_statement

if TYPE_CHECKING:
    from briefing_app.drafting.lists import Point
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.reading import Reading

_OUTCOMES = word_set("outcomes results decisions agreements deliverables")
_HEADING = 12  # words
_ACTS = word_set("signing signature agreement launch establishment adoption conclusion decision creation")


def outcome_of(
    reading: Reading, paragraph: Paragraph, point: Point, parties: tuple[str, ...]
) -> Commitment | None:
    """Return what a point says was signed, launched or agreed; None where it tells of no such act.

    Args:
        reading: what was read.
        paragraph: the point.
        point: where it begins, and the paragraph that leads in to it.
        parties: those of the meeting.
    """
    lead = reading.paragraph(point.lead).tokens
    tokens, first = paragraph.tokens, point.first
    after = [token.low for token in tokens[first + 1 : first + 2]]
    told = tokens[first].low in _ACTS and after in (["of"], ["to"], ["on"])
    lows = {token.low for token in tokens}
    if len(lead) > _HEADING or not {token.low for token in lead} & _OUTCOMES or not told or lows & NEGATIONS:
        return None
    end = len(tokens)
    while tokens[end - 1].text in ".;," or tokens[end - 1].low == "and":
        end -= 1
    begin = first + 2 if tokens[first].low in ("signing", "signature", "agreement", "decision") else first
    if begin >= end:
        return None
    proof = (paragraph.number, first, end)
    raw = paragraph.said(begin, end)
    return Commitment(
        "agreed", parties, plain_statement(paragraph, begin, end), (proof,), "outcome", "agreed", raw
    )
