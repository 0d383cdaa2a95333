"""The meetings ahead: each row says its place in the list, and nothing in it is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.gui.panels.meetings import EarlierMeetings
from briefing_app.gui.widgets.chips import StatusChip
from briefing_app.gui.widgets.timeline import TimelineRow

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]


def test_a_row_says_all_and_its_place(lent: Open, kidd: Path) -> None:
    rows = lent(kidd).frame.brief.findChildren(TimelineRow)
    first = rows[0]
    assert first.accessibleName() == (
        "Trilateral defence ministerial meeting, possible, as early as next month, Singapore, "
        "alongside Shangri-La Dialogue (inferred), Paragraph 4"
    )
    assert [row.accessibleDescription().split(". ")[0] for row in rows] == ["1 of 3", "2 of 3", "3 of 3"]


def test_chips_stay_in_the_column_with_both_panes_open(lent: Open, vksd: Path) -> None:
    window = lent(vksd)
    window.actions_by_id["sidebar"].trigger()
    assert window.frame.side.isVisible()
    assert window.frame.source.isVisible()
    moved = [
        (row, chip)
        for row in window.frame.brief.findChildren(TimelineRow)
        for chip in row.findChildren(StatusChip)
    ]
    assert any(chip.accessibleName().startswith("Moved to") for _, chip in moved)
    for row, chip in moved:
        assert chip.x() + chip.width() <= row.width() - row.theme.overhang


def test_what_is_called_off_is_said_among_those_that_were_earlier(lent: Open, vksd: Path) -> None:
    found = lent(vksd).frame.brief.findChild(EarlierMeetings)
    assert found is not None
    assert found.accessibleName() == "Earlier and cancelled meetings"
    told = [row.widget.accessibleName() for row in found.rows]
    assert [name.split(",")[0].split(" · ")[:2] for name in told] == [
        ["Forum of young officers", "Cancelled"],
        ["Political directors of the two foreign ministries", "Held"],
        ["Border commissioners", "Outcome unknown"],
        ["Ministers of Veldania and Korvath", "Held"],
    ]


def test_an_open_interval_has_not_passed_and_what_moved_says_when_it_was(lent: Open, vksd: Path) -> None:
    rows = lent(vksd).frame.brief.findChildren(TimelineRow)
    names = {row.accessibleName().split(",")[0]: row for row in rows}
    assert "Date passed" not in names["Experts’ talks"].accessibleName()
    assert "was “5 November”" in names["Naval talks"].accessibleName()
    assert "2025-02-XX" in names["Naval talks"].accessibleDescription()
