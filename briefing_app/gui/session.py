"""The windows of one run of the program, and what they share: settings, theme, work, recent files."""

from __future__ import annotations

import os
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from briefing_app.gui import hosting
from briefing_app.gui import theme as themes
from briefing_app.gui.actions import call
from briefing_app.gui.document import Snapshot, snapshot_of
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.preferences import TEXT_STEP
from briefing_app.gui.versions_kept import VersionsKept
from briefing_app.model.problems import BriefingError
from briefing_app.model.visible import visible
from briefing_app.words import ntr
from briefing_app.workflow.opening import open_briefing, samples

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QApplication, QMenu

    from briefing_app.gui.action_rows import Id
    from briefing_app.gui.drafts import Drafts
    from briefing_app.gui.panels.problems import ProblemsView
    from briefing_app.gui.reloading import Reloader
    from briefing_app.gui.reviewer import ReviewerKept
    from briefing_app.gui.settings import Settings
    from briefing_app.gui.tasks import Tasks
    from briefing_app.gui.theme import Theme
    from briefing_app.gui.versions_kept import Clock

# What `edit_acts` does; it is loaded when one of them is first wanted.
_EDITS: tuple[Id, ...] = (
    "unused", "versions", "compare", "undo", "redo", "review", "edit-item", "record-outcome", "edit-whole",
    "edit-source", "add-passage", "duplicate", "move-up", "move-down", "delete", "add-article",
)  # fmt: skip
_SEEKS: tuple[Id, ...] = ("find", "find-next", "find-previous", "palette", "back", "forward")
_SETTLED = 500  # ms after which the first window has long been painted


