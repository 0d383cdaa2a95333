"""Whether the source pane of a window is seen, and how the keyboard gets there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.frame import Frame
    from briefing_app.gui.settings import Settings


class SourceSide(QObject):
    """The pane stands beside the brief where there is room; else it lies over it while it is wanted."""

    changed = Signal()

    def __init__(self, parent: QObject, settings: Settings, frame: Callable[[], Frame]) -> None:
        """Make it.

        Args:
            parent: owns it.
            settings: what the window remembers.
            frame: gives what is drawn in the window now.
        """
        super().__init__(parent)
        self._settings, self._frame = settings, frame
        self._over = False

    @property
    def wanted(self) -> bool:
        """Whether the pane is to be seen beside a briefing."""
        return self._over if self._frame().fit.overlay else self._settings.now.source_shown

    def toggle(self) -> None:
        """Show the pane or take it away."""
        if self._frame().fit.overlay:
            self._over = not self._over
        else:
            self._settings.change(source_shown=not self._settings.now.source_shown)
        self.changed.emit()

    def enter(self) -> None:
        """Show the pane and put the keyboard into its text."""
        self._show()
        self._frame().source.article.setFocus()

    def leave(self) -> None:
        """Put the keyboard back to the item; a pane that lies over the brief goes."""
        if self._frame().fit.overlay and self._over:
            self.toggle()
        self._frame().brief.reveal(focus=True)

    def show_source(self, source: str) -> None:
        """Show one of the sources, by its id."""
        self._show()
        self._frame().source.show_source(source)

    def _show(self) -> None:
        if not self._frame().source.isVisibleTo(self._frame()):
            self.toggle()
