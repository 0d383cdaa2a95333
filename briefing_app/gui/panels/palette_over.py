"""The palette over the window: a field, and below it what can be done and gone to; the ground is dimmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeySequence,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from briefing_app.gui.panels.palette_rows import PaletteList, name_of
from briefing_app.gui.panels.scrolling import Hairline
from briefing_app.gui.widgets.icons import paint_icon
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from briefing_app.gui.panels.palette_rows import PaletteLine
    from briefing_app.gui.theme import Theme

_WIDE, _TOP, _SIDE, _FOOT, _RADIUS, _FIELD = 600, 96, 24, 24, 12, 50
_DIM = {"light": 0.32, "dark": 0.55}


class PaletteField(QLineEdit):
    """What is typed; its keys move the choice below, and no key reaches the window."""

    moved = Signal(str)  # "up", "down", "page-up", "page-down", "first", "last"
    entered = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Take every key: the window below has no shortcuts now."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice, do it, or leave; write all else."""
        moves: dict[int, str] = {
            Qt.Key.Key_Up: "up",
            Qt.Key.Key_Backtab: "up",
            Qt.Key.Key_Down: "down",
            Qt.Key.Key_Tab: "down",
            Qt.Key.Key_PageUp: "page-up",
            Qt.Key.Key_PageDown: "page-down",
            Qt.Key.Key_Home: "first",
            Qt.Key.Key_End: "last",
        }
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in moves and not (shift and key in (Qt.Key.Key_Home, Qt.Key.Key_End)):
            self.moved.emit(moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape or QKeySequence(event.keyCombination()) == QKeySequence("Ctrl+K"):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Keep the keyboard."""
        return False


class PaletteOver(QWidget):
    """Covers its window; tells what is typed and chosen, and does nothing itself."""

    typed = Signal(str)
    chosen = Signal(object)  # an Entry
    left = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self.setAccessibleName(tr("Search or run a command"))
        self._box = _Box(theme, self)
        self.field = PaletteField()
        self.field.setFont(theme.font("item"))
        self.field.setFrame(False)
        self.field.setAccessibleName(tr("Search or run a command"))
        self.field.setPlaceholderText(tr("Search or run a command"))
        palette = self.field.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.color("raised"))
        palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("ink3"))
        self.field.setPalette(palette)
        self.field.textChanged.connect(self.typed)
        self.field.moved.connect(self._move)
        self.field.entered.connect(self._enter)
        self.field.left.connect(self.left)
        self.list = PaletteList(theme)
        self.list.chosen.connect(self.chosen)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.nothing = TextLine(theme, "", "ui", "ink2")
        self.nothing.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        self._lay_out()
        window.installEventFilter(self)

    def _lay_out(self) -> None:
        px = self._theme.px
        top = QWidget()
        top.setFixedHeight(px(_FIELD))
        head = QHBoxLayout(top)
        head.setContentsMargins(px(16), 0, px(16), 0)
        head.setSpacing(px(12))
        head.addWidget(_Sign(self._theme))
        head.addWidget(self.field, 1)
        head.addWidget(TextLine(self._theme, tr("Esc closes"), "meta", "ink3", wraps=False))
        column = QVBoxLayout(self._box)
        column.setContentsMargins(1, 1, 1, px(_RADIUS) - px(2))
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(Hairline(self._theme))
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        self.nothing.hide()

    def begin(self) -> None:
        """Cover the window, with the keyboard in the field."""
        self._fit()
        self.raise_()
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_lines(self, lines: Sequence[PaletteLine], nothing: str = "") -> None:
        """Show what was found, or in words that it is nothing."""
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.nothing.setVisible(bool(nothing))
        self.nothing.setText(nothing)
        if nothing and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, nothing))
        self._fit()

    def _fit(self) -> None:
        """Be as large as the window, and the box as high as what it shows."""
        self.setGeometry(self._window.rect())
        px = self._theme.px
        width = min(px(_WIDE), self.width() - 2 * _SIDE)
        top = min(px(_TOP), max(self.height() // 8, _SIDE))
        shown = self.list.wanted_height() if not self.list.isHidden() else 0
        if not self.nothing.isHidden():
            shown += self.nothing.heightForWidth(width - 2)
        height = px(_FIELD) + px(_RADIUS) + shown
        self._box.setGeometry(
            QRect((self.width() - width) // 2, top, width, min(height, self.height() - top - _FOOT))
        )

    def _move(self, how: str) -> None:
        if how in ("up", "down"):
            self.list.step(1 if how == "down" else -1)
        elif how in ("page-up", "page-down"):
            self.list.turn(1 if how == "page-down" else -1)
        elif how == "first":
            self.list.go_to(0, 1)
        else:
            self.list.go_to(len(self.list.lines.lines), -1)

    def _enter(self) -> None:
        entry = self.list.entry()
        if entry is not None:
            self.chosen.emit(entry)

    def _tell(self, current: QModelIndex) -> None:
        """Announce what is chosen: the keyboard stays in the field."""
        self.list.viewport().update()
        if current.isValid() and QAccessible.isActive():
            words = name_of(self.list.lines.lines[current.row()])
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window in every size."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave at a click beside the box."""
        if not self._box.geometry().contains(event.position().toPoint()):
            self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the ground."""
        veil = QColor(Qt.GlobalColor.black)
        veil.setAlphaF(_DIM[self._theme.scheme])
        QPainter(self).fillRect(self.rect(), veil)


class _Sign(QWidget):
    """The sign before the field."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(QSize(theme.px(16), theme.px(16)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        paint_icon(QPainter(self), "search", QRectF(self.rect()), self._theme.color("accent"))


class _Box(QWidget):
    """The ground of field and list."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("line2"), 1))
        painter.setBrush(self._theme.color("raised"))
        radius = self._theme.px(_RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
