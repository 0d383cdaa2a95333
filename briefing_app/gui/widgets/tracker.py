"""The stage tracker: a row a stage with node, code, state and reason, and the line from node to node."""

from __future__ import annotations

from itertools import accumulate, pairwise, zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing_app.gui.widgets.chips import MarkingChip, marking_words
from briefing_app.gui.widgets.glyphs import stage_color
from briefing_app.gui.widgets.rows import Places, SelectableRow
from briefing_app.gui.widgets.signs import StageSign
from briefing_app.gui.widgets.text import RichTextView, TextLine, explain
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from briefing_app.gui.theme import Role, Theme
    from briefing_app.model.items import Marking
    from briefing_app.model.tracker import StageRow

NARROW = 420
_MOST_LINES, _MOST_WORD_LINES = 4, 3  # of what is said of a stage beside others, and of its state
_REACHED = ("verified", "assessed", "carried")  # the line that leads on from these is solid
_Parts = list[tuple[QWidget, QRect]]


class Tracker(QWidget):
    """The stages below one another; in the widest layout beside one another, in a column of 420 px and more.

    They stay below one another where more is said of them than columns show in a few lines. The tracker is as
    wide as any row is, and its stages are rows.
    """

    activated = Signal(str)  # the item's id: a click, or Enter
    mark_activated = Signal(str, int)  # the item's id, which mark

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, track: str = "") -> None:
        """Make it without stages.

        Args:
            theme: what it draws with.
            parent: what it belongs to.
            track: the component of which the stages are told, empty for the whole force.
        """
        super().__init__(parent)
        self.theme, self.track = theme, track
        self._stages: list[StageView] = []
        self._company: tuple[Tracker, ...] = (self,)
        self._known: dict[int, tuple[list[QRect], int]] = {}
        self._shares: dict[int, tuple[int, ...]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Stages of the OPCON transition"))

    def show_rows(
        self,
        rows: Sequence[StageRow],
        marks: Sequence[Sequence[str]] = (),
        names: Mapping[str, str] | None = None,
        markings: Mapping[str, Marking] | None = None,
    ) -> None:
        """Show stages.

        Args:
            rows: the stages in their order.
            marks: for each of them the texts of its paragraph marks.
            names: what the codes stand for.
            markings: by an item's id its own marking, where it is not that of the whole.
        """
        for stage in self._stages:
            stage.hide()
            stage.deleteLater()
        given = [*marks, *([()] * (len(rows) - len(marks)))]
        names, markings = names or {}, markings or {}
        self._stages = [
            StageView(self, row, each, names.get(row.code, ""), markings.get(row.item.id if row.item else ""))
            for row, each in zip(rows, given, strict=True)
        ]
        for n, stage in enumerate(self._stages):
            stage.join(self._stages[n - 1] if n else None, last=n == len(rows) - 1)
            stage.setAccessibleDescription(
                tr("{number} of {count}", number=f"{n + 1:,}", count=f"{len(rows):,}")
            )
            stage.activated.connect(self.activated)
            stage.mark_activated.connect(self.mark_activated)
            stage.show()
        self._name()
        self._known.clear()
        self._shares.clear()
        self.updateGeometry()
        self._arrange()

    def _name(self) -> None:
        self.setAccessibleName(
            ntr(
                "Stages of the OPCON transition, {n} item",
                "Stages of the OPCON transition, {n} items",
                len(self._stages),
            )
        )
        self.setAccessibleDescription(" ".join(f"{stage.accessibleName()}." for stage in self._stages))

    @property
    def stages(self) -> tuple[StageView, ...]:
        """The stages from first to last, those among them that the source does not mention."""
        return tuple(self._stages)

    # ------------------------------------------------------------------------------------------ measures

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in a column of `width` px."""
        return self._places(width)[1]

    def sizeHint(self) -> QSize:
        """Return the size in a narrow column."""
        width = max(self.width(), self.theme.px(300))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which words are not cut."""
        return QSize(self.theme.px(190), self.theme.px(28))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the stages in their places."""
        self._arrange()

    def stand_with(self, company: Sequence[Tracker]) -> None:
        """Put the stages beside or below one another as those of all of `company`, which are as wide."""
        self._company = tuple(company)
        self._known.clear()
        self._shares.clear()
        self.updateGeometry()
        self._arrange()

    def _is_flat(self, width: int) -> bool:
        return self.theme.layout == "wide" and width >= self.theme.px(NARROW) and bool(self._columns(width))

    def _columns(self, width: int) -> tuple[int, ...]:
        """Return how wide the stages are beside one another, none where one of them would be too long.

        Who has much to say has a wide column, and all of the company have the same ones.
        """
        if width not in self._shares:
            self._shares[width] = self._shared(width)
        return self._shares[width]

    def _shared(self, width: int) -> tuple[int, ...]:
        if not self._needs(_MOST_LINES, _MOST_WORD_LINES, width):
            return ()
        # The state in few lines, as that is what is looked for; then what is said of it; then all the room.
        for word_lines in range(2, _MOST_WORD_LINES + 1):
            for lines in range(1, _MOST_LINES + 1):
                if needs := self._needs(lines, word_lines, width):
                    needs = self._needs(lines, 1, width) or needs
                    rest = width - sum(needs)
                    edges = [rest * n // len(needs) for n in range(len(needs) + 1)]
                    return tuple(need + b - a for need, (a, b) in zip(needs, pairwise(edges), strict=True))
        return ()

    def _needs(self, lines: int, word_lines: int, width: int) -> list[int]:
        """Return how wide each stage is where it has no more lines than that; none where that is too wide."""
        needs: list[int] = []
        for column in zip_longest(*(tracker.stages for tracker in self._company)):
            needs.append(max(each.width_for(lines, word_lines, width) for each in column if each))
            if sum(needs) > width:
                return []
        return needs

    def _arrange(self) -> None:
        flat = self._is_flat(self.width())
        for stage, area in zip(self._stages, self._places(self.width())[0], strict=True):
            stage.lay_out(area, flat=flat)

    def _places(self, width: int) -> tuple[list[QRect], int]:
        """Return where the stages stand, and the height of all of them."""
        if width not in self._known:
            self._known[width] = self._flat(width) if self._is_flat(width) else self._upright(width)
        return self._known[width]

    def _upright(self, width: int) -> tuple[list[QRect], int]:
        areas, top = [], 0
        for stage in self._stages:
            height = stage.upright_places(width).height
            areas.append(QRect(0, top, width, height))
            top += height
        return areas, top

    def _flat(self, width: int) -> tuple[list[QRect], int]:
        widths = self._columns(width)[: len(self._stages)]
        edges = accumulate(widths, initial=0)
        heights = (stage.flat_places(wide).height for stage, wide in zip(self._stages, widths, strict=True))
        height = max(heights, default=0)
        return [QRect(left, 0, wide, height) for left, wide in zip(edges, widths, strict=False)], height


class StageView(SelectableRow):
    """A stage: sign, code, word, lines and marks, and the parts of the line that lead to it and on from it.

    A stage that the source does not mention can be neither reached nor opened; its name is still told.
    """

    def __init__(
        self, tracker: Tracker, row: StageRow, marks: Sequence[str], name: str, marking: Marking | None = None
    ) -> None:
        super().__init__(tracker.theme, row.item.id if row.item else "", marks, tracker)
        self.reached = row.sign in _REACHED
        self._flat = False
        self._upright: dict[int, Places] = {}
        self._counts: dict[int, int] = {}  # of lines, by the width
        self._before: bool | None = None  # whether the line that leads here is solid, None where none does
        self._last = False
        if not row.item:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        silent = row.sign in ("absent", "carried")  # the word says what this source says: nothing
        self.sign = StageSign(self.theme, row.sign, self)
        self._code = TextLine(self.theme, row.code, "item_bold", wraps=False, parent=self)
        explain(self._code, name)
        role: Role = "ui" if silent else "ui_bold"
        ink = "ink2" if silent else stage_color(row.sign)
        self._word = TextLine(self.theme, row.word, role, ink, parent=self)
        self._marking = MarkingChip(self.theme, marking, self, small=True) if marking else None
        lines = [text for text in (row.line, row.note, *row.history) if text]
        self._lines = [RichTextView(self.theme, "meta", "ink2", parent=self) for _ in lines]
        for view, text in zip(self._lines, lines, strict=True):
            view.show_plain(text)
            view.clicked.connect(self._picked)
        self.describe(
            tracker.track, row.code, name, row.word, marking_words(marking) if marking else "", *lines
        )
        self.strip.tell_of(", ".join(part for part in (tracker.track, row.code, row.word) if part))

    def join(self, before: StageView | None, *, last: bool) -> None:
        """Draw the line that comes from the stage before, and, where this is not the last one, goes on."""
        self._before = before.reached if before else None
        self._last = last

    def lay_out(self, area: QRect, *, flat: bool) -> None:
        """Take a place beside the other stages (`flat`) or below them."""
        self._flat = flat
        self._places.clear()
        self.setGeometry(area)
        for part, place in self._places_for(area.width()).parts:
            part.setGeometry(place)
        self.update()

    def _picked(self) -> None:
        if self.item:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._activate()

    # ------------------------------------------------------------------------------------------ measures

    def places(self, width: int) -> Places:
        """Return where the parts stand in the way in which the tracker stands."""
        return self.flat_places(width) if self._flat else self.upright_places(width)

    def upright_places(self, width: int) -> Places:
        """Return where the parts stand beside the node."""
        if width not in self._upright:
            self._upright[width] = self._beside_node(width)
        return self._upright[width]

    def _beside_node(self, width: int) -> Places:
        px = self.theme.px
        line = max(px(4) + self._code.text_baseline(), self.strip.text_baseline())
        strip = self.strip_area(width, line)
        left = self.theme.inset + self.sign.width() + px(11)
        right = width - max(strip.width() + px(8), self.theme.overhang)
        top = line - self._code.text_baseline()
        parts, bottom = self._words(QRect(left, top, max(right - left, 1), 0), right, strip)
        middle = top + self._code.sizeHint().height() // 2
        node = QRect(self.theme.inset, middle - self.sign.height() // 2, *self.sign.size().toTuple())
        parts += [(self.sign, node), (self.strip, strip)]
        return Places(parts, max(bottom, node.bottom() + 1, strip.bottom() + 1) + px(8))

    def flat_places(self, width: int) -> Places:
        """Return where the parts stand below the node."""
        px = self.theme.px
        left = self.theme.inset
        node = QRect(left, px(4), *self.sign.size().toTuple())
        top = node.bottom() + 1 + px(8)
        strip = self.strip_area(width, top + self._code.text_baseline())
        edge = width - self.theme.overhang
        right = min(width - strip.width() - px(6), edge)
        parts, bottom = self._words(QRect(left, top, max(right - left, 1), 0), edge, strip)
        parts += [(self.sign, node), (self.strip, strip)]
        return Places(parts, max(bottom, strip.bottom() + 1) + px(8))

    def width_for(self, lines: int, word_lines: int, most: int) -> int:
        """Return how wide it is beside other stages with so many lines of what is said, and of its state.

        Up to `most`, and at least as wide as its code and the longest word of its state are.
        """
        words = (self._word.fontMetrics().horizontalAdvance(word) for word in self._word.text().split())
        least = self._around() + max(self._code.sizeHint().width(), *words) + 2
        while least < most:  # the least width at which they suffice
            middle = (least + most) // 2
            if self._lines_in(middle) <= lines and self._word_lines_in(middle) <= word_lines:
                most = middle
            else:
                least = middle + 1
        return least

    def _around(self) -> int:
        marks = self.strip.sizeHint().width() + self.theme.px(6) if self.strip.marks() else 0
        return self.theme.inset + max(marks, self.theme.overhang)

    def _lines_in(self, width: int) -> int:
        if width not in self._counts:
            room = max(width - self.theme.inset - self.theme.overhang, 1)
            height = sum(view.heightForWidth(room) for view in self._lines)
            self._counts[width] = round(height / self.theme.line_height("meta"))
        return self._counts[width]

    def _word_lines_in(self, width: int) -> int:
        """Return how many lines its state takes, below its code where it has no room beside it."""
        room = max(width - self._around(), 1)
        wide = self._word.fontMetrics().horizontalAdvance(self._word.text()) + 2
        if self._code.sizeHint().width() + self.theme.px(8) + wide <= room:
            return 0
        return round(self._word.heightForWidth(room) / self._word.fontMetrics().height())

    def _words(self, room: QRect, edge: int, strip: QRect) -> tuple[_Parts, int]:
        """Return where code, word and lines stand, and their lower edge; a long word stands below the code.

        Beside the marks the text ends where `room` does, below them at `edge`.
        """
        code, metrics = self._code.sizeHint(), self._word.fontMetrics()
        left, right = room.left(), room.right() + 1
        line = room.top() + self._code.text_baseline()
        clear = line + self.theme.px(3) + max(strip.height() - self.theme.target, 0)
        parts: _Parts = [(self._code, QRect(left, room.top(), code.width(), code.height()))]
        bottom = room.top() + code.height()
        x, y = left + code.width() + self.theme.px(8), line - self._word.text_baseline()
        if x + metrics.horizontalAdvance(self._word.text()) + 2 > right:
            x, y = left, bottom
        for label in (self._word, *self._lines):
            wide = max((edge if y >= clear else right) - x, 1)
            height = label.heightForWidth(wide)
            parts.append((label, QRect(x, y, wide, height)))
            x, y = left, max(bottom, y + height)
            if label is self._word and self._marking is not None:
                size = self._marking.sizeHint()
                parts.append((self._marking, QRect(left, y, min(size.width(), edge - left), size.height())))
                y += size.height() + self.theme.px(2)
            bottom = y
        return parts, bottom

    # --------------------------------------------------------------------------- painting, mouse, keyboard

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row's ground, and on it the line from node to node."""
        if self.item:
            super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, node = self.theme.px(3), self.sign.geometry()
        here, there = (node.left(), node.right()) if self._flat else (node.top(), node.bottom())
        if self._before is not None:
            self._paint_line(painter, 0, here - gap, solid=self._before)
        if not self._last:
            end = self.width() if self._flat else self.height()
            self._paint_line(painter, there + 1 + gap, end, solid=self.reached)

    def _paint_line(self, painter: QPainter, start: float, end: float, *, solid: bool) -> None:
        width = self.theme.px(2) if solid else 1.6 * self.theme.scale
        pen = QPen(self.theme.color("accent" if solid else "line2"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if not solid:
            pen.setDashPattern([0.1, 2.6])
            # The dots go on from one row to the next as if they were one line.
            pen.setDashOffset((start + (self.x() if self._flat else self.y())) / width)
        painter.setPen(pen)
        middle = QRectF(self.sign.geometry()).center()
        across = (QPointF(start, middle.y()), QPointF(end, middle.y()))
        down = (QPointF(middle.x(), start), QPointF(middle.x(), end))
        painter.drawLine(*(across if self._flat else down))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the item, where there is one."""
        if self.item:
            super().mouseReleaseEvent(event)
