"""Who attended, who observed and who is only mentioned."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from briefing_app.model.items import Item
from briefing_app.model.parties import Party
from briefing_app.model.record import Text

Capacity = Literal["head", "member", "observer", "mentioned"]


class Participant(Item):
    """A person as the source reports them; mentioned people did not attend."""

    name: Text
    other_names: tuple[Text, ...] = ()
    role: Text | None = None
    organisation: Text | None = None
    side: Party | None = None
    capacity: Capacity
    acting: Annotated[bool, Field(strict=True)] = False
