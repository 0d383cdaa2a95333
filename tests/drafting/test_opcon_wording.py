"""Stages, dates and conditions of the transfer in wording of many kinds."""

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
    from briefing_app.drafting.stage_histories import StageDraft
    from briefing_app.drafting.transfers import TransferDraft

_SUBJECT = "The transition of wartime operational control (OPCON) was discussed."


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _dates(draft: StageDraft | TransferDraft) -> list[str]:
    named = (("due", draft.due), ("when", draft.when))
    return [f"{name} {each.edtf or each.phrase}" for name, each in named if each]


def _lines(*paragraphs: str) -> list[str]:
    reading = read(Article(paragraphs=(_SUBJECT, *paragraphs)), _lexicon(), date(2026, 9, 18))
    found = opcon_of(reading)
    if found is None:
        return []
    lines = [" ".join(["transfer", *_dates(found.transfer)])] if found.transfer else []
    for track in found.tracks:
        for stage in track.stages:
            why = [f"for {stage.reason}"] if stage.reason else []
            note = [f"({stage.note})"] if stage.note else []
            lines.append(" ".join([stage.stage, stage.state, *_dates(stage), *why, *note]))
    states = ((each.text, f" ({each.state})" if each.state else "") for each in found.conditions)
    return [*lines, *(f"condition {text}{state}" for text, state in states)]


PUT_OFF = [
    (
        (
            "Owing to a strike at the shipyard, the FMC assessment foreseen for May 2027 will not take "
            "place before October 2027."
        ),
        ["FMC delayed due 2027-05 when 2027-10 for strike at the shipyard"],
    ),
    (
        (
            "Instead of this December, the allies will now certify the full operational capability (FOC) "
            "in April next year, because a data link is not yet in service."
        ),
        ["FOC delayed due 2026-12 when 2027-04 for data link is not yet in service"],
    ),
    (
        (
            "The FOC test has been bumped from October to January, a spokesman said, blaming a shortage "
            "of simulators."
        ),
        ["FOC delayed due 2026-10 when 2027-01 for shortage of simulators"],
    ),
    (
        (
            "Both ministers signed off on a new timetable under which the FMC verification happens in "
            "2029, not 2028, as training ranges are being rebuilt."
        ),
        ["FMC delayed due 2028 when 2029 for training ranges are being rebuilt"],
    ),
    (
        (
            "The allies gave themselves an extra year for the FMC evaluation, which will be held in 2028 "
            "and no longer in 2027, attributing the step to recruitment problems."
        ),
        ["FMC delayed due 2027 when 2028 for recruitment problems"],
    ),
    (
        (
            "The verification of FOC, once envisioned for this winter, now stands at May 2027 as a "
            "consequence of budget cuts."
        ),
        ["FOC delayed due 2026-24 when 2027-05 for budget cuts"],
    ),
    (
        (
            "The FOC evaluation will not go ahead until May 2027, the ministry said, citing slow radio "
            "deliveries as the reason."
        ),
        ["FOC delayed when 2027-05 for slow radio deliveries"],
    ),
    (
        (
            "The two governments now intend to certify FOC in 2028 rather than in 2027. A lack of trained "
            "staff is behind the delay."
        ),
        ["FOC delayed due 2027 when 2028 for lack of trained staff"],
    ),
    (
        "The FMC check was called off in July, as both staffs were busy with flood relief.",
        ["FMC delayed due 2026-07 for both staffs were busy with flood relief"],
    ),
    (
        (
            "The FOC verification, which had been foreseen for October, will be held in April 2027. The "
            "reason for the change is a software fault."
        ),
        ["FOC delayed due 2026-10 when 2027-04 for software fault"],
    ),
]

HELD = [
    (
        "The future command cleared its full operational capability (FOC) verification in August.",
        ["FOC verified when 2026-08"],
    ),
    ("Evaluators wrapped up the FOC assessment on September 4.", ["FOC assessed when 2026-09-04"]),
    (
        (
            "The initial operational capability evaluation was successfully behind the allies by the "
            "summer of 2020 after it took place in August 2019."
        ),
        ["IOC assessed when 2019-08"],
    ),
    ("The FOC examination ran from August 18 to 28.", ["FOC assessed when 2026-08-18/2026-08-28"]),
    (
        (
            "Over eleven days in August the two staffs tested the full operational capability of the "
            "future command."
        ),
        ["FOC assessed when 2026-08"],
    ),
    (
        "The allies ticked off IOC in 2019 and FOC in 2022.",
        ["IOC verified when 2019", "FOC verified when 2022"],
    ),
    ("Verification of the FOC came to a close last month.", ["FOC verified when 2026-08"]),
    (
        "The committee certified that the command had attained full operational capability in August 2026.",
        ["FOC verified when 2026-08"],
    ),
    (
        "With the FOC evaluation finished in August, attention turns to the next step.",
        ["FOC assessed when 2026-08"],
    ),
    ("The FOC verification concluded in August with no major findings.", ["FOC verified when 2026-08"]),
    ("The FOC verification went ahead in August.", ["FOC verified when 2026-08"]),
    (
        "Both staffs carried out the FOC evaluation from August 17 to 27.",
        ["FOC assessed when 2026-08-17/2026-08-27"],
    ),
    ("The command attained FOC in 2025.", ["FOC verified when 2025"]),
]

