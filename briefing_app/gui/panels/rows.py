"""Rows of items for the panels: made from an item, with its marks and its accessible name, wired up."""

from __future__ import annotations

from functools import partial
from operator import is_
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.gui.panels.panel import Panel, Row, Scene
from briefing_app.gui.panels.row_heights import LABEL_LINE, Line, Shape, same_call
from briefing_app.gui.panels.row_list import RowList
from briefing_app.gui.widgets.rows import Content, ItemRow, PersonRow, person_text
from briefing_app.gui.widgets.text_document import said
from briefing_app.model.markup import rich_text
from briefing_app.model.outline import Part, marks_of, party_name, post
from briefing_app.model.parties import chip
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.theme import Role, Token
    from briefing_app.gui.widgets.timeline import TimelineRow
    from briefing_app.model.agreements import Kind
    from briefing_app.model.evidence import Passage
    from briefing_app.model.items import Item, Marking
    from briefing_app.model.markup import RichText
    from briefing_app.model.people import Participant


class Look(NamedTuple):
    """The style of a row's text, its colour, and that of what is strong in it."""

    role: Role = "item"
    color: Token = "ink"
    strong: Token | None = None


PLAIN = Look()
MOST_IN_GRID = 40  # people


def item_row(
    panel: Panel,
    item: Item,
    text: RichText | str,
    *,
    name: str = "",
    passages: Iterable[Passage] | None = None,
    place: str = "",
) -> Row:
    """Return a row that shows an item.

    Args:
        panel: passes on what is picked.
        item: the item.
        text: what of it the row shows.
        name: how assistive technology says the kind of row, such as "Agreed".
        passages: the row's own passages, where it shows only a part of the item's.
        place: where it stands among those beside it, from `place_of`.
    """
    scene = panel.scene
    drawn, indices = _own_marks(scene, item, passages)
    widget = ItemRow(
        scene.theme,
        item.id,
        text,
        drawn,
        name=name,
        place=place,
        marking=own_marking(scene, item),
    )
    _wire(panel, widget, indices)
    widget.link_activated.connect(panel.link_activated)
    return Row(item.id, widget, widget, indices)


class Told(NamedTuple):
    """What a row of a list says of an item.

    Attributes:
        item: the item.
        text: its words as the file has them; Markdown where `rich`.
        parties: those whose chips stand before the text.
        name: how assistive technology says the kind of row, such as "Agreed".
        rich: the text is Markdown.
        label: makes what stands before the row, in a column of its own.
        gap: px above the row at text size 1.
        kind: whose sign stands before the text.
        drawn: returns the words in their styles, where they are neither plain nor Markdown.
    """

    item: Item
    text: str
    parties: tuple[str, ...] = ()
    name: str = ""
    rich: bool = False
    label: Callable[[], QWidget] | None = None
    gap: int = 0
    kind: Kind | None = None
    drawn: Callable[[], RichText] | None = None


def add_items(
    panel: Panel,
    told: Sequence[Told],
    look: Look = PLAIN,
    *,
    labelled: bool = False,
    reference: bool = False,
    heading: str = "",
) -> None:
    """Add a list of items whose rows are made as they come into view.

    Args:
        panel: gets the list, and passes on what is picked.
        told: the items and what is said of them.
        look: the style and colour of the texts.
        labelled: keep the column before the rows for labels.
        reference: the items stand in full elsewhere.
        heading: what the list is called, if not as the panel is.
    """
    if not told:
        return
    lines = [_line(panel.scene, each) for each in told]
    make = partial(_empty_row, panel, look)
    sourced = len(panel.scene.briefing.sources) > 1
    above = labelled and panel.scene.cramped
    shape = Shape(look.role, labelled=labelled, sourced=sourced, reference=reference, above=above)
    rows = RowList(panel.theme, lines, make, shape)
    what = heading or panel.accessibleName()
    rows.setAccessibleName(counted(what, len(told)))
    panel.add_list(rows)


def follow_items(panel: Panel, rows: RowList, told: Sequence[Told], heading: str = "") -> None:
    """Let a list of items say something else; what is as it was stays untouched.

    Args:
        panel: has the list.
        rows: the list.
        told: the items and what is said of them, at least one.
        heading: what the list is called, if not as the panel is.
    """
    before, count = rows.lines, len(told)
    known = {line.item: line for line in before}
    lines = [
        line
        if (line := known.get(each.item.id)) is not None and (line.told is each or _alike(line.told, each))
        else _line(panel.scene, each)
        for each in told
    ]
    if len(before) == count and all(map(is_, before, lines)):
        return
    start, end = panel.rows.index(rows.rows[0]), len(rows.rows)
    rows.show_lines(lines)
    panel.rows[start : start + end] = rows.rows
    rows.setAccessibleName(counted(heading or panel.accessibleName(), count))


def _alike(one: object, other: Told) -> bool:
    """Tell whether a line says the same; labels and styles are made anew each time, and so looked into."""
    if not isinstance(one, Told) or (one.item is not other.item and one.item != other.item):
        return False
    if (one.text, one.parties, one.name, one.rich, one.gap, one.kind) != (
        other.text, other.parties, other.name, other.rich, other.gap, other.kind,
    ):  # fmt: skip
        return False
    return same_call(one.label, other.label) and same_call(one.drawn, other.drawn)


