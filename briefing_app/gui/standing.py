"""Where one stands in what a window shows: told before it is drawn anew or goes, and found again after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint

from briefing_app.gui.panels.still import Held
from briefing_app.gui.preferences import Standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractScrollArea

    from briefing_app.gui.panels.brief import Brief
    from briefing_app.gui.panels.source import SourcePane
    from briefing_app.gui.selection import Selection


class Stay(QObject):
    """Keeps brief and source of a frame where one stood until one goes on: what they show comes by and by."""

    def __init__(self, brief: Brief, source: Callable[[], SourcePane | None], scale: float) -> None:
        """Make it.

        Args:
            brief: owns it.
            source: gives the source pane, None until it is made.
            scale: the text size.
        """
        super().__init__(brief)
        self._brief, self._source, self._scale = brief, source, scale
        self._painted = False
        brief.painted.connect(self._first_painted)
        self._standing: Standing | None = None
        self._value = 0  # of the brief's scroll bar, when it was put there

    def _first_painted(self) -> None:
        self._painted = True

    def at(self, standing: Standing) -> None:
        """Go where one stood; to what is still to come, when it comes."""
        if self._standing is None:
            self._hear(self._brief)
            self._brief.verticalScrollBar().rangeChanged.connect(self._in_brief)
        self._standing = standing
        self._in_brief()
        self.in_source()

    def _hear(self, area: QAbstractScrollArea) -> None:
        """Let go when a place is scrolled or a key is pressed in it."""
        area.installEventFilter(self)
        area.verticalScrollBar().actionTriggered.connect(self.let_go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let go at a key; the wheel and the scroll bar have a signal for it."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self.let_go()
        return super().eventFilter(watched, event)

    def let_go(self) -> None:
        """Stand nowhere in particular any more: one has gone on since."""
        if self._standing is not None:
            self._standing = None
            self._brief.verticalScrollBar().rangeChanged.disconnect(self._in_brief)

    def _in_brief(self) -> None:
        """Go there again as the page grows: what is below the first screen is measured late."""
        if self._standing is not None:
            # What was seen near the lower edge would be below it in larger letters.
            lowest = self._brief.viewport().height() * 9 // 10
            below = min(round(self._standing.below * self._scale), lowest)
            self._brief.return_to((self._standing.row, below))
            self._value = self._brief.verticalScrollBar().value()

    def in_source(self) -> None:
        """Let the source stand where it stood, if it is there."""
        standing, pane = self._standing, self._source()
        if pane is not None and standing is not None and standing.source:
            self._hear(pane.article)
            place = Held(standing.letter, round(standing.down * self._scale))
            pane.return_to(standing.source, place, standing.of)

    def _anchor(self, item: str) -> tuple[str, int]:
        """Return the row that is held still: the selected one while it can be seen, else the top one."""
        found = self._brief.anchor()
        for row in self._brief.rows() if found[0] and item else ():
            live = row.live if row.item == item and not row.reference else None
            if live is not None and live.isVisible():
                top = live.mapTo(self._brief.viewport(), QPoint()).y()
                if 0 <= top <= self._brief.viewport().height() - live.height():
                    return item, top
        return found

    def now(self, selection: Selection) -> Standing:
        """Return where one stands, for any text size, or will stand as soon as all is laid out."""
        pane, scale = self._source(), self._scale
        was = self._standing or Standing()
        there = {"item": selection.item, "mark": selection.mark}
        here = self._brief.verticalScrollBar().value()
        if self._standing is None or (self._painted and here != self._value):
            row, below = self._anchor(selection.item)
            there |= {"row": row, "below": round(below / scale)}
        if pane is not None:
            source, (letter, down), letters = pane.place()
            there |= {"source": source, "letter": letter, "down": round(down / scale), "of": letters}
        return was.model_copy(update=there)
