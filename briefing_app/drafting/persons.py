"""Somebody whom an article names, and where the name stands."""

from __future__ import annotations

from briefing_app.drafting.values import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name where it stands.

    Attributes:
        paragraph: 1-based.
        first: the first token of the name, its role and title before it included.
        end: the token after the name.
        person: index of the list of people.
    """

    paragraph: int
    first: int
    end: int
    person: int


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the article names with a name.

    Attributes:
        name: the fullest form of the name, without titles, in the order as printed.
        side: the party, None where the text does not say.
        side_inferred: the text does not say it in so many words.
        role: the office as printed, without the country.
        role_inferred: it is read from a counterpart's.
        rank: the military rank as printed.
        organisation: what the person is of, where that is no state.
        acting: in place of somebody else.
        spokesperson: speaks for an office.
        other_names: further forms of the name, of two words or more.
        introduced: paragraph, first token and end token of the fullest mention with its role.
        outsider: holds no office of a delegation ("analyst").
        foreign: the office is of a body or a state that it names, and that no table knows.
    """

    name: str
    side: str | None = None
    side_inferred: bool = False
    role: str | None = None
    role_inferred: bool = False
    rank: str | None = None
    organisation: str | None = None
    acting: bool = False
    spokesperson: bool = False
    other_names: tuple[str, ...] = ()
    introduced: tuple[int, int, int] = (0, 0, 0)
    outsider: bool = False
    foreign: bool = False

    @property
    def title(self) -> str | None:
        """Return the rank and the office."""
        rank, role = self.rank or "", self.role or ""
        return role or None if rank.lower() in role.lower() else ", ".join(filter(None, (rank, role)))
