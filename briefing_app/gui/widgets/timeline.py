"""Fuzzy dates (look.md 8): one axis, and under it one row a meeting, all on the same scale.

The axis begins and ends where the column does: give it `theme.inset` at the left and `theme.overhang` at the
right of the rows, which are as wide as any row.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing_app.gui.widgets import bars, glyphs
from briefing_app.gui.widgets.chips import ActChip, MarkingChip, StatusChip, marking_words
from briefing_app.gui.widgets.rows import Places, SelectableRow
from briefing_app.gui.widgets.signs import CertaintySign
from briefing_app.gui.widgets.text import RichTextView, TextLine, plain_tooltip
from briefing_app.gui.widgets.text_document import said
from briefing_app.model.timeline import roomy
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme
    from briefing_app.model.items import Marking
    from briefing_app.model.outline import Part
    from briefing_app.model.timeline import Axis, Bar


class TimelineEntry(NamedTuple):
    """A meeting as its row shows it.

    Attributes:
        item: the meeting's id.
        title: its name.
        parts: certainty, the source's words for the date, place (`outline.meeting_parts`).
        steps: filled steps of the certainty's sign (`outline.steps`).
        bar: the date on the axis; None where none is given.
        passed: draw the chip "Date passed".
        fate: `off` cancelled or denied, `moved`; both hatch the bar.
        fate_word: what became of it, in words (`outline.outcome_word`).
        moved_to: the new date on the axis, where it moved.
        tooltip: the EDTF expression and its bounds.
        place: where in its list it stands, such as "1 of 3".
        marking: its own, where it is not that of the whole.
    """

    item: str
    title: str
    parts: tuple[Part, ...]
    steps: int
    bar: Bar | None
    passed: bool = False
    fate: Literal["", "off", "moved"] = ""
    fate_word: str = ""
    moved_to: Bar | None = None
    tooltip: str = ""
    place: str = ""
    marking: Marking | None = None


class TimelineAxis(QWidget):
    """The axis: month or year marks, and Today, after a break where it lies beyond."""

    def __init__(self, theme: Theme, axis: Axis, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._axis, self._today = axis, today
        self._font, self._bold = theme.font("small"), theme.font("small_bold")
        self._label = today_words(axis, today)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        first, last = axis.ends
        self.setAccessibleName(
            tr("Time from {first} to {last}; {today}", first=first, last=last, today=self._label)
        )

    def sizeHint(self) -> QSize:
        """Return the room for a line of labels, the marks under it, and Today below where it lies between."""
        below = self._line() + self.theme.px(4) if self._is_inside() else 0
        return QSize(self.theme.px(280), self._foot() + 1 + below)

    def _line(self) -> int:
        return int(QFontMetricsF(self._font).height())

    def _foot(self) -> int:
        """Return where the line of time lies."""
        return self._line() + self.theme.px(9) - 1

    def _is_inside(self) -> bool:
        return 0 <= self._axis.at(self._today) < 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint marks, labels in even steps, and Today."""
        painter = QPainter(self)
        where = bars.span(self._axis, self._today, 0, self.width(), beyond_margin(self.theme, self._label))
        base = QFontMetricsF(self._font).ascent()
        foot = self._foot()
        glyphs.fill(painter, QRectF(where.left, foot, where.right - where.left, 1), self.theme.color("line2"))
        high = self.theme.px(5)
        for at in self._axis.marks():
            step = QRectF(round(where.x(at)), foot - high, 1, high)
            glyphs.fill(painter, step, self.theme.color("line2"))
        end = self._paint_today(painter, where, base)
        painter.setFont(self._font)
        painter.setPen(self.theme.color("ink3"))
        for x, label in self._labels(where, end):
            painter.drawText(QPointF(round(x), base), label)

    def _labels(self, where: bars.Span, end: float) -> list[tuple[float, str]]:
        wide, gap = QFontMetricsF(self._font).horizontalAdvance, self.theme.px(6)
        return roomy(self._axis.labellings(), where.x, end, wide, gap)

    def _paint_today(self, painter: QPainter, where: bars.Span, base: float) -> float:
        """Paint Today, below the line or beyond it after a break, and return where the labels must end."""
        if where.today is None:
            return self.width()
        if not where.beyond:
            base += self._foot() + 1
        width = QFontMetricsF(self._bold).horizontalAdvance(self._label)
        left = where.today + 1 - width if where.beyond else where.today - width / 2
        left = min(max(left, 0), self.width() - width)
        painter.setPen(self.theme.color("accent"))
        painter.setFont(self._bold)
        painter.drawText(QPointF(left, base), self._label)
        high = self.theme.px(8)
        x = min(round(where.today) - 1, self.width() - 2)
        top = self._foot() + 1 - high
        glyphs.fill(painter, QRectF(x, top, 2, high), self.theme.color("accent"))
        if not where.beyond:
            return self.width()
        bars.paint_break(painter, self.theme, where, top, high)
        return left - self.theme.px(6)


