"""Brings together what was changed in a window and what became of its file on disk meanwhile."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing_app.gui.dialogs.merging import MergingDialog
from briefing_app.model.problems import BriefingError
from briefing_app.words import tr
from briefing_app.words.problems import say_all
from briefing_app.workflow.editing import Changes
from briefing_app.workflow.merging import merged
from briefing_app.workflow.opening import open_briefing
from briefing_app.workflow.undoing import Step, Work

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing_app.files.reading import Opened
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.merging import Side


def ask_to_merge(window: MainWindow) -> MergingDialog | None:
    """Ask what stands where both sides changed the same; None where there is nothing to bring together."""
    snapshot = window.document.snapshot
    if snapshot is None or snapshot.work is None or snapshot.work.saved is None:
        return None
    try:
        opened = open_briefing(snapshot.path)
        theirs = _sound(opened)
        found = merged(snapshot.work.saved, snapshot.work.briefing, theirs)
    except BriefingError as error:
        _tell(window, error)
        return None
    dialog = MergingDialog(window, window.frame.theme, found, snapshot.work.briefing, theirs)
    dialog.chosen.connect(partial(_merge, window, opened))
    dialog.open()
    return dialog


def _sound(opened: Opened) -> Briefing:
    if opened.briefing is None:
        raise BriefingError(*opened.problems)
    return opened.briefing


def _merge(window: MainWindow, opened: Opened, choices: Mapping[str, Side]) -> None:
    """Show both changes as one, unsaved; what was here can be had by undoing."""
    snapshot = window.document.snapshot
    if snapshot is None or snapshot.work is None or snapshot.work.saved is None or opened.briefing is None:
        return
    work = snapshot.work
    try:
        found = merged(snapshot.work.saved, work.briefing, opened.briefing, choices)
    except BriefingError as error:
        _tell(window, error)
        return
    step = Step(work.briefing, Changes(tr("merge with the file on disk")))
    now = Work(found.briefing, opened.briefing, (*work.done, step))
    window.document.show(snapshot._replace(briefing=found.briefing, work=now, digest=opened.digest))
    window.frame.status.say(
        tr("Merged, and not saved yet."), [(tr("Save"), window.actions_by_id["save"].trigger)]
    )


def _tell(window: MainWindow, error: BriefingError) -> None:
    words = tr("Not merged. {reason}", reason=say_all(error.problems[:1]))
    window.frame.status.say(words, [(tr("Save as…"), window.actions_by_id["save-as"].trigger)], color="error")
