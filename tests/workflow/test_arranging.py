"""Items added, copied, merged, moved and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.model.canonical import to_text
from briefing_app.workflow import arranging
from briefing_app.workflow.editing import (
    NOTHING,
    Line,
    item_of,
    put,
)
from tests.workflow.edit_steps import CHANCE, codes, sample

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing


@pytest.fixture
def briefing() -> Briefing:
    return sample()


def test_an_item_is_added_where_it_is_wanted(briefing: Briefing) -> None:
    passage = briefing.agreements[0].evidence
    values = {"statement": "Meet again", "kind": "agreed"}
    after, changes = arranging.add(briefing, "agreements", values, CHANCE, evidence=passage, after="a2")
    assert changes.step == "add agreement"
    made = after.agreements[2]
    assert (made.id,) == changes.items
    assert made.id.startswith("a-")
    assert len(made.id) == len("a-k3f9qz")
    assert (made.origin, made.review.state, made.evidence) == ("person", "drafted", passage)
    assert codes(arranging.add, briefing, "agreements", {"kind": "agreed"}, CHANCE) == ["missing-key"]


def test_a_new_item_has_what_stands_in_inner_records(briefing: Briefing) -> None:
    values = {"title": "Talks", "certainty": "expected", "outcome.state": "held", "series.ordinal": None}
    after, _ = arranging.add(briefing, "meetings", values, CHANCE)
    made = after.meetings[-1]
    assert made.outcome is not None
    assert (made.outcome.state, made.series) == ("held", None)


def test_a_difference_is_added_with_the_passages_of_its_readings(briefing: Briefing) -> None:
    proof = briefing.agreements[0].evidence
    lines = (Line("Three", proof), Line("Four", proof))
    after, changes = arranging.add(briefing, "differences", {"about": "Ships", "readings": lines}, CHANCE)
    made = after.differences[-1]
    assert (made.id,) == changes.items
    assert [(each.value, each.evidence) for each in made.readings] == list(lines)
    alone = {"about": "Ships", "readings": lines[:1]}
    assert codes(arranging.add, briefing, "differences", alone, CHANCE) == ["difference-one-reading"]


def test_ids_are_never_given_twice(briefing: Briefing) -> None:
    one, first = arranging.add(briefing, "gaps", {"text": "No date"}, CHANCE)
    two, second = arranging.add(one, "gaps", {"text": "No place"}, CHANCE)
    assert first.items != second.items
    assert len({each.id for each in two.gaps}) == len(two.gaps)


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("participants", {"name": "A. B.", "capacity": "member"}),
        ("meetings", {"title": "Talks", "certainty": "possible"}),
        ("background", {"text": "So it is."}),
        ("stages", {"stage": "FMC", "state": "planned"}),
        ("conditions", {"text": "Ready", "number": 2}),
        ("findings", {"text": "So it is."}),
        ("approach", {"text": "step by step"}),
        ("transfer", {"note": "some day"}),
        ("event", {"name": "Talks", "when": {"phrase": "Monday"}}),
    ],
)
@pytest.mark.parametrize("stem", ["kidd-19", "vksd-14"])
def test_every_part_takes_a_new_item_and_loses_it_again(
    stem: str, part: arranging.Part, values: dict[str, object]
) -> None:
    before = sample(stem).model_copy(update={"status": "draft", "signed_off": None})
    if part == "event":
        before = before.model_copy(update={"event": None})
    if part in ("approach", "transfer") and before.opcon:
        before = before.model_copy(update={"opcon": before.opcon.model_copy(update={part: None})})
    after, changes = arranging.add(before, part, values, CHANCE)
    (name,) = changes.items
    assert arranging.part_of(after, name) == part
    assert type(item_of(after, name)) is arranging.record_of(part)
    gone, removed = arranging.remove(after, name)
    assert to_text(gone) == to_text(before)
    assert removed.step.startswith("delete ")


def test_the_bottom_line_stays(briefing: Briefing) -> None:
    assert arranging.remove(briefing, "bottom-line") == (briefing, NOTHING)
    assert arranging.duplicate(briefing, "bottom-line", CHANCE) == (briefing, NOTHING)
    assert arranging.reorder(briefing, "bottom-line", 1) == (briefing, NOTHING)
    assert arranging.can_move(briefing, "bottom-line") == ()


def test_a_copy_stands_behind_its_model(briefing: Briefing) -> None:
    after, changes = arranging.duplicate(briefing, "a1", CHANCE)
    assert changes.step == "duplicate agreement"
    assert [each.id for each in after.agreements[:2]] == ["a1", *changes.items]
    assert after.agreements[1].statement == after.agreements[0].statement
    assert after.agreements[1].origin == "person"
    stage = briefing.opcon.tracks[0].stages[0] if briefing.opcon else None
    assert stage is not None
    more, _ = arranging.duplicate(briefing, stage.id, CHANCE)
    assert more.opcon is not None
    assert len(more.opcon.tracks[0].stages) == len(briefing.opcon.tracks[0].stages) + 1  # type: ignore[union-attr]


def test_items_change_places_within_their_kind(briefing: Briefing) -> None:
    kind = max((each.kind for each in briefing.agreements), key=[e.kind for e in briefing.agreements].count)
    first, second = [n for n, each in enumerate(briefing.agreements) if each.kind == kind][:2]
    one, other = briefing.agreements[first].id, briefing.agreements[second].id
    after, changes = arranging.reorder(briefing, one, 1)
    assert changes.step == "move agreement down"
    assert (after.agreements[first].id, after.agreements[second].id) == (other, one)
    back, changes = arranging.reorder(after, one, -1)
    assert changes.step == "move agreement up"
    # Only the items themselves moved; they were reviewed as they stand.
    assert back.agreements == briefing.agreements
    assert arranging.reorder(briefing, one, -1) == (briefing, NOTHING)


def test_a_text_moves_to_another_part_and_says_what_it_leaves(briefing: Briefing) -> None:
    model = briefing.agreements[0]
    after, changes = arranging.move(briefing, "a1", "background")
    moved = item_of(after, "a1")
    assert arranging.part_of(after, "a1") == "background"
    assert getattr(moved, "text", "") == model.statement
    assert moved.evidence == model.evidence
    assert "kind" in changes.lost
    assert changes.step == "move agreement to Background"
    back, changes = arranging.move(after, "a1", "agreements")
    assert arranging.part_of(back, "a1") == "agreements"
    assert changes.lost == ()
    assert arranging.move(briefing, "a1", "meetings") == (briefing, NOTHING)
    lines, _ = put(briefing, "a1", {"statement": "One line.\n\nAnother."})
    assert codes(arranging.move, lines, "a1", "gaps") == ["line-break"]


def test_two_names_become_one_person(briefing: Briefing) -> None:
    one, other = briefing.participants[:2]
    bare, _ = put(briefing, one.id, {"organisation": None})
    after, changes = arranging.merge(bare, one.id, other.id)
    merged = item_of(after, one.id)
    assert other.id not in {each.id for each in after.participants}
    assert merged.other_names == (*one.other_names, other.name)  # type: ignore[attr-defined]
    assert merged.organisation == other.organisation  # type: ignore[attr-defined]
    assert merged.role == one.role  # type: ignore[attr-defined]
    assert set(merged.evidence) == {*one.evidence, *other.evidence}
    assert changes.step == f"merge {other.name} with {one.name}"
    assert arranging.merge(briefing, one.id, one.id) == (briefing, NOTHING)
    with pytest.raises(KeyError):
        arranging.merge(briefing, one.id, "a1")
