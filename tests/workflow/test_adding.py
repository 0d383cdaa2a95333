"""Another article beside a briefing: what matches gains a passage, the rest is drafted, nothing is lost."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.drafting.passages import locate
from briefing_app.files.articles import open_text
from briefing_app.model.briefing import items, passages
from briefing_app.model.canonical import to_text
from briefing_app.model.checks import check
from briefing_app.model.items import Gap, Review
from briefing_app.model.outline import proof
from briefing_app.model.problems import BriefingError, Problem, errors
from briefing_app.model.sources import Difference
from briefing_app.words.rules import rule_words
from briefing_app.workflow import arranging
from briefing_app.workflow.adding import add_article, source_of
from briefing_app.workflow.adding_words import line_of
from briefing_app.workflow.drafting import Wishes, take_text
from briefing_app.workflow.editing import put
from briefing_app.workflow.passage_sources import with_source
from briefing_app.workflow.reviewing import decide
from briefing_app.workflow.undoing import Work
from tests.workflow.adding_steps import (
    ELSEWHERE,
    READOUT,
    REVIEWER,
    WIRE,
    by_id,
    drafted,
    signed,
    with_article,
)
from tests.workflow.edit_steps import sample

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.adding import Added
    from briefing_app.workflow.drafting import Built, Taken

VKSD = {source.id: source for source in sample("vksd-14").sources}
DAYS = {"s1": "2024-10-18", "s2": "2024-10-17"}


@pytest.fixture(scope="module")
def wire() -> Briefing:
    return drafted(WIRE)


@pytest.fixture(scope="module")
def added(wire: Briefing) -> Added:
    return with_article(wire, READOUT)


def of_sample(name: str) -> str:
    return "\n\n".join((VKSD[name].title, *VKSD[name].text)) + "\n"


def dated(name: str) -> Wishes:
    return Wishes(published=DAYS[name])


def differences(briefing: Briefing) -> dict[str, list[tuple[str, set[str]]]]:
    return {
        each.about: [(one.value, {passage.source for passage in one.evidence}) for one in each.readings]
        for each in briefing.differences
    }


def test_what_matches_gains_a_passage_and_what_is_new_is_drafted(wire: Briefing, added: Added) -> None:
    after, laid = added.briefing, added.laid
    assert (added.kind, added.source, added.changes.step) == ("further", "s2", "add source")
    assert [source.id for source in after.sources] == ["s1", "s2"]
    assert set(laid.gained) == {"event", "p1", "p2", "a1", "m1"}
    items_now = by_id(after)
    for name in laid.gained:
        assert {passage.source for passage in items_now[name].evidence} == {"s1", "s2"}
    assert [p.name for p in after.participants] == ["Rui Tavarede", "Ingrid Solbakk", "Nils Aardal"]
    assert after.participants[1].other_names == ()  # "Solbakk Ingrid" is no other name
    new = [items_now[name] for name in laid.new]
    assert {each.review.state for each in new} == {"drafted"}
    assert not any(each.key for each in new)
    assert all(passage.source == "s2" for each in new for passage in each.evidence)
    assert after.bottom_line == wire.bottom_line
    told = "Added as source s2: 5 items gained a passage, 2 new items, 3 differences proposed."
    assert line_of(wire, added) == told


def test_a_contradiction_is_a_difference_to_be_reviewed_and_what_stands_stays(
    wire: Briefing, added: Added
) -> None:
    after = added.briefing
    assert differences(after) == {
        "Figures in: Hold three naval exercises in the Barents Sea next year": [
            ("Hold three naval exercises in the Barents Sea next year", {"s1"}),
            ("Hold two naval exercises in the Barents Sea", {"s2"}),
        ],
        "Date of: 4th Portugal-Norway Defence Dialogue": [
            ("September 2022", {"s1"}),
            ("October 2022", {"s2"}),
        ],
        "Place of: 4th Portugal-Norway Defence Dialogue": [("Oslo", {"s1"}), ("Bergen", {"s2"})],
    }
    assert {each.review.state for each in after.differences} == {"drafted"}
    assert rule_words(str(after.differences[0].origin).removeprefix("rule:")).startswith("Two sources")
    assert after.agreements[0].statement == wire.agreements[0].statement
    assert (after.meetings[0].when, after.meetings[0].place) == (
        wire.meetings[0].when,
        wire.meetings[0].place,
    )


def test_a_third_source_extends_the_difference_about_the_same_thing(added: Added) -> None:
    third = READOUT.replace("two naval", "five naval").replace("Bergen", "Oslo").replace("OSLO", "PORTO")
    accepted, _ = decide(added.briefing, added.briefing.differences[2].id, "accepted", REVIEWER)
    again = with_article(accepted, third.replace("Readout of", "Statement on"))
    assert again.source == "s3"
    told = differences(again.briefing)
    assert len(told) == 3
    assert [
        value for value, _ in told["Figures in: Hold three naval exercises in the Barents Sea next year"]
    ] == [
        "Hold three naval exercises in the Barents Sea next year",
        "Hold two naval exercises in the Barents Sea",
        "Hold five naval exercises in the Barents Sea",
    ]
    dates = told["Date of: 4th Portugal-Norway Defence Dialogue"]
    assert dates == [("September 2022", {"s1"}), ("October 2022", {"s2", "s3"})]
    places = again.briefing.differences[2]
    assert (places.id, places.review.state) == (accepted.differences[2].id, "accepted")  # the third agrees


def test_the_same_text_twice_is_told(added: Added) -> None:
    for text, source in ((WIRE, "s1"), (READOUT, "s2"), (READOUT.replace("\n\n", "\n\n\n"), "s2")):
        with pytest.raises(BriefingError) as caught:
            with_article(added.briefing, text)
        (problem,) = caught.value.problems
        assert (problem.code, problem.values["source"]) == ("article-added", source)
    there = source_of(added.briefing, open_text(READOUT, "").article.paragraphs)
    assert there == added.briefing.sources[1]
    assert source_of(added.briefing, ("Something else.",)) is None


def test_what_was_signed_off_is_a_draft_again_and_can_be_undone() -> None:
    before = signed(drafted(WIRE))
    added = with_article(before, READOUT)
    after = added.briefing
    assert (before.status, after.status, after.signed_off) == ("reviewed", "draft", None)
    states = {name: item.review.state for name, item in by_id(after).items()}
    assert {name for name, state in states.items() if state == "accepted"} == {"bottom-line", "a2"}
    assert set(added.laid.reopened) == set(added.laid.gained)
    work = Work(before, before).after((added.briefing, added.changes))
    assert work.undo().briefing == before
    assert work.undo().redo().briefing == after
    assert set(added.changes.items) == {"s2", *added.laid.items}


def test_a_rejected_item_that_matches_is_reopened_but_not_before_one_that_stands(wire: Briefing) -> None:
    rejected, _ = decide(wire, "a1", "rejected", REVIEWER)
    added = with_article(rejected, READOUT)
    assert by_id(added.briefing)["a1"].review.state == "drafted"
    assert added.laid.reopened == ("a1",)
    copied, changes = arranging.duplicate(rejected, "a1", Random(3))  # noqa: S311
    again = with_article(copied, READOUT)
    assert by_id(again.briefing)["a1"].review.state == "rejected"
    assert changes.items[0] in again.laid.gained


def test_who_attended_another_meeting_is_only_mentioned(wire: Briefing) -> None:
    added = with_article(wire, ELSEWHERE)
    after = added.briefing
    assert after.event == wire.event
    (met,) = [each for each in after.meetings if each.id in added.laid.new]
    assert (met.place, met.outcome and met.outcome.state) == ("Tallinn", "held")
    people = {each.name: each.capacity for each in after.participants}
    assert people == {"Rui Tavarede": "head", "Ingrid Solbakk": "head", "Mart Kuusk": "mentioned"}
    assert after.differences == ()


def test_a_preview_gains_its_event_and_the_coming_meeting_its_outcome() -> None:
    before = drafted(
        """Ministers to meet in Lisbon

