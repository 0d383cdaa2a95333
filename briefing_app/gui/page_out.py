"""The one page as a PDF that is dragged out of the window, made off the GUI thread."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication

from briefing_app.gui.dialogs.choosing import chosen_last
from briefing_app.gui.dragging import show_words
from briefing_app.model.visible import visible
from briefing_app.words import tr
from briefing_app.words.problems import say_all

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.frame import Frame
    from briefing_app.gui.settings import Settings
    from briefing_app.gui.tasks import Task, Tasks
    from briefing_app.model.problems import Problem
    from briefing_app.workflow.checking import Texts
    from briefing_app.workflow.exporting import Choice

_LONGEST = 120  # bytes of a file's name; no file system takes less than 143
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')


class _Page(NamedTuple):
    """What a page is made of."""

    snapshot: Snapshot
    texts: Texts
    paper: str


class PageOut(QObject):
    """Makes the page when the pointer takes hold of it, and drags it once it is made."""

    def __init__(
        self,
        window: QObject,
        tasks: Tasks,
        settings: Settings,
        frame: Callable[[], Frame],
        shown: Callable[[], tuple[Snapshot | None, Texts]],
    ) -> None:
        """Make it for a window.

        Args:
            window: where drags come from.
            tasks: runs work off the GUI thread.
            settings: the paper that was chosen last.
            frame: gives what is drawn in the window now.
            shown: gives what the window shows, and the texts attached to it.
        """
        super().__init__(window)
        self._tasks, self._settings, self._frame, self._shown = tasks, settings, frame, shown
        self._page: _Page | None = None
        self._task: Task | None = None
        self.file: Path | None = None
        self._held = False

    def prepare(self) -> None:
        """Begin to make the page, where what is shown has not been made already."""
        snapshot, texts = self._shown()
        self._held = False
        if snapshot is None or snapshot.briefing is None:
            return
        choice = chosen_last(self._settings.now, "one-page")
        if self._same(_Page(snapshot, texts, choice.paper)):
            return
        if self._task is not None:
            self._task.cancel()
        self._page, self.file = _Page(snapshot, texts, choice.paper), None
        work = partial(_make, snapshot, choice, texts, self._tasks.folder, file_name(snapshot.briefing.title))
        self._task = self._tasks.run(work)
        self._task.finished.connect(self._made)
        self._task.failed.connect(self._failed)

    def _same(self, page: _Page) -> bool:
        was = self._page
        return was is not None and was.snapshot is page.snapshot and was[1:] == page[1:]

    def drag(self) -> None:
        """Drag the page; at once or, if the button is held until then, when it is made."""
        if self.file is not None:
            self._begin(self.file)
        elif self._task is not None:
            self._held = True
            self._frame().status.say(tr("Making the page …"), lasting=True)

    def _made(self, file: Path) -> None:
        self.file, self._task = file, None
        if self._held:
            self._held = False
            self._frame().status.close_line()
            if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
                self._begin(file)
            else:
                self._frame().status.say(tr("The page is made: it can be dragged now."))

    def _failed(self, problems: tuple[Problem, ...]) -> None:
        self._task = self._page = None
        self._frame().status.say(
            tr("The page was not made. {reason}", reason=say_all(problems)), color="error"
        )

    def _begin(self, file: Path) -> None:
        page_drag(self, file).exec(Qt.DropAction.CopyAction)


def page_drag(source: QObject, file: Path) -> QDrag:
    """Return the drag of a file, not yet begun."""
    drag = QDrag(source)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drag.setMimeData(data)
    show_words(drag, file.name)
    return drag


def file_name(title: str) -> str:
    """Return a title as the name of a PDF that every system takes."""
    plain = " ".join(visible(_FORBIDDEN.sub(" ", title)).split()).strip(". ")
    short = plain.encode("utf-8", "ignore")[:_LONGEST].decode("utf-8", "ignore").strip(". ")
    return f"{short or tr('Briefing')}.pdf"


def _make(snapshot: Snapshot, choice: Choice, texts: Texts, folder: Path, name: str) -> Path:
    """Print the page to a folder of its own, so that pages with one title do not meet."""
    from dataclasses import replace

    from briefing_app.workflow.exporting import export_to

    target = folder / uuid4().hex / name
    with suppress(OSError):  # what is wrong with the folder is told when the page is written
        target.parent.mkdir(mode=0o700, parents=True)
    if snapshot.briefing is not None:
        export_to(snapshot.briefing, snapshot.path, target, replace(choice, texts=texts), force=True)
    return target
