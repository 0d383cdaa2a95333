"""What the journeys share: a virtual screen, and the program on it with settings of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.journeys.screen import virtual_screen, window_manager

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.journeys.screen import Screen

NEEDED = ("Xvfb", "xdotool")


def require(*programs: str) -> None:
    """Skip, and say why, where a program is not installed."""
    absent = [program for program in programs if shutil.which(program) is None]
    if absent:
        pytest.skip(f"not installed: {', '.join(absent)}")


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """Return a virtual screen that stays for all journeys of a file."""
    require(*NEEDED)
    with virtual_screen(tmp_path_factory.mktemp("screen")) as screen:
        yield screen


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return the home of the user of this test."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def start(screen: Screen, home: Path, root: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Return what starts the program on the virtual screen, with a home and settings of its own."""
    running: list[subprocess.Popen[str]] = []
    environment = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    environment |= {
        "DISPLAY": screen.display,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_DATA_HOME": str(home / "data"),
        "CUPS_SERVER": str(home / "no-printer"),  # the same everywhere: no printer is installed
    }

    def begin(*arguments: str | Path) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "briefing_app", *map(str, arguments)]
        running.append(
            subprocess.Popen(
                command, cwd=root, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
        )
        return running[-1]

    yield begin
    for program in running:
        if program.poll() is None:
            program.kill()
        program.communicate()


@pytest.fixture
def desktop(screen: Screen, home: Path) -> Iterator[Screen]:
    """Return the screen with a window manager, which gives the keyboard to the window in front."""
    require("openbox")
    with window_manager(screen, home):
        yield screen
