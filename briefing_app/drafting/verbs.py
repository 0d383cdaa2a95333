"""Verbs of commitment where they stand: with their auxiliaries, their voice, and whether they are so."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from briefing_app.drafting.grammar import (
    AUXILIARIES,
    BE,
    CONTRACTED,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    is_adverb,
    word_set,
)
from briefing_app.drafting.lexicon import Verb
from briefing_app.drafting.values import dataclass
from briefing_app.drafting.vocabulary import GENITIVES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.tokens import Token

Status = Literal["asserted", "denied", "hypothetical", "expected", "past", "infinitive"]
_OBJECT_WITHIN = 6
_ABSOLUTE = 10  # words of ", with the Minister of Defence of Kenya"
_HYPOTHETICAL = frozenset(("would", "could", "might", "may", "should"))
_OPENERS = frozenset(("if", "unless", "should", "were", "had"))


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with what belongs to it.

    Attributes:
        verb: its entry in the lexicon.
        first: first token of the group (its first auxiliary).
        at: the verb itself.
        end: the token after the verb.
        passive: the subject undergoes it.
        joint: it is done "jointly" or "together".
        status: whether it is so.
        obj: the object that it needs, as tokens; empty where it needs none.
    """

    verb: Verb
    first: int
    at: int
    end: int
    passive: bool
    joint: bool
    status: Status
    obj: tuple[int, int]


def groups_in(
    paragraph: Paragraph,
    sentence: tuple[int, int],
    lexicon: Lexicon,
    ends: frozenset[int],
    *,
    bare: bool = False,
) -> tuple[Group, ...]:
    """Return the verbs of commitment in a sentence, in order.

    Args:
        paragraph: where they stand.
        sentence: its first token, and the one after its last.
        lexicon: the knowledge of words.
        ends: tokens at which the name of somebody who can act has just ended.
        bare: a base form at the beginning is a verb whose subject is implied.
    """
    begin, end = sentence
    found: list[Group] = []
    for i in range(begin, end):
        low = paragraph.lows[i]
        if low not in lexicon.verbs and low not in _PAPERS:
            continue
        if nominal := _nominal(paragraph, i, begin, end):
            found.append(nominal)
            continue
        if paragraph.party_at(i) or (i > begin and _is_name(paragraph, i)):
            continue
        if found and found[-1].obj[0] <= i < found[-1].obj[1]:
            continue
        for verb in lexicon.verbs.get(low, ()):
            absolute = verb.form == "ing" and i in ends and _is_after_with(paragraph, i, begin)
            group = _group(paragraph, i, begin, end, verb, bare=bare, absolute=absolute)
            if group and _has_subject(paragraph, group, ends, found, bare=bare):
                found.append(group)
                break
    return tuple(found)


def _has_subject(
    paragraph: Paragraph, group: Group, ends: frozenset[int], found: Sequence[Group], *, bare: bool
) -> bool:
    """Tell whether somebody does it: of "the money promised by" nobody is said to promise."""
    before = paragraph.tokens[group.first - 1].low if group.first else ""
    if group.first in ends or group.at != group.first or before in _JOINING or not before:
        return True
    if group.verb.form in ("base", "s"):
        return bare
    return not found or group.verb.form == "ing"


_JOINING = frozenset(
    ("and", ",", "but", ";", "then", "or", "—", "–", "while", "which", "who", "that", ")", '"', "”", "“", ":")
)
_PAPERS = {
    **dict.fromkeys(("decision", "agreement", "accord", "deal", "understanding", "pact"), "agree"),
    "reaffirmation": "reaffirm",
    "pledge": "pledge",
}


def _nominal(paragraph: Paragraph, i: int, begin: int, end: int) -> Group | None:
    """Return "with a decision to" and "led to agreement on" as the verb that they stand for."""
    tokens = paragraph.tokens
    if tokens[i].low not in _PAPERS or i + 1 >= end or tokens[i + 1].low not in ("to", "on", "that"):
        return None
    at = i - 1 if i > begin and tokens[i - 1].low in ("a", "an") else i
    before = tokens[at - 1].low if at > begin else ""
    if before not in ("with", "in", "to", "produced", "yielded", "announced", "struck") or (
        at == i and before == "with"
    ):
        return None
    return Group(
        Verb(_PAPERS[tokens[i].low], "past", "agreement"),
        i,
        i,
        i + 1,
        passive=False,
        joint=False,
        status="asserted",
        obj=(i, i),
    )


