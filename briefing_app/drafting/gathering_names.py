"""Where the name of a meeting begins and ends: "19th Korea-U.S. Integrated Defense Dialogue"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.date_spans import WEEKDAYS
from briefing_app.drafting.grammar import COUNTS, DETERMINERS, MONTHS, PREPOSITIONS, is_adverb, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.tokens import Token

ORDINALS = {
    word: n
    for n, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
}
_WITHIN_NAME = frozenset(
    ("of", "on", "and", "for", "the", "in", "-", "–", "'s", "'", "’s", "&", "/", "+", "“", '"', "”")
)
_LINKS = frozenset(("of", "on", "for", "between", "with", "among"))
BEFORE_HEAD = word_set(
    "bilateral trilateral hotline annual regular high level defense defence ministerial foreign security "
    "strategic policy senior working joint telephone phone video two day one three hour long next last "
    "this week month year 's first latest previous upcoming separate closed door informal formal virtual "
    "plenary inaugural extraordinary special face to peace military ministers chiefs leaders summit "
    "follow up related half kick off regional consultative subsequent preparatory similar political crisis "
    "emergency introductory plus ever naval maritime border trade economic technical budget expert staff"
)


def name_start(paragraph: Paragraph, i: int, begin: int, lexicon: Lexicon) -> int:
    """Return where the name begins whose last noun is token `i`."""
    tokens = paragraph.tokens
    first = i
    while first > begin:
        if _is_short_form(tokens, first, begin):
            first -= 3
        elif _is_part(paragraph, i, first, begin, lexicon):
            first -= 1
        else:
            break
    first = _from_ordinal(tokens, _from_edition(tokens, first, begin), begin)
    while first < i and (
        tokens[first].text in "-–'’“\"" or tokens[first].low in _WITHIN_NAME | DETERMINERS | PREPOSITIONS
    ):
        first += 1
    return first


def _from_edition(tokens: Sequence[Token], first: int, begin: int) -> int:
    """Return where the name begins with its edition: "the third edition of the A-B Dialogue"."""
    at = first - 1 - (first > begin and tokens[first - 1].low == "the")
    edition = at - 1 > begin and tokens[at].low == "of" and tokens[at - 1].low in ("edition", "iteration")
    return at - 1 if edition else first


def _is_short_form(tokens: Sequence[Token], first: int, begin: int) -> bool:
    """Tell whether a short form in brackets stands before token `first`: "Republic of Korea (ROK)-U.S."."""
    back = tokens[max(begin, first - 3) : first]
    texts = [token.text for token in back]
    return texts[:1] == ["("] and texts[-1:] == [")"] and len(texts) > 1 and texts[1].isupper()


def _is_part(paragraph: Paragraph, i: int, first: int, begin: int, lexicon: Lexicon) -> bool:
    """Tell whether the token before `first` belongs to the name whose noun is token `i`."""
    tokens = paragraph.tokens
    token = tokens[first - 1]
    capital = tokens[i].is_capital
    if _is_day(tokens, first - 1):
        return False
    numbered = token.low in ORDINALS or token.text[0].isdigit() or token.low in COUNTS
    if token.low in BEFORE_HEAD or numbered or token.text in _ROMAN:
        return True
    if paragraph.party_at(first - 1) or token.text in _MARKS_WITHIN:
        return True
    if token.is_capital and (capital or tokens[first].is_capital or tokens[first].text == "("):
        return True
    if first - 1 > begin and token.is_capital and lexicon.places.at(tokens, first - 1):
        return True
    further = first - 2 >= begin
    if capital and further and token.low in _LINKING and tokens[first - 2].is_capital:
        return True
    # "two-and-a-half-hour", "the 15th Joint Working Group meeting"
    half = token.low in ("and", "a") and further and tokens[first].text == tokens[first - 2].text == "-"
    board = first == i and token.is_capital and token.low in lexicon.lists["boards"]
    named = token.is_capital and tokens[i].low in _NAMED and token.low not in _DAYS
    board = board or (first == i and further and named)
    both = further and paragraph.party_at(first - 2) and paragraph.party_at(first)
    return bool(half or board or (token.low == "and" and both))


def _is_day(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a number is the day of a month: "the March 19-20 talks"."""
    while i > 1 and tokens[i - 1].text in "-–" and tokens[i - 2].text.isdigit():
        i -= 2
    return i > 0 and tokens[i].text.isdigit() and tokens[i - 1].low.removesuffix(".") in MONTHS


# From the second on, as "XII Round" is numbered.
_ROMAN = {
    tens + ones: 10 * n + m
    for n, tens in enumerate(("", "X", "XX", "XXX"))
    for m, ones in enumerate(("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"))
    if 10 * n + m > 1
}
_NAMED = frozenset(("summit", "conference", "forum"))  # "the Lakes summit"
_MARKS_WITHIN = frozenset(("-", "'s", "’s", "“", '"', "”", "–", "'", "’", "+", "/"))
_LINKING = frozenset(("of", "on", "and", "for", "the"))


def _from_ordinal(tokens: Sequence[Token], first: int, begin: int) -> int:
    """Return where the name begins with its ordinal, an adjective between them: "45th ordinary session"."""
    for k in range(first - 1, max(begin, first - 3) - 1, -1):
        low = tokens[k].low
        if (
            low in ORDINALS
            or low in ("next", "last", "previous")
            or (low[:1].isdigit() and low.endswith(("st", "nd", "rd", "th")))
        ):
            return k
        if not tokens[k].is_word or low in PREPOSITIONS or low in DETERMINERS:
            break
    return first


