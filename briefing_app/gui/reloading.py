"""Reads a file again that changed on disk while a window shows it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from briefing_app.gui.document import Snapshot, snapshot_of
from briefing_app.model.briefing import items
from briefing_app.model.problems import BriefingError, errors
from briefing_app.model.visible import visible
from briefing_app.words import tr
from briefing_app.words.problems import say
from briefing_app.workflow.opening import digest_of, open_briefing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.status import Offer

QUIET = 300  # ms without a change: a program that writes a file changes it several times
_Stamp = tuple[int, int, int] | None


class Reloader(QObject):
    """Watches the files of all windows, and their folders: many programs replace a file by a new one."""

    def __init__(self, windows: Sequence[MainWindow], parent: QObject) -> None:
        """Make it, and look at once for what has changed since the files were opened.

        Args:
            windows: those that there are; the list changes as windows come and go.
            parent: lives as long as is watched.
        """
        super().__init__(parent)
        self._windows = windows
        self._stamps: dict[Path, _Stamp] = {}
        self._told: dict[Path, str] = {}  # the digest that a window was told about and does not show
        self._watcher = QFileSystemWatcher(self)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._look)
        self._watcher.fileChanged.connect(self._quiet.start)
        self._watcher.directoryChanged.connect(self._quiet.start)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._come_back)
        self._look()

    def _come_back(self, state: Qt.ApplicationState) -> None:
        """Look when one comes back to the program: shared folders do not tell what others do in them."""
        if state == Qt.ApplicationState.ApplicationActive:
            self._quiet.start()

    def follow(self, opened: Path | None = None) -> None:
        """Watch what the windows show now.

        Args:
            opened: a file that was read just now, if any.
        """
        if opened is not None:
            self._told.pop(opened, None)
        shown = [window.document.snapshot for window in self._windows]
        paths = {snapshot.path for snapshot in shown if snapshot is not None and not snapshot.draft}
        wanted = {str(path) for path in paths} | {str(path.parent) for path in paths}
        now = {*self._watcher.files(), *self._watcher.directories()}
        if gone := sorted(now - wanted):
            self._watcher.removePaths(gone)
        if new := sorted(wanted - now):
            self._watcher.addPaths(new)
        self._stamps = {path: stamp for path, stamp in self._stamps.items() if path in paths}

    def _look(self) -> None:
        for window in tuple(self._windows):
            snapshot = window.document.snapshot
            if snapshot is not None and not snapshot.draft and self._touched(snapshot.path):
                self._look_at(window, snapshot)
        self.follow()  # a file that took the place of another one is not watched by itself

    def _touched(self, path: Path) -> bool:
        """Tell whether a file may have changed since the last look, without reading it."""
        stamp: _Stamp = None
        try:
            found = path.stat()
            stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
        except (OSError, ValueError):
            pass
        before = self._stamps.get(path, (0, 0, 0))
        self._stamps[path] = stamp
        return stamp != before

    def _look_at(self, window: MainWindow, snapshot: Snapshot) -> None:
        path = snapshot.path
        try:
            digest = digest_of(path)
            if digest == snapshot.digest:
                if self._told.pop(path, None) is not None:
                    window.frame.status.say(tr("The file on disk is again as it is shown here."))
                return
            if digest == self._told.get(path):
                return
            fresh = snapshot_of(path, open_briefing(path))
        except BriefingError as error:
            digest, fresh = "", Snapshot(path, problems=error.problems)
        if window.document.unsaved:
            self._told[path] = digest
            _keep_corrections(window)
        elif fresh.briefing is not None:
            self._told.pop(path, None)
            show_again(window, fresh)
        elif snapshot.briefing is None:
            # Of the same problems the places in the file may be others, and it is saved only as it was read.
            if (fresh.problems, fresh.digest) != (snapshot.problems, snapshot.digest):
                window.show_snapshot(fresh)
        else:
            self._told[path] = digest
            _tell(window, fresh)


def _keep_corrections(window: MainWindow) -> None:
    if window.document.correcting:
        from briefing_app.gui.fixing import tell_changed

        tell_changed(window)
        return
    words = tr("The file changed on disk. Your changes stay here and are not saved over it.")
    from briefing_app.gui.merging import ask_to_merge

    offers: list[Offer] = [
        (tr("Merge…"), partial(ask_to_merge, window)),
        (tr("Save as…"), window.actions_by_id["save-as"].trigger),
    ]
    window.frame.status.say(words, offers, color="error")


def show_again(window: MainWindow, fresh: Snapshot) -> None:
    """Show a file anew, where one was in it and with what was selected, as far as that is still there."""
    item, mark = window.selection.item, window.selection.mark
    brief = window.frame.brief
    at = brief.verticalScrollBar().value() if window.document.briefing is not None else 0
    with_steps, told = _with_steps(window.document.snapshot, fresh)
    window.show_snapshot(with_steps)
    if item:
        window.pick(item, mark)
    if at:
        brief.add_rest()  # else the page is too short to stand where one was
        QTimer.singleShot(0, brief, partial(brief.verticalScrollBar().setValue, at))
    words = tr("The file changed on disk and was read again.")
    if told:
        words = tr("The file changed on disk and was read again: {counts}.", counts=told)
    window.frame.status.say(words)


def _with_steps(there: Snapshot | None, fresh: Snapshot) -> tuple[Snapshot, str]:
    """Return a file as it was read again, with the steps that can be undone, and how much has changed."""
    if there is None or there.briefing is None or fresh.briefing is None:
        return fresh, ""
    from briefing_app.workflow.change_words import counts
    from briefing_app.workflow.comparing import compare
    from briefing_app.workflow.editing import NOTHING, Changes

    changes = compare(there.briefing, fresh.briefing)
    told = counts(changes)
    if not (there.editable and fresh.editable):
        return fresh, told
    touched = {change.item for change in changes}
    names = tuple(item.id for _, item in items(fresh.briefing) if item.id in touched)
    step = Changes(tr("read again from disk"), names) if there.briefing != fresh.briefing else NOTHING
    return there.read_again(fresh, (fresh.briefing, step)), told


def _tell(window: MainWindow, fresh: Snapshot) -> None:
    """Say why a file as it is now is not shown."""
    name = visible(fresh.path.name)
    problem = errors(fresh.problems)[0]
    if problem.code == "file-not-found":
        window.frame.status.say(
            tr("“{name}” is gone from its folder. What was read last stays here.", name=name), color="error"
        )
        return
    words = tr(
        "The file changed on disk, but has errors: {reason} What was read before stays here.",
        reason=say(problem.code, problem.values).message,
    )
    offers = [(tr("Show the problems"), partial(window.show_snapshot, fresh))]
    window.frame.status.say(words, offers, color="error")
