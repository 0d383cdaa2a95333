"""The window: the one place where panels, actions and the document are connected."""

from __future__ import annotations

import sys
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QMenu

from briefing_app.gui import actions, placing, selection
from briefing_app.gui.document import Document, without_unsound
from briefing_app.gui.frame import Frame
from briefing_app.gui.history import History, Place
from briefing_app.gui.memory import Memory
from briefing_app.gui.places import layout_of, title_of
from briefing_app.gui.settling import settle_with
from briefing_app.gui.side import Side
from briefing_app.gui.source_side import SourceSide

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent

    from briefing_app.gui.action_rows import Id
    from briefing_app.gui.acts import Acts
    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.settings import Settings
    from briefing_app.gui.tasks import Tasks
    from briefing_app.gui.theme import Theme


class MainWindow(QMainWindow):
    """Shows one briefing, the problems of one file, or the first-run page."""

    open_asked = Signal()
    files_wanted = Signal(object)  # list[Path]
    problems_made = Signal(object)  # a ProblemsView, before it shows anything
    saving = Signal(object)  # what it shows is about to be written to this path
    shown = Signal()  # a document is drawn anew, with all its parts
    closed = Signal()
    frame: Frame

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
        self.settings, self._today, self.samples = settings, today, samples
        self.document = Document(self, tasks)
        self.memory = Memory(settings, self.document, lambda: self.frame, lambda: self.selection)
        self.selection = self.memory.open(snapshot)
        if snapshot is not None:
            self.document.show(snapshot)
        self._make_menus()
        settle_with(self.actions_by_id, self.document, lambda: self.frame.status)
        self.document.changed.connect(self.show_document)
        self.document.texts_changed.connect(self._show_texts)
        self._tasks, self.history = tasks, History()
        self.setMinimumSize(placing.LEAST)
        placing.place(self, settings.now.geometries, settings.geometry_of(self.document.filed))
        self._base = theme
        actions.set_letters(self.actions_by_id, on=theme.letters)
        self.source_side = SourceSide(self, settings, lambda: self.frame)
        self.source_side.changed.connect(self._show_selection)
        self.side = Side(self.document, settings, samples, lambda: self.frame, self.actions_by_id["sidebar"])
        self._connect_actions()
        self._build()

    # ------------------------------------------------------------------------------------------- building

    def _make_menus(self) -> None:
        """Make the actions and the menu of the toolbar; the menu bar comes when it is asked for."""
        self.actions_by_id = actions.build(self)
        self.submenus = actions.submenus(self, self.actions_by_id)
        self._menu = actions.roomy(QMenu(self))
        self._menu.aboutToShow.connect(lambda: actions.draw_icons(self.actions_by_id, self.frame.theme))
        actions.fill(self._menu, self.actions_by_id)
        if sys.platform == "darwin":
            actions.fill(self.menuBar(), self.actions_by_id)

    def _build(self) -> None:
        """Make all that is drawn, for the present theme and width."""
        fit = layout_of(self.width(), self._base.scale)
        theme = self._base.in_layout(fit.layout)
        now, screen = self.settings.now, _screen_of(self)
        widths = (now.side_width.get(screen, 0), now.source_width.get(screen, 0))
        before = self.__dict__.get("frame")
        if before is not None:
            self.memory.hold()
        held = before.brief.keyboard.item() if before is not None else ""
        reading_source = before is not None and self.source_side.read
        self.frame = Frame(theme, fit, self.actions_by_id, self._menu, widths=widths)
        if before is not None:
            self.frame.status.take_over(before.status)
            self.frame.brief.unfolds = before.brief.unfolded()
            self.source_side.carry(before)
        _connect_panels(self, self.frame)
        self.setCentralWidget(self.frame)
        if self.isVisible():
            self.frame.show()  # Qt would wait for the next turn of the event loop
            self.show_document()
            self.frame.brief.keyboard.hold(held, now=False)
            if reading_source and self.source_side.wanted:
                self.source_side.enter()

    def _connect_actions(self) -> None:
        """Connect each action of the table with what it does."""
        does: dict[Id, Callable[[], object]] = {
            "open": self.open_asked.emit,
            "attach": partial(self.act, "attach_next"),
            "forget": partial(self.act, "forget_next"),
            "export-one-page": partial(self.act, "export", "one-page"),
            "export-full": partial(self.act, "export", "full"),
            "print": partial(self.act, "print_pages"),
            "close": self.close,
            "copy-citation": partial(self.act, "copy_citation"),
            "next-item": lambda: self.frame.brief.step(1),
            "previous-item": lambda: self.frame.brief.step(-1),
            "show-passage": self.show_passage,
            "next-passage": partial(_step_passage, self, 1),
            "previous-passage": partial(_step_passage, self, -1),
            "source": self.source_side.toggle,
            "sidebar": self.side.toggle,
            "next-pane": partial(_go_to_pane, self, 1),
            "previous-pane": partial(_go_to_pane, self, -1),
            "full-screen": partial(_toggle_full_screen, self),
            "menu": partial(_open_menu, self),
            "menu-bar": partial(_toggle_menu_bar, self),
            "help": partial(self.act, "show_help"),
            "shortcuts": partial(self.act, "show_shortcuts"),
            "diagnostics": partial(self.act, "copy_diagnostics"),
            "about": partial(self.act, "show_about"),
        }
        for name, what in does.items():
            self.actions_by_id[name].triggered.connect(partial(actions.call, what))

    # -------------------------------------------------------------------------------------------- showing

    def set_theme(self, theme: Theme) -> None:
        """Draw everything anew in another scheme or text size."""
        if theme != self._base:
            self._base = theme
            actions.set_letters(self.actions_by_id, on=theme.letters)
            self._build()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another file, or the same one anew, where one stood in it."""
        self.selection = self.memory.turn_to(snapshot)
        self.document.show(snapshot)

    def show_document(self) -> None:
        """Draw anew what is shown, with all its parts."""
        snapshot, reading = self.document.snapshot, self.document.reading()
        self.setWindowTitle(title_of(snapshot))
        if snapshot is None:
            self.frame.show_start(self.samples())
        elif reading is None:
            self.frame.show_problems(snapshot)
        else:
            self.frame.show_briefing(snapshot, reading, self._today)
        self.side.show()
        self._show_selection()
        if self.isVisible() and reading is not None:
            self.memory.go()
        self.shown.emit()

    def _show_texts(self) -> None:
        reading = self.document.reading()
        if reading is not None:
            self.frame.show_reading(reading)
            self._show_selection()

    def _show_selection(self) -> None:
        briefing = self.document.briefing
        actions.enable(self.actions_by_id, actions.there_of(self.document, self.selection))
        source = self.source_side.wanted and briefing is not None
        self.actions_by_id["source"].setChecked(source)
        self.frame.select(briefing, self.selection, source=source)

    # ------------------------------------------------------------------------------------------ selecting

    def pick(self, item: str, mark: int = 0) -> None:
        """Select an item, and show the passage of one of its marks."""
        if self.document.briefing is not None:
            other = item != self.selection.item
            self.selection = selection.of_item(self.document.briefing, item, mark)
            self.history.add(Place(self.document.briefing.id, item, mark))
            self._show_selection()
            if other or not self.frame.source_shown:  # the source says itself which passage it steps to
                _tell_picked(self)

    def pick_paragraph(self, source: str, paragraph: int) -> None:
        """Select all items that cite a paragraph, and bring the first of them into sight."""
        if self.document.briefing is not None:
            self.select(selection.of_paragraph(self.document.briefing, source, paragraph))
            self.frame.brief.reveal()

    def select(self, found: selection.Selection) -> None:
        """Draw a selection everywhere."""
        self.selection = found
        self._show_selection()

    def show_passage(self) -> None:
        """Put the keyboard where the selected item's passage is."""
        if self.selection.item:
            self.source_side.enter()

    # --------------------------------------------------------------------------------------------- acting

    @cached_property
    def acts(self) -> Acts:
        """What is done with what is shown; its modules are loaded when something is first done."""
        from briefing_app.gui.acts import Acts

        return Acts(
            self, self._tasks, self.settings, self.document, lambda: self.frame, lambda: self.selection
        )

    def act(self, what: str, *values: str) -> None:
        """Do one of the acts, by its name."""
        getattr(self.acts, what)(*values)

    # ------------------------------------------------------------------------------------------ remembering

    def remember_width(self, name: str, width: int) -> None:
        """Remember the width of a pane, `source_width` or `side_width`, in px at text size 1."""
        widths: dict[str, int] = getattr(self.settings.now, name)
        self.settings.change(**{name: widths | {_screen_of(self): width}})

    # ------------------------------------------------------------------------------------------ Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        """Show the document once the panes have their sizes, so that it is laid out only once."""
        super().showEvent(event)
        if not event.spontaneous():
            self.show_document()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw everything anew where the window has come into another layout."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        found = layout_of(self.width(), self._base.scale)
        if found != self.frame.fit:
            self._build()
        elif self.source_side.wanted != self.frame.source_shown:
            self._show_selection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc what lies over the brief, or go back to the item; Shift+F10 is the menu key."""
        if not _answer(self, event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stands, and where one stands in it."""
        self.memory.leave()
        placing.remember(self, self.settings, self.document.filed)
        super().closeEvent(event)
        self.closed.emit()


