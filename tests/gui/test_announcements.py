"""What the eye sees happen in the window, the ear is told: picked, copied, saved, exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFileDialog

from briefing_app.gui.dialogs.export import ExportDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)")


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is announced from now on, as if somebody listened; Qt itself has no listener here."""
    words: list[str] = []

    def listen(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            words.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return words


def test_copying_is_announced(opened: Open, kidd: Path, heard: list[str]) -> None:
    window = opened(kidd)
    window.pick("a1")
    heard.clear()
    window.actions_by_id["copy-citation"].trigger()
    assert heard == [window.frame.status.text.text()]
    assert "clipboard" in heard[0]


def test_picking_is_announced(opened: Open, kidd: Path, heard: list[str]) -> None:
    """The eye sees the words light up in the source; the ear is told which."""
    window = opened(kidd)
    window.pick("a1")
    (words,) = heard
    assert words.startswith("Agreed: Push for a trilateral")
    assert words.endswith("Shown in the source: Paragraph 3, 1 of 2")
    window.pick("a1", 1)
    assert len(heard) == 1, "the mark under the keyboard says itself that it is shown"


def test_nothing_is_announced_where_nobody_listens(
    opened: Open, kidd: Path, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(kidd)
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    window.pick("a1")
    assert heard == []


def test_stepping_through_passages_is_announced(opened: Open, vksd: Path, heard: list[str]) -> None:
    window = opened(vksd)
    window.pick("a1")
    heard.clear()
    window.frame.source.passage.step(1)
    assert any("2 of" in each for each in heard)


def test_saving_is_announced(
    opened: Open, kidd: Path, tmp_path: Path, heard: list[str], qtbot: QtBot
) -> None:
    window = opened(kidd)
    window.actions_by_id["save-as"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "own.briefing"))
    dialog.reject()
    qtbot.waitUntil(lambda: any("own.briefing" in each for each in heard))


def test_exporting_is_announced(
    opened: Open, kidd: Path, tmp_path: Path, heard: list[str], qtbot: QtBot
) -> None:
    window = opened(kidd)
    window.actions_by_id["export-one-page"].trigger()
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.view.pages), timeout=20_000)
    saved = tmp_path / "brief.pdf"
    dialog.save_wanted.emit(dialog.choices.choice(), saved)
    qtbot.waitUntil(lambda: bool(heard) and "brief.pdf" in heard[-1] and "…" not in heard[-1], timeout=20_000)
    assert saved.exists()
