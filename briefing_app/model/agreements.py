"""What the parties agreed, said again, pledged, hold to be so, or talked about."""

from __future__ import annotations

from typing import Literal, get_args

from briefing_app.model.items import Item
from briefing_app.model.parties import Party
from briefing_app.model.record import Markdown, Text

Kind = Literal["agreed", "reaffirmed", "pledged", "assessed", "discussed"]
# In this order, the weight of the commitment falls.
KINDS: tuple[Kind, ...] = get_args(Kind)


class Agreement(Item):
    """One commitment or position; the force of its verb is data."""

    statement: Markdown
    kind: Kind
    parties: tuple[Party, ...] = ()
    topic: Text | None = None
    attribution: Text | None = None
    quote: Text | None = None
