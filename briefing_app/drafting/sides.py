"""Whose delegation a person belongs to, where the office beside the name does not say it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.drafting.vocabulary import is_state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.names import Mention
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.people import Person
    from briefing_app.drafting.roles import Role
    from briefing_app.drafting.vocabulary import Vocabulary

_HIGH = frozenset(("minister", "secretary", "mantri", "president", "chief", "premier"))
_SPEAKING_FOR = frozenset(
    [
        "spoke",
        "led",
        "signed",
        "stood",
        "acted",
        "chaired",
        "attended",
        "countersigned",
        "negotiated",
        "appeared",
        "came",
        "spoke",
        "was",
        "sat",
    ]
)
_TEAMS = frozenset(
    ("side", "delegation", "team", "contingent", "party", "representatives", "group", "delegates")
)
_FOR = frozenset(("for", "from", "representing"))
_BLOCS = frozenset(("alliance", "bloc", "union", "organisation", "organization", "grouping", "community"))
_BODY_OFFICES = (
    "secretary general",
    "secretary-general",
    "high representative",
    "commissioner",
    "special envoy",
    "rapporteur",
    "chairman",
    "chair",
    "chairperson",
)
_NOBODYS = frozenset(
    [
        "guest",
        "member",
        "representative",
        "delegate",
        "mediator",
        "facilitator",
        "moderator",
        "ambassador",
        "observer",
    ]
)
_LIST_ENDS = (":", ";", ",", "and")


def side_around(paragraphs: Sequence[Paragraph], mention: Mention, vocabulary: Vocabulary) -> str | None:
    """Return the party of the list, the delegation or the sentence that a name stands in.

    Args:
        paragraphs: the body.
        mention: the name.
        vocabulary: the words to go by.
    """
    paragraph = paragraphs[mention.paragraph]
    begin, end = vocabulary.sentences(paragraph)[mention.sentence]
    if mention.first > begin and paragraph.tokens[mention.first - 1].low == "where":
        capitals = [p for p in paragraph.parties if p.end < mention.first and p.word == "capital"]
        if capitals:
            return capitals[-1].code
    left = _marked_before(paragraph, begin, mention.first, vocabulary)
    if left:
        return left
    right = _marked_after(paragraph, mention.until, end, vocabulary)
    if right:
        return right
    return _from_lead_in(paragraphs, mention.paragraph, vocabulary) if begin == 0 else None


def _marked_before(paragraph: Paragraph, begin: int, end: int, vocabulary: Vocabulary) -> str | None:
    """Return the last party that opens a list before a name: "for A, X; for B, Y"."""
    tokens = paragraph.tokens
    found = None
    for party in paragraph.parties:
        if not begin <= party.first < end:
            continue
        after = tokens[party.end].low if party.end < len(tokens) else ""
        beyond = tokens[party.end + 1].low if party.end + 1 < len(tokens) else ""
        before = tokens[party.first - 1].low if party.first else ""
        before = tokens[party.first - 2].low if before == "the" and party.first > 1 else before
        earlier = [token.low for token in tokens[max(0, party.first - 4) : party.first]]
        opens = (
            after in _TEAMS
            or (after == "'s" and beyond in _TEAMS)
            or (before in _FOR and after in (",", ":"))
            or (before in ("of", "from") and any(low in _TEAMS for low in earlier))
            or (after in ("was", "were", "is") and beyond == "represented")
            or after == "sent"
        )
        if opens:
            found = vocabulary.state(paragraph, party.first)
    lows = [token.low for token in tokens[begin:end]]
    if "that" in lows and lows[lows.index("that") + 1 : lows.index("that") + 2] == ["of"]:
        return None
    if found is None and "represented" in lows and "by" in lows:
        found = next(
            (vocabulary.state(paragraph, p.first) for p in paragraph.parties if begin <= p.first < end), None
        )
    return found


def _marked_after(paragraph: Paragraph, begin: int, end: int, vocabulary: Vocabulary) -> str | None:
    """Return the party whose delegation a person leads: "X headed the delegation of A"."""
    tokens = paragraph.tokens
    led = [
        i
        for i in range(begin, min(end, begin + 4))
        if tokens[i].low in ("led", "headed", "heads", "leads", "heading", "leading", "represented")
    ]
    for party in paragraph.parties:
        if (
            party.first in (begin + 2, begin + 3)
            and tokens[begin].low in _SPEAKING_FOR
            and [t.low for t in tokens[begin + 1 : party.first]] in (["for"], ["for", "the"])
        ):
            return vocabulary.state(paragraph, party.first)
        if led and led[0] < party.first <= led[0] + 6:
            return vocabulary.state(paragraph, party.first)
        side = party.end < len(tokens) and tokens[party.end].low == "side"
        if (
            side
            and begin <= party.first < min(end, begin + 5)
            and any(token.low in ("for", "on", "from") for token in tokens[begin : party.first])
        ):
            return party.code
    return None


def _from_lead_in(paragraphs: Sequence[Paragraph], index: int, vocabulary: Vocabulary) -> str | None:
    """Return the party named in the line that opens a list: "For A:"."""
    while index > 0:
        index -= 1
        last = paragraphs[index].tokens[-1].low if paragraphs[index].tokens else ""
        if last == ":":
            return _marked_before(paragraphs[index], 0, len(paragraphs[index].tokens), vocabulary)
        if last not in _LIST_ENDS:
            return None
    return None


def office_side(
    paragraphs: Sequence[Paragraph], mention: Mention, role: Role, home: str | None, vocabulary: Vocabulary
) -> tuple[str | None, bool]:
    """Return the party of an office that names none, and whether that is inferred.

    Args:
        paragraphs: the body.
        mention: where the office stands.
        role: the office.
        home: the country whose offices need no country's name.
        vocabulary: the words to go by.
    """
    paragraph = paragraphs[mention.paragraph]
    lows = [token.low for token in paragraph.tokens[role.first : role.end]]
    if any(low in _BLOCS for low in lows):
        return _body_before(paragraphs, mention), True
    if role.owner in ("its", "their"):
        return _owner(paragraph, mention, vocabulary), True
    if mention.organisation and mention.code is None and "ministry" not in mention.organisation.lower():
        return None, False
    if role.head in _NOBODYS or _names_unknown(paragraph, role, vocabulary):
        return None, False
    if role.plural:
        return _of_list(paragraph, mention), True
    text = role.text.lower()
    if (
        any(office in text for office in vocabulary.lexicon.lists["american"])
        and home != "PH"
        and _is_named(paragraphs, "US")
    ):
        return "US", True
    ministry = any(
        word in text for word in ("ministry", "minister", "defence", "defense", "affairs", "foreign")
    )
    if not ministry and any(word in text for word in _BODY_OFFICES):
        return None, False
    return (home, True) if home else (None, False)


def _names_unknown(paragraph: Paragraph, role: Role, vocabulary: Vocabulary) -> bool:
    """Tell whether an office is of something with a name that no table knows."""
    tokens = paragraph.tokens
    for i in range(role.first, role.end):
        token = tokens[i]
        known = (
            token.low in vocabulary.role_words
            or paragraph.party_at(i)
            or i == 0
            or vocabulary.heads.at(tokens, i)
        )
        follows = i > role.first and tokens[i - 1].low in ("of", "the")
        if token.is_capital and token.is_word and not known and follows:
            return True
    before = tokens[role.first - 1].low if role.first else ""
    return before in ("'s", "'") or tokens[role.first].low in ("'s", "'")


def _owner(paragraph: Paragraph, mention: Mention, vocabulary: Vocabulary) -> str | None:
    before = [p for p in paragraph.parties if p.end <= mention.first]
    return vocabulary.state(paragraph, before[0].first) if before else None


def _body_before(paragraphs: Sequence[Paragraph], mention: Mention) -> str | None:
    """Return the body that was named last before a name, else the first of the article."""
    bodies = [
        (n, party.first, party.code)
        for n, paragraph in enumerate(paragraphs)
        for party in paragraph.parties
        if not is_state(party.code)
    ]
    before = [code for n, first, code in bodies if (n, first) < (mention.paragraph, mention.first)]
    return before[-1] if before else (bodies[0][2] if bodies else None)


def completed(
    people: Sequence[Person], places: Sequence[Sequence[tuple[int, int]]], paragraphs: Sequence[Paragraph]
) -> tuple[Person, ...]:
    """Return the people, those of high office without a side as of the other state that the article is about.

    Args:
        people: whom the article names.
        places: of each, the paragraphs and sentences that name them.
        paragraphs: the body.
    """
    counts = Counter(
        party.code for paragraph in paragraphs for party in paragraph.parties if is_state(party.code)
    )
    found = list(people)
    for n, person in enumerate(people):
        ranked = {"general", "gen", "admiral", "adm", "marshal"} & set(
            (person.role or "").lower().replace("-", " ").replace(".", "").split()
        )
        if person.side or not (ranked or any(word in _HIGH for word in (person.role or "").lower().split())):
            continue
        partners = {
            other.side
            for m, other in enumerate(people)
            if m != n and other.side and set(places[m]) & set(places[n])
        }
        rest = [code for code, _ in counts.most_common(3) if code not in partners]
        if (not ranked or len(partners) == 1) and partners and rest and counts[rest[0]] > 1:
            found[n] = replace(person, side=rest[0], side_inferred=True)
    return tuple(found)


def _of_list(paragraph: Paragraph, mention: Mention) -> str | None:
    """Return the party in the same place of the list of parties before a list of names."""
    codes = list(
        dict.fromkeys(p.code for p in paragraph.parties if p.end <= mention.first and is_state(p.code))
    )
    return codes[mention.place] if mention.place < len(codes) else None


def _is_named(paragraphs: Sequence[Paragraph], code: str) -> bool:
    return any(party.code == code for paragraph in paragraphs for party in paragraph.parties)
