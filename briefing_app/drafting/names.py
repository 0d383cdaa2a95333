"""Names of people in a paragraph: where they stand, and by what one knows that somebody bears them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import ADVERBS, PREPOSITIONS, SAYING
from briefing_app.drafting.roles import OWNERS, Role, Vocabulary, role_after, role_before

if TYPE_CHECKING:
    from briefing_app.drafting.paragraphs import Paragraph

_INSIDE_OFFICES = frozenset(
    "secretary director attorney inspector consul governor adjutant solicitor surgeon".split()
)
_OF = frozenset(("of", "for", "from"))
_GOVERNMENTS = frozenset(("administration", "government", "cabinet", "presidency"))
STATE = 2
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday january february april june july august september october november december".split()
)
_LIGHT = frozenset(("ambassador", "senator", "general", "prefect", "commander", "judge", "prince", "admiral"))
_SERVICES = frozenset(("air", "force", "army", "navy", "marine", "corps", "coast", "guard", "space"))
_GAP = ("that", "of")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands.

    Attributes:
        paragraph: index of the paragraph, from 0.
        sentence: index of its sentence.
        first: first token, titles and an office right before it included.
        start: first token of the name itself.
        end: the token after the name.
        until: the token after an office that follows it.
        words: the parts of the name, hyphenated ones whole.
        titled: a rank or a form of address stands before it.
        title: the rank, as printed.
        role: the office beside it.
        code: the party beside it.
        organisation: what it is "of", where that is no state.
        sure: it is known to be a person's by what stands beside it.
        nominal: it names a government.
        shared: the party stands after a later name of the list.
        place: its place in a list under one plural office.
    """

    paragraph: int
    sentence: int
    first: int
    start: int
    end: int
    until: int
    words: tuple[str, ...]
    titled: bool = False
    title: str | None = None
    role: Role | None = None
    code: str | None = None
    organisation: str | None = None
    sure: bool = False
    nominal: bool = False
    shared: bool = False
    place: int = 0


def mentions_in(paragraph: Paragraph, index: int, vocabulary: Vocabulary) -> list[Mention]:
    """Return all that may be a person's name in a paragraph, in order."""
    found: list[Mention] = []
    for number, (begin, end) in enumerate(vocabulary.sentences(paragraph)):
        i = begin
        while i < end:
            titles = titles_end(paragraph, i, end, vocabulary)
            start = titles[0]
            stop = name_end(paragraph, start, end, vocabulary, titled=start > i)
            if stop == start:
                i = max(i + 1, _skip_office(paragraph, i, vocabulary))
                continue
            floor = found[-1].until if found and found[-1].sentence == number else begin
            found.append(_mention(paragraph, (index, number), (i, start, stop), titles[1], floor, vocabulary))
            i = stop
    return coordinated(paragraph, found)


def _skip_office(paragraph: Paragraph, i: int, vocabulary: Vocabulary) -> int:
    found = vocabulary.heads.at(paragraph.tokens, i)
    return found[0] if found else i


def _mention(
    paragraph: Paragraph,
    at: tuple[int, int],
    span: tuple[int, int, int],
    rank: str | None,
    floor: int,
    vocabulary: Vocabulary,
) -> Mention:
    first, start, end = span
    stop = vocabulary.sentences(paragraph)[at[1]][1]
    words = words(paragraph, start, end)
    titled = start > first
    while first > floor and paragraph.tokens[first - 1].low in ("retired", "then", "now"):
        first -= 1
    before = _fuller(paragraph, role_before(paragraph, first, floor, vocabulary), floor, vocabulary)
    before = before or _beyond_genitive(paragraph, first, floor, vocabulary)
    if before and not _is_of_this(paragraph, before, first, end, titled or len(words) > 1, vocabulary):
        before = None
    if before and before.end == first and rank == "Gen" and len(words) == 1:
        # A given name that looks like a rank: "Defence Minister Gen X".
        start, words, titled, rank = first, words(paragraph, first, end), False, None
    after = (
        role_after(paragraph, end, stop, vocabulary)
        if titled or before or len(words) > 1 or end < stop
        else None
    )
    if after and _is_followed_by_name(paragraph, after.end, stop, vocabulary):
        after = None
    if after and len(words) == 1 and not (titled or before):
        after = after if after.calling == "office" else None
    role = _better(before, after)
    until = after.end if after else end
    code, organisation, of_end = _belongs_to(paragraph, max(until, end), stop, vocabulary)
    outer = before.first if before else first
    genitive = _genitive(paragraph, first, floor, vocabulary)
    bracket = _in_bracket(paragraph, outer, end, vocabulary) or _gapped(paragraph, outer, vocabulary)
    many = len(words) > 1
    sure = bool(
        titled
        or before
        or (many and after)
        or (many and code and _opens(paragraph, first))
        or (many and bracket)
    )
    sure = sure or bool(many and organisation and _acts(paragraph, of_end, stop, vocabulary))
    said = many and (
        _is_said(paragraph, first, end, vocabulary)
        or (genitive is not None and _stands_free(paragraph, end, stop, vocabulary))
    )
    nominal = many and end < stop and paragraph.tokens[end].low in _GOVERNMENTS
    own = (
        (role.code if role else None) or (before.code if before else None) or (after.code if after else None)
    )
    return Mention(
        *at,
        before.first if before else first,
        start,
        end,
        max(until, of_end),
        words,
        titled,
        rank,
        role,
        own or genitive or bracket or code,
        organisation,
        sure or said or nominal,
        nominal,
    )


