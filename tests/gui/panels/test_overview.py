"""The head of the brief: its chips say what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.gui.panels.overview import BottomLine, BottomLinePanel, Overview
from briefing_app.gui.panels.panel import Scene
from briefing_app.gui.theme import load_theme
from briefing_app.gui.widgets.chips import StatusChip
from briefing_app.gui.widgets.text import TextLine
from briefing_app.workflow.opening import open_briefing
from tests.gui.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    Chips = Callable[[Path], dict[str, StatusChip]]


pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support propagateSizeHints\(\)")


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
    assert found["46 of 46 reviewed, signed off"].accessibleDescription().startswith(told)


def test_what_is_no_sample_has_no_chip_of_one(
    chips: Chips, kidd: Path, changed_copy: Callable[[Path, Callable[[Any], object]], Path]
) -> None:
    assert "Sample data" not in chips(changed_copy(kidd, lambda tree: tree.pop("sample")))


@pytest.mark.parametrize("word", ["W" * 60, "Wehrbeschaffungsrahmenabkommensverhandlungen"])
@pytest.mark.parametrize(("size", "stacked", "room"), [(1, False, 600), (2, True, 540)])
def test_no_word_makes_the_head_wider_than_its_column(
    kidd: Path,
    changed_copy: Callable[[Path, Callable[[Any], object]], Path],
    qtbot: QtBot,
    word: str,
    size: float,
    *,
    stacked: bool,
    room: int,
) -> None:
    """Not in the title, nor in the marking, nor in what stands above the title."""

    def lengthen(tree: Any) -> None:
        tree["title"] = tree["event"]["category"] = tree["event"]["place"] = word
        tree["marking"] = {"scheme": "custom", "label": word}

    briefing = open_briefing(changed_copy(kidd, lengthen)).briefing
    assert briefing is not None
    theme = load_theme("light", size, layout="narrow" if stacked else "normal")
    head = Overview(Scene(theme, briefing, TODAY, stacked=stacked))
    qtbot.addWidget(head)
    head.resize(room, head.heightForWidth(room))
    head.show()
    assert head.width() == room
    for line in head.findChildren(TextLine):
        right = line.mapTo(head, line.rect().topRight()).x()
        assert right < room, line.accessibleName()
        assert line.height() >= line.heightForWidth(line.width())


def test_the_ground_of_the_bottom_line_is_wider_than_its_words(kidd: Path, qtbot: QtBot) -> None:
    briefing = open_briefing(kidd).briefing
    assert briefing is not None
    theme = load_theme("light")
    panel = BottomLinePanel(Scene(theme, briefing, TODAY))
    qtbot.addWidget(panel)
    found = panel.findChild(BottomLine)
    assert found is not None
    places = found.places(800)
    areas = [area for _, area in places.parts]
    assert min(area.top() for area in areas) >= theme.px(6)
    assert max(area.bottom() for area in areas) < places.height - theme.px(6)
