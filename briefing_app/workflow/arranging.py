"""Add, duplicate, delete, reorder and move items, and give them passages."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing_app.model.agreements import Agreement
from briefing_app.model.briefing import Briefing, items
from briefing_app.model.items import Finding, Gap, Item, Review
from briefing_app.model.meetings import Event, Meeting
from briefing_app.model.opcon import Approach, Condition, Opcon, Stage, Track, Transfer
from briefing_app.model.people import Participant
from briefing_app.model.sources import Difference
from briefing_app.words import tr
from briefing_app.workflow.editing import (
    NOTHING,
    Changes,
    found,
    item_of,
    made,
    new_fields,
    placed,
    settled,
    with_names,
    with_values,
)
from briefing_app.workflow.step_names import noun_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from random import Random

    from briefing_app.model.briefing import Expansion
    from briefing_app.model.evidence import Passage
    from briefing_app.workflow.editing import Edited, Path

Part = Literal[
    "event", "participants", "agreements", "meetings", "background", "differences", "gaps",
    "approach", "transfer", "stages", "conditions", "findings",
]  # fmt: skip
_CHARACTERS = string.ascii_lowercase + string.digits
_RANDOM = 6
_DRAFTED = Review(state="drafted")


class _Kind(NamedTuple):
    """What stands in a part: the kind of record, and the letter that its ids begin with."""

    record: type[Item]
    letter: str


def _kinds() -> dict[Part, _Kind]:
    return {
        "event": _Kind(Event, ""),
        "participants": _Kind(Participant, "p"),
        "agreements": _Kind(Agreement, "a"),
        "meetings": _Kind(Meeting, "m"),
        "background": _Kind(Finding, "b"),
        "differences": _Kind(Difference, "d"),
        "gaps": _Kind(Gap, "g"),
        "approach": _Kind(Approach, "o"),
        "transfer": _Kind(Transfer, "o"),
        "stages": _Kind(Stage, "o"),
        "conditions": _Kind(Condition, "o"),
        "findings": _Kind(Finding, "o"),
    }


def record_of(part: Part) -> type[Item]:
    """Return the kind of record that stands in a part."""
    return _kinds()[part].record


def blank(part: Part) -> Item:
    """Return a record of a part that holds nothing yet, to fill a form from; it is no item."""
    return record_of(part).model_construct()  # type: ignore[call-arg]


def part_of(briefing: Briefing, name: str) -> Part | None:
    """Return the part that an item stands in, None for the bottom line.

    Raises:
        KeyError: there is no such item.
    """
    steps, _ = found(briefing, name)
    keys = [step for step in steps if isinstance(step, str)]
    last = keys[-1] if keys else ""
    return next((part for part in _kinds() if part == last), None)


def new_id(briefing: Briefing, part: Part, chance: Random) -> str:
    """Return a new id: the part's letter and six random characters (format.md, Item)."""
    letter = _kinds()[part].letter
    if not letter:
        return part
    return fresh_id(letter, taken_ids(briefing), chance)


def taken_ids(briefing: Briefing) -> set[str]:
    """Return the ids of all items and unused sentences."""
    return {item.id for _, item in items(briefing)} | {each.id for each in briefing.unused}


def fresh_id(letter: str, taken: Container[str], chance: Random) -> str:
    """Return an id of a letter and six random characters that is not taken."""
    while True:
        name = f"{letter}-{''.join(chance.choices(_CHARACTERS, k=_RANDOM))}"
        if name not in taken:
            return name


def add(
    briefing: Briefing,
    part: Part,
    values: Mapping[str, object],
    chance: Random,
    *,
    evidence: Iterable[Passage] = (),
    after: str = "",
    named: Iterable[Expansion] = (),
) -> Edited:
    """Add an item that a person wrote.

    Args:
        briefing: the briefing.
        part: where it stands.
        values: its fields.
        chance: where its id is taken from.
        evidence: the passages that prove it.
        after: the item that it follows in the same part, empty for the end.
        named: printed forms of parties that the glossary does not have yet.

    Raises:
        BriefingError: the item cannot hold a value, or cannot stand there.
    """
    kind = _kinds()[part].record
    name = new_id(briefing, part, chance)
    given = {"id": name, "evidence": tuple(evidence), "review": _DRAFTED, "origin": "person"}
    item = made(kind, {**new_fields(kind, values), **given})
    changed = with_names(_with_item(briefing, part, item, after), named)
    return settled(briefing, changed, Changes(tr("add {noun}", noun=noun_of(item)), (name,)))


