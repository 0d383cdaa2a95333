"""The meeting that an article is about: which it is, its name, its date and place, and who took part."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefing_app.drafting.gatherings import Gathering
from briefing_app.drafting.grammar import COUNTS, word_set
from briefing_app.drafting.places import places_in
from briefing_app.drafting.tense import outlook_at
from briefing_app.drafting.tokens import tokens_of
from briefing_app.model import dates as edtf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing_app.drafting.attendance import Attendance
    from briefing_app.drafting.clauses import Clause
    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.reading import Reading
    from briefing_app.model.meetings import Mode

_RECENT = timedelta(days=21)
_LEAST = 4
_MANY = 1000
_FEW_SESSIONS = 3
_LEAD = 4
PAIR = 2
_OTHER = frozenset(
    ("last", "previous", "separate", "another", "earlier", "other", "future", "subsequent", "follow", "first")
)
_PLAIN = word_set(
    "meeting meetings talks dialogue session consultation consultations conversation call summit "
    "conference discussions round met hosted spoke negotiations gathering visit forum ministerial "
    "teleconference roundtable luncheon"
)


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


def event_of(reading: Reading, attended: Sequence[Attendance]) -> Held | None:
    """Return the meeting that the article reports as held, None where it reports none.

    Args:
        reading: what was read.
        attended: who attended and who did not.
    """
    scored = [(_score(reading, each), -n, each) for n, each in enumerate(reading.gatherings)]
    if not scored:
        return None
    score, _, best = max(scored)
    lead = _in_lead(reading)
    if lead and (best.paragraph > _LEAD + 1 or score < _LEAST):
        best, score = lead, _LEAST
    if score < _LEAST or not _took_place(reading, best):
        return None
    mentions = tuple(each for each in reading.gatherings if each is best or _is_same(reading, best, each))
    best = max(
        mentions,
        key=lambda one: (2 * one.proper + 2 * bool(one.ordinal) - one.paragraph / _MANY, one is best),
    )
    if not best.ordinal:
        here = next((one.ordinal for one in mentions if one.ordinal and one.sentence == best.sentence), 0)
        best = replace(best, ordinal=here)
    dated, dated_in = _date_of(reading, best, mentions)
    sides = _unique(
        reading.people[each.person].side
        for each in attended
        if each.capacity in ("head", "member") and not _is_guest(reading, each)
    )
    parties = _parties_of(reading, best, mentions, sides)
    guests = _unique(reading.people[each.person].side for each in attended if each.capacity == "observer")
    place = _place_of(reading, best, mentions)
    for one in mentions if dated else ():
        dated = spanned(reading, one, dated)
    mode = _mode_of(reading, mentions, place)
    if mode in ("call", "video"):
        place = None
    inferred = place is None and mode is None and _is_dateline_day(reading, dated)
    if inferred:
        place, mode = (reading.article.dateline or "", reading.home or ""), "in-person"
    return Held(best, mentions, parties, dated, dated_in, place, mode, inferred, guests)


def _in_lead(reading: Reading) -> Gathering | None:
    """Return the meeting of which the lead speaks only by what was decided: "the ministers decided on Friday"."""
    for clause in reading.clauses:
        group = clause.group
        joint = group.verb.force in ("agree", "decide") and group.status == "asserted" and not clause.relative
        if clause.paragraph > PAIR or not joint:
            continue
        paragraph = reading.paragraph(clause.paragraph)
        begin, end = clause.sentence
        dates = [
            d for d in reading.dates[clause.paragraph - 1] if d.edtf and _is_recent(reading.anchor, d.edtf)
        ]
        codes = clause.subject.codes if clause.subject else ()
        if not dates:
            continue
        talks = any(token.low == "talks" for p in reading.paragraphs for token in p.tokens)
        place = next(iter(places_in(paragraph, begin, end, reading.lexicon, going=False)), None)
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
    score -= 9 * is_alongside(reading, one) + 6 * _is_part(reading, one)
    score += {"past": 3, "none": 0, "expected": -6, "possible": -7, "denied": -8, "off": -12}[one.outlook]
    score -= 7 * one.next
    score -= 5 * bool(_words(reading, one) & (_OTHER - {"first"}))
    if one.dated and one.dated.edtf:
        score += 3 if _is_recent(reading.anchor, one.dated.edtf) else -6
    return score + bool(one.place)


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
    return 0 < one.ordinal <= _FEW_SESSIONS or bool(parts & _words(reading, one))


def is_alongside(reading: Reading, one: Gathering) -> bool:
    """Tell whether it is only the larger event at whose margins the parties met."""
    tokens = reading.paragraph(one.paragraph).tokens
    before = [token.low for token in tokens[max(0, one.first - 4) : one.first]]
    return bool({"sidelines", "margins", "margin", "sideline"} & set(before))


def _words(reading: Reading, one: Gathering) -> frozenset[str]:
    tokens = reading.paragraph(one.paragraph).tokens
    return frozenset(token.low for token in tokens[max(0, one.first - 2) : one.end])


def _is_recent(anchor: date, value: str) -> bool:
    parsed = edtf.parse(value)
    first, last = parsed.earliest, parsed.latest
    return bool(first and last and first <= anchor and last >= anchor - _RECENT and last - first < _RECENT)


def _is_same(reading: Reading, best: Gathering, one: Gathering) -> bool:
    """Tell whether a mention speaks of the same meeting."""
    if one.next or one.outlook in ("expected", "possible", "off") or _words(reading, one) & _OTHER:
        return False
    if _is_part(reading, one):
        return False
    if one.dated and one.dated.edtf and not _is_recent(reading.anchor, one.dated.edtf):
        return False
    if one.place and best.place and one.place[0] != best.place[0]:
        return False
    if one.ordinal and best.ordinal and one.ordinal != best.ordinal:
        return False
    if one.proper:
        return bool(best.proper and (one.name in best.name or best.name in one.name))
    plain = one.head in _PLAIN or one.head in reading.lexicon.lists["meetings"]
    return plain and (one.definite or one.paragraph <= 2)


def _date_of(reading: Reading, best: Gathering, mentions: Sequence[Gathering]) -> tuple[Dated | None, int]:
    for one in (best, *mentions):
        if one.dated and one.dated.edtf and _is_recent(reading.anchor, one.dated.edtf):
            return one.dated, one.paragraph
    for number, dates in enumerate(reading.dates[:4], 1):
        for each in dates:
            if each.edtf and _is_recent(reading.anchor, each.edtf):
                return each, number
    return None, 0


def _place_of(reading: Reading, best: Gathering, mentions: Sequence[Gathering]) -> tuple[str, str] | None:
    for one in (best, *mentions):
        after = reading.paragraph(one.paragraph).tokens[one.end : min(one.end + 4, one.sentence[1])]
        if any(token.low == "here" for token in after) and reading.article.dateline:
            return reading.article.dateline, reading.home or ""
        if one.place:
            return one.place
    found = next(_places_of_acts(reading), None)
    if found:
        return found
    said = any(token.low in ("today", "here") for p in reading.paragraphs[:_LEAD] for token in p.tokens)
    city = reading.article.dateline
    return (city, reading.home or "") if city and said else None


def _is_dateline_day(reading: Reading, dated: Dated | None) -> bool:
    """Tell whether the meeting ended on the day of the dateline, so that it was held where that was written."""
    if not (dated and dated.edtf and reading.article.dateline):
        return False
    return edtf.parse(dated.edtf).latest == reading.anchor


def _places_of_acts(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield cities where the lead says that somebody met, hosted, attended or signed."""
    for paragraph in reading.paragraphs[: _LEAD + 1]:
        for begin, end in paragraph.sentences:
            acts = [i for i in range(begin, end) if paragraph.tokens[i].low in _ACTS]
            if acts and outlook_at(paragraph.tokens, acts[0], begin, end, reading.lexicon) in (
                "past",
                "none",
            ):
                yield from places_in(paragraph, begin, end, reading.lexicon)


