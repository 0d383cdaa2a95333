"""Finds in what a window shows: in slices, for a source may be long, and marks and goes to what it found."""

from __future__ import annotations

from bisect import bisect_left
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from briefing_app.gui import found_places
from briefing_app.gui.going import arrive, leave
from briefing_app.gui.panels.find_bar import FindBar
from briefing_app.gui.panels.found_texts import watch
from briefing_app.words import ntr, tr
from briefing_app.workflow.finding import Match, matches_in, needle_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.gui.frame import Frame
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.find_bar import Where
    from briefing_app.gui.panels.review import ReviewView
    from briefing_app.workflow.finding import Folded, Spot

_SLICE = 0.01  # s; in between the window reacts
_LONGEST = 100  # characters of a selection that is looked for

Ordinal = tuple[int, int]  # which spot, and where in it


class Spots:
    """Texts that are read as they are asked for, and kept: most of what is typed asks for them again."""

    def __init__(self, unread: Iterator[Spot]) -> None:
        self._read: list[Spot] = []
        self._unread = unread

    def __iter__(self) -> Iterator[Spot]:
        """Yield all of them, from the first."""
        at = 0
        while True:
            if at == len(self._read):
                more = next(self._unread, None)
                if more is None:
                    return
                self._read.append(more)
            yield self._read[at]
            at += 1

    def of_item(self, item: str) -> int:
        """Return which of them is the first of an item; 0 where none is, or for none."""
        if item:
            for n, spot in enumerate(self):
                if spot.side == "source":
                    break
                if spot.key == item:
                    return n
        return 0


