"""The card in which an item is edited, over its row in the brief: a form, passages, Save and Cancel."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPen, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.gui import tab_order
from briefing_app.gui.panels.item_form import ItemForm
from briefing_app.gui.panels.passages import excerpt
from briefing_app.gui.panels.proofs import Proofs, proofs_of
from briefing_app.gui.panels.readings_field import ReadingsField
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.items import Item
from briefing_app.model.outline import marks_of
from briefing_app.model.problems import Problem
from briefing_app.words import tr
from briefing_app.words.problems import say_all

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.document import Reading
    from briefing_app.gui.panels.field_rows import FieldRow
    from briefing_app.gui.panels.item_form import Filled
    from briefing_app.gui.theme import Theme
    from briefing_app.model.evidence import Passage
    from briefing_app.model.record import Record

_RADIUS, _PAD = 10, 18
_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut


class EditCard(QWidget):
    """Holds what is typed until it is saved or given up; it changes nothing by itself."""

    saved = Signal()
    left = Signal()
    changed = Signal()
    told = Signal(QWidget)  # what is to be seen: words below the fields

    def __init__(
        self,
        theme: Theme,
        title: str,
        record: Record,
        reading: Reading,
        *,
        stacked: bool = False,
        framed: bool = True,
    ) -> None:
        """Make the card.

        Args:
            theme: what it draws with.
            title: what is edited.
            record: the item, source or briefing; a new one may lack fields.
            reading: the briefing, and the texts at hand.
            stacked: there is no room for labels beside fields.
            framed: it has an edge, and a title above its fields.
        """
        super().__init__()
        self._theme, self._reading, self._framed = theme, reading, framed
        self._of_outcome = False  # the cursor is, or was last, in a field of the outcome
        self.setAccessibleName(title)
        self.form = ItemForm(theme, record, reading.briefing, stacked=stacked)
        self._proofs = proofs_of(record)
        self._readings = self._prepared_readings()
        self._before = self.proofs
        self.form.changed.connect(self._change)
        self._passages = QVBoxLayout()
        self._passages.setSpacing(theme.px(4))
        self._outcome = TextLine(theme, "", "ui", "error", selectable=True)
        self._outcome.hide()
        self.save = Button(theme, tr("Save"), "primary", key=tr("Ctrl+Enter"))
        self.cancel = Button(theme, tr("Cancel"), "outline", key=tr("Esc"))
        self.save.clicked.connect(self.saved)
        self.cancel.clicked.connect(self.left)
        self._lay_out(title, passages=isinstance(record, Item))
        self._show_passages()
        self._listen()

    def _listen(self) -> None:
        """Take the keys of the card, and follow the keyboard through its fields."""
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.saved.emit, context=_WITHIN)
        QShortcut(QKeySequence("Escape"), self, self.left.emit, context=_WITHIN)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _lay_out(self, title: str, *, passages: bool) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        pad, edge = (px(_PAD), px(14)) if self._framed else (0, 0)
        column.setContentsMargins(pad, edge, pad, edge)
        column.setSpacing(px(10))
        if self._framed:
            column.addWidget(TextLine(self._theme, title, "label", "accent", wraps=False))
        column.addWidget(self.form)
        if passages:
            column.addLayout(self._passages)
        column.addWidget(self._outcome)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column.addLayout(buttons)

    # --------------------------------------------------------------------------------------- passages

    def _prepared_readings(self) -> ReadingsField | None:
        """Return the readings of a difference, with their passages; None for every other item."""
        row = self.form.rows.get("readings")
        field = row.control if row is not None else None
        if not isinstance(field, ReadingsField):
            return None
        field.draw_with(self._passage_row)
        field.set_proofs(self._proofs.readings)
        return field

    @property
    def proofs(self) -> Proofs:
        """All passages that the card holds."""
        readings = self._readings.proofs() if self._readings is not None else ()
        return self._proofs._replace(readings=readings)

    @property
    def evidence(self) -> tuple[Passage, ...]:
        """The passages that prove the item itself."""
        return self._proofs.own

    def set_evidence(self, evidence: tuple[Passage, ...]) -> None:
        """Let other passages prove the item."""
        self.set_proofs(self.proofs._replace(own=evidence))

    def set_proofs(self, proofs: Proofs) -> None:
        """Let other passages prove the item and what there is of it."""
        self._proofs = proofs
        if self._readings is not None:
            self._readings.set_proofs(proofs.readings)
        self._show_passages()
        self._change()

    def take(self, passage: Passage) -> None:
        """Let a passage prove what the cursor is, or was last, in: a reading, the outcome, else the item."""
        if self._readings is not None:
            self._readings.take(passage)
            return
        name = "outcome" if self._of_outcome else "own"
        there = getattr(self._proofs, name)
        if passage not in there:
            self.set_proofs(self.proofs._replace(**{name: (*there, passage)}))

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Remember whether the cursor is in a field of the outcome."""
        rows = self.form.rows.items() if now is not None and self.form.isAncestorOf(now) else ()
        for name, row in rows:
            of_outcome = name.startswith("outcome.")
            if now is not None and row.isAncestorOf(now) and of_outcome != self._of_outcome:
                self._of_outcome = of_outcome
                self._hint.setText(self._hint_words())
                self.changed.emit()

    def _hint_words(self) -> str:
        if self._readings is not None:
            return tr("Select words in the source and press Ctrl+L: they prove the reading with the cursor.")
        if self._of_outcome:
            return tr("Select words in the source and press Ctrl+L to add them as a passage of the outcome.")
        return tr("Select words in the source and press Ctrl+L to add them as a passage.")

    def _show_passages(self) -> None:
        while (entry := self._passages.takeAt(0)) is not None:
            inner = entry.widget()
            if inner is not None:
                inner.hide()
                inner.deleteLater()
        for n, passage in enumerate(self._proofs.own):
            self._passages.addWidget(self._passage_row(passage, partial(self._drop, n)))
        for n, passage in enumerate(self._proofs.outcome):
            row = self._passage_row(passage, partial(self._drop_of_outcome, n), of=tr("Outcome:"))
            self._passages.addWidget(row)
        self._hint = TextLine(self._theme, self._hint_words(), "meta", "ink3")
        self._passages.addWidget(self._hint)

    def _passage_row(self, passage: Passage, drop: Callable[[], None], of: str = "") -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._theme.px(8))
        (mark,) = marks_of(self._reading.briefing, (passage,))
        words = "".join(piece for piece, cited in excerpt(self._reading, (passage,)) if cited)
        told = f"{of} {mark.text}" if of else mark.text
        at = TextLine(self._theme, told, "meta_bold", "accent", wraps=False)
        line.addWidget(at, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(TextLine(self._theme, words, "meta", "ink2"), 1)
        name = tr("Remove the passage in paragraph {n}", n=passage.paragraph)
        cross = Button(self._theme, name, icon="cross", icon_only=True, height=24)
        cross.clicked.connect(drop)
        line.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _drop(self, n: int) -> None:
        self.set_evidence((*self.evidence[:n], *self.evidence[n + 1 :]))

    def _drop_of_outcome(self, n: int) -> None:
        there = self._proofs.outcome
        self.set_proofs(self.proofs._replace(outcome=(*there[:n], *there[n + 1 :])))

    # ----------------------------------------------------------------------------------------- saving

    @property
    def differs(self) -> bool:
        """Whether something was changed."""
        return self.form.differs or self.proofs != self._before

    def filled(self, *, asking: bool = True) -> Filled | None:
        """Return what was changed, None where something cannot stand, which is told if `asking`."""
        filled = self.form.filled(asking=asking)
        if filled is None:
            return None
        values, now = dict(filled.values), self.proofs
        if now.own != self._before.own:
            values["evidence"] = now.own
        if self._readings is not None and ("readings" in values or now.readings != self._before.readings):
            values["readings"] = self._readings.lines()
        state = self.form.rows.get("outcome.state")
        if now.outcome and state is not None and not state.text():
            if not state.differs:  # words were taken for an outcome that is not said
                return self._ask_for(state) if asking else None
            now = now._replace(outcome=())
        if now.outcome != self._before.outcome:
            values["outcome.evidence"] = now.outcome
        return filled._replace(values=values)

    @staticmethod
    def _ask_for(row: FieldRow) -> None:
        row.show()
        row.tell(Problem("field-empty", values={"field": row.field.label}))
        row.take_focus()

    def tell(self, problems: tuple[Problem, ...]) -> None:
        """Say why it was not saved: beside the fields, else below them."""
        if self.form.tell(problems):
            return self.changed.emit()
        self._outcome.setText(say_all(problems))
        self._outcome.setVisible(bool(problems))
        if not any(each.hasFocus() for each in self.findChildren(QWidget)):
            self.form.begin()
        return self.told.emit(self._outcome)

    @property
    def wrong(self) -> str:
        """What was told to keep it from being saved, empty where nothing does."""
        return self.form.wrong or ("" if self._outcome.isHidden() else self._outcome.text())

    def _change(self) -> None:
        self._outcome.hide()
        self.changed.emit()

    def height_in(self, width: int) -> int:
        """Return the height that all of it needs in a width."""
        inner = self.layout()
        if inner is None:
            return self.height()
        inner.activate()
        return inner.totalHeightForWidth(width) if inner.hasHeightForWidth() else inner.sizeHint().height()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Let Tab go round in the card: what lies under it is not to be reached while it is open."""
        return tab_order.go(self, 1 if next else -1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card: the page's ground, and an edge."""
        if not self._framed:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), 1))
        painter.setBrush(self._theme.color("page"))
        radius = self._theme.px(_RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
