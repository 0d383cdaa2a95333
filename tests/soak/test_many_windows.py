"""Fifty windows, opened and closed several at a time, leave nothing behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.gui.test_many_windows import check_windows_leave_nothing, copies

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.session import Session

pytestmark = [
    pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)"),
    pytest.mark.timeout(180),
]


def test_fifty_windows_leave_nothing(session: Session, kidd: Path, tmp_path: Path, qtbot: QtBot) -> None:
    check_windows_leave_nothing(session, copies(kidd, tmp_path, 50), qtbot)
