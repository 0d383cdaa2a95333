"""Work off the GUI thread: started here, its result brought back to the thread that started it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from briefing_app.model.problems import BriefingError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor
    from tempfile import TemporaryDirectory

    from briefing_app.model.problems import Problem


class Task(QObject):
    """A piece of work under way.

    `cancel` lets go of it: a result that comes later is not reported. What the work itself has begun to
    write appears whole or not at all, so there is nothing to undo.
    """

    finished = Signal(object)  # the result
    failed = Signal(object)  # tuple[Problem, ...]
    over = Signal()  # finished, failed or cancelled
    _came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = False
        self._came.connect(self._report, Qt.ConnectionType.QueuedConnection)

    @property
    def cancelled(self) -> bool:
        """Whether the result is no longer wanted."""
        return self._cancelled

    def cancel(self) -> None:
        """Want the result no longer."""
        if not self._cancelled:
            self._cancelled = True
            self.over.emit()

    def bring(self, future: Future[Any]) -> None:
        """Hand the result over, on the thread of the work."""
        self._came.emit(future)

    def _report(self, future: Future[Any]) -> None:
        self.deleteLater()
        if self._cancelled:
            return
        if future.cancelled():  # it had not begun when the work was finished
            self.cancel()
            return
        problems: tuple[Problem, ...] | None = None
        result: Any = None
        try:
            result = future.result()
        except BriefingError as error:
            problems = error.problems
        finally:
            # What else the work raised goes on from here to the crash hook.
            self._cancelled = True
            self.over.emit()
        if problems is None:
            self.finished.emit(result)
        else:
            self.failed.emit(problems)


class Tasks(QObject):
    """Runs work on two threads that are started when the first work comes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._folder: TemporaryDirectory[str] | None = None

    @property
    def folder(self) -> Path:
        """A private folder for files that other programs are handed; it goes when the work is finished."""
        if self._folder is None:
            from tempfile import TemporaryDirectory

            self._folder = TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True)
        return Path(self._folder.name)

    def run(self, work: Callable[[], object]) -> Task:
        """Start `work` on another thread.

        Args:
            work: touches no widget; what it returns is the task's result, and a `BriefingError` of it the
                task's failure.

        Returns:
            The task; its signals come on this thread, and not before the caller has connected them.
        """
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="task")
        task = Task(self)
        self._pool.submit(work).add_done_callback(task.bring)
        return task

    def finish(self) -> None:
        """Start nothing more, wait for what is under way, and clear the folder."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
