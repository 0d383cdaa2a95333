"""The real process in a real window: found by its title, seen not to be blank, ended by its own key."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.journeys.screen import PATIENCE, eventually

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.screen import Screen

TITLE = "19th Korea-U.S. Integrated Defense Dialogue"


def window(screen: Screen, program: subprocess.Popen[str], title: str) -> str:
    """Return the id of the window whose title begins so, once it is there."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = screen.xdotool("search", "--onlyvisible", "--name", f"^{title}")
        if found:
            return found.splitlines()[0]
        if program.poll() is not None:
            break
        time.sleep(0.1)
    program.kill()
    pytest.fail(f"no window {title!r}: {program.communicate()}")


def close_with_keys(screen: Screen, program: subprocess.Popen[str], found: str) -> int:
    """Press Ctrl+Q in a window and return the exit status of the program.

    A window that was just mapped may not take keys yet, so the key is pressed until it is heard.
    """
    end = time.monotonic() + PATIENCE
    while program.poll() is None and time.monotonic() < end:
        screen.xdotool("windowfocus", found)
        screen.xdotool("key", "ctrl+q")
        with contextlib.suppress(subprocess.TimeoutExpired):
            program.wait(1)
    return program.wait(1)


def test_a_sample_opens_is_drawn_and_closes(
    start: Callable[..., subprocess.Popen[str]], screen: Screen, kidd_file: Path
) -> None:
    program = start(kidd_file)
    found = window(screen, program, TITLE)
    eventually(lambda: len(screen.colours()) > 50, "the window stays blank")
    assert close_with_keys(screen, program, found) == 0
    assert program.communicate() == ("", "")


def test_what_was_open_comes_back(
    start: Callable[..., subprocess.Popen[str]], screen: Screen, kidd_file: Path
) -> None:
    first = start(kidd_file)
    assert close_with_keys(screen, first, window(screen, first, TITLE)) == 0
    second = start()
    assert close_with_keys(screen, second, window(screen, second, TITLE)) == 0


def test_a_damaged_file_opens_a_window_that_says_so(
    start: Callable[..., subprocess.Popen[str]], screen: Screen, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.briefing"
    bad.write_text('{"format": "briefing/1",')
    program = start(bad)
    assert close_with_keys(screen, program, window(screen, program, "bad.briefing: problems")) == 0


def test_ctrl_c_ends_the_program_without_a_trace(
    start: Callable[..., subprocess.Popen[str]], screen: Screen, kidd_file: Path
) -> None:
    program = start(kidd_file)
    window(screen, program, TITLE)
    program.send_signal(signal.SIGINT)
    assert program.wait(PATIENCE) == 130
    assert program.communicate() == ("", "")


def test_without_a_display_the_reason_is_told(root: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    command = [sys.executable, "-m", "briefing_app"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "display" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def kidd_file(root: Path) -> Path:
    """Return the sample."""
    return root / "resources" / "examples" / "kidd-19.briefing"
