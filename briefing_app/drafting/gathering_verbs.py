"""Verbs that say that some met, or are to: "met", "sat down with", "will take it up in Abuja"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.date_spans import WEEKDAYS
from briefing_app.drafting.gathering import Gathering
from briefing_app.drafting.grammar import ADVERBS, DETERMINERS, HAVE, MODALS, SAYING, word_set
from briefing_app.drafting.hours import is_spent_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.tokens import Token

_NOW_AND_THEN = (("on", "and"), ("from", "time"), ("several", "times"), ("many", "times"), ("a", "number"))
_BASE = frozenset(("meet", "speak", "host", "convene", "gather", "confer", "reconvene", "come", "get", "sit"))
_PEERS = frozenset(("counterpart", "counterparts", "colleague", "colleagues"))
_BODIES = frozenset(("committee", "council", "commission", "board", "panel", "tribunal", "body", "group"))
_TOGETHER = frozenset(("come", "came", "get", "got", "sat", "sit"))
_VERBS = frozenset(
    (
        "met",
        "meet",
        "meets",
        "meeting",
        "spoke",
        "speak",
        "spoken",
        "hosted",
        "host",
        "hosts",
        "received",
        "receive",
        "welcomed",
        "convene",
        "convened",
        "gathered",
        "gather",
        "telephoned",
        "phoned",
        "reconvene",
        "confer",
    )
)

_TOLD = 6  # words of "said on Monday that they would"
HOSTING = frozenset(("host", "hosts", "hosted"))
TAKING_UP = frozenset(
    ("take", "review", "discuss", "consider", "revisit", "finalise", "finalize", "resume", "examine")
)
MEETING_WORDS = _VERBS | _TOGETHER | {"see", "saw", "spent", "called", "negotiated"}
VERB_NOUNS = {
    "spoke": "call",
    "speak": "call",
    "spoken": "call",
    "telephoned": "call",
    "phoned": "call",
    "negotiated": "negotiations",
}
CALLS = frozenset(("call", "conversation", "teleconference", "videoconference", *VERB_NOUNS)) - {"negotiated"}
# What may stand before "with": "spoke again this morning with".
_WHEN = (
    ADVERBS
    | frozenset(WEEKDAYS)
    | word_set("today yesterday tonight this morning afternoon evening week earlier later late")
)
_SPOKEN = frozenset(("spoke", "speak", "spoken"))
_SOON_WORDS = 6  # of "separately this week by telephone"
_AHEAD_OF_NAME = 2  # words of "on the"
_CALLED_ON = 8  # words of "Minister of State for Foreign Affairs X"


def verbal_meeting(paragraph: Paragraph, i: int, sentence: tuple[int, int]) -> Gathering | None:
    """Return the meeting of which the verb at token `i` speaks, None where it is no such verb.

    Args:
        paragraph: where it stands.
        i: the token in question.
        sentence: its sentence, as tokens.
    """
    tokens = paragraph.tokens
    following = [token.low for token in tokens[i + 1 : i + 3]]
    known = tokens[i].low in MEETING_WORDS and not tokens[i].is_capital
    together = known and _comes_together(tokens, i, sentence)
    if not known or not (tokens[i].low in _VERBS or together):
        return None
    if tokens[i].low in _BASE and not _has_auxiliary(tokens, i, sentence[0]):
        return None
    before = tokens[i - 1].low if i > sentence[0] else ""
    met = before == "be" and tokens[i].low == "met"  # "with costs to be met by each"
    party = paragraph.party_at(i - 1) if i else None
    if met or before in DETERMINERS or before == "of" or (party is not None and party.word == "demonym"):
        return None
    after = tokens[i + 1].low if i + 1 < sentence[1] else ""
    peers = not _PEERS.isdisjoint(token.low for token in tokens[i + 2 : i + 4])  # "met its peers"
    if before in ("have", "has", "had") and tuple(following) in _NOW_AND_THEN:
        return None
    owned = after in ("his", "her", "their", "the") or (after == "its" and peers)
    if tokens[i].low in ("met", "meet", "meets", "meeting") and after in DETERMINERS and not owned:
        return None
    if not _is_spoken_to(tokens, i, sentence, after):
        return None
    return Gathering(
        paragraph.number,
        sentence,
        i,
        i + 1,
        tokens[i].low,
        "",
        verbal=True,
        next=before == "next" or after == "next",
    )


def _is_spoken_to(tokens: Sequence[Token], i: int, sentence: tuple[int, int], after: str) -> bool:
    """Tell whether a verb of speaking is of a call: "spoke by phone", and "received" of no call."""
    had = tokens[i].low != "spoken" or HAVE & {token.low for token in tokens[max(sentence[0], i - 2) : i]}
    if tokens[i].low in _SPOKEN and after in _WHEN:  # "spoke earlier today with"
        lows = (token.low for token in tokens[i + 2 : min(i + _SOON_WORDS, sentence[1])])
        after = next((low for low in lows if low not in _WHEN), "")
    if not had or (tokens[i].low in _SPOKEN and after not in ("by", "with", "on", "to")):
        return False
    return not (tokens[i].low == "received" and "call" in [token.low for token in tokens[i + 1 : i + 6]])


def _comes_together(tokens: Sequence[Token], i: int, sentence: tuple[int, int]) -> bool:
    """Tell whether a verb says in other words that some met: "saw each other", "sat down", "got together"."""
    low, following = tokens[i].low, [token.low for token in tokens[i + 1 : i + 4]]
    sees = low in ("see", "saw") and following[:2] == ["each", "other"]
    sees = sees or (low == "saw" and bool(_PEERS & set(following)))
    sits = low == "sit" and bool(_BODIES & {token.low for token in tokens[max(sentence[0], i - 6) : i]})
    down = low in _TOGETHER and ("together" in following[:2] or following[:1] == ["down"])
    paid = low == "called" and _is_called_on(tokens, i, sentence[1])
    had = low == "negotiated" and "had" in [token.low for token in tokens[max(sentence[0], i - 2) : i]]
    return sees or sits or down or paid or had or is_spent_on(tokens, i, sentence[1])


def _is_called_on(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Tell whether somebody paid a call on somebody: "called on Minister X", not "called on X to act"."""
    lows = [token.low for token in tokens[i + 1 : min(end, i + 1 + _CALLED_ON)]]
    at = i + 1 + len(["on"]) + (lows[1:_AHEAD_OF_NAME] == ["the"])
    if lows[:1] != ["on"] or at >= end or not tokens[at].is_capital:
        return False
    stop = next((n for n, low in enumerate(lows) if low in (",", "and", ";", ".")), len(lows))
    return "to" not in lows[:stop]


