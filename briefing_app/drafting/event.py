"""The meeting that an article is about: which it is, its name, its date and place, and who took part."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from briefing_app.drafting.event_days import (
    building_of,
    date_of,
    is_dateline_day,
    is_in_headline,
    mode_of,
    place_of,
    spanned,
    words_of,
)
from briefing_app.drafting.event_parties import LEAD, PAIR, parties_of, unique
from briefing_app.drafting.gathering import Gathering
from briefing_app.drafting.gathering_names import ORDINALS
from briefing_app.drafting.gathering_nouns import OUTCOMES
from briefing_app.drafting.grammar import word_set
from briefing_app.drafting.margins import is_alongside
from briefing_app.drafting.places import places_in
from briefing_app.drafting.reached import reached_in_lead
from briefing_app.drafting.recency import is_recent
from briefing_app.drafting.values import dataclass, replace
from briefing_app.drafting.wishes import is_of_series, is_wished

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.attendance import Attendance
    from briefing_app.drafting.clauses import Clause
    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.reading import Reading
    from briefing_app.model.meetings import Mode

_LEAST = 4
_DAY = len("2026-01-01")
_MORE = frozenset(("also", "separately", "again"))
_MANY = 1000
_FEW_SESSIONS = 3
_OTHER = frozenset(
    ("last", "previous", "separate", "another", "earlier", "other", "future", "subsequent", "follow", "first")
)
_PLAIN = word_set(
    "meeting meetings talks dialogue session consultation consultations conversation call summit "
    "conference discussions round met hosted spoke negotiations gathering visit forum ministerial "
    "teleconference roundtable luncheon"
)


_CALLS = word_set("call spoke speak telephoned phoned video telephone phone videoconference teleconference")


@dataclass(frozen=True, slots=True)
class Held:
    """The meeting that took place and that the article is about.

    Attributes:
        best: the mention that says most.
        mentions: all mentions of it, in order.
        parties: who took part.
        dated: when it was.
        dated_in: the paragraph that says so.
        place: city and country, None where not said.
        guests: sides of those who observed.
        placed_by_dateline: no sentence says the place, only the dateline.
        mode: how they met.
    """

    best: Gathering
    mentions: tuple[Gathering, ...]
    parties: tuple[str, ...]
    dated: Dated | None
    dated_in: int
    place: tuple[str, str] | None
    mode: Mode | None
    placed_by_dateline: bool = False
    guests: tuple[str, ...] = ()


def named_elsewhere(reading: Reading, held: Held) -> frozenset[tuple[int, int]]:
    """Return paragraph and first token of each other meeting that is named, and is of another day or number.

    Args:
        reading: what was read.
        held: the event.
    """
    return frozenset(
        (one.paragraph, one.first)
        for one in reading.gatherings
        if one not in held.mentions and one.proper and _is_another(one, held)
    )


def _is_another(one: Gathering, held: Held) -> bool:
    """Tell whether a meeting has a number or a day that is not the event's."""
    day, own = one.dated and one.dated.edtf, held.dated and held.dated.edtf
    numbered = one.ordinal and held.best.ordinal and one.ordinal != held.best.ordinal
    return bool(day and own and day != own) or bool(numbered)


def event_of(reading: Reading, attended: Sequence[Attendance]) -> Held | None:
    """Return the meeting that the article reports as held, None where it reports none.

    Args:
        reading: what was read.
        attended: who attended and who did not.
    """
    best = _best(reading)
    if best is None:
        return None
    mentions = tuple(each for each in reading.gatherings if each is best or _is_same(reading, best, each))
    best = _best_named(reading, best, mentions or (best,))
    mentions = mentions or (best,)
    dated, dated_in = date_of(reading, best, mentions)
    for one in mentions:
        dated = spanned(reading, one, mentions, dated) if dated else None
    place = place_of(reading, best, mentions)
    mode = mode_of(reading, mentions, place)
    place = None if mode in ("call", "video") else place
    inferred = place is None and mode is None
    inferred = inferred and (is_dateline_day(reading, dated) or is_in_headline(reading))
    if inferred:
        place, mode = (reading.article.dateline or "", reading.home or ""), "in-person"
    if place is None and mode is None:
        place = building_of(reading, mentions)
        mode = "in-person" if place else None
    parties = parties_of(reading, best, mentions, _sides(reading, attended))
    guests = unique(reading.people[each.person].side for each in attended if each.capacity == "observer")
    guests = tuple(code for code in guests if code not in parties)
    return Held(best, mentions, parties, dated, dated_in, place, mode, inferred, guests)


