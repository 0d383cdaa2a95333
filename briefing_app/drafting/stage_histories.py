"""What became of each stage, from entries as sentences have them: in order, and each once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from briefing_app.drafting.stage_times import before, first_day, last_day
from briefing_app.drafting.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.proofs import Proof
    from briefing_app.model.opcon import StageCode, StageState

    Settled = Mapping[StageCode, date]

_CLOSE = 12
_DONE = ("assessed", "verified")


@dataclass(frozen=True, slots=True)
class StageDraft:
    """One entry in the life of a stage (format.md, Stage).

    Attributes:
        stage: which stage.
        state: what became of it.
        due: when it was to happen.
        when: when it happened, or is now to happen.
        reason: why it was put off, as printed.
        note: what else belongs to it.
        proofs: the words that prove it.
        rule: the rule that made it.
    """

    stage: StageCode
    state: StageState
    due: Dated | None = None
    when: Dated | None = None
    reason: str | None = None
    note: str | None = None
    proofs: tuple[Proof, ...] = ()
    rule: str = "opcon-stage"


@dataclass(frozen=True, slots=True)
class TrackDraft:
    """The stages of the whole force, or of the component that it names."""

    name: str | None
    stages: tuple[StageDraft, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A stage as one sentence has it.

    Attributes:
        draft: what it says.
        track: the component, empty for the whole force.
        missed: it was planned for a day that is an old one.
        why: the reason of a delay, and its words.
    """

    draft: StageDraft
    track: str
    missed: bool = False
    why: tuple[str, Proof] | None = None


def in_order(entries: Sequence[Entry], anchor: date) -> tuple[StageDraft, ...]:
    """Return the entries of a track in the order of stages and of time; those that say the same are one.

    Args:
        entries: in the order of the text.
        anchor: the day of publication.
    """
    settled = _settled(entries)
    kept: list[Entry] = []
    for entry in entries:
        same = (
            n
            for n, other in enumerate(kept)
            if _absorbs(other, entry, settled) or _absorbs(entry, other, settled)
        )
        at = next(same, None)
        if at is None:
            kept.append(entry)
        else:
            kept[at] = _one(kept[at], entry, settled)
    order = ("IOC", "FOC", "FMC")
    kept.sort(key=lambda each: (order.index(each.draft.stage), _time(each.draft, anchor)))
    return tuple(_reasoned(each) for each in kept)


def _settled(entries: Sequence[Entry]) -> Settled:
    """Return when each stage was last done."""
    days = [
        (each.draft.stage, day)
        for each in entries
        if each.draft.state in _DONE and (day := last_day(each.draft.when))
    ]
    return {stage: max(day for other, day in days if other == stage) for stage, _ in days}


def _reasoned(entry: Entry) -> StageDraft:
    """Return the draft of an entry, a delay with its reason."""
    if entry.why is None or entry.draft.state != "delayed":
        return entry.draft
    reason, proof = entry.why
    return replace(entry.draft, reason=reason, proofs=joined(entry.draft.proofs, (proof,)))


def _time(draft: StageDraft, anchor: date) -> date:
    day = first_day(draft.when) or last_day(draft.when) or last_day(draft.due) or first_day(draft.due)
    if day is None:
        return anchor if draft.state in ("assessed", "verified", "rehearsed") else date.max
    return day if draft.state not in ("planned", "delayed") or day <= anchor else max(day, anchor)


def _absorbs(one: Entry, other: Entry, settled: Settled) -> bool:
    """Tell whether one entry says all that another one says."""
    a, b = one.draft, other.draft
    if a.stage != b.stage:
        return False
    if a.state == b.state:
        return _agree(a.when, b.when) and _agree(a.due, b.due)
    if a.state != "delayed" or b.state != "planned":
        return False
    if other.missed or b.when is None:
        return _agree(a.due, b.due)
    if a.when or a.due is None:
        return _agree(a.when, b.when)
    # "Missed in May, is to be held in October" is one delay, unless the stage has been done between the two.
    done = settled.get(a.stage)
    return before(a.due, b.when) and not (done and done > (last_day(a.due) or done))


def _agree(one: Dated | None, other: Dated | None) -> bool:
    return (
        one is None or other is None or one.edtf == other.edtf or _within(one, other) or _within(other, one)
    )


def _within(one: Dated, other: Dated) -> bool:
    """Tell whether a date lies in a longer one: April in the spring."""
    a, b, c, d = first_day(one), last_day(one), first_day(other), last_day(other)
    return bool(a and b and c and d and c <= a and b <= d)


def _exacter(one: Dated | None, other: Dated | None) -> Dated | None:
    return other if one is None or (other and _within(other, one)) else one


def _one(one: Entry, other: Entry, settled: Settled) -> Entry:
    """Return two entries that say the same as one."""
    main, less = (one, other) if _absorbs(one, other, settled) else (other, one)
    a, b = main.draft, less.draft
    due, when = _exacter(a.due, b.due), _exacter(a.when, b.when)
    if a.state == "delayed" and a.when is None and a.due is None and less is one:
        due, when = b.when or b.due, None  # a plan that stands before the delay is the old one
    return replace(
        main,
        missed=main.missed and when is None,
        why=main.why or less.why,
        draft=replace(
            a,
            state="delayed" if a.state == "planned" and before(due, when) else a.state,
            due=due,
            when=when,
            note=a.note or b.note,
            proofs=joined(a.proofs, b.proofs),
        ),
    )


def joined(one: tuple[Proof, ...], other: tuple[Proof, ...]) -> tuple[Proof, ...]:
    """Return the proofs of both; what stands close together is one passage."""
    found: list[Proof] = []
    for number, first, end in sorted({*one, *other}):
        if found and found[-1][0] == number and first - found[-1][2] <= _CLOSE:
            found[-1] = (number, found[-1][1], max(end, found[-1][2]))
        else:
            found.append((number, first, end))
    return tuple(found)
