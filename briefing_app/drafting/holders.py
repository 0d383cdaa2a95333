"""Whose a commitment is: "they", "the two sides", "Seoul, for its part" as parties of the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.drafting.actor import Actor
    from briefing_app.drafting.event import Held
    from briefing_app.drafting.reading import Reading


_PAIR = 2


class Holders:
    """Resolves the subject of a clause to parties, sentence after sentence."""

    def __init__(self, reading: Reading, held: Held) -> None:
        """Take what was read and the meeting whose parties "they" are."""
        self._reading = reading
        self._all = held.parties
        self._guests = held.guests
        self._assembly = False
        self._single: tuple[str, ...] = ()
        self._plural: tuple[str, ...] = ()

    @property
    def everybody(self) -> tuple[str, ...]:
        """All parties of the meeting."""
        return self._all

    def of(self, actor: Actor | None, number: int) -> tuple[str, ...]:
        """Return the parties that an actor stands for, none where it stands for no party of the meeting.

        Args:
            actor: the subject.
            number: of its paragraph.
        """
        codes = self._codes(actor, number)
        if actor and actor.head != "it":
            self._assembly = actor.kind == "document"
        if len(codes) == 1:
            self._single = codes
        elif codes:
            self._plural = codes
        return codes

    def _codes(self, actor: Actor | None, number: int) -> tuple[str, ...]:
        silent = (
            actor is None or actor.kind == "some" or (actor.head == "we" and self._is_spokesperson(number))
        )
        if silent or actor is None:
            return ()
        if actor.kind == "person" or actor.people:
            people = [self._reading.people[p] for p in actor.people]
            sides = [person.side for person in people if not (person.spokesperson or person.outsider)]
            codes = tuple(dict.fromkeys([*(side for side in sides if side), *actor.codes]))
            return codes if self._are_of_meeting(codes) else ()
        if actor.codes:
            return self._named(actor)
        if actor.kind == "holder":
            return self._holder(actor)
        if actor.kind == "pronoun" and not actor.is_plural:
            named = self._meant_by_he(actor, number) if actor.head in ("he", "she") else ()
            return self._all if actor.head == "it" and self._assembly else named or self._single
        some = self._meant_by_they(actor, number) if actor.head == "they" else ()
        if some:
            return some
        return self._office() if actor.kind == "office" else self._counted(actor)

    def _meant_by_they(self, actor: Actor, number: int) -> tuple[str, ...]:
        """Return the parties of the people right before "they": "Ministers A and B met. They agreed"."""
        sentences = self._reading.paragraph(number).sentences
        at = next(n for n, (_, end) in enumerate(sentences) if actor.first < end)
        begin = sentences[max(0, at - 1)][0]
        before = [
            each
            for each in self._reading.actors[number - 1]
            if begin <= each.first and each.end <= actor.first and each.is_plural and not each.governed
        ]
        sides = [self._reading.people[p].side for p in before[-1].people] if before else []
        codes = tuple(dict.fromkeys(side for side in sides if side))
        return codes if _PAIR <= len(codes) < len(self._all) and set(codes) < set(self._all) else ()

    def _meant_by_he(self, actor: Actor, number: int) -> tuple[str, ...]:
        """Return the party of whose deeds the sentence before told: "Minister A briefed B. He pledged"."""
        sentences = self._reading.paragraph(number).sentences
        at = next(n for n, (_, end) in enumerate(sentences) if actor.first < end)
        if not at or actor.first != sentences[at][0]:
            return ()
        opening = (a for a in self._reading.actors[number - 1] if a.first == sentences[at - 1][0])
        people = [self._reading.people[p] for a in opening if not a.governed for p in a.people]
        side = people[0].side if len(people) == 1 else None
        return (side,) if side in self._all else ()

    def _named(self, actor: Actor) -> tuple[str, ...]:
        if set(self._all) <= self._reading.lexicon.bodies:
            return actor.codes
        known = tuple(code for code in actor.codes if code in self._all or code in self._guests)
        # Whoever else signs with the two is named with them.
        return actor.codes if len(known) == len(actor.codes) or len(known) > 1 else ()

    def _are_of_meeting(self, codes: tuple[str, ...]) -> bool:
        """Tell whether all are of the meeting, where states met: with another one it is another meeting."""
        return not self._are_states() or len(codes) < _PAIR or set(codes) <= {*self._all, *self._guests}

    def _are_states(self) -> bool:
        """Tell whether all parties of the meeting are states."""
        return all(len(code) == len("XX") for code in self._all)

    def _is_spokesperson(self, number: int) -> bool:
        """Tell whether a spokesperson speaks in a paragraph."""
        people = self._reading.people
        return any(
            people[name.person].spokesperson for name in self._reading.named if name.paragraph == number
        )

    def _holder(self, actor: Actor) -> tuple[str, ...]:
        if actor.head.endswith("excellency"):
            return self._addressed(actor.head)
        words = set(actor.head.split())
        for person in self._reading.people:
            if person.side and words <= set((person.role or "").lower().split()):
                return (person.side,)
        return self._office()

    def _addressed(self, form: str) -> tuple[str, ...]:
        """Return the side of the first person who is called "His Excellency", or "Her"."""
        for name in self._reading.named:
            said = self._reading.paragraph(name.paragraph).said(name.first, name.end).lower()
            side = self._reading.people[name.person].side
            if form in said and side:
                return (side,)
        return ()

    def _office(self) -> tuple[str, ...]:
        home = self._reading.home
        return (home,) if home and home in self._all else ()

    def _counted(self, actor: Actor) -> tuple[str, ...]:
        if actor.kind == "group" and actor.head in self._reading.lexicon.lists["one_side"]:
            return self._single
        if actor.count and actor.count != len(self._all) and len(self._plural) == actor.count:
            return self._plural
        if actor.head == "sides" and 0 < actor.count < len(self._all) and self._are_states():
            return ()  # "the two" of three: which two is not said
        return self._all