def meeting_about(paragraph: Paragraph, i: int, sentence: tuple[int, int]) -> Gathering | None:
    """Return the meeting that is told by what it will be about: "they are to take up X in Abuja in May".

    Args:
        paragraph: where it stands.
        i: the token in question.
        sentence: its sentence, as tokens.
    """
    tokens = paragraph.tokens
    if tokens[i].low not in TAKING_UP:
        return None
    before = [token.low for token in tokens[max(sentence[0], i - 2) : i]]
    ahead = before[-1:] == ["will"] or (before[-1:] == ["to"] and before[:1] != ["agreed"])
    after = tokens[i + 1].low if i + 1 < sentence[1] else ""
    ahead = ahead or (before[-1:] == ["would"] and _is_reported(tokens, i, sentence[0]))
    up = after == "up" or (
        after in ("it", "this", "them") and i + 2 < sentence[1] and tokens[i + 2].low == "up"
    )
    if not ahead or (tokens[i].low == "take" and not up):
        return None
    return Gathering(paragraph.number, sentence, i, i + 1, tokens[i].low, "", verbal=True)


def _is_reported(tokens: Sequence[Token], i: int, begin: int) -> bool:
    """Tell whether "would" is the "will" of somebody's words: "X said they would take it up in Riga"."""
    lows = [token.low for token in tokens[max(begin, i - _TOLD) : i]]
    return bool(SAYING & set(lows)) and "if" not in lows


def _has_auxiliary(tokens: Sequence[Token], i: int, begin: int) -> bool:
    """Tell whether a base form is a verb: "will meet", "to host", "the ministers meet"."""
    near = [token.low for token in tokens[max(begin, i - 3) : i]]
    last = near[-1] if near else ""
    return (
        bool(set(near) & (MODALS | {"to"}))
        or last in ("they", "we", "next", "also", "who", "which")
        or last.endswith("s")
    )
