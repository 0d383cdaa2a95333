"""A panel that is a heading and one list of items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.panels.panel import Panel, Scene
from briefing_app.gui.panels.rows import follow_items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.panels.rows import Told


class Listed(Panel):
    """Lists what subclasses tell; of another state of the briefing only what changed is drawn."""

    @staticmethod
    def told(scene: Scene) -> Sequence[Told]:
        """Return the items of a briefing that stand in the list, and what is said of them."""
        raise NotImplementedError

    def follow(self, scene: Scene) -> bool:
        """Show another state of the briefing; say no where the list comes or goes."""
        told = self.told(scene)
        if not told or not self.lists:
            return not told and not self.lists
        self.scene = scene
        follow_items(self, self.lists[0], told)
        return True
