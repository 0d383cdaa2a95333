"""The head of the brief: marking, what and when, title, who, and the bottom line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.gui.panels.event_row import EventRow
from briefing_app.gui.panels.flow import FlowLayout
from briefing_app.gui.panels.panel import Flowing, Panel, Row, Scene
from briefing_app.gui.panels.rows import own_marking
from briefing_app.gui.widgets import glyphs
from briefing_app.gui.widgets.chips import MarkingChip, StatusChip
from briefing_app.gui.widgets.marks import MarkStrip, PaintedRow
from briefing_app.gui.widgets.rows import Places
from briefing_app.gui.widgets.text import RichTextView, TextLine
from briefing_app.model.briefing import altered
from briefing_app.model.markup import rich_text
from briefing_app.model.outline import event_parts, kicker, review_line, reviewed, signed_line, strictest
from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from briefing_app.gui.theme import Theme
    from briefing_app.gui.widgets.chips import Tone
    from briefing_app.gui.widgets.icons import IconName
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.items import Marking
    from briefing_app.model.markup import RichText

_BAR = 3
_PAD = 6  # of its ground, above and below the words of the bottom line
_MARKS_IN_LINE = 12
_MOST_WIDE = {"narrow": 720, "normal": 820, "wide": 820}


class Overview(Panel):
    """What the briefing is about, and the bottom line first."""

    _reviewed: StatusChip
    _event: EventRow

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        briefing = scene.briefing
        if (marking := strictest(briefing)) is not None:
            self.add(_in_line(self.theme, MarkingChip(self.theme, marking)))
            self.space(8)
        head, inside = self._head()
        self._fill(inside)
        self.add_wide(head)

    def _head(self) -> tuple[QWidget, QVBoxLayout]:
        """Return what holds the title and the line above it, the row of the event if any; and its column."""
        event = self.scene.briefing.event
        if event is None:
            holder, edge = Flowing(), self.theme.px(4)
            column = QVBoxLayout(holder)
            column.setContentsMargins(self.theme.inset, edge, self.theme.overhang, edge)
            column.setSpacing(0)
            return holder, column
        row = self._event = EventRow(self.theme)
        row.activated.connect(partial(_pick, self, event.id, 0))
        self.rows.append(Row(event.id, row, row))
        return row, row.column

    def _fill(self, column: QVBoxLayout) -> None:
        """Put category, date, place and marks at the left, the chips at the right or above, and the title."""
        px, words = self.theme.px, self.scene.briefing.title
        self._chip_line = chips = _in_line(self.theme, *self._chips())
        if self.scene.stacked:
            column.addWidget(chips)
            column.addSpacing(px(8))
            column.addWidget(self._kicker())
        else:
            line = QHBoxLayout()
            line.addWidget(self._kicker(), 1)
            line.addWidget(chips)
            column.addLayout(line)
        column.addSpacing(px(5))
        title = TextLine(self.theme, words, "title", selectable=True)
        title.setAccessibleName(tr("Title: {title}", title=visible(words)))
        column.addWidget(title)

    def follow(self, scene: Scene) -> bool:
        """Show another state of the briefing: where only reviews are others, in the chip that counts them."""
        before, after = self.scene.briefing, scene.briefing
        pairs, same = altered(before, after), (before.title, before.event) == (after.title, after.event)
        if pairs is None or not same or any(one.marking != other.marking for one, other in pairs):
            return super().follow(scene)
        self.scene, self._drawn = scene, None
        signed = before.signed_off != after.signed_off
        if signed or any(one.review.state != other.review.state for one, other in pairs):
            self._count_again()
        return True

    def _count_again(self) -> None:
        """Put another chip in the place of the one that counts what is reviewed."""
        line, before = self._chip_line, self._reviewed
        self._reviewed = self._review_chip()
        if (layout := line.layout()) is not None:
            layout.removeWidget(before)
            layout.addWidget(self._reviewed)
        before.hide()
        before.deleteLater()
        self._reviewed.show()
        line.updateGeometry()

    @staticmethod
    def drawn(briefing: Briefing) -> object:
        """Return what it draws of a briefing."""
        return (
            briefing.title,
            strictest(briefing),
            kicker(briefing),
            briefing.event,
            briefing.sample,
            reviewed(briefing),
        )

    def _kicker(self) -> QWidget:
        category, rest = kicker(self.scene.briefing)
        parts: list[QWidget] = [_Phrase(self.theme, category, "label", "accent")]
        event = self.scene.briefing.event
        pieces = event_parts(event) if event else ()
        if any(piece.inferred for piece in pieces):
            told = RichTextView(self.theme, "meta", "ink2")
            told.show_parts(pieces)
            parts.append(told)
        elif rest:
            parts.append(_Phrase(self.theme, rest, "meta", "ink2", selectable=True))
        if event:
            texts = self.scene.marks(event)
            strip = MarkStrip(
                self.theme, texts, per_line=_MARKS_IN_LINE, left=True, of=tr("The event"), parent=self
            )
            strip.mark_clicked.connect(partial(_pick, self, event.id))
            self._event.tell(self.scene.briefing.title, strip)
            if (marking := own_marking(self.scene, event)) is not None:
                parts.append(MarkingChip(self.theme, marking, small=True))
            parts.append(strip)
        return _in_line(self.theme, *parts)

    def _chips(self) -> list[StatusChip]:
        chips = []
        if self.scene.briefing.sample:
            why = tr(
                "This briefing is marked as an example: it shows how the program works. "
                "Do not rely on what it says."
            )
            chips.append(StatusChip(self.theme, tr("Sample data"), "accent", "info", why=why))
        self._reviewed = self._review_chip()
        return [*chips, self._reviewed]

    def _review_chip(self) -> StatusChip:
        done, total = reviewed(self.scene.briefing)
        why = tr(
            "The event, the bottom line and every item count. "
            "Reviewed means that a person compared it with its source and accepted it, as drafted or edited."
        )
        if signed := signed_line(self.scene.briefing):
            why = tr(
                "{reviewed}, {signed}.\n{why}",
                reviewed=review_line(self.scene.briefing),
                signed=signed,
                why=why,
            )
        tone: Tone = "quiet" if done == total else "delay"
        icon: IconName = "check" if done == total else "review"
        line = review_line(self.scene.briefing)
        words = tr("{reviewed}, signed off", reviewed=line) if signed else line
        return StatusChip(self.theme, words, tone, icon, why=why)


class BottomLinePanel(Panel):
    """The one or two sentences that a reader takes away."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        item = scene.briefing.bottom_line
        marking = own_marking(scene, item)
        self._box = BottomLine(scene.theme, rich_text(item.text), scene.marks(item), marking)
        self._box.activated.connect(partial(_pick, self, item.id, 0))
        self._box.mark_activated.connect(partial(_pick, self, item.id))
        self._box.link_activated.connect(self.link_activated)
        self.rows.append(Row(item.id, self._box, self._box))
        self.add(self._box)

    @staticmethod
    def drawn(briefing: Briefing) -> object:
        """Return what it draws of a briefing."""
        return briefing.bottom_line


