"""Keeps what is not saved in the journal of this computer, and offers what an earlier run left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from briefing_app.words.problems import say_all

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session
    from briefing_app.gui.tasks import Tasks
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.problems import Problem
    from briefing_app.workflow.recovery import Journal, LeftOver, Recovered, Work

_BEHIND = 700  # ms that what is noted may lie behind what is typed


class _Kept(NamedTuple):
    """What is kept for a window: its entry, the briefing that was noted last, and what it belongs to."""

    work: Work
    briefing: Briefing
    belongs: tuple[Path | None, str]


class Keeping(QObject):
    """Follows the windows of a session; a window whose work is saved or given up leaves nothing behind."""

    def __init__(self, session: Session, tasks: Tasks, journal: Journal, now: Callable[[], datetime]) -> None:
        """Begin to follow.

        Args:
            session: has the windows.
            tasks: runs work off the GUI thread.
            journal: where unsaved work is kept.
            now: tells the time, with its zone.
        """
        super().__init__(session)
        self._session, self._tasks, self._journal, self._now = session, tasks, journal, now
        self._kept: dict[MainWindow, _Kept] = {}
        self._followed: set[MainWindow] = set()
        self._told = ""  # what is in the way of keeping is told once
        self._ticking = QTimer(self, interval=_BEHIND)
        self._ticking.timeout.connect(self._look)
        session.stirred.connect(self._stir)
        self._stir()

    # ------------------------------------------------------------------------------------------- keeping

    def _stir(self) -> None:
        """Look soon, and settle at once what no window has any more."""
        windows = set(self._session.windows)
        for window in [each for each in self._kept if each not in windows]:
            self._settle(window)
        for window in windows - self._followed:
            window.document.written.connect(self._wake)
            window.saving.connect(partial(self.note_now, window))
        self._followed = windows
        self._wake()

    def _wake(self) -> None:
        if not self._ticking.isActive():
            self._ticking.start()

    def _look(self) -> None:
        busy = False
        for window in self._session.windows:
            snapshot = window.document.snapshot
            if snapshot is not None and _is_unsaved(window, snapshot):
                busy = True
                self._note(window, snapshot)
            elif window in self._kept:
                self._settle(window)
        if not busy:
            self._ticking.stop()

    def _note(self, window: MainWindow, snapshot: Snapshot) -> None:
        """Note what a window holds, where that is something else than what was noted last."""
        briefing = _would_be(window) or snapshot.briefing
        before = self._kept.get(window)
        belongs = _belongs(snapshot)
        same = before is not None and before.belongs == belongs
        if briefing is None or (before is not None and same and before.briefing == briefing):
            return
        # What was saved since belongs to that file from now on.
        old = before.work if before is not None and not same else None
        work = before.work if before is not None and same else self._begin(snapshot)
        self._kept[window] = _Kept(work, briefing, belongs)
        task = self._tasks.run(partial(_noted, work, old, briefing, self._now()))
        task.finished.connect(partial(self._tell, window))

    def _begin(self, snapshot: Snapshot) -> Work:
        if snapshot.draft:
            return self._journal.begin(None, proposed=snapshot.path)
        return self._journal.begin(snapshot.path, snapshot.digest)

    def note_now(self, window: MainWindow, _target: Path) -> None:
        """Note at once what is about to be saved: then what a kill leaves beside the file is known."""
        kept, briefing = self._kept.get(window), window.document.briefing
        if kept is not None and briefing is not None:
            self._tell(window, kept.work.note(briefing, self._now()))

    def go_on(self, window: MainWindow, recovered: Recovered) -> None:
        """Go on with work that was recovered, in the window that shows it now."""
        snapshot = window.document.snapshot
        belongs = _belongs(snapshot) if snapshot is not None else (None, "")
        self._kept[window] = _Kept(recovered.work, recovered.briefing, belongs)
        self._stir()

    def _settle(self, window: MainWindow) -> None:
        # At once: what is still waiting for its turn when the program ends is not done any more.
        self._kept.pop(window).work.settled()

    def _tell(self, window: MainWindow, problem: Problem | None) -> None:
        """Say once what is in the way of keeping."""
        if problem is None or problem.code == self._told:
            return
        self._told = problem.code
        if window in self._session.windows:
            window.frame.status.say(say_all([problem]), color="error")

    # ---------------------------------------------------------------------------------------- recovering

    def recover(self) -> None:
        """Look for what an earlier run left, and offer it."""
        task = self._tasks.run(self._journal.left_over)
        task.finished.connect(self._offer)

    def _offer(self, found: LeftOver) -> None:
        windows = self._session.windows
        if not windows:
            return
        if found.problems:
            windows[0].frame.status.say(say_all(found.problems), color="error")
        if found.recovered:
            from briefing_app.gui.recovering import Recovering

            Recovering(windows[0], self._session, self, found.recovered)


def _belongs(snapshot: Snapshot) -> tuple[Path | None, str]:
    return (None, "") if snapshot.draft else (snapshot.path, snapshot.digest)


def _noted(work: Work, old: Work | None, briefing: Briefing, when: datetime) -> Problem | None:
    """Note work, and settle what took its place before; return what is in the way."""
    problem = work.note(briefing, when)
    if old is not None:
        old.settled()
    return problem


def _is_unsaved(window: MainWindow, snapshot: Snapshot) -> bool:
    return snapshot.is_edited or (snapshot.draft and snapshot.briefing is not None) or window.document.writing


def _would_be(window: MainWindow) -> Briefing | None:
    """Return the briefing with what is typed in an open form, None where that cannot stand yet."""
    if not window.document.writing:
        return None
    from briefing_app.gui.editing import Editor

    editor = window.findChild(Editor)
    return editor.would_be() if editor is not None else None
