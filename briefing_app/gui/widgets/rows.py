"""Rows that carry an item: its text, what stands before it, and its paragraph marks at the right edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter

from briefing_app.gui.widgets import glyphs
from briefing_app.gui.widgets.chips import MarkingChip, PartyChip, marking_words
from briefing_app.gui.widgets.marks import MarkStrip, PaintedRow, pulled
from briefing_app.gui.widgets.signs import KindSign
from briefing_app.gui.widgets.text import RichTextView
from briefing_app.gui.widgets.text_document import runs_of
from briefing_app.model import markup
from briefing_app.model.markup import Paragraph, RichText, Run
from briefing_app.model.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.theme import Role, Theme, Token
    from briefing_app.model.agreements import Kind
    from briefing_app.model.items import Marking
    from briefing_app.model.outline import Part

_HOVER = 0.5
_WIDEST_CHIPS = 0.4  # of a row's width; wider ones get a line of their own


class Places(NamedTuple):
    """Where a row's parts stand in a given width, and how high the row is then."""

    parts: list[tuple[QWidget, QRect]]
    height: int


class Content(NamedTuple):
    """What a row shows; a row that scrolled out of sight is given another one.

    Attributes:
        item: the item's id.
        text: its words.
        marks: the texts of its paragraph marks.
        chips: pairs of code and full name, which stand before the text.
        name: what assistive technology says before the text, such as "Agreed".
        place: where in its list it stands, such as "7 of 2,000".
        kind: whose sign stands before it all.
        marking: the item's own, where it is not that of the whole.
    """

    item: str
    text: RichText | str
    marks: Sequence[str] = ()
    chips: Sequence[tuple[str, str]] = ()
    name: str = ""
    place: str = ""
    kind: Kind | None = None
    marking: Marking | None = None


