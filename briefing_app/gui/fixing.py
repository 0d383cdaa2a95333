"""Puts a faulty file right in a window: keeps what was changed, saves it, asks before it would be lost."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from briefing_app.gui.dialogs.files import ask_for_briefing
from briefing_app.gui.dialogs.question import SaveQuestion
from briefing_app.gui.document import snapshot_of
from briefing_app.gui.panels.problems import Pending
from briefing_app.model.briefing import SUFFIX
from briefing_app.model.problems import BriefingError
from briefing_app.model.visible import visible
from briefing_app.words import tr
from briefing_app.words.problems import say_all
from briefing_app.workflow.fixing import save_fixed, save_fixed_as

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QMessageBox

    from briefing_app.files.reading import Opened
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.problems import ProblemsView
    from briefing_app.workflow.fixing import Working


class Fixing(QObject):
    """What is put right in one window; it belongs to the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pending = Pending()
        self._view: ProblemsView | None = None
        self._question = SaveQuestion(window)
        self.after_saving: Callable[[Path], object] | None = None
        window.installEventFilter(self)

    def serve(self, view: ProblemsView) -> None:
        """Do what a view of problems asks for, and let it go on where an earlier one was."""
        view.pending, self._view = self._pending, view
        view.worked.connect(self._show)
        view.save_wanted.connect(self.save)
        view.typing_changed.connect(self._take_typing)
        view.open_wanted.connect(self._window.open_asked)

    def _take_typing(self, on: bool) -> None:
        self._window.document.typing = on

    def _working(self) -> Working | None:
        snapshot = self._window.document.snapshot
        return snapshot.working if snapshot is not None else None

    def _show(self, working: Working) -> None:
        """Show the file as it has been put right so far."""
        snapshot = self._window.document.snapshot
        if snapshot is None:
            return
        opened = working.opened
        self._window.show_snapshot(
            snapshot._replace(
                briefing=None,
                sound_part=opened.sound_part,
                left_out=len(opened.left_out),
                problems=opened.problems,
                working=working,
            )
        )
        if self._view is not None:
            self._view.focus_primary()

    # ------------------------------------------------------------------------------------------- saving

    def save(self) -> bool:
        """Write what was put right to its file, and show that as it is now; tell whether it was written.

        What is being typed is applied before, where it is right.
        """
        if self._window.document.typing and not self._apply_typed():
            return False
        working = self._working()
        if working is None or not working.unsaved:
            return True
        try:
            opened = save_fixed(working)
        except BriefingError as error:
            self._say_why(error)
            return False
        self._show_saved(opened)
        return True

    def _apply_typed(self) -> bool:
        if self._view is not None and (self._view.apply_typed() and not self._view.pending.typed):
            return True
        self._window.frame.status.say(
            tr("Not saved: what is typed cannot stand there yet. Put it right, or leave it as it is."),
            color="error",
        )
        return False

    def _say_why(self, error: BriefingError) -> None:
        offers = [(tr("Save as…"), self.ask_where)]
        words = tr("Not saved. {reason}", reason=say_all(error.problems))
        self._window.frame.status.say(words, offers, color="error")

    def ask_where(self) -> None:
        """Ask for another file to save what was put right in."""
        working = self._working()
        if working is not None:
            ask_for_briefing(self._window, _beside(working.path), self.save_as)

    def save_as(self, target: Path, replacing: bool) -> None:
        """Write what was put right to another file, and show that."""
        working = self._working()
        if working is None:
            return
        try:
            opened = save_fixed_as(working, target, replacing=replacing)
        except BriefingError as error:
            self._say_why(error)
            return
        self._show_saved(opened)

    def _show_saved(self, opened: Opened) -> None:
        window = self._window
        self._pending.saved = opened.path
        window.show_snapshot(snapshot_of(opened.path, opened))
        window.files_wanted.emit([opened.path])  # so that it is remembered and followed as any that is opened
        window.frame.status.say(tr("Saved as {path}.", path=visible(str(opened.path))))
        if self.after_saving is not None:
            self.after_saving(opened.path)

    # ------------------------------------------------------------------------------------------- asking

    @property
    def question(self) -> QMessageBox | None:
        """The question that is asked now, if any."""
        return self._question.box

    def ask(self, then: Callable[[], object]) -> None:
        """Ask what becomes of what was put right and not saved.

        Args:
            then: goes on, once it is saved or given up; is not called where the user stays.
        """
        snapshot = self._window.document.snapshot
        name = visible(snapshot.path.name) if snapshot is not None else ""
        text = tr("Save the corrections to “{name}”?", name=name)
        more = tr("They are not in the file yet.")
        save, discard = partial(self._save_and, then), partial(self._discard_and, then)
        self._question.ask(tr("Unsaved corrections"), text, more, save=save, discard=discard)

    def _save_and(self, then: Callable[[], object]) -> None:
        if self.save():
            then()

    def _discard_and(self, then: Callable[[], object]) -> None:
        self._give_up()
        then()

    def _give_up(self) -> None:
        self._pending.typed.clear()
        self._window.document.typing = False
        working = self._working()
        if working is not None:
            self._show(replace(working, text=working.saved, done=(), undone=()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the window open while something is not saved, and ask."""
        if event.type() == QEvent.Type.Close and watched is self._window and self._window.document.correcting:
            event.ignore()
            self.ask(self._window.close)
            return True
        return super().eventFilter(watched, event)


def fixing_of(window: MainWindow) -> Fixing:
    """Return what is put right in a window."""
    return window.findChild(Fixing) or Fixing(window)


def ask_first(window: MainWindow, then: Callable[[], object]) -> None:
    """Go on once what was put right in a window is saved or given up."""
    fixing_of(window).ask(then)


def tell_changed(window: MainWindow) -> None:
    """Say that a file has changed on disk while corrections to it are not saved."""
    words = tr("The file changed on disk. Your corrections stay here and are not saved over it.")
    window.frame.status.say(words, [(tr("Save as…"), fixing_of(window).ask_where)], color="error")


def _beside(path: Path) -> Path:
    """Return a file beside one that is not there yet."""
    names = (path.with_name(f"{path.stem}-{n}{SUFFIX}") for n in range(2, 100))
    there = os.path.exists  # not Path's own, which fails for a name that is too long
    return next((each for each in names if not there(each)), path)
