"""What was decided where the decision stands first: "A will do X, the two sides agreed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.commitments import Commitment
from briefing_app.drafting.extent import extent_of
from briefing_app.drafting.statements import plain_statement
from briefing_app.drafting.terms import halves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.reading import Reading

_WILL = frozenset(("will", "shall", "are", "is", "must"))
_WITHIN = 12
_PAIR = 2
_AFTER = frozenset(("at", "on", "in", ".", ",", "during", "after", "here"))
_TITLE = 5  # words of "naval officers" before the subject


def fronted_of(reading: Reading, paragraph: Paragraph, parties: tuple[str, ...]) -> Iterator[Commitment]:
    """Yield what stands before "the two sides agreed", or before the paper that says it.

    Args:
        reading: what was read.
        paragraph: where to look.
        parties: whose decision it is.
    """
    for begin, end in paragraph.sentences:
        joint = _jointly(reading, paragraph, begin, end, parties)
        if joint:
            yield joint
            continue
        comma = _closing(reading, paragraph, begin, end)
        if (
            not comma
            or not _is_planned(paragraph, begin, comma)
            or _is_told(reading, paragraph, begin, comma)
        ):
            continue
        paper = paragraph.tokens[comma + 1].low == "according"
        for first, last in halves(paragraph, begin, comma):
            if paper and _is_next_meeting(reading, paragraph, first, last):
                continue  # it stands with the meetings: nobody is said to have agreed on it
            yield Commitment(
                "agreed",
                parties,
                plain_statement(paragraph, first, last),
                ((paragraph.number, first, last),),
                "agreed-after",
                "agreed that",
                paragraph.said(first, last),
            )


def _is_next_meeting(reading: Reading, paragraph: Paragraph, first: int, last: int) -> bool:
    """Tell whether a clause only says that some will meet: "the chiefs will meet in Riga in May"."""
    return any(
        one.outlook == "expected"
        and first <= one.first < last
        and (one.dated or one.place)
        and (one.verbal or one.first - first <= 1)
        for one in reading.gatherings_in(paragraph.number)
    )


def _jointly(
    reading: Reading, paragraph: Paragraph, begin: int, end: int, parties: tuple[str, ...]
) -> Commitment | None:
    """Return what the parties of the meeting "will jointly" do, whoever announces it; None if nothing."""
    tokens = paragraph.tokens
    acting = reading.actors[paragraph.number - 1]
    who = next((a for a in acting if a.first >= begin), None)
    if who is None or who.first - begin > 1 or not who.is_plural:
        return None
    everybody = not who.codes and who.kind in ("group", "pronoun") and len(parties) > 1
    codes = parties if everybody else who.codes
    if len(codes) < _PAIR or not set(codes) <= set(parties):
        return None
    if [token.low for token in tokens[who.end : who.end + 2]] != ["will", "jointly"]:
        return None
    last = extent_of(paragraph, who.end + 1, end, acting, None)
    said = plain_statement(paragraph, who.end + 1, last)
    proof = (paragraph.number, who.first, last)
    raw = paragraph.said(who.end + 1, last)
    return Commitment("agreed", codes, said, (proof,), "will-jointly", "will", raw)


def _is_planned(paragraph: Paragraph, begin: int, comma: int) -> bool:
    """Tell whether the words say what will be done: with "will", or "is to", outside quotation marks."""
    lows = [token.low for token in paragraph.tokens[begin:comma]]
    if set(lows) & {"if", "not", '"', "“", "no"} or lows[:1] == ["it"]:
        return False
    return any(
        low in ("will", "shall") or (low in _WILL and lows[n + 1 : n + 2] == ["to"])
        for n, low in enumerate(lows)
    )


def _is_told(reading: Reading, paragraph: Paragraph, begin: int, comma: int) -> bool:
    """Tell whether the words say themselves who decided: "they agreed that X will be held, the text says"."""
    tokens = paragraph.tokens
    will = next(i for i in range(begin, comma) if tokens[i].low in _WILL)
    return any(
        begin < clause.group.at < will and clause.adjacent and clause.group.status == "asserted"
        for clause in reading.clauses_in(paragraph.number)
    )


def _closing(reading: Reading, paragraph: Paragraph, begin: int, end: int) -> int:
    """Return the comma before "the two sides agreed" or "according to the declaration", 0 if none."""
    tokens = paragraph.tokens
    for clause in reading.clauses_in(paragraph.number):
        group = clause.group
        here = begin < group.at < end
        joint = group.verb.force in ("agree", "decide") or (
            group.verb.force == "announce" and clause.subject and clause.subject.is_plural
        )
        if here and joint and group.status == "asserted" and clause.subject:
            after = tokens[group.end].low if group.end < end else "."
            first = clause.subject.first
            comma = next(
                (k for k in range(first - 1, max(begin, first - _TITLE), -1) if not tokens[k].is_word), begin
            )
            if comma > begin and tokens[comma].text == "," and after in _AFTER:
                return comma
    papers = reading.lexicon.lists["documents"]
    for i in range(begin + 2, end - 2) if "," in paragraph.lows[begin + 2 : end - 2] else ():
        if tokens[i].text != ",":
            continue
        rest = [token.low for token in tokens[i + 1 : min(i + _WITHIN, end)]]
        says = rest[:1] == ["the"] and rest[1:2] and rest[1] in papers and rest[2:3] in (["says"], ["said"])
        by = rest[:2] == ["according", "to"] and any(low in papers for low in rest[2:10])
        if says or by:
            return i
    return 0
