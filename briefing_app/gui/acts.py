"""What is done with what a window shows: printed, copied, told, followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from briefing_app.gui.citation import citation
from briefing_app.gui.dialogs.notes import ask_to_follow, show_about, show_shortcuts
from briefing_app.gui.panels.problems import report
from briefing_app.gui.printing import Printing
from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from briefing_app.exporting.options import Layout
    from briefing_app.gui.document import Document
    from briefing_app.gui.frame import Frame
    from briefing_app.gui.selection import Selection
    from briefing_app.gui.tasks import Tasks


class Acts:
    """Acts on the document and the selection of one window, and speaks through its status line."""

    def __init__(
        self,
        window: QWidget,
        tasks: Tasks,
        document: Document,
        frame: Callable[[], Frame],
        selection: Callable[[], Selection],
    ) -> None:
        """Make them for a window.

        Args:
            window: the window.
            tasks: runs work off the GUI thread.
            document: what the window shows.
            frame: gives what is drawn in it now.
            selection: gives what is selected now.
        """
        self._window, self._document, self._frame, self._selection = window, document, frame, selection
        self.printing = Printing(window, tasks, lambda: frame().status)

    def _say(self, words: str) -> None:
        self._frame().status.say(words)

    def export(self, layout: Layout) -> None:
        """Ask for a file, and print the briefing to it."""
        snapshot = self._document.snapshot
        if snapshot is not None and snapshot.briefing is not None:
            self.printing.ask(snapshot, layout)

    def copy_citation(self) -> None:
        """Put the selected item on the clipboard, with its source and paragraphs."""
        briefing, item = self._document.briefing, self._selection().item
        if briefing is not None and item:
            QGuiApplication.clipboard().setText(citation(briefing, item))
            self._say(tr("The item is on the clipboard, with its source."))

    def copy_report(self) -> None:
        """Put the problems of the file on the clipboard."""
        if self._document.snapshot is not None:
            QGuiApplication.clipboard().setText(report(self._document.snapshot))
            self._say(tr("The report is on the clipboard."))

    def show_about(self) -> None:
        """Tell what the program is."""
        show_about(self._window, self._frame().theme)

    def show_shortcuts(self) -> None:
        """List the keys."""
        show_shortcuts(self._window, self._frame().theme)

    def follow(self, address: str) -> None:
        """Ask whether an address is to be opened in the browser; say where it is none of the web."""
        if ask_to_follow(self._window, self._frame().theme, address) is None:
            self._say(
                tr("{address} is no address of the web, so it is not opened.", address=visible(address))
            )
