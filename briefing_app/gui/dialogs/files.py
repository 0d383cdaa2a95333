"""Which file to open, and where to write a briefing or a PDF."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

from briefing_app.model.briefing import SUFFIX
from briefing_app.words import tr
from briefing_app.workflow.opening import samples

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
    dialog = QFileDialog(parent, tr("Open a briefing or an article"), str(folder))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    every = f"*{SUFFIX} *.pdf *.txt *.html *.htm *.docx"
    kinds = tr("Briefings and articles ({patterns})", patterns=every)
    alone = tr("Briefings (*{suffix})", suffix=SUFFIX)
    dialog.setNameFilters([kinds, alone, tr("All files (*)")])
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    return _opened(dialog)


def ask_for_one(parent: QWidget, folder: Path, then: Callable[[Path], None]) -> QFileDialog:
    """Ask which briefing to compare with; `then` gets its file."""
    kinds = tr("Briefings ({patterns})", patterns=f"*{SUFFIX} *.pdf")
    return _ask_for_one(parent, tr("Compare with a briefing"), folder, kinds, then)


def ask_for_article(
    parent: QWidget, then: Callable[[Path], None], folder: Path, *, plain: bool = False
) -> QFileDialog:
    """Ask for the file of an article, in a folder at first, with `plain` of plain text; `then` gets it."""
    kinds = tr("Articles ({patterns})", patterns="*.txt *.html *.htm *.pdf *.docx")
    kind = tr("Plain text (*.txt)") if plain else kinds
    return _ask_for_one(parent, tr("Choose the article"), folder, kind, then)


def _ask_for_one(
    parent: QWidget, title: str, folder: Path, kinds: str, then: Callable[[Path], None]
) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([kinds, tr("All files (*)")])
    dialog.fileSelected.connect(lambda name: then(Path(name)))
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


def ask_for_briefing(parent: QWidget, suggestion: Path, then: Callable[[Path, bool], None]) -> QFileDialog:
    """Ask where to save a briefing.

    Args:
        parent: the window.
        suggestion: the file that is proposed.
        then: gets the file, and whether the dialog itself has asked before that file is replaced; it has
            not where another suffix was typed, to which ours is added.
    """
    dialog = QFileDialog(parent, tr("Save as"), str(suggestion.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([tr("Briefings (*{suffix})", suffix=SUFFIX)])
    dialog.setDefaultSuffix(SUFFIX)
    dialog.selectFile(suggestion.name)

    def chosen(name: str) -> None:
        asked = name.casefold().endswith(SUFFIX)
        then(Path(name if asked else name + SUFFIX), asked)

    dialog.fileSelected.connect(chosen)
    return _opened(dialog)


def suggested_target(path: Path, ending: str) -> Path:
    """Return a PDF beside a file; among the user's documents where that folder is not theirs to write in.

    Args:
        path: the briefing's file.
        ending: what stands between its name and `.pdf`.
    """
    folder = path.parent
    if not os.access(folder, os.W_OK) or path in samples():
        found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(found or Path.home())
    target = folder / f"{path.stem}{ending}.pdf"
    return target if target != path else folder / f"{path.stem}-2.pdf"


def _opened(dialog: QFileDialog) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
