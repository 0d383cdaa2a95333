"""What leaves a page that is too full, in which order: each thing has its step (look.md: one page).

Nothing is ever dropped from a full brief.
"""

from __future__ import annotations

from dataclasses import dataclass, field
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
        least: drops that are certain before anything is measured.
        last: drops after which only one agreement is left; rather than that one, texts are cut.
    """

    steps: dict[Key, int] = field(default_factory=dict)
    least: int = 0
    last: int = 0

    @property
    def most(self) -> int:
        """How many drops there are."""
        return len(self.steps)

    def until(self, key: Key) -> int | None:
        """Return the number of drops at which a thing is gone, None where it stays."""
        return self.steps.get(key)

    def gone(self, key: Key) -> bool:
        """Tell whether a thing is dropped in any case."""
        step = self.steps.get(key)
        return step is not None and step <= self.least


def order(briefing: Briefing, options: Options) -> Drops:
    """Return what may leave the page, first what goes first; nothing for a full brief."""
    if not options.one_page:
        return Drops()
    keys = list(_keys(briefing, options))
    steps = {key: n for n, key in enumerate(keys, 1)}
    least = max(_certain(keys, kind, most) for kind, most in MOST.items())
    if len(attending(briefing)) > MOST_PEOPLE:
        least = max(least, steps.get("participants", 0))
    agreements = [step for key, step in steps.items() if key.startswith("agreement:")]
    return Drops(steps, least, max(least, agreements[-1] - 1 if agreements else len(steps)))


def _certain(keys: list[Key], kind: str, most: int) -> int:
    """Return the step after which only `most` things of a kind are left."""
    at = [n for n, key in enumerate(keys, 1) if key.startswith(f"{kind}:")]
    return at[-most - 1] if len(at) > most else 0


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
    if options.has("opcon") and briefing.opcon:
        yield from _parts(briefing)
    if options.has("participants") and attending(briefing):
        yield "participants"
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
