"""The OPCON panel: a row for each stage, reached by arrows and by click, and abbreviations spelled out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from briefing_app.gui.panels.opcon import OpconPanel
from briefing_app.gui.widgets.signs import SectionHeading
from briefing_app.gui.widgets.text import RichTextView
from briefing_app.gui.widgets.tracker import StageView, Tracker

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]
    Change = Callable[[Path, Callable[[Any], object]], Path]


def stages(window: MainWindow) -> list[StageView]:
    """Return the stages of all tracks from top to bottom."""
    return [stage for tracker in window.frame.brief.findChildren(Tracker) for stage in tracker.stages]


def test_arrows_go_from_stage_to_stage(lent: Open, vksd: Path) -> None:
    window = lent(vksd)
    there = [stage for stage in stages(window) if stage.item]
    assert [stage.item for stage in there[:3]] == ["o5", "o8", "o9"]
    window.pick("o5")
    window.frame.brief.reveal(focus=True)
    for stage in there:
        assert window.focusWidget() is stage
        assert [each for each in there if each.selected] == [stage]
        assert window.selection.item == stage.item
        QTest.keyClick(stage, Qt.Key.Key_Down)
    assert not any(stage.selected for stage in there)
    for _ in there:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Up)
    assert window.focusWidget() is there[0]


def test_a_stage_and_its_marks_are_picked(lent: Open, vksd: Path) -> None:
    window = lent(vksd)
    delayed = next(stage for stage in stages(window) if stage.item == "o8")
    QTest.mouseClick(delayed.sign, Qt.MouseButton.LeftButton)
    assert (window.selection.item, window.selection.mark) == ("o8", 0)
    assert delayed.selected
    QTest.mouseClick(delayed.strip.marks()[1], Qt.MouseButton.LeftButton)
    assert (window.selection.item, window.selection.mark) == ("o8", 1)
    assert [mark.selected for mark in delayed.strip.marks()] == [False, True]
    assert window.frame.source.article.highlighted() != ()


def test_what_the_source_does_not_mention_is_no_row_and_still_named(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    first, second, third = stages(window)
    assert {row.item for row in window.frame.brief.rows()} >= {"o2"}
    assert [stage.item for stage in (first, second, third)] == ["", "o2", ""]
    assert first.accessibleName() == "IOC, Initial Operational Capability, Not mentioned here"
    assert second.accessibleName().startswith("FOC, Full Operational Capability, Delayed, Due 2020")
    assert second.accessibleName().endswith("Paragraph 13")
    assert second.accessibleDescription() == "2 of 3"
    assert first.focusPolicy() == third.focusPolicy() == Qt.FocusPolicy.NoFocus


def shorten(tree: Any) -> None:
    """Leave of the stage only what fits in two lines."""
    stage = tree["opcon"]["tracks"][0]["stages"][0]
    del stage["reason"], stage["note"]


def test_stages_stand_beside_one_another_in_the_widest_layout_only(
    opened: Open, kidd: Path, changed_copy: Change
) -> None:
    short = changed_copy(kidd, shorten)
    for size, beside in (((1920, 1080), True), ((1280, 800), False), ((960, 600), False)):
        window = opened(short, width=size[0], height=size[1])
        tops = {stage.y() for stage in stages(window)}
        assert (len(tops) == 1) == beside
        panel = window.frame.brief.findChild(OpconPanel)
        assert panel is not None
        assert all(panel.rect().contains(each.geometry()) for each in panel.findChildren(Tracker))


def test_in_the_widest_layout_the_sample_stands_across_with_few_lines(opened: Open, kidd: Path) -> None:
    """Who has a reason to give has the widest column, and no word of the others is lost."""
    window = opened(kidd, width=1910, height=1050)
    found = stages(window)
    assert len({stage.y() for stage in found}) == 1
    ioc, foc, fmc = found
    assert foc.width() > ioc.width()
    assert abs(ioc.width() - fmc.width()) <= 1
    assert ioc.x() == 0
    assert (foc.x(), fmc.x()) == (ioc.width(), ioc.width() + foc.width())
    line = window.frame.theme.line_height("meta")
    lines = foc.findChildren(RichTextView)
    assert sum(each.height() for each in lines) <= 4 * line
    for stage in found:
        for label in stage.findChildren(QLabel):
            assert stage.rect().contains(label.geometry())
            assert label.height() >= label.heightForWidth(label.width())


def test_long_reasons_keep_the_stages_of_all_tracks_below_one_another(opened: Open, vksd: Path) -> None:
    window = opened(vksd, width=1920, height=1080)
    trackers = window.frame.brief.findChildren(Tracker)
    assert len(trackers) > 1
    for each, beside in zip(trackers, (False, True), strict=True):
        each.stand_with((each,))
        assert (len({stage.y() for stage in each.stages}) == 1) == beside
    for each in trackers:
        each.stand_with(trackers)
    for each in trackers:
        tops = [stage.y() for stage in each.stages]
        assert len(set(tops)) == len(tops)


def test_the_heading_spells_its_abbreviation_out(lent: Open, kidd: Path) -> None:
    panel = lent(kidd).frame.brief.findChild(OpconPanel)
    assert panel is not None
    heading = panel.findChild(SectionHeading)
    assert heading is not None
    assert "OPCON: operational control" in heading.toolTip()
    assert heading.accessibleDescription() == "OPCON: operational control"
