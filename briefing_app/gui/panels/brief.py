"""The brief: all its panels in their fixed order in one column that scrolls; keys go from item to item."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from briefing_app.gui.panels.agreements import Agreements
from briefing_app.gui.panels.meetings import MeetingsAhead
from briefing_app.gui.panels.opcon import OpconPanel
from briefing_app.gui.panels.overview import BottomLinePanel, Overview
from briefing_app.gui.panels.panel import Flowing
from briefing_app.gui.panels.participants import Participants
from briefing_app.gui.panels.scrolling import own_viewport, paint_ground
from briefing_app.gui.selection import Selection
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from briefing_app.gui.panels.panel import Panel, Row, Scene
    from briefing_app.gui.theme import Theme

_WIDEST = 1040
_PADS = {"narrow": 28, "normal": 32, "wide": 48}
_COLUMN_GAP = 36
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
        self._panels: list[Panel] = []
        self._rest: Callable[[], None] | None = None
        self._participants: Participants | None = None
        self._selection = Selection()
        self._shown = ""

    def show_briefing(self, scene: Scene) -> None:
        """Draw a briefing anew; the place scrolled to is kept where it is the same briefing."""
        same = self._shown == scene.briefing.id
        place = self.verticalScrollBar().value() if same else 0
        self._shown = scene.briefing.id
        self._panels = []
        page = _Page()
        page.painted.connect(self.add_rest)
        page.painted.connect(self.painted)
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._column(scene), 1000)
        across.addStretch(1)
        if same:
            self.add_rest()
        self.setWidget(page)
        self.verticalScrollBar().setValue(place)
        self.select(self._selection)

    def _column(self, scene: Scene) -> QWidget:
        theme = scene.theme
        column = Flowing()
        column.setMaximumWidth(theme.px(_WIDEST))
        pad = theme.px(_PADS[theme.layout])
        layout = QVBoxLayout(column)
        layout.setContentsMargins(pad - theme.inset, theme.px(20), pad - theme.overhang, theme.px(32))
        layout.setSpacing(0)
        self._participants = Participants(scene)
        head: tuple[tuple[int, Panel], ...] = (
            (0, Overview(scene)),
            (4, self._participants),
            (12, BottomLinePanel(scene)),
        )
        for gap, panel in head:
            layout.addSpacing(theme.px(gap))
            layout.addWidget(self._wired(panel))
        layout.addSpacing(theme.px(24))
        layout.addLayout(self._status(scene))
        layout.addSpacing(theme.px(24))
        layout.addWidget(self._wired(Agreements(scene)))
        self._rest = partial(self._add_lower, scene, layout)
        return column

    def _add_lower(self, scene: Scene, layout: QVBoxLayout) -> None:
        for panel in self._lower(scene):
            layout.addSpacing(scene.theme.px(24))
            layout.addWidget(self._wired(panel))
        layout.addStretch(1)

    def add_rest(self) -> None:
        """Add the panels below the agreements, which wait until the first of the page has been painted."""
        if self._rest is not None:
            add, self._rest = self._rest, None
            add()
            self.select(self._selection)

    def _status(self, scene: Scene) -> QVBoxLayout | QHBoxLayout:
        """Return OPCON and the meetings ahead beside one another, or below where there is no room."""
        layout = QVBoxLayout() if scene.stacked else QHBoxLayout()
        layout.setSpacing(scene.theme.px(24 if scene.stacked else _COLUMN_GAP - 15))
        if scene.briefing.opcon:
            layout.addWidget(self._wired(OpconPanel(scene, scene.briefing.opcon)), 1)
        layout.addWidget(self._wired(MeetingsAhead(scene)), 1)
        return layout

    def _lower(self, scene: Scene) -> Iterator[Panel]:
        from briefing_app.gui.panels.lower import panels
        from briefing_app.gui.panels.sources import Sources

        for panel in panels(scene):
            if isinstance(panel, Sources):
                panel.source_wanted.connect(self.source_wanted)
            yield panel

    def _wired(self, panel: Panel) -> Panel:
        panel.picked.connect(self.picked)
        panel.link_activated.connect(self.link_activated)
        self._panels.append(panel)
        return panel

    def rows(self) -> tuple[Row, ...]:
        """Return the rows of all items in the order in which they stand."""
        self.add_rest()
        return tuple(row for panel in self._panels for row in panel.rows)

    def select(self, selection: Selection) -> None:
        """Draw the selection, and scroll to its first item."""
        self._selection = selection
        if self._participants is not None and selection.item:
            self._participants.reveal(selection.item)
        for panel in self._panels:
            panel.select(selection)

    def reveal(self, *, focus: bool = False) -> None:
        """Bring the selected item into sight where it stands in full; with `focus`, the keyboard too."""
        rows = [row for row in self.rows() if row.item == self._selection.item]
        if rows:
            self._go_to(min(rows, key=lambda row: row.reference), focus=focus)
        elif focus:
            self.setFocus()

    def _go_to(self, row: Row, *, focus: bool) -> None:
        self.ensureWidgetVisible(row.widget, 0, 40)
        if focus:
            row.widget.setFocus()

    def step(self, by: int) -> None:
        """Pick the row below (`by` 1) or above (-1), from the first one where none is picked."""
        rows = [row for row in self.rows() if row.widget.isVisibleTo(self)]
        if not rows:
            return
        focused = [n for n, row in enumerate(rows) if row.widget.hasFocus()]
        here = [n for n, row in enumerate(rows) if row.item == self._selection.item]
        # Several stages share one widget: of those with the focus the selected one is meant.
        found = [n for n in focused if n in here] or focused or here
        at = found[0] + by if found else 0
        row = rows[min(max(at, 0), len(rows) - 1)]
        self.picked.emit(row.item, row.marks[0] if row.marks else 0)
        self._go_to(row, focus=True)

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
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        under = self.window().focusWidget() if keyboard else self.childAt(event.pos())
        rows = [
            row for row in self.rows() if under and (row.widget is under or row.widget.isAncestorOf(under))
        ]
        if not rows:
            super().contextMenuEvent(event)
            return
        if rows[0].item != self._selection.item:
            self.picked.emit(rows[0].item, rows[0].marks[0] if rows[0].marks else 0)
        centre = rows[0].widget.mapToGlobal(rows[0].widget.rect().center())
        self.menu_wanted.emit(centre if keyboard else event.globalPos())


class _Page(QWidget):
    """The page that scrolls; it says when it was first painted, so that more can be put on it."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._new = True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing but the ground."""
        super().paintEvent(event)
        if self._new:
            self._new = False
            QTimer.singleShot(0, self, self.painted.emit)
