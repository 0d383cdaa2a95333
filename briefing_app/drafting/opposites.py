"""The sides of two who stand opposite each other, where their offices alone do not tell them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import word_set
from briefing_app.drafting.values import replace
from briefing_app.drafting.vocabulary import is_state

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from briefing_app.drafting.paragraphs import Paragraph, PartyAt
    from briefing_app.drafting.persons import Named, Person
    from briefing_app.drafting.vocabulary import Vocabulary

_FIELDS = ("defen", "forei")
_TWO = 2
_JOINED = word_set("and with met received hosted welcomed counterpart")
_MEETING = _JOINED - {"and"}
_NOT_JOINED = frozenset((";", "while", "or"))
_INTO = frozenset(("in", "to"))
_LEAD = 4  # paragraphs
_REACH = 6  # words of "received in Riga his three counterparts"


def opposed(
    people: Sequence[Person], named: Sequence[Named], paragraphs: Sequence[Paragraph], vocabulary: Vocabulary
) -> tuple[Person, ...]:
    """Return the people; two who met are on the two sides that their sentence, or else the lead, names.

    Args:
        people: whom the article names.
        named: where.
        paragraphs: the body.
        vocabulary: the words to go by.
    """
    found = _two_and_two(people, named, paragraphs, vocabulary)
    apart = _NOT_JOINED | vocabulary.lexicon.lists["escorts"]
    for one, other in pairwise(named):
        together = one.paragraph == other.paragraph and one.person != other.person
        if not together:
            continue
        paragraph = paragraphs[one.paragraph - 1]
        begin, end = next(pair for pair in vocabulary.sentences(paragraph) if pair[0] <= one.first < pair[1])
        chairs = "co-chair" in paragraph.said(begin, end).lower() or _are_two(paragraph, one)
        if not _is_open(found[one.person], found[other.person], chairs=chairs):
            continue
        between = {token.low for token in paragraph.tokens[one.end : other.first]}
        if other.first >= end or not between & _JOINED or between & apart:
            continue
        if not all(_is_high(found[n], vocabulary) for n in (one.person, other.person)):
            continue
        states = _states(paragraph, begin, end, vocabulary)
        if len(states) != _TWO:
            states = _states_of_lead(paragraphs, vocabulary)
        host = _host(paragraph, begin, end, vocabulary)
        listed = not between & _MEETING
        sides = _sides(found[one.person], found[other.person], states, host, listed=listed)
        for n, side in zip((one.person, other.person), sides, strict=True):
            if side and side != found[n].side:
                found[n] = replace(found[n], side=side, side_inferred=True)
    return _with_hosts(found, named, paragraphs, vocabulary)


def _two_and_two(
    people: Sequence[Person], named: Sequence[Named], paragraphs: Sequence[Paragraph], vocabulary: Vocabulary
) -> list[Person]:
    """Return the people, of two before and two after a verb of meeting each pair on one side."""
    found = list(people)
    beside: dict[tuple[int, int], list[Named]] = {}
    for name in named:
        sentences = vocabulary.sentences(paragraphs[name.paragraph - 1])
        begin = next(begin for begin, end in sentences if begin <= name.first < end)
        beside.setdefault((name.paragraph, begin), []).append(name)
    for (number, _), names in beside.items():
        if len(names) != _TWO * _TWO:
            continue
        tokens = paragraphs[number - 1].tokens
        for one, other in (names[:_TWO], names[_TWO:]):
            lows = {token.low for token in tokens[one.end : other.first]}
            first, second = found[one.person], found[other.person]
            apart = lows & _MEETING or not {t.low for t in tokens[names[1].end : names[2].first]} & _MEETING
            told = first.side and not first.side_inferred and second.role
            if told and not apart and "and" in lows and (second.side is None or second.side_inferred):
                found[other.person] = replace(second, side=first.side, side_inferred=True)
    return found


def _with_hosts(
    people: Sequence[Person], named: Sequence[Named], paragraphs: Sequence[Paragraph], vocabulary: Vocabulary
) -> tuple[Person, ...]:
    """Return the people, who received counterparts of all other states on the side of the one left."""
    words = vocabulary.lexicon.lists["counterparts"]
    return tuple(
        replace(person, side=code, side_inferred=True)
        if person.side is None and (code := _host_of_all(n, people, named, paragraphs, words))
        else person
        for n, person in enumerate(people)
    )


def _are_two(paragraph: Paragraph, one: Named) -> bool:
    """Tell whether what opens a list says that there is one of each side: "the two ministers, X and Y"."""
    return bool({"two", "both"} & {token.low for token in paragraph.tokens[one.first : one.end]})


def _host_of_all(
    n: int,
    people: Sequence[Person],
    named: Sequence[Named],
    paragraphs: Sequence[Paragraph],
    words: AbstractSet[str],
) -> str | None:
    """Return the one state of the lead left for who received "his counterparts, X of A and Y of B"."""
    for name in named:
        if name.person != n:
            continue
        paragraph = paragraphs[name.paragraph - 1]
        lows = [token.low for token in paragraph.tokens[name.end : name.end + _REACH]]
        if not any(own in ("his", "her") and other in words for own, other in pairwise(lows)):
            continue
        sides = {people[other.person].side for other in named if other.paragraph == name.paragraph}
        lead = paragraphs[0]
        codes = [p.code for p in lead.parties if is_state(p.code) and p.word == "name"]
        left = [code for code in dict.fromkeys(codes) if code not in sides]
        if len(left) == 1 and len(sides - {None}) > 1:
            return left[0]
    return None


def _is_open(one: Person, other: Person, *, chairs: bool) -> bool:
    """Tell whether the side of at least one is not known, or both got the same from nothing but the place.

    Args:
        one: the first.
        other: the second.
        chairs: they chair together, and so cannot be of one side.
    """
    if any(each.spokesperson or each.outsider or each.organisation or each.foreign for each in (one, other)):
        return False
    same = one.side is not None and one.side == other.side and one.side_inferred and other.side_inferred
    equal = chairs or bool(field_of(one.role) & field_of(other.role))
    return one.side is None or other.side is None or (same and equal)


def field_of(role: str | None) -> frozenset[str]:
    """Return what an office is for, of what a state has one minister: defence, foreign affairs."""
    words = (role or "").lower().split()
    return frozenset(field for field in _FIELDS if any(word.startswith(field) for word in words))


def _is_high(person: Person, vocabulary: Vocabulary) -> bool:
    words = set((person.role or "").lower().replace("-", " ").replace(",", " ").split())
    return bool(words & (vocabulary.lexicon.lists["high"] | {"director", "representative", "commander"}))


def _sides(
    one: Person, other: Person, states: Sequence[str], host: str | None, *, listed: bool
) -> tuple[str | None, str | None]:
    """Return the sides of two, those that are known as they are."""
    open_both = one.side is None and other.side is None
    if open_both or (one.side == other.side):
        return (states[0], states[1]) if len(states) == _TWO else (one.side, other.side)
    known = one.side or other.side
    fields = field_of(one.role), field_of(other.role)
    if listed and all(fields) and not fields[0] & fields[1]:
        return (
            one.side or known,
            other.side or known,
        )  # "A's Minister of Foreign Affairs and Minister of Defence"
    rest = [code for code in states if code != known]
    missing = rest[0] if len(states) == _TWO and len(rest) == 1 else host if host != known else None
    return one.side or missing, other.side or missing


def _states(paragraph: Paragraph, begin: int, end: int, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the states that a sentence names as parties, each once, in order."""
    inside = (party for party in paragraph.parties if begin <= party.first < end)
    codes = (party.code for party in inside if not _is_where(paragraph, party, vocabulary))
    return tuple(dict.fromkeys(code for code in codes if is_state(code)))


