"""Facts that explain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.panels.listed import Listed
from briefing_app.gui.panels.rows import Told, add_items
from briefing_app.model.items import Finding
from briefing_app.model.outline import shown
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.panels.panel import Scene


class Background(Listed):
    """One row a fact, in the order of the file."""

    kind = Finding

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene, tr("Background"))
        add_items(self, self.told(scene))

    @staticmethod
    def told(scene: Scene) -> Sequence[Told]:
        """Return the facts."""
        name = tr("Background")
        return [Told(each, each.text, name=name, rich=True) for each in shown(scene.briefing.background)]
