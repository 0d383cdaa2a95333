"""A row of the list of earlier versions: when it was saved, how large it is, what it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from briefing_app.gui.widgets.listed_row import ListedRow
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.visible import visible
from briefing_app.words import tr
from briefing_app.workflow.restoring import near_words, size_words

if TYPE_CHECKING:
    from datetime import datetime

    from briefing_app.files.versions import Version
    from briefing_app.gui.theme import Theme


class VersionRow(ListedRow):
    """A version; it asks to be shown when it is clicked or gets the keyboard."""

    def __init__(self, theme: Theme, version: Version, now: datetime, *, exact: bool) -> None:
        """Make the row.

        Args:
            theme: what it draws with.
            version: the version.
            now: the time, for what was today or yesterday.
            exact: another one was saved in the same minute.
        """
        super().__init__(theme)
        self._when, self._size = near_words(version.when, now, seconds=exact), size_words(version.size)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(8), theme.px(12), theme.px(9))
        column.setSpacing(theme.px(2))
        line = QHBoxLayout()
        line.addWidget(TextLine(theme, self._when, "ui_bold", wraps=False), 1)
        line.addWidget(TextLine(theme, self._size, "meta", "ink3", wraps=False))
        column.addLayout(line)
        self.changed = TextLine(theme, "", "meta", "ink2")
        column.addWidget(self.changed)
        self.show_changed(tr("Being read…"))

    def show_changed(self, words: str) -> None:
        """Say what the version changed."""
        self.changed.setText(words)
        self.setAccessibleName(visible(f"{self._when}. {words} {self._size}"))
