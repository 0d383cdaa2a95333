"""The whole pipeline: when there is nothing to draft, when too much, and what is left unused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.drafting import draft
from briefing_app.model.problems import BriefingError
from tests.drafting.desk import MET

if TYPE_CHECKING:
    from tests.drafting.desk import Desk


@pytest.mark.parametrize("body", [("The lake is deep and cold.",), ()], ids=["no meeting", "no body"])
def test_an_article_without_a_meeting_is_refused(body: tuple[str, ...], desk: Desk) -> None:
    with pytest.raises(BriefingError) as caught:
        desk.draft(*body)
    assert [each.code for each in caught.value.problems] == ["draft-nothing"]


def test_an_article_with_more_items_than_a_briefing_may_hold_is_refused(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The limit itself is far above what a test can draft in a second.
    monkeypatch.setattr(draft, "MAX_ITEMS", 1)
    text = f"{MET} They agreed to clear mines. Kenya pledged to open a depot. They condemned the attack."
    with pytest.raises(BriefingError) as caught:
        desk.draft(text)
    assert [(each.code, each.values["most"]) for each in caught.value.problems] == [("draft-too-many", 1)]


def test_of_sentences_that_read_alike_only_the_last_can_be_pointed_to(desk: Desk) -> None:
    stutter = " ".join(["Kenya might agree to that."] * 9)
    briefing = desk.draft(
        f"{MET} They agreed to clear mines.", f"{stutter} The two sides might agree to more."
    )
    assert [each.passage.start.split()[0] for each in briefing.unused] == ["Kenya", "The"]


def test_the_draft_says_whose_words_prove_it(desk: Desk) -> None:
    briefing = desk.draft(f"{MET} They agreed to clear mines.", title="Mines", publisher="The Lake Post")
    (agreement,) = briefing.agreements
    assert [(each.source, each.start) for each in agreement.evidence] == [
        ("s1", "They agreed to clear mines")
    ]
    assert [(each.title, each.publisher) for each in briefing.sources] == [("Mines", "The Lake Post")]


def test_a_party_that_is_no_country_stands_in_the_glossary(desk: Desk) -> None:
    briefing = desk.draft(
        "Kenya and the Kingdom of Valdoria held talks in Nairobi on Thursday. Valdoria agreed to clear mines."
    )
    assert ("VALDORIA", "Valdoria") in [(each.abbreviation, each.expansion) for each in briefing.glossary]


def test_the_bottom_line_of_a_list_is_a_sentence(desk: Desk) -> None:
    draft = desk.draft(f"{MET} They agreed:", "to clear mines;", "to train divers.")
    assert [each.statement for each in draft.agreements] == ["Clear mines", "Train divers"]
    assert draft.bottom_line is not None
    assert draft.bottom_line.text == "Kenya and Uganda agreed to clear mines."


@pytest.mark.parametrize(
    "last",
    [
        "Foreign Minister Paul Mutai made an official visit to",
        "Kenyan Defence Minister Tom Otieno was there",
        "They agreed:",
        "The sides agreed TO",
        "Under the ToR, an Indian",
        "Under the act, a form is",
        "Under the ToR",
    ],
)
def test_a_text_that_breaks_off_is_drafted_as_far_as_it_goes(desk: Desk, last: str) -> None:
    assert desk.draft(MET, last).event is not None


def test_a_point_without_words_is_no_item(desk: Desk) -> None:
    assert (
        desk.draft(MET, "They agreed:", "(a) to", "(b) to clear mines").agreements[-1].statement
        == "Clear mines"
    )
