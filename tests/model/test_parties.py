from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from briefing_app.model.parties import Country, Party, chip, known_code, name_of

PARTY = TypeAdapter[str](Party)
COUNTRY = TypeAdapter[str](Country)


@pytest.mark.parametrize("code", ["KR", "US", "XK", "EU", "UN", "NATO", "ASEAN", "AFR-UNION", "VELDANIA"])
def test_a_party_is_a_country_or_a_body(code: str) -> None:
    assert PARTY.validate_python(code) == code


@pytest.mark.parametrize(
    ("text", "code", "use"),
    [
        ("Korea", "party-form", ""),
        ("South Korea", "party-form", "KR"),
        ("usa", "party-form", "US"),
        ("UK", "party-unknown", "GB"),
        ("ZZ", "party-unknown", ""),
        ("A", "party-form", ""),
        ("THIRTEEN-SIGN", "party-form", ""),
    ],
)
def test_what_is_no_party_is_told_with_the_code_that_is_meant(text: str, code: str, use: str) -> None:
    with pytest.raises(ValidationError) as caught:
        PARTY.validate_python(text)
    error = caught.value.errors()[0]
    assert (error["type"], error["ctx"]["use"]) == (code, use)


def test_g7_is_a_body_of_two_signs() -> None:
    assert PARTY.validate_python("G7") == "G7"


def test_a_country_is_alpha_2_only() -> None:
    assert COUNTRY.validate_python("KR") == "KR"
    for text in ("KOR", "EU", "NATO"):
        with pytest.raises(ValidationError, match="country-unknown"):
            COUNTRY.validate_python(text)


def test_names_and_chips() -> None:
    assert (chip("KR"), chip("US"), chip("EU"), chip("NATO")) == ("KOR", "USA", "EU", "NATO")
    assert (name_of("KR"), name_of("EU"), name_of("NATO")) == ("South Korea", "European Union", None)
    assert (known_code("Republic of Korea"), known_code("jpn"), known_code("Korea")) == ("KR", "JP", None)
