"""Where two sources give different values: a difference to be reviewed, with both of them and their proof."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing_app.model.items import Review
from briefing_app.model.outline import date_text
from briefing_app.model.sources import Difference, Reading
from briefing_app.workflow.likeness import is_same_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.model.evidence import Passage
    from briefing_app.model.items import When

RULE = "sources-differ"
_DRAFTED = Review(state="drafted")


class Conflict(NamedTuple):
    """Two values of one thing.

    Attributes:
        about: what they are the values of, in words.
        one: the standing value in words.
        new: the other source's.
    """

    about: str
    one: str
    new: str


def date_words(when: When | None) -> str:
    """Return a date as a reading gives it."""
    words = date_text(when).replace("\u00a0", " ")
    return words[:1].upper() + words[1:]


class Told(NamedTuple):
    """A row of differences that tells of a conflict.

    Attributes:
        differences: all of them.
        name: the id of the one that tells of it; empty where it was told already.
        made: it is a new one.
    """

    differences: tuple[Difference, ...]
    name: str
    made: bool = False


def told(
    differences: tuple[Difference, ...],
    conflict: Conflict,
    proofs: tuple[tuple[Passage, ...], tuple[Passage, ...]],
    fresh: Callable[[], str],
) -> Told:
    """Return a row of differences that tells of a conflict: in the one about the same thing, else in its own.

    Args:
        differences: those that stand.
        conflict: the two values.
        proofs: the passages of each; neither is empty.
        fresh: gives the id of a new one.
    """
    readings = tuple(
        Reading(value=value, evidence=proof)
        for value, proof in zip((conflict.one, conflict.new), proofs, strict=True)
    )
    there = next((each for each in differences if is_same_text(each.about, conflict.about)), None)
    if there is None:
        made = Difference(
            id=fresh(), about=conflict.about, readings=readings, review=_DRAFTED, origin=f"rule:{RULE}"
        )
        return Told((*differences, made), made.id, made=True)
    extended = there.readings
    for reading in readings:
        extended = _with_reading(extended, reading)
    if extended == there.readings:
        return Told(differences, "")
    after = there.model_copy(update={"readings": extended, "review": _DRAFTED})
    return Told(tuple(after if each is there else each for each in differences), there.id)


def _with_reading(readings: tuple[Reading, ...], new: Reading) -> tuple[Reading, ...]:
    """Return readings with another one: its passages join those of the same value.

    A passage that shows another value already shows only that, though the item has it, too.
    """
    for n, each in enumerate(readings):
        if is_same_text(each.value, new.value):
            others = {passage for other in readings if other is not each for passage in other.evidence}
            more = (passage for passage in new.evidence if passage not in others)
            evidence = tuple(dict.fromkeys((*each.evidence, *more)))
            return (*readings[:n], each.model_copy(update={"evidence": evidence}), *readings[n + 1 :])
    return (*readings, new)
