"""Review: the order of reading, what speaks for and against an item, decisions, sign-off, what is left."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from briefing_app.drafting.passages import Located
from briefing_app.model.briefing import items
from briefing_app.model.checks import faults
from briefing_app.model.items import Review, When
from briefing_app.model.problems import BriefingError
from briefing_app.words.rules import rule_words
from briefing_app.workflow.checking import located, texts_of
from briefing_app.workflow.editing import NOTHING, item_of, put
from briefing_app.workflow.lexicon import load_lexicon
from briefing_app.workflow.opening import open_briefing, samples
from briefing_app.workflow.reviewing import (
    DONE,
    Reviewer,
    checks,
    decide,
    dismiss,
    in_order,
    left_words,
    progress,
    progress_words,
    sign_off,
)
from briefing_app.workflow.unused import Made, kinds, made_item, proposal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage

ME = Reviewer("Desk 3", "2026-11-26")
CHANCE = Random(1)  # noqa: S311 - no secret


@pytest.fixture
def briefing() -> Briefing:
    (path,) = (each for each in samples() if each.stem == "vksd-14")
    found = open_briefing(path).briefing
    assert found is not None
    return found


@pytest.fixture
def found(briefing: Briefing) -> Mapping[Passage, Located]:
    return located(briefing, texts_of(briefing)[0])


def told(briefing: Briefing, name: str, found: Mapping[Passage, Located]) -> list[tuple[str, str]]:
    texts = {source.id: source.text for source in briefing.sources}
    return [(each.kind, each.words) for each in checks(briefing, item_of(briefing, name), found, texts)]


def test_items_come_in_the_order_of_the_article(briefing: Briefing, found: Mapping[Passage, Located]) -> None:
    order = in_order(briefing, found)
    assert {item.id for item in order} == {item.id for _, item in items(briefing)}
    first = [item for item in order if item.evidence and item.evidence[0].source == "s1"]
    numbers = [item.evidence[0].paragraph for item in first if item.id != "bottom-line"]
    assert numbers == sorted(numbers)
    proved = [item for item in order if item.evidence or item.id.startswith("d")]
    assert proved[-1].id == "bottom-line"
    assert all(item.id.startswith("g") for item in order[len(proved) :])
    # Without the texts the paragraphs alone tell.
    assert next(item.id for item in in_order(briefing, {})) in {"d1", "event", "a1"}


def test_a_decision_is_a_step_with_who_and_when(briefing: Briefing) -> None:
    after, changes = decide(briefing, "p10", "accepted", ME)
    review = item_of(after, "p10").review
    assert (review.state, review.by, review.on) == ("accepted", "Desk 3", "2026-11-26")
    assert changes.step == "accept participant"
    assert decide(after, "p10", "accepted", ME) == (after, NOTHING)
    back, changes = decide(after, "p10", "drafted", ME)
    assert item_of(back, "p10").review.model_dump(exclude_none=True) == {"state": "drafted"}
    assert changes.step == "reopen participant"
    rejected, changes = decide(briefing, "p10", "rejected", Reviewer("", ""))
    assert item_of(rejected, "p10").review.model_dump(exclude_none=True) == {"state": "rejected"}
    assert changes.step == "reject participant"


def test_what_nothing_proves_cannot_be_accepted(briefing: Briefing) -> None:
    bare, _ = put(briefing, "a5", {"evidence": ()})
    with pytest.raises(BriefingError) as caught:
        decide(bare, "a5", "accepted", ME)
    assert [problem.code for problem in caught.value.problems] == ["accepted-without-evidence"]


def finished(briefing: Briefing) -> Briefing:
    for _, item in items(briefing):
        if item.review.state not in DONE:
            briefing, _ = decide(briefing, item.id, "accepted", ME)
    return briefing


def test_a_review_is_signed_off_once_nothing_is_left(briefing: Briefing) -> None:
    with pytest.raises(BriefingError) as caught:
        sign_off(briefing, ME)
    assert caught.value.problems[0].code == "review-open"
    done = finished(briefing)
    rejected = {item.id for _, item in items(done) if item.review.state == "rejected"}
    assert rejected
    with pytest.raises(BriefingError) as caught:
        sign_off(done, Reviewer(" ", "2026-11-26"))
    assert caught.value.problems[0].code == "reviewer-missing"
    signed, changes = sign_off(done, ME)
    assert (signed.status, changes.step) == ("reviewed", "sign off")
    assert signed.signed_off is not None
    assert (signed.signed_off.by, signed.signed_off.on) == ("Desk 3", "2026-11-26")
    assert rejected.isdisjoint(item.id for _, item in items(signed))
    assert not faults(signed)
    again, _ = put(signed, "a5", {"topic": "another"})
    assert (again.status, again.signed_off) == ("draft", None)
    without, _ = decide(done, "bottom-line", "rejected", ME)
    with pytest.raises(BriefingError) as caught:
        sign_off(without, ME)
    assert caught.value.problems[0].code == "sign-off-bottom-line"


def test_progress_is_told_in_words(briefing: Briefing) -> None:
    order = in_order(briefing, {})
    here = progress(order)
    assert here.left == sum(item.review.state == "drafted" for item in order)
    assert progress_words(here) == f"{len(order) - here.left} of {len(order)} done, 1 rejected"
    assert left_words(here) == f"{here.left} left before sign-off"
    done = progress(in_order(finished(briefing), {}))
    assert left_words(done) == "All decided"
    assert progress_words(done._replace(rejected=0)) == f"{len(order)} of {len(order)} done"


# --------------------------------------------------------------------------------------------- checks


def test_a_sound_item_has_its_words_and_its_reason(
    briefing: Briefing, found: Mapping[Passage, Located]
) -> None:
    assert told(briefing, "a5", found)[:2] == [
        ("holds", "The words behind it stand in 1\u00a0¶12, once, unchanged."),
        ("holds", "No date or number was added."),
    ]
    assert told(briefing, "p10", found)[0][0] == "holds"
    assert ("holds", "No date or number was added.") in told(briefing, "p10", found)


@pytest.mark.parametrize("name", ["event", "p1", "m1", "o1"])
def test_every_card_with_words_or_dates_of_its_own_tells_whether_one_was_added(
    briefing: Briefing, found: Mapping[Passage, Located], name: str
) -> None:
    assert ("holds", "No date or number was added.") in told(briefing, name, found)


@pytest.mark.parametrize(
    ("name", "field", "text", "new"),
    [
        ("event", "name", "The 99th dialogue", "99"),
        ("p1", "role", "Head of Bureau 77", "77"),
        ("m1", "title", "Talks of June", "June"),
        ("d1", "note", "By 2077", "2077"),
    ],
)
def test_a_number_that_a_name_a_role_a_title_or_a_note_adds_is_told(
    briefing: Briefing, found: Mapping[Passage, Located], name: str, field: str, text: str, new: str
) -> None:
    more, _ = put(briefing, name, {field: text})
    assert ("fails", f"Not in the passage: “{new}”.") in told(more, name, found)


def test_words_that_cannot_mean_the_date_are_told(
    briefing: Briefing, found: Mapping[Passage, Located]
) -> None:
    words = "“next spring” alone reads as spring 2025, not May 2026."
    wrong, _ = put(briefing, "m1", {"when": When(edtf="2026-05", phrase="next spring")})
    assert ("fails", words) in told(wrong, "m1", found)
    read = When(edtf="2026-05", phrase="next spring", anchor="2024-10-18")
    around, _ = put(briefing, "m1", {"when": read})
    assert ("explains", words) in told(around, "m1", found)


def test_the_date_and_the_note_of_an_outcome_are_checked_too(
    briefing: Briefing, found: Mapping[Passage, Located]
) -> None:
    moved = {"outcome.state": "moved", "outcome.when": When(phrase="next winter"), "outcome.note": "Room 404"}
    more, _ = put(briefing, "m1", moved)
    here = told(more, "m1", found)
    assert ("fails", "Not in the passage: “404”.") in here
    assert ("fails", "The words “next winter” of its date stand in no source.") in here


def test_a_number_or_a_month_that_the_passage_lacks_is_told(
    briefing: Briefing, found: Mapping[Passage, Located]
) -> None:
    more, _ = put(briefing, "a5", {"statement": "Spend 7 per cent more from June 2031"})
    assert ("fails", "Not in the passage: “7”, “2031”, “June”.") in told(more, "a5", found)


def test_the_words_of_a_date_that_the_passages_lack_are_told(
    briefing: Briefing, found: Mapping[Passage, Located]
) -> None:
    more, _ = put(briefing, "m1", {"when": When(phrase="next winter")})
    lacks = ("fails", "The words “next winter” of its date stand in no source.")
    assert lacks in told(more, "m1", found)
    assert not any("was added" in words for _, words in told(more, "m1", found))
    more, _ = put(briefing, "m1", {"when": When(phrase="Wednesday and Thursday")})
    there = [words for kind, words in told(more, "m1", found) if kind == "explains"]
    assert there[0].startswith("The words “Wednesday and Thursday” of its date stand elsewhere: 1\u00a0¶")
    read = When(edtf="2025-21", phrase="next spring", anchor="2024-10-18")
    more, _ = put(briefing, "m1", {"when": read})
    why = "“next spring” was read from 18\u00a0October 2024: spring 2025."
    assert ("explains", why) in told(more, "m1", found)


def test_what_proves_nothing_is_told(briefing: Briefing, found: Mapping[Passage, Located]) -> None:
    bare, _ = put(briefing, "a5", {"evidence": ()})
    assert told(bare, "a5", found)[0] == (
        "fails",
        "No passage proves it. Select words in the source and press Ctrl+L.",
    )
    gap = briefing.gaps[0].id
    assert told(briefing, gap, found)[0][0] == "explains"


@pytest.mark.parametrize(
    ("there", "kind", "part"),
    [
        (Located("moved", 4), "fails", "now stand in paragraph 4"),
        (Located("changed", 12), "fails", "were changed"),
        (Located("missing"), "fails", "are not in the text"),
        (Located("unchecked"), "explains", "not at hand"),
        (None, "explains", "not at hand"),
    ],
)
def test_the_state_of_a_passage_is_told(
    briefing: Briefing, there: Located | None, kind: str, part: str
) -> None:
    (passage,) = item_of(briefing, "a5").evidence
    first = told(briefing, "a5", {passage: there} if there else {})[0]
    assert first[0] == kind
    assert part in first[1]


def test_why_an_item_is_what_it_is(briefing: Briefing, found: Mapping[Passage, Located]) -> None:
    assert rule_words("agree-that") == "“Agreed that …” reports a shared view, so it is Assessed, not Agreed."
    assert rule_words("agree-to-list") == rule_words("agree-to")
    assert rule_words("agree-object") == rule_words("agree")
    assert rule_words("never-heard-of") == "Rule “never-heard-of”."
    mine = briefing.model_copy(
        update={
            "agreements": (
                briefing.agreements[0].model_copy(update={"origin": "person", "inferred": ("topic",)}),
                *briefing.agreements[1:],
            )
        }
    )
    name = mine.agreements[0].id
    assert told(mine, name, found)[-2:] == [
        ("explains", "Written by a person."),
        ("explains", "Not said in so many words: topic."),
    ]
    silent = mine.model_copy(
        update={"agreements": (mine.agreements[0].model_copy(update={"origin": None, "inferred": ()}),)}
    )
    assert not any("Written" in words for _, words in told(silent, name, found))


# --------------------------------------------------------------------------------------------- unused


def test_a_sentence_is_dismissed_and_taken_up_again(briefing: Briefing) -> None:
    name = next(each.id for each in briefing.unused if not each.dismissed)
    after, changes = dismiss(briefing, name)
    assert next(each for each in after.unused if each.id == name).dismissed
    assert changes.step == "dismiss sentence"
    back, changes = dismiss(after, name, dismissed=False)
    assert back.unused == briefing.unused
    assert changes.step == "take up sentence again"
    with pytest.raises(KeyError):
        dismiss(briefing, "none")


def test_a_sentence_becomes_an_item_as_the_grammar_reads_it(briefing: Briefing) -> None:
    unused = next(each for each in briefing.unused if not each.dismissed)
    text = briefing.sources[0].text
    found = proposal(briefing, unused, text, load_lexicon())
    assert found.part == "meetings"
    assert found.typed["certainty"] == "expected"
    assert found.typed["when"] == "Monday"
    assert found.exact == {"when": "2024-10-21"}
    values = {"title": "Harbour masters", "certainty": "expected"}
    seen = Review(state="edited", by="Desk 3", on="2024-10-22")
    after, changes = made_item(briefing, Made(unused.id, "meetings", values, seen), CHANCE)
    assert unused.id not in {each.id for each in after.unused}
    made = item_of(after, changes.items[0])
    assert (made.origin, made.evidence, made.review) == ("person", (unused.passage,), seen)


def test_a_person_says_what_kind_of_item_a_sentence_becomes(briefing: Briefing) -> None:
    unused = next(each for each in briefing.unused if not each.dismissed)
    text, lexicon = briefing.sources[0].text, load_lexicon()
    as_read = proposal(briefing, unused, text, lexicon)
    assert [part for part, _ in kinds()] == ["agreements", "meetings", "participants", "background"]
    assert proposal(briefing, unused, text, lexicon, "meetings") == as_read
    agreement = proposal(briefing, unused, text, lexicon, "agreements")
    assert (agreement.part, agreement.typed["statement"]) == ("agreements", as_read.typed["title"])
    background = proposal(briefing, unused, text, lexicon, "background")
    assert background.typed["text"].startswith(unused.passage.start)
    assert proposal(briefing, unused, text, lexicon, "participants").typed == {}
    assert proposal(briefing, unused, (), lexicon, "background").typed == {}


@pytest.mark.parametrize(
    ("sentence", "part", "typed"),
    [
        ("Veldania agreed to open a port.", "agreements", {"kind": "agreed"}),
        ("They discussed grain.", "agreements", {"kind": "discussed"}),
        ("Nothing of the sort was heard.", "agreements", {"kind": "assessed"}),
        ("The ministers met on 3 October 2024.", "meetings", {"certainty": "confirmed"}),
        ("The talks were held in May.", "meetings", {"outcome.state": "held"}),
    ],
)
def test_each_sort_of_sentence_is_filled_in(
    briefing: Briefing, sentence: str, part: str, typed: dict[str, str]
) -> None:
    passage = briefing.unused[0].passage.model_copy(
        update={"paragraph": 1, "start": " ".join(sentence.split()[:3])}
    )
    unused = briefing.unused[0].model_copy(update={"passage": passage})
    found = proposal(briefing, unused, (sentence,), load_lexicon())
    assert found.part == part, found
    assert found.typed.items() >= typed.items(), found


def test_without_the_text_a_form_is_empty(briefing: Briefing) -> None:
    unused = briefing.unused[0]
    lexicon = load_lexicon()
    assert proposal(briefing, unused, (), lexicon).typed == {}
    assert proposal(briefing, unused, ("Something else altogether.",), lexicon).typed == {}


def test_what_was_edited_stays_edited_when_it_is_accepted(briefing: Briefing) -> None:
    edited, _ = decide(briefing, "a1", "edited", ME)
    assert decide(edited, "a1", "accepted", ME) == (edited, NOTHING)
    assert item_of(decide(edited, "a1", "rejected", ME)[0], "a1").review.state == "rejected"


def test_a_quoted_sentence_is_found(briefing: Briefing) -> None:
    sentence = "“We will meet again in March,” one aide said."
    passage = briefing.unused[0].passage.model_copy(update={"paragraph": 1, "start": "We will meet again"})
    unused = briefing.unused[0].model_copy(update={"passage": passage})
    assert proposal(briefing, unused, (sentence,), load_lexicon()).typed
