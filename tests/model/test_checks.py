from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.model.briefing import Briefing
from briefing_app.model.checks import check

if TYPE_CHECKING:
    from collections.abc import Callable


def found(data: dict[str, Any]) -> dict[str, str]:
    return {problem.where.path: problem.code for problem in check(Briefing.model_validate(data))}


def test_a_sound_briefing_has_no_problem(data: dict[str, Any]) -> None:
    assert check(Briefing.model_validate(data)) == ()


def test_an_id_stands_once_in_the_file(data: dict[str, Any]) -> None:
    data["agreements"][1]["id"] = "p1"
    problems = check(Briefing.model_validate(data))
    assert [(each.code, each.where.path, each.values["first"]) for each in problems] == [
        ("duplicate-id", "agreements[1].id", "participants[0]")
    ]


def test_a_source_and_an_unused_sentence_share_the_ids(data: dict[str, Any], new_item: Any) -> None:
    data["unused"] = [{"id": "s1", "passage": new_item("x")["evidence"][0], "cue": "agreed to"}]
    assert found(data) == {"unused[0].id": "duplicate-id"}


def test_more_items_than_the_format_allows(data: dict[str, Any]) -> None:
    gap = {"text": "Who pays.", "review": {"state": "accepted"}}
    data["gaps"] = [{"id": f"g{n}", **gap} for n in range(5_000)]
    assert found(data) == {"$": "too-many-items"}


def test_a_passage_points_into_a_source_of_the_file(data: dict[str, Any]) -> None:
    data["event"]["evidence"][0]["source"] = "s9"
    data["meetings"][0]["evidence"][0]["paragraph"] = 19
    assert found(data) == {
        "event.evidence[0].source": "no-such-source",
        "meetings[0].evidence[0].paragraph": "no-such-paragraph",
    }


def test_passages_of_readings_and_outcomes_are_looked_at_too(data: dict[str, Any], new_item: Any) -> None:
    bad = {**new_item("x")["evidence"][0], "paragraph": 4}
    data["meetings"][0]["outcome"] = {"state": "held", "evidence": [bad]}
    reading = {"value": "one", "evidence": [bad]}
    data["differences"] = [
        {"id": "d1", "about": "Number", "readings": [reading, reading], "review": {"state": "accepted"}}
    ]
    assert set(found(data)) == {
        "meetings[0].outcome.evidence[0].paragraph",
        "differences[0].readings[0].evidence[0].paragraph",
        "differences[0].readings[1].evidence[0].paragraph",
    }


def test_a_difference_has_no_passages_of_its_own(data: dict[str, Any], new_item: Any) -> None:
    reading = {"value": "one", "evidence": new_item("x")["evidence"]}
    data["differences"] = [new_item("d1", about="Number", readings=[reading, reading])]
    assert found(data) == {"differences[0].evidence": "difference-evidence"}


def test_only_a_gap_is_accepted_without_evidence(data: dict[str, Any]) -> None:
    del data["agreements"][0]["evidence"]
    assert found(data) == {"agreements[0].review.state": "accepted-without-evidence"}


@pytest.mark.parametrize("state", ["drafted", "rejected"])
def test_a_reviewed_briefing_has_every_item_decided_and_none_rejected(
    data: dict[str, Any], state: str
) -> None:
    data["agreements"][0]["review"]["state"] = state
    assert found(data) == {"agreements[0].review.state": "status-ahead-of-review"}
    data["status"] = "draft"
    assert found(data) == {}


def test_a_draft_is_not_signed_off(data: dict[str, Any]) -> None:
    data["signed_off"] = {"by": "Desk", "on": "2024-05-18"}
    assert found(data) == {}
    data["status"] = "draft"
    assert found(data) == {"signed_off": "signed-off-draft"}


def test_the_glossary_names_every_party_that_no_table_knows(data: dict[str, Any]) -> None:
    data["participants"][0]["side"] = "NATO"
    data["agreements"][0]["parties"] = ["KR", "KOR"]
    problems = {each.where.path: each.values["use"] for each in check(Briefing.model_validate(data))}
    assert problems == {"participants[0].side": "", "agreements[0].parties[1]": "KR"}


def test_the_bottom_line_counts_words_as_they_are_read(data: dict[str, Any]) -> None:
    data["bottom_line"]["text"] = "**word** " * 50
    assert found(data) == {}
    data["bottom_line"]["text"] = "word " * 51
    assert found(data) == {"bottom_line.text": "bottom-line-long"}


def test_markdown_beyond_a_cap_is_told_and_shown_as_text(data: dict[str, Any], new_item: Any) -> None:
    heavy = "[" * 1000
    data["comment"] = heavy
    data["background"] = [new_item("b1", text=heavy)]
    data["gaps"][0]["text"] = heavy  # plain text: brackets mean nothing
    data["opcon"]["conditions"] = [new_item("o2", text=heavy)]
    data["opcon"]["approach"] = new_item("o3", text=heavy)
    problems = check(Briefing.model_validate(data))
    assert {each.where.path for each in problems} == {"comment", "background[0].text"}
    assert {each.severity for each in problems} == {"warning"}


def test_tlp_labels_are_exact(data: dict[str, Any]) -> None:
    data["marking"] = {"scheme": "TLP", "label": "TLP: Amber"}
    data["agreements"][0]["marking"] = {"scheme": "custom", "label": "Desk only"}
    problem = check(Briefing.model_validate(data))[0]
    assert (problem.where.path, problem.code, problem.values["use"]) == (
        "marking.label",
        "tlp-label",
        "TLP:AMBER",
    )
    data["marking"] = {"scheme": "TLP", "label": "TLP:CLEAR"}
    assert found(data) == {}


def test_an_embedded_text_is_the_one_that_was_digested(data: dict[str, Any]) -> None:
    data["sources"][0]["text"] = data["sources"][0]["text"][:2]
    assert found(data) == {"sources[0].paragraphs": "paragraph-count", "sources[0].digest": "text-digest"}
    del data["sources"][0]["text"]
    assert found(data) == {}


def test_what_is_inferred_stands_in_the_item(data: dict[str, Any]) -> None:
    data["meetings"][0]["inferred"] = ["place", "series.ordinal", "when.anchor", "no_such", "participants"]
    assert found(data) == {
        "meetings[0].inferred[1]": "inferred-nothing",
        "meetings[0].inferred[2]": "inferred-nothing",
        "meetings[0].inferred[3]": "inferred-nothing",
        "meetings[0].inferred[4]": "inferred-nothing",
    }


def test_every_code_has_a_sentence_that_its_values_fill(make: Callable[..., Briefing]) -> None:
    from briefing_app.words.model_problems import SENTENCES

    assert all(message for message, _ in SENTENCES.values())
    assert make().id
