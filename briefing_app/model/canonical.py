"""The canonical form of a briefing: equal briefings are equal bytes (format.md, Canonical form)."""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any

from briefing_app.model.record import Record


def to_data(record: Record) -> dict[str, Any]:
    """Return `record` as JSON data in canonical key order, without what the format does not write."""
    data = {}
    for key in type(record).keys_in_order():
        value = getattr(record, key)
        if value is None or value is False or value == ():
            continue
        data[key] = _plain(value)
    return data


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
    return json.dumps(value)


def _plain(value: object) -> object:
    if isinstance(value, Record):
        return to_data(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value
