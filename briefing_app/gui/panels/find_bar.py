"""The bar that finds: what is looked for and where, how many there are, and the way from one to the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from briefing_app.gui.panels.flow import FlowLayout
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.framed import Framed
from briefing_app.gui.widgets.text import TextLine, explain
from briefing_app.gui.widgets.toggle import Toggle
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from briefing_app.gui.theme import Theme, Token

Where = Literal["both", "brief", "source"]
_FIELD, _WIDEST = 200, 420


class FindField(QLineEdit):
    """The words that are looked for; its keys lead from match to match, and Esc away."""

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter or Down, back with Shift+Enter or Up, leave with Esc; write all else."""
        key, back = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if back else 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Tells what is wanted, and shows what came of it; it finds nothing itself."""

    typed = Signal(str)
    stepped = Signal(int)  # to the next match (1), or the one before (-1)
    turned = Signal(str)  # where is to be looked
    left = Signal()

    def __init__(self, theme: Theme, *, stacked: bool) -> None:
        """Make the bar.

        Args:
            theme: what it draws with.
            stacked: there is only room for two lines.
        """
        super().__init__()
        self._theme = theme
        self.where: Where = "both"
        self.setAccessibleName(tr("Find"))
        self.field = FindField()
        self.field.setFont(theme.font("ui"))
        self.field.setFrame(False)
        self.field.setAccessibleName(tr("Find"))
        self.field.setPlaceholderText(tr("Find in brief and source"))
        self.field.textChanged.connect(self.typed)
        self.field.stepped.connect(self.stepped)
        self.field.left.connect(self.left)
        self._frame = Framed(theme, self.field)
        self._frame.setMinimumWidth(theme.px(_FIELD))
        if not stacked:
            self._frame.setMaximumWidth(theme.px(_WIDEST))
        self._toggles: dict[Where, Toggle] = {}
        self.count = TextLine(theme, "", "ui", "ink2")
        self.previous = Button(theme, tr("Previous match (Shift+F3)"), icon="chevron_up", icon_only=True)
        self.next = Button(theme, tr("Next match (F3)"), icon="chevron_down", icon_only=True)
        self.close_button = Button(theme, tr("Close (Esc)"), icon="cross", icon_only=True)
        self.previous.clicked.connect(partial(self.stepped.emit, -1))
        self.next.clicked.connect(partial(self.stepped.emit, 1))
        self.close_button.clicked.connect(self.left)
        self._lay_out(stacked=stacked)

    def _lay_out(self, *, stacked: bool) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(6), px(10), px(6))
        column.setSpacing(px(4))
        first = QHBoxLayout()
        first.setSpacing(px(10))
        first.addWidget(self._frame, 3)
        second = first
        column.addLayout(first)
        if stacked:
            second = QHBoxLayout()
            second.setSpacing(px(10))
        second.addWidget(self._switch(stacked=stacked), 1 if stacked else 0)
        if stacked:
            column.addLayout(second)
        first.addWidget(self.previous)
        first.addWidget(self.next)
        second.addWidget(self.count, 2)
        first.addWidget(self.close_button)

    def _switch(self, *, stacked: bool) -> QWidget:
        holder = QWidget()
        holder.setAccessibleName(tr("Where to find"))
        line = FlowLayout(self._theme.px(4), self._theme.px(4)) if stacked else QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._theme.px(4))
        holder.setLayout(line)
        words: dict[Where, str] = {"both": tr("Both"), "brief": tr("Brief"), "source": tr("Source")}
        told: dict[Where, str] = {
            "both": tr("Find in the brief and in the source"),
            "brief": tr("Find in the brief only"),
            "source": tr("Find in the source only"),
        }
        for where, word in words.items():
            toggle = Toggle(self._theme, word)
            toggle.setChecked(where == self.where)
            explain(toggle, told[where])
            toggle.clicked.connect(partial(self._turn, where))
            self._toggles[where] = toggle
            line.addWidget(toggle)
        return holder

    def _turn(self, where: Where) -> None:
        self.show_where(where)
        self.turned.emit(where)

    def show_where(self, where: Where) -> None:
        """Draw where is looked."""
        self.where = where
        for each, toggle in self._toggles.items():
            toggle.setChecked(each == where)

    def begin(self) -> None:
        """Put the keyboard into the field, with all of it selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, words: str, *, found: bool, aloud: bool = False) -> None:
        """Say which match of how many is the current one.

        Args:
            words: that say it.
            found: there is one; else the words stand out.
            aloud: announce them, too.
        """
        ink: Token = "ink2" if found else "delay"
        self.count.recolour(ink)
        self.count.setText(words)
        self.previous.setEnabled(found and bool(words))
        self.next.setEnabled(found and bool(words))
        if aloud and words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.count, words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc from everywhere in the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground and draw the line above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("window"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("line"))
