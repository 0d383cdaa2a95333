"""Windows that were closed are gone: no widget, no thread, no object of theirs stays."""

from __future__ import annotations

import gc
import threading
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session

    Change = Callable[[Path, Callable[[dict[str, object]], object]], Path]

pytestmark = [
    pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)"),
    pytest.mark.timeout(180),
]

ONE_ROUND = 5
GROWTH = 150  # QObjects that Python may know more of after many windows; one window has over 2,000


def settled() -> Counter[str]:
    """Return how many objects there are of each class once all that is to be deleted is.

    Python knows those that it made or met; Qt knows all widgets and what belongs to the application.
    """
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()
        gc.collect()
    found = Counter(type(each).__name__ for each in gc.get_objects() if isinstance(each, QObject))
    app = QApplication.instance()
    assert app is not None
    return found + Counter(
        {"any widget": len(QApplication.allWidgets()), "the application's": len(app.children())}
    )


def use(window: MainWindow, qtbot: QtBot) -> None:
    """Do in a window what a reader does."""
    window.resize(1280, 800)
    qtbot.waitUntil(window.frame.isVisible)
    rows = window.frame.brief.rows()
    window.pick(rows[len(rows) // 2].item)
    window.actions_by_id["sidebar"].trigger()
    window.resize(960, 600)
    qtbot.wait(1)
    window.actions_by_id["copy-citation"].trigger()
    window.actions_by_id["about"].trigger()


def copies(kidd: Path, tmp_path: Path, count: int) -> list[Path]:
    """Return files with a briefing each: one file opens in one window only."""
    text = kidd.read_bytes()
    found = [tmp_path / f"copy-{n}.briefing" for n in range(count)]
    for path in found:
        path.write_bytes(text)
    return found


def check_windows_leave_nothing(session: Session, files: list[Path], qtbot: QtBot) -> None:
    """Open and close a window for each file, several at a time as they are at a desk; fail if more stays."""
    before: Counter[str] = Counter()
    threads = 0
    for start in range(0, len(files), ONE_ROUND):
        session.open(files[start : start + ONE_ROUND])
        assert len(session.windows) == ONE_ROUND
        for n, window in enumerate(tuple(session.windows)):
            if not n:
                use(window, qtbot)
            window.close()
        assert session.windows == []
        if not start:
            before, threads = settled(), threading.active_count()  # what is made once is made by now
    after = settled()
    assert QApplication.topLevelWidgets() == []
    more = after - before
    assert sum(more.values()) <= GROWTH, more.most_common(12)
    assert threading.active_count() <= threads


@pytest.mark.no_cover
def test_ten_windows_leave_nothing(session: Session, kidd: Path, tmp_path: Path, qtbot: QtBot) -> None:
    """The long proofs open fifty."""
    check_windows_leave_nothing(session, copies(kidd, tmp_path, 2 * ONE_ROUND), qtbot)


def test_a_window_that_shows_other_files_keeps_none_of_them(
    session: Session, kidd: Path, vksd: Path, qtbot: QtBot
) -> None:
    """One window that goes from file to file, and from width to width, does not grow."""
    from briefing_app.gui.session import read_snapshot

    session.open((kidd,))
    window = session.windows[0]
    before: Counter[str] = Counter()
    for n in range(8):
        window.show_snapshot(read_snapshot((kidd, vksd)[n % 2]))
        window.resize((1280, 960)[n // 2 % 2], 800)
        qtbot.wait(1)
        window.frame.brief.rows()
        if n == 3:  # both files were shown in both layouts, and so they are after the last one
            before = settled()
    more = settled() - before
    assert sum(more.values()) <= GROWTH, more.most_common(12)


def test_objects_that_stay_are_counted(qtbot: QtBot) -> None:
    before = settled()
    kept = [QObject() for _ in range(GROWTH + 1)]
    assert sum((settled() - before).values()) > GROWTH
    assert kept
