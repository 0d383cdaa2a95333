"""The marking of a single item: drawn and told wherever the item stands."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.gui.panels.overview import Overview
from briefing_app.gui.widgets.chips import MarkingChip
from tests.gui.test_signs import scene_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)")


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


@pytest.fixture(scope="module")
def marked(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Return a file in which some items are marked more strictly than the whole, and which these are."""
    tree = json.loads((root / "resources" / "examples" / "vksd-14.briefing").read_text(encoding="utf-8"))
    for each in tree["agreements"]:
        each.pop("marking", None)
    items = {which: find(tree) for which, find in ONE_ITEM.items()}
    for item in items.values():
        item["marking"] = AMBER
    file = tmp_path_factory.mktemp("marked") / "marked.briefing"
    file.write_text(json.dumps(tree), encoding="utf-8")
    return file, {which: item["id"] for which, item in items.items()}


def places(window: MainWindow, item: str) -> list[QWidget]:
    return [row.widget for row in window.frame.brief.rows() if row.item == item]


@pytest.mark.parametrize("which", ONE_ITEM)
def test_an_items_own_marking_is_drawn_and_told(
    standing: Open, marked: tuple[Path, dict[str, str]], which: str, qtbot: QtBot
) -> None:
    """It is stricter than that of the whole: who copies the item must know."""
    file, items = marked
    window = standing(file)
    window.pick(items[which])
    rows = places(window, items[which])
    assert rows
    for row in rows:
        assert "Marking: TLP:AMBER · The delegations only" in row.accessibleName()
        (chip,) = row.findChildren(MarkingChip)
        assert chip.isVisibleTo(window)
        qtbot.waitUntil(partial(_holds, row, chip))  # rows come in turns


def test_no_other_item_is_marked(standing: Open, marked: tuple[Path, dict[str, str]]) -> None:
    file, items = marked
    window = standing(file)
    window.pick(items["a participant"])  # which unfolds the names
    rows = [row for item in items.values() for row in places(window, item)]
    assert len(seen(window)) == 1 + len(rows)


@pytest.mark.parametrize(("state", "label"), [("drafted", "TLP:AMBER"), ("rejected", "TLP:GREEN")])
def test_the_banner_is_the_strictest_marking_that_is_shown(
    vksd: Path, state: str, label: str, qtbot: QtBot
) -> None:
    """The printed page of the same briefing says the same."""

    def mark(tree: Any) -> None:
        tree["marking"] = {"scheme": "TLP", "label": "TLP:GREEN"}
        for each in tree["agreements"]:
            each.pop("marking", None)
        tree["agreements"][1] |= {"marking": AMBER, "review": {"state": state}}

    head = Overview(scene_of(vksd, mark))
    qtbot.addWidget(head)
    (banner,) = head.findChildren(MarkingChip)
    assert label in banner.accessibleName()


def test_a_marking_that_all_share_is_not_repeated(opened: Open, vksd: Path, changed_copy: Any) -> None:
    def mark(tree: Any) -> None:
        for each in tree["agreements"]:
            each["marking"] = tree["marking"]

    assert len(seen(opened(changed_copy(vksd, mark)))) == 1
