"""The row of the event: what and when, and the title; it can be reached and selected as any row is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from briefing_app.gui.widgets.marks import PaintedRow
from briefing_app.gui.widgets.rows import paint_row
from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from briefing_app.gui.theme import Theme
    from briefing_app.gui.widgets.marks import MarkStrip

_EDGE = 4  # px at text size 1 above and below what stands in it


class EventRow(PaintedRow):
    """Holds the head of a briefing; `column` is what its parts stand in."""

    activated = Signal()

    def __init__(self, theme: Theme) -> None:
        """Make it, with nothing in it."""
        super().__init__()
        self._theme, self._selected, self._ring = theme, False, False
        self._strip: MarkStrip | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.inset, theme.px(_EDGE), theme.overhang, theme.px(_EDGE))
        self.column.setSpacing(0)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.activated)

    def sizeHint(self) -> QSize:
        """Return a size from which only the share of the width is taken."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least width; the height follows from the width that it gets."""
        return QSize(self.column.minimumSize().width(), 0)

    def tell(self, title: str, strip: MarkStrip) -> None:
        """Say what the event is called, and which marks are its own."""
        self._strip = strip
        marks = [mark.words() for mark in strip.marks()]
        self.setAccessibleName(visible(", ".join([tr("Event: {title}", title=title), *marks])))

    @property
    def selected(self) -> bool:
        """Whether the row is drawn as selected."""
        return self._selected

    def select(self, *, on: bool = True, mark: int | None = None) -> None:
        """Draw it as selected, and one of its marks as the one in view."""
        self._selected = on
        if self._strip is not None:
            self._strip.select(mark if on else None)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the bar and the focus ring."""
        paint_row(self, self._theme, selected=self._selected, ring=self._ring)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick the event with Enter or Space; of all else, and once it is picked, the list knows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._selected:
            self.activated.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring unless it was the mouse that brought the focus."""
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
