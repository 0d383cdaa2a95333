"""What is done with a stage of the transfer: held, verified, put off, planned; and whether that is so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefing_app.drafting.grammar import (
    AUXILIARIES,
    BE,
    CONTRACTED,
    DETERMINERS,
    HAVE,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    SAYING,
    is_adverb,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing_app.drafting.tokens import Token

ActKind = Literal[
    "verify", "assess", "rehearse", "perform", "begin", "delay", "advance", "schedule", "miss", "other"
]
Mode = Literal["done", "planned", "missed", "failed", "pending", "maybe", "denied", "none"]
Lists = "Mapping[str, frozenset[str]]"
_GOVERNOR = 9
_PARTICLE = 14
BREAKS = frozenset((";", "—", "–", "--", "but", "while", "whereas", "although", "though"))
_SINCE = frozenset(("after", "following", "since", "having", "upon"))
_PAST_AUXILIARIES = frozenset(("was", "were", "had"))
_SCHEDULE_AFTER = frozenset(
    (
        "for",
        "in",
        "to",
        "on",
        "by",
        "at",
        "before",
        "this",
        "next",
        "last",
        "around",
        "as",
        "within",
        "during",
        "no",
        "early",
        "late",
        "later",
    )
)
_KINDS: tuple[tuple[str, ActKind], ...] = (
    ("opcon_verify", "verify"),
    ("opcon_assess", "assess"),
    ("opcon_rehearse", "rehearse"),
    ("opcon_miss", "miss"),
    ("opcon_perform", "perform"),
)


@dataclass(frozen=True, slots=True)
class Act:
    """A verb, or a noun for one, with what belongs to it.

    Attributes:
        first: the first token of its auxiliaries.
        at: the verb itself.
        end: the token after it.
        kind: what it does.
        mode: whether it is so.
        passive: its subject undergoes it, or it has no object.
        participle: it has no auxiliary, and may belong to the noun before it ("the test held in May").
        nominal: it is a noun ("a delay of").
        word: the verb in lower case.
        planner: the verb that it depends on ("decided"); empty where there is none.
    """

    first: int
    at: int
    end: int
    kind: ActKind
    mode: Mode
    passive: bool
    participle: bool
    nominal: bool
    word: str
    planner: str = ""


def acts_in(
    tokens: Sequence[Token], sentence: tuple[int, int], lists: Mapping[str, frozenset[str]]
) -> tuple[Act, ...]:
    """Return the acts of a sentence in order.

    Args:
        tokens: of the paragraph.
        sentence: first token, and the one after the last.
        lists: the lexicon's lists.
    """
    return tuple(_acts(tokens, sentence, lists))


def _acts(
    tokens: Sequence[Token], sentence: tuple[int, int], lists: Mapping[str, frozenset[str]]
) -> Iterator[Act]:
    begin, end = sentence
    for i in range(begin, end):
        noun = _nominal(tokens, i, sentence, lists)
        if noun:
            yield noun
            continue
        kind = _kind(tokens, i, end, lists)
        if kind is None:
            continue
        first, words = group_before(tokens, i, begin)
        if not _is_verb(tokens, i, begin, words, kind):
            continue
        mode, planner = _mode(tokens, i, first, words, sentence, lists)
        if kind == "schedule":
            mode = _scheduled(words, mode)
        elif kind not in ("delay", "advance") and mode == "done" and words and words[-1] in ("is", "are"):
            mode = "none"  # "once FOC is verified"
        be = bool(BE & set(words[max((n for n, word in enumerate(words) if word == "to"), default=0) :]))
        if planner and first - 1 >= begin and tokens[first - 1].low == planner:
            first = group_before(tokens, first - 1, begin)[0]  # "was supposed to be held" is one verb
        yield Act(
            first, i, i + 1, kind, mode,
            passive=kind == "schedule" or (be and not tokens[i].low.endswith("ing")) or tokens[i].low in _INTRANSITIVE,
            participle=not words and tokens[i].low not in _INTRANSITIVE, nominal=False, word=tokens[i].low, planner=planner,
        )  # fmt: skip


_INTRANSITIVE = frozenset(
    (
        "take",
        "took",
        "taken",
        "happen",
        "happened",
        "follow",
        "begin",
        "start",
        "come",
        "came",
        "slip",
        "slipped",
        "slips",
        "slid",
    )
)


def _kind(tokens: Sequence[Token], i: int, end: int, lists: Mapping[str, frozenset[str]]) -> ActKind | None:
    low = tokens[i].low
    after = [token.low for token in tokens[i + 1 : min(end, i + _PARTICLE)]]
    if low in lists["opcon_advance"] and (_particle(after, lists["opcon_forward"]) or after[:1] == ["up"]):
        return "advance"
    if low in ("held", "carried") and after[:1] == ["over"]:
        return "delay"
    if low in lists["opcon_delay_back"] and _particle(after, lists["opcon_back"]):
        return "delay"
    if low in lists["opcon_delay"]:
        return "delay"
    if low in lists["opcon_schedule"] and after and _is_schedule(low, after):
        return "schedule"
    if low in lists["opcon_transfer_verbs"]:
        return "perform"
    if low in lists["opcon_begun"]:
        return "begin"
    return next((kind for name, kind in _KINDS if low in lists[name]), None)


def _particle(after: Sequence[str], particles: frozenset[str]) -> bool:
    for low in after:
        if low in particles:
            return True
        if low in (".", ";", ",", "to", "from", "until", "till"):
            return False
    return False


def _is_schedule(low: str, after: Sequence[str]) -> bool:
    """Tell whether "scheduled" and the like have a date after them, not a verb: "set to be verified"."""
    if low == "to" or after[0] not in _SCHEDULE_AFTER:
        return False
    return not (after[0] == "to" and (len(after) < 2 or after[1] in AUXILIARIES or not after[1][0].isdigit()))


def _nominal(
    tokens: Sequence[Token], i: int, sentence: tuple[int, int], lists: Mapping[str, frozenset[str]]
) -> Act | None:
    """Return a delay that is a noun: "agreed on a delay of the FOC test"."""
    begin, end = sentence
    low = tokens[i].low
    before = tokens[i - 1].low if i > begin else ""
    after = tokens[i + 1].low if i + 1 < end else ""
    if low not in lists["opcon_delay_nouns"] or before not in DETERMINERS | {
        "further",
        "second",
        "new",
        "on",
        "'s",
    }:
        return None
    if after not in ("of", "in", "to"):
        return None
    mode = open_at(tokens, i, sentence, lists)
    return Act(i, i, i + 1, "delay", mode or "done", passive=False, participle=False, nominal=True, word=low)


def group_before(tokens: Sequence[Token], i: int, begin: int) -> tuple[int, tuple[str, ...]]:
    """Return where a verb's auxiliaries begin, and the words before the verb from there."""
    first = i
    words: list[str] = []
    while first > begin:
        low = tokens[first - 1].low
        if not (
            low in AUXILIARIES
            or low in NEGATIONS
            or low in CONTRACTED
            or low in ("to", "yet")
            or is_adverb(low)
        ):
            break
        words.insert(0, low)
        first -= 1
    while words and is_adverb(words[0]) and words[0] not in AUXILIARIES:
        words.pop(0)
        first += 1
    return first, tuple(words)