def _connect_panels(window: MainWindow, frame: Frame) -> None:
    """Connect what a panel emits with what another one does."""
    frame.files_dropped.connect(window.files_wanted)
    frame.brief.picked.connect(window.pick)
    frame.brief.outcome_wanted.connect(window.pick)
    frame.brief.outcome_wanted.connect(window.actions_by_id["record-outcome"].trigger)
    frame.brief.painted.connect(window.document.look_up_texts)
    frame.brief.menu_wanted.connect(partial(_show_item_menu, window))
    frame.brief.passage_wanted.connect(window.show_passage)
    frame.brief.source_wanted.connect(window.source_side.show_source)
    frame.paragraph_picked.connect(window.pick_paragraph)
    frame.link_activated.connect(partial(window.act, "follow"))
    frame.attach_wanted.connect(partial(window.act, "attach"))
    frame.forget_wanted.connect(partial(window.act, "forget"))
    frame.source_left.connect(window.source_side.leave)
    frame.toolbar.page.prepared.connect(partial(window.act, "prepare_page"))
    frame.toolbar.page.dragged.connect(partial(window.act, "drag_page"))
    frame.workspace.source_resized.connect(partial(window.remember_width, "source_width"))
    frame.workspace.side_resized.connect(partial(window.remember_width, "side_width"))
    frame.file_wanted.connect(partial(_open_listed, window))
    frame.gone_file_wanted.connect(window.side.tell_gone)
    frame.mark_wanted.connect(partial(_pick_mark, window))
    frame.open_wanted.connect(window.open_asked)
    frame.sample_wanted.connect(partial(_open_listed, window))
    frame.open_without.connect(partial(_open_without, window))
    frame.check_again.connect(partial(_check_again, window))
    frame.copy_report.connect(partial(window.act, "copy_report"))
    frame.problems_made.connect(window.problems_made)


