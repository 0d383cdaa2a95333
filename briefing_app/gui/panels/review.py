"""The review: items in the article's order, one of them open as a card; keys decide and go on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, QObject, Qt, QTimer, Signal

from briefing_app.gui.citation import words_of
from briefing_app.gui.panels.lazy_list import LazyList
from briefing_app.gui.panels.open_card import OpenCard
from briefing_app.gui.panels.review_card import ReviewCard
from briefing_app.gui.panels.review_rows import ReviewRow, heading
from briefing_app.gui.panels.rows import place_of
from briefing_app.gui.panels.unused_card import UnusedCard
from briefing_app.model.agreements import KINDS, Agreement
from briefing_app.model.briefing import Unused, altered
from briefing_app.model.markup import plain_text, rich_text
from briefing_app.model.outline import chips, kind_word, marks, marks_of, party_name, proved_alike
from briefing_app.model.parties import chip
from briefing_app.model.visible import visible
from briefing_app.words import ntr, tr
from briefing_app.workflow.reviewing import DONE, in_order
from briefing_app.workflow.step_names import noun_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.document import Reading
    from briefing_app.gui.theme import Theme
    from briefing_app.gui.widgets.text import RichTextView, TextLine
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.items import Item

_GUTTER, _ROW = 44, 36  # px at text size 1; of a row about
_FEW = 60  # rows that are all made
_TRIES = 3  # to bring the open card into sight while the rows around it are measured
_STEPS: dict[int, int] = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}
_DECIDE: dict[int, str] = {Qt.Key.Key_A: "accepted", Qt.Key.Key_R: "rejected"}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KINDS = {Qt.Key.Key_1 + n: kind for n, kind in enumerate(KINDS)}


class ReviewView(LazyList):
    """Lists what is to be reviewed; what is decided is told, and done by who holds the view.

    Only the open card and the rows near the view are made, and of them only those anew that a step changed.
    """

    opened = Signal(str)  # an item or an unused sentence
    decided = Signal(str, str)  # an item, a state
    kind_wanted = Signal(str, str)  # an item, a kind
    saved = Signal(str)  # an item whose form is filled in
    mark_wanted = Signal(int)
    anchor_wanted = Signal(str, object, object)  # an item, a passage of it, the one that takes its place
    words_wanted = Signal(str, object)  # an item, a passage of it whose place selected words take
    removal_wanted = Signal(str, object)  # an item, a passage of it
    passage_wanted = Signal()
    dismissed = Signal(str)  # an unused sentence
    item_wanted = Signal(str, str)  # of an unused sentence, in a part; empty for where it belongs
    left = Signal()
    signed = Signal()
    moved = Signal()  # what is seen of it is elsewhere now
    typed = Signal()

    def __init__(self, theme: Theme, *, stacked: bool) -> None:
        super().__init__(theme)
        self._theme, self._stacked = theme, stacked
        self.order: tuple[Item, ...] = ()
        self.unused: tuple[Unused, ...] = ()
        self.open = ""
        self.card: ReviewCard | UnusedCard | None = None
        self._lines: list[Item | Unused | None] = []  # None: the heading of the sentences
        self._before: object = None  # what all rows were drawn from
        px = theme.px
        left, gutter = (px(12), px(12)) if stacked else (px(28), px(_GUTTER))
        self.margins, self.gap, self.few = QMargins(left, px(14), gutter, px(32)), px(2), _FEW
        self.setAccessibleName(tr("Items to review"))
        self.verticalScrollBar().valueChanged.connect(self.moved)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._see)

    # ----------------------------------------------------------------------------------------- showing

    def show_reading(self, reading: Reading) -> None:
        """Show the items of a briefing; the one that was open stays open, else the first to decide opens."""
        before: Reading | None = self.__dict__.get("_reading")
        self._reading = reading
        self.order = _ordered(self.order, before, reading)
        self.unused = tuple(each for each in reading.briefing.unused if not each.dismissed)
        names = self._names()
        if self.open not in names:
            self.open = self.next_left() or (names[0] if names else "")
        self._show()

    def _names(self) -> list[str]:
        return [*(item.id for item in self.order), *(each.id for each in self.unused)]

    def _show(self) -> None:
        """Show the lines of now: what is another than before is made anew, and so is the card."""
        before, common = self._lines, _common(self._reading)
        known = {id(line): n for n, line in enumerate(before)} if common == self._before else {}
        anew = {self.kept}  # was open
        self._lines = [*self.order, *((None, *self.unused) if self.unused else ())]
        self._before, self.card = common, None
        self.kept = next((n for n, each in enumerate(self._lines) if each and each.id == self.open), -1)
        origin = [known.get(id(line), -1) if line else -1 for line in self._lines]
        origin = [-1 if n == self.kept or was in anew else was for n, was in enumerate(origin)]
        self.show_again(origin, self._made, self._theme.px(_ROW))
        for n, row in self.rows.items():
            self._number(n, row)
        if self.kept >= 0 and isinstance(card := self.row(self.kept), OpenCard):
            card.follow(self)
        self.sync()
        self._settling.start()

    def _made(self, number: int) -> QWidget:
        line = self._lines[number]
        if line is None:
            n = len(self.unused)
            return heading(self._theme, ntr("{n} sentence not used", "{n} sentences not used", n))
        opened = number == self.kept
        if isinstance(line, Unused):
            return self._unused_card(line) if opened else self._unused_row(line)
        row = self._card(line, number + 1) if opened else self._row(line)
        self._number(number, row)
        return row

    def _number(self, number: int, row: QWidget) -> None:
        """Let a row say where it stands among the items."""
        place = place_of(number + 1, len(self.order))
        if isinstance(row, ReviewRow) and number < len(self.order) and row.accessibleDescription() != place:
            row.setAccessibleDescription(place)

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield the items and sentences with what each says."""
        for line in self._lines:
            if isinstance(line, Unused):
                yield line.id, visible(UnusedCard.words(self._reading, line))
            elif line is not None:
                yield line.id, visible(_told(line, self._reading.briefing)[1])

    @property
    def texts(self) -> dict[str, RichTextView | TextLine]:
        """What each item says, where it is drawn now."""
        drawn = ((self._lines[n], row) for n, row in self.rows.items())
        made = (ReviewRow, ReviewCard, UnusedCard)
        return {line.id: row.told for line, row in drawn if line is not None and isinstance(row, made)}

    def _row(self, item: Item) -> ReviewRow:
        row = _row_of(self._theme, item, self._reading.briefing)
        row.wanted.connect(partial(self.show_item, item.id))
        return row

    def _unused_row(self, unused: Unused) -> ReviewRow:
        row = _row_of_sentence(self._theme, unused, self._reading)
        row.wanted.connect(partial(self.show_item, unused.id))
        return row

    def _card(self, item: Item, number: int) -> ReviewCard:
        place = tr("{n} of {count}", n=number, count=len(self.order))
        card = ReviewCard(self._theme, item, self._reading, place, stacked=self._stacked)
        card.decided.connect(partial(self.decided.emit, item.id))
        card.kind_wanted.connect(partial(self.kind_wanted.emit, item.id))
        card.saved.connect(partial(self.saved.emit, item.id))
        card.mark_wanted.connect(self.mark_wanted)
        card.anchor_wanted.connect(partial(self.anchor_wanted.emit, item.id))
        card.words_wanted.connect(partial(self.words_wanted.emit, item.id))
        card.removal_wanted.connect(partial(self.removal_wanted.emit, item.id))
        card.reshaped.connect(self._reshaped)
        self.card = card
        return card

    def _unused_card(self, unused: Unused) -> UnusedCard:
        card = UnusedCard(self._theme, unused, self._reading, stacked=self._stacked)
        card.dismissed.connect(partial(self.dismissed.emit, unused.id))
        card.item_wanted.connect(partial(self.item_wanted.emit, unused.id))
        card.saved.connect(partial(self.saved.emit, unused.id))
        card.reshaped.connect(self._reshaped)
        self.card = card
        return card

    def _reshaped(self) -> None:
        self.typed.emit()
        if self.card is not None and self.card.form is None:
            self.setFocus()
        self._settling.start()

    def _see(self) -> None:
        """Bring the open card into sight, as a whole where there is room for it."""
        if self.card is None:
            return
        self.measure_again(self.kept)
        edge, high = self._theme.px(20), self.viewport().height()
        for _ in range(_TRIES):
            top = self.card.y()
            if self.card.height() + 2 * edge <= high:
                self.ensureWidgetVisible(self.card, 0, edge)
            else:
                self.verticalScrollBar().setValue(top - edge)
            if self.card.y() == top:
                break
        self.moved.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the open card grow with what is typed in it."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.card:
            self.measure_again(self.kept)
            self.moved.emit()
        return super().eventFilter(watched, event)

    def sync(self) -> None:
        """Tell that what is seen is elsewhere now."""
        super().sync()
        self.moved.emit()

    # ------------------------------------------------------------------------------------------- going

    def show_item(self, name: str) -> None:
        """Open an item or a sentence, unless what is typed in the open one is not saved."""
        if name == self.open and self.card is not None:
            return
        if self.editing:
            self.passage_hint()
            return
        self.open = name
        self._show()
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
        """Return the next item that is not decided, from the open one on; with the last one, a sentence."""
        at = next((n for n, item in enumerate(self.order, 1) if item.id == self.open), 0)
        left = [item.id for item in (*self.order[at:], *self.order[:at]) if item.review.state not in DONE]
        left += [each.id for each in self.unused]
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


