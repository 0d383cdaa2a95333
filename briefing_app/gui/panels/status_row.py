"""The row of OPCON and the meetings ahead: how far, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from briefing_app.gui.panels.meetings import MeetingsAhead
from briefing_app.gui.panels.opcon import OpconPanel
from briefing_app.gui.panels.panel import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.panels.panel import Panel, Scene


def status(scene: Scene, wired: Callable[[Panel], Panel]) -> QVBoxLayout | QHBoxLayout:
    """Return OPCON and the meetings ahead beside one another, or below where there is no room.

    Args:
        scene: what they draw.
        wired: connects a panel and gives it back.
    """
    layout = QVBoxLayout() if scene.stacked else QHBoxLayout()
    layout.setSpacing(scene.theme.px(24 if scene.stacked else BETWEEN))
    if scene.briefing.opcon:
        layout.addWidget(wired(OpconPanel(scene)), 1)
    layout.addWidget(wired(MeetingsAhead(scene)), 1)
    return layout
