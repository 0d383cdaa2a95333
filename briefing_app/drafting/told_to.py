"""What one side tells the other that it will do: "she told her counterpart that Kenya will waive the fee"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.commitments import Commitment
from briefing_app.drafting.extent import extent_of
from briefing_app.drafting.grammar import BE, HAVE, NEGATIONS, is_adverb, word_set
from briefing_app.drafting.statements import plain_statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.drafting.actor import Actor
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.reading import Reading

_TELLING = frozenset(("told", "informed"))
_WILL = frozenset(("will", "would"))
_PEERS = frozenset(("counterpart", "counterparts", "colleague", "colleagues"))
_PEERS_THAT = 3  # words of "his counterparts that"
_TWO = 2  # who is told, and who will do it
# What follows "will" without being anything done for somebody.
_IDLE = (
    BE
    | HAVE
    | NEGATIONS
    | word_set(
        "hold continue remain become face need study consider examine look decide wait complete finish end "
        "lose seek begin start depend require take await review discuss elect vote try meet"
    )
)


def told_to(reading: Reading, paragraph: Paragraph, parties: tuple[str, ...]) -> Iterator[Commitment]:
    """Yield what one side told somebody of the other that it will do.

    Args:
        reading: what was read.
        paragraph: where to look.
        parties: those of the meeting.
    """
    acting = reading.actors[paragraph.number - 1]
    for begin, end in paragraph.sentences:
        for i in range(begin + 1, end):
            who = _of_whom(reading, paragraph, i, end) if paragraph.tokens[i].low in _TELLING else None
            if who is None or len(who.codes) != 1 or who.codes[0] not in parties:
                continue
            first = _deed(paragraph, who.end, end)
            last = extent_of(paragraph, first, end, acting, None) if first else 0
            if last > first + 1:
                proof = (paragraph.number, who.first, last)
                yield Commitment(
                    "pledged",
                    who.codes,
                    plain_statement(paragraph, first, last),
                    (proof,),
                    "told-to",
                    "will",
                    paragraph.said(first, last),
                )


def _of_whom(reading: Reading, paragraph: Paragraph, i: int, end: int) -> Actor | None:
    """Return the party of which something is told to somebody of another side, None if none."""
    after = [actor for actor in reading.actors[paragraph.number - 1] if i < actor.first < end]
    if one := _of_peers(reading, paragraph, i, after):
        return one
    if len(after) < _TWO or after[0].first - i > 1:
        return None
    told = after[0]
    office = told.kind in ("person", "holder") or (told.kind == "group" and bool(told.codes))
    known = [reading.people[p] for p in told.people]
    if not office or any(person.outsider or person.spokesperson or not person.side for person in known):
        return None
    sides = {person.side for person in known} | set(told.codes)
    one = after[1]
    that = paragraph.tokens[told.end : one.first]
    return one if [token.low for token in that] == ["that"] and not sides & set(one.codes) else None


def _of_peers(reading: Reading, paragraph: Paragraph, i: int, after: Sequence[Actor]) -> Actor | None:
    """Return the party of which its own minister tells the peers: "X told his counterparts that A will"."""
    that = i + len(("told", "his", "counterparts"))
    lows = [token.low for token in paragraph.tokens[i + 1 : that + 1]]
    if (
        len(lows) != _PEERS_THAT
        or lows[0] not in ("his", "her")
        or lows[1] not in _PEERS
        or lows[2] != "that"
    ):
        return None
    teller = next((a for a in reading.actors[paragraph.number - 1] if a.end == i and a.people), None)
    sides = {reading.people[p].side for p in teller.people} if teller else set()
    return next((one for one in after if one.first == that + 1 and set(one.codes) == sides), None)


def _deed(paragraph: Paragraph, i: int, end: int) -> int:
    """Return where what a side "will" do begins, 0 where it is nothing done."""
    tokens = paragraph.tokens
    if i >= end or tokens[i].low not in _WILL:
        return 0
    first = i + 1
    while first < end and is_adverb(tokens[first].low):
        first += 1
    return first if first < end and tokens[first].low not in _IDLE else 0
