"""The passages that a card holds, by what of the item they prove."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing_app.model.evidence import Passage
    from briefing_app.model.record import Record


class Proofs(NamedTuple):
    """Passages.

    Attributes:
        own: of the item itself.
        outcome: of what became of a meeting.
        readings: of a difference, reading by reading.
    """

    own: tuple[Passage, ...] = ()
    outcome: tuple[Passage, ...] = ()
    readings: tuple[tuple[Passage, ...], ...] = ()


def proofs_of(record: Record) -> Proofs:
    """Return the passages of a record; a new one may lack the fields that hold them."""
    outcome = getattr(record, "outcome", None)
    return Proofs(
        getattr(record, "evidence", ()) or (),
        outcome.evidence if outcome is not None else (),
        tuple(each.evidence for each in getattr(record, "readings", ())),
    )
