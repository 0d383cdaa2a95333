"""The sidebar: the files that were opened last, and the samples."""

from __future__ import annotations

import os.path
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from briefing_app.gui.panels.scrolling import paint_ground, step_focus
from briefing_app.gui.places import file_words
from briefing_app.gui.widgets import glyphs
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.icons import paint_icon
from briefing_app.gui.widgets.text import TextLine, explain
from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QFont, QKeyEvent, QPaintEvent

    from briefing_app.gui.theme import Theme

_ROW = 30
_ABOVE = 5
_PAD, _ICON = 10, 16
_MARGIN = 8


class File(NamedTuple):
    """A file that was opened: where it lies, the title of its briefing, whether it is gone."""

    path: Path
    title: str
    gone: bool


def _file(name: str, title: str) -> File:
    return File(Path(name), title, not os.path.exists(name))  # noqa: PTH110 - it takes names in closed folders


class Sidebar(QScrollArea):
    """Lists files; one that is gone says so, and can be taken off the list."""

    file_wanted = Signal(object)  # its path
    gone_file_wanted = Signal(str)  # its name in the list

    def __init__(self, theme: Theme, new: QAction, parent: QWidget | None = None) -> None:
        """Make an empty one.

        Args:
            theme: what it draws with.
            new: drafts a briefing from an article; it stands at the foot.
            parent: owns it.
        """
        super().__init__(parent)
        self._theme, self._new = theme, new
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Sidebar"))
        paint_ground(self, theme, "side")
        self.entries: list[Entry] = []
        self._listed: object = None

    def show_files(
        self, recent: Sequence[tuple[str, str]], samples: Sequence[tuple[Path, str]], current: Path | None
    ) -> None:
        """List files.

        Args:
            recent: name and title of those opened last, the newest first; a title may be empty.
            samples: path and title of each sample.
            current: the file that the window shows.
        """
        shipped = {path for path, _ in samples}
        own = [_file(name, title) for name, title in recent if Path(name) not in shipped]
        if self._listed == (own, samples, current):
            return  # the same list anew would take the keyboard from it
        self._listed = (own, samples, current)
        self.entries = []
        page = QWidget()
        column = QVBoxLayout(page)
        margin = self._theme.px(_MARGIN)
        column.setContentsMargins(margin, self._theme.px(12), margin, margin)
        column.setSpacing(0)
        self._head(column, tr("Recent"))
        for file in own:
            entry = self._entry(column, file.title or file.path.stem, on=file.path == current, file=file)
            if file.gone:
                entry.clicked.connect(partial(self.gone_file_wanted.emit, str(file.path)))
            else:
                entry.clicked.connect(partial(self.file_wanted.emit, file.path))
        if not own:
            quiet = TextLine(self._theme, tr("No file yet"), "meta", "ink3")
            quiet.setContentsMargins(self._theme.px(10), self._theme.px(4), 0, 0)
            column.addWidget(quiet)
        column.addSpacing(self._theme.px(16))
        self._head(column, tr("Samples"))
        for path, title in samples:
            entry = self._entry(column, title, on=path == current)
            entry.clicked.connect(partial(self.file_wanted.emit, path))
        self._foot(column)
        self.setWidget(page)

    def _foot(self, column: QVBoxLayout) -> None:
        column.addStretch(1)
        column.addSpacing(self._theme.px(12))
        column.addWidget(Button.of_action(self._theme, self._new, icon="plus", word=tr("New from article…")))

    def _head(self, column: QVBoxLayout, words: str) -> None:
        label = TextLine(self._theme, words, "label", "ink3", wraps=False)
        label.setContentsMargins(self._theme.px(10), 0, 0, self._theme.px(4))
        column.addWidget(label)

    def _entry(self, column: QVBoxLayout, title: str, *, on: bool, file: File | None = None) -> Entry:
        gone = file is not None and file.gone
        entry = Entry(self._theme, visible(title), file_words(file.path) if file else "", on=on, gone=gone)
        tip = f"{title}\n{file.path}" if file else title
        explain(entry, tr("{file} is gone", file=tip) if gone else tip)
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
    """A file in the list: the title of its briefing in two lines at most, below it file and folder, quiet."""

    def __init__(self, theme: Theme, title: str, place: str, *, on: bool, gone: bool) -> None:
        """Make a row of the list.

        Args:
            theme: what it draws with.
            title: of the briefing.
            place: the file and its folder, empty for none.
            on: it is shown in this window.
            gone: the file is no longer there.
        """
        super().__init__()
        self._theme, self._place, self.on, self._gone = theme, place, on, gone
        self.setText(" ".join(title.split()))
        names = [title, place, tr("shown in this window") if on else "", tr("gone") if gone else ""]
        self.setAccessibleName(", ".join(name for name in names if name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def lines(self, width: int) -> tuple[str, ...]:
        """Return the title as it is broken in a row of `width` px: two lines at most, the last one cut."""
        metrics = QFontMetricsF(self._title_font())
        room = width - self._left() - self._theme.px(8)
        layout = QTextLayout(self.text(), self._title_font())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(max(room, 1))
        layout.endLayout()
        first, rest = self.text()[: line.textLength()].rstrip(), self.text()[line.textLength() :]
        cut = (metrics.elidedText(part, Qt.TextElideMode.ElideRight, room) for part in (first, rest) if part)
        return tuple(cut)

    def _title_font(self) -> QFont:
        return self._theme.font("ui_bold" if self.on else "ui")

    def _left(self) -> int:
        return self._theme.px(_PAD + _ICON + 8)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines, at least that of a row."""
        theme = self._theme
        high = len(self.lines(width)) * theme.line_height("ui")
        high += theme.line_height("small") if self._place else 0
        return max(high + 2 * theme.px(_ABOVE), theme.px(_ROW))

    def sizeHint(self) -> QSize:
        """Return the size in a sidebar as wide as it is at first."""
        return QSize(self._theme.px(120), self.heightForWidth(self.width() or self._theme.px(180)))

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
        """Paint the ground of the shown or hovered file, its icon, its title, and where it lies."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.on or self.underMouse():
            painter.setPen(theme.edge("accent") if self.on else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accentSoft" if self.on else "sel"))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6))
        lines = self.lines(self.width())
        high, quiet = theme.line_height("ui"), theme.line_height("small") if self._place else 0
        y = (self.height() - len(lines) * high - quiet) / 2
        size = theme.px(_ICON)
        ink = theme.color("accent" if self.on else "ink2")
        square = QRectF(theme.px(_PAD), y + (high - size) / 2, size, size)
        paint_icon(painter, "warning" if self._gone else "document", square, ink)
        painter.setPen(theme.color("accent" if self.on else "ink2" if self._gone else "ink"))
        for line in lines:
            self._paint_line(painter, line, self._title_font(), QRectF(0, y, self.width(), high))
            y += high
        if self._place:
            painter.setPen(theme.color("ink2" if self.on or self.underMouse() else "ink3"))
            font = theme.font("small")
            room = self.width() - self._left() - theme.px(8)
            words = QFontMetricsF(font).elidedText(self._place, Qt.TextElideMode.ElideMiddle, room)
            self._paint_line(painter, words, font, QRectF(0, y, self.width(), quiet))
        if self.hasFocus():
            glyphs.paint_focus(painter, theme, area)

    def _paint_line(self, painter: QPainter, words: str, font: QFont, line: QRectF) -> None:
        painter.setFont(font)
        base = round(glyphs.baseline(QFontMetricsF(font), line))
        painter.drawText(QPointF(self._left(), base), words)
