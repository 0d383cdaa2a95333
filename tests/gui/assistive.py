"""What assistive technology is told of a window, read through Qt's own interface to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

# A bare QWidget is a "client": the reader is not told whether it can be pressed, chosen or typed into.
DUMB_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane)


class Told(NamedTuple):
    """What is told of one widget."""

    widget: QWidget
    name: str
    description: str
    role: QAccessible.Role
    state: QAccessible.State

    def __str__(self) -> str:
        return f"{type(self.widget).__name__} {self.name[:70]!r} ({self.role.name})"


def told(widget: QWidget) -> Told:
    """Return what is told of a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None, f"nothing is told of {widget}"
    texts = (QAccessible.Text.Name, QAccessible.Text.Description)
    name, description = (interface.text(which) for which in texts)
    return Told(widget, name, description, interface.role(), interface.state())


def reachable(root: QWidget) -> list[QWidget]:
    """Return the widgets in sight that Tab can lead to; those of dialogs above `root` are not its own."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.window() is root.window()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def enabled(root: QWidget) -> list[QWidget]:
    """Return those of them that are not disabled."""
    return [widget for widget in reachable(root) if widget.isEnabled()]


def picture(widget: QWidget) -> QImage:
    """Return how a widget is drawn now."""
    return widget.grab().toImage()
