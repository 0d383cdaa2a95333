"""Meetings whose date was changed: "the talks, set for May, were moved to a day in June"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.dates import dates_in
from briefing_app.drafting.grammar import MOVING, NEGATIONS
from briefing_app.drafting.new_dates import UNTIL, leads_to_date, was_held
from briefing_app.drafting.values import replace
from briefing_app.model import dates as edtf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.gathering import Gathering
    from briefing_app.drafting.other_meeting import Other
    from briefing_app.drafting.reading import Reading
    from briefing_app.drafting.tokens import Token

_NEW = 14  # characters of "to a day in"
_FROM_TO = 9  # words
_POSTPONED = 5  # words of "have postponed their fourth"


def rescheduled(reading: Reading, one: Gathering) -> Gathering:
    """Return a mention with its new date where it "has been moved from one day to another".

    Args:
        reading: what was read.
        one: the mention.
    """
    tokens = reading.paragraph(one.paragraph).tokens
    begin = one.sentence[0]
    before = {token.low for token in tokens[max(begin, one.first - _POSTPONED) : one.first]}
    until = [d for d in reading.dates[one.paragraph - 1] if d.start >= tokens[one.end - 1].end]
    until = [d for d in until if d.edtf and d.phrase.split()[0] in UNTIL and before & MOVING]
    if until:
        return replace(one, dated=_point(reading, until[0]), outlook="expected")
    for i in range(one.end, one.sentence[1] - 2):
        new = _moved_to(reading, one, i) if tokens[i].low in MOVING else None
        if new:
            return _at_new_date(reading, one, new)
    will = _will_be(tokens, one) if one.outlook in ("off", "past") else 0
    if will:
        later = (d for d in reading.dates[one.paragraph - 1] if d.start > tokens[will].start)
        later = (d for d in later if d.end <= tokens[one.sentence[1] - 1].end)
        return replace(one, dated=next(later, None), outlook="expected")
    return one


def named_before(made: Other, one: Gathering, before: Other | None) -> Other:
    """Return "the meeting will now be held in May" with the name of the meeting that was just put off.

    Args:
        made: the meeting as drafted.
        one: its mention.
        before: the meeting drafted before it.
    """
    bare = one.definite and one.name == one.head and one.outlook == "expected"
    if before is None or before.certainty != "none" or not bare:
        return made
    if made.proofs[0][0] - before.proofs[0][0] > 1:
        return made
    return replace(
        made,
        title=before.title,
        series=before.series,
        parties=made.parties or before.parties,
        ordinal=before.ordinal,
        proofs=(*made.proofs, *before.proofs),
    )


def _will_be(tokens: Sequence[Token], one: Gathering) -> int:
    """Return where "was put off and will be held in" goes on, 0 where it does not."""
    lows = [token.low for token in tokens[one.end : one.sentence[1]]]
    moving = next((n for n, low in enumerate(lows) if low in MOVING), len(lows))
    for n in range(moving, len(lows) - 3):
        ahead = lows[n + 1] == "will" or (lows[n + 1] in ("is", "are") and "to" in lows[n + 2 : n + 4])
        if lows[n] == "and" and ahead and {"held", "place"} & set(lows[n + 2 : n + 5]):
            return 0 if NEGATIONS & set(lows[n + 2 : n + 5]) else one.end + n + 1
    return 0


def _moved_to(reading: Reading, one: Gathering, moving: int) -> Dated | None:
    """Return the date that a verb of moving leads to, None where it leads to none."""
    tokens = reading.paragraph(one.paragraph).tokens
    lows = [token.low for token in tokens]
    for k in range(moving + 1, min(moving + _FROM_TO, one.sentence[1])):
        to = tokens[k]
        later = (d for d in reading.dates[one.paragraph - 1] if d.start >= to.start and d.edtf)
        near = (d for d in later if d.start - to.end <= _NEW)
        new = next(near, None) if leads_to_date(lows, k) else None
        if new:
            return _point(reading, new)
    return None


def _point(reading: Reading, new: Dated) -> Dated:
    """Return the date of "until next spring" as the time that it is put off to, not all time until then."""
    first, _, rest = new.phrase.partition(" ")
    dates = dates_in(rest, reading.anchor, lambda _: True) if first.lower() in UNTIL else ()
    return replace(new, edtf=dates[0].edtf if dates else (new.edtf or "").removeprefix("../"))


def _at_new_date(reading: Reading, one: Gathering, new: Dated) -> Gathering:
    """Return a mention at its new date: ahead, held where the text says so, else of a time that is over."""
    tokens = reading.paragraph(one.paragraph).tokens
    at = next(i for i, token in enumerate(tokens) if token.end > new.start)
    last = edtf.parse(new.edtf).latest if new.edtf else None
    if was_held(tokens, at, one.sentence[1]):
        return replace(one, dated=new, outlook="past")
    return replace(one, dated=new, outlook="denied" if last and last < reading.anchor else "expected")
