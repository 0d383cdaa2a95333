"""Who can hold a commitment: parties, persons, and the nouns and pronouns that stand for them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefing_app.drafting.actor import Actor
from briefing_app.drafting.coordination import joined
from briefing_app.drafting.grammar import (
    ADVERBS,
    COUNTS,
    DETERMINERS,
    PREPOSITIONS,
    word_set,
)
from briefing_app.drafting.party_lists import codes_in, of_list
from briefing_app.drafting.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.drafting.actor import ActorKind
    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.people import Named

_PRONOUNS = frozenset(("they", "we", "he", "she", "it", "both"))
_SOME = frozenset(("some", "no", "any", "several", "most", "other", "many", "neither", "either"))
_OWN_STATE = frozenset(("country", "nation", "government"))
_SUBJECTS = frozenset(("he", "she", "they", "we"))  # "after she agreed": nobody is governed
_ARTICLES = DETERMINERS - {"that"}


def actors_of(
    paragraph: Paragraph, named: Sequence[Named], lexicon: Lexicon, shorts: frozenset[str] = frozenset()
) -> tuple[Actor, ...]:
    """Return the actors of a paragraph in order; those joined by commas and "and" are one.

    Args:
        paragraph: where to look.
        named: the persons' names that stand in it.
        lexicon: the knowledge of words.
        shorts: short names of meetings, which act as assemblies.
    """
    found = sorted(_single(paragraph, named, lexicon, shorts), key=lambda actor: (actor.first, -actor.end))
    apart: list[Actor] = []
    for actor in found:
        if not apart or actor.first >= apart[-1].end:
            apart.append(actor)
    return tuple(joined(paragraph, apart))


# ------------------------------------------------------------------------------------------ one by one


def _single(
    paragraph: Paragraph, named: Sequence[Named], lexicon: Lexicon, shorts: frozenset[str]
) -> Iterator[Actor]:
    for name in named:
        first = _name_phrase(paragraph, name.first)
        yield _governed(paragraph, Actor(first, name.end, "person", people=(name.person,)))
    taken = {i for name in named for i in range(name.first, name.end)}
    heads = _heads(lexicon)
    for i, token in enumerate(paragraph.tokens):
        if not (token.low in heads or token.text in shorts) or i in taken or paragraph.party_at(i):
            continue
        made = (
            _noun(paragraph, i, lexicon)
            or _department(paragraph, i, lexicon)
            or _holder(paragraph, i, lexicon)
        )
        if made:
            yield _governed(paragraph, made)
        elif token.text in shorts and i and paragraph.tokens[i - 1].low == "the":
            yield _governed(paragraph, Actor(i - 1, i + 1, "document", head="assembly"))
        elif _is_the_two(paragraph, i, lexicon):
            yield Actor(i - 1, i + 1, "group", count=COUNTS[token.low], head="sides")
        elif token.low in _PRONOUNS:
            count = 2 if token.low == "both" else 0
            yield _governed(paragraph, Actor(i, i + 1, "pronoun", head=token.low, count=count))
    for party in paragraph.parties:
        if party.word != "demonym" and _is_head(paragraph, party.end, lexicon):
            article = party.first and paragraph.tokens[party.first - 1].low == "the"
            first = party.first - bool(article)
            yield _governed(paragraph, Actor(first, party.end, "party", codes=(party.code,)))


@lru_cache(maxsize=2)
def _heads(lexicon: Lexicon) -> frozenset[str]:
    """Return the words one of which each actor holds that is neither named nor a short name."""
    lists = lexicon.lists
    nouns = (lists[name] for name in ("group_nouns", "one_side", "everybody", "assemblies", "speaking"))
    known = _OWN_STATE | _AGENCIES | _PRONOUNS | COUNTS.keys() | {"excellency", "groups"}
    return known.union(*nouns, lexicon.departments.openings, lexicon.offices.openings)


def _is_the_two(paragraph: Paragraph, i: int, lexicon: Lexicon) -> bool:
    """Tell whether a number stands for those who met: "the two discussed", "the three also agreed"."""
    tokens = paragraph.tokens
    if tokens[i].low not in COUNTS or not i or tokens[i - 1].low != "the":
        return False
    at = i + 1
    while at < len(tokens) and tokens[at].low in ADVERBS:
        at += 1
    after = tokens[at].low if at < len(tokens) else ""
    return after == "will" or any(verb.form == "past" for verb in lexicon.verbs.get(after, ()))


def _noun(paragraph: Paragraph, i: int, lexicon: Lexicon) -> Actor | None:
    """Return the group or document whose head is token `i`."""
    low = paragraph.tokens[i].low
    kind: ActorKind
    lists = lexicon.lists
    if low in _OWN_STATE and i and paragraph.tokens[i - 1].low in ("his", "her"):
        return Actor(i - 1, i + 1, "pronoun", head="he")  # "she said her country had pledged"
    working = low == "groups" and i and paragraph.tokens[i - 1].low == "working"
    if working or low in lists["group_nouns"] or low in lists["one_side"] or low in lists["everybody"]:
        kind = "group"
    elif (
        low in lists["assemblies"] and i and paragraph.tokens[i - 1].low in ("the", "this")
    ) or low in lists["speaking"]:
        kind = "document"
    else:
        return _joint_body(paragraph, i, lexicon)
    first = _phrase_start(paragraph, i)
    if paragraph.tokens[first].low in _SOME or (first and paragraph.tokens[first - 1].low in _SOME):
        kind = "some"
    codes = codes_in(paragraph, first, i)
    end, after = of_list(paragraph, i + 1)
    count = next((COUNTS[t.low] for t in paragraph.tokens[first:i] if t.low in COUNTS), 0)
    return Actor(first, end, kind, codes=codes or after, count=count, head=low)


def _joint_body(paragraph: Paragraph, i: int, lexicon: Lexicon) -> Actor | None:
    """Return a body that is named after its states: "the Kenya-France Joint Working Group"."""
    token = paragraph.tokens[i]
    if not (token.is_capital and token.low in lexicon.lists["assemblies"]):
        return None
    first = _name_start(paragraph, i)
    codes = codes_in(paragraph, first, i)
    return Actor(first, i + 1, "group", codes=codes, head=token.low) if len(codes) > 1 else None


def _name_start(paragraph: Paragraph, i: int) -> int:
    """Return where the capitals begin that go on at token `i`, a state's name among them."""
    tokens = paragraph.tokens
    while i > 0 and (tokens[i - 1].is_capital or tokens[i - 1].low in ("'s", "-", "–")):
        i -= 1
    return i


