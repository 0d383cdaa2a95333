"""A commitment as the grammar drafts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from briefing_app.drafting.proofs import Proof
    from briefing_app.model.agreements import Kind


@dataclass(frozen=True, slots=True)
class Commitment:
    """An agreement as the grammar drafts it.

    Attributes:
        kind: the force of its verb.
        parties: whose it is.
        statement: the clause, without subject and verb.
        proofs: the words that prove it.
        rule: the rule that took it.
        lead: the words from the verb to the statement ("agreed to"), empty where it stands in the statement.
        raw: the statement as it stands in the text.
    """

    kind: Kind
    parties: tuple[str, ...]
    statement: str
    proofs: tuple[Proof, ...]
    rule: str
    lead: str = ""
    raw: str = ""
