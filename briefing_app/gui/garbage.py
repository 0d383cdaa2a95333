"""Looks for garbage while nothing happens, so that Python looks through no whole briefing in a frame."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session

_QUIET = 2000  # ms without another briefing, and without a window that comes or goes


class Garbage(QObject):
    """Sets aside what the windows stand on: Python no longer looks through it each time that it cleans up.

    To look through two thousand agreements takes as long as three frames. When a briefing or a window goes,
    what was set aside is looked at again, once.
    """

    def __init__(self, session: Session) -> None:
        """Turn the looking on again, which the start had turned off, and follow the windows.

        Args:
            session: has the windows, the first of which has been painted.
        """
        super().__init__(session)
        self._session, self._shown = session, _shown(session)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self._set_aside)
        session.stirred.connect(self._look_again)
        gc.enable()
        self._quiet.start()

    def _look_again(self) -> None:
        """Look at all again where another file is shown; an edit shares nearly all with the state before."""
        shown, snapshots = _shown(self._session), [each.document.snapshot for each in self._session.windows]
        if shown == self._shown and any(each is not None and each.work is not None for each in snapshots):
            return
        self._shown = shown
        gc.unfreeze()
        self._quiet.start()

    def _set_aside(self) -> None:
        gc.collect()
        gc.freeze()


def _shown(session: Session) -> list[tuple[MainWindow, Path | None, str]]:
    """Return the windows and which file each shows."""
    shown = [(window, window.document.snapshot) for window in session.windows]
    return [(window, each.path if each else None, each.digest if each else "") for window, each in shown]
