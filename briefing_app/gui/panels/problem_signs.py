"""What stands around the list of problems: its sign, its line, and what was changed to put all right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.gui.widgets.icons import paint_icon
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme
    from briefing_app.workflow.fixing import Change

_MOST_SHOWN = 20
_LONGEST = 160


class Sign(QWidget):
    """A warning triangle on its soft ground; a check where all is put right."""

    def __init__(self, theme: Theme, *, right: bool) -> None:
        super().__init__()
        self._theme, self._right = theme, right
        self.setFixedSize(theme.px(48), theme.px(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.edge("accent" if self._right else "error"))
        painter.setBrush(self._theme.color("accentSoft" if self._right else "errorSoft"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        edge = self._theme.px(24)
        area = QRectF((self.width() - edge) / 2, (self.height() - edge) / 2, edge, edge)
        if self._right:
            paint_icon(painter, "check", area, self._theme.color("accent"))
        else:
            paint_icon(painter, "warning", area, self._theme.color("error"))


class Changed(QWidget):
    """Lists the lines that saving will change, as they are and as they will be."""

    def __init__(self, theme: Theme, changes: Sequence[Change]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        words = ntr("Saving changes one place", "Saving changes {n} places", len(changes))
        column.addWidget(TextLine(theme, words, "h2"))
        for change in changes[:_MOST_SHOWN]:
            column.addSpacing(theme.px(8))
            column.addWidget(TextLine(theme, tr("line {n}", n=change.line), "meta", "ink2"))
            for sign, text in (("−", change.before), ("+", change.after)):
                if text:
                    line = f"{sign} {text.strip()[:_LONGEST]}"
                    column.addWidget(TextLine(theme, line, "code", selectable=True))
        if (more := len(changes) - _MOST_SHOWN) > 0:
            column.addWidget(TextLine(theme, ntr("{n} more", "{n} more", more), "ui", "ink2"))
