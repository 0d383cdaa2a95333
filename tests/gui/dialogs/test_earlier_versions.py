"""Earlier versions in the real window: what is listed and previewed, compared and restored."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.gui.comparing import Comparing
from briefing_app.gui.dialogs.earlier_versions import EarlierVersions
from briefing_app.gui.edit_acts import editor_of
from briefing_app.model.canonical import to_text
from briefing_app.workflow import versions
from briefing_app.workflow.arranging import remove
from briefing_app.workflow.editing import put
from briefing_app.workflow.exporting import Choice, export_file
from tests.gui.conftest import NOW
from tests.gui.lending import lending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session
    from briefing_app.model.briefing import Briefing

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")

STEPS = 4  # of the window that these tests share


@pytest.fixture
def copy(kidd: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(kidd, tmp_path / "a.briefing"))


def shown(window: MainWindow) -> Briefing:
    assert window.document.briefing is not None
    return window.document.briefing


@pytest.fixture(scope="module")
def edited(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of the window that these tests share."""
    sample = root / "resources" / "examples" / "vksd-14.briefing"
    return Path(shutil.copyfile(sample, tmp_path_factory.mktemp("edited") / "a.briefing"))


@pytest.fixture
def window(standing: Open, _shared_session: Session, edited: Path) -> Iterator[MainWindow]:
    """Return a window with three saved versions, and an edit since."""
    with lending(standing) as lend:
        window = lend(edited)
        if not steps(window):
            save_three(_shared_session, window)
            editor_of(_shared_session, window).apply(
                put(shown(window), "a1", {"statement": "Build a bridge"})
            )
        yield window
    while steps(window) > STEPS:
        window.actions_by_id["undo"].trigger()
    while steps(window) < STEPS:
        window.actions_by_id["redo"].trigger()


def steps(window: MainWindow) -> int:
    """Return how many steps were taken in a window."""
    snapshot = window.document.snapshot
    return len(snapshot.work.done) if snapshot is not None and snapshot.work is not None else 0


def save_three(session: Session, window: MainWindow) -> None:
    """Save three times within an hour or two of the day before, something removed each time."""
    session.versions.clock = lambda: NOW - timedelta(days=1)
    for n, name in enumerate(("a5", "a6", "a3")):
        editor_of(session, window).apply(remove(shown(window), name))
        session.versions.clock = lambda n=n: NOW - timedelta(days=1) + timedelta(hours=n)  # type: ignore[misc]
        window.actions_by_id["save"].trigger()
    session.versions.clock = lambda: NOW


def listing(window: MainWindow, qtbot: QtBot) -> EarlierVersions:
    """Open the dialog by its action, and wait until every version is read."""
    window.actions_by_id["versions"].trigger()
    dialog = next(each for each in window.findChildren(EarlierVersions) if each.isVisible())
    qtbot.waitUntil(lambda: all("Being read" not in row.changed.text() for row in dialog.rows))
    return dialog


def test_each_version_tells_when_it_was_saved_and_what_it_changed(window: MainWindow, qtbot: QtBot) -> None:
    dialog = listing(window, qtbot)
    assert len(dialog.rows) == 4, "what was read, and three saves"
    at = (NOW - timedelta(days=1)).astimezone()
    assert dialog.rows[2].accessibleName().startswith(f"Yesterday, {at:%H:%M}. 1 removed: ")
    assert "The oldest version that is kept." in dialog.rows[3].accessibleName()
    assert dialog.rows[0].accessibleName().startswith("Yesterday, ")
    assert "1 removed: " in dialog.rows[0].changed.text()
    assert "kB" in dialog.rows[0].accessibleName()
    dialog.reject()


