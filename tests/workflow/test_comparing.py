"""Every difference of two briefings is found, and nothing else."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from briefing_app.model.briefing import Briefing
from briefing_app.model.problems import BriefingError
from briefing_app.workflow.comparing import Change, FieldChange, compare, read_side

EXAMPLES = Path(__file__).resolve().parents[2] / "resources" / "examples"
DATA = json.loads((EXAMPLES / "kidd-19.briefing").read_text(encoding="utf-8"))


def edited(**changes: Any) -> Briefing:
    """The first sample with some top-level keys replaced; those that are None are left out."""
    data = {**copy.deepcopy(DATA), **changes}
    return Briefing.model_validate({key: value for key, value in data.items() if value is not None})


def part(name: str) -> Any:
    """A part of the first sample, the test's own to change."""
    return copy.deepcopy(DATA[name])


BEFORE = edited()


def one(after: Briefing, before: Briefing | None = BEFORE) -> Change:
    (found,) = compare(before, after)
    return found


def fields(*found: tuple[str, Any, Any]) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(*each) for each in found)


# ------------------------------------------------------------------------------- one thing at a time


def test_nothing_differs_from_itself_or_from_nothing() -> None:
    assert compare(BEFORE, BEFORE) == compare(BEFORE, edited()) == compare(None, None) == ()


def test_layout_and_key_order_never_differ() -> None:
    turned = json.loads(json.dumps(dict(reversed(DATA.items())), indent=7))
    assert compare(BEFORE, Briefing.model_validate(turned)) == ()


def test_a_changed_field_is_told_by_its_path() -> None:
    agreements = part("agreements")
    agreements[1]["kind"] = "pledged"
    agreements[1]["review"] = {"state": "edited"}
    assert one(edited(agreements=agreements)) == Change(
        "changed",
        agreements[1]["id"],
        "agreements",
        fields(
            ("kind", DATA["agreements"][1]["kind"], "pledged"),
            ("review.state", DATA["agreements"][1]["review"]["state"], "edited"),
        ),
    )


def test_a_part_that_came_is_one_value_and_one_that_differs_is_its_fields() -> None:
    meetings = part("meetings")
    meetings[0]["when"] = {"edtf": "2021-07", "phrase": "in July"}
    when = {"edtf": "2021-06", "phrase": "in June"}
    before = edited(meetings=[{**meetings[0], "when": when}])
    assert one(edited(meetings=meetings[:1]), before).fields == fields(
        ("when.edtf", "2021-06", "2021-07"), ("when.phrase", "in June", "in July")
    )
    assert one(before, edited(meetings=[{**meetings[0], "when": None}])).fields == fields(
        ("when", None, when)
    )


def test_what_is_not_written_is_no_difference() -> None:
    agreements = part("agreements")
    agreements[0] |= {"key": False, "inferred": [], "quote": None}
    before = part("agreements")
    for key in ("key", "inferred", "quote"):
        before[0].pop(key, None)
    assert compare(edited(agreements=before), edited(agreements=agreements)) == ()


def test_what_was_added_or_removed_has_all_its_fields() -> None:
    people = part("participants")
    gone = people.pop(1)
    item = gone.pop("id")
    after = edited(participants=people)
    removed = Change("removed", item, "participants", fields(*((k, v, None) for k, v in gone.items())))
    assert one(after) == removed
    added = Change("added", item, "participants", fields(*((k, None, v) for k, v in gone.items())))
    assert one(BEFORE, after) == added


def test_an_item_that_moves_is_one_change() -> None:
    agreements = part("agreements")
    ids = [each["id"] for each in agreements]
    agreements.append(agreements.pop(0))
    place = fields(("behind", None, ids[-1]))
    assert one(edited(agreements=agreements)) == Change("moved", ids[0], "agreements", place)
    agreements[-1]["kind"] = "discussed"
    found = one(edited(agreements=agreements))
    assert (found.change, [each.field for each in found.fields]) == ("changed", ["behind", "kind"])


def test_what_comes_and_goes_moves_nothing_else() -> None:
    agreements = part("agreements")
    new = {**copy.deepcopy(agreements[0]), "id": "a-k3f9qz"}
    del agreements[0]
    agreements.insert(1, new)
    found = compare(BEFORE, edited(agreements=agreements))
    assert [(each.change, each.item) for each in found] == [
        ("removed", DATA["agreements"][0]["id"]),
        ("added", "a-k3f9qz"),
    ]


def test_an_item_that_changes_its_panel_moved() -> None:
    background, opcon = part("background"), part("opcon")
    item = background.pop(0)
    opcon.setdefault("findings", []).append(item)
    place = fields(("list", "background", "opcon.findings"))
    found = one(edited(background=background, opcon=opcon))
    assert found == Change("moved", item["id"], "opcon", place)


def test_an_item_that_becomes_another_sort_shows_the_fields_of_both() -> None:
    gaps = [{"id": "x1", "text": "Who pays.", "review": {"state": "drafted"}}]
    opcon = {"conditions": [{**gaps[0], "number": 2}]}
    found = one(edited(gaps=None, opcon=opcon), edited(gaps=gaps, opcon=None))
    assert found.fields == fields(("list", "gaps", "opcon.conditions"), ("number", None, 2))
    back = one(edited(gaps=gaps, opcon=None), edited(gaps=None, opcon=opcon))
    assert back.fields == fields(("list", "opcon.conditions", "gaps"), ("number", 2, None))


