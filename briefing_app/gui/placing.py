"""Where windows stand: remembered for each screen, brought back into sight, offset from one another."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMargins, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from PySide6.QtGui import QScreen

    from briefing_app.gui.settings import Settings

STEP = 28
FIRST = QSize(1280, 800)
LEAST = QSize(640, 480)
# px for title bar and edges: how wide they are is known only once a window is shown.
_EDGES = QMargins(8, 32, 8, 8)
_AROUND = QSize(_EDGES.left() + _EDGES.right(), _EDGES.top() + _EDGES.bottom())
_MOST_SCREENS = 20


def place(window: QMainWindow, geometries: Mapping[str, str], own: str = "") -> None:
    """Put a new window where it stood, else beside the one in use, else where the last one was closed.

    Args:
        window: it is not shown yet.
        geometries: the places remembered, by screen, the newest last.
        own: how the window of the same file stood when the program ended, if it comes back.
    """
    window.resize(FIRST.boundedTo(window.screen().availableSize() - _AROUND))
    if own and window.restoreGeometry(QByteArray.fromHex(own.encode())):
        bring_back(window)
        return
    others = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QMainWindow) and each is not window and each.isVisible()
    ]
    if others:
        active = QApplication.activeWindow()
        _put_beside(window, active if isinstance(active, QMainWindow) else others[-1], others)
        return
    there = {_name(screen) for screen in QGuiApplication.screens()}
    found = next((geometries[name] for name in reversed(tuple(geometries)) if name in there), "")
    if found and window.restoreGeometry(QByteArray.fromHex(found.encode())):
        bring_back(window)


def remember(window: QMainWindow, settings: Settings, path: Path | None = None) -> None:
    """Remember where a window stands: for the screen that it is on, and for the file that it shows."""
    name = _name(window.screen())
    others = {screen: place for screen, place in settings.now.geometries.items() if screen != name}
    kept = dict(tuple(others.items())[1 - _MOST_SCREENS :])
    found = bytes(window.saveGeometry().toHex().data()).decode()
    settings.change(geometries=kept | {name: found})
    if path is not None:
        settings.placed(path, found)


def bring_back(window: QMainWindow) -> None:
    """Move a window that does not stand wholly on a screen back onto one, and make it no larger than that."""
    if window.isMaximized() or window.isFullScreen():
        return
    area = _area(window.geometry())
    if not area.contains(window.frameGeometry()):
        window.setGeometry(inside(window.geometry(), area - edges(window)))


def edges(window: QMainWindow) -> QMargins:
    """Return how wide title bar and edges of a window are, or may become where it has none yet."""
    outer, inner = window.frameGeometry(), window.geometry()
    if outer == inner:
        return _EDGES
    top_left, bottom_right = inner.topLeft() - outer.topLeft(), outer.bottomRight() - inner.bottomRight()
    return QMargins(top_left.x(), top_left.y(), bottom_right.x(), bottom_right.y())


def inside(place: QRect, area: QRect) -> QRect:
    """Return a place that is wholly in an area: moved, and smaller where it has to be."""
    size = place.size().boundedTo(area.size())
    x = min(max(place.x(), area.x()), area.x() + area.width() - size.width())
    y = min(max(place.y(), area.y()), area.y() + area.height() - size.height())
    return QRect(QPoint(x, y), size)


def _put_beside(window: QMainWindow, base: QMainWindow, others: Iterable[QMainWindow]) -> None:
    if base.isMaximized():
        window.setWindowState(base.windowState())
        return
    start = base.normalGeometry() if base.isFullScreen() else base.geometry()
    area = _area(start) - edges(base)
    window.setGeometry(free_place(start, [each.geometry().topLeft() for each in others], area))


def free_place(start: QRect, taken: Iterable[QPoint], area: QRect) -> QRect:
    """Return a place down and to the right of `start` on which no window's corner stands.

    Args:
        start: where the window in use stands.
        taken: the corners of all windows.
        area: the place is in it; at its end the steps begin anew at its top left, cut where they must be.
    """
    corners = tuple(taken)
    steps = [QPoint(n, n) * STEP for n in range(1, area.height() // STEP)]
    onwards = (start.translated(step) for step in steps)
    anew = (QRect(area.topLeft() + step, start.size()) for step in (QPoint(), *steps))
    whole = (place for place in chain(onwards, anew) if area.contains(place))
    smaller = (QRect(area.topLeft() + step, start.size()).intersected(area) for step in steps)
    cut = (place for place in smaller if place.width() >= LEAST.width() and place.height() >= LEAST.height())
    return next((place for place in chain(whole, cut) if _is_free(place, corners)), start)


def _is_free(place: QRect, corners: Iterable[QPoint]) -> bool:
    return all((place.topLeft() - corner).manhattanLength() >= STEP for corner in corners)


def _area(place: QRect) -> QRect:
    """Return the room on the screen where the middle of a place is."""
    screen = QGuiApplication.screenAt(place.center()) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def _name(screen: QScreen) -> str:
    size = screen.size()
    return f"{screen.name()} {size.width()}x{size.height()}"
