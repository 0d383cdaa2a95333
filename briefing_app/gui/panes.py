"""Leads the keyboard from pane to pane of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from briefing_app.gui.tab_order import stops

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.frame import Frame


def go_to_pane(frame: Frame, by: int) -> None:
    """Put the keyboard into the next pane (`by` 1) or the one before (-1)."""
    frame.stay.let_go()
    parts = (frame.toolbar, frame.place_of_side, frame.views, frame.place_of_source, frame.status)
    panes = [pane for pane in parts if pane.isVisibleTo(frame)]
    focus = frame.window().focusWidget()
    here = (n for n, pane in enumerate(panes) if pane.isAncestorOf(focus))
    at = next(here, 1 - by)
    pane = panes[(at + by) % len(panes)]
    if pane is frame.place_of_side:
        frame.side.take_focus()
    elif pane is frame.place_of_source:
        frame.source.article.setFocus()
    elif pane is frame.status:
        frame.status.take_focus()
    elif pane is frame.toolbar:
        next(stops(frame.toolbar)).setFocus(Qt.FocusReason.TabFocusReason)
    elif frame.views.currentWidget() is frame.brief:
        frame.brief.reveal(focus=True)
    else:
        frame.views.setFocus()
        frame.focusNextPrevChild(True)


def open_context_menu(window: QWidget) -> None:
    """Open the menu of what has the keyboard, as the menu key does."""
    here = window.focusWidget()
    if here is not None:
        middle = here.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(here, QContextMenuEvent(reason, middle, here.mapToGlobal(middle)))
