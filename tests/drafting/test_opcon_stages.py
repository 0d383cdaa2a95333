"""The stages of the transfer, read from sentences as English news prints them."""

from __future__ import annotations

import pytest

from briefing_app.drafting.opcon import opcon_of
from briefing_app.drafting.proofs import passages_of
from tests.drafting.staged import lines, reading

DONE = [
    ("The IOC was verified in 2019.", ["IOC verified when 2019"]),
    ("In August 2022, the allies completed an assessment of the FOC.", ["FOC assessed when 2022-08"]),
    ("The first, initial operational capability (IOC), was completed in 2019.", ["IOC verified when 2019"]),
    (
        "IOC and FOC were verified in 2019 and 2022, respectively.",
        ["IOC verified when 2019", "FOC verified when 2022"],
    ),
    ("Both IOC and FOC were verified in 2022.", ["IOC verified when 2022", "FOC verified when 2022"]),
    ("They verified IOC and FOC in 2022.", ["IOC verified when 2022", "FOC verified when 2022"]),
    (
        "IOC was verified in 2019, FOC in August 2022.",
        ["IOC verified when 2019", "FOC verified when 2022-08"],
    ),
    (
        ("The FOC verification was completed last month, the ministry said on Friday."),
        ["FOC verified when 2026-08"],
    ),
    ("The FOC evaluation took place from August 18 to 28.", ["FOC assessed when 2026-08-18/2026-08-28"]),
    (
        ("They reviewed the results of the FOC test carried out in the first half."),
        ["FOC assessed when 2026-40"],
    ),
    (
        ("They approved the results of the FOC assessment held during the summer exercise in August."),
        ["FOC assessed when 2026-08"],
    ),
    (
        ("The assessment of FOC, which took place during the August exercise, went well."),
        ["FOC assessed when 2026-08"],
    ),
    (
        ("The joint group has finished evaluating the FOC, and the results will be reported in November."),
        ["FOC assessed"],
    ),
    ("After verifying IOC in 2019 the allies turned to the next stage.", ["IOC verified when 2019"]),
    ("After the FOC assessment in August 2022 the sides began their report.", ["FOC assessed when 2022-08"]),
    (
        ("Following last year's FOC assessment, the allies will assess FMC in 2028."),
        ["FOC assessed when 2025", "FMC planned when 2028"],
    ),
    ("The combined command passed the FOC verification in August.", ["FOC verified when 2026-08"]),
    ("A rehearsal for the FOC test was held in August.", ["FOC rehearsed when 2026-08"]),
    ("The allies rehearsed the FOC test around June 2026.", ["FOC rehearsed when 2026-06~"]),
    (
        (
            "The Future CFC's initial operational capability was certified in "
            "2019, and its full operational capability "
            "assessed in 2022."
        ),
        ["IOC verified when 2019", "FOC assessed when 2022"],
    ),
    (
        "IOC was first planned for about 2018, was assessed, probably in 2019, and was verified in 2022.",
        ["IOC planned due 2018", "IOC assessed when 2019", "IOC verified when 2022"],
    ),
    (
        "The FOC evaluation, rehearsed in March, will be held in October 2027.",
        ["FOC rehearsed when 2026-03", "FOC planned when 2027-10"],
    ),
]

