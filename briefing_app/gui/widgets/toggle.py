"""One of a choice that is drawn as buttons side by side; it is filled where it is the one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from briefing_app.gui.widgets import glyphs
from briefing_app.model.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from briefing_app.gui.theme import Theme
    from briefing_app.model.agreements import Kind

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_HEIGHT, _PAD, _SIGN, _GAP = 32, 10, 14, 7


class Toggle(QAbstractButton):
    """A checkable button; whoever holds it lets only one of its neighbours be checked."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        kind: Kind | None = None,
        key: str = "",
        paint: Callable[[QPainter, QRectF], None] | None = None,
    ) -> None:
        """Make a button.

        Args:
            theme: what it draws with.
            text: its word.
            kind: the kind of agreement whose sign stands before the word.
            key: the key that picks it, drawn before the word.
            paint: paints another sign before the word into a square area.
        """
        super().__init__()
        self._theme, self._kind, self._key, self._paint = theme, kind, theme.key(key), paint
        self.setText(visible(text))
        self.setAccessibleName(visible(text))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to what holds it."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return room for the key, the sign and the word."""
        px = self._theme.px
        word = QFontMetricsF(self._theme.font("ui")).horizontalAdvance(self.text())
        sign = px(_SIGN) + px(_GAP) if self._kind or self._paint else 0
        return QSize(
            round(word + 0.5) + sign + self._key_width() + 2 * px(_PAD),
            max(self._theme.target, px(_HEIGHT)),
        )

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: a word is never cut."""
        return self.sizeHint()

    def _key_width(self) -> int:
        if not self._key:
            return 0
        return round(QFontMetricsF(self._theme.font("small")).horizontalAdvance(self._key)) + self._theme.px(
            6
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, edge, key, sign and word."""
        painter, color, px = QPainter(self), self._theme.color, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, over = self.isChecked(), self.underMouse()
        painter.setPen(QPen(color("accent" if on else "ink2" if over else "line2"), 1))
        painter.setBrush(color("accentSoft" if on else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        ink = color("accent" if on else "ink")
        x, middle = float(px(_PAD)), self.height() / 2
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        if self._key:
            painter.setFont(self._theme.font("small"))
            painter.setPen(color("ink2"))
            painter.drawText(QRectF(x, 0, self._key_width(), self.height() - 1), flags, self._key)
            x += self._key_width()
        if self._kind or self._paint:
            sign = px(_SIGN)
            area = QRectF(x, middle - sign / 2, sign, sign)
            if self._kind:
                glyphs.paint_kind(painter, self._kind, area, color("accent"))
            elif self._paint:
                self._paint(painter, area)
            x += sign + px(_GAP)
        painter.setFont(self._theme.font("ui"))
        painter.setPen(ink)
        painter.drawText(QRectF(x, 0, self.width() - x, self.height() - 1), flags, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