def test_the_briefing_itself() -> None:
    found = one(edited(title="Another", prepared={"by": "Desk"}, sample=None))
    assert (found.change, found.item, found.panel) == ("changed", "kidd-19", "briefing")
    expected = (
        ("title", DATA["title"], "Another"),
        ("sample", True, None),
        ("prepared", None, {"by": "Desk"}),
    )
    assert found.fields == fields(*expected)


def test_comment_glossary_sources_and_unused() -> None:
    source = {**part("sources")[0], "title": "Another"}
    passage = part("agreements")[0]["evidence"][0]
    unused = {"id": "u1", "passage": passage, "cue": "agreed to"}
    glossary = [{"abbreviation": "OPCON", "expansion": "control"}]
    before = edited(comment=None, glossary=[{**glossary[0], "expansion": "operational control"}], unused=None)
    found = compare(before, edited(comment="Mine", glossary=glossary, unused=[unused], sources=[source]))
    assert [(each.change, each.item, each.panel) for each in found] == [
        ("changed", source["id"], "sources"),
        ("added", "comment", "comment"),
        ("changed", "OPCON", "glossary"),
        ("added", "u1", "unused"),
    ]
    assert found[1].fields == fields(("comment", None, "Mine"))
    assert found[2].fields == fields(("expansion", "operational control", "control"))


def test_an_empty_part_is_not_an_absent_one() -> None:
    found = one(edited(prepared={}), edited(prepared=None))
    assert found.fields == fields(("prepared", None, {}))
    assert one(edited(opcon={}), edited(opcon=None)) == Change("added", "opcon", "opcon", ())
    assert one(edited(opcon=None), edited(opcon={})) == Change("removed", "opcon", "opcon", ())


def test_all_of_a_file_is_added_to_nothing_in_its_order() -> None:
    found = compare(None, BEFORE)
    assert {each.change for each in found} == {"added"}
    panels = list(dict.fromkeys(each.panel for each in found))
    assert panels == ["briefing", *(key for key in DATA if key in panels)]
    people = [each.item for each in found if each.panel == "participants"]
    assert people == [each["id"] for each in DATA["participants"]]
    assert {each.change for each in compare(BEFORE, None)} == {"removed"}


# ------------------------------------------------------------------------------------------- tracks


def stage(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "stage": "IOC", "state": "planned", "review": {"state": "drafted"}, **more}


def tracks(*found: tuple[str | None, str]) -> Briefing:
    """A briefing with tracks, each a name and the ids of its stages."""
    made = [
        {"stages": [stage(each) for each in ids.split()], **({"name": name} if name else {})}
        for name, ids in found
    ]
    return edited(opcon={"tracks": made})


def test_a_new_track_is_told_by_its_stages() -> None:
    found = compare(tracks((None, "o1")), tracks((None, "o1"), ("Air", "o2 o3")))
    assert [(each.change, each.item) for each in found] == [("added", "o2"), ("added", "o3")]
    assert found[0].fields[0] == FieldChange("track", None, "Air")
    gone = compare(tracks((None, "o1"), ("Air", "o2")), tracks((None, "o1")))
    assert [(each.change, each.item) for each in gone] == [("removed", "o2")]
    assert gone[0].fields[0] == FieldChange("track", "Air", None)


def test_a_stage_moves_to_another_track() -> None:
    found = one(tracks((None, "o1"), ("Air", "o2 o3")), tracks((None, "o1 o2"), ("Air", "o3")))
    assert found == Change("moved", "o2", "opcon", fields(("track", None, "Air")))


def test_a_track_with_another_name_moves_no_stage() -> None:
    found = one(tracks((None, "o1"), ("Air Force", "o2 o3")), tracks((None, "o1"), ("Air", "o2 o3")))
    names = fields(("tracks", [None, "Air"], [None, "Air Force"]))
    assert found == Change("changed", "opcon", "opcon", names)


def test_tracks_that_change_places_and_tracks_without_stages() -> None:
    found = one(tracks(("Air", "o2"), (None, "o1")), tracks((None, "o1"), ("Air", "o2")))
    assert found.fields == fields(("tracks", [None, "Air"], ["Air", None]))
    assert one(tracks((None, "o1"), ("Air", "")), tracks((None, "o1"))).fields == fields(
        ("tracks", [None], [None, "Air"])
    )
    assert one(tracks((None, "o1")), tracks((None, "o1"), ("Air", ""))).change == "changed"


def test_tracks_of_one_name_are_told_apart() -> None:
    found = compare(tracks(("Air", "o1"), ("Air", "o2")), tracks(("Air", "o2"), ("Air", "o1")))
    assert [each.fields for each in found] == [
        fields(("track", ["Air", 2], "Air")),
        fields(("track", "Air", ["Air", 2])),
    ]


# -------------------------------------------------------------------------------------------- files


def test_a_side_is_a_briefing_nothing_or_a_problem(tmp_path: Path) -> None:
    assert read_side(Path("/dev/null")) is None
    assert read_side(EXAMPLES / "kidd-19.briefing") == BEFORE
    (tmp_path / "a.briefing").write_text("{}", encoding="utf-8")
    with pytest.raises(BriefingError) as caught:
        read_side(tmp_path / "a.briefing")
    assert [problem.code for problem in caught.value.problems] == ["format-missing"]
