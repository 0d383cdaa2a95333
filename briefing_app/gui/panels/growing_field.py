"""A field for a text of some lines: as high as the text is, up to a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from briefing_app.gui.panels.scrolling import thin_bar

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from briefing_app.gui.theme import Role, Theme

_MOST_LINES = 8


class GrowingField(QPlainTextEdit):
    """A text as high as it is; Enter and Esc are told, Shift+Enter begins a line."""

    entered = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme, text: str, role: Role = "code", *, prose: bool = False) -> None:
        """Make the field.

        Args:
            theme: what it draws with.
            text: what stands in it at first.
            role: the style of the text.
            prose: Enter begins a line, and is not told.
        """
        super().__init__()
        self._theme, self._prose = theme, prose
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(theme.font(role))
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.document().setDocumentMargin(0)
        palette = self.palette()
        for ground in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(ground, theme.color("raised"))
        palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
        self.setPalette(palette)
        thin_bar(self, theme)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPlainText(text)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        lines = round(self.document().documentLayout().documentSize().height())
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(needed if lines > _MOST_LINES else off)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * min(max(lines, 1), _MOST_LINES) + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the text is in lines of the new width."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter and Esc; take all else."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()  # it is for what the field stands in
            elif self._prose or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.insertPlainText("\n")
            else:
                self.entered.emit()
        else:
            super().keyPressEvent(event)
