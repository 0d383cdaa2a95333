"""Who attended: acts at this meeting, read from the words around each name."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING, Literal

from briefing_app.drafting.acts import act_of, opens_list
from briefing_app.drafting.inherited import inherited
from briefing_app.drafting.occasions import LEAD, Occasions
from briefing_app.drafting.retinues import retinue_of
from briefing_app.drafting.roster import Group, groups_of
from briefing_app.drafting.scene import Act, Scene
from briefing_app.drafting.stand_ins import stood_in_from
from briefing_app.drafting.values import dataclass, replace
from briefing_app.drafting.vocabulary import is_state, vocabulary_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.persons import Named, Person

Capacity = Literal["head", "member", "observer", "mentioned"]
Span = tuple[int, int, int]
_NEXT = range(9)  # words of "over the annual 53rd"
_PEER = frozenset(("counterpart", "colleague"))
_THERE = ("attended", "listed", "met")
_ORDER = ("attended", "listed", "met", "committed", "addressed", "spoke")


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


def attendance_of(
    people: Sequence[Person],
    named: Sequence[Named],
    paragraphs: Sequence[Paragraph],
    lexicon: Lexicon,
    parties: tuple[str, ...],
    published: str | None,
    elsewhere: Collection[tuple[int, int]] = (),
) -> tuple[Attendance, ...]:
    """Return for each person whether and as what they attended, in the order of people.

    Args:
        people: whom the article names.
        named: where.
        paragraphs: the body.
        lexicon: the knowledge of words.
        parties: whose meeting it is; empty where that is not known.
        published: the article's date.
        elsewhere: paragraph and token where other meetings are named.
    """
    return attended(Witnesses(people, named, paragraphs, lexicon, published), parties, elsewhere)


class Witnesses:
    """What an article says of each name, whosesoever meeting it is: read once, judged twice."""

    def __init__(
        self,
        people: Sequence[Person],
        named: Sequence[Named],
        paragraphs: Sequence[Paragraph],
        lexicon: Lexicon,
        published: str | None,
    ) -> None:
        """Take what `attendance_of` takes."""
        self.people, self.named, self.paragraphs, self.lexicon = people, named, paragraphs, lexicon
        self.vocabulary = vocabulary_of(lexicon)
        self.occasions = Occasions(paragraphs, lexicon, published)
        self.groups = groups_of(people, named, paragraphs, self.vocabulary)
        self._acts: dict[int, Act | None] = {}

    def scene(self, n: int) -> Scene:
        """Return the group with a number in its sentence."""
        group = self.groups[n]
        tokens = self.paragraphs[group.paragraph - 1].tokens
        same = (each for each in islice(self.groups, n + 1, None) if each.place == group.place)
        # "X, replacing Y, attended": between X and the verb stands one who was not there.
        near = next((each.first for each in same if stood_in_from(tokens, each) < 0), group.sentence[1])
        return Scene(group, near, self.paragraphs[group.paragraph - 1], self.vocabulary)

    def act(self, n: int) -> Act | None:
        """Return what the sentence of the group with a number says that it did."""
        if n not in self._acts:
            self._acts[n] = act_of(self.scene(n))
        return self._acts[n]


def attended(
    witnesses: Witnesses, parties: tuple[str, ...], elsewhere: Collection[tuple[int, int]] = ()
) -> tuple[Attendance, ...]:
    """Return what `attendance_of` does.

    Args:
        witnesses: what the article says of each name.
        parties: whose meeting it is; empty where that is not known.
        elsewhere: paragraph and token where other meetings are named.
    """
    people, lexicon = witnesses.people, witnesses.lexicon
    minutes = _Minutes(witnesses, parties, elsewhere)
    minutes.read()
    bench = _Bench(people, minutes.done, parties, lexicon, _level(witnesses.paragraphs, lexicon))
    found: list[Attendance] = []
    sides: set[str | None] = set()
    for n, person in enumerate(people):
        made = bench.judged(n)
        if made.capacity == "member" and person.side and person.side not in sides:
            made = Attendance(n, "head", made.proofs, made.rule)
        if made.capacity in ("head", "member"):
            sides.add(person.side)
        found.append(made)
    return tuple(found)


class _Minutes:
    """Who did what at this meeting, read from one list of names after the other."""

    def __init__(
        self, witnesses: Witnesses, parties: tuple[str, ...], elsewhere: Collection[tuple[int, int]]
    ) -> None:
        self._elsewhere = elsewhere
        self.done: list[_Done] = []
        self._witnesses = witnesses
        self._people = witnesses.people
        self._paragraphs = witnesses.paragraphs
        self._parties = parties
        self._vocabulary = witnesses.vocabulary
        self._occasions = witnesses.occasions
        self._anchor: tuple[int, tuple[int, int]] | None = None

    def read(self) -> None:
        """Take down what the article says of the names."""
        groups = self._witnesses.groups
        last: tuple[Group, Act] | None = None
        beside: dict[tuple[int, tuple[int, int]], list[Group]] = {}
        for group in groups:
            beside.setdefault(group.place, []).append(group)
        for n, group in enumerate(groups):
            same = beside[group.place]
            act = self._witnesses.act(n)
            if act is None or act.kind != "listed":
                act = self._with_another(group, self._witnesses.named) or act
            if act is None or act.kind == "spoke":
                act = inherited(self._witnesses.scene(n), last) or self._lead_in(group) or act
            if act is None or act.kind == "spoke":
                act = self._through_pronoun(group, n + 1) or act
            last = (group, act) if act else None
            if act and self._counts(group, act, [name.person for other in same for name in other.members]):
                self._take(group, act)
                self._take_owner(n, act)

    def _counts(self, group: Group, act: Act, together: Sequence[int]) -> bool:
        """Tell whether the act is one of this meeting."""
        paragraph = self._paragraphs[group.paragraph - 1]
        if not self._occasions.is_this(paragraph, group.sentence, group.first, group.end):
            return False
        if act.kind == "attended" and any((group.paragraph, act.end + n) in self._elsewhere for n in _NEXT):
            return False
        if act.kind != "met":
            return True
        # Where nobody met before, who received their peers tells of the meeting itself.
        first = self._anchor in (None, group.place)
        receiving = first and self._occasions.receives_peers(paragraph, group.sentence)
        if not receiving and self._occasions.is_beside(paragraph, group.sentence, act.first, act.end):
            return False
        foreign = bool(self._parties) and any(self._people[n].side not in self._parties for n in together)
        if foreign and group.paragraph > LEAD:
            return False
        there = {deed.person for deed in self.done}
        known = all(name.person in there for name in group.members)
        if self._anchor not in (None, group.place) and not known:
            return False
        self._anchor = self._anchor or group.place
        return True

    def _take(self, group: Group, act: Act) -> None:
        paragraph = self._paragraphs[group.paragraph - 1]
        sides = {self._people[name.person].side for name in group.members}
        joint = len(sides) > 1 and None not in sides
        several = len(group.members) > 1 and paragraph.number <= LEAD
        words = {token.low for token in paragraph.tokens[act.first : act.end]}
        if act.kind in ("committed", "spoke") and (
            joint or (several and words & self._vocabulary.lexicon.lists["together"])
        ):
            act = replace(act, kind="met")
        for name in group.members:
            # An act counts a word or two beyond its verb, which a last line without a full stop lacks.
            end = min(max(act.end, name.end), group.sentence[1])
            proof = (group.paragraph, min(act.first, name.first), end)
            self.done.append(_Done(name.person, act, proof))

    def _take_owner(self, n: int, act: Act) -> None:
        """Take down whose counterpart was met: "X spoke. He said it was agreed in talks with his peer, Y"."""
        group, before = self._witnesses.groups[n], self._witnesses.groups[n - 1] if n else None
        if before is None or act.kind != "met" or len(before.members) > 1 or before.place == group.place:
            return
        tokens = self._paragraphs[group.paragraph - 1].tokens
        opened = tokens[group.sentence[0]].low in ("he", "she")
        peer = {token.low for token in tokens[group.first : group.end]} & _PEER
        if opened and peer and group.paragraph - before.paragraph <= 1:
            proof = (group.paragraph, group.sentence[0], max(act.end, group.end))
            self.done.append(_Done(before.members[0].person, act, proof))

    def _with_another(self, group: Group, named: Sequence[Named]) -> Act | None:
        """Return the act of those who came with somebody who attended, by the words right before."""
        retinue = retinue_of(group.members[0], named, self._paragraphs, self._vocabulary)
        leader = retinue.leaders[0] if retinue and retinue.placed and retinue.leaders else None
        if retinue is None or leader is None:
            return None
        there = any(
            deed.person == leader.person
            and deed.act.kind in _THERE
            and deed.proof[0] == leader.paragraph
            and deed.proof[1] <= leader.first < deed.proof[2]
            for deed in self.done
        )
        return Act("listed", retinue.first, group.end) if there else None

    def _lead_in(self, group: Group) -> Act | None:
        """Return the act where the names stand in an item of a list of those who took part."""
        n = group.paragraph - 1
        while n > 0 and self._paragraphs[n - 1].tokens:
            n -= 1
            last = self._paragraphs[n].tokens[-1].low
            if last == ":":
                opened = opens_list(self._paragraphs[n], self._vocabulary)
                return Act("listed", group.first, group.end) if opened else None
            if last not in (";", ",", "and"):
                return None
        return None

    def _through_pronoun(self, group: Group, n: int) -> Act | None:
        """Return the meeting of a sentence's subject by a pronoun: "X flew home from A, where he met Y"."""
        groups = self._witnesses.groups
        if n == len(groups) or groups[n].place != group.place:
            return None
        between = self._paragraphs[group.paragraph - 1].tokens[group.end : groups[n].first]
        if not any(token.low in ("he", "she", "who") for token in between):
            return None
        other = self._witnesses.act(n)
        return Act("met", group.first, groups[n].end) if other and other.kind == "met" else None


