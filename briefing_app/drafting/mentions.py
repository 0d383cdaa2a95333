"""A name where it stands, with what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from briefing_app.drafting.roles import Role


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands.

    Attributes:
        paragraph: index of the paragraph, from 0.
        sentence: index of its sentence.
        first: first token, titles and an office right before it included.
        start: first token of the name itself.
        end: the token after the name.
        until: the token after an office that follows it.
        words: the parts of the name, hyphenated ones whole.
        titled: a rank or a form of address stands before it.
        title: the rank, as printed.
        role: the office beside it.
        code: the party beside it.
        organisation: what it is "of", where that is no state.
        duty: what the person leads, with the verb.
        sure: it is known to be a person's by what stands beside it.
        nominal: it names a government.
        shared: the party stands after a later name of the list.
        place: its place in a list under one plural office.
    """

    paragraph: int
    sentence: int
    first: int
    start: int
    end: int
    until: int
    words: tuple[str, ...]
    titled: bool = False
    title: str | None = None
    role: Role | None = None
    code: str | None = None
    organisation: str | None = None
    duty: str | None = None
    sure: bool = False
    nominal: bool = False
    shared: bool = False
    place: int = 0
