"""What is done with what a window shows: printed, copied, told, followed."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from briefing_app.gui.actions import roomy
from briefing_app.gui.carrying import item_data
from briefing_app.gui.dialogs.notes import ask_to_follow, show_shortcuts
from briefing_app.gui.panels.problems import report
from briefing_app.gui.printing import Printing
from briefing_app.model.problems import BriefingError
from briefing_app.model.visible import visible
from briefing_app.words import tr
from briefing_app.words.problems import say_all

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from briefing_app.exporting.options import Layout
    from briefing_app.gui.dialogs.export import ExportDialog
    from briefing_app.gui.document import Document, Snapshot
    from briefing_app.gui.frame import Frame
    from briefing_app.gui.page_out import PageOut
    from briefing_app.gui.selection import Selection
    from briefing_app.gui.settings import Settings
    from briefing_app.gui.tasks import Task, Tasks
    from briefing_app.gui.theme import Token
    from briefing_app.model.problems import Problem
    from briefing_app.model.sources import Source
    from briefing_app.workflow.attaching import Compared
    from briefing_app.workflow.checking import Texts


class Acts:
    """Acts on the document and the selection of one window, and speaks through its status line."""

    def __init__(
        self,
        window: QWidget,
        tasks: Tasks,
        settings: Settings,
        document: Document,
        frame: Callable[[], Frame],
        selection: Callable[[], Selection],
    ) -> None:
        """Make them for a window.

        Args:
            window: the window.
            tasks: runs work off the GUI thread.
            settings: what is remembered.
            document: what the window shows.
            frame: gives what is drawn in it now.
            selection: gives what is selected now.
        """
        self._tasks = tasks
        self._keeping: Task | None = None  # writes an attached text
        self._window, self._document, self._frame, self._selection = window, document, frame, selection
        self.printing = Printing(window, tasks, settings, frame)
        self._settings = settings

    @cached_property
    def page_out(self) -> PageOut:
        """What drags the one page out of the window."""
        from briefing_app.gui.page_out import PageOut

        return PageOut(self._window, self._tasks, self._settings, self._frame, self._shown)

    def _shown(self) -> tuple[Snapshot | None, Texts]:
        return self._document.snapshot, self._texts()

    def prepare_page(self) -> None:
        """Begin to make the page that may be dragged out."""
        self.page_out.prepare()

    def drag_page(self) -> None:
        """Drag the page out."""
        self.page_out.drag()

    def _say(self, words: str, *, color: Token = "ink") -> None:
        self._frame().status.say(words, color=color)

    def export(self, layout: Layout) -> ExportDialog | None:
        """Show the pages in a layout, to be saved or printed; return the dialog, None without a briefing."""
        snapshot = self._document.snapshot
        return self.printing.show_dialog(snapshot, layout, self._texts()) if snapshot is not None else None

    def print_pages(self) -> None:
        """Print the briefing as was chosen last."""
        snapshot = self._document.snapshot
        if snapshot is not None and snapshot.briefing is not None:
            self.printing.ask_printer(snapshot, self._texts())

    def _texts(self) -> dict[str, tuple[str, ...]]:
        """Return the texts that are attached, by their sources: the page tells the state of each passage."""
        reading = self._document.reading()
        return {source: text.paragraphs for source, text in reading.attached.items()} if reading else {}

    def copy_citation(self) -> None:
        """Put the selected item on the clipboard, with its source and paragraphs."""
        briefing, item = self._document.briefing, self._selection().item
        if briefing is not None and item:
            QGuiApplication.clipboard().setMimeData(item_data(briefing, item))
            self._say(tr("The item is on the clipboard, with its source."))

    def show_item_menu(self, actions: Sequence[QAction], at: QPoint) -> None:
        """Open a menu of what can be done with the selected item."""
        menu = roomy(QMenu(self._window))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(actions)
        menu.popup(at)

    def copy_report(self) -> None:
        """Put the problems of the file on the clipboard."""
        if self._document.snapshot is not None:
            QGuiApplication.clipboard().setText(report(self._document.snapshot))
            self._say(tr("The report is on the clipboard."))

    def show_about(self) -> None:
        """Tell what the program is."""
        from briefing_app.gui.dialogs.about import show_about

        show_about(self._window, self._frame().theme, self.copy_diagnostics)

    def show_help(self) -> None:
        """Tell what the signs mean and how to get about."""
        from briefing_app.gui.dialogs.help import show_help

        show_help(self._window, self._frame().theme)

    def copy_diagnostics(self) -> None:
        """Put what the program runs on onto the clipboard."""
        from briefing_app.gui.diagnostics import diagnostics

        QGuiApplication.clipboard().setText(diagnostics(self._frame().theme))
        self._say(tr("The diagnostics are on the clipboard. They hold no name and no text of any file."))

    def show_shortcuts(self) -> None:
        """List the keys."""
        show_shortcuts(self._window, self._frame().theme)

    def follow(self, address: str) -> None:
        """Ask whether an address is to be opened in the browser; say where it is none of the web."""
        dialog = ask_to_follow(self._window, self._frame().theme, address, partial(self._copy, address))
        if dialog is None:
            words = tr("{address} is no address of the web, so it is not opened.", address=visible(address))
            self._say(words, color="delay")

    def _copy(self, address: str) -> None:
        """Give an address that no program takes to the clipboard, and say so."""
        QGuiApplication.clipboard().setText(address)
        words = tr("No program here opens {address}. It is on the clipboard.", address=visible(address))
        self._say(words, color="delay")

    def attach(self, source_id: str) -> None:
        """Ask for the text of a source, to read it beside the briefing."""
        briefing, source = self._document.briefing, self._document.source(source_id)
        if briefing is None or source is None:
            return
        from briefing_app.gui.dialogs.attach import AttachDialog

        dialog = AttachDialog(self._window, self._frame().theme, self._tasks, briefing, source)
        if self._document.snapshot is not None:
            dialog.folder = self._document.snapshot.path.parent
        dialog.taken.connect(partial(self._take, source))
        dialog.open()

    def attach_next(self) -> None:
        """Ask for the text of the source that is shown, where it lacks one, else of the first that does."""
        frame, lacking = self._frame(), self._document.lacking()
        frame.stay.let_go()
        shown = frame.source_made.source if frame.source_made else ""
        if lacking:
            self.attach(shown if shown in lacking else lacking[0])

    def forget_next(self) -> None:
        """Remove the text that was attached to the source that is shown, else the first that there is."""
        frame, attached = self._frame(), self._document.attached()
        shown = frame.source_made.source if frame.source_made else ""
        if attached:
            self.forget(shown if shown in attached else attached[0])

    def _take(self, source: Source, found: Compared) -> None:
        from briefing_app.workflow.attaching import keep

        self._document.attach(source, found.attached)
        self._frame().status.settle()
        pane = self._frame().source
        pane.show_source(source.id)
        if pane.isVisible():
            pane.article.setFocus()  # the button that had the keyboard is gone
        if found.same:
            self._keeping = self._tasks.run(partial(keep, found.attached))
            self._keeping.over.connect(self._kept)
            self._keeping.failed.connect(self._not_kept)

    def _kept(self) -> None:
        self._keeping = None

    def _not_kept(self, problems: tuple[Problem, ...]) -> None:
        self._say_problems(tr("The text is attached, but not kept."), problems)

    def forget(self, source_id: str) -> None:
        """Remove the text that was attached to a source."""
        source = self._document.source(source_id)
        if source is None:
            return
        if self._keeping is not None:  # else what is written now would outlive its end
            self._keeping.over.connect(partial(self.forget, source_id))
            return
        from briefing_app.workflow.attaching import forget

        try:
            forget(source)
        except BriefingError as error:
            self._say_problems(tr("The text is not forgotten."), error.problems)
            return
        self._document.detach(source)
        pane = self._frame().source_made
        if pane is not None and pane.isVisible() and pane.source == source_id:
            pane.note.attach.setFocus()  # the button that had the keyboard is gone
        self._say(tr("The text of the article is forgotten."))

    def _say_problems(self, words: str, problems: tuple[Problem, ...]) -> None:
        self._say(f"{words} {say_all(problems)}", color="error")
