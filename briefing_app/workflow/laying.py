"""A draft laid beside a standing briefing, item by item; nothing that stands is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from briefing_app.model.items import BottomLine, Finding, Item, Review
from briefing_app.model.meetings import Event, Meeting, Outcome
from briefing_app.model.opcon import Opcon, Stage, Track
from briefing_app.model.outline import proof
from briefing_app.workflow.arranging import fresh_id, taken_ids
from briefing_app.workflow.conflicts import told
from briefing_app.workflow.editing import with_names
from briefing_app.workflow.joining import Joined, joined, with_gain
from briefing_app.workflow.likeness import is_same_text
from briefing_app.workflow.matching import (
    same_condition,
    same_event,
    same_meeting,
    same_person,
    same_statement,
)
from briefing_app.workflow.renewing import in_its_place, renewed
from briefing_app.workflow.stage_entries import place_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from briefing_app.model.briefing import Briefing, Unused
    from briefing_app.workflow.conflicts import Conflict
    from briefing_app.workflow.renewing import Gone

_DRAFTED = Review(state="drafted")
_SINGLE = ("event", "approach", "transfer")
_DECIDED = ("accepted", "edited", "rejected")
AnyItem = TypeVar("AnyItem", bound=Item)


class Laid(NamedTuple):
    """What became of the items of a draft, by id.

    Attributes:
        gained: standing items with another passage.
        new: items that were not there.
        differences: made or extended.
        renewed: standing items that say now what a corrected version says.
        gone: standing items that rest on words that a corrected version has not, and that say what they said.
        reopened: standing items that had been decided, and are drafted again.
        answered: gaps that are none any more, and went or were reopened.
    """

    gained: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()
    renewed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    reopened: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()

    @property
    def items(self) -> tuple[str, ...]:
        """All of them, each once."""
        rows = (
            self.gained,
            self.new,
            self.differences,
            self.renewed,
            self.gone,
            self.reopened,
            self.answered,
        )
        return tuple(dict.fromkeys(name for row in rows for name in row))


class Laying:
    """Lays the items of a draft beside those of a briefing.

    What is matched are the items that stood at first, never those of the same draft. A version of a source
    that stands already contradicts only other ones: an item that none of these proves is just reopened.

    Args:
        briefing: the briefing.
        chance: where ids are taken from.
        corrected: of such a version, what of items is gone, by their ids; else None.
    """

    def __init__(
        self, briefing: Briefing, chance: Random, corrected: Mapping[str, Gone] | None = None
    ) -> None:
        self._briefing = briefing
        self._chance = chance
        self._corrected = corrected
        self._taken = taken_ids(briefing)
        self._standing = frozenset(self._taken)
        self._items: dict[str, Item] = {}  # as they are now, by id, those that changed
        self._added: dict[str, list[Item]] = {}  # by part
        self._tracks = [*(briefing.opcon.tracks if briefing.opcon else ())]
        self._differences = briefing.differences
        self._unused: list[Unused] = []
        self._told: dict[str, list[str]] = {name: [] for name in Laid._fields}

    def lay(self, draft: Briefing) -> None:
        """Lay a draft whose passages name the source that they are of here."""
        here = self._lay_event(draft.event)
        standing = self._briefing
        opcon = standing.opcon or Opcon()
        for person in draft.participants:
            there = person if here else person.model_copy(update={"capacity": "mentioned"})
            self._put("participants", there, same_person(standing.participants, there))
        # What another meeting agreed in the same words is not what this one agreed.
        agreed = standing.agreements if here or draft.event is None else ()
        for agreement in draft.agreements:
            self._put("agreements", agreement, same_statement(agreed, agreement))
        for meeting in draft.meetings:
            self._put_meeting(meeting, draft.meetings)
        findings = (*standing.background, *opcon.findings)
        for finding in draft.background:
            self._put("background", finding, same_statement(findings, finding))
        if draft.opcon:
            self._lay_opcon(draft.opcon, opcon, findings)
        if self._corrected:
            self._renew(standing.bottom_line, draft.bottom_line)
        for unused in draft.unused:
            self._unused.append(unused.model_copy(update={"id": self._fresh("u")}))

    def result(self, draft: Briefing) -> tuple[Briefing, Laid]:
        """Return the briefing with all that was laid, and what became of it."""
        before = self._briefing
        changed: dict[str, object] = {
            part: self._row(part, getattr(before, part))
            for part in ("participants", "agreements", "meetings", "background")
        }
        changed["event"] = self._single("event", before.event)
        changed["bottom_line"] = self._single("bottom_line", before.bottom_line)
        changed["differences"] = self._differences
        changed["opcon"] = self._opcon(before.opcon or Opcon()) if before.opcon or draft.opcon else None
        changed["unused"] = (*before.unused, *self._unused)
        after = with_names(before.model_copy(update=changed), draft.glossary)
        rows = {name: tuple(dict.fromkeys(row)) for name, row in self._told.items()}
        return after, Laid(**rows)

    # ---------------------------------------------------------------------------------------- the parts

    def _lay_event(self, new: Event | None) -> bool:
        """Lay the event, and tell whether those who attended it attended the briefing's."""
        standing = self._briefing
        if new is None:
            return standing.event is None or self._corrected is not None
        gone = self._corrected or {}
        if standing.event and (same_event(standing.event, new) or gone.get(standing.event.id)):
            self._put("event", new, standing.event)
            return True
        as_meeting = _as_meeting(new)
        coming = same_meeting(standing.meetings, new)
        if standing.event is None and (coming or not standing.meetings):
            self._put("event", new, None)
            if coming:  # it was still to come, and now has taken place
                self._put("meetings", as_meeting, coming)
            return True
        self._put("meetings", as_meeting, coming)
        return False

    def _put_meeting(self, meeting: Meeting, drafted: Sequence[Meeting]) -> None:
        standing = self._briefing
        held = (*((standing.event,) if standing.event else ()), *standing.meetings)
        there = same_meeting(held, meeting, drafted)
        if there is None and self._corrected is not None:
            there = in_its_place(standing.meetings, meeting, drafted, self._corrected)
        self._put("meetings", meeting, there)

    def _lay_opcon(self, new: Opcon, standing: Opcon, findings: Sequence[Finding]) -> None:
        if new.approach:
            self._put("approach", new.approach, standing.approach)
        if new.transfer:
            self._put("transfer", new.transfer, standing.transfer)
        for track in new.tracks:
            self._lay_track(track)
        for condition in new.conditions:
            self._put("conditions", condition, same_condition(standing.conditions, condition))
        for finding in new.findings:
            self._put("findings", finding, same_statement(findings, finding))

    def _lay_track(self, new: Track) -> None:
        at = next((n for n, track in enumerate(self._tracks) if _same_track(track, new)), -1)
        if at < 0:
            self._tracks.append(new.model_copy(update={"stages": tuple(map(self._new, new.stages))}))
            return
        standing = self._tracks[at].stages
        last = {entry.stage: entry for entry in new.stages}
        for entry in new.stages:
            there = [each for each in standing if each.stage == entry.stage]
            if there:
                self._put_stage(at, entry, there, is_last=entry is last[entry.stage])
            else:
                self._put_entry(at, entry, None)

    def _put_stage(self, at: int, entry: Stage, there: Sequence[Stage], *, is_last: bool) -> None:
        place = place_of(entry, there, self._tracks[at].name, is_last=is_last)
        conflicts = (place.conflict,) if place.conflict else ()
        if place.same:
            found = joined(self._now(place.same), entry)
            self._gain(place.same, entry, found._replace(conflicts=conflicts))
            return
        contradicts = place.against is not None and self._contradicts(place.against, entry, conflicts)
        if not contradicts or (place.before and self._corrected is None):
            self._put_entry(at, entry, place.before or there[-1])

    def _put_entry(self, at: int, entry: Stage, before: Stage | None) -> None:
        track = self._tracks[at]
        stages = track.stages
        n = next((n for n, each in enumerate(stages) if before and each.id == before.id), len(stages))
        self._tracks[at] = track.model_copy(update={"stages": (*stages[:n], self._new(entry), *stages[n:])})

    # ----------------------------------------------------------------------------------------- one item

    def _put(self, part: str, new: Item, one: Item | None) -> None:
        """Lay one item on the standing one that it is, else add it."""
        if one is not None:
            found = joined(self._now(one), new)
            # Where nothing proves one of them, no difference can tell of both: then each is an item.
            if not found.conflicts or part in _SINGLE or (proof(one) and proof(new)):
                self._gain(one, new, found)
                return
        self._added.setdefault(part, []).append(self._new(new))

    def _gain(self, one: Item, new: Item, found: Joined) -> None:
        now = self._now(one)
        if self._corrected is not None:
            if found.conflicts:
                self._contradicts(one, new, found.conflicts)
            elif found.values or one.id in self._corrected:
                self._renew(one, new)
            return
        self._contradicts(one, new, found.conflicts)
        self._told["gained"].append(one.id)
        self._change(one, with_gain(now, new, found))

    def _contradicts(self, one: Item, new: Item, conflicts: Sequence[Conflict]) -> bool:
        """Tell what two items contradict each other in; False where nothing proves one of them."""
        if self._corrected is not None:
            self._renew(one, new)
        here = {passage.source for passage in proof(new)}
        proofs = (tuple(each for each in proof(one) if each.source not in here), proof(new))
        if not all(proofs):
            return self._corrected is not None
        for conflict in conflicts:
            found = told(self._differences, conflict, proofs, lambda: self._fresh("d"))
            if found.name and not found.made:
                self._reopened(next(each for each in self._differences if each.id == found.name))
            self._differences = found.differences
            self._told["differences"] += [found.name] if found.name else []
        return True

    def _renew(self, one: Item, new: Item) -> None:
        """Let an item say what the corrected version says; where its words stand, it only gains those."""
        now, gone = self._now(one), (self._corrected or {}).get(one.id)
        after = renewed(now, new, gone) if gone else None
        if after is not None:
            self._told["renewed"].append(one.id)
            self._change(one, after)
        elif not isinstance(
            one, BottomLine
        ):  # which is drawn from all the others: it gains no words of its own
            self._change(one, with_gain(now, new, Joined({}, ())))

    def _change(self, one: Item, after: Item) -> None:
        self._reopened(one)
        self._items[one.id] = after

    def _reopened(self, one: Item) -> None:
        if one.review.state in _DECIDED and one.id in self._standing:
            self._told["reopened"].append(one.id)

    def _now(self, one: AnyItem) -> AnyItem:
        found = self._items.get(one.id, one)
        assert isinstance(found, type(one))  # noqa: S101 - a change keeps the sort
        return found

    def _new(self, item: AnyItem) -> AnyItem:
        name = item.id if isinstance(item, Event) else self._fresh(item.id[0])
        self._told["new"].append(name)
        return item.model_copy(update={"id": name, "key": False, "review": _DRAFTED})

    def _fresh(self, letter: str) -> str:
        name = fresh_id(letter, self._taken, self._chance)
        self._taken.add(name)
        return name

    # ------------------------------------------------------------------------------------------ the whole

    def _row(self, part: str, there: Sequence[Item]) -> tuple[Item, ...]:
        return (*(self._now(each) for each in there), *self._added.get(part, ()))

    def _single(self, part: str, there: Item | None) -> Item | None:
        return next(iter(self._row(part, (there,) if there else ())), None)

    def _opcon(self, before: Opcon) -> Opcon:
        tracks = (
            track.model_copy(update={"stages": tuple(map(self._now, track.stages))}) for track in self._tracks
        )
        changed = {
            "approach": self._single("approach", before.approach),
            "transfer": self._single("transfer", before.transfer),
            "tracks": tuple(tracks),
            "conditions": self._row("conditions", before.conditions),
            "findings": self._row("findings", before.findings),
        }
        return before.model_copy(update=changed)


def _same_track(one: Track, new: Track) -> bool:
    return is_same_text(one.name or "", new.name or "")


def _as_meeting(event: Event) -> Meeting:
    """Return the event of an article as a meeting of a briefing about another one."""
    return Meeting(
        id="m0",
        title=event.name,
        series=event.series,
        when=event.when,
        certainty="confirmed",
        place=event.place,
        country=event.country,
        mode=event.mode,
        participants=event.parties,
        outcome=Outcome(state="held"),
        evidence=event.evidence,
        review=_DRAFTED,
        origin=event.origin,
        inferred=event.inferred,
    )