LISBON, May 10, 2021 (Sample Wire) -- The 3rd Portugal-Norway Defence Dialogue will be in Lisbon on 13 May.
"""
    )
    assert (before.event, [each.title for each in before.meetings]) == (
        None,
        ["3rd Portugal-Norway Defence Dialogue"],
    )
    added = with_article(before, WIRE)
    after = added.briefing
    assert after.event is not None
    assert "event" in added.laid.new
    assert after.meetings[0].outcome is not None
    assert after.meetings[0].outcome.state == "held"
    assert {each.capacity for each in after.participants} == {"head"}
    elsewhere = with_article(before, ELSEWHERE).briefing
    assert elsewhere.event is None
    assert {each.capacity for each in elsewhere.participants} == {"mentioned"}


def test_what_is_not_proved_contradicts_nothing(wire: Briefing) -> None:
    bare, _ = put(wire, "m1", {"evidence": ()})
    added = with_article(bare, READOUT)
    assert list(differences(added.briefing)) == [
        "Figures in: Hold three naval exercises in the Barents Sea next year"
    ]
    assert {each.place for each in added.briefing.meetings} == {"Oslo", "Bergen"}


def test_the_two_sources_of_a_sample_differ_on_one_date() -> None:
    texts = {"s1": VKSD["s1"].text}
    first = drafted_sample("s1")
    added = with_article(first, of_sample("s2"), texts, dated("s2"))
    new = [(each.kind, each.parties) for each in added.briefing.agreements if each.id in added.laid.new]
    assert new == [(kind, ()) for kind in ("reaffirmed", "agreed", "agreed", "assessed")]
    assert set(added.laid.gained) == {"event", "p1", "p5", "p6", "m8"}
    assert differences(added.briefing) == {
        "Date of FOC": [("First half of 2025", {"s1"}), ("Third quarter of 2025", {"s2"})]
    }
    director = added.briefing.participants[4]
    assert (director.name, director.other_names) == ("Mirelle Quandt-Ossó", ("Mireille Quandt-Osso",))
    assert (director.capacity, director.evidence[0].source) == ("member", "s1")


def drafted_sample(name: str) -> Briefing:
    return drafted(of_sample(name), dated(name))


def test_a_reprint_only_gains_passages_and_one_with_other_values_contradicts() -> None:
    first = drafted_sample("s1")
    reprint = of_sample("s1").replace("(Sample Wire)", "(Other Wire)")
    again = with_article(first, reprint, wishes=dated("s1"))
    assert (again.kind, again.laid.new, again.laid.differences) == ("further", (), ())
    assert set(again.laid.gained) == {item.id for _, item in items(first)} - {
        "bottom-line",
        *(gap.id for gap in first.gaps),
    }
    other = reprint
    for old, new in (
        ("around June 2023", "around May 2022"),
        ("third quarter of 2026", "fourth quarter of 2029"),
        ("Work on the second,", "The second,"),
        ("missiles, goes on.", "missiles, has been met."),
        ("take place by 2028", "take place in 2031"),
        ("conditions-based transfer of", "time-based transfer of"),
        ("Deputy Foreign Minister Ottoline", "Interior Minister Ottoline"),
    ):
        assert old in other
        other = other.replace(old, new)
    after = with_article(first, other, wishes=dated("s1")).briefing
    assert {about: [value for value, _ in readings] for about, readings in differences(after).items()} == {
        "Role of Ottoline Braskett": ["Deputy Foreign Minister", "Interior Minister"],
        "Approach to the transfer": ["conditions-based", "time-based"],
        "Date of the transfer": ["By 2028", "2031"],
        "Date of FMC (air component)": ["Third quarter of 2026", "Fourth quarter of 2029"],
        "State of the condition: A shared shield against missiles": ["in progress", "met"],
    }
    assert after.opcon
    assert [(each.stage, each.when and each.when.edtf) for each in after.opcon.tracks[0].stages][:3] == [
        ("FOC", "2022-05~"),
        ("FOC", "2023-06~"),
        ("FOC", "2025-40"),
    ]
    bare = first.model_copy(update={"opcon": after.opcon.model_copy(update={"tracks": ()})})
    assert with_article(bare, reprint, wishes=dated("s1")).briefing.opcon != bare.opcon


def test_a_stage_that_nothing_proves_contradicts_nothing() -> None:
    first = drafted_sample("s1")
    bare, _ = put(first, "o4", {"evidence": ()})
    after = with_article(bare, of_sample("s2"), wishes=dated("s2")).briefing
    assert after.differences == ()
    assert after.opcon
    stages = [each for each in after.opcon.tracks[0].stages if each.stage == "FOC"]
    assert [each.state for each in stages] == ["rehearsed", "planned", "delayed"]
    only = first.model_copy(update={"opcon": None})
    assert with_article(only, of_sample("s2"), wishes=dated("s2")).briefing.opcon is not None


def test_a_source_takes_the_next_name_that_is_free(wire: Briefing) -> None:
    renamed = with_source(wire, {"s1": "s2"})
    (source,) = wire.sources
    before = renamed.model_copy(update={"sources": (source.model_copy(update={"id": "s2"}),)})
    assert with_article(before, READOUT).source == "s3"


def test_what_ends_a_draft_ends_the_adding(wire: Briefing) -> None:
    def ended(taken: Taken, wishes: Wishes) -> Built:
        raise BriefingError(Problem("draft-ended"))

    text = WIRE.replace("three naval", "four naval")
    for each in (text, READOUT):
        with pytest.raises(BriefingError) as caught:
            add_article(wire, take_text(each), Wishes(), ended, Random(1), {})  # noqa: S311
        assert caught.value.problems[0].code == "draft-ended"


def test_the_longer_source_fills_in_the_shorter_and_answers_its_gaps() -> None:
    short = drafted_sample("s2")
    assert short.event
    assert short.event.parties == ()
    reopened, _ = decide(short, "g2", "accepted", REVIEWER)
    added = with_article(reopened, of_sample("s1"), wishes=dated("s1"))
    after = added.briefing
    assert after.event
    assert after.event.parties == ("VELDANIA", "KORVATH")
    assert after.meetings[0].place == "Dessenport"
    assert differences(after) == {
        "Date of FOC": [("Third quarter of 2025", {"s1"}), ("First half of 2025", {"s2"})]
    }
    assert after.opcon
    whole = [(each.stage, each.state) for each in after.opcon.tracks[0].stages]
    # Never behind the last entry: which of the two holds is not known.
    assert [entry for entry in whole if entry[0] == "FOC"] == [
        ("FOC", "rehearsed"),
        ("FOC", "delayed"),
        ("FOC", "planned"),
    ]
    gaps = {each.id: each for each in after.gaps}
    assert set(added.laid.answered) == {"g2", "g3"}
    assert "g3" not in gaps  # nobody had decided on it
    assert gaps["g2"].review.state == "drafted"
    assert "g2" in added.laid.reopened
    assert "KORVATH" in {each.abbreviation for each in after.glossary}


def test_a_gap_that_a_person_took_out_does_not_come_back(wire: Briefing) -> None:
    undated = WIRE.replace(" in September 2022", "")
    before = drafted(undated)
    assert [gap.text for gap in before.gaps] == ["A date for: 4th Portugal-Norway Defence Dialogue"]
    without, _ = arranging.remove(before, "g1")
    own = Gap(id="g-abcdef", text="Who pays", review=Review(state="accepted"), origin="person")
    without = without.model_copy(update={"gaps": (own,)})
    plain = ELSEWHERE.replace(
        "They agreed", "The next Estonia Defence Forum will be held in Tartu.\n\nThey agreed"
    )
    after = with_article(without, plain).briefing
    texts = [gap.text for gap in after.gaps]
    assert texts[0] == "Who pays"
    assert "A date for: 4th Portugal-Norway Defence Dialogue" not in texts
    assert after.gaps[0] == own
    assert wire.gaps == ()


TEXTS = {"wire": WIRE, "readout": READOUT, "elsewhere": ELSEWHERE}
DRAFTS = {name: drafted(text) for name, text in TEXTS.items()}


@settings(max_examples=12)
@given(
    st.permutations(list(TEXTS)), st.lists(st.sampled_from(["accepted", "rejected", "edited"]), min_size=3)
)
def test_whatever_is_added_is_sound_and_nothing_that_stands_is_lost(
    order: list[str], states: list[str]
) -> None:
    before = DRAFTS[order[0]]
    for (_, item), state in zip(list(items(before)), states, strict=False):
        before, _ = decide(before, item.id, state, REVIEWER)  # type: ignore[arg-type]
    for name in order[1:]:
        added = with_article(before, TEXTS[name])
        after = added.briefing
        assert errors(check(after)) == ()
        assert to_text(after) == to_text(with_article(before, TEXTS[name]).briefing)
        _nothing_lost(before, after)
        articles = {
            source.id: open_text(text, "").article.paragraphs
            for source in after.sources
            for text in TEXTS.values()
            if source_of(after, open_text(text, "").article.paragraphs) == source
        }
        assert all(locate(each, articles[each.source]).state == "verified" for _, each in passages(after))
        before = after


def _nothing_lost(before: Briefing, after: Briefing) -> None:
    """Check that each item is as it was, or has more and is drafted."""
    assert set(before.sources) <= set(after.sources)
    now = by_id(after)
    for name, item in by_id(before).items():
        there = now[name]
        assert set(proof(item)) <= set(proof(there))
        if there == item:
            continue
        assert there.review.state == "drafted"
        for key in type(item).model_fields:
            value = getattr(item, key)
            if key in ("evidence", "review", "inferred", "capacity", "origin") or isinstance(
                item, Difference
            ):
                continue
            kept = value in (None, (), False) or getattr(there, key) == value
            assert kept or set(value) <= set(getattr(there, key)), (name, key)
