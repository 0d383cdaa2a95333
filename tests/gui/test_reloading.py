"""A file that changes on disk while a window shows it, with real files and the system's own notices."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from briefing_app.gui.edit_acts import editor_of
from briefing_app.workflow.editing import WHOLE, put
from briefing_app.workflow.opening import digest_of
from tests.gui.conftest import open_in
from tests.gui.lending import lending, put_back

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QScrollBar
    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.reloading import Reloader
    from briefing_app.gui.session import Session

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")

QUIET = 60  # ms, so that the tests need not wait as long as a window does
AGAIN = "The file changed on disk and was read again."
ONE_CHANGED = "The file changed on disk and was read again: 1 changed."


@pytest.fixture(scope="module")
def copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of the window that these tests share."""
    path = tmp_path_factory.mktemp("copy") / "a.briefing"
    return Path(shutil.copyfile(root / "resources" / "examples" / "kidd-19.briefing", path))


@pytest.fixture
def shared_session(_shared_session: Session) -> Session:
    """Return the session of that window."""
    return _shared_session


@pytest.fixture
def watched(
    standing: Open, shared_session: Session, qtbot: QtBot, copy: Path, kidd: Path
) -> Iterator[MainWindow]:
    """Return a window whose file is watched; at the end its file is as it was."""
    with lending(standing) as lend:
        window = lend(copy)
        qtbot.waitUntil(lambda: shared_session._reloader is not None)
        reloader_of(shared_session)._quiet.setInterval(QUIET)
        yield window
        whole = kidd.read_bytes()
        if copy.read_bytes() != whole:
            copy.write_bytes(whole)
        qtbot.waitUntil(lambda: shows(window, digest_of(kidd)))
        put_back(window)
        assert said(window) == ""


def reloader_of(session: Session) -> Reloader:
    assert session._reloader is not None
    return session._reloader


def shows(window: MainWindow, digest: str) -> bool:
    """Tell whether a window shows a file as it has this digest."""
    snapshot = window.document.snapshot
    return snapshot is not None and snapshot.briefing is not None and snapshot.digest == digest


def renamed(text: bytes, title: str = "Another title") -> bytes:
    """Return a file's bytes with another title."""
    return text.replace(b'"title": "19th Korea-U.S.', b'"title": "' + title.encode(), 1)


def replace_by(path: Path, data: bytes) -> None:
    """Write a file as many editors do: a new one takes its place."""
    beside = path.with_name("beside.tmp")
    beside.write_bytes(data)
    beside.replace(path)


def said(window: MainWindow) -> str:
    return window.frame.status.text.text() if window.frame.status.isVisible() else ""


def assert_stays_at(bar: QScrollBar, at: int, qtbot: QtBot) -> None:
    qtbot.wait(50)
    assert abs(bar.value() - at) <= 40  # the title may take fewer lines, the status line takes room


@pytest.mark.parametrize("write", [lambda path, data: path.write_bytes(data), replace_by])
def test_a_sound_change_is_shown_with_the_selection_kept(
    watched: MainWindow, qtbot: QtBot, copy: Path, write: Callable[[Path, bytes], object]
) -> None:
    watched.pick("a5")
    bar = watched.frame.brief.verticalScrollBar()
    at = bar.maximum() - 30
    assert at > 300
    bar.setValue(at)
    write(copy, renamed(copy.read_bytes()))
    qtbot.waitUntil(lambda: watched.windowTitle().startswith("Another title"))
    assert said(watched) == ONE_CHANGED
    assert watched.selection.item == "a5"
    assert_stays_at(bar, at, qtbot)
    write(copy, renamed(copy.read_bytes().replace(b"Another title", b"19th Korea-U.S."), "A third title"))
    qtbot.waitUntil(lambda: watched.windowTitle().startswith("A third title"))


def test_a_change_that_a_shared_folder_does_not_tell_is_seen_on_coming_back(
    watched: MainWindow, shared_session: Session, qtbot: QtBot, copy: Path
) -> None:
    watcher = reloader_of(shared_session)._watcher
    watcher.blockSignals(True)  # as where the folder lies on another computer
    try:
        copy.write_bytes(renamed(copy.read_bytes()))
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
        qtbot.waitUntil(lambda: watched.windowTitle().startswith("Another title"))
    finally:
        watcher.blockSignals(False)


def test_a_change_before_the_file_is_watched_is_seen_as_well(
    session: Session, qtbot: QtBot, kidd: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copyfile(kidd, tmp_path / "a.briefing"))
    session.open((copy,))  # no turn of the event loop comes before the change
    window = session.windows[-1]
    assert session._reloader is None
    copy.write_bytes(renamed(copy.read_bytes()))
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Another title"))


def test_a_broken_change_leaves_what_is_shown_and_offers_the_problems(
    watched: MainWindow, qtbot: QtBot, copy: Path
) -> None:
    whole, title = copy.read_bytes(), watched.windowTitle()
    copy.write_bytes(whole[:-10])
    qtbot.waitUntil(lambda: "has errors" in said(watched))
    assert watched.windowTitle() == title
    assert watched.document.briefing is not None
    offer = next(
        each
        for each in watched.frame.status.findChildren(QAbstractButton)
        if each.accessibleName() == "Show the problems"
    )
    offer.click()
    assert watched.document.briefing is None
    copy.write_bytes(whole)
    qtbot.waitUntil(lambda: watched.windowTitle() == title)


