"""Whether a place in a sentence speaks of what was, of what is to come, or of what may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefing_app.drafting.grammar import (
    BE,
    CONTRACTED,
    DETERMINERS,
    MODALS,
    MOVING,
    NEGATIONS,
    PREPOSITIONS,
    word_set,
)
from briefing_app.drafting.new_dates import says_held
from briefing_app.drafting.own_clauses import AHEAD

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.tokens import Token

Outlook = Literal["past", "expected", "possible", "denied", "off", "none"]
_POSSIBLE = frozenset(
    (
        "could",
        "may",
        "might",
        "would",
        "possible",
        "possibly",
        "if",
        "whether",
        "explore",
        "explored",
        "floated",
        "proposed",
        "considering",
        "proposes",
    )
)
_EXPECTED = word_set(
    "expects hosts opens begins starts convenes flies travels goes departs will shall expected scheduled "
    "slated due planned plans set arranging pencilled upcoming forthcoming hope hopes hoping intend "
    "intends intended look preparing prepares agreed decided"
)
_PAST = word_set(
    "was were had did met held took spent spoke attended gathered convened hosted chaired co-chaired led "
    "wrapped concluded opened ended kicked began started visited last previous previously earlier "
    "ran lasted following travelled flew paid received completed launched staged has have said told"
)
_HELD = frozenset(("held", "ended", "concluded", "completed", "finished", "wrapped"))
_HELD_WITHIN = 5
_LIKING = frozenset(("interest", "offer", "wish", "proposal", "desire", "invitation", "bid"))
_SETTING = 6  # words of "During their 40-minute meeting"
_ACTS = frozenset(("met", "conferred", "gathered", "spoke"))
_HAPPEN = word_set("materialised materialized materialise took take happened convened convene met meet")
_RELATIVE = frozenset(("who", "which", "where"))
_DECIDED = frozenset(("agreed", "decided"))
_WAS = BE | {"been", "was", "were", "called", "put"}
_ARE = frozenset(("is", "are"))  # "are to gather"
_AHEAD_OF = frozenset(("be", "convene", "hold", "take", "meet", "host"))
_OUTCOMES = frozenset(("agreement", "accord", "deal", "understanding", "pact", "compromise"))
_CAME = frozenset(("reached", "struck", "sealed", "concluded"))
_STOPS = frozenset((";", ":", "—", "–", "--", "but", "while", "whereas"))
_TELLING = frozenset(("said", "says", "told", "added"))
_REACH, _FAR, _TELLER = 14, 28, 8
_THEN = frozenset(("and", "then", "finally", "eventually", "later"))
_FINITE = frozenset(("will", "shall", "was", "were", "has", "have"))
_DUE = frozenset(("to", "due", "scheduled", "expected", "likely", "set", "slated", "planned"))  # after "is"
_WHERE = frozenset(("at", "during", "in", "after", "following"))
_LATER = frozenset(("next", "upcoming", "forthcoming", "future", "subsequent", "coming"))
_DONE = frozenset(("agree", "decide", "pledge", "sign", "adopt", "reaffirm", "discuss"))
_REPORTING = frozenset(
    ("report", "recommend", "present", "submit", "brief", "revert")
)  # what is to be done there
_HEAD = 8  # words of "at their second round of talks"


def outlook_at(tokens: Sequence[Token], at: int, begin: int, end: int, lexicon: Lexicon) -> Outlook:
    """Return how the clause around token `at` stands to time.

    Args:
        tokens: of the paragraph.
        at: the token in question.
        begin: first token of its sentence.
        end: the token after its sentence.
        lexicon: the knowledge of words.
    """
    left = _until_stop(tokens, range(at - 1, max(begin, at - _REACH) - 1, -1))
    right = _without_telling(_until_stop(tokens, range(at + 1, min(end, at + _FAR))))
    called_off = lexicon.lists["called_off"]
    set_before = {"due", "will", "scheduled", "expected"} & set(left[:8])
    if not set_before and (_is_off(right, called_off) or _came_to_nothing(right)):
        return "off"
    right = right[after_aside(right) :]
    if _RELATIVE & set(_until(left, ",")) and "," in right:
        right = right[: right.index(",")]  # "who met in May, agreed to": what follows is another clause
    if (
        "that" in right[1:]
    ):  # right after the noun it is said of the meeting: "the summit that Riga will host"
        right = right[: right.index("that", 1)]
    right = _without_next_act(right)
    near = _without_participles(right[:8]) + _without_participles(left, backward=True)
    never = left[:3] in (["have", "to", "was"], ["have", "to", "were"])  # "was to have met"
    if never or _denies(left[:3]) or _denies(right[:4], right[4:5]):
        return "denied"
    if _is_held(left):
        return "past"
    if _is_awaited(left):
        return "expected"
    if len(left) <= _SETTING and _is_setting(left, right):
        return "none"
    if tokens[at].low in _ACTS and left[:1] not in (["to"], ["be"], ["been"]):
        return "past"
    if left[:2] in (["to", "are"], ["to", "is"]):
        return "expected"
    return "possible" if _is_offered(left) else _by_words(near, lexicon)


def after_aside(following: Sequence[str]) -> int:
    """Return where a noun's clause goes on after what commas shut off: ", which was to open in May, will".

    Args:
        following: the words after the noun, in lower case.
    """
    if following[:1] != [","] or following[1:2] == ["and"]:
        return 0
    comma = next((n for n in range(1, len(following) - 1) if following[n] == ","), 0)
    verb = following[comma + 1 : comma + 3] if comma else [""]
    due = verb[0] in _ARE and verb[-1] in _DUE
    return comma + 1 if due or verb[0] in _FINITE else 0


def _is_awaited(left: Sequence[str]) -> bool:
    """Tell whether one waits for it: "was put off until a summit", "looked forward to meeting"."""
    if left[:2] == ["to", "forward"] and left[2:3] in (["looked"], ["look"], ["looks"], ["looking"]):
        return True
    at = left.index("until") if "until" in left[:_SETTING] else len(left)
    return bool(MOVING & set(left[at + 1 : at + _SETTING]))


def _is_offered(left: Sequence[str]) -> bool:
    """Tell whether somebody would only like to hold it: "Kenya's interest in hosting a conference"."""
    at = next((n for n, low in enumerate(left[:_HELD_WITHIN]) if low in ("hosting", "host")), None)
    before = left[at + 1 : at + 3] if at is not None else []
    return before[:1] in (["in"], ["to"]) and before[1:] != [] and before[1] in _LIKING


def _is_setting(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether it opens a sentence as where it was said: "At their meeting in Riga, they decided"."""
    known = left[-1:] in (["during"], ["at"]) and bool({"their", "the", "this"} & set(left))
    after = list(right[: _SETTING + 1])
    closed = "," in after and not {"to", "will", "which", "due"} & set(after[: after.index(",") + 2])
    return known and closed and not _LATER & set(left)


