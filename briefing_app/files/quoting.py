"""A piece of an untrusted file, made fit to stand in a sentence."""

from __future__ import annotations

import json

from briefing_app.model.visible import visible

QUOTED = 60


def quote(text: str, most: int = QUOTED) -> str:
    """Return at most `most` characters of `text` in one line, with what is hidden in it made visible."""
    short = text if len(text) <= most else text[: most - 1] + "…"
    return visible(short).replace("\n", code_point("\n"))


def quote_value(value: object) -> str:
    """Return a JSON value as a reader finds it in the file: a text bare, anything else as JSON."""
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, list):
        return "[…]" if value else "[]"
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    return quote(json.dumps(value))


def code_point(char: str) -> str:
    """Return the name of a character that cannot be shown: `[U+000A]`."""
    return f"[U+{ord(char):04X}]"
