"""All that is drawn in a window, made for one theme and one width, and made anew when either changes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from briefing_app.gui.dropping import DropTarget
from briefing_app.gui.holding import Holder
from briefing_app.gui.panels.brief import Brief
from briefing_app.gui.panels.panel import Scene
from briefing_app.gui.panels.status import StatusLine
from briefing_app.gui.panels.toolbar import Toolbar
from briefing_app.gui.panels.workspace import Ground, Workspace
from briefing_app.gui.places import place_of
from briefing_app.gui.standing import Stay
from briefing_app.gui.widgets.letters import heed_letters

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from briefing_app.gui.action_rows import Id
    from briefing_app.gui.document import Reading, Snapshot
    from briefing_app.gui.panels.drop_over import DropOver
    from briefing_app.gui.panels.first_run import FirstRun
    from briefing_app.gui.panels.peek import PeekStrip
    from briefing_app.gui.panels.problems import ProblemsView
    from briefing_app.gui.panels.sidebar import Sidebar
    from briefing_app.gui.panels.source import SourcePane
    from briefing_app.gui.places import Fit
    from briefing_app.gui.selection import Selection
    from briefing_app.gui.theme import Theme
    from briefing_app.model.briefing import Briefing

    Samples = tuple[tuple[Path, str], ...]


class Frame(DropTarget):
    """Toolbar, views, source pane, peek strip and status line in their places; it connects none of them.

    What a window may never show is made, and its module loaded, when it is first shown.
    """

    open_wanted = Signal()
    sample_wanted = Signal(object)  # its path
    open_without = Signal()
    check_again = Signal()
    copy_report = Signal()
    problems_made = Signal(object)  # the ProblemsView, before it shows anything
    mark_wanted = Signal(int)
    paragraph_picked = Signal(str, int)  # a source's id, a paragraph
    link_activated = Signal(str)
    attach_wanted = Signal(str)  # a source's id
    forget_wanted = Signal(str)  # a source's id
    source_left = Signal()
    file_wanted = Signal(object)  # its path
    gone_file_wanted = Signal(str)

    def __init__(
        self, theme: Theme, fit: Fit, actions: Mapping[Id, QAction], menu: QMenu, *, widths: tuple[int, int]
    ) -> None:
        """Lay the window out.

        Args:
            theme: the theme, in the layout that fits.
            fit: what the width has room for.
            actions: the table of actions.
            menu: what the toolbar's last button opens.
            widths: of sidebar and source pane, in px at text size 1; 0 for the default.
        """
        super().__init__()
        self.theme, self.fit = theme, fit
        self._actions = actions
        self.toolbar = Toolbar(theme, actions, menu, words=not fit.stacked)
        self.brief = Brief(theme)
        heed_letters(self.brief, theme)
        self.brief.link_activated.connect(self.link_activated)
        self.brief.painted.connect(self._fill_panes)
        self.views = QStackedWidget()
        self.views.addWidget(self.brief)
        self._reading: Reading | None = None
        self._selection: Selection | None = None
        self.source_made: SourcePane | None = None
        self.painted = False
        self.stay = Stay(self.brief, lambda: self.source_made, theme.scale)
        self.place_of_source = Ground(theme, "source")
        self.place_of_side = Ground(theme, "side", left=True)
        self._files: tuple[Sequence[tuple[str, str]], Callable[[], Samples], Path | None] | None = None
        panes = (self.place_of_side, self.place_of_source)
        self.workspace = Workspace(theme, self.views, panes, widths=widths, overlay=fit.overlay)
        self.status = StatusLine(theme)
        self.holder = Holder(self, self.toolbar, self.workspace, self.status, self.views)

    @cached_property
    def source(self) -> SourcePane:
        """The source pane; its place is kept from the first, it is made once the brief has been painted."""
        from briefing_app.gui.panels.source import SourcePane

        pane = SourcePane(self.theme)
        pane.paragraph_picked.connect(self.paragraph_picked)
        pane.link_activated.connect(self.link_activated)
        pane.mark_wanted.connect(self.mark_wanted)
        pane.attach_wanted.connect(self.stay.let_go)
        pane.forget_wanted.connect(self.stay.let_go)
        pane.attach_wanted.connect(self.attach_wanted)
        pane.forget_wanted.connect(self.forget_wanted)
        pane.left.connect(self.source_left)
        if self._reading is not None:
            pane.show_reading(self._reading)
        if self._selection is not None:
            pane.select(self._selection)
        self.place_of_source.hold(pane)
        self.source_made = pane
        self.stay.in_source()
        return pane

    @cached_property
    def side(self) -> Sidebar:
        """The sidebar; like the source pane it is made once the brief has been painted."""
        from briefing_app.gui.panels.sidebar import Sidebar

        pane = Sidebar(self.theme, self._actions["new"])
        pane.file_wanted.connect(self.file_wanted)
        pane.gone_file_wanted.connect(self.gone_file_wanted)
        self.place_of_side.hold(pane)
        return pane

    def show_files(
        self, recent: Sequence[tuple[str, str]], samples: Callable[[], Samples], current: Path | None
    ) -> None:
        """List files in the sidebar.

        Args:
            recent: name and title of those opened last.
            samples: gives path and title of each sample.
            current: the file that the window shows.
        """
        self._files = (recent, samples, current)
        if "side" in self.__dict__:
            self.side.show_files(recent, samples(), current)

    def show_side(self, *, on: bool) -> None:
        """Show the sidebar, or take it away."""
        self.workspace.show_side(on=on)
        if on and (self.painted or self.views.currentWidget() is not self.brief):
            self._fill_side()

    def _fill_panes(self) -> None:
        self.painted = True
        if self.place_of_source.isVisibleTo(self):
            _ = self.source
        if self.place_of_side.isVisibleTo(self):
            self._fill_side()

    def _fill_side(self) -> None:
        if "side" not in self.__dict__ and self._files is not None:
            recent, samples, current = self._files
            self.side.show_files(recent, samples(), current)

    @cached_property
    def first_run(self) -> FirstRun:
        """The first-run page."""
        from briefing_app.gui.panels.first_run import FirstRun

        view = FirstRun(self._actions["paste-article"])
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
        self.problems_made.emit(view)
        self.views.addWidget(view)
        return view

    @cached_property
    def peek(self) -> PeekStrip:
        """The strip with the selected passage, between the views and the status line."""
        from briefing_app.gui.panels.peek import PeekStrip

        strip = PeekStrip(self.theme, self._actions["source"])
        strip.mark_wanted.connect(self.mark_wanted)
        self.holder.add_foot(strip)
        return strip

    def show_briefing(self, snapshot: Snapshot, reading: Reading, today: date) -> None:
        """Show a briefing and its source.

        Args:
            snapshot: the file.
            reading: what of it is shown, and the texts of its sources.
            today: the day on which it is read.
        """
        if self.holder.draws(reading):
            self.show_reading(reading)
            return
        self.brief.show_briefing(Scene(self.theme, reading.briefing, today, *self.fit.for_scene))
        self.show_reading(reading)
        self._turn_to(self.brief, snapshot, tools=True)

    def show_reading(self, reading: Reading) -> None:
        """Show the texts of the sources of the briefing that is shown."""
        self._reading = reading
        if "source" in self.__dict__:
            self.source.show_reading(reading)
            self.stay.in_source()

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
        self.holder.let_go()
        self.toolbar.show_place(*place_of(snapshot))
        self.toolbar.show_briefing_tools(on=tools)
        self.views.setCurrentWidget(view)
        if view is not self.brief or not view.isAncestorOf(self.window().focusWidget()):
            view.setFocus()

    def select(self, briefing: Briefing | None, selection: Selection, *, source: bool) -> None:
        """Draw a selection everywhere.

        Args:
            briefing: what is shown, if anything.
            selection: the selection.
            source: the source pane is to be seen.
        """
        self.workspace.show_source(on=source)
        if source and self.painted:
            self._fill_panes()
        peeking = briefing is not None and not source and selection.place is not None and self.holder.peeks
        if not peeking and "peek" in self.__dict__:
            self.peek.hide()
        if briefing is not None:
            self.brief.select(selection)
            if self._selection not in (None, selection):
                self.stay.let_go()
            self._selection = selection
            if "source" in self.__dict__:
                self.source.select(selection)
            if peeking and self._reading is not None:
                self.peek.select(self._reading, selection)

    @property
    def source_shown(self) -> bool:
        """Whether the source pane is seen, or about to be."""
        return self.place_of_source.isVisibleTo(self)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Let Tab go through the window as it is read, not in the order in which widgets were made."""
        from briefing_app.gui import tab_order

        return tab_order.go(self, 1 if next else -1)

    def show_drop(self, files: list[Path]) -> None:
        """Show what will be done with files that are held over the window."""
        if "first_run" in self.__dict__ and self.views.currentWidget() is self.first_run:
            self.first_run.show_drop(over=bool(files))
        elif files:
            self.drop_over.show_files(files)
        else:
            self.drop_over.hide()

    @cached_property
    def drop_over(self) -> DropOver:
        """What lies over the window while files are held over it."""
        from briefing_app.gui.panels.drop_over import DropOver

        return DropOver(self.theme, self)
