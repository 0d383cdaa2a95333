"""Meetings that are only wished for, provided for, or no talks at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.gathering_names import ORDINALS

if TYPE_CHECKING:
    from briefing_app.drafting.gathering import Gathering
    from briefing_app.drafting.reading import Reading

_FOR = frozenset(("calls", "called", "calling", "call", "provides", "provided", "provide", "allows", "need"))
_OF = frozenset(("importance", "need", "value", "role", "absence", "lack"))
_CHAMBERS = frozenset(("parliament", "senate", "legislature", "assembly", "congress", "bundestag", "knesset"))
_ENDING = frozenset(("close", "conclude", "end", "finish", "last", "run", "continue"))
_NEAR = 4


def is_wished(reading: Reading, one: Gathering) -> bool:
    """Tell whether a noun of meeting is only what is called for, a parliament's session, or talks that end.

    Args:
        reading: what was read.
        one: the mention.
    """
    if one.verbal:
        return False
    tokens = reading.paragraph(one.paragraph).tokens
    ahead = [token.low for token in tokens[one.end : one.end + 2]]
    if one.definite and ahead[:1] == ["will"] and ahead[-1] in _ENDING:
        return True  # "the talks will close on Friday": those that are being held
    lows = [token.low for token in tokens[max(one.sentence[0], one.first - _NEAR) : one.first]]
    if one.head in ("session", "sessions") and set(lows) & _CHAMBERS:
        return True
    plain = [low for low in lows if low not in ("the", "a", "an", "further", "regular")]
    governed = {"for": _FOR, "of": _OF}.get(plain[-1], frozenset()) if len(plain) > 1 else frozenset()
    return plain[-2] in governed if governed else False


def is_of_series(reading: Reading, one: Gathering) -> bool:
    """Tell whether a date says only since when: "the dialogue has brought them together since 2011".

    Args:
        reading: what was read.
        one: the mention.
    """
    if one.ordinal or not one.dated or not one.dated.phrase.lower().startswith("since"):
        return False
    tokens, until = reading.paragraph(one.paragraph).tokens, one.dated.start
    lows = {token.low for token in tokens[slice(*one.sentence)] if token.end <= until}
    later = {token.low for token in tokens[one.end : one.sentence[1]] if token.end <= until}
    # "the meeting was the first since March"
    return bool(lows & {"has", "have"} or later & ORDINALS.keys())
