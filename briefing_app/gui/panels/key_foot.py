"""The keys of a view at its foot, each with what it does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing_app.gui.widgets import glyphs
from briefing_app.gui.widgets.key_cap import KeyCap
from briefing_app.gui.widgets.text import TextLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QEnterEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from briefing_app.gui.theme import Theme

_FOOT, _GAP = 38, 16
_NAMED = {"Esc": Qt.Key.Key_Escape.value}


class _Hint(QWidget):
    """A key and what it does; a click does the same, for who has the hand on the mouse."""

    clicked = Signal()

    def __init__(self, theme: Theme, key: str, what: str) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(6))
        line.addWidget(KeyCap(theme, key))
        self._words = TextLine(theme, what, "meta", "ink2", wraps=False)
        line.addWidget(self._words)
        self.setMinimumHeight(theme.target)
        self.setObjectName("hint")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self._words.recolour("ink")
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        self._words.recolour("ink2")
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click, as a button does when it is let go."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class KeyFoot(QWidget):
    """Tells keys, as many as there is room for, and behind all of them the note."""

    def __init__(self, theme: Theme, keys: Sequence[tuple[str, str]], note: str = "") -> None:
        """Make it.

        Args:
            theme: what it draws with.
            keys: each key, and what it does.
            note: what stands at the right end.
        """
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(_FOOT))
        self._view: QWidget | None = None
        self._acts: Mapping[str, Callable[[], object]] = {}
        self._told: list[QWidget] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(theme.px(28), 0, theme.px(18), 0)
        self._line.setSpacing(theme.px(_GAP))
        self._line.addStretch(1)
        self._note = TextLine(theme, note, "meta", "ink3", wraps=False)
        self._line.addWidget(self._note)
        self.show_keys(keys)

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Tell these keys."""
        for each in self._told:
            self._line.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._told = [self._key(*told) for told in keys if self._theme.key(told[0])]
        for n, each in enumerate(self._told):
            self._line.insertWidget(n, each)
        self._fit()

    def press_for(self, view: QWidget, acts: Mapping[str, Callable[[], object]]) -> None:
        """Let a click on a key do what the key does.

        Args:
            view: gets the keys.
            acts: by key as it is told, what is done for those that no view gets.
        """
        self._view, self._acts = view, acts

    def _key(self, key: str, what: str) -> QWidget:
        hint = _Hint(self._theme, key, what)
        hint.clicked.connect(partial(self._press, key))
        return hint

    def _press(self, key: str) -> None:
        if act := self._acts.get(key):
            act()
        elif self._view is not None:
            code = _NAMED.get(key, ord(key[0].upper()))  # of a letter or a figure it is the code point
            none = Qt.KeyboardModifier.NoModifier
            QCoreApplication.postEvent(self._view, QKeyEvent(QEvent.Type.KeyPress, code, none))

    def minimumSizeHint(self) -> QSize:
        """Return a height alone: keys for which there is no room are not told."""
        return QSize(0, self._theme.px(_FOOT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell as many keys as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins, gap = self._line.contentsMargins(), self._line.spacing()
        room = self.width() - margins.left() - margins.right()
        for each in self._told:
            room -= each.sizeHint().width()
            each.setVisible(room >= 0)
            room -= gap
        self._note.setVisible(bool(self._note.text()) and room >= self._note.sizeHint().width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground and draw the line above."""
        painter = QPainter(self)
        glyphs.fill(painter, QRectF(self.rect()), self._theme.color("window"))
        glyphs.fill(painter, QRectF(0, 0, self.width(), 1), self._theme.color("line"))
