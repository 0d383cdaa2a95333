"""Keeps the sidebar of a window in step with the files opened last, and shown where it is wanted."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction

    from briefing_app.gui.document import Document
    from briefing_app.gui.frame import Frame
    from briefing_app.gui.settings import Settings


class Side(QObject):
    """The sidebar stands beside the brief where there is room; else it lies over it while it is wanted."""

    def __init__(
        self,
        document: Document,
        settings: Settings,
        samples: Callable[[], tuple[tuple[Path, str], ...]],
        frame: Callable[[], Frame],
        action: QAction,
    ) -> None:
        """Watch the settings.

        Args:
            document: what the window shows.
            settings: what it remembers.
            samples: gives path and title of each sample.
            frame: gives what is drawn in the window now.
            action: shows and hides the sidebar.
        """
        super().__init__(document)
        self._document, self._settings, self._samples = document, settings, samples
        self._frame, self._action = frame, action
        self._over = False
        self._chosen = settings.now.side_shown  # of this window: another one may have it otherwise
        settings.changed.connect(self.show)

    def show(self) -> None:
        """List the files of now, and show the sidebar or hide it."""
        snapshot, frame = self._document.snapshot, self._frame()
        now = self._settings.now
        titled = [(name, now.known[name].title if name in now.known else "") for name in now.recent]
        frame.show_files(titled, self._samples, snapshot.path if snapshot else None)
        on = self._wanted() and snapshot is not None
        frame.show_side(on=on)
        self._action.setEnabled(snapshot is not None)
        self._action.setChecked(on)

    def _wanted(self) -> bool:
        fit, chosen = self._frame().fit, self._chosen
        if fit.overlay:
            return self._over
        # Of itself only where agreements, too, still stand in the first screen beside it.
        return fit.layout == "wide" if chosen is None else chosen

    def toggle(self) -> None:
        """Show the sidebar or hide it."""
        if self._frame().fit.overlay:
            self._over = not self._over
            self.show()
        else:
            self._chosen = not self._wanted()
            self.show()
            self._settings.change(side_shown=self._chosen)  # for the next window

    def close_over(self) -> bool:
        """Take the sidebar away where it lies over the brief; tell whether it did."""
        if not (self._over and self._frame().fit.overlay):
            return False
        self.toggle()
        return True

    def is_gone(self, path: Path) -> bool:
        """Tell whether a file of the list has gone since it was listed; then say so."""
        gone = not os.path.exists(path)  # noqa: PTH110 - it takes any name
        if gone:
            self.show()
            self.tell_gone(str(path))
        return gone

    def tell_gone(self, name: str) -> None:
        """Say that a file is gone, and offer to take it off the list."""
        status = self._frame().status

        def forget() -> None:
            self._settings.forget(name)
            status.close_line()

        words = tr("{path} is gone: it was moved or deleted.", path=visible(name))
        status.say(words, [(tr("Take it off the list"), forget)])
