"""Whose delegation a person belongs to, where the office beside the name does not say it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.drafting.vocabulary import is_state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.names import Mention
    from briefing_app.drafting.paragraphs import Paragraph, PartyAt
    from briefing_app.drafting.people import Named, Person
    from briefing_app.drafting.roles import Role
    from briefing_app.drafting.vocabulary import Vocabulary

_FOR = frozenset(("for", "from", "representing"))
_LEADS = frozenset(("led", "headed", "heads", "leads", "heading", "leading", "represented"))
_LIST_ENDS = (":", ";", ",", "and")
_RANKS = frozenset(("general", "gen", "admiral", "adm", "marshal"))
_WITHIN = 8


@dataclass(frozen=True, slots=True)
class Sides:
    """Reads whose side a name is on from the words around it.

    Attributes:
        paragraphs: the body.
        vocabulary: the words to go by.
        home: the country whose offices need no country's name.
    """

    paragraphs: Sequence[Paragraph]
    vocabulary: Vocabulary
    home: str | None

    def around(self, mention: Mention) -> str | None:
        """Return the party of the list, the delegation or the sentence that a name stands in."""
        paragraph = self.paragraphs[mention.paragraph]
        begin, end = self.vocabulary.sentences(paragraph)[mention.sentence]
        led = mention.until + (mention.until < end and paragraph.tokens[mention.until].text == ",")
        leads = led < end and paragraph.tokens[led].low in _LEADS
        return (
            (self._after(paragraph, mention.until, end) if leads else None)
            or self._of_place(paragraph, mention.first)
            or self._before(paragraph, begin, mention.first)
            or self._after(paragraph, mention.until, end)
            or (self._of_lead_in(mention.paragraph) if begin == 0 else None)
        )

    def of_office(self, mention: Mention, role: Role) -> str | None:
        """Return the party of an office that names none: a body's, the owner's, or home."""
        paragraph = self.paragraphs[mention.paragraph]
        lows = [token.low for token in paragraph.tokens[role.first : role.end]]
        if any(self._is(low, "blocs") for low in lows):
            return self._body_before(mention)
        if role.owner in ("its", "their"):
            owners = [party for party in paragraph.parties if party.end <= mention.first]
            begins = {begin for begin, _ in self.vocabulary.sentences(paragraph)}
            opening = [party for party in owners if party.first in begins]
            owner = next(iter(opening[-1:] or owners[:1]), None)
            return self.vocabulary.state(paragraph, owner.first) if owner else None
        if role.plural:
            return _in_place(paragraph, mention)
        if self._is_of_nobody(paragraph, mention, role):
            return None
        if self._is(role.head, "indian"):
            return "IN"
        text = role.text.lower()
        american = text == "secretary" or any(
            office in text for office in self.vocabulary.lexicon.lists["american"]
        )
        named = any(party.code == "US" for one in self.paragraphs for party in one.parties)
        manila = any(party.code == "PH" for one in self.paragraphs for party in one.parties)
        named = named or "defense" in text
        if (
            american
            and named
            and self.home not in ("PH", "GB")
            and not (text == "defense secretary" and manila)
        ):
            return "US"
        visiting = "visit" in paragraph.said(max(0, mention.first - 2), mention.first)
        # There is no minister in the government of the United States.
        return None if visiting or (self.home == "US" and role.head == "minister") else self.home

    def _is(self, low: str, name: str) -> bool:
        return low in self.vocabulary.lexicon.lists[name]

    def _of_place(self, paragraph: Paragraph, first: int) -> str | None:
        """Return the country of the capital before "where": "on to Seoul, where Minister X"."""
        where = first > 0 and paragraph.tokens[first - 1].low == "where"
        capitals = [p for p in paragraph.parties if where and p.end < first and p.word == "capital"]
        return capitals[-1].code if capitals else None

    def _before(self, paragraph: Paragraph, begin: int, end: int) -> str | None:
        """Return the last party that opens a list before a name: "for A, X; for B, Y"."""
        inside = [party for party in paragraph.parties if begin <= party.first < end]
        lows = [token.low for token in paragraph.tokens[begin:end]]
        if ("that", "of") in pairwise(lows):
            return None
        opening = [party for party in inside if self._opens(paragraph, party)]
        if opening and "which" in lows[opening[-1].first - begin :]:
            return None
        if not opening and "represented" in lows and "by" in lows:
            opening = inside[:1]
        return self.vocabulary.state(paragraph, opening[-1].first) if opening else None

    def _opens(self, paragraph: Paragraph, party: PartyAt) -> bool:
        after = [*(token.low for token in paragraph.tokens[party.end : party.end + 2]), "", ""][:2]
        before = [token.low for token in paragraph.tokens[max(0, party.first - 4) : party.first]]
        near = [low for low in before if low != "the"][-1:]
        headed = self._is(after[0], "teams") and after[1] in ("head", "leader", "chief")
        team = (self._is(after[0], "teams") and not headed) or (
            after[0] == "'s" and any(self._is(low, "teams") for low in after)
        )
        listed = bool(near) and near[0] in _FOR and after[0] in (",", ":", "were", "was")
        led = near in (["of"], ["from"]) and any(self._is(low, "teams") for low in before)
        return team or listed or led or after[0] == "sent" or after[1:] == ["represented"]

    def _after(self, paragraph: Paragraph, begin: int, end: int) -> str | None:
        """Return the party whose delegation a person leads: "X headed the delegation of A"."""
        tokens = paragraph.tokens
        led = next((i for i in range(begin, min(end, begin + 4)) if tokens[i].low in _LEADS), None)
        for party in paragraph.parties:
            between = [token.low for token in tokens[begin : party.first]]
            after = paragraph.said(party.end, min(party.end + 1, len(tokens)))
            spoke = (
                len(between) > 1
                and between[1:] in (["for"], ["for", "the"])
                and self._is(between[0], "stands_for")
            )
            one = between == ["the"] and (after == "one" or self._is(after, "teams"))
            side = after == "side" and len(between) < _WITHIN and bool({"for", "on", "from"} & set(between))
            leads = led is not None and led < party.first <= min(led + _WITHIN, end)
            if begin <= party.first < end and (spoke or one or side or leads):
                return self.vocabulary.state(paragraph, party.first)
        return None

    def _of_lead_in(self, index: int) -> str | None:
        """Return the party named in the line that opens a list: "For A:"."""
        for paragraph in reversed(self.paragraphs[:index]):
            last = paragraph.tokens[-1].low if paragraph.tokens else ""
            if last not in _LIST_ENDS:
                break
            found = self._before(paragraph, 0, len(paragraph.tokens))
            if found or last == ":":
                return found
        return None

    def _is_of_nobody(self, paragraph: Paragraph, mention: Mention, role: Role) -> bool:
        """Tell whether an office is no state's: a body's, a mediator's, or of something unknown."""
        organisation = (mention.organisation or "").lower()
        if (organisation and "ministry" not in organisation) or self._is(role.head, "stateless"):
            return True
        text = role.text.lower()
        ministry = any(
            word in text
            for word in (
                "minist",
                "defence",
                "defense",
                "affairs",
                "foreign",
                "chiefs",
                "jcs",
                "staff",
                "forces",
            )
        )
        joint = any(
            a.end + 1 == b.first and paragraph.tokens[a.end].text == "-"
            for a, b in pairwise(p for p in paragraph.parties if role.first <= p.first < role.end)
        )
        if joint and "of" in text:
            return True
        body = any(office in text for office in self.vocabulary.lexicon.lists["body_offices"])
        return (body and not ministry) or self._names_unknown(paragraph, role)

    def _names_unknown(self, paragraph: Paragraph, role: Role) -> bool:
        """Tell whether an office is of something with a name that no table knows."""
        tokens = paragraph.tokens
        for i in range(role.first + 1, role.end):
            known = tokens[i].low in self.vocabulary.role_words or paragraph.party_at(i)
            unknown = tokens[i].is_capital and tokens[i].is_word and not known
            if unknown and tokens[i - 1].low in ("of", "the") and not self.vocabulary.heads.at(tokens, i):
                return True
        return role.first > 0 and tokens[role.first - 1].low in ("'s", "'")

    def _body_before(self, mention: Mention) -> str | None:
        """Return the body that was named last before a name, else the first of the article."""
        bodies = [
            (n, party.first, party.code)
            for n, paragraph in enumerate(self.paragraphs)
            for party in paragraph.parties
            if not is_state(party.code)
        ]
        before = [code for n, first, code in bodies if (n, first) < (mention.paragraph, mention.first)]
        return next(iter(before[-1:] or [code for _, _, code in bodies[:1]]), None)