def _is_verb(tokens: Sequence[Token], i: int, begin: int, words: Sequence[str], kind: ActKind) -> bool:
    """Tell whether a word is a verb here, not a noun or an adjective."""
    low = tokens[i].low
    before = tokens[i - 1].low if i > begin else ""
    if kind == "schedule":
        return before not in DETERMINERS
    if low.endswith("ing"):
        return before not in DETERMINERS and before not in ("'s", "'")
    if low in _PLAIN_PASTS or low.endswith("ed"):
        return before not in DETERMINERS and before not in ("'s", "'", "-")
    held = {word for word in words if word in AUXILIARIES or word == "to"}
    return bool(held) and not held <= (HAVE | BE)


_PLAIN_PASTS = frozenset(["held", "took", "taken", "underwent", "undergone", "slid", "put", "brought", "set", "done", "came", "wrapped"])


# ------------------------------------------------------------------------------------------ whether it is so


def _mode(
    tokens: Sequence[Token],
    i: int,
    first: int,
    words: Sequence[str],
    sentence: tuple[int, int],
    lists: Mapping[str, frozenset[str]],
) -> tuple[Mode, str]:
    held = set(words)
    opened = open_at(tokens, first, sentence, lists, words)
    if opened:
        return opened, ""
    if "yet" in held and "to" in held:
        return "pending", ""
    if held & NEGATIONS or held & CONTRACTED:
        return "denied", ""
    if held & lists["opcon_maybe"]:
        return "maybe", ""
    if held & {"will", "shall"}:
        return "planned", ""
    if "would" in held:
        return ("planned" if _is_reported(tokens, first, sentence[0], lists) else "maybe"), ""
    if "to" in held:
        return _infinitive(tokens, first, words, sentence[0], lists)
    low = tokens[i].low
    if low.endswith("ing"):
        return _ing(tokens, first, words, sentence[0], lists)
    if "being" in held:
        return "none", ""
    if "be" in held:
        return _subjunctive(tokens, first, sentence[0], lists)
    if not (held & (BE | HAVE)) and low not in _PLAIN_PASTS and not low.endswith("ed"):
        return "none", ""
    return "done", ""


