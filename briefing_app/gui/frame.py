"""All that is drawn in a window, made for one theme and one width, and made anew when either changes."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from briefing_app.gui.panels.brief import Brief
from briefing_app.gui.panels.panel import Scene
from briefing_app.gui.panels.status import StatusLine
from briefing_app.gui.panels.toolbar import Toolbar
from briefing_app.gui.panels.workspace import Ground, Workspace
from briefing_app.gui.places import place_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent
    from PySide6.QtWidgets import QMenu

    from briefing_app.drafting.passages import Located
    from briefing_app.gui.actions import Id
    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.panels.first_run import FirstRun
    from briefing_app.gui.panels.peek import PeekStrip
    from briefing_app.gui.panels.problems import ProblemsView
    from briefing_app.gui.panels.source import SourcePane
    from briefing_app.gui.places import Fit
    from briefing_app.gui.selection import Selection
    from briefing_app.gui.theme import Theme
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage


class Frame(QWidget):
    """Toolbar, views, source pane, peek strip and status line in their places; it connects none of them.

    What a window may never show is made, and its module loaded, when it is first shown.
    """

    files_dropped = Signal(object)  # list[Path]
    open_wanted = Signal()
    sample_wanted = Signal(object)  # its path
    open_without = Signal()
    check_again = Signal()
    copy_report = Signal()
    mark_wanted = Signal(int)
    paragraph_picked = Signal(str, int)  # a source's id, a paragraph
    link_activated = Signal(str)
    source_left = Signal()

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
        self._actions = actions
        self.setAcceptDrops(True)
        self.toolbar = Toolbar(theme, actions, menu, words=not fit.stacked)
        self.brief = Brief(theme)
        self.brief.link_activated.connect(self.link_activated)
        self.brief.painted.connect(lambda: self.source)
        self.views = QStackedWidget()
        self.views.addWidget(self.brief)
        self._sources: tuple[Briefing, Mapping[Passage, Located]] | None = None
        self._selection: Selection | None = None
        self._place_of_source = Ground(theme, "source")
        self.workspace = Workspace(
            theme, self.views, self._place_of_source, width=source_width, overlay=fit.overlay
        )
        self.status = StatusLine(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (self.toolbar, self.workspace, self.status):
            self._column.addWidget(part, 1 if part is self.workspace else 0)

    @cached_property
    def source(self) -> SourcePane:
        """The source pane; its place is kept from the first, it is made once the brief has been painted."""
        from briefing_app.gui.panels.source import SourcePane

        pane = SourcePane(self.theme)
        pane.paragraph_picked.connect(self.paragraph_picked)
        pane.link_activated.connect(self.link_activated)
        pane.left.connect(self.source_left)
        if self._sources is not None:
            pane.show_briefing(*self._sources)
        if self._selection is not None:
            pane.select(self._selection)
        self._place_of_source.hold(pane)
        return pane

    @cached_property
    def first_run(self) -> FirstRun:
        """The first-run page."""
        from briefing_app.gui.panels.first_run import FirstRun

        view = FirstRun()
        view.open_wanted.connect(self.open_wanted)
        view.sample_wanted.connect(self.sample_wanted)
        self.views.addWidget(view)
        return view

    @cached_property
    def problems(self) -> ProblemsView:
        """The view of what is wrong with a file."""
        from briefing_app.gui.panels.problems import ProblemsView

        view = ProblemsView()
        view.open_without.connect(self.open_without)
        view.check_again.connect(self.check_again)
        view.copy_report.connect(self.copy_report)
        self.views.addWidget(view)
        return view

    @cached_property
    def peek(self) -> PeekStrip:
        """The strip with the selected passage, between the views and the status line."""
        from briefing_app.gui.panels.peek import PeekStrip

        strip = PeekStrip(self.theme, self._actions["source"])
        strip.mark_wanted.connect(self.mark_wanted)
        self._column.insertWidget(self._column.indexOf(self.status), strip)
        return strip

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
        self._sources = (briefing, found)
        if "source" in self.__dict__:
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
        peeking = briefing is not None and not source and selection.place is not None
        if not peeking and "peek" in self.__dict__:
            self.peek.hide()
        if briefing is not None:
            self.brief.select(selection)
            self._selection = selection
            if "source" in self.__dict__:
                self.source.select(selection)
            if peeking:
                self.peek.select(briefing, found, selection)

    def go_to_pane(self, by: int) -> None:
        """Put the keyboard into the next pane (`by` 1) or the one before (-1)."""
        panes = [pane for pane in (self.toolbar, self.views, self._place_of_source) if pane.isVisibleTo(self)]
        focus = self.window().focusWidget()
        here = (n for n, pane in enumerate(panes) if pane.isAncestorOf(focus))
        at = next(here, 1 - by)
        pane = panes[(at + by) % len(panes)]
        if pane is self._place_of_source:
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
            self._show_drop(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that nothing is held over the window any more."""
        super().dragLeaveEvent(event)
        self._show_drop(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files over."""
        self._show_drop(over=False)
        files = _local_files(event)
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def _show_drop(self, *, over: bool) -> None:
        if self.views.currentWidget() is not self.brief and "first_run" in self.__dict__:
            self.first_run.show_drop(over=over)


def _local_files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
