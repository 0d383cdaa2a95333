"""Where the sources disagree: what about, and what each says, each reading with its own passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.panels.panel import Panel, Scene
from briefing_app.gui.panels.rows import counted, item_row, place_of
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.outline import shown
from briefing_app.model.source_words import reading_words
from briefing_app.words import tr

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing


class Differences(Panel):
    """One group of rows a difference, one row a reading."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene, tr("Differences"))
        found = shown(scene.briefing.differences)
        count = sum(len(each.readings) for each in found)
        self.setAccessibleName(counted(self.accessibleName(), count))
        at = iter(range(1, count + 1))
        for n, difference in enumerate(found):
            if n:
                self.space(8)
            self.add(TextLine(self.theme, difference.about, "meta_bold", "ink2", selectable=True))
            for reading in difference.readings:
                row = item_row(
                    self,
                    difference,
                    reading_words(scene.briefing, reading),
                    name=difference.about,
                    passages=reading.evidence,
                    place=place_of(next(at), count),
                )
                self.add_row(row)
            if difference.note:
                self.add(TextLine(self.theme, difference.note, "meta", "ink2", selectable=True))

    @staticmethod
    def drawn(briefing: Briefing) -> object:
        """Return what it draws of a briefing."""
        return shown(briefing.differences)
