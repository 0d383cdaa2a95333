"""The source pane: who published what and when, the article, and how much of it is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.gui.panels.article import Article
from briefing_app.gui.panels.passages import blocks
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.coverage import CoverageStrip
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.date_words import published_in_words
from briefing_app.model.outline import cited
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

    from briefing_app.drafting.passages import Located
    from briefing_app.gui.selection import Selection
    from briefing_app.gui.theme import Theme
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage
    from briefing_app.model.sources import Source


class SourcePane(QWidget):
    """Shows one source of the briefing at a time, and the passage of what is selected."""

    paragraph_picked = Signal(str, int)  # a source's id, a paragraph
    link_activated = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._briefing: Briefing | None = None
        self._found: Mapping[Passage, Located] = {}
        self._source = ""
        self._selection: Selection | None = None
        self.setAccessibleName(tr("Source"))
        self._choice = QComboBox()
        self._choice.setAccessibleName(tr("Source"))
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.activated.connect(self._chosen)
        self._title = TextLine(theme, "", "quote", selectable=True)
        self._publisher = TextLine(theme, "", "meta", "ink2", selectable=True)
        self._open = Button(theme, tr("Open the article in the browser"), icon="external", icon_only=True)
        self._open.clicked.connect(self._open_article)
        self._note = TextLine(theme, "", "meta", "ink3")
        self.article = Article(theme)
        self.article.paragraph_clicked.connect(self._clicked)
        self.article.left.connect(self.left)
        self._coverage = CoverageStrip(theme)
        self._coverage.paragraph_activated.connect(self._clicked)
        self._share = TextLine(theme, "", "meta", "ink3")
        self._lay_out()

    def _lay_out(self) -> None:
        px = self._theme.px
        texts = QVBoxLayout()
        texts.setSpacing(px(2))
        for widget in (self._choice, self._title, self._publisher):
            texts.addWidget(widget)
        head = QHBoxLayout()
        head.setContentsMargins(px(18), px(10), px(8), px(10))
        head.addLayout(texts, 1)
        head.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(18), px(8), px(12), px(8))
        foot.setSpacing(px(10))
        foot.addWidget(self._coverage)
        foot.addWidget(self._share, 1)
        note = QHBoxLayout()
        note.setContentsMargins(px(18), px(8), px(18), 0)
        note.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(_Rule(self._theme))
        column.addLayout(note)
        column.addWidget(self.article, 1)
        column.addWidget(_Rule(self._theme))
        column.addLayout(foot)

    def show_briefing(self, briefing: Briefing, found: Mapping[Passage, Located]) -> None:
        """Show the sources of a briefing, the first one first.

        Args:
            briefing: the briefing.
            found: where its passages stand in the texts that it carries.
        """
        self._briefing, self._found = briefing, found
        self._choice.clear()
        for n, source in enumerate(briefing.sources, 1):
            self._choice.addItem(tr("{n}  {publisher}", n=n, publisher=source.publisher), source.id)
        self._choice.setVisible(len(briefing.sources) > 1)
        known = {source.id for source in briefing.sources}
        self.show_source(self._source if self._source in known else briefing.sources[0].id)

    def show_source(self, source_id: str) -> None:
        """Show one of the sources."""
        source = self._named(source_id)
        if source is None or self._briefing is None:
            return
        self._source = source_id
        self._choice.setCurrentIndex(self._choice.findData(source_id))
        self._title.setText(source.title)
        published = published_in_words(source.published)
        parts = (source.publisher, published, source.author or "")
        self._publisher.setText(" · ".join(part for part in parts if part))
        self._open.setVisible(bool(source.url))
        self._note.setText(
            ""
            if source.text
            else tr("The article’s text is not in this file. Passages show their first and last words.")
        )
        self._note.setVisible(not source.text)
        self.article.show_blocks(blocks(self._briefing, source, self._found), quoted=not source.text)
        there = cited(self._briefing, source)
        self._coverage.show_coverage(source.paragraphs, there)
        self._share.setText(
            ntr(
                "{cited} of {n} paragraph cited",
                "{cited} of {n} paragraphs cited",
                source.paragraphs,
                cited=len(there),
            )
        )
        if self._selection is not None:
            self._highlight(self._selection)

    @property
    def source(self) -> str:
        """The id of the source that is shown."""
        return self._source

    def select(self, selection: Selection) -> None:
        """Show the passage of what is selected, in its source."""
        self._selection = selection
        place = selection.place
        if place is not None and place.source != self._source:
            self.show_source(place.source)
        else:
            self._highlight(selection)

    def _highlight(self, selection: Selection) -> None:
        place = selection.place
        here = place is not None and place.source == self._source
        paragraph = place.paragraph if place and here else 0
        self.article.highlight(selection.passages if here else (), paragraph)
        self._coverage.select(paragraph or None)

    def _named(self, source_id: str) -> Source | None:
        sources = self._briefing.sources if self._briefing else ()
        return next((each for each in sources if each.id == source_id), None)

    def _chosen(self, index: int) -> None:
        self.show_source(str(self._choice.itemData(index)))

    def _clicked(self, paragraph: int) -> None:
        self.paragraph_picked.emit(self._source, paragraph)

    def _open_article(self) -> None:
        source = self._named(self._source)
        if source and source.url:
            self.link_activated.emit(source.url)


class _Rule(QWidget):
    """A hairline."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        QPainter(self).fillRect(self.rect(), self._theme.color("line"))
