"""Edits: what they change, what they reset, what they refuse; and that they can all be undone."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.model.briefing import Briefing, Expansion, SignedOff, items
from briefing_app.model.canonical import to_text
from briefing_app.model.checks import check, faults
from briefing_app.model.items import Marking, Review, When
from briefing_app.model.problems import BriefingError, errors
from briefing_app.workflow import arranging
from briefing_app.workflow.editing import (
    NOTHING,
    WHOLE,
    Changes,
    found,
    item_of,
    put,
    settled,
    with_values,
)
from briefing_app.workflow.fields import fields_of
from briefing_app.workflow.opening import open_briefing, samples
from briefing_app.workflow.undoing import Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.workflow.editing import Edited


CHANCE = Random(1)  # noqa: S311 - no secret


def sample(stem: str = "kidd-19") -> Briefing:
    (path,) = (each for each in samples() if each.stem == stem)
    briefing = open_briefing(path).briefing
    assert briefing is not None
    return briefing


@pytest.fixture
def briefing() -> Briefing:
    return sample()


def codes(edit: Any, *values: Any, **more: Any) -> list[str]:
    """Return why an edit is refused."""
    with pytest.raises(BriefingError) as caught:
        edit(*values, **more)
    return [problem.code for problem in caught.value.problems]


def test_a_field_takes_another_value_and_the_item_is_drafted_again(briefing: Briefing) -> None:
    decided = briefing.model_copy(
        update={
            "agreements": (
                briefing.agreements[0].model_copy(update={"review": Review(state="accepted", by="R. V.")}),
                *briefing.agreements[1:],
            )
        }
    )
    name = decided.agreements[0].id
    after, changes = put(decided, name, {"kind": "pledged"})
    assert changes.step == "change kind to pledged"
    assert changes.items == (name,)
    assert after.agreements[0].kind == "pledged"
    assert after.agreements[0].review == Review(state="drafted")
    assert after.agreements[1:] == decided.agreements[1:]


def test_an_edit_of_what_was_signed_off_makes_it_a_draft_again(briefing: Briefing) -> None:
    accepted = Review(state="accepted")
    data = briefing
    for _, item in tuple(items(briefing)):
        data, _ = put(data, item.id, {}, review=accepted)
    signed = SignedOff(by="R. V.", on="2026-01-02")
    done = data.model_copy(update={"status": "reviewed", "signed_off": signed})
    assert not errors(check(done))
    after, _ = put(done, WHOLE, {"title": "Another title"})
    assert (after.status, after.signed_off, after.title) == ("draft", None, "Another title")
    # The other items keep what was decided about them.
    assert {each.review.state for _, each in items(after)} == {"accepted"}


def test_in_review_an_item_keeps_the_decision(briefing: Briefing) -> None:
    decided = Review(state="edited", by="R. V.", on="2026-01-02")
    after, changes = put(briefing, "a1", {"topic": "trade"}, review=decided)
    assert item_of(after, "a1").review == decided
    assert changes.step == "change topic of agreement"
    again, same = put(after, "a1", {"topic": "trade"}, review=decided)
    assert (again, same) == (after, NOTHING)


def test_a_value_that_cannot_stand_is_refused(briefing: Briefing) -> None:
    assert codes(put, briefing, "a1", {"kind": "agred"}) == ["not-one-of-near"]
    assert codes(put, briefing, "a1", {"statement": "  "}) == ["blank"]
    assert codes(put, briefing, "a1", {"parties": ("VELDANIA",)}) == ["party-without-name"]
    assert codes(put, briefing, "event", {"when": None}) == ["missing-key"]


def test_a_new_party_brings_its_name_into_the_glossary(briefing: Briefing) -> None:
    named = [Expansion(abbreviation="VELDANIA", expansion="Veldania")]
    after, _ = put(briefing, "a1", {"parties": ("VELDANIA",)}, named=named)
    assert after.glossary == (*briefing.glossary, *named)
    again, _ = put(after, "a2", {"parties": ("VELDANIA",)}, named=named)
    assert again.glossary == after.glossary


def test_an_error_that_was_there_before_does_not_stop_an_edit(briefing: Briefing) -> None:
    broken = briefing.model_copy(update={"glossary": (), "title": "x"})
    broken = broken.model_copy(
        update={"agreements": (broken.agreements[0].model_copy(update={"parties": ("VELDANIA",)}),)}
    )
    assert [each.code for each in errors(check(broken))] == ["party-without-name"]
    after, _ = put(broken, "a1", {"topic": "trade"})
    assert after.agreements[0].topic == "trade"


def test_inner_records_come_and_go_with_what_they_hold(briefing: Briefing) -> None:
    meeting = briefing.meetings[0].id
    after, _ = put(briefing, meeting, {"series.name": "Row of talks", "series.ordinal": 3})
    series = after.meetings[0].series
    assert series is not None
    assert (series.name, series.ordinal) == ("Row of talks", 3)
    gone, _ = put(after, meeting, {"series.name": None, "series.ordinal": None, "series.abbreviation": None})
    assert gone.meetings[0].series is None
    assert codes(put, briefing, meeting, {"outcome.note": "in the rain"}) == ["missing-key"]
    marked, changes = put(briefing, WHOLE, {"marking.label": "TLP:GREEN"})
    assert marked.marking == Marking(scheme="TLP", label="TLP:GREEN")
    assert changes.step == "change marking of briefing"
    own, _ = put(marked, WHOLE, {"marking.label": "For the desk"})
    assert own.marking == Marking(scheme="custom", label="For the desk")
    assert put(own, WHOLE, {"marking.label": None})[0].marking is None
    prepared, _ = put(briefing, WHOLE, {"prepared.by": "Desk 3"})
    assert prepared.prepared is not None
    assert prepared.prepared.by == "Desk 3"


def test_what_is_emptied_is_no_longer_inferred(briefing: Briefing) -> None:
    name = next(each.id for each in briefing.meetings if "place" in each.inferred)
    after, _ = put(briefing, name, {"place": None})
    assert "place" not in item_of(after, name).inferred
    assert put(briefing, name, {"place": "Ulsa"})[0] != after


def test_sources_and_whole_can_be_edited_and_are_found(briefing: Briefing) -> None:
    after, changes = put(briefing, "s1", {"author": "A. Writer"})
    assert after.sources[0].author == "A. Writer"
    assert changes.step == "change author of source"
    assert found(after, WHOLE) == ((), after)
    for name in ("none", "s1"):
        with pytest.raises(KeyError):
            item_of(briefing, name)


def test_steps_are_named_by_what_changed(briefing: Briefing) -> None:
    def step(name: str, values: dict[str, object]) -> str:
        return put(briefing, name, values)[1].step

    person = briefing.participants[0].id
    assert step("a1", {"kind": "assessed", "topic": "x"}) == "edit agreement"
    assert step("bottom-line", {"text": "Short."}) == "edit bottom line"
    assert step(person, {"acting": True}) == "mark participant: acting"
    marked, _ = put(briefing, person, {"acting": True})
    assert put(marked, person, {"acting": False})[1].step == "unmark participant: acting"
    assert step("event", {"when": When(edtf="2021", phrase="in 2021")}) == "change date of event"


def test_every_kind_of_item_has_fields_that_it_has() -> None:
    for stem in ("kidd-19", "vksd-14"):
        briefing = sample(stem)
        for record in (briefing, *briefing.sources, *(item for _, item in items(briefing))):
            for field in fields_of(type(record)):
                assert field.name.partition(".")[0] in type(record).model_fields, field
                assert field.label


# ----------------------------------------------------------------------------------------- arranging


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


# ------------------------------------------------------------------------------------------- undoing


def test_an_edit_without_effect_is_no_step(briefing: Briefing) -> None:
    work = Work(briefing, briefing)
    assert work.after((briefing, NOTHING)) is work
    assert (work.undo(), work.redo(), work.unsaved) == (work, work, False)


_EDITS = st.lists(
    st.tuples(
        st.sampled_from(
            ["kind", "topic", "title", "add", "copy", "remove", "up", "down", "move", "undo", "redo"]
        ),
        st.integers(0, 30),
    ),
    max_size=25,
)


def _edit(briefing: Briefing, what: str, n: int) -> Edited:
    names = [item.id for _, item in items(briefing)]
    name = names[n % len(names)]
    chance = Random(n)  # noqa: S311 - no secret
    agreements = [each.id for each in briefing.agreements] or [WHOLE]
    one = agreements[n % len(agreements)]
    kinds = ("agreed", "pledged", "assessed")
    own = one != WHOLE
    parts = arranging.can_move(briefing, name) or ("meetings",)
    edits: dict[str, Callable[[], Edited]] = {
        "kind": lambda: put(briefing, one, {"kind": kinds[n % 3]} if own else {}),
        "topic": lambda: put(briefing, one, {"topic": f"topic {n}"} if own else {}),
        "title": lambda: put(briefing, WHOLE, {"title": f"Title {n}"}),
        "add": lambda: arranging.add(briefing, "gaps", {"text": f"Gap {n}"}, chance),
        "copy": lambda: arranging.duplicate(briefing, name, chance),
        "remove": lambda: arranging.remove(briefing, name),
        "up": lambda: arranging.reorder(briefing, name, -1),
        "down": lambda: arranging.reorder(briefing, name, 1),
        "move": lambda: arranging.move(briefing, name, parts[n % len(parts)]),
    }
    return edits[what]()


@given(_EDITS)
@settings(max_examples=60)
def test_any_edits_undone_give_the_bytes_one_began_with_and_redone_those_one_had(
    edits: list[tuple[str, int]],
) -> None:
    first = sample()
    work = Work(first, first)
    for what, n in edits:
        if what in ("undo", "redo"):
            work = work.undo() if what == "undo" else work.redo()
        else:
            try:
                work = work.after(_edit(work.briefing, what, n))
            except BriefingError as error:
                assert error.problems  # noqa: PT017 - an edit may be refused, and then says why
        assert not errors(check(work.briefing))
        assert to_text(Briefing.model_validate_json(to_text(work.briefing))) == to_text(work.briefing)
    last, steps = to_text(work.briefing), len(work.done)
    for _ in range(steps):
        work = work.undo()
    assert to_text(work.briefing) == to_text(first)
    assert not work.unsaved
    for _ in range(steps):
        work = work.redo()
    assert to_text(work.briefing) == last
    assert work.kept().unsaved is False


def test_every_party_that_has_no_name_is_told(briefing: Briefing) -> None:
    twice = [each.model_copy(update={"parties": ("KR", "VELDANIA")}) for each in briefing.agreements[:2]]
    broken = briefing.model_copy(update={"agreements": tuple(twice)})
    found = [problem.where.path for problem in faults(broken)]
    assert found == ["agreements[0].parties[1]", "agreements[1].parties[1]"]


def test_an_inner_part_that_is_gone_takes_nothing_else_along(briefing: Briefing) -> None:
    plain = briefing.model_copy(update={"opcon": None})
    assert settled(plain, plain, Changes("nothing")) == (plain, NOTHING)
    after, _ = arranging.remove(plain, "a1")
    assert after.opcon is None


def test_with_values_leaves_what_is_not_named(briefing: Briefing) -> None:
    before = briefing.meetings[0]
    assert with_values(before, {}) == before
    assert with_values(before, {"title": before.title}) == before
