from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from briefing_app.model.briefing import Briefing
from briefing_app.model.schema import schema, schema_text

if TYPE_CHECKING:
    from pathlib import Path


def test_the_shipped_schema_is_the_one_that_the_models_make(root: Path) -> None:
    shipped = root / "resources" / "schema" / "briefing-1.schema.json"
    assert shipped.read_text(encoding="utf-8") == schema_text(), "make it anew: make schema"


def test_the_schema_is_valid_and_named() -> None:
    made = schema()
    jsonschema.Draft202012Validator.check_schema(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["$id"].endswith(":1")


def test_every_object_forbids_other_keys_and_no_value_is_null() -> None:
    made = schema()
    records = [made, *made["$defs"].values()]
    assert all(record["additionalProperties"] is False for record in records)
    assert '"null"' not in schema_text()


def test_the_schema_takes_what_the_model_takes(data: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(schema()).validate(data)


def test_the_shipped_samples_fit_the_schema(root: Path) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    files = sorted((root / "resources" / "examples").glob("*.briefing"))
    assert files
    for path in files:
        validator.validate(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("status",), "ready"),
        (("sample",), None),
        (("sources", 0, "paragraphs"), "3"),
        (("sources", 0, "digest"), "3f9a"),
        (("agreements", 0, "statement"), "a\u0007b"),
        (("participants", 0, "capacity"), "guest"),
    ],
)
def test_the_schema_refuses_what_is_wrong(
    data: dict[str, Any], path: tuple[str | int, ...], value: Any
) -> None:
    node: Any = data
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    assert not jsonschema.Draft202012Validator(schema()).is_valid(data)


def test_keys_have_their_descriptions_in_the_order_of_the_file() -> None:
    passage = schema()["$defs"]["Passage"]["properties"]
    assert list(passage) == ["source", "paragraph", "start", "end", "prefix", "suffix", "page", "digest"]
    assert passage["paragraph"]["description"].startswith("1-based")
    agreement = list(schema()["$defs"]["Agreement"]["properties"])
    assert agreement[0] == "id"
    assert agreement[-6:] == ["evidence", "review", "origin", "inferred", "key", "marking"]
    assert set(schema()["properties"]) == set(Briefing.model_fields)
