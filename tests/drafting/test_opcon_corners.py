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
        ("They put off, for lack of staff, FOC verification.", ["FOC delayed for lack of staff"]),
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


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["The allies plan to move on to the FOC test."], []),
        (["The FOC test was pushed into March 2027."], ["FOC delayed when 2027-03"]),
        (["The FOC test is pencilled in for March 2027."], ["FOC planned when 2027-03"]),
        (["The FOC test was put off to the following spring."], ["FOC delayed"]),
        (
            ["The FOC test was put off.", "The ministry attributed it to a flood."],
            ["FOC delayed for flood"],
        ),
        (["The FOC test was put off.", "The ministry put it to the ministers."], ["FOC delayed"]),
        (["The FOC test was put off.", "The ministry blamed the delay on"], ["FOC delayed"]),
        (["The FOC test was put off.", "The ministry did not blame the delay on floods."], ["FOC delayed"]),
        (
            ["The FOC test was put off.", "The ministry gave floods as the reason."],
            ["FOC delayed for floods"],
        ),
        (["The FOC test was put off.", "The ministry named no grounds."], ["FOC delayed"]),
        (["The FOC test was put off.", "Reason for the delay is a flood."], ["FOC delayed"]),
        (["The FOC test was put off.", "The ministry blamed the delay on the."], ["FOC delayed"]),
        (["The FOC test was put off.", "The reason remained open."], ["FOC delayed"]),
        (["The FOC test was put off.", "The reason, he held, is no secret."], ["FOC delayed"]),
        (["The FOC test was put off.", "The reason why is no secret."], ["FOC delayed"]),
        (
            ["The FOC test was put off.", "The reason that they all gave to the press on Thursday"],
            ["FOC delayed"],
        ),
        (["The FOC test was put off.", "The reason is a flood."], ["FOC delayed for flood"]),
        (["The FOC test was put off.", "The change is due to be made known in May."], ["FOC delayed"]),
        (["The FOC test was put off.", "A flood in May caused the delay."], ["FOC delayed for flood in May"]),
        (["The FOC test was put off.", "Floods, he said, had forced the delay."], ["FOC delayed"]),
        (["The FOC test was put off.", "A flood forced them to accept the delay."], ["FOC delayed"]),
        (
            ["The FOC test was put off.", "The delay was put down to floods and was regretted."],
            ["FOC delayed for floods"],
        ),
        (
            [
                "The allies moved a verification of their future combined command from November to March.",
                "The FOC verification is the second step.",
            ],
            ["FOC delayed due 2026-11 when 2027-03"],
        ),
        (["They moved a verification of their combined command to March.", "FOC comes second."], []),
        (["They held a verification of their accounts in May.", "The FOC verification comes second."], []),
        (["The last of three evaluations will be held in May 2027."], []),
        (
            ["The last of three evaluations will be held in May 2027.", "FMC comes last."],
            ["FMC planned when 2027-05"],
        ),
        (
            ["The FMC test will be held in the spring of 2027.", "The FMC test will be held in April 2027."],
            ["FMC planned when 2027-04"],
        ),
        (["The FOC test was put off, after they met."], ["FOC delayed"]),
        (["The FOC test was put off, after the dam failed."], ["FOC delayed for dam failed"]),
        (["The FOC test was put off, as planned."], ["FOC delayed"]),
        (["Once the dam is mended, the FOC test will be held in May 2027."], ["FOC planned when 2027-05"]),
        (["The FOC test, if any."], []),
        (["The FOC test (long awaited"], []),
        (["The FOC test will soon"], []),
        (["The FOC test is not on course for May 2027."], []),
        (["The FOC test of the year is in May 2027."], ["FOC planned when 2027-05"]),
        (["The FOC test was to come in August but was not, they said."], ["FOC delayed due 2026-08"]),
        (["The FOC test was to come in August, but not all agreed."], ["FOC planned due 2026-08"]),
    ],
)
def test_sentences_together(paragraphs: list[str], expected: list[str]) -> None:
    assert _lines(*paragraphs) == expected
