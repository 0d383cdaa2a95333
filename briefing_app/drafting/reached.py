"""A meeting told by its outcome alone: "under an accord reached on Monday by the ministers of A and B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.gathering import Gathering
from briefing_app.drafting.places import places_in
from briefing_app.drafting.recency import is_recent
from briefing_app.drafting.tense import is_reached

if TYPE_CHECKING:
    from briefing_app.drafting.actor import Actor
    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.reading import Reading

_BY = frozenset(("by", "between"))
_WHEN = 8  # words of "reached on Monday in the port of Riga by"
_SAYING = frozenset(("said", "announced", "told"))


def reached_in_lead(reading: Reading) -> Gathering | None:
    """Return the meeting at which several reached what the first paragraph speaks of, with its recent day.

    Args:
        reading: what was read.
    """
    if not reading.paragraphs:
        return None
    paragraph = reading.paragraph(1)
    for begin, end in paragraph.sentences:
        for i in range(begin + 1, end):
            came = is_reached(paragraph.tokens, i)
            actor, dated = (_by_whom(reading, i), _day(reading, i)) if came else (None, None)
            if actor is None or dated is None:
                continue
            place = next(places_in(paragraph, i, end, reading.lexicon, going=False), None)
            return Gathering(
                1,
                (begin, end),
                i - 1,
                actor.end,
                "meeting",
                "",
                verbal=True,
                outlook="past",
                codes=actor.codes,
                dated=dated,
                place=place,
            )
    return None


def _by_whom(reading: Reading, came: int) -> Actor | None:
    """Return the several who are named after "by" or "between"."""
    tokens = reading.paragraph(1).tokens
    by = next((i for i in range(came, min(came + _WHEN, len(tokens))) if tokens[i].low in _BY), len(tokens))
    near = (actor for actor in reading.actors[0] if by < actor.first <= by + 2)
    return next((actor for actor in near if len(actor.codes) > 1), None)


def _day(reading: Reading, came: int) -> Dated | None:
    """Return the recent day on which it came about, not the one on which it was told."""
    tokens = reading.paragraph(1).tokens
    for each in reading.dates[0]:
        before = [token.low for token in tokens if token.end <= each.start][-2:]
        later = each.start > tokens[came].start and not _SAYING & set(before)
        if later and each.edtf and is_recent(reading.anchor, each.edtf):
            return each
    return None
