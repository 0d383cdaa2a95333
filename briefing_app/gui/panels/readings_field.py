"""The readings of a difference in a form: each in a field of its own, with its passages below it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.gui.panels.growing_field import GrowingField
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.framed import Framed
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import tr
from briefing_app.workflow.editing import Line

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from briefing_app.gui.theme import Theme
    from briefing_app.model.evidence import Passage

    PassageRow = Callable[[Passage, Callable[[], None]], QWidget]

_LEAST = 2  # readings that a difference has


class ReadingsField(QWidget):
    """Holds the readings; words that are taken from the source prove the one that the cursor is or was in."""

    changed = Signal()

    def __init__(self, theme: Theme, label: str, text: str) -> None:
        """Make the fields.

        Args:
            theme: what they draw with.
            label: what they are called together.
            text: the readings, one a line.
        """
        super().__init__()
        self._theme, self._here = theme, 0
        self._passage_row: PassageRow | None = None
        self.entries: list[_Entry] = []
        self.setAccessibleName(label)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(8))
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(8))
        outer.addLayout(self._column)
        self.more = Button(theme, tr("Add a reading"), icon="plus", height=28)
        self.more.clicked.connect(self.add)
        outer.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._set_count(max(_LEAST, len(text.splitlines())))
        self.set_text(text)

    def text(self) -> str:
        """Return the readings, one a line; an empty one is an empty line."""
        return "\n".join(entry.words() for entry in self.entries).rstrip("\n")

    def set_text(self, text: str) -> None:
        """Write other readings, one a line."""
        lines = text.split("\n")
        self._set_count(max(_LEAST, len(lines), len(self.entries)))
        for entry, line in zip(self.entries, (*lines, *[""] * len(self.entries)), strict=False):
            entry.field.setPlainText(line)

    def lines(self) -> tuple[Line, ...]:
        """Return the readings with their passages; what has neither words nor a passage is none."""
        found = (Line(entry.words(), entry.evidence) for entry in self.entries)
        return tuple(line for line in found if line.words or line.evidence)

    def proofs(self) -> tuple[tuple[Passage, ...], ...]:
        """Return the passages, reading by reading."""
        return tuple(entry.evidence for entry in self.entries)

    def set_proofs(self, proofs: tuple[tuple[Passage, ...], ...]) -> None:
        """Let other passages prove the readings."""
        self._set_count(max(_LEAST, len(proofs)))
        for entry, evidence in zip(self.entries, proofs, strict=False):
            self._prove(entry, evidence)
        self.changed.emit()

    def draw_with(self, passage_row: PassageRow) -> None:
        """Draw passages as the card does.

        Args:
            passage_row: makes the row of a passage, from it and what removes it.
        """
        self._passage_row = passage_row
        for entry in self.entries:
            self._prove(entry, entry.evidence)

    def take(self, passage: Passage) -> None:
        """Let a passage prove the reading that the cursor is or was in."""
        entry = self.entries[min(self._here, len(self.entries) - 1)]
        if passage not in entry.evidence:
            self._prove(entry, (*entry.evidence, passage))
            self.changed.emit()

    def take_focus(self) -> None:
        """Put the keyboard in the first reading."""
        self.entries[0].field.setFocus(Qt.FocusReason.TabFocusReason)

    def add(self) -> None:
        """Add a reading that holds nothing yet, and put the keyboard there."""
        self._set_count(len(self.entries) + 1)
        self.entries[-1].field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    # ------------------------------------------------------------------------------------------ entries

    def _go_on(self) -> None:
        """Go on to a reading that holds nothing yet, which is added where there is none."""
        empty = next((entry for entry in self.entries if not (entry.words() or entry.evidence)), None)
        if empty is None:
            self.add()
        else:
            empty.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_count(self, count: int) -> None:
        while len(self.entries) < count:
            entry = self._made()
            self._column.addWidget(entry)
            entry.show()  # Qt would wait for the next turn of the event loop, and give it no keyboard
        while len(self.entries) > count:
            self._gone(self.entries[-1])
        self._name()

    def _made(self) -> _Entry:
        entry = _Entry(self._theme)
        entry.field.textChanged.connect(self.changed)
        entry.field.entered.connect(self._go_on)
        entry.drop.clicked.connect(partial(self._remove, entry))
        entry.field.installEventFilter(self)
        self.entries.append(entry)
        return entry

    def _remove(self, entry: _Entry) -> None:
        """Remove a reading with its passages; the one that takes its place gets the keyboard."""
        at = self.entries.index(entry)
        self._gone(entry)
        self._name()
        self.entries[min(at, len(self.entries) - 1)].field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _gone(self, entry: _Entry) -> None:
        self.entries.remove(entry)
        self._column.removeWidget(entry)
        entry.hide()
        entry.deleteLater()

    def _name(self) -> None:
        for n, entry in enumerate(self.entries, 1):
            entry.field.setAccessibleName(tr("Reading {n}", n=n))
            entry.drop.setAccessibleName(tr("Remove reading {n}", n=n))
            entry.drop.setToolTip(tr("Remove reading {n}", n=n))
            entry.drop.setVisible(len(self.entries) > _LEAST)

    def _prove(self, entry: _Entry, evidence: tuple[Passage, ...]) -> None:
        make = self._passage_row
        rows = [make(each, partial(self._drop, entry, each)) for each in evidence] if make is not None else []
        entry.prove(evidence, rows)

    def _drop(self, entry: _Entry, passage: Passage) -> None:
        self._prove(entry, tuple(each for each in entry.evidence if each != passage))
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember the reading that the cursor is in."""
        if event.type() == QEvent.Type.FocusIn:
            here = [n for n, entry in enumerate(self.entries) if entry.field is watched]
            self._here = here[0] if here else self._here
        return super().eventFilter(watched, event)


class _Entry(QWidget):
    """One reading: its words, what removes it, and its passages."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.evidence: tuple[Passage, ...] = ()
        self.field = GrowingField(theme, "", "item")
        self.drop = Button(theme, tr("Remove reading"), icon="cross", icon_only=True, height=24)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(Framed(theme, self.field), 1)
        line.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        self._passages = QVBoxLayout()
        self._passages.setContentsMargins(theme.px(8), 0, 0, 0)
        self._passages.setSpacing(theme.px(4))
        column.addLayout(self._passages)
        self.prove((), [])

    def words(self) -> str:
        """Return what is written, as one line."""
        return " ".join(self.field.toPlainText().split())

    def prove(self, evidence: tuple[Passage, ...], rows: list[QWidget]) -> None:
        """Show other passages as those that prove it."""
        self.evidence = evidence
        while (item := self._passages.takeAt(0)) is not None:
            inner = item.widget()
            if inner is not None:
                inner.hide()
                inner.deleteLater()
        for row in rows:
            self._passages.addWidget(row)
        if not evidence:
            self._passages.addWidget(TextLine(self._theme, tr("No passage yet"), "meta", "ink3"))
