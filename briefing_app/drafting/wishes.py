"""Meetings that are only wished for, provided for, or no talks at all."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.drafting.gathering_names import ORDINALS
from briefing_app.drafting.grammar import DETERMINERS
from briefing_app.drafting.tense import after_aside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.gathering import Gathering
    from briefing_app.drafting.reading import Reading
    from briefing_app.drafting.tokens import Token

_FOR = frozenset(("calls", "called", "calling", "call", "provides", "provided", "provide", "allows", "need"))
_OF = frozenset(("importance", "need", "value", "role", "absence", "lack"))
_CHAMBERS = frozenset(("parliament", "senate", "legislature", "assembly", "congress", "bundestag", "knesset"))
_ENDING = frozenset(("close", "conclude", "end", "finish", "last", "run", "continue"))
_DUE = frozenset(("due", "expected", "scheduled", "set"))
_RELATIVE = frozenset(("that", "which", "who"))
_PLANNING = frozenset(
    ("plan", "organise", "organize", "prepare", "stage", "hold", "mount", "discuss", "join")
)
_NEAR = 4
_WAITING = frozenset(
    ("defer", "deferred", "postpone", "postponed", "leave", "left", "refer", "referred", "put", "adjourn")
)


def is_wished(reading: Reading, one: Gathering) -> bool:
    """Tell whether a mention is no meeting: called for, a custom, a parliament's session, talks that end.

    Args:
        reading: what was read.
        one: the mention.
    """
    tokens = reading.paragraph(one.paragraph).tokens
    if _is_custom(tokens, one):
        return True
    if one.verbal:
        return _is_of_protest(reading, one)
    if one.definite and _is_to_end([token.low for token in tokens[one.end : one.sentence[1]]]):
        return True
    lows = [token.low for token in tokens[max(one.sentence[0], one.first - _NEAR) : one.first]]
    if one.head in ("session", "sessions") and set(lows) & _CHAMBERS:
        return True
    plain = [low for low in lows if low not in ("the", "a", "an", "further", "regular")]
    governed = {"for": _FOR, "of": _OF}.get(plain[-1], frozenset()) if len(plain) > 1 else frozenset()
    return plain[-2] in governed if governed else False


def is_only_until(reading: Reading, one: Gathering) -> bool:
    """Tell whether it only says till when something waits: "deferred the matter to their next meeting".

    Args:
        reading: what was read.
        one: the mention.
    """
    begin = one.sentence[0]
    lows = [token.low for token in reading.paragraph(one.paragraph).tokens[begin : one.first]]
    plain = [low for low in lows if low not in DETERMINERS]
    return plain[-1:] in (["to"], ["until"], ["till"]) and bool(_WAITING & set(plain))


def _is_to_end(following: Sequence[str]) -> bool:
    """Tell whether talks are being held: "the talks will close", "the session, held in A, is due to end"."""
    verb = following[after_aside(following) :]
    due = verb[:1] in (["is"], ["are"], ["was"], ["were"]) and verb[2:3] == ["to"] and verb[1] in _DUE
    ahead = 3 if due else int(verb[:1] == ["will"])
    return ahead > 0 and bool(_ENDING & set(verb[ahead : ahead + 1]))


def _is_custom(tokens: Sequence[Token], one: Gathering) -> bool:
    """Tell whether it is what was done at times: "the talks that the two used to hold", "used to meet"."""
    if one.verbal:
        return [token.low for token in tokens[max(0, one.first - 2) : one.first]] == ["used", "to"]
    begin, end = one.sentence
    stop = next((i for i in range(one.end, end) if tokens[i].text in ",;"), end)
    after = [token.low for token in tokens[one.end : stop]]
    relative = next((n for n, low in enumerate(after) if low in _RELATIVE), len(after))
    governed = [token.low for token in tokens[max(begin, one.first - _NEAR) : one.first]]
    return ("used", "to") in (*pairwise(after[relative:]), *pairwise(governed))


def _is_of_protest(reading: Reading, one: Gathering) -> bool:
    """Tell whether people without office meet to protest: "masters will meet to plan a protest"."""
    begin, end = one.sentence
    after = [token.low for token in reading.paragraph(one.paragraph).tokens[one.end : end]]
    protests = reading.lexicon.lists["protests"]
    planned = any(
        pair[0] == "to" and pair[1] in _PLANNING and protests & set(after[n + 2 : n + 2 + _NEAR])
        for n, pair in enumerate(pairwise(after))
    )
    acting = (a for a in reading.actors[one.paragraph - 1] if begin <= a.first and a.end <= one.first)
    return planned and all(actor.governed for actor in acting)


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
