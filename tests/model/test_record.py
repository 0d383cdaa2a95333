from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from briefing_app.model.briefing import Briefing, items, passages
from briefing_app.model.evidence import digest_of, fold


def error_of(data: dict[str, Any]) -> tuple[str, str]:
    with pytest.raises(ValidationError) as caught:
        Briefing.model_validate(data)
    error = caught.value.errors()[0]
    return ".".join(str(step) for step in error["loc"]), error["type"]


@pytest.mark.parametrize(
    ("path", "value", "kind"),
    [
        ("title", "", "string_pattern_mismatch"),
        ("title", "two\nlines", "string_pattern_mismatch"),
        ("title", "tab\there", "string_pattern_mismatch"),
        ("title", "bell\x07", "string_pattern_mismatch"),
        ("title", "x" * 8001, "string_too_long"),
        ("id", "Harbour Talks", "string_pattern_mismatch"),
        ("as_of", "2024-02-30", "date-day"),
        ("format", "briefing/2", "literal_error"),
        ("sample", "true", "bool_type"),
        ("comment", "nul\x00", "string_pattern_mismatch"),
        ("event.when.edtf", "2024-13", "date-month"),
        ("event.id", "meeting", "string_pattern_mismatch"),
        ("bottom_line.id", "b", "string_pattern_mismatch"),
        ("event.series", {"name": "Talks", "ordinal": 0}, "greater_than_equal"),
        ("event.series", {"name": "Talks", "ordinal": 3.0}, "int_type"),
        ("sources.0.url", "javascript:alert(1)", "address"),
        ("sources.0.url", "https://user@host/", "address"),
        ("sources.0.published", "17 May 2024", "published-form"),
        ("sources.0.rating", "G7", "string_pattern_mismatch"),
        ("agreements.0.evidence.0.start", "one two three four five six seven", "too-many-words"),
        ("agreements.0.origin", "machine", "string_pattern_mismatch"),
        ("agreements.0.inferred", ["Series"], "string_pattern_mismatch"),
        ("sources", [], "too_short"),
    ],
)
def test_what_a_field_refuses(data: dict[str, Any], path: str, value: Any, kind: str) -> None:
    node: Any = data
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in way:
        node = node[step]
    node[last] = value
    where, found = error_of(data)
    assert where.startswith(path)
    assert found == kind


def test_markdown_has_lines_and_a_web_address_its_parts(data: dict[str, Any]) -> None:
    data["comment"] = "one\n\n- two"
    data["sources"][0]["url"] = "HTTPS://example.org:8443/a?b=c#d"
    assert Briefing.model_validate(data).comment == "one\n\n- two"


def test_values_do_not_change(data: dict[str, Any]) -> None:
    briefing = Briefing.model_validate(data)
    with pytest.raises(ValidationError):
        briefing.title = "Other"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Briefing.model_validate({**data, "titel": "x"})


def test_the_walks_meet_every_item_and_passage(data: dict[str, Any], new_item: Any) -> None:
    data["opcon"] |= {
        "approach": new_item("o2", text="by conditions"),
        "transfer": new_item("o3", note="no date"),
        "conditions": [new_item("o4", text="capability")],
        "findings": [new_item("o5", text="a step")],
    }
    data["background"] = [new_item("b1", text="history")]
    evidence = new_item("x")["evidence"]
    data["differences"] = [
        {
            "id": "d1",
            "about": "Number",
            "readings": [{"value": each, "evidence": evidence} for each in ("one", "two")],
            "review": {"state": "accepted"},
        }
    ]
    data["meetings"][0]["outcome"] = {"state": "held", "evidence": evidence}
    data["unused"] = [{"id": "u1", "passage": evidence[0], "cue": "agreed to"}]
    briefing = Briefing.model_validate(data)
    assert [item.id for _, item in items(briefing)] == [
        *("bottom-line", "event", "p1", "a1", "a2", "o2", "o3", "o1", "o4", "o5", "m1", "b1", "d1", "g1")
    ]
    places = [steps for steps, _ in passages(briefing)]
    assert ("differences", 0, "readings", 1, "evidence", 0) in places
    assert ("meetings", 0, "outcome", "evidence", 0) in places
    assert ("unused", 0, "passage") in places
    assert len(places) == 16


def test_a_briefing_without_event_and_opcon_has_fewer_items(data: dict[str, Any]) -> None:
    del data["opcon"], data["event"]
    assert [item.id for _, item in items(Briefing.model_validate(data))] == [
        *("bottom-line", "p1", "a1", "a2", "m1", "g1")
    ]


def test_folding_joins_white_space_and_composes() -> None:
    assert fold("  Cafe\u0301\n\u00a0 nine ") == "Café nine"
    assert digest_of("") == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