def open_at(
    tokens: Sequence[Token],
    first: int,
    sentence: tuple[int, int],
    lists: Mapping[str, frozenset[str]],
    words: Sequence[str] = (),
) -> Mode | None:
    """Return what the words before an act leave open or deny, None where they do neither."""
    begin, end = sentence
    every = [token.low for token in tokens[begin:end]]
    if any(
        low in lists["opcon_outsiders"] and "told" not in every[max(0, n - 2) : n]
        for n, low in enumerate(every)
    ):
        return "maybe"
    left = left_of(tokens, first, begin)
    opening = tokens[begin].low in ("should", "were", "had") and "," in every
    if opening or any(low in lists["opcon_suppositions"] for low in left):
        return "maybe"
    near = _joined_on(left[-_GOVERNOR:], words)
    if any(low in lists["opcon_refusals"] for low in left) or any(low in _NO for low in near):
        return "denied"
    return "maybe" if any(low in lists["opcon_wishes"] for low in near) else None


_NO = frozenset(("no", "never", "without", "neither", "nor", "nothing"))


def _joined_on(near: list[str], words: Sequence[str]) -> list[str]:
    """Return the words that still govern an act: those after the last "and" or comma where a verb stands there."""
    cut = max((n for n, low in enumerate(near) if low in ("and", ",")), default=-1)
    return near[cut + 1 :] if words or cut + 1 < len(near) else near


def left_of(tokens: Sequence[Token], first: int, begin: int) -> list[str]:
    """Return the words of the clause before a token, in order."""
    found: list[str] = []
    for i in range(first - 1, begin - 1, -1):
        if tokens[i].text in BREAKS:
            break
        found.insert(0, tokens[i].low)
    return found


def _is_reported(
    tokens: Sequence[Token], first: int, begin: int, lists: Mapping[str, frozenset[str]]
) -> bool:
    left = left_of(tokens, first, begin)
    return any(low in lists["opcon_plans"] or low in SAYING for low in left)


def _governor(tokens: Sequence[Token], first: int, begin: int, lists: Mapping[str, frozenset[str]]) -> int:
    """Return the token that an infinitive depends on, -1 where none is near."""
    for i in range(first - 1, max(begin, first - _GOVERNOR) - 1, -1):
        low = tokens[i].low
        if low in lists["opcon_plans"] or low in lists["failures"] or low in lists["opcon_forcing"]:
            return i
        if tokens[i].text in BREAKS:
            break
    return -1


def _infinitive(
    tokens: Sequence[Token], first: int, words: Sequence[str], begin: int, lists: Mapping[str, frozenset[str]]
) -> tuple[Mode, str]:
    """Return the mode of "to verify": what "decided", "failed", "was" before it make of it."""
    before = words[: len(words) - 1 - tuple(reversed(words)).index("to")]
    if any(word in BE for word in before):
        return ("missed" if set(before) & _PAST_AUXILIARIES else "planned"), ""
    at = _governor(tokens, first, begin, lists)
    if at < 0:
        return "none", ""
    low = tokens[at].low
    if low in lists["failures"]:
        return "failed", low
    if low in lists["opcon_forcing"]:
        return "done", low
    earlier = set(group_before(tokens, at, begin)[1])
    if low in lists["opcon_was_planned"] and earlier & _PAST_AUXILIARIES:
        return "missed", low
    if earlier & (NEGATIONS | CONTRACTED):
        return "denied", low
    return "planned", low


def _ing(
    tokens: Sequence[Token], first: int, words: Sequence[str], begin: int, lists: Mapping[str, frozenset[str]]
) -> tuple[Mode, str]:
    before = tokens[first - 1].low if first > begin else ""
    if before in _SINCE:
        return "done", ""
    if before in lists["opcon_perform"]:  # "has finished evaluating"
        return ("none" if set(group_before(tokens, first - 1, begin)[1]) & (MODALS | {"to"}) else "done"), ""
    if set(words) & BE:
        return ("planned" if set(words) & {"is", "are"} else "none"), ""
    at = _governor(tokens, first, begin, lists)
    return (
        ("planned", tokens[at].low) if at >= 0 and before in ("on", "of", "for", "to", "at") else ("none", "")
    )


def _subjunctive(
    tokens: Sequence[Token], first: int, begin: int, lists: Mapping[str, frozenset[str]]
) -> tuple[Mode, str]:
    """Return the mode of "that it be verified"."""
    at = next((k for k in range(first - 1, begin - 1, -1) if tokens[k].low in lists["opcon_plans"]), -1)
    return ("planned", tokens[at].low) if at >= 0 else ("none", "")


def _scheduled(words: Sequence[str], mode: Mode) -> Mode:
    """Return the mode of "is scheduled for", "was scheduled for"."""
    if mode not in ("done", "none"):
        return mode
    return "missed" if set(words) & _PAST_AUXILIARIES else "planned"


def is_preposition(token: Token) -> bool:
    """Tell whether a word links what follows to another noun."""
    return token.low in PREPOSITIONS
