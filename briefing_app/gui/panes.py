"""Leads the keyboard from pane to pane of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from briefing_app.gui.tab_order import stops

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.frame import Frame


def go_to_pane(frame: Frame, by: int) -> None:
    """Put the keyboard into the next pane (`by` 1) or the one before (-1)."""
    frame.stay.let_go()
    panes = list(_panes(frame))
    focus = frame.window().focusWidget()
    here = (n for n, pane in enumerate(panes) if pane.isAncestorOf(focus))
    at = next(here, panes.index(frame.views) - by)
    pane = panes[(at + by) % len(panes)]
    if pane is frame.place_of_side:
        frame.side.take_focus()
    elif pane is frame.place_of_source:
        frame.source.article.setFocus(Qt.FocusReason.TabFocusReason)
    elif pane is not frame.views:
        next(stops(pane)).setFocus(Qt.FocusReason.TabFocusReason)
    elif frame.views.currentWidget() is frame.brief:
        frame.brief.reveal(focus=True)
    else:
        frame.views.setFocus()
        frame.focusNextPrevChild(True)


def _panes(frame: Frame) -> Iterator[QWidget]:
    """Yield what can be gone to; what stands in the place of the brief has a bar and a foot of its own."""
    held = frame.holder.held
    peek = frame.__dict__.get("peek")  # made when it is first shown
    bar, foot = (held.bar, held.foot) if held is not None else (frame.toolbar, None)
    for pane in (bar, frame.place_of_side, frame.views, frame.place_of_source, peek, foot, frame.status):
        large = pane in (frame.place_of_side, frame.views, frame.place_of_source)
        if pane is not None and pane.isVisibleTo(frame) and (large or next(stops(pane), None)):
            yield pane


def open_context_menu(window: QWidget) -> None:
    """Open the menu of what has the keyboard, as the menu key does."""
    here = window.focusWidget()
    if here is not None:
        middle = here.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(here, QContextMenuEvent(reason, middle, here.mapToGlobal(middle)))
