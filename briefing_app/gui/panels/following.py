"""A page that follows its briefing from state to state: only panels that show another thing are made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.panels.agreements import Agreements
from briefing_app.gui.panels.lower import kinds as lower_kinds
from briefing_app.gui.panels.lower import made
from briefing_app.gui.panels.meetings import MeetingsAhead
from briefing_app.gui.panels.opcon import OpconPanel
from briefing_app.gui.panels.overview import BottomLinePanel, Overview
from briefing_app.gui.panels.participants import Participants

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from briefing_app.gui.panels.panel import Panel, Scene
    from briefing_app.model.briefing import Briefing


def follow(
    panels: list[Panel],
    scene: Scene,
    source_wanted: SignalInstance,
    wire: Callable[[Panel], object],
) -> bool:
    """Show another state of a briefing on the page that is there.

    Args:
        panels: in their order; those that are made anew are replaced.
        scene: what they draw now.
        source_wanted: passes on which source is to be shown.
        wire: connects a panel that is new.

    Returns:
        Whether that could be done: the page has the same panels, and what they all draw with is the same.
    """
    if not _alike(panels[0].scene, scene) or tuple(map(type, panels)) != _kinds(scene.briefing):
        return False
    for n, panel in enumerate(panels):
        if not panel.follow(scene):
            panels[n] = new = _made(panel, scene, source_wanted)
            wire(new)
            _put(panel, new)
    return True


def _alike(before: Scene, after: Scene) -> bool:
    one, other = before.briefing, after.briefing
    same = before._replace(briefing=other) == after
    return same and (one.id, one.language, one.as_of, one.marking, one.sources, one.glossary) == (
        other.id, other.language, other.as_of, other.marking, other.sources, other.glossary,
    )  # fmt: skip


def _kinds(briefing: Briefing) -> tuple[type[Panel], ...]:
    opcon = (OpconPanel,) if briefing.opcon else ()
    above = (Overview, Participants, BottomLinePanel, *opcon, MeetingsAhead, Agreements)
    return (*above, *lower_kinds(briefing))


def _made(panel: Panel, scene: Scene, source_wanted: SignalInstance) -> Panel:
    if isinstance(panel, Participants):
        return Participants(scene, unfolded=panel.unfolded)
    return made(type(panel), scene, source_wanted)


def _put(panel: Panel, new: Panel) -> None:
    """Put a panel in the place of another one."""
    column = panel.parentWidget()
    layout = column.layout() if column is not None else None
    if layout is not None:
        layout.replaceWidget(panel, new)
    new.stackUnder(panel)  # what reads the window aloud goes by the order of the widgets
    panel.hide()
    panel.deleteLater()
    new.show()
