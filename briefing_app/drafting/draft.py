"""From an article to a draft briefing: the whole pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.agreements import commitments_of
from briefing_app.drafting.assembly import Found, assembled
from briefing_app.drafting.attendance import Witnesses, attended
from briefing_app.drafting.background import background_of
from briefing_app.drafting.event import event_of, named_elsewhere
from briefing_app.drafting.glossary import glossary_of
from briefing_app.drafting.meetings import meetings_of
from briefing_app.drafting.opcon import opcon_of
from briefing_app.drafting.reading import read
from briefing_app.model.problems import BriefingError, Problem
from briefing_app.model.record import MAX_ITEMS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefing_app.drafting.commitments import Commitment
    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.other_meeting import Other
    from briefing_app.drafting.proofs import Proof
    from briefing_app.drafting.reading import Reading
    from briefing_app.model.article import Article
    from briefing_app.model.briefing import Briefing


def draft_of(article: Article, lexicon: Lexicon, anchor: date, name: str) -> Briefing:
    """Return the draft of a briefing from an article.

    Args:
        article: the cleaned text, with what its page says of itself.
        lexicon: the knowledge of words.
        anchor: the day from which relative dates are read: that of publication.
        name: the briefing's id.

    Raises:
        BriefingError: `draft-nothing`, the article names no meeting, participant or agreement;
            `draft-too-many`, it holds more items than a briefing may.
    """
    reading = read(article, lexicon, anchor)
    found = found_in(reading)
    count = len(found.commitments) + len(found.meetings) + len(found.attended) + len(found.background)
    if not (found.held or found.commitments or found.meetings):
        raise BriefingError(Problem("draft-nothing", "error"))
    if count > MAX_ITEMS:
        raise BriefingError(Problem("draft-too-many", "error", values={"n": count, "most": MAX_ITEMS}))
    return assembled(reading, found, name)


def found_in(reading: Reading) -> Found:
    """Return all that the grammar concludes from what it has read."""
    # Whose meeting it is follows from who came, and who came is told more surely when that is known.
    witnesses = Witnesses(
        reading.people, reading.named, reading.paragraphs, reading.lexicon, reading.article.published
    )
    held = event_of(reading, attended(witnesses, ()))
    there = attended(witnesses, held.parties, named_elsewhere(reading, held)) if held else ()
    commitments = commitments_of(reading, held)
    meetings = meetings_of(reading, held)
    opcon = opcon_of(reading)
    used = {
        (number, sentence)
        for number, first, _ in _proofs(commitments, meetings)
        if (sentence := _sentence(reading, number, first)) >= 0
    }
    return Found(
        held=held,
        attended=there,
        commitments=commitments,
        meetings=meetings,
        opcon=opcon,
        background=tuple(background_of(reading, used)),
        glossary=glossary_of(reading),
    )


def _proofs(commitments: Sequence[Commitment], meetings: Sequence[Other]) -> list[Proof]:
    found = [proof for each in commitments for proof in each.proofs]
    return found + [proof for each in meetings for proof in each.proofs]


def _sentence(reading: Reading, number: int, token: int) -> int:
    spans = reading.paragraph(number).sentences
    return next((n for n, (begin, end) in enumerate(spans) if begin <= token < end), -1)