def name_end(paragraph: Paragraph, i: int, end: int) -> int:
    """Return the token after a name by its head: "Meeting Plus", "meeting of the X Committee"."""
    tokens = paragraph.tokens
    stop = i + 1
    while stop < end and tokens[stop].text in '”"' and stop == i + 1 and tokens[i].start > 0:
        stop += 1
    if tokens[i].is_capital:
        while (
            stop < end
            and (tokens[stop].is_capital or tokens[stop].text in "-–+")
            and tokens[stop].text != "On"
        ):
            stop += 1
    if stop < end and tokens[stop].low in _LINKS:
        far = linked_end(paragraph, stop, end, capital=tokens[i].is_capital)
        if far:
            return far
    return stop


def linked_end(paragraph: Paragraph, stop: int, end: int, *, capital: bool) -> int:
    """Return where "of the Joint Committee", "between A and B" ends, 0 where it is no part of the name."""
    tokens = paragraph.tokens
    if stop >= end or tokens[stop].low not in _LINKS:
        return 0
    far = 0
    i = stop + 1
    while i < end:
        party = paragraph.party_at(i)
        if tokens[i].low in _DAYS or tokens[i].low.rstrip(".") in _FORMS:
            break
        if party or (tokens[i].is_capital and (capital or tokens[stop].low == "of")):
            i = far = party.end if party else i + 1
        elif tokens[i].text == "(" and i + 2 < end and tokens[i + 2].text == ")":
            i += 3
        elif (far == i and tokens[i].low in ("with", "between") and i + 1 < end) or (
            tokens[i].low in ("their", "its") and i == stop + 1
        ):
            i += 1
        elif joint := _joint(tokens, i, stop, end):
            i = far = i + joint
        elif tokens[i].low in _WITHIN:
            i += 1
            if tokens[i - 1].low in _GROUPS:
                far = i
        else:
            break
    return far


def _joint(tokens: Sequence[Token], i: int, stop: int, end: int) -> int:
    """Return how many tokens from a hyphen on join what is within a name, 0 where they do not."""
    if tokens[i].text != "-" or i - 1 <= stop or i + 2 >= end or not tokens[i - 1].is_capital:
        return 0
    if [token.low for token in tokens[i + 1 : i + 3]] == ["to", "-"]:
        return 3  # "of the Navy-to-Navy Staff Talks"
    close = tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start
    # "of the Rules-based Order Working Group"
    return 2 * (close and tokens[i + 1].is_word and tokens[i + 2].is_capital)


_DAYS = MONTHS | frozenset(WEEKDAYS)
_FORMS = frozenset(("h.e", "mr", "mrs", "ms", "dr", "sir", "dame", "hon"))  # "dialogue with H.E. Mr X"
_GROUPS = word_set(
    "ministers chiefs secretaries committee commission council group directors leaders presidents commanders"
)
_WITHIN = _GROUPS | word_set("the of and - 's , for on foreign defence defense joint working technical")


def goes_on_as_noun(paragraph: Paragraph, i: int, lexicon: Lexicon) -> bool:
    """Tell whether the word after a noun shows it to be an adjective: "dialogue offers"."""
    token = paragraph.tokens[i]
    low = token.low
    if (
        low in PREPOSITIONS
        or is_adverb(low)
        or token.is_capital
        or low in lexicon.verbs
        or low in lexicon.lists["held"]
    ):
        return False
    if low in _AFTER or low.endswith("ed"):
        return False
    return low.endswith(
        (
            "s",
            "ion",
            "er",
            "room",
            "mechanism",
            "format",
            "process",
            "framework",
            "table",
            "venue",
            "place",
            "agenda",
        )
    ) and low not in (
        "was",
        "is",
        "has",
        "this",
        "as",
        "does",
    )


_AFTER = word_set(
    "and or but that which who was were is are will would could may might has have had to as than while "
    "when where today yesterday"
)


def is_first_in_years(tokens: Sequence[Token], stop: int, end: int) -> bool:
    """Tell whether a first meeting is only the first for long: "their first talks in six years"."""
    lows = [token.low for token in tokens[stop : min(stop + _FIRST_REACH, end)]]
    for n, low in enumerate(lows):
        after = (word for word in lows[n + 1 :] if word not in _AMOUNTS and word not in COUNTS)
        if low in ("in", "for") and next((word for word in after if not word.isdigit()), "") in _AGES:
            return True
    return False


_AGES = frozenset(("years", "months", "decade", "decades", "generation"))
_AMOUNTS = word_set("more than over nearly almost about some around at least a the half past last many")
_FIRST_REACH = 14  # words of "at that level in more than four years"


def ordinal_in(paragraph: Paragraph, first: int, i: int) -> tuple[int, int]:
    """Return where the name goes on after an ordinal, and the ordinal."""
    tokens = paragraph.tokens
    for k in range(first, i):
        low = tokens[k].low
        if low in ORDINALS:
            return k + 1, ORDINALS[low]
        if tokens[k].text in _ROMAN:
            return k + 1, _ROMAN[tokens[k].text]
        if low[:1].isdigit() and low.endswith(("st", "nd", "rd", "th")):
            return k + 1, int(low[:-2].replace(",", ""))
    return first, 0
