"""Fuzzy dates (look.md 8): one axis, and under it one row a meeting, all on the same scale.

The axis begins and ends where the column does: give it `theme.inset` at the left and `theme.overhang` at the
right of the rows, which are as wide as any row.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing_app.gui.widgets import bars
from briefing_app.gui.widgets.chips import MarkingChip, StatusChip, marking_words
from briefing_app.gui.widgets.rows import Places, SelectableRow
from briefing_app.gui.widgets.signs import CertaintySign
from briefing_app.gui.widgets.text import RichTextView, TextLine, plain_tooltip
from briefing_app.gui.widgets.text_document import said
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme
    from briefing_app.model.items import Marking
    from briefing_app.model.outline import Part
    from briefing_app.model.timeline import Axis, Bar


@dataclass(frozen=True, slots=True)
class TimelineEntry:
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
        labels = [tick.label for tick in axis.ticks() if tick.label]
        self.setAccessibleName(
            tr("Time from {first} to {last}; {today}", first=labels[0], last=labels[-1], today=self._label)
        )

    def sizeHint(self) -> QSize:
        """Return the room for a line of labels and the marks under it."""
        return QSize(self.theme.px(280), int(QFontMetricsF(self._font).height()) + self.theme.px(9))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint marks and labels; a label that has no room is left out, Today's never."""
        painter = QPainter(self)
        where = bars.span(self._axis, self._today, 0, self.width(), beyond_margin(self.theme, self._label))
        metrics = QFontMetricsF(self._font)
        base = metrics.ascent()
        taken = self._paint_today(painter, where, base)
        foot = self.height() - 1
        painter.fillRect(QRectF(where.left, foot, where.right - where.left, 1), self.theme.color("line2"))
        free = 0.0
        painter.setFont(self._font)
        for tick in self._axis.ticks():
            x = round(where.x(tick.at))
            painter.fillRect(
                QRectF(x, foot - self.theme.px(5), 1, self.theme.px(5)), self.theme.color("line2")
            )
            end = x + metrics.horizontalAdvance(tick.label)
            clear = end < taken.left() - self.theme.px(6) or x > taken.right() + self.theme.px(6)
            if tick.label and x >= free and clear and end <= self.width():
                painter.setPen(self.theme.color("ink3"))
                painter.drawText(QPointF(x, base), tick.label)
                free = end + self.theme.px(6)

    def _paint_today(self, painter: QPainter, where: bars.Span, base: float) -> QRectF:
        """Paint Today and the break before it, and return the room that its label takes."""
        if where.today is None:
            return QRectF(-1e6, 0, 0, 0)
        width = QFontMetricsF(self._bold).horizontalAdvance(self._label)
        left = where.today + 1 - width if where.beyond else where.today - width / 2
        left = min(max(left, 0), self.width() - width)
        painter.setPen(self.theme.color("accent"))
        painter.setFont(self._bold)
        painter.drawText(QPointF(left, base), self._label)
        high = self.theme.px(8)
        x = min(round(where.today) - 1, self.width() - 2)
        painter.fillRect(QRectF(x, self.height() - high, 2, high), self.theme.color("accent"))
        if where.beyond:
            bars.paint_break(painter, self.theme, where, self.height() - high, high)
        return QRectF(left, 0, width, 1)


class TimelineRow(SelectableRow):
    """A meeting: name and marks, a line of words, and its date as a bar."""

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
        self._chips: list[StatusChip | MarkingChip] = [
            StatusChip(theme, text, "quiet", parent=self) for text in chips if text
        ]
        self.strip.raise_()  # its marks can be hit above the line of words too
        marking = marking_words(entry.marking) if entry.marking else ""
        if entry.marking:
            self._chips.insert(0, MarkingChip(theme, entry.marking, self, small=True))
        self.setToolTip(plain_tooltip(entry.tooltip))
        self.describe(entry.title, marking, said(entry.parts, ", "), *chips)
        self.strip.tell_of(entry.title)
        self.setAccessibleDescription(". ".join(text for text in (entry.place, entry.tooltip) if text))

    def places(self, width: int) -> Places:
        """Put the name and the marks in a line, the words in the next, the bar below; chips where room is."""
        left, top, gap = self.theme.inset, self.theme.px(4), self.theme.px(8)
        line = max(top + self._title.text_baseline(), self.strip.text_baseline())
        strip = self.strip_area(width, line)
        right = width - max(strip.width() + gap if strip.width() else 0, self.theme.overhang)
        y = line - self._title.text_baseline()
        parts: list[tuple[QWidget, QRect]] = [(self.strip, strip)]
        words = int(QFontMetricsF(self._title.font()).horizontalAdvance(self._title.text())) + 2
        beside = self._fitting_chips(right - left - words)
        title = QRect(left, y, words if beside else right - left, 0)
        title.setHeight(self._title.heightForWidth(title.width()))
        parts.append((self._title, title))
        y = title.bottom() + 1
        if beside:
            y += self.theme.px(2)
            parts += self._chip_places(self._chips[:beside], title.right() + 1 + gap, line, right)
        text = left + self._sign.width() + gap
        room = max(width - self.theme.overhang - text, 1)
        parts.append((self._line, QRect(text, y, room, self._line.heightForWidth(room))))
        foot = y + self._line.text_baseline()
        parts.append(
            (self._sign, QRect(left, foot - self._sign.height(), self._sign.width(), self._sign.height()))
        )
        y = parts[-2][1].bottom() + 1
        if below := self._chips[beside:]:
            line = y + self.theme.px(2) + below[0].text_baseline()
            parts += self._chip_places(below, left, line, width - self.theme.overhang)
            y = parts[-1][1].bottom() + 1 + self.theme.px(3)
        return Places(parts, y + self.theme.px(5) + self._bar_room())

    def _bar_room(self) -> int:
        """Return the height of the bar and what stands below it."""
        return self.theme.px(12) + self.theme.px(8)

    @property
    def _bar_top(self) -> int:
        return self.heightForWidth(self.width()) - self._bar_room()

    def _fitting_chips(self, room: int) -> int:
        """Return how many of the chips have room behind the title."""
        widths = accumulate(self.theme.px(8) + chip.sizeHint().width() for chip in self._chips)
        return sum(width <= room for width in widths)

    def _chip_places(
        self, chips: Sequence[StatusChip | MarkingChip], left: int, line: int, right: int
    ) -> list[tuple[QWidget, QRect]]:
        """Return where chips stand, the first on a baseline; none goes beyond `right`."""
        found: list[tuple[QWidget, QRect]] = []
        x = left
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
        for at in (*(tick.at for tick in self._axis.ticks()), 1.0):
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
        bars.paint_hatched(painter, self.theme, old)
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
