"""How names are written: titles before them, particles, hyphens and initials in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import ADVERBS, SAYING
from briefing_app.drafting.values import dataclass
from briefing_app.drafting.vocabulary import JOINING, OWNERS, Vocabulary

if TYPE_CHECKING:
    from briefing_app.drafting.paragraphs import Paragraph


_CALENDAR = frozenset(
    (
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "january", "february", "april",
        "june", "july", "august", "september", "october", "november", "december",
    )
)  # fmt: skip
_ABBREVIATED = frozenset(("u.s.", "u.n.", "u.k.", "e.u.", "h.e."))
_RETIRED = frozenset(("rtd", "retd", "ret", "res", "retired"))
_SITES = frozenset(("barracks", "airport", "airfield", "stadium", "hospital", "dockyard", "boulevard"))
_SUFFIXES = frozenset(("jr", "sr"))
_MOST_PARTICLES = 3
_LETTERS = 5
_THE = 2  # tokens before "the" in "of the European Shipping Union"
OKINAS = "‘ʻ’'"
_QUOTES = "\"“”'‘’"


@dataclass(frozen=True, slots=True)
class Spelled:
    """A name with the titles before it.

    Attributes:
        first: first token, titles included.
        start: first token of the name itself.
        end: the token after it.
        words: its parts, hyphenated ones whole.
        rank: the military rank before it.
    """

    first: int
    start: int
    end: int
    words: tuple[str, ...]
    rank: str | None

    @property
    def is_titled(self) -> bool:
        """Tell whether a rank or a form of address stands before it."""
        return self.start > self.first

    @property
    def is_full(self) -> bool:
        """Tell whether it is more than one word."""
        return len(self.words) > 1


def titles_end(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> tuple[int, str | None]:
    """Return where ranks and forms of address end that begin at token `i`, and the rank."""
    tokens = paragraph.tokens
    rank: str | None = None
    start = i
    i += _is_office_in_letters(paragraph, i, end, vocabulary)
    start = i
    while i < end:
        office = vocabulary.heads.at(tokens, i)
        ranks, address = vocabulary.ranks.at(tokens, i), vocabulary.honorifics.at(tokens, i)
        stop = max(ranks[0] if ranks else i, address[0] if address else i)
        if stop == i or (office and office[0] > stop):
            break
        if office and ranks and stop < end and vocabulary.ranks.at(tokens, stop) and rank is None:
            # "Army Commander Lieutenant General X": an office, then a rank.
            break
        plain = paragraph.said(i, stop) in vocabulary.plain_titles
        if plain and (i > start or not _leaves_name(paragraph, stop, end, vocabulary)):
            break
        if ranks and ranks[0] == stop:
            rank = paragraph.said(start, stop)
            stop = _retired_end(paragraph, stop, end)
        i = stop
    return i, rank


def _is_office_in_letters(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether letters before a form of address are an office: "RM Shri X"."""
    tokens = paragraph.tokens
    if i + 1 >= end or not 1 < len(tokens[i].text) <= _LETTERS or not tokens[i].text.isupper():
        return False
    title = vocabulary.honorifics.at(tokens, i + 1)
    known = vocabulary.honorifics.at(tokens, i) or vocabulary.ranks.at(tokens, i) or paragraph.party_at(i)
    return bool(title) and not known


def _retired_end(paragraph: Paragraph, i: int, end: int) -> int:
    """Return the token after "(rtd)" that stands at token `i`, else `i`."""
    tokens = paragraph.tokens
    if i + 2 >= end or tokens[i].text != "(" or tokens[i + 1].low not in _RETIRED:
        return i
    return i + 3 if tokens[i + 2].text == ")" else i


