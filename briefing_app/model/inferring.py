"""Words for what the source does not state in so many words (format.md, Item: `inferred`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.outline import chips
from briefing_app.words import tr

if TYPE_CHECKING:
    from briefing_app.model.agreements import Agreement
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.items import Item


def with_inferred(words: str, item: Item, *fields: str) -> str:
    """Return the words for some fields of an item; where the source does not state one so, they say it."""
    named = {path.partition(".")[0] for path in item.inferred}
    return f"{words} {tr('(inferred)')}".lstrip() if named.intersection(fields) else words


def parties_inferred(briefing: Briefing, agreement: Agreement) -> str:
    """Return what is said behind an agreement that names parties which its source does not; else ""."""
    said = "parties" in agreement.inferred and chips(briefing, agreement)
    return tr("(parties inferred)") if said else ""