class SelectableRow(PaintedRow):
    """A row that can be reached, hovered, selected and opened; subclasses say where their parts stand.

    A row's content begins `theme.inset` right of its left edge, behind the bar of a selected row.
    """

    activated = Signal(str)  # the item's id: a click, or Enter
    mark_activated = Signal(str, int)  # the item's id, which mark
    drag_wanted = Signal(str)  # the item's id: it is pulled away with the mouse

    def __init__(
        self, theme: Theme, item: str, marks: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.item = theme, item
        self._selected = False
        self._ring = False
        self._places: dict[int, Places] = {}
        self._placed = False
        self.strip = MarkStrip(theme, marks, parent=self)
        self.strip.mark_clicked.connect(self._tell_mark)
        self.strip.pulled.connect(self._tell_drag)
        self._pressed: QPointF | None = None
        self.clicked.connect(self._activate)  # by Space, or by assistive technology
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def places(self, width: int) -> Places:
        """Return where the parts stand in a row of `width` px."""
        raise NotImplementedError

    def strip_area(self, width: int, line: int) -> QRect:
        """Return where the marks stand in a row of `width` px whose first baseline is `line`."""
        size = self.strip.size_for(width) if self.strip.marks() else QSize(0, 0)
        return QRect(QPoint(width - size.width(), line - self.strip.text_baseline()), size)

    @property
    def selected(self) -> bool:
        """Whether the row is drawn as selected."""
        return self._selected

    def select(self, *, on: bool = True, mark: int | None = None) -> None:
        """Draw the row as selected, and one of its marks as the one in view."""
        self._selected = on
        self.strip.select(mark if on else None)
        self.update()

    def describe(self, *parts: str) -> None:
        """Name the row for assistive technology: its parts, then its paragraphs."""
        marks = [mark.words() for mark in self.strip.marks()]
        self.setAccessibleName(visible(", ".join(part for part in (*parts, *marks) if part)))

    def _activate(self) -> None:
        if self.item:
            self.activated.emit(self.item)

    def _tell_mark(self, index: int) -> None:
        self.mark_activated.emit(self.item, index)

    # ------------------------------------------------------------------------------------------ measures

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the row where it is `width` px wide."""
        return self._places_for(width).height

    def _places_for(self, width: int) -> Places:
        # Layouts ask for one width many times; what a row shows never changes.
        if width not in self._places:
            self._places[width] = self.places(width)
        return self._places[width]

    def sizeHint(self) -> QSize:
        """Return a size at which most texts have one or two lines; the height follows from the width."""
        return QSize(self.theme.px(360), self.theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which the text still has a few words a line."""
        width = self.theme.inset + self.theme.px(120) + self.strip.sizeHint().width()
        return QSize(width, self.theme.px(28))

    def showEvent(self, event: QShowEvent) -> None:
        """Place what came while the row was out of sight: as large as before, it is not told to."""
        super().showEvent(event)
        if not self._placed:
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts in their places."""
        self._place()

    def _place(self) -> None:
        self._placed = True
        for part, area in self._places_for(self.width()).parts:
            part.setGeometry(area)

    # ----------------------------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of a hovered or selected row, its bar, and the focus ring."""
        paint_row(self, self.theme, selected=self._selected, ring=self._ring)

    # --------------------------------------------------------------------------------- mouse and keyboard

    def _tell_drag(self) -> None:
        self.drag_wanted.emit(self.item)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        self._pressed = event.position() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag the item."""
        if self._pressed is not None and pulled(self._pressed, event):
            self._pressed = None
            self._tell_drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the item."""
        if self._pressed is None:
            return
        self._pressed = None
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._activate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick the item with Enter or Space; of one that is picked, and of all else, the list knows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._selected:
            self._activate()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring unless it was the mouse that brought the focus."""
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)


def paint_row(row: QWidget, theme: Theme, *, selected: bool, ring: bool) -> None:
    """Paint the ground of a row that is hovered or selected, its bar, and the ring of the keyboard."""
    painter = QPainter(row)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    area, radius = QRectF(row.rect()), theme.px(4)
    if selected or row.underMouse():
        ground = theme.color("sel")
        ground.setAlphaF(1 if selected else _HOVER)
        painter.setBrush(ground)
        painter.drawRoundedRect(area, radius, radius)
    if selected:
        painter.setBrush(theme.color("accent"))
        bar = QRectF(0, theme.px(4), theme.px(3), area.height() - 2 * theme.px(4))
        painter.drawRoundedRect(bar, 1.5, 1.5)
    if ring and row.hasFocus():
        glyphs.paint_focus(painter, theme, area)


class ItemRow(SelectableRow):
    """An item: optional chips and a sign, rich text, paragraph marks, all on one baseline.

    Each part may be absent. `name` is what assistive technology says before the text ("Agreed"); `chips` are
    pairs of code and full name; `lead` is a sign drawn before them.
    """

    link_activated = Signal(str)

    def __init__(  # noqa: PLR0913 - one argument for each part that may be absent
        self,
        theme: Theme,
        item: str,
        text: RichText | str,
        marks: Sequence[str] = (),
        *,
        chips: Sequence[tuple[str, str]] = (),
        name: str = "",
        role: Role = "item",
        color: Token = "ink",
        strong: Token | None = None,
        lead: QWidget | None = None,
        place: str = "",
        marking: Marking | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, item, parent=parent)
        self._role = role
        self.words = RichTextView(theme, role, color, strong, self)
        self.words.clicked.connect(self._clicked)
        self.words.link_activated.connect(self.link_activated)
        self._lead = lead
        if lead is not None:
            lead.setParent(self)
        self._chips: list[PartyChip | MarkingChip] = []
        self.fill(Content(item, text, marks, chips, name, place, marking=marking))

    def fill(self, content: Content) -> None:
        """Show an item in the place of the one shown before, not selected."""
        self.item, self.content = content.item, content
        if isinstance(content.text, str):
            self.words.show_plain(content.text)
            words = content.text
        else:
            self.words.show_rich(content.text)
            words = markup.plain_text(content.text)
        self.strip.show_marks(content.marks, _whose(content.name, words))
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [PartyChip(self.theme, code, full, self) for code, full in content.chips]
        if content.marking is not None:
            self._chips.insert(0, MarkingChip(self.theme, content.marking, self, small=True))
        for chip in self._chips:
            chip.show()
        if content.kind is not None:
            if not isinstance(self._lead, KindSign):
                self._lead = KindSign(self.theme, content.kind, self)
            self._lead.show_kind(content.kind)
        marking = marking_words(content.marking) if content.marking else ""
        self.describe(content.name, marking, *(full or code for code, full in content.chips), words)
        self.setAccessibleDescription(content.place)
        self._places.clear()
        self._placed = False
        if self.isVisible():  # as high as before, it would not be told to place what is new
            self._place()
        self._selected = self._ring = False

    def tell_place(self, content: Content) -> None:
        """Say that the same content stands elsewhere in its list now."""
        self.content = content
        self.setAccessibleDescription(content.place)

    def places(self, width: int) -> Places:
        """Put sign, chips, text and marks on one baseline; chips too wide for it stand above the text."""
        quiet = self._role != "item"
        left, top = self.theme.inset, self.theme.px(2 if quiet else 4)
        line = max(top + self.words.text_baseline(), self.strip.text_baseline())
        parts: list[tuple[QWidget, QRect]] = []
        right = width - max(self.strip_area(width, line).width(), self.theme.overhang)
        gap = self.theme.px(6)
        room = right - left
        chips = sum(chip.sizeHint().width() + gap for chip in self._chips)
        if self._lead is not None:
            y = line - self.theme.px(5) - self._lead.height() // 2
            parts.append((self._lead, QRect(left, y, self._lead.width(), self._lead.height())))
            left += self._lead.width() + self.theme.px(8)
        if chips <= room * _WIDEST_CHIPS:
            parts += self._chip_places(left, line, right)
            left += chips + (self.theme.px(2) if chips else 0)
            y = line - self.words.text_baseline()
        else:
            parts += self._chip_places(left, line, right - gap)
            y = parts[-1][1].bottom() + 1 + self.theme.px(2)
        parts.append((self.words, self._text_area(left, y, right - self.theme.px(12))))
        parts.append((self.strip, self.strip_area(width, line)))
        bottom = parts[-2][1].bottom() + 1 + top
        return Places(parts, max(bottom, parts[-1][1].bottom() + 2, self.theme.px(24 if quiet else 28)))

    def _chip_places(self, left: int, line: int, right: int) -> list[tuple[QWidget, QRect]]:
        """Return where the chips stand, the first on a baseline, in as many lines as they need."""
        found: list[tuple[QWidget, QRect]] = []
        x = left
        for chip in self._chips:
            size = chip.sizeHint()
            if x + size.width() > right and x > left:
                x, line = left, line + size.height() + self.theme.px(4)
            width = max(min(size.width(), right - x), 1)
            found.append((chip, QRect(x, line - chip.text_baseline(), width, size.height())))
            x += width + self.theme.px(6)
        return found

    def _text_area(self, left: int, top: int, right: int) -> QRect:
        width = max(right - left, 1)
        return QRect(left, top, width, self.words.heightForWidth(width))

    def _clicked(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._activate()


class PersonRow(ItemRow):
    """A participant: chip, name, role, paragraph marks."""

    def __init__(  # noqa: PLR0913 - one argument for each part that may be absent
        self,
        theme: Theme,
        item: str,
        name: str,
        role: Sequence[Part],
        marks: Sequence[str] = (),
        *,
        side: tuple[str, str] | None = None,
        place: str = "",
        marking: Marking | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme,
            item,
            person_text(name, role),
            marks,
            chips=(side,) if side else (),
            role="ui",
            color="ink2",
            strong="ink",
            place=place,
            marking=marking,
            parent=parent,
        )


def _whose(name: str, words: str) -> str:
    """Return what a row's marks say that they are of: what the row is called, and its words."""
    return f"{name}, {words}" if name else words


def person_text(name: str, role: Sequence[Part]) -> RichText:
    """Return a person's name, strong, and what the person is."""
    runs = (Run(name, strong=True), *((Run("  "),) if role else ()), *runs_of(role, ", "))
    return RichText((Paragraph(runs),))
