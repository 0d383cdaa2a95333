"""The earlier versions of a file: when each was saved, what it changed, what has changed since."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.gui.dialogs.version_row import VersionRow
from briefing_app.gui.panels.change_list import ChangeList
from briefing_app.gui.panels.scrolling import KeyedList
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine, explain
from briefing_app.words import tr
from briefing_app.words.problems import say_all
from briefing_app.workflow.change_words import counts, naming
from briefing_app.workflow.comparing import compare
from briefing_app.workflow.restoring import told

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from briefing_app.files.versions import Listed, Version
    from briefing_app.gui.tasks import Task, Tasks
    from briefing_app.gui.theme import Theme
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.change_words import Naming
    from briefing_app.workflow.comparing import Change
    from briefing_app.workflow.restoring import Told

_WIDE, _HIGH, _LIST = 920, 600, 360
_TALL = 420  # px from which there is room to say when versions are kept
_ROOM = 760  # px at text size 1 from which the preview stands beside the list


class Kept(NamedTuple):
    """What the dialog lists.

    Attributes:
        path: the file.
        listed: its versions, and what was set aside among them.
        present: what is shown now.
        editable: a version can be restored.
        now: the time.
    """

    path: Path
    listed: Listed
    present: Briefing
    editable: bool
    now: datetime


class _Found(NamedTuple):
    """What was read of a version.

    Attributes:
        told: the version.
        since: what has changed since it, up to what is shown.
        names: by which that is told.
    """

    told: Told
    since: tuple[Change, ...]
    names: Naming


def _read(kept: Kept, version: Version, before: Version | None) -> _Found:
    found = told(kept.path, version, before)
    since = compare(found.briefing, kept.present) if found.briefing is not None else ()
    return _Found(found, since, naming(found.briefing, kept.present))


class EarlierVersions(QDialog):
    """Lists the last ten versions; what is asked for is told, and done by who opened it."""

    compare_wanted = Signal(object, object)  # Version, Briefing
    restore_wanted = Signal(object, object)  # Version, Briefing

    def __init__(self, window: QWidget, theme: Theme, kept: Kept, tasks: Tasks) -> None:
        """List the versions, and read them off this thread.

        Args:
            window: whose file it is.
            theme: what it draws with.
            kept: what is listed.
            tasks: runs work off the GUI thread.
        """
        super().__init__(window)
        self._theme, self._kept, self._tasks = theme, kept, tasks
        self._found: dict[int, _Found] = {}
        self._under_way: list[Task] = []
        self._here = -1
        self.rows: list[VersionRow] = []
        self.setWindowTitle(tr("Earlier versions"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = window.size() - window.size() / 20
        self.resize(min(theme.px(_WIDE), room.width()), min(theme.px(_HIGH), room.height()))
        self.changes = ChangeList(theme, "source")
        self.changes.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.heading = TextLine(theme, "", "ui_bold")
        self.counted = TextLine(theme, "", "meta", "ink2")
        self.compare = Button(theme, tr("Compare"), "outline", icon="compare")
        self.restore = Button(theme, tr("Restore"), "primary", icon="undo")
        self.close_it = Button(theme, tr("Close"), "outline")
        self.compare.clicked.connect(partial(self._ask, self.compare_wanted))
        self.restore.clicked.connect(partial(self._ask, self.restore_wanted))
        self.close_it.clicked.connect(self.reject)
        self._lay_out(beside=self.width() >= theme.px(_ROOM))
        self.finished.connect(self.let_go)
        if self.rows:
            self._enable()
            self.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
            self._read(0)
        else:
            self.close_it.setFocus()

    # ---------------------------------------------------------------------------------------- building

    def _lay_out(self, *, beside: bool) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(18), px(20), px(16))
        column.setSpacing(px(10))
        column.addWidget(
            TextLine(self._theme, tr("Earlier versions of {name}", name=self._kept.path.name), "h2")
        )
        versions = self._kept.listed.versions
        about = tr("A version is kept at each save, the last ten, on this computer alone.")
        if not versions or self.height() >= px(_TALL):
            column.addWidget(TextLine(self._theme, about, "meta", "ink2"))
        for problem in self._kept.listed.problems:
            said = say_all([problem])
            column.addWidget(TextLine(self._theme, said, "meta", "delay", selectable=True))
        if versions:
            panes: QHBoxLayout | QVBoxLayout = QHBoxLayout() if beside else QVBoxLayout()
            panes.setSpacing(px(16))
            panes.addWidget(self._list(versions, beside=beside), 0 if beside else 2)
            panes.addWidget(self._preview(), 1 if beside else 3)
            column.addLayout(panes, 1)
        else:
            column.addSpacing(px(16))
            column.addWidget(TextLine(self._theme, tr("No version is kept yet"), "ui_bold"))
            hint = tr("The next save keeps the first one. Then it can be compared and restored here.")
            column.addWidget(TextLine(self._theme, hint, "ui", "ink2"))
            column.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addStretch(1)
        line.addWidget(self.close_it)
        for button in (self.compare, self.restore):
            line.addWidget(button)
            button.setVisible(bool(versions))
        column.addLayout(line)

    def _list(self, versions: tuple[Version, ...], *, beside: bool) -> KeyedList:
        area = KeyedList(self._theme, self.rows)
        if beside:
            area.setFixedWidth(self._theme.px(_LIST))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(*[self._theme.px(8)] * 4)
        column.setSpacing(self._theme.px(2))
        minutes = [each.when.replace(second=0, microsecond=0) for each in versions]
        for n, version in enumerate(versions):
            exact = minutes.count(minutes[n]) > 1
            row = VersionRow(self._theme, version, self._kept.now, exact=exact)
            row.wanted.connect(partial(self._show, n))
            self.rows.append(row)
            column.addWidget(row)
        column.addStretch(1)
        area.setWidget(page)
        return area

    def _preview(self) -> QWidget:
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        column.addWidget(self.heading)
        column.addWidget(self.counted)
        column.addWidget(self.changes, 1)
        return pane

    # ----------------------------------------------------------------------------------------- reading

    def _read(self, n: int) -> None:
        """Read a version and what it changed, then the next one."""
        versions = self._kept.listed.versions
        if n >= len(versions):
            return
        before = versions[n + 1] if n + 1 < len(versions) else None
        task = self._tasks.run(partial(_read, self._kept, versions[n], before))
        task.finished.connect(partial(self._came, n))
        self._under_way.append(task)

    def _came(self, n: int, found: _Found) -> None:
        self._found[n] = found
        self.rows[n].show_changed(found.told.changed)
        if n == self._here:
            self._preview_of(n)
        self._read(n + 1)

    def let_go(self) -> None:
        """Want nothing more of what is being read."""
        for task in self._under_way:
            if not task.cancelled:
                task.cancel()
        self._under_way = []

    # ----------------------------------------------------------------------------------------- showing

    def _show(self, n: int) -> None:
        if n != self._here:
            self._here = n
            for at, row in enumerate(self.rows):
                row.select(on=at == n)
            self._preview_of(n)

    def _preview_of(self, n: int) -> None:
        """Show what has changed since a version, once it is read."""
        found = self._found.get(n)
        changes = found.since if found is not None else ()
        if found is None:
            self._head(tr("Being read…"), "")
        elif found.told.briefing is None:
            self._head(tr("This version cannot be shown"), say_all(found.told.problems[:1]))
        else:
            since, same = tr("Since then, up to what is shown now"), tr("The same as what is shown now")
            self._head(since if changes else same, counts(changes, between=" · "))
        names = found.names if found is not None else naming(None, self._kept.present)
        self.changes.show_changes(changes, names, stacked=True)
        self._enable(differs=bool(changes))

    def _head(self, title: str, words: str) -> None:
        self.heading.setText(title)
        self.counted.setText(words)
        self.counted.setVisible(bool(words))

    def _enable(self, *, differs: bool = False) -> None:
        self.compare.setEnabled(differs)
        self.restore.setEnabled(differs and self._kept.editable)
        why = tr("Put this version in the place of what is shown; undo brings that back, nothing is saved")
        if not self._kept.editable:
            why = tr("Read-only: save it under another name first")
        explain(self.restore, why)
        explain(self.compare, tr("Show both side by side"))

    def _ask(self, signal: object) -> None:
        found = self._found.get(self._here)
        if found is not None and found.told.briefing is not None:
            self.accept()
            version = self._kept.listed.versions[self._here]
            signal.emit(version, found.told.briefing)  # type: ignore[attr-defined]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Compare with Enter in the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and any(
            row is self.focusWidget() for row in self.rows
        ):
            self.compare.click()
        else:
            super().keyPressEvent(event)
