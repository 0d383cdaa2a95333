"""What stands right beside a name and tells whose it is: a country, an organisation, a verb of speaking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import AUXILIARIES, PREPOSITIONS, SAYING
from briefing_app.drafting.vocabulary import GENITIVES, Vocabulary

if TYPE_CHECKING:
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.tokens import Token

_OF = frozenset(("of", "for", "from"))
_SERVICES = frozenset(("air", "force", "army", "navy", "marine", "corps", "coast", "guard", "space"))
_INSIDE = frozenset(("of", "for", "the"))
_NO_OPENING = frozenset(("the", "a", "an", "its", "in", "near", "at", "off", "from", "'s", "-"))
_BEFORE_BY = 3
_SET_OFF = 14  # words of ", of the United Nations Office for Project Services"
_THAT_OF = ("that", "of")
_LEADS = frozenset(("leads", "heads", "commands", "chairs", "runs", "directs"))
_LED = frozenset(("led", "headed", "chaired", "represented", "cochaired"))


def belongs_to(
    paragraph: Paragraph, i: int, stop: int, vocabulary: Vocabulary
) -> tuple[str | None, str | None, int]:
    """Return the party that a name is "of", the organisation, and where that ends.

    Args:
        paragraph: where it stands.
        i: the token after the name and its office.
        stop: the end of the sentence.
        vocabulary: the words to go by.
    """
    tokens = paragraph.tokens
    bracketed = paragraph.party_at(i + 1) if i + 2 < stop and tokens[i].text == "(" else None
    if bracketed and tokens[bracketed.end].text in (")", ","):
        closed = (
            at + 1 for at in range(bracketed.end, min(stop, bracketed.end + 6)) if tokens[at].text == ")"
        )
        return vocabulary.state(paragraph, bracketed.first), None, next(closed, bracketed.end)
    fellow = paragraph.party_at(i + 2) if i + 2 < stop and tokens[i + 1].low in ("a", "an") else None
    if fellow and tokens[i].text == "," and paragraph.said(fellow.end, fellow.end + 1) == ",":
        return vocabulary.state(paragraph, fellow.first), None, fellow.end
    bare = _bare_party(paragraph, i, stop)
    if bare:
        return vocabulary.state(paragraph, bare - 1), None, bare
    posted = _department(paragraph, i, stop, vocabulary)
    if posted:
        return posted
    apart = _set_off(paragraph, i, stop, vocabulary)
    within = (i + 2 + (tokens[i + 2].low == "the"), False) if apart else None
    at, comma = within or _after_of(paragraph, i, stop)
    last = apart or (_phrase_end(paragraph, at, stop) if at > i else at)
    party = paragraph.party_at(at) if last > at else None
    if last == at or (comma and party is None):
        return None, None, i
    inside = party or next((p for p in paragraph.parties if at <= p.first < last), None)
    code = vocabulary.state(paragraph, inside.first) if inside else vocabulary.demonym(paragraph, at)
    whole = party is not None and party.end == last
    return code, (None if whole else paragraph.said(at, last)), last


def _set_off(paragraph: Paragraph, i: int, stop: int, vocabulary: Vocabulary) -> int:
    """Return where ", of the bank X," ends after a name, before its second comma; 0 if nowhere."""
    tokens = paragraph.tokens
    if i + 3 >= stop or tokens[i].text != "," or tokens[i + 1].low != "of":
        return 0
    end = next((at for at in range(i + 2, min(i + _SET_OFF, stop)) if tokens[at].text == ","), 0)
    inside = tokens[i + 2 : end]
    named = any(token.is_capital for token in inside)
    plain = all(token.is_word and not (token.low in AUXILIARIES or token.low in SAYING) for token in inside)
    after = tokens[end + 1].low if end and end + 1 < stop else ""
    goes_on = after == "and" or vocabulary.is_verb(after)
    return end if named and plain and goes_on and paragraph.party_at(end - 1) is None else 0


def _department(
    paragraph: Paragraph, i: int, stop: int, vocabulary: Vocabulary
) -> tuple[str, None, int] | None:
    """Return the state of a department after an office: "Under-Secretary, Ministry of Defence of A"."""
    tokens = paragraph.tokens
    at = i + 1 + (i + 1 < stop and tokens[i + 1].low == "the")
    named = vocabulary.lexicon.departments.at(tokens, at) if at < stop and tokens[i].text == "," else None
    if not named:
        return None
    end = _phrase_end(paragraph, at, stop)
    party = next((party for party in paragraph.parties if at < party.first < end), None)
    code = vocabulary.state(paragraph, party.first) if party else None
    return (code, None, end) if code else None


def duty_of(paragraph: Paragraph, i: int, stop: int, vocabulary: Vocabulary) -> str | None:
    """Return what somebody leads, with the verb as printed: "X, who commands the Northern Fleet, said"."""
    tokens = paragraph.tokens
    if (
        i + 3 >= stop
        or tokens[i].text != ","
        or tokens[i + 1].low != "who"
        or tokens[i + 2].low not in _LEADS
    ):
        return None
    first = i + 3 + (tokens[i + 3].low in ("the", "its"))
    last = first
    while last < stop and _names_duty(tokens[last], vocabulary):
        last += 1
    if last > first and tokens[last - 1].low in GENITIVES and last < stop:
        last += 1  # "leads Kenya's team"
    return paragraph.said(i + 2, last) if last > first and tokens[last - 1].low not in _INSIDE else None


def _names_duty(token: Token, vocabulary: Vocabulary) -> bool:
    """Tell whether a token can stand inside the name of what somebody leads."""
    joins = token.low in _INSIDE or token.low in GENITIVES or token.text == "-"
    return joins or token.is_capital or token.low in vocabulary.role_words


def _bare_party(paragraph: Paragraph, i: int, stop: int) -> int:
    """Return the end of a country that stands between commas after a name, 0 where none does."""
    tokens = paragraph.tokens
    at = i + 1 + (i + 1 < stop and tokens[i + 1].low == "the")
    party = paragraph.party_at(at) if at < stop and tokens[i].text == "," else None
    if party is None or party.word != "name":
        return 0
    end = party.end
    if end >= stop or tokens[end].text in ";.":
        return end
    listed = end + 1 < stop and paragraph.party_at(end + 1) is not None
    return end if tokens[end].text == "," and not listed else 0


def _is_agent(paragraph: Paragraph, first: int, begin: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a name is of whom a delegation was led by: "the two teams were headed by X"."""
    tokens = paragraph.tokens
    if first > begin + 2 and tokens[begin].low in ("for", "representing") and tokens[first - 1].text == ",":
        # "For the A Presidency, X attended."
        return any(begin < party.first <= begin + 2 for party in paragraph.parties)
    if first - 2 < begin or tokens[first - 1].low != "by" or tokens[first - 2].low not in _LED:
        return False
    teams = vocabulary.lexicon.lists["teams"]
    return any(token.low in teams for token in tokens[begin : first - 2])


