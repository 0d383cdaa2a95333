"""Keeps a window open while changes to its briefing are not saved, and asks once what becomes of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from briefing_app.gui.dialogs.question import SaveQuestion
from briefing_app.model.visible import visible
from briefing_app.words import tr
from briefing_app.workflow import attaching

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMessageBox

    from briefing_app.gui.editing import Editor
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.model.sources import Source


class Unsaved(QObject):
    """Looks after the changes of one window; it belongs to the window."""

    def __init__(
        self,
        window: MainWindow,
        editor: Editor,
        save: Callable[[Callable[[], object] | None], object],
    ) -> None:
        """Make it.

        Args:
            window: the window.
            editor: edits what it shows.
            save: saves what the window shows, and goes on with what it is given once that is done.
        """
        super().__init__(window)
        self._window, self._editor, self._save = window, editor, save
        self._given_up = False
        self._kept: list[Source] = []
        self._question = SaveQuestion(window)
        window.document.changed.connect(self._take_up)
        window.installEventFilter(self)

    def _take_up(self) -> None:
        self._given_up = False

    @property
    def question(self) -> QMessageBox | None:
        """The question that is asked now, if any."""
        return self._question.box

    def ask(self, then: Callable[[], object]) -> None:
        """Ask what becomes of changes that are not saved, and go on once they are saved or given up."""
        snapshot = self._window.document.snapshot
        name = visible(snapshot.path.name) if snapshot is not None else ""
        text = tr("Save the changes to “{name}”?", name=name)
        more = tr("Without saving they are lost.")
        save, discard = partial(self._save_and, then), partial(self._discard_and, then)
        self._question.ask(tr("Unsaved changes"), text, more, save=save, discard=discard)

    def _save_and(self, then: Callable[[], object]) -> None:
        if self._editor.commit():
            self._save(then)

    def _discard_and(self, then: Callable[[], object]) -> None:
        self.give_up()
        then()

    def forget_with(self, source: Source) -> None:
        """Forget the text of a source that is not saved yet, should the changes be given up."""
        self._kept.append(source)

    def give_up(self) -> None:
        """Let the changes go, and the texts of sources that came with them and are in no file."""
        self._editor.cancel()
        self._given_up = True
        snapshot = self._window.document.snapshot
        saved = snapshot.work.saved if snapshot is not None and snapshot.work is not None else None
        in_file = {source.digest for source in saved.sources} if saved is not None else set()
        for source in self._kept:
            if source.digest not in in_file:
                attaching.let_go(source)
        self._kept = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask before changes go with the window; a draft has its own question."""
        snapshot = self._window.document.snapshot
        closing = event.type() == QEvent.Type.Close and watched is self._window
        if not closing or self._given_up or snapshot is None or snapshot.draft:
            return super().eventFilter(watched, event)
        if not (snapshot.is_edited or self._window.document.writing):
            return super().eventFilter(watched, event)
        event.ignore()
        self.ask(self._window.close)
        return True
