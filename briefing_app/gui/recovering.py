"""Offers work that an earlier run of the program left unsaved, with what differs, and opens it again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from briefing_app.gui.dialogs.recovered import RecoveredDialog
from briefing_app.gui.document import Snapshot
from briefing_app.model.briefing import SUFFIX
from briefing_app.model.problems import BriefingError
from briefing_app.words import tr
from briefing_app.workflow.editing import Changes
from briefing_app.workflow.opening import open_briefing
from briefing_app.workflow.undoing import Step, Work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.recovery import Recovered


class Goes(Protocol):
    """What goes on keeping work that was recovered."""

    def go_on(self, window: MainWindow, recovered: Recovered) -> None:
        """Go on with it, in the window that shows it now."""


class Recovering(QObject):
    """Asks about each piece of work; what is not decided is offered again at the next start."""

    def __init__(
        self, window: MainWindow, session: Session, keeping: Goes, found: Sequence[Recovered]
    ) -> None:
        """Ask.

        Args:
            window: over which it asks.
            session: opens windows.
            keeping: goes on keeping what is taken up.
            found: the work, newest first.
        """
        super().__init__(window)
        self._window, self._session, self._keeping = window, session, keeping
        self._left = list(found)
        rows = tuple((each, base_of(each)) for each in found)
        self.dialog = RecoveredDialog(window, window.frame.theme, rows)
        self.dialog.wanted.connect(self._take_up)
        self.dialog.unwanted.connect(self._give_up)
        self.dialog.finished.connect(self._leave)
        self.dialog.open()

    def _take_up(self, recovered: Recovered) -> None:
        """Show it in a window, unsaved; what it was before can be had by undoing."""
        self._left.remove(recovered)
        snapshot = snapshot_of_work(recovered)
        shown = self._window_of(snapshot)
        self._keeping.go_on(shown, recovered)
        if snapshot.draft:
            from briefing_app.gui.drafts import guard_of

            guard_of(shown, self._session).watch(forgets=False)
        shown.frame.status.say(
            tr("Recovered, and not saved yet."), [(tr("Save"), shown.actions_by_id["save"].trigger)]
        )

    def _window_of(self, snapshot: Snapshot) -> MainWindow:
        """Show work where its file is shown as it is, else in an empty window or a new one."""
        for window in self._session.windows:
            there = window.document.snapshot
            if there is not None and there.path == snapshot.path and not window.document.unsaved:
                window.show_snapshot(snapshot)
                return window
        return self._session.place(snapshot, self._window)

    def _give_up(self, recovered: Recovered) -> None:
        self._left.remove(recovered)
        recovered.work.settled()

    def _leave(self, *_: object) -> None:
        for each in self._left:
            each.work.left()
        self._left = []


def base_of(recovered: Recovered) -> Briefing | None:
    """Return the briefing in the file that work belongs to, as it is now; None where there is none."""
    if recovered.path is None:
        return None
    try:
        return open_briefing(recovered.path).briefing
    except BriefingError:
        return None


def snapshot_of_work(recovered: Recovered) -> Snapshot:
    """Return work as a snapshot of its file, as that was opened then; where there is none, as a draft."""
    briefing, base = recovered.briefing, base_of(recovered)
    path = recovered.path or recovered.proposed or Path.home() / (briefing.id + SUFFIX)
    if base is None:
        return Snapshot(path, briefing, draft=True)
    # What the file was when the work began is not known any more where somebody has changed it since.
    saved = base if recovered.became == "unchanged" else None
    steps = (Step(base, Changes(tr("take up recovered work"), ())),) if base != briefing else ()
    return Snapshot(path, briefing, digest=recovered.digest, work=Work(briefing, saved, steps))
