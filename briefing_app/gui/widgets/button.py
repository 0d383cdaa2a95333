"""The button: an icon, a word and a key cap, painted from the theme; alone or for an action of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from briefing_app.gui.widgets.icons import paint_icon
from briefing_app.gui.widgets.text import explain
from briefing_app.model.visible import visible

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent

    from briefing_app.gui.theme import Role, Theme, Token
    from briefing_app.gui.widgets.icons import IconName

Style = Literal["plain", "outline", "primary"]
_CAP_OPACITY = 0.55


class Button(QAbstractButton):
    """A button that says its text to assistive technology even where it draws only an icon."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        style: Style = "plain",
        *,
        icon: IconName | None = None,
        key: str = "",
        icon_only: bool = False,
        height: int = 32,
    ) -> None:
        """Make a button.

        Args:
            theme: what it draws with.
            text: its word; with `icon_only` its accessible name and tooltip.
            style: `primary` at most once a view.
            icon: drawn before the word.
            key: the shortcut that is drawn as a key cap.
            icon_only: draw no word.
            height: in px at text size 1.
        """
        super().__init__()
        self._theme, self._style, self._icon, self._key = theme, style, icon, theme.key(key)
        text = visible(text)
        self._word = "" if icon_only else text
        self._ring = False
        self._action: QAction | None = None
        self._height = max(theme.target, theme.px(height))
        self.setAccessibleName(text)
        if icon_only:
            explain(self, text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @classmethod
    def of_action(
        cls,
        theme: Theme,
        action: QAction,
        style: Style = "plain",
        *,
        icon: IconName | None = None,
        word: str = "",
        key: str = "",
    ) -> Button:
        """Return a button that triggers an action and follows its state, with a word or only an icon."""
        text = word or action.text().replace("&", "").rstrip("…")
        button = cls(theme, text, style, icon=icon, icon_only=not word, key=key)
        button.follow(action)
        return button

    def rename(self, text: str, icon: IconName | None = None) -> None:
        """Draw another word and icon."""
        self._word, self._icon = visible(text), icon
        self.setAccessibleName(visible(text))
        self.updateGeometry()
        self.update()

    def follow(self, action: QAction) -> None:
        """Trigger an action when clicked, and be as it is."""
        self._action = action
        action.changed.connect(self._take_state)
        self.clicked.connect(self._trigger)
        self._take_state()

    def _take_state(self) -> None:
        if self._action is not None:
            self.setEnabled(self._action.isEnabled())
            self.setCheckable(self._action.isCheckable())
            self.setChecked(self._action.isChecked())
            explain(self, self._action.toolTip())

    def _trigger(self) -> None:
        if self._action is not None:
            self._action.trigger()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter as by Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """Leave the state to the action, which toggles itself."""

    def sizeHint(self) -> QSize:
        """Return room for icon, word and key cap."""
        width = self._pad() * 2 + self._word_width() + self._icon_width() + self._cap_width()
        return QSize(round(width + 0.5), self._height)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: a word is never cut."""
        return self.sizeHint()

    def _pad(self) -> int:
        return self._theme.px(12 if self._word else 8)

    def _font_role(self) -> Role:
        return "ui_bold" if self._style == "primary" else "ui"

    def _word_width(self) -> float:
        return QFontMetricsF(self._theme.font(self._font_role())).horizontalAdvance(self._word)

    def _icon_width(self) -> int:
        if not self._icon:
            return 0
        return self._theme.px(16) + (self._theme.px(8) if self._word else 0)

    def _cap_width(self) -> float:
        if not self._key:
            return 0
        width = QFontMetricsF(self._theme.font("small")).horizontalAdvance(self._key)
        return width + self._theme.px(10) + self._theme.px(8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, word, key cap and focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._theme.color(self._ink())
        self._paint_ground(painter)
        x = float(self._pad())
        middle = self.height() / 2
        if self._icon:
            edge = self._theme.px(16)
            of_icon = self._theme.color("ink2") if self._ink() == "ink" else ink
            paint_icon(painter, self._icon, QRectF(x, middle - edge / 2, edge, edge), of_icon)
            x += self._icon_width()
        painter.setFont(self._theme.font(self._font_role()))
        painter.setPen(ink)
        area = QRectF(x, 0, self._word_width() + 1, self.height() - 1)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._word)
        if self._key:
            self._paint_cap(painter, x + self._word_width() + self._theme.px(8), ink)
        if self.hasFocus() and self._ring:
            self._paint_focus(painter)

    def _ink(self) -> Token:
        if not self.isEnabled():
            return "ink3"
        if self._style == "primary":
            return "onAccent"
        return "accent" if self.isChecked() else "ink"

    def _paint_ground(self, painter: QPainter) -> None:
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        color, pen = self._theme.color, QPen(Qt.PenStyle.NoPen)
        ground = QColor(Qt.GlobalColor.transparent)
        over = self.underMouse() or self.isDown()
        if not self.isEnabled():
            if self._style != "plain":
                pen = QPen(color("line2"), 1, Qt.PenStyle.DashLine)
        elif self._style == "primary":
            ground = color("accentHover" if over else "accent")
        else:
            if self.isChecked():
                ground, pen = color("accentSoft"), self._theme.edge("accent")
            elif over:
                ground = color("sel")
            elif self._style == "outline":
                ground = color("raised")
            if self._style == "outline" and not (self.isChecked() and self._theme.high_contrast):
                pen = QPen(color("line2"), 1)
        painter.setBrush(ground)
        painter.setPen(pen)
        painter.drawRoundedRect(area, 6, 6)

    def _paint_cap(self, painter: QPainter, x: float, ink: QColor) -> None:
        height = self._theme.px(18)
        area = QRectF(x, self.height() / 2 - height / 2, self._cap_width() - self._theme.px(8), height)
        edge = QColor(ink)
        edge.setAlphaF(_CAP_OPACITY)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(ink)
        painter.setFont(self._theme.font("small"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._key)

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        area = QRectF(self.rect())
        if self._style == "primary":  # the ring would drown in the accent: a gap of the button's text colour
            painter.setPen(QPen(self._theme.color("onAccent"), 2))
            painter.drawRoundedRect(area.adjusted(3, 3, -3, -3), 4, 4)
            return
        painter.setPen(QPen(self._theme.color("accent"), 2))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring unless it was the mouse that brought the focus."""
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the pointer is over it."""
        super().enterEvent(event)
        self.update()
