"""Compare two briefings: what was added, removed, changed or moved, item by item and field by field.

What is compared is the canonical form (model/canonical.py): there is no change exactly where the two are
equal bytes. Items are matched by their ids, which are never given twice; what has no id, by its name.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections import Counter
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

from briefing_app.model.briefing import LISTS, Briefing
from briefing_app.model.canonical import Json, field_data
from briefing_app.model.items import Item
from briefing_app.model.problems import BriefingError
from briefing_app.model.record import Record
from briefing_app.workflow.opening import open_briefing
from briefing_app.workflow.track_pairs import label_of, pair_tracks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from briefing_app.model.opcon import Opcon
    from briefing_app.workflow.track_pairs import TrackPairs

ChangeKind = Literal["added", "removed", "changed", "moved"]
Panel = Literal[
    "briefing",
    "bottom_line",
    "event",
    "sources",
    "participants",
    "agreements",
    "opcon",
    "meetings",
    "background",
    "differences",
    "gaps",
    "comment",
    "glossary",
    "unused",
]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
PANELS: tuple[Panel, ...] = get_args(Panel)
# The panels in the order in which the brief shows them.
AS_READ: tuple[Panel, ...] = (
    "briefing",
    "event",
    "bottom_line",
    "participants",
    "opcon",
    "meetings",
    "agreements",
    "background",
    "differences",
    "gaps",
    "comment",
    "glossary",
    "sources",
    "unused",
)
# What the briefing says of itself: all keys that are no part with items of its own.
HEAD = ("format", "id", "title", "language", "status", "sample", "marking", "prepared", "signed_off", "as_of")
_NAMED_BY: dict[Panel, str] = {"glossary": "abbreviation"}  # all else by its id
NOTHING = "/dev/null"  # so git calls a file that is not there, on every system


class FieldChange(NamedTuple):
    """What became of one field.

    Attributes:
        field: its dotted path in the item (`when.edtf`), or where the item stands: `list` (`opcon.findings`),
            `track` (its name), `behind` (what it follows of all that kept its place, None for nothing).
        before: JSON data in canonical form, None where it is not written.
        after: the same, of the other briefing.
    """

    field: str
    before: Json
    after: Json


class Change(NamedTuple):
    """What became of one item; `fields` of one that moved and changed tell both.

    Attributes:
        change: `moved` where nothing but its place has changed.
        item: its id; the abbreviation of an entry of the glossary; else the name of the panel, and for the
            briefing itself its id.
        panel: the part of the briefing that it stands in, or stood in where it was removed.
        fields: what differs, in the order of the file; all fields where it was added or removed.
    """

    change: ChangeKind
    item: str
    panel: Panel
    fields: tuple[FieldChange, ...]


_Place: TypeAlias = tuple[str, int]  # the list, and of stages the number of their track
_Key: TypeAlias = tuple[str, str, int]  # what sort of thing, its name, and how many have had it so far
_LISTS = (
    *PANELS[: PANELS.index("opcon")],
    "opcon.approach",
    "opcon.transfer",
    "opcon.tracks",
    "opcon.conditions",
    "opcon.findings",
    *PANELS[PANELS.index("opcon") + 1 :],
)


class _Unit(NamedTuple):
    """One thing that is compared: an item, or what is told as one."""

    key: _Key
    panel: Panel
    place: _Place
    record: Record
    track: Json = None


def read_side(path: Path) -> Briefing | None:
    """Return the briefing at `path`, None where the path is that of nothing (`/dev/null`).

    Raises:
        BriefingError: it cannot be read, or has errors.
    """
    if str(path) in (NOTHING, os.devnull):
        return None
    opened = open_briefing(path)
    if opened.briefing is None:
        raise BriefingError(*opened.problems)
    return opened.briefing


def compare(before: Briefing | None, after: Briefing | None) -> tuple[Change, ...]:
    """Return what differs between two briefings; nothing exactly where their canonical texts are equal.

    Args:
        before: the older one, None for an empty one.
        after: the newer one, likewise.

    Returns:
        One change an item, in the order of the file after; what was removed stands where it stood.
    """
    one, other = before.opcon if before else None, after.opcon if after else None
    pairs = pair_tracks(one.tracks if one else (), other.tracks if other else ())
    old = _lists(before, zip(pairs.numbers, pairs.before, strict=True))
    new = _lists(after, enumerate(pairs.after))
    was = {unit.key: unit for unit in chain.from_iterable(old.values())}
    now = {unit.key for unit in chain.from_iterable(new.values())}
    found = list(_frame(one, other, pairs))
    for place in sorted(old.keys() | new.keys(), key=_in_file):
        found += _of_list(old.get(place, []), new.get(place, []), was, now)
    return tuple(sorted(found, key=lambda change: PANELS.index(change.panel)))


# ------------------------------------------------------------------------------- what stands where


def _lists(briefing: Briefing | None, tracks: Iterable[tuple[int, Json]]) -> dict[_Place, list[_Unit]]:
    """Return all that is compared, by the list that it stands in.

    Args:
        briefing: the briefing, None for an empty one.
        tracks: for each of its tracks the number and the name by which it is known in both briefings.
    """
    found: dict[_Place, list[_Unit]] = {}
    if briefing is None:
        return found
    seen: Counter[tuple[str, str]] = Counter()
    for panel, place, record, track in _rows(briefing, tracks):
        sort = "item" if isinstance(record, Item) else panel
        name = panel if panel == "comment" else getattr(record, _NAMED_BY.get(panel, "id"))
        seen[sort, name] += 1
        found.setdefault(place, []).append(_Unit((sort, name, seen[sort, name]), panel, place, record, track))
    return found


_Row: TypeAlias = tuple[Panel, _Place, Record, Json]


def _rows(briefing: Briefing, tracks: Iterable[tuple[int, Json]]) -> Iterator[_Row]:
    yield "briefing", ("briefing", 0), briefing, None
    singles: tuple[tuple[Panel, Record | None], ...] = (
        ("bottom_line", briefing.bottom_line),
        ("event", briefing.event),
        ("comment", briefing if briefing.comment is not None else None),
    )
    for panel, record in singles:
        if record is not None:
            yield panel, (panel, 0), record, None
    for panel in PANELS:
        if panel in (*LISTS, "sources", "glossary", "unused"):
            for record in getattr(briefing, panel):
                yield panel, (panel, 0), record, None
    if briefing.opcon:
        yield from _opcon_rows(briefing.opcon, tracks)


def _opcon_rows(opcon: Opcon, tracks: Iterable[tuple[int, Json]]) -> Iterator[_Row]:
    lists: tuple[tuple[str, Sequence[Record | None]], ...] = (
        ("opcon.approach", (opcon.approach,)),
        ("opcon.transfer", (opcon.transfer,)),
        ("opcon.conditions", opcon.conditions),
        ("opcon.findings", opcon.findings),
    )
    for name, records in lists:
        for record in records:
            if record is not None:
                yield "opcon", (name, 0), record, None
    for track, (number, label) in zip(opcon.tracks, tracks, strict=True):
        for stage in track.stages:
            yield "opcon", ("opcon.tracks", number), stage, label


def _in_file(place: _Place) -> tuple[int, bool, int]:
    """Return the order of a list in a file; tracks that are gone stand last."""
    name, number = place
    return _LISTS.index(name), number < 0, abs(number)


# --------------------------------------------------------------------------------- what differs


def _frame(before: Opcon | None, after: Opcon | None, pairs: TrackPairs) -> Iterator[Change]:
    """Yield what became of the OPCON panel itself, where what became of its items does not tell it."""
    fields = () if pairs.told else (FieldChange("tracks", [*pairs.before], [*pairs.after]),)
    there = [opcon for opcon in (before, after) if opcon]
    bare = len(there) == 1 and not any(getattr(there[0], key) for key in there[0].keys_in_order())
    if fields or bare:
        kind: ChangeKind = "added" if before is None else "removed" if after is None else "changed"
        yield Change(kind, "opcon", "opcon", fields)


def _of_list(
    before: Sequence[_Unit], after: Sequence[_Unit], was: Mapping[_Key, _Unit], now: set[_Key]
) -> Iterator[Change]:
    """Yield what became of the things in one list, in its order after."""
    kept = _kept([unit.key for unit in before], [unit.key for unit in after])
    led, leads = _leaders(before, kept), _leaders(after, kept)
    gone = _gone(before, {unit.key for unit in after}, now)
    yield from (_whole("removed", unit) for unit in gone.get(None, ()))
    for unit in after:
        old = was.get(unit.key)
        if old is None:
            yield _whole("added", unit)
        elif found := _both_sided(old, unit, _moved(old, unit, led, leads)):
            yield found
        yield from (_whole("removed", each) for each in gone.get(unit.key, ()))


def _gone(before: Sequence[_Unit], here: set[_Key], now: set[_Key]) -> dict[_Key | None, list[_Unit]]:
    """Return what was removed from a list, by what it followed that is still in it."""
    found: dict[_Key | None, list[_Unit]] = {}
    anchor: _Key | None = None
    for unit in before:
        if unit.key in here:
            anchor = unit.key
        elif unit.key not in now:
            found.setdefault(anchor, []).append(unit)
    return found


def _kept(before: Sequence[_Key], after: Sequence[_Key]) -> set[_Key]:
    """Return the most that can be said to have kept its place: a longest common subsequence."""
    places = {key: n for n, key in enumerate(after)}
    common = [key for key in before if key in places]
    ends: list[int] = []  # the least place at which a rising row of each length ends
    tops: list[int] = []  # and where in `common` that is
    links: list[int] = []
    for n, key in enumerate(common):
        length = bisect_left(ends, places[key])
        links.append(tops[length - 1] if length else -1)
        ends[length : length + 1] = [places[key]]
        tops[length : length + 1] = [n]
    found = set()
    n = tops[-1] if tops else -1
    while n >= 0:
        found.add(common[n])
        n = links[n]
    return found


def _leaders(units: Sequence[_Unit], kept: set[_Key]) -> dict[_Key, Json]:
    """Return behind what each of those stands that did not keep its place in a list."""
    found: dict[_Key, Json] = {}
    leader: Json = None
    for unit in units:
        if unit.key in kept:
            leader = label_of(*unit.key[1:])
        else:
            found[unit.key] = leader
    return found


def _moved(
    old: _Unit, unit: _Unit, led: Mapping[_Key, Json], leads: Mapping[_Key, Json]
) -> tuple[FieldChange, ...]:
    """Return how the place of a thing changed, if it did."""
    if old.place[0] != unit.place[0]:
        return (FieldChange("list", old.place[0], unit.place[0]),)
    if old.place != unit.place:
        return (FieldChange("track", old.track, unit.track),)
    if unit.key in leads:
        return (FieldChange("behind", led[unit.key], leads[unit.key]),)
    return ()


def _both_sided(old: _Unit, unit: _Unit, moved: tuple[FieldChange, ...]) -> Change | None:
    one, other = old.record, unit.record
    fields = () if one == other else tuple(_fields(one, other, _keys(unit.panel, one, other)))
    if not moved and not fields:
        return None
    return Change("changed" if fields else "moved", unit.key[1], unit.panel, (*moved, *fields))


def _whole(kind: Literal["added", "removed"], unit: _Unit) -> Change:
    """Return that all of a thing came or went."""
    fields = [FieldChange("track", None, unit.track)] if unit.track is not None else []
    fields += _fields(None, unit.record, _keys(unit.panel, unit.record))
    if kind == "removed":
        fields = [FieldChange(each.field, each.after, None) for each in fields]
    return Change(kind, unit.key[1], unit.panel, tuple(fields))


def _keys(panel: Panel, *records: Record) -> Iterable[str]:
    """Return the fields that are compared of a thing, in the order of the file."""
    if panel == "briefing":
        return HEAD
    if panel == "comment":
        return ("comment",)
    return _keys_of(_NAMED_BY.get(panel, "id"), *map(type, records))


@cache
def _keys_of(name: str, *sorts: type[Record]) -> tuple[str, ...]:
    # What moved to another list may have become another sort of item, with other fields.
    keys = dict.fromkeys(key for sort in reversed(sorts) for key in sort.keys_in_order())
    return tuple(key for key in keys if key != name)


def _fields(before: Record | None, after: Record, keys: Iterable[str]) -> Iterator[FieldChange]:
    for key in keys:
        one, other = getattr(before, key, None), getattr(after, key, None)
        if one == other:
            continue
        if isinstance(one, Record) and isinstance(other, Record):
            for inner in _fields(one, other, type(other).keys_in_order()):
                yield FieldChange(f"{key}.{inner.field}", inner.before, inner.after)
        elif (was := field_data(one)) != (now := field_data(other)):
            yield FieldChange(key, was, now)
