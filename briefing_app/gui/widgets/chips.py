"""Chips: a few words on a small ground: a party, a state, a marking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from briefing_app.gui.widgets import glyphs
from briefing_app.gui.widgets.icons import paint_icon
from briefing_app.gui.widgets.marks import PaintedButton
from briefing_app.gui.widgets.signs import Sign
from briefing_app.gui.widgets.text import explain, plain_tooltip
from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent
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
_NARROWEST_CHIP = 160  # of a long marking


class _Chip:
    """How a chip looks: its words, their style, and what is painted around them."""

    def __init__(
        self, theme: Theme, text: str, role: Role, icon: IconName | None = None, pad: int = 7
    ) -> None:
        self.theme, self.icon = theme, icon
        self.font = theme.font(role)
        self.metrics = QFontMetricsF(self.font)
        self.pad, self.glyph = theme.px(pad), theme.px(12) if icon else 0
        text = visible(text)
        self.text = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, theme.px(_WIDEST_CHIP))
        self.short = self.text != text

    def size(self, height: int) -> QSize:
        """Return the size of a chip drawn `height` px high at least."""
        words = self.metrics.horizontalAdvance(self.text)
        return QSize(int(words + self._around + 1), max(height, int(self.metrics.height()) + 3))

    def fitting(self, width: float) -> str:
        """Return as much of the text as a chip of `width` px has room for."""
        return self.metrics.elidedText(self.text, Qt.TextElideMode.ElideRight, width - self._around + 1)

    @property
    def _around(self) -> int:
        """The room for padding and icon."""
        return 2 * self.pad + (self.glyph + self.theme.px(4) if self.icon else 0)

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
        line = glyphs.baseline(self.metrics, area)
        painter.drawText(QPointF(left, line), self.fitting(area.width()))


class PartyChip(Sign):
    """A party's code in a bordered chip; its full name is the tooltip."""

    def __init__(self, theme: Theme, code: str, tooltip: str = "", parent: QWidget | None = None) -> None:
        self._chip = _Chip(theme, code, "small_bold", pad=5)
        super().__init__(theme, self._chip.size(theme.px(18)), tooltip or code, parent)
        explain(self, tooltip)

    def text_baseline(self) -> int:
        """Return the y of the text's baseline."""
        return self._chip.baseline(self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        ink, ground, border = (self.theme.color(token) for token in ("ink2", "chip", "line"))
        self._chip.paint(QPainter(self), QRectF(self.rect()), ink, ground, border)


class StatusChip(Sign):
    """A few words on a soft ground, such as "Sample data"; nothing to click.

    `why` explains it, as tooltip and to assistive technology. Where the chip gets less room than it asks for,
    its words end in an ellipsis and stand in full in the tooltip.
    """

    def __init__(
        self, theme: Theme, text: str, tone: Tone = "quiet", icon: IconName | None = None,
        parent: QWidget | None = None, *, why: str = "",
    ) -> None:  # fmt: skip
        self._chip = _Chip(theme, text, "meta_bold", icon)
        super().__init__(theme, self._chip.size(theme.px(20)), text, parent)
        self.setMinimumWidth(0)
        self._text, self._why = text, why
        self._tone: Tone = tone
        self.setAccessibleDescription(visible(why))
        self._explain()

    def sizeHint(self) -> QSize:
        """Return the size at which no word is cut that a chip has room for."""
        return self._chip.size(self.theme.px(20))

    def minimumSizeHint(self) -> QSize:
        """Return the one size that layouts may give it."""
        return self.sizeHint()

    def text_baseline(self) -> int:
        """Return the y of the text's baseline."""
        return self._chip.baseline(self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the words in the tooltip where they are cut."""
        self._explain()

    def _explain(self) -> None:
        cut = self._chip.short or self._chip.fitting(self.width()) != self._chip.text
        lines = (self._text if cut else "", self._why)
        self.setToolTip(plain_tooltip("\n".join(line for line in lines if line)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        self._chip.paint(QPainter(self), QRectF(self.rect()), *_colours(self.theme, self._tone))


class ActChip(StatusChip):
    """A status chip that does something when it is clicked; its row's menu does the same by the keyboard."""

    clicked = Signal()

    def __init__(
        self, theme: Theme, text: str, tone: Tone = "quiet", parent: QWidget | None = None, *, does: str
    ) -> None:
        """Make the chip.

        Args:
            theme: what it draws with.
            text: its words.
            tone: its colours.
            parent: what it belongs to.
            does: what a click does.
        """
        super().__init__(theme, text, tone, parent=parent, why=does)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the press from the row below."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip; hovered, its border is its ink."""
        ink, ground, border = (self.theme.color(token) for token in _TONES[self._tone])
        edge = ink if self.underMouse() else border
        self._chip.paint(QPainter(self), QRectF(self.rect()), ink, ground, edge)


class MarkingChip(Sign):
    """A marking: a TLP label in its colour on black, any other label in a strong border; `small` in a row."""

    def __init__(
        self, theme: Theme, marking: Marking, parent: QWidget | None = None, *, small: bool = False
    ) -> None:
        words = f"{marking.label} · {marking.caveat}" if marking.caveat else marking.label
        self._chip = _Chip(theme, words, "small_bold" if small else "ui_bold", pad=5 if small else 8)
        self._size = self._chip.size(theme.px(18 if small else 22))
        super().__init__(theme, self._size, marking_words(marking), parent)
        self._ink = _TLP.get(marking.label) if marking.scheme == "TLP" else None
        self.setMinimumWidth(0)
        explain(self, words)

    def sizeHint(self) -> QSize:
        """Return the size at which no word is cut that a chip has room for."""
        return self._size

    def minimumSizeHint(self) -> QSize:
        """Return the size at which its words end in an ellipsis."""
        return QSize(min(self._size.width(), self.theme.px(_NARROWEST_CHIP)), self._size.height())

    def text_baseline(self) -> int:
        """Return the y of the text's baseline."""
        return self._chip.baseline(self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        tokens: tuple[Token, Token, Token] = ("ink", "page", "ink")
        if self._ink:
            tokens = (self._ink, "tlpGround", "line2")
        self._chip.paint(QPainter(self), QRectF(self.rect()), *(self.theme.color(token) for token in tokens))


def _colours(theme: Theme, tone: Tone) -> tuple[QColor, QColor, QColor]:
    """Return ink, ground and border of a tone; where there is no soft ground, the border is what is seen."""
    ink, ground, border = (theme.color(token) for token in _TONES[tone])
    return ink, ground, ink if theme.high_contrast else border


def marking_words(marking: Marking) -> str:
    """Return how a marking is said: "Marking: TLP:AMBER · The delegations only"."""
    words = f"{marking.label} · {marking.caveat}" if marking.caveat else marking.label
    return tr("Marking: {label}", label=words)


class ChipButton(PaintedButton):
    """A status chip that can be clicked, such as "2 of 15 not reviewed"."""

    def __init__(
        self, theme: Theme, text: str, tone: Tone = "quiet", icon: IconName | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, text, parent)
        self._chip = _Chip(theme, text, "meta_bold", icon)
        self._tone: Tone = tone
        self.setAccessibleName(visible(text))

    def sizeHint(self) -> QSize:
        """Return the chip's size, high enough to hit."""
        return self._chip.size(self.theme.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip; hovered, its border is its ink."""
        ink, ground, border = _colours(self.theme, self._tone)
        painter = QPainter(self)
        inset = (self.height() - self._chip.size(self.theme.px(20)).height()) / 2
        area = QRectF(self.rect()).adjusted(0, inset, 0, -inset)
        self._chip.paint(painter, area, ink, ground, ink if self.underMouse() else border)
        if self.hasFocus():
            glyphs.paint_focus(painter, self.theme, area)