def test_a_broken_change_that_is_taken_back_is_told(watched: MainWindow, qtbot: QtBot, copy: Path) -> None:
    whole = copy.read_bytes()
    copy.write_bytes(whole[:-10])
    qtbot.waitUntil(lambda: "has errors" in said(watched))
    copy.write_bytes(whole)
    qtbot.waitUntil(lambda: said(watched) == "The file on disk is again as it is shown here.")


def test_a_file_that_goes_is_told_and_seen_when_it_comes_back(
    watched: MainWindow, qtbot: QtBot, copy: Path
) -> None:
    whole, title = copy.read_bytes(), watched.windowTitle()
    copy.unlink()
    qtbot.waitUntil(lambda: "“a.briefing” is gone from its folder." in said(watched))
    assert watched.windowTitle() == title
    copy.write_bytes(renamed(whole))
    qtbot.waitUntil(lambda: watched.windowTitle().startswith("Another title"))


def test_a_file_that_only_was_touched_or_has_a_new_neighbour_is_not_told(
    watched: MainWindow, shared_session: Session, qtbot: QtBot, copy: Path
) -> None:
    quiet = reloader_of(shared_session)._quiet
    with qtbot.waitSignal(quiet.timeout):
        copy.touch()
    with qtbot.waitSignal(quiet.timeout):
        copy.with_name("neighbour.briefing").write_text("x")
    assert said(watched) == ""


def test_each_window_follows_its_own_file_and_a_closed_one_none(
    shared_session: Session, watched: MainWindow, qtbot: QtBot, copy: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copyfile(copy, tmp_path / "b.briefing"))
    second = open_in(shared_session, qtbot, (other,), 1280, 800)
    other.write_bytes(renamed(other.read_bytes()))
    qtbot.waitUntil(lambda: second.windowTitle().startswith("Another title"))
    assert said(watched) == ""
    second.close()
    reloader = reloader_of(shared_session)
    assert sorted(reloader._watcher.files()) == [str(copy)]
    assert reloader._watcher.directories() == [str(copy.parent)]


def test_what_was_saved_by_us_is_not_told_as_changed(
    watched: MainWindow, shared_session: Session, qtbot: QtBot, copy: Path
) -> None:
    copy.write_bytes(copy.read_bytes() + b"\n")  # so that a save changes it
    qtbot.waitUntil(lambda: said(watched) == AGAIN)
    watched.actions_by_id["save-as"].trigger()
    dialog = watched.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(reloader_of(shared_session)._quiet.timeout):
        dialog.fileSelected.emit(str(copy))
        dialog.reject()
        assert said(watched) == f"Saved as {copy}."
    assert said(watched) == f"Saved as {copy}."


def titled(window: MainWindow) -> str:
    assert window.document.briefing is not None
    return window.document.briefing.title


def test_reading_again_is_a_step_and_what_was_done_before_it_can_be_undone(
    session: Session, opened: Open, qtbot: QtBot, kidd: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copyfile(kidd, tmp_path / "a.briefing"))
    window = opened(copy)
    qtbot.waitUntil(lambda: session._reloader is not None)
    reloader_of(session)._quiet.setInterval(QUIET)
    first, rows = titled(window), window.actions_by_id
    editor_of(session, window).apply(put(window.document.briefing, WHOLE, {"title": "Mine"}))  # type: ignore[arg-type]
    rows["save"].trigger()
    copy.write_bytes(copy.read_bytes().replace(b'"title": "Mine"', b'"title": "Theirs"', 1))
    qtbot.waitUntil(lambda: titled(window) == "Theirs")
    assert said(window) == ONE_CHANGED
    assert not window.document.unsaved
    assert rows["undo"].text() == "&Undo: read again from disk"
    rows["undo"].trigger()
    assert titled(window) == "Mine"
    assert window.document.unsaved
    rows["undo"].trigger()
    assert titled(window) == first
    rows["redo"].trigger()
    rows["save"].trigger()
    assert said(window) == f"Saved as {copy}."
    assert b'"title": "Mine"' in copy.read_bytes()
    rows["redo"].trigger()
    assert titled(window) == "Theirs"


def test_a_file_that_is_opened_again_keeps_its_steps(
    session: Session, opened: Open, kidd: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copyfile(kidd, tmp_path / "a.briefing"))
    window = opened(copy)
    first, rows = titled(window), window.actions_by_id
    editor_of(session, window).apply(put(window.document.briefing, WHOLE, {"title": "Mine"}))  # type: ignore[arg-type]
    rows["save"].trigger()
    window.pick("a5")
    before = window.document.snapshot
    session.take((copy,))
    assert session.windows == [window]
    assert window.document.snapshot is before
    assert window.selection.item == "a5"
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    session.take((tmp_path / "link" / ".." / tmp_path.name / copy.name, tmp_path / "link" / copy.name))
    assert session.windows == [window]
    copy.write_bytes(copy.read_bytes() + b"\n")  # the same briefing in other bytes
    session.take((copy,))
    assert said(window) == AGAIN
    assert shows(window, digest_of(copy))
    rows["undo"].trigger()
    assert titled(window) == first
    session.take((copy,))  # what is not saved stays
    assert titled(window) == first
    rows["save"].trigger()
    assert said(window) == f"Saved as {copy}."
