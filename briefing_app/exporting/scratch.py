"""The folder of this process for the typesetter: its faces, and an empty root."""

from __future__ import annotations

import atexit
import shutil
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Scratch:
    """A folder that is made when first asked for, once for all threads, and removed with the process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._place: Path | None = None

    @contextmanager
    def making(self) -> Iterator[Path]:
        """Yield the folder; while something is made in it, nobody clears it away."""
        with self._lock:
            if self._place is None:
                self._place = Path(tempfile.mkdtemp(prefix="briefing-print-"))
                (self._place / "root").mkdir()
                atexit.register(self.clear)
            yield self._place

    def root(self) -> Path:
        """Return an empty folder: with that root a template reaches nothing but what it is handed."""
        with self.making() as place:
            return place / "root"

    def clear(self, *, for_good: bool = False) -> None:
        """Remove the folder.

        Args:
            for_good: No other is made, whoever asks waits for ever; for who ends the process at once while
                threads are at work.
        """
        self._lock.acquire()
        try:
            if self._place is not None:
                shutil.rmtree(self._place, ignore_errors=True)
                self._place = None
        finally:
            if not for_good:
                self._lock.release()


SCRATCH = Scratch()
