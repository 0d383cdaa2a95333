"""What the words around names say that their bearers did: attended, met, acted, spoke, or stayed away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefing_app.drafting.grammar import AUXILIARIES, BE, MODALS, PREPOSITIONS, is_adverb

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.vocabulary import Vocabulary
    from briefing_app.drafting.roster import Group
    from briefing_app.drafting.tokens import Token

Kind = Literal["attended", "listed", "met", "committed", "addressed", "spoke", "absent", "future"]
_REACH = 16
_AHEAD = frozenset("due expected scheduled set slated poised invited likely".split())
_PRESENT = frozenset(
    "present there among host hosts hostess chair line attendance moderator mediator".split()
)
_LEADING = frozenset(
    "led leads leading headed heads heading chaired chairs hosted hosts co-chaired presided".split()
)
_PEOPLE = frozenset(
    (
        "with",
        "counterpart",
        "counterparts",
        "colleague",
        "talks",
        "each",
        "meeting",
        "conversation",
        "call",
        "conference",
    )
)
_ROOM = frozenset(
    "session meeting colleagues counterpart counterparts ministers delegates delegations committee council chiefs conference participants hosts host "
    "allies members them forum plenary guests him her".split()
)
_WHEN = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday here".split())
_WHOLE = frozenset("opened closed inaugurated followed addressed supervised convened".split())
_TABLE = frozenset(("dinner", "lunch", "banquet", "reception", "breakfast"))
_PRESENCE = frozenset(("present", "attending", "participating", "attendance", "hand", "part", "there"))
_TEAMS = frozenset(
    ("delegation", "delegations", "team", "side", "panel", "party", "participants", "attendees")
)
_HOLDING = frozenset(
    ("includes", "included", "comprises", "comprised", "comprising", "including", "consisted", "consists")
)
_ABSENT = (
    ("could", "not"), ("was", "unable"), ("were", "unable"), ("did", "not", "attend"), ("did", "not", "come"), ("did", "not", "travel"), ("was", "absent"),
    ("stayed", "away"), ("cancelled", "his"), ("cancelled", "her"), ("canceled", "his"), ("canceled", "her"), ("sent", "his"), ("sent", "her"), ("sent", "a"),
    ("was", "represented", "by"), ("sent", "apologies"), ("missed", "the"), ("skipped", "the"), ("pulled", "out"), ("withdrew", "from"), ("was", "not", "present"),
    ("sent", "an"), ("had", "been", "due"), ("had", "been", "expected"), ("was", "to", "have"), ("were", "to", "have"), ("did", "not", "take", "part"), ("was", "replaced"),
)  # fmt: skip
_OPENERS = (
    ("taking", "part"), ("took", "part"), ("in", "attendance", "were"), ("comprised",), ("comprising",), ("consisted", "of"), ("consisting", "of"), ("present", "were"),
    ("present", "was"), ("made", "up", "of"), ("chairmanship", "of"), ("participation", "of"), ("presence", "of"), ("attendance", "of"), ("participants", "were"),
    ("done", "at"), ("signed", "by"), ("participants", ":"), ("represented", ":"), ("delegation", "included"), ("delegations", "included"), ("participants", "included"),
    ("attendees", "included"), ("side", "included"), ("those", "present", "included"), ("attended", "by"), ("leadership", "of"), ("joined", "by"), ("in", "attendance", "was"),
    ("signatories", "were"), ("signed", "for"), ("team", "included"), ("accompanied", "by"), ("attending", "were"), ("chairship", "of"), ("led", "by"), ("co-chairs", "were"),
    ("chair", "were"), ("hosts", "were"), ("hostess", "was"), ("host", "was"), ("represented", "by"), ("headed", "by"), ("chaired", "by"), ("speakers", "were"),
    ("briefing", "from"), ("briefed", "by"), ("presented", "by"), ("was", "chaired"), ("joint", "chairmanship"), ("between",),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """What a sentence says of the names in a list.

    Attributes:
        kind: what they did.
        first: first token of the words that say it.
        end: the token after them.
        leading: they led or hosted.
        observing: they were there as observers or guests.
    """

    kind: Kind
    first: int
    end: int
    leading: bool = False
    observing: bool = False


def act_of(group: Group, following: int, paragraph: Paragraph, vocabulary: Vocabulary) -> Act | None:
    """Return what a sentence says of the names of a group; None where it says nothing of them.

    Args:
        group: the names.
        following: first token of the next group in the sentence, or the sentence's end.
        paragraph: where they stand.
        vocabulary: the words to go by.
    """
    found = _as_subject(group, following, paragraph, vocabulary)
    if (found is None or found.kind in ("spoke", "committed")) and _met_with(
        group, following, paragraph, vocabulary
    ):
        return Act("met", group.first, following)
    if found and _is_governed(group, paragraph, vocabulary):
        found = (
            found
            if found.kind in ("absent", "future") or found.end - group.end < 0 or _is_own(group, paragraph)
            else None
        )
    if found and found.kind in ("attended", "absent", "future", "met"):
        return _observed(found, group, paragraph)
    other = _as_object(group, paragraph, vocabulary) or _as_listed(group, paragraph)
    return _observed(other or found, group, paragraph)


def _met_with(group: Group, following: int, paragraph: Paragraph, vocabulary: Vocabulary) -> bool:
    """Tell whether the next names are those whom these met: "X said after talks with Y"."""
    if following >= group.sentence[1]:
        return False
    lows = [token.low for token in paragraph.tokens[group.end : following]]
    if "with" not in lows[-3:] or any(low in MODALS for low in lows):
        return False
    talks = [n for n, low in enumerate(lows) if low in vocabulary.lexicon.lists["talks"]]
    return any(set(lows[max(0, n - 6) : n]) & {"after", "following", "during", "in"} for n in talks)


def _is_governed(group: Group, paragraph: Paragraph, vocabulary: Vocabulary) -> bool:
    """Tell whether the names are the object of something, so that the next verb is not theirs."""
    at = group.first - 1
    if at < group.sentence[0]:
        return False
    low = paragraph.tokens[at].low
    return low in PREPOSITIONS or low in vocabulary.lexicon.lists["meets"]


def _is_own(group: Group, paragraph: Paragraph) -> bool:
    """Tell whether a relative or a participle makes the names a subject all the same."""
    lows = [token.low for token in paragraph.tokens[group.end : group.end + 3] if token.text != ","]
    return bool(lows) and (lows[0] in ("who", "in", "as") or lows[0].endswith("ing"))


def _observed(act: Act | None, group: Group, paragraph: Paragraph) -> Act | None:
    """Return the act, marked where the words call them observers or guests."""
    if act is None:
        return None
    begin, end = group.sentence
    tokens = paragraph.tokens
    left = max([i for i in range(begin, group.first) if tokens[i].text == ";"], default=begin)
    right = min([i for i in range(group.end, end) if tokens[i].text == ";"], default=end)
    for i in range(left, right):
        if tokens[i].low in ("observer", "observers", "guest", "guests", "observing") and (
            tokens[i].low == "observing" or any(token.low == "as" for token in tokens[max(0, i - 3) : i])
        ):
            return Act(act.kind, act.first, act.end, act.leading, observing=True)
    return act


# ------------------------------------------------------------------------------------- as subject


def _as_subject(group: Group, following: int, paragraph: Paragraph, vocabulary: Vocabulary) -> Act | None:
    """Return what the names are the subject of."""
    tokens = paragraph.tokens
    lists = vocabulary.lexicon.lists
    stop = min(following, group.end + _REACH)
    ahead = False
    for i in range(group.end, stop):
        token = tokens[i]
        low = token.low
        if token.text in ";:":
            break
        if any(tuple(t.low for t in tokens[i : i + len(words)]) == words for words in _ABSENT):
            return Act("absent", group.first, i + 2)
        if low in MODALS or low in _AHEAD or (low == "to" and i and tokens[i - 1].low in BE):
            ahead = True
        if low in ("that", "which", "when", "where", "because", "after", "before") and i > group.end:
            break
        found = _verb_at(tokens, i, group, lists, following)
        if found:
            return Act("future", group.first, i + 1) if ahead else found
        if low in vocabulary.lexicon.verbs and low not in ("meeting", "set"):
            return Act("future" if ahead else "spoke", group.first, i + 1)
    if ahead:
        return Act("future", group.first, stop)
    at = group.end + (group.end < stop and tokens[group.end].text == ",")
    plain = at < stop and (vocabulary.is_verb(tokens[at].low) or tokens[at].low.endswith("ed"))
    return Act("spoke", group.first, group.end + 1) if plain else None


def _verb_at(
    tokens: Sequence[Token], i: int, group: Group, words: Mapping[str, frozenset[str]], following: int
) -> Act | None:
    low = tokens[i].low
    after = [token.low for token in tokens[i + 1 : i + 8]]
    if low in ("took", "takes", "taking") and "part" in after[:1]:
        return Act("attended", group.first, i + 2)
    if low in BE and any(word in _PRESENT for word in after[:4]):
        return Act(
            "attended", group.first, i + 3, leading="host" in after or "hosts" in after or "chair" in after
        )
    if low == "in" and after[:2] == ["the", "chair"]:
        return Act("attended", group.first, i + 3, leading=True)
    table = low in ("hosted", "hosts") and any(word in _TABLE for word in after[:4])
    after_it = frozenset(after[:6])
    if low in _WHOLE and not after_it & (
        words["talks"] | words["meetings"] | _ROOM | {"line", "proceedings", "ceremony"}
    ):
        return Act("spoke", group.first, i + 1)
    if low == "paid" and "visit" in after[:4]:
        return Act("met", group.first, i + 1)
    busy = low == "attending" and tokens[i - 1].low in BE
    if low in words["attends"] and not ((tokens[i - 1].low in BE and after[:1] == ["by"]) or table or busy):
        return Act("attended", group.first, i + 1, leading=low in _LEADING)
    if low in words["comes"]:
        return Act("committed", group.first, i + 1)
    if low in words["meets"]:
        joint = (
            any(word in _PEOPLE for word in after)
            or low in ("met", "meets")
            or i < following <= i + 6 < group.sentence[1]
        )
        joint = joint and not (table or (low == "welcomed" and after[:1] == ["the"]))
        return Act("met", group.first, i + 1) if joint else None
    if low in words["speaks"]:
        if low in ("told", "informed", "briefed", "assured") and any(word in _ROOM for word in after[:3]):
            return Act("attended", group.first, i + 1)
        firm = low in words["commits"]
        return Act("committed" if firm else "spoke", group.first, i + 1)
    return None


# -------------------------------------------------------------------------------------- as object


def _as_object(group: Group, paragraph: Paragraph, vocabulary: Vocabulary) -> Act | None:
    """Return what was done by or with the names."""
    tokens = paragraph.tokens
    begin = group.sentence[0]
    at = group.first - 1
    while at > begin and (
        tokens[at].low in ("the", "a", "his", "her", "their", "its", "both") or tokens[at].text == ","
    ):
        at -= 1
    while at > begin + 1 and (
        tokens[at].low in _WHEN
        or is_adverb(tokens[at].low)
        or (tokens[at].low == "on" and tokens[at + 1].low in _WHEN)
    ):
        at -= 1
    if at < begin:
        return None
    lists = vocabulary.lexicon.lists
    low = tokens[at].low
    before = [token.low for token in tokens[max(begin, at - 8) : at]]
    if any(word in MODALS or word in _AHEAD for word in before[-6:]) or "to" in before[-2:]:
        return Act("future", at, group.end)
    if low == "of" and before[-1:] == ["invitation"] and "visit" in [token.low for token in tokens[begin:at]]:
        return Act("met", at - 1, group.end)
    if low == "of" and before[-1:] and before[-1] in ("place", "behalf", "instead"):
        return Act("absent", at - 1, group.end)
    if low == "by":
        return (
            Act("attended", at - 1, group.end, leading=any(word in _LEADING for word in before))
            if any(
                word in lists["attends"]
                or word in ("briefed", "presented", "and", "joined", "read", "delivered")
                for word in before[-5:]
            )
            else None
        )
    if low in (
        "met",
        "meet",
        "hosted",
        "received",
        "welcomed",
        "joined",
        "hosting",
        "receiving",
        "welcoming",
        "joining",
        "meeting",
        "sent",
    ):
        return Act("met" if low != "sent" else "attended", at, group.end)
    if low in ("with", "to", "from", "between", "alongside") or (
        low in ("and", "of") and "between" in before
    ):
        far = [token.low for token in tokens[max(begin, at - 14) : at]]
        if any(word in lists["talks"] or (word in lists["meets"] and word != "called") for word in far):
            return Act("met", at, group.end)
    if low in ("said", "says", "added", "warned"):
        return Act("spoke", at, group.end)
    if low in ("told", "assured", "thanked", "informed"):
        return Act("addressed", at, group.end)
    return None


def _as_listed(group: Group, paragraph: Paragraph) -> Act | None:
    """Return the act where words before the names open a list of those who took part."""
    tokens = paragraph.tokens
    begin = group.sentence[0]
    for i in range(begin, group.first):
        near = [token.low for token in tokens[i + 1 : min(i + 8, group.first)]]
        if tokens[i].low in _TEAMS and any(low in _HOLDING for low in near):
            return Act("listed", i, group.end)
        if tokens[i].low in _PRESENCE and any(
            token.low in ("were", "was") for token in tokens[i + 1 : min(i + 8, group.first)]
        ):
            return Act("listed", i, group.end)
    for i in range(group.first - 1, begin - 1, -1):
        for words in _OPENERS:
            if tuple(token.low for token in tokens[i : i + len(words)]) == words:
                early = [token.low for token in tokens[max(begin, i - 3) : i]]
                if any(low in MODALS or low in _AHEAD for low in early):
                    return Act("future", i, group.end)
                return Act("listed", i, group.end)
    return None


def opens_list(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph ends in a colon after words for those who took part."""
    tokens = paragraph.tokens
    if not tokens or tokens[-1].text != ":":
        return False
    lows = [token.low for token in tokens]
    named = any(
        low in ("participants", "attendees", "delegation", "delegations", "attended", "present")
        for low in lows
    )
    future = any(low in MODALS or low in AUXILIARIES & {"will"} for low in lows)
    openers = any(tuple(lows[i : i + len(words)]) == words for words in _OPENERS for i in range(len(lows)))
    return (named or openers) and not future
