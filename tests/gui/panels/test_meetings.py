"""The meetings ahead: each row says its place in the list, and nothing in it is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.widgets.chips import StatusChip
from briefing_app.gui.widgets.timeline import TimelineRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]


def test_a_row_says_all_and_its_place(opened: Open, kidd: Path) -> None:
    rows = opened(kidd).frame.brief.findChildren(TimelineRow)
    first = rows[0]
    assert first.accessibleName() == (
        "Trilateral defence ministerial meeting, possible, as early as next month, Singapore, "
        "alongside Shangri-La Dialogue (inferred), Paragraph 4"
    )
    assert [row.accessibleDescription().split(". ")[0] for row in rows] == ["1 of 3", "2 of 3", "3 of 3"]


def test_chips_stay_in_the_column_with_both_panes_open(opened: Open, vksd: Path) -> None:
    window = opened(vksd)
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
