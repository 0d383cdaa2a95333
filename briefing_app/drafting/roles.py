"""What somebody is: the office before a name, the country it is of, and what kind of calling it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import AUXILIARIES, PREPOSITIONS
from briefing_app.drafting.values import dataclass, replace
from briefing_app.drafting.vocabulary import GENITIVES, JOINING, OWNERS, Calling, Head, Vocabulary

if TYPE_CHECKING:
    from briefing_app.drafting.paragraphs import Paragraph

_FORMER = frozenset(
    ("former", "ex", "then", "late", "outgoing", "previous", "retired", "nominee", "designate")
)
_BREAKS = frozenset(("who", "and", "which", "that", "as", "but", "while", "also", "then", "&")) | OWNERS
BRACKET = 10  # tokens of an office's bracket
_BESIDE = OWNERS | {"host", "nation", "country"}
_WITHIN = 16
_DASHES = ("--", "—", "–", "-")
_VERBS_TOO = frozenset(("host", "judge", "head", "chair"))
_BEFORE_VERB = frozenset(("will", "would", "to", "could", "shall", "may"))
_CHAIRS = frozenset(("chair", "co-chair", "cochair", "chairs"))


@dataclass(frozen=True, slots=True)
class Role:
    """An office where it stands beside a name.

    Attributes:
        first: its first token, the article or the country before it included.
        end: the token after it.
        text: as printed, without article and country.
        head: its last noun in lower case, in the singular.
        calling: what kind of calling it is.
        plural: it is said of several.
        code: the party that it names as its own.
        owner: the pronoun before it ("his"), empty where there is none.
        former: it is held no more.
        brief: as printed, without what it is of where that is a country.
        codes: of a plural, all parties whose offices they are.
    """

    first: int
    end: int
    text: str
    head: str
    calling: Calling
    plural: bool
    code: str | None
    owner: str
    former: bool
    brief: str
    codes: tuple[str, ...]


def role_before(paragraph: Paragraph, i: int, begin: int, vocabulary: Vocabulary) -> Role | None:
    """Return the office that ends right before token `i`, or before a comma there.

    Args:
        paragraph: where it stands.
        i: first token of the name, its rank included.
        begin: the token that it must not begin before.
        vocabulary: the words to go by.
    """
    tokens = paragraph.tokens
    if i <= begin:
        return None
    if tokens[i - 1].text in (",", "("):
        return _before_comma(paragraph, i - 1, begin, vocabulary)
    if tokens[i - 1].text in _DASHES and tokens[i - 1].end < tokens[i].start:
        role = _before_comma(paragraph, i - 1, begin, vocabulary)
        return role if role and role.plural else None
    if tokens[i - 1].text == ")":
        opened = max(
            (at for at in range(max(begin, i - BRACKET), i) if tokens[at].text == "("), default=begin
        )
        role = role_before(paragraph, opened, begin, vocabulary) if opened > begin else None
        return role and replace(role, end=i)
    if not _can_end_role(paragraph, i, begin, vocabulary):
        return None
    first = _role_start(paragraph, i, begin, vocabulary)
    role = made_role(paragraph, first, i, vocabulary)
    if role is None and first > begin and tokens[first - 1].text == ",":
        return _before_comma(paragraph, i, begin, vocabulary)  # "Secretary (Plans), Ministry of Defence Dr X"
    return role


def _role_start(paragraph: Paragraph, i: int, begin: int, vocabulary: Vocabulary) -> int:
    tokens = paragraph.tokens
    while i > begin and (
        can_be_of_role(paragraph, i - 1, vocabulary) or _is_short_form(paragraph, i - 1, begin)
    ):
        i -= 3 if tokens[i - 1].text == ")" else 1
        # "under the chair of Deputy Minister X": the chair is no office.
        if tokens[i].low == "of" and tokens[i - 1].low in _CHAIRS and "under" in _lows(paragraph, i - 4, i):
            return i + 1
        # "spoke as chairman with Kenya Chief of Staff X": that is who was spoken with.
        if tokens[i].low == "with" and paragraph.party_at(i + 1) is not None:
            return i + 1
        # "will host Secretary General X": they host, and are no host.
        if tokens[i].low in _VERBS_TOO and tokens[i - 1].low in _BEFORE_VERB:
            return i + 1
    place = (
        i - 2 >= begin and tokens[i - 2].low == "the" and tokens[i].is_capital and tokens[i - 1].is_capital
    )
    # "the Kagera Regional Commissioner"
    return i - 2 if place and tokens[i - 1].is_word else i


def _is_short_form(paragraph: Paragraph, i: int, begin: int) -> bool:
    """Tell whether a bracket with an abbreviation closes at token `i`: "Department of X (DX) Secretary"."""
    tokens = paragraph.tokens
    return (
        i - 2 > begin and tokens[i].text == ")" and tokens[i - 2].text == "(" and tokens[i - 1].text.isupper()
    )


def _lows(paragraph: Paragraph, first: int, end: int) -> list[str]:
    return [token.low for token in paragraph.tokens[max(0, first) : end]]


def _can_end_role(paragraph: Paragraph, i: int, begin: int, vocabulary: Vocabulary) -> bool:
    """Tell whether the token before a name can be the last of an office."""
    tokens = paragraph.tokens
    low = tokens[i - 1].low
    if low in JOINING or low in OWNERS:
        return False
    party = paragraph.party_at(i - 1)
    if party and party.word == "name":
        # "the ambassador of A to B X"
        near = {token.low for token in tokens[max(begin, party.first - 2) : party.first]}
        return party.first > begin + 1 and bool(near & {"of", "to"})
    return low in vocabulary.role_words or _ends_in_head(paragraph, i, begin, vocabulary)


def _before_comma(paragraph: Paragraph, comma: int, begin: int, vocabulary: Vocabulary) -> Role | None:
    """Return the office that ends before a comma, its complement included: "the envoy in X,"."""
    tokens = paragraph.tokens
    for at in range(comma - 1, max(begin, comma - _WITHIN) - 1, -1):
        token = tokens[at]
        if _is_inner_mark(paragraph, at, comma, vocabulary):
            continue
        if not (token.is_word or token.text in "-&/" or token.low in GENITIVES):
            return None
        found = vocabulary.heads.at(tokens, at)
        if found and found[0] <= comma and _is_complement(paragraph, found[0], comma, vocabulary):
            return made_role(paragraph, _role_start(paragraph, at, begin, vocabulary), comma, vocabulary)
        if token.low in AUXILIARIES or token.low in ("who", "which", "that", "by", "said", "told"):
            return None
    return None


def _is_inner_mark(paragraph: Paragraph, at: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a mark stands inside an office: "of A, B and C", "Secretary (Plans), Ministry of X"."""
    tokens = paragraph.tokens
    if tokens[at].text == ",":
        following = paragraph.party_at(at + 1 + (tokens[at + 1].low == "the"))
        listed = following and (
            paragraph.party_at(at - 1)
            or (
                following.end == end
                and following.word == "name"
                and at > 0
                and tokens[at - 1].low in vocabulary.role_words
            )
        )
        department = all(
            tokens[n].low in vocabulary.role_words or tokens[n].low in JOINING or paragraph.party_at(n)
            for n in range(at + 1, end)
        )
        return bool(listed) or department
    return tokens[at].text in ("(", ")") and tokens[at - 1].is_word


