"""The line above an article: which of an item's passages is in view, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.gui.panels.passages import state_sentence, state_words, worst
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.icons import paint_icon
from briefing_app.gui.widgets.signs import Sign
from briefing_app.gui.widgets.text import TextLine, explain
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.document import Reading
    from briefing_app.gui.selection import Selection
    from briefing_app.gui.theme import Theme, Token
    from briefing_app.gui.widgets.icons import IconName
    from briefing_app.model.evidence import PassageState

SIGNS: dict[PassageState, tuple[IconName, Token]] = {
    "verified": ("check", "accent"),
    "moved": ("redo", "delay"),
    "changed": ("warning", "delay"),
    "missing": ("cross", "error"),
    "unchecked": ("info", "ink2"),
}


class StateSign(Sign):
    """The sign of what became of a passage; the word stands beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QSize(theme.px(16), theme.line_height("meta")), "", parent)
        self.state: PassageState = "unchecked"

    def show_state(self, state: PassageState) -> None:
        """Draw another state."""
        self.state = state
        self.setAccessibleName(state_words(state))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign in the middle of the first line."""
        icon, color = SIGNS[self.state]
        edge = self.theme.px(14)
        area = QRectF((self.width() - edge) / 2, (self.height() - edge) / 2, edge, edge)
        paint_icon(QPainter(self), icon, area, self.theme.color(color))


class PassageBar(QWidget):
    """Shows `¶4 · 1 of 2 passages`, steps between them, and the state of the one in view in words."""

    mark_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._selection: Selection | None = None
        self.where = TextLine(theme, "", "meta_bold", "ink2")
        self.sign = StateSign(theme)
        self.state = TextLine(theme, "", "meta", "ink2", selectable=True)
        self.back = Button(theme, tr("Previous passage"), icon="chevron_up", icon_only=True, height=28)
        self.on = Button(theme, tr("Next passage"), icon="chevron_down", icon_only=True, height=28)
        explain(self.back, tr("Previous passage ([ or Alt+Up in the article)"))
        explain(self.on, tr("Next passage (] or Alt+Down in the article)"))
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        px = theme.px
        line = QHBoxLayout()
        line.setSpacing(px(6))
        line.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.state, 1)
        texts = QVBoxLayout()
        texts.setSpacing(px(2))
        texts.addStretch(1)
        texts.addWidget(self.where)
        texts.addLayout(line)
        texts.addStretch(1)
        across = QHBoxLayout(self)
        across.setContentsMargins(px(18), px(7), px(8), px(7))
        across.setSpacing(px(2))
        across.addLayout(texts, 1)
        across.addWidget(self.back)
        across.addWidget(self.on)
        self.hide()

    def select(self, reading: Reading, selection: Selection) -> None:
        """Show the passage in view, or go where there is none."""
        self._selection = selection
        found = worst(reading, selection.passages)
        if found is None or selection.place is None:
            self.hide()
            return
        count = len(selection.marks)
        self.where.setText(
            tr(
                "{mark} · {n} of {count} passages",
                mark=selection.place.text,
                n=selection.mark + 1,
                count=count,
            )
        )
        self.sign.show_state(found[0])
        self.state.setText(state_sentence(reading, *found))
        for widget in (self.where, self.back, self.on):
            widget.setVisible(count > 1)
        self.back.setEnabled(selection.mark > 0)
        self.on.setEnabled(selection.mark < count - 1)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of a bar, and the line under which the article runs."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))

    def step(self, by: int) -> None:
        """Ask for the next passage (1) or the one before (-1), where there is one, and say which it is."""
        if self._selection is None or not 0 <= self._selection.mark + by < len(self._selection.marks):
            return
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self.mark_wanted.emit(self._selection.mark + by)
        words = f"{self.where.text()}. {self.state.text()}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
