"""The texts that the briefing rests on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from briefing_app.gui.panels.panel import Panel, Scene
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine, explain
from briefing_app.model.date_words import published_in_words
from briefing_app.model.outline import cited, proved_alike
from briefing_app.model.source_words import publisher, rating_words
from briefing_app.model.visible import visible
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from briefing_app.model.sources import Source


class Sources(Panel):
    """One entry a source: who published what and when, and how much of it is cited."""

    source_wanted = Signal(str)  # a source's id

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene, tr("Sources"))
        for n, source in enumerate(scene.briefing.sources, 1):
            self.space(6)
            self._add_source(n, source)

    def follow(self, scene: Scene) -> bool:
        """Show another state of the briefing, where it cites the same paragraphs of the sources."""
        before, after = self.scene.briefing, scene.briefing
        same = proved_alike(before, after, shown_alike=True) or all(
            cited(before, source) == cited(after, source) for source in after.sources
        )
        if same:
            self.scene = scene
        return same

    def _add_source(self, number: int, source: Source) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(self.theme.inset, 0, self.theme.overhang, 0)
        line.setSpacing(self.theme.px(10))
        texts = QVBoxLayout()
        texts.setSpacing(self.theme.px(1))
        several = len(self.scene.briefing.sources) > 1
        title = tr("{n}  {title}", n=number, title=source.title) if several else source.title
        texts.addWidget(TextLine(self.theme, title, "ui_bold", selectable=True))
        details = " · ".join(part for part in self._details(source) if part)
        about = TextLine(self.theme, details, "meta", "ink2", selectable=True)
        if source.rating:
            explain(about, rating_words(source.rating))
        texts.addWidget(about)
        if source.url:
            texts.addWidget(TextLine(self.theme, source.url, "meta", "ink3", selectable=True))
        line.addLayout(texts, 1)
        button = Button(self.theme, tr("Show source"), icon="source", icon_only=True)
        button.setAccessibleName(tr("Show source: {title}", title=visible(source.title)))
        button.clicked.connect(partial(self.source_wanted.emit, source.id))
        line.addWidget(button)
        self.add_layout(line)

    def _details(self, source: Source) -> tuple[str, ...]:
        kind = {"wire": tr("wire"), "official": tr("official"), "press": tr("press"), "other": tr("other")}
        share = ntr(
            "{cited} of {n} paragraph cited",
            "{cited} of {n} paragraphs cited",
            source.paragraphs,
            cited=len(cited(self.scene.briefing, source)),
        )
        rating = tr("rated {rating}", rating=source.rating) if source.rating else ""
        published = published_in_words(source.published)
        about = (kind[source.kind], publisher(source), published, source.author or "")
        return *about, share, rating, source.descriptor or ""
