"""What is shown in the place of the brief for a while, with a bar and a foot of its own, as a review is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QVBoxLayout

from briefing_app.gui.panels.brief import Brief

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from briefing_app.gui.document import Reading
    from briefing_app.gui.panels.status import StatusLine


class Held(Protocol):
    """What is shown in the place of the brief."""

    bar: QWidget
    view: QWidget
    foot: QWidget
    edits: bool  # items are edited in it

    def leave(self) -> None:
        """Go back to the brief; stay where something that is typed cannot be saved."""

    def draw(self, reading: Reading) -> None:
        """Draw a briefing."""

    def reveal(self, item: str) -> None:
        """Bring an item into sight, and the keyboard to it."""


class Holder:
    """Puts it in its place in a window, and takes it away again."""

    def __init__(
        self, frame: QWidget, toolbar: QWidget, workspace: QWidget, status: StatusLine, views: QStackedWidget
    ) -> None:
        """Lay a window out from top to bottom.

        Args:
            frame: all that is drawn in the window.
            toolbar: its place is taken by the bar.
            workspace: what gets all the room that is left.
            status: the foot stands above it.
            views: the brief and the other views.
        """
        self._toolbar, self._views, self._status = toolbar, views, status
        self._column = QVBoxLayout(frame)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (toolbar, workspace, status):
            self._column.addWidget(part, 1 if part is workspace else 0)
        self.held: Held | None = None
        status.left.connect(self._take_keyboard)

    def _take_keyboard(self) -> None:
        """Give the keyboard to what is looked at, in the brief to its item."""
        view = self._views.currentWidget()
        if view is not None:
            view.setFocus()
        if isinstance(view, Brief):
            view.keyboard.hold(view.selection.item, now=True)

    def add_foot(self, foot: QWidget) -> None:
        """Put something at the foot, above the status line."""
        self._column.insertWidget(self._column.indexOf(self._status), foot)

    def hold(self, held: Held) -> None:
        """Show something in the place of the brief, until it is let go."""
        self.held = held
        self._status.settle()
        self._toolbar.hide()
        self._column.insertWidget(0, held.bar)
        self.add_foot(held.foot)
        self._views.addWidget(held.view)
        self._views.setCurrentWidget(held.view)
        for part in (held.bar, held.foot):
            part.show()
        held.view.setFocus()

    def let_go(self) -> None:
        """Take it away; what comes next is drawn by who asked."""
        held, self.held = self.held, None
        if held is None:
            return
        self._views.removeWidget(held.view)
        for part in (held.bar, held.foot, held.view):
            part.hide()
            part.deleteLater()
        self._status.settle()
        self._toolbar.show()

    @property
    def peeks(self) -> bool:
        """Whether the strip with the selected passage may take room at the foot."""
        return self.held is None or self.held.edits

    def draws(self, reading: Reading) -> bool:
        """Draw a briefing in it; return whether it is there."""
        if self.held is not None:
            self.held.draw(reading)
        return self.held is not None

    def reveal(self, item: str, brief: Brief) -> None:
        """Bring the selected item into sight, in it or else in the brief, and the keyboard to it."""
        if self.held is not None:
            self.held.reveal(item)
        else:
            brief.reveal(focus=True)
