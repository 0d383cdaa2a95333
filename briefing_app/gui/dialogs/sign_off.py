"""Asks once who signs reviews off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.framed import Framed
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.theme import Theme


class SignOff(QDialog):
    """Takes a name, and tells it once it is given."""

    named = Signal(str)

    def __init__(self, parent: QWidget, theme: Theme, day: str, open_still: str = "") -> None:
        """Make the dialog.

        Args:
            parent: the window.
            theme: what it draws with.
            day: the day that is recorded, in words.
            open_still: what goes with it, and what stays as it is, in words.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Sign off"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = QLineEdit()
        self.name.setFrame(False)
        self.name.setFont(theme.font("item"))
        self.name.setAccessibleName(tr("Name"))
        self.name.setPlaceholderText(tr("Name or desk"))
        self.name.textChanged.connect(self._tell)
        told = tr(
            "The briefing records who reviewed it and when: {day}. The name is kept for next time.", day=day
        )
        self._lay_out(theme, (told, open_still))
        self.name.returnPressed.connect(self._sign)
        self.setMinimumWidth(theme.px(420))
        self._tell()
        self.name.setFocus()

    def _lay_out(self, theme: Theme, told: Sequence[str]) -> None:
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(20), px(20), px(16))
        column.setSpacing(px(12))
        column.addWidget(TextLine(theme, tr("Who signs this review off?"), "ui_bold"))
        for words in filter(None, told):
            column.addWidget(TextLine(theme, words, "meta", "ink2"))
        column.addWidget(Framed(theme, self.name))
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addStretch(1)
        cancel = Button(theme, tr("Cancel"), "outline")
        cancel.clicked.connect(self.reject)
        self.sign = Button(theme, tr("Sign off"), "primary", icon="check")
        self.sign.clicked.connect(self._sign)
        line.addWidget(cancel)
        line.addWidget(self.sign)
        column.addLayout(line)

    def _tell(self) -> None:
        self.sign.setEnabled(bool(self.name.text().strip()))

    def _sign(self) -> None:
        if self.name.text().strip():
            self.named.emit(self.name.text().strip())
            self.accept()