def _is_held(left: Sequence[str]) -> bool:
    """Tell whether a verb right before, read backwards, says that it took place: "held peace talks"."""
    at = next((n for n, low in enumerate(left[:_HELD_WITHIN]) if low in _HELD), None)
    if at is None or set(left[:at]) & (PREPOSITIONS | {",", "and"}):
        return False
    return not set(left[at + 1 : at + 3]) & (BE | MODALS | NEGATIONS | {"to", "be", "been", "being"})


def decided_at(tokens: Sequence[Token], noun: int, begin: int, lexicon: Lexicon) -> int:
    """Return the preposition before a meeting at which something was decided, 0 where nothing was.

    "Agreed to share data at talks in Riga": the talks are no part of what was agreed.

    Args:
        tokens: of the paragraph.
        noun: the noun of the meeting.
        begin: first token of its sentence.
        lexicon: the knowledge of words.
    """
    cut = next((i for i in range(noun - 1, max(begin, noun - _HEAD), -1) if tokens[i].low in _WHERE), 0)
    inside = {token.low for token in tokens[cut:noun]}
    if not cut or inside & _LATER or inside & {",", ";"}:
        return 0
    for i in range(cut - 1, begin, -1):
        reporting = tokens[i].low in _REPORTING and tokens[i - 1].low in ("to", "and")
        if tokens[i].low in MODALS or tokens[i].text in _STOPS or reporting:
            return 0
        past = any(
            verb.form == "past" and verb.force in _DONE for verb in lexicon.verbs.get(tokens[i].low, ())
        )
        if past:
            return 0 if _denies([token.low for token in tokens[max(begin, i - 3) : i]]) else cut
    return 0