def _is_followed_by_name(paragraph: Paragraph, i: int, stop: int, vocabulary: Vocabulary) -> bool:
    """Tell whether an office is the next person's: "X, Defence Secretary Y"."""
    if i >= stop:
        return False
    start, _ = titles_end(paragraph, i, stop, vocabulary)
    return name_end(paragraph, start, stop, vocabulary, titled=start > i) > start


def _fuller(paragraph: Paragraph, role: Role | None, floor: int, vocabulary: Vocabulary) -> Role | None:
    """Return an office with the one before its comma: "the foreign secretary, Ambassador X"."""
    if role is None or role.first <= floor or paragraph.tokens[role.first - 1].text != "," or role.plural:
        return role
    wider = role_before(paragraph, role.first, floor, vocabulary)
    if wider is None or wider.plural or wider.calling == "counterpart" or role.code or role.owner:
        return role
    text = wider.text if role.head in _LIGHT else f"{wider.text}, {role.text}"
    return replace(wider, end=role.end, text=text)


def _beyond_genitive(paragraph: Paragraph, first: int, floor: int, vocabulary: Vocabulary) -> Role | None:
    """Return the office before "X's" and a comma: "the chairman, X's Gen. Y"."""
    party = (
        paragraph.party_at(first - 2)
        if first - 2 >= floor and paragraph.tokens[first - 1].low in ("'s", "'")
        else None
    )
    if party is None or party.first <= floor or paragraph.tokens[party.first - 1].text != ",":
        return None
    role = role_before(paragraph, party.first, floor, vocabulary)
    return replace(role, end=first, code=vocabulary.state(paragraph, party.first)) if role else None


def _better(before: Role | None, after: Role | None) -> Role | None:
    """Return the office that says more."""
    if before is None or after is None:
        return before or after
    if before.calling == "counterpart" or after.calling in ("voice", "outsider"):
        return after
    return before if len(before.text.split()) > len(after.text.split()) else after


def _is_of_this(
    paragraph: Paragraph,
    role: Role,
    first: int,
    end: int,
    full: bool,
    vocabulary: Vocabulary,  # noqa: FBT001
) -> bool:
    """Tell whether an office before a comma is of the name after it."""
    tokens = paragraph.tokens
    if role.end == first:
        return True
    if not full:
        return False
    if tokens[role.end].text == "(":
        return end < len(tokens) and tokens[end].text == ")"
    if end >= len(tokens) or not tokens[end].is_word:
        return end >= len(tokens) or tokens[end].low not in ("'s", "'")
    return not vocabulary.is_verb(tokens[end].low)


def _belongs_to(
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
    if tuple(token.low for token in tokens[at : at + 2]) == _GAP:
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


def _genitive(paragraph: Paragraph, i: int, floor: int, vocabulary: Vocabulary) -> str | None:
    """Return the party in "X's" right before token `i`."""
    if i - 2 >= floor and paragraph.tokens[i - 1].low in ("'s", "'"):
        return vocabulary.state(paragraph, i - 2)
    if vocabulary.ranks.at(paragraph.tokens, i):
        # "South Korean Adm. X", "U.S. Air Force Gen. Y"
        while i - 1 > floor and paragraph.tokens[i - 1].low in _SERVICES:
            i -= 1
        return vocabulary.state(paragraph, i - 1) if i > floor else None
    return None


def _in_bracket(paragraph: Paragraph, first: int, end: int, vocabulary: Vocabulary) -> str | None:
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


def _gapped(paragraph: Paragraph, first: int, vocabulary: Vocabulary) -> str | None:
    """Return the party before "by" where the verb is left out: "A was represented by X, B by Y"."""
    if first < 2 or paragraph.tokens[first - 1].low != "by":
        return None
    return vocabulary.state(paragraph, first - 2)


def _stands_free(paragraph: Paragraph, end: int, stop: int, vocabulary: Vocabulary) -> bool:
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


def _opens(paragraph: Paragraph, first: int) -> bool:
    """Tell whether a name can begin here: not after an article or an adjective."""
    if first == 0:
        return True
    before = paragraph.tokens[first - 1]
    return not (
        before.low in ("the", "a", "an", "its", "in", "near", "at", "off", "from")
        or before.low in ("'s", "-")
    )


def _is_said(paragraph: Paragraph, first: int, end: int, vocabulary: Vocabulary) -> bool:
    tokens = paragraph.tokens
    after = tokens[end].low if end < len(tokens) else ""
    before = tokens[first - 1].low if first else ""
    return (
        before in ("said", "says")
        or after in SAYING
        or after in vocabulary.lexicon.lists["speaks"]
        and after != "was"
    )


def _acts(paragraph: Paragraph, end: int, stop: int, vocabulary: Vocabulary) -> bool:
    return end < stop and vocabulary.is_verb(paragraph.tokens[end].low)


