"""Dates that something was moved to: "to a day in June", "until next spring", "to May, when it was held"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import MODALS, MONTHS, MOVING, is_adverb, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.tokens import Token

_FOLLOWING = 9  # words of the next sentence
_PUT_OFF = 12  # words of "put off until a summit of presidents in Riga in"
UNTIL = frozenset(("until", "till"))
# What may stand between "moved to" and the new date.
_SOME = word_set(
    "a an the another some day date days week weekend time point month sometime in on of at early late later "
    "mid end beginning start middle half not yet unspecified as - off back"
)
_MET = frozenset(("met", "convened", "gathered"))
_TOOK_PLACE = frozenset(
    (("took", "place"), ("was", "held"), ("were", "held"), ("was", "convened"), ("went", "ahead"))
)
_JOINING = word_set("and then it they which last this year")
_OPEN = MODALS | {"be", "is", "are", "not", "never", "had"}
_THEN = frozenset(("they", "it", "these"))


def is_new_date(tokens: Sequence[Token], at: int, sentence: tuple[int, int]) -> bool:
    """Tell whether a date is the one that something was moved to, and still lies ahead: "to a day in May".

    Args:
        tokens: of the paragraph.
        at: the first token of the date.
        sentence: its sentence, as tokens.
    """
    far = [token.low for token in tokens[max(sentence[0], at - _PUT_OFF) : at]]
    links = (
        n
        for n in range(1, len(far))
        if set(far[:n]) & MOVING
        and (far[n] == "until" or (leads_to_date(far, n) and set(far[n + 1 :]) <= _SOME))
    )
    return next(links, None) is not None and not was_held(tokens, at, sentence[1])


def leads_to_date(lows: Sequence[str], n: int) -> bool:
    """Tell whether a word leads to a new date: "to", "until", "for" after "rescheduled"."""
    return lows[n] in UNTIL | {"to"} or (lows[n] == "for" and lows[n - 1] == "rescheduled")


def was_held(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Tell whether the text goes on that it took place then: "to May, when it was held", "It was held"."""
    after = _lows(tokens[at:end])
    if "when" in after:
        then = after[after.index("when") :]
        return (says_held(then) or bool(_MET & set(then))) and not _OPEN & set(then)
    if _goes_on(after):
        return True
    lows = _lows(tokens[end : end + _FOLLOWING])
    return lows[:1] != [] and lows[0] in _THEN and says_held(lows) and not _OPEN & set(lows)


def _goes_on(after: Sequence[str]) -> bool:
    """Tell whether the same thing is said to have taken place: "to 3 March, took place", "and was held"."""
    at = next((n for n, pair in enumerate(pairwise(after)) if pair in _TOOK_PLACE), None)
    between = after[:at] if at is not None else ["the"]
    return all(low in _JOINING | MONTHS or is_adverb(low) or not low.isalpha() for low in between)


def _lows(tokens: Sequence[Token]) -> list[str]:
    """Return words in lower case; the month of May is no "may"."""
    return ["" if token.text == "May" else token.low for token in tokens]


def says_held(lows: Sequence[str]) -> bool:
    """Tell whether words say that something took place: "took place", "were held"."""
    return not _TOOK_PLACE.isdisjoint(pairwise(lows))
