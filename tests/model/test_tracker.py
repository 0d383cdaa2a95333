from __future__ import annotations

from typing import Any

import pytest

from briefing_app.model import tracker
from briefing_app.model.opcon import Condition, Opcon, Track, current

YEAR = {"edtf": "2023", "phrase": "last year"}
AUTUMN = {"edtf": "2024-23", "phrase": "this autumn"}


def stage(name: str, code: str, state: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "stage": code, "state": state, "review": {"state": "accepted"}, **more}


@pytest.mark.parametrize(
    ("state", "more", "line"),
    [
        ("delayed", {"due": YEAR, "reason": "a storm"}, "Due 2023, not held (a storm); no new date"),
        ("delayed", {"due": YEAR, "when": AUTUMN}, "Due 2023, not held; now autumn 2024"),
        ("delayed", {}, "Not held as planned; no new date"),
        ("planned", {"when": AUTUMN}, "Autumn 2024"),
        ("planned", {"due": AUTUMN}, "Due autumn 2024"),
        ("rehearsed", {"when": YEAR, "due": AUTUMN, "reason": "a storm"}, "2023; due autumn 2024 (a storm)"),
        ("verified", {}, ""),
        ("planned", {"reason": "a storm"}, "(a storm)"),
    ],
)
def test_stage_line(state: str, more: dict[str, Any], line: str) -> None:
    track = Track.model_validate({"stages": [stage("o1", "FOC", state, **more)]})
    assert tracker.rows(track)[1].line == line


def test_what_the_source_leaves_out_is_said() -> None:
    assert [(row.sign, row.word) for row in tracker.rows(None)] == [("absent", "Not mentioned here")] * 3


def test_the_last_entry_is_the_state_and_earlier_ones_its_history() -> None:
    entries = [
        stage("o1", "FOC", "planned", when=YEAR),
        stage("o2", "FOC", "delayed", due=YEAR, note="No word on who decides."),
        {**stage("o3", "FOC", "verified"), "review": {"state": "rejected"}},
    ]
    track = Track.model_validate({"stages": entries})
    row = tracker.rows(track)[1]
    assert (row.sign, row.word, row.note) == ("delayed", "Delayed", "No word on who decides.")
    assert row.history == ("Earlier: planned, 2023",)
    assert row.item
    assert row.item.id == "o2"
    assert current(track)["FOC"].id == "o2"


def test_the_whole_force_comes_first_and_an_opcon_without_tracks_still_has_one() -> None:
    named = {"name": "Ground", "stages": [stage("o1", "IOC", "verified")]}
    whole = {"stages": [stage("o2", "IOC", "assessed", when=YEAR)]}
    opcon = Opcon.model_validate({"tracks": [named, whole]})
    assert [each.name for each in tracker.tracks(opcon)] == [None, "Ground"]
    assert tracker.tracks(Opcon()) == (Track(),)
    told = tracker.description(opcon)
    assert told == (
        "Stages of the OPCON transition. Whole force: IOC Assessed, 2023; FOC Not mentioned here; "
        "FMC Not mentioned here. Ground: IOC Verified; FOC Not mentioned here; FMC Not mentioned here."
    )


def test_condition_words() -> None:
    def word(**more: Any) -> str:
        return tracker.condition_word(
            Condition.model_validate({"id": "o1", "text": "x", "review": {"state": "drafted"}, **more})
        )

    assert (word(), word(state="met"), word(state="in-progress")) == (
        "not said whether met",
        "met",
        "in progress",
    )