# --------------------------------------------------------------------------------------- judgement


class _Bench:
    """Judges from acts who attended."""

    def __init__(
        self,
        people: Sequence[Person],
        done: Sequence[_Done],
        parties: tuple[str, ...],
        lexicon: Lexicon,
        level: frozenset[str],
    ) -> None:
        self._people = people
        self._done = done
        self._parties = parties
        self._tops = lexicon.lists["tops"]
        self._offices = self._tops | {_singular(word) for word in lexicon.lists["levels"]}
        self._level = level

    def judged(self, n: int) -> Attendance:
        """Return whether and as what a person attended."""
        person = self._people[n]
        mine = [deed for deed in self._done if deed.person == n]
        away = next((deed for deed in mine if deed.act.kind == "absent"), None)
        if away:
            return Attendance(n, "mentioned", (away.proof,), "absent")
        acted = [deed for deed in mine if deed.act.kind in _ORDER]
        if acted and _is_of_delegation(person):
            member = "member" in (person.role or "").split()
            return Attendance(n, "member" if member else "head", (person.introduced,), "of-the-delegation")
        if not acted:
            return Attendance(n, "mentioned", (person.introduced,), "will-act" if mine else "no-act")
        best = min(acted, key=lambda deed: _ORDER.index(deed.act.kind))
        refusal = self._refusal(n, best.act.kind)
        if refusal:
            return Attendance(n, "mentioned", (person.introduced,), refusal)
        proofs = (best.proof,) if _covers(best.proof, person.introduced) else (best.proof, person.introduced)
        if any(deed.act.observing for deed in acted):
            return Attendance(n, "observer", proofs, best.act.kind)
        heads = best.act.leading or (best.act.kind == "met" and self._office(person) != "")
        return Attendance(n, "head" if heads else "member", proofs, best.act.kind)

    def _refusal(self, n: int, kind: str) -> str:
        """Return why what somebody did proves no attendance, empty where it does."""
        person = self._people[n]
        if (person.spokesperson or person.outsider) and kind not in ("attended", "listed"):
            return "speaks-for-an-office" if person.spokesperson else "outsider"
        received = kind == "met" and all(
            d.proof[0] > 1 for d in self._done if d.person == n and d.act.kind == "met"
        )
        if received and self._office(person) in self._tops and not self._tops & self._offices_but(n):
            return "received-only"
        spoken = kind in ("committed", "addressed", "spoke")
        return "only-quoted" if spoken and not self._may_speak(n, kind) else ""

    def _may_speak(self, n: int, kind: str) -> bool:
        """Tell whether a statement proves attendance: by somebody of the delegations' rank, of a party."""
        person = self._people[n]
        states = all(is_state(code) and code not in ("EU", "UN") for code in self._parties)
        foreign = self._parties and states and person.side not in self._parties
        if foreign and not (kind == "committed" and person.side):
            return False
        there = [
            self._people[deed.person] for deed in self._done if deed.act.kind in _THERE and deed.person != n
        ]
        office = self._office(person)
        offices = self._offices_but(n)
        if office in self._tops and not offices & self._tops:
            return False
        equal = office != "" and (office in self._level or office in offices)
        if kind == "committed":
            return equal or person.role is None or all(other.side != person.side for other in there)
        if person.role is None:
            return person.side is not None and not person.side_inferred
        return equal and not any(
            other.side == person.side and self._office(other) == office for other in there
        )

    def _offices_but(self, n: int) -> set[str]:
        """Return the offices of the others who were there."""
        return {
            self._office(self._people[deed.person])
            for deed in self._done
            if deed.act.kind in _THERE and deed.person != n
        }

    def _office(self, person: Person) -> str:
        """Return the office's noun that ranks a person among those who met, empty where there is none."""
        words = (person.role or "").lower().replace("-", " ").replace(",", " ").split()
        if "prime" in words and "deputy" not in words:
            return "premier"
        return next((word for word in words if word in self._offices), "")


def _covers(proof: Span, other: Span) -> bool:
    return proof[0] == other[0] and proof[1] <= other[1] and other[2] <= proof[2]


def _is_of_delegation(person: Person) -> bool:
    """Tell whether an office exists at the talks only: "a member of its team", "chief negotiator"."""
    words = set((person.role or "").lower().replace(",", " ").split())
    led = {"member", "head", "leader", "chief"} & words and {"delegation", "team"} & words
    return "negotiator" in words or bool(led)


def _level(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> frozenset[str]:
    """Return the offices that the first paragraphs call those who met."""
    tokens = [token for paragraph in paragraphs[:LEAD] for token in paragraph.tokens]
    return frozenset(
        _singular(token.low)
        for before, token in pairwise(tokens)
        if token.low in lexicon.lists["levels"] and before.low not in ("deputy", "vice", "prime")
    )


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
