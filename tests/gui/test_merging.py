"""A file that changed on disk while it was edited here: merged field by field, never written over."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.gui.dialogs.merging import MergingDialog
from briefing_app.gui.edit_acts import editor_of
from briefing_app.gui.merging import ask_to_merge
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.workflow import arranging
from briefing_app.workflow.editing import WHOLE, item_of, put
from briefing_app.workflow.opening import open_briefing
from briefing_app.workflow.saving import save_as

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session
    from briefing_app.model.briefing import Briefing

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")


@pytest.fixture
def copy(vksd: Path, tmp_path: Path) -> Path:
    return tmp_path / shutil.copyfile(vksd, tmp_path / "a.briefing").name


def shown(window: MainWindow) -> Briefing:
    assert window.document.briefing is not None
    return window.document.briefing


@pytest.fixture
def window(opened: Open, session: Session, copy: Path) -> MainWindow:
    """Return a window in which a file is edited that somebody else has changed and saved."""
    found = opened(copy)
    editor = editor_of(session, found)
    editor.apply(put(shown(found), "a1", {"topic": "mine"}))
    editor.apply(put(shown(found), "a2", {"topic": "only mine"}))
    editor.apply(arranging.remove(shown(found), "a6"))
    theirs = open_briefing(copy).briefing
    assert theirs is not None
    for name, values in (
        ("a1", {"topic": "theirs"}),
        ("a6", {"topic": "kept"}),
        (WHOLE, {"title": "Theirs"}),
    ):
        theirs, _ = put(theirs, name, values)
    save_as(theirs, copy, None, replace=True)
    return found


def offered(window: MainWindow, word: str, qtbot: QtBot) -> Button:
    """Return a button of the status line once it is there."""

    def shown_now() -> list[Button]:
        buttons = window.frame.status.findChildren(Button)
        return [each for each in buttons if each.isVisible() and each.accessibleName() == word]

    qtbot.waitUntil(lambda: bool(shown_now()))
    return shown_now()[-1]


def test_both_changes_come_together_and_what_both_changed_is_asked(
    window: MainWindow, copy: Path, vksd: Path, qtbot: QtBot
) -> None:
    base = open_briefing(vksd).briefing
    assert base is not None
    on_disk = copy.read_bytes()
    window.actions_by_id["save"].trigger()
    assert copy.read_bytes() == on_disk
    offered(window, "Merge…", qtbot).click()
    dialog = window.findChild(MergingDialog)
    assert dialog is not None
    words = " ".join(line.text() for line in dialog.findChildren(TextLine))
    assert "2 things were changed both here and there" in words
    assert "deleted" in words
    was = item_of(base, "a1").topic  # type: ignore[attr-defined]
    assert f"Before: {was or 'not there'}" in words
    assert "1 change from the disk is taken over." in words
    assert "Taken over from the disk Changed: Theirs" in words
    assert "theirs" in words
    dialog.radios["agreements/a1/topic", "theirs"].click()
    dialog.take.click()
    assert shown(window).title == "Theirs"
    assert item_of(shown(window), "a1").topic == "theirs"  # type: ignore[attr-defined]
    assert item_of(shown(window), "a2").topic == "only mine"  # type: ignore[attr-defined]
    assert "a6" not in {each.id for each in shown(window).agreements}
    assert window.document.unsaved
    window.actions_by_id["save"].trigger()
    assert open_briefing(copy).briefing == shown(window)
    window.actions_by_id["undo"].trigger()
    assert item_of(shown(window), "a1").topic == "mine"  # type: ignore[attr-defined]


def test_enter_goes_from_choice_to_choice_and_then_to_the_button(window: MainWindow, qtbot: QtBot) -> None:
    dialog = ask_to_merge(window)
    assert dialog is not None
    qtbot.waitUntil(dialog.take.hasFocus)
    first, second = (dialog.radios[name, "mine"] for name in dialog.choices)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    theirs = dialog.focusWidget()
    assert theirs is not None
    assert dialog.choices["agreements/a1/topic"] == "theirs"
    QTest.keyClick(theirs, Qt.Key.Key_Return)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Enter)
    assert dialog.take.hasFocus()
    QTest.keyClick(dialog.take, Qt.Key.Key_Return)
    assert item_of(shown(window), "a1").topic == "theirs"  # type: ignore[attr-defined]


def test_nothing_is_done_where_it_is_cancelled(window: MainWindow) -> None:
    before = shown(window)
    dialog = ask_to_merge(window)
    assert dialog is not None
    dialog.reject()
    assert shown(window) is before


def test_a_file_with_errors_is_not_merged(window: MainWindow, copy: Path) -> None:
    copy.write_text("{", encoding="utf-8")
    assert ask_to_merge(window) is None
    assert "Not merged" in window.frame.status.text.text()


def test_without_changes_there_is_nothing_to_merge(opened: Open, vksd: Path) -> None:
    assert ask_to_merge(opened(vksd)) is None
