"""Meetings, talks and calls where an article speaks of one: by a noun ("the talks") or a verb ("met")."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.drafting.gathering import Gathering
from briefing_app.drafting.gathering_names import (
    ORDINALS,
    goes_on_as_noun,
    linked_end,
    name_end,
    name_start,
    ordinal_in,
)
from briefing_app.drafting.gathering_when import nearest_date, nearest_place
from briefing_app.drafting.grammar import DETERMINERS, MODALS
from briefing_app.drafting.tense import is_where_decided, outlook_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.drafting.actors import Actor
    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.tokens import Token

_NEAR, _FAR = 4, 24
_HEAD = 7  # words of "fifth Kenya-France Defence Cooperation Committee"
_PARTS = frozenset(("round", "session", "meeting", "edition", "cycle", "iteration"))
_UPCOMING = frozenset(("next", "upcoming", "forthcoming"))
_BASE = frozenset(("meet", "speak", "host", "convene", "gather", "confer", "reconvene", "come", "get", "sit"))
_TOGETHER = frozenset(("come", "came", "get", "got", "sat", "sit"))
_VERBS = frozenset(
    (
        "met",
        "meet",
        "meets",
        "meeting",
        "spoke",
        "speak",
        "hosted",
        "host",
        "hosts",
        "received",
        "receive",
        "welcomed",
        "convene",
        "convened",
        "gathered",
        "gather",
        "telephoned",
        "phoned",
        "reconvene",
        "confer",
    )
)

TAKING_UP = frozenset(
    ("take", "review", "discuss", "consider", "revisit", "finalise", "finalize", "resume", "examine")
)
VERB_NOUNS = {"spoke": "call", "speak": "call", "telephoned": "call", "phoned": "call"}


def short_names(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> frozenset[str]:
    """Return the short forms in brackets after names of meetings: "Integrated Defense Dialogue (KIDD)"."""
    return frozenset(
        each.abbreviation
        for paragraph in paragraphs
        for sentence in paragraph.sentences
        for each in _in_sentence(paragraph, sentence, lexicon, frozenset())
        if each.abbreviation
    )


def gatherings_of(
    paragraph: Paragraph,
    actors: Sequence[Actor],
    dates: Sequence[Dated],
    lexicon: Lexicon,
    shorts: frozenset[str] = frozenset(),
) -> tuple[Gathering, ...]:
    """Return the mentions of meetings in a paragraph, in order.

    Args:
        paragraph: where to look.
        actors: those of the paragraph.
        dates: its dates.
        lexicon: the knowledge of words.
        shorts: short names of meetings, from `short_names`.
    """
    found: list[Gathering] = []
    for sentence in paragraph.sentences:
        here = list(_in_sentence(paragraph, sentence, lexicon, shorts))
        found += _completed(paragraph, sentence, here, actors, dates, lexicon)
    return tuple(found)


# ---------------------------------------------------------------------------------------- mentions


def _in_sentence(
    paragraph: Paragraph, sentence: tuple[int, int], lexicon: Lexicon, shorts: frozenset[str]
) -> Iterator[Gathering]:
    begin, end = sentence
    until = begin
    found: list[Gathering] = []
    for i in range(begin, end):
        if i < until:
            continue
        made = (
            _nominal(paragraph, i, sentence, lexicon, shorts)
            or _verbal(paragraph, i, sentence)
            or _taking_up(paragraph, i, sentence)
        )
        if made and made.first >= until:
            whole = _of_one_name(paragraph, found[-1], made) if found else None
            found[-1:] = [whole] if whole else [*found[-1:], made]
            until = made.end
    yield from (one for n, one in enumerate(found) if not (one.verbal and _is_said(paragraph, one, found, n)))


def _of_one_name(paragraph: Paragraph, one: Gathering, other: Gathering) -> Gathering | None:
    """Return "the next round of political consultations" as one, None where they are two."""
    between = [token.low for token in paragraph.tokens[one.end : other.first]]
    if one.verbal or other.verbal or one.head not in _PARTS or between not in (["of"], ["of", "the"]):
        return None
    name = paragraph.text[paragraph.tokens[one.end - 1].end : paragraph.tokens[other.end - 1].end]
    return replace(
        one,
        end=other.end,
        name=one.name + name,
        proper=one.proper or other.proper,
        abbreviation=other.abbreviation,
    )


def _is_said(paragraph: Paragraph, one: Gathering, found: Sequence[Gathering], n: int) -> bool:
    """Tell whether a noun says what a verb does: "the Committee convened", "met for its sixth plenary"."""
    tokens = paragraph.tokens
    between = {token.low for token in tokens[found[n - 1].end : one.first]} if n else set()
    if n and not found[n - 1].verbal and one.first - found[n - 1].end <= _NEAR + 3 * ("which" in between):
        if any(paragraph.party_at(i) for i in range(found[n - 1].end, one.first)):
            between -= {"and"}
        if "which" in between and not between & {"and", "when"}:
            return True
        if not between & {"and", ",", "when", "as", "where", "after", "before", "while"}:
            return True
    if n + 1 < len(found) and not found[n + 1].verbal:
        noun = found[n + 1]
        before = [token.low for token in tokens[one.end : noun.first]]
        if before[-2:-1] in (["for"], ["in"]) or before[-1:] in (["for"], ["in"]):
            return noun.first - one.end <= _FAR and not {"sidelines", "margins", "then", "before"} & set(
                before
            )
    return False


def _nominal(
    paragraph: Paragraph, i: int, sentence: tuple[int, int], lexicon: Lexicon, shorts: frozenset[str]
) -> Gathering | None:
    """Return the meeting whose noun is token `i`."""
    tokens = paragraph.tokens
    begin, end = sentence
    if _is_elliptic(tokens, i, end):
        ordinal = ORDINALS[tokens[i].low]
        return Gathering(
            paragraph.number, sentence, i, i + 1, "meeting", f"{tokens[i].text} meeting", ordinal=ordinal
        )
    low = "two-plus-two" if _is_two_plus_two(tokens, i) else tokens[i].low
    stop = name_end(paragraph, i, end)
    if not _is_noun(paragraph, i, end, lexicon, shorts) or _is_adjective(paragraph, i, stop, end, lexicon):
        return None
    first = name_start(paragraph, i, begin, lexicon)
    if _is_predicate(tokens, first, begin) or not _is_meant(paragraph, first, i, stop, end):
        return None
    start, ordinal = ordinal_in(paragraph, first, i)
    named = stop
    abbreviation, stop = _abbreviated(paragraph, i, stop, end)
    before = tokens[first - 1].low if first > begin else ""
    words = [token.low for token in tokens[first:i]]
    return Gathering(
        paragraph.number,
        sentence,
        first,
        stop,
        low,
        paragraph.said(start, named),
        proper=tokens[i].is_capital and i > begin and first < i,
        ordinal=ordinal or _ordinal_after(tokens, stop, end),
        abbreviation=abbreviation,
        next="next" in words,
        definite=before in ("'s", "the", "their", "this", "these", "during", "its") or "this" in words,
    )


def _is_elliptic(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Tell whether an ordinal stands for a meeting: "a fifth is scheduled for Dushanbe"."""
    if not (tokens[i].low in ORDINALS and i and tokens[i - 1].low in ("a", "the") and i + 2 < end):
        return False
    lows = [token.low for token in tokens[i + 1 : i + 5]]
    return lows[0] in ("is", "will") and bool(
        set(lows) & {"scheduled", "held", "planned", "due", "hosted", "place"}
    )


