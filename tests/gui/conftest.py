"""What the tests of the window share: a session with settings of its own, closed again at the end."""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.gui import theme
from briefing_app.gui.session import Session
from briefing_app.gui.settings import Settings
from briefing_app.gui.tasks import Tasks
from tests.conftest import SHARED_WINDOWS, remaining_windows
from tests.gui.problem_steps import write_faulty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from briefing_app.gui.editing import Editor
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


@contextmanager
def session_of(app: QApplication, settings: Settings) -> Iterator[Session]:
    """Give a session without a window; at the end its windows are closed, whatever they hold."""
    theme.install_fonts()
    font, palette = app.font(), app.palette()
    tasks = Tasks()
    found = Session(app, settings, tasks, TODAY, now)
    yield found
    for window in tuple(found.windows):
        give_up_draft(window)
        window.close()
    tasks.finish()
    found.deleteLater()
    app.clipboard().clear()  # what Python put there brings the offscreen platform down when it ends
    app.setFont(font)
    app.setPalette(palette)


def open_in(session: Session, qtbot: QtBot, files: Sequence[Path], width: int, height: int) -> MainWindow:
    """Open files; return the window of the last one, with all of its page laid out."""
    session.open(files)
    window = session.windows[-1]
    window.resize(width, height)
    qtbot.wait(1)  # the layout follows the width one turn of the event loop later
    qtbot.waitUntil(window.frame.isVisible)
    window.frame.brief.add_rest()  # else it comes after the first paint
    qtbot.wait(1)
    return window


@pytest.fixture
def session(qapp: QApplication, settings: Settings) -> Iterator[Session]:
    """Return a session without a window; its windows are closed at the end."""
    with session_of(qapp, settings) as found:
        yield found


@pytest.fixture
def opened(session: Session, qtbot: QtBot) -> Callable[..., MainWindow]:
    """Return what opens files and gives the window of the last one, 1280 by 800 px unless told otherwise."""

    def open_files(*files: Path, width: int = 1280, height: int = 800) -> MainWindow:
        return open_in(session, qtbot, files, width, height)

    return open_files


@pytest.fixture(scope="module")
def _shared_session(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Return the session of the windows that the tests of a file share."""
    folder = tmp_path_factory.mktemp("shared")
    settings = Settings(folder / "config" / "settings.json")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        with session_of(qapp, settings) as found:
            yield found
    del SHARED_WINDOWS[:], found
    assert remaining_windows() == []


@pytest.fixture
def standing(_shared_session: Session, qtbot: QtBot) -> Callable[..., MainWindow]:
    """Return what gives the window of a file that the tests of this file share: 1280 by 800 px, or as told.

    For tests that only look, or leave the window as they found it: opening it is what takes their time.
    """

    def find(file: Path, width: int = 1280, height: int = 800) -> MainWindow:
        for window in SHARED_WINDOWS:
            snapshot = window.document.snapshot
            if snapshot is not None and snapshot.path == file:
                if (window.width(), window.height()) != (width, height):
                    window.resize(width, height)
                    qtbot.wait(1)
                return window
        SHARED_WINDOWS.append(open_in(_shared_session, qtbot, (file,), width, height))
        return SHARED_WINDOWS[-1]

    return find


@pytest.fixture(scope="module")
def copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sample with every part, which the tests of a file share."""
    sample = root / "resources" / "examples" / "vksd-14.briefing"
    return Path(shutil.copyfile(sample, tmp_path_factory.mktemp("copy") / "a.briefing"))


@pytest.fixture
def lent_copy(standing: Callable[..., MainWindow], copy: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """Return the window of that copy; what a test does in it is taken back afterwards."""
    from tests.gui.lent import lent

    with lent(standing(copy), qtbot) as found:
        yield found


@pytest.fixture
def editor(lent_copy: MainWindow, _shared_session: Session) -> Editor:
    """Return what edits in the window that is lent with a copy."""
    from briefing_app.gui.edit_acts import editor_of

    return editor_of(_shared_session, lent_copy)
