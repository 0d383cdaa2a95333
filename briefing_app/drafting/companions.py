"""Whose side the others are on, once all people are known: by whom they came with, or whom they met."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.drafting.retinues import retinue_of
from briefing_app.drafting.values import replace
from briefing_app.drafting.vocabulary import is_state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.paragraphs import Paragraph, PartyAt
    from briefing_app.drafting.persons import Named, Person
    from briefing_app.drafting.vocabulary import Vocabulary

_VISIT_WITHIN = 9
_RANKS = frozenset(("general", "gen", "admiral", "adm", "marshal"))


def completed(
    people: Sequence[Person], named: Sequence[Named], paragraphs: Sequence[Paragraph], vocabulary: Vocabulary
) -> tuple[Person, ...]:
    """Return the people, those without a side on that of whom they came with, else on the other one.

    Args:
        people: whom the article names.
        named: where.
        paragraphs: the body.
        vocabulary: the words to go by.
    """
    counts = Counter(
        party.code
        for paragraph in paragraphs
        for party in paragraph.parties
        if is_state(party.code) and not _is_where(paragraph, party, vocabulary)
        for _ in range(2 if _is_paired(paragraph, party) else 1)
    )
    found = list(people)
    for n, person in enumerate(people):
        if (person.side and not person.side_inferred) or person.foreign:
            continue
        leaders = _leaders(n, found, named, paragraphs, vocabulary)
        if len({leader.side for leader in leaders}) > 1 or sum(each.side_inferred for each in leaders) > 1:
            found[n] = replace(person, side=None, side_inferred=False)  # with whom of them is not said
            continue
        with_whom = leaders[0].side if leaders else _accompanied(n, found, named, paragraphs, vocabulary)
        if with_whom is None and person.side is None:
            with_whom = _beside(n, found, named, vocabulary, paragraphs)
        other = None if person.side else _other_side(n, people, named, counts, paragraphs, vocabulary)
        other = other or (None if person.side else _represented(n, people, named, paragraphs))
        side = with_whom or person.side or other or _host_side(person, people, paragraphs, vocabulary)
        if side and side == _visited(n, named, paragraphs):
            # Nobody pays a visit to the own state.
            side = next((code for code, _ in counts.most_common() if code != side), None)
        found[n] = replace(person, side=side, side_inferred=side is not None)
    return tuple(found)


def _visited(n: int, named: Sequence[Named], paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the state that a person is said to visit: "Minister X made an official visit to A"."""
    goals = (_goal(paragraphs[name.paragraph - 1], name.end) for name in named if name.person == n)
    return next((code for code in goals if code), None)


def _goal(paragraph: Paragraph, end: int) -> str | None:
    """Return the state to which whoever is named before token `end` pays a visit."""
    lows = [token.low for token in paragraph.tokens[end : end + _VISIT_WITHIN]]
    made = lows[:1] and lows[0] in ("made", "paid", "began", "concluded", "ended", "is")
    to = next((k for k, pair in enumerate(pairwise(lows)) if pair == ("visit", "to")), None)
    if not made or to is None:
        return None
    goal = to + len(("visit", "to"))
    party = paragraph.party_at(end + goal + (lows[goal : goal + 1] == ["the"]))
    return party.code if party and is_state(party.code) else None


def _is_paired(paragraph: Paragraph, party: PartyAt) -> bool:
    """Tell whether a country stands in a pair: "the A-B dialogue"."""
    near = (party.first - 2, party.end + 1)
    marks = (party.first - 1, party.end)
    tokens = paragraph.tokens
    return any(
        0 < mark < len(tokens) and tokens[mark].text in "-–/" and paragraph.party_at(at) is not None
        for at, mark in zip(near, marks, strict=True)
    )


def _is_where(paragraph: Paragraph, party: PartyAt, vocabulary: Vocabulary) -> bool:
    """Tell whether a country is only where something was: "in A", "in X, A"."""
    tokens = paragraph.tokens
    i = party.first - (party.first > 0 and tokens[party.first - 1].low == "the")
    if i and tokens[i - 1].low == "in":
        return True
    city = i > 1 and tokens[i - 1].text == "," and vocabulary.lexicon.places.at(tokens, i - 2)
    return bool(city and city[0] == i - 1)


def _host_side(
    person: Person, people: Sequence[Person], paragraphs: Sequence[Paragraph], vocabulary: Vocabulary
) -> str | None:
    """Return the state where the meeting took place, where nobody's office names a country."""
    words = set((person.role or "").lower().split())
    if not words & vocabulary.lexicon.lists["high"] or any(other.side for other in people) or not paragraphs:
        return None
    first = paragraphs[0]
    states = [party for party in first.parties if is_state(party.code)]
    hosts = [p.code for p in states if p.first and first.tokens[p.first - 1].low == "in"]
    others = {p.code for p in states if p.code not in hosts}
    twice = hosts and sum(p.code == hosts[0] for p in states) > 1
    return hosts[0] if twice and others else None


