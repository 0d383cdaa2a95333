"""The transition of operational control: approach, stages, conditions and findings."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from briefing_app.model.items import Finding, Item, When
from briefing_app.model.record import Record, Text

StageCode = Literal["IOC", "FOC", "FMC"]
StageState = Literal["planned", "rehearsed", "delayed", "assessed", "verified"]
STAGES: tuple[StageCode, ...] = get_args(StageCode)


class Approach(Item):
    """How the transfer is to come about ("conditions-based")."""

    text: Text


class Transfer(Item):
    """The date of the transfer itself."""

    due: When | None = None
    when: When | None = None
    note: Text | None = None


class Stage(Item):
    """One entry in the life of a stage; the last entry of a stage is its state.

    Attributes:
        due: when it was to happen.
        when: when it happened, or is now to happen.
    """

    stage: StageCode
    state: StageState
    due: When | None = None
    when: When | None = None
    reason: Text | None = None
    note: Text | None = None


class Track(Record):
    """The stages of the whole force, or of the component that it names."""

    name: Text | None = None
    stages: tuple[Stage, ...] = ()


class Condition(Item):
    """One of the conditions of the transfer."""

    number: Annotated[int, Field(strict=True, ge=1, le=3)] | None = None
    text: Text
    state: Literal["in-progress", "met"] | None = None


class Opcon(Record):
    """All that the sources say of the transition; nothing is filled in from general knowledge."""

    approach: Approach | None = None
    transfer: Transfer | None = None
    tracks: tuple[Track, ...] = ()
    conditions: tuple[Condition, ...] = ()
    findings: tuple[Finding, ...] = ()


def current(track: Track) -> dict[StageCode, Stage]:
    """Return the last entry that is not rejected of each stage that `track` names."""
    return {stage.stage: stage for stage in track.stages if stage.review.state != "rejected"}
