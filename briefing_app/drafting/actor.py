"""Somebody who can hold a commitment, where they stand in a sentence."""

from __future__ import annotations

from typing import Literal

from briefing_app.drafting.values import dataclass

ActorKind = Literal["holder", "party", "person", "group", "pronoun", "office", "document", "some"]
_PLURAL = frozenset(("they", "we", "both"))


@dataclass(frozen=True, slots=True)
class Actor:
    """A noun phrase that can be the subject of a commitment.

    Attributes:
        first: the first token of the phrase.
        end: the token after it.
        kind: what its head is.
        codes: the parties that it names itself, in order.
        people: the persons that it names, as indices of the list of people.
        count: how many it says that they are, 0 where it does not.
        head: its last noun in lower case.
        governed: it stands after a preposition.
    """

    first: int
    end: int
    kind: ActorKind
    codes: tuple[str, ...] = ()
    people: tuple[int, ...] = ()
    count: int = 0
    head: str = ""
    governed: bool = False

    @property
    def is_plural(self) -> bool:
        """Tell whether it stands for several."""
        if self.kind == "pronoun":
            return self.head in _PLURAL
        return len(self.codes) > 1 or len(self.people) > 1 or self.count > 1 or self.kind == "group"


# The subject of a point in a list, or of a paragraph that goes on with the one before: all who speak.
IMPLIED = Actor(0, 0, "document", head="implied")