def _is_name(paragraph: Paragraph, i: int) -> bool:
    """Tell whether a word inside a sentence is written as a name."""
    return paragraph.tokens[i].is_capital and paragraph.tokens[i - 1].text not in '"“:'


def _is_after_with(paragraph: Paragraph, i: int, begin: int) -> bool:
    """Tell whether a participle has a subject of its own: ", with Minister X pledging to"."""
    lows = [token.low for token in paragraph.tokens[max(begin, i - _ABSOLUTE) : i]]
    return any(pair == (",", "with") for pair in pairwise(lows))


def _group(
    paragraph: Paragraph, i: int, begin: int, end: int, verb: Verb, *, bare: bool, absolute: bool
) -> Group | None:
    tokens = paragraph.tokens
    obj = _object(tokens, i + 1, end, verb)
    first, words = _auxiliaries(tokens, i, begin)
    lows = {word for word in words if word in AUXILIARIES or word == "to"}
    if obj is None and verb.form == "past" and verb.objects and lows & BE:
        obj = _object_before(tokens, first, begin, verb)
    if obj is None or not (absolute or _is_verb(paragraph, i, begin, verb, lows, bare=bare)):
        return None
    if lows & BE == {"being"}:
        return None  # "the accord being signed in the hall": a picture's words
    joint = "jointly" in words or "together" in words
    # "The two sides are committed to deepening ties": they commit.
    bound = verb.lemma == "commit" and tokens[i + 1 : i + 2] != () and tokens[i + 1].low == "to"
    first -= first == i > begin and verb.force == "willing" and tokens[i - 1].low in _STANDING
    passive = verb.form == "past" and bool(lows & BE) and verb.force != "willing" and not bound
    return Group(verb, first, i, i + 1, passive, joint, _status(paragraph, first, begin, words), obj)


_STANDING = frozenset(("stand", "stands", "stood", "remain", "remains", "remained"))  # "ready"


def _object(tokens: Sequence[Token], i: int, end: int, verb: Verb) -> tuple[int, int] | None:
    """Return where the noun stands that the verb needs; None where it is not there."""
    if not verb.objects:
        return i, i
    for at in range(i, min(i + _OBJECT_WITHIN, end)):
        for words in verb.objects:
            if at > i and (words[0] in PREPOSITIONS or words[0] == "up"):
                continue
            if tuple(token.low for token in tokens[at : at + len(words)]) == words:
                return at, at + len(words)
        part = at + 1 < end and tokens[at + 1].text == "-"  # of "in-depth"
        if not (tokens[at].is_word or tokens[at].text in "-'’\"“”" or tokens[at].low == "'s"):
            return None
        if tokens[at].low in PREPOSITIONS and not part:
            return None
    return None


def _object_before(tokens: Sequence[Token], first: int, begin: int, verb: Verb) -> tuple[int, int] | None:
    """Return the noun of a passive: "agreement was reached", "satisfaction was expressed"."""
    for at in range(first - 1, max(begin, first - 4) - 1, -1):
        if (tokens[at].low,) in verb.objects:
            return at, at + 1
    return None


def _auxiliaries(tokens: Sequence[Token], i: int, begin: int) -> tuple[int, tuple[str, ...]]:
    """Return where the verb's group begins, and the words before the verb in it."""
    first = i
    words: list[str] = []
    while first > begin:
        low = tokens[first - 1].low
        if low == "both" and first - 1 == begin:
            break
        if low in AUXILIARIES or low in NEGATIONS or low in CONTRACTED or low == "to" or is_adverb(low):
            words.insert(0, low)
            first -= 1
        elif low in '"“' and first - 2 >= begin and tokens[first - 2].low == "to":
            first -= 1
        else:
            break
    # What stands before an auxiliary as an adverb may open the clause: "Also, the".
    while first < i and tokens[first].low in ("no", "neither", "nor"):
        first += 1
    return first, tuple(words)


