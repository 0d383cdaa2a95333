"""Keeps the keyboard on the row of its item when rows are made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.panels.brief import Brief
    from briefing_app.gui.panels.panel import Place


class RowKeyboard:
    """Knows which row of a brief has the keyboard, and gives it back to that of the same item."""

    def __init__(self, brief: Brief) -> None:
        """Make it for a brief."""
        self._brief = brief
        self._held = ""  # the item whose row gets it once the page is painted
        brief.painted.connect(self._settle)

    def item(self) -> str:
        """Return the item whose row has the keyboard, empty for none."""
        here = self._brief.window().focusWidget()
        if not self._brief.isAncestorOf(here):
            return ""
        found = row_under(self._brief.rows(), here)
        return found[0].item if found is not None else ""

    def hold(self, item: str, *, now: bool) -> None:
        """Give the row of an item the keyboard, and scroll nowhere.

        Args:
            item: the item; empty for none.
            now: the page is painted; else it gets it once it is.
        """
        self._held = "" if now else item
        there = self._brief.rows() if item and now else ()
        rows = [row for row in there if row.item == item and row.reachable()]
        if rows:
            min(rows, key=lambda row: row.reference).widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        """Give it now that the page is painted, unless it is elsewhere by now."""
        if self._brief.hasFocus():
            self.hold(self._held, now=True)


def row_under(rows: Sequence[Place], under: QWidget | None) -> tuple[Place, QWidget] | None:
    """Return the row that a widget is or is part of, and what shows it."""
    if under is None:
        return None
    live = ((row, row.live) for row in rows)
    shown = ((row, here) for row, here in live if here is not None)
    return next((each for each in shown if each[1] is under or each[1].isAncestorOf(under)), None)