def _with_item(briefing: Briefing, part: Part, item: Item, after: str) -> Briefing:
    """Return a briefing with an item in a part: behind another one, else at the end."""
    if part == "event":
        return briefing.model_copy(update={"event": item})
    if part in ("participants", "agreements", "meetings", "background", "differences", "gaps"):
        there: tuple[Item, ...] = getattr(briefing, part)
        return briefing.model_copy(update={part: _inserted(there, item, after)})
    opcon = briefing.opcon or Opcon()
    if part == "stages":
        return briefing.model_copy(update={"opcon": _with_stage(opcon, item, after)})
    if part in ("approach", "transfer"):
        return briefing.model_copy(update={"opcon": opcon.model_copy(update={part: item})})
    there = getattr(opcon, part)
    return briefing.model_copy(
        update={"opcon": opcon.model_copy(update={part: _inserted(there, item, after)})}
    )


def _with_stage(opcon: Opcon, item: Item, after: str) -> Opcon:
    tracks = opcon.tracks or (Track(),)
    at = next((n for n, track in enumerate(tracks) if any(s.id == after for s in track.stages)), 0)
    stages = _inserted(tracks[at].stages, item, after)
    track = tracks[at].model_copy(update={"stages": stages})
    return opcon.model_copy(update={"tracks": (*tracks[:at], track, *tracks[at + 1 :])})


def _inserted(there: tuple[Item, ...], item: Item, after: str) -> tuple[Item, ...]:
    at = next((n for n, each in enumerate(there, 1) if each.id == after), len(there))
    return (*there[:at], item, *there[at:])


def duplicate(briefing: Briefing, name: str, chance: Random) -> Edited:
    """Add a copy of an item behind it, with an id of its own; there is only one event and bottom line.

    Raises:
        KeyError: there is no such item.
    """
    item, part = item_of(briefing, name), part_of(briefing, name)
    if part is None or part in ("event", "approach", "transfer"):
        return briefing, NOTHING
    fresh = new_id(briefing, part, chance)
    given = {"id": fresh, "review": _DRAFTED, "origin": "person", "inferred": ()}
    copy = item.model_copy(update=given)
    changed = _with_item(briefing, part, copy, name)
    return settled(briefing, changed, Changes(tr("duplicate {noun}", noun=noun_of(item)), (fresh,)))


def remove(briefing: Briefing, name: str) -> Edited:
    """Delete an item; the bottom line, which every briefing has, stays.

    Raises:
        KeyError: there is no such item.
    """
    item = item_of(briefing, name)
    if part_of(briefing, name) is None:
        return briefing, NOTHING
    changed = _without(briefing, name)
    return settled(briefing, changed, Changes(tr("delete {noun}", noun=noun_of(item)), (name,)))


def _without(briefing: Briefing, name: str) -> Briefing:
    """Return a briefing without an item, and without what of the transition then holds nothing."""
    changed = placed(briefing, found(briefing, name)[0], None)
    if changed.opcon is None:
        return changed
    tracks = tuple(track for track in changed.opcon.tracks if track.stages)
    opcon = changed.opcon.model_copy(update={"tracks": tracks})
    return changed.model_copy(update={"opcon": None if opcon == Opcon() else opcon})


def merge(briefing: Briefing, name: str, other: str) -> Edited:
    """Let a participant be one person with another one: the other's names become other names of the first.

    Args:
        briefing: the briefing.
        name: the id of the participant that stays, with all that is said of it.
        other: the id of the one that goes; its passages prove the first one, too.

    Raises:
        KeyError: one of them is no participant.
    """
    people = {each.id: each for each in briefing.participants}
    one, gone = people[name], people[other]
    if one is gone:
        return briefing, NOTHING
    names = dict.fromkeys((*one.other_names, gone.name, *gone.other_names))
    names.pop(one.name, None)
    missing = ("role", "organisation", "side")
    filled = {key: getattr(gone, key) for key in missing if getattr(one, key) is None}
    values = {
        "other_names": tuple(names),
        "evidence": tuple(dict.fromkeys((*one.evidence, *gone.evidence))),
        "review": _DRAFTED,
        **{key: value for key, value in filled.items() if value is not None},
    }
    rest = tuple(each for each in briefing.participants if each is not gone)
    merged = tuple(with_values(each, values) if each is one else each for each in rest)
    changed = briefing.model_copy(update={"participants": merged})
    words = tr("merge {other} with {name}", other=gone.name, name=one.name)
    return settled(briefing, changed, Changes(words, (name, other)))