PLANNED = [
    ("The two sides agreed to pursue certification of FOC in 2026.", ["FOC planned when 2026"]),
    (
        ("They agreed to recommend to the Ministers that the FMC be evaluated in the second half of 2027."),
        ["FMC planned when 2027-41"],
    ),
    ("The minister said the FOC would be verified by the end of this year.", ["FOC planned when [..2026]"]),
    (
        ("Officials said that the FMC evaluation would come no earlier than 2028."),
        ["FMC planned when [2028..]"],
    ),
    ("The FOC verification is to be conducted in April 2027.", ["FOC planned when 2027-04"]),
    ("The FOC certification is slated for this November.", ["FOC planned when 2026-11"]),
    ("The FOC verification is on track for 2027.", ["FOC planned when 2027"]),
    ("The allies are now verifying FOC in stages until 2027.", ["FOC planned when 2027"]),
    ("They agreed on verifying the FOC in 2027.", ["FOC planned when 2027"]),
    (
        "The joint team will check the FOC from March 2 through April 10, 2027.",
        ["FOC planned when 2027-03-02/2027-04-10"],
    ),
    ("The team will check the FOC from March 2027.", ["FOC planned when 2027-03/.."]),
    (
        "Both sides plan to verify the FOC in November and FMC in 2028.",
        ["FOC planned when 2026-11", "FMC planned when 2028"],
    ),
    ("Asked about the FOC verification, he said it will be held in November.", ["FOC planned when 2026-11"]),
    ("The chiefs in October 2025 agreed to push for FOC certification in 2027.", ["FOC planned when 2027"]),
    ("The chiefs set November 2026 as the date for the FOC verification.", ["FOC planned when 2026-11"]),
    ("The chiefs set a target of November 2026 for the FOC verification.", ["FOC planned when 2026-11"]),
    ("The last one, full mission capability (FMC), has no date.", ["FMC planned"]),
    ("No date has been set for the FMC verification.", ["FMC planned"]),
    ("The FOC verification has yet to be held.", ["FOC planned"]),
    ("The FOC test had been due in 2020.", ["FOC planned due 2020"]),
    ("The FMC evaluation was brought forward from 2028 to 2027.", ["FMC planned due 2028 when 2027"]),
    (
        "The FMC assessment was moved up to this autumn from next spring.",
        ["FMC planned due 2027-21 when 2026-23"],
    ),
    (
        (
            "They agreed to complete a verification of the full operational "
            "capability (FOC) of the envisioned Future "
            "Combined Forces Command (F-CFC) in 2027."
        ),
        ["FOC planned when 2027"],
    ),
    (
        (
            "They noted that the first phase, the IOC, had been completed in 2019 "
            "and agreed to complete the second, "
            "the FOC, by next November."
        ),
        ["IOC verified when 2019", "FOC planned when [..2026-11]"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*DONE, *PLANNED])
def test_done_and_planned(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


DELAYED = [
    (
        (
            '"Taking into account a delay in fielding the new network, both sides '
            "decided to verify the full operational "
            "capability (FOC) of the Future Combined Forces Command in March or "
            "April next year rather than this "
            'November," the ministry said in a release.'
        ),
        ["FOC delayed due 2026-11 when [2027-03,2027-04] for delay in fielding the new network"],
    ),
    (
        (
            "The FOC test, a crucial step, was supposed to be held last year as "
            "part of training, but the two sides failed "
            "to do so amid the virus situation."
        ),
        ["FOC delayed due 2025 for virus situation"],
    ),
    (
        ("They postponed the FOC verification from November to March because of the typhoon."),
        ["FOC delayed due 2026-11 when 2027-03 for typhoon"],
    ),
    (
        (
            "The FOC verification, scheduled for November, was postponed to March "
            "due to a lack of radios, officials said on Thursday."
        ),
        ["FOC delayed due 2026-11 when 2027-03 for lack of radios"],
    ),
    (
        ("A flood has forced the allies to push back the FOC verification to the spring of 2027."),
        ["FOC delayed when 2027-21 for flood"],
    ),
    (
        ("The FOC verification was put off until next spring. The delay is due to a shortage of radios."),
        ["FOC delayed when 2027-21 for shortage of radios"],
    ),
    (
        (
            "The FOC verification was put off until next spring because of floods. "
            "The delay is due to a shortage of radios."
        ),
        ["FOC delayed when 2027-21 for floods"],
    ),
    (
        ("The FOC verification was first planned for 2025 but was delayed to 2027 over a shortage of staff."),
        ["FOC delayed due 2025 when 2027 for shortage of staff"],
    ),
    (
        ("The allies had planned to verify FOC in 2020 but could not do so because of the pandemic."),
        ["FOC delayed due 2020 for pandemic"],
    ),
    ("The FOC test was not held in August as planned.", ["FOC delayed due 2026-08"]),
    (
        ("The FOC test did not take place in 2025, because the network had not been installed."),
        ["FOC delayed due 2025 for network had not been installed"],
    ),
    (
        ("The FOC test, planned for 2020, was never held because of the pandemic."),
        ["FOC delayed due 2020 for pandemic"],
    ),
    ("The allies failed to conduct the FOC test in 2020.", ["FOC delayed due 2020"]),
    ("The target of verifying FOC in 2025 was missed.", ["FOC delayed due 2025"]),
    ("The agreed postponement of the FOC verification to next year stands.", ["FOC delayed when 2027"]),
    ("They announced a delay of the FOC verification until 2028.", ["FOC delayed when 2028"]),
    (
        (
            "The FOC verification will be held next year instead of this year "
            "owing to the change of government."
        ),
        ["FOC delayed due 2026 when 2027 for change of government"],
    ),
    (
        (
            "The FOC verification, initially planned for this autumn, will now "
            "take place in the first half of 2027."
        ),
        ["FOC delayed due 2026-23 when 2027-40"],
    ),
    (
        ("The FOC verification had been planned for November 2026. It will now take place in May 2027."),
        ["FOC delayed due 2026-11 when 2027-05"],
    ),
    ("FOC verification has slipped from this year into 2027.", ["FOC delayed due 2026 when 2027"]),
    ("The verification of FOC was held over from 2025 to 2026.", ["FOC delayed due 2025 when 2026"]),
    ("The sides agreed to postpone, by one year to 2028, the evaluation of FMC.", ["FMC delayed when 2028"]),
    (
        (
            "Because the network was late, the allies put back the FOC test from "
            "this autumn to the spring of 2027."
        ),
        ["FOC delayed due 2026-23 when 2027-21 for network was late"],
    ),
    ("The FOC verification due this November has been cancelled.", ["FOC delayed due 2026-11"]),
    ("This year's FOC verification was called off.", ["FOC delayed due 2026"]),
    ("In May they postponed the FOC verification to March 2027.", ["FOC delayed when 2027-03"]),
    (
        ("Given the late network, they deferred the FOC test to 2027 and will meet again in May."),
        ["FOC delayed when 2027 for late network"],
    ),
    (
        ("The FOC test was pushed back after storm damage to the headquarters and will be held in 2027."),
        ["FOC delayed when 2027 for storm damage to the headquarters"],
    ),
    ("They pushed the FOC test back due to the floods to May 2027.", ["FOC delayed when 2027-05 for floods"]),
    (
        (
            "The FOC test was rehearsed around June 2023. The test proper, due "
            "later in 2023, was put off for lack of radios."
        ),
        ["FOC rehearsed when 2023-06~", "FOC delayed due 2023 for lack of radios"],
    ),
    (
        "The FOC verification was moved from November to March 2027.",
        ["FOC delayed due 2026-11 when 2027-03"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DELAYED)
def test_put_off(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


NOTHING = [
    "Analysts say FOC could be verified in 2027.",
    "Analysts say FOC was verified in 2019.",
    "The FOC verification may be delayed to 2028.",
    "If the network is late, the FOC verification will be postponed to 2028.",
    "Should the situation deteriorate, the evaluation of FMC will be moved to 2028.",
    "The ministry denied a report that the FOC verification had been postponed.",
    "The FOC test was not held in August.",
    "The new frigate reached full operational capability (FOC) in 2025.",
    "The squadron's IOC was declared in 2023.",
    "The full operational capability of the new radar was declared in 2023.",
    "They held talks on the FOC test in Seoul on Wednesday.",
    "Preparations for the FOC test were completed in May.",
    "They discussed plans for a Full Operational Capability (FOC) test.",
    "The two sides discussed a plan to verify the FOC in 2027.",
    "The minister hopes to complete the FOC verification this year.",
    "Once FOC is verified, the two presidents will choose a target year.",
    "Without FOC verification the transfer cannot proceed.",
    "The two sides decided not to hold the FOC verification this year.",
    "They did not agree to verify FOC in 2027.",
    "The FOC test would be held in 2027.",
    "FOC is being verified in stages.",
    "They want FOC to be verified in 2027.",
    "Asked whether FOC had been verified in May, the spokesman declined to answer.",
    "The dialogue dealt with the FOC verification. It was held in Washington on Thursday.",
    "No date for the transfer after FOC was set.",
    "Verifying FOC in 2027 is hard.",
    "The FOC verification was to be postponed to 2028.",
    "A rehearsal for the FOC test is planned for May 2027.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_open_or_denied_or_of_something_else_gives_nothing(text: str) -> None:
    assert lines(text) == []


@pytest.mark.parametrize(("text", "expected"), [*DONE, *PLANNED, *DELAYED])
def test_every_entry_is_proved_by_words_of_the_article(text: str, expected: list[str]) -> None:
    article = reading(text)
    found = opcon_of(article)
    assert found is not None
    stages = [stage for track in found.tracks for stage in track.stages]
    assert len(stages) == len(expected)
    for stage in stages:
        assert passages_of(article, stage.proofs, "s1")
        assert stage.rule.startswith("opcon-stage")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The FOC test is second, after IOC, which was passed in 2019. It was put off over radios.",
            "FOC delayed for radios",
        ),
        (
            "FMC comes last, after the FOC test. It was put off to 2028 owing to lack of staff.",
            "FMC delayed when 2028 for lack of staff",
        ),
    ],
)
def test_it_is_the_stage_that_is_the_subject_of_the_sentence_before(text: str, expected: str) -> None:
    assert expected in lines(text)


def test_it_is_no_stage_of_another_paragraph() -> None:
    assert not any("delayed" in line for line in lines("The FOC test is near.", "It was put off to 2028."))
