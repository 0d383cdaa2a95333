"""Unsaved work is kept while it is made, settled once saved or given up, and offered after a bad end."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

import pytest

from briefing_app.gui.dialogs.recovered import RecoveredDialog
from briefing_app.gui.document import Snapshot
from briefing_app.gui.edit_acts import editor_of
from briefing_app.gui.keeping import Keeping
from briefing_app.gui.session import read_snapshot
from briefing_app.gui.tasks import Tasks
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.canonical import to_text
from briefing_app.workflow import recovery
from briefing_app.workflow.editing import WHOLE, item_of, put
from tests.gui.conftest import give_up_draft

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session
    from briefing_app.model.briefing import Briefing

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")
NOW = datetime(2026, 11, 25, 15, 4, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    found = Tasks()
    yield found
    found.finish()


def journal(folder: Path, seed: int = 1) -> recovery.Journal:
    return recovery.Journal(folder, Random(seed))  # noqa: S311 - no secret


@pytest.fixture
def keeping(session: Session, tasks: Tasks, folder: Path) -> Keeping:
    return Keeping(session, tasks, journal(folder), lambda: NOW)


@pytest.fixture
def copy(vksd: Path, tmp_path: Path) -> Path:
    return tmp_path / shutil.copyfile(vksd, tmp_path / "a.briefing").name


def shown(window: MainWindow) -> Briefing:
    assert window.document.briefing is not None
    return window.document.briefing


def entries(folder: Path) -> list[str]:
    """Return the texts that are kept."""
    return [each.read_text(encoding="utf-8") for each in folder.glob("[!s]*/entry")]


def note(keeping: Keeping, folder: Path, words: str, qtbot: QtBot) -> None:
    """Look at the windows now, not at the next tick, and wait until some words are kept."""
    keeping._look()
    qtbot.waitUntil(lambda: any(words in text for text in entries(folder)))


def crash(keeping: Keeping) -> None:
    """Let all work be as a killed process leaves it: its locks are gone, its entries stay."""
    keeping._ticking.stop()
    for kept in keeping._kept.values():
        kept.work.left()
    keeping._kept.clear()


def test_an_edit_is_kept_within_a_second_and_gone_once_saved(
    opened: Open, session: Session, keeping: Keeping, folder: Path, copy: Path, qtbot: QtBot
) -> None:
    window = opened(copy)
    editor_of(session, window).apply(put(shown(window), WHOLE, {"title": "Kept title"}))
    qtbot.waitUntil(lambda: any("Kept title" in text for text in entries(folder)), timeout=2000)
    keeping._ticking.setInterval(10)
    window.actions_by_id["save"].trigger()
    qtbot.waitUntil(lambda: not entries(folder), timeout=3000)
    window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: bool(entries(folder)), timeout=3000)
    give_up_draft(window)
    window.close()
    qtbot.waitUntil(lambda: not entries(folder), timeout=3000)


def test_what_is_typed_in_a_form_is_kept_too(
    opened: Open, session: Session, keeping: Keeping, folder: Path, copy: Path, qtbot: QtBot
) -> None:
    window = opened(copy)
    window.pick("a5")
    window.actions_by_id["edit-item"].trigger()
    editor = editor_of(session, window)
    assert editor.card is not None
    editor.card.form.rows["topic"].set_text("half typed")
    note(keeping, folder, "half typed", qtbot)
    editor.card.form.rows["parties"].set_text("QQ")  # cannot stand: what stood last is kept
    keeping._look()
    editor.cancel()
    keeping._look()
    assert not entries(folder)


def test_what_is_typed_in_a_review_is_kept_too(
    opened: Open, session: Session, keeping: Keeping, folder: Path, copy: Path, qtbot: QtBot
) -> None:
    from briefing_app.gui.reviewing import Reviewing

    window = opened(copy)
    window.pick("a5")
    window.actions_by_id["review"].trigger()
    review = window.findChild(Reviewing)
    assert review is not None
    assert review.list.card is not None
    review.list.card.begin_edit()
    form = review.list.card.form
    assert form is not None
    form.form.rows["topic"].set_text("half reviewed")
    note(keeping, folder, "half reviewed", qtbot)
    form.form.rows["parties"].set_text("QQ")
    assert review._would_be() is None
    review.list.card.end_edit()


def buttons(widget: QWidget, word: str) -> list[Button]:
    return [each for each in widget.findChildren(Button) if each.accessibleName() == word]


@pytest.fixture
def left(folder: Path, copy: Path) -> Path:
    """Return a file that was edited when the program ended badly."""
    snapshot = read_snapshot(copy)
    assert snapshot.briefing is not None
    work = journal(folder).begin(copy, snapshot.digest)
    assert work.note(put(snapshot.briefing, "a5", {"topic": "recovered topic"})[0], NOW) is None
    work.left()
    return copy


Offer = Callable[[], tuple[Keeping, RecoveredDialog]]


@pytest.fixture
def offer(session: Session, tasks: Tasks, folder: Path, qtbot: QtBot) -> Offer:
    """Return what starts again, with a window, and gives what is offered there."""

    def start() -> tuple[Keeping, RecoveredDialog]:
        session.open(())
        again = Keeping(session, tasks, journal(folder, 2), lambda: NOW)
        again.recover()
        window = session.windows[-1]
        qtbot.waitUntil(lambda: window.findChild(RecoveredDialog) is not None, timeout=3000)
        dialog = window.findChild(RecoveredDialog)
        assert dialog is not None
        return again, dialog

    return start


def test_work_that_a_window_left_is_offered_with_what_differs_and_taken_up(
    opened: Open, keeping: Keeping, copy: Path, offer: Offer, folder: Path, qtbot: QtBot
) -> None:
    session = keeping._session
    before, window = copy.read_bytes(), opened(copy)
    editor_of(session, window).apply(put(shown(window), "a5", {"topic": "recovered topic"}))
    note(keeping, folder, "recovered topic", qtbot)
    crash(keeping)
    give_up_draft(window)
    window.close()
    assert copy.read_bytes() == before
    again, dialog = offer()
    words = " ".join(line.text() for line in dialog.findChildren(TextLine))
    assert "recovered topic" in words
    assert "a.briefing" in words
    (button,) = buttons(dialog, "Recover")
    button.click()
    window = session.windows[-1]
    assert item_of(shown(window), "a5").topic == "recovered topic"  # type: ignore[attr-defined]
    assert window.document.unsaved
    assert "Edited" in window.windowTitle()
    assert window.actions_by_id["undo"].text() == "&Undo: take up recovered work"
    again._look()
    assert len(entries(folder)) == 1  # it is kept on
    window.actions_by_id["save"].trigger()
    assert "recovered topic" in copy.read_text(encoding="utf-8")
    again._look()
    assert not entries(folder)


def test_what_is_left_undecided_is_offered_again_and_what_is_discarded_is_not(
    left: Path, offer: Offer, folder: Path, qtbot: QtBot
) -> None:
    _, dialog = offer()
    dialog.reject()
    assert len(entries(folder)) == 1
    qtbot.wait(10)
    _, dialog = offer()
    (button,) = buttons(dialog, "Discard")
    button.click()
    assert entries(folder) == []


@pytest.mark.parametrize("became", ["changed", "gone"])
def test_a_file_that_became_another_one_is_not_written_over(
    session: Session, left: Path, offer: Offer, became: str
) -> None:
    other = left.read_bytes().replace(b"Mine-laying", b"Mining")
    if became == "changed":
        left.write_bytes(other)
    else:
        left.unlink()
    _, dialog = offer()
    words = " ".join(line.text() for line in dialog.findChildren(TextLine))
    assert ("has changed since" in words) == (became == "changed")
    assert ("is gone" in words) == (became == "gone")
    buttons(dialog, "Recover")[0].click()
    window = session.windows[-1]
    assert window.document.snapshot is not None
    assert window.document.snapshot.draft == (became == "gone")
    if became == "changed":
        window.actions_by_id["save"].trigger()
        assert left.read_bytes() == other
        assert "Not saved" in window.frame.status.text.text()
    give_up_draft(window)


def test_a_draft_is_kept_and_comes_back_as_one(
    session: Session, keeping: Keeping, folder: Path, offer: Offer, vksd: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    briefing = read_snapshot(vksd).briefing
    assert briefing is not None
    session.open(())
    window = session.windows[-1]
    session.place(Snapshot(tmp_path / "new.briefing", briefing, draft=True), window)
    note(keeping, folder, briefing.title, qtbot)
    crash(keeping)
    give_up_draft(window)
    window.close()
    _, dialog = offer()
    assert any("A draft in no file" in line.text() for line in dialog.findChildren(TextLine))
    buttons(dialog, "Recover")[0].click()
    snapshot = session.windows[-1].document.snapshot
    assert snapshot is not None
    assert snapshot.draft
    assert to_text(shown(session.windows[-1])) == to_text(briefing)
    give_up_draft(session.windows[-1])


def test_what_is_in_the_way_of_keeping_is_told_once(
    opened: Open, session: Session, tasks: Tasks, copy: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("no folder")
    keeping = Keeping(session, tasks, journal(tmp_path / "file" / "journal"), lambda: NOW)
    window = opened(copy)
    editor_of(session, window).apply(put(shown(window), WHOLE, {"title": "One"}))
    keeping._look()
    qtbot.waitUntil(window.frame.status.isVisible, timeout=3000)
    words = window.frame.status.text.text()
    assert "journal" in words
    window.frame.status.close_line()
    editor_of(session, window).apply(put(shown(window), WHOLE, {"title": "Two"}))
    keeping._look()
    qtbot.wait(200)
    assert not window.frame.status.isVisible()


def test_a_broken_entry_is_told_and_in_nobodys_way(
    session: Session, tasks: Tasks, left: Path, folder: Path, qtbot: QtBot
) -> None:
    for each in folder.glob("*/entry"):
        each.write_bytes(each.read_bytes()[:200])
    session.open(())
    Keeping(session, tasks, journal(folder, 2), lambda: NOW).recover()
    window = session.windows[-1]
    qtbot.waitUntil(window.frame.status.isVisible, timeout=3000)
    assert window.findChild(RecoveredDialog) is None


def test_what_follows_a_save_belongs_to_the_file(
    opened: Open, session: Session, keeping: Keeping, copy: Path, qtbot: QtBot
) -> None:
    window = opened(copy)
    editor = editor_of(session, window)
    editor.apply(put(shown(window), WHOLE, {"title": "One"}))
    keeping._look()
    first = keeping._kept[window]
    window.actions_by_id["save"].trigger()
    editor.apply(put(shown(window), WHOLE, {"title": "Two"}))
    keeping._look()  # before it saw that nothing was unsaved
    second = keeping._kept[window]
    assert second.work is not first.work
    assert window.document.snapshot is not None
    assert second.belongs == (copy, window.document.snapshot.digest)