def _best(reading: Reading) -> Gathering | None:
    """Return the mention that says most of the meeting that took place, None where none did."""
    scored = [
        (_score(reading, each), -n, each)
        for n, each in enumerate(reading.gatherings)
        if not (is_alongside(reading, each) or is_of_series(reading, each) or is_wished(reading, each))
    ]
    score, _, best = max(scored, default=(0, 0, None))
    lead = _in_lead(reading) or reached_in_lead(reading)
    if lead and (best is None or best.paragraph > LEAD + 1 or score < _LEAST):
        best, score = lead, _LEAST
    if best and best.paragraph > LEAD and _is_of_what_is_off(reading) and not _settles(reading, best):
        return None
    return best if best and score >= _LEAST and _took_place(reading, best) else None


def _is_of_what_is_off(reading: Reading) -> bool:
    """Tell whether the first paragraph speaks of a meeting that was put off, and of none held."""
    outlooks = {one.outlook for one in reading.gatherings_in(1)}
    return "off" in outlooks and "past" not in outlooks


def _settles(reading: Reading, one: Gathering) -> bool:
    """Tell whether it is a call at which something was agreed, as one that settles what is put off."""
    call = one.head in _CALLS or bool(_CALLS & set(one.name.casefold().split()))
    return call and any(
        clause.group.verb.force in ("agree", "decide") and clause.group.status == "asserted"
        for clause in reading.clauses_in(one.paragraph)
    )


def _best_named(reading: Reading, best: Gathering, mentions: Sequence[Gathering]) -> Gathering:
    """Return the mention with the fullest name, with the ordinal that stands beside it."""
    best = max(
        mentions,
        key=lambda one: (
            2 * one.proper
            + 2 * (one.ordinal > 0 and not is_numbered_after(reading, one))
            - one.paragraph / _MANY,
            one is best,
        ),
    )
    beside = (
        one.ordinal
        for one in mentions
        if one.ordinal and (one.sentence == best.sentence or is_numbered_after(reading, one))
    )
    return best if best.ordinal else replace(best, ordinal=next(beside, 0))


def _sides(reading: Reading, attended: Sequence[Attendance]) -> tuple[str, ...]:
    """Return the sides of those who took part and were no guests."""
    return unique(
        reading.people[each.person].side
        for each in attended
        if each.capacity in ("head", "member") and not _is_guest(reading, each)
    )


def _in_lead(reading: Reading) -> Gathering | None:
    """Return the meeting of which the lead tells only what was decided: "they decided on Friday"."""
    for clause in reading.clauses:
        group = clause.group
        joint = group.verb.force in ("agree", "decide") or (
            group.verb.force in ("sign", "adopt") and clause.subject is not None and clause.subject.is_plural
        )
        joint = joint or _talked(reading, clause)
        if clause.paragraph > PAIR or not joint or group.status != "asserted" or clause.relative:
            continue
        paragraph = reading.paragraph(clause.paragraph)
        begin = clause.sentence[0]
        dates = [
            each
            for each in reading.dates[clause.paragraph - 1]
            if each.edtf
            and is_recent(reading.anchor, each.edtf)
            and each.start >= paragraph.tokens[begin].start
        ]
        codes = clause.subject.codes if clause.subject else ()
        dates = dates or (_near_lead(reading) if len(codes) > 1 and clause.paragraph == 1 else [])
        if not dates:
            continue
        talks = any(token.low == "talks" for p in reading.paragraphs for token in p.tokens)
        place = _place_of_decision(reading, clause)
        return Gathering(
            clause.paragraph,
            clause.sentence,
            group.first,
            group.end,
            "talks" if talks else "meeting",
            "",
            verbal=True,
            outlook="past",
            codes=codes,
            dated=dates[0],
            place=place if place and place[1] else None,
        )
    return None


