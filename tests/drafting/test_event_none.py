"""Articles about a meeting that was put off report none, whatever else took place; and where an event was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.drafting.desk import Desk

OFF = "Border talks between Kenya and Uganda planned for next week have been postponed, officials said."
FILLED = ("The lake is deep.", "Farmers wait.", "A letter came.")


@pytest.mark.parametrize(
    ("last", "held"),
    [
        ("The foreign ministers of Kenya and Uganda met on Wednesday in Milan.", False),
        ("The foreign ministers of Kenya and Uganda spoke by telephone on Wednesday.", False),
        (
            "The foreign ministers of Kenya and Uganda spoke by telephone on Wednesday and agreed on a day.",
            True,
        ),
        (
            "The ministers of Kenya and Uganda held a video call on Wednesday and agreed on a day.",
            True,
        ),
    ],
)
def test_a_meeting_far_below_is_not_what_a_postponement_is_about(
    desk: Desk, last: str, *, held: bool
) -> None:
    assert (desk.found(OFF, *FILLED, last).held is not None) is held


def test_a_meeting_of_the_first_paragraph_is_the_event_beside_what_is_off(desk: Desk) -> None:
    lead = f"{OFF} The defence ministers of Kenya and Uganda met in Milan on Thursday."
    assert desk.found(lead, *FILLED).held is not None


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Ministers of Kenya and Uganda hold talks in Nairobi", ("Nairobi", "KE")),
        ("Ministers of Kenya and Uganda hold talks", None),
        ("Ministers of Kenya and Uganda back talks in Kampala", None),
    ],
)
def test_a_headline_that_names_the_city_of_the_dateline_is_the_place(
    desk: Desk, title: str, place: tuple[str, str] | None
) -> None:
    text = "Minister Jonah Mwangi of Kenya hosted on Tuesday a meeting with Minister Paul Nkusi of Uganda."
    held = desk.held(text, title=title, dateline="Nairobi", published="2026-09-18")
    assert (held.place, held.placed_by_dateline) == (place, place is not None)


def test_a_short_form_in_brackets_ends_no_sentence(desk: Desk) -> None:
    held = desk.held(
        "The 60th Republic of Korea (ROK)-United States (U.S.) Security Consultative Meeting (SCM) was held "
        "in Seoul on September 16, 2026. The sides agreed to share data."
    )
    assert (held.best.ordinal, held.place) == (60, ("Seoul", "KR"))
    assert held.best.name.endswith("Security Consultative Meeting")


def test_a_bracket_at_the_end_of_a_sentence_ends_it(desk: Desk) -> None:
    (paragraph,) = desk.reading("They wrote to the United States (U.S.) The ministers left.").paragraphs
    assert len(paragraph.sentences) == 2


@pytest.mark.parametrize(
    ("text", "place", "mode"),
    [
        ("The ministers of Kenya and Uganda held talks in Nairobi on Thursday and agreed to trade.",
         ("Nairobi", "KE"), "in-person"),
        ("The ministers of Kenya and Uganda held video talks in Nairobi on Thursday and agreed to trade.",
         None, "video"),
    ],
)  # fmt: skip
def test_who_follows_by_video_makes_no_video_conference_of_talks_in_a_city(
    desk: Desk, text: str, place: tuple[str, str] | None, mode: str
) -> None:
    held = desk.held(text, "A commissioner followed the talks by video.")
    assert (held.place, held.mode) == (place, mode)
