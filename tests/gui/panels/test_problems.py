from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.gui.panels.problem_detail import Lines
from briefing_app.gui.widgets.text import TextLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]
    Change = Callable[[Path, Callable[[Any], object]], Path]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)")


def spoil(tree: Any) -> None:
    """Give a briefing three problems."""
    tree["meetings"][0]["when"]["edtf"] = "2021-13"
    tree["agreements"][0]["kinds"] = "agreed"
    del tree["agreements"][1]["statement"]


def test_a_problem_is_shown_at_its_place_in_the_file(opened: Open, kidd: Path, changed_copy: Change) -> None:
    window = opened(changed_copy(kidd, spoil))
    view = window.frame.problems
    assert len(view.rows) == 3
    row = next(row for row in view.rows if "2021-13" in row.accessibleName())
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert view.detail is not None
    lines = view.detail.findChild(Lines)
    assert lines is not None
    marked = lines.extraSelections()
    assert marked[1].cursor.selectedText() == '"2021-13"'
    told = [label.text() for label in view.detail.findChildren(TextLine)]
    assert any("meetings[0].when.edtf" in text for text in told)
    assert any("month 13" in text for text in told)


def test_arrows_go_from_problem_to_problem(opened: Open, kidd: Path, changed_copy: Change) -> None:
    window = opened(changed_copy(kidd, spoil))
    view = window.frame.problems
    view.rows[0].setFocus()
    QTest.keyClick(view.rows[0], Qt.Key.Key_Down)
    assert [row.selected for row in view.rows] == [False, True, False]
    QTest.keyClick(view.rows[1], Qt.Key.Key_Up)
    assert [row.selected for row in view.rows] == [True, False, False]


def test_an_item_without_a_title_is_not_named_twice(opened: Open, kidd: Path, changed_copy: Change) -> None:
    window = opened(changed_copy(kidd, spoil))
    names = [row.accessibleName() for row in window.frame.problems.rows]
    assert not any("Agreement: agreements" in name for name in names)


def test_a_file_that_is_no_json_shows_its_line(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "a.briefing"
    file.write_text('{\n  "format": 1,\n  "title" "x"\n}\n', encoding="utf-8")
    view = opened(file).frame.problems
    assert view.detail is not None
    lines = view.detail.findChild(Lines)
    assert lines is not None
    assert '"title" "x"' in lines.toPlainText()
