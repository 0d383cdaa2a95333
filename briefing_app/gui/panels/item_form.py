"""The fields of a record as a form: what is typed is read at once, and told where it cannot stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.gui.panels.field_rows import DateRow, FieldRow, field_row
from briefing_app.gui.widgets.button import Button
from briefing_app.words import ntr
from briefing_app.workflow.fields import fields_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing_app.gui.theme import Theme
    from briefing_app.model.briefing import Briefing, Expansion
    from briefing_app.model.problems import Problem
    from briefing_app.model.record import Record

_EXACT = " in EDTF"  # behind the name of a date: what it is read as, typed by hand
_STATES = ("outcome.state", "state")  # fields that tell whether a date lies behind


class Filled(NamedTuple):
    """What a form holds.

    Attributes:
        values: by field, what differs from the record.
        named: the printed forms of parties that the glossary does not have yet.
    """

    values: dict[str, object]
    named: tuple[Expansion, ...]


class ItemForm(QWidget):
    """One row a field; what is rarely needed, and empty, waits behind a button."""

    changed = Signal()

    def __init__(self, theme: Theme, record: Record, briefing: Briefing, *, stacked: bool) -> None:
        """Make the form.

        Args:
            theme: what it draws with.
            record: what is edited; a new one may lack fields.
            briefing: the briefing that it stands in.
            stacked: labels stand above their fields, for want of room.
        """
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.rows: dict[str, FieldRow] = {}
        for field in fields_of(type(record)):
            row = field_row(theme, field, record, briefing, stacked=stacked)
            row.changed.connect(self.changed)
            row.setVisible(not (field.more and row.empty))
            column.addWidget(row)
            self.rows[field.name] = row
        self.more = Button(theme, "", icon="chevron_down")
        self.more.clicked.connect(self.show_all)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._count_hidden()
        for name in _STATES:
            if name in self.rows:
                self.rows[name].changed.connect(partial(self._turn_dates, self.rows[name]))
        if "outcome.state" in self.rows:
            self.rows["outcome.state"].changed.connect(self._show_new_date)

    def _turn_dates(self, state: FieldRow) -> None:
        """Read dates as what was, or as what is to come, as the state says now."""
        for row in self.rows.values():
            if isinstance(row, DateRow):
                row.be_of(state.text())

    def _count_hidden(self) -> None:
        """Say how many fields wait."""
        hidden = sum(row.isHidden() for row in self.rows.values())
        self.more.rename(ntr("{n} more field", "{n} more fields", hidden), "chevron_down")
        self.more.setVisible(hidden > 0)

    def _show_new_date(self) -> None:
        """Show the date of an outcome as soon as a meeting is said to have moved."""
        row = self.rows["outcome.when"]
        if self.rows["outcome.state"].text() == "moved" and row.isHidden():
            row.show()
            self._count_hidden()
            self.changed.emit()

    def show_all(self) -> None:
        """Show the fields that wait, and put the keyboard on the first of them."""
        hidden = [row for row in self.rows.values() if row.isHidden()]
        for row in hidden:
            row.show()
        self.more.hide()
        if hidden:
            hidden[0].take_focus()
        self.changed.emit()

    def begin(self, name: str = "") -> None:
        """Put the keyboard on a field, the first one where none is named."""
        row = self.rows.get(name) or next(iter(self.rows.values()))
        row.show()
        self._count_hidden()
        row.take_focus()

    @property
    def differs(self) -> bool:
        """Whether something was changed."""
        return any(row.differs for row in self.rows.values())

    def filled(self, *, asking: bool = True) -> Filled | None:
        """Return what differs from the record; None where something cannot stand.

        Args:
            asking: say what is wrong there, and put the keyboard on it.
        """
        wrong = [row for row in self.rows.values() if row.state.problem is not None]
        if wrong and asking:
            for row in wrong:
                row.check()
            wrong[0].show()
            wrong[0].take_focus()
        if wrong:
            return None
        changed = [row for row in self.rows.values() if row.differs]
        named = tuple(each for row in changed for each in row.state.named)
        return Filled({row.field.name: row.state.value for row in changed}, named)

    def tell(self, problems: tuple[Problem, ...]) -> bool:
        """Say what is wrong beside the fields that it concerns; return whether there was one.

        The first of them gets the keyboard, unless one of them has it.
        """
        told: list[FieldRow] = []
        for problem in problems:
            steps = [step for step in problem.where.steps if isinstance(step, str)]
            for name, row in self.rows.items():
                if name in (".".join(steps[-2:]), ".".join(steps[-1:])):
                    row.show()
                    row.tell(problem)
                    told.append(row)
        if told and not any(row.has_keyboard() for row in told):
            told[0].take_focus()
        return bool(told)

    @property
    def wrong(self) -> str:
        """What is told to be wrong with the first field that cannot stand, empty where all can."""
        return next((row.wrong for row in self.rows.values() if row.wrong), "")

    def typed(self) -> dict[str, str]:
        """Return what is typed in the fields that differ, to go on with it in another form."""
        differing = {name: row for name, row in self.rows.items() if row.differs}
        exact = {
            name + _EXACT: row.exact.text()
            for name, row in differing.items()
            if isinstance(row, DateRow) and row.is_own
        }
        return {name: row.text() for name, row in differing.items()} | exact

    def set_dates(self, exact: Mapping[str, str]) -> None:
        """Set what dates are read as, where the words alone do not tell."""
        for name, edtf in exact.items():
            row = self.rows.get(name)
            if isinstance(row, DateRow):
                row.set_exact(edtf)

    def type_again(self, typed: Mapping[str, str]) -> None:
        """Type what was typed in another form."""
        for name, text in typed.items():
            if name in self.rows:
                self.rows[name].show()
                self.rows[name].set_text(text)
        self.set_dates(
            {name.removesuffix(_EXACT): edtf for name, edtf in typed.items() if name.endswith(_EXACT)}
        )
