"""The Problems view offers the one sure fix, a field for what is wrong, and the way back."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.gui.panels.problem_actions import label
from briefing_app.gui.widgets.button import Button
from briefing_app.workflow.fixes import Fix
from tests.gui.problem_steps import (
    FAULTS,
    advice,
    button,
    enter,
    fix_all,
    left,
    press,
    select,
    type_,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)")


def test_changes_are_undone_and_done_again(opened: Open, faulty: Path, qtbot: QtBot) -> None:
    window = opened(faulty)
    fix_all(window, qtbot)
    assert left(window) == []
    QTest.keyClick(window.frame.problems, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    selected = [row.accessibleName() for row in window.frame.problems.rows if row.selected]
    assert len(selected) == 1
    assert "paragraph 40" in selected[0], "what came back is shown"
    press(window, "Undo")
    press(window, "Undo")
    assert len(left(window)) == 3
    assert "Edited" not in window.windowTitle()
    for n in (2, 1, 0):
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(window.frame.problems, Qt.Key.Key_Z, both)
        assert len(left(window)) == n
    for _ in range(3):
        press(window, "Undo")
    press(window, "Redo")
    press(window, "Undo")


def test_the_fix_is_the_one_primary_action_and_where_none_is_known_the_field_is(
    opened: Open, faulty: Path, tmp_path: Path
) -> None:
    window = opened(faulty)

    def primary() -> str:
        row = window.frame.problems.actions_row
        assert row is not None
        primaries = [each for each in row.findChildren(Button) if each._style == "primary"]
        assert primaries == [row.primary]
        return primaries[0].accessibleName()

    select(window, "2021-13")
    assert primary() == "Use [2021-06..]"
    select(window, "paragraph 40")
    assert primary() == "Edit the value"
    gone = opened(tmp_path / "none.briefing")
    assert gone.frame.problems.actions_row is not None
    assert gone.frame.problems.actions_row.primary is not None
    assert gone.frame.problems.actions_row.primary.accessibleName() == "Open…"


def test_esc_leaves_the_value_as_it_is(opened: Open, faulty: Path, qtbot: QtBot) -> None:
    window = opened(faulty)
    type_(window, qtbot, "5")
    assert window.document.unsaved
    detail = window.frame.problems.detail
    assert detail is not None
    assert detail.edit is not None
    QTest.keyClick(detail.edit.field, Qt.Key.Key_Escape)
    assert window.frame.problems.detail is not None
    assert window.frame.problems.detail.edit is None
    assert not window.document.unsaved


def test_enter_on_an_unchanged_value_leaves_it(opened: Open, faulty: Path, kidd_text: str) -> None:
    file = faulty
    file.write_text(kidd_text.replace('"country": "US"', '"country": "UX"', 1), encoding="utf-8")
    window = opened(file)
    press(window, "Edit the value")
    enter(window)
    assert window.frame.problems.rows
    assert not window.document.unsaved


def test_what_is_typed_outlives_a_look_at_another_problem_and_another_layout(
    opened: Open, faulty: Path, qtbot: QtBot
) -> None:
    window = opened(faulty)
    type_(window, qtbot, "41")
    select(window, "2021-13")
    select(window, "paragraph 40")
    detail = window.frame.problems.detail
    assert detail is not None
    assert detail.edit is not None
    assert detail.edit.text() == "41"
    frame = window.frame
    window.resize(900, 600)
    qtbot.waitUntil(lambda: window.frame is not frame)
    qtbot.waitUntil(lambda: bool(window.frame.problems.rows))
    again = window.frame.problems.detail
    assert again is not None
    assert again.edit is not None
    assert again.edit.text() == "41"
    assert window.document.unsaved
    window.frame.problems._leave()


def test_open_without_waits_for_unsaved_corrections(opened: Open, kidd: Path, tmp_path: Path) -> None:
    file = tmp_path / "b.briefing"
    text = kidd.read_text(encoding="utf-8")
    for right, wrong in FAULTS[1:]:
        text = text.replace(right, wrong, 1)
    file.write_text(text, encoding="utf-8")
    window = opened(file)
    assert button(window, "Open without these 2 items").isEnabled()
    press(window, "Use “pledged”")
    assert not button(window, "Open without this item").isEnabled()
    press(window, "Undo")
    press(window, "Open without these 2 items")
    assert window.document.briefing is not None
    assert not window.document.unsaved


def test_a_large_file_is_checked_when_one_stops_typing(
    opened: Open, kidd_text: str, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "large.briefing"
    spoilt = kidd_text.replace('"country": "US"', '"country": "UX"', 1)
    file.write_text(spoilt.rstrip() + " " * 250_000 + "\n", encoding="utf-8")
    window = opened(file)
    began = time.monotonic()
    type_(window, qtbot, "US")
    assert advice(window) == "This can stand here."
    assert time.monotonic() - began > 0.1
    enter(window)
    assert "All problems are put right" in words(window)
    press(window, "Undo")


@pytest.mark.parametrize(
    ("wrong", "named", "typed"),
    [
        ('"country" "US"', ("Edit the line", "Line {n} of the file"), '    "country": "US",'),
        ('"cuntri": "US"', ("Edit the key", "Key"), "country"),
        ('"country": 7', ("Edit the value", "Value"), "US"),
        ('"country": ["US"]', ("Edit the value", "Value, as JSON"), '"US"'),
    ],
)
def test_a_line_a_key_and_a_value_are_edited_each_in_its_way(
    opened: Open, kidd_text: str, faulty: Path, wrong: str, named: tuple[str, str], typed: str, qtbot: QtBot
) -> None:
    file = faulty
    file.write_text(kidd_text.replace('"country": "US"', wrong, 1), encoding="utf-8")
    window = opened(file)
    word, name = named
    press(window, word)
    detail = window.frame.problems.detail
    assert detail is not None
    assert detail.edit is not None
    line = kidd_text[: kidd_text.index('"country": "US"')].count("\n") + 1
    assert detail.edit.field.accessibleName() == name.format(n=line)
    detail.edit.field.clear()
    type_(window, qtbot, typed)
    QTest.keyClick(detail.edit.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert detail.edit.text().endswith("\n")
    QTest.keyClick(detail.edit.field, Qt.Key.Key_Backspace)
    QTest.mouseClick(detail.edit.apply, Qt.MouseButton.LeftButton)
    assert "All problems are put right" in words(window)
    assert window.document.snapshot is not None
    assert window.document.snapshot.working is not None
    assert window.document.snapshot.working.body == kidd_text
    if word == "Edit the line":
        press(window, "Save the corrected file")
        assert file.read_text(encoding="utf-8") == kidd_text
    else:
        press(window, "Undo")


@pytest.mark.parametrize(
    ("fix", "words_"),
    [
        (Fix("put-comma", 0, 0, ","), "Put the comma"),
        (Fix("remove-key", 0, 9, "", "note"), "Remove the key “note”"),
        (Fix("use", 0, 9, "x", "y" * 60, quoted=True), "Use “" + "y" * 39 + "…”"),
    ],
)
def test_a_button_says_what_a_fix_does(fix: Fix, words_: str) -> None:
    assert label(fix) == words_


def test_a_long_text_is_seen_in_several_lines(
    opened: Open, faulty: Path, kidd_text: str, qtbot: QtBot
) -> None:
    long = kidd_text.replace('"place": "Singapore"', f'"place": "{"word " * 60}\\u0007"', 1)
    faulty.write_text(long, encoding="utf-8")
    window = opened(faulty)
    press(window, "Edit the value")
    detail = window.frame.problems.detail
    assert detail is not None
    assert detail.edit is not None
    field = detail.edit.field
    qtbot.waitUntil(lambda: field.height() > 4 * field.fontMetrics().lineSpacing())
    assert not field.verticalScrollBar().isVisible()
    qtbot.waitUntil(lambda: detail.advice.visibleRegion().boundingRect().height() == detail.advice.height())
