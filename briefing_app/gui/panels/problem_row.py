"""One problem in the list of those of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from briefing_app.gui.widgets.listed_row import ListedRow
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.visible import visible
from briefing_app.words import tr
from briefing_app.words.problems import place, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.theme import Theme, Token
    from briefing_app.model.problems import Problem


class ProblemRow(ListedRow):
    """One problem in the list: where it stands, what is wrong, and the line."""

    def __init__(self, theme: Theme, number: int, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.problem = problem
        where, said = problem.where, say(problem.code, problem.values)
        color: Token = "error" if problem.severity == "error" else "delay"
        count = TextLine(theme, str(number), "ui_bold", color, wraps=False)
        count.setFixedWidth(theme.px(24))
        human = heading(problem)
        texts = QVBoxLayout()
        texts.setSpacing(theme.px(2))
        texts.addWidget(TextLine(theme, human, "ui_bold"))
        texts.addWidget(TextLine(theme, said.message, "meta", "ink2"))
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(12), theme.px(8), theme.px(10), theme.px(8))
        line.setSpacing(theme.px(4))
        line.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(texts, 1)
        if where.line:
            at = TextLine(theme, tr("line {n}", n=where.line), "meta", "ink3", wraps=False)
            line.addWidget(at, 0, Qt.AlignmentFlag.AlignTop)
        words = " ".join(part for part in (human, said.message, said.hint, position(problem)) if part)
        self.setAccessibleName(visible(words))


def heading(problem: Problem) -> str:
    """Return where a problem stands in human words; of a file that could not be read, that it is the file."""
    if problem.code.startswith(("file-", "pdf-")):
        return tr("File")
    where = problem.where
    return place(where.part, where.title, where.steps)


def position(problem: Problem) -> str:
    """Return line, column and JSON path of a problem."""
    where = problem.where
    line = tr("line {line}, column {column}", line=where.line, column=where.column) if where.line else ""
    return " · ".join(part for part in (line, where.path if where.steps else "") if part)
