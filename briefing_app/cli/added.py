"""What an article added to a briefing, in lines and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.words import ntr
from briefing_app.workflow.adding_words import groups, heading
from briefing_app.workflow.change_words import naming, title_of
from briefing_app.workflow.comparing import compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.adding import Added


def lines_of(before: Briefing, added: Added) -> Iterator[str]:
    """Yield the lines: which source the article is now, then what became of the items, each with its title.

    Args:
        before: the briefing before.
        added: what was added to it.
    """
    yield heading(added)
    names = naming(before, added.briefing)
    titles = {each.item: title_of(each, names) for each in compare(before, added.briefing)}
    for group in groups(added.laid):
        yield ""
        yield group.words
        yield from (f"  {name}  {titles.get(name, '')}".rstrip() for name in group.items)
    yield ""
    n = len({each.id for each in added.briefing.unused} - {each.id for each in before.unused})
    yield ntr("Not used: {n} sentence", "Not used: {n} sentences", n)


def data_of(added: Added) -> dict[str, object]:
    """Return the same as JSON data: the ids of the items."""
    return {"kind": added.kind, "source": added.source, **{k: [*v] for k, v in added.laid._asdict().items()}}
