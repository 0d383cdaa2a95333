"""The office that stands after a name: "X, the deputy minister, said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import PREPOSITIONS, is_adverb
from briefing_app.drafting.roles import Role, can_be_of_role, is_premodifier, made_role
from briefing_app.drafting.vocabulary import GENITIVES, JOINING, OWNERS, Vocabulary

if TYPE_CHECKING:
    from briefing_app.drafting.paragraphs import Paragraph

_ENDING = frozenset(("who", "which", "as", "that", "by", "while", "after", "but", "today", "also"))
_BEFORE_HEAD = 9


def role_after(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> Role | None:
    """Return the office that begins after a comma at token `i`: "X, the deputy minister, ...".

    Args:
        paragraph: where it stands.
        i: the token after the name.
        end: the end of its sentence.
        vocabulary: the words to go by.
    """
    tokens = paragraph.tokens
    first = _opening(paragraph, i, end, vocabulary)
    if first >= end or tokens[first].low in ("and", "or", "but", "with"):
        return None
    opened = first + (tokens[first].low == "the")
    department = vocabulary.lexicon.departments.at(tokens, opened) if opened < end else None
    begin = department[0] if department else first
    for at in range(begin, min(end, begin + _BEFORE_HEAD)):
        token = tokens[at]
        found = vocabulary.heads.at(tokens, at)
        if found and found[0] <= end and not is_premodifier(paragraph, found[0], end, vocabulary):
            if found[1].plural:
                return None
            return made_role(paragraph, first, _after_head(paragraph, found[0], end, vocabulary), vocabulary)
        if token.low in PREPOSITIONS or not (token.is_word or token.text == "-" or token.low in GENITIVES):
            return None
        known = token.low in vocabulary.role_words or paragraph.party_at(at) or token.low in OWNERS
        if not known and (
            token.is_capital or vocabulary.is_verb(token.low) or token.low in ("who", "and", "which")
        ):
            return None
    return None


def _opening(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> int:
    """Return the first token of what is set beside a name that ends at token `i`; `end` where nothing is."""
    tokens = paragraph.tokens
    while i < end and _is_letters(paragraph, i, vocabulary):
        i += 1
    if i < end and tokens[i].text in (",", "("):
        i += 1
        while i + 1 < end and _is_letters(paragraph, i, vocabulary) and tokens[i + 1].text in ",.":
            i += 2 + (tokens[i + 1].text == "." and i + 2 < end and tokens[i + 2].text == ",")
        return i
    # "Dr. X US Under-Secretary of Y": the comma is left out.
    party = paragraph.party_at(i) if i < end else None
    if party is None or party.first != i or party.end >= end:
        return end
    near = range(party.end, min(end, party.end + 3))
    return i if any(vocabulary.heads.at(tokens, at) for at in near) and tokens[party.end].is_capital else end


def _is_letters(paragraph: Paragraph, i: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a token holds letters that are set after a name: "MP", "M.D.S."."""
    text = paragraph.tokens[i].text
    return text in vocabulary.postnominals or text in ("Jr", "Sr") or (text.isupper() and text.count(".") > 1)


def _after_head(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> int:
    """Return where the complement of a head ends that begins at token `i`."""
    tokens = paragraph.tokens
    while i < end and tokens[i].is_capital and tokens[i].low in vocabulary.role_words:
        # "Chief of Defence" and "Staff"
        i += 1
    if i < end and tokens[i].low in JOINING and tokens[i].low not in ("and", "&", "on", "with", "under"):
        i = _complement_end(paragraph, i, end, vocabulary)
    if i + 1 < end and tokens[i].low in ("and", "&"):
        at = i + 1
        while at < end and can_be_of_role(paragraph, at, vocabulary) and tokens[at].low not in JOINING:
            found = vocabulary.heads.at(tokens, at)
            if found and not is_premodifier(paragraph, found[0], end, vocabulary):
                if found[1].plural:
                    return i
                stop = _after_head(paragraph, found[0], end, vocabulary)
                named = stop < end and tokens[stop].is_capital and tokens[stop].is_word
                return i if named or tokens[i + 1].low in OWNERS else stop
            at += 1
    return i


def _complement_end(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> int:
    tokens = paragraph.tokens
    start = i
    while i < end:
        token = tokens[i]
        if token.text == "," and _lists_topics(paragraph, i, end, vocabulary):
            i += 1
            continue
        plain = token.is_word or token.text in "-&" or token.low in GENITIVES or token.text[0].isdigit()
        if not plain or token.low in _ENDING or is_adverb(token.low):
            break
        if _is_name_here(paragraph, i, end, vocabulary):
            break
        if token.low == "and" and not _goes_on(paragraph, i + 1, end, vocabulary):
            break
        verb = vocabulary.is_verb(token.low) and not token.is_capital and not paragraph.party_at(i)
        if verb and tokens[i - 1].low not in OWNERS and i > start:
            break
        i += 1
    while i > start and (tokens[i - 1].low in JOINING or tokens[i - 1].low in OWNERS):
        i -= 1
    return i


def _is_name_here(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a name of two words follows an office at once: "for Home Affairs X Y"."""
    tokens = paragraph.tokens
    if i + 1 >= end or not (tokens[i - 1].low in vocabulary.role_words or paragraph.party_at(i - 1)):
        return False
    return all(
        tokens[at].is_capital
        and tokens[at].is_word
        and tokens[at].low not in vocabulary.role_words
        and not paragraph.party_at(at)
        and tokens[at].low not in vocabulary.no_names
        for at in (i, i + 1)
    )


def _lists_topics(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a comma stands between topics of an office: "for Strategy, Policy and Industry"."""
    tokens = paragraph.tokens
    if i + 2 >= end or tokens[i - 1].low not in vocabulary.role_words:
        return False
    following = i + 1
    if tokens[i + 1].low == "and" and tokens[i - 2].text == ",":
        following = i + 2
    elif tokens[i + 2].low not in (",", "and"):
        return False
    topics = (tokens[i - 1], tokens[following])
    return all(topic.is_capital and topic.low in vocabulary.role_words for topic in topics)


def _goes_on(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether "and" joins nouns of the complement, not a new office or a person."""
    tokens = paragraph.tokens
    if i >= end or not tokens[i].is_word or tokens[i].low in OWNERS:
        return False
    if (
        vocabulary.ranks.at(tokens, i)
        or vocabulary.honorifics.at(tokens, i)
        or vocabulary.is_verb(tokens[i].low)
        or (tokens[i].low.endswith("ed") and not tokens[i].is_capital)
    ):
        return False
    unknown = tokens[i].is_capital and tokens[i].low not in vocabulary.role_words
    # "and Caribbean Bureau": a name before a noun of offices.
    known = not unknown or (
        i + 1 < end and tokens[i + 1].is_capital and tokens[i + 1].low in vocabulary.role_words
    )
    for at in range(i, min(end, i + 5)):
        if vocabulary.heads.at(tokens, at):
            return False
        if tokens[at].low in JOINING or not tokens[at].is_word:
            break
    return known
