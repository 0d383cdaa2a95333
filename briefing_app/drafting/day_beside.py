"""Days that an article counts from its meeting: "a day before the talks", "on the eve of the session"."""

from __future__ import annotations

from datetime import timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import COUNTS, DETERMINERS
from briefing_app.drafting.values import replace
from briefing_app.model import dates as edtf

if TYPE_CHECKING:
    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.event import Held
    from briefing_app.drafting.gathering import Gathering
    from briefing_app.drafting.reading import Reading

_ONE = frozenset(("a", "the", "one"))
_COUNTED = 3  # words of "a day after"
_SIDES = {"before": -1, "after": 1, "following": 1}
_NOUN = 9  # words of "the two-day talks", of "the Kenya-France Integrated Defence Dialogue"


def on_day_beside(reading: Reading, one: Gathering, held: Held | None) -> Gathering:
    """Return a mention with the day that is counted from the event's, where its sentence tells it so.

    Args:
        reading: what was read.
        one: the mention.
        held: the event.
    """
    other = not (held and one in held.mentions)
    free = other and not one.dated
    back = _set_back(reading, one) if other else 0
    days = back or (_apart(reading, one) if free else 0)
    dated = (_named_before(reading, one) if back else _counted_from(reading, one, held)) if days else None
    span = edtf.parse(dated.edtf) if dated and dated.edtf else None
    start = (span.earliest if days < 0 else span.latest) if span else None
    if dated is None or start is None:
        return one
    return replace(one, dated=replace(dated, edtf=(start + timedelta(days=days)).isoformat()))


def _set_back(reading: Reading, one: Gathering) -> int:
    """Return by how many days a meeting lies off the one before it: "met, a day after a meeting in Riga"."""
    tokens = reading.paragraph(one.paragraph).tokens
    at = one.first - (tokens[one.first - 1].low in DETERMINERS) - 1
    lows = [token.low for token in tokens[max(one.sentence[0], at - 2) : at + 1]]
    if len(lows) < _COUNTED or lows[1] not in ("day", "days") or lows[2] not in _SIDES:
        return 0
    return -_SIDES[lows[2]] * (1 if lows[0] in _ONE else COUNTS.get(lows[0], 0))


def _named_before(reading: Reading, one: Gathering) -> Dated | None:
    """Return the date of the last meeting named before another one in its sentence."""
    here = (each for each in reading.gatherings_in(one.paragraph) if each.sentence == one.sentence)
    return next((each.dated for each in reversed([*here]) if each.first < one.first and each.dated), None)


def _counted_from(reading: Reading, one: Gathering, held: Held | None) -> Dated | None:
    """Return the date of the meeting from which a day is counted: that named after it, else the event's.

    Where nothing took place yet, it is that of the first meeting ahead.
    """
    later = (each for each in reading.gatherings_in(one.paragraph) if each.sentence == one.sentence)
    named = next((each.dated for each in later if each.first > one.first and each.dated), None)
    if named:
        return named
    if held:
        return held.dated if one.outlook in ("past", "none") else None
    ahead = (each for each in reading.gatherings if each.outlook == "expected" and each is not one)
    return next((each.dated for each in ahead if each.dated), None) if one.outlook == "expected" else None


def _apart(reading: Reading, one: Gathering) -> int:
    """Return by how many days the sentence of a mention sets it apart from the talks, 0 where it does not."""
    paragraph = reading.paragraph(one.paragraph)
    lows = [token.low for token in paragraph.tokens[slice(*one.sentence)]]
    nouns = reading.lexicon.lists["meetings"]
    for n, low in enumerate(lows):
        named = takewhile(lambda word: word not in (",", ";"), lows[n + 3 : n + 3 + _NOUN])
        known = lows[n + 2 : n + 3] in (["the"], ["their"]) and bool(nouns & set(named))
        if not known or n == 0:
            continue
        if low == "eve" and lows[n + 1] == "of":
            return -1
        if low in ("day", "days") and lows[n + 1] in _SIDES:
            count = 1 if lows[n - 1] in _ONE else COUNTS.get(lows[n - 1], 0)
            return count * _SIDES[lows[n + 1]]
    return 0
