"""A window until its first paint: `window.py bare`, or with the program's own on a FILE."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if sys.argv[1] != "bare":
    # As the program does: the model before Qt.
    from briefing_app.model import briefing as _model_first  # noqa: F401

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


class FirstPaint(QObject):
    """Ends the program once a window has been painted."""

    def __init__(self, end: Callable[[], None]) -> None:
        super().__init__()
        self._end = end

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at every event; the first paint of a window is the last thing that happens."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
            QTimer.singleShot(0, self._end)
        return False


def main() -> int:
    """Open the window and return when it is painted."""
    if sys.argv[1] == "bare":
        app = QApplication([])
        window = QWidget()
        window.resize(1280, 800)
        paint = FirstPaint(app.quit)
        app.installEventFilter(paint)
        window.show()
        return app.exec()
    from briefing_app.gui import app as program

    made = QApplication.exec

    def watched(*_: object) -> int:
        app = QApplication.instance()
        if app is None:
            return 1
        paint = FirstPaint(app.quit)
        app.installEventFilter(paint)
        return made()

    QApplication.exec = watched  # type: ignore[method-assign]
    return program.run([Path(sys.argv[1])])


if __name__ == "__main__":
    sys.exit(main())
