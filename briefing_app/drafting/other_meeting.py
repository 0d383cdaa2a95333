"""A meeting beside the event, as the grammar drafts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.proofs import Proof
    from briefing_app.model.meetings import Certainty


@dataclass(frozen=True, slots=True)
class Other:
    """A meeting as the grammar drafts it.

    Attributes:
        title: what it is called.
        dated: its date.
        place: city and country.
        certainty: by the words that speak of it.
        past: the article reports it as held.
        series: the row of meetings that it belongs to.
        parties: who takes part, as far as the clause names them.
        ordinal: its number, 0 where neither said nor inferred.
        inferred: fields that were concluded.
        proofs: the words that prove it.
        rule: the rule that took it.
    """

    title: str
    dated: Dated | None
    place: tuple[str, str] | None
    certainty: Certainty
    past: bool
    series: str
    parties: tuple[str, ...]
    ordinal: int
    inferred: tuple[str, ...]
    proofs: tuple[Proof, ...]
    rule: str
