"""Who attended: one line for a few people, counts for each side that unfold for many."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing_app.gui.panels.flow import FlowLayout
from briefing_app.gui.panels.panel import Panel, Scene
from briefing_app.gui.panels.rows import add_people, are_listed, counted, full_name, person_rows, position
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.chips import PartyChip
from briefing_app.gui.widgets.marks import MarkStrip
from briefing_app.gui.widgets.text import TextLine
from briefing_app.gui.widgets.text_document import said
from briefing_app.model.by_hand import is_by_hand
from briefing_app.model.outline import attending, party_name, side_count_words, side_counts
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.theme import Role, Token
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.people import Participant

MOST_IN_LINE = 4
_MARKS_IN_LINE = {True: 3, False: 6}  # in a narrow window, in others
_PAIR = 2
_SIGNS = 18  # what a chip and a mark take, in characters
_COUNTED: tuple[Role, Token] = ("ui_bold", "ink")  # the number beside a chip
_REST: tuple[Role, Token] = ("ui", "ink2")  # what is said of those without one


class Participants(Panel):
    """The people who attended; who is only mentioned stands elsewhere."""

    def __init__(self, scene: Scene, *, unfolded: bool = False) -> None:
        super().__init__(scene)
        people = attending(scene.briefing)
        name = tr("Participants")
        self.setAccessibleName(counted(name, len(people)) if people else name)
        self._folded: Panel | None = None  # where the names are, if they are too many for a line
        if not people:
            words = tr("The source names no participant.")
            if is_by_hand(scene.briefing):
                words = tr("No participant has been entered.")
            self.add(TextLine(self.theme, words, "meta", "ink3"))
        elif len(people) <= MOST_IN_LINE:
            # What is said of two takes one line where it can: the first agreements are to be in sight.
            shares = [_length(each) for each in people] if len(people) == _PAIR else []
            self.add_grid(person_rows(self, people), self._columns(len(people)), shares)
        else:
            self._fold(unfolded=unfolded)

    @staticmethod
    def drawn(briefing: Briefing) -> object:
        """Return what it draws of a briefing."""
        return attending(briefing)

    def _columns(self, people: int) -> int:
        return 1 if self.scene.stacked else min(2, people)

    def _fold(self, *, unfolded: bool) -> None:
        people = attending(self.scene.briefing)
        counts = QWidget()
        line = FlowLayout(self.theme.px(6), self.theme.px(4))
        counts.setLayout(line)
        for side in side_counts(self.scene.briefing):
            if side.side:
                line.addWidget(PartyChip(self.theme, side.chip, party_name(self.scene.briefing, side.side)))
            role, ink = _COUNTED if side.side else _REST
            words = TextLine(self.theme, side_count_words(side) + "\u2003", role, ink, wraps=False)
            words.setMinimumHeight(self.theme.target)  # as that of the marks at the right
            line.addWidget(words)
        observers = sum(each.capacity == "observer" for each in people)
        if observers:
            text = ntr("{n} observer", "{n} observers", observers)
            line.addWidget(TextLine(self.theme, text, *_REST, wraps=False))
        self._toggle = Button(self.theme, tr("Show names"), icon="chevron_down", height=24)
        self._toggle.clicked.connect(self._unfold)
        line.addWidget(self._toggle)
        across = QHBoxLayout()
        across.setContentsMargins(self.theme.inset, 0, 0, 0)
        across.addWidget(counts, 1)
        across.addWidget(self._strip(people), 0, Qt.AlignmentFlag.AlignTop)
        self.add_layout(across)
        inner = self._folded = Panel(self.scene)
        inner.setAccessibleName(tr("Participants"))
        inner.picked.connect(self.picked)
        inner.drag_wanted.connect(self.drag_wanted)
        inner.link_activated.connect(self.link_activated)
        inner.hide()
        if are_listed(people):
            self._fill(inner)
        self.add_wide(inner)
        if unfolded:
            self._show_names(on=True)

    def _strip(self, people: Sequence[Participant]) -> MarkStrip:
        """Return the marks of all that are counted, each once; one opens the first person that it is of."""
        found: dict[str, tuple[str, int]] = {}
        for person in people:
            for n, text in enumerate(self.scene.marks(person)):
                found.setdefault(text, (person.id, n))
        per_line, of = _MARKS_IN_LINE[self.scene.stacked], tr("Participants")
        strip = MarkStrip(self.theme, tuple(found), per_line=per_line, of=of, parent=self)
        strip.mark_clicked.connect(partial(self._pick_one, tuple(found.values())))
        return strip

    def _pick_one(self, found: Sequence[tuple[str, int]], index: int) -> None:
        self.picked.emit(*found[index])

    def _fill(self, inner: Panel) -> None:
        """Make the rows; few people's come when they are first seen, those of a list of many do so anyway."""
        people = attending(self.scene.briefing)
        if are_listed(people):
            add_people(inner, people, 1)
        else:
            self._add_sides(inner, people)
        self.rows += inner.rows
        self.lists += inner.lists

    def _add_sides(self, inner: Panel, people: Sequence[Participant]) -> None:
        """Add the sides beside one another, and below them who stands for none."""
        inner.setAccessibleName(counted(inner.accessibleName(), len(people)))
        columns = 1 if self.scene.stacked else _PAIR
        sides = [each.side for each in side_counts(self.scene.briefing) if each.side]
        each_side = [[one for one in people if _stands_for(one) == side] for side in sides]
        others = [one for one in people if not _stands_for(one)]
        order = [*(one for side in each_side for one in side), *others]
        made = {row.item: row for row in person_rows(inner, order)}
        for start in range(0, len(each_side), columns):
            inner.add_columns([[made[one.id] for one in side] for side in each_side[start : start + columns]])
        rest = [made[one.id] for one in others]
        inner.add_columns([rest, *[[]] * (columns - 1)])

    def prepare(self) -> None:
        """Make the names that are folded, so that they can be searched."""
        if self._folded is not None and not self.rows:
            self._fill(self._folded)

    @property
    def unfolded(self) -> bool:
        """Whether names that are too many for a line are shown."""
        return self._folded is not None and not self._folded.isHidden()

    def _unfold(self) -> None:
        self._show_names(on=not self.unfolded)

    def _show_names(self, *, on: bool) -> None:
        if self._folded is None:
            return
        if on:
            self.prepare()
        self._folded.setVisible(on)
        self._toggle.rename(
            tr("Hide names") if on else tr("Show names"), "chevron_up" if on else "chevron_down"
        )

    def reveal(self, item: str) -> None:
        """Unfold the list where it holds a person who is to be seen."""
        if any(each.id == item for each in attending(self.scene.briefing)):
            self._show_names(on=True)


def _length(person: Participant) -> int:
    """Return about how much room what is said of a person takes."""
    return len(full_name(person)) + len(said(position(person), ", ")) + _SIGNS


def _stands_for(person: Participant) -> str:
    """Return the side in whose column a person stands; who only watches is in none."""
    return "" if person.capacity == "observer" else person.side or ""
