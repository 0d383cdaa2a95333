"""The page of an empty window: drop a file, open one, paste an article, or begin with a sample."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from briefing_app.gui.panels.scrolling import paint_ground
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.icons import paint_icon
from briefing_app.gui.widgets.text import TextLine, plain_tooltip
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent

    from briefing_app.gui.theme import Theme

_WIDEST = 720
_DROP_HEIGHT = 240
_NARROWEST = 160  # of a sample's button


class FirstRun(QScrollArea):
    """Offers what there is to do before a briefing is open."""

    open_wanted = Signal()
    sample_wanted = Signal(object)  # its path

    def __init__(self, paste: QAction, parent: QWidget | None = None) -> None:
        """Make an empty page.

        Args:
            paste: drafts a briefing from what is on the clipboard.
            parent: owns it.
        """
        super().__init__(parent)
        self._paste = paste
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
        self.drop = DropArea(theme, self._paste, stacked=stacked)
        self.drop.open_wanted.connect(self.open_wanted)
        layout.addWidget(self.drop)
        layout.addSpacing(theme.px(8))
        layout.addLayout(_steps(theme, stacked=stacked))
        layout.addSpacing(theme.px(12))
        layout.addWidget(TextLine(theme, tr("New here? Open a sample:"), "ui", "ink2"))
        for path, title in samples:
            button = SampleButton(theme, title)
            button.clicked.connect(partial(self.sample_wanted.emit, path))
            layout.addWidget(button)
        layout.addSpacing(theme.px(8))
        private = tr("Nothing leaves this computer; a link is fetched once, when you ask.")
        layout.addWidget(TextLine(theme, private, "meta", "ink3"))
        layout.addStretch(1)
        self.setWidget(page)

    def show_drop(self, *, over: bool) -> None:
        """Show that a file is held over the window."""
        if self.drop is not None:
            self.drop.show_over(over=over)


class SampleButton(Button):
    """Opens a sample: as much of its title as there is room for."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, title, "outline", icon="document", height=36)
        self._title, self._whole = self._word, super().sizeHint()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> str:
        """What is drawn of the title."""
        return self._word

    def sizeHint(self) -> QSize:
        """Return the room for all of the title."""
        return self._whole

    def minimumSizeHint(self) -> QSize:
        """Return the room for its beginning."""
        return QSize(min(self._whole.width(), self._theme.px(_NARROWEST)), self._whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the title where it has no room; the tooltip has all of it then."""
        super().resizeEvent(event)
        metrics = QFontMetricsF(self._theme.font(self._font_role()))
        room = metrics.horizontalAdvance(self._title) + self.width() - self._whole.width() + 1
        self._word = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self.setToolTip("" if self._word == self._title else plain_tooltip(self._title))


def _steps(theme: Theme, *, stacked: bool) -> QGridLayout:
    """Return the three steps from an article to a page, side by side where there is room."""
    told = (
        (tr("Draft"), tr("Rules on this computer find who, what, when and how firm.")),
        (tr("Check"), tr("Each line leads to the passage that it rests on.")),
        (tr("Print"), tr("One page, every line with its paragraph number.")),
    )
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(24))
    grid.setVerticalSpacing(theme.px(2))
    for n, (title, words) in enumerate(told):
        row, column = (4 * n, 0) if stacked else (0, n)
        grid.addWidget(TextLine(theme, str(n + 1), "small_bold", "accent"), row, column)
        grid.addWidget(TextLine(theme, title, "ui_bold"), row + 1, column)
        text = TextLine(theme, words, "meta", "ink2")
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text, row + 2, column)
        if stacked:
            grid.setRowMinimumHeight(row + 3, theme.px(8))
        else:
            grid.setColumnStretch(column, 1)
    return grid


class DropArea(QWidget):
    """A dashed frame that says what to drop, with the two buttons of the page."""

    open_wanted = Signal()

    def __init__(self, theme: Theme, paste: QAction, *, stacked: bool) -> None:
        super().__init__()
        self._theme, self._over = theme, False
        self.setMinimumHeight(theme.px(_DROP_HEIGHT))
        layout = QVBoxLayout(self)
        pad = theme.px(20)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(theme.px(8))
        layout.addStretch(1)
        layout.addSpacing(theme.px(48))
        for text in (
            TextLine(theme, tr("Drop an article or a briefing here"), "title"),
            TextLine(
                theme,
                tr("Text, HTML, PDF, Word or .briefing. Several open in a window each."),
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
        key = QKeySequence("Ctrl+V").toString(QKeySequence.SequenceFormat.NativeText)
        pasting = Button(theme, tr("Paste text or a link"), "outline", key=key, height=36)
        pasting.clicked.connect(paste.trigger)
        both = QVBoxLayout() if stacked else QHBoxLayout()
        both.setSpacing(theme.px(10))
        both.addStretch(1)
        for each in (button, pasting):
            both.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        both.addStretch(1)
        layout.addLayout(both)
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
        area = QRectF((self.width() - edge) / 2, theme.px(30), edge, edge)
        paint_icon(painter, "drop", area, theme.color("accent"), 0.9)
