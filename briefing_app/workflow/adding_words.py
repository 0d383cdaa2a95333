"""What an article added to a briefing: in one line, in lines, and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.words import ntr, tr
from briefing_app.workflow.change_words import naming, title_of
from briefing_app.workflow.comparing import compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.sources import Source
    from briefing_app.workflow.adding import Added


def lines_of(before: Briefing, added: Added) -> Iterator[str]:
    """Yield the lines: which source the article is now, then what became of the items, each with its title.

    Args:
        before: the briefing before.
        added: what was added to it.
    """
    source = source_in(added)
    if added.kind == "corrected":
        yield tr("Corrected version of source {id}: {title}", id=source.id, title=source.title)
    else:
        yield tr("Added as source {id}: {title}", id=source.id, title=source.title)
    names = naming(before, added.briefing)
    titles = {each.item: title_of(each, names) for each in compare(before, added.briefing)}
    for words, found in _groups(added):
        if found:
            yield ""
            yield words
            yield from (f"  {name}  {titles.get(name, '')}".rstrip() for name in found)
    yield ""
    n = len({each.id for each in added.briefing.unused} - {each.id for each in before.unused})
    yield ntr("Not used: {n} sentence", "Not used: {n} sentences", n)


def line_of(added: Added) -> str:
    """Return in one line which source the article is now, and what became of how many items."""
    found = [words for words, items in _groups(added) if items]
    what = ", ".join(found) or tr("no item is another one")
    id_ = source_in(added).id
    if added.kind == "corrected":
        return tr("Corrected version of source {id}: {what}.", id=id_, what=what)
    return tr("Added as source {id}: {what}.", id=id_, what=what)


def source_in(added: Added) -> Source:
    """Return the source that the article is now."""
    return next(each for each in added.briefing.sources if each.id == added.source)


def _groups(added: Added) -> Iterator[tuple[str, tuple[str, ...]]]:
    laid = added.laid
    n = len(laid.gained)
    yield ntr("{n} item gained a passage", "{n} items gained a passage", n), laid.gained
    n = len(laid.new)
    yield ntr("{n} new item", "{n} new items", n), laid.new
    n = len(laid.differences)
    yield ntr("{n} difference proposed", "{n} differences proposed", n), laid.differences
    n = len(laid.reopened)
    yield ntr("{n} decided item reopened", "{n} decided items reopened", n), laid.reopened
    n = len(laid.answered)
    yield ntr("{n} gap answered", "{n} gaps answered", n), laid.answered


def data_of(added: Added) -> dict[str, object]:
    """Return the same as JSON data: the ids of the items."""
    return {"kind": added.kind, "source": added.source, **{k: [*v] for k, v in added.laid._asdict().items()}}
