"""Clauses that commit somebody: each verb of commitment with its subject, its object, and whether it is so.

A clause is read before anything is taken from it: asserted, denied, hypothetical, expected, past, or open.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.drafting.extent import extent_of
from briefing_app.drafting.grammar import MODALS, SAYING, word_set
from briefing_app.drafting.lists import first_word
from briefing_app.drafting.subordinate import is_of_relative, is_reported, is_undertaking
from briefing_app.drafting.values import dataclass, replace
from briefing_app.drafting.verbs import groups_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.drafting.actor import Actor
    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.verbs import Group

_MEETING = frozenset(("met", "meets", "meet", "hosted", "received", "welcomed"))
_TALKS = word_set("talks talk talked meeting call spoke conversation consultations discussions")
_BEFORE_TO = frozenset(("order", "according", "due", "visit", "trip", "tour", "journey", "prior", "addition"))
_WHEN = 5  # words of "on Monday in Riga that"
_JOINING = frozenset(("and", ",", ";", "that", "who", "which"))
OF_BOTH = frozenset(("agree", "decide", "discuss", "sign", "adopt"))
_JOINT = frozenset(("agree", "decide"))  # "he said the date was agreed upon"
_PAPERS = word_set("agreement memorandum treaty pact accord deal arrangement protocol contract document text")
_OPENING_ASIDE = frozenset(("which", "who", "whose", "a", "an", "the"))
_ARTICLES = frozenset(("a", "an", "the"))
_RELATIVE = frozenset(("which", "who", "whom", "whose", "where"))
_OPENING = frozenset(("and", "but", "while", "whereas", "that", ";", ":", ",", "or", '"', "“"))
_FRONTING = word_set(
    "in on at as to under during after before following with for among regarding concerning against amid "
    "by having given within from"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb of commitment with its subject and its object.

    Attributes:
        paragraph: 1-based.
        sentence: which sentence of the paragraph, as its tokens.
        group: the verb.
        begin: the first token of the clause.
        subject: who does it; None where the text does not say.
        adjacent: the subject stands right before the verb.
        relative: it only describes something ("which they agreed last year").
        first: first token of what is committed to.
        end: the token after it.
    """

    paragraph: int
    sentence: tuple[int, int]
    group: Group
    begin: int
    subject: Actor | None
    adjacent: bool
    relative: bool
    first: int
    end: int


def clauses_of(
    paragraph: Paragraph,
    sentence: tuple[int, int],
    actors: Sequence[Actor],
    lexicon: Lexicon,
    implied: Actor | None = None,
    skips: Mapping[int, int] | None = None,
) -> tuple[Clause, ...]:
    """Return the clauses of commitment in a sentence, in order.

    Args:
        paragraph: where the sentence stands.
        sentence: its first token, and the one after its last.
        actors: those of the paragraph.
        lexicon: the knowledge of words.
        implied: who does what has no subject of its own, as in a list under "The Council:".
        skips: where dates begin, and the token after each: "agreed on Tuesday to".
    """
    begin, end = sentence
    if begin == 0:
        begin = first_word(paragraph)
        sentence = begin, end
    ends = frozenset(actor.end for actor in actors)
    top = _topmost(
        paragraph, groups_in(paragraph, sentence, lexicon, ends, bare=implied is not None), begin, actors
    )
    found: list[Clause] = []
    for n, group in enumerate(top):
        told = (each for each in reversed(found) if not _is_aside(paragraph, each, sentence[1]))
        before = next(told, None)
        following = top[n + 1] if n + 1 < len(top) else None
        clause = _clause(paragraph, sentence, group, actors, before)
        if clause.subject is None and before is None and implied:
            clause = replace(clause, subject=implied, adjacent=False)
        first = _after_adverbial(paragraph, clause.first, sentence[1], skips or {})
        clause = replace(clause, first=first)
        last = extent_of(paragraph, clause.first, sentence[1], actors, following)
        found.append(replace(clause, end=max(last, clause.first)))
    return tuple(found)


