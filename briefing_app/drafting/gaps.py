"""What an article does not say and a reader would look for: dates and places that are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.values import dataclass
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing_app.drafting.opcon import OpconDraft
    from briefing_app.model.opcon import Opcon

_STAGES = 3


@dataclass(frozen=True, slots=True)
class GapDraft:
    """Something that the article leaves open (format.md, `gaps`)."""

    text: str
    topic: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Ahead:
    """A meeting ahead, as far as gaps go by it.

    Attributes:
        title: its title.
        dated: the article gives a date.
        placed: the article gives a place.
    """

    title: str
    dated: bool
    placed: bool


def gaps_of(opcon: OpconDraft | Opcon | None, meetings: Iterable[Ahead]) -> tuple[GapDraft, ...]:
    """Return what the article leaves open, the transfer of operational control first.

    Args:
        opcon: what it says of the transfer, or what several articles say together.
        meetings: the meetings ahead.
    """
    found = [*_of_transfer(opcon)] if opcon else []
    for meeting in meetings:
        if not meeting.dated:
            found.append(GapDraft(tr("A date for: {title}", title=meeting.title), None, "gap-meeting-date"))
        elif not meeting.placed:
            found.append(GapDraft(tr("A place for: {title}", title=meeting.title), None, "gap-meeting-place"))
    return tuple(dict.fromkeys(found))


def _of_transfer(opcon: OpconDraft | Opcon) -> Iterator[GapDraft]:
    topic = "OPCON"
    for track in opcon.tracks:
        if track.name is None:
            last = {stage.stage: stage for stage in track.stages}
            for code, stage in last.items():
                if stage.state == "delayed" and stage.when is None:
                    yield GapDraft(tr("A new date for {stage}", stage=code), topic, "gap-stage-date")
                elif stage.state == "planned" and stage.when is None and stage.due is None:
                    yield GapDraft(tr("A date for {stage}", stage=code), topic, "gap-stage-date")
            if len(last) < _STAGES:
                yield GapDraft(tr("The other stages of the transfer"), topic, "gap-stages")
    transfer = opcon.transfer
    date = (transfer.when or transfer.due) if transfer else None
    if date is None or date.edtf is None:
        yield GapDraft(tr("A date for the transfer itself"), topic, "gap-transfer-date")
    if opcon.approach and "condition" in opcon.approach.text.lower() and not opcon.conditions:
        yield GapDraft(tr("The conditions of the transfer"), topic, "gap-conditions")
