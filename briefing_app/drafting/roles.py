"""What somebody is: the office beside a name, the country it is of, and what kind of calling it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from briefing_app.drafting.grammar import AUXILIARIES, PREPOSITIONS, is_adverb
from briefing_app.drafting.tokens import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph

Calling = Literal["office", "voice", "outsider", "counterpart"]
OWNERS = frozenset("the a an his her its their our my your this that one both two three four five".split())
_JOINING = frozenset(("of", "for", "to", "in", "at", "on", "with", "and", "&", "from", "under"))
_GENITIVE = ("'s", "'")
_FORMER = frozenset(("former", "ex", "then", "late", "outgoing", "previous", "retired", "nominee", "designate"))
_BREAKS = frozenset(("who", "and", "which", "that", "as", "but", "while", "also", "then", "&")) | OWNERS
_BESIDE = OWNERS | {"host", "nation", "country"}
_WITHIN = 16
_BEFORE_HEAD = 9


@dataclass(frozen=True, slots=True)
class Head:
    """The last noun of an office.

    Attributes:
        calling: what kind of calling it is.
        plural: it is said of several.
    """

    calling: Calling
    plural: bool = False


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


class Vocabulary:
    """The words that the reading of people goes by."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the words from the lexicon."""
        lists = lexicon.lists
        self.lexicon = lexicon
        self.heads = Phrases(_heads(lexicon), cased=False)
        self.plain_titles = lists["titles_too"]
        self.ranks = lexicon.ranks
        self.honorifics = Phrases(((word, True) for word in sorted(lists["honorifics"] | lists["addresses"])), cased=True)
        self.particles = lists["particles"]
        self.short_names = lists["short_names"]
        self.surnames_too = lists["surnames_too"]
        phrases = (*lists["heads"], *lists["modifiers"], *lists["callings"], *lists["office_words"])
        single = {word.lower() for phrase in phrases for word in phrase.replace("-", " ").split()}
        self.role_words = frozenset(single | {plural(word) for word in single}) - _JOINING - OWNERS
        self.no_names = lists["no_names"] | OWNERS | PREPOSITIONS | AUXILIARIES
        self.acts = lists["attends"] | lists["meets"] | lists["speaks"] | lists["comes"]

    def state(self, paragraph: Paragraph, i: int) -> str | None:
        """Return the party named at token `i`; of a command that bears a state's name, the state."""
        party = paragraph.party_at(i)
        if party is None:
            return None
        bare = self.lexicon.parties.at(paragraph.tokens[party.first : party.first + 1], 0)
        return bare[1].code if bare and len(party.code) > 2 and len(bare[1].code) == 2 else party.code

    def sentences(self, paragraph: Paragraph) -> tuple[tuple[int, int], ...]:
        """Return the sentences of a paragraph, whole where a title's full stop seemed to end one."""
        found: list[tuple[int, int]] = []
        for begin, end in paragraph.sentences:
            split = found and paragraph.party_at(begin - 1) and self.heads.at(paragraph.tokens, begin)
            if found and (split or self._is_in_title(paragraph, found[-1][1])):
                found[-1] = (found[-1][0], end)
            else:
                found.append((begin, end))
        return tuple(found)

    def _is_in_title(self, paragraph: Paragraph, end: int) -> bool:
        if end > 1 and paragraph.tokens[end - 2].low in self.short_names and paragraph.tokens[end - 2].is_capital:
            return True
        for at in range(max(0, end - 6), end):
            for titles in (self.ranks, self.honorifics):
                title = titles.at(paragraph.tokens, at)
                if title and title[0] >= end:
                    return True
        return False

    def is_verb(self, low: str) -> bool:
        """Tell whether a word in lower case can be the verb of a person."""
        return low in AUXILIARIES or low in self.acts or low in self.lexicon.verbs


