"""Sets pages off the GUI thread: the newest wish counts, and what is under way for an older one is let go."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefing_app.workflow.setting_apart import Setter

if TYPE_CHECKING:
    from briefing_app.gui.tasks import Task, Tasks
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.exporting import Choice, Pictured

_PAUSE = 150  # ms between the last click on a choice and the start of the work


class Typesetter(QObject):
    """Sets the pages of one briefing, again for every choice."""

    begun = Signal()
    ready = Signal(object)  # Pictured
    failed = Signal(object)  # tuple[Problem, ...]

    def __init__(self, tasks: Tasks, briefing: Briefing, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._briefing = tasks, briefing
        self._setter = Setter()
        self.destroyed.connect(self._setter.end)  # with its window, nothing is finished before
        self._task: Task | None = None
        self._let_go = Event()
        self._wish: tuple[Choice, float] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._start)

    def want(self, choice: Choice, ppi: float, *, at_once: bool = False) -> None:
        """Set the pages anew, soon: what was wanted before is no longer."""
        self.stop()
        self._wish = (choice, ppi)
        self.begun.emit()
        self._pause.start(0 if at_once else _PAUSE)

    def stop(self) -> None:
        """Let go of what is under way or about to begin."""
        self._pause.stop()
        self._let_go.set()
        if self._task is not None:
            self._setter.end()
            self._task.cancel()
            self._task = None

    def _start(self) -> None:
        if self._wish is None:
            return
        self._let_go = Event()
        self._setter.begin()
        work = partial(_set, self._setter, self._briefing, *self._wish, self._let_go)
        self._task = self._tasks.run(work)
        self._task.finished.connect(self._done)
        self._task.failed.connect(self._fail)

    def _done(self, made: Pictured) -> None:
        self._task = None
        self.ready.emit(made)

    def _fail(self, problems: object) -> None:
        self._task = None
        self.failed.emit(problems)


def _set(setter: Setter, briefing: Briefing, choice: Choice, ppi: float, let_go: Event) -> Pictured | None:
    """Do the work, unless it was let go of while it waited for a thread."""
    return None if let_go.is_set() else setter.pictures(briefing, choice, ppi)