def _clause(
    paragraph: Paragraph,
    sentence: tuple[int, int],
    group: Group,
    actors: Sequence[Actor],
    before: Clause | None,
) -> Clause:
    start = before.group.end if before else sentence[0]
    subject, adjacent, own = _subject(paragraph, group, actors, start)
    relative = _is_relative(paragraph, group, subject if own else None, start)
    joined = not adjacent and _is_joined(paragraph, group, subject, start)
    if before is not None and (joined or (not own and _is_coordinate(paragraph, group, start))):
        subject, relative = before.subject, before.relative
    first = _first(group)
    return Clause(
        paragraph.number,
        sentence,
        group,
        _begin(paragraph, group, start, before),
        subject,
        adjacent,
        relative,
        first,
        first,
    )


def _topmost(
    paragraph: Paragraph, groups: Sequence[Group], begin: int, actors: Sequence[Actor]
) -> list[Group]:
    """Return the verbs that are no part of another one's object ("agreed to review")."""
    top: list[Group] = []
    for group in groups:
        before = paragraph.tokens[group.first - 1].low if group.first > begin else ""
        if group.status == "infinitive" and not top and _is_purpose(paragraph, group, begin):
            top.append(replace(group, status="asserted"))
            continue
        if group.status == "infinitive" and (top or group.verb.force not in ("agree", "decide")):
            continue
        participle = group.verb.form == "ing" and group.first == group.at and group.first > begin
        if participle and top and is_undertaking(paragraph, group, top[-1]):
            top.append(group)
            continue
        if participle and not (_has_own_subject(paragraph, group, actors) or (not top and before == ",")):
            continue
        gives = group.verb.force == "give" and group.status != "expected"
        if gives and top and is_reported(paragraph, top[-1], group):
            top.append(replace(group, status="expected"))
        if gives:
            continue
        if top and is_of_relative(paragraph, top[-1], group):
            continue
        if top and _is_within_object(paragraph, top[-1], group):
            continue
        top.append(group)
    return top


def _is_joined(paragraph: Paragraph, group: Group, subject: Actor | None, start: int) -> bool:
    """Tell whether a verb goes on with the subject before it: "approved X, directed Y and endorsed Z"."""
    tokens = paragraph.tokens
    before = tokens[group.first - 1].low if group.first > start else ""
    return before == "and" or (before == "," and subject is not None and tokens[subject.end].text != ",")


def _has_own_subject(paragraph: Paragraph, group: Group, actors: Sequence[Actor]) -> bool:
    """Tell whether a participle has a subject of its own: "with the minister reaffirming"."""
    tokens = paragraph.tokens
    return any(
        actor.end == group.first and actor.first > 0 and tokens[actor.first - 1].low == "with"
        for actor in actors
    )


def _is_purpose(paragraph: Paragraph, group: Group, begin: int) -> bool:
    """Tell whether it says what a meeting that took place was for: "held talks to discuss"."""
    if group.verb.force != "discuss":
        return False
    lows = {token.low for token in paragraph.tokens[begin : group.first]}
    spoken = "spoke" in lows and "with" in lows
    met = spoken or bool(lows & {"held", "met", "convened", "gathered"})
    return met and not lows & MODALS | {"scheduled"} & lows


def _is_within_object(paragraph: Paragraph, outer: Group, inner: Group) -> bool:
    """Tell whether a verb belongs to the quoted or subordinate object of another one."""
    near = [token.low for token in paragraph.tokens[outer.end : outer.end + _WHEN]]
    said = "that" in near and "," not in near[: near.index("that")]  # "agreed on Monday that"
    open_clause = said and inner.status in ("expected", "hypothetical")
    if open_clause and inner.verb.force != "give" and paragraph.tokens[inner.first - 1].low != "and":
        return True
    if inner.verb.force in ("say", "request", "never", "discuss", "willing") or outer.verb.force == "say":
        return False
    tokens = paragraph.tokens[outer.end : inner.first]
    lows = [token.low for token in tokens]
    return "that" in lows[:3] and "and" not in lows and "," not in lows and outer.verb.force != "say"


