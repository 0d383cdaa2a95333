"""Cities that host a meeting, and so are its place: "which Riga will host", "Riga hosted the talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import BE, MODALS, is_adverb, word_set

if TYPE_CHECKING:
    from briefing_app.drafting.gathering import Gathering
    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph

_HOSTING = frozenset(("host", "hosts", "hosted"))
_AHEAD = word_set("to due set expected scheduled now next")
_REACH = 5  # words of "is now due to"
_BETWEEN = frozenset((",", "which", "that"))


def city_that_hosts(
    paragraph: Paragraph, one: Gathering, left: int, right: int, lexicon: Lexicon
) -> tuple[str, str] | None:
    """Return the city that is said to host a meeting, with its country; None where none is.

    Args:
        paragraph: where it stands.
        one: the mention.
        left: the first token that may belong to it.
        right: the token after the last one.
        lexicon: the knowledge of words.
    """
    if one.verbal and one.head not in _HOSTING:
        return None
    tokens = paragraph.tokens
    first = one.end
    while first < right and tokens[first].low in _BETWEEN:
        first += 1
    after = _city(paragraph, first, right, lexicon) if one.end < first < right else None
    if after:
        return after
    last = (i for i in range(one.first - 1, max(left, one.first - 2 * _REACH) - 1, -1))
    return next((city for i in last if (city := _city(paragraph, i, one.first + one.verbal, lexicon))), None)


def _city(paragraph: Paragraph, i: int, end: int, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return the city at token `i` where it is the subject of a verb of hosting that comes soon."""
    tokens = paragraph.tokens
    known = lexicon.places.at(tokens, i) if tokens[i].is_capital else None
    if not known:
        return None
    at = known[0]
    while at < min(end, known[0] + _REACH) and (
        tokens[at].low in MODALS | BE | _AHEAD or is_adverb(tokens[at].low)
    ):
        at += 1
    hosts = at < end and tokens[at].low in _HOSTING
    return (paragraph.said(i, known[0]), known[1]) if hosts else None
