"""What the words around names say that their bearers did: attended, met, acted, spoke, or stayed away."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import AUXILIARIES, BE, MODALS, PREPOSITIONS, is_adverb
from briefing_app.drafting.hours import is_spent_on
from briefing_app.drafting.scene import Act, Scene
from briefing_app.drafting.stand_ins import stood_in_from
from briefing_app.drafting.tense import is_reached
from briefing_app.drafting.values import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.vocabulary import Vocabulary

_REACH = 16
_SUBORDINATE = frozenset(("that", "which", "when", "where", "because", "after", "before", "while"))
_ARTICLES = frozenset(("the", "a", "his", "her", "their", "its", "both", ","))
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WHEN = frozenset((*_DAYS, "today", "yesterday", "here"))
_OBJECT_OF = frozenset(
    (
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
    )
)
_GERUNDS = frozenset(("meeting", "hosting", "receiving", "welcoming"))
_AFTER_IT = frozenset(("after", "following", "upon", "on", "when"))
_WITH = frozenset(("with", "to", "from", "between", "alongside"))
_OFFICE = 6
_OBSERVING = frozenset(("observing", "observer", "observers", "guest", "guests"))
_PEERS = frozenset(("counterpart", "counterparts", "colleague", "colleagues", "allies"))
_INSIDE = frozenset(("of", "the", "two", "three", "both", "their", "observers", "officials", "envoys"))
_OWN_PEERS = (["his"], ["her"], ["their"], ["its"])
_WORDS = 7  # after a verb
_AGENTS = frozenset(("forward", "tabled", "briefed", "presented", "and", "joined", "read", "delivered"))


def act_of(scene: Scene) -> Act | None:
    """Return what a sentence says of the names; None where it says nothing of them."""
    stood_in_for = stood_in_from(scene.tokens, scene.group)
    if stood_in_for >= 0:
        return Act("absent", stood_in_for, scene.group.end)
    found = _as_subject(scene)
    if (found is None or found.kind in ("spoke", "committed")) and _met_with(scene):
        return Act("met", scene.group.first, scene.following)
    if found and found.kind not in ("absent", "future") and _is_governed(scene):
        found = None
    if found is None or found.kind not in ("attended", "absent", "future", "met"):
        done_to = _as_object(scene)
        # "agreed to buy radars, Minister X said": what is to come is no act of the one who tells it.
        ahead = found and done_to and done_to.kind == "future"
        apart = ahead and scene.tokens[scene.group.first - 1].text == ","
        found = (None if apart else done_to) or _as_listed(scene) or found
    return replace(found, observing=True) if found and _observe(scene) else found


def _observe(scene: Scene) -> bool:
    """Tell whether the words between semicolons call the names observers or guests."""
    begin, end = scene.group.sentence
    tokens = scene.tokens
    left = max((i for i in range(begin, scene.group.first) if tokens[i].text == ";"), default=begin)
    right = min((i for i in range(scene.group.end, end) if tokens[i].text == ";"), default=end)
    for i in range(left, right):
        if tokens[i].low not in _OBSERVING:
            continue
        called = scene.lows(i - 2, i) in ([",", "an"], [",", "a"]) or "as" in scene.lows(i - 3, i)
        called = called or scene.lows(i + 1, i + 2) == ["from"]
        if tokens[i].low == "observing" or called:
            return True
    return False


def _met_with(scene: Scene) -> bool:
    """Tell whether these met the next names: "X said after talks with Y", "X's call with Y"."""
    lows = scene.lows(scene.group.end, scene.following)
    if lows[:1] == ["'s"] and "with" in lows[-3:] and scene.any_of(lows[1:4], "talks"):
        return scene.following < scene.group.sentence[1]
    after_it = any(low in _AFTER_IT and verb in _GERUNDS for low, verb in pairwise(lows[-4:]))
    if after_it and scene.following < scene.group.sentence[1]:
        return True
    if (
        scene.following >= scene.group.sentence[1]
        or "with" not in lows[-3:]
        or any(low in MODALS for low in lows)
    ):
        return False
    talks = [n for n, low in enumerate(lows) if scene.has(low, "talks")]
    return any({"after", "following", "during", "in"} & set(lows[max(0, n - 6) : n]) for n in talks)


def _is_governed(scene: Scene) -> bool:
    """Tell whether the names are the object of something, so that the next verb is not theirs."""
    before = scene.lows(scene.group.first - 1, scene.group.first)
    if not before or not (before[0] in PREPOSITIONS or scene.has(before[0], "meets")):
        return False
    after = [low for low in scene.lows(scene.group.end, scene.group.end + 3) if low != ","]
    return not (after and (after[0] in ("who", "in", "as") or after[0].endswith("ing")))


# ------------------------------------------------------------------------------------- as subject


def _as_subject(scene: Scene) -> Act | None:
    """Return what the names are the subject of."""
    group, tokens = scene.group, scene.tokens
    stop = _clause_end(scene)
    ahead = False
    for i in range(group.end, stop):
        low = tokens[i].low
        if tokens[i].text in ";:" or (low in _SUBORDINATE and i > group.end):
            break
        if tokens[i].is_capital and i > group.end:
            continue  # "of the Joint States Command": no verb
        if scene.vocabulary.absences.at(tokens, i):
            return Act("absent", group.first, i + 2)
        ahead = (
            ahead or low in MODALS or scene.has(low, "awaited") or (low == "to" and tokens[i - 1].low in BE)
        )
        if _is_said_before(scene, i):
            return None
        found = _verb_at(scene, i)
        if found and found.observing and low == "invited":
            return found
        if (
            found is None
            and low not in AUXILIARIES
            and low in scene.vocabulary.lexicon.verbs
            and not scene.has(low, "awaited")
        ):
            found = Act("spoke", group.first, i + 1)
        if found:
            return Act("future", group.first, i + 1) if ahead else found
    if ahead:
        return Act("future", group.first, stop)
    at = group.end + (group.end < stop and tokens[group.end].text == ",")
    plain = at < stop and (scene.vocabulary.is_verb(tokens[at].low) or tokens[at].low.endswith("ed"))
    return Act("spoke", group.first, group.end + 1) if plain else None


def _clause_end(scene: Scene) -> int:
    """Return how far the verb of the names may stand; words of an office between them do not count."""
    left = _REACH
    i = scene.group.end
    while i < scene.following and left:
        token = scene.tokens[i]
        left -= not (token.is_capital or token.text in "()" or token.low in ("of", "the", "and"))
        i += 1
    return i


def _is_said_before(scene: Scene, i: int) -> bool:
    """Tell whether something was said at another time: "X, who was in Riga, has said that"."""
    before = [low for low in scene.lows(i - 2, i) if not is_adverb(low)][-1:]
    return (
        before in (["has"], ["have"])
        and scene.has(scene.tokens[i].low, "speaks")
        and not scene.has(scene.tokens[i].low, "commits")
    )


def _verb_at(scene: Scene, i: int) -> Act | None:
    """Return the act that the verb at token `i` is of those before it."""
    low = scene.tokens[i].low
    after = scene.lows(i + 1, i + 8)
    first = scene.group.first
    if low == "invited" and after[:2] in (["as", "a"], ["as", "an"], ["as", "observer"], ["as", "guest"]):
        return Act("attended", first, i + 3, observing=True)
    if low in BE and after[:2] in (["part", "of"], ["members", "of"]) and scene.any_of(after, "teams"):
        return Act("attended", first, i + 3)  # "were part of the Indian delegation"
    if low in BE and scene.any_of([*after[:4], "to"][: [*after[:4], "to"].index("to")], "presences"):
        return Act("attended", first, i + 3, leading=bool({"host", "hosts", "chair"} & set(after)))
    if low == "in" and after[:2] == ["the", "chair"]:
        return Act("attended", first, i + 3, leading=True)
    taken = low in ("took", "takes", "taking") and after[:1] == ["part"]
    if low in ("briefed", "told", "informed", "assured") and _PEERS & set(after[:4]):
        # Whom one meets elsewhere too: "briefed his counterparts from A and B".
        return Act("committed" if scene.paragraph.number > 1 else "attended", first, i + 1)
    back = low in ("returned", "come", "came") and "from" in after[:2] and scene.any_of(after[:4], "talks")
    if taken or back or (low == "dropped" and after[:1] == ["in"]):
        return Act("attended", first, i + 2)
    return _attending(scene, i, after) or _meeting(scene, i, after) or _speaking(scene, i, after)


def _attending(scene: Scene, i: int, after: Sequence[str]) -> Act | None:
    low = scene.tokens[i].low
    first = scene.group.first
    if scene.has(low, "wholes") and not any(
        scene.any_of(after[:6], name) for name in ("talks", "meetings", "rooms")
    ):
        return Act("spoke", first, i + 1)
    is_so = low in ("leads", "heads", "chairs") and scene.tokens[i - 1].low == "who"  # "who leads the team"
    meal = low in ("hosted", "hosts") and scene.any_of(after[:4], "meals")
    if is_so or meal or not scene.has(low, "attends"):
        return None
    joined = after[:1] == ["by"] and scene.has(low, "escorts")
    if joined and scene.tokens[i - 1].low in BE:
        return Act("attended", first, i + 2, leading=True)
    # "was attending a funeral", and "was attended by", which is no act of the subject's.
    if scene.tokens[i - 1].low in BE and (low == "attending" or after[:1] == ["by"]):
        return None
    return Act("attended", first, i + 1, leading=scene.has(low, "leading"), observing=low == "observed")


def _meeting(scene: Scene, i: int, after: Sequence[str]) -> Act | None:
    low = scene.tokens[i].low
    if (low == "paid" and "visit" in after[:4]) or (
        len(scene.group.members) > 1 and is_spent_on(scene.tokens, i, scene.group.sentence[1])
    ):
        return Act("met", scene.group.first, i + 1)
    after = _after_place(scene, i + 1) or after
    named = i < scene.following <= i + 6 and scene.following < scene.group.sentence[1]
    thing = low == "welcomed" and after[:1] == ["the"] and not named
    if not scene.has(low, "meets") or scene.any_of(after[:4], "meals") or thing:
        return None
    joint = named or low in ("met", "meets") or scene.any_of(after, "partners")
    return Act("met", scene.group.first, i + 1) if joint else None


def _after_place(scene: Scene, i: int) -> list[str]:
    """Return the words after a place before whom one meets: "received in the Red Hall her peer".

    Args:
        scene: where it stands.
        i: the token after the verb.
    """
    tokens = scene.tokens
    if scene.lows(i, i + 1) not in (["in"], ["at"]):
        return []
    at = i + 1 + (scene.lows(i + 1, i + 2) == ["the"])
    begin = at
    while at < scene.group.sentence[1] and (tokens[at].is_capital or (at > begin and tokens[at].low == "of")):
        at += 1
    return scene.lows(at, at + _WORDS) if begin < at and scene.lows(at, at + 1) in _OWN_PEERS else []


def _speaking(scene: Scene, i: int, after: Sequence[str]) -> Act | None:
    low = scene.tokens[i].low
    first = scene.group.first
    if scene.has(low, "comes"):
        return Act("committed", first, i + 1)
    speaker = low in ("speaks", "negotiates") and after[:1] == ["for"] and scene.any_of(after, "talks")
    if speaker or (low == "said" and after[:3] == ["from", "the", "floor"]):
        return Act("attended", first, i + 1)
    if low in ("told", "informed", "briefed", "assured", "reported") and scene.any_of(after[:4], "rooms"):
        return Act("attended", first, i + 1)
    if scene.has(low, "speaks"):
        return Act("committed" if scene.has(low, "commits") else "spoke", first, i + 1)
    return None


# -------------------------------------------------------------------------------------- as object


def _as_object(scene: Scene) -> Act | None:
    """Return what was done by or with the names."""
    tokens, end = scene.tokens, scene.group.end
    begin = scene.group.sentence[0]
    at = scene.group.first - 1
    while at > begin and tokens[at].low in _ARTICLES:
        at -= 1
    while at > begin + 1 and (
        tokens[at].low in _WHEN or is_adverb(tokens[at].low) or tokens[at + 1].low in _WHEN
    ):
        at -= 1
    if at < begin:
        return None
    received = _received_as_peers(scene, at)
    if received:
        return Act("met", received, end)
    at = _before_apposition(scene, at)
    before = scene.lows(at - 10, at)
    if any(low in MODALS or scene.has(low, "awaited") for low in before[-6:]) or _is_to(before[-2:]):
        return Act("future", at, end)
    low = tokens[at].low
    if low in _OBJECT_OF or (low in _GERUNDS and before[-1:] and before[-1] in _AFTER_IT):
        return Act("met", at, end)
    if low == "sent" or (low in ("brought", "brings") and tokens[at + 1].low == "together"):
        return Act("attended", at, end)
    if low in ("said", "says", "added", "warned"):
        return Act("spoke", at, end)
    if low in ("told", "assured", "thanked", "informed"):
        return Act("addressed", at, end)
    return _after_preposition(scene, at, before)


def _received_as_peers(scene: Scene, at: int) -> int:
    """Return where "received in the Red Hall her peers, X and Y" has its verb; 0 where it has none.

    Args:
        scene: the names and their sentence.
        at: the token before the names and whose they are.
    """
    if not scene.any_of(scene.lows(scene.group.first, scene.group.end), "counterparts"):
        return 0
    verbs = range(at - 1, max(scene.group.sentence[0], at - _REACH), -1)
    found = (i for i in verbs if scene.tokens[i].low in _OBJECT_OF and _after_place(scene, i + 1))
    return next((i for i in found if scene.tokens[i - 1].low not in MODALS), 0)


def _is_to(lows: Sequence[str]) -> bool:
    """Tell whether words are of an act to come: "to host", not "from 12 to 14 June"."""
    return "to" in lows and not lows[-1][:1].isdigit()


def _before_apposition(scene: Scene, at: int) -> int:
    """Return the token before an office that the names explain: "by the heads of delegation, X and Y"."""
    tokens = scene.tokens
    if tokens[at + 1].text != ",":
        return at
    i = at
    while i > max(scene.group.sentence[0], at - _OFFICE) and (
        tokens[i].low in scene.vocabulary.role_words
        or tokens[i].low in _INSIDE
        or scene.has(tokens[i].low, "teams")
    ):
        i -= 1
    return i if i < at and tokens[i].low in ("by", "with", "through", "sent") else at


def _after_preposition(scene: Scene, at: int, before: Sequence[str]) -> Act | None:
    """Return what was done by, with or in place of the names."""
    low, end = scene.tokens[at].low, scene.group.end
    visit = "visit" in scene.lows(0, at) or {"visit", "talks"} <= set(
        scene.lows(end, scene.group.sentence[1])
    )
    if low == "of" and before[-1:] == ["invitation"] and visit:
        return Act("met", at - 1, end)
    if low == "of" and tuple(before[-3:]) == ("in", "the", "person"):
        return Act("attended", at - 3, end)
    if low == "of" and before[-1:] and before[-1] in ("place", "behalf", "instead"):
        return Act("absent", at - 1, end)
    if low == "of" and len(scene.group.members) > 1 and scene.any_of(before[-1:], "talks"):
        return Act("met", at - 1, end)
    begin = scene.group.sentence[0]
    toured = "toured" in scene.lows(begin, at)  # "toured a yard, where they were briefed by X"
    if low == "by" and (toured or any(is_reached(scene.tokens, i) for i in range(begin + 1, at))):
        return None  # "the truce reached by A and B, brokered by X"
    if low in ("by", "through"):
        before = _without_aside(before)
        done = scene.any_of(before[-5:], "attends") or any(word in _AGENTS for word in before[-5:])
        done = done or (low == "through" and "part" in before)
        return Act("attended", at - 1, end, leading=scene.any_of(before, "leading")) if done else None
    if low in _WITH or (low in ("and", "of") and "between" in before):
        far = scene.lows(at - 14, at)
        if scene.any_of(far, "talks") or any(scene.has(word, "meets") and word != "called" for word in far):
            return Act("met", at, end)
    return None


def _without_aside(before: Sequence[str]) -> Sequence[str]:
    """Return words without what commas shut off at their end: "was represented, also as a guest, by"."""
    if before[-1:] != [","] or "," not in before[:-1]:
        return before
    return before[: len(before) - 2 - list(before[-2::-1]).index(",")]


def _as_listed(scene: Scene) -> Act | None:
    """Return the act where words before the names open a list of those who took part."""
    tokens, group = scene.tokens, scene.group
    begin = group.sentence[0]
    for i in range(begin, group.first):
        near = scene.lows(i + 1, min(i + 8, group.first))
        held = scene.has(tokens[i].low, "teams") and scene.any_of(near, "holdings")
        there = scene.has(tokens[i].low, "thereabouts") and ("were" in near or "was" in near)
        if held or there or scene.names_side(i):
            return Act("listed", i, group.end)
    for i in range(group.first - 1, begin - 1, -1):
        apart = tokens[i].low == "between" and not scene.any_of(scene.lows(i - 4, i), "talks")
        toured = tokens[i].low == "briefed" and "toured" in scene.lows(begin, i)
        if scene.vocabulary.openers.at(tokens, i) and not (apart or toured):
            early = scene.lows(i - 3, i)
            ahead = any(low in MODALS or scene.has(low, "awaited") for low in early)
            return Act("future" if ahead else "listed", i, group.end)
    return None


def opens_list(paragraph: Paragraph, vocabulary: Vocabulary) -> bool:
    """Tell whether a paragraph ends in a colon after words for those who took part."""
    tokens = paragraph.tokens
    if tokens[-1].text != ":" or any(token.low in MODALS for token in tokens):
        return False
    named = any(
        token.low in vocabulary.lexicon.lists["teams"] or token.low in ("attended", "present")
        for token in tokens
    )
    return named or any(vocabulary.openers.at(tokens, i) for i in range(len(tokens)))
