"""What is wrong with a file: a list in its order, one problem at length, and what puts it right."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from briefing_app.gui.panels.problem_actions import ProblemActions
from briefing_app.gui.panels.problem_detail import ProblemDetail
from briefing_app.gui.panels.problem_guard import ClickGuard
from briefing_app.gui.panels.problem_head import head, is_gone, title
from briefing_app.gui.panels.problem_row import ProblemRow, heading, position
from briefing_app.gui.panels.problem_signs import Changed
from briefing_app.gui.panels.scrolling import Hairline, paint_ground, step_focus
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.visible import visible
from briefing_app.words import ntr, tr
from briefing_app.words.problems import say
from briefing_app.workflow.excerpt import excerpt, lines_of
from briefing_app.workflow.fixing import begin

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.theme import Theme
    from briefing_app.model.problems import Problem
    from briefing_app.workflow.fixes import Fix
    from briefing_app.workflow.fixing import Target, Working

_WIDEST = 968
_LARGE = 200_000  # characters of a file that is checked only when one stops typing
_PATIENCE = 200  # ms
_SETTLED = 30  # ms
_MOST_SHOWN = 200
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


Key = tuple[tuple[str | int, ...], str]  # the path of a problem and its code


@dataclass
class Pending:
    """What is being done in a view of problems; it outlives the view when the window is drawn anew.

    Attributes:
        path: the file.
        row: which problem is selected.
        typed: what is typed and not applied yet, by the problem that it is to put right.
        saved: the file that was written here, with some of its problems put right.
    """

    path: Path | None = None
    row: int = 0
    typed: dict[Key, str] = field(default_factory=dict)
    saved: Path | None = None


class ProblemsView(QScrollArea):
    """Shows why a file did not open as it is, and offers what puts it right; nothing is written here."""

    open_without = Signal()
    check_again = Signal()
    copy_report = Signal()
    open_wanted = Signal()
    forget_wanted = Signal(object)  # the path of a file that is gone
    save_wanted = Signal()
    worked = Signal(object)  # Working: the text with one change more, or one less
    typing_changed = Signal(bool)  # something is typed and not applied yet

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("Problems"))
        self.rows: list[ProblemRow] = []
        self.pending = Pending()
        self.listed: Callable[[Path], bool] = lambda _: False  # whether a file is among those opened last
        self.fix: Fix | None = None
        self._keys: list[Key] = []
        self._guard = ClickGuard(self)
        # What is typed is checked against the whole file, and a large one takes its time.
        self._check = QTimer(self, singleShot=True)
        self._check.timeout.connect(self._judge)

    def show_problems(self, snapshot: Snapshot, theme: Theme, *, stacked: bool) -> None:
        """List the problems of a file."""
        self._theme, self._snapshot = theme, snapshot
        self.working = snapshot.working or begin(snapshot.path, snapshot.digest)
        paint_ground(self, theme, "page")
        page = QWidget()
        across = QHBoxLayout(page)
        column = QWidget()
        pad = theme.px(16 if stacked else 32)
        column.setMaximumWidth(theme.px(_WIDEST) + 2 * pad)
        across.addStretch(1)
        across.addWidget(column, 1000)
        across.addStretch(1)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(pad, theme.px(40), pad, theme.px(32))
        layout.setSpacing(theme.px(24))
        layout.addLayout(head(snapshot, theme, saved=self.pending.saved == snapshot.path))
        self._place_of_actions = QVBoxLayout()
        self._place_of_actions.setSpacing(theme.px(24))
        self._place_of_actions.addWidget(Hairline(theme))
        layout.addLayout(self._place_of_actions)
        self._lines = tuple(self.working.body.split("\n")) if self.working else lines_of(snapshot.path)
        self.rows, self._place_of_detail = [], QVBoxLayout()
        if not is_gone(snapshot):  # of which the head says all
            both = QVBoxLayout() if stacked else QHBoxLayout()
            both.setSpacing(theme.px(32))
            both.addLayout(self._list(snapshot, theme), 2)
            both.addLayout(self._place_of_detail, 3)
            layout.addLayout(both)
        layout.addStretch(1)
        if (before := self.takeWidget()) is not None:
            before.hide()
            before.deleteLater()  # not at once: the click on one of its buttons may be what brought us here
        self.setWidget(page)
        self.detail: ProblemDetail | None = None
        self.actions_row: ProblemActions | None = None
        self._shown: ProblemRow | None = None
        self._target: Target | None = None
        self._begin_at(snapshot)

    def _begin_at(self, snapshot: Snapshot) -> None:
        """Select the problem that came back, or that stands where the last one stood."""
        keys = [_key(row.problem) for row in self.rows]
        if self.pending.path != snapshot.path:
            wrong = (n for n, row in enumerate(self.rows) if row.problem.severity == "error")
            self.pending.path, self.pending.row = snapshot.path, next(wrong, 0)
            self.pending.typed.clear()
        elif self._keys:
            back = next((n for n, key in enumerate(keys) if key not in self._keys), self.pending.row)
            self.pending.row = back
        for gone in self.pending.typed.keys() - {_key(each) for each in snapshot.problems}:
            del self.pending.typed[gone]
        self._keys = keys
        if self.rows:
            self.select(self.rows[min(self.pending.row, len(self.rows) - 1)])
        else:
            self.fix = self._target = None
            self._show_actions()
        if self.working is not None and self.working.unsaved and not self.working.left:
            self._place_of_actions.addWidget(Changed(self._theme, self.working.changes()))
        self._tell_typing()

    def _list(self, snapshot: Snapshot, theme: Theme) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        for n, problem in enumerate(snapshot.problems[:_MOST_SHOWN], 1):
            row = ProblemRow(theme, n, problem)
            row.wanted.connect(partial(self.select, row))
            self.rows.append(row)
            column.addWidget(row)
        if more := len(snapshot.problems) - len(self.rows):
            column.addWidget(TextLine(theme, _more(more), "ui", "ink2"))
        column.addStretch(1)
        return column

    def select(self, row: ProblemRow) -> None:
        """Show one of the problems at length, with its fix and with what was typed to put it right."""
        if row is self._shown or row not in self.rows:
            return
        for each in self.rows:
            each.select(on=each is row)
        self._shown, self.pending.row = row, self.rows.index(row)
        self.setFocusProxy(row)  # Enter does what is next, from the first moment on
        self.fix = self.working.fix(row.problem) if self.working else None
        self._target = self.working.target(row.problem) if self.working else None
        self._show_actions()
        self._show_detail(row)
        typed = self.pending.typed.get(_key(row.problem))
        if typed is not None and self._target is not None:
            self._open_field(typed)
        self.ensureWidgetVisible(row)

    def _show_actions(self) -> None:
        _drop(self.actions_row, self._place_of_actions)
        made = ProblemActions(self._theme, self._snapshot, self.working, self.fix, self._target)
        made.watch(self._guard)
        made.fix_wanted.connect(self._use_fix)
        made.edit_wanted.connect(self.begin_edit)
        made.save_wanted.connect(self.save_wanted)
        made.undo_wanted.connect(self._undo)
        made.redo_wanted.connect(self._redo)
        made.open_without.connect(self.open_without)
        made.check_again.connect(self.check_again)
        made.copy_report.connect(self.copy_report)
        made.open_wanted.connect(self.open_wanted)
        if is_gone(self._snapshot):
            _offer_to_forget(self, made, self._snapshot.path)
        self._place_of_actions.insertWidget(0, made)
        self.actions_row = made

    def _show_detail(self, row: ProblemRow) -> None:
        _drop(self.detail, self._place_of_detail)
        found = excerpt(self._lines, *_wrong_at(row.problem, self.fix, self.working))
        self.detail = ProblemDetail(self._theme, row.problem, found, self.fix)
        self._place_of_detail.addWidget(self.detail)

    # ------------------------------------------------------------------------------------------- fixing

    def _use_fix(self) -> None:
        if self.working is not None and self.fix is not None and self._shown is not None:
            self.pending.typed.pop(_key(self._shown.problem), None)
            self._guard.close()
            self.worked.emit(self.working.fixed(self.fix))

    def _undo(self) -> None:
        if self.working is not None and self.working.done:
            self.worked.emit(self.working.undo())

    def _redo(self) -> None:
        if self.working is not None and self.working.undone:
            self.worked.emit(self.working.redo())

    def focus_primary(self) -> None:
        """Put the keyboard on the next thing to do."""
        if self.actions_row is not None and self.actions_row.primary is not None:
            self.actions_row.primary.setFocus()

    def _press_primary(self, *, repeated: bool) -> None:
        if self.actions_row is not None and self.actions_row.primary is not None and not repeated:
            self.actions_row.primary.click()

    # ------------------------------------------------------------------------------------------ editing

    def begin_edit(self) -> None:
        """Show the value of the selected problem in a field."""
        if self._target is None or self.detail is None:
            return
        if self.detail.edit is None:
            self._open_field(self._target.shown)
        if self.detail.edit is not None:
            self.detail.edit.field.setFocus()
            self.detail.edit.field.selectAll()

    def _open_field(self, text: str) -> None:
        if self.detail is None or self._target is None:
            return
        edit = self.detail.begin_edit(self._target, text)
        edit.typed.connect(self._take_typed)
        edit.applied.connect(self.apply_typed)
        edit.left.connect(self._leave)
        self._judge()

    def _bring(self, edit: QWidget) -> None:
        if self.detail is not None and self.detail.edit is edit:
            self.ensureWidgetVisible(self.detail.advice, 0, 20)
            self.ensureWidgetVisible(edit, 0, 0)

    def _take_typed(self, text: str) -> None:
        if self._shown is not None:
            self.pending.typed[_key(self._shown.problem)] = text
            self._tell_typing()
            size = len(self.working.text) if self.working else 0
            self._check.start(0 if size < _LARGE else _PATIENCE)

    def _judge(self) -> Problem | None:
        """Say what is wrong with what is typed, and return it."""
        if self.detail is None or self.detail.edit is None or self._target is None or self.working is None:
            return None
        self._check.stop()
        edit, typed = self.detail.edit, self.detail.edit.text()
        found = self.working.objection(self._target, typed)
        self.detail.show_objection(found, changed=typed != self._target.shown)
        QTimer.singleShot(_SETTLED, edit, partial(self._bring, edit))  # what is said has its place by then
        return found

    def apply_typed(self) -> bool:
        """Put what is typed into the text; tell whether that could be done."""
        if self.detail is None or self.detail.edit is None or self._target is None or self.working is None:
            return False
        if self._judge() is not None or self._shown is None:
            return False
        typed = self.detail.edit.text()
        if typed == self._target.shown:
            self._leave()
            return False
        self.pending.typed.pop(_key(self._shown.problem), None)
        self.worked.emit(self.working.edited(self._target, typed))
        return True

    def _leave(self) -> None:
        if self._shown is not None:
            row, self._shown = self._shown, None
            self.pending.typed.pop(_key(row.problem), None)
            self._tell_typing()
            self.select(row)
            row.setFocus()

    def _tell_typing(self) -> None:
        self.typing_changed.emit(bool(self.pending.typed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, redo, save; go from problem to problem with the arrows."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._redo()
        elif event.matches(QKeySequence.StandardKey.Save):
            self.save_wanted.emit()
        elif event.key() in _ENTER and any(row.hasFocus() for row in self.rows):
            self._press_primary(repeated=event.isAutoRepeat())
        elif not step_focus(self, self.rows, event):
            super().keyPressEvent(event)


def _wrong_at(problem: Problem, fix: Fix | None, working: Working | None) -> tuple[int, int]:
    """Return line and column of what is wrong: of a key that is missing, of the one that stands for it."""
    if fix is None or working is None or problem.code != "missing-key":
        return problem.where.line, problem.where.column
    before = working.body[: fix.start]
    return before.count("\n") + 1, fix.start - before.rfind("\n")


def _offer_to_forget(view: ProblemsView, made: ProblemActions, path: Path) -> None:
    """Offer to take a file that is gone off the list, where it is on it."""
    if made.primary is not None:
        view.setFocusProxy(made.primary)
    if view.listed(path):
        made.offer_to_forget(partial(view.forget_wanted.emit, path))


def _more(n: int) -> str:
    return ntr("{n} more; the report has all of them.", "{n} more; the report has all of them.", n)


def _key(problem: Problem) -> Key:
    return problem.where.steps, problem.code


def _drop(widget: QWidget | None, place_of_it: QVBoxLayout) -> None:
    """Take a widget away that another one takes the place of."""
    if widget is not None:
        place_of_it.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


def report(snapshot: Snapshot) -> str:
    """Return all problems as text, one after the other, for the clipboard."""
    parts = [tr("{file}: {title}", file=snapshot.path, title=title(snapshot))]
    for n, problem in enumerate(snapshot.problems, 1):
        said = say(problem.code, problem.values)
        first = f"{n}. {heading(problem)}"
        details = (position(problem), said.message, said.hint)
        parts.append("\n   ".join(part for part in (first, *details) if part))
    return visible("\n\n".join(parts) + "\n")
