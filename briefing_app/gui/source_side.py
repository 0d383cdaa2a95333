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
        self._shown = settings.now.source_shown  # of this window, where there is room beside the brief
        self._over = False
        self._kept = False  # it was open in a wider layout: open again wherever it hides nothing of the brief
        self._rests = False  # put away for as long as something else takes its place
        self._seen = False  # the window has been painted: what it was made with counts for nothing

    @property
    def wanted(self) -> bool:
        """Whether the pane is to be seen beside a briefing."""
        frame = self._frame()
        if self._rests:
            return False
        if not frame.fit.overlay:
            return self._shown
        return self._over or (self._kept and frame.workspace.has_room(frame.window().width()))

    def carry(self, before: Frame) -> None:
        """Keep a pane open that was open, where the layout has become another one."""
        self._seen = self._seen or before.painted
        was, now = before.fit.overlay, self._frame().fit.overlay
        if now and not was:
            self._kept = self._seen and before.source_shown
        elif was and not now:
            if self._over:
                self._choose(shown=True)
            self._over = self._kept = False

    @property
    def read(self) -> bool:
        """Whether the keyboard is in the pane."""
        frame = self._frame()
        return frame.place_of_source.isAncestorOf(frame.window().focusWidget())

    def rest(self, *, on: bool) -> None:
        """Put the pane away for a while, or let it be seen as before."""
        self._rests = on
        self.changed.emit()

    def toggle(self) -> None:
        """Show the pane or take it away."""
        if self._rests:
            self._rests = False
            if self.wanted:
                self.changed.emit()
                return
        if self._frame().fit.overlay:
            self._over, self._kept = not self.wanted, False
        else:
            self._choose(shown=not self._shown)
        self.changed.emit()

    def _choose(self, *, shown: bool) -> None:
        """Show the pane in this window or do not, and in the next one too."""
        self._shown = shown
        self._settings.change(source_shown=shown)

    def enter(self) -> None:
        """Show the pane and put the keyboard into its text."""
        self._show()
        self._frame().source.article.setFocus()

    def leave(self) -> None:
        """Put the keyboard back to the item; a pane that lies over the brief goes."""
        if not self.close_over():
            self._frame().holder.reveal("", self._frame().brief)

    def close_over(self) -> bool:
        """Take away a pane that lies over the brief, the keyboard goes to the item; tell whether it did."""
        frame = self._frame()
        if not (frame.fit.overlay and self.wanted and frame.workspace.lies_over):
            return False
        self.toggle()
        frame.holder.reveal("", frame.brief)
        return True

    def show_source(self, source: str) -> None:
        """Show one of the sources, by its id."""
        self._show()
        self._frame().source.show_source(source)

    def _show(self) -> None:
        if not self._frame().source.isVisibleTo(self._frame()):
            self.toggle()
