"""The dialog that attaches a text: what it says of one, and what it hands over."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from briefing_app.gui.dialogs.attach import AttachDialog, comparison
from briefing_app.gui.session import read_snapshot
from briefing_app.gui.widgets.text import TextLine
from briefing_app.workflow import attaching
from briefing_app.workflow.attaching import Compared
from tests.gui.attached import write_bare
from tests.gui.lending import lending

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]

USE = " You can read with it until the window closes; it is not kept."


@pytest.fixture
def text(vksd: Path) -> str:
    """Return the text of the first source of the invented sample, as it would be pasted."""
    briefing = read_snapshot(vksd).briefing
    assert briefing is not None
    return "\n\n".join(briefing.sources[0].text)


@pytest.fixture(scope="module")
def bare(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return that sample, its texts left out."""
    return write_bare(root, tmp_path_factory.mktemp("bare"))


@pytest.fixture
def window(
    standing: Open, bare: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """Return a window with it that these tests share; what is attached is kept in a folder of the test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with lending(standing) as lend:
        found = lend(bare)
        yield found
        qtbot.waitUntil(lambda: found.acts._keeping is None)


def asked(window: MainWindow) -> AttachDialog:
    window.frame.source.note.attach.click()
    dialog = window.findChild(AttachDialog)
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def put_on_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def drag(kind: type[QDropEvent], *files: Path, dialog: AttachDialog) -> bool:
    """Hold files over the dialog, or drop them on it; tell whether they are taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    at, copy, left = QPoint(20, 20), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = kind(at, copy, data, left, Qt.KeyboardModifier.NoModifier)
    event.setAccepted(False)
    QApplication.sendEvent(dialog, event)
    return event.isAccepted()


def test_the_pasted_text_of_the_source_is_attached_and_kept(
    window: MainWindow, text: str, qtbot: QtBot
) -> None:
    dialog = asked(window)
    assert not dialog.take.isEnabled()
    put_on_clipboard(text)
    QTest.keyClick(dialog.paste, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(dialog.take.isEnabled)
    assert dialog.verdict.text() == "This is the very text that the briefing was made from."
    assert dialog.outcome.text() == "It has 19 paragraphs."
    dialog.take.click()
    pane = window.frame.source
    assert pane.note.forget.isVisible()
    assert "kept on this computer" in pane.note.words.text()
    qtbot.waitUntil(lambda: attaching.folder().is_dir() and len(list(attaching.folder().iterdir())) == 1)


def test_the_keyboard_goes_on_in_the_text_that_was_attached(
    window: MainWindow, text: str, qtbot: QtBot
) -> None:
    window.pick("o8")
    window.frame.source.note.attach.setFocus()
    dialog = asked(window)
    dialog.read(lambda: attaching.from_paste(text))
    qtbot.waitUntil(dialog.take.isEnabled)
    dialog.take.click()
    assert window.focusWidget() is window.frame.source.article


def test_the_menu_attaches_the_texts_that_are_not_at_hand_one_after_the_other(
    window: MainWindow, vksd: Path, qtbot: QtBot
) -> None:
    whole = read_snapshot(vksd).briefing
    assert whole is not None
    action = window.actions_by_id["attach"]
    for source in whole.sources:
        action.trigger()
        qtbot.waitUntil(lambda: len(window.findChildren(AttachDialog)) == 1)
        (dialog,) = window.findChildren(AttachDialog)
        dialog.read(partial(attaching.from_paste, "\n\n".join(source.text)))
        qtbot.waitUntil(dialog.take.isEnabled)
        assert dialog.found is not None
        assert dialog.found.same
        dialog.take.click()
        assert window.frame.source.source == source.id
        qtbot.waitUntil(lambda: not window.findChildren(AttachDialog))
    assert not action.isEnabled()
    assert action.toolTip().endswith("the text of each source is here")
    qtbot.waitUntil(lambda: len(list(attaching.folder().iterdir())) == len(whole.sources))
    window.frame.source.note.forget.click()
    qtbot.waitUntil(action.isEnabled)


def test_the_menu_forgets_what_is_attached(window: MainWindow, text: str, qtbot: QtBot) -> None:
    action = window.actions_by_id["forget"]
    assert not action.isEnabled()
    assert action.toolTip().endswith("no text is attached")
    dialog = asked(window)
    dialog.read(partial(attaching.from_paste, text))
    qtbot.waitUntil(dialog.take.isEnabled)
    dialog.take.click()
    assert action.isEnabled()
    action.trigger()
    qtbot.waitUntil(lambda: not action.isEnabled())
    assert window.frame.source.note.attach.isVisible()
    said = window.frame.status
    assert said.text.text() == "The text of the article is forgotten."
    dialog = asked(window)
    dialog.read(partial(attaching.from_paste, text))
    qtbot.waitUntil(dialog.take.isEnabled)
    dialog.take.click()
    assert said.isHidden()  # it would not be true any more


def test_the_menu_begins_with_the_source_that_is_shown(window: MainWindow) -> None:
    window.frame.source.show_source("s2")
    window.actions_by_id["attach"].trigger()
    (dialog,) = window.findChildren(AttachDialog)
    assert "Readout" in " ".join(line.text() for line in dialog.findChildren(TextLine))
    dialog.reject()


def test_what_is_forgotten_while_it_is_written_is_gone(window: MainWindow, text: str, qtbot: QtBot) -> None:
    dialog = asked(window)
    dialog.read(lambda: attaching.from_paste(text))
    qtbot.waitUntil(dialog.take.isEnabled)
    dialog.take.click()
    window.frame.source.note.forget.click()
    qtbot.waitUntil(window.frame.source.note.attach.isVisible)
    assert not any(attaching.folder().iterdir())


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
    assert dialog.path.text() == str(file)
    assert dialog.verdict.text() == "This is another text than the briefing was made from."
    assert "In ¶1 the cited “have agreed" in dialog.outcome.text()
    assert dialog.take.accessibleName() == "Use until the window closes"
    dialog.take.click()
    assert "until the window closes" in window.frame.source.note.words.text()
    assert not attaching.folder().exists()
    window.frame.source.note.forget.click()
    assert window.frame.source.note.attach.isVisible()


def test_what_cannot_be_read_is_told_and_cannot_be_taken(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = asked(window)
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><p></p>", encoding="utf-8")
    dialog.name_file(str(page))
    qtbot.waitUntil(lambda: "page.html" in dialog.outcome.text(), timeout=20_000)
    assert not dialog.take.isEnabled()
    QTest.keyClick(dialog.path, Qt.Key.Key_Return)
    dialog.name_file(str(tmp_path / "nothing.txt"))
    assert dialog.outcome.text() == "There is no file of this name."
    dialog.name_file("a name longer than any file may have" * 200)
    assert dialog.outcome.text() == "There is no file of this name."
    QTest.keyClick(dialog.path, Qt.Key.Key_Escape)
    assert window.frame.source.note.attach.isVisible()
    assert not dialog.isVisible()


def test_a_text_that_cannot_be_kept_is_attached_all_the_same(
    window: MainWindow, text: str, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    dialog = asked(window)
    dialog.read(lambda: attaching.from_paste(text))
    qtbot.waitUntil(dialog.take.isEnabled)
    dialog.take.click()
    assert window.frame.source.note.forget.isVisible()
    told = window.frame.status.text
    qtbot.waitUntil(lambda: told.text().startswith("The text is attached, but not kept."))


def test_the_keyboard_begins_in_the_field_and_goes_through_all(window: MainWindow) -> None:
    dialog = asked(window)
    why = "Paste the text or name a file: there is nothing to attach yet."
    assert dialog.outcome.text() == why
    assert why in dialog.take.toolTip()
    assert dialog.focusWidget() is dialog.paste
    reached = []
    for _ in range(4):
        reached.append(dialog.focusWidget())
        focused = dialog.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == [dialog.paste, dialog.path, dialog.choose, dialog.cancel]
    assert dialog.focusWidget() is dialog.paste  # there is nothing to attach
    for each in (dialog.paste, dialog.path, dialog.choose, dialog.cancel, dialog.take):
        assert each.accessibleName()
    QTest.keyClick(dialog.paste, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_enter_in_the_line_attaches_the_file_that_it_names(
    window: MainWindow, text: str, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "article.txt"
    file.write_text(text, encoding="utf-8")
    dialog = asked(window)
    QTest.keyClicks(dialog.path, f'"{file}"')
    QTest.keyClick(dialog.path, Qt.Key.Key_Return)
    qtbot.waitUntil(window.frame.source.note.forget.isVisible)
    qtbot.waitUntil(lambda: window.findChild(AttachDialog) is None)


def test_enter_asks_once_more_where_the_text_is_another_one(
    window: MainWindow, text: str, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "article.txt"
    file.write_text(text.replace("long-delayed", "late"), encoding="utf-8")
    dialog = asked(window)
    QTest.keyClicks(dialog.path, file.as_uri())
    QTest.keyClick(dialog.path, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.take.isEnabled)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.take
    QTest.keyClick(dialog.take, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert window.frame.source.note.forget.isVisible()


def test_ctrl_enter_attaches_and_enter_begins_a_paragraph(
    window: MainWindow, text: str, qtbot: QtBot
) -> None:
    dialog = asked(window)
    QTest.keyClick(dialog.paste, Qt.Key.Key_Return)
    assert dialog.paste.text() == "\n"
    assert dialog.isVisible()
    put_on_clipboard(text)
    dialog.paste.selectAll()
    dialog.paste.paste()
    QTest.keyClick(dialog.paste, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.frame.source.note.forget.isVisible)
    qtbot.waitUntil(lambda: window.findChild(AttachDialog) is None)


def test_what_is_pasted_and_what_is_named_take_each_others_place(
    window: MainWindow, text: str, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "article.txt"
    file.write_text(text, encoding="utf-8")
    dialog = asked(window)
    dialog.paste.insertPlainText("Something else that was typed.")
    qtbot.waitUntil(lambda: dialog.found is not None and not dialog.found.same)
    dialog.name_file(str(file))
    assert dialog.paste.text() == ""
    qtbot.waitUntil(lambda: dialog.found is not None and dialog.found.same)
    dialog.paste.insertPlainText("Something else.")
    assert dialog.path.text() == ""
    assert not dialog.take.isEnabled()
    qtbot.waitUntil(lambda: dialog.found is not None and not dialog.found.same)


def test_one_file_is_dropped_and_read(window: MainWindow, text: str, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "article.txt"
    file.write_text(text, encoding="utf-8")
    dialog = asked(window)
    assert not drag(QDragEnterEvent, file, tmp_path, dialog=dialog)
    assert drag(QDragEnterEvent, file, dialog=dialog)
    assert dialog.outcome.text() == "Drop article.txt to read it."
    QApplication.sendEvent(dialog, QDragLeaveEvent())
    assert "nothing to attach yet" in dialog.outcome.text()
    assert drag(QDragEnterEvent, file, dialog=dialog)
    assert drag(QDropEvent, file, dialog=dialog)
    assert dialog.path.text() == str(file)
    qtbot.waitUntil(lambda: dialog.found is not None and dialog.found.same)
    drag(QDragEnterEvent, file, dialog=dialog)
    QApplication.sendEvent(dialog, QDragLeaveEvent())
    assert dialog.verdict.text() == "This is the very text that the briefing was made from."


def test_a_long_text_is_pasted_whole_and_shown_in_part(window: MainWindow, qtbot: QtBot) -> None:
    dialog = asked(window)
    many = "\n\n".join(f"Paragraph {n} of a text that goes on and on." for n in range(2000))
    put_on_clipboard(many)
    dialog.paste.paste()
    assert dialog.paste.text() == many
    assert len(dialog.paste.toPlainText()) < len(many) / 2
    qtbot.waitUntil(dialog.take.isEnabled)
    assert dialog.found is not None
    assert len(dialog.found.paragraphs) == 2000
    put_on_clipboard("A short text.")
    dialog.paste.paste()
    assert dialog.paste.text() == "A short text."
    put_on_clipboard(many)
    dialog.paste.paste()
    QTest.keyClick(dialog.paste, Qt.Key.Key_Backspace)
    assert dialog.paste.text() == ""


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
