"""What became of the lists in an item, in sentences: its passages, its readings, its parties."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from briefing_app.model.canonical import Json, written
from briefing_app.words import ntr, tr
from briefing_app.workflow.comparing import FieldChange
from briefing_app.workflow.field_words import label, list_words, value_words
from briefing_app.workflow.text_changes import cut, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Data: TypeAlias = dict[str, Json]
_SAME = ("source", "start", "end")  # passages that have these in common are one that changed
_REST = ("paragraph", "prefix", "suffix", "page")
_LONGEST_READING = 120


def members(field: FieldChange, *, whole: bool) -> Iterator[str]:
    """Yield what became of a list of texts.

    Args:
        field: the list before and after.
        whole: the item that it is in came or went with it.
    """
    name = field.field
    old, new = _list(field.before), _list(field.after)
    if whole:
        yield f"{label(name)}: {list_words(name, new or old)}"
        return
    gone, come = _less(old, new), _less(new, old)
    if gone:
        yield tr("{field} removed: {value}", field=label(name), value=list_words(name, gone))
    if come:
        yield tr("{field} added: {value}", field=label(name), value=list_words(name, come))
    if _turned(old, new):
        yield tr("{field} in another order: {value}", field=label(name), value=list_words(name, new))


def passages(
    field: FieldChange, before: Mapping[str, int], after: Mapping[str, int], *, whole: bool
) -> Iterator[str]:
    """Yield what became of the passages that prove something.

    Args:
        field: the passages before and after.
        before: the number of each source before, where there are several.
        after: the same, after.
        whole: the item that they prove came or went with them.
    """
    name = label(field.field)
    old, new = _list(field.before), _list(field.after)
    if whole:
        for each in new or old:
            yield f"{name}: {passage_words(each, after if new else before)}"
        return
    pairs, gone, come = _paired(old, new, _SAME)
    for one, other in pairs:
        changed = ", ".join(_passage_changes(one, other))
        words = passage_words(other, after)
        yield tr("{field} changed: {passage}: {changes}", field=name, passage=words, changes=changed)
    for each in gone:
        yield tr("{field} removed: {passage}", field=name, passage=passage_words(each, before))
    for each in come:
        yield tr("{field} added: {passage}", field=name, passage=passage_words(each, after))
    if _turned(old, new):
        yield tr("{field} in another order", field=name)


def readings(
    field: FieldChange, before: Mapping[str, int], after: Mapping[str, int], *, whole: bool
) -> Iterator[str]:
    """Yield what became of the readings of a difference; the arguments are those of `passages`."""
    old, new = _list(field.before), _list(field.after)
    if whole:
        for each in new or old:
            yield tr("reading: {value}", value=_reading(each))
        return
    pairs, gone, come = _paired(old, new, ("value",))
    for one, other in pairs:
        inner = FieldChange("evidence", _data(one).get("evidence"), _data(other).get("evidence"))
        for told in passages(inner, before, after, whole=False):
            yield tr("reading “{value}”, {told}", value=_reading(other), told=told)
    for each in gone:
        yield tr("reading removed: {value}", value=_reading(each))
    for each in come:
        yield tr("reading added: {value}", value=_reading(each))
    if _turned(old, new):
        yield tr("readings in another order")


def article(field: FieldChange) -> Iterator[str]:
    """Yield what became of the text of a source, without the text."""
    old, new = _list(field.before), _list(field.after)
    if not old:
        yield ntr("text: kept in the file, {n} paragraph", "text: kept in the file, {n} paragraphs", len(new))
    elif not new:
        yield tr("text: not kept in the file any more")
    else:
        start = next((n for n, pair in enumerate(zip(old, new, strict=False), 1) if pair[0] != pair[1]), 0)
        n = sum(1 for pair in zip(old, new, strict=False) if pair[0] != pair[1]) + abs(len(old) - len(new))
        start = start or min(len(old), len(new)) + 1
        yield ntr(
            "text: {n} paragraph differs, ¶{start}",
            "text: {n} paragraphs differ, from ¶{start}",
            n,
            start=start,
        )


def passage_words(passage: Json, numbers: Mapping[str, int]) -> str:
    """Return "¶3 “first words … last words”", with the number of the source if there are several."""
    data = _data(passage)
    number = numbers.get(str(data["source"]))
    mark = f"{number} ¶{data['paragraph']}" if number else f"¶{data['paragraph']}"
    words = shown(str(data["start"]))
    if "end" in data:
        words = tr("{start} … {end}", start=words, end=shown(str(data["end"])))
    return f"{mark} “{cut(words)}”"


def _passage_changes(before: Json, after: Json) -> Iterator[str]:
    one, other = _data(before), _data(after)
    for key in _REST:
        if one.get(key) != other.get(key):
            old, new = value_words(key, one.get(key)), value_words(key, other.get(key))
            yield f"{label(key)} {old} -> {new}"
    if one.get("digest") != other.get("digest"):
        yield tr("the words within it")


def _reading(reading: Json) -> str:
    return cut(shown(str(_data(reading)["value"])), _LONGEST_READING)


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _data(value: Json) -> Data:
    return value if isinstance(value, dict) else {}


def _less(found: list[Json], others: list[Json]) -> list[Json]:
    """Return the members of a list that another has not, or not as often."""
    left = Counter(map(written, others))
    rest = []
    for each in found:
        text = written(each)
        if left[text]:
            left[text] -= 1
        else:
            rest.append(each)
    return rest


def _same(one: Json, other: Json, keys: tuple[str, ...]) -> bool:
    return all(_data(one).get(key) == _data(other).get(key) for key in keys)


def _turned(old: list[Json], new: list[Json]) -> bool:
    """Tell whether what two lists have in common stands in another order."""
    return _less(old, _less(old, new)) != _less(new, _less(new, old))


def _paired(
    old: list[Json], new: list[Json], keys: tuple[str, ...]
) -> tuple[list[tuple[Json, Json]], list[Json], list[Json]]:
    """Return of what differs the pairs that have `keys` in common, and what is gone and what came besides."""
    gone, come = _less(old, new), _less(new, old)
    pairs: list[tuple[Json, Json]] = []
    left: list[Json] = []
    for one in gone:
        other = next((each for each in come if _same(one, each, keys)), None)
        if other is None:
            left.append(one)
        else:
            come.remove(other)
            pairs.append((one, other))
    return pairs, left, come
