"""Where one stood in the files of a window: remembered when they are left, found when they are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.selection import Selection, of_item

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.document import Document, Snapshot
    from briefing_app.gui.frame import Frame
    from briefing_app.gui.preferences import Standing
    from briefing_app.gui.settings import Settings


class Memory:
    """Where one stood in the files of a window: remembered when they are left, found when they are opened."""

    def __init__(
        self,
        settings: Settings,
        document: Document,
        frame: Callable[[], Frame],
        selection: Callable[[], Selection],
    ) -> None:
        """Make it for a window.

        Args:
            settings: what is remembered.
            document: what the window shows.
            frame: gives what is drawn in it now.
            selection: gives what is selected now.
        """
        self._settings, self._document = settings, document
        self._frame, self._selection = frame, selection
        self._coming: Standing | None = None

    def open(self, snapshot: Snapshot | None) -> Selection:
        """Return what is selected in a file that comes into the window, and go where one stood in it."""
        filed = snapshot is not None and not snapshot.draft  # a draft only has the place of a file to come
        known = self._settings.now.known.get(str(snapshot.path)) if snapshot is not None and filed else None
        self._coming = known.standing if known is not None else None
        return self._selected(snapshot)

    def turn_to(self, snapshot: Snapshot) -> Selection:
        """Leave the file that is shown for another one, or for the same one anew: then one stays."""
        before, here = self._document.snapshot, self._now()
        if before is not None and before.path != snapshot.path:
            self.leave()
        if before is None or not _same_briefing(before, snapshot):
            return self.open(snapshot)
        self._coming = here
        return self._selected(snapshot)

    def _selected(self, snapshot: Snapshot | None) -> Selection:
        briefing, to = snapshot.briefing if snapshot else None, self._coming
        return of_item(briefing, to.item, to.mark) if briefing and to and to.item else Selection()

    def _now(self) -> Standing:
        return self._coming or self._frame().stay.now(self._selection())

    def hold(self) -> None:
        """Note where one stands, to stand there when all is drawn anew."""
        if self._document.briefing is not None:
            self._coming = self._now()

    def leave(self) -> None:
        """Remember where one stands in the file that is shown."""
        snapshot = self._document.snapshot
        if snapshot is not None and snapshot.briefing is not None and not snapshot.draft:
            self._settings.stood(snapshot.path, self._now())

    def go(self) -> None:
        """Stand in what is drawn now where one stood."""
        if self._coming is not None:
            coming, self._coming = self._coming, None
            self._frame().stay.at(coming)


def _same_briefing(one: Snapshot, other: Snapshot) -> bool:
    return one.briefing is not None and other.briefing is not None and one.briefing.id == other.briefing.id
