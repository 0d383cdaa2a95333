"""Keeps a version at every save, and says once what is in the way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing_app.assets import resource
from briefing_app.words.problems import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.tasks import Tasks
    from briefing_app.model.problems import Problem

    Clock = Callable[[], datetime]


class VersionsKept(QObject):
    """The versions of all files that are saved in one run of the program."""

    def __init__(self, parent: QObject, tasks: Tasks, clock: Clock) -> None:
        """Make it.

        Args:
            parent: owns it.
            tasks: runs work off the GUI thread.
            clock: tells the time, with its zone.
        """
        super().__init__(parent)
        self.tasks, self.clock = tasks, clock
        self._told = False

    def keep(self, window: MainWindow, path: Path) -> None:
        """Keep the file in which a window was saved just now; a sample has no versions."""
        snapshot = window.document.snapshot
        if snapshot is None or path.parent == resource("examples"):
            return
        from briefing_app.workflow.versions import keep_saved

        self._tell(window, keep_saved(path, snapshot.digest, self.clock()))

    def keep_read(self, window: MainWindow, path: Path) -> None:
        """Keep the file that a window is about to write, as it was read, where that is not kept yet.

        What is in the way of that is in the way of what is saved, too, and told then.
        """
        snapshot = window.document.snapshot
        if snapshot is None or snapshot.draft or snapshot.path != path or path.parent == resource("examples"):
            return
        from briefing_app.workflow.versions import keep_read

        keep_read(path, snapshot.digest)

    def forget_old(self) -> None:
        """Remove, off this thread, the versions of files that were not saved for a year."""
        from briefing_app.workflow.versions import forget_old

        self.tasks.run(partial(forget_old, self.clock().date()))

    def _tell(self, window: MainWindow, problems: tuple[Problem, ...]) -> None:
        """Say what is in the way, the first time: it is there at the next save, too."""
        if problems and not self._told:
            self._told = True
            said = say(problems[0].code, problems[0].values)
            window.frame.status.say(" ".join(part for part in said if part), color="delay")
