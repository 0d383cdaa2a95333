"""The open card of a sentence that became no item: its words, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from briefing_app.gui.panels.open_card import OpenCard
from briefing_app.gui.panels.passages import excerpt
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import tr

if TYPE_CHECKING:
    from briefing_app.gui.document import Reading
    from briefing_app.gui.theme import Theme
    from briefing_app.model.briefing import Unused
    from briefing_app.model.items import Item
    from briefing_app.workflow.unused import Proposal

_RADIUS, _PAD = 10, 20


class UnusedCard(OpenCard):
    """Shows one sentence."""

    dismissed = Signal()
    item_wanted = Signal()  # the form is to be filled in as the grammar reads it

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
            self.item_wanted.emit()

    def show_proposal(self, blank: Item, found: Proposal) -> None:
        """Show the form of a new item.

        Args:
            blank: a record of its kind that holds nothing yet.
            found: what its fields hold at first.
        """
        form = self.show_form(blank)
        form.form.type_again(found.typed)
        form.form.set_dates(found.exact)
        form.set_evidence((self.unused.passage,))
        form.form.begin()
        self.reshaped.emit()
