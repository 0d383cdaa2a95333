"""Passages of a briefing given another form wherever they stand: in items, readings, outcomes, unused."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from briefing_app.model.briefing import items
from briefing_app.model.items import Item
from briefing_app.model.meetings import Meeting
from briefing_app.model.sources import Difference
from briefing_app.workflow.editing import placed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage

AnyItem = TypeVar("AnyItem", bound=Item)


def with_source(briefing: Briefing, names: Mapping[str, str]) -> Briefing:
    """Return a briefing whose passages name their sources by other ids; the sources keep theirs."""

    def renamed(passage: Passage) -> Passage:
        return passage.model_copy(update={"source": names.get(passage.source, passage.source)})

    return with_passages(briefing, renamed)


def with_passages(briefing: Briefing, other: Callable[[Passage], Passage]) -> Briefing:
    """Return a briefing with another passage in the place of each."""
    changed = briefing
    for steps, item in items(briefing):
        after = item_with_passages(item, other)
        if after != item:
            changed = placed(changed, steps, after)
    unused = tuple(each.model_copy(update={"passage": other(each.passage)}) for each in briefing.unused)
    return changed.model_copy(update={"unused": unused})


def item_with_passages(item: AnyItem, other: Callable[[Passage], Passage]) -> AnyItem:
    """Return an item with another passage in the place of each of its own and of its readings and outcome."""
    values: dict[str, object] = {"evidence": tuple(map(other, item.evidence))}
    if isinstance(item, Difference):
        values["readings"] = tuple(
            each.model_copy(update={"evidence": tuple(map(other, each.evidence))}) for each in item.readings
        )
    if isinstance(item, Meeting) and item.outcome:
        evidence = tuple(map(other, item.outcome.evidence))
        values["outcome"] = item.outcome.model_copy(update={"evidence": evidence})
    return item.model_copy(update=values)
