from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLineEdit

from briefing_app.gui.dialogs.printer import ask_for_printer, new_printer, paint, paper_in, printer_there
from briefing_app.gui.folders import open_file, show_in_folder
from briefing_app.gui.widgets.button import Button
from briefing_app.workflow.exporting import Choice, picture_briefing
from briefing_app.workflow.opening import open_briefing
from tests.gui.lending import lending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.exporting.options import Paper
    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support propagateSizeHints\(\)")
ONE_PAGE = Choice()
POINTS = {"a4": (595, 842), "letter": (612, 792)}


@pytest.fixture
def lent(standing: Open) -> Iterator[Open]:
    """Return what lends the window of a file that these tests share."""
    with lending(standing) as lend:
        yield lend


def copy_of(path: Path, folder: Path) -> Path:
    """Return a copy of a sample in a folder of the test."""
    copy = folder / path.name
    copy.write_bytes(path.read_bytes())
    return copy


def told(window: MainWindow, words: str) -> Callable[[], bool]:
    """Return what tells whether the status line has said so."""
    return lambda: words in window.frame.status.text.text()


def offers(window: MainWindow) -> dict[str, Button]:
    """Return the buttons of the status line by their words."""
    return {button.accessibleName(): button for button in window.frame.status.findChildren(Button)}


def sizes_of(pdf: Path) -> list[tuple[int, int]]:
    """Return the size of each page in points."""
    with pikepdf.open(pdf) as opened:
        return [(round(float(page.mediabox[2])), round(float(page.mediabox[3]))) for page in opened.pages]


# -------------------------------------------------------------------------------------------- to a file


