"""How far a draft is from the gold of its story, panel by panel, and what a reviewer must do to it.

Lists are matched one to one, best pairs first; fields one by one, where a wrong value is both spurious and
missing. What a gold calls optional is neither asked for nor held against a draft.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from tests.corpus.likeness import (
    WORDY,
    authors,
    country,
    days,
    name_words,
    norm,
    place,
    plain,
    same_name,
    share,
    stems,
    wordy,
)
from tests.corpus.prediction import Commitment, Gathering, Gold, Person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from tests.corpus.prediction import Prediction

PANELS = (
    "body",
    "source",
    "event",
    "participants",
    "agreements",
    "agreements_strict",
    "meetings",
    "opcon",
)
LISTS = ("participants", "agreements", "meetings")
FIELDS = ("source", "event", "opcon")
_SAME_PARAGRAPH = 0.7
_TITLE, _MEETING_TITLE = 0.5, 0.4
_MEETING_WORD = re.compile("meet|met$|talk|round|sessio|dialog|summit|gather|consul|call")
Listed = TypeVar("Listed", Person, Commitment, Gathering)


@dataclass
class Count:
    """How much was found, how much is spurious, how much is missing."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, other: Count) -> None:
        self.tp += other.tp
        self.fp += other.fp
        self.fn += other.fn

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall, 1 where there was nothing to find."""
        return 2 * self.tp / (2 * self.tp + self.fp + self.fn) if self.tp + self.fp + self.fn else 1.0


@dataclass
class Score:
    """The figures of one story, or of several together."""

    panels: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in PANELS})
    unsupported: int = 0
    items: int = 0
    traps: list[str] = field(default_factory=list)
    attributes: dict[str, list[float]] = field(
        default_factory=lambda: {name: [] for name in ("role", "tight", "certainty", "title")}
    )

    @property
    def edits(self) -> int:
        """Return how many changes lead to the gold."""
        lists = sum(self.panels[name].fp + self.panels[name].fn for name in LISTS)
        fields = sum(max(self.panels[name].fp, self.panels[name].fn) for name in FIELDS)
        strict = self.panels["agreements"].tp - self.panels["agreements_strict"].tp
        return lists + fields + max(0, strict)

    def add(self, other: Score) -> None:
        for name, count in other.panels.items():
            self.panels[name].add(count)
        for name, values in other.attributes.items():
            self.attributes[name].extend(values)
        self.unsupported += other.unsupported
        self.items += other.items
        self.traps += other.traps

    def counts(self) -> dict[str, tuple[int, int, int]]:
        """Return the counts of all panels, to be compared with those of another score."""
        return {name: (count.tp, count.fp, count.fn) for name, count in self.panels.items()}


def score(gold: Gold, body: Sequence[str], prediction: Prediction) -> Score:
    """Return how far a prediction is from a gold whose body paragraphs are `body`."""
    return Scorer(gold, body, prediction).score()


# -------------------------------------------------------------------------------------------- fields


def _fields(
    said: Mapping[str, Any], gold: Mapping[str, Any], likes: Mapping[str, Callable[[Any, Any], bool]]
) -> Count:
    count = Count()
    for name, like in likes.items():
        meant, also = gold.get(name), gold.get(name + "_ok") or []
        mine = said.get(name)
        if isinstance(mine, str) and not mine.strip():
            mine = None
        right = mine is not None and any(like(mine, each) for each in (meant, *also) if each is not None)
        if mine is None:
            count.fn += meant is not None and None not in also
        elif right:
            count.tp += meant is not None
        else:
            count.fp += 1
            count.fn += meant is not None
    return count


def _as(read: Callable[[Any], object]) -> Callable[[Any, Any], bool]:
    return lambda one, other: read(one) == read(other)


_SOURCE = {"publisher": wordy, "author": _as(authors), "dateline_city": _as(place), "published": _as(days)}
_EVENT = {"name": wordy, "ordinal": _as(str), "edtf": _as(days), "place": _as(place), "format": _as(norm)}
_OPCON = {"approach": wordy, "stage": _as(norm), "status": _as(norm), "due": _as(days), "reason": wordy}


# --------------------------------------------------------------------------------------------- lists


def _accepted(gold: Gold, name: str) -> list[Any]:
    return [gold.get(name), *gold.get(name + "_ok", [])]


def _pairs(
    said: Sequence[Listed],
    golds: Sequence[Gold],
    fits: Callable[[Listed, Gold], bool],
    near: Callable[[Listed, Gold], float],
) -> list[tuple[int, int]]:
    """Return the pairs of a panel, each item in one at most: the nearest first, of equals the first ones."""
    fitting = [
        (-near(mine, gold), i, j)
        for i, mine in enumerate(said)
        for j, gold in enumerate(golds)
        if fits(mine, gold)
    ]
    mine_left, gold_left = set(range(len(said))), set(range(len(golds)))
    found = []
    for _, i, j in sorted(fitting):
        if i in mine_left and j in gold_left:
            mine_left.remove(i)
            gold_left.remove(j)
            found.append((i, j))
    return found


def _matched(
    said: Sequence[Listed],
    golds: Sequence[Gold],
    fits: Callable[[Listed, Gold], bool],
    near: Callable[[Listed, Gold], float],
) -> tuple[Count, list[tuple[Listed, Gold]]]:
    pairs = _pairs(said, golds, fits, near)
    hits = [(said[i], golds[j]) for i, j in pairs if not golds[j].get("optional")]
    required = sum(not gold.get("optional") for gold in golds)
    return Count(len(hits), len(said) - len(pairs), required - len(hits)), hits


def _once(items: Iterable[Listed]) -> list[Listed]:
    """Return the items without those that say the same of the same paragraph again."""
    found: dict[object, Listed] = {}
    for each in items:
        found.setdefault((each.cites[:1], norm(each.said), getattr(each, "edtf", None)), each)
    return list(found.values())


class Scorer:
    """One gold and one prediction; each panel is one method."""

    def __init__(self, gold: Gold, body: Sequence[str], prediction: Prediction) -> None:
        self.gold = gold
        self.body = body
        self.said = prediction
        self.result = Score()
        self.numbers = self._numbers()
        self.people = _once(prediction.people)
        self.commitments = _once(prediction.commitments)
        self.gatherings = _once(each for each in prediction.gatherings if not self._is_event(each))
        self.keys = [self._keys(each) for each in gold["agreements"]]
        self.found: dict[int, Commitment] = {}  # which agreement of the gold is said where

    def score(self) -> Score:
        gold, said, panels = self.gold, self.said, self.result.panels
        panels["source"] = _fields(said.source, gold["source"] or {}, _SOURCE)
        panels["event"] = _fields(said.event, gold["event"] or {}, _EVENT)
        panels["opcon"] = _fields(said.opcon, gold["opcon"] or {}, _OPCON)
        self._participants()
        self._agreements()
        self._meetings()
        self.result.items = len(self.people) + len(self.commitments) + len(self.gatherings)
        self.result.unsupported = self._unsupported()
        self.result.traps = [trap.get("why", "trap") for trap in gold["traps"] if self._is_caught(trap)]
        return self.result

    def _numbers(self) -> dict[int, int]:
        """Score the body; return the gold's paragraph for each predicted one that is in it."""
        if not self.said.paragraphs:
            self.result.panels["body"] = Count(fn=len(self.body))
            return {number: number for number in range(1, len(self.body) + 1)}
        bags = [set(re.findall(r"[a-z0-9]+", plain(text))) for text in self.body]
        found: dict[int, int] = {}
        for number, text in enumerate(self.said.paragraphs, 1):
            bag = set(re.findall(r"[a-z0-9]+", plain(text)))
            alike = [len(bag & other) / (len(bag | other) or 1) for other in bags]
            best = max(alike, default=0.0)
            if best >= _SAME_PARAGRAPH:
                found[number] = alike.index(best) + 1
        distinct = len(set(found.values()))
        spurious = len(self.said.paragraphs) - distinct
        self.result.panels["body"] = Count(distinct, spurious, len(self.body) - distinct)
        return found

    def _paragraphs(self, item: Person | Commitment | Gathering) -> list[int]:
        return list(dict.fromkeys(self.numbers[n] for n in item.cites if n in self.numbers))

    def _cited(
        self, item: Person | Commitment | Gathering, words: Callable[[str], list[str]] = stems
    ) -> list[str]:
        return [word for n in self._paragraphs(item) for word in words(self.body[n - 1])]

    # --------------------------------------------------------------------------------- participants

    def _participants(self) -> None:
        def fits(mine: Person, gold: Gold) -> bool:
            named = any(same_name(mine.name, name) for name in _accepted(gold, "name"))
            return named and country(mine.country) in map(country, _accepted(gold, "country"))

        count, hits = _matched(self.people, self.gold["participants"], fits, lambda _mine, _gold: 1.0)
        self.result.panels["participants"] = count
        roles = [wordy(mine.role or "", gold["role"]) for mine, gold in hits if gold.get("role")]
        self.result.attributes["role"] = [float(each) for each in roles]

    # ----------------------------------------------------------------------------------- agreements

    def _agreements(self) -> None:
        golds = list(enumerate(self.gold["agreements"]))
        numbered = [gold | {"number": number} for number, gold in golds]
        pairs = _pairs(self.commitments, numbered, self.is_said, self._near)
        self.found = {number: self.commitments[mine] for mine, number in pairs}
        count, hits = _matched(self.commitments, numbered, self.is_said, self._near)
        self.result.panels["agreements"] = count
        self.result.attributes["tight"] = [_tight(mine.text, gold["text"]) for mine, gold in hits]
        strict, _ = _matched(self.commitments, numbered, self._is_said_strictly, self._near)
        self.result.panels["agreements_strict"] = strict

    def _keys(self, gold: Gold) -> list[str]:
        """Return what must be said: the words of an agreement that its paragraphs have."""
        paragraphs = [gold["paragraph"], *gold.get("paragraphs_ok", [])]
        printed = {word for n in paragraphs for word in stems(self.body[n - 1])}
        return [word for word in dict.fromkeys(stems(gold["text"])) if word in printed]

    def is_said(self, mine: Commitment, gold: Gold) -> bool:
        """Tell whether an item is the gold's agreement, whatever its kind and parties."""
        if gold.get("optional") and norm(mine.kind) not in _accepted(gold, "kind"):
            return False
        where = {gold["paragraph"], *gold.get("paragraphs_ok", [])}
        keys, words = self.keys[gold["number"]], stems(mine.text)
        padded = len(words) > 3 * len(keys) + 8
        return bool(where & set(self._paragraphs(mine))) and share(keys, words) >= WORDY and not padded

    def _is_said_strictly(self, mine: Commitment, gold: Gold) -> bool:
        parties = {country(code) for code in mine.parties}
        return (
            self.is_said(mine, gold)
            and norm(mine.kind) in _accepted(gold, "kind")
            and parties in [set(map(country, each)) for each in _accepted(gold, "parties")]
        )

    def _near(self, mine: Commitment, gold: Gold) -> float:
        keys, words = set(self.keys[gold["number"]]), set(stems(mine.text))
        return len(keys & words) / (len(keys | words) or 1)

    # ------------------------------------------------------------------------------------- meetings

    def _is_event(self, mine: Gathering) -> bool:
        """Tell whether it is the event again: not asked for in the list, and not held against it."""
        event = self.gold["event"]
        same = event and days(mine.edtf) == days(event["edtf"]) and place(mine.place) == place(event["place"])
        return bool(same) and not mine.upcoming

    def _is_met(self, mine: Gathering, gold: Gold) -> bool:
        return (
            mine.upcoming == bool(gold["upcoming"])
            and days(mine.edtf) in map(days, _accepted(gold, "edtf"))
            and place(mine.place) in map(place, _accepted(gold, "place"))
        )

    def _meetings(self) -> None:
        def near(mine: Gathering, gold: Gold) -> float:
            return share(stems(gold["title"]), stems(mine.title))

        count, hits = _matched(self.gatherings, self.gold["meetings"], self._is_met, near)
        self.result.panels["meetings"] = count
        ahead = [(mine, gold) for mine, gold in hits if gold["upcoming"]]
        certain = [norm(mine.certainty) in _accepted(gold, "certainty") for mine, gold in ahead]
        self.result.attributes["certainty"] = [float(each) for each in certain]
        self.result.attributes["title"] = [float(near(mine, gold) >= _TITLE) for mine, gold in hits]

    # ------------------------------------------------------------------------- what must not happen

    def _unsupported(self) -> int:
        """Return how many items do not stand in what they cite."""
        people = [share(name_words(each.name), self._cited(each, _letters)) for each in self.people]
        commitments = [share(stems(each.text), self._cited(each)) for each in self.commitments]
        bad = sum(found < WORDY for found in people + commitments)
        return bad + sum(not self._is_supported(each) for each in self.gatherings)

    def _is_supported(self, mine: Gathering) -> bool:
        cited, title, city = self._cited(mine), stems(mine.title), stems(place(mine.place))
        if not cited:
            return False
        speaks = any(_MEETING_WORD.match(word) for word in cited)
        anywhere = [word for text in self.body for word in stems(text)]
        return (
            (bool(city) and share(city, cited) >= WORDY)
            or share(title, cited) >= _MEETING_TITLE
            or (speaks and share(title, anywhere) >= WORDY)
        )

    def _is_caught(self, trap: Gold) -> bool:
        if trap["panel"] == "participants":
            return any(same_name(each.name, trap["name"]) for each in self.people)
        if trap["panel"] == "agreements":
            return any(self._is_asserted(each, trap) for each in self.commitments)
        return any(self._is_announced(each, trap) for each in self.gatherings)

    def _is_asserted(self, mine: Commitment, trap: Gold) -> bool:
        where, number = self._paragraphs(mine), trap.get("paragraph")
        if (number not in where) if number else where:
            return False
        if share(stems(trap["text"]), stems(mine.text)) < WORDY:
            return False
        if trap.get("kinds"):
            return norm(mine.kind) in trap["kinds"]
        golds = enumerate(self.gold["agreements"])
        return not any(self.is_said(mine, gold | {"number": number}) for number, gold in golds)

    def _is_announced(self, mine: Gathering, trap: Gold) -> bool:
        number = trap.get("paragraph")
        return (
            mine.upcoming == bool(trap.get("upcoming", True))
            and share(stems(trap["text"]), stems(mine.title)) >= WORDY
            and (not number or number in self._paragraphs(mine))
            and not any(self._is_met(mine, gold) for gold in self.gold["meetings"])
        )


def _letters(text: str) -> list[str]:
    return re.findall(r"[a-z']+", plain(text).replace("-", ""))


def _tight(said: str, meant: str) -> float:
    mine, theirs = set(stems(said)), set(stems(meant))
    return 2 * len(mine & theirs) / ((len(mine) + len(theirs)) or 1)
