"""Facts that explain."""

from __future__ import annotations

from briefing_app.gui.panels.panel import Panel, Scene
from briefing_app.gui.panels.rows import Told, add_items
from briefing_app.model.outline import shown
from briefing_app.words import tr


class Background(Panel):
    """One row a fact, in the order of the file."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene, tr("Background"))
        found = shown(scene.briefing.background)
        add_items(self, [Told(each, each.text, name=tr("Background"), rich=True) for each in found])
