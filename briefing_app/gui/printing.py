"""Saves and prints the briefing that a window shows, off the GUI thread, and tells what came of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from briefing_app.gui.folders import open_file, show_in_folder
from briefing_app.model.visible import visible
from briefing_app.words import tr
from briefing_app.words.problems import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from briefing_app.exporting.options import Layout
    from briefing_app.gui.dialogs.export import ExportDialog
    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.frame import Frame
    from briefing_app.gui.settings import Settings
    from briefing_app.gui.tasks import Task, Tasks
    from briefing_app.model.problems import Problem
    from briefing_app.workflow.checking import Texts
    from briefing_app.workflow.exporting import Choice
    from briefing_app.workflow.setting_apart import Setter


class Printing(QObject):
    """Opens the dialogs, does what they ask for, and speaks through the status line."""

    def __init__(self, window: QWidget, tasks: Tasks, settings: Settings, frame: Callable[[], Frame]) -> None:
        """Make what prints for a window.

        Args:
            window: the window.
            tasks: runs work off the GUI thread.
            settings: what the dialog remembers.
            frame: gives what is drawn in the window now.
        """
        super().__init__(window)
        self._window, self._tasks, self._settings, self._frame = window, tasks, settings, frame
        self.task: Task | None = None
        self._let_go = Event()
        self._setter: Setter | None = None
        self._then: Callable[..., None] | None = None

    def show_dialog(self, snapshot: Snapshot, layout: Layout, texts: Texts) -> ExportDialog | None:
        """Open the dialog that shows the pages, checked against `texts`; None where there is no briefing."""
        if snapshot.briefing is None:
            return None
        from briefing_app.gui.dialogs.export import ExportDialog

        self._settings.change(export_layout=layout)
        theme = self._frame().theme
        dialog = ExportDialog(self._window, theme, self._tasks, self._settings, snapshot.briefing, layout)
        dialog.save_wanted.connect(partial(self.print_to, snapshot))
        dialog.print_wanted.connect(partial(self.print_on, snapshot))
        dialog.show_for(snapshot.path, texts)
        return dialog

    # ------------------------------------------------------------------------------------------- to a file

    def print_to(self, snapshot: Snapshot, choice: Choice, target: Path) -> None:
        """Print to a file that may exist: the dialog has asked."""
        words = tr("Printing {name} …", name=target.name)
        self._start(partial(_save, snapshot, target, choice), partial(self._saved, target), words)

    def _ask_target(self, snapshot: Snapshot, choice: Choice) -> None:
        from briefing_app.gui.dialogs.files import ask_for_target, suggested_target

        ending = "" if choice.layout == "one-page" else tr("-full")
        target = suggested_target(snapshot.path, ending)
        ask_for_target(self._window, target, partial(self.print_to, snapshot, choice))

    def _saved(self, target: Path, problems: tuple[Problem, ...]) -> None:
        self.task = None
        words = [tr("Saved to {path}.", path=target)]
        words += [say(problem.code, problem.values).message for problem in problems]
        offers = [
            (tr("Open"), partial(open_file, target, self._tell_path)),
            (tr("Show in folder"), partial(show_in_folder, target, self, self._tell_path)),
        ]
        self._frame().status.say(" ".join(words), offers)

    def _tell_path(self, path: Path) -> None:
        """Say that no program takes a file or folder, and give its name to the clipboard."""
        QGuiApplication.clipboard().setText(str(path))
        words = tr("No program here opens {path}. The path is on the clipboard.", path=visible(str(path)))
        self._frame().status.say(words, color="delay")

    # ---------------------------------------------------------------------------------------- to a printer

    def ask_printer(self, snapshot: Snapshot, texts: Texts) -> None:
        """Ask for a printer, and print as was chosen last; where there is none, offer a PDF."""
        from briefing_app.gui.dialogs.choosing import chosen_last
        from briefing_app.gui.dialogs.printer import ask_for_printer, no_printer, printer_there

        choice = replace(chosen_last(self._settings.now), texts=texts)
        if printer_there():
            ask_for_printer(self._window, choice.paper, 0, partial(self.print_on, snapshot, choice))
        else:
            offer = (tr("Save PDF…"), partial(self._ask_target, snapshot, choice))
            self._frame().status.say(no_printer(), [offer])

    def print_on(self, snapshot: Snapshot, choice: Choice, printer: QPrinter) -> None:
        """Print on a printer, or to the file that was chosen in its dialog."""
        from briefing_app.gui.dialogs.printer import paper_in

        choice = replace(choice, paper=paper_in(printer, choice.paper))
        target, name = printer.outputFileName(), printer.printerName()
        done = partial(self._saved, Path(target)) if target else partial(self._printed, name)
        words = tr("Printing {name} …", name=Path(target).name if target else snapshot.path.stem)
        self._start(partial(_print, snapshot, choice, printer), partial(self._taken, done), words)

    def _taken(
        self, done: Callable[[tuple[Problem, ...]], None], problems: tuple[Problem, ...] | None
    ) -> None:
        if problems is None:
            self.task = None
            self._frame().status.say(tr("Not printed. The printer did not take the pages."), color="error")
        else:
            done(problems)

    def _printed(self, name: str, problems: tuple[Problem, ...]) -> None:
        self.task = None
        words = [tr("Sent to the printer {name}.", name=name)]
        words += [say(problem.code, problem.values).message for problem in problems]
        self._frame().status.say(" ".join(words), lasting=bool(problems))

    # ---------------------------------------------------------------------------------------------- at work

    def _start(self, work: Callable[[Setter, Event], object], done: Callable[..., None], words: str) -> None:
        """Start a work in the place of the one under way, and say so."""
        from briefing_app.workflow.setting_apart import Setter

        if self.task is not None:
            self._let_it_go(self.task)
        self._let_go = Event()
        self._setter = Setter()
        task = self._tasks.run(partial(work, self._setter, self._let_go))
        # Its own methods, so that Qt lets go of them when the window goes.
        task.finished.connect(self._finish)
        task.failed.connect(self._failed)
        self.task, self._then = task, done
        self._frame().status.say(words, [(tr("Cancel"), partial(self._cancel, task))])

    def _let_it_go(self, task: Task) -> None:
        task.cancel()
        self._let_go.set()
        if self._setter is not None:
            self._setter.end()

    def _cancel(self, task: Task) -> None:
        self._let_it_go(task)
        self._frame().status.close_line()

    def _finish(self, result: object) -> None:
        if self._then is not None:
            self._then(result)

    def _failed(self, problems: tuple[Problem, ...]) -> None:
        self.task = None
        said = [say(problem.code, problem.values) for problem in problems]
        text = " ".join(part for each in said for part in each if part)
        self._frame().status.say(tr("Not printed. {reason}", reason=text), color="error")


def _save(
    snapshot: Snapshot, target: Path, choice: Choice, setter: Setter, let_go: Event
) -> tuple[Problem, ...]:
    """Do the work on what is shown; the typesetter is loaded here, at its first use."""
    from briefing_app.workflow.exporting import export_to

    if snapshot.briefing is None or let_go.is_set():
        return snapshot.problems
    # The dialog has asked whether a file that exists may go.
    made = export_to(snapshot.briefing, snapshot.path, target, choice, force=True, make=setter.pdf)
    return made.problems


def _print(
    snapshot: Snapshot, choice: Choice, printer: QPrinter, setter: Setter, let_go: Event
) -> tuple[Problem, ...] | None:
    """Set the pages as sharp as the printer can use, and paint them; None where it did not take them."""
    from briefing_app.gui.dialogs.printer import MOST_PPI, paint

    if snapshot.briefing is None or let_go.is_set():
        return snapshot.problems
    made = setter.pictures(snapshot.briefing, choice, min(printer.resolution(), MOST_PPI))
    if let_go.is_set():
        return made.problems
    if target := printer.outputFileName():
        return made.problems if _paint_to(Path(target), printer, made.pages, choice) else None
    return made.problems if paint(printer, made.pages, choice.paper) else None


def _paint_to(target: Path, printer: QPrinter, pages: tuple[bytes, ...], choice: Choice) -> bool:
    """Paint to a file that appears whole or not at all."""
    from tempfile import TemporaryDirectory

    from briefing_app.files.atomic import write_atomic
    from briefing_app.gui.dialogs.printer import paint

    with TemporaryDirectory() as folder:
        file = Path(folder) / target.name
        printer.setOutputFileName(str(file))
        if not paint(printer, pages, choice.paper):
            return False
        write_atomic(target, file.read_bytes(), expected_digest=None, force=True)
    return True
