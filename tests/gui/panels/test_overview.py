"""The head of the brief: its chips say what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.gui.panels.overview import Overview
from briefing_app.gui.widgets.chips import StatusChip

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]
    Change = Callable[[Path, Callable[[Any], object]], Path]


def chips(window: MainWindow) -> dict[str, StatusChip]:
    """Return the chips by their words."""
    head = window.frame.brief.findChild(Overview)
    assert head is not None
    return {chip.accessibleName(): chip for chip in head.findChildren(StatusChip)}


@pytest.mark.parametrize(("name", "words"), [("kidd-19", "46 of 46"), ("vksd-14", "56 of 67")])
def test_the_chips_explain_themselves(opened: Open, kidd: Path, name: str, words: str) -> None:
    found = chips(opened(kidd.with_stem(name)))
    assert set(found) == {"Sample data", f"{words} reviewed"}
    reviewed, sample = found[f"{words} reviewed"], found["Sample data"]
    assert "the bottom line and every item count" in reviewed.accessibleDescription()
    assert "a person compared it with its source" in reviewed.accessibleDescription()
    assert "marked as an example" in sample.accessibleDescription()
    for chip in (reviewed, sample):
        assert chip.accessibleDescription() in chip.toolTip()


def test_what_is_no_sample_has_no_chip_of_one(opened: Open, kidd: Path, changed_copy: Change) -> None:
    def in_earnest(tree: Any) -> None:
        del tree["sample"]

    assert "Sample data" not in chips(opened(changed_copy(kidd, in_earnest)))
