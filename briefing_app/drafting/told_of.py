"""The meeting of which the sentence before told: "The latest was in 2021. During the meeting, ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import DETERMINERS

if TYPE_CHECKING:
    from briefing_app.drafting.clauses import Clause
    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.event import Held
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.reading import Reading

_AT = frozenset(("at", "during", "in"))
_WHEN = frozenset(("at", "during", "in", "after", "since", "before", "on"))
_POINTING = frozenset(("the", "that", "this"))
_OPENING = 3  # words
_OCCASION = frozenset(("occasion",))


def day_told_of(reading: Reading, clause: Clause) -> str:
    """Return the date, as EDTF, of the meeting to which the opening of a sentence points back, empty if none.

    Args:
        reading: what was read.
        clause: one of the sentence.
    """
    paragraph = reading.paragraph(clause.paragraph)
    begin = clause.sentence[0]
    opening = [token.low for token in paragraph.tokens[begin : begin + _OPENING]]
    occasion = opening[:1] == ["on"] and opening[2:] == ["occasion"]
    pointing = opening[0] in _AT or occasion
    if len(opening) < _OPENING or not pointing or opening[1] not in _POINTING:
        return ""
    if opening[2] not in reading.lexicon.lists["meetings"] | _OCCASION:
        return ""
    before = [one for one in reading.gatherings_in(clause.paragraph) if one.sentence[1] == begin]
    dated = before[-1].dated if before else None
    return dated.edtf if dated and dated.edtf else ""


def is_of_others(reading: Reading, clause: Clause, held: Held) -> bool:
    """Tell whether it is of who met elsewhere: "On Monday he met Minister X. They (The meeting) discussed Y".

    Args:
        reading: what was read.
        clause: a clause of the sentence after that.
        held: the event.
    """
    paragraph = reading.paragraph(clause.paragraph)
    begin = clause.sentence[0]
    opening = [token.low for token in paragraph.tokens[begin : begin + 2]]
    named = opening[0] == "the" and opening[-1] in reading.lexicon.lists["meetings"]
    if not (opening[0] == "they" or named) or not held.dated:
        return False
    before = [one for one in reading.gatherings_in(clause.paragraph) if one.sentence[1] == begin]
    told = before[-1] if before else None
    apart = told and told.outlook == "past" and told.dated and told.dated.edtf
    if not told or not apart or told in held.mentions or (held.dated.edtf or "").endswith(apart):
        return False
    if named:
        return True
    first, end = told.sentence
    inside = (party for party in paragraph.parties if first <= party.first < end)
    others = {party.code for party in inside if party.word != "capital"}
    return bool(others - {*held.parties, *held.guests})


def is_done_there(reading: Reading, clause: Clause, held: Held) -> bool:
    """Tell whether it was done at another meeting of the sentence: "X called on Y, and Z was discussed".

    Args:
        reading: what was read.
        clause: a clause of the sentence.
        held: the event.
    """
    if not clause.group.passive or clause.group.verb.force not in ("discuss", "agree", "decide"):
        return False
    tokens = reading.paragraph(clause.paragraph).tokens
    for one in reading.gatherings_in(clause.paragraph):
        before = one.sentence == clause.sentence and one.end <= clause.group.first
        if not before or one in held.mentions or one.outlook in ("expected", "possible"):
            continue
        between = {token.low for token in tokens[one.end : clause.group.first]}
        if (one.verbal and one.people) or (one.dated and one.place and {"at", "which"} <= between):
            return True
    return False


def is_of_thing(paragraph: Paragraph, clause: Clause, dated: Dated) -> bool:
    """Tell whether a year only tells things apart: "reiterated that the 2016 award is", "its 1998 treaty"."""
    at = next((i for i, token in enumerate(paragraph.tokens) if token.start >= dated.start), 0)
    if at >= clause.group.end and paragraph.text[dated.end : dated.end + 1] in ("'", "’"):
        return (
            paragraph.tokens[at - 1].low not in _WHEN
        )  # "condemned last week's raid", not "at last week's talks"
    if at < clause.group.end or at + 1 >= len(paragraph.tokens) or not paragraph.tokens[at].text.isdigit():
        return False
    owned = paragraph.tokens[at - 1].low in DETERMINERS or paragraph.tokens[at - 1].low == "'s"
    return owned and dated.end == paragraph.tokens[at].end and paragraph.tokens[at + 1].is_word
