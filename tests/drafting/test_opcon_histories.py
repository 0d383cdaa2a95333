"""The stages of the transfer over several sentences, and with other names."""

from __future__ import annotations

import pytest

from tests.drafting.staged import _line, lines, opcon


def test_components_are_tracks_of_their_own_after_the_whole_force() -> None:
    assert lines(
        (
            "The ground component command completed its FMC in 2024, and the naval "
            "component command attained IOC in 2023."
        ),
        (
            "The air component is ahead of the whole. Its IOC was verified in 2021 "
            "and its FMC test is set for 2027."
        ),
        "The FOC of the ground, naval and air components was verified in May.",
        "The FOC of the allied command was verified in August.",
    ) == [
        "FOC verified when 2026-08",
        "ground component command FMC verified when 2024",
        "naval component command IOC verified when 2023",
        "air component IOC verified when 2021",
        "air component FMC planned when 2027",
        "ground, naval and air components FOC verified when 2026-05",
    ]


def test_what_is_said_twice_is_one_entry_with_both_passages() -> None:
    found = opcon(
        "The allies postponed the FOC verification to March 2027.",
        "The FOC verification, which had been set for November, was put off to March 2027 because of floods.",
        "The verification will be held in March 2027.",
    )
    assert found is not None
    (stage,) = found.tracks[0].stages
    assert _line(stage, None) == "FOC delayed due 2026-11 when 2027-03 for floods"
    assert [proof[0] for proof in stage.proofs] == [2, 3, 4]


def test_of_a_story_that_looks_back_the_history_comes_first() -> None:
    assert lines(
        "No date has been set for the FMC evaluation.",
        (
            "The FOC test was delayed to 2022 because of the pandemic, was held in "
            "August 2022, and its certification has "
            "no date."
        ),
        "The IOC has been verified.",
    ) == ["IOC verified", "FOC delayed when 2022 for pandemic", "FOC assessed when 2022-08", "FMC planned"]


def test_what_is_called_the_last_stage_is_that_stage_elsewhere() -> None:
    assert lines(
        "They have settled on May next year for the last of three readiness tests that must be passed.",
        (
            "That leaves full mission capability, or FMC, the third and final "
            "step. It was to have been tested this month, "
            "but a lack of command posts ruled that out. The first, IOC, was completed in 2019."
        ),
        "The third step is to be rated by umpires.",
    ) == ["IOC verified when 2019", "FMC delayed due 2026-09 when 2027-05 for lack of command posts"]


def test_a_rank_that_the_article_gives_to_no_stage_means_nothing() -> None:
    assert lines(
        "The last of three stages will be verified in 2027.", "The first of a row, IOC, was verified in 2019."
    ) == ["IOC verified when 2019"]


def test_a_plan_told_before_the_delay_is_the_old_one() -> None:
    assert lines(
        "The FOC test is scheduled for this November.", "Officials then postponed the FOC test."
    ) == ["FOC delayed due 2026-11"]


def test_what_was_missed_and_then_done_is_not_what_is_planned_next() -> None:
    assert lines(
        "The FOC test was not held in 2020 as planned.",
        "The FOC test was held in 2022.",
        "The certification of FOC is planned for 2027.",
    ) == ["FOC delayed due 2020", "FOC assessed when 2022", "FOC planned when 2027"]


NAMES = [
    ("South Korea", "the United States", "Seoul", "Washington", "Future Combined Forces Command"),
    ("Veldania", "Korvath", "Ilmarra", "Sarn", "Joint Standing Force Headquarters"),
    ("Kenya", "Uganda", "Nairobi", "Kampala", "Lake Region Command"),
]


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("dates", [("November", "May", "2027-05"), ("October", "March", "2027-03")])
def test_other_names_and_dates_give_the_same_structure(
    names: tuple[str, ...], dates: tuple[str, ...]
) -> None:
    one, other, here, there, command = names
    due, when, edtf = dates
    text = (
        f"Citing heavy floods near {here}, {one} and {other} agreed to hold the "
        f"verification of the full operational "
        f"capability (FOC) of the {command} in {when} 2027 rather than in {due} 2026, {there} said."
    )
    (line,) = lines(text)
    assert line.endswith(f"when {edtf} for heavy floods near {here}")
    assert line.startswith("FOC delayed due 2026-1")
