"""Where one was in a window: the places that were looked at, to go back and forward between them."""

from __future__ import annotations

from typing import NamedTuple

MOST = 200


class Place(NamedTuple):
    """An item of a briefing, and which of its marks."""

    briefing: str
    item: str
    mark: int


class History:
    """Places in the order in which they were looked at; a new one takes the place of all that lay ahead."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    def add(self, place: Place) -> None:
        """Remember a place; the same one twice in a row counts once."""
        if self._at >= 0 and self._places[self._at] == place:
            return
        self._places = [*self._places[: self._at + 1], place][-MOST:]
        self._at = len(self._places) - 1

    def go(self, by: int, briefing: str) -> Place | None:
        """Go back (`by` -1) or forward (1) within a briefing; None where there is no such place."""
        at = self._at + by
        while 0 <= at < len(self._places):
            if self._places[at].briefing == briefing:
                self._at = at
                return self._places[at]
            at += by
        return None