_ACTS = word_set("met hosted signed attended held gathered convened welcomed received arrived hostess")


def _parties_of(
    reading: Reading, best: Gathering, mentions: Sequence[Gathering], sides: tuple[str, ...]
) -> tuple[str, ...]:
    bodies = next((codes for codes in (best.codes, *_joint(reading)) if codes), ())
    if bodies and all(_is_body(reading, code) for code in bodies):
        return bodies[:1]
    countries = tuple(code for code in sides if not _is_body(reading, code))
    named = _named(reading, best, mentions)
    if len(named) == PAIR and _is_of_three(reading, best) and len(countries) > PAIR:
        return _unique((*named, *countries))
    if not named:
        here = _who_met(reading, best)
        named = here if len(here) == PAIR else _in_title(reading) if len(countries) < PAIR else ()
    if len(named) == PAIR:
        return named
    if len(named) > PAIR or len(countries) > 1:
        return _unique((*named, *countries)) if set(named) & set(countries) or not named else named
    said = [party.code for p in reading.paragraphs for party in p.parties if _is_body(reading, party.code)]
    if not named and len(countries) < PAIR and said and said.count(max(set(said), key=said.count)) > PAIR:
        return (max(sorted(set(said)), key=said.count),)
    first = _unique(
        party.code for p in reading.paragraphs[:3] for party in p.parties if not _is_body(reading, party.code)
    )
    return _unique((*named, *countries, *first))[:PAIR]


def _took_place(reading: Reading, best: Gathering) -> bool:
    """Tell whether the article reports the meeting as held: by its date, or by what was agreed there."""
    if best.outlook in ("expected", "possible", "off", "denied"):
        return False
    if best.dated and best.dated.edtf and _is_recent(reading.anchor, best.dated.edtf):
        return True
    return any(
        clause.group.status == "asserted"
        and not clause.relative
        and clause.paragraph <= _LEAD + 2
        and clause.group.verb.force in ("agree", "decide", "reaffirm", "sign", "discuss", "pledge", "adopt")
        for clause in reading.clauses
    )


