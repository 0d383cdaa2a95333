"""Who did something at another meeting than the event: one with a name, and a number or a day of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.drafting.desk import Desk

HELD = (
    "The 58th Kenya-Uganda Lake Security Meeting (LSM) was held in Nairobi on September 17, 2026. Kenyan "
    "Defence Minister Jonah Mwangi and Ugandan Defence Minister Paul Nkusi led their delegations and agreed "
    "to clear mines."
)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("General Amos Kirwa and General Ida Okello presided over the 51st Kenya-Uganda Lake Chiefs Meeting.",
         False),
        ("On September 16, General Amos Kirwa and General Ida Okello chaired the Lake Chiefs Dialogue.",
         False),
        ("General Amos Kirwa and General Ida Okello attended the 58th Lake Security Meeting.", True),
        ("General Amos Kirwa and General Ida Okello attended the Lake Security Meeting on Thursday.", True),
        ("General Amos Kirwa and General Ida Okello attended the meeting.", True),
        ("General Amos Kirwa and General Ida Okello attended a part of the Lake Chiefs Dialogue.", True),
    ],
)  # fmt: skip
def test_who_presided_over_another_meeting_was_not_at_this_one(desk: Desk, text: str, *, there: bool) -> None:
    reading = desk.reading(HELD, text)
    attended = desk.found(HELD, text).attended
    named = {reading.people[each.person].name for each in attended if each.capacity != "mentioned"}
    assert ({"Amos Kirwa", "Ida Okello"} <= named) is there
    assert {"Jonah Mwangi", "Paul Nkusi"} <= named
