"""Mentions of meetings: which words speak of one, what it is called, and how it stands to time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from briefing_app.drafting.gathering import Gathering
    from tests.drafting.desk import Desk


def _only(desk: Desk, text: str) -> Gathering:
    (one,) = desk.reading(text).gatherings
    return one


@pytest.mark.parametrize(
    ("text", "name", "ordinal", "short"),
    [
        ("The 19th Kenya-Uganda Lake Dialogue (KULSD) opened.", "Kenya-Uganda Lake Dialogue",
         19, "KULSD"),
        ("They closed the third round of talks.", "round of talks", 3, ""),
        ("They held the consultation, the fourth since 2022, in Kigali.", "consultation", 4, ""),
        ("The ministers held a two-plus-two in Kigali.", "two-plus-two", 0, ""),
        ("They met at the Lake Forum (LAKE for its many friends in both capitals).", "Lake Forum", 0, ""),
        ("The two sides held talks", "talks", 0, ""),
    ],
)  # fmt: skip
def test_a_meeting_has_a_name_an_ordinal_and_a_short_form(
    desk: Desk, text: str, name: str, ordinal: int, short: str
) -> None:
    found = [(one.name, one.ordinal, one.abbreviation) for one in desk.reading(text).gatherings]
    assert (name, ordinal, short) in found


@pytest.mark.parametrize(
    "text",
    [
        "The minister spoke at length.",
        "The forum's chairman smiled.",
        "A meeting room is empty.",
        "Uganda has met its targets.",
        "A call for calm went out.",
        "They called on all to disarm.",
        "The minister called on Mombasa.",
        "The minister called on President Moyo to disarm.",
        "A ministerial order came.",
        "The two had negotiated for days.",
        "The host is old.",
        "Both hosts smiled.",
    ],
)
def test_other_uses_of_the_same_words_are_no_meetings(desk: Desk, text: str) -> None:
    assert desk.reading(text).gatherings == ()


@pytest.mark.parametrize(
    ("text", "outlook"),
    [
        ("The two sides held talks in Kigali.", "past"),
        ("The ministers will meet in Kigali.", "expected"),
        ("The ministers could meet in Kigali.", "possible"),
        ("The ministers will not meet in Kigali.", "denied"),
        ("The talks were called off.", "off"),
        ("The upcoming talks in Kigali are open.", "expected"),
    ],
)
def test_a_mention_stands_to_time_as_its_clause(desk: Desk, text: str, outlook: str) -> None:
    assert _only(desk, text).outlook == outlook


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("After the talks, the ministers met reporters in Kigali.", ["talks"]),
        ("The committee met for its sixth session.", ["session"]),
        ("They sat down in Kigali.", ["sat"]),
        ("They saw each other in Kigali.", ["saw"]),
        ("The ministers spoke with their Rwandan colleague.", ["spoke"]),
    ],
)
def test_a_verb_that_a_noun_completes_is_no_second_meeting(desk: Desk, text: str, heads: list[str]) -> None:
    assert [one.head for one in desk.reading(text).gatherings] == heads


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ministers met in Kigali on 3 May 2026.", "2026-05-03"),
        ("On 3 May 2026, the ministers met in Kigali.", "2026-05-03"),
        ("The 2026 Lake Dialogue, in Kigali, took place on 14 September 2026.", "2026-09-14"),
        ("The Lake Dialogue, planned for 1 May 2026, took place on 14 September 2026.", "2026-09-14"),
        ("On 3 May 2026 for talks, the ministers flew to Kigali.", "2026-05-03"),
        ("The Lake Dialogue, created in 2024, was held in Kigali.", None),
        ("The ministers met in Kigali; on 3 May 2026 it rained.", None),
    ],
)
def test_the_nearest_date_belongs_to_it(desk: Desk, text: str, day: str | None) -> None:
    dated = desk.reading(text).gatherings[0].dated
    assert (dated.edtf if dated else None) == day


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The ministers met in Kigali.", ("Kigali", "RW")),
        ("The ministers met in central Kigali.", ("Kigali", "RW")),
        ("In Kigali, the ministers held talks.", ("Kigali", "RW")),
        ("The ministers were in Kigali for talks.", ("Kigali", "RW")),
        ("The minister flew to Kigali, where she met Rwandan officials.", ("Kigali", "RW")),
        ("The ministers met in Zomberg.", ("Zomberg", "")),
        ("The ministers met in the Rwandan capital.", ("Kigali", "RW")),
        ("The ministers met in the United States.", None),
        ("The ministers met in Cabinet rooms.", None),
        ("The ministers met in Parliament.", None),
        ("The ministers met in Zomberg's harbour.", None),
        ("The ministers met in May.", None),
        ("The talks, planned for Kigali, are open.", ("Kigali", "RW")),
    ],
)
def test_the_city_belongs_to_it_and_a_country_or_an_office_is_none(
    desk: Desk, text: str, place: tuple[str, str] | None
) -> None:
    assert _only(desk, text).place == place
