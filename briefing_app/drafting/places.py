"""Cities where something happens: "in Seoul", "in central Tokyo", and cities that no table knows."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import MONTHS, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.tokens import Token

_BEFORE = frozenset(("in", "at", "to", "near", "outside"))
_PLANNED = frozenset(("planned", "set", "scheduled", "slated", "pencilled", "foreseen"))
_TOWNS = frozenset(("town", "city", "village", "resort", "port"))
_LONGEST = 3
_NEAR_VERB = 5  # words of "met again last week at"
_MEETING = word_set("met meet meets meeting gather gathered talks held convene convened talks session")
_NO_TOWN = word_set(
    "headquarters cabinet congress easter christmas ramadan midnight noon dawn dusk minister ministers "
    "president summit conference foreign state government command base airport"
)
_SET_FOR = frozenset(("slated", "scheduled", "planned"))
_DATED = 12  # words of "slated for the second week of June 2026 at"
_SECOND = 2
_DAY = 7  # words of "on 15 March 2027, where"
_VISITING = frozenset(("visit", "visits", "visited", "visiting"))
_NO_CITY = word_set(
    "monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter parliament "
    "congress exchange order sea ocean gulf strait straits peninsula region islands island bay river "
    "valley lake republic union nations pacific atlantic asia europe africa america baltic arctic balkans "
    "sahel caucasus zone channel territory desert mountains general defence defense north south east west "
    "northern southern eastern western"
)


def places_in(
    paragraph: Paragraph, first: int, end: int, lexicon: Lexicon, *, going: bool = True
) -> Iterator[tuple[str, str]]:
    """Yield the cities after a preposition in some tokens, with their country's code, "" if unknown.

    Args:
        paragraph: where to look.
        first: the first token.
        end: the token after the last.
        lexicon: the knowledge of words.
        going: "to Seoul" is a place too.
    """
    tokens = paragraph.tokens
    for i in range(first, end):
        party = paragraph.party_at(i)
        if party and party.first == i and tokens[i - 1].low == "the" and tokens[i - 2].low == "in":
            if party.end < end and tokens[party.end].low == "capital" and party.code in lexicon.capitals:
                yield lexicon.capitals[party.code], party.code
            continue
        known = lexicon.places.at(tokens, i)
        at = 1 if known and _is_after_quarter(paragraph, i) else _after_preposition(tokens, i)
        if not at or (not going and tokens[i - 1].low == "to"):
            continue
        if at > _SECOND and not (known and _goes_on(tokens, known[0])):
            continue
        if known:
            yield paragraph.said(i, known[0]), known[1]
        elif at == 1 and (stop := _town(paragraph, i, end, lexicon)):
            city = (
                tokens[stop].text == "," and lexicon.places.at(tokens, stop + 1) if stop + 1 < end else None
            )
            if not city:  # "in Kileleshwa, Nairobi": the city follows
                yield paragraph.said(i, stop), ""


def _is_after_quarter(paragraph: Paragraph, i: int) -> bool:
    """Tell whether a city stands after its quarter: "at headquarters in Yongsan, Seoul"."""
    tokens = paragraph.tokens
    if i <= _SECOND or tokens[i - 1].text != "," or not tokens[i].is_capital:
        return False
    known = paragraph.party_at(i - 2)
    if known and known.word != "metonym":
        return False
    first = i - 2
    while first > i - 2 - _LONGEST and tokens[first].is_capital:
        first -= 1
    return first < i - 2 and tokens[first].low in ("in", "at")


def _town(paragraph: Paragraph, i: int, end: int, lexicon: Lexicon) -> int:
    """Return the token after a town that no table knows, 0 where it is none: "in Ka Loe", "at Chirang"."""
    stop = _unknown(paragraph, i, end, lexicon)
    if not stop or _shows_place(paragraph, i):
        return stop
    return (
        stop if _is_met_at(paragraph, i) and stop == i + 1 and paragraph.tokens[i].low not in _NO_TOWN else 0
    )


def _is_met_at(paragraph: Paragraph, i: int) -> bool:
    """Tell whether people meet at a name: "met at Chirang", not "fired at Vesta"."""
    near = paragraph.tokens[max(0, i - _NEAR_VERB) : i]
    if near[-1].low != "at":
        return False
    # "is slated for the second week of June 2026 at Chirang"
    dated = near[-2:-1] != () and (near[-2].text.isdigit() or near[-2].low in MONTHS)
    planned = _SET_FOR & {token.low for token in paragraph.tokens[max(0, i - _DATED) : i]}
    return bool(dated and planned) or any(token.low in _MEETING for token in near)


def _shows_place(paragraph: Paragraph, i: int) -> bool:
    """Tell whether what stands before a name that no table knows makes it a city's."""
    before = paragraph.tokens[i - 1].low
    return before in ("in", "of") or (before == "'s" and paragraph.party_at(i - 2) is not None)


def _after_preposition(tokens: Sequence[Token], i: int) -> int:
    """Return how many tokens before token `i` its preposition stands, 0 where there is none."""
    if not i or not tokens[i].is_capital:
        return 0
    owned = tokens[i - 1].low == "'s" and any(token.low == "in" for token in tokens[max(0, i - 4) : i - 2])
    if tokens[i - 1].low in _BEFORE or owned:  # "in Türkiye's Kayseri"
        return 1
    if tokens[i - 1].low == "of" and i > 1 and tokens[i - 2].low in _TOWNS:
        lows = [token.low for token in tokens[max(0, i - 2 - _SECOND * _LONGEST) : i - 2]]
        return int(bool(_BEFORE & set(lows)) and "," not in lows)
    if tokens[i - 1].low == "for" and i > 1 and tokens[i - 2].low in _PLANNED:
        return 1
    if (
        tokens[i - 1].low == "for"
        and i > _SECOND
        and tokens[i - 2].low == "in"
        and tokens[i - 3].low in _PLANNED
    ):
        return 1
    if tokens[i - 1].low in ("from", "for"):
        return _SECOND + 1
    if i > 1 and tokens[i - 2].low in _BEFORE and tokens[i - 1].text.islower() and tokens[i - 1].is_word:
        return _SECOND
    return _SECOND + 1 if tokens[i - 1].low in _VISITING else 0


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether what follows is said of the city: "from Baghdad, where he met X", "Riga in May, where"."""
    lows = [token.low for token in tokens[end : end + _DAY]]
    return (",", "where") in pairwise(lows) and ("," not in lows[: lows.index("where") - 1])


def _unknown(paragraph: Paragraph, i: int, end: int, lexicon: Lexicon) -> int:
    """Return the token after a city that no table knows, 0 where the words are something else."""
    tokens = paragraph.tokens
    stop = i
    while stop < min(i + _LONGEST, end) and tokens[stop].is_capital and tokens[stop].text[1:].islower():
        if paragraph.party_at(stop) or tokens[stop].low in MONTHS | _NO_CITY:
            return 0
        if any(table.at(tokens, stop) for table in (lexicon.departments, lexicon.offices, lexicon.modifiers)):
            return 0
        stop += 1
    after = tokens[stop].low if stop < len(tokens) else ""
    short = stop == i + 1 and len(tokens[i].text) < _LONGEST
    return 0 if stop == i or after in ("'s", "-") or short else stop
