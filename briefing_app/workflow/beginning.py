"""A briefing that a person writes from the beginning: nothing but its source, and a line to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.sourcing import source_record
from briefing_app.model.briefing import Briefing
from briefing_app.model.by_hand import HEADLINE
from briefing_app.model.dates import parse_published
from briefing_app.model.items import BottomLine, Review
from briefing_app.words import tr

if TYPE_CHECKING:
    from briefing_app.model.article import Article


def begun(article: Article, name: str) -> Briefing:
    """Return a briefing with an article as its source and its headline as title and bottom line.

    Args:
        article: the cleaned text; it tells its day of publication.
        name: the briefing's id.
    """
    anchor = parse_published(article.published or "").day
    title = article.title or tr("New briefing")
    line = BottomLine(id="bottom-line", text=title, review=Review(state="drafted"), origin=HEADLINE)
    return Briefing(
        format="briefing/1",
        id=name,
        title=title,
        language=article.language or "en",
        status="draft",
        as_of=anchor.isoformat(),
        bottom_line=line,
        sources=(source_record(article, anchor),),
    )
