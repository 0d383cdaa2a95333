"""The real process in a real window: found by its title, seen not to be blank, ended by its own key."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NEEDED = ("Xvfb", "xvfb-run", "xdotool", "xauth")
TITLE = "19th Korea-U.S. Integrated Defense Dialogue"
PATIENCE = 30.0


@pytest.fixture(scope="module")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the name of a virtual screen that stays for all journeys of this file."""
    absent = [program for program in NEEDED if shutil.which(program) is None]
    if absent:
        pytest.skip(f"not installed: {', '.join(absent)}")
    reading, writing = os.pipe()
    screen = ("-screen", "0", "1600x1200x24", "-noreset", "-nolisten", "tcp", "-displayfd", str(writing))
    log = (tmp_path_factory.mktemp("screen") / "log").open("wb")
    server = subprocess.Popen(["Xvfb", *screen], pass_fds=[writing], stdout=log, stderr=log)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    if not number:
        pytest.skip("the virtual screen did not start")
    yield f":{number}"
    server.terminate()
    server.wait(10)
    log.close()


@pytest.fixture
def start(display: str, tmp_path: Path, root: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Return what starts the program on the virtual screen, with settings of its own."""
    running: list[subprocess.Popen[str]] = []
    environment = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    environment |= {
        "DISPLAY": display,
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
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


def xdotool(display: str, *arguments: str) -> str:
    """Return what xdotool says, empty where it fails."""
    done = subprocess.run(
        ["xdotool", *arguments],
        env=os.environ | {"DISPLAY": display},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip()


def window(display: str, program: subprocess.Popen[str], title: str) -> str:
    """Return the id of the window whose title begins so, once it is there."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = xdotool(display, "search", "--onlyvisible", "--name", f"^{title}")
        if found:
            return found.splitlines()[0]
        if program.poll() is not None:
            break
        time.sleep(0.1)
    program.kill()
    pytest.fail(f"no window {title!r}: {program.communicate()}")


def colours(display: str, folder: Path) -> int:
    """Return how many colours the whole screen shows."""
    from PySide6.QtGui import QImage

    shot = folder / "screen.png"
    code = (
        "import sys; from PySide6.QtGui import QGuiApplication; app = QGuiApplication(sys.argv);"
        "app.primaryScreen().grabWindow(0).save(sys.argv[1])"
    )
    environment = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    subprocess.run([sys.executable, "-c", code, shot], env=environment | {"DISPLAY": display}, check=True)
    picture = QImage(str(shot))
    assert not picture.isNull()
    step = 3
    spots = [(x, y) for x in range(0, picture.width(), step) for y in range(0, picture.height(), step)]
    return len({picture.pixel(x, y) for x, y in spots})


def close_with_keys(display: str, program: subprocess.Popen[str], found: str) -> int:
    """Press Ctrl+Q in a window and return the exit status of the program.

    A window that was just mapped may not take keys yet, so the key is pressed until it is heard.
    """
    end = time.monotonic() + PATIENCE
    while program.poll() is None and time.monotonic() < end:
        xdotool(display, "windowfocus", found)
        xdotool(display, "key", "ctrl+q")
        with contextlib.suppress(subprocess.TimeoutExpired):
            program.wait(1)
    return program.wait(1)


def test_a_sample_opens_is_drawn_and_closes(
    start: Callable[..., subprocess.Popen[str]], display: str, kidd_file: Path, tmp_path: Path
) -> None:
    program = start(kidd_file)
    found = window(display, program, TITLE)
    time.sleep(0.5)  # what is mapped is not yet painted
    assert colours(display, tmp_path) > 50
    assert close_with_keys(display, program, found) == 0
    assert program.communicate() == ("", "")


def test_what_was_open_comes_back(
    start: Callable[..., subprocess.Popen[str]], display: str, kidd_file: Path
) -> None:
    first = start(kidd_file)
    assert close_with_keys(display, first, window(display, first, TITLE)) == 0
    second = start()
    assert close_with_keys(display, second, window(display, second, TITLE)) == 0


def test_a_damaged_file_opens_a_window_that_says_so(
    start: Callable[..., subprocess.Popen[str]], display: str, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.briefing"
    bad.write_text('{"format": "briefing/1",')
    program = start(bad)
    assert close_with_keys(display, program, window(display, program, "bad.briefing: problems")) == 0


def test_ctrl_c_ends_the_program_without_a_trace(
    start: Callable[..., subprocess.Popen[str]], display: str, kidd_file: Path
) -> None:
    program = start(kidd_file)
    window(display, program, TITLE)
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
