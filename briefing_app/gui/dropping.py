"""A widget that takes files which are dropped on it, and shows what will be done with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent


class DropTarget(QWidget):
    """Takes local files; what is shown meanwhile is up to the widget that it is."""

    files_dropped = Signal(object)  # list[Path]

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def show_drop(self, files: list[Path]) -> None:
        """Show what will be done with files that are held over it; with none, that nothing is held."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and show what will be done with them."""
        files = _local_files(event)
        if files:
            event.acceptProposedAction()
            self.show_drop(files)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that nothing is held over it any more."""
        super().dragLeaveEvent(event)
        self.show_drop([])

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files over."""
        self.show_drop([])
        files = _local_files(event)
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)


def _local_files(event: QDropEvent) -> list[Path]:
    if event.source() is not None:  # what is dragged out of the program is not for itself
        return []
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
