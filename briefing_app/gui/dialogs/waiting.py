"""Says that pages are being set, and for how long, until they are there or nobody waits any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.dialogs.remarks import Remarks

_PATIENCE = 400  # ms before it is said that pages are being set: what is quick need not be told
_SECOND = 1_000  # ms


class Waiting(QObject):
    """Speaks through the line of remarks, with a button that ends the work."""

    def __init__(self, remarks: Remarks, items: int, stop: Callable[[], None]) -> None:
        """Make it, silent.

        Args:
            remarks: the line.
            items: how many the briefing has.
            stop: ends the work.
        """
        super().__init__(remarks)
        self._remarks, self._items, self._stop = remarks, items, stop
        self._since = QElapsedTimer()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._say)
        self._clock = QTimer(self, interval=_SECOND)
        self._clock.timeout.connect(self._say_how_long)

    def begin(self) -> None:
        """Begin to count."""
        self._since.start()
        self._clock.stop()
        self._patience.start()

    def end(self) -> None:
        """Say no more."""
        self._patience.stop()
        self._clock.stop()

    def _say(self) -> None:
        self._remarks.say(tr("Setting the pages …"), [(tr("Cancel"), self._stop)], color="ink2")
        self._clock.start()

    def _say_how_long(self) -> None:
        doing = ntr("Setting the pages of {n} item …", "Setting the pages of {n} items …", self._items)
        self._remarks.go_on(tr("{doing} {n} s", doing=doing, n=self._since.elapsed() // _SECOND))
