"""A faulty file is put right in its window, saved byte for byte, and never lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from briefing_app.gui.fixing import fixing_of
from briefing_app.gui.reloading import Reloader
from tests.gui.problem_steps import (
    advice,
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
    from briefing_app.gui.session import Session

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)")


@pytest.fixture
def other(kidd: Path, tmp_path: Path) -> Path:
    file = tmp_path / "other.briefing"
    file.write_bytes(kidd.read_bytes())
    return file


def answer(window: MainWindow, qtbot: QtBot, choice: QMessageBox.StandardButton) -> None:
    """Press a button of the question that the window asks."""
    qtbot.waitUntil(lambda: fixing_of(window).question is not None)
    question = fixing_of(window).question
    assert question is not None
    QTest.mouseClick(question.button(choice), Qt.MouseButton.LeftButton)


def test_three_faults_are_put_right_and_nothing_else_of_the_file_changes(
    opened: Open, faulty: Path, kidd_text: str, qtbot: QtBot
) -> None:
    window = opened(faulty)
    before = faulty.read_bytes()
    assert "This briefing has 3 problems" in words(window)

    select(window, "2021-13")
    assert "¶4 says “as early as next month”." in words(window)
    press(window, "Use [2021-06..]")
    assert "2 of 3 left; nothing in the file was changed yet." in words(window)
    assert "Edited" in window.windowTitle()

    select(window, "paragraph 40")
    type_(window, qtbot, "18")
    assert "18" in advice(window)
    enter(window)
    assert len(left(window)) == 2, "what is wrong is not applied"
    type_(window, qtbot, "4")
    assert advice(window) == "This can stand here."
    enter(window)
    assert len(left(window)) == 1
    press(window, "Use “pledged”")

    assert "All problems are put right" in words(window)
    assert "Saving changes 3 places" in words(window)
    assert faulty.read_bytes() == before, "nothing is written before it is asked for"
    press(window, "Save the corrected file")
    assert window.document.briefing is not None
    assert window.frame.views.currentWidget() is window.frame.brief
    assert faulty.read_bytes() == kidd_text.replace("\n", "\r\n").encode()
    assert not window.document.unsaved


def test_what_is_saved_in_part_is_not_called_unchanged(opened: Open, faulty: Path) -> None:
    window = opened(faulty)
    assert "Nothing in the file was changed." in words(window)
    select(window, "2021-13")
    press(window, "Use [2021-06..]")
    press(window, "Save what is fixed")
    assert "a.briefing is saved as far as it was put right, and does not open yet." in words(window)
    assert "was changed" not in words(window)
    press(window, "Use “pledged”")
    assert "1 of 2 left; not in the file yet." in words(window)
    fixing_of(window).ask(window.close)
    question = fixing_of(window).question
    assert question is not None
    assert question.informativeText() == "They are not in the file yet."
    question.button(QMessageBox.StandardButton.Discard).click()


@pytest.mark.parametrize("choice", ["Save", "Discard"])
def test_closing_asks_what_becomes_of_unsaved_corrections(
    opened: Open, session: Session, faulty: Path, qtbot: QtBot, choice: str
) -> None:
    window = opened(faulty)
    before = faulty.read_bytes()
    select(window, "2021-13")
    press(window, "Use [2021-06..]")
    window.close()
    assert window.isVisible()
    answer(window, qtbot, QMessageBox.StandardButton.Cancel)
    assert window.isVisible()
    assert "2 of 3 left" in words(window)
    assert faulty.read_bytes() == before
    window.close()
    answer(window, qtbot, QMessageBox.StandardButton[choice])
    right = before.replace(b'"2021-13"', b'"[2021-06..]"')
    assert faulty.read_bytes() == (right if choice == "Save" else before)
    qtbot.waitUntil(lambda: not session.windows)


def test_what_cannot_stand_there_yet_keeps_the_window_open(opened: Open, faulty: Path, qtbot: QtBot) -> None:
    window = opened(faulty)
    type_(window, qtbot, "44")
    window.close()
    answer(window, qtbot, QMessageBox.StandardButton.Save)
    assert window.isVisible()
    assert "cannot stand there yet" in window.frame.status.text.text()
    window.frame.problems._leave()


def test_what_is_typed_and_right_is_saved_with_the_rest(opened: Open, faulty: Path, qtbot: QtBot) -> None:
    window = opened(faulty)
    before = faulty.read_bytes()
    type_(window, qtbot, "4")
    window.close()
    answer(window, qtbot, QMessageBox.StandardButton.Save)
    qtbot.waitUntil(lambda: faulty.read_bytes() == before.replace(b" 40,", b" 4,"))


def test_opening_another_file_asks_first(
    opened: Open, session: Session, faulty: Path, other: Path, qtbot: QtBot
) -> None:
    window = opened(faulty)
    select(window, "2021-13")
    press(window, "Use [2021-06..]")
    window.files_wanted.emit([other])
    answer(window, qtbot, QMessageBox.StandardButton.Cancel)
    assert "2 of 3 left" in words(window)
    window.files_wanted.emit([other])
    answer(window, qtbot, QMessageBox.StandardButton.Discard)
    assert window.document.snapshot is not None
    assert window.document.snapshot.path == other
    assert len(session.windows) == 1


def test_a_file_from_elsewhere_leaves_the_corrections_alone(
    opened: Open, session: Session, faulty: Path, other: Path
) -> None:
    window = opened(faulty)
    select(window, "2021-13")
    press(window, "Use [2021-06..]")
    session.open([other])
    assert len(session.windows) == 2
    assert "2 of 3 left" in words(window)
    press(window, "Undo")


def test_a_file_that_changed_on_disk_is_not_written_over_but_can_be_saved_beside(
    opened: Open, session: Session, faulty: Path, kidd_text: str, qtbot: QtBot
) -> None:
    window = opened(faulty)
    fix_all(window, qtbot)
    theirs = faulty.read_bytes().replace(b"Singapore", b"Jakarta")
    faulty.write_bytes(theirs)
    press(window, "Save the corrected file")
    assert "was changed since it was opened" in window.frame.status.text.text()
    assert faulty.read_bytes() == theirs
    fixing_of(window).ask_where()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    beside = faulty.with_name("a-2.briefing")
    dialog.fileSelected.emit(str(beside))
    dialog.close()
    assert beside.read_bytes() == kidd_text.replace("\n", "\r\n").encode()
    assert window.document.briefing is not None


def test_a_change_on_disk_does_not_take_the_corrections_away(
    opened: Open, session: Session, faulty: Path, qtbot: QtBot
) -> None:
    window = opened(faulty)
    watch = Reloader(session.windows, session)
    select(window, "2021-13")
    press(window, "Use [2021-06..]")
    faulty.write_bytes(faulty.read_bytes().replace(b"Singapore", b"Jakarta"))
    qtbot.waitUntil(lambda: "changed on disk" in window.frame.status.text.text())
    assert "2 of 3 left" in words(window)
    press(window, "Undo")
    watch.deleteLater()


def test_a_question_is_asked_once_and_a_failed_save_is_told(
    opened: Open, faulty: Path, other: Path, qtbot: QtBot
) -> None:
    window = opened(faulty)
    select(window, "2021-13")
    press(window, "Use [2021-06..]")
    window.close()
    question = fixing_of(window).question
    window.close()
    assert fixing_of(window).question is question
    faulty.unlink()
    answer(window, qtbot, QMessageBox.StandardButton.Save)
    assert window.isVisible()
    assert "no longer where it was opened" in window.frame.status.text.text()
    fixing_of(window).save_as(other, replacing=False)
    assert "exists already" in window.frame.status.text.text()
    press(window, "Undo")


def test_a_file_that_moved_its_lines_but_kept_its_problems_is_read_again(
    opened: Open, session: Session, faulty: Path, qtbot: QtBot
) -> None:
    """And some of its faults can be saved before the others."""
    window = opened(faulty)
    watch = Reloader(session.windows, session)
    text = faulty.read_bytes()
    faulty.write_bytes(text + b" ")
    qtbot.waitUntil(
        lambda: window.frame.problems.working is not None and window.frame.problems.working.saved[-1] == " "
    )
    select(window, "2021-13")
    press(window, "Use [2021-06..]")
    QTest.keyClick(window.frame.problems, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert faulty.read_bytes() == text.replace(b'"2021-13"', b'"[2021-06..]"') + b" "
    assert "This briefing has 2 problems" in words(window)
    assert "is saved as far as it was put right" in words(window)
    watch.deleteLater()
