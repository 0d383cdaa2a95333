"""The program on a bus of its own with assistive technology, and what reads it there as that does."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    Node = dict[str, Any]

PROGRAMS = ("Xvfb", "dbus-run-session")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SYSTEM_PYTHON = "/usr/bin/python3"  # pyatspi is a package of the system, not of an index


def launcher(*more: str) -> str:
    """Return what starts the bus of assistive technology; skip where it or one of `more` is not there."""
    absent = [name for name in (*PROGRAMS, *more) if shutil.which(name) is None]
    found = [name for name in LAUNCHERS if Path(name).exists()]
    if not found:
        absent.append("at-spi2-core")
    asked = [SYSTEM_PYTHON, "-c", "import pyatspi"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(asked, capture_output=True, check=False).returncode:
        absent.append(f"python3-pyatspi ({SYSTEM_PYTHON} cannot import it)")
    if absent:
        pytest.skip(f"not installed: {', '.join(absent)}")
    return found[0]


class Seen(NamedTuple):
    """What is told of a node that is shown."""

    name: str
    role: str
    focused: bool


class Reader:
    """A screen reader on the bus of one run of the program."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def ask(self, *command: str | int | bool) -> Any:
        """Give a command and return the answer."""
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(command) + "\n")
        process.stdin.flush()
        for line in process.stdout:
            if line.startswith("answer "):
                return json.loads(line.removeprefix("answer "))
        pytest.fail(f"the reader ended with {process.wait(10)}")

    def tree(self) -> list[Node]:
        """Return all nodes in the order in which they are told."""
        found: list[Node] = self.ask("tree")
        return found

    def seen(self, title: str) -> list[Seen]:
        """Return what is shown of the window of a title and of the menus over it."""
        return [Seen(*each) for each in self.ask("seen", title)]

    def find(self, title: str, name: str, role: str) -> Node | None:
        """Return name and extents of a control of that window, with the extents of all that it lies in."""
        found: Node | None = self.ask("find", title, name, role)
        return found


@contextmanager
def reading(bus: str, root: Path, home: Path, display: str, *files: Path) -> Iterator[Reader]:
    """Start the program on a screen and on a bus of its own, and return what reads it.

    Args:
        bus: what starts the bus.
        root: the folder of the checkout.
        home: the home of the user, with settings of its own.
        display: the screen.
        *files: what the program opens.
    """
    environment = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    environment |= {"DISPLAY": display, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHONUTF8": "1"}
    environment |= {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "STATE", "DATA")}
    environment |= {"HOME": str(home), "CUPS_SERVER": str(home / "no-printer")}
    script = 'bus=$1; python=$2; reader=$3; aloud=$4; shift 4; "$bus" --launch-immediately &'
    script += ' "$python" -m briefing_app "$@" & exec "$reader" "$aloud"'
    aloud = root / "tests" / "soak" / "aloud.py"
    command = ["dbus-run-session", "--", "sh", "-c", script, "sh", bus, sys.executable, SYSTEM_PYTHON]
    with (home / "log").open("w") as log:
        process = subprocess.Popen(
            [*command, str(aloud), *map(str, files)],
            cwd=root,
            env=environment,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            start_new_session=True,
        )
        try:
            yield Reader(process)
        finally:  # the reader, the program and their bus are one group of processes
            os.killpg(process.pid, signal.SIGTERM)
            process.communicate(timeout=20)
