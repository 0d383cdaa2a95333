"""Offices of a body or a state that no table knows: "deputy head of the Quillon Compact Organisation"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.drafting.mentions import Mention
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.vocabulary import Vocabulary

_SENT = frozenset(("ambassador", "envoy", "emissary", "representative"))
_GENERAL = ("secretary-general", "secretary general")
_STAFFS = frozenset(("staff", "secretariat", "committee", "court", "force", "fund", "agency"))
_INSIDE = frozenset(("of", "for", "and", "the"))


def is_of_unknown(mention: Mention, paragraph: Paragraph, vocabulary: Vocabulary) -> bool:
    """Tell whether an office is of a body or a state that it names, and that no table knows.

    Args:
        mention: the name that the office stands beside.
        paragraph: where they stand.
        vocabulary: the words to go by.
    """
    role, tokens = mention.role, paragraph.tokens
    if role is None:
        return False
    general = any(office in role.text.lower() for office in _GENERAL)
    if general and role.first and _is_short(paragraph, role.first - 1):
        return True
    for i in range(role.first, role.end - 1):
        name = _name_at(paragraph, i + 1, role.end) if tokens[i].low in ("of", "at") else ()
        bloc = any(low in vocabulary.lexicon.lists["blocs"] for low in name[1:])
        staff = name[:1] == ("international",) and name[-1] in _STAFFS
        unknown = any(low not in vocabulary.role_words for low in name)
        if bloc or staff or (unknown and (general or role.head in _SENT)):
            return True
    return False


def _name_at(paragraph: Paragraph, first: int, stop: int) -> tuple[str, ...]:
    """Return the capitals that begin at a token, without article; none where a known party is in them."""
    tokens = paragraph.tokens
    first += tokens[first].low == "the"
    end = first
    while end < stop and (tokens[end].is_capital or tokens[end].low in _INSIDE):
        end += 1
    known = any(paragraph.party_at(i) for i in range(first, end))
    return () if known else tuple(token.low for token in tokens[first:end] if token.is_capital)


def is_unknown(name: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a person is "of" a name in which no word is of an office or a service: a state's."""
    words = name.lower().split()
    return bool(words) and not any(low in vocabulary.role_words for low in words)


def _is_short(paragraph: Paragraph, i: int) -> bool:
    """Tell whether a token is an abbreviation that names no known party."""
    text = paragraph.tokens[i].text
    return text.isupper() and len(text) > 1 and paragraph.party_at(i) is None