def _place_of_decision(reading: Reading, clause: Clause) -> tuple[str, str] | None:
    """Return the city in which something was decided, None where its clause has none.

    What stands in the object is where something is to be: "agreed to meet in Riga".
    """
    paragraph, end = reading.paragraph(clause.paragraph), clause.group.end
    # "A and B will open a port in Riga, officials agreed in Oslo on Friday"
    closing = [token.low for token in paragraph.tokens[end : end + 1]] in (["in"], ["at"])
    spans = ((end, clause.sentence[1] if closing else clause.first), (clause.sentence[0], clause.first))
    places = (places_in(paragraph, *span, reading.lexicon, going=False) for span in spans)
    return next(chain.from_iterable(places), None)


def _near_lead(reading: Reading) -> list[Dated]:
    """Return the days after a lead that gives none: "A and B have signed a pact", "they met on Monday"."""
    return [
        each
        for dates in reading.dates[1:LEAD]
        for each in dates
        if each.edtf and len(each.edtf) == len("2026-01-01") and is_recent(reading.anchor, each.edtf)
    ]


def _talked(reading: Reading, clause: Clause) -> bool:
    """Tell whether several talked: "on the margins of X, A and B discussed", "Minister X and Y discussed"."""
    beside = any(
        one.sentence == clause.sentence and is_alongside(reading, one)
        for one in reading.gatherings_in(clause.paragraph)
    )
    subject = clause.subject
    if subject is None or clause.group.verb.force != "discuss":
        return False
    sides = {reading.people[n].side for n in subject.people} - {None}
    return (beside and subject.is_plural) or (len(sides) > 1 and clause.paragraph == 1)


def _is_guest(reading: Reading, each: Attendance) -> bool:
    """Tell whether the sentence that proves attendance speaks of guests."""
    number, first, _ = each.proofs[0]
    paragraph = reading.paragraph(number)
    begin, end = next(span for span in paragraph.sentences if span[0] <= first < span[1])
    return bool(
        {token.low for token in paragraph.tokens[begin:end]} & {"guest", "guests", "observer", "observers"}
    )


def _score(reading: Reading, one: Gathering) -> int:
    score = max(0, 5 - one.paragraph) * 2 - max(0, one.paragraph - 8)
    score += 3 * one.proper + 2 * bool(one.ordinal) + bool(one.abbreviation)
    score -= 6 * _is_part(reading, one)
    score += {"past": 3, "none": 0, "expected": -6, "possible": -7, "denied": -8, "off": -12}[one.outlook]
    score -= 7 * one.next + 4 * _is_owner(reading, one)
    score -= 5 * bool(words_of(reading, one) & (_OTHER - {"first"})) + 8 * _is_looked_back_on(reading, one)
    if one.dated and one.dated.edtf:
        score += 3 if is_recent(reading.anchor, one.dated.edtf) else -6 * (1 + _is_before_this(reading, one))
    return score + bool(one.place)


def _is_looked_back_on(reading: Reading, one: Gathering) -> bool:
    """Tell whether those who met only took it in: "welcomed the outcome of the Business Forum in Riga"."""
    tokens = reading.paragraph(one.paragraph).tokens
    return any(
        clause.sentence == one.sentence
        and clause.group.verb.force == "welcome"
        and not OUTCOMES.isdisjoint(token.low for token in tokens[clause.group.end : one.first])
        for clause in reading.clauses_in(one.paragraph)
    )


