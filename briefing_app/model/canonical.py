"""The canonical form of a briefing: equal briefings are equal bytes (format.md, Canonical form)."""

from __future__ import annotations

import json
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
    return json.dumps(to_data(record), indent=2, ensure_ascii=False) + "\n"


def _plain(value: object) -> object:
    if isinstance(value, Record):
        return to_data(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value