def spanned(reading: Reading, best: Gathering, dated: Dated) -> Dated:
    """Return the days of a meeting of several days of which the last one is named: "wound up a three-day meeting"."""
    if not dated.edtf or len(dated.edtf) != len("2026-01-01"):
        return dated
    paragraph = reading.paragraph(best.paragraph)
    begin, end = best.sentence
    lows = [token.low for token in paragraph.tokens[begin:end]]
    days = sorted(
        {d.edtf for d in reading.dates[best.paragraph - 1] if d.edtf and len(d.edtf) == len(dated.edtf)}
        | {dated.edtf}
    )
    days = [day for day in days if _is_recent(reading.anchor, day)]
    if len(days) == PAIR and _OPENING & set(lows):
        return replace(dated, edtf=f"{days[0]}/{days[1]}")
    count = next(
        (
            COUNTS[low]
            for n, low in enumerate(lows)
            if low in COUNTS and {"day", "days"} & set(lows[n + 1 : n + 3])
        ),
        0,
    )
    if count < PAIR or not _ENDING & set(lows):
        return dated
    last = date.fromisoformat(dated.edtf)
    return replace(dated, edtf=f"{last - timedelta(days=count - 1)}/{last}")


_OPENING = frozenset(("opened", "began", "started", "begun"))
_FAR_WORDS = frozenset(("video", "videoconference", "virtual", "virtually", "online", "phone", "telephone"))
_ENDING = word_set("wrapped wound concluded ended closed close end conclusion finished completed after")


def _who_met(reading: Reading, best: Gathering) -> tuple[str, ...]:
    """Return the sides of those who met where a person is the subject: "Minister A met with Minister B"."""
    begin, end = best.sentence
    acting = [a for a in reading.actors[best.paragraph - 1] if a.people and begin <= a.first < end]
    if not acting or acting[0].governed:
        return ()
    return _unique(reading.people[p].side for actor in acting for p in actor.people)


def _in_title(reading: Reading) -> tuple[str, ...]:
    """Return the parties that the headline names, several or none."""
    tokens = tokens_of(reading.article.title or "")
    found = (reading.lexicon.parties.at(tokens, i) for i in range(len(tokens)))
    codes = _unique(form[1].code for form in found if form and form[1].code and not form[1].doubtful)
    return codes if len(codes) > 1 else ()


def _is_of_three(reading: Reading, best: Gathering) -> bool:
    """Tell whether the text says that more than two took part."""
    lows = {token.low for p in reading.paragraphs[:_LEAD] for token in p.tokens}
    return bool(
        lows & {"trilateral", "three", "quadrilateral", "four", "multilateral"}
        or "trilateral" in best.name.lower()
    )


def _named(reading: Reading, best: Gathering, mentions: Sequence[Gathering]) -> tuple[str, ...]:
    """Return the parties that the meeting's name or those who agreed there name, several or none."""
    if len(best.codes) > 1:
        return best.codes
    others = (one.codes for one in mentions)
    return next((codes for codes in (*_joint(reading), *others) if len(codes) > 1), ())


def _joint(reading: Reading) -> list[tuple[str, ...]]:
    """Return the parties that the lead says to have agreed or signed."""
    return [
        clause.subject.codes or _first_in(reading, clause)
        for clause in reading.clauses
        if clause.paragraph <= _LEAD
        and clause.subject
        and clause.group.verb.force in ("agree", "decide", "sign")
        and clause.group.status == "asserted"
        and not clause.relative
    ]


def _first_in(reading: Reading, clause: Clause) -> tuple[str, ...]:
    """Return the parties with which the sentence of a decision begins: "A, B and C will do X, they decided"."""
    begin = clause.sentence[0]
    first = next((a for a in reading.actors[clause.paragraph - 1] if a.first >= begin), None)
    return first.codes if first and first.first - begin <= 1 and len(first.codes) > 1 else ()


def _is_body(reading: Reading, code: str) -> bool:
    """Tell whether a party is a body with states in it; the European Union acts as a state does."""
    return code in reading.lexicon.bodies and len(code) > PAIR


def _unique(codes: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in codes if code))


def _mode_of(reading: Reading, mentions: Sequence[Gathering], place: tuple[str, str] | None) -> Mode | None:
    words = frozenset().union(*(_words(reading, one) for one in mentions))
    first = mentions[0]
    words |= {
        t.low for t in reading.paragraph(first.paragraph).tokens[first.sentence[0] : first.sentence[1]]
    } & _FAR_WORDS
    after = {
        token.low
        for one in mentions
        for token in reading.paragraph(one.paragraph).tokens[one.end : one.end + 4]
    }
    if words & {"video", "virtual", "videoconference", "online", "teleconference"} or "video" in after:
        return "video"
    if words & {"call", "phone", "telephone", "telephoned", "phoned"} or after & {"phone", "telephone"}:
        return "call"
    return "in-person" if place else None
