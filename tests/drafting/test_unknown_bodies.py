"""Whose office is of a body or a state that no table knows is on no side by what stands around."""

from __future__ import annotations

import pytest

from tests.drafting.test_people_details import people


@pytest.mark.parametrize(
    "text",
    [
        "Hugo Parra, deputy secretary-general of the Morrow Compact Organisation, sat in.",
        "Hugo Parra, director of the Northern Trade Union, sat in.",
        "The secretary-general of the Morrow Compact Organisation, Hugo Parra, sat in.",
        "MCO deputy secretary-general Hugo Parra sat in.",
        "Foreign Minister Hugo Parra of Tarvonia sat in.",
        "An envoy of Tarvonia, Hugo Parra, sat in.",
        "The ambassador of Tarvonia, Hugo Parra, and Kenyan Minister Joseph Oloo sat in.",
    ],
)
def test_who_is_of_a_body_or_state_that_no_table_knows_is_on_no_side(text: str) -> None:
    before = (
        "NATO and Estonia met in Tallinn. Estonian Minister Maarja Tamm led her side.",
        "The Chilean side was led by Chilean Minister Rosa Iturra. With her was Eva Lind.",
    )
    found = people(*before, text, home="EE")["Hugo Parra"]
    assert found.side is None
    assert found.role is not None


def test_an_office_of_what_is_known_has_its_side() -> None:
    assert (
        people("Hugo Parra, secretary general of the African Union, sat in.")["Hugo Parra"].side
        == "AFR-UNION"
    )
    assert people("The envoy of Uganda, Hugo Parra, sat in.")["Hugo Parra"].side == "UG"
    text = "Hugo Parra, secretary general of the Ministry of Defence, sat in."
    assert people(text, home="EE")["Hugo Parra"].side == "EE"


def test_an_envoy_is_named_after_a_state_that_no_table_knows() -> None:
    found = people("Estonian Minister Maarja Tamm met an envoy of Tarvonia, Selma Orr, in Riga.")
    assert found["Selma Orr"].role == "envoy of Tarvonia"
    found = people("The daughter of Kowalski, Selma Orr, met Estonian Minister Maarja Tamm.")
    assert "Maarja Tamm" in found
