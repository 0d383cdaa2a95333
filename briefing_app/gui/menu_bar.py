"""The menu bar of a window, where the platform has none of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui import actions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow

    from briefing_app.gui.action_rows import Id
    from briefing_app.gui.theme import Theme


def toggle(window: QMainWindow, table: Mapping[Id, QAction], theme: Theme) -> None:
    """Show or hide the menu bar; it is filled when it is first shown."""
    bar = window.menuBar()
    if not bar.actions():
        actions.draw_icons(table, theme)
        actions.fill(bar, table)
        bar.hide()
    bar.setVisible(bar.isHidden())