def _agency(paragraph: Paragraph, i: int) -> Actor | None:
    """Return an agency that is called by its state: "Kuwait's Public Authority for Food"."""
    tokens = paragraph.tokens
    if tokens[i].low not in _AGENCIES or not tokens[i].is_capital:
        return None
    first = _name_start(paragraph, i)
    codes = codes_in(paragraph, first, i)
    if len(codes) != 1:
        return None
    first = _phrase_start(paragraph, first)
    end = i + 1
    while end < len(tokens) and (
        tokens[end].is_capital
        or (end > i + 1 and tokens[end].low == "and")
        or tokens[end].low in ("for", "of")
    ):
        end += 1
    while tokens[end - 1].low in ("for", "of", "and"):
        end -= 1
    return Actor(first, end, "office", codes=codes, head="agency")


def _department(paragraph: Paragraph, i: int, lexicon: Lexicon) -> Actor | None:
    found = lexicon.departments.at(paragraph.tokens, i)
    if not found:
        return _agency(paragraph, i)
    first = _phrase_start(paragraph, i)
    end, after = of_list(paragraph, found[0])
    whole = _name_start(paragraph, i)
    if not (after or codes_in(paragraph, first, i)) and len(codes_in(paragraph, whole, i)) == 1:
        first = _phrase_start(paragraph, whole)  # "the Singapore Food Agency"
    return Actor(first, end, "office", codes=codes_in(paragraph, first, i) or after, head="ministry")


