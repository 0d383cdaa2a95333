"""The sides of a meeting of which the text does not say who they are: "the two sides agreed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.drafting.clauses import Clause
    from briefing_app.drafting.reading import Reading

# Two parties without a code; what they hold stands without parties.
NAMELESS = ("", "")
_PAIR = 2


def is_of_two(reading: Reading, clause: Clause) -> bool:
    """Tell whether a clause is of "the two sides", "both ministers", or of "they" who are those.

    Args:
        reading: what was read.
        clause: the verb of commitment.
    """
    actor = clause.subject
    if actor and actor.kind == "pronoun" and actor.head == "they":
        acting = reading.actors[clause.paragraph - 1]
        before = [a for a in acting if a.end <= actor.first and a.is_plural and not a.governed]
        actor = before[-1] if before else None
    if actor is None or actor.kind != "group" or actor.codes or actor.people or actor.governed:
        return False
    return actor.count == _PAIR or (actor.head == "sides" and not actor.count)
