"""The event: whether one was held, whose it was, when, where and how, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.drafting.desk import MET

if TYPE_CHECKING:
    from tests.drafting.desk import Desk

AGREED = "They agreed to clear mines."
PEOPLE = "Kenyan Defence Minister Jonah Mwangi met Ugandan Defence Minister Amara Okello"
THREE = (
    "Kenyan Defence Minister Jonah Mwangi, Ugandan Defence Minister Amara Okello and Rwandan Defence "
    "Minister Paul Nkusi attended."
)
CAME = (
    "The meeting was attended by Ugandan Defence Minister Amara Okello, Rwandan Defence Minister Paul Nkusi "
    "and Tanzanian Defence Minister Neema Mosha."
)
NATO = "NATO wants ships. NATO officials said so. NATO planners drew a map."


@pytest.mark.parametrize(
    "text",
    [
        "The 20th Kenya-Uganda Lake Dialogue (KULD) will be held in Nairobi. It is open to all.",
        "The ministers of Kenya and Uganda will meet in Nairobi on 3 October.",
        "Talks between Kenya and Uganda, planned for Thursday, were called off.",
        "The lake is deep and cold.",
    ],
)
def test_an_article_about_no_meeting_that_was_held_has_no_event(desk: Desk, text: str) -> None:
    found = desk.found(text)
    assert found.held is None
    assert found.commitments == ()


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (f"{MET} {AGREED}", "KE UG"),
        (f"Talks between Kenya, Uganda and Rwanda took place in Nairobi on Thursday. {AGREED}", "KE UG RW"),
        (f"Kenya and Uganda held trilateral talks in Nairobi on Thursday. {THREE} {AGREED}", "KE UG RW"),
        (f"Kenya and Uganda held talks in Nairobi on Thursday. {THREE} {AGREED}", "KE UG"),
        (f"{PEOPLE} in Nairobi on Thursday. {AGREED}", "KE UG"),
        (f"The defence chiefs met in Brussels on Thursday. {NATO} The chiefs agreed to clear mines.", "NATO"),
        (f"Kenya and the Kingdom of Valdoria met in Nairobi on Thursday. {AGREED}", "KE VALDORIA"),
        (f"Kenya and its three partners met in Nairobi on Thursday. {CAME} {AGREED}", "KE UG RW TZ"),
        ("Kenya and Uganda will clear mines together, they decided on 17 September 2026.", "KE UG"),
    ],
)
def test_the_parties_are_those_who_met(desk: Desk, text: str, parties: str) -> None:
    assert " ".join(desk.held(text).parties) == parties


def test_the_headline_tells_the_parties_where_the_text_does_not(desk: Desk) -> None:
    text = "The defence ministers met in Zomberg on Thursday. The ministers agreed to clear mines."
    assert desk.held(text, title="Kenya, Uganda to clear mines").parties == ("KE", "UG")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{MET} {AGREED}", "2026-09-17"),
        (f"The ministers of Kenya and Uganda wound up a three-day meeting on Thursday. {AGREED}",
         "2026-09-15/2026-09-17"),
        (f"Talks of Kenya and Uganda opened on Tuesday and ended on Thursday. {AGREED}",
         "2026-09-15/2026-09-17"),
        (f"Kenya and Uganda held talks in Nairobi. {AGREED} The text was printed on Thursday.", "2026-09-17"),
        (f"Kenya and Uganda held talks in Nairobi. {AGREED}", None),
    ],
)  # fmt: skip
def test_the_day_is_the_one_that_the_article_gives(desk: Desk, text: str, day: str | None) -> None:
    dated = desk.held(text).dated
    assert (dated.edtf if dated else None) == day


@pytest.mark.parametrize(
    ("how", "place", "mode"),
    [
        ("met in Kampala on Thursday", ("Kampala", "UG"), "in-person"),
        ("met in Zomberg on Thursday", ("Zomberg", ""), "in-person"),
        ("met here on Thursday", ("Nairobi", "KE"), "in-person"),
        ("met on Friday", ("Nairobi", "KE"), "in-person"),
        ("met on Thursday", None, None),
        ("spoke by telephone on Thursday", None, "call"),
        ("held a phone call on Thursday", None, "call"),
        ("met by video link on Thursday", None, "video"),
        ("held an online meeting on Thursday", None, "video"),
    ],
)
def test_place_and_mode(desk: Desk, how: str, place: tuple[str, str] | None, mode: str | None) -> None:
    held = desk.held(f"The ministers of Kenya and Uganda {how}. {AGREED}", dateline="Nairobi")
    assert (held.place, held.mode) == (place, mode)


def test_a_place_that_only_the_dateline_gives_is_marked_as_inferred(desk: Desk) -> None:
    text = "The ministers of Kenya and Uganda met on Friday. They agreed to clear mines."
    event = desk.draft(text, dateline="Nairobi").event
    assert event is not None
    assert (event.place, event.inferred) == ("Nairobi", ("place",))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"The fifth Kenya-Uganda Lake Dialogue (KULD) took place in Nairobi on Thursday. {AGREED}",
         "Fifth Kenya-Uganda Lake Dialogue (KULD)"),
        (f"{MET} {AGREED}", "Meeting of the defence ministers of Kenya and Uganda"),
        (f"The defence ministers of Kenya and Uganda spoke by telephone on Thursday. {AGREED}",
         "Call of the defence ministers of Kenya and Uganda"),
        (f"Talks between Kenya and Uganda took place in Nairobi on Thursday. {AGREED}",
         "Talks of Kenya and Uganda"),
    ],
)  # fmt: skip
def test_the_event_is_called_as_printed_else_by_its_kind_and_its_people(
    desk: Desk, text: str, name: str
) -> None:
    event = desk.draft(text).event
    assert event is not None
    assert event.name == name


def test_the_proof_of_the_event_is_its_words_and_those_of_its_date(desk: Desk) -> None:
    event = desk.draft(
        f"Kenya and Uganda held talks in Nairobi. {AGREED}", "The text was printed on 17 September."
    ).event
    assert event is not None
    assert [(each.paragraph, each.start) for each in event.evidence] == [(1, "talks"), (2, "17 September")]


def test_an_observer_is_a_guest(desk: Desk) -> None:
    held = desk.held(f"{MET} {AGREED} Tanzanian Defence Minister Neema Mushi attended as an observer.")
    assert (held.parties, held.guests) == (("KE", "UG"), ("TZ",))


def test_one_who_joins_by_video_makes_no_video_conference(desk: Desk) -> None:
    held = desk.held(MET, "Rwanda's deputy defence minister, Jean Bizimana, joined the talks by video link.")
    assert (held.mode, held.place) == ("in-person", ("Nairobi", "KE"))