def _states_of_lead(paragraphs: Sequence[Paragraph], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the two states that the first paragraphs name, none where they name more or fewer."""
    found: dict[str, None] = {}
    for paragraph in paragraphs[:_LEAD]:
        found |= dict.fromkeys(_states(paragraph, 0, len(paragraph.tokens), vocabulary))
        if len(found) >= _TWO:
            break
    return tuple(found) if len(found) == _TWO else ()


def _is_where(paragraph: Paragraph, party: PartyAt, vocabulary: Vocabulary) -> bool:
    """Tell whether a state is only where something is: "in A", "to A", "in Paris"."""
    tokens = paragraph.tokens
    at = party.first - (party.first > 0 and tokens[party.first - 1].low == "the")
    city = vocabulary.lexicon.places.at(tokens, party.first) is not None
    return city or (at > 0 and tokens[at - 1].low in _INTO | {"at", "from", "near"})


def _host(paragraph: Paragraph, begin: int, end: int, vocabulary: Vocabulary) -> str | None:
    """Return the country of the one city in which a sentence says that they met, or to which one came."""
    tokens = paragraph.tokens
    found = {
        place[1]
        for i in range(begin + 1, end)
        if tokens[i - 1].low in _INTO and (place := vocabulary.lexicon.places.at(tokens, i))
    }
    return found.pop() if len(found) == 1 else None