def _subject(
    paragraph: Paragraph, group: Group, actors: Sequence[Actor], start: int
) -> tuple[Actor | None, bool, bool]:
    """Return who does it, whether that stands right before the verb, and whether it was said at all."""
    near = [
        actor
        for actor in actors
        if start <= actor.first
        and actor.end <= group.first
        and not (actor.governed or _is_attribution(paragraph, actor, group.first))
    ]
    own = next((a for a in actors if a.end == group.first and a.first >= start), None)
    if own and own.governed and group.verb.form == "ing":
        return own, True, True
    if told := _told_by_who(paragraph, group, actors):
        return told, False, True
    met = _who_met(paragraph, group, [a for a in actors if start <= a.first and a.end <= group.first])
    if met:
        return met, False, True
    if not near:
        return None, False, False
    actor = _of_this_clause(paragraph, near, group)
    return actor, actor.end == group.first, True


def _told_by_who(paragraph: Paragraph, group: Group, actors: Sequence[Actor]) -> Actor | None:
    """Return the person of whom "who" tells more: "was opened by Minister X, who urged"."""
    tokens = paragraph.tokens
    who = group.first - 1
    if who < 1 or tokens[who].low != "who":
        return None
    end = who - (tokens[who - 1].text == ",")
    return next((actor for actor in actors if actor.end == end and actor.people), None)


def _is_attribution(paragraph: Paragraph, actor: Actor, end: int) -> bool:
    """Tell whether somebody is only named as the source between commas: ", the ministry said, and"."""
    lows = [token.low for token in paragraph.tokens[max(0, actor.first - 1) : min(actor.end + 2, end)]]
    return lows[:1] == [","] and lows[-1] == "," and lows[-2] in SAYING


def _is_aside(paragraph: Paragraph, clause: Clause, end: int) -> bool:
    """Tell whether a clause only names the source between commas."""
    if clause.subject is None or not clause.adjacent or clause.group.verb.force != "say":
        return False
    return _is_attribution(paragraph, clause.subject, end)


def _who_met(paragraph: Paragraph, group: Group, near: Sequence[Actor]) -> Actor | None:
    """Return who does what follows a meeting: "A met B and agreed", of both what takes two, else of A."""
    tokens = paragraph.tokens
    if tokens[group.first - 1].low != "and":
        return None
    apt = [a for a in near if not (a.kind == "party" and a.governed)]  # "A of X met in Y with B"
    for one, other in pairwise(apt):
        between = [token.low for token in tokens[one.end : other.first]]
        # "A met B and the two sides agreed" has a subject of its own.
        third = any(each.first >= other.end and not each.governed for each in near)
        apart = third or one.governed or one.kind == "document" or _JOINING & set(between)
        if apart or not _meet(between):
            continue
        if group.verb.force not in OF_BOTH:
            return one
        return replace(
            one,
            kind=one.kind if one.kind == other.kind else "group",
            codes=tuple(dict.fromkeys(one.codes + other.codes)),
            people=one.people + other.people,
            count=2,
        )
    return None


def _meet(between: Sequence[str]) -> bool:
    """Tell whether words between two actors say that they met: "held talks with", "received"."""
    with_whom = bool(between) and between[-1] == "with"
    return bool(set(between) & (_MEETING | _TALKS if with_whom else _MEETING))


def _of_this_clause(paragraph: Paragraph, near: Sequence[Actor], group: Group) -> Actor:
    """Return the nearest actor that no comma shuts off: in "A, minister of B, pledged" it is A."""
    lows = [token.low for token in paragraph.tokens]
    if lows[group.first - 1] == ",":
        for actor in reversed(near):
            if lows[actor.end : actor.end + 1] == [","] and lows[actor.end + 1] in _OPENING_ASIDE:
                return actor
    last = near[-1]
    inside = lows[last.end : group.first]
    if "," in inside and len(near) > 1 and last.first and lows[last.first - 1] == ",":
        return near[-2]
    return last


_HOLDING = frozenset(("held", "convened", "conducted", "concluded"))


