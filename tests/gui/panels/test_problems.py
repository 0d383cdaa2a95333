from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from briefing_app.gui.panels.problem_detail import Lines
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.workflow.fixes import Fix
from tests.gui.problem_steps import button, left, press, select, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.settings import Settings

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


def names(window: MainWindow) -> list[str]:
    """Return the words of the buttons above the list."""
    row = window.frame.problems.actions_row
    assert row is not None
    return [each.accessibleName() for each in row.findChildren(Button)]


def test_a_newer_format_offers_no_change_of_the_file(opened: Open, kidd: Path, tmp_path: Path) -> None:
    file = tmp_path / "new.briefing"
    text = kidd.read_text(encoding="utf-8")
    file.write_text(text.replace('"briefing/1"', '"briefing/7"', 1), encoding="utf-8")
    assert set(names(opened(file))) == {"Check again", "Copy report"}


def test_a_text_that_is_no_briefing_is_called_what_it_is(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "letter.briefing"
    file.write_text("Dear colleague,\nplease find attached.\n", encoding="utf-8")
    window = opened(file)
    assert "This is plain text, not a briefing." in words(window)
    assert len(window.frame.problems.rows) == 1
    assert names(window)[0] == "Open…"


def test_a_file_that_is_not_there_is_named_with_its_folder(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened(tmp_path / "gone.briefing")
    told = words(window)
    assert "There is no such file: gone.briefing" in told
    assert str(tmp_path) in told
    assert "Nothing in the file was changed" not in told
    with qtbot.waitSignal(window.open_asked):
        QTest.mouseClick(button(window, "Open…"), Qt.MouseButton.LeftButton)


def test_a_file_that_is_gone_is_told_once_and_can_be_taken_off_the_list(
    opened: Open, settings: Settings, tmp_path: Path
) -> None:
    gone = tmp_path / "gone.briefing"
    settings.opened(gone, "A briefing that went")
    window = opened(gone)
    assert words(window).count("gone.briefing") == 1
    assert window.focusWidget() is button(window, "Open…")
    button(window, "Take it off the list").click()
    assert settings.now.recent == ()
    assert "Take it off the list" not in names(window)


def test_enter_does_what_is_next_from_the_first_moment_on(opened: Open, faulty: Path, qtbot: QtBot) -> None:
    window = opened(faulty)
    select(window, "pledgd")
    view = window.frame.problems
    view.setFocus()
    row = next(row for row in view.rows if row.selected)
    qtbot.waitUntil(row.hasFocus)
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert len(left(window)) == 2
    assert window.document.unsaved
    view._undo()


def test_a_file_that_opens_with_problems_has_the_keyboard_in_its_list(opened: Open, faulty: Path) -> None:
    view = opened(faulty).frame.problems
    assert view.window().focusWidget() is next(row for row in view.rows if row.selected)


def test_a_second_click_of_a_resting_pointer_does_nothing(opened: Open, faulty: Path) -> None:
    window = opened(faulty)
    select(window, "2021-13")
    view = window.frame.problems
    first = button(window, "Use [2021-06..]")
    assert first.accessibleDescription() == "June 2021 or later"
    place = first.mapToGlobal(first.rect().center())
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert len(left(window)) == 2
    after = list(left(window))
    select(window, "pledgd")
    fix = button(window, "Use “pledged”")
    here = fix.mapFromGlobal(place)
    QTest.mouseClick(fix, Qt.MouseButton.LeftButton, pos=here)
    QTest.mouseDClick(fix, Qt.MouseButton.LeftButton, pos=here)
    assert left(window) == after, "what was not read is not applied"
    QTest.mouseClick(fix, Qt.MouseButton.LeftButton, pos=here + QPoint(12, 2))
    assert len(left(window)) == 1
    while view.working is not None and view.working.done:
        view._undo()


def test_a_value_of_a_fixed_list_is_chosen_with_a_button(opened: Open, kidd: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.briefing"
    text = kidd.read_text(encoding="utf-8")
    file.write_text(text.replace('"kind": "pledged"', '"kind": "promised"', 1), encoding="utf-8")
    window = opened(file)
    press(window, "Choose the value")
    view = window.frame.problems
    assert view.detail is not None
    assert view.detail.edit is not None
    choices = {each.accessibleName(): each for each in view.detail.edit.findChildren(Button)}
    QTest.mouseClick(choices["pledged"], Qt.MouseButton.LeftButton)
    assert left(window) == []
    view._undo()


def test_what_came_to_light_is_counted_apart(opened: Open, faulty: Path) -> None:
    window = opened(faulty)
    view = window.frame.problems
    select(window, "pledgd")
    press(window, "Use “pledged”")
    assert "2 of 3 left; nothing" in words(window)
    assert view.working is not None
    at = view.working.body.index('"US"')
    view.worked.emit(view.working.fixed(Fix("use", at, at + 4, '"Zz"')))
    assert "2 of 3 left, and 1 that came to light; nothing" in words(window)
    view._undo()
    view._undo()


def test_of_a_missing_key_the_lines_show_what_stands_for_it(opened: Open, kidd: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.briefing"
    file.write_text(kidd.read_text(encoding="utf-8").replace('"id": "a1"', '"di": "a1"', 1), encoding="utf-8")
    window = opened(file)
    view = window.frame.problems
    view.select(next(row for row in view.rows if row.problem.code == "missing-key"))
    assert view.detail is not None
    lines = view.detail.findChild(Lines)
    assert lines is not None
    assert lines.extraSelections()[1].cursor.selectedText().startswith('"di"')
