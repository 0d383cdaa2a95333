"""The abbreviations and what they stand for, as the full brief prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.panels.panel import Panel, Scene
from briefing_app.gui.widgets.text import RichTextView
from briefing_app.model.markup import Paragraph, RichText, Run
from briefing_app.words import tr

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing, Expansion


class Glossary(Panel):
    """The briefing's glossary, a line for each abbreviation; nothing in it is an item."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene, tr("Glossary"))
        # One view, for a file may have thousands of lines.
        lines = RichTextView(self.theme, "meta", "ink2", "ink")
        lines.show_rich(RichText(tuple(_line(each) for each in scene.briefing.glossary)))
        self.space(4)
        self.add(lines)

    @staticmethod
    def drawn(briefing: Briefing) -> object:
        """Return what it draws of a briefing."""
        return briefing.glossary


def _line(entry: Expansion) -> Paragraph:
    return Paragraph((Run(entry.abbreviation, strong=True), Run(f"  {entry.expansion}")))
