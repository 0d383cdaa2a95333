"""The words of the trade in resources/lexicon: whole, without doubles, and fit for the party model."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import TypeAdapter

from briefing_app.assets import read_text
from briefing_app.model.parties import Country, Party, chip, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMS = ("names", "demonyms", "people", "capitals", "metonyms")
FILES = ("parties", "bodies", "places", "titles")
PARTY_KEYS = {"code", "ambiguous", *FORMS}
BODY_KEYS = {"code", "names", "adjectives", "seat", "ambiguous"}

# Nobody governs from these islands and coasts; Tokelau's seat moves from atoll to atoll.
WITHOUT_CAPITAL = {"AQ", "BV", "HM", "IO", "TF", "TK", "UM"}


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(read_text("lexicon", f"{name}.toml"))


@pytest.fixture(scope="module")
def parties() -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = _load("parties")["party"]
    return entries


@pytest.fixture(scope="module")
def bodies() -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = _load("bodies")["body"]
    return entries


@pytest.fixture(scope="module")
def places() -> dict[str, Any]:
    return _load("places")


def _forms(entry: dict[str, Any], *keys: str) -> set[str]:
    return {form for key in keys for form in entry.get(key, [])}


def _lists(value: Any) -> Iterator[list[str]]:
    """Every list of texts in a file, however deep it stands."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from _lists(inner)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for inner in value:
            yield from _lists(inner)
    elif isinstance(value, list):
        yield value


def _capitals(parties: list[dict[str, Any]]) -> dict[str, str]:
    return {city: entry["code"] for entry in parties for city in entry.get("capitals", [])}


def _country_codes() -> set[str]:
    letters = [chr(number) for number in range(ord("A"), ord("Z") + 1)]
    pairs = {first + second for first in letters for second in letters}
    return {code for code in pairs if name_of(code) and chip(code) != code}


def test_each_country_of_the_model_has_one_entry(parties: list[dict[str, Any]]) -> None:
    codes = [entry["code"] for entry in parties]
    assert len(codes) == len(set(codes))
    assert set(codes) == _country_codes()
    for code in codes:
        assert TypeAdapter(Country).validate_python(code) == code


def test_the_name_we_print_is_among_the_names(parties: list[dict[str, Any]]) -> None:
    assert [e["code"] for e in parties if str(name_of(e["code"])).replace("’", "'") not in e["names"]] == []


def test_every_state_has_a_capital(parties: list[dict[str, Any]]) -> None:
    assert {entry["code"] for entry in parties if not entry.get("capitals")} == WITHOUT_CAPITAL


def test_every_body_fits_the_party_pattern_and_has_one_entry(bodies: list[dict[str, Any]]) -> None:
    codes = [entry["code"] for entry in bodies]
    assert len(codes) == len(set(codes))
    for code in codes:
        assert TypeAdapter(Party).validate_python(code) == code
    assert {code for code in codes if len(code) == 2 and code.isalpha()} == {"EU", "UN"}
    assert not set(codes) & _country_codes()


def test_entries_hold_known_keys_in_the_order_of_their_codes(
    parties: list[dict[str, Any]], bodies: list[dict[str, Any]], places: dict[str, Any]
) -> None:
    for entries, keys in ((parties, PARTY_KEYS), (bodies, BODY_KEYS)):
        codes = [entry["code"] for entry in entries]
        assert codes == sorted(codes)
        assert [(e["code"], set(e) - keys) for e in entries if set(e) - keys] == []
        assert [entry["code"] for entry in entries if not entry["names"]] == []
    assert set(places) == {"ambiguous", "not_parties", "places", "venues"}
    assert list(places["places"]) == sorted(places["places"])
    assert set(places["places"]) <= _country_codes()


