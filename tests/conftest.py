"""What holds for every test: no display is needed, nothing is logged unexpectedly, no window stays behind."""

from __future__ import annotations

import gc
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

# Before Qt is imported by anything, pytest-qt included. The platform's own screen is so small that a window
# would be drawn for that first, and then anew for the size that a test wants.
SCREEN = Path(__file__).with_name("screen.json")
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[1]

# No example fails because the machine was slow; in CI the same examples are tried each time, and `make soak`
# tries many more.
settings.register_profile(
    "house",
    settings.get_profile("ci" if os.environ.get("CI") else "default"),
    deadline=None,
    max_examples=int(os.environ.get("EXAMPLES", "40")),
)
settings.load_profile("house")
# Of what takes long for one example.
FEWER = settings().max_examples // 4


def _set_aside() -> None:
    """Let the collector pass over what lives as long as the run: after each test it looks for windows."""
    gc.collect()
    gc.freeze()


def pytest_collection_finish() -> None:
    """Set aside what was imported and collected."""
    _set_aside()


@pytest.fixture(scope="module", autouse=True)
def _kept_is_set_aside() -> Iterator[None]:
    """Set aside what the tests of a file have left: lexicons, drafts, what was imported on the way."""
    yield
    _set_aside()


class _Overheard(logging.Handler):
    """Keeps what is logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record as a line."""
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _silence(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test during which something was logged, unless it asks for `caplog` and so looks itself."""
    handler = _Overheard()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if handler.lines and "caplog" not in request.fixturenames:
        pytest.fail("logged unexpectedly:\n" + "\n".join(handler.lines))


# Windows that the tests of a file share; closed by who opened them.
SHARED_WINDOWS: list[MainWindow] = []


def _shared(widget: QWidget | None) -> bool:
    """Tell whether a window is one that tests share, or belongs to one."""
    while widget is not None and widget not in SHARED_WINDOWS:
        widget = widget.parentWidget()
    return widget is not None


def remaining_windows() -> list[str]:
    """Let Qt delete what was marked for deletion; name, then delete, the windows that are still there."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    gc.collect()
    for _ in range(2):  # a deleted window may mark others
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()
    left = [each for each in QApplication.topLevelWidgets() if not _shared(each)]
    names = [f"{type(window).__name__} {window.objectName()!r} {window.windowTitle()!r}" for window in left]
    for window in left:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return names


@pytest.fixture(autouse=True)
def _no_window_left() -> Iterator[None]:
    """Fail a test that leaves a top-level window alive, shown or not: such windows leak into later tests."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or all(map(_shared, widgets.QApplication.topLevelWidgets())):
        return
    names = remaining_windows()
    if names:
        pytest.fail("windows left alive:\n" + "\n".join(names))


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of study material beside the checkout, or skip where there is none."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"no folder {folder.name!r} beside the checkout")
    return folder
