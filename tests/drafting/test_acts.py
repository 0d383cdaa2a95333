"""What words around names say that their bearers did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.drafting.desk import Desk

LEAD = (
    "The foreign and defence ministers of Kenya and Uganda held their second meeting on Thursday in Nairobi."
)
ALL = ["Amina Otieno", "David Kato"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Kenyan Minister, Amina Otieno, received in the Lake Palace her Ugandan peer, David Kato.",
         ALL),
        (("Kenyan Defence Minister Amina Otieno welcomed at the House of Lakes her Ugandan counterpart, "
         "David Kato."), ALL),
        ("Kenyan Defence Minister Amina Otieno received her Ugandan peer, David Kato.", ALL),
        ("Kenyan Defence Minister Amina Otieno will receive in the Lake Palace her Ugandan peer, David Kato.",
         []),
        (("Kenyan Defence Minister Amina Otieno received in the Lake Palace a letter. Her peer, David Kato, "
         "did not."), ALL[:1]),
        ("Ugandan Defence Minister David Kato was received by his peer in the Lake Palace.", []),
    ],
)  # fmt: skip
def test_who_receives_a_peer_met_him(desk: Desk, text: str, names: list[str]) -> None:
    found = desk.found(LEAD, text)
    people = desk.reading(LEAD, text).people
    assert [people[each.person].name for each in found.attended if each.capacity != "mentioned"] == names