def _is_before_this(reading: Reading, one: Gathering) -> bool:
    """Tell whether its verb tells of the time before: "had met in December", "last met in May"."""
    tokens = reading.paragraph(one.paragraph).tokens
    before = {token.low for token in tokens[max(one.sentence[0], one.first - 2) : one.first]}
    return one.verbal and bool(before & {"had", "last"})


def _is_owner(reading: Reading, one: Gathering) -> bool:
    """Tell whether it is the body that held a session: "the Council ended its third session"."""
    tokens = reading.paragraph(one.paragraph).tokens
    return any(
        other.sentence == one.sentence and other.first >= one.end and tokens[other.first - 1].low == "its"
        for other in reading.gatherings_in(one.paragraph)
    )


def _is_part(reading: Reading, one: Gathering) -> bool:
    """Tell whether it is only a part of a meeting: "the second session", "the closing session"."""
    if one.head != "session" or one.proper or " of " in one.name:
        return False
    parts = {
        "closing",
        "opening",
        "final",
        "working",
        "morning",
        "afternoon",
        "regional",
        "separate",
        "joint",
    }
    numbered = 0 < one.ordinal <= _FEW_SESSIONS and not is_numbered_after(reading, one)
    return numbered or bool(parts & words_of(reading, one))


def is_numbered_after(reading: Reading, one: Gathering) -> bool:
    """Tell whether the number of a meeting follows it: "the session, the third of its kind"."""
    tokens = reading.paragraph(one.paragraph).tokens[one.first : one.end]
    return one.ordinal > 0 and not any(t.low in ORDINALS or t.low[:1].isdigit() for t in tokens)


def _is_same(reading: Reading, best: Gathering, one: Gathering) -> bool:
    """Tell whether a mention speaks of the same meeting."""
    if one.next or one.outlook in ("expected", "possible", "off") or words_of(reading, one) & _OTHER:
        return False
    if _is_part(reading, one) or _is_besides(reading, one, best):
        return False
    if one.dated and one.dated.edtf and not is_recent(reading.anchor, one.dated.edtf):
        return False
    if one.place and best.place and one.place[0] != best.place[0]:
        return False
    if one.ordinal and best.ordinal and one.ordinal != best.ordinal:
        return False
    if one.proper:
        return bool(best.proper and (one.name in best.name or best.name in one.name))
    plain = one.head in _PLAIN or one.head in reading.lexicon.lists["meetings"]
    return plain and (one.definite or one.paragraph <= PAIR)


def _is_besides(reading: Reading, one: Gathering, best: Gathering) -> bool:
    """Tell whether it is told as one more: "they also spoke", "had met", "talks with the premier"."""
    if one.sentence == best.sentence and one.paragraph == best.paragraph:
        return False
    tokens = reading.paragraph(one.paragraph).tokens
    before = {token.low for token in tokens[max(one.sentence[0], one.first - 3) : one.first]}
    day, own = (each.dated.edtf if each.dated else None for each in (one, best))
    other_day = day is not None and own is not None and len(day) == len(own) == _DAY and day != own
    if one.verbal and (_MORE & before or (other_day and "had" in before)):
        return other_day or bool({*one.people} - {*best.people})
    return other_day and bool(one.people) and bool(best.people) and bool({*one.people} - {*best.people})


def _took_place(reading: Reading, best: Gathering) -> bool:
    """Tell whether the article reports the meeting as held: by its date, or by what was agreed there."""
    if best.outlook in ("expected", "possible", "off", "denied"):
        return False
    if best.dated and best.dated.edtf and is_recent(reading.anchor, best.dated.edtf):
        return True
    return any(
        clause.group.status == "asserted"
        and not clause.relative
        and clause.paragraph <= LEAD + 2
        and clause.group.verb.force in ("agree", "decide", "reaffirm", "sign", "discuss", "pledge", "adopt")
        for clause in reading.clauses
    )
