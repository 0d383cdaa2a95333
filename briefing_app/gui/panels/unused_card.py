"""The open card of a sentence that became no item: its words, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from briefing_app.gui.panels.choice_field import ChoiceField
from briefing_app.gui.panels.open_card import OpenCard
from briefing_app.gui.panels.passages import excerpt
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import tr
from briefing_app.workflow.fields import Field
from briefing_app.workflow.unused import kinds

if TYPE_CHECKING:
    from briefing_app.gui.document import Reading
    from briefing_app.gui.theme import Theme
    from briefing_app.model.briefing import Unused
    from briefing_app.model.items import Item
    from briefing_app.workflow.arranging import Part
    from briefing_app.workflow.unused import Proposal

_RADIUS, _PAD = 10, 20


class UnusedCard(OpenCard):
    """Shows one sentence."""

    dismissed = Signal()
    item_wanted = Signal(str)  # the form is to be filled in, for a part; empty for where it belongs

    def __init__(self, theme: Theme, unused: Unused, reading: Reading, *, stacked: bool) -> None:
        """Make the card.

        Args:
            theme: what it draws with.
            unused: the sentence.
            reading: the briefing, and the texts at hand.
            stacked: there is no room for labels beside fields.
        """
        super().__init__(theme, reading, stacked=stacked)
        self.unused = unused
        self._choice: ChoiceField | None = None
        self._part: Part = "agreements"
        self._written: dict[Part, dict[str, str]] = {}  # by part, what was typed before another was chosen
        self.setAccessibleName(tr("Sentence not used"))
        self._column.addWidget(TextLine(theme, tr("Not used"), "label", "accent", wraps=False))
        self.told = TextLine(theme, self.words(reading, unused), "item_bold", selectable=True)
        self._column.addWidget(self.told)
        self._column.addWidget(TextLine(theme, tr("Cue: {cue}", cue=unused.cue), "meta", "ink2"))
        line = QHBoxLayout(self._body)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        make = Button(theme, tr("Make an item"), "outline", icon="plus", key=tr("E"), height=36)
        make.clicked.connect(self.begin_edit)
        dismiss = Button(theme, tr("Dismiss"), "outline", icon="cross", key=tr("R"), height=36)
        dismiss.clicked.connect(self.dismissed)
        for button in (make, dismiss):
            line.addWidget(button)
        line.addStretch(1)
        self._column.addWidget(self._body)

    @staticmethod
    def words(reading: Reading, unused: Unused) -> str:
        """Return the words of a sentence, as far as they are at hand."""
        return "".join(piece for piece, cited in excerpt(reading, (unused.passage,)) if cited)

    def begin_edit(self) -> None:
        """Ask for the form."""
        if self.form is None:
            self.item_wanted.emit("")

    def show_proposal(self, blank: Item, found: Proposal) -> None:
        """Show the form of a new item.

        Args:
            blank: a record of its kind that holds nothing yet.
            found: what its fields hold at first.
        """
        if self.form is not None:
            self._written[self._part] = self.form.form.typed()
        self._take_away()
        self._part = found.part
        kinds_of_item = self._kinds(found.part)
        self._column.addWidget(kinds_of_item)
        kinds_of_item.show()  # as the form
        form = self.show_form(blank)
        form.form.type_again(self._written.get(found.part, found.typed))
        form.form.set_dates(found.exact)
        form.set_evidence((self.unused.passage,))
        form.form.begin()
        self.reshaped.emit()

    def end_edit(self) -> None:
        """Take the form away, and what was typed in it."""
        self._written.clear()
        if self._choice is not None:
            self._choice.hide()
            self._choice.deleteLater()
            self._choice = None
        super().end_edit()

    def _take_away(self) -> None:
        """Take away the form of another part, which is kept as it was typed."""
        written = dict(self._written)
        self.blockSignals(True)  # the form of the new part comes in the same turn
        self.end_edit()
        self.blockSignals(False)
        self._written = written

    def _kinds(self, part: Part) -> ChoiceField:
        """Return the choice of what the sentence is to be."""
        field = Field("part", "choice", tr("Make it a kind of item"), choices=kinds(), required=True)
        self._choice = choice = ChoiceField(self._theme, field, part)
        choice.setObjectName("kinds")
        choice.changed.connect(lambda: self.item_wanted.emit(choice.text()))
        return choice