def plural(word: str) -> str:
    """Return the plural of an office's last noun."""
    if word.endswith("y") and not word.endswith(("ay", "ey", "oy")):
        return word[:-1] + "ies"
    return word[:-3] + "men" if word.endswith("man") else word + "s"


def _heads(lexicon: Lexicon) -> Iterator[tuple[str, Head]]:
    lists = lexicon.lists
    kinds: tuple[tuple[str, Calling], ...] = (
        ("voices", "voice"),
        ("spokes", "voice"),
        ("outsiders", "outsider"),
        ("counterparts", "counterpart"),
        ("heads", "office"),
        ("callings", "office"),
    )
    for name, calling in kinds:
        for word in sorted(lists[name] - {"observer"}):
            yield word, Head(calling, calling == "counterpart" and word.endswith("s"))
            if calling != "counterpart":
                yield plural(word), Head(calling, plural=True)


# ---------------------------------------------------------------------------------- before a name


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
    if tokens[i - 1].text == ")":
        opened = max((at for at in range(max(begin, i - 6), i) if tokens[at].text == "("), default=begin)
        role = role_before(paragraph, opened, begin, vocabulary) if opened > begin and tokens[opened - 1].is_word else None
        return role and replace(role, end=i)
    if tokens[i - 1].low in _JOINING or tokens[i - 1].low in OWNERS:
        return None
    party = paragraph.party_at(i - 1)
    of_state = party is not None and party.first > begin + 1 and party.word == "name" and {
        token.low for token in tokens[max(begin, party.first - 2) : party.first]
    } & {"of", "to"}
    if tokens[i - 1].low not in vocabulary.role_words and not of_state and not _ends_in_head(paragraph, i, begin, vocabulary):
        return None
    first = i
    while first > begin and _can_be_of_role(paragraph, first - 1, vocabulary):
        first -= 1
    return _role(paragraph, first, i, vocabulary)


def _before_comma(paragraph: Paragraph, comma: int, begin: int, vocabulary: Vocabulary) -> Role | None:
    """Return the office that ends before a comma, its complement included: "the envoy in X,"."""
    tokens = paragraph.tokens
    for at in range(comma - 1, max(begin, comma - _WITHIN) - 1, -1):
        token = tokens[at]
        if not (token.is_word or token.text in "-&/" or token.low in _GENITIVE):
            return None
        found = vocabulary.heads.at(tokens, at)
        if found and found[0] <= comma and _is_complement(paragraph, found[0], comma, vocabulary):
            first = at
            while first > begin and _can_be_of_role(paragraph, first - 1, vocabulary):
                first -= 1
            return _role(paragraph, first, comma, vocabulary)
        if token.low in AUXILIARIES or token.low in ("who", "which", "that", "by", "said", "told"):
            return None
    return None


