"""The page of an empty window: drop a file, open one, or begin with a sample."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from briefing_app.gui.panels.scrolling import paint_ground
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.icons import paint_icon
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme

_WIDEST = 720
_DROP_HEIGHT = 240


class FirstRun(QScrollArea):
    """Offers what there is to do before a briefing is open."""

    open_wanted = Signal()
    sample_wanted = Signal(object)  # its path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("Start"))
        self.drop: DropArea | None = None

    def show_offers(self, theme: Theme, samples: Sequence[tuple[Path, str]], *, stacked: bool) -> None:
        """Draw the page.

        Args:
            theme: what it draws with.
            samples: path and title of each sample.
            stacked: the window is too narrow for buttons beside one another.
        """
        paint_ground(self, theme, "window")
        page = QWidget()
        across = QHBoxLayout(page)
        column = QWidget()
        column.setMaximumWidth(theme.px(_WIDEST))
        across.addStretch(1)
        across.addWidget(column, 1000)
        across.addStretch(1)
        layout = QVBoxLayout(column)
        layout.setSpacing(theme.px(12))
        layout.addStretch(1)
        self.drop = DropArea(theme)
        self.drop.open_wanted.connect(self.open_wanted)
        layout.addWidget(self.drop)
        layout.addSpacing(theme.px(16))
        layout.addWidget(TextLine(theme, tr("New here? Open a sample:"), "ui", "ink2"))
        for path, title in samples:
            button = Button(theme, title, "outline", icon="document", height=36)
            if stacked:
                button = Button(theme, path.stem, "outline", icon="document", height=36)
                button.setAccessibleName(title)
            button.clicked.connect(partial(self.sample_wanted.emit, path))
            layout.addWidget(button)
        layout.addSpacing(theme.px(8))
        layout.addWidget(TextLine(theme, tr("Nothing leaves this computer."), "meta", "ink3"))
        layout.addStretch(1)
        self.setWidget(page)

    def show_drop(self, *, over: bool) -> None:
        """Show that a file is held over the window."""
        if self.drop is not None:
            self.drop.show_over(over=over)


class DropArea(QWidget):
    """A dashed frame that says what to drop, with the one button of the page."""

    open_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._over = theme, False
        self.setMinimumHeight(theme.px(_DROP_HEIGHT))
        layout = QVBoxLayout(self)
        pad = theme.px(20)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(theme.px(8))
        layout.addStretch(1)
        layout.addSpacing(theme.px(48))
        for text in (
            TextLine(theme, tr("Drop a briefing here"), "title"),
            TextLine(
                theme,
                tr("A .briefing file, or a PDF that carries one. Several open in a window each."),
                "ui",
                "ink2",
            ),
        ):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(text)
        layout.addSpacing(theme.px(8))
        key = QKeySequence("Ctrl+O").toString(QKeySequence.SequenceFormat.NativeText)
        button = Button(theme, tr("Open file…"), "primary", icon="open", key=key, height=36)
        button.clicked.connect(self.open_wanted)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def show_over(self, *, over: bool) -> None:
        """Show that a file is held over it."""
        self._over = over
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dashed frame and the arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        pen = QPen(theme.color("accent" if self._over else "line2"), 2 if self._over else 1.4)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(theme.color("accentSoft" if self._over else "page"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 14, 14)
        edge = theme.px(36)
        area = QRectF((self.width() - edge) / 2, theme.px(28), edge, edge)
        paint_icon(painter, "drop", area, theme.color("accent"), 1.6)