def _by_words(near: Sequence[str], lexicon: Lexicon) -> Outlook:
    """Return what the first telling word near the place says."""
    for n, low in enumerate(near):
        if low == "to" and ({*near[n + 1 : n + 2], *near[max(0, n - 1) : n]} & (_AHEAD_OF | _ARE)):
            return "expected"
        if low in ("would", "could") and "not" in (*near[n + 1 : n + 2], *near[max(0, n - 1) : n]):
            return "denied"
        if low in _POSSIBLE:
            return "possible"
        if low in _DECIDED and not {*near[n + 1 : n + 2], *near[max(0, n - 1) : n]} & {"to", "that", "on"}:
            continue
        if low in _EXPECTED or (low in AHEAD and _plans({*near[n + 1 : n + 2], *near[max(0, n - 1) : n]})):
            return "expected"
        if low in BE and near[n + 1 : n + 2] and near[n + 1] in _POSSIBLE:
            return "possible"
        if low in _PAST or low in lexicon.lists["called_off"]:
            return "past"
    return "none"


def _plans(beside: AbstractSet[str]) -> bool:
    """Tell whether "plan" is a verb by the words beside it: "they plan to", not "a plan to"."""
    return "to" in beside and not beside & (DETERMINERS | PREPOSITIONS - {"to"})


def _without_telling(right: list[str]) -> list[str]:
    """Return what follows without ", the ministry said", which tells of the telling."""
    told = next((n for n, low in enumerate(right) if low in _TELLING), 0)
    comma = next((n for n in range(told - 1, max(-1, told - _TELLER), -1) if right[n] == ","), None)
    return right if not told or comma is None else right[:comma]


def _without_next_act(right: list[str]) -> list[str]:
    """Return what follows without what was agreed there: "on the sidelines of the forum and agreed to"."""
    at = next((n for n, low in enumerate(right) if n and low in _DECIDED and right[n - 1] == "and"), None)
    return right if at is None else right[: at - 1]


def _is_off(right: Sequence[str], called_off: frozenset[str]) -> bool:
    """Tell whether what follows says that it was called off, and not that it will be or could be."""
    at = next((n for n, low in enumerate(right) if n and low in called_off and right[n - 1] in _WAS), 0)
    if not at:
        return False
    rest = right[at + 1 :]
    # "was put off and took place in May"
    held = any(says_held(rest[n : n + 2]) and rest[n - 1] in _THEN for n in range(1, len(rest)))
    return not held and not {"will", "could", "may"} & set(right[:at])


def _came_to_nothing(right: Sequence[str]) -> bool:
    """Tell whether what follows says that it never was: "never materialised", "failed to take place"."""
    at = next((n for n, low in enumerate(right[:_REACH]) if low in ("never", "fail", "failed")), None)
    return at is not None and bool(set(right[at + 1 : at + 3]) & _HAPPEN)


def _until(lows: Sequence[str], mark: str) -> Sequence[str]:
    """Return the words before a mark."""
    return lows[: lows.index(mark)] if mark in lows else lows


def _denies(lows: list[str], beyond: Sequence[str] = ()) -> bool:
    """Tell whether words deny something; "not later than" does not."""
    return any(
        (low in NEGATIONS or low in CONTRACTED)
        and [*lows, *beyond][n + 1 : n + 2] not in (["later"], ["only"], ["least"])
        for n, low in enumerate(lows)
    )


def _without_participles(lows: list[str], *, backward: bool = False) -> list[str]:
    """Return words without the participle after "be": of "will be held" only "will" tells."""
    step = 1 if backward else -1
    return [
        low
        for n, low in enumerate(lows)
        if not (0 <= n + step < len(lows) and lows[n + step] == "be" and low in _PAST)
    ]


def _is_no_cue(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a word tells no time here: the month of May, "the last week of April", "kick-off"."""
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    part = (
        tokens[i].low == "last" and tokens[i - 1].low == "the" and after in ("week", "day", "days", "quarter")
    )
    begun = tokens[i].low == "off" and tokens[i - 1].text == "-"  # "a kick-off meeting"
    return part or begun or tokens[i].text in ("May", "March")


def _until_stop(tokens: Sequence[Token], places: range) -> list[str]:
    found: list[str] = []
    for i in places:
        if tokens[i].text in _STOPS:
            break
        found.append("" if _is_no_cue(tokens, i) else tokens[i].low)
    return found


def is_reached(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether token `i` says that an agreement came about: "a deal struck between A and B".

    Args:
        tokens: of a paragraph.
        i: the token.
    """
    return i > 0 and tokens[i].low in _CAME and tokens[i - 1].low in _OUTCOMES
