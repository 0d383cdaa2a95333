"""What is wrong with a file: a list in its order, one problem at length, and what can be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from briefing_app.gui.panels.problem_detail import ProblemDetail
from briefing_app.gui.panels.scrolling import paint_ground, step_focus
from briefing_app.gui.widgets import glyphs
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.icons import paint_icon
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.problems import errors
from briefing_app.words import ntr, tr
from briefing_app.words.problems import place, say
from briefing_app.workflow.excerpt import excerpt, lines_of

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.theme import Theme, Token
    from briefing_app.model.problems import Problem

_WIDEST = 968
_MOST_SHOWN = 200


class ProblemsView(QScrollArea):
    """Shows why a file did not open as it is; nothing in the file is changed here."""

    open_without = Signal()
    check_again = Signal()
    copy_report = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("Problems"))
        self.rows: list[ProblemRow] = []

    def show_problems(self, snapshot: Snapshot, theme: Theme, *, stacked: bool) -> None:
        """List the problems of a file."""
        paint_ground(self, theme, "page")
        page = QWidget()
        across = QHBoxLayout(page)
        column = QWidget()
        column.setMaximumWidth(theme.px(_WIDEST))
        across.addStretch(1)
        across.addWidget(column, 1000)
        across.addStretch(1)
        layout = QVBoxLayout(column)
        pad = theme.px(16 if stacked else 32)
        layout.setContentsMargins(pad, theme.px(28), pad, theme.px(32))
        layout.setSpacing(theme.px(16))
        layout.addLayout(_head(snapshot, theme))
        layout.addLayout(self._buttons(snapshot, theme, stacked=stacked))
        self._theme, self._lines = theme, lines_of(snapshot.path)
        both = QVBoxLayout() if stacked else QHBoxLayout()
        both.setSpacing(theme.px(32))
        both.addLayout(self._list(snapshot, theme), 2)
        self._place_of_detail = QVBoxLayout()
        both.addLayout(self._place_of_detail, 3)
        layout.addLayout(both)
        layout.addStretch(1)
        self.setWidget(page)
        self.detail: ProblemDetail | None = None
        if self.rows:
            self.select(self.rows[0])

    def _list(self, snapshot: Snapshot, theme: Theme) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        self.rows = []
        for n, problem in enumerate(snapshot.problems[:_MOST_SHOWN], 1):
            row = ProblemRow(theme, n, problem)
            row.wanted.connect(partial(self.select, row))
            self.rows.append(row)
            column.addWidget(row)
        if more := len(snapshot.problems) - len(self.rows):
            words = ntr(
                "{n} more; the report has all of them.", "{n} more; the report has all of them.", more
            )
            column.addWidget(TextLine(theme, words, "ui", "ink2"))
        column.addStretch(1)
        return column

    def select(self, row: ProblemRow) -> None:
        """Show one of the problems at length."""
        for each in self.rows:
            each.select(on=each is row)
        where = row.problem.where
        found = excerpt(self._lines, where.line, where.column)
        if self.detail is not None:
            self._place_of_detail.removeWidget(self.detail)
            self.detail.hide()
            self.detail.deleteLater()
        self.detail = ProblemDetail(self._theme, row.problem, found)
        self._place_of_detail.addWidget(self.detail)
        self.ensureWidgetVisible(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from problem to problem with the arrows."""
        if not step_focus(self, self.rows, event):
            super().keyPressEvent(event)

    def _buttons(self, snapshot: Snapshot, theme: Theme, *, stacked: bool) -> QHBoxLayout | QVBoxLayout:
        line = QVBoxLayout() if stacked else QHBoxLayout()
        line.setSpacing(theme.px(8))
        again = Button(theme, tr("Check again"), "primary", icon="refresh", height=36)
        again.clicked.connect(self.check_again)
        line.addWidget(again)
        if snapshot.sound_part is not None:
            words = ntr("Open without this item", "Open without these {n} items", snapshot.left_out)
            without = Button(theme, words, "outline", height=36)
            without.clicked.connect(self.open_without)
            line.addWidget(without)
        copy = Button(theme, tr("Copy report"), icon="copy", height=36)
        copy.clicked.connect(self.copy_report)
        line.addWidget(copy)
        line.addStretch(1)
        return line


class ProblemRow(QWidget):
    """One problem in the list: where it stands, what is wrong, and the line."""

    wanted = Signal()

    def __init__(self, theme: Theme, number: int, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.problem, self.selected = theme, problem, False
        where, said = problem.where, say(problem.code, problem.values)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        color: Token = "error" if problem.severity == "error" else "delay"
        count = TextLine(theme, str(number), "ui_bold", color, wraps=False)
        count.setFixedWidth(theme.px(24))
        human = place(where.part, where.title, where.steps)
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
        self.setAccessibleName(
            " ".join(part for part in (human, said.message, said.hint, position(problem)) if part)
        )

    def select(self, *, on: bool) -> None:
        """Draw it as the one that is shown at length."""
        self.selected = on
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask to be shown at length."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ask to be shown at length, as a click does."""
        super().focusInEvent(event)
        self.wanted.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the bar of the selected row, and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, radius = QRectF(self.rect()), self._theme.px(4)
        if self.selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("sel"))
            painter.drawRoundedRect(area, radius, radius)
            painter.fillRect(QRectF(0, 0, self._theme.px(3), area.height()), self._theme.color("accent"))
        if self.hasFocus():
            glyphs.paint_focus(painter, self._theme, area)


class _WarningSign(QWidget):
    """A warning triangle on its soft ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(48), theme.px(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("errorSoft"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        edge = self._theme.px(24)
        area = QRectF((self.width() - edge) / 2, (self.height() - edge) / 2, edge, edge)
        paint_icon(painter, "warning", area, self._theme.color("error"))


def _head(snapshot: Snapshot, theme: Theme) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(theme.px(18))
    line.addWidget(_WarningSign(theme), 0, Qt.AlignmentFlag.AlignTop)
    texts = QVBoxLayout()
    texts.setSpacing(theme.px(4))
    texts.addWidget(TextLine(theme, title(snapshot), "title"))
    words = tr("{file} did not open as it is. Nothing in the file was changed.", file=snapshot.path.name)
    texts.addWidget(TextLine(theme, words, "ui", "ink2", selectable=True))
    line.addLayout(texts, 1)
    return line


def title(snapshot: Snapshot) -> str:
    """Return the title of the view, which says how many errors there are."""
    return ntr(
        "This briefing has {n} problem", "This briefing has {n} problems", len(errors(snapshot.problems))
    )


def position(problem: Problem) -> str:
    """Return line, column and JSON path of a problem."""
    where = problem.where
    line = tr("line {line}, column {column}", line=where.line, column=where.column) if where.line else ""
    return " · ".join(part for part in (line, where.path if where.steps else "") if part)


def report(snapshot: Snapshot) -> str:
    """Return all problems as text, one after the other, for the clipboard."""
    parts = [tr("{file}: {title}", file=snapshot.path, title=title(snapshot))]
    for n, problem in enumerate(snapshot.problems, 1):
        where, said = problem.where, say(problem.code, problem.values)
        head = f"{n}. {place(where.part, where.title, where.steps)}"
        details = (position(problem), said.message, said.hint)
        parts.append("\n   ".join(part for part in (head, *details) if part))
    return "\n\n".join(parts) + "\n"
