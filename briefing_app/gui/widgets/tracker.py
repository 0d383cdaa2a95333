"""The stage tracker: a node, a code, a state and a reason for each stage, and the line that joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.theme import Theme
    from briefing_app.model.tracker import StageRow


class Tracker(QWidget):
    """The stages below one another in a narrow column, beside one another in one of 420 px and more."""

    mark_activated = Signal(object)  # what `show_rows` was given beside the mark's text

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def show_rows(self, rows: Sequence[StageRow], marks: Sequence[Sequence[tuple[str, object]]] = ()) -> None:
        """Show stages, each with its paragraph marks (text, what `mark_activated` is to say)."""

    def select(self, data: object | None) -> None:
        """Draw the mark that says `data` as the one in view, and no other."""
