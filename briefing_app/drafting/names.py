"""Names of people in a paragraph: where they stand, and by what one knows that somebody bears them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import ADVERBS, PREPOSITIONS, SAYING
from briefing_app.drafting.roles import OWNERS, Role, Vocabulary, role_after, role_before

if TYPE_CHECKING:
    from briefing_app.drafting.paragraphs import Paragraph

_INSIDE_OFFICES = frozenset("secretary director attorney inspector consul governor adjutant solicitor surgeon".split())
_OF = frozenset(("of", "for", "from"))
_GOVERNMENTS = frozenset(("administration", "government", "cabinet", "presidency"))
_CALENDAR = frozenset("monday tuesday wednesday thursday friday saturday january february april june july august september october november december".split())
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
            titles = _titles_end(paragraph, i, end, vocabulary)
            start = titles[0]
            stop = _name_end(paragraph, start, end, vocabulary, titled=start > i)
            if stop == start:
                i = max(i + 1, _skip_office(paragraph, i, vocabulary))
                continue
            floor = found[-1].until if found and found[-1].sentence == number else begin
            found.append(_mention(paragraph, (index, number), (i, start, stop), titles[1], floor, vocabulary))
            i = stop
    return _coordinated(paragraph, found)


def _skip_office(paragraph: Paragraph, i: int, vocabulary: Vocabulary) -> int:
    found = vocabulary.heads.at(paragraph.tokens, i)
    return found[0] if found else i


def _titles_end(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> tuple[int, str | None]:
    """Return where ranks and forms of address end that begin at token `i`, and the rank."""
    tokens = paragraph.tokens
    rank: str | None = None
    start = i
    while i < end:
        office = vocabulary.heads.at(tokens, i)
        ranks, address = vocabulary.ranks.at(tokens, i), vocabulary.honorifics.at(tokens, i)
        stop = max(ranks[0] if ranks else i, address[0] if address else i)
        if stop == i or (office and office[0] > stop):
            break
        if tokens[i].low == "general" and i and tokens[i - 1].low in _INSIDE_OFFICES:
            break
        if paragraph.said(i, stop) in vocabulary.plain_titles and stop - i == 1 and not _leaves_name(paragraph, stop, end, vocabulary):
            break
        if ranks and ranks[0] == stop:
            rank = paragraph.said(start, stop)
        i = stop
    return i, rank


def _leaves_name(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether two words of a name follow, so that what stands before them is a title."""
    stop = _name_end(paragraph, i, end, vocabulary)
    return len(_words(paragraph, i, stop)) > 1 if stop > i else False


def _name_end(paragraph: Paragraph, start: int, end: int, vocabulary: Vocabulary, *, titled: bool = False) -> int:
    """Return the token after the name that begins at `start`; `start` where there is none."""
    tokens = paragraph.tokens
    i = start
    while i < end:
        inner = i > start or titled
        if _is_name_word(paragraph, i, inner=inner, vocabulary=vocabulary):
            i += 1
            if (len(tokens[i - 1].text) == 1 or tokens[i - 1].low in vocabulary.short_names) and i < end and tokens[i].text == ".":
                i += 1
        elif i > start and _is_hyphen(paragraph, i, end):
            i += 2
        elif _is_particle(paragraph, i, end, vocabulary) and (inner or tokens[i].is_capital):
            i += 1
        else:
            break
    only = i == start + 1 and (len(tokens[start].text) == 1 or tokens[start].low in vocabulary.particles)
    bare = i == start + 1 and (tokens[start].low in vocabulary.no_names or tokens[start].low in SAYING)
    shouted = all(token.text.isupper() for token in tokens[start:i] if token.is_word) and not titled
    calling = vocabulary.heads.at(tokens, start)
    if calling and calling[0] < i and calling[1].calling in ("outsider", "voice") and not titled:
        return start
    place = vocabulary.lexicon.places.at(tokens, start) if i > start and not titled else None
    return start if only or bare or shouted or (place and place[0] >= i) else i


