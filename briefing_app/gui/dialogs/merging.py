"""Asks, where a file changed on disk, what stands of the changes here and there, field by field."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.gui.citation import words_of
from briefing_app.gui.dialogs.reading import ReadingArea
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.switches import Radio
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.date_words import in_words
from briefing_app.model.dates import parse
from briefing_app.model.items import Item
from briefing_app.model.visible import visible
from briefing_app.words import ntr, tr
from briefing_app.workflow.change_words import kind_word, naming, sentences, title_of
from briefing_app.workflow.field_words import label, value_words
from briefing_app.workflow.merging import item_at
from briefing_app.workflow.text_changes import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from briefing_app.gui.theme import Theme
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.change_words import Naming
    from briefing_app.workflow.comparing import Change
    from briefing_app.workflow.merging import Conflict, Merged, Side

_LONGEST = 300  # characters of a value
_WORDS = 28  # px at which the words of a choice begin
_MOST = 50  # changes that are listed


class MergingDialog(QDialog):
    """Lists what both sides changed; tells the choices once they are made."""

    chosen = Signal(object)  # dict[str, Side]

    def __init__(
        self, parent: QWidget, theme: Theme, found: Merged, mine: Briefing, theirs: Briefing
    ) -> None:
        """Make the dialog.

        Args:
            parent: the window.
            theme: what it draws with.
            found: the two changes as one, with what both changed.
            mine: the briefing that is shown.
            theirs: the one on disk.
        """
        super().__init__(parent)
        self._theme, self._sides = theme, (mine, theirs)
        self.setWindowTitle(tr("The file changed on disk"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.choices: dict[str, Side] = {each.name: "mine" for each in found.conflicts}
        self.radios: dict[tuple[str, Side], Radio] = {}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, theme.px(12), theme.px(4))
        column.setSpacing(theme.px(14))
        for conflict in found.conflicts:
            column.addWidget(self._row(conflict))
        if found.taken:
            column.addWidget(_taken_over(theme, found.taken, naming(mine, found.briefing)))
        column.addStretch(1)
        self._area = ReadingArea(theme, tr("What was changed"), page)
        self._lay_out(found)
        width, screen = theme.px(640), self.screen().availableGeometry()
        high = column.totalHeightForWidth(width) + theme.px(220)
        self.resize(min(width + theme.px(60), screen.width()), min(high, screen.height() * 8 // 10))

    def _lay_out(self, found: Merged) -> None:
        px = self._theme.px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(20), px(20), px(20), px(16))
        outer.setSpacing(px(12))
        count = len(found.conflicts)
        title = ntr(
            "{n} thing was changed both here and there", "{n} things were changed both here and there", count
        )
        if not count:
            title = tr("Both changes fit together")
        outer.addWidget(TextLine(self._theme, title, "ui_bold"))
        told = ntr(
            "{n} change from the disk is taken over.",
            "{n} changes from the disk are taken over.",
            len(found.taken),
        )
        more = tr(
            "Your own changes stay. Nothing is written before you save; Undo brings back what was here."
        )
        outer.addWidget(TextLine(self._theme, f"{told} {more}", "meta", "ink2"))
        outer.addWidget(self._area, 1)
        self._area.setVisible(bool(count or found.taken))
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addStretch(1)
        cancel = Button(self._theme, tr("Cancel"), "outline")
        cancel.clicked.connect(self.reject)
        self.take = Button(self._theme, tr("Merge"), "primary", icon="check")
        self.take.clicked.connect(self._tell)
        line.addWidget(cancel)
        line.addWidget(self.take)
        outer.addLayout(line)
        self.take.setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, conflict: Conflict) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(2))
        column.addWidget(TextLine(self._theme, self._title(conflict), "item_bold"))
        before = tr("not there") if conflict.before is None else _words(conflict, conflict.before)
        quiet = TextLine(self._theme, tr("Before: {value}", value=before), "meta", "ink2", selectable=True)
        quiet.setContentsMargins(self._theme.px(_WORDS), self._theme.px(2), 0, self._theme.px(2))
        column.addWidget(quiet)
        group = QButtonGroup(row)
        sides: tuple[tuple[Side, str], ...] = (("mine", tr("Here")), ("theirs", tr("On disk")))
        wide = max(Radio(self._theme, who).sizeHint().width() for _, who in sides)
        for side, who in sides:
            value = conflict.mine if side == "mine" else conflict.theirs
            radio = Radio(self._theme, who)
            radio.setMinimumWidth(wide)
            radio.setChecked(side == "mine")
            radio.toggled.connect(partial(self._choose, conflict.name, side))
            group.addButton(radio)
            self.radios[conflict.name, side] = radio
            line = QHBoxLayout()
            line.setSpacing(self._theme.px(10))
            line.addWidget(radio, 0, Qt.AlignmentFlag.AlignTop)
            text = TextLine(self._theme, _words(conflict, value), "ui", selectable=True)
            text.setContentsMargins(0, self._theme.px(5), 0, 0)
            line.addWidget(text, 1)
            column.addLayout(line)
        return row

    def _title(self, conflict: Conflict) -> str:
        field = label(conflict.field) if conflict.field else tr("all of it")
        found = (item_at(side, conflict.item) for side in self._sides if conflict.item)
        item = next((each for each in found if each is not None), None)
        if isinstance(item, Item):
            return visible(tr("{item}: {field}", item=words_of(item), field=field))
        return visible(tr("{item}: {field}", item=conflict.item, field=field)) if conflict.item else field

    def _choose(self, name: str, side: Side, on: bool) -> None:
        if on:
            self.choices[name] = side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter from one choice to the next, and from the last one to the button."""
        names = [name for (name, _), radio in self.radios.items() if radio.hasFocus()]
        if not names or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        ahead = list(self.choices)[list(self.choices).index(names[0]) + 1 :]
        to = self.radios[ahead[0], self.choices[ahead[0]]] if ahead else self.take
        to.setFocus(Qt.FocusReason.TabFocusReason)
        if ahead:
            self._area.ensureWidgetVisible(to)

    def _tell(self) -> None:
        self.chosen.emit(self.choices)
        self.accept()


