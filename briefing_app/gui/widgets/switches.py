"""Radio buttons and check boxes in the program's own signs, as large as the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from briefing_app.gui.widgets.icons import paint_icon

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme

_SIGN, _GAP, _HEIGHT, _EDGE = 16, 8, 28, 4


class Radio(QRadioButton):
    """One of a choice: a ring, and a dot in it where it is the one."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        _prepare(self, text)

    def sizeHint(self) -> QSize:
        """Return room for the sign and the word."""
        return _size(self, self._theme)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: a word is never cut."""
        return self.sizeHint()

    def hitButton(self, _pos: QPoint) -> bool:
        """Answer a click anywhere on it."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, the dot and the word."""
        painter = QPainter(self)
        area = _paint_word(self, painter, self._theme)
        painter.setPen(_edge(self, self._theme))
        painter.setBrush(self._theme.color("raised"))
        painter.drawEllipse(area)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent"))
            painter.drawEllipse(area.center(), area.width() / 4, area.width() / 4)


class Check(QCheckBox):
    """On or off: a box, filled and ticked where it is on."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        _prepare(self, text)

    def sizeHint(self) -> QSize:
        """Return room for the sign and the word."""
        return _size(self, self._theme)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: a word is never cut."""
        return self.sizeHint()

    def hitButton(self, _pos: QPoint) -> bool:
        """Answer a click anywhere on it."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the tick and the word."""
        painter = QPainter(self)
        area = _paint_word(self, painter, self._theme)
        painter.setPen(_edge(self, self._theme))
        painter.setBrush(self._theme.color("accent" if self.isChecked() else "raised"))
        painter.drawRoundedRect(area, 3, 3)
        if self.isChecked():
            paint_icon(painter, "check", area.adjusted(1, 1, -1, -1), self._theme.color("onAccent"))


def _prepare(button: QAbstractButton, text: str) -> None:
    button.setText(text)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)


def _size(button: QAbstractButton, theme: Theme) -> QSize:
    width = QFontMetricsF(theme.font("ui")).horizontalAdvance(button.text())
    around = theme.px(_SIGN) + theme.px(_GAP) + 2 * theme.px(_EDGE)
    return QSize(round(width + 0.5) + around, max(theme.target, theme.px(_HEIGHT)))


def _edge(button: QAbstractButton, theme: Theme) -> QPen:
    if button.isChecked():
        return QPen(theme.color("accent"), 1)
    return QPen(theme.color("ink2" if button.underMouse() else "line2"), 1)


def _paint_word(button: QAbstractButton, painter: QPainter, theme: Theme) -> QRectF:
    """Paint the word and, where it has the focus, the ring; return where the sign belongs."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sign, left = theme.px(_SIGN) - 1, theme.px(_EDGE)
    area = QRectF(QPointF(left + 0.5, (button.height() - sign) // 2 + 0.5), QPointF(0, 0))
    area.setSize(QSize(sign, sign).toSizeF())
    painter.setFont(theme.font("ui"))
    painter.setPen(theme.color("ink" if button.isEnabled() else "ink3"))
    x = left + theme.px(_SIGN) + theme.px(_GAP)
    words = QRectF(x, 0, button.width() - x, button.height() - 1)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, button.text())
    if button.hasFocus():
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(1, 1, -1, -1), 6, 6)
    return area
