"""Whose meeting it is: by its name, by who agreed, by who came."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import COUNTS, word_set
from briefing_app.drafting.recency import is_recent
from briefing_app.drafting.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing_app.drafting.clauses import Clause
    from briefing_app.drafting.gathering import Gathering
    from briefing_app.drafting.paragraphs import Paragraph, PartyAt
    from briefing_app.drafting.reading import Reading

LEAD = 4
PAIR = 2
_HELD_NEAR = 8  # words of "held this Wednesday in Riga the second"
_HOLDING = frozenset(("held", "convened", "concluded", "opened", "began", "hold", "completed"))
_OPENING = 3  # characters of "In "
_MANY_WORDS = 8  # words of "brought together the transport and defence ministers of"
_COMPRISING = frozenset(("namely", "comprising", "comprises", "grouping", "groups"))
_JOINING = frozenset((",", "and", "the"))
_OF_MANY = frozenset(("trilateral", "quadrilateral", "multilateral"))
_LASTING = word_set("hours days weeks months years decades minutes times rounds hour day week month year -")
_STATES = word_set(
    "states countries nations members partners governments sides ministers secretaries chiefs navies capitals"
)


def parties_of(
    reading: Reading, best: Gathering, mentions: Sequence[Gathering], sides: tuple[str, ...]
) -> tuple[str, ...]:
    """Return who took part as parties."""
    union = set(sides) <= {"EU"} and _is_union(reading, best)
    alone = ("EU",) if union else _allies(reading, best)
    bodies = next((codes for codes in (alone, best.codes, *_joint(reading)) if codes), ())
    if bodies and (union or all(is_body(reading, code) for code in bodies)):
        return _of_body(reading, best, bodies, union=union)
    countries = tuple(code for code in sides if not is_body(reading, code))
    before = _runs(reading.paragraph(best.paragraph), best.sentence[0], best.first)
    gathered = best.verbal or _is_held_by(reading, best)
    assembled = next((run for run in before if gathered and len(run) > PAIR), ())
    counted = _listed(reading) or assembled or _counted(reading, countries) or _both_in_lead(reading)
    if counted and not len(best.codes) > 1:
        return counted
    named = _without_signers(reading, best, _named(reading, best, mentions))
    sent = _represented(reading)
    if sent or (len(named) == PAIR and _is_of_three(reading, best) and len(countries) > PAIR):
        return unique((*named, *best.codes, *(sent or countries)))
    if not named:
        here = _who_met(reading, best)
        named = here if len(here) == PAIR else _in_title(reading) if len(countries) < PAIR else ()
    if len(named) == PAIR:
        return named
    if len(named) > PAIR and len(best.codes) <= PAIR:
        return named
    if len(named) > PAIR or len(countries) > 1:
        return unique((*named, *countries)) if set(named) & set(countries) or not named else named
    said = [party.code for p in reading.paragraphs for party in p.parties if is_body(reading, party.code)]
    if not named and len(countries) < PAIR and said and said.count(max(set(said), key=said.count)) > PAIR:
        return (max(sorted(set(said)), key=said.count),)
    first = unique(
        party.code
        for p in reading.paragraphs[:3]
        for party in p.parties
        if not is_body(reading, party.code) and party.word != "capital"
    )
    return unique((*named, *countries, *first))[:PAIR]


def _is_held_by(reading: Reading, best: Gathering) -> bool:
    """Tell whether a meeting is what its people hold: "the Ministers of A and B held the Third Meeting"."""
    tokens = reading.paragraph(best.paragraph).tokens[best.sentence[0] : best.first]
    near = [token.low for token in tokens[-_HELD_NEAR:] if token.is_word]
    return any(low in _HOLDING for low in near) and "by" not in near


def _of_body(reading: Reading, best: Gathering, bodies: tuple[str, ...], *, union: bool) -> tuple[str, ...]:
    """Return who took part in a meeting that only bodies name: two, the states that acted, or it."""
    here = _who_met(reading, best) if best.verbal else ()
    if len(here) == PAIR and set(bodies) & set(here):
        return here  # "the Secretary General met the Prime Minister"
    return (() if union else _from_states(reading)) or bodies[:1]


def _from_states(reading: Reading) -> tuple[str, ...]:
    """Return the states whose people act at the meeting of a body: "the chiefs from A, B and C directed"."""
    acting = (actor for actors in reading.actors[:LEAD] for actor in actors)
    groups = (
        actor.codes
        for actor in acting
        if actor.kind == "group" and not actor.governed and len(actor.codes) > PAIR
    )
    return next((codes for codes in groups if not any(is_body(reading, code) for code in codes)), ())


def _without_signers(reading: Reading, best: Gathering, named: tuple[str, ...]) -> tuple[str, ...]:
    """Return the two of "Minister A met Minister B" where others only signed something with them."""
    met = _who_met(reading, best) if best.verbal and len(named) > PAIR else ()
    return met if len(met) == PAIR and not best.codes and set(met) < set(named) else named


def _allies(reading: Reading, best: Gathering) -> tuple[str, ...]:
    """Return the Atlantic alliance where those who met are "the Allies", as it calls its members."""
    tokens = reading.paragraph(best.paragraph).tokens[best.sentence[0] + 1 : best.first]
    named = any(party.code == "NATO" for paragraph in reading.paragraphs for party in paragraph.parties)
    issued = "NATO" in (reading.article.publisher or "")
    called = any(token.text == "Allies" for token in tokens)
    return ("NATO",) if called and (named or issued) else ()


def _is_union(reading: Reading, best: Gathering) -> bool:
    """Tell whether the ministers of the European Union met among themselves."""
    before = [
        actor
        for actor in reading.actors[best.paragraph - 1]
        if best.sentence[0] <= actor.first < best.first and actor.kind == "group"
    ]
    return bool(before) and before[0].codes == ("EU",) and before[0].head.endswith("s")


def _speaking(reading: Reading) -> tuple[str, ...]:
    """Return the states of "We, the Ministers of A, B and C", in whose name a text speaks."""
    for paragraph in reading.paragraphs:
        for begin, end in paragraph.sentences:
            if [token.low for token in paragraph.tokens[begin : begin + 2]] == ["we", ","]:
                inside = [party for party in paragraph.parties if begin <= party.first < end]
                runs = (run for run in _runs(paragraph) if inside and inside[0].code == run[0])
                return next((run for run in runs if len(run) > 1), ())
    return ()


def _listed(reading: Reading) -> tuple[str, ...]:
    """Return the states in whose name a text speaks, else those that it lists as represented."""
    return _speaking(reading) or _in_attendance(reading)


def _in_attendance(reading: Reading) -> tuple[str, ...]:
    """Return the states of "A, B, C and D were represented", "A, B and C took part"."""
    for paragraph in reading.paragraphs[:LEAD]:
        for begin, end in paragraph.sentences:
            run = next(_runs(paragraph, begin, end), ())
            inside = [party for party in paragraph.parties if begin <= party.first < end]
            opening = {token.low for token in paragraph.tokens[begin : inside[0].first]} if inside else set()
            if len(run) <= PAIR or opening - {"the"} or len(run) != len(inside):
                continue
            last = inside[-1].end
            after = [token.low for token in paragraph.tokens[last : last + PAIR]]
            if after in (["were", "represented"], ["took", "part"]) or after[:1] in (
                ["attended"],
                ["participated"],
            ):
                return run
    return ()


def _counted(reading: Reading, sides: tuple[str, ...]) -> tuple[str, ...]:
    """Return the states of "seven states of the ocean" where the text lists, or as many sent people."""
    for paragraph in reading.paragraphs[:LEAD]:
        for i, token in enumerate(paragraph.tokens):
            before = paragraph.tokens[i - 1].low if i else ""
            together = (before, token.low) in (("brought", "together"), ("attended", "by"))
            if together or token.low in _COMPRISING:
                after = [party for party in paragraph.parties if party.first in (i + 1, i + 2)]
                after = after or _first_of(paragraph, i)
                run = next((run for run in _runs(paragraph) if after and after[0].code == run[0]), ())
                if len(run) > PAIR:
                    return unique((*_chairing(reading, paragraph, i), *run))
            count = COUNTS.get(token.low, 0)
            if count <= PAIR or _STATES.isdisjoint(paragraph.lows[i + 1 : i + 1 + LEAD]):
                continue
            found = next((run for p in reading.paragraphs for run in _runs(p) if len(run) == count), ())
            if found:
                return found
            lows = [each.low for each in paragraph.tokens[max(0, i - 2) : i]]
            host = paragraph.party_at(i - 3) if lows == ["and", "its"] else None
            others = tuple(code for code in sides if host and code != host.code)
            if host and len(others) == count:
                return (host.code, *others)
    return ()


def _chairing(reading: Reading, paragraph: Paragraph, i: int) -> tuple[str, ...]:
    """Return the side of who chaired what others attended: "was chaired by X of A, and attended by B, C"."""
    begin = next(begin for begin, end in paragraph.sentences if i < end)
    chaired = {"chaired", "co-chaired", "hosted"} & {token.low for token in paragraph.tokens[begin:i]}
    here = (p for p in reading.people if p.introduced[0] == paragraph.number and chaired)
    return unique(person.side for person in here if begin <= person.introduced[1] < i)


def _first_of(paragraph: Paragraph, i: int) -> list[PartyAt]:
    """Return the first state after "of": "brought together the defence ministers of A, B and C"."""
    near = (party for party in paragraph.parties if i < party.first <= i + _MANY_WORDS)
    first = next(near, None)
    before = {t.low for t in paragraph.tokens[first.first - 2 : first.first]} if first else set()
    return [first] if first and before & {"of", "from"} else []


def _represented(reading: Reading) -> tuple[str, ...]:
    """Return the sides of all by whom more than two were represented."""
    for number, paragraph in enumerate(reading.paragraphs[:LEAD], 1):
        for begin, end in paragraph.sentences:
            lows = [token.low for token in paragraph.tokens[begin:end]]
            by = next(
                (begin + n for n, pair in enumerate(pairwise(lows)) if pair == ("represented", "by")), end
            )
            if any(begin <= party.first < by for party in paragraph.parties):
                continue  # "A was represented by X, B by Y" lists only some
            here = (p for p in reading.people if p.introduced[0] == number and by < p.introduced[1] < end)
            codes = unique(person.side for person in here)
            if len(codes) > PAIR:
                return codes
    return ()


def _runs(paragraph: Paragraph, begin: int = 0, end: int | None = None) -> Iterator[tuple[str, ...]]:
    """Yield the states that stand in a row: "Mauritius, India and the Maldives"."""
    run: list[str] = []
    last = 0
    end = len(paragraph.tokens) if end is None else end
    for party in paragraph.parties:
        if not begin <= party.first < end:
            continue
        between = {token.low for token in paragraph.tokens[last : party.first]}
        if run and not between <= _JOINING:
            yield unique(run)
            run = []
        run.append(party.code)
        last = party.end
    if run:
        yield unique(run)


def _both_in_lead(reading: Reading) -> tuple[str, ...]:
    """Return the two parties of the lead, a body and a state, where the text speaks of two sides."""
    found = unique(party.code for party in reading.paragraphs[0].parties) if reading.paragraphs else ()
    bodies = [code for code in found if is_body(reading, code)]
    said = any(" two sides" in p.text or "oth sides" in p.text for p in reading.paragraphs)
    return found if len(found) == PAIR and len(bodies) == 1 and said else ()


def _who_met(reading: Reading, best: Gathering) -> tuple[str, ...]:
    """Return the sides of those who met where a person is the subject: "Minister A met with Minister B"."""
    begin, end = best.sentence
    acting = [a for a in reading.actors[best.paragraph - 1] if a.people and begin <= a.first < end]
    if not acting or acting[0].governed:
        return ()
    return unique(reading.people[p].side for actor in acting for p in actor.people)


def _in_title(reading: Reading) -> tuple[str, ...]:
    """Return the parties that the headline names, several or none."""
    tokens = tokens_of(reading.article.title or "")
    found = (reading.lexicon.parties.at(tokens, i) for i in range(len(tokens)))
    codes = unique(form[1].code for form in found if form and form[1].code and not form[1].doubtful)
    return codes if len(codes) > 1 else ()


def _is_of_three(reading: Reading, best: Gathering) -> bool:
    """Tell whether the text says that more than two took part."""
    lows = [token.low for p in reading.paragraphs[:LEAD] for token in p.tokens]
    counted = any(
        low in ("three", "four") and set(lows[n + 1 : n + 2]) - _LASTING for n, low in enumerate(lows)
    )
    return bool(counted or _OF_MANY & set(lows) or "trilateral" in best.name.lower())


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
        if clause.paragraph <= LEAD
        and clause.subject
        and clause.group.verb.force in ("agree", "decide", "sign")
        and clause.group.status == "asserted"
        and not clause.relative
        and not _is_of_before(reading, clause)
    ]


def _is_of_before(reading: Reading, clause: Clause) -> bool:
    """Tell whether a sentence opens with a day or month long past: "In April, A and B agreed"."""
    paragraph = reading.paragraph(clause.paragraph)
    opening = paragraph.tokens[clause.sentence[0]].start
    return any(
        each.edtf is not None
        and 0 <= each.start - opening <= _OPENING
        and not is_recent(reading.anchor, each.edtf)
        for each in reading.dates[clause.paragraph - 1]
    )


def _first_in(reading: Reading, clause: Clause) -> tuple[str, ...]:
    """Return the parties with which a sentence begins: "A, B and C will do X, they decided"."""
    begin = clause.sentence[0]
    first = next((a for a in reading.actors[clause.paragraph - 1] if a.first >= begin), None)
    return first.codes if first and first.first - begin <= 1 and len(first.codes) > 1 else ()


def is_body(reading: Reading, code: str) -> bool:
    """Tell whether a party is a body with states in it; the European Union acts as a state does."""
    return code in reading.lexicon.bodies and len(code) > PAIR


def unique(codes: Iterable[str | None]) -> tuple[str, ...]:
    """Return codes once each, in order."""
    return tuple(dict.fromkeys(code for code in codes if code))
