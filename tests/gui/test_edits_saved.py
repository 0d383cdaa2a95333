"""Saving what was edited in the real window: over its file, elsewhere, and before the window goes."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMessageBox

from briefing_app.gui.edit_acts import editor_of
from briefing_app.gui.unsaved import Unsaved
from briefing_app.workflow.editing import item_of
from briefing_app.workflow.opening import open_briefing
from tests.gui.edit_steps import edit, shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing_app.gui.editing import Editor
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")
_Buttons = QMessageBox.StandardButton


@pytest.fixture
def copy(vksd: Path, tmp_path: Path) -> Path:
    return tmp_path / shutil.copyfile(vksd, tmp_path / "a.briefing").name


@pytest.fixture
def window(opened: Open, copy: Path) -> MainWindow:
    return opened(copy)


@pytest.fixture
def editor(window: MainWindow, session: Session) -> Editor:
    return editor_of(session, window)


# --------------------------------------------------------------------------------------------- saving


def test_save_writes_the_file_and_keeps_the_steps(window: MainWindow, editor: Editor, copy: Path) -> None:
    window.actions_by_id["save"].trigger()
    assert "nothing has changed since" in window.frame.status.text.text()
    card = edit(window, editor, "a5")
    card.form.rows["topic"].set_text("another")
    window.actions_by_id["save"].trigger()  # what is in the card is saved with it
    assert open_briefing(copy).briefing == shown(window)
    assert item_of(shown(window), "a5").topic == "another"  # type: ignore[attr-defined]
    assert not window.document.unsaved
    assert "Edited" not in window.windowTitle()
    window.actions_by_id["undo"].trigger()
    assert window.document.unsaved
    window.actions_by_id["save"].trigger()
    assert open_briefing(copy).briefing == shown(window)


def test_a_file_that_changed_meanwhile_is_not_saved_over(
    window: MainWindow, editor: Editor, copy: Path
) -> None:
    edit(window, editor, "a5").form.rows["topic"].set_text("another")
    other = copy.read_bytes().replace(b"Mine-laying", b"Mining")
    copy.write_bytes(other)
    window.actions_by_id["save"].trigger()
    assert copy.read_bytes() == other
    assert "Not saved" in window.frame.status.text.text()
    assert window.document.unsaved


def test_a_sample_is_saved_elsewhere(opened: Open, session: Session, vksd: Path) -> None:
    from PySide6.QtWidgets import QFileDialog

    window = opened(vksd)
    editor = editor_of(session, window)
    edit(window, editor, "a5").form.rows["topic"].set_text("another")
    window.actions_by_id["save"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()


@pytest.mark.parametrize("answer", [_Buttons.Save, _Buttons.Discard, _Buttons.Cancel])
def test_closing_asks_once(
    window: MainWindow, editor: Editor, session: Session, copy: Path, answer: QMessageBox.StandardButton
) -> None:
    before = copy.read_bytes()
    edit(window, editor, "a5").form.rows["topic"].set_text("another")  # typed, and not even applied
    window.close()
    assert window.isVisible()
    (guard,) = window.findChildren(Unsaved)
    assert guard.question is not None
    question = guard.question
    window.close()
    assert guard.question is question
    question.done(answer.value)
    saved = copy.read_bytes() != before
    assert saved == (answer == _Buttons.Save)
    assert window.isVisible() == (answer == _Buttons.Cancel)
