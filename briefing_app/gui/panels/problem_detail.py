"""One problem at length: where it stands, the lines of the file around it, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollBar, QTextEdit, QVBoxLayout, QWidget

from briefing_app.gui.panels.problem_row import heading
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.visible import visible
from briefing_app.words import tr
from briefing_app.words.problems import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.panels.problem_edit import ProblemEdit
    from briefing_app.gui.theme import Theme, Token
    from briefing_app.model.problems import Problem
    from briefing_app.workflow.excerpt import Excerpt
    from briefing_app.workflow.fixes import Fix
    from briefing_app.workflow.fixing import Target


class ProblemDetail(QWidget):
    """Shows the problem that is selected in the list."""

    def __init__(self, theme: Theme, problem: Problem, found: Excerpt | None, fix: Fix | None = None) -> None:
        """Show a problem.

        Args:
            theme: what it draws with.
            problem: the problem.
            found: the lines of the file around it, if there are any.
            fix: its fix, if one is known.
        """
        super().__init__()
        self._theme = theme
        where, said = problem.where, say(problem.code, problem.values)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(TextLine(theme, heading(problem), "h2", selectable=True))
        line = tr("line {line}, column {column}", line=where.line, column=where.column) if where.line else ""
        technical = " · ".join(part for part in (where.path if where.steps else "", line) if part)
        if technical:
            column.addWidget(TextLine(theme, technical, "code", "ink2", selectable=True))
        if found is not None:
            column.addWidget(Box(theme, Lines(theme, found)))
        self.advice = Advice(theme, said.message, said.hint, _source(fix))
        column.addWidget(self.advice)
        column.addStretch(1)
        self.edit: ProblemEdit | None = None
        self.setAccessibleName(tr("The problem in the file"))

    def begin_edit(self, target: Target, text: str) -> ProblemEdit:
        """Show a field with what is to be edited, above what is said of it."""
        from briefing_app.gui.panels.problem_edit import ProblemEdit

        self.edit = ProblemEdit(self._theme, target, text)
        self._column.insertWidget(self._column.indexOf(self.advice), self.edit)
        return self.edit

    def show_objection(self, problem: Problem | None, *, changed: bool) -> None:
        """Say what keeps what is typed from standing in the file, or that it can.

        Args:
            problem: what is wrong with it, None where nothing is.
            changed: it is something else than what stands in the file.
        """
        if problem is not None:
            self.advice.say(*say(problem.code, problem.values), wrong=True)
        else:
            self.advice.say(tr("This can stand here."), tr("Enter applies it."))
        if self.edit is not None:
            self.edit.show_state(right=problem is None, changed=changed)


class Lines(QPlainTextEdit):
    """Lines of the file with their numbers, to be read and copied; what is wrong has a wavy line."""

    def __init__(self, theme: Theme, found: Excerpt) -> None:
        super().__init__()
        self._theme, self._found = theme, found
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(theme.font("code"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setPlainText("\n".join(visible(line) for line in found.lines))
        self.document().setDocumentMargin(0)
        palette = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, theme.color("source"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        last = found.first + len(found.lines) - 1
        self._gutter = self.fontMetrics().horizontalAdvance(str(last)) + theme.px(30)
        self.setViewportMargins(self._gutter, theme.px(8), theme.px(1), 0)
        self.setExtraSelections(self._marks())
        self.setHorizontalScrollBar(_Across(theme))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(self._height())
        self.setAccessibleName(tr("Lines {first} to {last} of the file", first=found.first, last=last))

    def sizeHint(self) -> QSize:
        """Return the room for all lines."""
        return QSize(self._theme.px(360), self._height())

    def _height(self) -> int:
        bar = self.horizontalScrollBar().sizeHint().height()
        return self.fontMetrics().lineSpacing() * len(self._found.lines) + self._theme.px(18) + bar

    def _marks(self) -> list[QTextEdit.ExtraSelection]:
        found = self._found
        text = found.lines[found.line]
        block = self.document().findBlockByNumber(found.line)
        whole = QTextEdit.ExtraSelection()
        ground = QTextCharFormat()
        ground.setBackground(self._theme.color("errorSoft"))
        ground.setProperty(QTextFormat.Property.FullWidthSelection.value, True)
        whole.format = ground
        whole.cursor = QTextCursor(block)
        wrong = QTextEdit.ExtraSelection()
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(self._theme.color("error"))
        wrong.format = wave
        cursor = QTextCursor(block)
        # What is hidden is written out, so places are counted in what is shown.
        cursor.setPosition(block.position() + len(visible(text[: found.start])))
        end = block.position() + len(visible(text[: found.end]))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        wrong.cursor = cursor
        return [whole, wrong]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines; the numbers stand in the margin, which the frame paints."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))

    def numbers(self) -> list[tuple[int, float, bool]]:
        """Return each line's number, the y of its middle in the widget, and whether it has the problem."""
        made = []
        block = self.firstVisibleBlock()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(self.contentOffset())
            n = block.blockNumber()
            middle = area.top() + self.viewport().y() + self.fontMetrics().lineSpacing() / 2
            made.append((self._found.first + n, middle, n == self._found.line))
            block = block.next()
        return made

    def showEvent(self, event: object) -> None:
        """Put the numbers beside the lines."""
        super().showEvent(event)  # type: ignore[arg-type]
        if not self.findChild(_Numbers):
            _Numbers(self._theme, self, self._gutter).show()


