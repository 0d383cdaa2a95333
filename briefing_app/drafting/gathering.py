"""One mention of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.tense import Outlook


@dataclass(frozen=True, slots=True)
class Gathering:
    """One mention of a meeting.

    Attributes:
        paragraph: 1-based.
        sentence: its sentence, as tokens.
        first: first token of the mention.
        end: the token after it.
        head: the noun or verb in lower case.
        name: the phrase as printed, without article and ordinal.
        proper: it has a name of its own.
        ordinal: which of its series, 0 where not said.
        abbreviation: its short form in brackets.
        outlook: how its clause stands to time.
        next: it is called the next one.
        definite: it is spoken of as known ("the talks").
        codes: the parties that the phrase or its clause names.
        people: persons in its clause, as indices.
        dated: the date that belongs to it.
        place: the city, with its country's code.
    """

    paragraph: int
    sentence: tuple[int, int]
    first: int
    end: int
    head: str
    name: str
    proper: bool = False
    ordinal: int = 0
    abbreviation: str = ""
    outlook: Outlook = "none"
    next: bool = False
    definite: bool = False
    verbal: bool = False
    codes: tuple[str, ...] = ()
    people: tuple[int, ...] = ()
    dated: Dated | None = None
    place: tuple[str, str] | None = None