def reorder(briefing: Briefing, name: str, by: Literal[-1, 1]) -> Edited:
    """Let an item change places with the one before (-1) or behind it (1), of those it is shown among.

    Raises:
        KeyError: there is no such item.
    """
    steps, _ = found(briefing, name)
    if not steps or not isinstance(steps[-1], int):
        return briefing, NOTHING
    there = _list_at(briefing, steps[:-1])
    at = steps[-1]
    beside = [n for n in _order(at, by, len(there)) if _group(there[n]) == _group(there[at])]
    if not beside:
        return briefing, NOTHING
    other = beside[0]
    swapped = list(there)
    swapped[at], swapped[other] = there[other], there[at]
    changed = placed(briefing, steps[:-1], tuple(swapped))
    words = tr("move {noun} up", noun=noun_of(there[at])) if by < 0 else ""
    words = words or tr("move {noun} down", noun=noun_of(there[at]))
    return settled(briefing, changed, Changes(words, (name,)))


def _order(at: int, by: int, count: int) -> range:
    return range(at - 1, -1, -1) if by < 0 else range(at + 1, count)


def _list_at(briefing: Briefing, steps: Path) -> tuple[Item, ...]:
    value: object = briefing
    for step in steps:
        value = value[step] if isinstance(step, int) else getattr(value, step)  # type: ignore[index]
    assert isinstance(value, tuple)  # noqa: S101 - `steps` leads to a list
    return value


def _group(item: Item) -> object:
    """Return what an item is shown among others of, and never the rejected ones beside the others."""
    rejected = item.review.state == "rejected"
    return (
        rejected,
        getattr(item, "kind", None),
        getattr(item, "capacity", None),
        getattr(item, "stage", None),
    )


def can_move(briefing: Briefing, name: str) -> tuple[Part, ...]:
    """Return the other parts that an item can stand in: what is a text in one is a text in another."""
    part = part_of(briefing, name)
    texts: tuple[Part, ...] = ("agreements", "background", "findings", "gaps")
    return tuple(each for each in texts if each != part) if part in texts else ()


def move(briefing: Briefing, name: str, to: Part) -> Edited:
    """Let an item stand in another part; it keeps its id, its proof and its text.

    Returns:
        The edit; its changes name the fields that have no place there.

    Raises:
        BriefingError: its text cannot stand there (a gap is one line).
        KeyError: there is no such item.
    """
    item = item_of(briefing, name)
    if to not in can_move(briefing, name):
        return briefing, NOTHING
    kind = record_of(to)
    has = {key: getattr(item, key) for key in type(item).model_fields}
    text = has.pop("statement", None) or has.pop("text")
    fields = {key: value for key, value in has.items() if key in kind.model_fields}
    fields |= {"statement": text, "kind": "assessed"} if to == "agreements" else {"text": text}
    fields["review"] = _DRAFTED
    fields["inferred"] = tuple(path for path in item.inferred if path.partition(".")[0] in fields)
    lost = tuple(key for key, value in has.items() if key not in kind.model_fields and value)
    changed = _with_item(_without(briefing, name), to, made(kind, fields), "")
    words = tr("move {noun} to {part}", noun=noun_of(item), part=part_word(to))
    return settled(briefing, changed, Changes(words, (name,), lost))


def part_word(part: Part) -> str:
    """Return what a part is called on screen and on paper."""
    return {
        "event": tr("Event"),
        "participants": tr("Participants"),
        "agreements": tr("Agreements"),
        "meetings": tr("Meetings"),
        "background": tr("Background"),
        "differences": tr("Differences"),
        "gaps": tr("Not in the source"),
        "approach": tr("OPCON approach"),
        "transfer": tr("OPCON transfer"),
        "stages": tr("OPCON stages"),
        "conditions": tr("OPCON conditions"),
        "findings": tr("OPCON findings"),
    }[part]
