"""What the sources do not say and a reader would look for."""

from __future__ import annotations

from briefing_app.gui.panels.panel import Panel, Scene
from briefing_app.gui.panels.rows import Look, Told, add_items
from briefing_app.model.outline import shown
from briefing_app.words import tr


class Gaps(Panel):
    """One row a gap; it is the only item that may have no paragraph mark."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene, tr("Not in the source"))
        name = tr("Not in the source")
        told = [Told(gap, gap.text, name=name) for gap in shown(scene.briefing.gaps)]
        add_items(self, told, Look("item", "ink2"))
