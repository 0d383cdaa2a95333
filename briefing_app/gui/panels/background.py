"""Facts that explain."""

from __future__ import annotations

from briefing_app.gui.panels.panel import Panel, Scene
from briefing_app.gui.panels.rows import item_row
from briefing_app.model.markup import rich_text
from briefing_app.model.outline import shown
from briefing_app.words import tr


class Background(Panel):
    """One row a fact, in the order of the file."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene, tr("Background"))
        for finding in shown(scene.briefing.background):
            self.add_row(item_row(self, finding, rich_text(finding.text), name=tr("Background")))
