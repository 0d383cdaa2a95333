"""The dialog that attaches a text: what it says of one, and what it hands over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from briefing_app.gui.dialogs.attach import AttachDialog, comparison
from briefing_app.gui.session import read_snapshot
from briefing_app.workflow import attaching
from briefing_app.workflow.attaching import Compared

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]
    Change = Callable[[Path, Callable[[Any], object]], Path]

USE = " You can read with it until the window closes; it is not kept."


@pytest.fixture
def text(vksd: Path) -> str:
    """Return the text of the first source of the invented sample, as it would be pasted."""
    briefing = read_snapshot(vksd).briefing
    assert briefing is not None
    return "\n\n".join(briefing.sources[0].text)


@pytest.fixture
def window(opened: Open, vksd: Path, changed_copy: Change) -> MainWindow:
    """Return a window with that sample, its texts left out."""
    return opened(changed_copy(vksd, lambda tree: [source.pop("text") for source in tree["sources"]]))


def asked(window: MainWindow) -> AttachDialog:
    window.frame.source.note.attach.click()
    dialog = window.findChild(AttachDialog)
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def test_the_pasted_text_of_the_source_is_attached_and_kept(
    window: MainWindow, text: str, qtbot: QtBot
) -> None:
    dialog = asked(window)
    assert not dialog.take.isEnabled()
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(dialog.take.isEnabled)
    assert dialog.verdict.text() == "This is the very text that the briefing was made from."
    assert dialog.outcome.text() == "It has 19 paragraphs."
    dialog.take.click()
    pane = window.frame.source
    assert pane.note.forget.isVisible()
    assert "kept on this computer" in pane.note.words.text()
    assert len(list(attaching.folder().iterdir())) == 1


def test_another_text_is_told_used_for_now_and_not_kept(
    window: MainWindow, text: str, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "article.txt"
    file.write_text(text.replace("long-delayed", "late"), encoding="utf-8")
    dialog = asked(window)
    dialog.choose.click()
    files = dialog.findChild(QFileDialog)
    assert files is not None
    files.fileSelected.emit(str(file))
    files.close()
    qtbot.waitUntil(dialog.take.isEnabled)
    assert dialog.verdict.text() == "This is another text than the briefing was made from."
    assert "is in ¶1: “ORRINSTAD, 18 October" in dialog.outcome.text()
    assert dialog.take.text() == "Use until the window closes"
    dialog.take.click()
    assert "until the window closes" in window.frame.source.note.words.text()
    assert not attaching.folder().exists()
    window.frame.source.note.forget.click()
    assert window.frame.source.note.attach.isVisible()


def test_what_cannot_be_read_is_told_and_cannot_be_taken(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = asked(window)
    QGuiApplication.clipboard().setText("   ")
    dialog.paste.click()
    assert dialog.outcome.text() == "There is no text on the clipboard."
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><p>text", encoding="utf-8")
    dialog.read(lambda: attaching.from_file(page))
    qtbot.waitUntil(lambda: "page.html" in dialog.outcome.text())
    assert not dialog.take.isEnabled()
    dialog.reject()
    assert window.frame.source.note.attach.isVisible()


def test_a_text_that_cannot_be_kept_is_attached_all_the_same(
    window: MainWindow, text: str, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    dialog = asked(window)
    dialog.read(lambda: attaching.from_paste(text))
    qtbot.waitUntil(dialog.take.isEnabled)
    dialog.take.click()
    assert window.frame.source.note.forget.isVisible()
    assert window.frame.status.text.text().startswith("The text is attached, but not kept.")


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Compared(("a",), True, 1, 1, 1), "It has 1 paragraph."),
        (
            Compared(("a", "b"), False, 3, 1, 1, 3),
            "It has 2 paragraphs; the source has 3. It has no ¶3. 1 of 1 passage stands in it." + USE,
        ),
        (
            Compared(("a", "b"), False, 2, 4, 5),
            "It has 2 paragraphs; the source has 2. No cited words differ. 4 of 5 passages stand in it."
            + USE,
        ),
    ],
)
def test_a_comparison_in_words(found: Compared, words: str) -> None:
    assert comparison(found) == words
