"""What talk was about where the topic stands first: "On the final stage, the two discussed a road map"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.statements import plain_statement
from briefing_app.drafting.values import replace

if TYPE_CHECKING:
    from briefing_app.drafting.clauses import Clause
    from briefing_app.drafting.commitments import Commitment
    from briefing_app.drafting.reading import Reading

_ON = frozenset(("on", "regarding", "concerning"))
_LONGEST = 16  # words of the topic
_SETTINGS = frozenset(("margins", "sidelines", "sideline", "fringes", "day", "eve", "occasion", "behalf"))


def with_topic(reading: Reading, clause: Clause, one: Commitment) -> Commitment:
    """Return what was discussed with the topic that opens its sentence, as it is where none does.

    Args:
        reading: what was read.
        clause: the one that it was taken from.
        one: what was taken.
    """
    paragraph = reading.paragraph(clause.paragraph)
    tokens, begin, who = paragraph.tokens, clause.sentence[0], clause.subject
    if one.rule != "discuss" or who is None or tokens[begin].low not in _ON:
        return one
    comma = who.first - 1
    if not 1 < comma - begin <= _LONGEST or tokens[comma].text != ",":
        return one
    dated = any(
        tokens[begin].start <= each.start < tokens[comma].start
        for each in reading.dates[clause.paragraph - 1]
    )
    if dated or _SETTINGS & {token.low for token in tokens[begin:comma]}:
        return one
    topic = plain_statement(paragraph, begin, comma)
    ((number, _, end),) = one.proofs
    said = f"{one.statement} {topic[:1].lower()}{topic[1:]}"
    return replace(one, statement=said, proofs=((number, begin, end),))