def test_keys_go_from_version_to_version_and_show_what_has_changed_since(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = listing(window, qtbot)
    assert dialog.counted.text() == "1 changed"
    for _ in range(2):
        row = dialog.focusWidget()
        assert row is not None
        QTest.keyClick(row, Qt.Key.Key_Down)
    assert dialog.focusWidget() is dialog.rows[2]
    assert dialog.counted.text() == "2 removed · 1 changed"
    assert len(dialog.changes.lines) == 4, "a heading and three changes"
    QTest.keyClick(dialog.rows[2], Qt.Key.Key_Return)
    held = window.frame.holder.held
    assert isinstance(held, Comparing)
    assert held.changes.told.text() == "2 removed · 1 changed"
    assert held.changes.before.text().startswith("Before: version of 24 November 2026, ")


def test_restoring_is_one_step_that_undo_takes_back_and_nothing_is_saved(
    window: MainWindow, edited: Path, qtbot: QtBot
) -> None:
    before, saved = to_text(shown(window)), edited.read_bytes()
    oldest = versions.kept(edited).versions[2].kept.read_bytes()
    dialog = listing(window, qtbot)
    dialog.rows[2].click()
    dialog.restore.click()
    assert to_text(shown(window)).encode() == oldest
    assert edited.read_bytes() == saved
    assert "Edited" in window.windowTitle()
    assert "Nothing is saved yet." in window.frame.status.text.text()
    undo = window.actions_by_id["undo"]
    at = (NOW - timedelta(days=1)).astimezone()
    assert undo.text() == f"&Undo: restore version of {at:24 November 2026, %H:%M}"
    undo.trigger()
    assert to_text(shown(window)) == before
    window.actions_by_id["redo"].trigger()
    assert to_text(shown(window)).encode() == oldest
    assert len(versions.kept(edited).versions) == 4


def test_a_version_that_is_what_is_shown_can_not_be_restored(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_id["undo"].trigger()
    dialog = listing(window, qtbot)
    assert dialog.heading.text() == "The same as what is shown now"
    assert not dialog.restore.isEnabled()
    assert not dialog.compare.isEnabled()
    dialog.reject()


def test_a_broken_version_is_a_sentence(window: MainWindow, edited: Path, qtbot: QtBot) -> None:
    broken = versions.kept(edited).versions[1].kept
    whole = broken.read_bytes()
    broken.write_bytes(b"{")
    (broken.parent / "stray").write_text("x")
    dialog = listing(window, qtbot)
    dialog.rows[1].click()
    assert dialog.heading.text() == "This version cannot be shown"
    assert "is damaged" in dialog.counted.text() or "no longer kept" in dialog.counted.text()
    assert not dialog.restore.isEnabled()
    dialog.rows[2].click()
    assert dialog.restore.isEnabled()
    dialog.reject()
    broken.write_bytes(whole)


def test_where_there_is_none_it_says_when_one_is_kept(opened: Open, copy: Path, qtbot: QtBot) -> None:
    dialog = listing(opened(copy), qtbot)
    assert dialog.rows == []
    assert not dialog.restore.isVisible()
    texts = [each.accessibleName() for each in dialog.findChildren(type(dialog.heading))]
    assert "No version is kept yet" in texts
    assert "A version is kept at each save, the last ten, on this computer alone." in texts
    QTest.keyClick(dialog, Qt.Key.Key_Down)
    dialog.reject()


def test_what_is_read_only_can_be_compared_and_not_restored(
    opened: Open, copy: Path, changed_copy: Callable[..., Path], qtbot: QtBot
) -> None:
    pdf = copy.with_name("a.pdf")
    assert export_file(copy, pdf, Choice()) == ()
    before = changed_copy(copy, lambda tree: tree["agreements"].pop())
    versions.keep(pdf, before.read_bytes(), NOW)
    other = opened(pdf)
    dialog = listing(other, qtbot)
    assert not dialog.restore.isEnabled()
    assert "Read-only" in dialog.restore.accessibleDescription()
    assert dialog.compare.isEnabled()
    dialog.reject()


def test_it_fits_a_small_window_with_large_text(window: MainWindow, qtbot: QtBot) -> None:
    window.settings.change(text_size=200)
    window.resize(960, 600)
    qtbot.waitUntil(lambda: window.frame.theme.scale == 2)
    dialog = listing(window, qtbot)
    qtbot.wait(20)
    assert dialog.width() <= 960
    assert dialog.height() <= 600
    dialog.reject()
    window.settings.change(text_size=100)
    qtbot.waitUntil(lambda: window.frame.theme.scale == 1)
