"""A panel that is a heading and one list of items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.panels.panel import Panel, Scene
from briefing_app.gui.panels.rows import follow_items
from briefing_app.model.briefing import altered
from briefing_app.model.items import Item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.panels.rows import Told


class Listed(Panel):
    """Lists what subclasses tell; of another state of the briefing only what changed is drawn."""

    kind: type[Item] = Item  # of what it lists

    @staticmethod
    def told(scene: Scene) -> Sequence[Told]:
        """Return the items of a briefing that stand in the list, and what is said of them."""
        raise NotImplementedError

    def told_now(self, scene: Scene, pairs: list[tuple[Item, Item]] | None) -> Sequence[Told]:
        """Return what is told of another state of the briefing.

        Args:
            scene: what is drawn now.
            pairs: what was altered since, None where items came or went.
        """
        del pairs
        return self.told(scene)

    def follow(self, scene: Scene) -> bool:
        """Show another state of the briefing; say no where the list comes or goes."""
        pairs = altered(self.scene.briefing, scene.briefing)
        if pairs is not None and not any(isinstance(each, self.kind) for pair in pairs for each in pair):
            self.scene = scene
            return True
        told = self.told_now(scene, pairs)
        if not told or not self.lists:
            return not told and not self.lists
        self.scene = scene
        follow_items(self, self.lists[0], told)
        return True
