"""Fuzzy dates (look.md 8): one axis row, and under it one row a meeting, all on the same scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefing_app.gui.theme import Theme
    from briefing_app.model.timeline import Axis, Bar


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A meeting as its row shows it.

    Attributes:
        item: the meeting's id.
        title: its name.
        line: certainty, the source's words for the date, place (`outline.meeting_line`).
        steps: filled steps of the certainty's sign (`outline.steps`).
        bar: the date on the axis; None where none is given.
        passed: draw the chip "Date passed".
        fate: `off` cancelled or denied, `moved`; both hatch the bar.
        fate_word: what became of it, in words (`outline.outcome_word`).
        moved_to: the new date on the axis, where it moved.
        tooltip: the EDTF expression and its bounds.
    """

    item: str
    title: str
    line: str
    steps: int
    bar: Bar | None
    passed: bool = False
    fate: Literal["", "off", "moved"] = ""
    fate_word: str = ""
    moved_to: Bar | None = None
    tooltip: str = ""


class TimelineAxis(QWidget):
    """The axis: month or year marks, and Today, after a break where it lies beyond."""

    def __init__(self, theme: Theme, axis: Axis, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)


class TimelineRow(QWidget):
    """A meeting: name and marks, a line of words, and its date as a bar."""

    activated = Signal(str)  # the meeting's id
    mark_activated = Signal(str, int)  # the meeting's id, which mark

    def __init__(
        self, theme: Theme, axis: Axis, today: date, entry: TimelineEntry, marks: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)

    def select(self, on: bool, mark: int | None = None) -> None:
        """Draw the row as selected, and one of its marks as the one in view."""