class Session(QObject):
    """Opens files in windows and keeps all windows in one theme."""

    stirred = Signal()  # a window came, shows something else, or went

    def __init__(
        self, app: QApplication, settings: Settings, tasks: Tasks, today: date, clock: Clock
    ) -> None:
        super().__init__(app)
        self.versions = VersionsKept(self, tasks, clock)
        self._app, self.settings, self._tasks, self._today = app, settings, tasks, today
        self.windows: list[MainWindow] = []
        self._reloader: Reloader | None = None
        self._samples: tuple[tuple[Path, str], ...] | None = None
        self._waiting = QTimer(self, singleShot=True, interval=_SETTLED)
        self._waiting.timeout.connect(self._begin_watching)
        self._theme = self._current_theme()
        themes.apply(app, self._theme)
        settings.changed.connect(self._restyle)
        app.styleHints().colorSchemeChanged.connect(self._restyle)

    # ---------------------------------------------------------------------------------------------- files

    def open(self, files: Sequence[Path]) -> None:
        """Open each file in a window of its own; without a file, show the first-run page."""
        if not files and not self.windows:
            self._show(self.new_window())
        self._open_each(files, None)

    def start(self, files: Sequence[Path]) -> None:
        """Open the files that the program was started with, or those of last time."""
        if files:
            self.open(files)
        else:
            self.reopen()

    def reopen(self) -> None:
        """Open the files that were open when the program ended, if that is wished; else as without a file."""
        last = [Path(name) for name in self.settings.now.last] if self.settings.now.reopen else []
        gone = [path for path in last if not os.path.isfile(path)]  # noqa: PTH113 - it takes any name
        self.settings.returning = frozenset(map(str, last))
        self.open([path for path in last if path not in gone])
        self.settings.returning = frozenset()
        if gone:
            self.windows[-1].frame.status.say(_not_opened(gone), lasting=True)

    def take(self, files: Sequence[Path]) -> None:
        """Open what another start of the program was given, and come to the front."""
        shown = self._open_each(files, None)
        for window in shown or self.windows[-1:]:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.raise_()
            window.activateWindow()

    def _open_from(self, window: MainWindow, files: Sequence[Path]) -> None:
        self._open_each(files, window)

    def _open_each(self, files: Sequence[Path], beside: MainWindow | None) -> list[MainWindow]:
        """Show files that were named together; each is told, those that do not open as well."""
        shown: list[MainWindow] = []
        for path in files:
            shown.append(self._open_one(hosting.known(path.absolute(), self.windows), beside, shown))
        return shown

    def _open_one(
        self, path: Path, beside: MainWindow | None, taken: Sequence[MainWindow] = ()
    ) -> MainWindow:
        """Show a file: where it is open already, else in an empty window, else in a new one.

        Args:
            path: the file.
            beside: the window in which it was asked for, if any.
            taken: windows that keep what they show: what is wrong with files that were named with this one.
        """
        snapshot = read_snapshot(path)
        if snapshot.briefing is None and self.drafts.takes(snapshot):
            return self.drafts.open(path, beside, taken)
        window = hosting.window_for(path, self.windows, beside, taken)
        if window is not None:
            if window.document.correcting:
                return self._open_later(path, window)
            hosting.show_in(window, snapshot)
        else:
            window = self.new_window(snapshot)
        if snapshot.briefing is not None:
            self.settings.opened(path, snapshot.briefing.title)
        self._show(window)
        self._remember_open_files()
        self._watch(path)
        return window

    @cached_property
    def reviewer(self) -> ReviewerKept:
        """Who reviews; asked when a review is first signed off."""
        from briefing_app.gui.reviewer import ReviewerKept

        return ReviewerKept(self.settings, self._today)

    @cached_property
    def drafts(self) -> Drafts:
        """What makes drafts from articles; its modules are loaded when the first one is wanted."""
        from briefing_app.gui.drafts import Drafts

        return Drafts(self, self, self.settings, self._tasks, self._today)

    def place(self, snapshot: Snapshot, beside: MainWindow) -> MainWindow:
        """Show a draft in an empty window, best in the one where it was asked for, else in a new one."""
        empty = [each for each in (beside, *self.windows) if each in self.windows and hosting.is_empty(each)]
        window = empty[0] if empty else self.new_window(snapshot)
        if empty:
            window.show_snapshot(snapshot)
        self._show(window)
        return window

    def _open_later(self, path: Path, window: MainWindow) -> MainWindow:
        """Open a file in a window once what was put right there is saved or given up."""
        from briefing_app.gui.fixing import ask_first

        self._show(window)
        ask_first(window, partial(self._open_one, path, window))
        return window

    def _show(self, window: MainWindow) -> None:
        window.show()
        if len(self.windows) > 1:
            window.raise_()
            window.activateWindow()

    def _ask(self, window: MainWindow) -> None:
        from briefing_app.gui.dialogs.files import ask_for_files

        snapshot = window.document.snapshot
        last = snapshot.path.parent if snapshot else Path.home()
        ask_for_files(window, last, partial(self._open_from, window))

    def save(self, window: MainWindow, then: Callable[[], object] | None = None) -> None:
        """Save what a window shows in its file, else ask where, and go on with `then` once that is done."""
        from briefing_app.gui.edit_acts import save

        save(self, window, then)

    def save_as(self, window: MainWindow, then: Callable[[], object] | None = None) -> None:
        """Ask where to save what a window shows, and go on with `then` once that is done."""
        from briefing_app.gui.dropped import tell_refused
        from briefing_app.gui.edit_acts import editor_of
        from briefing_app.gui.saving import ask

        if (editor := editor_of(self, window)).commit():
            ask(window, partial(self.saved, window, then))
        else:
            tell_refused(window, editor.form())

    def saved(self, window: MainWindow, then: Callable[[], object] | None, path: Path) -> None:
        """Remember and follow the file in which a window was saved, and go on."""
        if window.document.briefing is not None:
            self.settings.opened(path, window.document.briefing.title)
        self._remember_open_files()
        self._watch(path)
        self.versions.keep(window, path)
        if then is not None:
            then()

    def _watch(self, opened: Path | None = None) -> None:
        """Follow the files that are shown now; the first time, once the window stands."""
        if self._reloader is not None:
            self._reloader.follow(opened)
        elif not self._waiting.isActive():
            self._waiting.start()

    def _begin_watching(self) -> None:
        from briefing_app.gui.reloading import Reloader

        self._reloader = Reloader(self.windows, self)

    def _remember_open_files(self) -> None:
        shown = [window.document.snapshot for window in self.windows]
        self.settings.change(
            last=tuple(str(each.path) for each in shown if each and each.briefing and not each.draft)
        )

    # -------------------------------------------------------------------------------------------- windows

    def new_window(self, snapshot: Snapshot | None = None) -> MainWindow:
        """Return another window, not shown yet, with a file or with the first-run page."""
        window = MainWindow(self.settings, self._tasks, self._theme, self._today, self.samples, snapshot)
        self.windows.append(window)
        window.open_asked.connect(partial(self._ask, window))
        window.files_wanted.connect(partial(self._open_from, window))
        window.closed.connect(partial(self._closed, window))
        window.saving.connect(partial(self.versions.keep_read, window))
        window.document.changed.connect(self.stirred)
        window.problems_made.connect(partial(_serve_problems, self, window))
        _connect_actions(self, self.settings, window)
        for listed in ("recent", "samples"):
            menu = window.submenus[listed]
            menu.aboutToShow.connect(partial(_fill_files, self, window, listed, menu))
        for filled in ("add-item", "move-to", "merge"):
            menu = window.submenus[filled]
            menu.aboutToShow.connect(partial(_fill_edits, self, window, filled, menu))
        self.stirred.emit()
        return window

    def _closed(self, window: MainWindow) -> None:
        if window in self.windows:
            if len(self.windows) > 1:
                self.windows.remove(window)
                self._remember_open_files()
            else:
                self._remember_open_files()
                self.windows.remove(window)
            window.deleteLater()
            self._watch()
            self.stirred.emit()

    def quit(self) -> None:
        """Close every window; the files that were open come back at the next start."""
        self._remember_open_files()
        last = self.settings.now.last
        for window in tuple(self.windows):
            window.close()
        self.settings.change(last=last)

    def samples(self) -> tuple[tuple[Path, str], ...]:
        """Return path and title of each sample."""
        if self._samples is None:
            read = ((path, read_snapshot(path).briefing) for path in samples())
            self._samples = tuple((path, briefing.title) for path, briefing in read if briefing)
        return self._samples

    # ---------------------------------------------------------------------------------------------- theme

    def _current_theme(self) -> Theme:
        now = self.settings.now
        scheme = themes.system_scheme(self._app) if now.scheme == "system" else now.scheme
        contrast = themes.system_high_contrast(self._app)
        look = partial(themes.load_theme, scheme, now.text_size / 100, high_contrast=contrast)
        return look(letters=now.letter_keys)

    def _restyle(self) -> None:
        """Follow the settings and the system; off the signal, for windows are drawn anew."""
        if self._current_theme() != self._theme:
            QTimer.singleShot(0, self, self._apply_theme)

    def _apply_theme(self) -> None:
        self._theme = self._current_theme()
        for window in self.windows:
            window.memory.hold()  # the application's font moves what is still drawn in the old one
        themes.apply(self._app, self._theme)
        for window in self.windows:
            window.set_theme(self._theme)


