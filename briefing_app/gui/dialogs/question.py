"""Asks what becomes of work that is not saved: saved, discarded, or gone on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_Buttons = QMessageBox.StandardButton


class SaveQuestion:
    """The question of one window, asked once at a time.

    Attributes:
        box: shows it, None where nothing is asked.
    """

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self.box: QMessageBox | None = None

    def ask(
        self,
        title: str,
        text: str,
        more: str,
        *,
        save: Callable[[], object],
        discard: Callable[[], object],
    ) -> None:
        """Ask with Save, Discard and Cancel; where it is asked already, bring that to the front.

        Args:
            title: of the question.
            text: what is asked; names of files are shown as they are.
            more: what it means.
            save: called when it is to be saved.
            discard: called when it is given up.
        """
        if self.box is not None:
            self.box.raise_()
            return
        self.box = box = QMessageBox(self._parent)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(text)
        box.setInformativeText(more)
        box.setStandardButtons(_Buttons.Save | _Buttons.Discard | _Buttons.Cancel)
        box.setDefaultButton(_Buttons.Save)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def answered(answer: int) -> None:
            self.box = None
            if answer == _Buttons.Save.value:
                save()
            elif answer == _Buttons.Discard.value:
                discard()

        box.finished.connect(answered)
        box.open()
