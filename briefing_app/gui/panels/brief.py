"""The brief: all its panels in their fixed order in one column that scrolls; keys go from item to item."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from briefing_app.gui.panels.agreements import Agreements
from briefing_app.gui.panels.overview import BottomLinePanel, Overview
from briefing_app.gui.panels.page import (
    NOWHERE,
    Anchor,
    Page,
    anchor_of,
    bring,
    in_one_go,
    see_whole,
)
from briefing_app.gui.panels.panel import Flowing
from briefing_app.gui.panels.participants import Participants
from briefing_app.gui.panels.row_keyboard import RowKeyboard, row_under
from briefing_app.gui.panels.scrolling import own_viewport, paint_ground
from briefing_app.gui.panels.status_row import status
from briefing_app.gui.selection import Selection
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from briefing_app.gui.panels.panel import Panel, Place, Scene
    from briefing_app.gui.panels.row_list import RowList
    from briefing_app.gui.theme import Theme

_WIDEST = 1040
_PADS = {"narrow": 28, "normal": 32, "wide": 48}
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_J: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_K: -1,
}


class Brief(QScrollArea):
    """Shows a briefing; says which item was picked, and is told what is selected."""

    picked = Signal(str, int)  # an item, and which of its marks
    passage_wanted = Signal()
    link_activated = Signal(str)
    outcome_wanted = Signal(str)  # of a meeting
    source_wanted = Signal(str)
    menu_wanted = Signal(object)  # where on the screen
    painted = Signal()  # for the first time since it was shown

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own_viewport(self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        # Always there, so that a page is not laid out a second time when it turns out to be long.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Brief"))
        paint_ground(self, theme, "page")
        self.panels: list[Panel] = []
        self._rest: Callable[[], None] | None = None
        self._participants: Participants | None = None
        self.selection = Selection()
        self._shown = self.unfolds = ""  # the briefing; and the one whose names are to be shown at first
        self.keyboard = RowKeyboard(self, self.rows, self.painted)
        self._painted = self._at_end = False
        self._wanted = self._place = NOWHERE
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._range_changed)

    def show_briefing(self, scene: Scene) -> None:
        """Draw a briefing; of one that is drawn already only what is another now, and the place is kept."""
        same = self._shown == scene.briefing.id
        held = self.keyboard.item() if same else ""
        if same and self._painted and self._rest is None and self._follow(scene):
            self.keyboard.hold(held, now=self._painted)
            return
        place = self.verticalScrollBar().value() if same else 0
        unfolded, self._shown = self.unfolded() == scene.briefing.id, scene.briefing.id
        self.panels, self._painted, self._at_end = [], False, False
        self._wanted, self._place = (self._place if same else NOWHERE), NOWHERE
        page = Page()
        page.painted.connect(self._settle)
        page.painted.connect(self.painted)
        _put_across(page, self._column(scene, unfolded=unfolded))
        if same:
            self.add_rest()
        # Else lists that stand nowhere yet would make all their rows as the page before goes.
        with in_one_go(self._lists()):
            self.setWidget(page)
        self.verticalScrollBar().setValue(place)
        self.select(self.selection)
        self.keyboard.hold(held, now=self._painted)

    def unfolded(self) -> str:
        """Return the id of the briefing whose names are shown, empty where they are folded."""
        if self._participants is None:
            return self.unfolds
        return self._shown if self._participants.unfolded else ""

    def _follow(self, scene: Scene) -> bool:
        """Draw another state of the briefing that is drawn; say no where all is to be drawn anew."""
        from briefing_app.gui.panels.following import follow  # not before something is edited

        if self.isAncestorOf(self.window().focusWidget()):
            self.setFocus()  # else it would go from row to row as parts are taken away
        with in_one_go(self._lists()):
            if not follow(self.panels, scene, self.source_wanted, self._wire):
                return False
            self._participants = next(each for each in self.panels if isinstance(each, Participants))
            self._lay_out([*self._lists(), *self.panels])
        self.select(self.selection)
        return True

    def _column(self, scene: Scene, *, unfolded: bool) -> QWidget:
        theme = scene.theme
        column = Flowing()
        column.setMaximumWidth(theme.px(_WIDEST))
        pad = theme.px(_PADS[theme.layout])
        layout = QVBoxLayout(column)
        # On a common screen the first agreements are to be in sight (the wide one has room for all).
        top, between = (16, 18) if theme.layout == "normal" else (20, 24)
        layout.setContentsMargins(pad - theme.inset, theme.px(top), pad - theme.overhang, theme.px(32))
        layout.setSpacing(0)
        self._participants = Participants(scene, unfolded=unfolded)
        head: tuple[tuple[int, Panel], ...] = (
            (0, Overview(scene)),
            (0, self._participants),
            (7, BottomLinePanel(scene)),  # whose ground begins 5 px above its bar
        )
        for gap, panel in head:
            layout.addSpacing(theme.px(gap))
            layout.addWidget(self._wired(panel))
        layout.addSpacing(theme.px(between - 5))
        layout.addLayout(status(scene, self._wired))
        layout.addSpacing(theme.px(between))
        layout.addWidget(self._wired(Agreements(scene)))
        self._rest = partial(self._add_lower, scene, layout)
        return column

    def _add_lower(self, scene: Scene, layout: QVBoxLayout) -> None:
        from briefing_app.gui.panels.lower import panels

        for panel in panels(scene, self.source_wanted):
            layout.addSpacing(scene.theme.px(24))
            layout.addWidget(self._wired(panel))
        layout.addStretch(1)

    def add_rest(self) -> None:
        """Add the panels below the agreements, which wait until the first of the page has been painted."""
        if self._rest is not None:
            add, self._rest = self._rest, None
            add()
            self.select(self.selection)

    def _settle(self) -> None:
        """Add what waited for the first paint, and go to where one was."""
        self._painted = True
        self.add_rest()
        for rows in self._lists():
            rows.settle()
        if self._wanted.item:
            wanted, self._wanted = self._wanted, NOWHERE
            QTimer.singleShot(0, self, partial(self.return_to, wanted))

    def _wired(self, panel: Panel) -> Panel:
        self.panels.append(panel)
        self._wire(panel)
        return panel

    def _wire(self, panel: Panel) -> None:
        _connect(self, panel)
        for rows in panel.lists:
            rows.shifted.connect(partial(_move_on, self))
            rows.grown.connect(self._fit)
            if self._painted:
                rows.settle()

    # ------------------------------------------------------------------------------------------- the place

    def _scrolled(self, value: int) -> None:
        self._at_end = value == self.verticalScrollBar().maximum()
        self._sync()
        self._place = self.anchor()

    def _lists(self) -> list[RowList]:
        return [rows for panel in self.panels for rows in panel.lists]

    def _sync(self) -> None:
        for rows in self._lists():
            rows.sync()

    def _range_changed(self, _least: int, most: int) -> None:
        """Stay at the end where one is, when the rows there turn out higher than they were thought to be."""
        if self._at_end and self._painted:
            self.verticalScrollBar().setValue(most)

    def _fit(self) -> None:
        """Give the page the height that it needs, in one go, when a list turned out higher or lower."""
        with in_one_go(self._lists()):
            self._lay_out([self.sender()])

    def _lay_out(self, parts: Sequence[QObject]) -> None:
        """Lay the page out where some of its parts need another height; the top of the view stays there."""
        page = self.widget()
        if isinstance(page, Page):
            page.fit(self.viewport().height(), parts)
        if self._place.item:
            self.return_to(self._place)

    def anchor(self) -> Anchor:
        """Return what stands at the top of the view."""
        return anchor_of(self, self.panels)

    def return_to(self, anchor: tuple[str, int]) -> None:
        """Scroll so that an item stands where it stood; once it is painted, where that is still to come."""
        if not self._painted:
            self._wanted = Anchor(*anchor)
            return
        item, offset = anchor
        row = next((row for row in self.rows() if row.item == item and not row.reference), None)
        if row is not None and row.reachable():
            bring(self, row, offset)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is at the top of the view there."""
        place = self._place
        if not (self._painted and place.item):
            super().resizeEvent(event)
            self._sync()
            return
        with in_one_go(self._lists()):
            super().resizeEvent(event)
            self.return_to(place)

    # --------------------------------------------------------------------------------------------- items

    def rows(self) -> tuple[Place, ...]:
        """Return the rows of all items in the order in which they stand."""
        self.add_rest()
        return tuple(row for panel in self.panels for row in panel.rows)

    def select(self, selection: Selection) -> None:
        """Draw the selection, and scroll to its first item."""
        self.selection = selection
        # Behind a review nobody sees the names; they are unfolded when the brief is there again.
        if self._participants is not None and selection.item and self.isVisible():
            self._participants.reveal(selection.item)
        for panel in self.panels:
            panel.select(selection)

    def reveal(self, *, focus: bool = False) -> None:
        """Bring the selected item into sight where it stands in full; with `focus`, the keyboard too."""
        rows = _rows_of(self.rows(), self.selection)
        if rows:
            _go_to(self, min(rows, key=lambda row: row.reference), focus=focus)
        elif focus:
            self.setFocus()

    def step(self, by: int) -> None:
        """Pick the row below (`by` 1) or above (-1), from the first one where none is picked."""
        row = _beside([row for row in self.rows() if row.reachable()], self.selection.item, by)
        if row is not None:
            _pick(self, row)
            _go_to(self, row, focus=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between items with arrows or J and K; Enter or S shows the passage."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        bar = self.verticalScrollBar()
        if plain and key in _STEPS:
            self.step(_STEPS[key])
        elif key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_S):
            self.passage_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Pick the item under the pointer, or the one with the focus, and ask for its menu."""
        if not _ask_for_menu(self, event):
            super().contextMenuEvent(event)


def _ask_for_menu(brief: Brief, event: QContextMenuEvent) -> bool:
    """Ask for the menu of an item; return whether there is one."""
    keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
    under = brief.window().focusWidget() if keyboard else brief.childAt(event.pos())
    found = row_under(brief.rows(), under)
    if found is None:
        return False
    if found[0].item != brief.selection.item:
        _pick(brief, found[0])
    centre = found[1].mapToGlobal(found[1].rect().center())
    brief.menu_wanted.emit(centre if keyboard else event.globalPos())
    return True


def _rows_of(rows: Sequence[Place], selection: Selection) -> list[Place]:
    """Return the rows of the selected item, or one in whose row it stands."""
    found = [row for row in rows if row.item == selection.item]
    # What stands in the row of another one, as the earlier states of a stage do, has none of its own.
    return found or [row for row in rows if row.item in selection.items][:1]


def _put_across(page: QWidget, column: QWidget) -> None:
    """Put the column in the middle of the page, as wide as it may be."""
    across = QHBoxLayout(page)
    across.setContentsMargins(0, 0, 0, 0)
    across.addStretch(1)
    across.addWidget(column, 1000)
    across.addStretch(1)


def _beside(rows: Sequence[Place], item: str, by: int) -> Place | None:
    """Return the row so many below the one with the keyboard, else that of an item, else the first one."""
    focused = [n for n, row in enumerate(rows) if row.live is not None and row.live.hasFocus()]
    found = focused or [n for n, row in enumerate(rows) if row.item == item]
    at = found[0] + by if found else 0
    return rows[min(max(at, 0), len(rows) - 1)] if rows else None


def _connect(brief: Brief, panel: Panel) -> None:
    panel.picked.connect(brief.picked)
    panel.picked.connect(partial(_see_later, brief))
    panel.link_activated.connect(brief.link_activated)
    panel.drag_wanted.connect(partial(_drag, brief, panel))
    panel.outcome_wanted.connect(brief.outcome_wanted)


def _move_on(brief: Brief, by: int) -> None:
    """Keep what is in view where it is on the screen."""
    bar = brief.verticalScrollBar()
    bar.setValue(bar.value() + by)


def _pick(brief: Brief, row: Place) -> None:
    brief.picked.emit(row.item, row.marks[0] if row.marks else 0)


def _go_to(brief: Brief, row: Place, *, focus: bool) -> None:
    # Twice, for the rows on the way may turn out to be higher or lower than they were thought to be.
    for _ in range(2):
        brief.ensureWidgetVisible(row.widget, 0, 40)
    if focus:
        row.widget.setFocus()


def _see_later(brief: Brief, item: str, _mark: int) -> None:
    """Bring what was clicked wholly into sight, once the passage below the brief has taken its room."""
    QTimer.singleShot(0, brief, partial(_see, brief, item))


def _see(brief: Brief, item: str) -> None:
    see_whole(brief, [row for row in brief.rows() if row.item == item])


def _drag(brief: Brief, panel: Panel, item: str) -> None:
    from briefing_app.gui.dragging import drag_item

    drag_item(brief, panel.scene.briefing, item)
