"""Lists under a lead-in: "The Ministers agreed to:" and what stands below it, each point a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.patterns import Pattern
from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.paragraphs import Paragraph

# A bullet, a dash, "(a)", "a)", "(iv)", "iv.", "1.", "1)", "First."
_MARK = Pattern(
    r"[•·▪●◦○■□◆▶‣⁃*–—-]\s|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s|(?:\d{1,2}|[ivx]{1,4})\.\s|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)[.:]\s"
)
_SOFT = Pattern(r"[•·▪●◦○■□◆▶‣⁃*–—-]\s|\(?(?:[a-z]|[ivx]{1,4})\)\s|[ivx]{1,4}\.\s")
_NUMBER = Pattern(r"\(?\d{1,2}[.)]\s")
_ORDERED = Pattern(r"[A-Z][a-z]{4,6}[.:]\sTo\s")


@dataclass(frozen=True, slots=True)
class Point:
    """A paragraph of a list.

    Attributes:
        lead: number of the paragraph that leads in to it.
        first: its first token after the bullet.
    """

    lead: int
    first: int


def points_of(paragraphs: Sequence[Paragraph]) -> dict[int, Point]:
    """Return the paragraphs that are points of a list, by their numbers."""
    found: dict[int, Point] = {}
    lead = 0
    marked: str | None = None
    open_verb = False
    for paragraph in paragraphs:
        style = _style(paragraph.text)
        ordered = bool(_ORDERED.match(paragraph.text))
        # Numbered paragraphs are sentences of their own, but for those that "agreed to:" needs for its verb.
        point = style == "bullet" or (style == "number" and open_verb) or ordered or begins_low(paragraph)
        if lead and point and marked in (None, style):
            found[paragraph.number] = Point(lead, first_word(paragraph))
            marked = style
            continue
        lead, marked = (paragraph.number if paragraph.text.rstrip().endswith(":") else 0), None
        open_verb = paragraph.text.rstrip(" :").endswith(" to")
    return found


def _style(text: str) -> str:
    """Return by what a paragraph is marked: a bullet or letter, a number, nothing."""
    if _SOFT.match(text):
        return "bullet"
    return "number" if _NUMBER.match(text) else ""


def first_word(paragraph: Paragraph) -> int:
    """Return the first token of a paragraph after its bullet or number."""
    found = _MARK.match(paragraph.text)
    start = found.end() if found else 0
    return next((i for i, token in enumerate(paragraph.tokens) if token.start >= start), 0)


def begins_low(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph goes on in the middle of a sentence, as a point of a list does."""
    first = first_word(paragraph)
    return bool(paragraph.tokens) and paragraph.tokens[first].text[0].islower()
