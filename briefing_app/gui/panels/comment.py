"""The author's own assessment, apart from the reported facts, on its own ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.gui.panels.panel import Panel, Scene
from briefing_app.gui.widgets.text import RichTextView, TextLine
from briefing_app.model.markup import rich_text
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme
    from briefing_app.model.briefing import Briefing

_RADIUS = 8


class Comment(Panel):
    """The comment, labelled as no part of what the sources report."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        box = _Ground(self.theme)
        column = QVBoxLayout(box)
        pad = self.theme.px(14)
        column.setContentsMargins(pad, self.theme.px(10), pad, self.theme.px(12))
        column.setSpacing(self.theme.px(5))
        heading = tr("Comment: the author’s own view, not reported by a source")
        column.addWidget(TextLine(self.theme, heading, "small_bold", "ink2"))
        text = RichTextView(self.theme, "item")
        text.show_rich(rich_text(scene.briefing.comment or ""))
        text.link_activated.connect(self.link_activated)
        column.addWidget(text)
        self.add(box)

    @staticmethod
    def drawn(briefing: Briefing) -> object:
        """Return what it draws of a briefing."""
        return briefing.comment


class _Ground(QWidget):
    """A soft ground that sets the comment apart."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground, with a hairline around it where contrast is wanted."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.color("chip"))
        painter.setPen(self._theme.color("line"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
