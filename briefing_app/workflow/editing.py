"""Edit a briefing: each edit is a function from a briefing to the next one and what it changed.

No edit leaves a briefing with an error that it did not have: what cannot stand is refused with its problems.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pydantic import ValidationError

from briefing_app.files.validation import problems_of
from briefing_app.model.briefing import Briefing, Expansion, Prepared, items
from briefing_app.model.checks import faults, may_err
from briefing_app.model.items import TLP_LABELS, Item, Marking, Review, Series, When
from briefing_app.model.meetings import Outcome
from briefing_app.model.opcon import Opcon, Track
from briefing_app.model.problems import BriefingError, Place, Problem
from briefing_app.model.record import Record
from briefing_app.model.sources import Difference, Reading
from briefing_app.workflow.fields import value_of
from briefing_app.workflow.step_names import of_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing_app.model.evidence import Passage
    from briefing_app.model.problems import Step, Value

AnyRecord = TypeVar("AnyRecord", bound=Record)
Path = tuple["Step", ...]
WHOLE = ""  # the name of the briefing itself, beside those of its items and sources
_INNER: dict[str, type[Record]] = {
    "series": Series,
    "when": When,
    "due": When,
    "outcome": Outcome,
    "marking": Marking,
    "opcon": Opcon,
    "prepared": Prepared,
}
_DRAFTED = Review(state="drafted")
_LEAST_READINGS = 2


class Changes(NamedTuple):
    """What an edit changed.

    Attributes:
        step: the edit in words, as they follow "Undo:"; empty where nothing changed.
        items: the ids of the items that it touched; a source's id, or `WHOLE` for the briefing itself.
        lost: fields that the item had, and that have no place where it stands now.
    """

    step: str = ""
    items: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


class Line(NamedTuple):
    """A reading of a difference as it is typed: its words, and the passages that prove it."""

    words: str
    evidence: tuple[Passage, ...]


Edited = tuple[Briefing, Changes]
NOTHING = Changes()


def found(briefing: Briefing, name: str) -> tuple[Path, Record]:
    """Return the place and the value of an item or a source, or of the briefing itself.

    Raises:
        KeyError: the briefing has none of that name.
    """
    if name == WHOLE:
        return (), briefing
    for steps, item in items(briefing):
        if item.id == name:
            return steps, item
    for n, source in enumerate(briefing.sources):
        if source.id == name:
            return ("sources", n), source
    raise KeyError(name)


def item_of(briefing: Briefing, name: str) -> Item:
    """Return an item by its id.

    Raises:
        KeyError: there is none.
    """
    value = found(briefing, name)[1]
    if not isinstance(value, Item):
        raise KeyError(name)
    return value


def with_values(record: AnyRecord, values: Mapping[str, object]) -> AnyRecord:
    """Return a record with other values in some of its fields.

    Args:
        record: the record.
        values: by field; a dotted name reaches into `series`, `when`, `due` and `outcome`, which come and go
            with what they hold. None empties a field.

    Raises:
        BriefingError: the record cannot hold one of the values.
    """
    own: dict[str, Any] = {}
    inner: dict[str, dict[str, object]] = {}
    for name, value in values.items():
        head, _, rest = name.partition(".")
        if isinstance(record, Briefing) and name == "opcon.tracks":
            inner["opcon"] = {"tracks": _tracks_with(record, value)}
        elif rest:
            inner.setdefault(head, {})[rest] = value
        else:
            own[head] = value
    if isinstance(record, Difference) and "readings" in own:
        own["readings"] = _readings_with(record.readings, own["readings"])
    for head, wanted in inner.items():
        own[head] = _inner_with(getattr(record, head), _INNER[head], wanted)
    return made(type(record), _fields_of(record) | own)


def _readings_with(
    there: tuple[Reading, ...], lines: tuple[str, ...] | tuple[Line, ...]
) -> tuple[Reading, ...]:
    """Return the readings of a difference with other words; without passages of its own each keeps its own.

    Raises:
        BriefingError: there are more or fewer lines than readings, too few of them, or one has no passage.
    """
    typed = [each for each in lines if isinstance(each, Line)]
    if not typed and len(lines) != len(there):
        raise _wrong_readings("difference-readings", n=len(there), count=len(lines))
    words = [each for each in lines if isinstance(each, str)]
    found = typed or [Line(line, each.evidence) for each, line in zip(there, words, strict=True)]
    if not all(each.words for each in found):
        raise _wrong_readings("reading-empty")
    if len(found) < _LEAST_READINGS:
        raise _wrong_readings("difference-one-reading")
    bare = next((each for each in found if not each.evidence), None)
    if bare is not None:
        raise _wrong_readings("reading-unproved", value=bare.words)
    return tuple(made(Reading, {"value": each.words, "evidence": each.evidence}) for each in found)


def _wrong_readings(code: str, **values: str | int) -> BriefingError:
    return BriefingError(Problem(code, "error", Place(("readings",)), values))


def new_fields(kind: type[Record], values: Mapping[str, object]) -> dict[str, object]:
    """Return the fields of a record that is new from what a form holds; the names are as in `with_values`.

    Raises:
        BriefingError: the readings of a difference cannot stand.
    """
    own: dict[str, Any] = {name: value for name, value in values.items() if "." not in name}
    if kind is Difference and "readings" in own:
        own["readings"] = _readings_with((), own["readings"])
    inner: dict[str, dict[str, object]] = {}
    for name, value in values.items():
        head, _, rest = name.partition(".")
        if rest:
            inner.setdefault(head, {})[rest] = value
    return own | {head: _inner_with(None, _INNER[head], wanted) for head, wanted in inner.items()}


def _tracks_with(briefing: Briefing, names: object) -> tuple[Track, ...]:
    """Return the tracks with other names, None for the whole force; each keeps its stages.

    Raises:
        BriefingError: there are more or fewer names than tracks.
    """
    tracks = briefing.opcon.tracks if briefing.opcon else ()
    lines = names if isinstance(names, tuple) else ()
    if len(lines) != len(tracks):
        values = {"n": len(tracks), "count": len(lines)}
        raise BriefingError(Problem("opcon-tracks", "error", Place(("opcon", "tracks")), values))
    pairs = zip(tracks, lines, strict=True)
    return tuple(made(Track, {"name": name, "stages": each.stages}) for each, name in pairs)


def _inner_with(
    record: Record | None, kind: type[Record], wanted: Mapping[str, object]
) -> dict[str, object] | None:
    """Return the fields of a record within another one, None where nothing is left in it."""
    fields = (_fields_of(record) if record is not None else {}) | dict(wanted)
    if kind is Marking:
        label = fields.get("label")
        if isinstance(label, str) and label.upper().startswith("TLP") and label not in TLP_LABELS:
            raise BriefingError(_unknown_marking(label))
        fields["scheme"] = "TLP" if label in TLP_LABELS else "custom" if label else None
    kept = {name: value for name, value in fields.items() if value not in (None, ())}
    return kept or None


def _unknown_marking(label: str) -> Problem:
    """Return the problem of a label that looks as one of TLP and is none."""
    values: dict[str, Value] = {"value": label, "known": ", ".join(TLP_LABELS)}
    return Problem("unknown-marking", "error", Place(("marking", "label")), values)


def _fields_of(record: Record) -> dict[str, object]:
    return {name: getattr(record, name) for name in type(record).model_fields}


def made(kind: type[AnyRecord], fields: Mapping[str, object]) -> AnyRecord:
    """Return a record of some fields; those without a value are left out.

    Raises:
        BriefingError: it cannot hold them.
    """
    given = {name: value for name, value in fields.items() if value is not None}
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        raise BriefingError(*problems_of(error)) from error


def placed(record: AnyRecord, steps: Path, value: object) -> AnyRecord:
    """Return a record with a value in the place that a path leads to; no value of a list removes it there.

    Args:
        record: the record.
        steps: the way to the place: keys and 0-based indices.
        value: what comes there, None for nothing.
    """
    changed = _put_in(record, steps, value)
    return record if changed is None else changed


def _put_in(record: Any, steps: Path, value: object) -> Any:  # noqa: ANN401 - records and lists of any kind
    if not steps:
        return value
    head, rest = steps[0], steps[1:]
    if isinstance(head, int):
        inner = _put_in(record[head], rest, value)
        return (*record[:head], *(() if inner is None else (inner,)), *record[head + 1 :])
    return record.model_copy(update={head: _put_in(getattr(record, head), rest, value)})


# ------------------------------------------------------------------------------------------------ edits


def put(
    briefing: Briefing,
    name: str,
    values: Mapping[str, object],
    *,
    review: Review | None = None,
    named: Iterable[Expansion] = (),
) -> Edited:
    """Give some fields of an item, a source or the briefing other values.

    Args:
        briefing: the briefing.
        name: the id of an item or a source, `WHOLE` for the briefing.
        values: by field, as in `with_values`.
        review: what becomes of the item's review; None: it is drafted again.
        named: printed forms of parties that the glossary does not have yet.

    Raises:
        BriefingError: a value cannot stand there, or what is said elsewhere contradicts it.
        KeyError: there is no such item.
    """
    steps, before = found(briefing, name)
    after = with_values(before, values)
    if after == before and (review is None or not isinstance(before, Item) or before.review == review):
        return briefing, NOTHING
    if isinstance(after, Item) and isinstance(before, Item):
        after = after.model_copy(
            update={"review": review or _DRAFTED, "inferred": _still_inferred(after, values)}
        )
    changed = after if isinstance(after, Briefing) else placed(briefing, steps, after)
    changed = with_names(changed, named)
    return settled(briefing, changed, Changes(of_values(before, after), (name,)))


def _still_inferred(item: Item, values: Mapping[str, object]) -> tuple[str, ...]:
    """Return the fields that are marked as inferred, where not just now then those that hold something."""
    if "inferred" in values:
        return item.inferred
    return tuple(path for path in item.inferred if value_of(item, path) not in (None, ()))


def with_names(briefing: Briefing, named: Iterable[Expansion]) -> Briefing:
    """Return a briefing whose glossary has the printed forms of some parties."""
    known = {each.abbreviation for each in briefing.glossary}
    more = tuple(each for each in named if each.abbreviation not in known)
    return briefing.model_copy(update={"glossary": (*briefing.glossary, *more)}) if more else briefing


def settled(before: Briefing, after: Briefing, changes: Changes) -> Edited:
    """Return an edit that can stand: what was signed off is a draft again (format.md, Item).

    Args:
        before: the briefing before the edit.
        after: the one after it.
        changes: what it changed.

    Raises:
        BriefingError: the edit brought an error that was not there.
    """
    if after == before:
        return before, NOTHING
    if after.status != "draft" or after.signed_off is not None:
        after = after.model_copy(update={"status": "draft", "signed_off": None})
    if may_err(after, before) and (wrong := faults(after)):
        known = Counter(map(_told, faults(before)))
        if new := [each for each in wrong if not known[_told(each)]]:
            raise BriefingError(*new)
    return after, changes


def _told(problem: Problem) -> tuple[str, str]:
    return problem.code, str(problem.values)
