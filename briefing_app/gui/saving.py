"""Saves the briefing that a window shows as a file of its own, and tells what came of it."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from briefing_app.assets import resource
from briefing_app.gui.dialogs.files import ask_for_briefing
from briefing_app.gui.document import snapshot_of
from briefing_app.model.briefing import SUFFIX
from briefing_app.model.problems import BriefingError
from briefing_app.model.visible import visible
from briefing_app.words import tr
from briefing_app.words.problems import say_all
from briefing_app.workflow.saving import Origin, save_as

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QFileDialog

    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.main_window import MainWindow


def ask(window: MainWindow, then: Callable[[Path], None]) -> QFileDialog | None:
    """Ask where to save what a window shows, and go on from there; None where it shows no briefing.

    Args:
        window: the window; it shows the new file afterwards.
        then: gets the file once it is written.
    """
    snapshot = window.document.snapshot
    if snapshot is None or snapshot.briefing is None:
        return None
    return ask_for_briefing(window, suggestion(snapshot), partial(save, window, snapshot, then))


def save(
    window: MainWindow, snapshot: Snapshot, then: Callable[[Path], None], target: Path, replace: bool
) -> None:
    """Save a snapshot to a file and show that file, or say why it was not saved."""
    if snapshot.briefing is None:
        return
    whole = not (snapshot.partial or snapshot.attached)
    origin = None if snapshot.draft else Origin(snapshot.path, snapshot.digest, whole)
    window.saving.emit(target)
    try:
        opened = save_as(snapshot.briefing, target, origin, replace=replace)
    except BriefingError as error:
        offers = [(tr("Save as…"), window.actions_by_id["save-as"].trigger)]
        known = snapshot.work is not None and snapshot.work.saved is not None
        if error.problems[0].code == "file-changed" and known:
            offers.insert(0, (tr("Merge…"), partial(_merge, window)))
        words = tr("Not saved. {reason}", reason=say_all(error.problems))
        window.frame.status.say(words, offers, color="error")
        return
    item, mark = window.selection.item, window.selection.mark
    fresh = snapshot_of(target, opened)
    if snapshot.work is not None:  # what was done before can still be undone
        kept = snapshot.work.kept()
        fresh = fresh._replace(briefing=kept.briefing, work=kept)
    window.show_snapshot(fresh)
    if item:
        window.pick(item, mark)
    window.frame.status.say(tr("Saved as {path}.", path=visible(str(target))))
    then(target)


def _merge(window: MainWindow) -> None:
    from briefing_app.gui.merging import ask_to_merge

    ask_to_merge(window)


def save_over(window: MainWindow, then: Callable[[Path], None]) -> bool:
    """Save what a window shows in the file that it was read from; tell whether that could be tried.

    Args:
        window: the window.
        then: gets the file once it is written.

    Returns:
        False where it has no file of its own, or one that comes with the program.
    """
    snapshot = window.document.snapshot
    if snapshot is None or snapshot.briefing is None or snapshot.draft or not snapshot.editable:
        return False
    if snapshot.path.parent == resource("examples") or not os.access(snapshot.path.parent, os.W_OK):
        return False
    if not snapshot.is_edited:
        window.frame.status.say(tr("Nothing to save: nothing has changed since it was saved."))
        return True
    save(window, snapshot, then, snapshot.path, replace=True)
    return True


def suggestion(snapshot: Snapshot) -> Path:
    """Return a file for a snapshot: its own where all of it is shown, else one beside it that is not there.

    Where that folder cannot be written, it is one among the user's documents.
    """
    path = snapshot.path
    if not os.access(path.parent, os.W_OK):
        found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path = Path(found or Path.home()) / path.name
    elif not (snapshot.partial or snapshot.attached or snapshot.draft):
        return path
    stem = path.stem if not snapshot.attached else Path(snapshot.attached).stem or path.stem
    names = (stem, *(f"{stem}-{n}" for n in range(2, 100)))
    free = (path.with_name(name + SUFFIX) for name in names)
    there = os.path.exists  # not Path's own, which fails for a name that is too long
    return next((each for each in free if not there(each)), path.with_name(stem + SUFFIX))
