"""Nouns of meeting where an article has one: "the third round of talks", "a call", "the Committee met"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefing_app.drafting.date_spans import WEEKDAYS
from briefing_app.drafting.gathering import Gathering
from briefing_app.drafting.gathering_names import (
    BEFORE_HEAD,
    ORDINALS,
    goes_on_as_noun,
    is_first_in_years,
    linked_end,
    name_end,
    name_start,
    ordinal_in,
)
from briefing_app.drafting.grammar import DETERMINERS, MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.tokens import Token

_FAR = 24
_HELD = frozenset(("held", "hold", "had", "holding"))
_TWO = 2  # tokens back to "year" in "last year's round"
OUTCOMES = frozenset(("outcome", "outcomes", "results", "conclusions", "success"))
_LEVEL = 4  # words of "defence policy talks"
_KNOWN = frozenset(("'s", "the", "their", "this", "these", "during", "its"))
_HEAD = 7  # words of "fifth Kenya-France Defence Cooperation Committee"


@lru_cache(maxsize=2)
def nouns_of(lexicon: Lexicon) -> frozenset[str]:
    """Return the words one of which each mention without a verb holds, if it is by no short name."""
    lists = lexicon.lists
    return (
        lists["meetings"]
        | lists["boards"]
        | {"round", "trilateral", "2", "two", "next"}
        | _ONES
        | ORDINALS.keys()
    )


def named_meeting(
    paragraph: Paragraph, i: int, sentence: tuple[int, int], lexicon: Lexicon, shorts: frozenset[str]
) -> Gathering | None:
    """Return the meeting whose noun is token `i`, None where it is none.

    Args:
        paragraph: where it stands.
        i: the token in question.
        sentence: its sentence, as tokens.
        lexicon: the knowledge of words.
        shorts: short names of meetings.
    """
    tokens = paragraph.tokens
    begin, end = sentence
    if not _is_noun(paragraph, i, end, lexicon, shorts):
        return None
    low = "two-plus-two" if _is_two_plus_two(tokens, i) else tokens[i].low
    stop = _noun_end(paragraph, i, end, lexicon)
    first = name_start(paragraph, i, begin, lexicon)
    adjective = _is_adjective(paragraph, i, stop, end, lexicon)
    if adjective or _is_predicate(tokens, first, begin) or not _is_meant(paragraph, first, i, stop, end):
        return None
    words = [token.low for token in tokens[first:i]]
    before = tokens[first - 1].low if first > begin else ""
    first, start, ordinal = _numbered(paragraph, first, i, stop, end)
    named = stop
    abbreviation, stop = _abbreviated(paragraph, i, stop, end)
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
        definite=before in _KNOWN or "this" in words,
    )


def _noun_end(paragraph: Paragraph, i: int, end: int, lexicon: Lexicon) -> int:
    """Return where a name ends; in "round of Kenyan-French consultations" these have one of their own."""
    stop = name_end(paragraph, i, end)
    tokens = paragraph.tokens
    own = tokens[i].low == "round" and stop < end and tokens[stop].low in lexicon.lists["meetings"]
    return i + 1 if own else stop


def _numbered(paragraph: Paragraph, first: int, i: int, stop: int, end: int) -> tuple[int, int, int]:
    """Return where the mention begins, where it goes on after its ordinal, and the ordinal."""
    start, ordinal = ordinal_in(paragraph, first, i)
    personal = first > 0 and paragraph.tokens[first - 1].low in ("his", "her")  # "his first call as minister"
    if ordinal == 1 and (personal or is_first_in_years(paragraph.tokens, stop, end)):
        return start, start, 0
    return first, start, ordinal


def elliptic_meeting(paragraph: Paragraph, i: int, sentence: tuple[int, int]) -> Gathering | None:
    """Return the meeting for which an ordinal stands: "a fifth is scheduled for Dushanbe", "the next is".

    Args:
        paragraph: where it stands.
        i: the token in question.
        sentence: its sentence, as tokens.
    """
    tokens = paragraph.tokens
    if _is_previous_one(tokens, i, sentence[1]):
        head = "edition" if tokens[i].low in _EDITIONS else "meeting"
        return Gathering(paragraph.number, sentence, i - 1, i + 1, head, f"{tokens[i - 1].text} meeting")
    if not _is_elliptic(tokens, i, sentence[1]):
        return None
    name, ordinal = f"{tokens[i].text} meeting", ORDINALS.get(tokens[i].low, 0)
    return Gathering(paragraph.number, sentence, i, i + 1, "meeting", name, ordinal=ordinal, next=not ordinal)


def _is_elliptic(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Tell whether an ordinal stands for a meeting: "a fifth is scheduled for Dushanbe"."""
    if not (
        (tokens[i].low in ORDINALS or tokens[i].low == "next")
        and i
        and tokens[i - 1].low in ("a", "the")
        and i + 2 < end
    ):
        return False
    lows = [token.low for token in tokens[i + 1 : i + 5]]
    return lows[0] in ("is", "will") and bool(
        set(lows) & {"scheduled", "held", "planned", "due", "hosted", "place", "slated", "set"}
    )


