"""The thread of a review goes with it, however it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.gui.panels.thread import Thread
from briefing_app.gui.session import read_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)")


def test_where_the_file_is_no_briefing_any_more_the_thread_goes_too(
    opened: Callable[..., MainWindow], vksd: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened(vksd)
    sound = window.document.snapshot
    assert sound is not None
    window.actions_by_id["review"].trigger()
    assert window.findChildren(Thread)
    faulty = tmp_path / "faulty.briefing"
    faulty.write_bytes(vksd.read_bytes()[:-20])
    window.document.show(read_snapshot(faulty)._replace(path=vksd))
    window.document.show(sound)
    qtbot.waitUntil(lambda: not window.findChildren(Thread))
    window.grab()