def _is_complement(paragraph: Paragraph, first: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether what follows a head belongs to it."""
    tokens = paragraph.tokens
    while first < end and tokens[first].low in vocabulary.role_words:
        first += 1
    if first == end:
        return True
    if tokens[first].low not in _JOINING:
        return False
    return not any(
        token.low in AUXILIARIES or token.low in vocabulary.acts or token.low == "by" for token in tokens[first:end]
    )


def _ends_in_head(paragraph: Paragraph, i: int, begin: int, vocabulary: Vocabulary) -> bool:
    tokens = paragraph.tokens
    ends = (vocabulary.heads.at(tokens, at) for at in range(max(begin, i - 5), i))
    return any(found and found[0] == i for found in ends)


def _can_be_of_role(paragraph: Paragraph, i: int, vocabulary: Vocabulary) -> bool:
    token = paragraph.tokens[i]
    low = token.low
    if low in vocabulary.role_words or low in _JOINING or low in OWNERS or low in _FORMER:
        return True
    if paragraph.party_at(i) or low in _GENITIVE or token.text == "-":
        return True
    return vocabulary.heads.at(paragraph.tokens, i) is not None


def _role(paragraph: Paragraph, first: int, end: int, vocabulary: Vocabulary) -> Role | None:
    """Return the office in the tokens, cut to one noun phrase; None where no head is in them."""
    heads = _heads_in(paragraph, first, end, vocabulary)
    if not heads:
        return None
    first, heads = _one_phrase(paragraph, first, heads)
    at, after, head = heads[0]
    if head.calling == "office" and len(heads) > 1:
        joined = (found for i, _, found in heads[1:] if paragraph.tokens[i - 1].low == "and")
        head = next((found for found in joined if found.calling in ("voice", "outsider")), head)
    start = _without_owner(paragraph, first, at)
    lows = [token.low for token in paragraph.tokens[first:end]]
    last = next((paragraph.tokens[i - 1].low for i in range(at + 1, after) if paragraph.tokens[i].low in ("of", "in")), paragraph.tokens[after - 1].low)
    single = last
    if head.plural:
        single = last[:-3] + "y" if last.endswith("ies") else last.removesuffix("s")
    inner = next((p.first for p in paragraph.parties if after <= p.first < end), end)
    while inner > after and (paragraph.tokens[inner - 1].low in _JOINING or paragraph.tokens[inner - 1].low in _BESIDE):
        inner -= 1
    brief = paragraph.said(start, inner)
    owner = lows[0] if lows[0] in ("his", "her", "its", "their") else ""
    code = _own_party(paragraph, first, at, end, head.calling, vocabulary)
    near = [p for p in paragraph.parties if first <= p.first and p.end <= end]
    codes = tuple(dict.fromkeys(p.code for p in near)) if head.plural else ()
    former = any(low in _FORMER for low in lows[: at - first])
    return Role(first, end, paragraph.said(start, end), single, head.calling, head.plural, code, owner, former, brief, codes)


def _heads_in(
    paragraph: Paragraph, first: int, end: int, vocabulary: Vocabulary
) -> list[tuple[int, int, Head]]:
    found: list[tuple[int, int, Head]] = []
    i = first
    while i < end:
        head = vocabulary.heads.at(paragraph.tokens, i)
        if head and head[0] <= end and not _is_premodifier(paragraph, head[0], end, vocabulary):
            found.append((i, head[0], head[1]))
            i = head[0]
        else:
            i += 1
    return found


def _is_premodifier(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a further head follows soon: "deputy minister", "chief polar scientist"."""
    tokens = paragraph.tokens
    for at in range(i, min(end, i + 3)):
        found = vocabulary.heads.at(tokens, at)
        if found and found[0] <= end:
            return True
        known = tokens[at].low in vocabulary.role_words
        plain = tokens[at].is_word and not tokens[at].is_capital and not vocabulary.is_verb(tokens[at].low)
        if not (known or plain) or tokens[at].low in PREPOSITIONS or tokens[at].low in _BREAKS or paragraph.party_at(at):
            return False
    return False


def _one_phrase(
    paragraph: Paragraph, first: int, heads: list[tuple[int, int, Head]]
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
        pair = tokens[i].low == "and" and heads[0][2].plural and i > first and paragraph.party_at(i - 1) and paragraph.party_at(i + 1)
        if tokens[i].low in _JOINING and not pair and not (party and party.first < i < party.end - 1):
            first = i + 1
    owners = [i for i in range(first, at) if tokens[i].low in OWNERS]
    first = owners[-1] if owners else first
    while first < at and (tokens[first].low in _GENITIVE or tokens[first].text == "-"):
        first += 1
    return first, heads


def _without_owner(paragraph: Paragraph, first: int, at: int) -> int:
    """Return where the office begins after its article and country."""
    tokens = paragraph.tokens
    genitives = [i for i in range(first, at) if tokens[i].low in _GENITIVE]
    start = genitives[-1] + 1 if genitives else first
    while start < at:
        party = paragraph.party_at(start)
        if party:
            start = party.end
        elif tokens[start].low in OWNERS or tokens[start].text == "-" or tokens[start].low in ("own", "host", "nation"):
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
    tokens = paragraph.tokens
    for party in paragraph.parties:
        if not at < party.first < end:
            continue
        joint = next((tokens[i].low for i in range(party.first - 1, at, -1) if tokens[i].low in _JOINING), "")
        beside = tokens[party.end] if party.end < len(tokens) else None
        office = beside is not None and (beside.is_capital or beside.low in ("ministry", "government", "armed"))
        owning = ("of", "for", "from", "in") if calling in ("voice", "counterpart") else ("of",)
        if joint in owning or (joint in ("at", "in") and office and party.word == "demonym"):
            return vocabulary.state(paragraph, party.first)
    return None


# ----------------------------------------------------------------------------------- after a name


def role_after(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> Role | None:
    """Return the office that begins after a comma at token `i`: "X, the deputy minister, ...".

    Args:
        paragraph: where it stands.
        i: the token after the name.
        end: the end of its sentence.
        vocabulary: the words to go by.
    """
    tokens = paragraph.tokens
    if i >= end or tokens[i].text not in (",", "("):
        return None
    first = i + 1
    if first < end and tokens[first].low in ("and", "or", "but", "with"):
        return None
    for at in range(first, min(end, first + _BEFORE_HEAD)):
        token = tokens[at]
        found = vocabulary.heads.at(tokens, at)
        if found and found[0] <= end and not _is_premodifier(paragraph, found[0], end, vocabulary):
            if found[1].plural:
                return None
            return _role(paragraph, first, _after_head(paragraph, found[0], end, vocabulary), vocabulary)
        if token.low in PREPOSITIONS or not (token.is_word or token.text == "-" or token.low in _GENITIVE):
            return None
        known = token.low in vocabulary.role_words or paragraph.party_at(at) or token.low in OWNERS
        if not known and (token.is_capital or vocabulary.is_verb(token.low) or token.low in ("who", "and", "which")):
            return None
    return None


def _after_head(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> int:
    """Return where the complement of a head ends that begins at token `i`."""
    tokens = paragraph.tokens
    if i < end and tokens[i].low in _JOINING and tokens[i].low not in ("and", "&", "on", "with", "under"):
        i = _complement_end(paragraph, i, end, vocabulary)
    if i + 1 < end and tokens[i].low in ("and", "&"):
        at = i + 1
        while at < end and _can_be_of_role(paragraph, at, vocabulary) and tokens[at].low not in _JOINING:
            found = vocabulary.heads.at(tokens, at)
            if found and not _is_premodifier(paragraph, found[0], end, vocabulary):
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
        if not (token.is_word or token.text in "-&" or token.low in _GENITIVE or token.text[0].isdigit()):
            break
        if token.low == "and" and not _goes_on(paragraph, i + 1, end, vocabulary):
            break
        verb = vocabulary.is_verb(token.low) and not token.is_capital and not paragraph.party_at(i)
        if token.low in ("who", "which", "as", "that", "by", "while", "after", "but", "today", "also") or is_adverb(token.low):
            break
        if verb and tokens[i - 1].low not in OWNERS and i > start:
            break
        i += 1
    while i > start and (tokens[i - 1].low in _JOINING or tokens[i - 1].low in OWNERS):
        i -= 1
    return i


def _goes_on(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether "and" joins nouns of the complement, not a new office or a person."""
    tokens = paragraph.tokens
    if i >= end or not tokens[i].is_word or tokens[i].low in OWNERS:
        return False
    if vocabulary.ranks.at(tokens, i) or vocabulary.honorifics.at(tokens, i) or vocabulary.is_verb(tokens[i].low):
        return False
    known = tokens[i].low in vocabulary.role_words or not tokens[i].is_capital
    for at in range(i, min(end, i + 5)):
        if vocabulary.heads.at(tokens, at):
            return False
        if tokens[at].low in _JOINING or not tokens[at].is_word:
            break
    return known
