"""Two changes of one briefing made apart: together where they do not meet, and asked where they do."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.model.canonical import to_text
from briefing_app.model.problems import BriefingError
from briefing_app.workflow import arranging
from briefing_app.workflow.editing import WHOLE, item_of, put
from briefing_app.workflow.merging import item_at, merged
from tests.conftest import FEWER
from tests.workflow.edit_steps import CHANCE, sample

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing


@pytest.fixture
def base() -> Briefing:
    return sample("vksd-14")


def test_changes_in_different_places_come_together(base: Briefing) -> None:
    mine, _ = put(base, "a1", {"topic": "mine"})
    mine, _ = arranging.add(mine, "gaps", {"text": "Mine"}, CHANCE)
    theirs, _ = put(base, "a1", {"key": False})
    theirs, _ = put(theirs, "m1", {"when": None})
    theirs, _ = arranging.remove(theirs, "b2")
    found = merged(base, mine, theirs)
    assert found.conflicts == ()
    assert [(each.change, each.item) for each in found.taken] == [
        ("changed", "a1"),
        ("changed", "m1"),
        ("removed", "b2"),
    ]
    assert [field.field for field in found.taken[0].fields] == ["key"]
    one = item_of(found.briefing, "a1")
    assert (one.topic, one.key) == ("mine", False)  # type: ignore[attr-defined]
    assert item_of(found.briefing, "m1").when is None  # type: ignore[attr-defined]
    assert "b2" not in {each.id for each in found.briefing.background}
    assert found.briefing.gaps[-1].text == "Mine"


def test_what_both_changed_is_asked(base: Briefing) -> None:
    mine, _ = put(base, "a1", {"topic": "mine"})
    mine, _ = put(mine, WHOLE, {"title": "My title"})
    mine, _ = arranging.remove(mine, "a6")
    theirs, _ = put(base, "a1", {"topic": "theirs"})
    theirs, _ = put(theirs, WHOLE, {"title": "Their title"})
    theirs, _ = put(theirs, "a6", {"topic": "kept"})
    found = merged(base, mine, theirs)
    assert [(each.item, each.field) for each in found.conflicts] == [
        ("", "title"),
        ("a1", "topic"),
        ("a6", ""),
    ]
    assert found.conflicts[0].before == base.title
    assert found.conflicts[2].mine is None
    assert found.taken == (), "what is asked is not taken over"
    assert found.briefing.title == "My title"
    chosen = merged(base, mine, theirs, {each.name: "theirs" for each in found.conflicts})
    assert chosen.briefing.title == "Their title"
    assert item_of(chosen.briefing, "a1").topic == "theirs"  # type: ignore[attr-defined]
    ids = [each.id for each in chosen.briefing.agreements]
    assert ids == [each.id for each in theirs.agreements]  # in its old place


def test_places_are_named_for_people(base: Briefing) -> None:
    mine, _ = put(base, "event", {"place": "Here"})
    mine, _ = put(mine, "bottom-line", {"text": "Mine."})
    mine, _ = put(mine, "s1", {"author": "A. Mine"})
    assert base.opcon is not None
    condition = base.opcon.conditions[0].id
    mine, _ = put(mine, condition, {"text": "Mine"})
    theirs, _ = put(base, "event", {"place": "There"})
    theirs, _ = put(theirs, "bottom-line", {"text": "Theirs."})
    theirs, _ = put(theirs, "s1", {"author": "B. Theirs"})
    theirs, _ = put(theirs, condition, {"text": "Theirs"})
    found = {(each.item, each.field) for each in merged(base, mine, theirs).conflicts}
    assert found == {("event", "place"), ("bottom-line", "text"), ("s1", "author"), (condition, "text")}
    assert base.opcon.transfer is not None
    mine, _ = put(base, base.opcon.transfer.id, {"note": "Mine"})
    theirs, _ = put(base, base.opcon.transfer.id, {"note": "Theirs"})
    (one,) = merged(base, mine, theirs).conflicts
    assert (one.item, one.field) == ("", "opcon.transfer.note")
    assert item_at(base, "s1") is base.sources[0]
    assert item_at(base, "none") is None


def test_what_was_signed_off_apart_is_a_draft_together(base: Briefing) -> None:
    signed = base.model_copy(update={"status": "draft", "title": "Signed"})
    mine, _ = put(base, "a1", {"topic": "mine"})
    assert merged(base, mine, signed).briefing.status == "draft"
    kidd = sample()
    assert kidd.status == "reviewed"
    mine = kidd.model_copy(update={"title": "Mine"})  # by two people who both signed
    found = merged(kidd, mine, kidd.model_copy(update={"comment": "Theirs"}))
    assert (found.briefing.status, found.briefing.signed_off) == ("draft", None)
    assert [each.panel for each in found.taken] == ["comment"], "that it is a draft comes of the merge"


def test_two_sound_sides_that_make_no_sound_whole_are_refused(base: Briefing) -> None:
    alone = base.model_copy(update={"agreements": (), "participants": (), "meetings": ()})
    alone = alone.model_copy(update={"event": None, "opcon": None})
    empty = alone.model_copy(update={"glossary": ()})
    with pytest.raises(BriefingError):
        merged(alone, empty, base)


@given(st.integers(0, 400), st.integers(0, 400))
@settings(max_examples=FEWER)
def test_with_one_side_unchanged_the_other_is_the_result(one: int, other: int) -> None:
    base = sample("vksd-14")
    chance = Random(one)  # noqa: S311 - no secret
    changed, _ = put(base, f"a{one % 9 + 1}", {"topic": f"topic {other}"})
    changed, _ = arranging.duplicate(changed, f"m{other % 9 + 1}", chance)
    for mine, theirs in ((changed, base), (base, changed)):
        found = merged(base, mine, theirs)
        assert found.conflicts == ()
        assert to_text(found.briefing) == to_text(changed)
