"""What became of an item, in sentences for people: "kind: agreed -> pledged", "passage added: ¶3 …"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.model.agreements import Agreement
from briefing_app.model.briefing import Unused, items
from briefing_app.model.items import BottomLine, Finding
from briefing_app.model.markup import plain_text, rich_text
from briefing_app.model.opcon import Stage, Transfer
from briefing_app.words import ntr, tr
from briefing_app.workflow.comparing import CHANGE_KINDS, FieldChange
from briefing_app.workflow.field_words import label, panel_word, value_words
from briefing_app.workflow.list_changes import article, members, passage_words, passages, readings
from briefing_app.workflow.text_changes import SHORT, cut, differences, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.canonical import Json
    from briefing_app.model.record import Record
    from briefing_app.workflow.comparing import Change, ChangeKind

_TITLES = ("title", "name", "statement", "about", "stage", "text")  # as problems name things, by the first
_LONGEST_TITLE = 300
_LONGEST_REMINDER = 120  # of the title of a thing that is still there
_LONGEST_NEIGHBOUR = 60


class Naming(NamedTuple):
    """By what names the things of two briefings are called where their changes are told.

    Attributes:
        things: items, sources and unused sentences by their ids; of what is on both sides, as it is after.
        title: of the briefing; of two, of the one after.
        gone: what had these ids before.
        old_title: of the briefing before.
        before: the number of each source before, where it has several.
        after: the same, of the briefing after.
    """

    things: Mapping[str, Record]
    title: str
    gone: Mapping[str, Record]
    old_title: str
    before: Mapping[str, int]
    after: Mapping[str, int]

    def record(self, change: Change) -> Record | None:
        """Return the thing that changed: of two that share an id in two briefings, the one that is meant."""
        return (self.gone if change.change == "removed" else self.things).get(change.item)


def naming(before: Briefing | None, after: Briefing | None) -> Naming:
    """Return the names for the changes from one briefing to another."""
    gone, things = _things(before), _things(after)
    there = [briefing.title for briefing in (before, after) if briefing] or [""]
    return Naming(gone | things, there[-1], gone, there[0], _numbers(before), _numbers(after))


def _things(briefing: Briefing | None) -> dict[str, Record]:
    if briefing is None:
        return {}
    found: dict[str, Record] = {item.id: item for _, item in items(briefing)}
    found |= {source.id: source for source in briefing.sources}
    return found | {unused.id: unused for unused in briefing.unused}


def title_of(change: Change, names: Naming) -> str:
    """Return how the thing that changed calls itself, in one line."""
    if change.panel == "briefing":
        return shown(names.old_title if change.change == "removed" else names.title)
    if change.panel == "glossary":
        return shown(change.item)
    record = names.record(change)
    if record is None or change.panel == "comment":
        return panel_word(change.panel)
    whole = change.change in ("added", "removed")
    return cut(_own_title(record, names), _LONGEST_TITLE if whole else _LONGEST_REMINDER)


def kind_word(kind: ChangeKind) -> str:
    """Return what became of something, in a word."""
    return {
        "added": tr("Added"),
        "removed": tr("Removed"),
        "changed": tr("Changed"),
        "moved": tr("Moved"),
    }[kind]


def count_words(kind: ChangeKind, n: int) -> str:
    """Return "2 changed"."""
    return {
        "added": ntr("{n} added", "{n} added", n),
        "removed": ntr("{n} removed", "{n} removed", n),
        "changed": ntr("{n} changed", "{n} changed", n),
        "moved": ntr("{n} moved", "{n} moved", n),
    }[kind]


def counts(changes: Iterable[Change], *, between: str = ", ") -> str:
    """Return "1 added, 2 changed", empty for no change."""
    n = Counter(change.change for change in changes)
    return between.join(count_words(kind, n[kind]) for kind in CHANGE_KINDS if n[kind])


def sentences(change: Change, names: Naming) -> tuple[str, ...]:
    """Return what became of a thing, each field in a sentence or a few.

    Args:
        change: the change; where all of a thing came or went, each of its fields is told but its title.
        names: from `naming`, of the same two briefings.
    """
    whole = change.change in ("added", "removed")
    told_already = in_title(change, names) if whole else ()
    return tuple(
        sentence
        for field in change.fields
        if field.field not in told_already
        for sentence in _sentences(change, field, names, whole=whole)
    )


def _sentences(change: Change, field: FieldChange, names: Naming, *, whole: bool) -> Iterator[str]:
    name, before, after = field
    found = before if after is None else after
    match name.rpartition(".")[2], found:
        case (("list" | "track" | "tracks" | "behind"), _):
            yield _placed(field, names, whole=whole)
        case "evidence", list():
            yield from passages(field, names.before, names.after, whole=whole)
        case "readings", list():
            yield from readings(field, names.before, names.after, whole=whole)
        case "text", list():
            yield from article(field)
        case _, list():
            yield from members(field, whole=whole)
        case _, dict():
            yield from _parts(change, field, names, whole=whole)
        case _:
            yield from _values(field, whole=whole)


def _parts(change: Change, field: FieldChange, names: Naming, *, whole: bool) -> Iterator[str]:
    """Yield what is told of the fields of a part that came or went as a whole."""
    gone = field.after is None
    found = field.before if gone else field.after
    inner = found.items() if isinstance(found, dict) else ()
    if not inner:
        yield _one_sided(field.field, tr("nothing in it"), gone=gone, whole=whole)
    for key, value in inner:
        sides = (value, None) if gone else (None, value)
        yield from _sentences(change, FieldChange(f"{field.field}.{key}", *sides), names, whole=whole)


def _values(field: FieldChange, *, whole: bool) -> Iterator[str]:
    """Yield what became of a text, a number or a truth value."""
    name, before, after = field
    old, new = value_words(name, before), value_words(name, after)
    if before is None or after is None:
        if whole or not isinstance(after or before, bool):
            told = cut(old if after is None else new, _LONGEST_TITLE)
            yield _one_sided(name, told, gone=after is None, whole=whole)
            return
    elif not name.endswith("digest") and (_is_told_as_text(before, after) or old == new):
        for told in differences(str(before), str(after)):
            yield f"{label(name)}: {told}"
        return
    yield f"{label(name)}: {old} -> {new}"


def _is_told_as_text(before: Json, after: Json) -> bool:
    return max(len(str(before)), len(str(after))) > SHORT


def _one_sided(name: str, told: str, *, gone: bool, whole: bool) -> str:
    if whole:
        return f"{label(name)}: {told}"
    if gone:
        return tr("{field} removed: {value}", field=label(name), value=told)
    return tr("{field} added: {value}", field=label(name), value=told)


# ----------------------------------------------------------------------------------- where it stands


def place_words(name: str, value: Json, names: Naming) -> str:
    """Return where a thing stands on one side of a change.

    Args:
        name: `list`, `track`, `tracks` or `behind`.
        value: what the change tells of it on that side.
        names: from `naming`.
    """
    if name == "list":
        return panel_word(str(value))
    if name == "behind":
        if value is None:
            return tr("the first")
        return tr("behind “{title}”", title=_neighbour(value, names))
    return _track_words(value)


def _placed(field: FieldChange, names: Naming, *, whole: bool) -> str:
    if field.field == "list":
        before, after = panel_word(str(field.before)), panel_word(str(field.after))
        return tr("moved: {before} -> {after}", before=before, after=after)
    if field.field == "behind":
        if field.after is None:
            return tr("moved: now the first")
        return tr("moved: now behind “{title}”", title=_neighbour(field.after, names))
    before, after = _track_words(field.before), _track_words(field.after)
    if whole and field.field == "track":
        return f"{label('track')}: {before if field.after is None else after}"
    return f"{label(field.field)}: {before} -> {after}"


def _neighbour(found: Json, names: Naming) -> str:
    if isinstance(found, str) and found in names.things:
        return cut(_own_title(names.things[found], names), _LONGEST_NEIGHBOUR)
    return _track_words(found)


def _track_words(found: Json) -> str:
    """Return the name of a track, or of another thing that is matched by its name."""
    match found:
        case None:
            return tr("whole force")
        case [name, int(n)]:
            return f"{_track_words(name)} ({n})"
        case list():
            return ", ".join(_track_words(each) for each in found) or tr("none")
    return shown(str(found))


# --------------------------------------------------------------------------------------------- titles


def in_title(change: Change, names: Naming) -> tuple[str, ...]:
    """Return the fields that stand in the title of a thing."""
    if change.panel in ("glossary", "comment"):
        return ()
    if change.panel == "unused":
        return ("passage", "cue")
    if change.panel == "briefing":
        return ("title",)
    record = names.record(change)
    return (
        ("stage", "state")
        if isinstance(record, Stage)
        else tuple([key for key in _TITLES if hasattr(record, key)][:1])
    )


def _own_title(record: Record, names: Naming) -> str:
    if isinstance(record, Unused):
        words = passage_words(record.passage.model_dump(exclude_none=True), names.after or names.before)
        return tr("{passage} ({cue})", passage=words, cue=shown(record.cue))
    if isinstance(record, Transfer):
        return tr("Transfer")
    if isinstance(record, Stage):
        return tr("{stage}, {state}", stage=record.stage, state=value_words("state", record.state))
    text = str(next(getattr(record, key) for key in _TITLES if hasattr(record, key)))
    if isinstance(record, Agreement | BottomLine | Finding):
        text = plain_text(rich_text(text))
    return shown(text)


def _numbers(briefing: Briefing | None) -> dict[str, int]:
    sources = briefing.sources if briefing else ()
    return {source.id: n for n, source in enumerate(sources, 1)} if len(sources) > 1 else {}
