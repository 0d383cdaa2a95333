"""What the actions that edit a briefing do: each by its name in the table, on the window's own editor."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from briefing_app.gui import arranging
from briefing_app.gui.citing import add_passage
from briefing_app.gui.dropped import tell_refused
from briefing_app.gui.editing import Editor
from briefing_app.gui.saving import save_over
from briefing_app.gui.unsaved import Unsaved

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QMenu

    from briefing_app.gui.action_rows import Id
    from briefing_app.gui.drafts import Drafts
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.reviewer import ReviewerKept
    from briefing_app.gui.versions_kept import VersionsKept


_ANYWHERE: tuple[Id, ...] = ("versions", "compare", "undo", "redo")  # of these, the view that is held stays


class Saves(Protocol):
    """What saves the briefings of windows, and knows who reviews them: the session."""

    @property
    def reviewer(self) -> ReviewerKept:
        """Who reviews."""

    @property
    def windows(self) -> Sequence[MainWindow]:
        """All windows that there are."""

    @property
    def versions(self) -> VersionsKept:
        """What keeps a version at every save."""

    @property
    def drafts(self) -> Drafts:
        """What makes drafts from articles."""

    def save(self, window: MainWindow, then: Callable[[], object] | None = None) -> None:
        """Save what a window shows, and go on with `then` once that is done."""

    def save_as(self, window: MainWindow, then: Callable[[], object] | None = None) -> None:
        """Ask where to save what a window shows, and go on with `then` once that is done."""

    def saved(self, window: MainWindow, then: Callable[[], object] | None, path: Path) -> None:
        """Remember and follow the file in which a window was saved, and go on."""


def editor_of(session: Saves, window: MainWindow) -> Editor:
    """Return what edits the briefing of a window."""
    found = window.findChild(Editor)
    if found is None:
        found = Editor(window)
        Unsaved(window, found, partial(session.save, window))
    return found


def save(session: Saves, window: MainWindow, then: Callable[[], object] | None) -> None:
    """Save what a window shows in its own file, or ask for one where it has none that can be written."""
    editor = editor_of(session, window)
    if not editor.commit():
        tell_refused(window, editor.form())
    elif not save_over(window, partial(session.saved, window, then)):
        session.save_as(window, then)


def do(session: Saves, window: MainWindow, name: Id) -> None:
    """Do what an action of the table says."""
    editor = editor_of(session, window)
    held = window.frame.holder.held
    if held is not None and not held.edits and name not in _ANYWHERE:
        held.leave()
    does: dict[Id, Callable[[], object]] = {
        "versions": partial(_versions, session, window, editor),
        "compare": partial(_compare, session, window, editor),
        "unused": partial(_show_unused, window),
        "undo": editor.undo,
        "redo": editor.redo,
        "review": partial(_review, session, window, editor),
        "edit-item": editor.edit,
        "record-outcome": partial(editor.edit, "outcome.state"),
        "edit-whole": editor.edit_whole,
        "edit-source": editor.edit_source,
        "add-passage": partial(add_passage, editor),
        "add-article": partial(_add_article, session, window, editor),
        "duplicate": partial(arranging.duplicate, editor),
        "move-up": partial(arranging.move_up, editor),
        "move-down": partial(arranging.move_down, editor),
        "delete": partial(arranging.delete, editor),
    }
    does[name]()


def _show_unused(window: MainWindow) -> None:
    from briefing_app.gui.drafts import show_unused

    show_unused(window)


def _review(session: Saves, window: MainWindow, editor: Editor) -> None:
    from briefing_app.gui.reviewing import reviewing_of

    reviewing_of(window, editor, session.reviewer).toggle()


def _add_article(session: Saves, window: MainWindow, editor: Editor) -> None:
    from briefing_app.gui.adding import ask

    if editor.commit():
        ask(window, editor, session.drafts)


def _compare(session: Saves, window: MainWindow, editor: Editor) -> None:
    from briefing_app.gui.compare_acts import choose

    if editor.commit():
        choose(window, session.windows, session.versions.clock())


def _versions(session: Saves, window: MainWindow, editor: Editor) -> None:
    from briefing_app.gui.compare_acts import show_versions

    if editor.commit():
        show_versions(window, editor, session.versions)


def fill(session: Saves, window: MainWindow, name: Id, menu: QMenu) -> None:
    """Offer in a menu what can be added, or where the selected item can stand."""
    editor = editor_of(session, window)
    fills = {"add-item": arranging.fill_parts, "move-to": arranging.fill_moves}
    fills.get(name, arranging.fill_people)(editor, menu)
