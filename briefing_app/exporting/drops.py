"""What leaves a page that is too full, in which order: each thing has its step (look.md: one page).

Nothing is ever dropped from a full brief.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from briefing_app.model.outline import ahead, attending, groups, shown
from briefing_app.model.tracker import rows, tracks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.exporting.options import Options
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.items import Item

Key = str
# More lines than a page can hold at the smallest size; what is beyond them never has to be measured.
MOST = {"agreement": 60, "meeting": 30, "gap": 60, "note": 60, "finding": 40, "track": 12, "condition": 40}
MOST_PEOPLE = 60


@dataclass(frozen=True, slots=True)
class Drops:
    """The order of dropping.

    Attributes:
        steps: the number of drops after which a thing is gone, by its key; what is not there never goes.
        certain: keys of what cannot come on the page whatever is measured: there is too much of its kind.
        least: the step of the last of them.
        last: drops after which only one agreement is left; rather than that one, texts are cut.
        again: the steps kind by kind, what weighs most first: what comes back where room is left, for a thing
            that goes may be higher than the room that was wanted.
    """

    steps: dict[Key, int] = field(default_factory=dict)
    certain: frozenset[Key] = frozenset()
    least: int = 0
    last: int = 0
    again: tuple[tuple[int, ...], ...] = ()

    @property
    def most(self) -> int:
        """How many drops there are."""
        return len(self.steps)

    def until(self, key: Key) -> int | None:
        """Return the number of drops at which a thing is gone, None where it stays."""
        return self.steps.get(key)

    def gone(self, key: Key) -> bool:
        """Tell whether a thing is dropped in any case."""
        return key in self.certain


def order(briefing: Briefing, options: Options) -> Drops:
    """Return what may leave the page, first what goes first; nothing for a full brief."""
    if not options.one_page:
        return Drops()
    keys = list(_keys(briefing, options))
    steps = {key: n for n, key in enumerate(keys, 1)}
    certain = {key for kind, most in MOST.items() for key in _of_kind(keys, kind)[:-most]}
    if len(attending(briefing)) > MOST_PEOPLE:
        certain |= {"participants"} & steps.keys()
    least = max((steps[key] for key in certain), default=0)
    agreements = _of_kind(keys, "agreement")
    last = max(least, steps[agreements[-1]] - 1 if agreements else len(steps))
    left = [key for key in keys if key not in certain]
    return Drops(steps, frozenset(certain), least, last, tuple(_kind_by_kind(left, steps)))


def _of_kind(keys: list[Key], kind: str) -> list[Key]:
    return [key for key in keys if key.startswith(f"{kind}:")]


def _kind_by_kind(keys: list[Key], steps: dict[Key, int]) -> Iterator[tuple[int, ...]]:
    """Yield the steps of neighbours of one kind together, the last drop first."""
    for _, run in groupby(reversed(keys), key=lambda key: key.partition(":")[0]):
        yield tuple(steps[key] for key in run)


def note(item: Item) -> Key:
    """Return the key of the note that stands with an item."""
    return f"note:{item.id}"


def finding(item: Item) -> Key:
    """Return the key of a fact in the OPCON panel."""
    return f"finding:{item.id}"


def _keys(briefing: Briefing, options: Options) -> Iterator[Key]:
    """Yield the keys of all that may go, in the order of going."""
    if options.has("opcon") and briefing.opcon:
        yield from _notes(briefing)
    if options.has("gaps"):
        yield from (f"gap:{gap.id}" for gap in reversed(shown(briefing.gaps)))
    agreements = (
        [each for _, group in groups(briefing) for each in group] if options.has("agreements") else []
    )
    yield from (f"agreement:{each.id}" for each in reversed(agreements) if not each.key)
    meetings = ahead(briefing) if options.has("meetings") else ()
    yield from (f"meeting:{each.id}" for each in reversed(meetings) if not each.key)
    if options.has("participants") and attending(briefing):
        yield "participants"
    if options.has("opcon") and briefing.opcon:
        yield from _parts(briefing)
    yield from (f"agreement:{each.id}" for each in reversed(agreements) if each.key)
    yield from (f"meeting:{each.id}" for each in reversed(meetings) if each.key)


def _notes(briefing: Briefing) -> Iterator[Key]:
    """Yield the notes and the history of the stages, the last first, and facts that are not key."""
    opcon = briefing.opcon
    if opcon is None:
        return
    for track in reversed(tracks(opcon)):
        for row in reversed(rows(track)):
            if row.item and (row.note or row.history):
                yield note(row.item)
    if opcon.transfer and opcon.transfer.note:
        yield note(opcon.transfer)
    yield from (finding(each) for each in reversed(shown(opcon.findings)) if not each.key)


def _parts(briefing: Briefing) -> Iterator[Key]:
    """Yield what may go of the OPCON panel beside its three stages."""
    opcon = briefing.opcon
    if opcon is None:
        return
    yield from (finding(each) for each in reversed(shown(opcon.findings)) if each.key)
    yield from (f"track:{n}" for n in range(len(tracks(opcon)) - 1, 0, -1))
    yield from (f"condition:{each.id}" for each in reversed(shown(opcon.conditions)))
    if opcon.transfer:
        yield f"transfer:{opcon.transfer.id}"
    if opcon.approach:
        yield f"approach:{opcon.approach.id}"