def _is_name_word(paragraph: Paragraph, i: int, *, inner: bool, vocabulary: Vocabulary) -> bool:
    token = paragraph.tokens[i]
    party = paragraph.party_at(i)
    if not token.is_word or (party and not (inner and party.word == "capital" and party.end == i + 1 and _is_bare(paragraph, i - 1, vocabulary))):
        return False
    if not token.is_capital:
        return inner and "'" in token.low and token.text[-1] != "'" and any(letter.isupper() for letter in token.text)
    if "." in token.text:
        return len(token.text) <= 6 and token.low not in ("u.s.", "u.n.", "u.k.", "e.u.", "h.e.")
    after = paragraph.tokens[i + 1] if i + 1 < len(paragraph.tokens) else None
    hyphened = after is not None and after.text == "-" and after.start == token.end
    if token.low in vocabulary.role_words or token.low in vocabulary.surnames_too:
        given = hyphened and i + 2 < len(paragraph.tokens) and paragraph.tokens[i + 2].text.islower()
        if inner and given:
            return True
        fits = inner and token.low in vocabulary.surnames_too
        return fits and (after is None or not (after.is_capital or after.low in ("of", "for", "-")))
    if token.low in OWNERS and not hyphened:
        return False
    if token.low in vocabulary.no_names or token.low in ADVERBS or token.low in SAYING:
        # Inside a sentence these have no capital unless they are names: "Do-yeol", "Said bin".
        inside = i > 0 and paragraph.tokens[i - 1].is_word
        followed = after is not None and after.is_capital and after.is_word
        if token.low == "jan" or (token.low in _CALENDAR and inside and paragraph.tokens[i - 1].low in vocabulary.role_words):
            return followed
        joined = after is not None and (after.low in vocabulary.particles or hyphened)
        return (inner and (hyphened or token.low not in _CALENDAR)) or (inside and joined and token.low in SAYING)
    return True


