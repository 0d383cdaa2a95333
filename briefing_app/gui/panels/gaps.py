"""What the sources do not say and a reader would look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.panels.listed import Listed
from briefing_app.gui.panels.rows import Look, Told, add_items
from briefing_app.model.items import Gap
from briefing_app.model.outline import shown
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.panels.panel import Scene


class Gaps(Listed):
    """One row a gap; it is the only item that may have no paragraph mark."""

    kind = Gap

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene, tr("Not in the source"))
        add_items(self, self.told(scene), Look("item", "ink2"))

    @staticmethod
    def told(scene: Scene) -> Sequence[Told]:
        """Return the gaps."""
        name = tr("Not in the source")
        return [Told(gap, gap.text, name=name) for gap in shown(scene.briefing.gaps)]
