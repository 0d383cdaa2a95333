"""The source pane: who published what and when, the article, and how much of it is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.gui.panels.article import Article
from briefing_app.gui.panels.article_text import selected_in
from briefing_app.gui.panels.passage_bar import PassageBar
from briefing_app.gui.panels.passages import Shown, shown_of
from briefing_app.gui.panels.scrolling import Hairline
from briefing_app.gui.panels.source_head import SourceHead
from briefing_app.gui.panels.source_note import SourceNote
from briefing_app.gui.panels.still import Held
from briefing_app.gui.widgets.coverage import CoverageStrip
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.outline import cited, proved_alike, shown_passages
from briefing_app.model.problems import BriefingError, Problem
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from briefing_app.gui.document import Reading
    from briefing_app.gui.selection import Selection
    from briefing_app.gui.theme import Theme
    from briefing_app.model.evidence import Passage
    from briefing_app.model.sources import Source


class SourcePane(QWidget):
    """Shows one source of the briefing at a time, and the passage of what is selected."""

    paragraph_picked = Signal(str, int)  # a source's id, a paragraph
    mark_wanted = Signal(int)
    link_activated = Signal(str)
    attach_wanted = Signal(str)  # a source's id
    forget_wanted = Signal(str)  # a source's id
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reading: Reading | None = None
        self._shown = Shown()
        self._source = ""
        self._selection: Selection | None = None
        self.setAccessibleName(tr("Source"))
        self.head = SourceHead(theme)
        self.head.source_wanted.connect(self.show_source)
        self.head.open.clicked.connect(self._open_article)
        self.note = SourceNote(theme)
        self.note.attach_wanted.connect(lambda: self.attach_wanted.emit(self._source))
        self.note.forget_wanted.connect(lambda: self.forget_wanted.emit(self._source))
        self.note.open_wanted.connect(self._open_article)
        self.passage = PassageBar(theme)
        self.passage.mark_wanted.connect(self.mark_wanted)
        self.article = Article(theme)
        self.article.paragraph_clicked.connect(self._clicked)
        self.article.step_wanted.connect(self.passage.step)
        self.article.left.connect(self.left)
        self._coverage = CoverageStrip(theme)
        self._coverage.paragraph_activated.connect(self._go_to)
        self._share = TextLine(theme, "", "meta", "ink3")
        self._lay_out()

    def _lay_out(self) -> None:
        px = self._theme.px
        foot = QHBoxLayout()
        foot.setContentsMargins(px(18), px(8), px(12), px(8))
        foot.setSpacing(px(10))
        foot.addWidget(self._coverage)
        foot.addWidget(self._share, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Hairline(self._theme))
        column.addWidget(self.note)
        column.addWidget(self.passage)
        column.addWidget(self.article, 1)
        column.addWidget(Hairline(self._theme))
        column.addLayout(foot)

    def show_reading(self, reading: Reading) -> None:
        """Show the sources of a briefing: the one that was shown, else the first."""
        before, self._reading = self._reading, reading
        briefing = reading.briefing
        same = before is not None and dict(before.attached) == dict(reading.attached)
        if before is not None and same and proved_alike(before.briefing, briefing, shown_alike=True):
            return
        self.head.offer(briefing.sources)
        known = {source.id for source in briefing.sources}
        self.show_source(self._source if self._source in known else briefing.sources[0].id)

    def show_source(self, source_id: str) -> None:
        """Show one of the sources."""
        if self._reading is None or (source := self._reading.source(source_id)) is None:
            return
        self._source = source_id
        attached = self._reading.attached.get(source_id)
        text = self._reading.text(source_id)
        self.note.show_source(source, attached)
        self.head.show_source(source, linked=bool(source.url and text))
        self._shown = shown_of(self._reading, source)
        self.article.show_source(self._shown)
        if attached is None or attached.same:
            self._show_cited(source)
        else:
            self._show_found(self._reading, source_id, len(text))
        if self._selection is not None:
            self._highlight(self._selection)

    def selected_passage(self) -> Passage | None:
        """Return the words that are selected in the article as a passage, None where none are.

        Raises:
            BriefingError: they are in several paragraphs, cannot be pointed to, or the text is another one.
        """
        found = selected_in(self.article.textCursor(), self.article.text)
        if found is None or self._reading is None:
            return None
        paragraph, start, end = found
        if not paragraph:
            raise BriefingError(Problem("selection-paragraphs"))
        attached = self._reading.attached.get(self._source)
        if attached is not None and not attached.same:
            raise BriefingError(Problem("selection-no-text"))
        from briefing_app.workflow.selecting import passage_at  # with the making of passages, rarely needed

        return passage_at(self._reading.text(self._source), paragraph, start, end, source=self._source)

    def passage_place(self) -> tuple[QRectF, int] | None:
        """Return where the words in view stand in the article's viewport, None where there are none.

        With it -1 where they lie above what is seen, 1 where they lie below, else 0.
        """
        spans = self.article.spans()
        if not spans:
            return None
        area = self.article.rect_at(spans[0][0]).united(self.article.rect_at(spans[0][1]))
        below = area.top() > self.article.viewport().height()
        return area, -1 if area.bottom() < 0 else 1 if below else 0

    def _show_cited(self, source: Source) -> None:
        """Show how much of a source is cited."""
        marked = cited(self._reading.briefing, source) if self._reading else frozenset()
        self._coverage.show_coverage(source.paragraphs, marked)
        self._share.recolour("ink3")
        self._share.setText(
            ntr(
                "{cited} of {n} paragraph cited",
                "{cited} of {n} paragraphs cited",
                source.paragraphs,
                cited=len(marked),
            )
        )

    def _show_found(self, reading: Reading, source_id: str, paragraphs: int) -> None:
        """Show how much of what is cited stands in another text: that it is cited would praise the text."""
        from briefing_app.workflow.attaching import STANDING

        shown = (passage for passage in shown_passages(reading.briefing) if passage.source == source_id)
        every = [reading.found[passage] for passage in shown]
        found = [there for there in every if there.state in STANDING]
        self._coverage.show_coverage(paragraphs, {there.paragraph for there in found if there.paragraph})
        self._share.recolour("delay")
        words = ntr("{k} of {n} passage found", "{k} of {n} passages found", len(every), k=f"{len(found):,}")
        self._share.setText(words)

    def place(self) -> tuple[str, Held, int]:
        """Return the source that is shown, where its text stands, and how many letters that has."""
        return self._source, self.article.still.place(), self._shown.letters

    def words_place(self) -> tuple[str, Held]:
        """Return the source that is shown, and where the words that are selected in its text stand."""
        start = self.article.textCursor().selectionStart()
        return self._source, Held(start, int(self.article.rect_at(start).top()))

    def return_to(self, source_id: str, place: Held, letters: int) -> None:
        """Show a source, with a letter of its text where it stood, if the text still has as many `letters`.

        In another text there is nothing of the place but the passage that is selected.
        """
        if source_id != self._source:
            self.show_source(source_id)
        if source_id == self._source and letters in (0, self._shown.letters):
            self.article.still.put(place)

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
        paragraph = self._now(selection) if here else 0
        self._coverage.select(paragraph or None)
        if self._reading is not None:
            self.passage.select(self._reading, selection)
        self.passage.setVisible(here and self.passage.isVisibleTo(self))
        inner = self.layout()
        if inner is not None:
            inner.activate()  # what the bar leaves of the article is what the words are brought into
        self.article.highlight(selection.passages if here else (), paragraph)

    def _now(self, selection: Selection) -> int:
        """Return the paragraph where the selected words stand now, 0 where they are not in the text."""
        if self._shown.text:
            found = (self._reading.found.get(each) for each in selection.passages) if self._reading else ()
            return next((there.paragraph for there in found if there and there.paragraph), 0)
        return selection.place.paragraph if selection.place else 0

    def _clicked(self, paragraph: int) -> None:
        """Ask for what cites a paragraph."""
        self.paragraph_picked.emit(self._source, paragraph)

    def _go_to(self, paragraph: int) -> None:
        """Ask for what cites a paragraph of the text, and go there where nothing does."""
        self._clicked(self._shown.cited(paragraph))
        self.article.show_paragraph(paragraph)

    def _open_article(self) -> None:
        """Ask for the address, at the words in view where there are any."""
        source = self._reading.source(self._source) if self._reading else None
        if source is None or not source.url:
            return
        from briefing_app.drafting.text_fragment import address_at

        shown = self._selection.passages if self._selection else ()
        here = (passage for passage in shown if passage.source == self._source)
        self.link_activated.emit(address_at(source.url, here))
