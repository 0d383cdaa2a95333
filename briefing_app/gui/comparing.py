"""The comparison in a window: what is shown against another briefing, in the place of the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from briefing_app.gui.panels.compare_bar import CompareBar, CompareFoot
from briefing_app.gui.panels.compare_view import CompareView, Comparison
from briefing_app.gui.selection import Selection
from briefing_app.model.briefing import items
from briefing_app.words import tr
from briefing_app.workflow.change_words import naming
from briefing_app.workflow.comparing import compare

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.document import Reading
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.comparing import Change


class Other(NamedTuple):
    """What a briefing is compared with, and what it is called."""

    name: str
    briefing: Briefing


class Comparing(QObject):
    """Holds the comparison of one window; it belongs to the window."""

    bar: QWidget
    view: QWidget
    foot: QWidget
    edits = False

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self._other: Other | None = None
        self._swapped = False
        self._rests = False  # the source pane was put away for it
        self._current: Change | None = None
        window.shown.connect(self._return)

    # ------------------------------------------------------------------------------------ coming, going

    def begin(self, other: Other) -> None:
        """Compare what is shown with another briefing."""
        self._other, self._swapped, self._current = other, False, None
        holder = self.window.frame.holder
        if holder.held is self:
            self.window.show_document()
            return
        if self.window.source_side.wanted and self.window.frame.fit.layout != "wide":
            self._rests = True
            self.window.source_side.rest(on=True)
        self._enter()

    def _enter(self) -> None:
        """Show the comparison in the place of the brief."""
        frame, reading = self.window.frame, self.window.document.reading()
        if reading is None or self._other is None:
            return
        words = not frame.fit.overlay
        self.changes = view = CompareView(frame.theme, narrow=frame.fit.overlay)
        self.compare_bar = CompareBar(frame.theme, words=words)
        self.bar, self.view = self.compare_bar, view
        self.foot = CompareFoot(frame.theme, words=words, stacked=frame.fit.stacked)
        view.picked.connect(self._pick)
        view.wanted.connect(self.leave)
        view.swapped.connect(self.swap)
        view.left.connect(self.leave)
        self.compare_bar.left.connect(self.leave)
        self.compare_bar.swapped.connect(self.swap)
        self.compare_bar.other_wanted.connect(self.window.actions_by_id["compare"].trigger)
        view.list.current = self._current
        frame.holder.hold(self)
        self.draw(reading)

    def leave(self) -> None:
        """Go back to the briefing, where the item that was picked is selected."""
        self._other = None
        self.window.frame.holder.let_go()
        self._bring_source_back()
        self.window.show_document()
        self.window.frame.brief.reveal(focus=True)

    def _bring_source_back(self) -> None:
        if self._rests:
            self._rests = False
            self.window.source_side.rest(on=False)

    def _return(self) -> None:
        """Show the comparison again after the window was drawn anew; end it where the briefing is gone."""
        if self._other is None or self.window.frame.holder.held is not None:
            return
        if self.window.document.reading() is None:
            self._other = None
            self._bring_source_back()
        else:
            self._enter()

    # ------------------------------------------------------------------------------------------ showing

    def draw(self, reading: Reading) -> None:
        """Compare with the briefing as it is now."""
        if self._other is None:
            return
        ends = [(self._other.name, self._other.briefing), (tr("what is shown"), reading.briefing)]
        if self._swapped:
            ends.reverse()
        (one, before), (other, after) = ends
        found = Comparison(one, other, compare(before, after), naming(before, after))
        self.compare_bar.what.show_ends(one, other)
        self.changes.show_comparison(found)

    def reveal(self, item: str) -> None:
        """Give the keyboard to the changes."""
        self.changes.setFocus()

    def swap(self) -> None:
        """Read the comparison the other way round."""
        self._swapped = not self._swapped
        reading = self.window.document.reading()
        if reading is not None:
            self.draw(reading)

    def _pick(self, change: Change) -> None:
        """Select the item of a change in the briefing of the present, where it has it."""
        self._current = change
        briefing = self.window.document.briefing
        if briefing is None:
            return
        if any(item.id == change.item for _, item in items(briefing)):
            self.window.pick(change.item)
        else:
            self.window.select(Selection())


def comparing_of(window: MainWindow) -> Comparing:
    """Return what holds the comparison of a window."""
    return window.findChild(Comparing) or Comparing(window)
