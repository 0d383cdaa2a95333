"""One field of a form: its label, what is typed or chosen, and below it what became of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from briefing_app.gui.panels.choice_field import ChoiceField
from briefing_app.gui.panels.growing_field import GrowingField
from briefing_app.gui.panels.readings_field import ReadingsField
from briefing_app.gui.widgets.framed import Framed
from briefing_app.gui.widgets.switches import Check
from briefing_app.gui.widgets.text import RichTextView, TextLine, explain
from briefing_app.model.items import When
from briefing_app.model.markup import plain_text, rich_text
from briefing_app.words import tr
from briefing_app.words.problems import say_all
from briefing_app.workflow.fields import value_of
from briefing_app.workflow.form_dates import is_ahead, read_date
from briefing_app.workflow.form_values import LINES, party_names, read, shown, words_told
from briefing_app.workflow.typed import Typed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from briefing_app.gui.theme import Theme
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.problems import Problem
    from briefing_app.model.record import Record
    from briefing_app.workflow.fields import Field

LABEL_WIDTH = 112
_NOTHING = "\x00"  # begins no name
_EDTF_SHARE, _PHRASE_SHARE = 2, 3


class FieldRow(QWidget):
    """A field of a record; says what it holds now, and what is wrong with it."""

    changed = Signal()

    def __init__(
        self, theme: Theme, field: Field, record: Record, briefing: Briefing, *, stacked: bool
    ) -> None:
        """Make the row.

        Args:
            theme: what it draws with.
            field: the field.
            record: what holds it; a new one may lack it.
            briefing: knows the names of parties.
            stacked: the label stands above the field, for want of room.
        """
        super().__init__()
        self.field, self._theme, self._briefing = field, theme, briefing
        self._record = record
        self._ahead = is_ahead(record, field.name)
        self._before = value_of(record, field.name)
        self._anchor = _anchor_of(self._before, briefing)
        self._first = shown(record, field, briefing)
        self.control, self._frame = self._make()
        self._told = TextLine(theme, "", "meta", "ink2", selectable=True)
        self._told.hide()
        self.wrong = ""  # what is told to be wrong with it
        self._preview = RichTextView(theme, "item", "ink2")
        self._preview.hide()
        self._lay_out(stacked=stacked)
        self._state = Typed()
        self.check()
        if not self._first:  # that it is empty is told when it is saved so
            self.tell(None)

    @property
    def empty(self) -> bool:
        """Whether it held nothing at first, and holds nothing now."""
        return not self._first and not self.text()

    # ------------------------------------------------------------------------------------------- making

    def _make(self) -> tuple[QWidget, Framed | None]:
        if self.field.kind == "choice":
            choice = ChoiceField(self._theme, self.field, self._first)
            choice.changed.connect(self._change)
            return choice, None
        if self.field.kind == "flag":
            check = Check(self._theme, self.field.label)
            check.setChecked(bool(self._first))
            check.toggled.connect(self._change)
            return check, None
        if self.field.kind == "readings":
            readings = ReadingsField(self._theme, self.field.label, self._first)
            readings.changed.connect(self._change)
            return readings, None
        if self.field.kind in LINES:
            prose = GrowingField(self._theme, self._first, "item", prose=True)
            prose.setAccessibleName(self.field.label)
            prose.textChanged.connect(self._change)
            return prose, Framed(self._theme, prose)
        line = line_field(self._theme, self.field.label, self._first)
        line.textChanged.connect(self._change)
        if self.field.kind in ("party", "parties", "country"):
            _complete(line, party_names(self._briefing), several=self.field.kind == "parties")
        return line, Framed(self._theme, line)

    def _lay_out(self, *, stacked: bool) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(3))
        column.addLayout(self._control_line())
        column.addWidget(self._preview)
        column.addWidget(self._told)
        flag = self.field.kind == "flag"  # its words stand in the control
        outer: QHBoxLayout | QVBoxLayout = QVBoxLayout(self) if stacked else QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(self._theme.px(3 if stacked else 12))
        if not (stacked and flag):
            words = "" if flag else self.field.label
            label = TextLine(self._theme, words, "ui", "ink2", wraps=not stacked)
            if not stacked:
                label.setFixedWidth(self._theme.px(LABEL_WIDTH))
                label.setContentsMargins(0, self._theme.px(7), 0, 0)
            outer.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(column, 1)

    def _control_line(self) -> QHBoxLayout:
        """Return the control in its edge."""
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        line.addWidget(self._frame or self.control, _PHRASE_SHARE)
        return line

    # ------------------------------------------------------------------------------------------ reading

    def text(self) -> str:
        """Return what is typed or chosen."""
        control = self.control
        if isinstance(control, ChoiceField | QLineEdit | ReadingsField):
            return control.text()
        if isinstance(control, GrowingField):
            return control.toPlainText()
        assert isinstance(control, Check)  # noqa: S101 - one of the five that `_make` makes
        return "yes" if control.isChecked() else ""

    def set_text(self, text: str) -> None:
        """Type or choose something."""
        control = self.control
        if isinstance(control, ChoiceField):
            control.choose(text)
        elif isinstance(control, Check):
            control.setChecked(bool(text))
        elif isinstance(control, QLineEdit):
            control.setText(text)
        elif isinstance(control, ReadingsField):
            control.set_text(text)
        elif isinstance(control, GrowingField):
            control.setPlainText(text)

    def _change(self, *_values: object) -> None:
        self.check()
        self.changed.emit()

    def check(self) -> None:
        """Read what is typed, and say below it what became of it."""
        self._state = self._read()
        told, wrong = self._state.told, self._state.problem
        if self.field.name == "text" and self.field.kind == "markdown" and self._counts():
            told = words_told(self.text())
        self.tell(wrong, told)
        if self.field.kind == "markdown":
            self._show_preview()

    def _show_preview(self) -> None:
        """Show how the text will stand in the brief, where that is not as it is typed."""
        rich = rich_text(self.text().strip() or " ")
        plain = plain_text(rich) == " ".join(self.text().split())
        self._preview.setVisible(not plain)
        if not plain:
            self._preview.show_rich(rich)

    def _counts(self) -> bool:
        return self._briefing.bottom_line.text == self._before

    def tell(self, wrong: Problem | None, told: str = "") -> None:
        """Say what is wrong with the field, else what it became."""
        said = say_all([wrong]) if wrong else told
        self.wrong = said if wrong else ""
        self._told.recolour("error" if wrong else "ink2")
        self._told.setText(said)
        self._told.setVisible(bool(said))
        explain(self.control, said)
        if self._frame is not None:
            self._frame.wrong = wrong is not None
            self._frame.update()

    def _read(self) -> Typed:
        return read(self.field, self.text(), self._briefing)

    @property
    def state(self) -> Typed:
        """What became of what is typed."""
        return self._state

    @property
    def differs(self) -> bool:
        """Whether it holds something else than at first."""
        return self.text() != self._first and self._state.value != self._before

    def has_keyboard(self) -> bool:
        """Whether the keyboard is in the field."""
        return any(each.hasFocus() for each in self.findChildren(QWidget))

    def take_focus(self) -> None:
        """Put the keyboard in the field, its text selected where it is one line."""
        if isinstance(self.control, ChoiceField | ReadingsField):
            self.control.take_focus()
            return
        self.control.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(self.control, QLineEdit):
            self.control.selectAll()


class DateRow(FieldRow):
    """A date: the words as printed, and beside them what they were read as, which can be set by hand."""

    def _control_line(self) -> QHBoxLayout:
        line = super()._control_line()
        if isinstance(self.control, QLineEdit):
            self.control.setPlaceholderText(tr("as printed: “as early as next month”"))
        self.exact = line_field(self._theme, tr("{field}, in EDTF", field=self.field.label), self._edtf())
        self.exact.setPlaceholderText(tr("read from the words"))
        self._own = bool(self._edtf()) and self._edtf() != _edtf_in(self._read_words())
        self.exact.textEdited.connect(self._exact_typed)
        line.addWidget(Framed(self._theme, self.exact), _EDTF_SHARE)
        return line

    def _edtf(self) -> str:
        return _edtf_in(Typed(self._before))

    def _read_words(self) -> Typed:
        return read_date(self.text(), "", self._anchor, ahead=self._ahead)

    @property
    def is_own(self) -> bool:
        """Whether what the words are read as was set by hand."""
        return self._own

    def set_exact(self, edtf: str) -> None:
        """Set what the words are read as."""
        if self.exact.text() != edtf:
            self.exact.setText(edtf)
            self._exact_typed(edtf)

    def be_of(self, state: str) -> None:
        """Read what is typed as of a meeting or a stage in another state: what was held lies behind.

        A date that stands there already is not read anew.

        Args:
            state: the outcome, or the state of the stage.
        """
        ahead = is_ahead(self._record, self.field.name, state)
        if ahead is not self._ahead:
            self._ahead = ahead
            if self.text() != self._first:
                self._change()

    def _exact_typed(self, text: str) -> None:
        self._own = bool(text.strip())
        self._change()

    def _change(self, *values: object) -> None:
        if not self._own:
            self.exact.setText(_edtf_in(self._read_words()))
        super()._change(*values)

    def _read(self) -> Typed:
        if self.text() == self._first and self.exact.text() == self._edtf():
            found = read_date(self.text(), self._edtf(), self._anchor)
            return found._replace(value=self._before)
        found = read_date(
            self.text(), self.exact.text() if self._own else "", self._anchor, ahead=self._ahead
        )
        if found.value is None and found.problem is None and self.field.required:
            return read(self.field, "", self._briefing)
        return found

    @property
    def differs(self) -> bool:
        """Whether it holds another date, or other words for it, than at first."""
        return self._state.value != self._before


def field_row(theme: Theme, field: Field, record: Record, briefing: Briefing, *, stacked: bool) -> FieldRow:
    """Return the row of a field, by its kind."""
    make: Callable[..., FieldRow] = DateRow if field.kind == "date" else FieldRow
    return make(theme, field, record, briefing, stacked=stacked)


def line_field(theme: Theme, name: str, text: str) -> QLineEdit:
    """Return a field of one line without an edge of its own."""
    line = QLineEdit(text)
    line.setFont(theme.font("item"))
    line.setFrame(False)
    line.setAccessibleName(name)
    line.setCursorPosition(0)
    return line


def _anchor_of(value: object, briefing: Briefing) -> str:
    """Return the day that a date's words are read from: its own, else that of the briefing."""
    return value.anchor if isinstance(value, When) and value.anchor else briefing.as_of


