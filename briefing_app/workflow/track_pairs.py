"""Which track of one briefing is which of another: tracks have no ids, and may have no names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.model.canonical import Json
    from briefing_app.model.opcon import Track


@dataclass(frozen=True, slots=True)
class TrackPairs:
    """The tracks of two briefings beside each other.

    Attributes:
        numbers: for each track before the index of the same one after; below zero, and no two alike, for one
            that is gone.
        before: how each track before is called.
        after: how each track after is called.
        told: the changes of its stages tell all that became of the tracks; else one was renamed, or stands
            elsewhere, or came or went without a stage.
    """

    numbers: tuple[int, ...]
    before: tuple[Json, ...]
    after: tuple[Json, ...]
    told: bool


def pair_tracks(before: Sequence[Track], after: Sequence[Track]) -> TrackPairs:
    """Return which tracks are the same: those of one name, and of the others those that share a stage."""
    old, new = _names(before), _names(after)
    by_name = {name: n for n, name in enumerate(new)}
    numbers = [by_name.get(name, -1 - i) for i, name in enumerate(old)]
    free = set(range(len(new))) - set(numbers)
    homes = {stage.id: n for n in sorted(free) for stage in after[n].stages}
    for i, track in enumerate(before):
        if numbers[i] < 0:
            shared = (homes[stage.id] for stage in track.stages if homes.get(stage.id) in free)
            numbers[i] = next(shared, numbers[i])
            free.discard(numbers[i])
    kept = [n for n in numbers if n >= 0]
    told = (
        kept == sorted(kept)
        and all(n < 0 or old[i] == new[n] for i, n in enumerate(numbers))
        and all(n >= 0 or before[i].stages for i, n in enumerate(numbers))
        and all(after[n].stages for n in free)
    )
    return TrackPairs(tuple(numbers), _labels(old), _labels(new), told)


def label_of(name: str | None, n: int) -> Json:
    """Return a name as JSON data; the second of its kind is `[name, 2]`."""
    return name if n == 1 else [name, n]


def _names(tracks: Sequence[Track]) -> list[tuple[str | None, int]]:
    """Return the name of each track, and how many have had it so far."""
    seen: Counter[str | None] = Counter()
    found = []
    for track in tracks:
        seen[track.name] += 1
        found.append((track.name, seen[track.name]))
    return found


def _labels(names: list[tuple[str | None, int]]) -> tuple[Json, ...]:
    return tuple(label_of(name, n) for name, n in names)