class TimelineRow(SelectableRow):
    """A meeting: name and marks, a line of words, and its date as a bar."""

    outcome_wanted = Signal()  # of a meeting whose date passed

    def __init__(
        self, theme: Theme, axis: Axis, today: date, entry: TimelineEntry, marks: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, entry.item, marks, parent)
        self._axis, self._today, self._entry = axis, today, entry
        self._title = TextLine(theme, entry.title, "ui_bold", parent=self)
        self._sign = CertaintySign(theme, entry.steps, self)
        self._line = RichTextView(theme, "meta", "ink2", parent=self)
        self._line.show_parts(entry.parts)
        self._line.clicked.connect(self._activate)
        chips = (tr("Date passed") if entry.passed else "", entry.fate_word)
        self._chips: list[StatusChip] = []
        if entry.passed:
            passed = ActChip(theme, chips[0], parent=self, does=tr("Record outcome…"))
            passed.clicked.connect(self.outcome_wanted)
            self._chips.append(passed)
        if entry.fate_word:
            self._chips.append(StatusChip(theme, entry.fate_word, parent=self))
        self._marking = MarkingChip(theme, entry.marking, self, small=True) if entry.marking else None
        self.strip.raise_()  # its marks can be hit above the line of words too
        marking = marking_words(entry.marking) if entry.marking else ""
        self.setToolTip(plain_tooltip(entry.tooltip))
        self.describe(entry.title, marking, said(entry.parts, ", "), *chips)
        self.strip.tell_of(entry.title)
        self.setAccessibleDescription(". ".join(text for text in (entry.place, entry.tooltip) if text))

    def places(self, width: int) -> Places:
        """Put the name and the marks in a line, the words and the chips in the next, the bar below."""
        left, top, gap = self.theme.inset, self.theme.px(4), self.theme.px(8)
        line = max(top + self._title.text_baseline(), self.strip.text_baseline())
        strip = self.strip_area(width, line)
        right = width - max(strip.width() + gap if strip.width() else 0, self.theme.overhang)
        y = line - self._title.text_baseline()
        words = int(QFontMetricsF(self._title.font()).horizontalAdvance(self._title.text())) + 2
        marking = (
            self._marking if self._marking and self._wide(self._marking) <= right - left - words else None
        )
        title = QRect(left, y, words if marking else right - left, 0)
        title.setHeight(self._title.heightForWidth(title.width()))
        parts: list[tuple[QWidget, QRect]] = [(self.strip, strip), (self._title, title)]
        y = title.bottom() + 1
        if marking:
            y += self.theme.px(2)
            parts += self._chip_places([marking], title.right() + 1 + gap, left, line, right)
        chips: list[StatusChip | MarkingChip] = [*self._chips]
        if self._marking and not marking:
            chips.insert(0, self._marking)
        parts += self._words(y + self.theme.px(2 if chips else 0), width - self.theme.overhang, chips)
        y = max(area.bottom() + 1 for _, area in parts[1:])
        return Places(parts, y + self.theme.px(5) + self._bar_room())

    def _words(
        self, top: int, edge: int, chips: Sequence[StatusChip | MarkingChip]
    ) -> list[tuple[QWidget, QRect]]:
        """Return where the sign, the words and the chips behind them stand, or below them."""
        gap, left = self.theme.px(8), self.theme.inset
        text = left + self._sign.width() + gap
        room = max(edge - text, 1)
        area = QRect(text, top, room, self._line.heightForWidth(room))
        foot = top + self._line.text_baseline()
        sign = QRect(left, foot - self._sign.height(), *self._sign.size().toTuple())
        found: list[tuple[QWidget, QRect]] = [(self._line, area), (self._sign, sign)]
        if not chips:
            return found
        end = text + ceil(self._line.end_of_text(room).x()) + 1
        if area.height() < 2 * self._line.heightForWidth(10**4) and end + self._wide(chips[0]) <= edge:
            area.setRight(end)
            return found + self._chip_places(chips, end + gap, text, foot, edge)
        start = text if text + chips[0].sizeHint().width() <= edge else left
        line = area.bottom() + 1 + self.theme.px(2) + chips[0].text_baseline()
        return found + self._chip_places(chips, start, start, line, edge)

    def _bar_room(self) -> int:
        """Return the height of the bar and what stands below it."""
        return self.theme.px(12) + self.theme.px(8)

    @property
    def _bar_top(self) -> int:
        return self.heightForWidth(self.width()) - self._bar_room()

    def _wide(self, chip: StatusChip | MarkingChip) -> int:
        """Return the room that a chip takes behind a text."""
        return self.theme.px(8) + chip.sizeHint().width()

    def _chip_places(
        self, chips: Sequence[StatusChip | MarkingChip], x: int, left: int, line: int, right: int
    ) -> list[tuple[QWidget, QRect]]:
        """Return where chips stand: from `x` on a baseline, then in lines from `left`, all up to `right`."""
        found: list[tuple[QWidget, QRect]] = []
        for chip in chips:
            size = chip.sizeHint()
            if x > left and x + size.width() > right:
                x, line = left, line + size.height() + self.theme.px(4)
            width = max(min(size.width(), right - x), 1)
            found.append((chip, QRect(x, line - chip.text_baseline(), width, size.height())))
            x += width + self.theme.px(8)
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row's ground, the months behind the bar, and the bar."""
        super().paintEvent(event)
        painter = QPainter(self)
        margin = beyond_margin(self.theme, today_words(self._axis, self._today))
        right = self.width() - self.theme.overhang
        where = bars.span(self._axis, self._today, self.theme.inset, right, margin)
        height = self.theme.px(12)
        if self._entry.bar is None:
            self._paint_no_date(painter, where)
            return
        for at in (*self._axis.marks(), 1.0):
            x = round(where.x(at))
            painter.fillRect(QRectF(x, self._bar_top - 1, 1, height + 2), self.theme.color("line"))
        if self._entry.fate:
            self._paint_fate(painter, where, self._entry.bar)
        else:
            bars.paint_bar(painter, self.theme, self._entry.bar, where, self._bar_top)

    def _paint_no_date(self, painter: QPainter, where: bars.Span) -> None:
        """Write that no date is given, on a dashed line."""
        words = tr("no date given")
        font = self.theme.font("small")
        metrics = QFontMetricsF(font)
        middle = self._bar_top + self.theme.px(6)
        painter.setFont(font)
        painter.setPen(self.theme.color("ink2"))
        painter.drawText(QPointF(where.left, round(middle + metrics.xHeight() / 2)), words)
        pen = QPen(self.theme.color("line2"), 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        start = where.left + metrics.horizontalAdvance(words) + self.theme.px(8)
        painter.drawLine(QPointF(start, middle + 0.5), QPointF(where.right, middle + 0.5))

    def _paint_fate(self, painter: QPainter, where: bars.Span, bar: Bar) -> None:
        """Paint the date that no longer holds, and where it moved to."""
        old = bars.bar_area(self.theme, bar, where, self._bar_top)
        for piece in bar.pieces:
            bars.paint_hatched(painter, self.theme, bars.bar_area(self.theme, piece, where, self._bar_top))
        if self._entry.moved_to:
            bars.paint_bar(painter, self.theme, self._entry.moved_to, where, self._bar_top)
            new = bars.bar_area(self.theme, self._entry.moved_to, where, self._bar_top)
            bars.paint_arrow(painter, self.theme, old, new)


def today_words(axis: Axis, today: date) -> str:
    """Return Today's label, with its year where it lies beyond the axis."""
    return tr("Today, {year}", year=today.year) if axis.at(today) >= 1 else tr("Today")


def beyond_margin(theme: Theme, label: str) -> float:
    """Return the room that a break and Today's label need behind the axis."""
    return QFontMetricsF(theme.font("small_bold")).horizontalAdvance(label) + theme.px(4)
