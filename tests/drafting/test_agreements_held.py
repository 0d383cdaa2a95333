"""Whose a commitment is among several, how far it reaches, and what is told by others or of another time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.drafting.desk import MET

if TYPE_CHECKING:
    from tests.drafting.desk import Desk

BOTH = "KE UG"
THREE = "The defence ministers of Kenya, Uganda and Rwanda met in Nairobi on Thursday."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "They" are the people right before.
        ("Jonah Mwangi of Kenya and Paul Nkusi of Uganda held talks at which they agreed to go.",
         [("agreed", BOTH, "Go")]),
        ("Jonah Mwangi of Kenya and Minister Paul Nkusi of Uganda then met. They agreed to reopen a depot.",
         [("agreed", BOTH, "Reopen a depot")]),
        ("The ministers met Jonah Mwangi. They agreed to reopen a depot.",
         [("agreed", "KE UG RW", "Reopen a depot")]),
    ],
)  # fmt: skip
def test_they_are_those_of_whom_the_text_has_just_spoken(
    desk: Desk, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert desk.said(THREE, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya and Uganda will jointly patrol the lake from October, Minister Mwangi announced.",
         [("agreed", BOTH, "Jointly patrol the lake from October")]),
        ("The ministers said much. Kenya and Uganda will jointly patrol the lake.",
         [("agreed", BOTH, "Jointly patrol the lake")]),
        ("Kenya and Uganda will patrol the lake, Minister Mwangi announced.", []),
        ("Kenya and France will jointly patrol the lake, Minister Mwangi announced.", []),
        ("Kenya will jointly patrol the lake, Minister Mwangi announced.", []),
        ("The two will jointly train pilots in May.", [("agreed", BOTH, "Jointly train pilots in May")]),
        ("They will jointly train pilots.", [("agreed", BOTH, "Jointly train pilots")]),
        ("Minister Mwangi will jointly train pilots.", []),
        ("It is deep.", []),
        ("Jonah Mwangi said that Kenya stands ready to treat guards at its hospitals.",
         [("pledged", "KE", "Treat guards at its hospitals")]),
        ("Uganda remains ready to send engineers.", [("pledged", "UG", "Send engineers")]),
    ],
)  # fmt: skip
def test_what_the_parties_will_do_jointly_is_agreed(
    desk: Desk, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert desk.said(MET, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers condemned last week's raid on the port.",
         [("assessed", BOTH, "Condemned last week's raid on the port")]),
        ("They welcomed last month’s truce.", [("assessed", BOTH, "Welcomed last month’s truce")]),
        ("They agreed at last month's talks to open a depot.", []),
        ("The understanding was reached at the 36th meeting of the Lake Board.", []),
        ("Two diplomats said Rwanda could join the deal.", []),
        ("Senior officials said that the deal was good.", []),
        ("The officials said that the deal was good.", [("assessed", BOTH, "The deal was good")]),
        ("They discussed a road map but did not set a date, an aide told reporters.",
         [("discussed", BOTH, "Road map")]),
        ("They agreed to reopen a road, their first talks since 2023.", [("agreed", BOTH, "Reopen a road")]),
        ("They agreed to buy boats, in the lake's largest deal so far.", [("agreed", BOTH, "Buy boats")]),
        ("They agreed to open a depot, the first radar and a school.",
         [("agreed", BOTH, "Open a depot, the first radar and a school")]),
        ("They discussed not arms but boats.", [("discussed", BOTH, "Not arms but boats")]),
        ("On the last stage, full ownership (FO), the ministers discussed a road map.",
         [("discussed", BOTH, "Road map on the last stage, full ownership (FO)")]),
        ("Regarding the lake, the ministers discussed fishing.",
         [("discussed", BOTH, "Fishing regarding the lake")]),
        ("On Thursday, the ministers discussed fishing.", [("discussed", BOTH, "Fishing")]),
        ("On the margins of the day, the ministers discussed fishing.", [("discussed", BOTH, "Fishing")]),
        ("On the lake the ministers discussed fishing.", [("discussed", BOTH, "Fishing")]),
    ],
)  # fmt: skip
def test_a_commitment_is_of_this_meeting_and_as_tight_as_its_clause(
    desk: Desk, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert desk.said(MET, text) == expected


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "The chiefs from Kenya, Uganda and Rwanda directed their staffs to draft rules.",
            ("KE", "UG", "RW"),
        ),
        ("The chiefs of the EAC, Kenya and Rwanda directed their staffs to draft rules.", ("EAC",)),
        ("The chiefs directed their staffs to draft rules.", ("EAC",)),
    ],
)
def test_states_whose_people_act_are_the_parties_not_their_body(
    desk: Desk, text: str, parties: tuple[str, ...]
) -> None:
    lead = "Military chiefs of the East African Community (EAC) agreed on Thursday in Nairobi to clear mines."
    assert desk.held(lead, text).parties == parties
