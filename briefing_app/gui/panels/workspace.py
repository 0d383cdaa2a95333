"""The views and the source pane: side by side, or the pane laid over the views where the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from briefing_app.gui.theme import Theme, Token

LEAST, MOST = 300, 720
DEFAULTS = {"narrow": 420, "normal": 372, "wide": 560}
_LEFT_FREE = 56


class Ground(QWidget):
    """The place of a pane, in its colour and with its line at the left, until it holds the pane."""

    def __init__(self, theme: Theme, colour: Token) -> None:
        super().__init__()
        self._theme, self._colour = theme, colour
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(1, 0, 0, 0)

    def hold(self, pane: QWidget) -> None:
        """Put the pane in its place."""
        self._inside.addWidget(pane)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground and draw the line at the left edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color(self._colour))
        painter.fillRect(0, 0, 1, self.height(), self._theme.color("line"))


class Workspace(QWidget):
    """Holds the views and the source pane."""

    source_resized = Signal(int)  # px at text size 1

    def __init__(
        self, theme: Theme, views: QWidget, source: QWidget, *, width: int = 0, overlay: bool = False
    ) -> None:
        """Lay the two out.

        Args:
            theme: what sizes are scaled with.
            views: the stack of views.
            source: the source pane.
            width: of the source pane, in px at text size 1; 0 for the default.
            overlay: lay the pane over the views.
        """
        super().__init__()
        self._theme, self._source, self._overlay = theme, source, overlay
        self._width = width or DEFAULTS[theme.layout]
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        if overlay:
            line.addWidget(views)
            source.setParent(self)
            return
        source.setMinimumWidth(theme.px(LEAST))
        source.setMaximumWidth(theme.px(MOST))
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(views)
        self._splitter.addWidget(source)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.setSizes([10_000, theme.px(self._width)])
        self._splitter.splitterMoved.connect(self._moved)
        self._splitter.handle(1).installEventFilter(self)
        line.addWidget(self._splitter)

    def show_source(self, *, on: bool) -> None:
        """Show the source pane or take it away."""
        self._source.setVisible(on)
        if self._overlay:
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the overlay at the right edge."""
        super().resizeEvent(event)
        if self._overlay:
            self._place()

    def _place(self) -> None:
        width = min(self._theme.px(self._width), self.width() - _LEFT_FREE)
        self._source.setGeometry(self.width() - width, 0, width, self.height())
        self._source.raise_()

    def _moved(self) -> None:
        self._width = round(self._source.width() / self._theme.scale)
        self.source_resized.emit(self._width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Restore the default width on a double click on the splitter."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self._width = DEFAULTS[self._theme.layout]
            self._splitter.setSizes([10_000, self._theme.px(self._width)])
            self.source_resized.emit(self._width)
            return True
        return super().eventFilter(watched, event)
