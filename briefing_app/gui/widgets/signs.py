"""Signs: small painted glyphs that say their meaning in words to assistive technology; and headings.

Chips stand in `chips`, paragraph marks in `marks`; how all of them are painted, in `glyphs`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from briefing_app.gui.widgets import glyphs
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model import outline, tracker
from briefing_app.model.opcon import StageState
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme
    from briefing_app.model.agreements import Kind


class Sign(QWidget):
    """A painted sign of fixed size with its meaning as accessible name."""

    def __init__(self, theme: Theme, size: QSize, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFixedSize(size)
        self.setAccessibleName(name)


class KindSign(Sign):
    """The glyph of a kind of agreement; the word stands beside it."""

    def __init__(self, theme: Theme, kind: Kind, parent: QWidget | None = None) -> None:
        edge = theme.px(14)
        super().__init__(theme, QSize(edge, edge), outline.kind_word(kind), parent)
        self._kind: Kind = kind

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the glyph."""
        glyphs.paint_kind(QPainter(self), self._kind, QRectF(self.rect()), self.theme.color("accent"))


class CertaintySign(Sign):
    """Three rising steps, `steps` (0 to 3) of them filled; the word stands beside it."""

    def __init__(self, theme: Theme, steps: int, parent: QWidget | None = None) -> None:
        words = (tr("Cancelled or denied"), tr("Possible"), tr("Expected"), tr("Confirmed"))
        super().__init__(theme, QSize(theme.px(14), theme.px(10)), words[steps], parent)
        self._steps = steps

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the steps."""
        glyphs.paint_certainty(QPainter(self), self._steps, QRectF(self.rect()), self.theme.color("ink2"))


class StageSign(Sign):
    """The node of an OPCON stage: a stage's state, `carried`, or `absent`."""

    def __init__(self, theme: Theme, sign: str, parent: QWidget | None = None) -> None:
        edge = theme.px(18) + 2
        super().__init__(theme, QSize(edge, edge), stage_name(sign), parent)
        self._sign = sign

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the node."""
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        glyphs.paint_stage(QPainter(self), self.theme, self._sign, area)


def stage_name(sign: str) -> str:
    """Return what a stage's node means, in words."""
    if sign == "carried":
        return tr("Verified earlier")
    known = {state: tracker.state_word(state) for state in get_args(StageState)}
    return known.get(sign) or tr("Not mentioned here")


class ReviewSign(Sign):
    """The state of a review: drafted, accepted, edited or rejected."""

    def __init__(self, theme: Theme, state: str, parent: QWidget | None = None) -> None:
        edge = theme.px(20)
        words = {"accepted": tr("Accepted"), "edited": tr("Edited"), "rejected": tr("Rejected")}
        super().__init__(theme, QSize(edge, edge), words.get(state, tr("Not reviewed")), parent)
        self._state = state

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the state."""
        glyphs.paint_review(QPainter(self), self.theme, self._state, QRectF(self.rect()))


class SectionHeading(QWidget):
    """A label in capitals over a hairline, with room for a widget at the right.

    The hairline is as wide as the widget: give it the column, without the padding of the rows' marks.
    """

    def __init__(
        self, theme: Theme, text: str, right: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        label = TextLine(theme, text, "label", "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, theme.px(4) + 1)
        row.setSpacing(theme.px(12))
        row.addWidget(label, 1)
        if right is not None:
            row.addWidget(right, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(theme.target + theme.px(4) + 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self.theme.color("line"))