def _after_of(paragraph: Paragraph, i: int, stop: int) -> tuple[int, bool]:
    """Return the token after "of the", ", for", ", that of", else `i`, and whether a comma stands there."""
    lows = [token.low for token in paragraph.tokens[i : min(i + 4, stop)]]
    comma = lows[:1] == [","]
    rest = lows[comma:]
    skip = int(comma)
    if tuple(rest[:2]) == _THAT_OF:
        rest, skip = rest[1:], skip + 1
    elif comma and rest[:1] != ["for"]:
        return i, comma
    if not rest or rest[0] not in _OF:
        return i, comma
    return i + skip + 1 + (rest[1:2] == ["the"]), comma


def _phrase_end(paragraph: Paragraph, at: int, stop: int) -> int:
    """Return where the capitals end that begin at token `at`."""
    tokens = paragraph.tokens
    party = paragraph.party_at(at) if at < stop else None
    last = party.end if party else at
    while last < stop and tokens[last].is_word and (tokens[last].is_capital or tokens[last].low in _INSIDE):
        hyphened = last + 2 < stop and tokens[last + 1].text == "-" and tokens[last + 2].is_capital
        last += 2 if hyphened else 1
    while last > at and tokens[last - 1].low in _INSIDE:
        last -= 1
    return last


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
    opened = first > 1 and tokens[first - 1].text in ("(", ":")
    closed = end < len(tokens) and tokens[end].text in (")", ",", ";", ".")
    return vocabulary.state(paragraph, first - 2) if opened and closed else None


def gapped(paragraph: Paragraph, first: int, vocabulary: Vocabulary) -> str | None:
    """Return the party before "by" where the verb is left out: "A was represented by X, B by Y"."""
    if first < _BEFORE_BY or paragraph.tokens[first - 1].low != "by":
        return None
    skip = paragraph.tokens[first - 2].low in ("one", "side", "*")
    return vocabulary.state(paragraph, first - 2 - skip)


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
    before = paragraph.tokens[first - 1].low if first else ""
    return before not in _NO_OPENING


def is_said(paragraph: Paragraph, begin: int, first: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether somebody speaks or leads: "said X", "X said", "the teams were headed by X"."""
    if _is_agent(paragraph, first, begin, vocabulary):
        return True
    tokens = paragraph.tokens
    after = tokens[end].low if end < len(tokens) else ""
    before = tokens[first - 1].low if first else ""
    who = [token.low for token in tokens[end : end + 2]] == [",", "who"]
    return who or before in ("said", "says") or after in SAYING or after in vocabulary.lexicon.lists["speaks"]


def acts(paragraph: Paragraph, end: int, stop: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a verb follows."""
    return end < stop and vocabulary.is_verb(paragraph.tokens[end].low)