def _line(scene: Scene, told: Told) -> Line:
    return Line(
        told.item.id,
        told.text,
        partial(_content, scene, told),
        chips=len(told.parties) + (2 if own_marking(scene, told.item) else 0),
        marks=len(told.item.evidence),
        label=told.label,
        gap=told.gap + (LABEL_LINE if told.label and scene.cramped else 0),
        told=told,
    )


def _empty_row(panel: Panel, look: Look) -> ItemRow:
    row = ItemRow(panel.theme, "", "", role=look.role, color=look.color, strong=look.strong)
    _wire(panel, row, ())
    row.link_activated.connect(panel.link_activated)
    return row


def _content(scene: Scene, told: Told, number: int, count: int) -> Content:
    place = place_of(number, count)
    text = told.drawn() if told.drawn else rich_text(told.text) if told.rich else told.text
    chips = scene.chips(told.parties)
    marking = own_marking(scene, told.item)
    return Content(told.item.id, text, scene.marks(told.item), chips, told.name, place, told.kind, marking)


def place_of(number: int, count: int) -> str:
    """Return where in its list a row stands, from 1: "7 of 2,000"."""
    return tr("{number} of {count}", number=f"{number:,}", count=f"{count:,}")


def counted(what: str, count: int) -> str:
    """Return what a list is called to assistive technology: "Background, 3 items"."""
    return ntr("{what}, {n} item", "{what}, {n} items", count, what=what)


def own_marking(scene: Scene, item: Item) -> Marking | None:
    """Return an item's marking where it is not that of the whole."""
    return item.marking if item.marking is not None and item.marking != scene.briefing.marking else None


def _own_marks(
    scene: Scene, item: Item, passages: Iterable[Passage] | None
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the marks of a row, and which of the item's marks they are, empty where they are the same."""
    all_marks = scene.marks(item)
    if passages is None:
        return all_marks, ()
    drawn = tuple(mark.text for mark in marks_of(scene.briefing, passages))
    return drawn, tuple(all_marks.index(text) for text in drawn)


def person_row(panel: Panel, person: Participant, place: str) -> Row:
    """Return a row that shows a participant, who stands at a `place` among the others."""
    scene = panel.scene
    side = (chip(person.side), party_name(scene.briefing, person.side)) if person.side else None
    widget = PersonRow(
        scene.theme, person.id, full_name(person), position(person), scene.marks(person), side=side,
        place=place, marking=own_marking(scene, person),
    )  # fmt: skip
    _wire(panel, widget, ())
    return Row(person.id, widget, widget)


def person_rows(panel: Panel, people: Sequence[Participant]) -> list[Row]:
    """Return a row for each of some people; each says its place among them."""
    return [person_row(panel, each, place_of(n, len(people))) for n, each in enumerate(people, 1)]


def are_listed(people: Sequence[Participant]) -> bool:
    """Tell whether people are so many that they stand in a list."""
    return len(people) > MOST_IN_GRID


def add_people(panel: Panel, people: Sequence[Participant], columns: int) -> None:
    """Add people in columns; many of them below one another, their rows made as they come into view."""
    if not are_listed(people):
        if panel.accessibleName():
            panel.setAccessibleName(counted(panel.accessibleName(), len(people)))
        panel.add_grid(person_rows(panel, people), columns)
        return
    told = [
        Told(
            each,
            f"{full_name(each)}  {said(position(each), ', ')}",
            (each.side,) if each.side else (),
            drawn=partial(person_text, full_name(each), position(each)),
        )
        for each in people
    ]
    add_items(panel, told, Look("ui", "ink2", strong="ink"))


def timeline_row(panel: Panel, item: str, widget: TimelineRow) -> Row:
    """Return a row of the timeline, wired up."""
    _wire(panel, widget, ())
    return Row(item, widget, widget)


def full_name(person: Participant) -> str:
    """Return a person's name with the other names that the sources give."""
    return person.name + (f" ({', '.join(person.other_names)})" if person.other_names else "")


def position(person: Participant) -> tuple[Part, ...]:
    """Return what a person is, and where, in pieces; of the chip's side it is said where it is inferred."""
    inferred = {path.partition(".")[0] for path in person.inferred}
    watching = tr("observer") if person.capacity == "observer" else ""
    parts = (
        Part(post(person), "role" in inferred),
        Part(person.organisation or "", "organisation" in inferred),
        Part(watching, "capacity" in inferred),
        Part(tr("side") if person.side and "side" in inferred else "", inferred=True),
    )
    return tuple(part for part in parts if part.text)


def _wire(panel: Panel, widget: ItemRow | PersonRow | TimelineRow, indices: tuple[int, ...]) -> None:
    first = indices[0] if indices else 0
    widget.activated.connect(partial(_pick, panel, first))
    widget.mark_activated.connect(partial(_pick_mark, panel, indices))
    widget.drag_wanted.connect(panel.drag_wanted)


def _pick(panel: Panel, first: int, item: str) -> None:
    panel.picked.emit(item, first)


def _pick_mark(panel: Panel, indices: tuple[int, ...], item: str, mark: int) -> None:
    panel.picked.emit(item, indices[mark] if indices else mark)
