"""Which words are parties: known ones, those that no table knows, and those that are none."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from briefing_app import assets
from briefing_app.drafting.lexicon import lexicon_of
from briefing_app.drafting.newcomers import newcomers_of
from briefing_app.drafting.tokens import tokens_of
from briefing_app.workflow.lexicon import TABLES

if TYPE_CHECKING:
    from tests.drafting.desk import Desk


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya and the Ugandan side met.", ["KE", "UG"]),
        ("South Korea met Japan. The North fired a rocket.", ["KR", "JP", "KP"]),
        ("South Korea met Japan. They spoke of launches by the North.", ["KR", "JP", "KP"]),
        ("The North of Uganda is dry.", ["UG"]),
        ("Georgia agreed. Minister Georgia Okello met Michael Jordan.", ["GE"]),
        ("The ministers of Kenya, Uganda", ["KE", "UG"]),
    ],
)
def test_known_parties(desk: Desk, text: str, expected: list[str]) -> None:
    assert [party.code for party in desk.reading(text).paragraph(1).parties] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya met the Kingdom of Valdoria. Valdoria agreed.", ["Valdoria", "Valdoria"]),
        ("Kenya met the Republic of Valdoria. Valdorian officials left.", ["Valdoria", "Valdorian"]),
        ("Kenya met the Kingdom of Valdoria. Valdorium is a metal.", ["Valdoria"]),
        ("Kenya and Valdoria agreed. Talks between Valdoria and Kenya went on.", ["Valdoria", "Valdoria"]),
        ("Kenya, Uganda and Valdoria met in Valdoria.", ["Valdoria", "Valdoria"]),
        ("Valdoria is a pretty word.", []),
        ("Kenya met the Republic of Valdoría. Kenya and Valdoría agreed.", ["Valdoría", "Valdoría"]),
        ("Kenya met the Republic of New Valdoria.", ["New Valdoria"]),
        ("Kenya met the Republic of Вальдория. Kenya and Вальдория agreed.", []),
    ],
)
def test_a_name_is_an_unknown_state_where_the_text_treats_it_as_one(
    desk: Desk, text: str, expected: list[str]
) -> None:
    paragraph = desk.reading(text).paragraph(1)
    found = [paragraph.said(party.first, party.end) for party in paragraph.parties if len(party.code) > 2]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "Tarvonia met Kenya. The Tarvonian side left. The Tarvonian defence ministry said so.",
            ["TARVONIA"],
        ),
        ("The Tarvonian side left. The Tarvonian ministry said so.", ["TARVONIAN"]),
        ("A road leads to Drelland. The Drellandish government and the Drellandish army left.", ["DRELLAND"]),
        ("An envoy of Tarvonia came. Kenya's minister met her Tarvonian counterpart.", ["TARVONIA"]),
        ("An envoy of Tarvonia came. Kenya's minister met her Tarvonian cousin.", []),
        ("An envoy of Tarvonia came.", []),
        ("Tarvonia and Drelland agreed, the Tarvonian navy said.", ["DRELLAND", "TARVONIA"]),
        ("Drelland and Tarvonia agreed, the Tarvonian navy said.", ["DRELLAND", "TARVONIA"]),
        ("Tarvonia agreed. The Tarvonian army walked through Drelland and Tarvonia.", ["TARVONIA"]),
        ("Tarvonia and Kenya agreed. Tarvonian Defence Minister Anton Brekk came.", ["TARVONIA"]),
        # A region that one delegation comes from is no state yet.
        ("They walked in Tarvonia. The Tarvonian delegation left.", []),
        ("Tarvonia and Kenya signed. Tarvonia and Kenya agreed. The Tarvonic side left.", ["TARVONIA"]),
    ],
)
def test_a_state_that_no_table_knows_is_called_by_its_name(desk: Desk, text: str, codes: list[str]) -> None:
    found = {party.code for party in desk.reading(text).paragraph(1).parties} - {"KE"}
    assert sorted(found) == codes


def test_the_glossary_names_a_state_that_no_table_knows_by_its_noun(desk: Desk) -> None:
    text = "Tarvonia and Kenya agreed to meet in Riga. The Tarvonian side was led by the Tarvonian minister."
    (entry,) = desk.draft(text).glossary
    assert (entry.abbreviation, entry.expansion) == ("TARVONIA", "Tarvonia")


def test_the_glossary_leaves_out_a_name_that_no_item_has(desk: Desk) -> None:
    text = "Kenya and Uganda agreed to meet in Riga. An envoy of Tarvonia left. The Tarvonian side went."
    reading = desk.reading(text)
    assert "TARVONIA" in {party.code for party in reading.paragraph(1).parties}
    assert desk.draft(text).glossary == ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The Valdorian side met the Valdorian delegation. Kenya and Valdoria agreed.",
         ["VALDORIA", "VALDORIA", "KE", "VALDORIA"]),
        ("The Tavish side met the Tavish delegation in Tavland.", ["TAVISH", "TAVISH"]),
        ("Valdoria is far. The Valdorian side met the Valdorian delegation.",
         ["VALDORIA", "VALDORIA", "VALDORIA"]),
        ("Kenya met the Republic of Valdoria. The Valdorium side left. The Valdorium side is back.",
         ["KE", "VALDORIA", "VALDORIUM", "VALDORIUM"]),
    ],
)  # fmt: skip
def test_what_is_said_of_an_adjective_speaks_for_the_name_in_the_text(
    desk: Desk, text: str, codes: list[str]
) -> None:
    assert [party.code for party in desk.reading(text).paragraph(1).parties] == codes


def test_a_dateline_is_no_part_of_the_text(desk: Desk) -> None:
    reading = desk.reading("KAMPALA, Sept. 17 (Lake News) -- Kenya agreed on Sept. 16 to clear mines.")
    assert [party.code for party in reading.paragraph(1).parties] == ["KE"]
    (clause,) = reading.clauses
    assert reading.paragraph(1).said(clause.first, clause.end) == "to clear mines"


def test_a_lexicon_without_cities_knows_the_capitals_alone() -> None:
    tables = {name: tomllib.loads(assets.read_text(f"lexicon/{name}.toml")) for name in TABLES}
    tables["places"] = {**tables["places"], "places": ()}
    places = lexicon_of(tables).places
    assert places.at(tokens_of("Kampala"), 0) == (1, "UG")
    assert places.at(tokens_of("Mombasa"), 0) is None


def test_thousands_of_names_are_looked_through_once(desk: Desk) -> None:
    letters = [f"{one}{two}{three}" for one in "bdfgklm" for two in "aeiou" for three in "lnrst"]
    names = [f"Tor{one}{two}" for one in letters for two in letters[:20]]
    tokens = tokens_of(" ".join(f"An envoy of {name} met the {name}ian army." for name in names))
    found = newcomers_of([tokens], desk.lexicon)
    assert len(names) == 3500
    assert {each[1].code for i in range(len(tokens)) if (each := found.at(tokens, i))} == {
        name.upper() for name in names
    }
