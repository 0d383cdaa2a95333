"""Meetings that were put off, that are counted from others, or of which the text speaks in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.drafting.desk import MET

if TYPE_CHECKING:
    from tests.drafting.desk import Desk

AHEAD = "The defence ministers of Kenya and Uganda will meet in Nairobi on Thursday."


def told(desk: Desk, lead: str, text: str) -> list[tuple[str | None, str | None, str]]:
    """Return date, place and certainty of each meeting in the paragraph after a lead."""
    return [
        (each.dated.edtf if each.dated else None, each.place[0] if each.place else None, each.certainty)
        for each in desk.meetings(lead, text)
        if each.proofs[0][0] > 1
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The working group, which was to convene next Tuesday, will now meet in Entebbe on 9 October.",
            [("2026-10-09", "Entebbe", "expected")],
        ),
        (
            "The chiefs, which were originally to meet in May, are to meet in Entebbe.",
            [(None, "Entebbe", "expected")],
        ),
        (
            "The board, which will convene on 1 October, meets again in Entebbe on 9 October.",
            [("2026-10-01", None, "expected"), ("2026-10-09", "Entebbe", "expected")],
        ),
        (
            (
                "The naval consultations, set for next month, were rescheduled and are to take place "
                "in Entebbe on 9 December."
            ),
            [("2026-12-09", "Entebbe", "expected")],
        ),
        (
            "The naval talks were postponed and are not to take place in Entebbe.",
            [(None, "Entebbe", "none")],
        ),
        (
            "The visit to Entebbe was put off; the talks will now be held there on 9 October.",
            [("2026-10-09", "Entebbe", "expected")],
        ),
        (
            "The talks will now be held there on 9 October.",
            [("2026-10-09", None, "expected")],
        ),
        (
            (
                "She accepted an invitation to go to Entebbe on 9 October, during which a round of talks "
                "will be held."
            ),
            [("2026-10-09", "Entebbe", "expected")],
        ),
        (
            (
                "The Lake Council will convene in Entebbe on the eve of the session of the Board, which is "
                "to be held there on 9 October."
            ),
            [("2026-10-08", "Entebbe", "expected"), ("2026-10-09", "Entebbe", "expected")],
        ),
        (
            "The naval chiefs may gather on the eve of the talks.",
            [],
        ),
        (
            "The previous edition took place in Entebbe in August 2025.",
            [("2025-08", "Entebbe", "confirmed")],
        ),
        (
            "They noted Uganda's interest in hosting a conference of lake states in Entebbe in 2028.",
            [("2028", "Entebbe", "possible")],
        ),
        (
            "Uganda recalled its offer to host a forum in Entebbe in 2028.",
            [("2028", "Entebbe", "possible")],
        ),
        ("At the end of the meeting, a road map for 2027-2028 was signed.", []),
        (
            "On Monday the two ministers had already spoken by telephone with Rwandan minister Paul Keza.",
            [("2026-09-14", None, "confirmed")],
        ),
        ("Swahili is spoken by both on Monday.", []),
        (
            "The next round is planned for Entebbe in May, and a further one could be convened by year-end.",
            [("2027-05", "Entebbe", "expected"), ("[..2026]", None, "possible")],
        ),
        (
            "The chiefs will meet in Entebbe on 9 October, and a cell will be set up, according to the pact.",
            [("2026-10-09", "Entebbe", "expected")],
        ),
    ],
)
def test_meetings_in_other_words(
    desk: Desk, text: str, expected: list[tuple[str | None, str | None, str]]
) -> None:
    assert told(desk, MET, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The directors will convene in the same city on the eve of the meeting.",
            [("2026-09-23", "Nairobi", "expected")],
        ),
        ("The directors met there on the eve of the meeting.", []),
    ],
)
def test_a_day_is_counted_from_the_meeting_ahead(
    desk: Desk, text: str, expected: list[tuple[str | None, str | None, str]]
) -> None:
    assert told(desk, AHEAD, text) == expected


def test_an_edition_is_one_of_the_event_s_series(desk: Desk) -> None:
    text = "The previous edition took place in Entebbe in August 2025."
    assert told(desk, "The Lake Shield drill of Kenya and Uganda opened in Nairobi on Thursday.", text) == []
