"""Keeps the keyboard on the row of its item when rows are made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.panels.panel import Place


class RowKeyboard:
    """Knows which row of a brief has the keyboard, and gives it back to that of the same item."""

    def __init__(self, view: QWidget, rows: Callable[[], Sequence[Place]], painted: SignalInstance) -> None:
        """Make it.

        Args:
            view: shows the rows.
            rows: gives those of all items.
            painted: is emitted when the view has been painted for the first time.
        """
        self._view, self._rows = view, rows
        self._held = ""  # the item whose row gets it once the page is painted
        painted.connect(self._settle)

    def item(self) -> str:
        """Return the item whose row has the keyboard, empty for none."""
        here = self._view.window().focusWidget()
        if not self._view.isAncestorOf(here):
            return ""
        found = row_under(self._rows(), here)
        return found[0].item if found is not None else ""

    def hold(self, item: str, *, now: bool) -> None:
        """Give the row of an item the keyboard, and scroll nowhere.

        Args:
            item: the item; empty for none.
            now: the page is painted; else it gets it once it is.
        """
        self._held = "" if now else item
        there = self._rows() if item and now else ()
        rows = [row for row in there if row.item == item and row.reachable()]
        if rows:
            min(rows, key=lambda row: row.reference).widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        """Give it now that the page is painted, unless it is elsewhere by now."""
        if self._view.hasFocus():
            self.hold(self._held, now=True)


def row_under(rows: Sequence[Place], under: QWidget | None) -> tuple[Place, QWidget] | None:
    """Return the row that a widget is or is part of, and what shows it."""
    if under is None:
        return None
    live = ((row, row.live) for row in rows)
    shown = ((row, here) for row, here in live if here is not None)
    return next((each for each in shown if each[1] is under or each[1].isAncestorOf(under)), None)
