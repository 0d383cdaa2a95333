"""What is told the other way round: "the signing of an agreement", "Also discussed was the drought"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.commitments import Commitment
from briefing_app.drafting.extent import extent_of
from briefing_app.drafting.grammar import BE, DETERMINERS, MODALS, NEGATIONS, is_adverb, word_set
from briefing_app.drafting.recency import is_before
from briefing_app.drafting.statements import statement_of
from briefing_app.drafting.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.reading import Reading
    from briefing_app.model.agreements import Kind

_NEAR, _AFTER, _HEAD = 8, 3, 7
_ENDING = word_set(
    "began opened closed ended concluded culminated finished culminating concluding ending closing wrapped"
)
_SEEING = word_set("witnessed oversaw attended saw included witnessing included followed")
_DOING: dict[str, Kind] = {"discuss": "discussed", "agree": "agreed", "decide": "agreed", "sign": "agreed"}
_OPENING = frozenset(("also", "further", "likewise", "separately", "then", ","))


def turned_of(reading: Reading, paragraph: Paragraph, parties: tuple[str, ...]) -> Iterator[Commitment]:
    """Yield what was signed where only a noun tells it, and what an opening verb says was discussed.

    Args:
        reading: what was read.
        paragraph: where to look.
        parties: those of the meeting.
    """
    for begin, end in paragraph.sentences:
        found = _signed(reading, paragraph, begin, end) or _inverted(reading, paragraph, begin, end)
        if found is None:
            continue
        kind, at, first = found
        last = extent_of(paragraph, first, end, reading.actors[paragraph.number - 1], None)
        last = _before_day(reading, paragraph, first, last) if kind == "agreed" else last
        verdict = Verdict(kind, first, last, "turned")
        said = statement_of(paragraph, verdict, first, last)
        if said:
            yield Commitment(
                kind,
                parties,
                said,
                ((paragraph.number, at, last),),
                "turned",
                kind,
                paragraph.said(first, last),
            )


def _before_day(reading: Reading, paragraph: Paragraph, first: int, last: int) -> int:
    """Return where what was signed ends before day and place: "three pacts in Riga on Monday after talks"."""
    days = {each.start for each in reading.dates[paragraph.number - 1] if each.edtf}
    tokens = paragraph.tokens
    for i in range(first + 1, last - 1):
        if tokens[i].low == "on" and tokens[i + 1].start in days:
            city = next((k for k in range(first + 1, i) if tokens[k].low == "in"), i)
            return city if all(token.is_capital for token in tokens[city + 1 : i]) else i
    return last


def _signed(reading: Reading, paragraph: Paragraph, begin: int, end: int) -> tuple[Kind, int, int] | None:
    """Return where "the signing of an agreement" tells what was signed there."""
    tokens = paragraph.tokens
    for i in range(begin + 2, end - 2):
        if tokens[i].low != "signing" or tokens[i + 1].low != "of":
            continue
        before = [token.low for token in tokens[max(begin, i - _NEAR) : i]]
        ended = "with" in before and _ENDING & set(before[: before.index("with")])
        at = max(begin, i - _NEAR)
        told = (ended or _SEEING & set(before)) and not set(before) & (MODALS | NEGATIONS | {"to"})
        head = {token.low for token in tokens[i + 2 : i + 2 + _HEAD]}
        papers = reading.lexicon.lists["documents"] | _PLURALS
        past = any(
            each.edtf
            and tokens[begin].start <= each.start < tokens[end - 1].end
            and is_before(reading.anchor, each.edtf)
            for each in reading.dates[paragraph.number - 1]
        )
        if told and head & papers and not past:
            first = i + 2
            return "agreed", next(k for k in range(at, i) if tokens[k].low in _ENDING | _SEEING), first
    return None


_PLURALS = word_set(
    "agreements memorandums memoranda treaties accords plans documents deals contracts pacts plan"
)


def _inverted(reading: Reading, paragraph: Paragraph, begin: int, end: int) -> tuple[Kind, int, int] | None:
    """Return where a sentence opens with what was done: "Also discussed was X", "Agreed too were Y"."""
    tokens = paragraph.tokens
    i = begin
    while i < end and tokens[i].low in _OPENING:
        i += 1
    opening = tokens[min(i, end - 1)].low
    forces = [verb.force for verb in reading.lexicon.verbs.get(opening, ()) if verb.form == "past"]
    kind = next((_DOING[force] for force in forces if force in _DOING), None)
    be = i + 1
    while be < end and (is_adverb(tokens[be].low) or tokens[be].low in ("too", ",")):
        be += 1
    if kind is None or be + 1 >= end or tokens[be].low not in ("was", "were"):
        return None
    determined = tokens[be + 1].low in DETERMINERS or tokens[be + 1].text.islower()
    return (kind, i, be + 1) if determined and tokens[be + 1].low not in BE else None
