"""The head of the source pane: which of the sources it is, who published it and when, the way to the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.date_words import published_in_words
from briefing_app.model.source_words import publisher, source_name
from briefing_app.model.sources import UNSTATED
from briefing_app.words import tr

if TYPE_CHECKING:
    from briefing_app.gui.theme import Theme
    from briefing_app.gui.widgets.pick import Pick
    from briefing_app.model.sources import Source


class SourceHead(QWidget):
    """Names a source; where there are several, one of them is chosen here."""

    source_wanted = Signal(str)  # its id

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.choice: Pick | None = None
        self._several = False
        self.title = TextLine(theme, "", "quote", selectable=True)
        self.publisher = TextLine(theme, "", "meta", "ink2", selectable=True)
        self.open = Button(theme, tr("Open at the source"), icon="external", icon_only=True)
        self._texts = QWidget()
        texts = QVBoxLayout(self._texts)
        texts.setSpacing(theme.px(2))
        for line in (self.title, self.publisher):
            texts.addWidget(line)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.px(18), theme.px(8), theme.px(8), theme.px(10))
        self._grid.setSpacing(theme.px(8))
        self._grid.setColumnStretch(0, 1)
        self._place()

    def offer(self, sources: tuple[Source, ...]) -> None:
        """Offer the sources of a briefing; a single one is no choice."""
        self._several = len(sources) > 1
        if self._several and self.choice is None:
            from briefing_app.gui.widgets.pick import Pick

            self.choice = Pick(self._theme, tr("Source"))
            self.choice.activated.connect(self._chosen)
            self._grid.addWidget(self.choice, 0, 0)
            self.setTabOrder(self.choice, self.open)
        if self.choice is not None:
            self.choice.clear()
            for n, source in enumerate(sources, 1):
                self.choice.addItem(tr("{n}  {publisher}", n=n, publisher=source_name(source)), source.id)
            self.choice.setVisible(self._several)
        self._place()

    def show_source(self, source: Source, *, linked: bool) -> None:
        """Name a source.

        Args:
            source: one of those that are offered.
            linked: the way to its page is offered here.
        """
        if self.choice is not None:
            self.choice.setCurrentIndex(self.choice.findData(source.id))
        self.title.setText(source.title)
        published = published_in_words(source.published)
        chosen = self._several and source.publisher != UNSTATED  # the choice has it
        said = "" if chosen else publisher(source)
        self.publisher.setText(" · ".join(part for part in (said, published, source.author) if part))
        self.open.setVisible(linked)

    def _place(self) -> None:
        """Put the way to the web beside the choice, else beside the first line of the title."""
        for part in (self._texts, self.open):
            self._grid.removeWidget(part)
        across = 2 if self._several else 1
        self._grid.addWidget(self._texts, int(self._several), 0, 1, across)
        beside = Qt.AlignmentFlag.AlignVCenter if self._several else Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self.open, 0, 1, beside)
        lower = (self.open.sizeHint().height() - self._theme.line_height("quote")) // 2
        if self._several:
            self._texts.setContentsMargins(0, 0, self._theme.px(10), 0)
        else:
            self._texts.setContentsMargins(0, max(lower, 0), 0, 0)
        inner = self._texts.layout()
        if inner is not None:
            inner.setContentsMargins(0, 0, 0, 0)

    def _chosen(self, index: int) -> None:
        if self.choice is not None:
            self.source_wanted.emit(str(self.choice.itemData(index)))