def _is_bare(paragraph: Paragraph, i: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a token is a word of a name and of nothing else."""
    token = paragraph.tokens[i]
    return token.is_capital and token.is_word and token.low not in vocabulary.role_words and token.low not in vocabulary.no_names


def _is_hyphen(paragraph: Paragraph, i: int, end: int) -> bool:
    tokens = paragraph.tokens
    if tokens[i].text not in "-‑" or i + 1 >= end or not tokens[i + 1].is_word:
        return False
    return tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start


def _is_particle(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a small word joins the parts of a name: "van der X", "bin Y", "al-Z"."""
    tokens = paragraph.tokens
    at = i
    while at < end and at - i < 3 and tokens[at].low in vocabulary.particles:
        at += 1
    if at == i or at >= end:
        return False
    if tokens[at].text == "-" and at + 1 < end:
        at += 1
    return tokens[i].low not in ("of", "at", "as", "a", "i", "s") and _is_name_word(paragraph, at, inner=at > i, vocabulary=vocabulary)


def _words(paragraph: Paragraph, start: int, end: int) -> tuple[str, ...]:
    return tuple(word.strip(",") for word in paragraph.said(start, end).split())


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
    words = _words(paragraph, start, end)
    titled = start > first
    while first > floor and paragraph.tokens[first - 1].low in ("retired", "then", "now"):
        first -= 1
    before = _fuller(paragraph, role_before(paragraph, first, floor, vocabulary), floor, vocabulary)
    before = before or _beyond_genitive(paragraph, first, floor, vocabulary)
    if before and not _is_of_this(paragraph, before, first, end, titled or len(words) > 1, vocabulary):
        before = None
    if before and before.end == first and rank == "Gen" and len(words) == 1:
        # A given name that looks like a rank: "Defence Minister Gen X".
        start, words, titled, rank = first, _words(paragraph, first, end), False, None
    after = role_after(paragraph, end, stop, vocabulary) if titled or before or len(words) > 1 or end < stop else None
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
    sure = bool(titled or before or (many and after) or (many and code and _opens(paragraph, first)) or (many and bracket))
    sure = sure or bool(many and organisation and _acts(paragraph, of_end, stop, vocabulary))
    said = many and (_is_said(paragraph, first, end, vocabulary) or (genitive is not None and _stands_free(paragraph, end, stop, vocabulary)))
    nominal = many and end < stop and paragraph.tokens[end].low in _GOVERNMENTS
    own = (role.code if role else None) or (before.code if before else None) or (after.code if after else None)
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
    start, _ = _titles_end(paragraph, i, stop, vocabulary)
    return _name_end(paragraph, start, stop, vocabulary, titled=start > i) > start


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
    party = paragraph.party_at(first - 2) if first - 2 >= floor and paragraph.tokens[first - 1].low in ("'s", "'") else None
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
    paragraph: Paragraph, role: Role, first: int, end: int, full: bool, vocabulary: Vocabulary  # noqa: FBT001
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
    while last < stop and tokens[last].is_word and (tokens[last].is_capital or tokens[last].low in ("of", "for", "the")):
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
    if first < 2 or tokens[first - 1].text not in "(:" or end >= len(tokens) or tokens[end].text not in "),;.":
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
    return not token.is_word or token.low in PREPOSITIONS or token.low == "and" or vocabulary.is_verb(token.low)


def _opens(paragraph: Paragraph, first: int) -> bool:
    """Tell whether a name can begin here: not after an article or an adjective."""
    if first == 0:
        return True
    before = paragraph.tokens[first - 1]
    return not (before.low in ("the", "a", "an", "its", "in", "near", "at", "off", "from") or before.low in ("'s", "-"))


def _is_said(paragraph: Paragraph, first: int, end: int, vocabulary: Vocabulary) -> bool:
    tokens = paragraph.tokens
    after = tokens[end].low if end < len(tokens) else ""
    before = tokens[first - 1].low if first else ""
    return before in ("said", "says") or after in SAYING or after in vocabulary.lexicon.lists["speaks"] and after != "was"


def _acts(paragraph: Paragraph, end: int, stop: int, vocabulary: Vocabulary) -> bool:
    return end < stop and vocabulary.is_verb(paragraph.tokens[end].low)


def _coordinated(paragraph: Paragraph, found: list[Mention]) -> list[Mention]:
    """Make sure those names that stand in one list with a sure one."""
    for _ in range(2):
        for one in range(len(found)):
            for other in (one - 1, one + 1):
                if 0 <= other < len(found) and found[other].sure and not found[one].sure and len(found[one].words) > 1:
                    left, right = (found[other], found[one]) if other < one else (found[one], found[other])
                    between = [token.low for token in paragraph.tokens[left.until : right.first]]
                    if left.sentence == right.sentence and between in (["and"], [","], [",", "and"], [";"], [";", "and"]):
                        found[one] = replace(found[one], sure=True)
    _distribute(paragraph, found)
    for n in range(len(found) - 2, -1, -1):
        found[n] = _shared(paragraph, found[n], found[n + 1])
    return found


def _distribute(paragraph: Paragraph, found: list[Mention]) -> None:
    """Give the names of a list the plural office before it, and each its country: "the ministers of A and B, X and Y"."""
    place = 0
    for n in range(1, len(found)):
        one, other = found[n - 1], found[n]
        between = [token.low for token in paragraph.tokens[one.until : other.first]]
        listed = one.sentence == other.sentence and between in (["and"], [","], [",", "and"])
        if not (listed and one.role and one.role.plural and other.role is None):
            place = 0
            continue
        place += 1
        codes = one.role.codes
        code = other.code or (codes[0] if len(codes) == 1 else codes[place] if place < len(codes) else None)
        if place == 1 and len(codes) > 1:
            found[n - 1] = replace(one, code=codes[0])
        found[n] = replace(other, role=one.role, code=code, place=place, sure=True)


def _shared(paragraph: Paragraph, mention: Mention, following: Mention) -> Mention:
    """Give a name the party that stands after the last of its list: "Minister X and Minister Y of Z"."""
    if mention.code or mention.until > mention.end or mention.sentence != following.sentence or following.code is None:
        return mention
    tail = paragraph.tokens[following.end].low if following.until > following.end else ""
    own = following.role is not None and following.role.code is not None
    between = [token.low for token in paragraph.tokens[mention.end : following.first]]
    chained = following.until == following.end and between == ["and"] and following.shared
    if own or not (tail == "of" or chained) or between not in (["and"], [","], [",", "and"]):
        return mention
    return replace(mention, code=following.code, shared=True)
