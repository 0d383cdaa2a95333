"""What is printed of a briefing, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing_app.model.evidence import Passage, PassageState

Layout = Literal["one-page", "full"]
Paper = Literal["a4", "letter"]

# The parts that can be left out, in the order of the page; title and bottom line always stand.
SECTIONS = (
    "participants",
    "opcon",
    "meetings",
    "agreements",
    "earlier",
    "background",
    "differences",
    "gaps",
    "comment",
    "mentioned",
    "glossary",
    "sources",
    "evidence",
    "dates",
    "coverage",
    "record",
)


@dataclass(frozen=True, slots=True)
class Options:
    """How one briefing is to be printed.

    Attributes:
        layout: one page, or all of it with its evidence.
        paper: the paper size.
        sections: the parts to print.
        states: the state of each passage; None where no text is at hand, so that all are unchecked.
        left_out: how many items their marking kept out.
        digest: hexadecimal SHA-256 of the attached briefing.
        codes: characters that no face here draws: they are printed as their code point.
    """

    layout: Layout = "one-page"
    paper: Paper = "a4"
    sections: frozenset[str] = frozenset(SECTIONS)
    states: Mapping[Passage, PassageState] | None = None
    left_out: int = 0
    digest: str = ""
    codes: frozenset[str] = frozenset()

    @property
    def one_page(self) -> bool:
        """Tell whether everything must stand on one page."""
        return self.layout == "one-page"

    def has(self, section: str) -> bool:
        """Tell whether a part is printed."""
        return section in self.sections
