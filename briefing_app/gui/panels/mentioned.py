"""People whom the sources only mention: listed apart, never counted as attending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.panels.panel import Panel, Scene
from briefing_app.gui.panels.rows import add_people
from briefing_app.model.outline import mentioned
from briefing_app.words import tr

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing


class Mentioned(Panel):
    """The people who are mentioned and did not attend."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene, tr("Mentioned only"))
        add_people(self, mentioned(scene.briefing), 1 if scene.stacked else 2)

    @staticmethod
    def drawn(briefing: Briefing) -> object:
        """Return what it draws of a briefing."""
        return mentioned(briefing)
