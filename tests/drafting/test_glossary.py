"""Abbreviations that an article explains, and the names behind parties."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from briefing_app.drafting.glossary import glossary_of
from briefing_app.drafting.reading import read
from briefing_app.model.article import Article
from briefing_app.workflow.lexicon import load_lexicon

if TYPE_CHECKING:
    from briefing_app.drafting.lexicon import Lexicon


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _glossary(*paragraphs: str) -> dict[str, str]:
    reading = read(Article(paragraphs=paragraphs), _lexicon(), date(2026, 9, 18))
    return {entry.abbreviation: entry.expansion for entry in glossary_of(reading)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They moved wartime operational control (OPCON) of troops.", {"OPCON": "operational control"}),
        (
            "The 19th Quay-Harbour Integrated Sea Dialogue (QISD) was held.",
            {"QISD": "Quay-Harbour Integrated Sea Dialogue"},
        ),
        ("The Committee of Chiefs of Sea Staff (CCSS) met.", {"CCSS": "Committee of Chiefs of Sea Staff"}),
        ("The Lake Ministers' Meeting Plus (LMM-Plus) met.", {"LMM-Plus": "Lake Ministers' Meeting Plus"}),
        ("Along the Demilitarized Zone (DMZ) it was calm.", {"DMZ": "Demilitarized Zone"}),
        ('The "Full Sea Capability" ("FSC") was tested.', {"FSC": "Full Sea Capability"}),
        ("The full mission capability (the FMC, in short) was tested.", {"FMC": "full mission capability"}),
        ("The QCO (Quillon Compact Organisation) met.", {"QCO": "Quillon Compact Organisation"}),
        ("LMM-Plus (the Lake Ministers' Meeting Plus) met.", {"LMM-Plus": "Lake Ministers' Meeting Plus"}),
        ("The QCO, or Quillon Compact Organisation, met.", {"QCO": "Quillon Compact Organisation"}),
        ("The QCO or the Quillon Compact Organisation has met.", {}),
        ("The Quillon Compact Organisation, or QCO, met.", {"QCO": "Quillon Compact Organisation"}),
        ("The Quillon Compact Organisation, or the QCO", {"QCO": "Quillon Compact Organisation"}),
        ("It met (on Monday) with the mayor (QCO), or not.", {}),
        ("Nothing of that, or QCO.", {}),
        ("(QCO) was first. Then QCO (see below) came. QCO (", {}),
        ("The QCO, or something like it, and others or", {}),
        ("They spoke of the year (2026) and the town (Lusaka), (a) and (B) and (WWWWWWWWWWWWW).", {}),
        ("The harbour of Sarn (Quillon Compact Organisation) is old.", {}),
        ("The Quillon Compact Organisation. (QCO) is short.", {}),
        ("QCO or Quillon", {}),
        ("They trust the Quillon Compact Offices (QCOR) of old.", {}),
    ],
)
def test_what_an_article_explains(text: str, expected: dict[str, str]) -> None:
    assert _glossary(text) == expected


def test_the_first_explanation_counts() -> None:
    assert _glossary("The Quillon Compact Office (QCO) met.", "The Quarry Code Order (QCO) was read.") == {
        "QCO": "Quillon Compact Office"
    }


def test_parties_without_a_code_of_a_country_have_their_names() -> None:
    assert _glossary(
        "Ministers of the African Union and of the Union of Japan met; the AU, "
        "the European Union and NATO spoke."
    ) == {
        "AFR-UNION": "African Union",
        "EU": "European Union",
    }


def test_a_long_row_of_small_words_is_read_at_once() -> None:
    assert _glossary(" ".join(["of and the on"] * 400) + " (OOOOTTTTAAAA)") == {}
