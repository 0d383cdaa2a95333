"""The stage tracker: a node, a code, a state and a reason for each stage, and the line that joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing_app.gui.widgets.glyphs import stage_color
from briefing_app.gui.widgets.marks import MarkStrip
from briefing_app.gui.widgets.rows import Places
from briefing_app.gui.widgets.signs import StageSign
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from briefing_app.gui.theme import Theme
    from briefing_app.model.tracker import StageRow

NARROW = 420
_REACHED = ("verified", "assessed", "carried")  # the line that leads on from these is solid


class Tracker(QWidget):
    """The stages below one another; in the widest layout beside one another, in a column of 420 px and more.

    It begins at its left edge; like a row's, its marks end at its right edge.
    """

    mark_activated = Signal(object)  # what `show_rows` was given beside the mark's text

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._stages: list[_Stage] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Stages of the OPCON transition"))

    def show_rows(self, rows: Sequence[StageRow], marks: Sequence[Sequence[tuple[str, object]]] = ()) -> None:
        """Show stages, each with its paragraph marks (text, what `mark_activated` is to say)."""
        for stage in self._stages:
            stage.delete()
        given = [*marks, *([()] * (len(rows) - len(marks)))]
        self._stages = [_Stage(self, row, each) for row, each in zip(rows, given, strict=True)]
        self.setAccessibleDescription(" ".join(stage.description for stage in self._stages))
        self.updateGeometry()
        self._arrange()

    def select(self, data: object | None) -> None:
        """Draw the mark that says `data` as the one in view, and no other."""
        for stage in self._stages:
            found = data is not None and data in stage.data
            stage.strip.select(stage.data.index(data) if found else None)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in a column of `width` px."""
        return self._places(width).height

    def sizeHint(self) -> QSize:
        """Return the size in a narrow column."""
        width = max(self.width(), self.theme.px(300))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which words are not cut."""
        return QSize(self.theme.px(180), self.theme.px(28))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts in their places."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line from node to node."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = self.theme.px(3)
        for stage, following in zip(self._stages, self._stages[1:], strict=False):
            painter.setPen(self._pen(solid=stage.reached))
            here, there = stage.sign.geometry(), following.sign.geometry()
            if self._is_flat(self.width()):
                y = here.y() + here.height() / 2
                painter.drawLine(QPointF(here.right() + 1 + gap, y), QPointF(there.left() - gap, y))
            else:
                x = here.x() + here.width() / 2
                painter.drawLine(QPointF(x, here.bottom() + 1 + gap), QPointF(x, there.top() - gap))

    def _pen(self, *, solid: bool) -> QPen:
        pen = QPen(
            self.theme.color("accent" if solid else "line2"),
            self.theme.px(2) if solid else 1.6 * self.theme.scale,
        )
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if not solid:
            pen.setDashPattern([0.1, 2.6])
        return pen

    def _is_flat(self, width: int) -> bool:
        return self.theme.layout == "wide" and width >= self.theme.px(NARROW)

    def _arrange(self) -> None:
        for part, area in self._places(self.width()).parts:
            part.setGeometry(area)
        self.update()

    def _places(self, width: int) -> Places:
        if not self._stages:
            return Places([], 0)
        if self._is_flat(width):
            gap = self.theme.px(16)
            column = (width + gap) // len(self._stages)
            found = [stage.flat_places(n * column, column - gap) for n, stage in enumerate(self._stages)]
            return Places([part for each in found for part in each.parts], max(each.height for each in found))
        parts: list[tuple[QWidget, QRect]] = []
        top = self.theme.px(2)
        for stage in self._stages:
            found_here = stage.upright_places(top, width)
            parts += found_here.parts
            top = found_here.height + self.theme.px(10)
        return Places(parts, top - self.theme.px(6))


class _Stage(QObject):
    """The parts of one stage: sign, code, word, lines and marks."""

    mark_activated = Signal(object)

    def __init__(self, tracker: Tracker, row: StageRow, marks: Sequence[tuple[str, object]]) -> None:
        super().__init__(tracker)
        self.theme = tracker.theme
        self.reached = row.sign in _REACHED
        self.data = [data for _, data in marks]
        silent = row.sign in ("absent", "carried")  # the word says what this source says: nothing
        self.sign = StageSign(self.theme, row.sign, tracker)
        self._code = TextLine(self.theme, row.code, "item_bold", wraps=False, parent=tracker)
        self._word = TextLine(
            self.theme,
            row.word,
            "ui" if silent else "ui_bold",
            "ink2" if silent else stage_color(row.sign),
            parent=tracker,
        )
        earlier = (tr("Earlier: {entry}", entry=entry) for entry in row.history)
        self._lines = [
            TextLine(self.theme, text, "meta", "ink2", selectable=True, parent=tracker)
            for text in (row.line, row.note, *earlier)
            if text
        ]
        self.strip = MarkStrip(self.theme, [text for text, _ in marks], parent=tracker)
        self.strip.mark_clicked.connect(self._tell)
        self.mark_activated.connect(tracker.mark_activated)
        words = [f"{row.code} {row.word}", *(line.accessibleName() for line in self._lines)]
        words += [mark.accessibleName() for mark in self.strip.marks()]
        self.description = "; ".join(words) + "."
        for part in self._parts():
            part.show()

    def delete(self) -> None:
        """Take the parts out of the tracker."""
        for part in (*self._parts(), self.strip):
            part.setParent(None)
            part.deleteLater()
        self.deleteLater()

    def upright_places(self, top: int, width: int) -> Places:
        """Return where the parts stand beside the node; the height is that of their lower edge."""
        left = self.sign.width() + self.theme.px(11)
        strip = self._strip_size()
        right = width - max(strip.width() + self.theme.px(8), self.theme.overhang)
        parts, bottom = self._words(left, top, right, right)
        middle = top + self._code.sizeHint().height() // 2
        node = QRect(0, middle - self.sign.height() // 2, self.sign.width(), self.sign.height())
        line = top + self._code.text_baseline()
        marks = QRect(width - strip.width(), line - self.strip.text_baseline(), strip.width(), strip.height())
        parts += [(self.sign, node), (self.strip, marks)]
        return Places(parts, max(bottom, node.bottom() + 1, marks.bottom() + 1 if strip.isValid() else 0))

    def flat_places(self, left: int, width: int) -> Places:
        """Return where the parts stand below the node, in a column of its own."""
        strip = self._strip_size()
        top = self.sign.height() + self.theme.px(10)
        right = left + width - (strip.width() + self.theme.px(6) if strip.isValid() else 0)
        parts, bottom = self._words(left, top, right, left + width)
        line = top + self._code.text_baseline()
        marks = QRect(
            left + width - strip.width(), line - self.strip.text_baseline(), strip.width(), strip.height()
        )
        node = QRect(left, 0, self.sign.width(), self.sign.height())
        parts += [(self.sign, node), (self.strip, marks)]
        return Places(parts, max(bottom, marks.bottom() + 1 if strip.isValid() else 0))

    def _words(self, left: int, top: int, right: int, edge: int) -> tuple[list[tuple[QWidget, QRect]], int]:
        """Return where code, word and lines stand, and their lower edge; a long word stands below the code.

        Beside the marks the text ends at `right`, below them at `edge`.
        """
        code, metrics = self._code.sizeHint(), self._word.fontMetrics()
        line = top + self._code.text_baseline()
        lower = max(self._strip_size().height() - self.theme.target, 0)  # the marks' further lines
        clear = line + self.theme.px(3) + lower
        parts: list[tuple[QWidget, QRect]] = [(self._code, QRect(left, top, code.width(), code.height()))]
        bottom = top + code.height()
        x, y = left + code.width() + self.theme.px(8), line - self._word.text_baseline()
        if x + metrics.horizontalAdvance(self._word.text()) + 2 > right:
            x, y = left, bottom
        for label in (self._word, *self._lines):
            room = max((edge if y >= clear else right) - x, 1)
            height = label.heightForWidth(room)
            parts.append((label, QRect(x, y, room, height)))
            x, y = left, max(bottom, y + height)
            bottom = y
        return parts, bottom

    def _strip_size(self) -> QSize:
        return self.strip.sizeHint() if self.strip.marks() else QSize()

    def _parts(self) -> tuple[QWidget, ...]:
        return self.sign, self._code, self._word, *self._lines

    def _tell(self, index: int) -> None:
        self.mark_activated.emit(self.data[index])