def _connect_actions(session: Session, settings: Settings, window: MainWindow) -> None:
    """Connect the actions that concern more than one window."""
    does: dict[Id, Callable[[], object]] = {
        "new": lambda: session.drafts.ask(window),
        "paste-article": lambda: session.drafts.paste(window),
        "save": partial(session.save, window),
        "save-as": partial(session.save_as, window),
        "quit": session.quit,
        "larger": partial(settings.resize_text, TEXT_STEP),
        "smaller": partial(settings.resize_text, -TEXT_STEP),
        "normal": partial(settings.change, text_size=100),
        "reopen": partial(_turn, session, settings, window, "reopen"),
        "letter-keys": partial(_turn, session, settings, window, "letter-keys"),
        "scheme-system": partial(settings.change, scheme="system"),
        "scheme-light": partial(settings.change, scheme="light"),
        "scheme-dark": partial(settings.change, scheme="dark"),
    }
    table = window.actions_by_id
    does |= {name: partial(_edit, session, window, name) for name in _EDITS}
    does |= {name: partial(_seek, window, name) for name in _SEEKS}
    for name, what in does.items():
        table[name].triggered.connect(partial(call, what))
    chosen: dict[str, Id] = {"system": "scheme-system", "light": "scheme-light", "dark": "scheme-dark"}
    table[chosen[settings.now.scheme]].setChecked(True)
    table["reopen"].setChecked(settings.now.reopen)
    table["letter-keys"].setChecked(settings.now.letter_keys)


def _turn(session: Session, settings: Settings, window: MainWindow, name: Id) -> None:
    """Turn a setting on or off, in all windows."""
    on = window.actions_by_id[name].isChecked()
    settings.change(**{name.replace("-", "_"): on})
    for each in session.windows:
        each.actions_by_id[name].setChecked(on)


def _edit(session: Session, window: MainWindow, name: Id) -> None:
    from briefing_app.gui.edit_acts import do

    do(session, window, name)


def _seek(window: MainWindow, name: Id) -> None:
    from briefing_app.gui.seeking import seek

    seek(window, name)


def _fill_edits(session: Session, window: MainWindow, name: Id, menu: QMenu) -> None:
    from briefing_app.gui.edit_acts import fill

    fill(session, window, name, menu)


def _fill_files(session: Session, window: MainWindow, name: Id, menu: QMenu) -> None:
    from briefing_app.gui.file_menus import fill_recent, fill_samples

    if name == "recent":
        fill_recent(session.settings, window, menu)
    else:
        fill_samples(session.samples, window, menu)


def _serve_problems(session: Session, window: MainWindow, view: ProblemsView) -> None:
    """Let what is wrong with a file be put right in its window."""
    from briefing_app.gui.fixing import fixing_of

    fixing = fixing_of(window)
    fixing.after_saving = partial(session.versions.keep, window)
    fixing.serve(view)
    view.listed = lambda path: str(path) in session.settings.now.recent
    view.forget_wanted.connect(partial(_forget, session.settings, window))


def _forget(settings: Settings, window: MainWindow, path: Path) -> None:
    """Take the file of a window off the list of those opened last."""
    settings.forget(str(path))
    window.show_document()


def read_snapshot(path: Path) -> Snapshot:
    """Return a file as a snapshot; one that cannot be read at all is a snapshot of its problems."""
    try:
        return snapshot_of(path, open_briefing(path))
    except BriefingError as error:
        return Snapshot(path, problems=error.problems)


def _not_opened(gone: Sequence[Path]) -> str:
    """Return what is said of files that were open last time and are not there any more."""
    return ntr(
        "Not opened again: {names}. It was moved or deleted.",
        "Not opened again: {names}. They were moved or deleted.",
        len(gone),
        names=", ".join(visible(path.name) for path in gone),
    )
