"""The sidebar: the files that were opened last, and the samples."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from briefing_app.gui.panels.scrolling import paint_ground, step_focus
from briefing_app.gui.widgets import glyphs
from briefing_app.gui.widgets.icons import paint_icon
from briefing_app.gui.widgets.text import TextLine, plain_tooltip
from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from briefing_app.gui.theme import Theme
    from briefing_app.gui.widgets.icons import IconName

_ROW = 30
_MARGIN = 8


class Sidebar(QScrollArea):
    """Lists files; one that is gone says so, and can be taken off the list."""

    file_wanted = Signal(object)  # its path
    gone_file_wanted = Signal(str)  # its name in the list

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Sidebar"))
        paint_ground(self, theme, "side")
        self.entries: list[Entry] = []

    def show_files(
        self, recent: Sequence[str], samples: Sequence[tuple[Path, str]], current: Path | None
    ) -> None:
        """List files.

        Args:
            recent: the names of those opened last, the newest first.
            samples: path and title of each sample.
            current: the file that the window shows.
        """
        self.entries = []
        page = QWidget()
        column = QVBoxLayout(page)
        margin = self._theme.px(_MARGIN)
        column.setContentsMargins(margin, self._theme.px(12), margin, margin)
        column.setSpacing(0)
        shipped = {path for path, _ in samples}
        own = [name for name in recent if Path(name) not in shipped]
        self._head(column, tr("Recent"))
        for name in own:
            path = Path(name)
            gone = not path.exists()
            entry = self._entry(column, path.stem, "document", on=path == current, tip=name, gone=gone)
            entry.clicked.connect(
                partial(self.gone_file_wanted.emit, name) if gone else partial(self.file_wanted.emit, path)
            )
        if not own:
            quiet = TextLine(self._theme, tr("No file yet"), "meta", "ink3")
            quiet.setContentsMargins(self._theme.px(10), self._theme.px(4), 0, 0)
            column.addWidget(quiet)
        column.addSpacing(self._theme.px(16))
        self._head(column, tr("Samples"))
        for path, title in samples:
            entry = self._entry(column, title, "document", on=path == current, tip=title)
            entry.clicked.connect(partial(self.file_wanted.emit, path))
        column.addStretch(1)
        self.setWidget(page)

    def _head(self, column: QVBoxLayout, words: str) -> None:
        label = TextLine(self._theme, words, "label", "ink3", wraps=False)
        label.setContentsMargins(self._theme.px(10), 0, 0, self._theme.px(4))
        column.addWidget(label)

    def _entry(
        self, column: QVBoxLayout, words: str, icon: IconName, *, on: bool, tip: str, gone: bool = False
    ) -> Entry:
        entry = Entry(self._theme, visible(words), icon, on=on, gone=gone)
        entry.setToolTip(plain_tooltip(tr("{file} is gone", file=tip) if gone else tip))
        column.addWidget(entry)
        self.entries.append(entry)
        return entry

    def take_focus(self) -> None:
        """Put the keyboard on the file that is shown, else on the first."""
        for entry in sorted(self.entries, key=lambda each: not each.on)[:1]:
            entry.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down the list with the arrows."""
        if not step_focus(self, self.entries, event):
            super().keyPressEvent(event)


class Entry(QAbstractButton):
    """A file in the list: an icon and its name, cut with an ellipsis; the whole stands in the tooltip."""

    def __init__(self, theme: Theme, words: str, icon: IconName, *, on: bool, gone: bool) -> None:
        super().__init__()
        self._theme, self._icon, self.on, self._gone = theme, icon, on, gone
        self.setText(words)
        names = [words, tr("shown in this window") if on else "", tr("gone") if gone else ""]
        self.setAccessibleName(", ".join(name for name in names if name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the height of a row; the width is that of the sidebar."""
        return QSize(self._theme.px(120), self._theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        return QSize(self._theme.px(60), self._theme.px(_ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the file with Enter as with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of the shown or hovered file, its icon and its name."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accentSoft" if self.on else "sel"))
            painter.drawRoundedRect(area, theme.px(6), theme.px(6))
        color = theme.color("accent" if self.on else "ink3" if self._gone else "ink")
        size, pad = theme.px(16), theme.px(10)
        icon: IconName = "warning" if self._gone else self._icon
        ink = theme.color("accent" if self.on else "ink2")
        paint_icon(painter, icon, QRectF(pad, (self.height() - size) / 2, size, size), ink)
        font = theme.font("ui_bold" if self.on else "ui")
        metrics = QFontMetricsF(font)
        x = pad + size + theme.px(8)
        room = self.width() - x - theme.px(8)
        painter.setFont(font)
        painter.setPen(color)
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(x, round(glyphs.baseline(metrics, area))), words)
        if self.hasFocus():
            glyphs.paint_focus(painter, theme, area)
