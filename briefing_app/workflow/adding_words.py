"""What an article brought to a briefing, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from briefing_app.workflow.adding import Added
    from briefing_app.workflow.laying import Laid


class Group(NamedTuple):
    """Items that the same became of: how many, in words, and their ids."""

    words: str
    items: tuple[str, ...]


def heading(added: Added) -> str:
    """Return which source the article is now."""
    source = next(each for each in added.briefing.sources if each.id == added.source)
    if added.kind == "corrected":
        return tr("Corrected version of source {id}: {title}", id=source.id, title=source.title)
    return tr("Added as source {id}: {title}", id=source.id, title=source.title)


def groups(laid: Laid) -> tuple[Group, ...]:
    """Return what became of the items, without what became of none."""
    gained, new, differing, reopened, answered = map(len, laid)
    words = (
        ntr("{n} item gained a passage", "{n} items gained a passage", gained),
        ntr("{n} new item", "{n} new items", new),
        ntr("{n} difference proposed", "{n} differences proposed", differing),
        ntr("{n} decided item reopened", "{n} decided items reopened", reopened),
        ntr("{n} gap answered", "{n} gaps answered", answered),
    )
    return tuple(Group(told, found) for told, found in zip(words, laid, strict=True) if found)


def summary(laid: Laid) -> str:
    """Return the same in one line."""
    return ", ".join(group.words for group in groups(laid)) or tr("nothing that is not in the briefing")
