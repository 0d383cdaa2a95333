"""Leads the keyboard from pane to pane of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
        frame.toolbar.menu.setFocus()
    elif frame.views.currentWidget() is frame.brief:
        frame.brief.reveal(focus=True)
    else:
        frame.views.setFocus()
        frame.focusNextPrevChild(True)
