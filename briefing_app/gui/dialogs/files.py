"""Which file to open, and where to write a PDF."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

from briefing_app.model.briefing import SUFFIX
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def ask_for_files(parent: QWidget, folder: Path, then: Callable[[list[Path]], None]) -> QFileDialog:
    """Ask which files to open.

    Args:
        parent: the window.
        folder: where to begin.
        then: gets the files, one at least; is not called where the user thinks better of it.
    """
    dialog = QFileDialog(parent, tr("Open a briefing"), str(folder))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters([tr("Briefings (*{suffix})", suffix=SUFFIX), tr("All files (*)")])
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    return _opened(dialog)


def ask_for_target(parent: QWidget, suggestion: Path, then: Callable[[Path], None]) -> QFileDialog:
    """Ask where to write a PDF; the dialog itself asks before an existing file is replaced.

    Args:
        parent: the window.
        suggestion: the file that is proposed.
        then: gets the file.
    """
    dialog = QFileDialog(parent, tr("Export as PDF"), str(suggestion.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([tr("PDF files (*.pdf)")])
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(suggestion.name)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    return _opened(dialog)


def suggested_target(path: Path, ending: str) -> Path:
    """Return a PDF beside a file, or among the user's documents where that folder cannot be written.

    Args:
        path: the briefing's file.
        ending: what stands between its name and `.pdf`.
    """
    folder = path.parent
    if not os.access(folder, os.W_OK):
        found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(found or Path.home())
    return folder / f"{path.stem}{ending}.pdf"


def _opened(dialog: QFileDialog) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
