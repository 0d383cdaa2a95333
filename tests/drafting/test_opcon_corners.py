"""Stages of the transfer in sentences that go about it another way."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from briefing_app.drafting.opcon import opcon_of
from briefing_app.drafting.reading import read
from briefing_app.model.article import Article
from briefing_app.workflow.lexicon import load_lexicon

if TYPE_CHECKING:
    from briefing_app.drafting.lexicon import Lexicon


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _lines(*paragraphs: str) -> list[str]:
    reading = read(Article(paragraphs=(*paragraphs, "OPCON was the subject.")), _lexicon(), date(2026, 9, 18))
    found = opcon_of(reading)
    lines = []
    for track in found.tracks if found else ():
        for stage in track.stages:
            dates = [
                f"{name} {each.edtf}" for name, each in (("due", stage.due), ("when", stage.when)) if each
            ]
            why = [f"for {stage.reason}"] if stage.reason else []
            lines.append(
                " ".join([*([track.name] if track.name else []), stage.stage, stage.state, *dates, *why])
            )
    return lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The joint team certified the FOC in October 2027.", []),
        ("The FOC test was put off because of the flood", ["FOC delayed for flood"]),
        ("SEOUL, May 14 (HNA) -- The FOC was verified in August.", ["FOC verified when 2026-08"]),
        ("FOC was verified in May; the next meeting has no date.", ["FOC verified when 2026-05"]),
        ("IOC was verified in 2019, and they held talks on FOC in 2022.", ["IOC verified when 2019"]),
        ("IOC was verified in 2019, the FOC in 2022.", ["IOC verified when 2019", "FOC verified when 2022"]),
        ("The decision was hard; to verify FOC in 2027 is harder.", []),
        ("The full operational capability (in short) was verified in May.", ["FOC verified when 2026-05"]),
        ("The FOC verification and certification were held in May.", ["FOC verified when 2026-05"]),
        (
            "They verified the FOC of the allied command and will verify its FMC in 2028.",
            ["FOC verified", "FMC planned when 2028"],
        ),
        ("Of the components, FOC was verified in May.", ["FOC verified when 2026-05"]),
        (
            "The FOC was assessed in 2022 and verified in 2024.",
            ["FOC assessed when 2022", "FOC verified when 2024"],
        ),
        (
            "The FOC will be assessed in 2027 and verified in 2028.",
            ["FOC planned when 2027", "FOC planned when 2028"],
        ),
        ("They put off, for lack of staff, FOC verification.", ["FOC delayed"]),
        ("They postponed until next year the FOC test.", ["FOC delayed when 2027"]),
        ("The command successfully completed the IOC in 2023.", ["IOC verified when 2023"]),
        ("Having completed IOC in 2019, the allies went on.", ["IOC verified when 2019"]),
        ("The FOC test — a key step — was held in May.", ["FOC assessed when 2026-05"]),
        ("The FOC test mattered but was held in May.", []),
        ("The FOC assessment in 2022, held by umpires, went well.", ["FOC assessed when 2022"]),
        ("The FOC test mattered but they failed to do enough.", []),
        ("This year's FOC verification was held.", ["FOC verified when 2026"]),
        ("They will check the FOC from March to May 2027.", ["FOC planned when 2027-03/2027-05"]),
        ("FOC is verified in stages.", []),
        ("They brought the FOC test", []),
        ("They brought up the FOC verification of 2025.", []),
        ("The FOC (a key step) was verified in May.", ["FOC verified when 2026-05"]),
        ("That leaves FMC, the third and final", []),
        (
            "IOC, FOC and FMC were verified in May.",
            [f"{code} verified when 2026-05" for code in ("IOC", "FOC", "FMC")],
        ),
        ("On the OPCON transition, the FOC was verified in May.", ["FOC verified when 2026-05"]),
        ("They brought the FOC test forward to May 2027.", ["FOC planned when 2027-05"]),
        ("No FOC test was held in May.", []),
    ],
)
def test_one_sentence(text: str, expected: list[str]) -> None:
    assert _lines(text) == expected


def test_a_date_before_the_stage_it_was_named_for() -> None:
    assert _lines(
        "They have settled on May 2027 for the last of three readiness tests.",
        "FMC is the last of three tests. The last stage of the journey is hard.",
    ) == ["FMC planned when 2027-05"]
