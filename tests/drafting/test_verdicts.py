"""What a verb of commitment amounts to by what follows it, and where its clause ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.drafting.desk import MET

if TYPE_CHECKING:
    from tests.drafting.desk import Desk

BOTH = "KE UG"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They discussed the depot, although no change of its site was decided.",
         [("discussed", BOTH, "Depot")]),
        ("The ministers discussed fishing, but nothing was agreed.", [("discussed", BOTH, "Fishing")]),
        ("They discussed fishing, while a new road map was agreed.",
         [("discussed", BOTH, "Fishing"), ("agreed", BOTH, "New road map")]),
        ("The Kenyan minister offered his condolences to the families of the divers.", []),
        ("Uganda offered its heartfelt congratulations to the crews.", []),
        ("Uganda offered two boats to the crews.", [("pledged", "UG", "Two boats to the crews")]),
        ("Both countries recalled their ambassadors in March.", []),
        ("The ministers recalled the envoys of the mission.", []),
        ("The ministers recalled that the envoys had met there.",
         [("assessed", BOTH, "The envoys had met there")]),
        ("The ministers recalled the Lake Treaty of 1994.",
         [("assessed", BOTH, "Recalled the Lake Treaty of 1994")]),
        ("Consultations were held at the Ministry of Defence under two chairs.", []),
        ("Kenya and Uganda are still considering whether to send officers, officials said.", []),
        ("The ministers considered a new road.", [("discussed", BOTH, "New road")]),
        ("On Monday Kenya's minister held talks with Rwanda's envoy in Kigali. They discussed fishing.", []),
        ("On Monday Kenya's minister met Uganda's envoy in Kigali. They discussed fishing.",
         [("discussed", BOTH, "Fishing")]),
        ("Kenya praised Rwanda's envoy. They discussed fishing.", [("discussed", BOTH, "Fishing")]),
        ("The chiefs will meet in Entebbe in May, and a cell will be set up, according to the pact.",
         [("agreed", BOTH, "A cell will be set up")]),
        ("The ministers shared assessments on the drought.",
         [("assessed", BOTH, "Assessments on the drought")]),
        ("Views were exchanged on fishing.", [("discussed", BOTH, "Fishing")]),
        (("The ministers reaffirmed their close ties with Rwanda, and Minister Jonah Mwangi of Kenya "
         "pledged to send boats."),
         [("reaffirmed", BOTH, "Close ties with Rwanda"), ("pledged", "KE", "Send boats")]),
    ],
)  # fmt: skip
def test_what_only_sounds_like_a_commitment_is_none(
    desk: Desk, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert desk.said(MET, text) == expected


@pytest.mark.parametrize(
    ("lead", "parties"),
    [
        (
            (
                "The defence ministers of Kenya, Uganda and Rwanda held the Third Conference of the Lakes "
                "in Nairobi on Thursday."
            ),
            ("KE", "UG", "RW"),
        ),
        (
            (
                "Kenya, Uganda and the African Union convened on Thursday in Nairobi the second Ministerial "
                "Meeting of the Lake Format."
            ),
            ("KE", "UG", "AFR-UNION"),
        ),
        (
            (
                "Envoys of Kenya, Uganda and Rwanda praised the Third Conference of the Friends of Somalia, "
                "which met in Nairobi on Thursday."
            ),
            ("KE", "UG"),
        ),
    ],
)
def test_those_who_hold_a_meeting_are_its_parties(desk: Desk, lead: str, parties: tuple[str, ...]) -> None:
    assert desk.held(lead, "They agreed to clear mines.").parties == parties
