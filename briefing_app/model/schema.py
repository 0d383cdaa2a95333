"""The JSON Schema of the format, made from the models."""

from __future__ import annotations

import json
from typing import Any

from briefing_app.model.briefing import FORMAT, Briefing
from briefing_app.model.items import Item

SCHEMA_ID = "urn:briefing:schema:1"


def schema() -> dict[str, Any]:
    """Return the schema of a briefing file (JSON Schema 2020-12), ids and dialect included."""
    made = _tidy(_described(Briefing.model_json_schema(mode="validation")))
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": f"Briefing file, {FORMAT}",
    }
    return head | {key: value for key, value in made.items() if key != "title"}


def schema_text() -> str:
    """Return the schema as the text of a file, ending in one LF."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _described(made: dict[str, Any]) -> dict[str, Any]:
    """Give each key the words that its class's docstring has for it, and the order of the file."""
    for record in (made, *made["$defs"].values()):
        said, _, attributes = record.get("description", "").partition("\n\nAttributes:\n")
        record["description"] = said
        known = record["properties"]
        last = [key for key in Item.last_keys if key in known and "review" in known]
        record["properties"] = {key: known[key] for key in (*(k for k in known if k not in last), *last)}
        for key, text in _attributes(attributes):
            # A bare reference may have siblings in 2020-12, so a description can stand beside it.
            record["properties"][key]["description"] = text
    return made


def _attributes(text: str) -> list[tuple[str, str]]:
    """Return the pairs of a Google style "Attributes" section, one line each."""
    parts = (line.strip().partition(": ") for line in text.splitlines())
    return [(key, words) for key, _, words in parts]


def _tidy(node: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a part of the schema as the format has it: what is absent is left out, never `null`."""
    if isinstance(node, list):
        return [_tidy(each) for each in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _tidy(value) for key, value in node.items() if not _noise(key, value)}
    choices = [each for each in kept.get("anyOf", ()) if each != {"type": "null"}]
    if len(choices) == 1:
        del kept["anyOf"]
        kept = choices[0] | kept
    return kept


def _noise(key: str, value: object) -> bool:
    # Titles repeat the key; defaults are all of one kind, "absent".
    return (key == "title" and isinstance(value, str)) or (key == "default" and value in (None, [], False))
