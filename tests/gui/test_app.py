from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMessageBox

from briefing_app.gui.app import _crash_hook, tell_crash, write_report

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support propagateSizeHints\(\)")


def the_box(qapp: QApplication) -> QMessageBox:
    """Return the message that is open."""
    return next(each for each in qapp.topLevelWidgets() if isinstance(each, QMessageBox))


def test_an_error_that_nothing_caught_is_told_and_written_down(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    hook = _crash_hook(qapp)
    try:
        int("x")
    except ValueError as error:
        hook(type(error), error, error.__traceback__)
    box = the_box(qapp)
    reports = list(tmp_path.rglob("crash-*.txt"))
    assert len(reports) == 1
    assert "ValueError" in reports[0].read_text()
    assert str(reports[0]) in box.informativeText()
    box.close()


@pytest.mark.usefixtures("qapp")
def test_where_no_report_can_be_written_the_error_is_still_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    report = write_report("trace")
    assert report is None
    box = tell_crash(report)
    assert box.isVisible()
    assert box.informativeText() == ""
    box.close()
