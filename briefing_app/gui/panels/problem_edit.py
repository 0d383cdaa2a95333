"""The field in which one value of a faulty file is edited; what is wrong with it is told as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.gui.panels.flow import FlowLayout
from briefing_app.gui.panels.growing_field import GrowingField
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme, Token
    from briefing_app.workflow.fixing import Target


class ProblemEdit(QWidget):
    """Holds what is typed; whoever shows it says whether that can stand in the file."""

    typed = Signal(str)
    applied = Signal()
    left = Signal()

    def __init__(self, theme: Theme, target: Target, text: str) -> None:
        """Make the field.

        Args:
            theme: what it draws with.
            target: what is edited.
            text: what stands in the field at first.
        """
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        name = _name(target)
        if target.choices:
            column.addLayout(self._choices(theme, target.choices))
        column.addWidget(TextLine(theme, name, "meta", "ink2"))
        self.field = GrowingField(theme, text)
        self.field.setAccessibleName(name)
        self._edge = _Edge(theme, self.field)
        column.addWidget(self._edge)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self.apply = Button(theme, tr("Apply"), "outline", key=tr("Enter"))
        self.apply.clicked.connect(self.applied)
        leave = Button(theme, tr("Leave as it is"), key=tr("Esc"))
        leave.clicked.connect(self.left)
        line.addWidget(self.apply)
        line.addWidget(leave)
        line.addStretch(1)
        column.addLayout(line)
        self.field.textChanged.connect(self._tell)
        self.field.entered.connect(self.applied)
        self.field.escaped.connect(self.left)

    def _choices(self, theme: Theme, choices: tuple[str, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(TextLine(theme, tr("Choose one, or type it:"), "meta", "ink2"))
        flow = FlowLayout(theme.px(8), theme.px(8))
        for value in choices:
            choice = _Choice(theme, value)
            choice.chosen.connect(self._choose)
            flow.addWidget(choice)
        column.addLayout(flow)
        return column

    def _choose(self, value: str) -> None:
        self.field.setPlainText(value)
        self.applied.emit()

    def text(self) -> str:
        """Return what is typed."""
        return self.field.toPlainText()

    def show_state(self, *, right: bool, changed: bool) -> None:
        """Draw it as one that can be applied, or not yet."""
        self._edge.colour = "accent" if right else "error"
        self._edge.update()
        self.apply.setEnabled(right and changed)

    def _tell(self) -> None:
        self.typed.emit(self.text())


class _Choice(Button):
    """One of the values that can stand there."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, value: str) -> None:
        super().__init__(theme, value, "outline")
        self._value = value
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.chosen.emit(self._value)


class _Edge(QWidget):
    """The edge of a field, which says whether what is in it can stand in the file."""

    def __init__(self, theme: Theme, inside: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self.colour: Token = "accent"
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(10), theme.px(7), theme.px(6), theme.px(7))
        column.addWidget(inside)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color(self.colour), 2))
        painter.setBrush(self._theme.color("raised"))
        radius = self._theme.px(6)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


def _name(target: Target) -> str:
    if target.kind == "line":
        return tr("Line {n} of the file", n=target.line)
    if target.kind == "key":
        return tr("Key")
    return tr("Value, as JSON") if target.kind == "json" else tr("Value")
