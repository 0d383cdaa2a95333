"""What the windows stand on is set aside, and looked through again when a briefing goes."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from briefing_app.gui import garbage
from briefing_app.gui.garbage import Garbage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)")


@pytest.fixture
def collecting(session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Garbage]]:
    """Return what begins to look for garbage, as the program does when its first window stands."""
    monkeypatch.setattr(garbage, "_QUIET", 20)
    gc.disable()
    yield lambda: Garbage(session)
    gc.enable()
    gc.unfreeze()


def test_what_is_shown_is_set_aside_until_something_else_is(
    opened: Callable[..., MainWindow],
    session: Session,
    collecting: Callable[[], Garbage],
    kidd: Path,
    qtbot: QtBot,
) -> None:
    window = opened(kidd)
    collecting()
    assert gc.isenabled()
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 1000)
    assert window.document.snapshot is not None
    window.show_snapshot(window.document.snapshot)
    assert gc.get_freeze_count() == 0
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 1000)
    window.close()
    assert gc.get_freeze_count() == 0
    assert session.windows == []
