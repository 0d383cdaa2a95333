"""The way back: places are left for others in a jump, and found again as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.history import Place

if TYPE_CHECKING:
    from briefing_app.gui.main_window import MainWindow


def _here(window: MainWindow, *, standing: bool) -> Place | None:
    briefing, selection = window.document.briefing, window.selection
    if briefing is None:
        return None
    stand = window.frame.stay.now(selection) if standing and window.frame.holder.held is None else None
    return Place(briefing.id, selection.item, selection.mark, stand)


def leave(window: MainWindow) -> None:
    """Note where one stands, to come back to it, before a jump leads elsewhere."""
    place = _here(window, standing=True)
    if place is not None:
        window.history.leave(place)


def arrive(window: MainWindow) -> None:
    """Note where a jump led."""
    place = _here(window, standing=False)
    if place is not None:
        window.history.jump(place)


def jump(window: MainWindow, item: str) -> None:
    """Go to an item from anywhere, with a way back."""
    leave(window)
    frame = window.frame
    if frame.holder.held is None:
        frame.stay.let_go()
        frame.views.setCurrentWidget(frame.brief)
        window.pick(item)
    frame.holder.reveal(item, frame.brief)
    arrive(window)


def go(window: MainWindow, by: int) -> None:
    """Go back (-1) or forward (1) to where one was."""
    briefing = window.document.briefing
    here = _here(window, standing=True)
    if briefing is None or here is None:
        return
    place = window.history.go(by, briefing.id, here)
    if place is None:
        return
    frame = window.frame
    if frame.holder.held is not None:
        frame.holder.reveal(place.item, frame.brief)
        return
    window.pick(place.item, place.mark)
    frame.brief.reveal(focus=True)
    if place.standing is not None:
        frame.stay.at(place.standing)