def _screen_of(window: MainWindow) -> str:
    """Return the name of the screen that a window is on: its size."""
    size = window.screen().size()
    return f"{size.width()}x{size.height()}"


def _go_to_pane(window: MainWindow, by: int) -> None:
    from briefing_app.gui.panes import go_to_pane

    go_to_pane(window.frame, by)


def _answer(window: MainWindow, event: QKeyEvent) -> bool:
    """Do what a key does that nothing in a window has answered; tell whether it does anything."""
    shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    if event.key() == Qt.Key.Key_F10 and shift and sys.platform != "win32":  # Windows knows it itself
        from briefing_app.gui.panes import open_context_menu

        open_context_menu(window)
    elif event.key() != Qt.Key.Key_Escape:
        return False
    elif not (window.side.close_over() or window.source_side.close_over()):
        (window.source_side.leave if window.source_side.read else window.frame.status.dismiss)()
    return True


def _pick_mark(window: MainWindow, mark: int) -> None:
    window.pick(window.selection.item, mark)


def _tell_picked(window: MainWindow) -> None:
    from PySide6.QtGui import QAccessible

    if QAccessible.isActive() and window.document.briefing is not None:
        from briefing_app.gui.aloud import tell_picked

        tell_picked(window, window.document.briefing, window.selection)


def _step_passage(window: MainWindow, by: int) -> None:
    """Go to the next passage of the item (`by` 1) or the one before (-1), and say which it is."""
    if window.frame.source_shown:
        window.frame.source.passage.step(by)
    elif 0 <= window.selection.mark + by < len(window.selection.marks):
        window.pick(window.selection.item, window.selection.mark + by)


def _open_listed(window: MainWindow, path: Path) -> None:
    window.side.close_over()
    if not window.side.is_gone(path):
        window.files_wanted.emit([path])


def _open_without(window: MainWindow) -> None:
    """Show what of the file has no problems."""
    if window.document.snapshot is not None:
        window.show_snapshot(without_unsound(window.document.snapshot))


def _check_again(window: MainWindow) -> None:
    """Read the file of the window again."""
    if window.document.snapshot is not None:
        window.files_wanted.emit([window.document.snapshot.path])


def _show_item_menu(window: MainWindow, at: QPoint) -> None:
    """Open the menu of what can be done with the selected item."""
    wanted: tuple[Id, ...] = ("show-passage", "copy-citation", "edit-item", "record-outcome", "duplicate")
    wanted += ("move-to", "merge", "delete")
    there = [window.actions_by_id[name] for name in wanted]
    window.acts.show_item_menu([each for each in there if each.isEnabled()], at)


def _toggle_full_screen(window: MainWindow) -> None:
    window.setWindowState(window.windowState() ^ window.windowState().WindowFullScreen)


def _toggle_menu_bar(window: MainWindow) -> None:
    from briefing_app.gui.menu_bar import toggle

    toggle(window, window.actions_by_id, window.frame.theme)


def _open_menu(window: MainWindow) -> None:
    """Open the menu of the toolbar that the window has now."""
    window.frame.toolbar.open_menu()
