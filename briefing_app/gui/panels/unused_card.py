"""The open card of a sentence that became no item: its words, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.gui.panels.edit_card import EditCard
from briefing_app.gui.panels.passages import excerpt
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.document import Reading
    from briefing_app.gui.theme import Theme
    from briefing_app.model.briefing import Unused
    from briefing_app.model.items import Item
    from briefing_app.workflow.unused import Proposal

_RADIUS, _PAD = 10, 20


class UnusedCard(QWidget):
    """Shows one sentence; tells what its reader wants, and changes nothing itself."""

    dismissed = Signal()
    item_wanted = Signal()  # the form is to be filled in as the grammar reads the sentence
    saved = Signal()
    reshaped = Signal()

    def __init__(self, theme: Theme, unused: Unused, reading: Reading, *, stacked: bool) -> None:
        """Make the card.

        Args:
            theme: what it draws with.
            unused: the sentence.
            reading: the briefing, and the texts at hand.
            stacked: there is no room for labels beside fields.
        """
        super().__init__()
        self._theme, self.unused, self._reading, self._stacked = theme, unused, reading, stacked
        self.form: EditCard | None = None
        self.setAccessibleName(tr("Sentence not used"))
        self._column = QVBoxLayout(self)
        pad = theme.px(_PAD)
        self._column.setContentsMargins(pad, theme.px(14), pad, theme.px(16))
        self._column.setSpacing(theme.px(12))
        self._column.addWidget(TextLine(theme, tr("Not used"), "label", "accent", wraps=False))
        self.told = TextLine(theme, self.words(reading, unused), "item_bold", selectable=True)
        self._column.addWidget(self.told)
        self._column.addWidget(TextLine(theme, tr("Cue: {cue}", cue=unused.cue), "meta", "ink2"))
        self._buttons = QWidget()
        line = QHBoxLayout(self._buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        make = Button(theme, tr("Make an item"), "outline", icon="plus", key=tr("E"), height=36)
        make.clicked.connect(self.begin_edit)
        dismiss = Button(theme, tr("Dismiss"), "outline", icon="cross", key=tr("R"), height=36)
        dismiss.clicked.connect(self.dismissed)
        for button in (make, dismiss):
            line.addWidget(button)
        line.addStretch(1)
        self._column.addWidget(self._buttons)

    @staticmethod
    def words(reading: Reading, unused: Unused) -> str:
        """Return the words of a sentence, as far as they are at hand."""
        return "".join(piece for piece, cited in excerpt(reading, (unused.passage,)) if cited)

    def begin_edit(self) -> None:
        """Ask for the form."""
        if self.form is None:
            self.item_wanted.emit()

    def show_form(self, blank: Item, found: Proposal) -> None:
        """Show the form of a new item.

        Args:
            blank: a record of its kind that holds nothing yet.
            found: what its fields hold at first.
        """
        self.form = EditCard(self._theme, "", blank, self._reading, stacked=self._stacked, framed=False)
        self.form.form.type_again(found.typed)
        self.form.form.set_dates(found.exact)
        self.form.set_evidence((self.unused.passage,))
        self.form.saved.connect(self.saved)
        self.form.left.connect(self.end_edit)
        self.form.changed.connect(self.reshaped)
        self._buttons.hide()
        self._column.addWidget(self.form)
        self.form.show()  # Qt would wait for the next turn of the event loop
        self.form.form.begin()
        self.reshaped.emit()

    def end_edit(self) -> None:
        """Take the form away."""
        if self.form is not None:
            form, self.form = self.form, None
            form.hide()
            form.deleteLater()
            self._buttons.show()
            self.reshaped.emit()

    def select(self, mark: int) -> None:
        """Draw nothing: its one passage is always that in view."""

    def thread_start(self, widget: QWidget) -> QPointF:
        """Return where the thread begins, in the coordinates of a widget."""
        return QPointF(widget.mapFromGlobal(self.mapToGlobal(QPoint(self.width(), self._theme.px(28)))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the edge of the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), 1))
        painter.setBrush(self._theme.color("page"))
        radius = self._theme.px(_RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
