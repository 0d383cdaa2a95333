"""What opens without the items that are in error, and what must not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.files.reading import Opened

    Parse = Callable[[str | bytes], Opened]


def left_out(opened: Opened) -> list[str]:
    return [place.path for place in opened.left_out]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda tree: tree.update(participants={}), ["participants"]),
        (lambda tree: tree.update(comment=["x"]), ["comment"]),
        (lambda tree: tree.update(prepared={"by": ""}), ["prepared"]),
        (lambda tree: tree.update(event={"id": "event"}), ["event"]),
        (lambda tree: tree.update(opcon=7), ["opcon"]),
        (lambda tree: tree["opcon"].update(tracks={}), ["opcon.tracks"]),
        (lambda tree: tree["opcon"]["tracks"][0].update(name=" "), ["opcon.tracks[0]"]),
        (lambda tree: tree["opcon"].update(approach=7), ["opcon.approach"]),
        (lambda tree: tree.update(colour="red"), ["colour"]),
        (lambda tree: tree["agreements"][0].update(colour="red", kind="sworn"), ["agreements[0]"]),
        (lambda tree: tree["sources"][0].update(colour="red"), ["sources[0].colour"]),
    ],
)
def test_the_smallest_thing_around_an_error_is_left_out_and_named(
    tree: Any, parse: Parse, change: Callable[[Any], None], expected: list[str]
) -> None:
    change(tree)
    opened = parse(json.dumps(tree))
    assert opened.briefing is None
    assert opened.sound_part is not None
    assert left_out(opened) == expected
    assert all(place.line for place in opened.left_out)


@pytest.mark.parametrize("key", ["marking", "sample"])
def test_without_its_marking_a_briefing_is_not_opened_at_all(tree: Any, parse: Parse, key: str) -> None:
    tree[key] = "TLP:RED"
    assert parse(json.dumps(tree)).sound_part is None


def test_a_list_that_stands_twice_is_not_opened_without_the_one_that_was_lost(
    text: str, parse: Parse
) -> None:
    opened = parse(text.replace('  "gaps": [', '  "gaps": [],\n  "gaps": [', 1))
    assert [problem.code for problem in opened.problems] == ["duplicate-key"]
    assert opened.sound_part is None
    twice = parse(text.replace('"category": ', '"category": "x", "category": ', 1))
    assert twice.sound_part is not None
    assert left_out(twice) == ["event"]


def test_of_a_double_id_the_later_one_is_left_out(tree: Any, parse: Parse) -> None:
    tree["agreements"][2]["id"] = tree["agreements"][0]["id"]
    opened = parse(json.dumps(tree))
    assert left_out(opened) == ["agreements[2]"]
    assert opened.sound_part is not None
    assert opened.sound_part.agreements[0].id == "a1"


def test_a_fault_behind_a_fault_is_found_by_its_place_in_the_file(tree: Any, parse: Parse) -> None:
    """Ids are judged only once the shapes are right; by then the list is shorter than in the file."""
    tree["agreements"][1]["kind"] = "sworn"
    tree["agreements"][3]["evidence"][0]["source"] = "s9"
    opened = parse(json.dumps(tree))
    assert [problem.where.path for problem in opened.problems] == [
        "agreements[1].kind",
        "agreements[3].evidence[0].source",
    ]
    assert left_out(opened) == ["agreements[1]", "agreements[3]"]


def test_a_review_that_is_behind_keeps_nothing_shut(tree: Any, parse: Parse) -> None:
    tree["gaps"][0]["review"]["state"] = "drafted"
    tree["status"] = "final"
    opened = parse(json.dumps(tree))
    assert opened.briefing is None
    assert opened.left_out == ()
    assert opened.sound_part is not None
    assert opened.sound_part.status == "final"
    tree["status"] = "finished"
    assert parse(json.dumps(tree)).sound_part is None