def _is_complement(paragraph: Paragraph, first: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether what follows a head belongs to it."""
    tokens = paragraph.tokens
    while first < end and (tokens[first].low in vocabulary.role_words or tokens[first].text in "(),"):
        first += 1
    if first == end:
        return True
    first += tokens[first].low == "responsible"  # "the State Secretary responsible for the Arctic, X"
    if tokens[first].low not in JOINING:
        return False
    return not any(
        token.low in AUXILIARIES or token.low in vocabulary.acts or token.low == "by"
        for token in tokens[first:end]
    )


def _ends_in_head(paragraph: Paragraph, i: int, begin: int, vocabulary: Vocabulary) -> bool:
    tokens = paragraph.tokens
    ends = (vocabulary.heads.at(tokens, at) for at in range(max(begin, i - 5), i))
    return any(found and found[0] == i for found in ends)


def can_be_of_role(paragraph: Paragraph, i: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a token can stand inside an office."""
    token = paragraph.tokens[i]
    low = token.low
    if low in vocabulary.role_words or low in JOINING or low in OWNERS or low in _FORMER:
        return True
    if paragraph.party_at(i) or low in GENITIVES or token.text in "-/" or vocabulary.demonym(paragraph, i):
        return True
    return vocabulary.heads.at(paragraph.tokens, i) is not None


def made_role(paragraph: Paragraph, first: int, end: int, vocabulary: Vocabulary) -> Role | None:
    """Return the office in the tokens, cut to one noun phrase; None where no head is in them."""
    heads = _heads_in(paragraph, first, end, vocabulary)
    if not heads:
        return None
    tokens = paragraph.tokens
    owned = len(heads) > 1 and heads[0][2].plural and tokens[heads[1][0] - 1].low in GENITIVES
    if owned and not any(first <= party.first < heads[1][0] for party in paragraph.parties):
        first, heads = heads[1][0], heads[1:]  # "the Joint Chiefs of Staff's chief of plans"
    first, heads = _one_phrase(paragraph, first, heads, vocabulary)
    at, after, head = heads[0]
    if head.calling == "office":
        joined = (found for i, _, found in heads[1:] if tokens[i - 1].low == "and")
        head = next((found for found in joined if found.calling in ("voice", "outsider")), head)
    guest = tokens[first].low == "visiting" and first < at  # which they are for today
    start = _without_owner(paragraph, first + guest, at, vocabulary)
    near = (p.code for p in paragraph.parties if first <= p.first and p.end <= end)
    return Role(
        first=first,
        end=end,
        text=paragraph.said(start, end),
        head=_noun(paragraph, at, after, plural=head.plural),
        calling=head.calling,
        plural=head.plural,
        code=_own_party(paragraph, first, at, end, head.calling, vocabulary),
        owner=tokens[first].low if tokens[first].low in ("his", "her", "its", "their") else "",
        former=any(token.low in _FORMER for token in tokens[first:at]),
        brief=paragraph.said(start, _brief_end(paragraph, after, end)),
        codes=tuple(dict.fromkeys(near)) if head.plural else (),
    )


def _noun(paragraph: Paragraph, at: int, after: int, *, plural: bool) -> str:
    """Return the noun that a head turns on, in the singular: "chief" of "chief of staff"."""
    tokens = paragraph.tokens
    inner = (tokens[i - 1].low for i in range(at + 1, after) if tokens[i].low in ("of", "in"))
    noun = next(inner, tokens[after - 1].low)
    if not plural:
        return noun
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")


def _brief_end(paragraph: Paragraph, after: int, end: int) -> int:
    """Return where an office ends that is cut before the country that it is of."""
    inner = next((p.first for p in paragraph.parties if after <= p.first < end), end)
    while inner > after and (
        paragraph.tokens[inner - 1].low in JOINING or paragraph.tokens[inner - 1].low in _BESIDE
    ):
        inner -= 1
    return inner


def _heads_in(
    paragraph: Paragraph, first: int, end: int, vocabulary: Vocabulary
) -> list[tuple[int, int, Head]]:
    found: list[tuple[int, int, Head]] = []
    i = first
    while i < end:
        head = vocabulary.heads.at(paragraph.tokens, i)
        if head and head[0] <= end and not is_premodifier(paragraph, head[0], end, vocabulary):
            found.append((i, head[0], head[1]))
            i = head[0]
        else:
            i += 1
    return found


def is_premodifier(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a further head follows soon: "deputy minister", "chief polar scientist"."""
    tokens = paragraph.tokens
    for at in range(i, min(end, i + 3)):
        found = vocabulary.heads.at(tokens, at)
        if found and found[0] <= end:
            return True
        known = tokens[at].low in vocabulary.role_words
        plain = tokens[at].is_word and not tokens[at].is_capital and not vocabulary.is_verb(tokens[at].low)
        if (
            not (known or plain)
            or tokens[at].low in PREPOSITIONS
            or tokens[at].low in _BREAKS
            or paragraph.party_at(at)
        ):
            return False
    return False


def _one_phrase(
    paragraph: Paragraph, first: int, heads: list[tuple[int, int, Head]], vocabulary: Vocabulary
) -> tuple[int, list[tuple[int, int, Head]]]:
    """Cut to the noun phrase that stands nearest to the name."""
    tokens = paragraph.tokens
    while len(heads) > 1:
        between = range(heads[0][1], heads[1][0])
        ands = [i for i in between if tokens[i].low in ("and", "&")]
        parties = [p for p in paragraph.parties if ands and ands[-1] < p.first < heads[1][0]]
        owned = any(tokens[i].low in OWNERS for i in between if ands and i > ands[-1])
        if not (ands and (parties or owned or heads[0][2].plural)):
            break
        first, heads = ands[-1] + 1, heads[1:]
    at = heads[0][0]
    for i in range(first, at):
        party = paragraph.party_at(i)
        pair = (
            tokens[i].low == "and"
            and heads[0][2].plural
            and i > first
            and paragraph.party_at(i - 1)
            and paragraph.party_at(i + 1)
        )
        if _is_in_department(paragraph, first, i, vocabulary):
            continue
        if tokens[i].low in JOINING and not pair and not (party and party.first < i < party.end - 1):
            first = i + 1
    owners = [i for i in range(first, at) if tokens[i].low in OWNERS]
    first = owners[-1] if owners else first
    while first < at and (tokens[first].low in GENITIVES or tokens[first].text == "-"):
        first += 1
    return first, heads


def _is_in_department(paragraph: Paragraph, first: int, i: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a token stands inside a ministry's name: "Department of Defence spokesman"."""
    found = (vocabulary.lexicon.departments.at(paragraph.tokens, at) for at in range(max(first, i - 4), i))
    return any(phrase and phrase[0] > i for phrase in found)


def _without_owner(paragraph: Paragraph, first: int, at: int, vocabulary: Vocabulary) -> int:
    """Return where the office begins after its article and country."""
    tokens = paragraph.tokens
    genitives = [i for i in range(first, at) if tokens[i].low in GENITIVES]
    start = genitives[-1] + 1 if genitives else first
    while start < at:
        party = paragraph.party_at(start)
        if party:
            start = party.end
        elif vocabulary.demonym(paragraph, start) or (
            tokens[start].low in OWNERS
            or tokens[start].text in ("-", ",", "and")
            or tokens[start].low in ("own", "host", "nation")
        ):
            start += 1
        else:
            break
    return start


def _own_party(
    paragraph: Paragraph, first: int, at: int, end: int, calling: Calling, vocabulary: Vocabulary
) -> str | None:
    """Return the party whose office it is: before the head, else after "of"."""
    before = [p for p in paragraph.parties if first <= p.first and p.end <= at]
    if before:
        return vocabulary.state(paragraph, before[-1].first)
    doubtful = next(filter(None, (vocabulary.demonym(paragraph, i) for i in range(first, at))), None)
    if doubtful:
        return doubtful
    tokens = paragraph.tokens
    for party in paragraph.parties:
        if not at < party.first < end:
            continue
        joint = next((tokens[i].low for i in range(party.first - 1, at, -1) if tokens[i].low in JOINING), "")
        beside = tokens[party.end] if party.end < len(tokens) else None
        if beside is not None and beside.text == "-" and paragraph.party_at(party.end + 1):
            # "of the A-B Command": of neither.
            return None
        office = beside is not None and (
            beside.is_capital
            or beside.low in ("ministry", "government", "armed", "foreign", "defence", "defense", "interior")
        )
        owning = ("of", "for", "from", "in") if calling in ("voice", "counterpart") else ("of",)
        owned = beside is not None and beside.low in GENITIVES
        placed = joint in ("at", "in") and (owned or (office and party.word in ("demonym", "name")))
        # "the director of policy, Greek Ministry of Defence"
        placed = placed or (tokens[party.first - 1].text == "," and office and party.word == "demonym")
        if tokens[party.first - 1 - (tokens[party.first - 1].low == "the") - 1].low == "charge":
            continue
        if joint in owning or placed:
            return vocabulary.state(paragraph, party.first)
    return None
