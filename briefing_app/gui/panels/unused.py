"""What a draft leaves open: what is to be said of its article, and the sentences that became no item."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from briefing_app.gui.panels.passages import excerpt
from briefing_app.gui.panels.scrolling import Hairline, paint_ground, step_focus
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.listed_row import ListedRow
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.outline import marks_of
from briefing_app.model.visible import visible
from briefing_app.words import ntr, tr
from briefing_app.words.problems import place, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from briefing_app.gui.document import Reading
    from briefing_app.gui.theme import Theme
    from briefing_app.model.briefing import Unused
    from briefing_app.model.problems import Problem

_WIDEST = 760


class UnusedView(QScrollArea):
    """Lists what is left open; each sentence shows its passage in the article."""

    picked = Signal(object)  # Passage
    left = Signal()

    def __init__(self, theme: Theme, reading: Reading, problems: Iterable[Problem]) -> None:
        """List them.

        Args:
            theme: what it draws with.
            reading: the briefing, and the texts at hand.
            problems: what is to be said of the article.
        """
        super().__init__()
        self._theme = theme
        self.rows: list[UnusedRow] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("What the draft leaves open"))
        paint_ground(self, theme, "page")
        self.back = Button(theme, tr("Back to the briefing"), "outline", icon="chevron_left", key=tr("Esc"))
        self.back.clicked.connect(self.left)
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, 0, 0)
        column = QWidget()
        column.setMaximumWidth(theme.px(_WIDEST))
        across.addWidget(column, 1000)
        across.addStretch(1)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(theme.px(32), theme.px(24), theme.px(24), theme.px(32))
        layout.setSpacing(theme.px(10))
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(theme.px(4))
        self._add_problems(layout, tuple(problems))
        self._add_sentences(layout, reading)
        layout.addStretch(1)
        self.setWidget(page)

    def _add_problems(self, layout: QVBoxLayout, problems: tuple[Problem, ...]) -> None:
        if not problems:
            return
        layout.addWidget(TextLine(self._theme, ntr("{n} problem", "{n} problems", len(problems)), "h2"))
        for problem in problems:
            said = say(problem.code, problem.values)
            where = place(problem.where.part, problem.where.title, problem.where.steps)
            words = f"{where}: {said.message}" if problem.where.steps else said.message
            layout.addWidget(TextLine(self._theme, words, "ui", "delay", selectable=True))
            if said.hint:
                layout.addWidget(TextLine(self._theme, said.hint, "meta", "ink2", selectable=True))
        layout.addSpacing(self._theme.px(12))

    def _add_sentences(self, layout: QVBoxLayout, reading: Reading) -> None:
        found = [each for each in reading.briefing.unused if not each.dismissed]
        title = ntr("{n} sentence not used", "{n} sentences not used", len(found))
        layout.addWidget(TextLine(self._theme, title, "h2"))
        told = (
            tr("Each has a cue and became no item of the draft. Pick one to see it in the article.")
            if found
            else tr("Every sentence with a cue became an item of the draft.")
        )
        layout.addWidget(TextLine(self._theme, told, "ui", "ink2"))
        layout.addWidget(Hairline(self._theme))
        lines = QVBoxLayout()
        lines.setSpacing(self._theme.px(2))
        for each in found:
            row = UnusedRow(self._theme, reading, each)
            row.wanted.connect(partial(self._pick, row))
            self.rows.append(row)
            lines.addWidget(row)
        layout.addLayout(lines)

    def begin(self) -> None:
        """Put the keyboard on the first sentence, else on the way back."""
        first = self.rows[0] if self.rows else self.back
        first.setFocus(Qt.FocusReason.TabFocusReason)
        if self.rows:
            self._pick(self.rows[0])

    def _pick(self, row: UnusedRow) -> None:
        if row.selected:
            return
        for each in self.rows:
            each.select(on=each is row)
        self.picked.emit(row.passage)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from sentence to sentence with the arrows, back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not step_focus(self, self.rows, event):
            super().keyPressEvent(event)


class UnusedRow(ListedRow):
    """One sentence: its words as far as they are at hand, its cue, its paragraph."""

    def __init__(self, theme: Theme, reading: Reading, unused: Unused) -> None:
        super().__init__(theme)
        self.passage = unused.passage
        words = "".join(piece for piece, cited in excerpt(reading, (unused.passage,)) if cited)
        cue = tr("cue: {cue}", cue=unused.cue)
        (mark,) = marks_of(reading.briefing, (unused.passage,))
        texts = QVBoxLayout()
        texts.setSpacing(theme.px(2))
        texts.addWidget(TextLine(theme, words, "item"))
        texts.addWidget(TextLine(theme, cue, "meta", "ink2"))
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(12), theme.px(8), theme.px(10), theme.px(8))
        line.setSpacing(theme.px(16))
        line.addLayout(texts, 1)
        at = TextLine(theme, mark.text, "meta_bold", "accent", wraps=False)
        line.addWidget(at, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(
            visible(tr("{words}, {cue}, paragraph {n}", words=words, cue=cue, n=mark.paragraph))
        )
