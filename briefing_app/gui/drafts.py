"""Drafts in the window: made from an article, shown unsaved beside it, asked about before they are lost."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QStandardPaths
from PySide6.QtGui import QGuiApplication

from briefing_app.gui import selection
from briefing_app.gui.dialogs.from_article import FromArticle
from briefing_app.gui.dialogs.purpose import new_briefing
from briefing_app.gui.dialogs.question import SaveQuestion
from briefing_app.gui.document import Snapshot
from briefing_app.gui.panels.unused import UnusedView
from briefing_app.model.briefing import SUFFIX
from briefing_app.model.by_hand import is_by_hand
from briefing_app.model.visible import visible
from briefing_app.words import ntr, tr
from briefing_app.workflow import attaching
from briefing_app.workflow.drafting import counts, is_article
from briefing_app.workflow.known import Known, known

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QMessageBox

    from briefing_app.gui.dialogs.purpose import Look, Purpose
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.settings import Settings
    from briefing_app.gui.tasks import Tasks
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage
    from briefing_app.workflow.drafting import Beside, Taken


class Windows(Protocol):
    """What opens windows and saves what they show: the session."""

    windows: list[MainWindow]

    def new_window(self, snapshot: Snapshot | None = None) -> MainWindow:
        """Return another window, not shown yet."""

    def place(self, snapshot: Snapshot, beside: MainWindow) -> MainWindow:
        """Show a draft in an empty window, best in `beside`, else in a new one."""

    def save_as(self, window: MainWindow, then: Callable[[], object] | None = None) -> None:
        """Ask where to save what a window shows, and go on with `then` once that is done."""


class Drafts(QObject):
    """Makes drafts for the windows of a session."""

    def __init__(
        self, parent: QObject, session: Windows, settings: Settings, tasks: Tasks, today: date
    ) -> None:
        """Make it.

        Args:
            parent: owns it.
            session: opens windows.
            settings: what was opened before.
            tasks: runs work off the GUI thread.
            today: the day, which an address that is fetched keeps.
        """
        super().__init__(parent)
        self._session, self._settings, self._tasks, self._today = session, settings, tasks, today

    @staticmethod
    def takes(snapshot: Snapshot) -> bool:
        """Tell whether a file that is no briefing is one to draft from."""
        return is_article(snapshot.path, snapshot.problems)

    def open(self, path: Path, beside: MainWindow | None, taken: Sequence[MainWindow] = ()) -> MainWindow:
        """Draft from a file, in a dialog of a window that has none yet, and return that window.

        Args:
            path: the file.
            beside: the window in which it was asked for, if any.
            taken: windows that keep what they show.
        """
        windows = [each for each in (beside, *self._session.windows) if each and each not in taken]
        free = (window for window in windows if window.findChild(FromArticle) is None)
        host = next(free, None)
        window = host or self._session.new_window()
        window.show()
        dialog = self._dialog(window)
        if host is None:
            dialog.rejected.connect(partial(self._leave, window))
            dialog.open_wanted.connect(partial(self._leave, window))
        dialog.offer_file(path)
        return window

    def _leave(self, window: MainWindow, *_: object) -> None:
        """Close a window that was opened for an article alone; the last one stays with the first-run page."""
        if len(self._session.windows) > 1 and window.document.snapshot is None:
            window.close()

    def ask(self, window: MainWindow) -> FromArticle:
        """Ask for an article."""
        return window.findChild(FromArticle) or self._dialog(window)

    def paste(self, window: MainWindow) -> None:
        """Draft from what is on the clipboard: a text, a file or an address."""
        data = QGuiApplication.clipboard().mimeData()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        dialog = self.ask(window)
        if len(files) == 1:
            dialog.offer_file(Path(files[0]))
        else:
            dialog.offer_text(data.text())

    def _dialog(self, window: MainWindow) -> FromArticle:
        dialog = self.dialog(window, new_briefing(self._look))
        dialog.done_with.connect(partial(self.show, window))
        dialog.open_wanted.connect(partial(self._open_known, window))
        return dialog

    def dialog(self, window: MainWindow, purpose: Purpose) -> FromArticle:
        """Ask in a window for an article that is read for a purpose."""
        dialog = FromArticle(window, window.frame.theme, self._tasks, self._today.isoformat(), purpose)
        recent, shown = self._settings.now.recent, window.document.snapshot
        if shown is not None or recent:
            dialog.folder = (shown.path if shown is not None else Path(recent[0])).parent
        dialog.open()
        return dialog

    def _look(self) -> Look:
        """Return what finds a briefing that an article is in already: open now, or opened lately."""
        shown = [window.document.snapshot for window in self._session.windows]
        opened = [Known(each.path, each.briefing, each.draft) for each in shown if each and each.briefing]
        recent = [Path(name) for name in self._settings.now.recent]

        def find(taken: Taken) -> Known | None:
            return known(taken.opened.article.paragraphs, opened, recent)

        return find

    def _open_known(self, beside: MainWindow, found: Known) -> None:
        """Show the window in which a briefing is open, else open its file."""
        for window in self._session.windows:
            snapshot = window.document.snapshot
            if snapshot and snapshot.briefing == found.briefing and snapshot.path == found.path:
                window.raise_()
                window.activateWindow()
                return
        beside.files_wanted.emit([found.path])

    def show(self, window: MainWindow, beside: Beside) -> MainWindow:
        """Show a draft beside its text, in an empty window or a new one, and say what is in it."""
        built = beside.built
        path = _proposed(built.file, built.briefing.id)
        snapshot = Snapshot(path, built.briefing, problems=built.problems, draft=True)
        shown = self._session.place(snapshot, window)
        shown.document.attach(built.briefing.sources[0], beside.text)
        guard_of(shown, self._session).watch(forgets=not beside.kept_before)
        self._say(shown, built.briefing, len(built.problems))
        return shown

    def _say(self, window: MainWindow, briefing: Briefing, problems: int) -> None:
        left = len(briefing.unused)
        offers: list[tuple[str, Callable[[], object]]] = []
        if problems:
            words = ntr("{n} problem", "{n} problems", problems)
            if left:
                words = tr("{problems}, {n} not used", problems=words, n=left)
            offers.append((words, partial(show_unused, window)))
        elif left:
            offers.append((ntr("Show it", "Show them", left), partial(show_unused, window)))
        offers.append((tr("Save as…"), partial(self._session.save_as, window)))
        window.frame.status.say(drafted_words(briefing), offers)


def drafted_words(briefing: Briefing) -> str:
    """Return what a draft holds, and how many sentences it left over."""
    if is_by_hand(briefing):
        return tr("Nothing was drafted: the briefing has its headline and its source. Not saved yet.")
    found = counts(briefing)
    parts = (
        ntr("{n} participant", "{n} participants", found["participants"]),
        ntr("{n} agreement", "{n} agreements", found["agreements"]),
        ntr("{n} meeting", "{n} meetings", found["meetings"]),
    )
    left = ntr("{n} sentence not used", "{n} sentences not used", found["unused"])
    if not found["unused"]:
        left = tr("Every sentence with a cue was used")
    return tr("Draft: {found}. {left}. Not saved yet.", found=", ".join(parts), left=left)


def _proposed(file: str, name: str) -> Path:
    """Return where a draft would be saved: beside the article's file, else among the user's documents."""
    if file:
        return Path(file).absolute().with_suffix(SUFFIX)
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found or Path.home()) / (name + SUFFIX)


# ------------------------------------------------------------------------------------------- not used


def show_unused(window: MainWindow) -> UnusedView | None:
    """Show the sentences that became no item, and what is to be said of the article.

    A review has these sentences as its last group: there the first one is opened. None where the view is not
    shown.
    """
    snapshot, reading = window.document.snapshot, window.document.reading()
    if snapshot is None or reading is None:
        return None
    frame, held = window.frame, window.frame.holder.held
    left = next((each.id for each in reading.briefing.unused if not each.dismissed), "")
    if held is not None and held.edits and left:
        held.reveal(left)
        return None
    if held is not None:
        held.leave()
    if frame.holder.held is not None:  # what is typed there cannot be saved
        return None
    for before in frame.views.findChildren(UnusedView):
        frame.views.removeWidget(before)
        before.deleteLater()
    view = UnusedView(frame.theme, reading, snapshot.problems)
    view.picked.connect(partial(_pick, window))
    view.left.connect(partial(_leave, window))
    frame.views.addWidget(view)
    frame.views.setCurrentWidget(view)
    view.begin()
    return view


def _pick(window: MainWindow, passage: Passage) -> None:
    if window.document.briefing is not None:
        window.select(selection.of_passage(window.document.briefing, passage))


def _leave(window: MainWindow) -> None:
    window.frame.views.setCurrentWidget(window.frame.brief)
    window.frame.brief.setFocus()


# ------------------------------------------------------------------------------------------- not saved


class Guard(QObject):
    """Keeps a window open while its draft is not saved, and asks; it belongs to the window."""

    def __init__(self, window: MainWindow, session: Windows) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._forgets = self._given_up = False
        self._question = SaveQuestion(window)
        window.installEventFilter(self)

    @property
    def question(self) -> QMessageBox | None:
        """The question that is asked now, if any."""
        return self._question.box

    def watch(self, *, forgets: bool) -> None:
        """Look after the draft that the window shows now.

        Args:
            forgets: its text was kept for it alone, and goes when the draft is given up.
        """
        self._forgets, self._given_up = forgets, False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask before a draft goes with its window."""
        snapshot = self._window.document.snapshot
        closing = event.type() == QEvent.Type.Close and watched is self._window
        if closing and snapshot is not None and snapshot.draft and not self._given_up:
            event.ignore()
            self._ask(snapshot)
            return True
        return super().eventFilter(watched, event)

    def _ask(self, snapshot: Snapshot) -> None:
        title = visible(snapshot.briefing.title) if snapshot.briefing else ""
        self._question.ask(
            tr("Unsaved draft"),
            tr("Save the draft “{title}”?", title=title),
            tr("It is in no file yet."),
            save=lambda: self._session.save_as(self._window, self._window.close),
            discard=self._discard,
        )

    def _discard(self) -> None:
        self.give_up()
        self._window.close()

    def give_up(self) -> None:
        """Let the draft go, and its text where that was kept for it alone."""
        briefing = self._window.document.briefing
        if self._forgets and briefing is not None:
            for source in briefing.sources:
                attaching.let_go(source)
        self._given_up = True


def guard_of(window: MainWindow, session: Windows) -> Guard:
    """Return what looks after the draft of a window."""
    return window.findChild(Guard) or Guard(window, session)
