"""Edits: what they change, what they reset, what they refuse; and that they can all be undone."""

from __future__ import annotations

import pytest

from briefing_app.model.briefing import Briefing, Expansion, SignedOff, items
from briefing_app.model.checks import check, faults
from briefing_app.model.items import Marking, Review, When
from briefing_app.model.problems import BriefingError, errors
from briefing_app.workflow import arranging
from briefing_app.workflow.editing import (
    NOTHING,
    WHOLE,
    Changes,
    Line,
    found,
    item_of,
    put,
    settled,
    with_values,
)
from briefing_app.workflow.fields import fields_of
from tests.workflow.edit_steps import codes, sample


@pytest.fixture
def briefing() -> Briefing:
    return sample()


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


def test_the_tracks_of_a_transition_keep_their_stages() -> None:
    briefing = sample("vksd-14")
    assert briefing.opcon is not None
    names = [each.name for each in briefing.opcon.tracks]
    others = tuple(name and f"{name}, renamed" for name in names)
    after, changes = put(briefing, WHOLE, {"opcon.tracks": others})
    assert after.opcon is not None
    assert tuple(each.name for each in after.opcon.tracks) == others
    assert [each.stages for each in after.opcon.tracks] == [each.stages for each in briefing.opcon.tracks]
    assert after.opcon.conditions == briefing.opcon.conditions
    assert changes.step == "change OPCON tracks of briefing"
    assert codes(put, briefing, WHOLE, {"opcon.tracks": others[1:]}) == ["opcon-tracks"]
    alone = briefing.model_copy(update={"opcon": None})
    assert codes(put, alone, WHOLE, {"opcon.tracks": ("-",)}) == ["opcon-tracks"]


def test_what_is_inferred_is_marked_by_hand_where_the_field_holds_something() -> None:
    briefing = sample("vksd-14")
    meeting = next(each for each in briefing.meetings if each.when and not each.alongside)
    after, _ = put(briefing, meeting.id, {"inferred": ("when",)})
    assert next(each for each in after.meetings if each.id == meeting.id).inferred == ("when",)
    assert codes(put, briefing, meeting.id, {"inferred": ("when", "alongside")}) == ["inferred-nothing"]


def test_the_readings_of_a_difference_keep_their_passages() -> None:
    briefing = sample("vksd-14")
    before = briefing.differences[0]
    words = tuple(f"reading {n}" for n, _ in enumerate(before.readings))
    after, changes = put(briefing, before.id, {"readings": words})
    readings = after.differences[0].readings
    assert tuple(each.value for each in readings) == words
    assert [each.evidence for each in readings] == [each.evidence for each in before.readings]
    assert changes.step == "change readings of difference"
    assert codes(put, briefing, before.id, {"readings": words[:1]}) == ["difference-readings"]


def test_readings_come_and_go_with_their_passages() -> None:
    briefing = sample("vksd-14")
    before = briefing.differences[0]
    one, two = (Line(each.value, each.evidence) for each in before.readings[:2])
    third = Line("neither", one.evidence)
    after, _ = put(briefing, before.id, {"readings": (one, third, two)})
    assert [(each.value, each.evidence) for each in after.differences[0].readings] == [one, third, two]
    back, _ = put(after, before.id, {"readings": (third, two)})
    assert [each.value for each in back.differences[0].readings] == ["neither", two.words]
    assert codes(put, briefing, before.id, {"readings": (one,)}) == ["difference-one-reading"]
    bare = (one, two, Line("neither", ()))
    assert codes(put, briefing, before.id, {"readings": bare}) == ["reading-unproved"]
    empty = (one, two, Line("", one.evidence))
    assert codes(put, briefing, before.id, {"readings": empty}) == ["reading-empty"]


def test_an_item_gets_a_marking_of_its_own(briefing: Briefing) -> None:
    after, _ = put(briefing, "a1", {"marking.label": "TLP:RED", "marking.caveat": "Two people"})
    assert item_of(after, "a1").marking == Marking(scheme="TLP", label="TLP:RED", caveat="Two people")
    assert codes(put, briefing, "a1", {"marking.caveat": "Two people"}) == ["missing-key", "missing-key"]


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


def test_a_label_that_only_looks_as_one_of_tlp_is_refused(briefing: Briefing) -> None:
    with pytest.raises(BriefingError) as caught:
        put(briefing, WHOLE, {"marking.label": "TLP:BLUE"})
    assert caught.value.problems[0].code == "unknown-marking"
    assert put(briefing, WHOLE, {"marking.label": "Desk only"})[0].marking is not None
