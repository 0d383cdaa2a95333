"""What can be done about the problem that is selected, and about all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.gui.panels.flow import FlowLayout
from briefing_app.gui.panels.problem_head import no_briefing
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import explain
from briefing_app.model.date_words import in_words
from briefing_app.model.dates import DateError, parse
from briefing_app.model.visible import visible
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.panels.problem_guard import ClickGuard
    from briefing_app.gui.theme import Theme
    from briefing_app.gui.widgets.button import Style
    from briefing_app.gui.widgets.icons import IconName
    from briefing_app.workflow.fixes import Fix
    from briefing_app.workflow.fixing import Target, Working

_LONGEST = 40


class ProblemActions(QWidget):
    """The buttons above the list: one of them is the primary one."""

    fix_wanted = Signal()
    edit_wanted = Signal()
    save_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    open_without = Signal()
    check_again = Signal()
    copy_report = Signal()
    open_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        snapshot: Snapshot,
        working: Working | None,
        fix: Fix | None,
        target: Target | None,
    ) -> None:
        """Make the buttons.

        Args:
            theme: what they draw with.
            snapshot: the file.
            working: its text as it has been put right so far, None where that cannot be done.
            fix: the fix of the selected problem, if one is known.
            target: what is edited to put it right, None where that cannot be done here.
        """
        super().__init__()
        self._theme = theme
        self._flow = FlowLayout(theme.px(8), theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._flow)
        self.primary: Button | None = None
        unsaved = working is not None and working.unsaved
        done = working is not None and unsaved and not working.left
        if done:
            self._add(tr("Save the corrected file"), self.save_wanted, "primary", "save")
        self._add_of_problem(snapshot, fix, target)
        again = not unsaved and self.primary is not None
        if not unsaved and not again:
            self._add(tr("Check again"), self.check_again, "primary", "refresh")
        self._add_without(snapshot, unsaved=unsaved)
        if unsaved and not done:
            self._add(tr("Save what is fixed"), self.save_wanted, "outline", "save")
        if working is not None:
            self._add_steps(working)
        self._add(tr("Copy report"), self.copy_report, "plain", "copy")
        if again:
            self._add(tr("Check again"), self.check_again, "plain", "refresh")

    def watch(self, guard: ClickGuard) -> None:
        """Let a guard see what presses the buttons."""
        for button in self.findChildren(Button):
            button.installEventFilter(guard)

    def offer_to_forget(self, forget: Callable[[], object]) -> None:
        """Offer to take the file off the list of those opened last."""
        button = Button(self._theme, tr("Take it off the list"), "outline", icon="cross", height=36)
        button.clicked.connect(forget)
        self._flow.addWidget(button)

    def _add_of_problem(self, snapshot: Snapshot, fix: Fix | None, target: Target | None) -> None:
        if no_briefing(snapshot) is not None:
            self._add(tr("Open…"), self.open_wanted, "primary", "open")
        if fix is not None:
            button = self._add(label(fix), self.fix_wanted, "primary", "check")
            if meant := _date_in_words(fix):
                explain(button, meant)
        if target is not None:
            self._add(_edit_words(target), self.edit_wanted, "primary", "pencil")

    def _add(self, text: str, does: SignalInstance, style: Style, icon: IconName | None = None) -> Button:
        """Add a button; a primary one only while there is none."""
        if style == "primary" and self.primary is not None:
            style = "outline"
        button = Button(self._theme, text, style, icon=icon, height=36)
        if style == "primary":
            self.primary = button
        button.clicked.connect(does)
        self._flow.addWidget(button)
        return button

    def _add_without(self, snapshot: Snapshot, *, unsaved: bool) -> None:
        if snapshot.sound_part is None or not snapshot.left_out:
            return
        words = ntr("Open without this item", "Open without these {n} items", snapshot.left_out)
        button = self._add(words, self.open_without, "outline")
        if unsaved:
            button.setEnabled(False)
            explain(button, tr("Save what is fixed first, or undo it"))

    def _add_steps(self, working: Working) -> None:
        if not working.done and not working.undone:
            return
        steps: tuple[tuple[str, SignalInstance, IconName, bool], ...] = (
            (tr("Undo (Ctrl+Z)"), self.undo_wanted, "undo", bool(working.done)),
            (tr("Redo (Ctrl+Shift+Z)"), self.redo_wanted, "redo", bool(working.undone)),
        )
        for text, does, icon, there in steps:
            button = Button(self._theme, text, icon=icon, icon_only=True, height=36)
            button.clicked.connect(does)
            button.setEnabled(there)
            self._flow.addWidget(button)


def _edit_words(target: Target) -> str:
    if target.kind == "line":
        return tr("Edit the line")
    if target.choices:
        return tr("Choose the value")
    return tr("Edit the key") if target.kind == "key" else tr("Edit the value")


def _date_in_words(fix: Fix) -> str:
    """Return what the date means that a fix puts there, empty where it puts no date."""
    try:
        return visible(in_words(parse(fix.shown))) if fix.kind == "use" else ""
    except DateError:
        return ""


def label(fix: Fix) -> str:
    """Return the words of the button that applies a fix."""
    if fix.kind == "use":
        shown = visible(fix.shown if len(fix.shown) <= _LONGEST else fix.shown[: _LONGEST - 1] + "…")
        return tr("Use “{value}”", value=shown) if fix.quoted else tr("Use {value}", value=shown)
    words = {
        "put-comma": tr("Put the comma"),
        "put-colon": tr("Put the colon"),
        "remove-comma": tr("Remove the comma"),
        "remove-comment": tr("Remove the comment"),
        "remove-key": tr("Remove the key “{key}”", key=visible(fix.shown)),
        "remove-mark": tr("Remove the byte order mark"),
    }
    return words[fix.kind]
