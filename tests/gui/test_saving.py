"""Save as in the real window: what it shows afterwards, and what it says where it could not."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QFileDialog

from briefing_app.gui.saving import suggestion
from briefing_app.gui.session import read_snapshot
from briefing_app.model.briefing import Briefing
from briefing_app.workflow.exporting import Choice, export_file
from briefing_app.workflow.opening import open_briefing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.settings import Settings

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")


@pytest.fixture
def copy(kidd: Path, tmp_path: Path) -> Path:
    return tmp_path / shutil.copyfile(kidd, tmp_path / "a.briefing").name


@pytest.fixture
def pdf(kidd: Path, tmp_path: Path) -> Path:
    assert export_file(kidd, tmp_path / "brief.pdf", Choice()) == ()
    return tmp_path / "brief.pdf"


def save_to(window: MainWindow, name: str) -> QFileDialog:
    """Save what a window shows, as its user does: by the action, and a name in the dialog."""
    window.actions_by_id["save-as"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(name)
    dialog.accept()
    return dialog


def test_the_window_shows_the_new_file_and_remembers_it(
    opened: Open, settings: Settings, copy: Path, tmp_path: Path
) -> None:
    window = opened(copy)
    window.pick("a5")
    save_to(window, "b")
    target = tmp_path / "b.briefing"
    assert open_briefing(target).briefing == open_briefing(copy).briefing
    assert window.document.snapshot is not None
    assert window.document.snapshot.path == target
    assert window.selection.item == "a5"
    assert settings.now.recent[0] == str(target)
    assert settings.now.last == (str(target),)
    assert window.frame.status.text.text() == f"Saved as {target}."


def test_another_suffix_is_kept_and_ours_added(opened: Open, copy: Path, tmp_path: Path) -> None:
    window = opened(copy)
    save_to(window, "draft.v2")
    assert (tmp_path / "draft.v2.briefing").is_file()
    assert not (tmp_path / "draft.v2").exists()
    (tmp_path / "note.txt.briefing").write_text("mine")
    save_to(window, "note.txt")
    assert (tmp_path / "note.txt.briefing").read_text() == "mine"
    assert "exists already" in window.frame.status.text.text()


def test_where_it_cannot_be_saved_the_window_stays_and_says_why(opened: Open, copy: Path) -> None:
    window = opened(copy)
    window.actions_by_id["save-as"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(copy.parent / "gone" / "b.briefing"))
    dialog.reject()
    assert window.frame.status.text.text().startswith("Not saved. There is no folder")
    assert window.document.snapshot is not None
    assert window.document.snapshot.path == copy


def test_without_a_briefing_there_is_nothing_to_save(opened: Open) -> None:
    assert not opened().actions_by_id["save-as"].isEnabled()


def test_a_file_with_errors_is_saved_without_them_under_another_name(
    opened: Open, changed_copy: Callable[[Path, Callable[[Any], object]], Path], kidd: Path
) -> None:
    bad = changed_copy(kidd, lambda tree: tree["agreements"][0].pop("id"))
    before = bad.read_bytes()
    window = opened(bad)
    window.frame.open_without.emit()
    assert "read-only" in window.windowTitle()
    save_to(window, bad.name)
    assert "holds more than what is shown here" in window.frame.status.text.text()
    save_to(window, "sound")
    assert bad.read_bytes() == before
    assert "read-only" not in window.windowTitle()
    saved = open_briefing(bad.with_name("sound.briefing"))
    whole = open_briefing(kidd).briefing
    assert isinstance(saved.briefing, Briefing)
    assert whole is not None
    assert len(saved.briefing.agreements) == len(whole.agreements) - 1


def test_a_pdf_opens_as_its_briefing_and_is_saved_as_a_file(
    opened: Open, settings: Settings, pdf: Path, kidd: Path, qtbot: QtBot
) -> None:
    window = opened(pdf)
    before = pdf.read_bytes()
    assert window.document.briefing == open_briefing(kidd).briefing
    assert "(read-only, from brief.pdf)" in window.windowTitle()
    assert list(settings.now.recent) == [str(pdf)]
    window.actions_by_id["save-as"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.accept()  # the name that is proposed
    target = pdf.with_name("kidd-19.briefing")
    qtbot.waitUntil(target.is_file)
    assert "read-only" not in window.windowTitle()
    assert pdf.read_bytes() == before
    assert list(settings.now.recent) == [str(target), str(pdf)]


def test_a_pdf_without_a_briefing_shows_the_sentence(opened: Open, tmp_path: Path) -> None:
    bad = tmp_path / "a.pdf"
    bad.write_bytes(b"%PDF-1.7\n%%EOF\n")
    window = opened(bad)
    assert window.document.snapshot is not None
    assert [each.code for each in window.document.snapshot.problems] == ["pdf-damaged"]


def test_the_proposed_file_is_never_one_that_would_be_lost(copy: Path, pdf: Path) -> None:
    assert suggestion(read_snapshot(copy)) == copy
    assert suggestion(read_snapshot(pdf)) == pdf.with_name("kidd-19.briefing")
    shutil.copyfile(copy, pdf.with_name("kidd-19.briefing"))
    assert suggestion(read_snapshot(pdf)) == pdf.with_name("kidd-19-2.briefing")
