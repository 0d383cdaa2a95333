"""The bar of a review, in the place of the toolbar: the way back, how far it is, undo and the sign-off."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing_app.gui.panels.key_foot import KeyFoot
from briefing_app.gui.panels.toolbar import HEIGHT
from briefing_app.gui.widgets import glyphs
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.icons import paint_icon
from briefing_app.gui.widgets.text import TextLine, explain
from briefing_app.words import tr
from briefing_app.workflow.reviewing import DONE, left_words, progress_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QPaintEvent

    from briefing_app.gui.theme import Theme
    from briefing_app.model.items import ReviewState
    from briefing_app.workflow.reviewing import Progress

_CELL, _GAP, _HIGH = 12, 3, 7
_LEAST = 4  # px that a cell takes at the least, with the gap behind it
_WIDEST, _NARROWEST = 260, 90  # px at text size 1 of all cells, with and without room for words


class ReviewBar(QWidget):
    """Says how far the review is; its buttons only tell that they were pressed."""

    left = Signal()
    signed = Signal()

    def __init__(self, theme: Theme, undo: QAction, *, words: bool) -> None:
        """Make the bar.

        Args:
            theme: what it draws with.
            undo: the action that undoes the last step.
            words: there is room for words beside the signs.
        """
        super().__init__()
        self._theme, self._words = theme, words
        self.setFixedHeight(theme.px(HEIGHT))
        self.setAccessibleName(tr("Review"))
        back = tr("Back to briefing") if words else tr("Back")
        self.back = Button(theme, back, icon="chevron_left")
        self.back.clicked.connect(self.left)
        self.cells = ProgressCells(theme, _WIDEST if words else _NARROWEST)
        self._done = TextLine(theme, "", "ui", "ink2", wraps=False)
        self._left = TextLine(theme, "", "ui", "ink2", wraps=False, parent=self)
        self.undo = Button.of_action(theme, undo, icon="undo", word=tr("Undo") if words else "")
        self.sign = Button(theme, tr("Sign off"), "primary", icon="check")
        self.sign.clicked.connect(self.signed)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(14), 0, theme.px(10), 0)
        line.setSpacing(theme.px(10))
        line.addWidget(self.back)
        line.addStretch(1)
        if words:
            line.addWidget(TextLine(theme, tr("Review"), "ui_bold", wraps=False))
        line.addWidget(self.cells)
        line.addWidget(self._done)
        line.addStretch(1)
        line.addWidget(self.undo)
        self._left.setVisible(words)
        if words:
            line.addWidget(self._left)
        line.addWidget(self.sign)

    def show_progress(self, found: Progress, here: int) -> None:
        """Show how far the review is, and which item is open, counted from 0."""
        self.cells.show_states(found, here)
        done, total = len(found.states) - found.left, len(found.states)
        short = tr("{done}/{total}", done=done, total=total)
        self._done.setText(progress_words(found) if self._words else short)
        self._done.setAccessibleName(progress_words(found))
        self._left.setText(left_words(found))
        self.sign.setEnabled(not found.left)
        told = left_words(found)
        if not found.left:
            told = tr("Record who reviewed the briefing, and when (Ctrl+Enter)")
        explain(self.sign, told)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground and draw the line below."""
        painter = QPainter(self)
        glyphs.fill(painter, QRectF(self.rect()), self._theme.color("window"))
        glyphs.fill(painter, QRectF(0, self.height() - 1, self.width(), 1), self._theme.color("line"))


class ProgressCells(QWidget):
    """A cell an item: filled once decided, crossed where rejected, marked where it is open.

    Where the items are too many to be told apart, each cell stands for several and is filled once all are.
    """

    def __init__(self, theme: Theme, widest: int) -> None:
        """Make the cells.

        Args:
            theme: what they are drawn with.
            widest: px at text size 1 that all of them may take.
        """
        super().__init__()
        self._theme, self._widest = theme, widest
        self._cells: list[ReviewState] = []
        self._here = -1

    def show_states(self, found: Progress, here: int) -> None:
        """Draw the states, with the open item marked."""
        count = len(found.states)
        cells = min(count, int(self._widest / _LEAST))
        ends = [n * count // cells for n in range(cells)] + [count]
        self._cells = [_together(found.states[one:other]) for one, other in pairwise(ends)]
        self._here = here * cells // count if count else here
        legend = tr("Filled: accepted or edited. Crossed: rejected. Hollow: to be decided.")
        several = tr("Each cell stands for several items.") if cells < count else ""
        explain(self, " ".join(part for part in (f"{progress_words(found)}.", legend, several) if part))
        self.setAccessibleName(progress_words(found))
        self.setFixedSize(self.sizeHint())
        self.update()

    def _scale(self) -> float:
        """Return how much narrower cells are where there are many."""
        count = len(self._cells)
        return min(1.0, self._widest / (count * (_CELL + _GAP))) if count else 1.0

    def sizeHint(self) -> QSize:
        """Return room for all cells."""
        width = len(self._cells) * self._theme.px(_CELL + _GAP) * self._scale()
        return QSize(round(width), self._theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cells."""
        painter, color, px = QPainter(self), self._theme.color, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = px(_CELL + _GAP) * self._scale()
        gap = min(px(_GAP), step / 3)
        width, top = max(step - gap, 1.0), (self.height() - px(_HIGH)) / 2
        for n, state in enumerate(self._cells):
            area = QRectF(n * step + 0.5, top, width, px(_HIGH))
            if state == "rejected":
                paint_icon(painter, "cross", area.adjusted(0, -1, 0, 1), color("ink2"))
                continue
            here = n == self._here
            painter.setPen(QPen(color("markLine" if here else "accent" if state in DONE else "line2"), 1.5))
            painter.setBrush(
                color("mark" if here else "accent") if here or state in DONE else Qt.BrushStyle.NoBrush
            )
            painter.drawRoundedRect(area, min(2, width / 3), min(2, width / 3))


def _together(states: Sequence[ReviewState]) -> ReviewState:
    """Return the state of items that share a cell: that of what is left, else that of most worth."""
    left: list[ReviewState] = [state for state in states if state not in DONE]
    return (left or [state for state in states if state != "rejected"] or list(states))[0]


# As they are told; what a click on them does is not the key of a view.
SAVE_KEY, UNDO_KEY = "Ctrl Enter", "Ctrl Z"


class ReviewFoot(KeyFoot):
    """The keys of a review at its foot: those that do something with what is open."""

    def __init__(self, theme: Theme, *, words: bool) -> None:
        note = tr("Items follow the order of the article") if words else ""
        super().__init__(theme, _keys(sentence=False), note)
        self._shown = (False, False)

    def show_for(self, *, sentence: bool, form: bool) -> None:
        """Tell the keys for an item, for a sentence that became none, or for a form that is open."""
        if (sentence, form) != self._shown:
            self._shown = (sentence, form)
            self.show_keys(_form_keys() if form else _keys(sentence=sentence))


def _form_keys() -> tuple[tuple[str, str], ...]:
    return ((SAVE_KEY, tr("save")), (tr("Esc"), tr("cancel")))


def _keys(*, sentence: bool) -> tuple[tuple[str, str], ...]:
    item = ((tr("A"), tr("accept")), (tr("E"), tr("edit")), (tr("R"), tr("reject")))
    unused = ((tr("E"), tr("make an item")), (tr("R"), tr("dismiss")))
    return (
        *(unused if sentence else item),
        (tr("J"), tr("next")),
        (tr("K"), tr("previous")),
        (tr("S"), tr("see in source")),
        (UNDO_KEY, tr("undo")),
    )
