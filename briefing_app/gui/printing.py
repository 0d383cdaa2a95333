"""Prints the briefing that a window shows to a PDF, off the GUI thread, and tells what came of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QUrl
from PySide6.QtGui import QDesktopServices

from briefing_app.words import tr
from briefing_app.words.problems import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from briefing_app.exporting.options import Layout, Paper
    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.panels.status import StatusLine
    from briefing_app.gui.tasks import Task, Tasks
    from briefing_app.model.problems import Problem


class Printing(QObject):
    """Asks for a file, prints to it, and speaks through the status line."""

    def __init__(self, window: QWidget, tasks: Tasks, status: Callable[[], StatusLine]) -> None:
        """Make what prints for a window.

        Args:
            window: the window.
            tasks: runs work off the GUI thread.
            status: gives the status line that the window has now.
        """
        super().__init__(window)
        self._window, self._tasks, self._status = window, tasks, status
        self.task: Task | None = None

    def ask(self, snapshot: Snapshot, layout: Layout) -> None:
        """Ask where to print to, and go on from there."""
        from briefing_app.gui.dialogs.files import ask_for_target, suggested_target

        ending = "" if layout == "one-page" else tr("-full")
        target = suggested_target(snapshot.path, ending)
        ask_for_target(self._window, target, partial(self.print_to, snapshot, layout))

    def print_to(self, snapshot: Snapshot, layout: Layout, target: Path) -> None:
        """Print to a file that may exist: the dialog has asked."""
        if self.task is not None:
            self.task.cancel()
        paper = paper_of(QLocale.system())
        task = self._tasks.run(partial(_print, snapshot, target, layout, paper))
        task.finished.connect(partial(self._done, target))
        task.failed.connect(self._failed)
        self.task = task
        self._status().say(
            tr("Printing {name} …", name=target.name), [(tr("Cancel"), partial(self._cancel, task))]
        )

    def _cancel(self, task: Task) -> None:
        task.cancel()
        self._status().close_line()

    def _done(self, target: Path, problems: tuple[Problem, ...]) -> None:
        self.task = None
        words = [tr("Printed to {path}.", path=target)]
        words += [say(problem.code, problem.values).message for problem in problems]
        offers = [
            (tr("Open"), partial(_open, target)),
            (tr("Show in folder"), partial(_open, target.parent)),
        ]
        self._status().say(" ".join(words), offers)

    def _failed(self, problems: tuple[Problem, ...]) -> None:
        self.task = None
        said = [say(problem.code, problem.values) for problem in problems]
        text = " ".join(part for each in said for part in each if part)
        self._status().say(tr("Not printed. {reason}", reason=text), color="error")


def paper_of(locale: QLocale) -> Paper:
    """Return the paper size that is usual where `locale` is."""
    letter = (
        QLocale.Country.UnitedStates,
        QLocale.Country.Canada,
        QLocale.Country.Mexico,
        QLocale.Country.Philippines,
    )
    return "letter" if locale.territory() in letter else "a4"


def _print(snapshot: Snapshot, target: Path, layout: Layout, paper: Paper) -> tuple[Problem, ...]:
    """Do the work on what is shown; the typesetter is loaded here, at its first use."""
    from briefing_app.workflow.exporting import Choice, export_to

    if snapshot.briefing is None:
        return snapshot.problems
    choice = Choice(layout=layout, paper=paper)
    # The dialog has asked whether a file that exists may go.
    return export_to(snapshot.briefing, snapshot.path, target, choice, force=True).problems


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