def _beside(
    n: int,
    people: Sequence[Person],
    named: Sequence[Named],
    vocabulary: Vocabulary,
    paragraphs: Sequence[Paragraph],
) -> str | None:
    """Return the side of the name before an ambassador's, or one without office, in the same sentence."""
    if people[n].organisation or people[n].outsider or people[n].spokesperson:
        return None
    if people[n].role and "ambassador" not in (people[n].role or "").lower():
        return None
    at = next(i for i, name in enumerate(named) if name.person == n)
    before, mine = named[at - 1], named[at]
    if at == 0 or before.paragraph != mine.paragraph:
        return None
    pairs = vocabulary.sentences(paragraphs[mine.paragraph - 1])
    same = any(begin <= before.first and mine.first < end for begin, end in pairs)
    return people[before.person].side if same else None


def _represented(
    n: int, people: Sequence[Person], named: Sequence[Named], paragraphs: Sequence[Paragraph]
) -> str | None:
    """Return the side of the next name, where both stand before one verb: "X and Y represented A"."""
    at = next(i for i, name in enumerate(named) if name.person == n)
    if at + 1 == len(named) or named[at + 1].paragraph != named[at].paragraph:
        return None
    mine, after = named[at], named[at + 1]
    tokens = paragraphs[mine.paragraph - 1].tokens
    joined = [token.low for token in tokens[mine.end : after.first]] == ["and"]
    verb = tokens[after.end].low if after.end < len(tokens) else ""
    return people[after.person].side if joined and verb == "represented" else None


def _leaders(
    n: int,
    people: Sequence[Person],
    named: Sequence[Named],
    paragraphs: Sequence[Paragraph],
    vocabulary: Vocabulary,
) -> list[Person]:
    """Return those with one of whom a person came: "A led the side. With him were B and C"."""
    if people[n].organisation or people[n].outsider:
        return []
    mine = next(name for name in named if name.person == n)
    retinue = retinue_of(mine, named, paragraphs, vocabulary)
    paragraph = paragraphs[mine.paragraph - 1]
    if retinue is None or any(retinue.first < party.first < mine.end for party in paragraph.parties):
        return []  # "With him were Kenya's B and, for Uganda, C"
    return [people[leader.person] for leader in retinue.leaders]


def _accompanied(
    n: int,
    people: Sequence[Person],
    named: Sequence[Named],
    paragraphs: Sequence[Paragraph],
    vocabulary: Vocabulary,
) -> str | None:
    """Return the side of the one whom a person accompanied: "X was joined by Y"."""
    mine = next(name for name in named if name.person == n)
    paragraph = paragraphs[mine.paragraph - 1]
    begin, _ = next(pair for pair in vocabulary.sentences(paragraph) if pair[0] <= mine.first < pair[1])
    cues = [
        i
        for i in range(begin, mine.first - 1)
        if paragraph.tokens[i].low in vocabulary.lexicon.lists["escorts"]
        and paragraph.tokens[i + 1].low == "by"
    ]
    if cues and any(token.low in ("while", ";") for token in paragraph.tokens[cues[-1] : mine.first]):
        return None
    before = [
        name for name in named if cues and name.paragraph == mine.paragraph and begin <= name.first < cues[-1]
    ]
    sides = {people[name.person].side for name in before}
    return sides.pop() if len(sides) == 1 else None


def _sides_beside(
    n: int,
    people: Sequence[Person],
    named: Sequence[Named],
    paragraphs: Sequence[Paragraph],
    vocabulary: Vocabulary,
) -> set[str]:
    """Return the sides of the others in the sentence that first names a person."""
    mine = next(name for name in named if name.person == n)
    sentences = vocabulary.sentences(paragraphs[mine.paragraph - 1])
    begin, end = next(pair for pair in sentences if pair[0] <= mine.first < pair[1])
    sides = (people[o.person].side for o in named if o.paragraph == mine.paragraph and begin <= o.first < end)
    return {side for side in sides if side}


def _other_side(
    n: int,
    people: Sequence[Person],
    named: Sequence[Named],
    counts: Counter[str],
    paragraphs: Sequence[Paragraph],
    vocabulary: Vocabulary,
) -> str | None:
    """Return the state that the article speaks of most beside those of the people named near."""
    words = set((people[n].role or "").lower().replace("-", " ").replace(".", " ").split())
    ranked = bool(_RANKS & words)
    if not ranked and not words & vocabulary.lexicon.lists["high"]:
        return None
    mine = {name.paragraph for name in named if name.person == n}
    beside = _sides_beside(n, people, named, paragraphs, vocabulary)
    if beside and (not ranked or len(beside) == 1):
        rest = [code for code, count in counts.most_common(3) if code not in beside and count > 1]
        return rest[0] if rest else None
    near = {people[name.person].side for name in named if name.paragraph in mine and name.person != n} - {
        None
    }
    rest = [code for code, count in counts.most_common(3) if code not in near and count > 1]
    return rest[0] if rest and near and (len(near) == 1 or not ranked) else None
