"""What of a briefing leaves the house: no rejected item, nothing above a marking, no article text unasked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from briefing_app.model.briefing import LISTS, Briefing, items
from briefing_app.model.items import TLP_LABELS, Item, Marking
from briefing_app.model.opcon import Opcon
from briefing_app.model.problems import BriefingError, Place, Problem

Keep = Callable[[Item], bool]


def exported(
    briefing: Briefing, *, with_article: bool = False, max_marking: str | None = None
) -> tuple[Briefing, int]:
    """Return what is exported of a briefing, and how many items their marking kept out.

    Args:
        briefing: the briefing as it is in the file.
        with_article: keep the embedded texts of the sources.
        max_marking: a TLP 2.0 label or a label of one's own; items above it are left out, and a custom
            label is above it unless equal.

    Returns:
        The briefing, equal to the given one where nothing is left out.

    Raises:
        BriefingError: `marking-too-strict` where the whole or its bottom line is above the marking;
            `bottom-line-rejected` where there is no bottom line to export.
    """
    _refuse(briefing, max_marking)
    proved = _filtered(briefing, lambda item: item.review.state != "rejected")
    kept = _filtered(proved, lambda item: _within(item.marking, max_marking))
    if not with_article and any(source.text for source in kept.sources):
        sources = tuple(source.model_copy(update={"text": ()}) for source in kept.sources)
        kept = kept.model_copy(update={"sources": sources})
    return kept, _count(proved) - _count(kept)


def _refuse(briefing: Briefing, most: str | None) -> None:
    """Raise where what every briefing must have cannot be exported."""
    if briefing.bottom_line.review.state == "rejected":
        raise BriefingError(
            Problem("bottom-line-rejected", "error", Place(("bottom_line", "review", "state")))
        )
    for marking, steps in ((briefing.marking, ()), (briefing.bottom_line.marking, ("bottom_line",))):
        if marking and not _within(marking, most):
            values = {"label": marking.label, "most": most or ""}
            raise BriefingError(Problem("marking-too-strict", "error", Place((*steps, "marking")), values))


def _within(marking: Marking | None, most: str | None) -> bool:
    """Tell whether a marking is at most as strict as the one asked for."""
    if most is None or marking is None:
        return True
    if marking.scheme == "TLP" and marking.label in TLP_LABELS and most in TLP_LABELS:
        return TLP_LABELS.index(marking.label) >= TLP_LABELS.index(most)
    return marking.label == most


def _count(briefing: Briefing) -> int:
    return sum(1 for _ in items(briefing))


def _filtered(briefing: Briefing, keep: Keep) -> Briefing:
    """Return the briefing without the items that are not kept; itself where all are."""
    if all(keep(item) for _, item in items(briefing)):
        return briefing
    update: dict[str, Any] = {name: tuple(filter(keep, getattr(briefing, name))) for name in LISTS}
    update["event"] = briefing.event if briefing.event and keep(briefing.event) else None
    update["opcon"] = _opcon(briefing.opcon, keep) if briefing.opcon else None
    return briefing.model_copy(update=update)


def _opcon(opcon: Opcon, keep: Keep) -> Opcon | None:
    """Return the transition without the items that are not kept; None where none is."""
    tracks = ((track, tuple(filter(keep, track.stages))) for track in opcon.tracks)
    kept = Opcon(
        approach=opcon.approach if opcon.approach and keep(opcon.approach) else None,
        transfer=opcon.transfer if opcon.transfer and keep(opcon.transfer) else None,
        tracks=tuple(track.model_copy(update={"stages": stages}) for track, stages in tracks if stages),
        conditions=tuple(filter(keep, opcon.conditions)),
        findings=tuple(filter(keep, opcon.findings)),
    )
    return None if kept == Opcon() else kept
