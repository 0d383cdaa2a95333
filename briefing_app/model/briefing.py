"""The root document, and the walks over its items and passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from briefing_app.model.agreements import Agreement
from briefing_app.model.evidence import Passage
from briefing_app.model.items import BottomLine, Finding, Gap, Item, Marking
from briefing_app.model.meetings import Event, Meeting
from briefing_app.model.opcon import Opcon
from briefing_app.model.people import Participant
from briefing_app.model.problems import Step
from briefing_app.model.record import Day, ItemId, Language, Markdown, Record, Slug, Text
from briefing_app.model.sources import Difference, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FORMAT = "briefing/1"
MEDIA_TYPE = "application/vnd.briefing+json"
SUFFIX = ".briefing"


class Prepared(Record):
    """Originator and date; a draft that a machine made has neither."""

    by: Text | None = None
    on: Day | None = None


class SignedOff(Record):
    """Who signed the review off, and when."""

    by: Text
    on: Day


class Expansion(Record):
    """An abbreviation or short name and what it stands for."""

    abbreviation: Text
    expansion: Text


class Unused(Record):
    """A sentence of the article with a cue that became no item."""

    id: ItemId
    passage: Passage
    cue: Text
    dismissed: Annotated[bool, Field(strict=True)] = False


class Briefing(Record):
    """One meeting as its sources report it (format.md, Top level)."""

    format: Literal["briefing/1"]
    id: Slug
    title: Text
    language: Language
    status: Literal["draft", "reviewed", "final"]
    sample: Annotated[bool, Field(strict=True)] = False
    marking: Marking | None = None
    prepared: Prepared | None = None
    signed_off: SignedOff | None = None
    as_of: Day
    bottom_line: BottomLine
    event: Event | None = None
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    participants: tuple[Participant, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    opcon: Opcon | None = None
    meetings: tuple[Meeting, ...] = ()
    background: tuple[Finding, ...] = ()
    differences: tuple[Difference, ...] = ()
    gaps: tuple[Gap, ...] = ()
    comment: Markdown | None = None
    glossary: tuple[Expansion, ...] = ()
    unused: tuple[Unused, ...] = ()


Walk = tuple[tuple[Step, ...], Item]
LISTS = ("participants", "agreements", "meetings", "background", "differences", "gaps")


def items(briefing: Briefing) -> Iterator[Walk]:
    """Yield every item with its place, in the order of the file."""
    yield ("bottom_line",), briefing.bottom_line
    if briefing.event:
        yield ("event",), briefing.event
    for name in LISTS[:2]:
        yield from _numbered((name,), getattr(briefing, name))
    if briefing.opcon:
        yield from _opcon_items(briefing.opcon)
    for name in LISTS[2:]:
        yield from _numbered((name,), getattr(briefing, name))


def source_with(briefing: Briefing, digest: str) -> Source | None:
    """Return the source of a text by the text's digest, None where the briefing has no such source."""
    return next((source for source in briefing.sources if source.digest == digest), None)


def altered(before: Briefing, after: Briefing) -> list[tuple[Item, Item]] | None:
    """Return the items that are not the very same values in two states of a briefing, in pairs by place.

    None where one of the states has items in places where the other has none.
    """
    pairs: list[tuple[Item, Item]] = []
    for one, other in zip(by_part(before), by_part(after), strict=True):
        if len(one) != len(other):
            return None
        if one is not other:
            pairs += [pair for pair in zip(one, other, strict=True) if pair[0] is not pair[1]]
    return pairs


def by_part(briefing: Briefing) -> Iterator[Sequence[Item]]:
    """Yield the items of each part in the order of the file, as `items` does, without their places."""
    yield (briefing.bottom_line,)
    yield (briefing.event,) if briefing.event else ()
    yield from (getattr(briefing, name) for name in LISTS[:2])
    opcon = briefing.opcon or Opcon()
    yield (opcon.approach,) if opcon.approach else ()
    yield (opcon.transfer,) if opcon.transfer else ()
    yield tuple(stage for track in opcon.tracks for stage in track.stages)
    yield opcon.conditions
    yield opcon.findings
    yield from (getattr(briefing, name) for name in LISTS[2:])


def passages(
    briefing: Briefing, walk: Iterable[Walk] | None = None
) -> Iterator[tuple[tuple[Step, ...], Passage]]:
    """Yield every passage with its place: of items, readings, outcomes and unused sentences.

    Args:
        briefing: the briefing.
        walk: the items that are asked, where they are not all.
    """
    for steps, item in items(briefing) if walk is None else walk:
        for i, passage in enumerate(item.evidence):
            yield (*steps, "evidence", i), passage
        yield from _inner_passages(steps, item)
    for n, unused in enumerate(briefing.unused):
        yield ("unused", n, "passage"), unused.passage


def _inner_passages(steps: tuple[Step, ...], item: Item) -> Iterator[tuple[tuple[Step, ...], Passage]]:
    if isinstance(item, Difference):
        for r, reading in enumerate(item.readings):
            for i, passage in enumerate(reading.evidence):
                yield (*steps, "readings", r, "evidence", i), passage
    if isinstance(item, Meeting) and item.outcome:
        for i, passage in enumerate(item.outcome.evidence):
            yield (*steps, "outcome", "evidence", i), passage


def _numbered(steps: tuple[Step, ...], found: tuple[Item, ...]) -> Iterator[Walk]:
    for i, item in enumerate(found):
        yield (*steps, i), item


def _opcon_items(opcon: Opcon) -> Iterator[Walk]:
    if opcon.approach:
        yield ("opcon", "approach"), opcon.approach
    if opcon.transfer:
        yield ("opcon", "transfer"), opcon.transfer
    for t, track in enumerate(opcon.tracks):
        yield from _numbered(("opcon", "tracks", t, "stages"), track.stages)
    yield from _numbered(("opcon", "conditions"), opcon.conditions)
    yield from _numbered(("opcon", "findings"), opcon.findings)
