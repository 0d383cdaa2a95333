"""The keys of a view at its foot, each with what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing_app.gui.widgets import glyphs
from briefing_app.gui.widgets.key_cap import KeyCap
from briefing_app.gui.widgets.text import TextLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme

_FOOT = 38


class KeyFoot(QWidget):
    """Tells keys; it answers none of them."""

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
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(28), 0, theme.px(18), 0)
        line.setSpacing(theme.px(6))
        for key, what in (told for told in keys if theme.key(told[0])):
            line.addWidget(KeyCap(theme, key))
            line.addWidget(TextLine(theme, what, "meta", "ink2", wraps=False))
            line.addSpacing(theme.px(10))
        line.addStretch(1)
        if note:
            line.addWidget(TextLine(theme, note, "meta", "ink3", wraps=False))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground and draw the line above."""
        painter = QPainter(self)
        glyphs.fill(painter, QRectF(self.rect()), self._theme.color("window"))
        glyphs.fill(painter, QRectF(0, 0, self.width(), 1), self._theme.color("line"))