def _taken_over(theme: Theme, changes: Sequence[Change], names: Naming) -> QWidget:
    """Return the list of what is taken over, each with its title and what became of it."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(2))
    column.addWidget(TextLine(theme, tr("Taken over from the disk"), "item_bold"))
    for change in changes[:_MOST]:
        title = tr("{what}: {title}", what=kind_word(change.change), title=title_of(change, names))
        line = TextLine(theme, title, "ui", selectable=True)
        line.setContentsMargins(theme.px(_WORDS), theme.px(5), 0, 0)
        column.addWidget(line)
        if change.change not in ("added", "removed") and (words := "; ".join(sentences(change, names))):
            more = TextLine(theme, cut(words, _LONGEST), "meta", "ink2", selectable=True)
            more.setContentsMargins(theme.px(_WORDS), 0, 0, 0)
            column.addWidget(more)
    if len(changes) > _MOST:
        left = ntr("and {n} more", "and {n} more", len(changes) - _MOST)
        column.addWidget(TextLine(theme, left, "meta", "ink2"))
    return page


def _words(conflict: Conflict, value: object) -> str:
    """Return a value in words: of an item what it says, of a list its length and what is in it."""
    if value is None:
        return tr("deleted") if not conflict.field else tr("empty")
    if isinstance(value, dict) and "phrase" in value:
        return visible(_date(value))
    if isinstance(value, dict):
        said = next(
            (value[key] for key in ("statement", "text", "title", "name", "phrase") if key in value), None
        )
        return visible(str(said or ", ".join(f"{key}: {each}" for key, each in value.items())))[:_LONGEST]
    if isinstance(value, list):
        return visible(", ".join(_words(conflict, each) for each in value))[:_LONGEST]
    return visible(value_words(conflict.field, value))[:_LONGEST]  # type: ignore[arg-type]


def _date(value: dict[str, str]) -> str:
    """Return a date as it is printed with what it was read as."""
    read = in_words(parse(value["edtf"])) if "edtf" in value else tr("no date")
    return tr("“{phrase}”, {date}", phrase=value["phrase"], date=read)
