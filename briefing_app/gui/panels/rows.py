"""Rows of items for the panels: made from an item, with its marks and its accessible name, wired up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.gui.panels.panel import Panel, Row, Scene
from briefing_app.gui.widgets.rows import ItemRow, PersonRow
from briefing_app.model.outline import marks_of, party_name
from briefing_app.model.parties import chip
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.theme import Role, Token
    from briefing_app.gui.widgets.timeline import TimelineRow
    from briefing_app.model.evidence import Passage
    from briefing_app.model.items import Item
    from briefing_app.model.markup import RichText
    from briefing_app.model.people import Participant


class Look(NamedTuple):
    """The style and colour of a row's text, and a sign that stands before it."""

    role: Role = "item"
    color: Token = "ink"
    lead: QWidget | None = None


PLAIN = Look()


def item_row(
    panel: Panel,
    item: Item,
    text: RichText | str,
    *,
    chips: Sequence[tuple[str, str]] = (),
    name: str = "",
    look: Look = PLAIN,
    passages: Iterable[Passage] | None = None,
) -> Row:
    """Return a row that shows an item.

    Args:
        panel: passes on what is picked.
        item: the item.
        text: what of it the row shows.
        chips: parties that stand before the text.
        name: how assistive technology says the kind of row, such as "Agreed".
        look: the style and colour of the text, and a sign before it.
        passages: the row's own passages, where it shows only a part of the item's.
    """
    scene = panel.scene
    drawn, indices = _own_marks(scene, item, passages)
    widget = ItemRow(
        scene.theme,
        item.id,
        text,
        drawn,
        chips=chips,
        name=name,
        role=look.role,
        color=look.color,
        lead=look.lead,
    )
    _wire(panel, widget, indices)
    widget.link_activated.connect(panel.link_activated)
    return Row(item.id, widget, widget, indices)


def _own_marks(
    scene: Scene, item: Item, passages: Iterable[Passage] | None
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the marks of a row, and which of the item's marks they are, empty where they are the same."""
    all_marks = scene.marks(item)
    if passages is None:
        return all_marks, ()
    drawn = tuple(mark.text for mark in marks_of(scene.briefing, passages))
    return drawn, tuple(all_marks.index(text) for text in drawn)


def person_row(panel: Panel, person: Participant) -> Row:
    """Return a row that shows a participant."""
    scene = panel.scene
    side = (chip(person.side), party_name(scene.briefing, person.side)) if person.side else None
    widget = PersonRow(
        scene.theme, person.id, full_name(person), position(person), scene.marks(person), side=side
    )
    _wire(panel, widget, ())
    return Row(person.id, widget, widget)


def timeline_row(panel: Panel, item: str, widget: TimelineRow) -> Row:
    """Return a row of the timeline, wired up."""
    _wire(panel, widget, ())
    return Row(item, widget, widget)


def inferred_words(item: Item) -> str:
    """Return which of the fields that a row draws the source does not state in so many words, if any."""
    names = {
        "place": tr("place"),
        "country": tr("place"),
        "alongside": tr("occasion"),
        "when": tr("date"),
        "mode": tr("how they meet"),
        "side": tr("side"),
        "role": tr("role"),
        "organisation": tr("organisation"),
    }
    keys = (path.partition(".")[0] for path in item.inferred)
    told = dict.fromkeys(names[key] for key in keys if key in names)
    return tr("inferred: {what}", what=", ".join(told)) if told else ""


def full_name(person: Participant) -> str:
    """Return a person's name with the other names that the sources give."""
    return person.name + (f" ({', '.join(person.other_names)})" if person.other_names else "")


def position(person: Participant) -> str:
    """Return what a person is, and where."""
    role = tr("acting {role}", role=person.role) if person.acting and person.role else person.role or ""
    watching = tr("observer") if person.capacity == "observer" else ""
    parts = (role, person.organisation or "", watching, inferred_words(person))
    return ", ".join(part for part in parts if part)


def _wire(panel: Panel, widget: ItemRow | PersonRow | TimelineRow, indices: tuple[int, ...]) -> None:
    first = indices[0] if indices else 0
    widget.activated.connect(partial(_pick, panel, first))
    widget.mark_activated.connect(partial(_pick_mark, panel, indices))


def _pick(panel: Panel, first: int, item: str) -> None:
    panel.picked.emit(item, first)


def _pick_mark(panel: Panel, indices: tuple[int, ...], item: str, mark: int) -> None:
    panel.picked.emit(item, indices[mark] if indices else mark)
