"""What the tests of the window share: a session with settings of its own, closed again at the end."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.gui import theme
from briefing_app.gui.session import Session
from briefing_app.gui.settings import Settings
from briefing_app.gui.tasks import Tasks
from tests.gui.problem_steps import write_faulty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 14, 4, tzinfo=UTC)


def now() -> datetime:
    """Return the time at which tests save: always the same, unless they say otherwise."""
    return NOW


@pytest.fixture
def kidd(root: Path) -> Path:
    """Return the sample without embedded text."""
    return root / "resources" / "examples" / "kidd-19.briefing"


@pytest.fixture
def vksd(root: Path) -> Path:
    """Return the sample with every part and the texts of its two sources."""
    return root / "resources" / "examples" / "vksd-14.briefing"


@pytest.fixture
def changed_copy(tmp_path: Path) -> Callable[[Path, Callable[[Any], object]], Path]:
    """Return what writes a copy of a briefing file that a function has changed."""

    def copy(path: Path, change: Callable[[Any], object]) -> Path:
        tree = json.loads(path.read_text(encoding="utf-8"))
        change(tree)
        target = tmp_path / f"changed-{path.name}"
        target.write_text(json.dumps(tree, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        return target

    return copy


@pytest.fixture
def kidd_text(kidd: Path) -> str:
    """Return the text of the sample's file."""
    return kidd.read_text(encoding="utf-8")


@pytest.fixture
def faulty(kidd_text: str, tmp_path: Path) -> Path:
    """Return a copy of the sample with three faults that can be put right."""
    return write_faulty(kidd_text, tmp_path / "a.briefing")


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Return the settings of a first start, kept in a folder of this test, as what is attached is."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return Settings(tmp_path / "config" / "settings.json")


def give_up_draft(window: MainWindow) -> None:
    """Let a window close although its draft, or what was edited, is not saved."""
    from briefing_app.gui.drafts import Guard
    from briefing_app.gui.unsaved import Unsaved

    for guard in window.findChildren(Guard):
        guard.give_up()
    for unsaved in window.findChildren(Unsaved):
        unsaved.give_up()


@pytest.fixture
def session(qapp: QApplication, settings: Settings) -> Iterator[Session]:
    """Return a session without a window; its windows are closed at the end."""
    theme.install_fonts()
    font, palette = qapp.font(), qapp.palette()
    tasks = Tasks()
    found = Session(qapp, settings, tasks, TODAY, now)
    yield found
    for window in tuple(found.windows):
        give_up_draft(window)
        window.close()
    tasks.finish()
    found.deleteLater()
    qapp.clipboard().clear()  # what Python put there brings the offscreen platform down when it ends
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.fixture
def opened(session: Session, qtbot: QtBot) -> Callable[..., MainWindow]:
    """Return what opens files and gives the window of the last one, 1280 by 800 px unless told otherwise."""

    def open_files(*files: Path, width: int = 1280, height: int = 800) -> MainWindow:
        session.open(files)
        window = session.windows[-1]
        window.resize(width, height)
        qtbot.wait(1)  # the layout follows the width one turn of the event loop later
        qtbot.waitUntil(window.frame.isVisible)
        window.frame.brief.add_rest()  # else it comes after the first paint
        qtbot.wait(1)
        return window

    return open_files
