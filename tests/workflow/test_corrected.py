"""A corrected version of a source: what stands verbatim keeps its review, what changed is reopened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.drafting.passages import locate
from briefing_app.files.articles import OpenedArticle
from briefing_app.model.article import article_digest
from briefing_app.model.briefing import items, passages
from briefing_app.model.checks import check
from briefing_app.model.items import Review
from briefing_app.model.outline import proof
from briefing_app.model.problems import BriefingError, errors
from briefing_app.workflow.adding_words import line_of, lines_of
from briefing_app.workflow.drafting import Taken, Wishes, take_text
from briefing_app.workflow.editing import put
from briefing_app.workflow.undoing import Work
from tests.workflow.adding_steps import (
    READOUT,
    WIRE,
    by_id,
    decided,
    drafted,
    signed,
    with_article,
    with_taken,
)
from tests.workflow.edit_steps import sample

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.meetings import Meeting
    from briefing_app.workflow.adding import Added

CORRECTED = WIRE.replace("three naval", "four naval").replace(
    "They agreed to open",
    "The weather in Lisbon was fine.\n\nThey agreed to open",
)


def paragraphs(text: str) -> tuple[str, ...]:
    return take_text(text).opened.article.paragraphs


def corrected(text: str, before: Briefing, *, at_hand: bool = True) -> Added:
    return with_article(before, text, {"s1": paragraphs(WIRE)} if at_hand else {})


@pytest.fixture(scope="module")
def reviewed() -> Briefing:
    return signed(drafted(WIRE))


def test_only_what_changed_is_reopened_and_the_rest_moves_with_its_paragraph(reviewed: Briefing) -> None:
    added = corrected(CORRECTED, reviewed)
    after = added.briefing
    assert (added.kind, added.source) == ("corrected", "s1")
    assert added.changes.step == "take corrected version of source"
    assert set(added.laid.reopened) == {"bottom-line", "a1"}
    assert added.laid.new == ()
    assert (after.status, after.signed_off) == ("draft", None)
    states = {name: item.review.state for name, item in by_id(after).items()}
    assert {name for name, state in states.items() if state == "drafted"} == {"bottom-line", "a1"}
    moved = by_id(after)["a2"]
    assert moved.review == by_id(reviewed)["a2"].review
    assert [passage.paragraph for passage in moved.evidence] == [4]
    text = paragraphs(CORRECTED)
    found = {name: [locate(each, text).state for each in proof(item)] for name, item in by_id(after).items()}
    assert found["a1"] == ["verified"]  # the words as they are now, in the place of the old ones
    assert after.agreements[0].statement == "Hold four naval exercises in the Barents Sea next year"
    assert "four naval exercises" in after.bottom_line.text
    assert set(added.laid.renewed) == {"bottom-line", "a1"}
    assert {state for name, those in found.items() if states[name] == "accepted" for state in those} == {
        "verified"
    }
    assert after.differences == ()


def test_the_source_is_that_of_the_new_text(reviewed: Briefing) -> None:
    before = reviewed.sources[0]
    text = CORRECTED.replace("May 14, 2021", "May 15, 2021").replace("on Thursday", "on 13 May")
    source = corrected(text, reviewed).briefing.sources[0]
    assert (source.id, source.title, source.publisher) == ("s1", before.title, "Sample Wire")
    assert (source.published, source.paragraphs) == ("2021-05-15", 5)
    assert source.digest == article_digest(paragraphs(text))
    assert source.text == ()
    kept = with_article(reviewed, text, {"s1": paragraphs(WIRE)}, Wishes(embed_text=True)).briefing
    assert kept.sources[0].text == paragraphs(text)
    third = CORRECTED.replace("May 14, 2021", "May 16, 2021").replace("on Thursday", "on 13 May")
    again = with_article(kept, third).briefing
    assert again.sources[0].text == paragraphs(third)


def test_a_corrected_version_contradicts_other_sources_and_not_itself() -> None:
    both = with_article(drafted(WIRE), READOUT.replace("two naval", "three naval")).briefing
    added = corrected(WIRE.replace("three naval", "four naval"), both)
    (figures,) = [each for each in added.briefing.differences if each.about.startswith("Figures")]
    assert [(each.value[:10], {one.source for one in each.evidence}) for each in figures.readings] == [
        ("Hold three", {"s2"}),
        ("Hold four ", {"s1"}),
    ]
    assert added.laid.differences == (figures.id,)


def test_an_earlier_version_is_told_and_not_taken(reviewed: Briefing) -> None:
    with pytest.raises(BriefingError) as caught:
        corrected(CORRECTED.replace("May 14, 2021", "May 13, 2021"), reviewed)
    (problem,) = caught.value.problems
    assert (problem.code, problem.values["source"]) == ("article-older", "s1")


MOVED = WIRE.replace(
    "The 4th Portugal", "The Halifax Sea Forum is slated for June 4-5 in Porto.\n\nThe 4th Portugal"
)


def forum(briefing: Briefing) -> Meeting:
    (found,) = [each for each in briefing.meetings if each.title == "Halifax Sea Forum"]
    return found


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        ("June 4-5", "June 5-6", ("2021-06-05/2021-06-06", "Porto")),
        ("June 4-5", "June 4", ("2021-06-04", "Porto")),
        ("June 4-5", "September 18", ("2021-09-18", "Porto")),
        ("in Porto", "in Bergen", ("2021-06-04/2021-06-05", "Bergen")),  # behind the passage
        ("June 4-5 in Porto", "June 5-6 in Bergen", ("2021-06-05/2021-06-06", "Bergen")),
    ],
)
def test_an_item_takes_what_the_corrected_words_say(old: str, new: str, values: tuple[str, str]) -> None:
    text = MOVED.replace(old, new)
    for before in (drafted(MOVED), decided(drafted(MOVED))):
        added = with_article(before, text, {"s1": paragraphs(MOVED)})
        there = forum(added.briefing)
        assert (there.when and there.when.edtf, there.place) == values
        assert len(added.briefing.meetings) == 2
        assert there.review.state == "drafted"
        assert [locate(each, paragraphs(text)).state for each in there.evidence] == ["verified"]
        was_decided = forum(before).review.state == "accepted"
        assert set(added.laid.reopened) == ({there.id, "bottom-line"} if was_decided else set())
        assert set(added.laid.renewed) == {there.id, "bottom-line"}
        assert (added.laid.new, added.laid.differences) == ((), ())
        line = line_of(before, added)
        assert "2 items follow the new words" in line
        assert ("2 decided items reopened" in line) is ("reopened" in line) is was_decided
        told = tuple(lines_of(before, added))
        was = ("    date: 4–5 June 2021 -> ", "    place: Porto -> Bergen")
        assert any(each.startswith(was) for each in told)
        work = Work(before, before).after((added.briefing, added.changes))
        assert work.undo().briefing == before


def test_what_a_person_wrote_stays_though_the_words_change() -> None:
    text = MOVED.replace("June 4-5 in Porto", "June 5-6 in Bergen")
    before, _ = put(drafted(MOVED), forum(drafted(MOVED)).id, {"place": "Porto Town Hall"})
    after = forum(with_article(before, text, {"s1": paragraphs(MOVED)}).briefing)
    assert (after.place, after.when and after.when.edtf) == ("Porto Town Hall", "2021-06-05/2021-06-06")
    assert [locate(each, paragraphs(text)).state for each in after.evidence] == ["verified"]
    # Nobody knows what the old text said: then what a person is known to have edited says what it said.
    review = Review(state="edited", by="A. Reader", on="2021-05-16")
    own, _ = put(before, forum(before).id, {"title": "Halifax Sea Forum"}, review=review)
    added = with_article(own, text)
    unknown = forum(added.briefing)
    assert (unknown.place, unknown.when and unknown.when.edtf) == (
        "Porto Town Hall",
        "2021-06-04/2021-06-05",
    )
    assert len(unknown.evidence) == 2
    assert added.laid.gone == (unknown.id,)
    assert "rests on words that are gone" in line_of(own, added)


def test_what_a_rule_drafted_follows_the_words_though_the_old_text_is_not_at_hand() -> None:
    before = drafted(MOVED)
    added = with_article(before, MOVED.replace("June 4-5", "June 5-6"))
    there = forum(added.briefing)
    assert (there.when and there.when.edtf, len(there.evidence)) == ("2021-06-05/2021-06-06", 1)
    assert added.laid.gone == ()


def test_words_of_another_source_keep_their_values_and_lose_only_those_that_are_gone() -> None:
    first = drafted(WIRE)
    both = with_article(first, READOUT.replace("two naval", "three naval")).briefing
    text = WIRE.replace("three naval", "four naval")
    added = corrected(text, both)
    one = added.briefing.agreements[0]
    assert one.statement == first.agreements[0].statement
    assert [each.source for each in one.evidence] == ["s2", "s1"]
    assert locate(one.evidence[1], paragraphs(text)).state == "verified"
    assert len(added.laid.differences) == 1


def test_a_corrected_day_is_that_of_the_same_event() -> None:
    wire = WIRE.replace(" for the 3rd Portugal-Norway Defence Dialogue", "")
    text = wire.replace("in Lisbon on Thursday", "in Lisbon on Wednesday")
    added = with_article(drafted(wire), text, {"s1": paragraphs(wire)})
    event = added.briefing.event
    assert event
    assert (event.when.edtf, len(event.evidence)) == ("2021-05-12", 1)
    assert {each.capacity for each in added.briefing.participants} == {"head"}
    assert len(added.briefing.meetings) == 1


def test_what_is_gone_keeps_its_quote_within_the_text(reviewed: Briefing) -> None:
    short = "\n\n".join(WIRE.split("\n\n")[:3]) + "\n"
    added = corrected(short, reviewed)
    after = added.briefing
    assert added.kind == "corrected"
    assert set(added.laid.reopened) == {"a2", "m1", "bottom-line"}
    assert errors(check(after)) == ()
    (quote,) = by_id(after)["m1"].evidence
    assert quote.paragraph == 2
    assert quote.digest == by_id(reviewed)["m1"].evidence[0].digest
    assert locate(quote, paragraphs(short)).state == "missing"


def test_what_is_new_in_it_is_drafted_once_though_the_old_text_is_not_at_hand(reviewed: Briefing) -> None:
    text = WIRE.replace(
        "They agreed to open", "They agreed to train forty pilots each year.\n\nThey agreed to open"
    )
    removed = reviewed.model_copy(update={"agreements": reviewed.agreements[:1]})
    for at_hand in (True, False):
        added = corrected(text, removed, at_hand=at_hand)
        new = [by_id(added.briefing)[name] for name in added.laid.new]
        told = [getattr(each, "statement", "") for each in new]
        assert "Train forty pilots each year" in told
        # What a person took out comes back only where nobody can know that it was there.
        assert len(told) == (1 if at_hand else 2)
        assert {each.review.state for each in new} == {"drafted"}
        assert added.laid.reopened == ()


def test_another_text_is_another_source() -> None:
    before = drafted(WIRE)
    reprint = WIRE.replace("Sample Wire", "Other Wire")
    other = WIRE.replace("naval", "air").replace("Portugal", "Albania").replace("Portuguese", "Albanian")
    other = other.replace("Bergen", "Narvik").replace("will be held", "takes place")
    assert corrected(reprint, before).kind == "further"
    assert corrected(READOUT, before).kind == "further"
    assert corrected(CORRECTED, before, at_hand=False).kind == "corrected"  # by its headline and publisher
    renamed = CORRECTED.replace("to hold naval exercises", "plan exercises at sea")
    assert corrected(renamed, before, at_hand=False).kind == "further"
    assert corrected(renamed, before).kind == "corrected"  # by its paragraphs
    gone = "\n\n".join((WIRE.split("\n\n")[0], *other.split("\n\n")[1:]))
    assert corrected(gone, before).kind == "further"  # of what the briefing cites nothing is left


def test_a_page_is_known_by_its_address() -> None:
    page = "<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"  # noqa: E501
    before = drafted(WIRE)
    source = before.sources[0].model_copy(update={"url": "https://www.wire.example/2021/talks/"})
    before = before.model_copy(update={"sources": (source,)})
    body = "".join(f"<p>{each}</p>" for each in paragraphs(CORRECTED)[1:])
    text = page.format(title="Talks in Lisbon", body=body + "<p>A note of the editors follows here.</p>")
    taken = take_text(text)
    for address, kind in (
        ("https://wire.example/2021/talks", "corrected"),
        ("https://wire.example/2021/other", "further"),
    ):
        article = taken.opened.article.model_copy(update={"url": address})
        assert (
            with_taken(before, Taken(OpenedArticle(article), "page"), Wishes(published="2021-05-15")).kind
            == kind
        )


def test_a_version_that_holds_nothing_to_draft_from_is_taken_all_the_same() -> None:
    text = "The harbour was quiet all day.\n\nThe market was open.\n\nThe evening was quiet, too.\n"
    wishes = Wishes(published="2021-05-14")
    before = drafted(text, Wishes(published="2021-05-14", alone=True))
    added = with_article(before, text.replace("evening", "night"), {"s1": paragraphs(text)}, wishes)
    assert added.kind == "corrected"
    assert added.laid.items == ()
    assert added.briefing.sources[0].digest != before.sources[0].digest
    assert by_id(added.briefing) == by_id(before)


def test_readings_outcomes_and_unused_sentences_move_too() -> None:
    before = decided(sample("vksd-14"))
    first = before.sources[0]
    text = "\n\n".join((first.title, first.text[0], "A sentence that is new.", *first.text[1:])) + "\n"
    added = with_article(before, text, wishes=Wishes(published="2024-10-18"))
    after = added.briefing
    assert added.kind == "corrected"
    assert added.laid.reopened == ()
    assert len(after.unused) == len(before.unused)
    new = paragraphs(text)
    mine = [each for _, each in passages(after) if each.source == "s1"]
    assert {locate(each, new).state for each in mine} == {"verified"}
    kept = {item.review.state for _, item in items(after) if item.id not in added.laid.new}
    assert kept == {"accepted", "edited"}


PARAGRAPHS = paragraphs(WIRE)


@settings(max_examples=15)
@given(st.permutations(range(1, len(PARAGRAPHS))), st.sets(st.integers(1, len(PARAGRAPHS) - 1), max_size=2))
def test_any_version_is_sound_and_reopens_just_what_is_not_in_it(order: list[int], gone: set[int]) -> None:
    before = decided(drafted(WIRE))
    text = (PARAGRAPHS[0], *(PARAGRAPHS[n] for n in order if n not in gone))
    if text == PARAGRAPHS:
        return
    head = WIRE.split("\n\n", maxsplit=1)[0]
    added = corrected("\n\n".join((head, *text)) + "\n", before)
    after = added.briefing
    assert added.kind == "corrected"
    assert errors(check(after)) == ()
    lost = {
        name
        for name, item in by_id(before).items()
        if any(each.paragraph - 1 in gone for each in proof(item))
    }
    assert set(added.laid.reopened) == lost
    for name, item in by_id(before).items():
        there = by_id(after)[name]
        assert there.review.state == ("drafted" if name in lost else "accepted")
        assert len(there.evidence) == len(item.evidence)
        if name not in lost:
            assert {locate(each, text).state for each in there.evidence} == {"verified"}
