"""New from article: four ways in, each to a draft; what goes wrong is said, and can be tried again."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea

from briefing_app.gui.dialogs.from_article import FromArticle, local_file
from briefing_app.gui.widgets.text import TextLine
from briefing_app.workflow import attaching

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]

UNDATED = (
    "The defence ministers of Portugal and Norway met in Lisbon on Thursday, their ministries said.\n\n"
    "Portugal and Norway agreed to open their naval ports to each other's ships from next year.\n\n"
    "The two sides will hold their next meeting in Oslo in September, the ministries said.\n"
)
TITLE = "29th Korea-U.S. Integrated Defense Dialogue"


@pytest.fixture
def story(root: Path) -> Path:
    """Return an article of the corpus."""
    return root / "tests" / "corpus" / "seoul-dialogue-foc-to-spring" / "article.txt"


@pytest.fixture
def dialog(opened: Open) -> FromArticle:
    """Return the dialog of an empty window."""
    window = opened()
    window.actions_by_id["new"].trigger()
    found = window.findChild(FromArticle)
    assert found is not None
    assert found.isVisible()
    return found


@pytest.fixture
def held() -> Iterator[threading.Event]:
    """Return what work on another thread waits for; it is let go at the end."""
    event = threading.Event()
    yield event
    event.set()


def window_of(dialog: FromArticle) -> MainWindow:
    from briefing_app.gui.main_window import MainWindow

    window = dialog.parent()
    assert isinstance(window, MainWindow)
    return window


def drafted(window: MainWindow, qtbot: QtBot) -> str:
    """Wait for the draft, and return the title of the window."""
    qtbot.waitUntil(lambda: window.document.briefing is not None, timeout=20_000)
    return window.windowTitle()


def drop(dialog: FromArticle, data: QMimeData, kind: type[QDropEvent] = QDropEvent) -> bool:
    at, copy, left = QPoint(20, 20), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = kind(at, copy, data, left, Qt.KeyboardModifier.NoModifier)
    event.setAccepted(False)
    QApplication.sendEvent(dialog, event)
    return event.isAccepted()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_text_that_is_pasted_becomes_a_draft_beside_its_source(
    dialog: FromArticle, story: Path, qtbot: QtBot
) -> None:
    window = window_of(dialog)
    QGuiApplication.clipboard().setText(story.read_text(encoding="utf-8"))
    QTest.keyClick(dialog.form.paste, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog.form.paste, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    title = drafted(window, qtbot)
    assert title.startswith(TITLE)
    assert title.endswith("· unsaved draft – Briefing")
    briefing = window.document.briefing
    assert briefing is not None
    assert window.document.attached() == ("s1",)
    assert attaching.may_be_kept(briefing)
    assert window.frame.status.text.text().startswith("Draft: ")
    assert window.frame.source.article.shown.text


def test_a_briefing_begins_with_the_text_alone_where_that_is_wished(
    dialog: FromArticle, story: Path, qtbot: QtBot
) -> None:
    dialog.form.alone.setChecked(True)
    assert dialog.form.draft.accessibleName() == "Begin"
    assert "draft opens" not in dialog.form._told.text()
    dialog.offer_file(story)
    window = window_of(dialog)
    assert drafted(window, qtbot).endswith("unsaved draft – Briefing")
    assert window.document.briefing is not None
    assert window.document.briefing.agreements == ()
    assert window.document.lacking() == ()
    # Nobody read the article, so nothing is said of what it names.
    assert window.frame.status.text.text().startswith("Nothing was drafted")
    told = {line.text() for line in window.frame.brief.findChildren(TextLine)}
    assert {"No agreement has been entered.", "No participant has been entered."} <= told
    assert "No meeting ahead has been entered." in told
    assert not {words for words in told if "named in this source" in words or "source names" in words}


def test_a_file_that_is_chosen_is_drafted_at_once(dialog: FromArticle, story: Path, qtbot: QtBot) -> None:
    window = window_of(dialog)
    dialog.form.choose.click()
    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None
    chooser.fileSelected.emit(str(story))
    chooser.reject()
    assert TITLE in drafted(window, qtbot)


def test_a_file_is_named_by_its_path(dialog: FromArticle, story: Path, qtbot: QtBot) -> None:
    window = window_of(dialog)
    QTest.keyClicks(dialog.form.place, f'"{story}"')
    assert window.document.briefing is None
    QTest.keyClick(dialog.form.place, Qt.Key.Key_Return)
    assert TITLE in drafted(window, qtbot)


def test_a_file_that_is_dropped_is_drafted_and_several_are_not_taken(
    dialog: FromArticle, story: Path, qtbot: QtBot
) -> None:
    window = window_of(dialog)
    assert not drop(dialog, files(story, story.with_name("b.txt")), QDragEnterEvent)
    assert drop(dialog, files(story), QDragEnterEvent)
    assert story.name in dialog.form.outcome.text()
    QApplication.sendEvent(dialog, QDragLeaveEvent())
    assert story.name not in dialog.form.outcome.text()
    assert drop(dialog, files(story), QDragEnterEvent)
    assert drop(dialog, files(story))
    assert TITLE in drafted(window, qtbot)


def test_a_text_that_is_dropped_is_drafted(dialog: FromArticle, story: Path, qtbot: QtBot) -> None:
    window = window_of(dialog)
    data = QMimeData()
    data.setText(story.read_text(encoding="utf-8"))
    assert drop(dialog, data, QDragEnterEvent)
    assert drop(dialog, data)
    assert TITLE in drafted(window, qtbot)


def test_an_address_is_fetched_only_when_asked_and_nothing_is_drafted_from_nothing(
    dialog: FromArticle,
) -> None:
    dialog.form.draft.click()
    assert not dialog.busy
    assert dialog.isVisible()
    address = "http://127.0.0.1:9/story.html"
    for way in ("paste", "drop", "offer"):
        dialog.form.place.clear()
        if way == "paste":
            QGuiApplication.clipboard().setText(f" {address}\n")
            QTest.keyClick(dialog.form.paste, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        elif way == "drop":
            data = QMimeData()
            data.setUrls([QUrl(address)])
            assert drop(dialog, data, QDragEnterEvent)
            assert drop(dialog, data)
        else:
            dialog.offer_text(address)
        assert dialog.form.place.text() == address, way
        assert dialog.form.paste.text() == ""
        assert address in dialog.form.outcome.text()
        assert not dialog.busy
        assert dialog.form.draft.isEnabled()


def test_an_address_that_does_not_answer_is_told_and_stays(dialog: FromArticle, qtbot: QtBot) -> None:
    dialog.offer_address("http://127.0.0.1:9/story.html")
    dialog.form.draft.click()
    assert dialog.busy
    qtbot.waitUntil(lambda: not dialog.busy, timeout=40_000)
    assert dialog.isVisible()
    assert "127.0.0.1" in dialog.form.outcome.text()
    assert dialog.form.place.text() == "http://127.0.0.1:9/story.html"
    assert dialog.form.draft.isEnabled()


def test_a_missing_day_is_asked_for_and_the_text_not_read_again(dialog: FromArticle, qtbot: QtBot) -> None:
    window = window_of(dialog)
    dialog.offer_text(UNDATED)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
    assert "published" in dialog.form.outcome.text()
    assert dialog.form.published.isVisible()
    dialog.form.published.setText("May 2021")
    dialog.form.draft.click()
    assert not dialog.busy
    assert "“May 2021” is not one day." in dialog.form.outcome.text()
    dialog.form.published.setText("14 May 2021")
    QTest.keyClick(dialog.form.published, Qt.Key.Key_Return)
    drafted(window, qtbot)
    assert window.document.briefing is not None
    assert window.document.briefing.as_of == "2021-05-14"


def test_a_date_that_can_be_two_days_is_asked_for_by_both(dialog: FromArticle, qtbot: QtBot) -> None:
    window = window_of(dialog)
    dialog.offer_text(f"Ministers agree on port visits\n\n04/03/2021\n\n{UNDATED}".replace("defence ", ""))
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
    assert "2021-04-03" in dialog.form.outcome.text()
    assert "2021-03-04" in dialog.form.outcome.text()
    assert dialog.form.published.hasFocus()
    dialog.form.published.setText("4 March 2021")
    QTest.keyClick(dialog.form.published, Qt.Key.Key_Return)
    drafted(window, qtbot)
    briefing = window.document.briefing
    assert briefing is not None
    assert briefing.as_of == "2021-03-04"


def test_what_names_nothing_is_told_and_another_text_can_be_tried(
    dialog: FromArticle, story: Path, qtbot: QtBot
) -> None:
    window = window_of(dialog)
    dialog.offer_text(
        "Published 14 May 2021\n\n"
        "The weather was fine in the valley, and it stayed so until late in the evening.\n\n"
        "Bees flew over the fields all day, from one end of the valley to the other.\n"
    )
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
    assert "names no meeting" in dialog.form.outcome.text()
    assert window.document.briefing is None
    dialog.offer_file(story)
    assert TITLE in drafted(window, qtbot)


def test_a_file_that_is_not_there_is_told(dialog: FromArticle, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.offer_file(tmp_path / "gone.txt")
    qtbot.waitUntil(lambda: not dialog.busy)
    assert "There is no file “gone.txt”" in dialog.form.outcome.text()


def test_while_it_is_read_it_says_so_and_can_be_cancelled(
    dialog: FromArticle, story: Path, held: threading.Event, qtbot: QtBot
) -> None:
    window = window_of(dialog)
    for _ in range(2):  # both threads are busy, so that the work cannot be over too soon
        dialog.tasks.run(held.wait)
    dialog.offer_file(story)
    assert dialog.busy
    assert dialog.form.steps.isVisible()
    assert story.name in dialog.form.outcome.text()
    assert not dialog.form.draft.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.busy
    assert dialog.isVisible()
    assert "Cancelled" in dialog.form.outcome.text()
    held.set()
    dialog.tasks.finish()  # waits for what is under way, as the end of the program does
    QApplication.processEvents()
    assert window.document.briefing is None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_window_that_goes_takes_the_dialog_along(
    dialog: FromArticle, story: Path, held: threading.Event, qtbot: QtBot
) -> None:
    window, tasks = window_of(dialog), dialog.tasks
    for _ in range(2):
        tasks.run(held.wait)
    dialog.offer_file(story)
    window.close()
    held.set()
    tasks.finish()
    qtbot.wait(1)  # what the work brings back comes now


def test_the_line_of_a_file_takes_what_people_write(tmp_path: Path) -> None:
    assert local_file(f"'{tmp_path}'") == tmp_path
    assert local_file(QUrl.fromLocalFile(str(tmp_path / "a b")).toString()) == tmp_path / "a b"
    assert local_file("~/a.txt").is_absolute()


def test_a_long_article_can_be_cancelled_while_it_is_drafted(dialog: FromArticle, qtbot: QtBot) -> None:
    many = "".join(
        f"Portugal and Norway agreed to repair pier {n} and crane {n * 7} in the port of Lisbon.\n\n"
        for n in range(4_000)
    )
    dialog.offer_text("Published 14 May 2021\n\n" + many)
    qtbot.waitUntil(lambda: dialog.form.outcome.text() == "Drafting…", timeout=20_000)
    QTest.qWait(50)
    dialog.form.cancel.click()
    assert not dialog.busy
    assert "Cancelled" in dialog.form.outcome.text()
    dialog.tasks.finish()  # waits for what is under way, as the end of the program does


def test_where_the_screen_is_low_the_field_shrinks_and_the_rest_scrolls(dialog: FromArticle) -> None:
    """Nothing is cut, the buttons stand below it all, and what is wrong is scrolled to."""
    form = dialog.form
    whole = form.height_within(dialog.width(), 2_000)
    lines = form.paste.maximumHeight()
    assert form.height_within(dialog.width(), whole - 30) <= whole - 30
    assert form.paste.minimumHeight() < form.paste.maximumHeight() < lines
    assert form.height_within(dialog.width(), 200) == 200
    dialog.resize(dialog.width(), 200)
    QApplication.processEvents()
    assert form.draft.mapTo(dialog, form.draft.rect().bottomLeft()).y() < 200
    for line in form.findChildren(TextLine):
        assert line.height() >= line.heightForWidth(line.width())
    field = form.paste.parentWidget()
    assert field is not None
    assert field.height() >= form.paste.minimumHeight()
    form.say("A fault. " * 30, "error")
    dialog.resize(dialog.width(), 200)
    QApplication.processEvents()
    QApplication.processEvents()
    assert not form.outcome.visibleRegion().isEmpty()


def test_on_a_high_screen_nothing_scrolls(dialog: FromArticle) -> None:
    form = dialog.form
    assert dialog.height() == form.height_within(dialog.width(), 2_000)
    for bar in form.findChildren(QScrollArea):
        assert bar.verticalScrollBar().maximum() == 0
