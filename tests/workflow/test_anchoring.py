"""Passages whose words moved, were changed or are gone, and what is offered in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.drafting.passages import Located, locate_all
from briefing_app.model.evidence import digest_of, fold
from briefing_app.model.problems import BriefingError
from briefing_app.workflow.anchoring import anchored, nearest, without_passage, words_at
from briefing_app.workflow.editing import NOTHING, item_of, put
from briefing_app.workflow.opening import open_briefing, samples
from briefing_app.workflow.reviewing import words_of

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing


@pytest.fixture
def briefing() -> Briefing:
    (path,) = (each for each in samples() if each.stem == "vksd-14")
    found = open_briefing(path).briefing
    assert found is not None
    return found


def test_a_moved_passage_is_offered_its_new_place_and_anchored_by_a_person(briefing: Briefing) -> None:
    source = briefing.sources[0]
    text = list(source.text)
    text.insert(0, "A paragraph that was not there.")
    (passage,) = item_of(briefing, "a5").evidence
    found = locate_all([passage], text)
    assert found[passage].state == "moved"
    new = nearest(passage, found, text)
    assert new is not None
    assert (new.paragraph, new.digest) == (passage.paragraph + 1, passage.digest)
    after, changes = anchored(briefing, "a5", passage, new)
    assert item_of(after, "a5").evidence == (new,)
    assert changes.step == "anchor passage anew"
    assert anchored(briefing, "a5", new, new) == (briefing, NOTHING)


def test_of_words_that_are_gone_the_likest_are_offered(briefing: Briefing) -> None:
    (passage,) = item_of(briefing, "a5").evidence
    text = list(briefing.sources[0].text)
    at = passage.paragraph - 1
    words = words_at(passage, text)
    first = words.split()[0]
    text[at] = text[at].replace(words, words.replace(f"{first} ", f"{first} now ", 1))
    found = locate_all([passage], text)
    assert found[passage].state == "missing"
    new = nearest(passage, found, text)
    assert new is not None
    assert new.paragraph == passage.paragraph
    assert words_at(new, text).startswith(first)
    after, _ = anchored(briefing, "a5", passage, new)
    assert item_of(after, "a5").evidence == (new,)
    text[at] = "Nothing of it is said here any more."
    gone = locate_all([passage], text)
    assert gone[passage].state == "missing"
    assert nearest(passage, gone, text) is None
    assert words_at(passage, text) == ""
    bare, changes = without_passage(briefing, "a5", passage)
    assert item_of(bare, "a5").evidence == ()
    assert changes.step == "remove passage"


def test_passages_of_readings_and_outcomes_are_anchored_and_removed(briefing: Briefing) -> None:
    difference = briefing.differences[0]
    old, other = difference.readings[0].evidence[0], briefing.bottom_line.evidence[0]
    after, _ = anchored(briefing, difference.id, old, other)
    readings = item_of(after, difference.id).readings  # type: ignore[attr-defined]
    assert other in readings[0].evidence
    assert old not in readings[0].evidence
    with pytest.raises(BriefingError) as caught:
        without_passage(briefing, difference.id, old)
    assert caught.value.problems[0].code == "reading-unproved"
    meeting = next(each for each in briefing.meetings if each.outcome and each.evidence)
    outcome = {"outcome.evidence": (meeting.evidence[0],)}
    proved, _ = put(briefing, meeting.id, outcome)
    after, _ = anchored(proved, meeting.id, meeting.evidence[0], other)
    moved = item_of(after, meeting.id)
    assert moved.outcome.evidence == (other,)  # type: ignore[attr-defined]
    assert moved.evidence[0] == other


def test_only_what_moved_or_changed_has_a_nearest_place(briefing: Briefing) -> None:
    (passage,) = item_of(briefing, "a5").evidence
    text = list(briefing.sources[0].text)
    assert nearest(passage, locate_all([passage], text), text) is None
    assert nearest(passage, {}, text) is None
    words = fold(text[passage.paragraph - 1])
    there = Located("changed", passage.paragraph, 1, len(words) - 1)  # cuts a word
    assert nearest(passage, {passage: there}, text) is None
    assert words_of(passage, {passage: Located("changed", 99)}, {passage.source: text}) == ""
    assert digest_of(words_of(passage, locate_all([passage], text), {passage.source: text})) == passage.digest
