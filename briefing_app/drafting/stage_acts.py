"""What is done with a stage of the transfer: held, verified, put off, planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefing_app.drafting.grammar import AUXILIARIES, BE, DETERMINERS
from briefing_app.drafting.stage_modes import Verbs, is_bare, is_past_form, scheduled
from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing_app.drafting.stage_modes import Mode
    from briefing_app.drafting.tokens import Token

ActKind = Literal["verify", "assess", "rehearse", "perform", "begin", "delay", "advance", "schedule", "miss"]
_PARTICLE, _OBJECT, _REACH = 14, 10, 8
_PARTICLE_STOPS = frozenset((".", ";", ",", "to", "from", "until", "till"))
_CLOSED = frozenset(("to a close", "to an end", "to a conclusion"))
_GOING = frozenset(("go", "goes", "went", "gone", "going"))
_TAKING = frozenset(("take", "takes", "took", "taking", "taken"))
ACCEPTING = frozenset(("approved", "endorsed", "accepted", "adopted", "signed"))
_RESULTS = frozenset(("result", "results", "outcome", "completion"))
_UNTIL = frozenset(("to", "until", "till", "into"))
_KINDS: tuple[tuple[str, ActKind], ...] = (
    ("opcon_delay", "delay"),
    ("opcon_transfer_verbs", "perform"),
    ("opcon_begun", "begin"),
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
        first: the first token of its auxiliaries, or of the verb that it depends on.
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
    return tuple(_acts(Verbs(tokens, sentence, lists)))


def _acts(verbs: Verbs) -> Iterator[Act]:
    for i in range(*verbs.sentence):
        noun = _nominal(verbs, i)
        if noun:
            yield noun
            continue
        kind = _kind(verbs, i)
        first, words = verbs.group_before(i)
        if kind and _is_verb(verbs, i, words, kind):
            yield _act(verbs, i, first, words, kind)


def _act(verbs: Verbs, i: int, first: int, words: tuple[str, ...], kind: ActKind) -> Act:
    low = verbs.tokens[i].low
    mode, planner = verbs.mode(i, first, words)
    after = [token.low for token in verbs.tokens[i + 1 : min(verbs.sentence[1], i + _PARTICLE)]]
    if mode == "denied" and {"will", "would"} & set(words) and _is_put_off(after):
        kind, mode = "delay", "planned"  # "will not be held until May"
    if kind == "schedule":
        mode = scheduled(words, mode)
    elif kind not in ("delay", "advance") and mode == "done" and words and words[-1] in ("is", "are"):
        mode = "none"  # "once FOC is verified"
    after_to = words[max((n for n, word in enumerate(words) if word == "to"), default=0) :]
    scheduling = kind == "schedule" and not _has_date(verbs, after)
    intransitive = verbs.has(low, "opcon_intransitive") or low in _GOING
    passive = (kind == "schedule" and not scheduling) or bool(BE & set(after_to) and not low.endswith("ing"))
    if planner and verbs.low_before(first) == planner:
        first = verbs.group_before(first - 1)[0]  # "was supposed to be held" is one verb
    return Act(
        first,
        i,
        i + 1,
        kind,
        mode,
        passive=passive or intransitive,
        participle=not words and not intransitive and not scheduling,
        nominal=False,
        word=low,
        planner=planner,
    )


def _is_put_off(after: Sequence[str]) -> bool:
    """Tell whether "until" or "before" stands soon after a verb that is denied."""
    near = after[: next((n for n, low in enumerate(after) if low in (",", ".", ";")), _REACH)]
    return bool({"until", "till", "before"} & set(near[:_REACH]))


def _kind(verbs: Verbs, i: int) -> ActKind | None:
    low = verbs.tokens[i].low
    after = [token.low for token in verbs.tokens[i + 1 : min(verbs.sentence[1], i + _PARTICLE)]]
    following = after[0] if after else ""
    # "the review took longer", "to move on to the next test"
    if (low in _TAKING and following not in ("place", "over", "part")) or (
        low.startswith("mov") and following in ("on", "towards", "toward")
    ):
        return None
    if _is_performed(low, after):
        return "perform"
    if low.startswith("push") and _has_date(verbs, after) and following in _UNTIL:
        return "delay"
    moved_up = following == "up" and low.startswith("mov")
    if verbs.has(low, "opcon_advance") and (moved_up or _particle(verbs, after, "opcon_forward")):
        return "advance"
    held_over = following == "over" and low in ("held", "carried")
    if held_over or (verbs.has(low, "opcon_delay_back") and _particle(verbs, after, "opcon_back")):
        return "delay"
    if verbs.has(low, "opcon_schedule") and (_has_date(verbs, after) or _is_set_for(verbs, i, after)):
        return "schedule"
    return next((kind for name, kind in _KINDS if verbs.has(low, name)), None)


def _is_performed(low: str, after: Sequence[str]) -> bool:
    """Tell whether a phrase says that it was held: "went ahead", "approved the results"."""
    ahead = low in _GOING and after[:1] in (["ahead"], ["forward"])
    closed = low in ("came", "drew") and " ".join(after[:3]) in _CLOSED
    return ahead or closed or (low in ACCEPTING and bool(set(after[:2]) & _RESULTS))


def _particle(verbs: Verbs, after: Sequence[str], name: str) -> bool:
    """Tell whether a particle follows before the clause goes on: "pushed the test back"."""
    for low in after:
        if verbs.has(low, name):
            return True
        if low in _PARTICLE_STOPS:
            return False
    return False


def _has_date(verbs: Verbs, after: Sequence[str]) -> bool:
    """Tell whether "scheduled" and the like have a date after them, not a verb: "set to be verified"."""
    if len(after) > 1 and after[0] == "in" and after[1] == "for":
        return True  # "pencilled in for March"
    if not after or not (verbs.has(after[0], "opcon_before_date") or after[0] in _UNTIL):
        return False
    return after[0] != "to" or (len(after) > 1 and after[1][0].isdigit() and after[1] not in AUXILIARIES)


def _is_set_for(verbs: Verbs, i: int, after: Sequence[str]) -> bool:
    """Tell whether an object and its date follow: "pencilled the test in for the second quarter"."""
    if after[:1] not in (["the"], ["a"], ["an"]) or set(verbs.group_before(i)[1]) & BE:
        return False
    reach = list(after[1:_OBJECT])
    return "for" in reach and not set(reach[: reach.index("for")]) & _PARTICLE_STOPS


def _nominal(verbs: Verbs, i: int) -> Act | None:
    """Return a delay that is a noun: "agreed on a delay of the FOC test"."""
    low = verbs.tokens[i].low
    if not verbs.has(low, "opcon_delay_nouns") or i + 1 >= verbs.sentence[1]:
        return None
    if verbs.low_before(i) == "to" or verbs.tokens[i + 1].low not in ("of", "in", "to"):
        return None
    mode = verbs.open_at(i) or "done"
    return Act(i, i, i + 1, "delay", mode, passive=False, participle=False, nominal=True, word=low)


def _is_verb(verbs: Verbs, i: int, words: Sequence[str], kind: ActKind) -> bool:
    """Tell whether a word is a verb here, not a noun or an adjective."""
    low, before = verbs.tokens[i].low, verbs.low_before(i)
    if before in DETERMINERS:
        return False
    if kind == "schedule":
        return True
    if low.endswith("ing") or is_past_form(low):
        return before not in ("'s", "'", "-")
    return not is_bare(words)
