"""A window until it is painted: `window.py bare`, or with the program's own on a FILE.

What is timed is the wait for the window, so the process ends the moment all of the window has been painted;
taking widgets and modules down again is no part of it, neither of the floor nor of ours.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.argv[1] != "bare":
    # As the program does: no looking for garbage until the window stands, and the model before Qt.
    import gc

    gc.disable()
    from briefing_app.gui import before_qt as _first  # noqa: F401

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Ends the process once a window and all in it have been painted.

    It watches the window alone: a filter of the whole application would call Python for every event of every
    widget, which the floor, with its one widget, would not feel.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at every event; a window paints itself first, then its children, in one go."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
            QTimer.singleShot(0, lambda: os._exit(0))
        return False


def main() -> int:
    """Open the window and return when it is painted."""
    if sys.argv[1] == "bare":
        app = QApplication([])
        window = QWidget()
        window.resize(1280, 800)
        paint = FirstPaint()
        window.installEventFilter(paint)
        window.show()
        return app.exec()
    from briefing_app.gui import app as program

    made = QApplication.exec

    def watched(*_: object) -> int:
        paint = FirstPaint()
        for window in QApplication.topLevelWidgets():
            window.installEventFilter(paint)
        return made()

    QApplication.exec = watched  # type: ignore[method-assign]
    return program.run([Path(sys.argv[1])])


if __name__ == "__main__":
    sys.exit(main())