def _is_previous_one(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Tell whether "one" stands for a meeting before: "the previous ones took place in Riga"."""
    if tokens[i].low not in _ONES or not i or tokens[i - 1].low not in _BEFORE_THIS:
        return False
    lows = [token.low for token in tokens[i + 1 : min(i + 3, end)]]
    return lows in (["took", "place"], ["was", "held"], ["were", "held"])


_EDITIONS = frozenset(("edition", "editions", "iteration"))
_ONES = _EDITIONS | {"one", "ones"}
_BEFORE_THIS = frozenset(("previous", "last", "earlier", "preceding"))


def _is_noun(paragraph: Paragraph, i: int, end: int, lexicon: Lexicon, shorts: frozenset[str]) -> bool:
    """Tell whether a token is a noun of meeting: "talks", a board that meets, the short name of a meeting."""
    tokens = paragraph.tokens
    low = tokens[i].low
    if i + 1 < end and (tokens[i + 1].low in lexicon.lists["meetings"] or _is_level(tokens, i, end, lexicon)):
        return False
    if tokens[i].is_capital and _is_institution(tokens, i, end):
        return False
    if low == "trilateral":  # "a trilateral with X"
        return (
            bool(i)
            and tokens[i - 1].low in DETERMINERS
            and tokens[i + 1 : i + 2] != ()
            and tokens[i + 1].low in _OF_TALKS
        )
    if low == "round":
        return _is_round(tokens, i, end)
    if low in ("session", "sessions") and i and tokens[i - 1].low in _TERMS:
        return False
    board = low in lexicon.lists["boards"] and tokens[i].is_capital
    board = board and (_meets(tokens, i, end, lexicon) or _is_numbered(tokens, i) or _has_outcome(tokens, i))
    short = tokens[i].text in shorts and not (i and tokens[i - 1].text == "(")
    return low in lexicon.lists["meetings"] or board or short or _is_two_plus_two(tokens, i)


def _is_institution(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Tell whether it only belongs to the name of an institution: "the Lakes Forum Secretariat"."""
    at = i + 1
    while at < end and tokens[at].is_capital and tokens[at].low not in _INSTITUTIONS:
        at += 1
    return i + 1 < end and at < min(end, i + _LEVEL) and tokens[at].low in _INSTITUTIONS


_INSTITUTIONS = frozenset(("secretariat", "agency", "centre", "center", "institute", "bureau", "fund"))
_OF_TALKS = frozenset(("with", "between", "on", "in", "at"))


def _is_level(tokens: Sequence[Token], i: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether it only says of what level the meeting after it is: "vice-ministerial defence talks"."""
    if tokens[i].low != "ministerial":
        return False
    after = (token.low for token in tokens[i + 1 : min(i + 1 + _LEVEL, end)])
    noun = next((low for low in after if low not in BEFORE_HEAD), "")
    return noun in lexicon.lists["meetings"]


# Before "session": of a year, no meeting.
_TERMS = frozenset(("academic", "parliamentary", "budget", "training", "legislative"))


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
    words = {token.low for token in paragraph.tokens[max(0, first - 1) : i]}
    after = [token.low for token in paragraph.tokens[stop : stop + 3]]
    if low.endswith("s") and (words & _OFTEN or after == ["at", "the", "appropriate"]):
        return False  # "provides for regular consultations", "dialogues at the appropriate time"
    if words & _YEARLY and _is_to_become_regular(paragraph.tokens, first, stop, end):
        return False
    bare = first == i and not (i and paragraph.tokens[i - 1].low in DETERMINERS)  # "a meeting that was due"
    gerund = low == "meeting" and bare and stop < end and paragraph.tokens[stop].low in DETERMINERS
    return not gerund


def _is_to_become_regular(tokens: Sequence[Token], first: int, stop: int, end: int) -> bool:
    """Tell whether some agreed to meet from now on, and set no day: "agreed to hold annual talks"."""
    before = [token.low for token in tokens[max(0, first - 3) : first]]
    dated = any(
        token.low in MONTHS or token.text[0].isdigit() or token.low == "next" for token in tokens[stop:end]
    )
    return before[1:] in (["to", "hold"], ["to", "have"]) and before[0] in ("agreed", "decided") and not dated


_SHIPS = frozenset(("submarine", "ship", "ships", "frigate", "destroyer", "vessel", "vessels", "corvette"))
_THEIR_OWN = frozenset(("his", "her", "its"))
_YEARLY = frozenset(("annual", "yearly", "biannual", "biennial", "quarterly", "monthly", "twice-yearly"))
_OFTEN = frozenset(("regular", "periodic", "frequent", "routine", "recurrent"))


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
    after = next((k for k in range(i + 1, len(tokens)) if not tokens[k].is_capital), len(tokens))
    if after > i + 1 and tokens[after - 1].low in ("dialogue", "meeting", "consultations", "talks"):
        return False  # "the 2+2 Intersessional Dialogue"
    lows = [token.low for token in tokens[max(0, i - 4) : i + 1]]
    return lows[-3:] == ["2", "+", "2"] or lows == ["two", "-", "plus", "-", "two"]


def _meets(tokens: Sequence[Token], i: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a board is said to meet."""
    near = {token.low for token in tokens[i + 1 : min(i + _FAR, end)]}
    return bool(near & (lexicon.lists["held"] - {"hold", "visit", "led", "take", "took", "open", "opened"}))


def _has_outcome(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a board is spoken of for what it decided: "the outcome of the Joint Committee in Riga"."""
    near = [token.low for token in tokens[max(0, i - _HEAD) : i]]
    at = max((n for n, low in enumerate(near) if low in OUTCOMES), default=len(near))
    return "of" in near[at + 1 : at + 2]


def _is_numbered(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a board is named by its number, as a meeting is: "for the fifth Defence Committee"."""
    for k in range(i - 1, max(0, i - _HEAD), -1):
        if tokens[k].low == "next":  # "hold the next Joint Working Group"
            return True
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
        or before
        in ("next", "last", "this", "latest", "previous", "new", "final", "another", "earlier", "further")
        or before[:1].isdigit()
        or (before == "'s" and i > 1 and tokens[i - _TWO].low in ("year", "month", "week"))
    )


def _is_day(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a day stands at a token: "April 7", "Monday"."""
    return i < len(tokens) and (
        tokens[i].low.removesuffix(".") in MONTHS | frozenset(WEEKDAYS) or tokens[i].text.isdigit()
    )


def _is_call(paragraph: Paragraph, first: int, i: int, stop: int) -> bool:
    tokens = paragraph.tokens
    after = tokens[stop].low if stop < len(tokens) else ""
    if _SHIPS & {token.low for token in tokens[stop : stop + 6]}:
        return False  # "the call made by a submarine at the port"
    words = {token.low for token in tokens[first:i]}
    if words & {"phone", "telephone", "hotline", "video", "conference", "hour"}:
        return True
    before = tokens[first - 1].low if first else ""
    near = {token.low for token in tokens[max(0, first - 3) : first]}
    dated = after == "on" and _is_day(tokens, stop + 1)
    if dated and near & _HELD and near & DETERMINERS:  # "held a planning call on April 7"
        return True
    spoken_with = "with" in [
        token.low for token in tokens[stop : stop + 4]
    ]  # "held his first call as chief with"
    owned = before in _THEIR_OWN and bool(near & _HELD) and spoken_with
    return after not in ("on", "for", "upon", "to") and (
        owned or before in ("the", "a", "their", "during", "this")
    )
