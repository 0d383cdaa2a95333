"""Keeps a text where it is read while its lines are broken anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit


class Held(NamedTuple):
    """A letter of a text, counted from its start, and how many px below the top of the view it stands."""

    letter: int
    down: int


class Still:
    """The place of one text: what is highlighted while it can be seen, else what stands at the top."""

    def __init__(self, text: QTextEdit) -> None:
        self._text = text
        self._held = Held(0, 0)
        self._seen: tuple[int, ...] = ()  # what there was to be seen once the text was put there

    def _now(self) -> tuple[int, ...]:
        """Return what tells whether the text still is as it was put: scrolled, of one length, and marked."""
        marked = self._text.extraSelections()
        at = marked[0].cursor.selectionStart() if marked else -1
        return self._text.verticalScrollBar().value(), self._text.document().characterCount(), at

    def place(self) -> Held:
        """Return where the text stands; the same place for as long as nobody scrolls."""
        text, now = self._text, self._now()
        if now == self._seen:
            return self._held
        *_, marked = now
        cursor = QTextCursor(text.document())
        if marked >= 0:
            cursor.setPosition(marked)
            area = text.cursorRect(cursor)
            if area.top() >= 0 and area.bottom() <= text.viewport().height():
                return Held(marked, area.top())
        cursor = text.cursorForPosition(QPoint(0, 0))
        return Held(cursor.position(), text.cursorRect(cursor).top())

    def put(self, place: Held) -> None:
        """Scroll so that a letter stands where it stood; a shorter text stays where it is."""
        if place.letter >= self._text.document().characterCount():
            return
        text, bar = self._text, self._text.verticalScrollBar()
        cursor = QTextCursor(text.document())
        cursor.setPosition(place.letter)
        bar.setValue(bar.value() + text.cursorRect(cursor).top() - place.down)
        self._held, self._seen = place, self._now()