def _is_verb(paragraph: Paragraph, i: int, begin: int, verb: Verb, lows: set[str], *, bare: bool) -> bool:
    """Tell whether the word is a verb here, not a noun or an adjective."""
    before = paragraph.tokens[i - 1].low if i > begin else ""
    party = paragraph.party_at(i - 1) if i > begin else None
    if verb.force == "willing":
        return bool(lows & BE) or before in _STANDING
    if verb.form in ("base", "s") and not lows:
        if bare and (before in ("", "and", ",") or not before[0].isalnum()):
            return before not in GENITIVES
        plain = before in DETERMINERS | PREPOSITIONS or before in _NOT_BEFORE_VERB
        states = paragraph.tokens[i].low == "states" and before in _STATES_OF
        return not plain and not states and not (party and party.word == "demonym")
    if verb.form == "past" and not lows:
        if i - begin > 1 and _is_within_noun(paragraph, i, begin):
            return False
        after = paragraph.tokens[i + 1].low if i + 1 < len(paragraph.tokens) else ""
        if after == "by" and before not in (",", "and"):
            return False
        again = before == "-" and i > begin + 1 and paragraph.tokens[i - 2].low == "re"
        return before not in DETERMINERS - _FLOATING and (again or before not in ("'s", "'", "-"))
    if verb.form == "ing":
        return before in (",", "", "by", "while", "and", ";") or bool(lows & BE)
    return True


def _is_within_noun(paragraph: Paragraph, i: int, begin: int) -> bool:
    """Tell whether a participle belongs to a noun: "its newly agreed plan", "to verify all pledged units"."""
    before, farther = paragraph.tokens[i - 1].low, paragraph.tokens[i - 2].low
    if is_adverb(before) and farther in DETERMINERS - _FLOATING:
        return True
    infinitive = i - begin > len(("to", "verify")) and paragraph.tokens[i - 3].low == "to"
    governed = farther in PREPOSITIONS or (infinitive and not paragraph.party_at(i - 2))
    return before in _FLOATING and governed


_FLOATING = frozenset(("each", "all", "both"))
_STATES_OF = word_set("member two three four five six seven eight nine ten all both these coastal littoral")
_NOT_BEFORE_VERB = frozenset(
    (
        "'s",
        "'",
        "-",
        "",
        "and",
        "joint",
        "further",
        "mutual",
        "new",
        "first",
        "policy",
        "annual",
        "defence",
        "defense",
    )
)


def _status(paragraph: Paragraph, first: int, begin: int, words: tuple[str, ...]) -> Status:
    held = set(words)
    before = [token.low for token in paragraph.tokens[begin:first]]
    if (
        held & NEGATIONS
        or held & CONTRACTED
        or "no" in before[:1]
        or before[-2:-1] == ["no"]
        or "nor" in before[-3:]
        or _DENYING & set(before)
        or _is_called_false(paragraph, first, before)
    ):
        return "denied"
    if held & _HYPOTHETICAL or _is_conditional(before) or _CLAIMING & set(before):
        return "hypothetical"
    if "to" in held:
        return "infinitive"
    if held & MODALS or ("be" in held and not held & {"to"}):
        return "expected"
    if before[-1:] == ["last"]:
        return "past"
    return "past" if "had" in held and not _REPORTING & set(before) else "asserted"


def _is_called_false(paragraph: Paragraph, first: int, before: Sequence[str]) -> bool:
    """Tell whether a sentence denies what it tells: "Reports that A will withdraw are false"."""
    if "that" not in before or not _TOLD & set(before[:3]):
        return False
    after = [token.low for token in paragraph.tokens[first : first + _FAR]]
    after = after[: after.index(".")] if "." in after else after
    return any(low in BE and _FALSE & set(after[n + 1 : n + 4]) for n, low in enumerate(after))


def _is_conditional(before: Sequence[str]) -> bool:
    """Tell whether a clause begins with a condition: "if", "should the invitation", "were it to be cut"."""
    opened = any(
        low in _OPENERS and (n == 0 or before[n - 1] in (",", "—", "–")) for n, low in enumerate(before)
    )
    return opened or "if" in before or "unless" in before


_FAR = 40  # words to the end of a sentence
_TOLD = frozenset(
    ("report", "reports", "claim", "claims", "rumour", "rumours", "rumor", "rumors", "suggestions")
)
_FALSE = frozenset(
    ("false", "untrue", "wrong", "baseless", "unfounded", "incorrect", "inaccurate", "fabricated")
)
_CLAIMING = frozenset(("claim", "claims", "claimed", "alleged", "alleges"))
_DENYING = frozenset(
    ("denied", "denying", "denies", "dismissed", "dismissing", "untrue", "false", "unfounded")
)
_REPORTING = word_set(
    "said added says announced noted reported stated saying told confirmed disclosed declared revealed "
    "explained"
)
