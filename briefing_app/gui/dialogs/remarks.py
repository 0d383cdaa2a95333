"""The words below the pages: what is under way, and what is to be said of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import ntr
from briefing_app.words.problems import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.gui.theme import Theme, Token
    from briefing_app.model.problems import Problem

_MOST = 3  # remarks in full; what is more is counted


class Remarks(QWidget):
    """Hidden where there is nothing to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(20), theme.px(8), theme.px(20), 0)
        self._row.setSpacing(theme.px(12))
        self.text = TextLine(theme, "", "meta", selectable=True)
        self._row.addWidget(self.text, 1)
        self._buttons: list[Button] = []

    def say(
        self, words: str, offers: Sequence[tuple[str, Callable[[], None]]] = (), *, color: Token = "ink"
    ) -> None:
        """Show words and buttons; no words hide the line.

        Args:
            words: what is said.
            offers: a button's word and what it does.
            color: of the words.
        """
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        self.text.recolour(color)
        self.text.setText(words)
        for word, what in offers:
            button = Button(self._theme, word, "outline", height=28)
            button.clicked.connect(what)
            self._row.addWidget(button)
            self._buttons.append(button)
        self.setVisible(bool(words))
        if words:
            self.announce(words)

    def go_on(self, words: str) -> None:
        """Show other words for what is under way; the buttons stay, and nobody is interrupted."""
        self.text.setText(words)

    def tell(self, problems: tuple[Problem, ...], *, color: Token = "ink2") -> None:
        """Say the problems in words, the first in full and the others by their number."""
        parts: list[str] = []
        for problem in problems[:_MOST]:
            parts += [part for part in say(problem.code, problem.values) if part]
        if len(problems) > _MOST:
            parts.append(ntr("{n} more remark.", "{n} more remarks.", len(problems) - _MOST))
        self.say(" ".join(parts), color=color)

    def announce(self, words: str) -> None:
        """Tell assistive technology."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.text, words))
