"""Chips: a few words on a small ground: a party, a state, a marking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from briefing_app.gui.widgets import glyphs
from briefing_app.gui.widgets.icons import paint_icon
from briefing_app.gui.widgets.marks import PaintedButton
from briefing_app.gui.widgets.signs import Sign
from briefing_app.gui.widgets.text import plain_tooltip
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.theme import Role, Theme, Token
    from briefing_app.gui.widgets.icons import IconName
    from briefing_app.model.items import Marking

Tone = Literal["quiet", "accent", "delay", "error"]

_TONES: dict[Tone, tuple[Token, Token, Token]] = {  # ink, ground, border
    "quiet": ("ink2", "chip", "line2"),
    "accent": ("accent", "accentSoft", "accentSoft"),
    "delay": ("delay", "delaySoft", "delaySoft"),
    "error": ("error", "errorSoft", "errorSoft"),
}
_TLP: dict[str, Token] = {
    "TLP:RED": "tlpRed",
    "TLP:AMBER+STRICT": "tlpAmber",
    "TLP:AMBER": "tlpAmber",
    "TLP:GREEN": "tlpGreen",
    "TLP:CLEAR": "tlpClear",
}
_WIDEST_CHIP = 320


class _Chip:
    """How a chip looks: its words, their style, and what is painted around them."""

    def __init__(
        self, theme: Theme, text: str, role: Role, icon: IconName | None = None, pad: int = 7
    ) -> None:
        self.theme, self.icon = theme, icon
        self.font = theme.font(role)
        self.metrics = QFontMetricsF(self.font)
        self.pad, self.glyph = theme.px(pad), theme.px(12) if icon else 0
        self.text = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, theme.px(_WIDEST_CHIP))
        self.short = self.text != text

    def size(self, height: int) -> QSize:
        """Return the size of a chip drawn `height` px high at least."""
        words = self.metrics.horizontalAdvance(self.text) + (
            self.glyph + self.theme.px(4) if self.icon else 0
        )
        return QSize(int(words + 2 * self.pad + 1), max(height, int(self.metrics.height()) + 3))

    def baseline(self, height: int) -> int:
        """Return the y of the text's baseline in a chip's area of `height` px."""
        return round(glyphs.baseline(self.metrics, QRectF(0, 0, 0, height)))

    def paint(self, painter: QPainter, area: QRectF, ink: QColor, ground: QColor, border: QColor) -> None:
        """Paint the chip into an area."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ground)
        painter.setPen(QPen(border, 1))
        radius = self.theme.px(4)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        left = area.left() + self.pad
        if self.icon:
            glyph = QRectF(left - 1, area.center().y() - self.glyph / 2, self.glyph, self.glyph)
            paint_icon(painter, self.icon, glyph, ink, 1.9)
            left += self.glyph + self.theme.px(4)
        painter.setFont(self.font)
        painter.setPen(ink)
        painter.drawText(QPointF(left, glyphs.baseline(self.metrics, area)), self.text)


class PartyChip(Sign):
    """A party's code in a bordered chip; its full name is the tooltip."""

    def __init__(self, theme: Theme, code: str, tooltip: str = "", parent: QWidget | None = None) -> None:
        self._chip = _Chip(theme, code, "small_bold", pad=5)
        super().__init__(theme, self._chip.size(theme.px(18)), tooltip or code, parent)
        self.setToolTip(plain_tooltip(tooltip))

    def text_baseline(self) -> int:
        """Return the y of the text's baseline."""
        return self._chip.baseline(self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        ink, ground, border = (self.theme.color(token) for token in ("ink2", "chip", "line"))
        self._chip.paint(QPainter(self), QRectF(self.rect()), ink, ground, border)


class StatusChip(Sign):
    """A few words on a soft ground, such as "Sample data"; nothing to click."""

    def __init__(
        self, theme: Theme, text: str, tone: Tone = "quiet", icon: IconName | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        self._chip = _Chip(theme, text, "meta_bold", icon)
        super().__init__(theme, self._chip.size(theme.px(20)), text, parent)
        self._tone: Tone = tone
        if self._chip.short:
            self.setToolTip(plain_tooltip(text))

    def text_baseline(self) -> int:
        """Return the y of the text's baseline."""
        return self._chip.baseline(self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        ink, ground, border = (self.theme.color(token) for token in _TONES[self._tone])
        self._chip.paint(QPainter(self), QRectF(self.rect()), ink, ground, border)


class MarkingChip(Sign):
    """A marking: a TLP label in its colour on black, any other label in a strong border."""

    def __init__(self, theme: Theme, marking: Marking, parent: QWidget | None = None) -> None:
        words = f"{marking.label} · {marking.caveat}" if marking.caveat else marking.label
        self._chip = _Chip(theme, words, "ui_bold", pad=8)
        super().__init__(theme, self._chip.size(theme.px(22)), tr("Marking: {label}", label=words), parent)
        self._ink = _TLP.get(marking.label) if marking.scheme == "TLP" else None
        if self._chip.short:
            self.setToolTip(plain_tooltip(words))

    def text_baseline(self) -> int:
        """Return the y of the text's baseline."""
        return self._chip.baseline(self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        tokens: tuple[Token, Token, Token] = ("ink", "page", "ink")
        if self._ink:
            tokens = (self._ink, "tlpGround", "line2")
        self._chip.paint(QPainter(self), QRectF(self.rect()), *(self.theme.color(token) for token in tokens))


class ChipButton(PaintedButton):
    """A status chip that can be clicked, such as "2 of 15 not reviewed"."""

    def __init__(
        self, theme: Theme, text: str, tone: Tone = "quiet", icon: IconName | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, text, parent)
        self._chip = _Chip(theme, text, "meta_bold", icon)
        self._tone: Tone = tone
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Return the chip's size, high enough to hit."""
        return self._chip.size(self.theme.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip; hovered, its border is its ink."""
        ink, ground, border = (self.theme.color(token) for token in _TONES[self._tone])
        painter = QPainter(self)
        inset = (self.height() - self._chip.size(self.theme.px(20)).height()) / 2
        area = QRectF(self.rect()).adjusted(0, inset, 0, -inset)
        self._chip.paint(painter, area, ink, ground, ink if self.underMouse() else border)
        if self.hasFocus():
            glyphs.paint_focus(painter, self.theme, area)
