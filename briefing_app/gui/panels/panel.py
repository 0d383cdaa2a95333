"""What every panel of the brief has in common: its margins, its rows of items, and their selection."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.gui.widgets.signs import SectionHeading
from briefing_app.model import outline
from briefing_app.model.parties import chip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from PySide6.QtGui import QMoveEvent

    from briefing_app.gui.panels.row_list import RowList
    from briefing_app.gui.selection import Selection
    from briefing_app.gui.theme import Theme
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.items import Item


BETWEEN = 21  # px between rows beside one another: 36 from the marks of one to the text of the next


class Scene(NamedTuple):
    """What a panel draws.

    Attributes:
        theme: what it draws with.
        briefing: the briefing.
        today: the day on which it is read.
        stacked: the window is too narrow for anything beside anything.
        cramped: it is so narrow that the labels of rows stand above them.
    """

    theme: Theme
    briefing: Briefing
    today: date
    stacked: bool = False
    cramped: bool = False

    def marks(self, item: Item) -> tuple[str, ...]:
        """Return the texts of an item's paragraph marks."""
        return tuple(mark.text for mark in outline.marks(self.briefing, item))

    def chips(self, parties: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return the chips of parties: what stands in them, and the full name as tooltip."""
        return tuple((chip(code), outline.party_name(self.briefing, code)) for code in parties)


class RowWidget(Protocol):
    """A widget that shows an item and can be drawn as selected."""

    def select(self, *, on: bool = True, mark: int | None = None) -> None:
        """Draw it as selected, and one of its marks as the one in view."""


class Place(Protocol):
    """A place where an item stands, whether a widget shows it now or not."""

    @property
    def item(self) -> str:
        """The item's id."""

    @property
    def marks(self) -> tuple[int, ...]:
        """Which of the item's marks are drawn; empty where it is all."""

    @property
    def reference(self) -> bool:
        """The item stands in full elsewhere."""

    @property
    def live(self) -> QWidget | None:
        """The widget that shows the item now, if any."""

    @property
    def widget(self) -> QWidget:
        """The widget that shows the item, made where there is none."""

    def reachable(self) -> bool:
        """Tell whether the place is in sight or can be scrolled to."""


class Row(NamedTuple):
    """A place where an item stands, with a widget of its own.

    Attributes:
        item: its id.
        widget: what shows it, and takes the focus.
        shown: what is drawn as selected.
        marks: for each mark that is drawn, which of the item's marks it is; empty where they are the same.
        reference: the item stands in full elsewhere.
    """

    item: str
    widget: QWidget
    shown: RowWidget
    marks: tuple[int, ...] = ()
    reference: bool = False

    @property
    def live(self) -> QWidget | None:
        """The widget that shows the item."""
        return self.widget

    def reachable(self) -> bool:
        """Tell whether the row is in sight or can be scrolled to."""
        return self.widget.isVisibleTo(self.widget.window())

    def select(self, selection: Selection) -> None:
        """Draw the row as the selection says."""
        on = self.item in selection.items
        mark = selection.mark if self.item == selection.item else None
        if mark is not None and self.marks:
            mark = self.marks.index(mark) if mark in self.marks else None
        self.shown.select(on=on, mark=mark)


class Flowing(QWidget):
    """A widget whose height follows from its width, and that tells layouts no other one.

    Left to itself Qt would lay all of it out at every width that it dreams of on the way to its real one.
    """

    def sizeHint(self) -> QSize:
        """Return a size from which only the share of the width is taken."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least width; the height follows from the width that it gets."""
        inner = self.layout()
        return QSize(inner.minimumSize().width() if inner else 0, 0)


class Panel(Flowing):
    """A part of the brief. Rows are as wide as the panel; all else keeps clear of their bar and ¶ padding."""

    picked = Signal(str, int)  # an item, and which of its marks
    link_activated = Signal(str)
    drag_wanted = Signal(str)  # an item
    outcome_wanted = Signal(str)  # of a meeting

    def __init__(self, scene: Scene, heading: str = "", right: QWidget | None = None) -> None:
        super().__init__()
        self.scene, self.theme = scene, scene.theme
        self._drawn: object = None  # what was drawn last, where that was asked
        self.rows: list[Place] = []
        self.lists: list[RowList] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if heading:
            self.setAccessibleName(heading)
            self.add(SectionHeading(self.theme, heading, right))
            self.space(4)

    @staticmethod
    def drawn(briefing: Briefing) -> object:
        """Return what the panel draws of a briefing, besides glossary, sources, marking."""
        return briefing

    def follow(self, scene: Scene) -> bool:
        """Show another state of the same briefing; return False where the panel is to be made anew for it."""
        before = self.drawn(self.scene.briefing) if self._drawn is None else self._drawn
        self._drawn = self.drawn(scene.briefing)
        self.scene = scene
        return before == self._drawn

    def space(self, height: int) -> None:
        """Leave a gap of `height` px at text size 1."""
        self._column.addSpacing(self.theme.px(height))

    def add(self, widget: QWidget) -> None:
        """Add a widget that is no row, aligned with the text of the rows."""
        holder = QHBoxLayout()
        holder.setContentsMargins(self.theme.inset, 0, self.theme.overhang, 0)
        holder.addWidget(widget)
        self._column.addLayout(holder)

    def add_wide(self, widget: QWidget) -> None:
        """Add a widget that is as wide as the panel."""
        self._column.addWidget(widget)

    def add_row(self, row: Row) -> None:
        """Add a row of an item."""
        self.rows.append(row)
        self._column.addWidget(row.widget)

    def add_list(self, rows: RowList) -> None:
        """Add a list that makes its rows as they come into view."""
        self.rows += rows.rows
        self.lists.append(rows)
        self._column.addWidget(rows)

    def live_rows(self) -> list[tuple[str, QWidget]]:
        """Return the items that stand here in full and the widgets that show them now, from top to bottom."""
        own = [(row.item, row.widget) for row in self.rows if isinstance(row, Row) and not row.reference]
        return own + [row for rows in self.lists for row in rows.live_rows()]

    def add_grid(self, rows: Sequence[Row], columns: int, shares: Sequence[int] = ()) -> None:
        """Add rows beside one another, in lines of `columns`, each as wide as its share or all alike."""
        for start in range(0, len(rows), columns):
            line = QHBoxLayout()
            line.setSpacing(self.theme.px(BETWEEN if not shares else 16))
            for n, row in enumerate(rows[start : start + columns]):
                self.rows.append(row)
                line.addWidget(row.widget, shares[n] if shares else 1)
            for _ in range(columns - len(rows[start : start + columns])):
                line.addStretch(1)
            self._column.addLayout(line)

    def add_columns(self, columns: Sequence[Sequence[Row]]) -> None:
        """Add columns of rows beside one another, all of one width; an empty one keeps its place."""
        self.rows += [row for column in columns for row in column]
        for across in zip_longest(*columns):
            line = QHBoxLayout()
            line.setSpacing(self.theme.px(BETWEEN))
            for row in across:
                line.addWidget(row.widget if row else QWidget(), 1)
            self._column.addLayout(line)

    def add_layout(self, layout: QVBoxLayout | QHBoxLayout) -> None:
        """Add a layout that keeps its own margins."""
        self._column.addLayout(layout)

    def end(self) -> None:
        """Keep what was added at the top, where the panel is higher than that."""
        self._column.addStretch(1)

    def select(self, selection: Selection) -> None:
        """Draw every row as the selection says."""
        for row in self.rows:
            if isinstance(row, Row):
                row.select(selection)
        for rows in self.lists:
            rows.select(selection)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Let the lists make what came into view."""
        super().moveEvent(event)
        for rows in self.lists:
            rows.sync()
