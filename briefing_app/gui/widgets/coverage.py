"""The coverage strip: one block a paragraph, filled where an item cites it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from briefing_app.gui.theme import Theme


class CoverageStrip(QWidget):
    """Blocks drawn 8 high that can be clicked 24 high; the tooltip says "¶5: not cited"."""

    paragraph_activated = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def show_coverage(self, paragraphs: int, cited: AbstractSet[int]) -> None:
        """Show an article of `paragraphs` paragraphs of which those in `cited` (from 1) are cited."""

    def select(self, paragraph: int | None) -> None:
        """Draw a paragraph's block as the one in view."""
