"""The head of the brief: its chips say what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.gui.panels.overview import Overview
from briefing_app.gui.panels.panel import Scene
from briefing_app.gui.theme import load_theme
from briefing_app.gui.widgets.chips import StatusChip
from briefing_app.workflow.opening import open_briefing
from tests.gui.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    Chips = Callable[[Path], dict[str, StatusChip]]


@pytest.fixture
def chips(qtbot: QtBot) -> Chips:
    """Return what gives the chips at the head of a file by their words."""

    def found(file: Path) -> dict[str, StatusChip]:
        briefing = open_briefing(file).briefing
        assert briefing is not None
        head = Overview(Scene(load_theme("light"), briefing, TODAY, stacked=False))
        qtbot.addWidget(head)
        return {chip.accessibleName(): chip for chip in head.findChildren(StatusChip)}

    return found


@pytest.mark.parametrize(("name", "words"), [("kidd-19", "46 of 46"), ("vksd-14", "56 of 67")])
def test_the_chips_explain_themselves(chips: Chips, kidd: Path, name: str, words: str) -> None:
    found = chips(kidd.with_stem(name))
    assert set(found) == {"Sample data", f"{words} reviewed"}
    reviewed, sample = found[f"{words} reviewed"], found["Sample data"]
    assert "the bottom line and every item count" in reviewed.accessibleDescription()
    assert "a person compared it with its source" in reviewed.accessibleDescription()
    assert "marked as an example" in sample.accessibleDescription()
    for chip in (reviewed, sample):
        assert chip.accessibleDescription() in chip.toolTip()


def test_the_chip_tells_who_signed_off(
    chips: Chips, kidd: Path, changed_copy: Callable[[Path, Callable[[Any], object]], Path]
) -> None:
    signed = {"status": "reviewed", "signed_off": {"by": "Desk 3", "on": "2026-11-25"}}
    found = chips(changed_copy(kidd, lambda tree: tree.update(signed)))
    told = "46 of 46 reviewed, signed off by Desk 3, 25\u00a0November 2026."
    assert found["46 of 46 reviewed"].accessibleDescription().startswith(told)


def test_what_is_no_sample_has_no_chip_of_one(
    chips: Chips, kidd: Path, changed_copy: Callable[[Path, Callable[[Any], object]], Path]
) -> None:
    assert "Sample data" not in chips(changed_copy(kidd, lambda tree: tree.pop("sample")))
