"""Long work in a process of its own, which can be ended at any moment, and whose memory goes with it.

A thread cannot be ended, and the program would wait for it when it closes.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import asdict
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING, Any

from briefing_app.files.child import environment
from briefing_app.model.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable


class Apart:
    """Runs a module of the program as a process for each order; all that are under way can be ended.

    Attributes:
        ended: `end` was called, and `begin` was not since.
    """

    def __init__(self, module: str) -> None:
        """Make it.

        Args:
            module: reads an order from its input and writes the answer to its output.
        """
        self._module = module
        self._running: set[subprocess.Popen[bytes]] = set()
        self._lock = Lock()
        self.ended = False

    def begin(self) -> None:
        """Let work be done again after `end`."""
        with self._lock:
            self.ended = False

    def end(self) -> None:
        """End what is under way, if anything is, and begin nothing that is still to come."""
        with self._lock:
            self.ended = True
            for process in self._running:
                process.kill()

    def ask(self, order: bytes) -> bytes | None:
        """Return the answer to an order; None where it was ended, or the process failed."""
        # What a process that is ended leaves behind goes with the folder.
        with TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True) as folder:
            process = self._begun(folder)
            if process is None:
                return None
            try:
                said, _ = process.communicate(order)
            finally:
                with self._lock:
                    self._running.discard(process)
        return None if process.returncode else said

    def _begun(self, folder: str) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self.ended:
                return None
            process = subprocess.Popen(  # noqa: S603 - this Python, and a module of the program
                [sys.executable, "-P", "-m", self._module],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=environment() | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            self._running.add(process)
            return process


def told(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Return problems as JSON can hold them."""
    return [asdict(problem) for problem in problems]


def heard(problems: list[dict[str, Any]]) -> tuple[Problem, ...]:
    """Return problems as they were before `told`."""
    places = (Place(**{**each["where"], "steps": tuple(each["where"]["steps"])}) for each in problems)
    return tuple(
        Problem(each["code"], each["severity"], place, each["values"])
        for each, place in zip(problems, places, strict=True)
    )
