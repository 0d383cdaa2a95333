"""The lines of the palette: headings, and what can be chosen, with the letters that were typed in strong."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.gui.panels.scrolling import thin_bar
from briefing_app.gui.widgets import glyphs
from briefing_app.gui.widgets.icons import paint_icon
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QMouseEvent

    from briefing_app.gui.palette_entries import Entry
    from briefing_app.gui.theme import Role, Theme, Token

_ROW, _HEAD, _PAD, _ICON, _CAP = 38, 32, 16, 16, 20
_NARROW_DETAIL = 48  # px; a detail of less is not worth its room

Index = QModelIndex | QPersistentModelIndex


class PaletteLine(NamedTuple):
    """A line: a heading, or an entry with the code points of its text that were typed."""

    heading: str = ""
    entry: Entry | None = None
    letters: tuple[tuple[int, int], ...] = ()


class PaletteModel(QAbstractListModel):
    """The lines; headings cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[PaletteLine, ...] = ()

    def show_lines(self, lines: Sequence[PaletteLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the words of a line, or what it is called to assistive technology."""
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.entry.text if line.entry else line.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return name_of(line)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell that only entries can be chosen."""
        if self.lines[index.row()].entry is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def name_of(line: PaletteLine) -> str:
    """Return what a line is called to assistive technology."""
    if line.entry is None:
        return tr("Group: {heading}", heading=line.heading)
    entry = line.entry
    keys = "+".join(entry.caps) if entry.group == "commands" else " ".join(entry.caps)
    why = tr("not now: {why}", why=entry.why) if entry.why else ""
    return ", ".join(part for part in (entry.text, why or entry.detail, keys) if part)


class PaletteList(QListView):
    """Draws the lines; the keyboard stays in the field above, which moves the choice."""

    chosen = Signal(object)  # an Entry

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines = PaletteModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(_Painter(theme, self))
        self.setAccessibleName(tr("What can be done, and gone to"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        thin_bar(self, theme)
        palette = self.palette()
        for ground in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(ground, theme.color("raised"))
        self.setPalette(palette)

    def show_lines(self, lines: Sequence[PaletteLine]) -> None:
        """Show other lines, the first entry chosen."""
        self.lines.show_lines(lines)
        self.scrollToTop()
        self.go_to(0, 1)

    def wanted_height(self) -> int:
        """Return how high the list is with all its lines."""
        return sum(_height(self._theme, line) for line in self.lines.lines)

    def entry(self) -> Entry | None:
        """Return the entry that is chosen."""
        index = self.currentIndex()
        return self.lines.lines[index.row()].entry if index.isValid() else None

    def go_to(self, row: int, by: int) -> None:
        """Choose the first entry at a row or beyond it in a direction, else the last one before it."""
        entries = [n for n, line in enumerate(self.lines.lines) if line.entry is not None]
        ahead = [n for n in entries if (n >= row if by > 0 else n <= row)]
        found = (ahead or entries or [-1])[0 if bool(ahead) == (by > 0) else -1]
        self.setCurrentIndex(self.lines.index(found, 0))
        if found == 1:
            self.scrollToTop()  # the heading above it, too

    def step(self, by: int) -> None:
        """Choose the entry below (`by` 1) or above (-1), round and round."""
        entries = [n for n, line in enumerate(self.lines.lines) if line.entry is not None]
        if entries:
            row = self.currentIndex().row()
            at = entries.index(row) + by if row in entries else 0
            self.go_to(entries[at % len(entries)], by)

    def turn(self, by: int) -> None:
        """Choose the entry a page below (`by` 1) or above (-1)."""
        page = max(self.viewport().height() // self._theme.px(_ROW) - 1, 1)
        self.go_to(self.currentIndex().row() + by * page, by)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose what the pointer is over."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.lines.lines[index.row()].entry is not None:
            self.setCurrentIndex(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what was clicked."""
        index = self.indexAt(event.position().toPoint())
        entry = self.lines.lines[index.row()].entry if index.isValid() else None
        if event.button() == Qt.MouseButton.LeftButton and entry is not None:
            self.chosen.emit(entry)


def _height(theme: Theme, line: PaletteLine) -> int:
    return max(theme.px(_ROW if line.entry else _HEAD), theme.target)


class _Painter(QStyledItemDelegate):
    """Draws a line: sign, text, detail, keys."""

    def __init__(self, theme: Theme, parent: PaletteList) -> None:
        super().__init__(parent)
        self._theme, self._list = theme, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line."""
        return QSize(self._theme.px(200), _height(self._theme, self._list.lines.lines[index.row()]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line."""
        line = self._list.lines.lines[index.row()]
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.entry is None:
            self._heading(painter, line.heading, area)
        else:
            if index.row() == self._list.currentIndex().row():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.color("accentSoft"))
                side = self._theme.px(6)
                painter.drawRoundedRect(area.adjusted(side, 1, -side, -1), 6, 6)
            self._entry(painter, line.entry, line.letters, area)
        painter.restore()

    def _heading(self, painter: QPainter, words: str, area: QRectF) -> None:
        painter.setFont(self._theme.font("label"))
        painter.setPen(self._theme.color("ink2"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(area.adjusted(self._theme.px(_PAD), self._theme.px(4), 0, 0), flags, words)

    def _entry(
        self, painter: QPainter, entry: Entry, letters: tuple[tuple[int, int], ...], area: QRectF
    ) -> None:
        theme, px = self._theme, self._theme.px
        left, edge = area.left() + px(_PAD), px(_ICON)
        icon = QRectF(left, area.center().y() - edge / 2, edge, edge)
        quiet: Token = "ink3" if entry.why else "accent"
        if entry.kind is not None:
            glyphs.paint_kind(painter, entry.kind, icon.adjusted(1, 1, -1, -1), theme.color("accent"))
        elif entry.icon is not None:
            paint_icon(painter, entry.icon, icon, theme.color(quiet))
        keys = entry.group == "commands"
        right = area.right() - px(_PAD)
        right = self._caps(painter, entry, area, right) if keys else self._marks(painter, entry, area, right)
        room = QRectF(left + edge + px(12), area.top(), 0, area.height())
        room.setRight(max(right, room.left()))
        end = self._text(painter, entry, letters, room)
        self._detail(painter, entry.why or entry.detail, room, end + px(10))

    def _text(
        self, painter: QPainter, entry: Entry, letters: tuple[tuple[int, int], ...], room: QRectF
    ) -> float:
        """Draw the text, what was typed of it in strong, cut where there is no room; return where it ends."""
        x, at = room.left(), 0
        painter.setPen(self._theme.color("ink3" if entry.why else "ink"))
        pieces: list[tuple[str, Role]] = []
        for start, end in letters:
            pieces += [(entry.text[at:start], "item"), (entry.text[start:end], "item_bold")]
            at = end
        pieces.append((entry.text[at:], "item"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        for words, role in pieces:
            font = self._theme.font(role)
            metrics = QFontMetricsF(font)
            left = room.right() - x
            cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(left, 0))
            painter.setFont(font)
            painter.drawText(QRectF(x, room.top(), max(left, 0) + 1, room.height()), flags, cut)
            x += metrics.horizontalAdvance(cut)
            if cut != words:
                break
        return x

    def _detail(self, painter: QPainter, words: str, room: QRectF, left: float) -> None:
        font = self._theme.font("meta")
        wide = room.right() - left
        if words and wide >= self._theme.px(_NARROW_DETAIL):
            cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, wide)
            painter.setFont(font)
            painter.setPen(self._theme.color("ink2"))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(QRectF(left, room.top() + 1, wide, room.height() - 1), flags, cut)

    def _marks(self, painter: QPainter, entry: Entry, area: QRectF, right: float) -> float:
        """Draw paragraph marks; return where they begin."""
        words = "  ".join(entry.caps[:3]) + ("…" if len(entry.caps) > 3 else "")  # noqa: PLR2004
        font = self._theme.font("meta_bold")
        wide = QFontMetricsF(font).horizontalAdvance(words)
        painter.setFont(font)
        painter.setPen(self._theme.color("accent"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRectF(right - wide, area.top(), wide + 1, area.height()), flags, words)
        return right - wide - (self._theme.px(12) if words else 0)

    def _caps(self, painter: QPainter, entry: Entry, area: QRectF, right: float) -> float:
        """Draw the caps of keys; return where they begin."""
        theme, px = self._theme, self._theme.px
        metrics = QFontMetricsF(theme.font("small"))
        painter.setFont(theme.font("small"))
        for cap in reversed(entry.caps):
            wide = max(metrics.horizontalAdvance(cap) + px(10), px(_CAP))
            place = QRectF(right - wide, area.center().y() - px(_CAP) / 2, wide, px(_CAP))
            painter.setPen(QPen(theme.color("line2" if not entry.why else "line"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(theme.color("ink3" if entry.why else "ink2"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, cap)
            right -= wide + px(4)
        return right - px(8 if entry.caps else 0)
