"""The event as the format has it: its name as printed, else its kind and its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.event import is_numbered_after
from briefing_app.drafting.event_parties import PAIR
from briefing_app.drafting.gathering_verbs import VERB_NOUNS
from briefing_app.drafting.naming import capital, listed, printed_name
from briefing_app.drafting.proofs import passages_of
from briefing_app.drafting.sourcing import SOURCE
from briefing_app.drafting.whens import when_of
from briefing_app.model.items import Review, Series, When
from briefing_app.model.meetings import Event

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.drafting.actor import Actor
    from briefing_app.drafting.attendance import Attendance
    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.event import Held
    from briefing_app.drafting.gathering import Gathering
    from briefing_app.drafting.reading import Reading

_ANYBODY = frozenset(("leaders", "sides", "countries", "parties", "allies", "delegations", "governments"))
_NO_DATE = "no date given"


def name_of_event(reading: Reading, held: Held, attended: Sequence[Attendance], known: dict[str, str]) -> str:
    """Return the event's name as printed, else its kind and its people.

    Args:
        reading: what was read.
        held: the event.
        attended: who attended.
        known: printed forms of parties that no table knows.
    """
    best = held.best
    paragraph = reading.paragraph(best.paragraph)
    numbered = best.ordinal and not best.verbal and not is_numbered_after(reading, best)
    body = not best.verbal and _is_of_body(reading, best)
    if best.proper or numbered or body:
        return capital(paragraph.said(best.first, best.end) + _whose(reading, best))
    kind = VERB_NOUNS.get(best.head, best.head if best.head == "talks" else "meeting")
    kind = kind if best.verbal else _bare(reading, best)
    heads = [reading.people[each.person].name for each in attended if each.capacity == "head"]
    two = len(heads) == PAIR == len(held.parties) or (
        PAIR < len(heads) == len(held.parties) <= PAIR + 1 and not _group_in_lead(reading)
    )
    group = "" if two else _group_in_lead(reading)
    who = heads if two else [group] if group else [printed_name(code, known) for code in held.parties]
    return f"{capital(kind)} of {listed(who)}" if who else capital(kind)


def _is_of_body(reading: Reading, best: Gathering) -> bool:
    """Tell whether a meeting is called by the body that met: "the meeting of the Lakes Commission"."""
    last = reading.paragraph(best.paragraph).tokens[best.end - 1]
    return last.is_capital and last.low in reading.lexicon.lists["boards"]


def _whose(reading: Reading, best: Gathering) -> str:
    """Return the words that say whose session it is: " of the Lakes Committee" held "its 7th Session"."""
    paragraph = reading.paragraph(best.paragraph)
    if best.first == best.sentence[0] or paragraph.tokens[best.first - 1].low != "its" or not best.ordinal:
        return ""
    before = (
        one
        for one in reading.gatherings_in(best.paragraph)
        if one.sentence == best.sentence
        and one.end <= best.first
        and (one.proper or (one.end - one.first > PAIR and paragraph.tokens[one.first].is_capital))
    )
    owner = next(before, None) or _joint_body(reading, best)
    said = paragraph.said(owner.first, owner.end) if owner else ""
    return f" of the {said.removeprefix('The ')}" if said else ""


def _joint_body(reading: Reading, best: Gathering) -> Actor | None:
    """Return the body named after its states that is said to have opened or held a session."""
    return next(
        (
            actor
            for actor in reading.actors[best.paragraph - 1]
            if best.sentence[0] <= actor.first < best.first
            and len(actor.codes) > 1
            and actor.head in reading.lexicon.lists["assemblies"]
        ),
        None,
    )


def _group_in_lead(reading: Reading) -> str:
    """Return who met as the lead calls them: "NATO defence ministers", "the ministers of A, B and C"."""
    for number, acting in enumerate(reading.actors[:2], 1):
        for actor in acting:
            words = reading.paragraph(number).said(actor.first, actor.end)
            if (
                actor.kind == "group"
                and actor.head.endswith("s")
                and (actor.codes or actor.head not in _ANYBODY)
                and not actor.governed
                and len(words.split()) > PAIR
            ):
                return words[:1].lower() + words[1:] if words.split()[0] in ("The", "Their") else words
    return ""


def _bare(reading: Reading, one: Gathering) -> str:
    """Return the words of a mention up to its noun: "telephone conversation", without "with Australia"."""
    paragraph = reading.paragraph(one.paragraph)
    last = next(
        (i for i in range(one.end - 1, one.first - 1, -1) if paragraph.tokens[i].low == one.head), one.end - 1
    )
    return paragraph.said(one.first, last + 1)


def event_of_record(reading: Reading, held: Held, name: str) -> Event:
    """Return the event.

    Args:
        reading: what was read.
        held: the event as the grammar found it.
        name: what it is called.
    """
    best = held.best
    series = Series(
        name=best.name + _whose(reading, best) or name,
        abbreviation=best.abbreviation or None,
        ordinal=best.ordinal or None,
    )
    return Event(
        id="event",
        name=name,
        series=series if best.proper or best.ordinal else None,
        when=when_of(held.dated, reading.anchor) or When(phrase=_NO_DATE),
        place=held.place[0] if held.place else None,
        country=held.place[1] or None if held.place else None,
        mode=held.mode,
        parties=held.parties,
        evidence=passages_of(reading, _proofs(reading, held), SOURCE),
        review=Review(state="drafted"),
        origin="rule:event",
        inferred=_inferred(held),
    )


def _proofs(reading: Reading, held: Held) -> list[tuple[int, int, int]]:
    """Return the words that name the meeting, with its date where one sentence has both, else apart."""
    best = held.best
    tokens = reading.paragraph(best.paragraph).tokens
    first, end = best.first, best.end
    if held.dated and held.dated_in == best.paragraph:
        last = [i for i in range(best.sentence[0], best.sentence[1]) if tokens[i].end <= held.dated.end]
        if last and tokens[last[-1]].end == held.dated.end:
            end = max(end, last[-1] + 1)
        begins = [i for i in range(best.sentence[0], best.sentence[1]) if tokens[i].start >= held.dated.start]
        first = min(first, begins[0]) if begins else first
    proofs = [(best.paragraph, first, end)]
    if held.dated and held.dated_in != best.paragraph:
        proofs += _dated_elsewhere(reading, held.dated, held.dated_in)
    return proofs


def _dated_elsewhere(reading: Reading, dated: Dated, number: int) -> list[tuple[int, int, int]]:
    tokens = reading.paragraph(number).tokens
    inside = [i for i, token in enumerate(tokens) if dated.start <= token.start and token.end <= dated.end]
    return [(number, inside[0], inside[-1] + 1)] if inside else []


def _inferred(held: Held) -> tuple[str, ...]:
    found: Mapping[str, bool] = {"place": held.place is not None and held.placed_by_dateline}
    return tuple(name for name, so in found.items() if so)