class Finder(QObject):
    """The finding of one window; it belongs to the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.bar: FindBar | None = None
        self.matches: list[Match] = []
        self.current = -1
        self._query = ""
        self._where: Where = "both"
        self._ordinals: list[Ordinal] = []
        self._anchor: Ordinal = (0, 0)  # from where the first match is looked for
        self._spots = Spots(iter(()))
        self._todo: Iterator[tuple[int, Spot]] = iter(())
        self._known: dict[str, Folded] = {}
        self._goes = self._jumped = self._keyed = False
        self._going = self._scrolls = False  # what the next turn has still to do
        self._before: QWidget | None = None
        self._frame: Frame | None = None  # that of the bar
        self._review: ReviewView | None = None
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._go_on)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._settle)
        window.shown.connect(self._drawn_anew)
        window.document.texts_changed.connect(self._drawn_anew)
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]

    # ------------------------------------------------------------------------------------ coming, going

    def open(self, *, goes: bool = False, words: str = "") -> None:
        """Show the bar with the keyboard in it; what is selected in the source is looked for.

        Args:
            goes: go to the first match of the words that were looked for last.
            words: what is looked for, if not what is selected.
        """
        if self.window.document.reading() is None:
            return
        if self.bar is None:
            self._before = self.window.focusWidget()
            self._jumped = False
            self._show_bar()
            self._gather()
            self._anchor = (self._spots.of_item(self.window.selection.item), 0)
            self._begin(goes=goes)
        chosen = words or found_places.chosen_words(self.window.frame)
        if self.bar is not None:
            if chosen and len(chosen) <= _LONGEST:
                self.bar.field.setText(chosen)
            self.bar.begin()

    def _show_bar(self) -> None:
        """Put a bar into the frame of now."""
        frame = self.window.frame
        bar = self.bar = FindBar(frame.theme, stacked=frame.fit.stacked)
        bar.field.setText(self._query)
        bar.show_where(self._where)
        bar.typed.connect(self._type)
        bar.turned.connect(self._turn)
        bar.stepped.connect(self.step)
        bar.left.connect(self.close)
        frame.holder.add_foot(bar)
        bar.show()
        frame.views.currentChanged.connect(self._drawn_anew)
        self._frame = frame

    def close(self) -> None:
        """Take the bar and the marks away, and give the keyboard back."""
        bar, self.bar = self.bar, None
        if bar is None:
            return
        self._slices.stop()
        self._later.stop()
        self.matches, self._ordinals, self.current = [], [], -1
        self.mark()
        if self._frame is self.window.frame:
            self._frame.views.currentChanged.disconnect(self._drawn_anew)
        found_places.give_back(self.window, self._before)
        self._before = None
        bar.hide()  # not before: the keyboard would go to a row, and open it
        bar.deleteLater()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Note whether the keyboard is in the field; what takes it while all is drawn anew does not count."""
        if new is not None and self.bar is not None and self.window.frame.isAncestorOf(self.bar):
            self._keyed = new is self.bar.field

    def _drawn_anew(self, _view: int = 0) -> None:
        """Look again in what is shown now, and stay where one is."""
        if self.bar is None:
            return
        if self.window.document.reading() is None:
            self.close()
            return
        if self.bar.window() is not self.window or not self.window.frame.isAncestorOf(self.bar):
            keyed = self._keyed
            self._show_bar()
            if keyed:
                self.bar.begin()
        if 0 <= self.current < len(self._ordinals):
            self._anchor = self._ordinals[self.current]
        self._gather()
        self._begin(goes=False)

    # ------------------------------------------------------------------------------------------ looking

    def _gather(self) -> None:
        """Take what is shown now as what is looked through."""
        self._spots, self._known = Spots(found_places.spots(self.window)), {}
        watch(self.window.frame.brief.panels, self._mark_later)
        review = found_places.review_of(self.window.frame)
        if review is not None and review is not self._review:
            review.moved.connect(self._mark_later)
        self._review = review

    def _type(self, query: str) -> None:
        self._query = query
        self._begin(goes=True)

    def _turn(self, where: Where) -> None:
        self._where = where
        self._begin(goes=True)
        if self.bar is not None:
            self.bar.field.setFocus()

    def _begin(self, *, goes: bool) -> None:
        """Look for the words of now; with `goes`, go to the first match from where one is."""
        self.matches, self._ordinals, self.current = [], [], -1
        self._goes, self._going = goes, False
        sides = ("brief", "source") if self._where == "both" else (self._where,)
        self._todo = ((n, spot) for n, spot in enumerate(self._spots) if spot.side in sides)
        if needle_of(self._query):
            self._slices.start()
        else:
            self._slices.stop()
            self._mark_later()
        self._tell("")

    def _go_on(self) -> None:
        """Look through as many texts as there is time for in this turn."""
        until, needle = perf_counter() + _SLICE, needle_of(self._query)
        while perf_counter() < until:
            following = next(self._todo, None)
            if following is None:
                self._slices.stop()
                break
            n, spot = following
            for match in matches_in(spot, needle, self._known):
                self.matches.append(match)
                self._ordinals.append((n, match.start))
        self._choose()

    @property
    def complete(self) -> bool:
        """Whether all has been looked through."""
        return not self._slices.isActive()

    @property
    def settled(self) -> bool:
        """Whether what was found has been gone to and marked, too."""
        return self.complete and not self._later.isActive()

    def _choose(self) -> None:
        """Take the first match from where one is as the current one, as soon as it is found."""
        if self.current < 0 and self.matches:
            at = bisect_left(self._ordinals, self._anchor)
            if at < len(self.matches) or self.complete:
                self.current = at % len(self.matches)
                self._going = self._goes
                self._later.start()
        self._tell("")
        if self.complete:
            self._later.start()

    # ------------------------------------------------------------------------------------------- going

    def step(self, by: int) -> None:
        """Go to the next match (`by` 1) or the one before (-1); round and round, and then say so."""
        if self.bar is None:
            self.open(goes=True)
            return
        if not self.matches:
            return
        self._going = False
        at = self.current + by
        wrapped = ""
        if at >= len(self.matches):
            wrapped = tr("from the beginning again")
        elif at < 0 <= self.current:
            wrapped = tr("from the end again")
        self.current = at % len(self.matches)
        self._go()
        self.mark()
        self._tell(wrapped, aloud=True)

    def _go(self) -> None:
        """Go to the current match; all goings of one finding are one step of the way back."""
        match, window = self.matches[self.current], self.window
        self._anchor = self._ordinals[self.current]
        if not (self._jumped and window.history.jumped):
            leave(window)
        keyed = self._keyed or (self.bar is not None and self.bar.field.hasFocus())
        found_places.go_to(window, match)
        arrive(window)
        self._jumped = True
        if keyed and self.bar is not None:
            self.bar.field.setFocus()
        self._scrolls = True
        self._mark_later()

    def _settle(self) -> None:
        """Go to the current match, and mark what was found in a turn of its own."""
        if self._going:
            self._going = False
            self._go()
        else:
            self.mark()

    def _mark_later(self) -> None:
        if self.bar is not None:
            self._later.start()

    def mark(self) -> None:
        """Mark what was found in all that is drawn, and bring a match that was gone to into sight."""
        self._later.stop()
        scroll, self._scrolls = self._scrolls, False
        current = self.matches[self.current] if 0 <= self.current < len(self.matches) else None
        first = self.current
        while current is not None and first > 0 and self.matches[first - 1].spot == current.spot:
            first -= 1
        needle = needle_of(self._query) if self.bar is not None else ""
        sides = self._where if self._where != "both" else "brief source"
        marked = found_places.Marked(needle, current, self.current - first, sides)
        found_places.mark(self.window, marked, self.matches, scroll=scroll)

    def _tell(self, wrapped: str, *, aloud: bool = False) -> None:
        """Say how many there are, and which is the current one."""
        if self.bar is None:
            return
        if not needle_of(self._query):
            self.bar.show_count("", found=True)
        elif not self.matches:
            words = tr("Nothing found") if self.complete else tr("Looking…")
            self.bar.show_count(words, found=not self.complete, aloud=self.complete)
        else:
            count = len(self.matches)
            words = _count_words(max(self.current, 0) + 1, count, wrapped, complete=self.complete)
            self.bar.show_count(words, found=True, aloud=aloud)


def _count_words(at: int, count: int, wrapped: str, *, complete: bool) -> str:
    """Return which match of how many it is, and whether one went round: "3 of 12"."""
    words = ntr("{at} of {n}", "{at} of {n}", count, at=f"{at:,}")
    if not complete:
        words = tr("{words} so far", words=words)
    return tr("{words}, {wrapped}", words=words, wrapped=wrapped) if wrapped else words


def finder_of(window: MainWindow) -> Finder:
    """Return what finds in a window."""
    return window.findChild(Finder) or Finder(window)
