"""The review: items in the article's order, one of them open as a card; keys decide and go on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from briefing_app.gui.citation import words_of
from briefing_app.gui.panels.review_card import ReviewCard
from briefing_app.gui.panels.review_rows import ReviewRow, heading
from briefing_app.gui.panels.scrolling import own_viewport, paint_ground
from briefing_app.gui.panels.unused_card import UnusedCard
from briefing_app.model.agreements import KINDS, Agreement
from briefing_app.model.markup import plain_text, rich_text
from briefing_app.model.outline import kind_word, marks, marks_of
from briefing_app.words import ntr, tr
from briefing_app.workflow.reviewing import DONE, in_order
from briefing_app.workflow.step_names import noun_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from briefing_app.gui.document import Reading
    from briefing_app.gui.theme import Theme
    from briefing_app.gui.widgets.text import RichTextView, TextLine
    from briefing_app.model.briefing import Unused
    from briefing_app.model.items import Item

_GUTTER, _WIDEST = 44, 900
_STEPS: dict[int, int] = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}
_DECIDE: dict[int, str] = {Qt.Key.Key_A: "accepted", Qt.Key.Key_R: "rejected"}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KINDS = {Qt.Key.Key_1 + n: kind for n, kind in enumerate(KINDS)}


class ReviewView(QScrollArea):
    """Lists what is to be reviewed; what is decided is told, and done by who holds the view."""

    opened = Signal(str)  # an item or an unused sentence
    decided = Signal(str, str)  # an item, a state
    kind_wanted = Signal(str, str)  # an item, a kind
    saved = Signal(str)  # an item whose form is filled in
    mark_wanted = Signal(int)
    anchor_wanted = Signal(str, object, object)  # an item, a passage of it, the one that takes its place
    passage_wanted = Signal()
    dismissed = Signal(str)  # an unused sentence
    item_wanted = Signal(str)  # of an unused sentence
    left = Signal()
    signed = Signal()
    moved = Signal()  # what is seen of it is elsewhere now
    typed = Signal()

    def __init__(self, theme: Theme, *, stacked: bool) -> None:
        super().__init__()
        self._theme, self._stacked = theme, stacked
        self.order: tuple[Item, ...] = ()
        self.unused: tuple[Unused, ...] = ()
        self.open = ""
        self.card: ReviewCard | UnusedCard | None = None
        self.texts: dict[str, RichTextView | TextLine] = {}  # what each item says
        own_viewport(self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(tr("Items to review"))
        paint_ground(self, theme, "page")
        self.verticalScrollBar().valueChanged.connect(self.moved)

    # ----------------------------------------------------------------------------------------- showing

    def show_reading(self, reading: Reading) -> None:
        """Show the items of a briefing; the one that was open stays open, else the first to decide opens."""
        self._reading = reading
        self.order = in_order(reading.briefing, reading.found)
        self.unused = tuple(each for each in reading.briefing.unused if not each.dismissed)
        names = self._names()
        if self.open not in names:
            self.open = self.next_left() or (names[0] if names else "")
        self._build()

    def _names(self) -> list[str]:
        return [*(item.id for item in self.order), *(each.id for each in self.unused)]

    def _build(self) -> None:
        place = self.verticalScrollBar().value()
        px = self._theme.px
        page = QWidget()
        column = QVBoxLayout(page)
        gutter = px(12) if self._stacked else px(_GUTTER)
        column.setContentsMargins(px(28) if not self._stacked else px(12), px(14), gutter, px(32))
        column.setSpacing(px(2))
        self.card, self.texts = None, {}
        for n, item in enumerate(self.order, 1):
            column.addWidget(self._card(item, n) if item.id == self.open else self._row(item))
        if self.unused:
            n = len(self.unused)
            column.addWidget(heading(self._theme, ntr("{n} sentence not used", "{n} sentences not used", n)))
        for each in self.unused:
            column.addWidget(self._unused_card(each) if each.id == self.open else self._unused_row(each))
        column.addStretch(1)
        self.setWidget(page)
        self.verticalScrollBar().setValue(place)
        QTimer.singleShot(0, self, self._see)

    def _row(self, item: Item) -> ReviewRow:
        label, words = _told(item)
        texts = "  ".join(mark.text for mark in marks(self._reading.briefing, item))
        row = ReviewRow(self._theme, item.review.state, label, words, texts)
        row.wanted.connect(partial(self.show_item, item.id))
        self.texts[item.id] = row.told
        return row

    def _unused_row(self, unused: Unused) -> ReviewRow:
        (mark,) = marks_of(self._reading.briefing, (unused.passage,))
        words = UnusedCard.words(self._reading, unused)
        row = ReviewRow(self._theme, "drafted", tr("Not used"), words, mark.text)
        row.wanted.connect(partial(self.show_item, unused.id))
        self.texts[unused.id] = row.told
        return row

    def _card(self, item: Item, number: int) -> ReviewCard:
        place = tr("{n} of {count}", n=number, count=len(self.order))
        card = ReviewCard(self._theme, item, self._reading, place, stacked=self._stacked)
        card.decided.connect(partial(self.decided.emit, item.id))
        card.kind_wanted.connect(partial(self.kind_wanted.emit, item.id))
        card.saved.connect(partial(self.saved.emit, item.id))
        card.mark_wanted.connect(self.mark_wanted)
        card.anchor_wanted.connect(partial(self.anchor_wanted.emit, item.id))
        card.reshaped.connect(self._reshaped)
        self.card, self.texts[item.id] = card, card.told
        return card

    def _unused_card(self, unused: Unused) -> UnusedCard:
        card = UnusedCard(self._theme, unused, self._reading, stacked=self._stacked)
        card.dismissed.connect(partial(self.dismissed.emit, unused.id))
        card.item_wanted.connect(partial(self.item_wanted.emit, unused.id))
        card.saved.connect(partial(self.saved.emit, unused.id))
        card.reshaped.connect(self._reshaped)
        self.card, self.texts[unused.id] = card, card.told
        return card

    def _reshaped(self) -> None:
        self.typed.emit()
        if self.card is not None and self.card.form is None:
            self.setFocus()
        QTimer.singleShot(0, self, self._see)

    def _see(self) -> None:
        """Bring the open card into sight, as a whole where there is room for it."""
        if self.card is None:
            return
        page = self.widget()
        inner = page.layout() if page is not None else None
        if inner is not None:
            inner.activate()
        edge, high = self._theme.px(20), self.viewport().height()
        top = self.card.y()
        if self.card.height() + 2 * edge <= high:
            self.ensureWidgetVisible(self.card, 0, edge)
        else:
            self.verticalScrollBar().setValue(top - edge)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that what is seen is elsewhere now."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.moved.emit)

    # ------------------------------------------------------------------------------------------- going

    def show_item(self, name: str) -> None:
        """Open an item or a sentence, unless what is typed in the open one is not saved."""
        if name == self.open and self.card is not None:
            return
        if self.editing:
            self.passage_hint()
            return
        self.open = name
        self._build()
        self.setFocus()
        self.opened.emit(name)

    def passage_hint(self) -> None:
        """Put the keyboard back into the form that is open."""
        if self.card is not None and self.card.form is not None:
            self.card.form.form.begin()

    @property
    def editing(self) -> bool:
        """Whether a form is open in which something was changed."""
        return self.card is not None and self.card.form is not None and self.card.form.differs

    def step(self, by: int) -> None:
        """Open the next item (`by` 1) or the one before (-1)."""
        names = self._names()
        if self.open in names:
            self.show_item(names[min(max(names.index(self.open) + by, 0), len(names) - 1)])

    def next_left(self) -> str:
        """Return the next item that is not decided, behind the open one, else from the beginning."""
        names = [item.id for item in self.order]
        at = names.index(self.open) + 1 if self.open in names else 0
        left = [item.id for item in (*self.order[at:], *self.order[:at]) if item.review.state not in DONE]
        return next((name for name in left if name != self.open), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide with A and R, edit with E, set the kind with 1 to 5, go with J and K; Ctrl+Enter signs."""
        key = event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        card = self.card
        if key == Qt.Key.Key_Escape and plain:
            self._escape()
        elif key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.signed.emit()
        elif not plain or card is None or card.form is not None:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.step(_STEPS[key])
        elif key == Qt.Key.Key_S or key in _ENTER:
            self.passage_wanted.emit()
        elif not self._decide(card, key):
            super().keyPressEvent(event)

    def _escape(self) -> None:
        """Close the form that is open, else go back."""
        if self.card is not None and self.card.form is not None:
            self.card.end_edit()
        else:
            self.left.emit()

    def _decide(self, card: ReviewCard | UnusedCard, key: int) -> bool:
        """Do what a key decides for the open card; return whether it decides anything."""
        if key == Qt.Key.Key_E:
            card.begin_edit()
        elif isinstance(card, UnusedCard):
            if key != Qt.Key.Key_R:
                return False
            self.dismissed.emit(self.open)
        elif key in _DECIDE:
            self.decided.emit(self.open, _DECIDE[key])
        elif key in _KINDS and isinstance(card.item, Agreement):
            self.kind_wanted.emit(self.open, _KINDS[key])
        else:
            return False
        return True


def _told(item: Item) -> tuple[str, str]:
    """Return what sort of item it is in a word, and what it says."""
    if isinstance(item, Agreement):
        return kind_word(item.kind), plain_text(rich_text(item.statement))
    noun = noun_of(item)
    return noun[:1].upper() + noun[1:], words_of(item)
