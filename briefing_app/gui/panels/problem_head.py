"""What stands above the list of problems: what is wrong in one line, and how far it is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from briefing_app.gui.panels.problem_signs import Sign
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.problems import errors
from briefing_app.model.visible import visible
from briefing_app.words import ntr, tr
from briefing_app.words.problems import say

if TYPE_CHECKING:
    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.theme import Theme
    from briefing_app.model.problems import Problem
    from briefing_app.workflow.fixing import Working

# Of these another file is the way out, not a change of this one.
_NO_BRIEFING = frozenset(
    {"file-not-found", "file-is-folder", "file-not-regular", "file-kind", "file-binary", "file-prose"}
    | {"file-html", "file-xml", "pdf-no-briefing"}
)


def no_briefing(snapshot: Snapshot) -> Problem | None:
    """Return the problem that says that a file is no briefing at all, None where it is meant as one."""
    return next((each for each in snapshot.problems if each.code in _NO_BRIEFING), None)


def is_gone(snapshot: Snapshot) -> bool:
    """Tell whether there is no file at all."""
    return any(each.code == "file-not-found" for each in snapshot.problems)


def head(snapshot: Snapshot, theme: Theme, *, saved: bool = False) -> QHBoxLayout:
    """Return the sign, the title, and how far the file is put right.

    Args:
        snapshot: the file.
        theme: what it is drawn with.
        saved: the file was written with some of its problems put right.
    """
    line = QHBoxLayout()
    line.setSpacing(theme.px(18))
    line.addWidget(Sign(theme, right=not errors(snapshot.problems)), 0, Qt.AlignmentFlag.AlignTop)
    texts = QVBoxLayout()
    texts.setSpacing(theme.px(6))
    texts.addWidget(TextLine(theme, title(snapshot), "title"))
    texts.addWidget(TextLine(theme, standing(snapshot, saved=saved), "ui", "ink2", selectable=True))
    line.addLayout(texts, 1)
    return line


def title(snapshot: Snapshot) -> str:
    """Return the title of the view, which says how many errors there are."""
    if not errors(snapshot.problems):
        return tr("All problems are put right")
    if (wrong := no_briefing(snapshot)) is not None:
        if wrong.code == "file-not-found":
            return tr("There is no such file: {file}", file=visible(snapshot.path.name))
        return say(wrong.code, wrong.values).message.rstrip(".")
    return ntr(
        "This briefing has {n} problem", "This briefing has {n} problems", len(errors(snapshot.problems))
    )


def standing(snapshot: Snapshot, *, saved: bool = False) -> str:
    """Return how far the file is put right, and whether anything in it was changed."""
    working, name = snapshot.working, snapshot.path.name
    if is_gone(snapshot):
        folder = visible(str(snapshot.path.parent))
        return tr("It is not in {folder}. It may have been moved, renamed or deleted.", folder=folder)
    if working is None or not working.unsaved:
        if saved:
            return tr("{file} is saved as far as it was put right, and does not open yet.", file=name)
        return tr("{file} did not open as it is. Nothing in the file was changed.", file=name)
    if not working.left:
        return tr("This is not in {file} yet. Save it, and the briefing opens.", file=name)
    rest = tr("not in the file yet") if saved else tr("nothing in the file was changed yet")
    return tr("{left}; {rest}.", left=_left(working), rest=rest)


def _left(working: Working) -> str:
    """Return how many problems are left, of those that there were and of those that came to light."""
    old = working.left_of_first
    if new := working.left - old if old else 0:
        return tr(
            "{old} of {first} left, and {new} that came to light", old=old, first=working.first, new=new
        )
    if old and old < working.first:
        return tr("{left} of {first} left", left=old, first=working.first)
    return tr("{n} left", n=working.left)
