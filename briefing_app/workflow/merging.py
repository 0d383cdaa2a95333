"""Two changes of one briefing, made apart, as one: field by field, and asked where both changed the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from briefing_app.model.briefing import Briefing
from briefing_app.model.canonical import to_data
from briefing_app.model.checks import faults
from briefing_app.model.problems import BriefingError
from briefing_app.workflow.comparing import compare
from briefing_app.workflow.editing import found

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.model.record import Record
    from briefing_app.workflow.comparing import Change

Side = Literal["mine", "theirs"]
# Records of which a half from each side would say what neither says.
_WHOLE = ("when", "due", "marking", "outcome", "series", "prepared", "signed_off")
_WHERE = ("list", "track", "tracks", "behind")  # where a thing stands, told as if it were a field
_ABSENT = object()  # of a thing that one side does not have
_LISTS = ("participants", "agreements", "meetings", "background", "differences", "gaps", "sources", "unused")
_OPCON_LISTS = ("conditions", "findings")


class Conflict(NamedTuple):
    """What both sides changed, each in its way.

    Attributes:
        name: stands for it in the choices.
        item: the id of the item, source or sentence that it belongs to, empty for the briefing itself.
        field: its dotted path there, empty where it is all of the item.
        before: the value that both began with as JSON data; None where it was absent.
        mine: the value on one side as JSON data; None where it is absent there.
        theirs: the value on the other side.
    """

    name: str
    item: str
    field: str
    before: Any
    mine: Any
    theirs: Any


class Merged(NamedTuple):
    """Two changes as one.

    Attributes:
        briefing: the result, with the choices as they were given, else with `mine`.
        conflicts: what both changed, in the order of the file.
        taken: what the other side changed and is so in the result; of `mine` alone where that was chosen.
    """

    briefing: Briefing
    conflicts: tuple[Conflict, ...]
    taken: tuple[Change, ...]


def merged(
    base: Briefing, mine: Briefing, theirs: Briefing, choices: Mapping[str, Side] | None = None
) -> Merged:
    """Return what was changed on two sides since a common beginning, together.

    Args:
        base: the briefing that both began with.
        mine: the one here.
        theirs: the other one.
        choices: by the name of a conflict, whose value is taken; `mine` where nothing is said.

    Raises:
        BriefingError: together they are no sound briefing, though each is.
    """
    work = _Merge(choices or {})
    tree = work.value((), to_data(base), to_data(mine), to_data(theirs))
    changed = tree != to_data(theirs)
    if changed and (mine.signed_off or theirs.signed_off or tree["status"] != "draft"):
        tree["status"] = "draft"  # nobody has reviewed the two together
        tree.pop("signed_off", None)
    # Each value is one that a side has, and what a record must have is never absent on either.
    briefing = Briefing.model_validate_json(json.dumps(tree, ensure_ascii=False))
    if wrong := faults(briefing):
        raise BriefingError(*wrong)
    return Merged(briefing, tuple(work.conflicts), _taken(compare(base, theirs), compare(mine, briefing)))


def _taken(there: Sequence[Change], here: Sequence[Change]) -> tuple[Change, ...]:
    """Return those of the changes made by a merge that come from the other side."""
    wholes = {(each.panel, each.item, each.change) for each in there}
    afters = {(each.panel, each.item, field.field): field.after for each in there for field in each.fields}
    found = []
    for each in here:
        if each.change in ("added", "removed"):
            found += [each] if (each.panel, each.item, each.change) in wholes else []
            continue
        keys = ((field, (each.panel, each.item, field.field)) for field in each.fields)
        fields = tuple(
            field
            for field, key in keys
            if key in afters and (field.field in _WHERE or afters[key] == field.after)
        )
        if fields:
            found.append(each._replace(fields=fields))
    return tuple(found)


class _Merge:
    """Walks three trees at once, and keeps what it meets on the way."""

    def __init__(self, choices: Mapping[str, Side]) -> None:
        self._choices = choices
        self.conflicts: list[Conflict] = []

    def value(self, steps: tuple[str, ...], base: Any, mine: Any, theirs: Any) -> Any:  # noqa: ANN401 - JSON data
        """Return the value at a place, `_ABSENT` for none."""
        if theirs in (mine, base):
            return mine
        if mine == base:
            return theirs
        last = steps[-1] if steps else ""
        if last == "review":
            return {"state": "drafted"}  # nobody has reviewed what both changed
        if isinstance(mine, dict) and isinstance(theirs, dict) and last not in _WHOLE:
            before = base if isinstance(base, dict) else {}
            return self._object(steps, before, mine, theirs)
        if _are_named(mine) and _are_named(theirs):
            return self._list(steps, base if _are_named(base) else [], mine, theirs)
        return self._choice(steps, base, mine, theirs)

    def _object(
        self, steps: tuple[str, ...], base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]
    ) -> dict[str, Any]:
        found = {}
        for key in dict.fromkeys((*theirs, *mine)):
            three = (each.get(key, _ABSENT) for each in (base, mine, theirs))
            value = self.value((*steps, key), *three)
            if value is not _ABSENT:
                found[key] = value
        return found

    def _list(
        self,
        steps: tuple[str, ...],
        base: Sequence[dict[str, Any]],
        mine: Sequence[dict[str, Any]],
        theirs: Sequence[dict[str, Any]],
    ) -> list[Any]:
        """Merge lists whose members have ids; what one side alone has follows its neighbour there."""
        before, here, there = ({each["id"]: each for each in row} for row in (base, mine, theirs))
        first, second = (here, there) if list(there) == list(before) else (there, here)
        order = list(first)
        ahead = ""
        for name in second:
            if name not in first:
                order.insert(order.index(ahead) + 1 if ahead else 0, name)
            ahead = name
        found = []
        for name in order:
            three = (row.get(name, _ABSENT) for row in (before, here, there))
            value = self.value((*steps, name), *three)
            if value is not _ABSENT:
                found.append(value)
        return found

    def _choice(self, steps: tuple[str, ...], base: Any, mine: Any, theirs: Any) -> Any:  # noqa: ANN401 - JSON
        name = "/".join(steps)
        item, field = _place(steps)
        shown = (None if each is _ABSENT else each for each in (base, mine, theirs))
        self.conflicts.append(Conflict(name, item, field, *shown))
        return theirs if self._choices.get(name) == "theirs" else mine


def _are_named(value: object) -> bool:
    """Tell whether a value is a list whose members all have ids."""
    return isinstance(value, list) and all(isinstance(each, dict) and "id" in each for each in value)


def _place(steps: tuple[str, ...]) -> tuple[str, str]:
    """Return the id of the item or source that a way leads into, and the way on from there."""
    head, *rest = steps
    if head in ("event", "bottom_line"):
        return head.replace("_", "-"), ".".join(rest)
    if head == "opcon" and rest and rest[0] in ("approach", "transfer"):
        return "", ".".join(steps)
    at = 2 if head == "opcon" else 1
    if head in _LISTS or (head == "opcon" and rest and rest[0] in _OPCON_LISTS):
        return (steps[at], ".".join(steps[at + 1 :])) if len(steps) > at else ("", ".".join(steps))
    return "", ".".join(steps)


def item_at(briefing: Briefing, name: str) -> Record | None:
    """Return an item or a source by its id, None where there is none."""
    try:
        return found(briefing, name)[1]
    except KeyError:
        return None