PLANNED = [
    (
        "The FMC evaluation is to go ahead in March and August 2027.",
        ["FMC planned when 2027-03", "FMC planned when 2027-08"],
    ),
    (
        "The allies are gearing up to certify the full mission capability (FMC) in autumn 2027.",
        ["FMC planned when 2027-23"],
    ),
    ("November has been earmarked for the FOC verification.", ["FOC planned when 2026-11"]),
    ("The two sides pencilled the FMC test in for the second quarter of 2027.", ["FMC planned when 2027-34"]),
    (
        "The verification of FOC will go forward in November if the network is ready.",
        ["FOC planned when 2026-11 (if the network is ready)"],
    ),
    (
        "Officials plan for the FOC evaluation to happen by the end of next year.",
        ["FOC planned when [..2027]"],
    ),
    ("The FMC assessment is on course for October 2027.", ["FMC planned when 2027-10"]),
    (
        "The FOC evaluation remains on schedule for this November, the ministry said.",
        ["FOC planned when 2026-11"],
    ),
    ("They settled on the first half of 2028 for the FMC verification.", ["FMC planned when 2028-40"]),
    (
        "Provided the funds are there, the FMC evaluation will be conducted in October 2027.",
        ["FMC planned when 2027-10 (Provided the funds are there)"],
    ),
    ("The FMC verification is still on the calendar for 2028.", ["FMC planned when 2028"]),
    ("The FMC test kicks off in May 2027.", ["FMC planned when 2027-05"]),
    ("The ministers set the FMC evaluation for November 2027.", ["FMC planned when 2027-11"]),
    (
        "FMC evaluations will be staged in April and October 2027.",
        ["FMC planned when 2027-04", "FMC planned when 2027-10"],
    ),
    ("The allies could not agree when to conduct the FMC evaluation.", ["FMC planned"]),
]

MISSED = [
    ("The FOC test ought to have taken place in August but did not.", ["FOC delayed due 2026-08"]),
    ("A typhoon kept the allies from verifying FOC in August.", ["FOC delayed due 2026-08 for typhoon"]),
    (
        "The allies were to have certified FOC last year; the outbreak made that impossible.",
        ["FOC delayed due 2025 for outbreak"],
    ),
    (
        "The FOC evaluation was skipped in August because of flooding.",
        ["FOC delayed due 2026-08 for flooding"],
    ),
    ("The full operational capability test fell through in August.", ["FOC delayed due 2026-08"]),
]

TRANSFER = [
    (
        "The two governments have set their sights on 2030 for the transfer of wartime operational control.",
        ["transfer when 2030"],
    ),
    ("Seoul wants OPCON back by 2030.", []),
    ("The ministers reaffirmed 2028 as the target year for the OPCON transition.", ["transfer when 2028"]),
    (
        "The handover of wartime operational control is pegged for the end of 2030.",
        ["transfer when [2030-09..2030-12]"],
    ),
    ("OPCON is to change hands by 2029.", ["transfer when [..2029]"]),
    ("They said the OPCON transfer was still on track for 2030.", ["transfer when 2030"]),
    ("The allies moved the OPCON transfer from 2028 to 2030.", ["transfer due 2028 when 2030"]),
    ("The release names the year 2029 as the goal for OPCON transfer.", ["transfer when 2029"]),
    (
        "The two sides undertook to complete the OPCON transition within the term of the current government.",
        ["transfer when within the term of the current government"],
    ),
    (
        "The transfer of OPCON, first due in 2012 and then in 2015, now has 2030 as its target.",
        ["transfer due 2012 when 2030"],
    ),
]