class _Across(QScrollBar):
    """A thin bar below the lines, of which only the handle is painted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme

    def sizeHint(self) -> QSize:
        """Return the height of the bar."""
        return QSize(super().sizeHint().width(), self._theme.px(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the handle, as wide a part of the bar as is seen of the lines."""
        whole = self.maximum() - self.minimum() + self.pageStep()
        wide = self.width() * self.pageStep() / whole
        left = self.width() * (self.value() - self.minimum()) / whole
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("ink2" if self.isSliderDown() or self.underMouse() else "line2"))
        handle = QRectF(left, 0, wide, self.height()).adjusted(2, 3, -2, -3)
        painter.drawRoundedRect(handle, 2, 2)


class Box(QWidget):
    """Holds lines of a file in a frame."""

    def __init__(self, theme: Theme, lines: Lines) -> None:
        super().__init__()
        self._theme = theme
        inside = QVBoxLayout(self)
        inside.setContentsMargins(theme.px(3), theme.px(3), theme.px(3), theme.px(3))
        inside.addWidget(lines)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(self._theme.color("source"))
        radius = self._theme.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class _Numbers(QWidget):
    """The numbers of the lines, at their left."""

    def __init__(self, theme: Theme, lines: Lines, width: int) -> None:
        super().__init__(lines)
        self._theme, self._lines = theme, lines
        self.setGeometry(0, 0, width, lines.height())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint them; the line that has the problem is tinted and has a bar."""
        theme, painter = self._theme, QPainter(self)
        painter.setFont(theme.font("code"))
        high = self._lines.fontMetrics().lineSpacing()
        for number, middle, wrong in self._lines.numbers():
            row = QRectF(0, middle - high / 2, self.width(), high)
            if wrong:
                painter.fillRect(row, theme.color("errorSoft"))
                painter.fillRect(QRectF(0, row.top(), theme.px(3), high), theme.color("error"))
            painter.setPen(theme.color("error" if wrong else "ink3"))
            painter.drawText(
                row.adjusted(0, 0, -theme.px(16), 0),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                str(number),
            )


class Advice(QWidget):
    """What is wrong and what to do, on a soft ground."""

    def __init__(self, theme: Theme, message: str, hint: str, source: str = "") -> None:
        """Say it.

        Args:
            theme: what it draws with.
            message: what is wrong.
            hint: what to do, empty where nothing can be said.
            source: where in the article the way out stands, empty for nowhere.
        """
        super().__init__()
        self._theme = theme
        self._ground: Token = "accentSoft"
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        self.message = TextLine(theme, "", "ui", "ink", selectable=True)
        self.hint = TextLine(theme, "", "ui_bold", "ink", selectable=True)
        self.source = TextLine(theme, source, "ui", "ink", selectable=True)
        for part in (self.message, self.hint, self.source):
            column.addWidget(part)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        line.addLayout(column)
        self.say(message, hint)
        self.source.setVisible(bool(source))

    def say(self, message: str, hint: str, *, wrong: bool = False) -> None:
        """Say something else, `wrong` where it is of what is being typed."""
        self.message.setText(message)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self._ground = "errorSoft" if wrong else "accentSoft"
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.edge("error" if self._ground == "errorSoft" else "accent"))
        painter.setBrush(self._theme.color(self._ground))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, self._theme.px(8), self._theme.px(8))


def _source(fix: Fix | None) -> str:
    """Return the words of the source that a fix was read from, with their paragraph."""
    if fix is None or not fix.phrase:
        return ""
    if fix.paragraph:
        return tr("¶{n} says “{phrase}”.", n=fix.paragraph, phrase=fix.phrase)
    return tr("The source says “{phrase}”.", phrase=fix.phrase)