def _leaves_name(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether two words of a name follow, so that what stands before them is a title."""
    stop = name_end(paragraph, i, end, vocabulary)
    return len(words_of(paragraph, i, stop)) > 1 if stop > i else False


def name_end(
    paragraph: Paragraph, start: int, end: int, vocabulary: Vocabulary, *, titled: bool = False
) -> int:
    """Return the token after the name that begins at `start`; `start` where there is none.

    Args:
        paragraph: where it stands.
        start: its first token.
        end: the end of its sentence.
        vocabulary: the words to go by.
        titled: a rank or a form of address stands before it.
    """
    tokens = paragraph.tokens
    i = start
    while i < end:
        inner = i > start or titled
        ranked = vocabulary.ranks.at(tokens, i) if i > start else None
        if i > start and tokens[i].text in vocabulary.postnominals:
            break
        if ranked and ranked[0] < end and tokens[ranked[0]].is_capital:
            break
        if _is_name_word(paragraph, i, inner=inner, vocabulary=vocabulary):
            i += 1
            last = tokens[i - 1].low
            short = len(last) == 1 or last in vocabulary.short_names or last in _SUFFIXES
            i += short and i < end and tokens[i].text == "."
        elif i > start and _is_hyphen(paragraph, i, end):
            i += 2
        elif i > start and _is_nickname(paragraph, i, end, vocabulary):
            i += 3
        elif (inner or tokens[i].is_capital) and _is_particle(paragraph, i, end, vocabulary):
            i += 1
        else:
            break
    site = i > start and tokens[i - 1].low in _SITES  # "at Queen Elizabeth Barracks"
    return (
        i if i > start and not site and (titled or _is_plausible(paragraph, start, i, vocabulary)) else start
    )


def _is_plausible(paragraph: Paragraph, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether words without a title can be a name: no initial alone, no abbreviation, no place."""
    tokens = paragraph.tokens
    low = tokens[start].low
    if end == start + 1 and (len(low) == 1 or low in vocabulary.particles or low in vocabulary.no_names):
        return False
    if all(token.text.isupper() for token in tokens[start:end] if token.is_word):
        return False
    calling = vocabulary.heads.at(tokens, start)
    if calling and calling[0] < end and calling[1].calling in ("outsider", "voice"):
        return False
    place = vocabulary.lexicon.places.at(tokens, start)
    return not (place and place[0] >= end)


def _is_name_word(paragraph: Paragraph, i: int, *, inner: bool, vocabulary: Vocabulary) -> bool:
    """Tell whether a token can be a word of a name; `inner` after another one or after a title."""
    token = paragraph.tokens[i]
    low = token.low
    if not token.is_word or (
        paragraph.party_at(i) and not (inner and _is_surname_of_city(paragraph, i, vocabulary))
    ):
        return False
    if not token.is_capital:
        return inner and "'" in low and any(letter.isupper() for letter in token.text)
    if "." in token.text:
        return low not in _ABBREVIATED
    after = paragraph.tokens[i + 1] if i + 1 < len(paragraph.tokens) else None
    hyphened = after is not None and after.text == "-" and after.start == token.end
    if vocabulary.demonym(paragraph, i):
        return False
    if low in vocabulary.role_words or low in vocabulary.surnames_too:
        return inner and _is_surname(paragraph, i, vocabulary, hyphened=hyphened)
    if low in vocabulary.no_names or low in ADVERBS or low in SAYING:
        return _is_name_all_the_same(paragraph, i, inner=inner, hyphened=hyphened, vocabulary=vocabulary)
    return True


def _is_surname_of_city(paragraph: Paragraph, i: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a capital city stands as a surname, right after a given name."""
    party, before = paragraph.party_at(i), paragraph.tokens[i - 1]
    if before.text == ".":
        # "Hon. Sefu X"
        before = paragraph.tokens[i - 2]
    plain = (
        before.is_capital
        and before.low not in vocabulary.role_words
        and before.low not in vocabulary.no_names
    )
    return plain and party is not None and party.word == "capital" and party.end == i + 1


def _is_surname(paragraph: Paragraph, i: int, vocabulary: Vocabulary, *, hyphened: bool) -> bool:
    """Tell whether a word of offices is part of a name here: "Young-ho", "Angus King"."""
    tokens = paragraph.tokens
    if hyphened and i + 2 < len(tokens):
        other = tokens[i + 2]
        known = other.low in vocabulary.role_words or paragraph.party_at(i + 2)
        return other.text.islower() or (other.is_capital and not known)
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    follows = after is not None and (after.is_capital or after.low in ("of", "for"))
    return tokens[i].low in vocabulary.surnames_too and not follows


def _is_name_all_the_same(
    paragraph: Paragraph, i: int, *, inner: bool, hyphened: bool, vocabulary: Vocabulary
) -> bool:
    """Tell whether a word that is none mostly is part of a name here: "On-mi", "Said bin X", "Jan Y"."""
    tokens = paragraph.tokens
    low = tokens[i].low
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    inside = i > 0 and tokens[i - 1].is_word
    if low == "jan" or (low in _CALENDAR and inside and tokens[i - 1].low in vocabulary.role_words):
        joins = low == "jan" and after is not None and after.low in vocabulary.particles
        return after is not None and after.is_word and (after.is_capital or joins)
    if low in vocabulary.lexicon.lists["meetings"] and not hyphened:
        return False
    if low in OWNERS or inner:
        return inner and (hyphened or low not in _CALENDAR | OWNERS)
    return inside and low in SAYING and after is not None and after.low in vocabulary.particles


def _is_hyphen(paragraph: Paragraph, i: int, end: int) -> bool:
    tokens = paragraph.tokens
    if tokens[i].text not in "-‑" or i + 1 >= end or not tokens[i + 1].is_word:
        return False
    return tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start


def _is_nickname(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a word in quotation marks stands inside a name."""
    tokens = paragraph.tokens
    if i + 3 >= end or tokens[i].text not in _QUOTES or tokens[i + 2].text not in _QUOTES:
        return False
    last = tokens[i + 3]
    return (
        tokens[i + 1].is_capital
        and last.start > tokens[i + 2].end
        and _is_name_word(paragraph, i + 3, inner=False, vocabulary=vocabulary)
    )


def is_topic(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a capital word belongs to an office that goes on: "for Defence and Veteran Affairs"."""
    tokens = paragraph.tokens
    if not 0 < i < end - 1:
        return False
    if tokens[i + 1].is_capital and tokens[i + 1].low in vocabulary.lexicon.lists["meetings"]:
        # "the Executive Steering Meeting"
        return True
    inside = tokens[i - 1].is_capital and tokens[i - 1].low in vocabulary.role_words
    before = tokens[i - 2 - (i > _THE and tokens[i - 2].low == "the")].low if i > 1 else ""
    if inside and before in ("of", "for"):  # "Director of Royal Veterinary Services"
        return tokens[i + 1].is_capital and tokens[i + 1].low in vocabulary.role_words
    if tokens[i - 1].low not in JOINING | {"the"}:
        return False
    return tokens[i + 1].is_capital and tokens[i + 1].low in vocabulary.role_words


def is_place_for_name(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a city's name is somebody's right after an office: "Secretary X said"."""
    tokens = paragraph.tokens
    if not tokens[i].is_capital or i + 1 >= end or tokens[i + 1].text == ",":
        return False
    place = vocabulary.lexicon.places.at(tokens, i)
    if not place or place[0] != i + 1:
        return False
    offices = (vocabulary.heads.at(tokens, at) for at in range(max(0, i - 4), i))
    return any(found and found[0] == i for found in offices)


def begins_with_okina(paragraph: Paragraph, i: int, end: int) -> bool:
    """Tell whether a mark before token `i` is the first letter of a name, and opens no quotation."""
    tokens = paragraph.tokens
    if i == 0 or tokens[i - 1].text not in OKINAS or tokens[i - 1].end != tokens[i].start:
        return False
    return end == len(tokens) or tokens[end].text not in OKINAS


def _is_particle(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a small word joins the parts of a name: "van der X", "bin Y", "al-Z"."""
    tokens = paragraph.tokens
    at = i
    while at < end and at - i < _MOST_PARTICLES and tokens[at].low in vocabulary.particles:
        at += 1
    if at == i or at >= end:
        return False
    if tokens[at].text == "-" and at + 1 < end:
        at += 1
    return _is_name_word(paragraph, at, inner=at > i, vocabulary=vocabulary)


def words_of(paragraph: Paragraph, start: int, end: int) -> tuple[str, ...]:
    """Return the parts of a name, hyphenated ones whole."""
    return tuple(word for word in paragraph.said(start, end).split())