def test_a_form_of_two_parties_is_called_ambiguous_by_both(
    parties: list[dict[str, Any]], bodies: list[dict[str, Any]]
) -> None:
    owners = defaultdict(list)
    for entry in parties + bodies:
        for form in _forms(entry, *FORMS, "adjectives"):
            owners[form].append(entry)
    shared = {form: entries for form, entries in owners.items() if len(entries) > 1}
    assert shared, "Congo is one"
    silent = [
        (form, entry["code"])
        for form, entries in shared.items()
        for entry in entries
        if form not in entry.get("ambiguous", [])
    ]
    assert silent == []


def test_what_is_called_ambiguous_is_a_form_of_its_party(
    parties: list[dict[str, Any]], bodies: list[dict[str, Any]]
) -> None:
    stray = [
        (entry["code"], form)
        for entry in parties + bodies
        for form in entry.get("ambiguous", [])
        if form not in _forms(entry, *FORMS, "adjectives")
    ]
    assert stray == []


def test_a_city_of_two_countries_is_called_ambiguous(
    parties: list[dict[str, Any]], places: dict[str, Any]
) -> None:
    owners = defaultdict(set)
    for code, cities in places["places"].items():
        for city in cities:
            owners[city].add(code)
    for entry in parties:
        for form in _forms(entry, "names", "capitals") & set(owners):
            owners[form].add(entry["code"])
    shared = {city for city, codes in owners.items() if len(codes) > 1}
    assert {"Cartagena", "Tripoli"} <= shared
    assert shared <= set(places["ambiguous"])
    assert set(places["ambiguous"]) <= set(owners)


def test_a_capital_that_is_also_a_city_elsewhere_is_ambiguous_in_its_party(
    parties: list[dict[str, Any]], places: dict[str, Any]
) -> None:
    silent = [
        (entry["code"], city)
        for entry in parties
        for city in entry.get("capitals", [])
        for code, cities in places["places"].items()
        if city in cities and (code == entry["code"] or city not in entry.get("ambiguous", []))
    ]
    assert silent == []


def test_venues_and_seats_lie_in_known_cities(
    parties: list[dict[str, Any]], bodies: list[dict[str, Any]], places: dict[str, Any]
) -> None:
    known = {city for cities in places["places"].values() for city in cities} | set(_capitals(parties))
    assert set(places["venues"].values()) <= known
    assert {entry["seat"] for entry in bodies if "seat" in entry} <= known


def test_a_phrase_that_is_no_party_holds_the_form_of_a_party_or_a_city(
    parties: list[dict[str, Any]], bodies: list[dict[str, Any]], places: dict[str, Any]
) -> None:
    forms = {form for entry in parties + bodies for form in _forms(entry, *FORMS, "adjectives")}
    forms |= {city for cities in places["places"].values() for city in cities}
    shielded = re.compile("|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in forms))
    idle = [p for p in places["not_parties"] if p in forms or not shielded.search(p)]
    assert idle == []


def test_titles_are_in_their_lists() -> None:
    titles = _load("titles")
    assert set(titles) == {
        "ranks",
        "honorifics",
        "heads",
        "modifiers",
        "spokes",
        "group_nouns",
        "departments",
    }
    assert {"Gen.", "General", "Lt. Gen.", "Air Chief Marshal", "Maj. Gen. (res.)"} <= set(titles["ranks"])
    assert not set(titles["ranks"]) & set(titles["honorifics"])
    assert [head for head in titles["heads"] if head != head.lower()] == []
    for key in titles:
        assert titles[key] == sorted(titles[key], key=lambda word: (word.casefold(), word))


@pytest.mark.parametrize("name", FILES)
def test_every_text_is_clean_and_stands_once_in_its_list(name: str) -> None:
    for texts in _lists(_load(name)):
        assert texts, "an empty list is left out"
        assert len(texts) == len(set(texts)), texts
        for text in texts:
            assert text == unicodedata.normalize("NFC", " ".join(text.split()))
            assert "’" not in text


@pytest.mark.parametrize("name", FILES)
def test_every_file_says_what_it_is_and_how_to_extend_it(name: str) -> None:
    first, second = read_text("lexicon", f"{name}.toml").splitlines()[:2]
    assert first.startswith("# ")
    assert second.startswith("# To extend: ")