CONDITIONS = [
    (
        (
            "Three conditions must be fulfilled before OPCON is handed over: military leadership, a "
            "response to missiles and a stable region."
        ),
        ["condition Military leadership", "condition A response to missiles", "condition A stable region"],
    ),
    (
        (
            "Of the conditions for the OPCON transfer, the first, the ability to lead combined forces, "
            "has been satisfied."
        ),
        ["condition The ability to lead combined forces (met)"],
    ),
    (
        (
            "The first condition for the OPCON transfer is the capability to lead combined operations; "
            "the second is a first response to nuclear threats; the third is a secure region."
        ),
        [
            "condition The capability to lead combined operations",
            "condition A first response to nuclear threats",
            "condition A secure region",
        ],
    ),
    (
        "The OPCON transfer depends on two conditions, namely a stable region and the ability to lead.",
        ["condition A stable region", "condition The ability to lead"],
    ),
    (
        (
            "Among the conditions for OPCON transfer are core capabilities, missile defences and regional "
            "stability."
        ),
        ["condition Core capabilities", "condition Missile defences", "condition Regional stability"],
    ),
    (
        "As to the third condition for the OPCON transfer, a favourable security environment, work goes on.",
        ["condition A favourable security environment (in-progress)"],
    ),
    (
        (
            "The plan ties the OPCON transfer to three requirements - key military capabilities, "
            "counter-missile capabilities and a favourable environment."
        ),
        [
            "condition Key military capabilities",
            "condition Counter-missile capabilities",
            "condition A favourable environment",
        ],
    ),
    (
        (
            "Core military capabilities, a response to missiles and a stable region are the three "
            "conditions for the OPCON transfer."
        ),
        [
            "condition Core military capabilities",
            "condition A response to missiles",
            "condition A stable region",
        ],
    ),
    (
        (
            "The OPCON transfer rests on the following conditions: command capability, a missile answer "
            "and a calm region."
        ),
        ["condition Command capability", "condition A missile answer", "condition A calm region"],
    ),
    ("Heat, dust and noise are the two conditions for the OPCON transfer.", []),
    ("Heat, dust and noise are not the three conditions for the OPCON transfer.", []),
    ("Two of the three conditions for the OPCON transfer have been met.", []),
    ("Living conditions in the OPCON headquarters are poor: heat, dust and noise.", []),
]

NOTHING = [
    "Seoul brushed aside a report that the FOC verification would slip to 2028.",
    "There is no truth in claims that the FMC evaluation was shelved, he said.",
    "The spokesman would neither confirm nor rule out a delay of the FOC test to spring.",
    "The ministry said it was untrue that FOC had been verified.",
    '"We have not postponed the FOC test," the minister said.',
    "At no point did the allies agree to put off the FMC evaluation, the official said.",
    "The minister denied having agreed to shift the FOC test to 2027.",
    "Talk of a postponed FOC verification is baseless, according to the ministry.",
    "The two sides did not verify the FOC of the future command.",
    "Had the network been ready, the FOC test would have been held in August.",
    "If the FOC verification were postponed, the 2030 goal would be out of reach.",
    "In case of a typhoon the FOC test would be moved to December.",
    "The FMC evaluation could well slide into 2028.",
    "Some fear that the FOC verification will be put off to next year.",
    "Were the allies to delay FMC to 2029, costs would rise.",
    "A think tank recommended that FOC be verified in 2027.",
    "The opposition urged the government to bring the FMC test forward to 2027.",
    "The army would like to see the FOC evaluation held in May.",
    "One option is to hold the FMC test in 2028.",
    "The FOC verification is on the agenda of the talks next month.",
    "Next month's meeting will take up the FMC evaluation.",
    "The ministers are expected to talk about the FOC test in October.",
    "The OPCON transition will feature in the November meeting.",
    "The schedule for verifying FOC will be among the topics in October.",
    "Aides will prepare a paper on the FMC evaluation for the October session.",
    "The FMC test is due to be discussed in November.",
    "The two reviewed the state of the OPCON transfer and promised to keep talking in 2027.",
    "FOC figures high on the list of issues for the November meeting.",
    "They exchanged views on the FOC evaluation on Wednesday.",
    "The FOC test will dominate the meeting in November.",
    "The FOC test is a matter for the November meeting.",
    "The FOC test will cost 12 million dollars.",
    "It is not known whether the FOC test will be held in November.",
    "The FOC verification will be postponed to 2028 if the network fails.",
    "If talks fail, the FOC verification will be delayed to 2028.",
    "A lawmaker asked whether the FMC test would be moved to 2028.",
    "The change of government in Seoul was put down to the economy.",
    "The FOC test has been the subject of talks in Seoul since 2024.",
    "The FOC test is of great interest in Washington.",
    "The opposition blamed the government for the delay of the FOC test.",
    "The minister was in Tokyo in November for talks on the FOC test.",
    "The FOC test was praised at the meeting in August.",
    "The FOC test will be explained to reporters on Thursday.",
]

UNDATED = [
    ("The allies have not decided when to hold the FMC evaluation.", ["FMC planned"]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*PUT_OFF, *HELD, *PLANNED, *MISSED, *UNDATED, *TRANSFER, *CONDITIONS]
)
def test_what_is_said(text: str, expected: list[str]) -> None:
    assert _lines(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_denials_suppositions_and_talks_say_nothing(text: str) -> None:
    assert _lines(text) == []
