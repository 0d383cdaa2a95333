"""The OPCON panel of the format, from what the grammar read of it."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from briefing_app.drafting.proofs import passages_of
from briefing_app.drafting.sourcing import SOURCE
from briefing_app.drafting.whens import when_of
from briefing_app.model.items import Finding, Review
from briefing_app.model.opcon import Approach, Condition, Opcon, Stage, Track, Transfer

if TYPE_CHECKING:
    from briefing_app.drafting.opcon import OpconDraft
    from briefing_app.drafting.reading import Reading

_DRAFTED = Review(state="drafted")


def opcon_record(reading: Reading, found: OpconDraft | None) -> Opcon | None:
    """Return the panel, None where the article says nothing of its progress."""
    if found is None:
        return None
    numbers = count(1)

    approach = found.approach and Approach(
        id=f"o{next(numbers)}",
        text=found.approach.text,
        evidence=passages_of(reading, found.approach.proofs, SOURCE),
        review=_DRAFTED,
        origin=f"rule:{found.approach.rule}",
    )
    transfer = found.transfer and Transfer(
        id=f"o{next(numbers)}",
        due=when_of(found.transfer.due, reading.anchor),
        when=when_of(found.transfer.when, reading.anchor),
        note=found.transfer.note,
        evidence=passages_of(reading, found.transfer.proofs, SOURCE),
        review=_DRAFTED,
        origin=f"rule:{found.transfer.rule}",
    )
    return Opcon(
        approach=approach or None,
        transfer=transfer or None,
        tracks=_tracks(reading, found, numbers),
        conditions=_conditions(reading, found, numbers),
        findings=_findings(reading, found, numbers),
    )


def _conditions(reading: Reading, found: OpconDraft, numbers: count[int]) -> tuple[Condition, ...]:
    return tuple(
        Condition(
            id=f"o{next(numbers)}",
            number=each.number,
            text=each.text,
            state=each.state,
            evidence=passages_of(reading, each.proofs, SOURCE),
            review=_DRAFTED,
            origin=f"rule:{each.rule}",
        )
        for each in found.conditions
    )


def _findings(reading: Reading, found: OpconDraft, numbers: count[int]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            id=f"o{next(numbers)}",
            text=each.text,
            topic=each.topic,
            evidence=passages_of(reading, each.proofs, SOURCE),
            review=_DRAFTED,
            origin=f"rule:{each.rule}",
        )
        for each in found.findings
    )


def _tracks(reading: Reading, found: OpconDraft, numbers: count[int]) -> tuple[Track, ...]:
    return tuple(
        Track(
            name=track.name,
            stages=tuple(
                Stage(
                    id=f"o{next(numbers)}",
                    stage=each.stage,
                    state=each.state,
                    due=when_of(each.due, reading.anchor),
                    when=when_of(each.when, reading.anchor),
                    reason=each.reason,
                    note=each.note,
                    evidence=passages_of(reading, each.proofs, SOURCE),
                    review=_DRAFTED,
                    origin=f"rule:{each.rule}",
                )
                for each in track.stages
            ),
        )
        for track in found.tracks
    )
