"""Reads invented articles for the tests of the grammar: all are published on Friday, 18 September 2026."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from briefing_app.drafting.draft import draft_of, found_in
from briefing_app.drafting.reading import Reading, read
from briefing_app.model.article import Article

if TYPE_CHECKING:
    from briefing_app.drafting.assembly import Found
    from briefing_app.drafting.clauses import Clause
    from briefing_app.drafting.event import Held
    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.other_meeting import Other
    from briefing_app.model.briefing import Briefing

ANCHOR = date(2026, 9, 18)
MET = "The defence ministers of Kenya and Uganda met in Nairobi on Thursday."


class Desk:
    """Reads articles with the shipped lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the knowledge of words."""
        self.lexicon = lexicon

    def article(self, *paragraphs: str, **page: str) -> Article:
        """Return an article; `page` is what its page says of itself."""
        return Article.model_validate({"paragraphs": paragraphs, **page})

    def reading(self, *paragraphs: str, **page: str) -> Reading:
        """Return the article as the grammar reads it."""
        return read(self.article(*paragraphs, **page), self.lexicon, ANCHOR)

    def found(self, *paragraphs: str, **page: str) -> Found:
        """Return what the grammar concludes from the article."""
        return found_in(self.reading(*paragraphs, **page))

    def draft(self, *paragraphs: str, **page: str) -> Briefing:
        """Return the draft of the article."""
        return draft_of(self.article(*paragraphs, **page), self.lexicon, ANCHOR, "draft")

    def held(self, *paragraphs: str, **page: str) -> Held:
        """Return the event of an article that reports one."""
        held = self.found(*paragraphs, **page).held
        assert held is not None
        return held

    def said(self, *paragraphs: str, **page: str) -> list[tuple[str, str, str]]:
        """Return kind, parties and statement of each commitment."""
        found = self.found(*paragraphs, **page).commitments
        return [(each.kind, " ".join(each.parties), each.statement) for each in found]

    def meetings(self, *paragraphs: str, **page: str) -> tuple[Other, ...]:
        """Return the meetings beside the event."""
        return self.found(*paragraphs, **page).meetings

    def clause(self, text: str) -> Clause:
        """Return the only clause of commitment in a text."""
        (clause,) = self.reading(text).clauses
        return clause
