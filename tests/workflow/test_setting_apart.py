"""The pages of long briefings are set in a process of its own: the same pages, and it can be ended."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from briefing_app.model.problems import BriefingError, Problem
from briefing_app.workflow.exporting import Choice, export_briefing, export_to, picture_briefing
from briefing_app.workflow.opening import open_briefing
from briefing_app.workflow.setting_apart import Setter

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.model.briefing import Briefing


@pytest.fixture
def briefing(root: Path) -> Briefing:
    found = open_briefing(root / "resources" / "examples" / "vksd-14.briefing").briefing
    assert found is not None
    return found


def test_the_pages_are_the_same(briefing: Briefing, tmp_path: Path) -> None:
    choice = Choice(
        "full", "letter", sections=("agreements", "sources"), texts={"s1": briefing.sources[0].text}
    )
    apart = Setter(many=0)
    assert apart.pictures(briefing, choice, 40) == picture_briefing(briefing, choice, 40)
    assert apart.pictures(briefing, choice, 40) == Setter().pictures(briefing, choice, 40)
    made = apart.pdf(briefing, choice)
    assert made == export_briefing(briefing, choice) == Setter().pdf(briefing, choice)
    target = tmp_path / "a.pdf"
    export_to(briefing, tmp_path / "a.briefing", target, choice, make=apart.pdf)
    assert target.read_bytes() == made.pdf


def test_what_is_wrong_is_told_as_it_is_here(briefing: Briefing) -> None:
    told = []
    for setter in (Setter(many=0), Setter()):
        with pytest.raises(BriefingError) as caught:
            setter.pdf(briefing, Choice(max_marking="TLP:PINK"))
        told.append(caught.value.problems)
    assert told[0] == told[1]
    assert told[0][0].code == "unknown-marking"


def test_it_can_be_ended_and_begun_again(briefing: Briefing) -> None:
    many = briefing.model_copy(
        update={
            "agreements": tuple(
                each.model_copy(update={"id": f"x{n}-{each.id}"})
                for n in range(150)
                for each in briefing.agreements
            )
        }
    )
    setter = Setter()
    caught: list[Problem] = []

    def work() -> None:
        try:
            setter.pictures(many, Choice("full"), 144)
        except BriefingError as error:
            caught.extend(error.problems)

    thread = threading.Thread(target=work)
    thread.start()
    time.sleep(0.5)
    setter.end()
    thread.join(5)
    assert not thread.is_alive()
    assert [each.code for each in caught] == ["typesetting-ended"]
    with pytest.raises(BriefingError):
        Setter.pictures(setter, many, Choice(), 40)
    setter.begin()
    assert len(setter.pictures(many, Choice(), 40).pages) == 1


def test_a_process_that_fails_is_told(briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHOME", "/nowhere")  # with which no Python starts
    with pytest.raises(BriefingError) as caught:
        Setter(many=0).pdf(briefing, Choice())
    assert caught.value.problems[0].code == "typesetting-failed"
