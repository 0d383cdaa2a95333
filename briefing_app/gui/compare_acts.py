"""What is compared and restored in a window: asks with what, reads it, and says why where it cannot be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing_app.assets import resource
from briefing_app.gui.comparing import Other, comparing_of
from briefing_app.gui.dialogs.against import Against, Choice
from briefing_app.gui.dialogs.files import ask_for_one
from briefing_app.model.problems import BriefingError, errors
from briefing_app.model.visible import visible
from briefing_app.words import tr
from briefing_app.words.problems import say
from briefing_app.workflow import versions
from briefing_app.workflow.comparing import read_side
from briefing_app.workflow.restoring import near_words, restore, size_words, when_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from briefing_app.files.versions import Version
    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.editing import Editor
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.versions_kept import VersionsKept
    from briefing_app.model.briefing import Briefing


def choose(window: MainWindow, windows: Sequence[MainWindow], now: datetime) -> Against | None:
    """Ask what the briefing of a window is compared with.

    Args:
        window: the window.
        windows: all that there are.
        now: the time.
    """
    snapshot = window.document.snapshot
    if snapshot is None or snapshot.briefing is None:
        return None
    choices = [*_last_saved(window, snapshot), *_windows(window, windows), *_versions(window, snapshot, now)]
    has_versions = any(choice.group == _of_versions() for choice in choices)
    nothing = "" if has_versions else _no_versions(snapshot)
    dialog = Against(window, window.frame.theme, choices, nothing)
    dialog.file_wanted.connect(partial(_ask_file, window, snapshot.path.parent))
    dialog.open()
    return dialog


def _of_versions() -> str:
    return tr("Earlier versions")


def _no_versions(snapshot: Snapshot) -> str:
    if _is_sample(snapshot):
        return tr("A sample has no earlier versions: save it under another name first.")
    return tr("No earlier version is kept yet: each save keeps one.")


def _is_sample(snapshot: Snapshot) -> bool:
    return snapshot.path.parent == resource("examples")


def _last_saved(window: MainWindow, snapshot: Snapshot) -> Iterator[Choice]:
    work = snapshot.work
    if snapshot.is_edited and work is not None and work.saved is not None:
        name = tr("{name} as saved", name=visible(snapshot.path.name))
        detail = tr("What was edited since then")
        other = Other(name, work.saved)
        yield Choice(tr("This file"), name, detail, partial(_begin, window, other))


def _windows(window: MainWindow, windows: Sequence[MainWindow]) -> Iterator[Choice]:
    for each in windows:
        there = each.document.snapshot
        if each is window or there is None or there.briefing is None:
            continue
        file = visible(there.path.name)
        title = visible(there.briefing.title)
        detail = tr("Unsaved draft") if there.draft else file
        name = title if there.draft else file
        other = Other(name, there.briefing)
        yield Choice(tr("Open windows"), title, detail, partial(_begin, window, other))


def _versions(window: MainWindow, snapshot: Snapshot, now: datetime) -> Iterator[Choice]:
    if snapshot.draft:
        return
    for version in versions.kept(snapshot.path).versions:
        read = partial(_begin_version, window, snapshot.path, version)
        yield Choice(_of_versions(), near_words(version.when, now), size_words(version.size), read)


def _begin(window: MainWindow, other: Other) -> None:
    held = window.frame.holder.held
    comparing = comparing_of(window)
    if held is not None and held is not comparing:
        held.leave()
        if window.frame.holder.held is not None:  # what is typed there cannot be saved
            return
    comparing.begin(other)


def _begin_version(window: MainWindow, path: Path, version: Version) -> None:
    def read() -> Briefing | None:
        opened = versions.read(path, version)
        if opened.briefing is None:
            raise BriefingError(*errors(opened.problems))
        return opened.briefing

    _read_and_begin(window, tr("version of {when}", when=when_words(version.when)), read)


def _ask_file(window: MainWindow, folder: Path) -> None:
    ask_for_one(window, folder, partial(begin_file, window))


def begin_file(window: MainWindow, path: Path) -> None:
    """Compare what a window shows with a file."""
    _read_and_begin(window, visible(path.name), partial(read_side, path))


def _read_and_begin(window: MainWindow, name: str, read: Callable[[], Briefing | None]) -> None:
    try:
        briefing = read()
    except BriefingError as error:
        said = say(error.problems[0].code, error.problems[0].values)
        reason = " ".join(part for part in said if part)
        words = tr("Not compared with {name}. {reason}", name=name, reason=reason)
        window.frame.status.say(words, color="error")
        return
    if briefing is not None:
        _begin(window, Other(name, briefing))


# --------------------------------------------------------------------------------- earlier versions


def show_versions(window: MainWindow, editor: Editor, keeper: VersionsKept) -> None:
    """List the earlier versions of the file that a window shows."""
    from briefing_app.files.versions import Listed
    from briefing_app.gui.dialogs.earlier_versions import EarlierVersions, Kept

    snapshot = window.document.snapshot
    if snapshot is None or snapshot.briefing is None:
        return
    listed = Listed() if snapshot.draft or _is_sample(snapshot) else versions.kept(snapshot.path)
    kept = Kept(snapshot.path, listed, snapshot.briefing, snapshot.editable, keeper.clock())
    dialog = EarlierVersions(window, window.frame.theme, kept, keeper.tasks)
    dialog.compare_wanted.connect(partial(_compare_version, window))
    dialog.restore_wanted.connect(partial(_restore, window, editor))
    window.closed.connect(dialog.let_go)
    dialog.open()


def _compare_version(window: MainWindow, version: Version, briefing: Briefing) -> None:
    _begin(window, Other(tr("version of {when}", when=when_words(version.when)), briefing))


def _restore(window: MainWindow, editor: Editor, version: Version, briefing: Briefing) -> None:
    """Put a version in the place of what is shown, as one step."""
    now = window.document.briefing
    if now is None:
        return
    when = when_words(version.when)
    editor.apply(restore(now, briefing, when))
    words = tr("The version of {when} is shown. Nothing is saved yet.", when=when)
    undo = window.actions_by_id["undo"].trigger
    save = window.actions_by_id["save"].trigger
    window.frame.status.say(words, [(tr("Undo"), undo), (tr("Save"), save)])