def _is_relative(paragraph: Paragraph, group: Group, subject: Actor | None, start: int) -> bool:
    tokens = paragraph.tokens
    at = subject.first if subject else group.first
    if at <= start:
        return False
    before = tokens[at - 1].low
    if before == "which" and at - 2 >= start and tokens[at - 2].low in ("at", "during", "in"):
        # "held their second meeting, in which they agreed", but "a letter in which they agreed"
        return tokens[at - 2].low == "in" and not _HOLDING & {token.low for token in tokens[start:at]}
    if before == "where" and _HOLDING & {token.low for token in tokens[start:at]}:
        return False  # "held talks in Riga on Friday, where they agreed"
    if before in _RELATIVE or (before == "when" and at - 2 > start and tokens[at - 2].text == ","):
        return True
    if before == "that" and at - 2 >= start:
        # "signed a pact, a move that A denounced" tells of the move.
        if subject and at - 4 >= start and tokens[at - 4].text == "," and tokens[at - 3].low in _ARTICLES:
            return True
        # "a memorandum that A and B signed"; "the ministers said that they agreed" tells what they did.
        return tokens[at - 2].low in _PAPERS if subject else tokens[at - 2].low not in (",", "and")
    return False


def _is_coordinate(paragraph: Paragraph, group: Group, start: int) -> bool:
    before = paragraph.tokens[group.first - 1].low if group.first > start else "and"
    return (
        before in ("and", ",", "but", ";", "then", '"', "”", "or", "—", "–", "while")
        or group.verb.form != "past"
    )


def _first(group: Group) -> int:
    """Return where the object begins: after a noun that only completes the verb, else after the verb."""
    if group.verb.objects and not group.verb.keep and group.obj[0] > group.at:
        return group.obj[1]
    return group.end


def _after_adverbial(paragraph: Paragraph, first: int, end: int, skips: Mapping[int, int]) -> int:
    """Return where the object begins after a date or place: "agreed on Tuesday to", "agreed in Riga that"."""
    tokens = paragraph.tokens
    if first < end and tokens[first].text == ",":
        comma = next((i for i in range(first + 1, min(first + 12, end)) if tokens[i].text == ","), 0)
        return _after_adverbial(paragraph, comma + 1, end, skips) if comma else first
    if first in skips and (skips[first] >= end or tokens[skips[first]].text in ".,;"):
        return skips[first]
    if (
        first in skips
        and skips[first] < end
        and tokens[skips[first]].low
        in ("to", "that", "on", "in", "at", "a", "an", "the", "after", "during", "following")
    ):
        return _after_adverbial(paragraph, skips[first], end, skips)
    if (
        first + 2 < end
        and tokens[first].low == "with"
        and tokens[first + 2].low in ("that", "the", "a", "its", "their")
    ):
        return first + 2
    if first + 1 < end and tokens[first].low == "here":
        return _after_adverbial(paragraph, first + 1, end, skips)
    if first < end and tokens[first].low in ("in", "at", "during", "after", "last", "earlier"):
        for i in range(first + 1, min(first + 12, end)):
            relative = tokens[i].low == "that" and any(t.low.endswith("ed") for t in tokens[i + 1 : i + 2])
            if tokens[i].low in ("to", "that") and tokens[i - 1].low not in _BEFORE_TO and not relative:
                return i
            if tokens[i].text in ",;:":
                break
    return first


def _begin(paragraph: Paragraph, group: Group, start: int, before: Clause | None) -> int:
    """Return where the words of the clause begin, an adverbial at its front left out."""
    tokens = paragraph.tokens
    begin = start
    if before is not None:
        joints = [i for i in range(start, group.first) if tokens[i].low in _OPENING]
        told = before.group.verb.force == "say" and group.passive and group.verb.force in _JOINT
        begin = joints[-1] + 1 if joints else start if told else group.first
    while begin < group.first and (tokens[begin].low in _OPENING or not tokens[begin].text[0].isalnum()):
        begin += 1
    if tokens[begin].low in _FRONTING:
        comma = next((i for i in range(begin, group.first) if tokens[i].text == ","), 0)
        begin = comma + 1 if comma else begin
    return begin