def _holder(paragraph: Paragraph, i: int, lexicon: Lexicon) -> Actor | None:
    """Return an office that stands for who holds it: "the Omani Minister", "the Minister of State"."""
    if paragraph.tokens[i].low == "excellency" and i and paragraph.tokens[i - 1].low in ("his", "her"):
        return Actor(i - 1, i + 1, "holder", head=paragraph.said(i - 1, i + 1).lower())
    found = lexicon.offices.at(paragraph.tokens, i)
    tokens = paragraph.tokens
    if not found or (found[0] < len(tokens) and tokens[found[0]].low in ("'s", "'")):
        return None
    first = i
    while first > 0 and (
        paragraph.party_at(first - 1)
        or tokens[first - 1].low in _MODIFYING
        or tokens[first - 1].low == "'s"
        or lexicon.modifiers.at(tokens, first - 1)
    ):
        first -= 1
    own = tokens[first].low in ("his", "her", "their") or (
        first and tokens[first - 1].low in ("his", "her", "their")
    )
    if own or not ((first and tokens[first - 1].low == "the") or codes_in(paragraph, first, i)):
        return None
    end = found[0]
    while (
        end + 1 < len(tokens)
        and tokens[end].low in ("of", "for")
        and (tokens[end + 1].is_capital or tokens[end + 1].low == "the")
    ):
        end += 2
        while end < len(tokens) and (
            tokens[end].is_capital
            or (tokens[end].low == "and" and end + 1 < len(tokens) and tokens[end + 1].is_capital)
        ):
            end += 1
    start = first - 1 if first and tokens[first - 1].low == "the" else first
    return Actor(
        start, end, "holder", codes=codes_in(paragraph, first, end), head=paragraph.said(first, end).lower()
    )


def _phrase_start(paragraph: Paragraph, i: int) -> int:
    """Return where the noun phrase begins that goes on at token `i`."""
    first = i
    while first > 0 and _is_modifier(paragraph, first - 1):
        first -= 1
    return first


def _name_phrase(paragraph: Paragraph, i: int) -> int:
    """Return where a person's phrase begins; "X of Kenya and Y" are two."""
    first = i
    while (
        first > 0
        and paragraph.tokens[first - 1].low not in ("and", ",")
        and _is_modifier(paragraph, first - 1)
    ):
        first -= 1
    return first


def _is_modifier(paragraph: Paragraph, i: int) -> bool:
    token = paragraph.tokens[i]
    if paragraph.party_at(i) or token.low in _ARTICLES or token.low in COUNTS or token.low in _MODIFYING:
        return True
    before = paragraph.tokens[i - 1].low if i else ""
    if (token.text == "-" and before in _PREFIXES) or token.low in _PREFIXES:
        return True
    if token.low in ("and", "-", "'s", "'"):
        return bool(i and paragraph.party_at(i - 1))
    if token.text == ",":
        listed = paragraph.party_at(i - 1) if i else None
        # A city opens the sentence: "Meeting in Manila, Japanese Defense Minister X".
        return bool(listed and listed.word != "capital" and paragraph.party_at(i + 1))
    return False


_PREFIXES = frozenset(("co", "vice", "under"))
_AGENCIES = frozenset(("agency", "authority", "institute", "corporation", "administration", "academy"))
_MODIFYING = word_set(
    "defense defence foreign joint top senior respective other participating military prime security "
    "allied visiting national deputy vice chief official final closing trade interior european"
)


def _is_head(paragraph: Paragraph, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a party's name is no mere adjective of what follows it."""
    tokens = paragraph.tokens
    if end >= len(tokens):
        return True
    after = tokens[end]
    if not after.is_word and after.text != "-":
        return after.low not in ("'s", "'")
    if after.text == "-" or after.is_capital:
        return False
    return (
        after.low in PREPOSITIONS
        or after.low in ADVERBS
        or after.low in _GOES_ON
        or after.low in lexicon.verbs
        or (after.low.endswith(("ed", "ly")) or after.low in lexicon.lists["held"])
    )


_GOES_ON = word_set(
    "stood stands stand remains remain hoped wanted seeks and or is are was were has have had will would "
    "could may might shall should can must do does did that which who whose also both to not never as than "
    "while when but where"
)


def _governed(paragraph: Paragraph, actor: Actor) -> Actor:
    tokens = paragraph.tokens
    before = tokens[actor.first - 1].low if actor.first else ""
    glued = actor.first > 0 and tokens[actor.first - 1].end == tokens[actor.first].start
    if actor.head in _SUBJECTS:
        return actor
    bracketed = before == "(" and actor.kind == "party"  # "X (Kenya) agreed"
    governed = before in PREPOSITIONS or bracketed or before == "'s" or (before == "-" and glued)
    if not governed and actor.kind == "party" and before.isalpha() and actor.first > 1:
        farther = [token.low for token in tokens[max(0, actor.first - 3) : actor.first]]
        governed = bool(PREPOSITIONS & set(farther[:-1])) and not {"and", ",", "that"} & set(farther)
    return replace(actor, governed=governed)
