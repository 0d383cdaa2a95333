"""The strip at the foot of a narrow window: the selected passage, while the source pane is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing_app.gui.panels.passages import state_words, words_of, worst
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QPaintEvent

    from briefing_app.gui.document import Reading
    from briefing_app.gui.selection import Selection
    from briefing_app.gui.theme import Theme

_LONGEST = 240


class PeekStrip(QWidget):
    """Shows `¶4 · 1 of 2 passages`, the words, and steps from passage to passage."""

    mark_wanted = Signal(int)

    def __init__(self, theme: Theme, source: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._selection: Selection | None = None
        self.setMinimumHeight(theme.px(64))
        self._where = TextLine(theme, "", "meta_bold", "ink2", wraps=False)
        self.words = TextLine(theme, "", "article", "ink", selectable=True)
        self._back = Button(theme, tr("Previous passage"), icon="chevron_left", icon_only=True)
        self._on = Button(theme, tr("Next passage"), icon="chevron_right", icon_only=True)
        self._back.clicked.connect(lambda: self._step(-1))
        self._on.clicked.connect(lambda: self._step(1))
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(28), theme.px(6), theme.px(14), theme.px(6))
        line.setSpacing(theme.px(6))
        line.addWidget(self._where)
        line.addSpacing(theme.px(8))
        line.addWidget(self.words, 1)
        for button in (self._back, self._on):
            line.addWidget(button)
        line.addWidget(Button.of_action(theme, source, "outline", icon="source", word=tr("Source"), key="F8"))
        self.hide()

    def select(self, reading: Reading, selection: Selection) -> None:
        """Show the passage in view, or go where there is none."""
        self._selection = selection
        place = selection.place
        if place is None:
            self.hide()
            return
        count = len(selection.marks)
        at = tr("{mark} · {n} of {count} passages", mark=place.text, n=selection.mark + 1, count=count)
        found = worst(reading, selection.passages)
        odd = [state_words(found[0])] if found and found[0] not in ("verified", "unchecked") else []
        self._where.setText(" · ".join([at if count > 1 else place.text, *odd]))
        words = " … ".join(words_of(reading, passage) for passage in selection.passages)
        self.words.setText(words[:_LONGEST])
        self._back.setVisible(count > 1)
        self._on.setVisible(count > 1)
        self._back.setEnabled(selection.mark > 0)
        self._on.setEnabled(selection.mark < count - 1)
        self.show()

    def _step(self, by: int) -> None:
        if self._selection is not None:
            self.mark_wanted.emit(self._selection.mark + by)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground, draw the line above and the marker's bar."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("source"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("line"))
        painter.fillRect(0, 0, 3, self.height(), self._theme.color("markLine"))
