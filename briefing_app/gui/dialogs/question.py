"""Asks what becomes of work that is not saved: saved, discarded, or gone on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_Buttons = QMessageBox.StandardButton


def ask_to_save(parent: QWidget, title: str, text: str, more: str) -> QMessageBox:
    """Return the question with Save, Discard and Cancel, not open yet; it goes when it is answered.

    Args:
        parent: the window.
        title: of the question.
        text: what is asked; names of files are shown as they are.
        more: what it means.
    """
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(text)
    box.setInformativeText(more)
    box.setStandardButtons(_Buttons.Save | _Buttons.Discard | _Buttons.Cancel)
    box.setDefaultButton(_Buttons.Save)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box
