"""Where one was in a window: the places that were looked at, to go back and forward between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing_app.gui.preferences import Standing

MOST = 200


class Place(NamedTuple):
    """An item of a briefing or none, and which of its marks; and how one stood there, where that is known."""

    briefing: str
    item: str
    mark: int
    standing: Standing | None = None

    def is_as(self, other: Place) -> bool:
        """Tell whether the same is looked at."""
        return self[:3] == other[:3]


class History:
    """Places in the order in which they were looked at; a new one takes the place of all that lay ahead."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1
        self._left = -1  # where the last jump began
        self._led: Place | None = None  # and where it led

    def add(self, place: Place) -> None:
        """Remember a place; the same one twice in a row counts once."""
        if self._at < 0 or not self._places[self._at].is_as(place):
            self._put(place, self._at + 1)

    def _put(self, place: Place, at: int) -> None:
        self._places = [*self._places[:at], place][-MOST:]
        self._at = len(self._places) - 1

    def leave(self, place: Place) -> None:
        """Note how one stands where one is, before a jump leads elsewhere."""
        if self._at >= 0 and self._places[self._at].is_as(place):
            self._places[self._at] = place
        else:
            self._put(place, self._at + 1)
        self._left = self._at

    def jump(self, place: Place) -> None:
        """Remember where a jump led from the place that was left last, the same item or not."""
        self._put(place, self._left + 1)
        self._led = place

    @property
    def jumped(self) -> bool:
        """Whether one is still where the last jump led."""
        return self._led is not None and self._at >= 0 and self._places[self._at] is self._led

    def go(self, by: int, briefing: str, here: Place | None = None) -> Place | None:
        """Go back (`by` -1) or forward (1) within a briefing; None where there is no such place.

        Args:
            by: the direction.
            briefing: its id.
            here: how one stands where one is, to come back to it.
        """
        at = self._at + by
        while 0 <= at < len(self._places):
            if self._places[at].briefing == briefing:
                if here is not None and self._at >= 0 and self._places[self._at].is_as(here):
                    self._places[self._at] = here
                self._at = at
                return self._places[at]
            at += by
        return None
