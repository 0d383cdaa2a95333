"""Sidebar, views and source pane: side by side, or the panes laid over the views in a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from briefing_app.gui.theme import Layout, Theme, Token

_LEFT_FREE = 56
_BESIDE = 740  # px at text size 1 of the brief beside a pane of a narrow window


class Span(NamedTuple):
    """The widths that a pane may have, in px at text size 1."""

    least: int
    most: int
    narrow: int
    normal: int
    wide: int

    def default(self, layout: Layout) -> int:
        """Return the width that it has until it is moved."""
        return {"narrow": self.narrow, "normal": self.normal, "wide": self.wide}[layout]


SOURCE = Span(300, 720, 420, 372, 560)
SIDE = Span(180, 320, 240, 200, 240)


class Ground(QWidget):
    """The place of a pane, in its colour and with its line towards the views, until it holds the pane."""

    def __init__(self, theme: Theme, colour: Token, *, left: bool = False) -> None:
        super().__init__()
        self._theme, self._colour, self._left = theme, colour, left
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(*((0, 0, 1, 0) if left else (1, 0, 0, 0)))

    def hold(self, pane: QWidget) -> None:
        """Put the pane in its place."""
        self._inside.addWidget(pane)
        pane.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground and draw the line at the edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color(self._colour))
        x = self.width() - 1 if self._left else 0
        painter.fillRect(x, 0, 1, self.height(), self._theme.color("line"))


class Workspace(QWidget):
    """Holds the sidebar, the views and the source pane."""

    source_resized = Signal(int)  # px at text size 1
    side_resized = Signal(int)

    def __init__(
        self,
        theme: Theme,
        views: QWidget,
        panes: tuple[QWidget, QWidget],
        *,
        widths: tuple[int, int] = (0, 0),
        overlay: bool = False,
    ) -> None:
        """Lay the three out.

        Args:
            theme: what sizes are scaled with.
            views: the stack of views.
            panes: the sidebar and the source pane.
            widths: of the two panes, in px at text size 1; 0 for the default.
            overlay: lay the panes over the views; the source pane only where both have no room.
        """
        super().__init__()
        self._theme, self._overlay = theme, overlay
        self._side, self._source = panes
        self._widths = [
            width or span.default(theme.layout) for width, span in zip(widths, (SIDE, SOURCE), strict=True)
        ]
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        if overlay:
            self._line.addWidget(views)
            for pane in panes:
                pane.setParent(self)
                pane.hide()
            return
        self._line.addWidget(self._split(views))

    def _split(self, views: QWidget) -> QSplitter:
        """Put the panes at the sides of the views, each as wide as it may be."""
        for pane, span in ((self._side, SIDE), (self._source, SOURCE)):
            pane.setMinimumWidth(self._theme.px(span.least))
            pane.setMaximumWidth(self._theme.px(span.most))
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for part in (self._side, views, self._source):
            self._splitter.addWidget(part)
        # Qt puts each one below those before it; what reads the window aloud would begin with the source.
        for part in (self._source, views, self._side):
            part.lower()
        self._splitter.setStretchFactor(1, 1)
        self._set_sizes()
        self._splitter.splitterMoved.connect(self._moved)
        for n in (1, 2):
            self._splitter.handle(n).installEventFilter(self)
        return self._splitter

    def _set_sizes(self) -> None:
        side, source = (self._theme.px(width) for width in self._widths)
        self._splitter.setSizes([side, 10_000, source])

    def show_source(self, *, on: bool) -> None:
        """Show the source pane or take it away."""
        self._source.setVisible(on)
        if self._overlay:
            self._place()

    def show_side(self, *, on: bool) -> None:
        """Show the sidebar or take it away."""
        self._side.setVisible(on)
        if self._overlay:
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the panes that lie over the views at their edges."""
        super().resizeEvent(event)
        if self._overlay:
            self._place()

    def has_room(self, width: int) -> bool:
        """Tell whether brief and source pane have room beside one another in a window of `width` px."""
        return not self._overlay or width >= self._theme.px(_BESIDE + SOURCE.least)

    @property
    def lies_over(self) -> bool:
        """Whether the source pane lies over the views, or would, were it shown."""
        return not self.has_room(self.width())

    def _place(self) -> None:
        side, source = (min(self._theme.px(width), self.width() - _LEFT_FREE) for width in self._widths)
        if not self.lies_over:
            source = min(source, self.width() - self._theme.px(_BESIDE))
        beside = not self.lies_over and not self._source.isHidden()
        self._line.setContentsMargins(0, 0, source if beside else 0, 0)
        self._side.setGeometry(0, 0, side, self.height())
        self._source.setGeometry(self.width() - source, 0, source, self.height())
        self._source.raise_()
        self._side.raise_()

    def _moved(self, _position: int, handle: int) -> None:
        pane, signal = (self._side, self.side_resized) if handle == 1 else (self._source, self.source_resized)
        self._widths[handle - 1] = round(pane.width() / self._theme.scale)
        signal.emit(self._widths[handle - 1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Restore the default width on a double click on the splitter."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            first = watched is self._splitter.handle(1)
            n, span = (0, SIDE) if first else (1, SOURCE)
            self._widths[n] = span.default(self._theme.layout)
            self._set_sizes()
            (self.side_resized if first else self.source_resized).emit(self._widths[n])
            return True
        return super().eventFilter(watched, event)
