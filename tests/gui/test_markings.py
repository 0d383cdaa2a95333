"""The marking of a single item: drawn and told wherever the item stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.gui.panels.overview import Overview
from briefing_app.gui.widgets.chips import MarkingChip

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

    Make = Callable[[Callable[[Any], object]], MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)")


@pytest.fixture
def made(opened: Callable[..., MainWindow], vksd: Path, changed_copy: Any) -> Make:
    """Return what opens the sample as a function has changed it."""
    return lambda change: opened(changed_copy(vksd, change))


def seen(window: MainWindow) -> list[MarkingChip]:
    """Return the markings that are not hidden."""
    return [each for each in window.findChildren(MarkingChip) if each.isVisibleTo(window)]


AMBER = {"scheme": "TLP", "label": "TLP:AMBER", "caveat": "The delegations only"}
ONE_ITEM: dict[str, Callable[[Any], Any]] = {
    "an agreement": lambda tree: tree["agreements"][1],
    "a meeting ahead": lambda tree: tree["meetings"][0],
    "a participant": lambda tree: tree["participants"][0],
    "a stage": lambda tree: tree["opcon"]["tracks"][0]["stages"][-1],
    "a condition": lambda tree: tree["opcon"]["conditions"][0],
    "a difference": lambda tree: tree["differences"][0],
    "the bottom line": lambda tree: tree["bottom_line"],
}


def _holds(row: QWidget, chip: QWidget) -> bool:
    return row.rect().contains(chip.geometry())


@pytest.mark.parametrize("which", ONE_ITEM)
def test_an_items_own_marking_is_drawn_and_told(made: Make, which: str, qtbot: QtBot) -> None:
    """It is stricter than that of the whole: who copies the item must know."""
    items: list[str] = []

    def mark(tree: Any) -> None:
        for each in tree["agreements"]:
            each.pop("marking", None)
        item = ONE_ITEM[which](tree)
        item["marking"] = AMBER
        items.append(item["id"])

    window = made(mark)
    window.pick(items[0])
    rows = [row.widget for row in window.frame.brief.rows() if row.item == items[0]]
    assert rows
    for row in rows:
        assert "Marking: TLP:AMBER · The delegations only" in row.accessibleName()
        (chip,) = row.findChildren(MarkingChip)
        assert chip.isVisibleTo(window)
        qtbot.waitUntil(partial(_holds, row, chip))  # rows come in turns
    assert len(seen(window)) == 1 + len(rows), "no other item is marked"


@pytest.mark.parametrize(("state", "label"), [("drafted", "TLP:AMBER"), ("rejected", "TLP:GREEN")])
def test_the_banner_is_the_strictest_marking_that_is_shown(made: Make, state: str, label: str) -> None:
    """The printed page of the same briefing says the same."""

    def mark(tree: Any) -> None:
        tree["marking"] = {"scheme": "TLP", "label": "TLP:GREEN"}
        for each in tree["agreements"]:
            each.pop("marking", None)
        tree["agreements"][1] |= {"marking": AMBER, "review": {"state": state}}

    head = made(mark).frame.brief.findChild(Overview)
    assert head is not None
    banner = head.findChild(MarkingChip)
    assert banner is not None
    assert label in banner.accessibleName()


def test_a_marking_that_all_share_is_not_repeated(made: Make) -> None:
    def mark(tree: Any) -> None:
        for each in tree["agreements"]:
            each["marking"] = tree["marking"]

    assert len(seen(made(mark))) == 1
