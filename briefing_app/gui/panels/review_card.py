"""The open item of a review: what it says, what speaks for and against it, and what can be decided."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.gui.citation import words_of
from briefing_app.gui.panels.anchor_rows import AnchorRows
from briefing_app.gui.panels.open_card import OpenCard
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.icons import paint_icon
from briefing_app.gui.widgets.marks import MarkStrip
from briefing_app.gui.widgets.text import RichTextView, TextLine
from briefing_app.gui.widgets.toggle import Toggle
from briefing_app.model.agreements import KINDS, Agreement
from briefing_app.model.items import BottomLine, Finding
from briefing_app.model.markup import rich_text
from briefing_app.model.opcon import Stage
from briefing_app.model.outline import kind_word, marks
from briefing_app.words import tr
from briefing_app.workflow.fields import fields_of
from briefing_app.workflow.form_dates import load_dates
from briefing_app.workflow.form_values import shown
from briefing_app.workflow.reviewing import checks
from briefing_app.workflow.step_names import noun_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.document import Reading
    from briefing_app.gui.theme import Theme, Token
    from briefing_app.gui.widgets.icons import IconName
    from briefing_app.model.items import Item
    from briefing_app.workflow.claims import Check
    from briefing_app.workflow.fields import Field

_LABEL = 92
# Fields that the card shows in a way of their own.
_OWN = ("statement", "kind", "text", "key", "inferred", "marking.caveat")
_SIGNS: dict[str, tuple[IconName, Token]] = {
    "holds": ("check", "accent"),
    "explains": ("info", "ink2"),
    "fails": ("warning", "delay"),
}


class ReviewCard(OpenCard):
    """Shows one item; tells what its reader decides, and changes nothing itself."""

    decided = Signal(str)  # a state of the review
    kind_wanted = Signal(str)
    mark_wanted = Signal(int)
    anchor_wanted = Signal(object, object)  # a passage, and the one that takes its place
    words_wanted = Signal(object)  # a passage whose place selected words take
    removal_wanted = Signal(object)  # a passage

    def __init__(self, theme: Theme, item: Item, reading: Reading, place: str, *, stacked: bool) -> None:
        """Make the card.

        Args:
            theme: what it draws with.
            item: the item.
            reading: the briefing, and the texts at hand.
            place: where it stands among the others: "11 of 15".
            stacked: there is no room for labels beside fields.
        """
        super().__init__(theme, reading, stacked=stacked)
        self.item = item
        self.setAccessibleName(tr("{noun}, {place}", noun=noun_of(item), place=place))
        self._strip: MarkStrip | None = None
        self._column.addLayout(self._head(place))
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(theme.px(12))
        self._fill(body)
        self._column.addWidget(self._body)
        QTimer.singleShot(0, self, load_dates)  # once this one is painted: another card may have dates

    def _head(self, place: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(10))
        line.addWidget(TextLine(self._theme, noun_of(self.item), "label", "accent", wraps=False))
        line.addWidget(TextLine(self._theme, place, "meta", "ink2", wraps=False))
        line.addStretch(1)
        texts = tuple(mark.text for mark in marks(self._reading.briefing, self.item))
        if texts:
            self._strip = MarkStrip(self._theme, texts, per_line=6, of=tr("The item"), parent=self)
            self._strip.mark_clicked.connect(self.mark_wanted)
            line.addWidget(self._strip)
        return line

    def _fill(self, body: QVBoxLayout) -> None:
        self.told = self._words()
        body.addWidget(self.told)
        if isinstance(self.item, Agreement):
            body.addLayout(self._kinds(self.item))
        if grid := self._fields():
            body.addLayout(grid)
        texts = {source.id: self._reading.text(source.id) for source in self._reading.briefing.sources}
        told = checks(self._reading.briefing, self.item, self._reading.found, texts)
        body.addWidget(ChecksBox(self._theme, told))
        rows = AnchorRows(self._theme, self.item, self._reading)
        rows.used.connect(self.anchor_wanted)
        rows.chosen.connect(self.words_wanted)
        rows.removed.connect(self.removal_wanted)
        body.addWidget(rows)
        body.addLayout(self._buttons())

    def _words(self) -> RichTextView:
        view = RichTextView(self._theme, "item_bold")
        if isinstance(self.item, Agreement):
            view.show_rich(rich_text(self.item.statement))
        elif isinstance(self.item, BottomLine | Finding):
            view.show_rich(rich_text(self.item.text))
        else:
            view.show_plain(words_of(self.item, self._reading.briefing))
        return view

    def _kinds(self, item: Agreement) -> QHBoxLayout:
        from briefing_app.gui.panels.flow import FlowLayout

        line = QHBoxLayout()
        line.setSpacing(self._theme.px(12))
        flow = FlowLayout(self._theme.px(6), self._theme.px(6))
        for n, kind in enumerate(KINDS, 1):
            toggle = Toggle(self._theme, kind_word(kind), kind=kind, key=str(n))
            toggle.setChecked(kind == item.kind)
            toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            toggle.clicked.connect(partial(self.kind_wanted.emit, kind))
            flow.addWidget(toggle)
        if not self._stacked:
            label = TextLine(self._theme, tr("Kind"), "ui", "ink2", wraps=False)
            label.setFixedWidth(self._theme.px(_LABEL))
            line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(flow, 1)
        return line

    def _fields(self) -> QGridLayout | None:
        """Return what else the item holds, each field with its label; None where that is nothing."""
        told = [(field.label, text) for field in self._told() if (text := self._text(field))]
        if isinstance(self.item, Stage) and (opcon := self._reading.briefing.opcon):
            (track,) = (each for each in opcon.tracks if self.item in each.stages)
            if len(opcon.tracks) > 1 or track.name:
                told.insert(0, (tr("Force"), track.name or tr("the whole force")))
        if not told:
            return None
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(12))
        grid.setVerticalSpacing(self._theme.px(4))
        grid.setColumnStretch(1, 1)
        for n, (words, text) in enumerate(told):
            label = TextLine(self._theme, words, "ui", "ink2", wraps=False)
            label.setMinimumWidth(self._theme.px(_LABEL))
            grid.addWidget(label, n, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(TextLine(self._theme, text, "ui", selectable=True), n, 1)
        return grid

    def _told(self) -> Iterable[Field]:
        return (field for field in fields_of(type(self.item)) if field.name not in _OWN)

    def _text(self, field: Field) -> str:
        text = shown(self.item, field, self._reading.briefing)
        if field.kind == "choice":
            return dict(field.choices).get(text, text)
        if field.kind == "date" and text:
            from briefing_app.workflow.form_dates import date_text_of

            return date_text_of(self.item, field)
        return tr("yes") if field.kind == "flag" and text else text

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        self.accept = Button(self._theme, tr("Accept"), "primary", icon="check", key=tr("A"), height=36)
        self.edit = Button(self._theme, tr("Edit"), "outline", icon="pencil", key=tr("E"), height=36)
        self.reject = Button(self._theme, tr("Reject"), "outline", icon="cross", key=tr("R"), height=36)
        self.accept.clicked.connect(partial(self.decided.emit, "accepted"))
        self.edit.clicked.connect(self.begin_edit)
        self.reject.clicked.connect(partial(self.decided.emit, "rejected"))
        for button in (self.accept, self.edit, self.reject):
            line.addWidget(button)
        line.addStretch(1)
        if self.item.review.state != "drafted":
            again = Button(self._theme, tr("Open again"), icon="undo", height=36)
            again.clicked.connect(partial(self.decided.emit, "drafted"))
            line.addWidget(again)
        return line

    def begin_edit(self) -> None:
        """Turn the words into fields."""
        if self.form is None:
            self.show_form(self.item).form.begin()
            self.reshaped.emit()

    def select(self, mark: int) -> None:
        """Draw one of the marks as that in view."""
        if self._strip is not None:
            self._strip.select(mark)

    def thread_height(self) -> int:
        """Return where the marks stand."""
        return self._strip.geometry().center().y() if self._strip is not None else super().thread_height()


class ChecksBox(QWidget):
    """What speaks for and against an item, each with its sign."""

    def __init__(self, theme: Theme, found: Iterable[Check]) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        column.setSpacing(theme.px(6))
        for check in found:
            line = QHBoxLayout()
            line.setSpacing(theme.px(8))
            icon, color = _SIGNS[check.kind]
            line.addWidget(_Sign(theme, icon, color), 0, Qt.AlignmentFlag.AlignTop)
            ink: Token = "delay" if check.kind == "fails" else "ink2"
            line.addWidget(TextLine(theme, check.words, "meta", ink, selectable=True), 1)
            column.addLayout(line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("side"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)


class _Sign(QWidget):
    """The sign of a check; its words stand beside it."""

    def __init__(self, theme: Theme, icon: IconName, color: Token) -> None:
        super().__init__()
        self._theme, self._icon, self._color = theme, icon, color
        self.setFixedSize(theme.px(16), theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign."""
        edge = min(self.width(), self.height())
        area = QRectF(0, (self.height() - edge) / 2, edge, edge)
        paint_icon(QPainter(self), self._icon, area, self._theme.color(self._color))
