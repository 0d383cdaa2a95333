"""What is selected: items, and the passages of theirs that are in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing_app.model.briefing import Briefing, items
from briefing_app.model.outline import Mark, marks, marks_of, proof

if TYPE_CHECKING:
    from briefing_app.model.evidence import Passage
    from briefing_app.model.items import Item


class Selection(NamedTuple):
    """The items that are drawn as selected.

    Attributes:
        items: their ids; the first one is where the keyboard is.
        marks: the paragraph marks of the first item.
        mark: which of these marks is in view, counted from 0.
        passages: the passages that are highlighted.
    """

    items: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    mark: int = 0
    passages: tuple[Passage, ...] = ()

    @property
    def item(self) -> str:
        """The id of the first item, empty where nothing is selected."""
        return self.items[0] if self.items else ""

    @property
    def place(self) -> Mark | None:
        """The paragraph that is in view, None where the item has no passage."""
        return self.marks[self.mark] if self.mark < len(self.marks) else None


def of_item(briefing: Briefing, item: str, mark: int = 0) -> Selection:
    """Return the selection of an item with one of its marks in view; of an unknown id, the empty one."""
    found = next((each for _, each in items(briefing) if each.id == item), None)
    if found is None:
        return Selection()
    there = marks(briefing, found)
    at = there[mark] if mark < len(there) else None
    return Selection((item,), there, mark, _passages_at(found, at.source, at.paragraph) if at else ())


def of_paragraph(briefing: Briefing, source: str, paragraph: int) -> Selection:
    """Return the selection of all items that cite a paragraph, those outside review left out."""
    found = [
        item
        for _, item in items(briefing)
        if item.review.state != "rejected" and _passages_at(item, source, paragraph)
    ]
    if not found:
        return Selection()
    there = marks(briefing, found[0])
    at = next(n for n, each in enumerate(there) if (each.source, each.paragraph) == (source, paragraph))
    passages = dict.fromkeys(p for item in found for p in _passages_at(item, source, paragraph))
    return Selection(tuple(item.id for item in found), there, at, tuple(passages))


def of_passage(briefing: Briefing, passage: Passage) -> Selection:
    """Return the selection of no item, with a passage in view that none of them cites."""
    return Selection((), marks_of(briefing, (passage,)), 0, (passage,))


def _passages_at(item: Item, source: str, paragraph: int) -> tuple[Passage, ...]:
    return tuple(p for p in proof(item) if (p.source, p.paragraph) == (source, paragraph))
