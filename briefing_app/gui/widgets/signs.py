"""Signs: small painted glyphs that say their meaning in words to assistive technology; and headings.

Chips stand in `chips`, paragraph marks in `marks`; how all of them are painted, in `glyphs`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing_app.gui.widgets import glyphs
from briefing_app.gui.widgets.text import TextLine, explain
from briefing_app.model import outline, tracker
from briefing_app.model.opcon import StageState
from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from briefing_app.gui.theme import Theme
    from briefing_app.model.agreements import Kind


class Sign(QWidget):
    """A painted sign of fixed size with its meaning as accessible name."""

    def __init__(self, theme: Theme, size: QSize, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFixedSize(size)
        self.setAccessibleName(visible(name))

    def sizeHint(self) -> QSize:
        """Return the one size that the sign has."""
        return self.minimumSize()


class KindSign(Sign):
    """The glyph of a kind of agreement; the word stands beside it."""

    def __init__(self, theme: Theme, kind: Kind, parent: QWidget | None = None) -> None:
        edge = theme.px(14)
        super().__init__(theme, QSize(edge, edge), outline.kind_word(kind), parent)
        self._kind: Kind = kind

    def show_kind(self, kind: Kind) -> None:
        """Paint the sign of another kind."""
        if kind != self._kind:
            self._kind = kind
            self.setAccessibleName(outline.kind_word(kind))
            self.update()

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

    What follows a comma stands behind the label in plain type, or below it where the line is too short:
    capitals are for three words at most. The hairline is as wide as the widget: give it the column, without
    the padding of the rows' marks.
    """

    def __init__(
        self, theme: Theme, text: str, right: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        label, _, note = text.partition(", ")
        self._label = TextLine(theme, label, "label", "ink2", parent=self)
        self._note = TextLine(theme, note, "meta", "ink3", parent=self)
        self._right = right
        if right is not None:
            right.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(visible(text))

    def explain(self, text: str) -> None:
        """Say what the label means, as tooltip and to assistive technology."""
        explain(self, text)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height where the heading is `width` px wide."""
        return self._places(width)[1]

    def sizeHint(self) -> QSize:
        """Return the room in which label and note stand beside each other."""
        width = max(self.width(), self.theme.px(280))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return QSize(self.theme.px(120), self.theme.target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts in their places."""
        for part, area in self._places(self.width())[0]:
            part.setGeometry(area)

    def _places(self, width: int) -> tuple[list[tuple[QWidget, QRect]], int]:
        gap = self.theme.px(12)
        right = (
            self._right.sizeHint().expandedTo(self._right.minimumSize()) if self._right else QSize(-gap, 0)
        )
        room = max(width - right.width() - gap, 1)
        words = QFontMetricsF(self._label.font()).horizontalAdvance(self._label.text().upper())
        first = min(int(words) + 2, room)
        noted = int(QFontMetricsF(self._note.font()).horizontalAdvance(self._note.text())) + 2
        height = max(self._label.heightForWidth(first), right.height(), self.theme.target)
        line = height // 2 + round(QFontMetricsF(self._label.font()).capHeight() / 2)
        top = line - self._label.text_baseline() if first < room else 0
        parts: list[tuple[QWidget, QRect]] = [
            (self._label, QRect(0, top, first, self._label.heightForWidth(first)))
        ]
        if self._right:
            parts.append(
                (
                    self._right,
                    QRect(room + gap, (height - right.height()) // 2, right.width(), right.height()),
                )
            )
        if self._note.text():
            beside = first + gap + noted <= room
            y = line - self._note.text_baseline() if beside else height
            wide = noted if beside else width
            area = QRect(first + gap if beside else 0, y, wide, self._note.heightForWidth(wide))
            parts.append((self._note, area))
            height = max(height, area.bottom() + 1)
        return parts, height + self.theme.px(4) + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline."""
        line = QRectF(0, self.height() - 1, self.width(), 1)
        glyphs.fill(QPainter(self), line, self.theme.color("line"))