def _common(reading: Reading) -> object:
    """Return what rows are drawn from besides their items."""
    opcon = reading.briefing.opcon
    names = [track.name for track in opcon.tracks] if opcon else []
    event = reading.briefing.event
    parties = event.parties if event else (), reading.briefing.glossary
    return reading.briefing.sources, dict(reading.attached), names, parties


def _ordered(order: tuple[Item, ...], before: Reading | None, reading: Reading) -> tuple[Item, ...]:
    """Return the items in their order: as it was, where they rest on the same passages."""
    if before is None or not proved_alike(before.briefing, reading.briefing):
        return in_order(reading.briefing, reading.found)
    now = {id(was): item for was, item in altered(before.briefing, reading.briefing) or ()}
    return tuple(now.get(id(was), was) for was in order)


def _row_of_sentence(theme: Theme, unused: Unused, reading: Reading) -> ReviewRow:
    (mark,) = marks_of(reading.briefing, (unused.passage,))
    return ReviewRow(theme, "drafted", tr("Not used"), UnusedCard.words(reading, unused), mark.text)


def _row_of(theme: Theme, item: Item, briefing: Briefing) -> ReviewRow:
    label, words = _told(item, briefing)
    texts = "  ".join(mark.text for mark in marks(briefing, item))
    return ReviewRow(theme, item.review.state, label, words, texts, _parties(item, briefing))


def _parties(item: Item, briefing: Briefing) -> tuple[tuple[str, str], ...]:
    """Return the parties that stand before what an item says, as in the brief, each with its full name."""
    codes = chips(briefing, item) if isinstance(item, Agreement) else ()
    return tuple((chip(code), party_name(briefing, code)) for code in codes)


def _told(item: Item, briefing: Briefing) -> tuple[str, str]:
    """Return what sort of item it is in a word, and what it says."""
    if isinstance(item, Agreement):
        return kind_word(item.kind), plain_text(rich_text(item.statement))
    noun = noun_of(item)
    return noun[:1].upper() + noun[1:], words_of(item, briefing)
