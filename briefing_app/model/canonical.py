"""The canonical form of a briefing: equal briefings are equal bytes (format.md, Canonical form)."""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any, TypeAlias

from briefing_app.model.record import Record

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"


def to_data(record: Record) -> dict[str, Any]:
    """Return `record` as JSON data in canonical key order, without what the format does not write."""
    data = {}
    for key in type(record).keys_in_order():
        value = field_data(getattr(record, key))
        if value is not None:
            data[key] = value
    return data


def field_data(value: object) -> Any:  # noqa: ANN401 - JSON
    """Return the value of one key as JSON data in canonical form, None for what the format does not write."""
    return None if value is None or value is False or value == () else _plain(value)


def to_text(record: Record) -> str:
    """Return `record` as the text of a file in canonical form, ending in one LF."""
    return written(to_data(record)) + "\n"


def written(value: object, margin: str = "\n") -> str:
    """Return JSON data as `json.dumps(value, indent=2, ensure_ascii=False)` does, in a third of the time.

    Args:
        value: JSON data of objects, lists, texts, whole numbers and truth values.
        margin: the line break and the blanks before what follows at this depth.
    """
    if isinstance(value, str):
        return encode_basestring(value)
    inner = margin + "  "
    if isinstance(value, dict) and value:
        members = [f"{encode_basestring(key)}: {written(each, inner)}" for key, each in value.items()]
        return f"{{{inner}{f',{inner}'.join(members)}{margin}}}"
    if isinstance(value, list) and value:
        return f"[{inner}{f',{inner}'.join([written(each, inner) for each in value])}{margin}]"
    return str(value) if type(value) is int else json.dumps(value)


def _plain(value: object) -> object:
    if isinstance(value, Record):
        return to_data(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value
