"""The keys of a view at its foot, each with what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing_app.gui.widgets import glyphs
from briefing_app.gui.widgets.key_cap import KeyCap
from briefing_app.gui.widgets.text import TextLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from briefing_app.gui.theme import Theme

_FOOT, _GAP = 38, 16


class KeyFoot(QWidget):
    """Tells keys, as many as there is room for, and behind all of them the note; it answers none of them."""

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

    def _key(self, key: str, what: str) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._theme.px(6))
        line.addWidget(KeyCap(self._theme, key))
        line.addWidget(TextLine(self._theme, what, "meta", "ink2", wraps=False))
        return holder

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
