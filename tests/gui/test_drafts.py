"""Drafts in windows: opened from articles, beside their text, asked about before they go."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from briefing_app.files.keeping import kept
from briefing_app.gui.dialogs.from_article import FromArticle
from briefing_app.gui.drafts import Guard, drafted_words
from briefing_app.gui.panels.unused import UnusedView
from briefing_app.gui.preferences import Standing
from briefing_app.gui.saving import suggestion
from briefing_app.workflow import attaching
from briefing_app.workflow.opening import open_briefing

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)")

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session
    from briefing_app.gui.settings import Settings

    Open = Callable[..., MainWindow]

Buttons = QMessageBox.StandardButton


@pytest.fixture
def story(root: Path, tmp_path: Path) -> Path:
    """Return a copy of an article of the corpus with a sentence that becomes no item."""
    found = root / "tests" / "corpus" / "ecuador-colombia-two-plus-two" / "article.txt"
    return Path(shutil.copy(found, tmp_path / "quito.txt"))


@pytest.fixture
def draft(opened: Open, story: Path, qtbot: QtBot) -> MainWindow:
    """Return a window with the draft of that article."""
    window = opened(story)
    qtbot.waitUntil(lambda: window.document.briefing is not None, timeout=20_000)
    return window


def question(window: MainWindow) -> QMessageBox:
    """Close a window and return what it asks."""
    window.close()
    guard = window.findChild(Guard)
    assert guard is not None
    assert guard.question is not None
    assert window.isVisible()
    return guard.question


def test_an_article_that_is_opened_as_a_file_becomes_a_draft(
    draft: MainWindow, session: Session, story: Path, settings: Settings
) -> None:
    snapshot = draft.document.snapshot
    assert snapshot is not None
    assert snapshot.draft
    assert session.windows == [draft]
    assert draft.windowTitle().endswith("· unsaved draft – Briefing")
    assert "unsaved draft" in draft.frame.toolbar.crumb.accessibleName()
    assert suggestion(snapshot) == story.with_suffix(".briefing")
    assert not story.with_suffix(".briefing").exists()
    assert draft.document.attached() == ("s1",)
    assert draft.frame.source_shown
    assert settings.now.recent == ()
    assert settings.now.last == ()
    session.quit()
    assert settings.now.last == ()


def test_a_draft_is_read_from_its_beginning_wherever_one_stood_in_the_file_of_its_name(
    draft: MainWindow, session: Session, story: Path, settings: Settings, qtbot: QtBot
) -> None:
    briefing = draft.document.briefing
    assert briefing is not None
    settings.stood(story.with_suffix(".briefing"), Standing(item=briefing.agreements[0].id))
    dialog = session.drafts.ask(draft)
    dialog.offer_file(story)
    qtbot.waitUntil(dialog.form.again.isVisible, timeout=20_000)
    dialog.form.again.click()
    qtbot.waitUntil(lambda: len(session.windows) == 2, timeout=20_000)
    assert session.windows[1].selection.item == ""


def test_a_draft_is_saved_and_its_text_is_there_tomorrow(
    draft: MainWindow, opened: Open, session: Session, story: Path, settings: Settings, qtbot: QtBot
) -> None:
    drafted = draft.document.briefing
    draft.actions_by_id["save-as"].trigger()
    dialog = draft.findChild(QFileDialog)
    assert dialog is not None
    dialog.accept()  # the name that is proposed
    target = story.with_suffix(".briefing")
    qtbot.waitUntil(target.is_file)
    assert open_briefing(target).briefing == drafted
    assert draft.document.snapshot is not None
    assert not draft.document.snapshot.draft
    assert list(settings.now.recent) == [str(target)]
    assert draft.document.attached() == ("s1",)
    draft.close()
    assert session.windows == []
    again = opened(target)
    qtbot.waitUntil(lambda: again.document.attached() == ("s1",))


def test_a_window_asks_before_its_draft_is_lost(draft: MainWindow, session: Session) -> None:
    box = question(draft)
    box.button(Buttons.Cancel).click()
    assert session.windows == [draft]
    source = draft.document.source("s1")
    assert source is not None
    assert kept(attaching.folder(), source.digest)
    question(draft).button(Buttons.Discard).click()
    assert session.windows == []
    assert kept(attaching.folder(), source.digest) is None


def test_the_text_of_a_draft_that_is_given_up_stays_where_another_file_has_it(
    draft: MainWindow, opened: Open, session: Session, story: Path, qtbot: QtBot
) -> None:
    source = draft.document.source("s1")
    assert source is not None
    dialog = session.drafts.ask(draft)
    dialog.offer_file(story)
    qtbot.waitUntil(dialog.form.again.isVisible, timeout=20_000)
    assert "a draft from this article already, not saved yet" in dialog.form.outcome.text()
    dialog.form.again.click()
    qtbot.waitUntil(lambda: len(session.windows) == 2, timeout=20_000)
    other = session.windows[1]
    question(other).button(Buttons.Discard).click()
    assert session.windows == [draft]
    assert kept(attaching.folder(), source.digest)


def test_saving_when_asked_closes_the_window(
    draft: MainWindow, session: Session, story: Path, qtbot: QtBot
) -> None:
    question(draft).button(Buttons.Save).click()
    dialog = draft.findChild(QFileDialog)
    assert dialog is not None
    dialog.accept()
    qtbot.waitUntil(lambda: session.windows == [])
    assert story.with_suffix(".briefing").is_file()


def test_what_is_pasted_into_a_window_with_a_briefing_opens_another(
    opened: Open, session: Session, kidd: Path, story: Path, qtbot: QtBot
) -> None:
    window = opened(kidd)
    QGuiApplication.clipboard().setText(story.read_text(encoding="utf-8"))
    window.actions_by_id["paste-article"].trigger()
    qtbot.waitUntil(lambda: len(session.windows) == 2, timeout=20_000)
    assert window.windowTitle().startswith("19th Korea-U.S.")
    other = session.windows[1]
    assert other.document.snapshot is not None
    assert other.document.snapshot.draft
    assert other.document.snapshot.path.name == f"{other.document.snapshot.briefing.id}.briefing"  # type: ignore[union-attr]


def test_several_articles_that_are_dropped_open_in_a_window_each(
    opened: Open, session: Session, story: Path, root: Path, qtbot: QtBot
) -> None:
    window = opened()
    second = root / "tests" / "corpus" / "seoul-dialogue-foc-to-spring" / "article.txt"
    window.frame.files_dropped.emit([story, second])
    qtbot.waitUntil(lambda: len(session.windows) == 2, timeout=20_000)
    qtbot.waitUntil(lambda: all(each.document.briefing for each in session.windows), timeout=20_000)


def test_an_article_without_a_meeting_says_so_and_leaves_the_page(
    opened: Open, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    article = tmp_path / "weather.txt"
    article.write_text(
        "Published 14 May 2021\n\n"
        "The weather was fine in the valley, and it stayed so until late in the evening.\n\n"
        "Bees flew over the fields all day, from one end of the valley to the other.\n",
        encoding="utf-8",
    )
    window = opened(article)
    dialog = window.findChild(FromArticle)
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
    assert "names no meeting" in dialog.form.outcome.text()
    dialog.reject()
    assert session.windows == [window]
    assert window.document.snapshot is None


def test_what_was_not_used_is_not_drawn_as_cited_and_one_click_away_with_its_passage(
    draft: MainWindow,
) -> None:
    assert draft.document.briefing is not None
    unused = draft.document.briefing.unused
    assert unused, "the story has none any more: take another"
    spans = draft.frame.source.article.shown.spans
    uncited = {span.passage for found in spans.values() for span in found if not span.cited}
    assert uncited == {each.passage for each in unused}
    status = draft.frame.status
    assert status.text.text() == drafted_words(draft.document.briefing)
    status.take_focus()
    shown = draft.focusWidget()
    assert shown is not None
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton)
    view = draft.frame.views.currentWidget()
    assert isinstance(view, UnusedView)
    assert [row.passage for row in view.rows] == [each.passage for each in unused]
    article = draft.frame.source.article
    for row in reversed(view.rows):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        (words,) = article.highlighted()
        assert words.startswith(row.passage.start)
        assert row.selected
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert draft.frame.views.currentWidget() is draft.frame.brief
    draft.actions_by_id["unused"].trigger()
    assert isinstance(draft.frame.views.currentWidget(), UnusedView)


def test_dates_that_differ_are_a_problem_of_the_draft(opened: Open, tmp_path: Path, qtbot: QtBot) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html><html lang="en"><head><title>Ministers agree on port visits</title>'
        '<meta property="article:published_time" content="2021-05-16T08:00:00+00:00"></head><body><article>'
        "<h1>Ministers agree on port visits</h1>"
        "<p>LISBON, May 14, 2021 (Lusa) -- The defence ministers of Portugal and Norway met in Lisbon.</p>"
        "<p>Portugal and Norway agreed to open their naval ports to each other's ships from next year.</p>"
        "<p>The two sides will hold their next meeting in Oslo in September, the ministries said.</p>"
        "</article></body></html>",
        encoding="utf-8",
    )
    window = opened(page)
    qtbot.waitUntil(lambda: window.document.briefing is not None, timeout=30_000)
    snapshot = window.document.snapshot
    assert snapshot is not None
    assert [problem.code for problem in snapshot.problems] == ["draft-dates"]
    window.actions_by_id["unused"].trigger()
    view = window.frame.views.currentWidget()
    assert isinstance(view, UnusedView)
    from PySide6.QtWidgets import QLabel

    told = " ".join(label.text() for label in view.findChildren(QLabel))
    assert "2021-05-14" in told
    assert "2021-05-16" in told


def test_the_keyboard_goes_through_the_unused_sentences_and_out_again(
    draft: MainWindow, qtbot: QtBot
) -> None:
    draft.actions_by_id["unused"].trigger()
    view = draft.frame.views.currentWidget()
    assert isinstance(view, UnusedView)
    assert len(view.rows) > 1
    draft.activateWindow()
    qtbot.waitUntil(draft.isActiveWindow)
    view.rows[0].setFocus()
    QTest.keyClick(view.rows[0], Qt.Key.Key_Down)
    assert draft.focusWidget() is view.rows[1]
    assert view.rows[1].selected
    QTest.keyClick(view.rows[1], Qt.Key.Key_Up)
    assert draft.focusWidget() is view.rows[0]
    QTest.keyClick(view.rows[0], Qt.Key.Key_Tab)
    assert draft.focusWidget() is view.rows[1]
    QTest.keyClick(view.back, Qt.Key.Key_Return)
    assert draft.frame.views.currentWidget() is draft.frame.brief
