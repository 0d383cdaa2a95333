from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFileDialog

from briefing_app.gui.printing import paper_of
from briefing_app.gui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support propagateSizeHints\(\)")


def copy_of(path: Path, folder: Path) -> Path:
    """Return a copy of a sample in a folder of the test."""
    copy = folder / path.name
    copy.write_bytes(path.read_bytes())
    return copy


@pytest.mark.parametrize(
    ("action", "name"), [("export-one-page", "kidd-19.pdf"), ("export-full", "kidd-19-full.pdf")]
)
def test_a_pdf_is_printed_beside_the_file_and_told(
    opened: Open, kidd: Path, tmp_path: Path, qtbot: QtBot, action: str, name: str
) -> None:
    window = opened(copy_of(kidd, tmp_path))
    window.actions_by_id[action].trigger()  # type: ignore[index]
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    target = tmp_path / name
    assert dialog.selectedFiles() == [str(target)]
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    assert name in window.frame.status.text.text()
    qtbot.waitUntil(lambda: "Printed" in window.frame.status.text.text(), timeout=20_000)
    assert target.read_bytes().startswith(b"%PDF-")
    offers = [button.accessibleName() for button in window.frame.status.findChildren(Button)]
    assert {"Open", "Show in folder"} <= set(offers)
    window.frame.status.close_line()
    assert not window.frame.status.isVisible()


def test_a_briefing_is_not_printed_over_itself(
    opened: Open, kidd: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    file = copy_of(kidd, tmp_path)
    window = opened(file)
    assert window.document.snapshot is not None
    window.acts.printing.print_to(window.document.snapshot, "one-page", file)
    qtbot.waitUntil(lambda: "Not printed" in window.frame.status.text.text(), timeout=20_000)
    assert file.read_bytes() == kidd.read_bytes()


def test_a_folder_that_is_not_there_is_told(opened: Open, kidd: Path, tmp_path: Path, qtbot: QtBot) -> None:
    window = opened(kidd)
    assert window.document.snapshot is not None
    window.acts.printing.print_to(window.document.snapshot, "one-page", tmp_path / "none" / "a.pdf")
    qtbot.waitUntil(lambda: "Not printed" in window.frame.status.text.text(), timeout=20_000)


def test_printing_can_be_let_go(opened: Open, kidd: Path, tmp_path: Path) -> None:
    window = opened(kidd)
    assert window.document.snapshot is not None
    window.acts.printing.print_to(window.document.snapshot, "one-page", tmp_path / "a.pdf")
    cancel = next(
        button for button in window.frame.status.findChildren(Button) if button.accessibleName() == "Cancel"
    )
    cancel.click()
    assert not window.frame.status.isVisible()
    task = window.acts.printing.task
    assert task is not None
    assert task.cancelled


@pytest.mark.parametrize(("locale", "paper"), [("en_US", "letter"), ("en_GB", "a4"), ("ko_KR", "a4")])
def test_the_paper_is_that_of_the_country(locale: str, paper: str) -> None:
    assert paper_of(QLocale(locale)) == paper
