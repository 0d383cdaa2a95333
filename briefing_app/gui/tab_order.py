"""The way of the Tab key: through all that is in sight, line by line, however late a widget was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAME_LINE = 0.5  # of the lower one's height, by which two widgets in one line overlap


def go(root: QWidget, by: int) -> bool:
    """Give the keyboard to the stop behind (`by` 1) or before (-1) the one that has it, round and round.

    Args:
        root: what holds all stops.
        by: the direction.

    Returns:
        Whether there was a stop to go to.
    """
    found = list(stops(root))
    here = root.window().focusWidget()
    if not any(here is each for each in found):
        after = _stop_after(found, here)
        at = after if by > 0 else after - 1
    else:
        at = next(n for n, each in enumerate(found) if each is here) + by
    if not found:
        return False
    stop = found[at % len(found)]
    stop.setFocus(Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason)
    _show(stop)
    return True


def stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield all that Tab can reach in a widget, as it is read: down, and in a line from the left."""
    if not widget.isVisible():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.focusProxy() is None:
        yield widget
    for child in _as_read(widget):
        yield from stops(child)


def _as_read(widget: QWidget) -> list[QWidget]:
    children = [
        each
        for each in widget.children()
        if isinstance(each, QWidget) and each.isVisible() and not each.isWindow()
    ]
    lines: list[list[QWidget]] = []
    for child in sorted(children, key=lambda each: (each.y(), each.x())):
        line = next((line for line in reversed(lines) if _beside(line[0], child)), None)
        if line is None:
            lines.append([child])
        else:
            line.append(child)
    return [child for line in lines for child in sorted(line, key=lambda each: (each.x(), each.width()))]


def _beside(one: QWidget, other: QWidget) -> bool:
    shared = min(one.y() + one.height(), other.y() + other.height()) - max(one.y(), other.y())
    return shared > _SAME_LINE * min(one.height(), other.height())


def _stop_after(found: list[QWidget], here: QWidget | None) -> int:
    """Return the number of the first stop inside or behind a widget that is no stop itself."""
    if here is None:
        return 0
    inside = (n for n, each in enumerate(found) if here.isAncestorOf(each))
    return next(inside, 0)


def _show(stop: QWidget) -> None:
    """Scroll all that the stop lies in, so that it is seen."""
    above = stop.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(stop)
        above = above.parentWidget()