def _edtf_in(typed: Typed) -> str:
    return typed.value.edtf or "" if isinstance(typed.value, When) else ""


def _complete(line: QLineEdit, names: tuple[str, ...], *, several: bool) -> None:
    """Offer names as one types; where several may stand, for the last of them."""
    completer = _Names(line, names, several=several)
    completer.setModel(QStringListModel(list(names), completer))
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
    line.setCompleter(completer)


class _Names(QCompleter):
    """Completes a name, of several that behind the last comma; one that stands in full needs no list."""

    def __init__(self, line: QLineEdit, names: tuple[str, ...], *, several: bool) -> None:
        super().__init__(line)
        self._whole, self._several = {name.casefold() for name in names}, several

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc close the list alone; left to Qt it goes on to the form, which it closes too."""
        popup, is_key = self.popup(), isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_key and popup is not None and popup.isVisible():
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                popup.hide()
            return True
        return super().eventFilter(watched, event)

    def splitPath(self, path: str) -> list[str]:
        """Return what is to be completed."""
        part = (path.rpartition(",")[2] if self._several else path).strip()
        return [_NOTHING if part.casefold() in self._whole else part]

    def pathFromIndex(self, index: object) -> str:
        """Return the whole text with what was picked in the place of its last part."""
        picked = super().pathFromIndex(index)  # type: ignore[arg-type]
        line = self.widget()
        if not self._several or not isinstance(line, QLineEdit):
            return picked
        before = line.text().rpartition(",")[0].strip()
        return f"{before}, {picked}" if before else picked
