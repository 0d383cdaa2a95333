"""What an article added to a briefing: in one line, in lines, and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.by_hand import is_by_hand
from briefing_app.words import ntr, tr
from briefing_app.workflow.change_words import naming, sentences, title_of
from briefing_app.workflow.comparing import compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.sources import Source
    from briefing_app.workflow.adding import Added
    from briefing_app.workflow.change_words import Naming
    from briefing_app.workflow.comparing import Change

_APART = ("evidence", "review", "origin", "inferred")
_HOW = ("when.phrase", "when.anchor")  # a date was read
_LONGEST = 160  # characters of what is told of them in one line


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
    changes = {each.item: each for each in compare(before, added.briefing)}
    for words, found in _groups(added):
        if found:
            yield ""
            yield words
        for name in found:
            there = changes.get(name)
            yield f"  {name}  {title_of(there, names) if there else ''}".rstrip()
            if there and found is added.laid.renewed:
                yield from (f"    {each}" for each in _what_it_was(there, names))
    yield ""
    n = len({each.id for each in added.briefing.unused} - {each.id for each in before.unused})
    yield ntr("Not used: {n} sentence", "Not used: {n} sentences", n)


def line_of(before: Briefing, added: Added) -> str:
    """Return in one line which source the article is now, and what became of how many items.

    Of items that a corrected version changed, as many as fit in it are told with what they said before.
    """
    told = _renewed_in_words(before, added) if added.laid.renewed else ""
    found = [
        tr("{what} ({items})", what=words, items=told) if told and items is added.laid.renewed else words
        for words, items in _groups(added)
        if items
    ]
    what = ", ".join(found) or tr("no item is another one")
    id_ = source_in(added).id
    if added.kind == "further" and is_by_hand(added.built.briefing):
        return tr("Added as source {id}: its text alone, nothing was drafted from it.", id=id_)
    if added.kind == "corrected":
        return tr("Corrected version of source {id}: {what}.", id=id_, what=what)
    return tr("Added as source {id}: {what}.", id=id_, what=what)


def _renewed_in_words(before: Briefing, added: Added) -> str:
    """Return what the items that follow a corrected version said before and say now; empty for too many."""
    names = naming(before, added.briefing)
    found = [
        tr("{title}: {change}", title=title_of(each, names), change="; ".join(_what_it_was(each, names)))
        for each in compare(before, added.briefing)
        if each.item in added.laid.renewed and any(_what_it_was(each, names))
    ]
    line = "; ".join(found)
    return line if len(line) <= _LONGEST else ""


def _what_it_was(change: Change, names: Naming) -> tuple[str, ...]:
    """Return what an item said before and says now, without its passages and its review."""
    fields = tuple(
        each
        for each in change.fields
        if each.field not in _HOW and each.field.partition(".")[0] not in _APART
    )
    return sentences(change._replace(fields=fields), names)


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
    n = len(laid.renewed)
    yield ntr("{n} item follows the new words", "{n} items follow the new words", n), laid.renewed
    n = len(laid.gone)
    yield ntr("{n} item rests on words that are gone", "{n} items rest on words that are gone", n), laid.gone
    n = len(laid.reopened)
    yield ntr("{n} decided item reopened", "{n} decided items reopened", n), laid.reopened
    n = len(laid.answered)
    yield ntr("{n} gap answered", "{n} gaps answered", n), laid.answered


def data_of(added: Added) -> dict[str, object]:
    """Return the same as JSON data: the ids of the items."""
    return {"kind": added.kind, "source": added.source, **{k: [*v] for k, v in added.laid._asdict().items()}}