def test_a_file_is_told_with_what_can_be_done_with_it(
    lent: Open, kidd: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = lent(kidd)
    assert window.document.snapshot is not None
    target = tmp_path / "a.pdf"
    window.acts.printing.print_to(window.document.snapshot, ONE_PAGE, target)
    assert "a.pdf" in window.frame.status.text.text()
    qtbot.waitUntil(told(window, "Saved to"), timeout=20_000)
    assert target.read_bytes().startswith(b"%PDF-")
    assert {"Open", "Show in folder"} <= set(offers(window))
    window.frame.status.close_line()
    assert not window.frame.status.isVisible()


class Opened(QObject):
    """Takes what the platform would open."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.paths.append(url.toLocalFile())


def test_the_file_and_its_folder_are_opened(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'no-bus'}")
    taken = Opened()
    failed: list[Path] = []
    QDesktopServices.setUrlHandler("file", taken, "take")  # type: ignore[arg-type]
    try:
        open_file(tmp_path / "a.pdf", failed.append)
        show_in_folder(tmp_path / "a.pdf", taken, failed.append)
        qtbot.waitUntil(lambda: len(taken.paths) == 2)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert taken.paths == [str(tmp_path / "a.pdf"), str(tmp_path)]
    assert failed == []


def test_a_briefing_is_not_printed_over_itself(
    opened: Open, kidd: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    file = copy_of(kidd, tmp_path)
    window = opened(file)
    assert window.document.snapshot is not None
    window.acts.printing.print_to(window.document.snapshot, ONE_PAGE, file)
    qtbot.waitUntil(told(window, "Not printed"), timeout=20_000)
    assert file.read_bytes() == kidd.read_bytes()


def test_a_folder_that_is_not_there_is_told(lent: Open, kidd: Path, tmp_path: Path, qtbot: QtBot) -> None:
    window = lent(kidd)
    assert window.document.snapshot is not None
    window.acts.printing.print_to(window.document.snapshot, ONE_PAGE, tmp_path / "none" / "a.pdf")
    qtbot.waitUntil(told(window, "Not printed"), timeout=20_000)


def test_printing_can_be_let_go(lent: Open, kidd: Path, tmp_path: Path) -> None:
    window = lent(kidd)
    assert window.document.snapshot is not None
    window.acts.printing.print_to(window.document.snapshot, ONE_PAGE, tmp_path / "a.pdf")
    offers(window)["Cancel"].click()
    assert not window.frame.status.isVisible()
    task = window.acts.printing.task
    assert task is not None
    assert task.cancelled


def test_a_file_is_finished_though_the_window_has_gone(
    opened: Open, kidd: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened(kidd)
    assert window.document.snapshot is not None
    window.acts.printing.print_to(window.document.snapshot, ONE_PAGE, tmp_path / "a.pdf")
    gone: list[int] = []
    window.destroyed.connect(lambda *_what: gone.append(1))
    window.close()
    window.deleteLater()
    qtbot.waitUntil(lambda: bool(gone) and (tmp_path / "a.pdf").exists(), timeout=20_000)
    qtbot.wait(100)  # what the work brings back comes now


# ----------------------------------------------------------------------------------------- to a printer


@pytest.mark.skipif(printer_there(), reason="a printer is installed here")
def test_without_a_printer_a_pdf_is_offered(opened: Open, kidd: Path, tmp_path: Path) -> None:
    window = opened(copy_of(kidd, tmp_path))
    window.actions_by_id["print"].trigger()
    assert "No printer is installed here" in window.frame.status.text.text()
    offers(window)["Save PDF…"].click()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles() == [str(tmp_path / "kidd-19.pdf")]
    dialog.reject()


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_pages_fill_the_whole_sheet(kidd: Path, tmp_path: Path, qapp: object, paper: Paper) -> None:
    briefing = open_briefing(kidd).briefing
    assert briefing is not None
    made = picture_briefing(briefing, Choice("full", paper), 72)
    printer = new_printer(paper)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    assert paint(printer, made.pages, paper)
    sizes = sizes_of(tmp_path / "a.pdf")
    assert len(sizes) == len(made.pages) > 1
    for width, height in sizes:
        assert (width, height) == pytest.approx(POINTS[paper], abs=1)


def test_only_the_pages_asked_for_are_printed(kidd: Path, tmp_path: Path, qapp: object) -> None:
    briefing = open_briefing(kidd).briefing
    assert briefing is not None
    made = picture_briefing(briefing, Choice("full"), 72)
    printer = new_printer("a4")
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    printer.setFromTo(2, 3)
    assert paint(printer, made.pages, "a4")
    assert len(sizes_of(tmp_path / "a.pdf")) == 2


def test_a_printer_that_takes_no_pages_is_told(lent: Open, kidd: Path, tmp_path: Path, qtbot: QtBot) -> None:
    window = lent(kidd)
    assert window.document.snapshot is not None
    printer = new_printer("a4")
    printer.setOutputFileName(str(tmp_path / "none" / "a.pdf"))
    window.acts.printing.print_on(window.document.snapshot, ONE_PAGE, printer)
    qtbot.waitUntil(told(window, "Not printed"), timeout=20_000)
    assert not (tmp_path / "none").exists()


@pytest.mark.skipif(printer_there(), reason="the dialog proposes the printer that is installed here")
def test_the_print_dialog_prints_to_a_file_on_the_paper_chosen_there(
    lent: Open, kidd: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = lent(kidd)
    snapshot, target = window.document.snapshot, tmp_path / "out.pdf"
    assert snapshot is not None
    printing = window.acts.printing

    dialog = ask_for_printer(window, "letter", 0, partial(printing.print_on, snapshot, ONE_PAGE))
    assert paper_in(dialog.printer(), "a4") == "letter"
    file = dialog.findChild(QLineEdit, "filename")
    assert file is not None
    file.setText(str(target))
    dialog.accept()
    qtbot.waitUntil(told(window, f"Saved to {target}"), timeout=30_000)
    assert sizes_of(target) == [pytest.approx(POINTS["letter"], abs=1)]
    assert list(tmp_path.glob("*.pdf")) == [target]
    assert {"Open", "Show in folder"} <= set(offers(window))
