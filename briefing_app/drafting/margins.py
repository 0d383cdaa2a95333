"""Meetings on the margins of a larger one: what they have of it, and which of the two is which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.values import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.gathering import Gathering
    from briefing_app.drafting.reading import Reading

_MARGINS = frozenset(("sidelines", "sideline", "margins", "margin", "fringes"))
_PLACES = frozenset(("venue", "place", "city", "town", "location", "site", "capital"))
_RECALLED = 4  # mentions that "the same venue" may look back
_OPENING = 4  # words of "On its margins,"
_OF_NOUN = 16  # words of "a trilateral with Defence Minister X of Y on the margins of the"
_BEFORE = 4  # words of "on the margins of the"


def is_alongside(reading: Reading, one: Gathering) -> bool:
    """Tell whether it is only the larger event at whose margins the parties met."""
    tokens = reading.paragraph(one.paragraph).tokens
    before = [token.low for token in tokens[max(0, one.first - _BEFORE) : one.first]]
    return bool(_MARGINS & set(before)) or _is_pointed_back_to(reading, one)


def _is_pointed_back_to(reading: Reading, one: Gathering) -> bool:
    """Tell whether the next sentence is of who met beside it: "The forum opened. On its margins, A met B"."""
    here = reading.paragraph(one.paragraph)
    following = here.tokens[one.sentence[1] : one.sentence[1] + _OPENING]
    number = one.paragraph
    if not following and number < len(reading.paragraphs):
        number += 1
        following = reading.paragraph(number).tokens[:_OPENING]
    lows = [token.low for token in following]
    beside = len(lows) == _OPENING and lows[0] in ("on", "at") and lows[1] in ("its", "the")
    beside = beside and lows[2] in _MARGINS and lows[3] == ","
    met = (
        each
        for each in reading.gatherings_in(number)
        if each.verbal and (number > one.paragraph or each.sentence[0] > one.sentence[0])
    )
    return beside and any(len(each.people) > 1 for each in met)


def at_its_margins(reading: Reading, one: Gathering, n: int) -> Gathering:
    """Return "they will meet on the margins of X" with the date and place of X, where it has none.

    Args:
        reading: what was read.
        one: the mention.
        n: its place among all mentions.
    """
    larger = _larger(reading, one, n)
    if one.place:
        return one
    if larger is None:
        return replace(one, place=_same_place(reading, n)) if _is_at_same_place(reading, one) else one
    outlook = larger.outlook if one.outlook == "none" else one.outlook
    return replace(one, dated=one.dated or larger.dated, place=larger.place, outlook=outlook)


def _is_at_same_place(reading: Reading, one: Gathering) -> bool:
    """Tell whether a meeting is said to be where the last one was, or was to be: "at the same venue"."""
    lows = [token.low for token in reading.paragraph(one.paragraph).tokens[one.end : one.sentence[1]]]
    return any(low == "same" and lows[n + 1 : n + 2] and lows[n + 1] in _PLACES for n, low in enumerate(lows))


def _same_place(reading: Reading, n: int) -> tuple[str, str] | None:
    """Return the place of the last meeting named before the `n`-th mention that has one."""
    before = (each.place for each in reversed(reading.gatherings[max(0, n - _RECALLED) : n]))
    return next((place for place in before if place), None)


def _larger(reading: Reading, one: Gathering, n: int) -> Gathering | None:
    """Return the larger event of a meeting: the one named after it, else the one of which the text spoke."""
    following: Sequence[Gathering] = reading.gatherings[n + 1 : n + 2]
    for each in following:
        if each.paragraph == one.paragraph and each.sentence == one.sentence:
            near = one.verbal or each.first - one.end <= _OF_NOUN
            return each if near and is_alongside(reading, each) else None
    if one.outlook != "expected" or not is_on_sidelines(reading, one):
        return None
    before = [each for each in reading.gatherings[:n] if each.paragraph == one.paragraph and each.dated]
    return before[-1] if before else None


def is_on_sidelines(reading: Reading, one: Gathering) -> bool:
    """Tell whether a sentence speaks of the sidelines, and not of whose: "will meet on the sidelines"."""
    tokens = reading.paragraph(one.paragraph).tokens
    begin, end = one.sentence
    fronted = [token.low for token in tokens[begin : min(begin + _OPENING, end)]]
    if fronted[1:2] in (["its"], ["the"]) and _MARGINS & set(fronted[2:3]) and fronted[3:] != ["of"]:
        return True
    return any(
        tokens[i].low in _MARGINS and (i + 1 >= end or tokens[i + 1].low != "of") for i in range(one.end, end)
    )