def _in_place(paragraph: Paragraph, mention: Mention) -> str | None:
    """Return the party in the same place of the list of parties before a list of names."""
    before = (p.code for p in paragraph.parties if p.end <= mention.first and is_state(p.code))
    codes = list(dict.fromkeys(before))
    return codes[mention.place] if mention.place < len(codes) else None


# ---------------------------------------------------------------------- once all people are known


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
        if person.side and not person.side_inferred:
            continue
        with_whom = _accompanied(n, found, named, paragraphs, vocabulary)
        if with_whom is None and person.side is None:
            with_whom = _beside(n, found, named, vocabulary, paragraphs)
        other = None if person.side else _other_side(n, people, named, counts, paragraphs, vocabulary)
        other = other or (None if person.side else _represented(n, people, named, paragraphs))
        side = with_whom or person.side or other or _host_side(person, people, paragraphs, vocabulary)
        found[n] = replace(person, side=side, side_inferred=side is not None)
    return tuple(found)


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
    if beside and not ranked:
        rest = [code for code, count in counts.most_common(3) if code not in beside and count > 1]
        return rest[0] if rest else None
    near = {people[name.person].side for name in named if name.paragraph in mine and name.person != n} - {
        None
    }
    rest = [code for code, count in counts.most_common(3) if code not in near and count > 1]
    return rest[0] if rest and near and (len(near) == 1 or not ranked) else None
