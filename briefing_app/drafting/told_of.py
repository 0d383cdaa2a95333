"""The meeting of which the sentence before told: "The latest was in 2021. During the meeting, ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.drafting.clauses import Clause
    from briefing_app.drafting.reading import Reading

_AT = frozenset(("at", "during", "in"))
_POINTING = frozenset(("the", "that", "this"))
_OPENING = 3  # words


def day_told_of(reading: Reading, clause: Clause) -> str:
    """Return the date, as EDTF, of the meeting to which the opening of a sentence points back, empty if none.

    Args:
        reading: what was read.
        clause: one of the sentence.
    """
    paragraph = reading.paragraph(clause.paragraph)
    begin = clause.sentence[0]
    opening = [token.low for token in paragraph.tokens[begin : begin + _OPENING]]
    if len(opening) < _OPENING or opening[0] not in _AT or opening[1] not in _POINTING:
        return ""
    if opening[2] not in reading.lexicon.lists["meetings"]:
        return ""
    before = [one for one in reading.gatherings_in(clause.paragraph) if one.sentence[1] == begin]
    dated = before[-1].dated if before else None
    return dated.edtf if dated and dated.edtf else ""
