"""What stands right beside a name and tells whose it is: a country, an organisation, a verb of speaking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import PREPOSITIONS, SAYING
from briefing_app.drafting.vocabulary import GENITIVES, Vocabulary

if TYPE_CHECKING:
    from briefing_app.drafting.paragraphs import Paragraph

_OF = frozenset(("of", "for", "from"))
_SERVICES = frozenset(("air", "force", "army", "navy", "marine", "corps", "coast", "guard", "space"))
_THAT_OF = ("that", "of")


def belongs_to(
    paragraph: Paragraph, i: int, stop: int, vocabulary: Vocabulary
) -> tuple[str | None, str | None, int]:
    """Return the party that a name is "of", the organisation, and where that ends."""
    tokens = paragraph.tokens
    at = i
    inside = paragraph.party_at(i + 1) if i + 2 < stop and tokens[i].text == "(" else None
    if inside and tokens[inside.end].text == ")":
        return vocabulary.state(paragraph, inside.first), None, inside.end + 1
    if at < stop and tokens[at].text == ",":
        at += 1
    comma = at > i
    if tuple(token.low for token in tokens[at : at + 2]) == _THAT_OF:
        at += 1
    elif comma and at < stop and tokens[at].low != "for":
        return None, None, i
    if at >= stop or tokens[at].low not in _OF:
        return None, None, i
    at += 1
    if at < stop and tokens[at].low == "the":
        at += 1
    if at >= stop:
        return None, None, i
    party = paragraph.party_at(at)
    last = party.end if party else at
    while (
        last < stop
        and tokens[last].is_word
        and (tokens[last].is_capital or tokens[last].low in ("of", "for", "the"))
    ):
        last += 1
    while last > at and tokens[last - 1].low in ("of", "for", "the"):
        last -= 1
    if last == at or (comma and not party):
        return None, None, i
    inside = party or next((p for p in paragraph.parties if at <= p.first < last), None)
    code = vocabulary.state(paragraph, inside.first) if inside else None
    whole = party is not None and party.end == last
    return code, (None if whole else paragraph.said(at, last)), last


def genitive(paragraph: Paragraph, i: int, floor: int, vocabulary: Vocabulary) -> str | None:
    """Return the party in "X's" right before token `i`."""
    if i - 2 >= floor and paragraph.tokens[i - 1].low in GENITIVES:
        return vocabulary.state(paragraph, i - 2)
    if vocabulary.ranks.at(paragraph.tokens, i):
        # "South Korean Adm. X", "U.S. Air Force Gen. Y"
        while i - 1 > floor and paragraph.tokens[i - 1].low in _SERVICES:
            i -= 1
        return vocabulary.state(paragraph, i - 1) if i > floor else None
    return None


def in_bracket(paragraph: Paragraph, first: int, end: int, vocabulary: Vocabulary) -> str | None:
    """Return the party before a name in brackets: "Denmark (X)"."""
    tokens = paragraph.tokens
    if (
        first < 2
        or tokens[first - 1].text not in "(:"
        or end >= len(tokens)
        or tokens[end].text not in "),;."
    ):
        return None
    return vocabulary.state(paragraph, first - 2)


def gapped(paragraph: Paragraph, first: int, vocabulary: Vocabulary) -> str | None:
    """Return the party before "by" where the verb is left out: "A was represented by X, B by Y"."""
    if first < 2 or paragraph.tokens[first - 1].low != "by":
        return None
    return vocabulary.state(paragraph, first - 2)


def stands_free(paragraph: Paragraph, end: int, stop: int, vocabulary: Vocabulary) -> bool:
    """Tell whether no noun follows that the name would belong to."""
    if end >= stop:
        return True
    token = paragraph.tokens[end]
    return (
        not token.is_word
        or token.low in PREPOSITIONS
        or token.low == "and"
        or vocabulary.is_verb(token.low)
        or token.low.endswith("ed")
    )


def opens(paragraph: Paragraph, first: int) -> bool:
    """Tell whether a name can begin here: not after an article or an adjective."""
    if first == 0:
        return True
    before = paragraph.tokens[first - 1]
    return not (
        before.low in ("the", "a", "an", "its", "in", "near", "at", "off", "from")
        or before.low in ("'s", "-")
    )


def is_said(paragraph: Paragraph, first: int, end: int, vocabulary: Vocabulary) -> bool:
    tokens = paragraph.tokens
    after = tokens[end].low if end < len(tokens) else ""
    before = tokens[first - 1].low if first else ""
    return (
        before in ("said", "says")
        or after in SAYING
        or after in vocabulary.lexicon.lists["speaks"]
        and after != "was"
    )


def acts(paragraph: Paragraph, end: int, stop: int, vocabulary: Vocabulary) -> bool:
    return end < stop and vocabulary.is_verb(paragraph.tokens[end].low)