class BottomLine(PaintedRow):
    """The bottom line beside its bar, with its paragraph marks behind its last word; focusable like a row."""

    activated = Signal()
    mark_activated = Signal(int)
    link_activated = Signal(str)

    def __init__(
        self, theme: Theme, text: RichText, marks: tuple[str, ...], marking: Marking | None = None
    ) -> None:
        super().__init__()
        self._theme, self._selected = theme, False
        self._known: dict[int, Places] = {}
        self.clicked.connect(self.activated)
        heading = tr("Bottom line")
        self._label = TextLine(theme, heading, "label", "accent", wraps=False, parent=self)
        self._text = RichTextView(theme, "bottom_line", parent=self)
        self._text.show_rich(text)
        self._text.clicked.connect(self.activated)
        self._text.link_activated.connect(self.link_activated)
        self._strip = MarkStrip(theme, marks, per_line=_MARKS_IN_LINE, left=True, of=heading, parent=self)
        self._strip.mark_clicked.connect(self.mark_activated)
        words = tr("Bottom line: {words}", words=self._text.plain_text())
        self._marking = MarkingChip(theme, marking, self, small=True) if marking else None
        self.setAccessibleName(f"{words}, {self._marking.accessibleName()}" if self._marking else words)

    def places(self, width: int) -> Places:
        """Return where label, text and marks stand; the marks go below where the last line has no room."""
        # Layouts ask for one width many times, and what it shows never changes.
        if width not in self._known:
            self._known[width] = self._places(width)
        return self._known[width]

    def _places(self, width: int) -> Places:
        px = self._theme.px
        left, top = px(17), px(_PAD)
        label = QRect(left, top, self._label.sizeHint().width(), self._label.sizeHint().height())
        parts: list[tuple[QWidget, QRect]] = [(self._label, label)]
        if self._marking is not None:
            chip = QRect(QPoint(label.right() + 1 + px(10), top), self._marking.sizeHint())
            chip.setWidth(max(min(chip.width(), width - chip.left()), 1))
            label.moveTop(top + self._marking.text_baseline() - self._label.text_baseline())
            label.setBottom(max(label.bottom(), chip.bottom()))
            parts.append((self._marking, chip))
        room = max(min(width - left, px(_MOST_WIDE[self._theme.layout])), 1)
        text = QRect(left, label.bottom() + 1 + px(4), room, self._text.heightForWidth(room))
        strip = QRect(QPoint(), self._strip.sizeHint())
        end = self._text.end_of_text(room)
        x = left + round(end.x()) + px(4)
        if x + strip.width() <= width:
            strip.moveTo(x, text.top() + round(end.y()) - self._strip.text_baseline())
        else:
            strip.setSize(self._strip.size_within(width - left))
            strip.moveTo(left - self._theme.overhang, text.bottom() + 1 + px(2))
        bottom = max(text.bottom(), strip.bottom()) + 1 + px(_PAD)
        return Places([*parts, (self._text, text), (self._strip, strip)], bottom)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in a column of `width` px."""
        return self.places(width).height

    def sizeHint(self) -> QSize:
        """Return a size of which only the share of the width is taken."""
        return QSize(self._theme.px(360), self._theme.px(28))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Put the parts in their places."""
        for part, area in self.places(self.width()).parts:
            part.setGeometry(area)

    def select(self, *, on: bool = True, mark: int | None = None) -> None:
        """Draw it as selected, and one of its marks as the one in view."""
        self._selected = on
        self._strip.select(mark if on else None)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar, the ground of the selected line and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._selected:
            painter.fillRect(self.rect(), self._theme.color("sel"))
        high = self._theme.px(_PAD - 1)
        bar = QRectF(0, high, _BAR, self.height() - 2 * high)
        glyphs.fill(painter, bar, self._theme.color("accent"))
        if self.hasFocus():
            glyphs.paint_focus(painter, self._theme, QRectF(self.rect()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick the bottom line with Enter or Space; of all else, and once it is picked, the list knows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._selected:
            self.activated.emit()
        else:
            super().keyPressEvent(event)


class _Phrase(TextLine):
    """A text in one line, where that has room for it."""

    def sizeHint(self) -> QSize:
        """Return the size of the text in one line."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 1
        return QSize(width, self.heightForWidth(width))


def _pick(panel: Panel, item: str, mark: int) -> None:
    panel.picked.emit(item, mark)


def _in_line(theme: Theme, *parts: QWidget) -> QWidget:
    """Return widgets from left to right, in more than one line where there is no room."""
    holder = QWidget()
    line = FlowLayout(theme.px(10), theme.px(4))
    holder.setLayout(line)
    for part in parts:
        line.addWidget(part)
    return holder