def _is_noun(paragraph: Paragraph, i: int, end: int, lexicon: Lexicon, shorts: frozenset[str]) -> bool:
    """Tell whether a token is a noun of meeting: "talks", a board that meets, the short name of a meeting."""
    tokens = paragraph.tokens
    low = tokens[i].low
    if i + 1 < end and tokens[i + 1].low in lexicon.lists["meetings"]:
        return False
    if low == "round":
        return _is_round(tokens, i, end)
    board = low in lexicon.lists["boards"] and tokens[i].is_capital
    board = board and (_meets(tokens, i, end, lexicon) or _is_numbered(tokens, i))
    short = tokens[i].text in shorts and not (i and tokens[i - 1].text == "(")
    return low in lexicon.lists["meetings"] or board or short or _is_two_plus_two(tokens, i)


def _is_adjective(paragraph: Paragraph, i: int, stop: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether it only describes what follows: "the forum's chairman", "dialogue offers"."""
    tokens = paragraph.tokens
    if stop >= end:
        return False
    if stop == i + 1 and tokens[stop].low in ("'s", "'"):
        return True
    return tokens[stop].is_word and goes_on_as_noun(paragraph, stop, lexicon)


def _is_predicate(tokens: Sequence[Token], first: int, begin: int) -> bool:
    """Tell whether it says what something is: "the dialogue is a regular meeting"."""
    article = first > begin and tokens[first - 1].low in ("a", "an")
    return article and first - 2 >= begin and tokens[first - 2].low in ("is", "as", "remains")


def _is_meant(paragraph: Paragraph, first: int, i: int, stop: int, end: int) -> bool:
    """Tell whether a call is one by telephone, and "meeting" no verb."""
    low = paragraph.tokens[i].low
    if low == "call":
        return _is_call(paragraph, first, i, stop)
    gerund = low == "meeting" and first == i and stop < end and paragraph.tokens[stop].low in DETERMINERS
    return not gerund


def _abbreviated(paragraph: Paragraph, i: int, stop: int, end: int) -> tuple[str, int]:
    """Return the short form in brackets after a name, and where the mention ends with it."""
    tokens = paragraph.tokens
    if not (stop + 2 < end and tokens[stop].text == "(" and tokens[stop + 1].text.isupper()):
        return "", stop
    close = next((k for k in range(stop, min(stop + 6, end)) if tokens[k].text == ")"), 0)
    if not close:
        return "", stop
    far = linked_end(paragraph, close + 1, end, capital=tokens[i].is_capital)
    return paragraph.said(stop + 1, close), far or close + 1


def _ordinal_after(tokens: Sequence[Token], stop: int, end: int) -> int:
    """Return the ordinal of "the consultation, the fourth since 2022"."""
    if [t.low for t in tokens[stop : stop + 2]] != [",", "the"] or stop + 3 >= end:
        return 0
    fits = tokens[stop + 3].low in ("since", "of", "in", "such")
    return ORDINALS.get(tokens[stop + 2].low, 0) if fits else 0


def _is_two_plus_two(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether token `i` ends "two-plus-two" or "2+2" with no noun of meeting after it."""
    if tokens[i].low not in ("2", "two"):
        return False
    lows = [token.low for token in tokens[max(0, i - 4) : i + 1]]
    return lows[-3:] == ["2", "+", "2"] or lows == ["two", "-", "plus", "-", "two"]


def _meets(tokens: Sequence[Token], i: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a board is said to meet."""
    near = {token.low for token in tokens[i + 1 : min(i + _FAR, end)]}
    return bool(near & (lexicon.lists["held"] - {"hold", "visit", "led", "take", "took", "open", "opened"}))


def _is_numbered(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a board is named by its number, as a meeting is: "for the fifth Defence Committee"."""
    for k in range(i - 1, max(0, i - _HEAD), -1):
        if tokens[k].low in ORDINALS or tokens[k].low[:1].isdigit():
            return k < i - 1 and tokens[k - 1].low in ("the", "their", "its")
        if not tokens[k].is_capital and tokens[k].text not in "-–&":
            break
    return False


def _is_round(tokens: Sequence[Token], i: int, end: int) -> bool:
    before = tokens[i - 1].low if i else ""
    after = tokens[i + 1].low if i + 1 < end else ""
    return (
        after == "of"
        or before in ORDINALS
        or before in ("next", "last", "this", "latest", "previous", "new", "final")
        or before[:1].isdigit()
    )


def _is_call(paragraph: Paragraph, first: int, i: int, stop: int) -> bool:
    tokens = paragraph.tokens
    after = tokens[stop].low if stop < len(tokens) else ""
    words = {token.low for token in tokens[first:i]}
    if words & {"phone", "telephone", "video", "conference", "hour"}:
        return True
    before = tokens[first - 1].low if first else ""
    return after not in ("on", "for", "upon", "to") and before in ("the", "a", "their", "during", "this")


def _verbal(paragraph: Paragraph, i: int, sentence: tuple[int, int]) -> Gathering | None:
    tokens = paragraph.tokens
    following = [token.low for token in tokens[i + 1 : i + 3]]
    sees = tokens[i].low in ("see", "saw") and following[:2] == ["each", "other"]
    together = sees or (tokens[i].low in _TOGETHER and ("together" in following or following[:1] == ["down"]))
    if not (tokens[i].low in _VERBS or together) or tokens[i].is_capital:
        return None
    if tokens[i].low in _BASE and not _has_auxiliary(tokens, i, sentence[0]):
        return None
    before = tokens[i - 1].low if i > sentence[0] else ""
    party = paragraph.party_at(i - 1) if i else None
    if before in DETERMINERS or before == "of" or (party is not None and party.word == "demonym"):
        return None
    after = tokens[i + 1].low if i + 1 < sentence[1] else ""
    if tokens[i].low in ("met", "meet", "meets", "meeting") and after in DETERMINERS - {
        "his",
        "her",
        "their",
        "the",
    }:
        return None
    if tokens[i].low in ("spoke", "speak") and after not in ("by", "with", "on", "to"):
        return None
    called = tokens[i].low == "received" and "call" in [token.low for token in tokens[i + 1 : i + 6]]
    if tokens[i].low == "welcomed" or called:
        return None
    return Gathering(
        paragraph.number,
        sentence,
        i,
        i + 1,
        tokens[i].low,
        "",
        verbal=True,
        next=before == "next" or after == "next",
    )


def _taking_up(paragraph: Paragraph, i: int, sentence: tuple[int, int]) -> Gathering | None:
    """Return the meeting that is told by what it will be about: "they are to take up X in Abuja in May"."""
    tokens = paragraph.tokens
    before = [token.low for token in tokens[max(sentence[0], i - 2) : i]]
    ahead = before[-1:] == ["will"] or (before[-1:] == ["to"] and before[:1] != ["agreed"])
    after = tokens[i + 1].low if i + 1 < sentence[1] else ""
    if tokens[i].low not in TAKING_UP or not ahead or (tokens[i].low == "take" and after != "up"):
        return None
    return Gathering(paragraph.number, sentence, i, i + 1, tokens[i].low, "", verbal=True)


def _is_told(one: Gathering, near: Sequence[Actor]) -> bool:
    """Tell whether several are said to take something up, at a place and in a time to come."""
    subject = next((a for a in reversed(near) if a.end <= one.first and not a.governed), None)
    close = subject is not None and one.first - subject.end <= _NEAR
    return bool(close and subject and subject.is_plural and one.place and one.dated and one.dated.edtf)


# -------------------------------------------------------------------------------------- completed


def _has_auxiliary(tokens: Sequence[Token], i: int, begin: int) -> bool:
    """Tell whether a base form is a verb: "will meet", "to host", "the ministers meet"."""
    near = [token.low for token in tokens[max(begin, i - 3) : i]]
    last = near[-1] if near else ""
    return (
        bool(set(near) & (MODALS | {"to"}))
        or last in ("they", "we", "next", "also", "who", "which")
        or last.endswith("s")
    )


def _completed(
    paragraph: Paragraph,
    sentence: tuple[int, int],
    here: Sequence[Gathering],
    actors: Sequence[Actor],
    dates: Sequence[Dated],
    lexicon: Lexicon,
) -> Iterator[Gathering]:
    begin, end = sentence
    for n, one in enumerate(here):
        left = here[n - 1].end if n else begin
        right = here[n + 1].first if n + 1 < len(here) else end
        codes = tuple(
            dict.fromkeys(
                party.code for party in paragraph.parties if one.first <= party.first and party.end <= one.end
            )
        )
        near = [a for a in actors if begin <= a.first and a.end <= end]
        at = one.first if one.verbal else one.end - 1
        outlook = outlook_at(paragraph.tokens, at, begin, end, lexicon)
        upcoming = any(token.low in _UPCOMING for token in paragraph.tokens[one.first : one.end])
        if (
            outlook == "expected"
            and not one.verbal
            and is_where_decided(paragraph.tokens, at, begin, lexicon)
        ):
            outlook = "none"
        made = replace(
            one,
            outlook="expected" if upcoming and outlook == "none" else outlook,
            codes=codes or _codes_of(near, one),
            people=tuple(dict.fromkeys(p for a in near for p in a.people)),
            dated=nearest_date(paragraph, one, left, right, dates, lexicon),
            place=nearest_place(paragraph, one, left, right, lexicon),
        )
        if one.head not in TAKING_UP or (outlook == "expected" and _is_told(made, near)):
            yield made


def _codes_of(near: Sequence[Actor], one: Gathering) -> tuple[str, ...]:
    before = [a for a in near if a.end <= one.first and not a.governed]
    return before[-1].codes if before else ()
