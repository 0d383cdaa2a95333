"""All that is drawn in a window, made for one theme and one width, and made anew when either changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from briefing_app.gui.panels.brief import Brief
from briefing_app.gui.panels.first_run import FirstRun
from briefing_app.gui.panels.panel import Scene
from briefing_app.gui.panels.peek import PeekStrip
from briefing_app.gui.panels.problems import ProblemsView
from briefing_app.gui.panels.source import SourcePane
from briefing_app.gui.panels.status import StatusLine
from briefing_app.gui.panels.toolbar import Toolbar
from briefing_app.gui.panels.workspace import Workspace
from briefing_app.gui.places import place_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent
    from PySide6.QtWidgets import QMenu

    from briefing_app.drafting.passages import Located
    from briefing_app.gui.actions import Id
    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.places import Fit
    from briefing_app.gui.selection import Selection
    from briefing_app.gui.theme import Theme
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage


class Frame(QWidget):
    """Toolbar, views, source pane, peek strip and status line in their places; it connects none of them."""

    files_dropped = Signal(object)  # list[Path]

    def __init__(
        self, theme: Theme, fit: Fit, actions: Mapping[Id, QAction], menu: QMenu, *, source_width: int
    ) -> None:
        """Lay the window out.

        Args:
            theme: the theme, in the layout that fits.
            fit: what the width has room for.
            actions: the table of actions.
            menu: what the toolbar's last button opens.
            source_width: of the source pane, in px at text size 1; 0 for the default.
        """
        super().__init__()
        self.theme, self.fit = theme, fit
        self.setAcceptDrops(True)
        self.toolbar = Toolbar(theme, actions, menu, words=not fit.stacked)
        self.first_run, self.brief, self.problems = FirstRun(), Brief(), ProblemsView()
        self.views = QStackedWidget()
        for view in (self.first_run, self.brief, self.problems):
            self.views.addWidget(view)
        self.source = SourcePane(theme)
        self.workspace = Workspace(theme, self.views, self.source, width=source_width, overlay=fit.overlay)
        self.peek = PeekStrip(theme, actions["source"])
        self.status = StatusLine(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.toolbar, self.workspace, self.peek, self.status):
            column.addWidget(part, 1 if part is self.workspace else 0)

    def show_briefing(
        self, snapshot: Snapshot, briefing: Briefing, found: Mapping[Passage, Located], today: date
    ) -> None:
        """Show a briefing and its source.

        Args:
            snapshot: the file.
            briefing: what of it is shown.
            found: where its passages stand.
            today: the day on which it is read.
        """
        self.brief.show_briefing(Scene(self.theme, briefing, today, self.fit.stacked))
        self.source.show_briefing(briefing, found)
        self._turn_to(self.brief, snapshot, tools=True)

    def show_problems(self, snapshot: Snapshot) -> None:
        """Show what is wrong with a file."""
        self.problems.show_problems(snapshot, self.theme, stacked=self.fit.stacked)
        self._turn_to(self.problems, snapshot)

    def show_start(self, samples: tuple[tuple[Path, str], ...]) -> None:
        """Show the first-run page.

        Args:
            samples: path and title of each sample.
        """
        self.first_run.show_offers(self.theme, samples, stacked=self.fit.stacked)
        self._turn_to(self.first_run, None)

    def _turn_to(self, view: QWidget, snapshot: Snapshot | None, *, tools: bool = False) -> None:
        self.toolbar.show_place(*place_of(snapshot))
        self.toolbar.show_briefing_tools(on=tools)
        self.views.setCurrentWidget(view)
        view.setFocus()

    def select(
        self,
        briefing: Briefing | None,
        found: Mapping[Passage, Located],
        selection: Selection,
        *,
        source: bool,
    ) -> None:
        """Draw a selection everywhere.

        Args:
            briefing: what is shown, if anything.
            found: where its passages stand.
            selection: the selection.
            source: the source pane is to be seen.
        """
        self.workspace.show_source(on=source)
        self.peek.hide()
        if briefing is not None:
            self.brief.select(selection)
            self.source.select(selection)
            if not source:
                self.peek.select(briefing, found, selection)

    def go_to_pane(self, by: int) -> None:
        """Put the keyboard into the next pane (`by` 1) or the one before (-1)."""
        panes = [pane for pane in (self.toolbar, self.views, self.source) if pane.isVisibleTo(self)]
        focus = self.window().focusWidget()
        here = (n for n, pane in enumerate(panes) if pane.isAncestorOf(focus))
        at = next(here, 1 - by)
        pane = panes[(at + by) % len(panes)]
        if pane is self.source:
            self.source.article.setFocus()
        elif pane is self.toolbar:
            self.toolbar.menu.setFocus()
        elif self.views.currentWidget() is self.brief:
            self.brief.reveal(focus=True)
        else:
            self.views.setFocus()
            self.focusNextChild()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and show that they will be taken."""
        if _local_files(event):
            event.acceptProposedAction()
            self.first_run.show_drop(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that nothing is held over the window any more."""
        super().dragLeaveEvent(event)
        self.first_run.show_drop(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files over."""
        self.first_run.show_drop(over=False)
        files = _local_files(event)
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)


def _local_files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
