"""Offices that the lead gives to all at once: "the defence ministers of A, B and C met"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import COUNTS, DETERMINERS
from briefing_app.drafting.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.drafting.actor import Actor
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.persons import Person

_LEAD = 3  # paragraphs
_FEWEST = 2
_ONE = {"ministers": "minister", "secretaries": "secretary", "chiefs": "chief", "commanders": "commander"}
_SINGULAR = _ONE | {
    "navies": "navy",
    "armies": "army",
    "militaries": "military",
    "guards": "guard",
    "staffs": "staff",
}
_BESIDE = frozenset(
    ("other", "respective", "visiting", "participating", "senior", "top", "'s", "'", ",", "and", "-")
)


def with_offices(
    people: Sequence[Person], actors: Sequence[Sequence[Actor]], paragraphs: Sequence[Paragraph]
) -> tuple[Person, ...]:
    """Return the people, those named with nothing but their state with the office of the lead.

    Args:
        people: whom the article names.
        actors: who can act, by paragraph.
        paragraphs: the body.
    """
    bare = [n for n, person in enumerate(people) if _is_bare(person)]
    sides = Counter(people[n].side for n in bare)
    found = list(people)
    for office, codes in _offices(actors, paragraphs):
        wanted = [n for n in bare if people[n].side in codes] if codes else bare
        fits = [n for n in wanted if sides[people[n].side] == 1]
        if not codes and len(fits) < _FEWEST:
            continue
        for n in fits:
            holds = any(
                other.side == people[n].side and office in (other.role or "").lower() for other in people
            )
            if found[n].role in (None, found[n].rank) and not holds:
                found[n] = replace(found[n], role=office, role_inferred=True)
    return tuple(found)


def _is_bare(person: Person) -> bool:
    """Tell whether somebody is named with a state and at most a rank."""
    office = person.role if person.role != person.rank else None
    known = office or person.organisation or person.spokesperson or person.outsider
    return person.side is not None and not known


def _offices(
    actors: Sequence[Sequence[Actor]], paragraphs: Sequence[Paragraph]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the offices that the first paragraphs name in the plural, and whose they are, none for all."""
    for paragraph, acting in zip(paragraphs[:_LEAD], actors[:_LEAD], strict=False):
        for actor in acting:
            if actor.kind != "group" or actor.head not in _ONE or len(actor.codes) == 1:
                continue
            office = _singular(paragraph, actor)
            if " " in office:
                yield office, actor.codes


def _singular(paragraph: Paragraph, actor: Actor) -> str:
    """Return "defence minister" of "the three defence ministers of A, B and C"."""
    words: list[str] = []
    for i in range(actor.first, actor.end):
        low = paragraph.tokens[i].low
        opening = low in DETERMINERS and not words
        if paragraph.party_at(i) or opening or low in COUNTS or low in _BESIDE:
            continue
        words.append(_SINGULAR.get(low, low))
    while words and words[-1] in ("of", "from", "the"):
        words.pop()
    return " ".join(words)
