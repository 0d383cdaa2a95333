"""Who attended: acts at this meeting, read from the words around each name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from briefing_app.drafting.acts import Act, act_of, opens_list
from briefing_app.drafting.occasions import Occasions
from briefing_app.drafting.vocabulary import Vocabulary
from briefing_app.drafting.roster import Group, groups_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.people import Named, Person

Capacity = Literal["head", "member", "observer", "mentioned"]
Span = tuple[int, int, int]
_ORDER = ("attended", "listed", "met", "committed", "addressed", "spoke")
_LEVELS = {
    "ministers": "minister", "secretaries": "secretary", "chiefs": "chief", "presidents": "president", "premiers": "premier", "leaders": "president",
    "commanders": "commander", "envoys": "envoy", "directors": "director", "ambassadors": "ambassador", "ministerial": "minister",
}  # fmt: skip
_TOGETHER = frozenset(
    "discussed agreed reviewed exchanged decided condemned reaffirmed signed pledged shared approved adopted spoke".split()
)
_TOPS = frozenset("president premier chancellor king emir sultan monarch".split())


@dataclass(frozen=True, slots=True)
class Attendance:
    """Whether a person attended, and by what one knows.

    Attributes:
        person: index of the list of people.
        capacity: as what.
        proofs: paragraph, first token, end token: the words that prove it, then who it is.
        rule: the rule that decided.
    """

    person: int
    capacity: Capacity
    proofs: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class _Done:
    """An act of one person at the meeting."""

    person: int
    act: Act
    proof: Span
    partners: tuple[int, ...]


def attendance_of(
    people: Sequence[Person],
    named: Sequence[Named],
    paragraphs: Sequence[Paragraph],
    lexicon: Lexicon,
    parties: tuple[str, ...],
    published: str | None,
) -> tuple[Attendance, ...]:
    """Return for each person whether and as what they attended, in the order of people.

    Args:
        people: whom the article names.
        named: where.
        paragraphs: the body.
        lexicon: the knowledge of words.
        parties: whose meeting it is; empty where that is not known.
        published: the article's date.
    """
    _ = published
    done = _deeds(people, named, paragraphs, lexicon, parties)
    level = _level(paragraphs)
    found: list[Attendance] = []
    sides: set[str | None] = set()
    for n, person in enumerate(people):
        made = _judged(n, person, done, people, parties, level)
        if made.capacity == "member" and person.side and person.side not in sides:
            made = Attendance(n, "head", made.proofs, made.rule)
        if made.capacity in ("head", "member"):
            sides.add(person.side)
        found.append(made)
    return tuple(found)


def _deeds(
    people: Sequence[Person],
    named: Sequence[Named],
    paragraphs: Sequence[Paragraph],
    lexicon: Lexicon,
    parties: tuple[str, ...],
) -> list[_Done]:
    """Return what the people did at this meeting."""
    vocabulary = Vocabulary(lexicon)
    occasions = Occasions(paragraphs, lexicon)
    groups = groups_of(people, named, paragraphs, vocabulary)
    found: list[_Done] = []
    last: tuple[Group, Act] | None = None
    anchor: tuple[int, tuple[int, int]] | None = None
    for n, group in enumerate(groups):
        paragraph = paragraphs[group.paragraph - 1]
        after = groups[n + 1] if n + 1 < len(groups) else None
        same = after is not None and after.paragraph == group.paragraph and after.sentence == group.sentence
        following = after.first if after and same else group.sentence[1]
        act = act_of(group, following, paragraph, vocabulary)
        if act is None or act.kind == "spoke":
            act = _inherited(group, last, paragraph, vocabulary) or _lead_in(group, paragraphs) or act
        if act is None and after and same:
            act = _through_pronoun(group, after, groups, n, paragraph, vocabulary)
        last = (group, act) if act else None
        if act is None or not occasions.is_this(paragraph, group.sentence, group.first, group.end):
            continue
        if act.kind == "met" and occasions.is_beside(paragraph, group.sentence, act.first, act.end):
            continue
        if act.kind == "met" and not _is_anchored(group, found, anchor):
            continue
        if act.kind == "met" and anchor is None:
            anchor = (group.paragraph, group.sentence)
        others = [g for g in groups if g.paragraph == group.paragraph and g.sentence == group.sentence]
        together = tuple(name.person for g in others for name in g.members)
        if act.kind == "met" and group.paragraph > 3 and _is_foreign(together, people, parties):
            continue
        sides = {people[name.person].side for name in group.members}
        joint = len(sides) > 1 and None not in sides
        if act.kind in ("committed", "spoke") and (
            joint or (len(group.members) > 1 and _is_joint(paragraph, act))
        ):
            act = replace(act, kind="attended")
        for name in group.members:
            proof = (group.paragraph, min(act.first, name.first), max(act.end, name.end))
            found.append(_Done(name.person, act, proof, together))
    return found


def _is_joint(paragraph: Paragraph, act: Act) -> bool:
    """Tell whether several do together what takes a meeting."""
    return paragraph.number <= 3 and any(
        token.low in _TOGETHER for token in paragraph.tokens[act.first : act.end]
    )


def _is_anchored(group: Group, found: Sequence[_Done], anchor: tuple[int, tuple[int, int]] | None) -> bool:
    """Tell whether a meeting is the first that the article tells of, or of the same people."""
    if anchor is None or anchor == (group.paragraph, group.sentence):
        return True
    there = {deed.person for deed in found}
    return all(name.person in there for name in group.members)


def _through_pronoun(
    group: Group, after: Group, groups: Sequence[Group], n: int, paragraph: Paragraph, vocabulary: Vocabulary
) -> Act | None:
    """Return the meeting that a sentence reports of its subject by a pronoun: "X flew home from A, where he met Y"."""
    if not any(token.low in ("he", "she", "who") for token in paragraph.tokens[group.end : after.first]):
        return None
    stop = (
        groups[n + 2].first
        if n + 2 < len(groups) and groups[n + 2].sentence == after.sentence
        else after.sentence[1]
    )
    other = act_of(after, stop, paragraph, vocabulary)
    return Act("met", group.first, after.end) if other and other.kind == "met" else None


def _is_foreign(together: Sequence[int], people: Sequence[Person], parties: tuple[str, ...]) -> bool:
    """Tell whether somebody of no party is among those who met."""
    return bool(parties) and any(people[n].side not in parties for n in together)


def _inherited(
    group: Group, last: tuple[Group, Act] | None, paragraph: Paragraph, vocabulary: Vocabulary
) -> Act | None:
    """Return the act of the names before, where the verb is left out: "A led the X side, B that of Y"."""
    if last is None or last[0].paragraph != group.paragraph or last[0].sentence != group.sentence:
        return None
    if last[1].kind not in ("attended", "listed", "met"):
        return None
    end = group.sentence[1]
    between = paragraph.tokens[last[0].end : group.first]
    if any(token.text == ";" for token in between) and last[1].kind != "listed":
        return None
    rest = paragraph.tokens[group.end : end]
    if any(vocabulary.is_verb(token.low) and not token.is_capital for token in rest):
        return None
    return Act(last[1].kind, last[1].first, group.end, observing=last[1].observing)


def _lead_in(group: Group, paragraphs: Sequence[Paragraph]) -> Act | None:
    """Return the act where the names stand in an item of a list of those who took part."""
    n = group.paragraph - 1
    while n > 0 and paragraphs[n - 1].tokens:
        n -= 1
        if paragraphs[n].tokens[-1].text == ":":
            return Act("listed", group.first, group.end) if opens_list(paragraphs[n]) else None
        if paragraphs[n].tokens[-1].low not in (";", ",", "and"):
            return None
    return None


# --------------------------------------------------------------------------------------- judgement


def _judged(
    n: int,
    person: Person,
    done: Sequence[_Done],
    people: Sequence[Person],
    parties: tuple[str, ...],
    level: frozenset[str],
) -> Attendance:
    mine = [deed for deed in done if deed.person == n]
    introduction = person.introduced
    if _is_of_delegation(person) and mine and not any(deed.act.kind in ("absent", "future") for deed in mine):
        return Attendance(
            n, "member" if "member" in (person.role or "") else "head", (introduction,), "of-the-delegation"
        )
    absent = next((deed for deed in mine if deed.act.kind == "absent"), None)
    if absent:
        return Attendance(n, "mentioned", (absent.proof,), "absent")
    acted = [deed for deed in mine if deed.act.kind in _ORDER]
    if not acted:
        return Attendance(n, "mentioned", (introduction,), "will-act" if mine else "no-act")
    best = min(acted, key=lambda deed: _ORDER.index(deed.act.kind))
    kind = best.act.kind
    if (person.spokesperson or person.outsider) and kind not in ("attended", "listed"):
        return Attendance(
            n, "mentioned", (introduction,), "speaks-for-an-office" if person.spokesperson else "outsider"
        )
    if kind in ("committed", "addressed", "spoke") and not _may_speak(
        n, person, kind, done, people, parties, level
    ):
        return Attendance(n, "mentioned", (introduction,), "only-quoted")
    proofs = (best.proof,) if _covers(best.proof, introduction) else (best.proof, introduction)
    if any(deed.act.observing for deed in acted):
        return Attendance(n, "observer", proofs, kind)
    heads = best.act.leading or (kind == "met" and _head(person) != "")
    return Attendance(n, "head" if heads else "member", proofs, kind)


def _is_of_delegation(person: Person) -> bool:
    """Tell whether the office is one that exists at the talks only: "a member of its team", "chief negotiator"."""
    words = (person.role or "").lower().replace(",", " ").split()
    return "negotiator" in words or (
        bool({"member", "head", "leader", "chief"} & set(words)) and bool({"delegation", "team"} & set(words))
    )


def _covers(proof: Span, other: Span) -> bool:
    return proof[0] == other[0] and proof[1] <= other[1] and other[2] <= proof[2]


def _head(person: Person) -> str:
    words = (person.role or "").lower().replace("-", " ").split()
    known = frozenset(_LEVELS.values()) | _TOPS
    return next((word for word in words if word in known), "")


def _level(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """Return the offices that the first paragraphs call those who met."""
    lows = [token.low for paragraph in paragraphs[:3] for token in paragraph.tokens]
    return frozenset(
        _LEVELS[low]
        for n, low in enumerate(lows)
        if low in _LEVELS and not (n and lows[n - 1] in ("deputy", "vice", "prime"))
    )


def _may_speak(
    n: int,
    person: Person,
    kind: str,
    done: Sequence[_Done],
    people: Sequence[Person],
    parties: tuple[str, ...],
    level: frozenset[str],
) -> bool:
    """Tell whether a statement proves attendance: by somebody of the delegations' rank, of a party."""
    bodies = any(len(code) > 2 or code in ("EU", "UN") for code in parties)
    if parties and person.side not in parties and not bodies and not (kind == "committed" and person.side):
        return False
    there = [people[d.person] for d in done if d.act.kind in ("attended", "listed", "met") and d.person != n]
    head = _head(person)
    if head in _TOPS and not any(_head(other) in _TOPS for other in there):
        return False
    equal = head in level or (bool(head) and head in {_head(other) for other in there})
    if kind == "committed":
        return (
            equal
            or person.role is None
            or "negotiator" in person.role
            or not any(other.side == person.side for other in there)
        )
    if person.role is None:
        return not person.side_inferred and person.side is not None
    return equal and not any(other.side == person.side and _head(other) == head for other in there)
