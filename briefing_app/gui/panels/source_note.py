"""What is said above an article whose text is not in the file, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.gui.panels.flow import FlowLayout
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme
    from briefing_app.model.sources import Source
    from briefing_app.workflow.attaching import Attached


class SourceNote(QWidget):
    """Tells where the text comes from that is shown, and attaches, opens or forgets it."""

    attach_wanted = Signal()
    open_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words = TextLine(theme, "", "meta", "ink2")
        self.attach = Button(theme, tr("Attach the article…"), "outline", icon="plus")
        self.open = Button(theme, tr("Open at the source"), "outline", icon="external")
        self.forget = Button(theme, tr("Forget"), "outline", icon="cross", height=28)
        self.attach.clicked.connect(self.attach_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.forget.clicked.connect(self.forget_wanted)
        buttons = FlowLayout(theme.px(8), theme.px(6))
        for button in (self.attach, self.open):
            buttons.addWidget(button)
        told = QHBoxLayout()
        told.setSpacing(theme.px(8))
        told.addWidget(self.words, 1)
        told.addWidget(self.forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(18), theme.px(8), theme.px(16), theme.px(8))
        column.setSpacing(theme.px(8))
        column.addLayout(told)
        column.addLayout(buttons)

    def show_source(self, source: Source, attached: Attached | None) -> None:
        """Say how the text of a source came here; nothing where the file carries it.

        Args:
            source: the source.
            attached: its text, where that was attached.
        """
        self.setVisible(not source.text)
        self.attach.setVisible(attached is None)
        self.open.setVisible(attached is None and bool(source.url))
        self.forget.setVisible(attached is not None)
        if attached is None:
            self.words.setText(
                tr("The text is not in this file: each passage shows its first and last words.")
            )
        elif attached.same:
            self.words.setText(tr("Attached text, kept on this computer and not in the file."))
        else:
            self.words.setText(
                tr("Another text than the briefing was made from, attached until the window closes.")
            )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line to what stands below."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
