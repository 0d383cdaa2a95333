"""The window: the one place where panels, actions and the document are connected."""

from __future__ import annotations

import sys
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QMenu

from briefing_app.gui import actions, selection
from briefing_app.gui.document import Document, without_unsound
from briefing_app.gui.frame import Frame
from briefing_app.gui.places import layout_of, title_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent

    from briefing_app.drafting.passages import Located
    from briefing_app.gui.acts import Acts
    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.settings import Settings
    from briefing_app.gui.tasks import Tasks
    from briefing_app.gui.theme import Theme
    from briefing_app.model.evidence import Passage

_SMALLEST = (640, 480)
_FIRST = (1280, 800)


class MainWindow(QMainWindow):
    """Shows one briefing, the problems of one file, or the first-run page."""

    open_asked = Signal()
    files_wanted = Signal(object)  # list[Path]
    closed = Signal()

    def __init__(
        self,
        settings: Settings,
        tasks: Tasks,
        theme: Theme,
        today: date,
        samples: Callable[[], tuple[tuple[Path, str], ...]],
        snapshot: Snapshot | None = None,
    ) -> None:
        """Make a window.

        Args:
            settings: what it remembers.
            tasks: runs work off the GUI thread.
            theme: the theme, without regard to the window's width.
            today: the day on which it is read.
            samples: gives path and title of each sample, when they are first needed.
            snapshot: the file that it shows; None for the first-run page.
        """
        super().__init__()
        self._settings, self._today, self._samples = settings, today, samples
        self.document = Document(self)
        if snapshot is not None:
            self.document.show(snapshot)
        self.document.changed.connect(self._show_document)
        self.selection = selection.Selection()
        self._passages: Mapping[Passage, Located] = {}
        self._tasks = tasks
        self._make_menus()
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_FIRST)
        self.restoreGeometry(QByteArray.fromHex(settings.now.geometry.encode()))
        self._base = theme
        self._source_over = False
        self._connect_actions()
        self._build()

    # ------------------------------------------------------------------------------------------- building

    def _make_menus(self) -> None:
        """Make the actions and the menu of the toolbar; the menu bar comes when it is asked for."""
        self.actions_by_id = actions.build(self)
        self.submenus = actions.submenus(self, self.actions_by_id)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(lambda: actions.draw_icons(self.actions_by_id, self.frame.theme))
        actions.fill(self._menu, self.actions_by_id)
        if sys.platform == "darwin":
            actions.fill(self.menuBar(), self.actions_by_id)

    def _build(self) -> None:
        """Make all that is drawn, for the present theme and width."""
        fit = layout_of(self.width(), self._base.scale)
        theme = self._base.in_layout(fit.layout)
        width = self._settings.now.source_width.get(self._screen(), 0)
        self.frame = Frame(theme, fit, self.actions_by_id, self._menu, source_width=width)
        self._connect_panels()
        self.setCentralWidget(self.frame)
        if self.isVisible():
            self._show_document()

    def _connect_panels(self) -> None:
        """Connect what a panel emits with what another one does."""
        self.frame.files_dropped.connect(self.files_wanted)
        self.frame.brief.picked.connect(self.pick)
        self.frame.brief.passage_wanted.connect(self.show_passage)
        self.frame.brief.source_wanted.connect(self._show_source_named)
        self.frame.paragraph_picked.connect(self.pick_paragraph)
        self.frame.link_activated.connect(partial(self._act, "follow"))
        self.frame.source_left.connect(self._leave_source)
        self.frame.workspace.source_resized.connect(self._remember_source_width)
        self.frame.mark_wanted.connect(lambda mark: self.pick(self.selection.item, mark))
        self.frame.open_wanted.connect(self.open_asked)
        self.frame.sample_wanted.connect(lambda path: self.files_wanted.emit([path]))
        self.frame.open_without.connect(self._open_without)
        self.frame.check_again.connect(self._check_again)
        self.frame.copy_report.connect(partial(self._act, "copy_report"))

    def _connect_actions(self) -> None:
        """Connect each action of the table with what it does."""
        does: dict[actions.Id, Callable[[], object]] = {
            "open": self.open_asked.emit,
            "export-one-page": partial(self._act, "export", "one-page"),
            "export-full": partial(self._act, "export", "full"),
            "close": self.close,
            "copy-citation": partial(self._act, "copy_citation"),
            "next-item": lambda: self.frame.brief.step(1),
            "previous-item": lambda: self.frame.brief.step(-1),
            "show-passage": self.show_passage,
            "source": self._toggle_source,
            "next-pane": lambda: self.frame.go_to_pane(1),
            "previous-pane": lambda: self.frame.go_to_pane(-1),
            "full-screen": self._toggle_full_screen,
            "menu": partial(_open_menu, self),
            "menu-bar": partial(_toggle_menu_bar, self),
            "shortcuts": partial(self._act, "show_shortcuts"),
            "about": partial(self._act, "show_about"),
        }
        for name, what in does.items():
            self.actions_by_id[name].triggered.connect(partial(actions.call, what))

    # -------------------------------------------------------------------------------------------- showing

    def set_theme(self, theme: Theme) -> None:
        """Draw everything anew in another scheme or text size."""
        if theme != self._base:
            self._base = theme
            self._build()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another file."""
        self.selection = selection.Selection()
        self.document.show(snapshot)

    def _show_document(self) -> None:
        snapshot, briefing = self.document.snapshot, self.document.briefing
        self.setWindowTitle(title_of(snapshot))
        self._passages = snapshot.passages() if snapshot else {}
        if snapshot is None:
            self.frame.show_start(self._samples())
        elif briefing is None:
            self.frame.show_problems(snapshot)
        else:
            self.frame.show_briefing(snapshot, briefing, self._passages, self._today)
        self._show_selection()

    def _show_selection(self) -> None:
        briefing = self.document.briefing
        actions.enable(self.actions_by_id, briefing=briefing is not None, item=bool(self.selection.item))
        wanted = self._source_over if self.frame.fit.overlay else self._settings.now.source_shown
        source = wanted and briefing is not None
        self.actions_by_id["source"].setChecked(source)
        self.frame.select(briefing, self._passages, self.selection, source=source)

    # ------------------------------------------------------------------------------------------ selecting

    def pick(self, item: str, mark: int = 0) -> None:
        """Select an item, and show the passage of one of its marks."""
        if self.document.briefing is not None:
            self.selection = selection.of_item(self.document.briefing, item, mark)
            self._show_selection()

    def pick_paragraph(self, source: str, paragraph: int) -> None:
        """Select all items that cite a paragraph, and bring the first of them into sight."""
        if self.document.briefing is not None:
            self.selection = selection.of_paragraph(self.document.briefing, source, paragraph)
            self._show_selection()
            self.frame.brief.reveal()

    def show_passage(self) -> None:
        """Put the keyboard where the selected item's passage is."""
        if not self.selection.item:
            return
        if not self.frame.source.isVisibleTo(self):
            self._toggle_source()
        self.frame.source.article.setFocus()

    def _leave_source(self) -> None:
        if self.frame.fit.overlay and self._source_over:
            self._toggle_source()
        self.frame.brief.reveal(focus=True)

    def _toggle_source(self) -> None:
        if self.frame.fit.overlay:
            self._source_over = not self._source_over
        else:
            self._settings.change(source_shown=not self._settings.now.source_shown)
        self._show_selection()

    def _show_source_named(self, source: str) -> None:
        if not self.frame.source.isVisibleTo(self):
            self._toggle_source()
        self.frame.source.show_source(source)

    # --------------------------------------------------------------------------------------------- acting

    @cached_property
    def acts(self) -> Acts:
        """What is done with what is shown; its modules are loaded when something is first done."""
        from briefing_app.gui.acts import Acts

        return Acts(self, self._tasks, self.document, lambda: self.frame, lambda: self.selection)

    def _act(self, what: str, *values: str) -> None:
        getattr(self.acts, what)(*values)

    def _open_without(self) -> None:
        if self.document.snapshot is not None:
            self.show_snapshot(without_unsound(self.document.snapshot))

    def _check_again(self) -> None:
        if self.document.snapshot is not None:
            self.files_wanted.emit([self.document.snapshot.path])

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ self.windowState().WindowFullScreen)

    # ------------------------------------------------------------------------------------------ remembering

    def _screen(self) -> str:
        size = self.screen().size()
        return f"{size.width()}x{size.height()}"

    def _remember_source_width(self, width: int) -> None:
        self._settings.change(source_width=self._settings.now.source_width | {self._screen(): width})

    # ------------------------------------------------------------------------------------------ Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        """Show the document once the panes have their sizes, so that it is laid out only once."""
        super().showEvent(event)
        if not event.spontaneous():
            self._show_document()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw everything anew where the window has come into another layout."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        found = layout_of(self.width(), self._base.scale)
        if found != self.frame.fit:
            self._build()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place."""
        self._settings.change(geometry=bytes(self.saveGeometry().toHex().data()).decode())
        super().closeEvent(event)
        self.closed.emit()


def _toggle_menu_bar(window: MainWindow) -> None:
    """Show or hide the menu bar; it is filled when it is first shown."""
    bar = window.menuBar()
    if not bar.actions():
        actions.draw_icons(window.actions_by_id, window.frame.theme)
        actions.fill(bar, window.actions_by_id)
        bar.hide()
    bar.setVisible(bar.isHidden())


def _open_menu(window: MainWindow) -> None:
    """Open the menu of the toolbar that the window has now."""
    window.frame.toolbar.open_menu()
