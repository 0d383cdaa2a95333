"""Edits in a window: the card in which an item is changed, the passages it gets, undo and redo."""

from __future__ import annotations

from functools import partial
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from briefing_app.gui import selection
from briefing_app.gui.citing import selected
from briefing_app.gui.dropped import offer
from briefing_app.gui.panels.card_place import CardPlace
from briefing_app.gui.panels.edit_card import EditCard
from briefing_app.gui.panels.proofs import Proofs
from briefing_app.gui.stepping import step_back, step_forward
from briefing_app.model.briefing import items
from briefing_app.model.problems import BriefingError
from briefing_app.words import tr
from briefing_app.words.problems import say_all
from briefing_app.workflow import arranging, editing
from briefing_app.workflow.step_names import noun_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.item_form import Filled
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.record import Record
    from briefing_app.workflow.arranging import Part
    from briefing_app.workflow.editing import Edited


class _Open(NamedTuple):
    """What is being edited: an item, a source or the briefing by its name, or a new item of a part."""

    name: str
    part: Part | None
    typed: Mapping[str, str]
    proofs: Proofs | None


class Editor(QObject):
    """Edits what one window shows; it belongs to the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.chance = Random()  # noqa: S311 - no secret
        self._open: _Open | None = None
        self._dropped: _Open | None = None  # what was discarded last, as it was typed
        self.card: EditCard | None = None
        self.hold()
        window.shown.connect(self._return)

    def hold(
        self,
        commit: Callable[[], bool] | None = None,
        would_be: Callable[[], Briefing | None] | None = None,
        form: Callable[[], EditCard | None] | None = None,
    ) -> None:
        """Let a review edit, or end that.

        Args:
            commit: saves the form that is open in it, if one is.
            would_be: returns what that form would make.
            form: returns that form.
        """
        self._commit_held, self._held_would_be, self._held_form = commit, would_be, form

    # ---------------------------------------------------------------------------------------- the card

    def edit(self, field: str = "") -> None:
        """Edit the selected item, with the keyboard in one of its fields, the first where none is named."""
        if self.window.selection.item:
            self.open(self.window.selection.item)
            if field and self.card is not None:
                self.card.form.begin(field)

    def edit_whole(self) -> None:
        """Edit the title of the briefing, its day, its marking and its comment."""
        self.open(editing.WHOLE)

    def edit_source(self) -> None:
        """Edit the source that is shown, or the first one."""
        briefing = self.window.document.briefing
        if briefing is not None:
            shown = self.window.frame.source_made
            self.open(shown.source if shown is not None and shown.source else briefing.sources[0].id)

    def open(self, name: str, part: Part | None = None) -> None:
        """Open the card for an item, a source or the whole, or for a new item of a part.

        What is in an open card is saved first; where it cannot be, that card stays.
        """
        snapshot = self.window.document.snapshot
        if snapshot is None or not snapshot.editable or not self.commit():
            return
        proofs = _proofs_of_new(self.window, part) if part is not None else None
        if name in _items(snapshot.briefing) and name != self.window.selection.item:
            self.window.pick(name)
        self.window.source_side.close_over()  # it would hide the form
        dropped = self._dropped
        self._show(_Open(name, part, {}, proofs))
        if dropped is not None and (dropped.name, dropped.part) == (name, part):
            offer(self.window, partial(self._bring_back, dropped))

    def _show(self, wanted: _Open) -> None:
        """Show the card, with what was typed in it before the window was drawn anew."""
        window, reading = self.window, self.window.document.reading()
        page = window.frame.brief.widget()
        if reading is None or page is None:
            return
        record = _record(reading.briefing, wanted)
        if record is None:
            self._open = None
            return
        theme, fit = window.frame.theme, window.frame.fit
        noun = noun_of(record)
        title = tr("New {noun}", noun=noun) if wanted.part else noun
        card = EditCard(theme, title, record, reading, stacked=fit.stacked)
        card.form.type_again(wanted.typed)
        if wanted.proofs not in (None, card.proofs):
            card.set_proofs(wanted.proofs or card.proofs)
        self._open, self.card = wanted._replace(proofs=card.proofs), card
        card.saved.connect(self.commit)
        card.left.connect(self.discard)
        card.changed.connect(self._note)
        card.destroyed.connect(partial(self._gone, card))
        window.frame.views.setCurrentWidget(window.frame.brief)
        CardPlace(window.frame.brief, page, card, wanted.name, theme)
        self._note()
        card.form.begin()

    def _note(self) -> None:
        """Keep what is typed, should the window be drawn anew."""
        if self.card is not None and self._open is not None:
            self._open = self._open._replace(typed=self.card.form.typed(), proofs=self.card.proofs)
            self.window.document.writing = self.card.differs

    def _gone(self, card: EditCard, *_: object) -> None:
        if self.card is card:
            self.card = None

    def _return(self) -> None:
        """Show the card again after the window was drawn anew."""
        if self._open is not None:
            self._close_card()
            self._show(self._open)

    def _close_card(self) -> None:
        card, self.card = self.card, None
        if card is not None:
            page = card.parentWidget()
            card.hide()
            card.deleteLater()
            if page is not None:
                page.setMinimumHeight(0)

    def cancel(self) -> None:
        """Close the card and leave the item as it is."""
        self._open = None
        self.window.document.writing = False
        self._close_card()
        self.window.frame.brief.reveal(focus=True)

    def discard(self) -> None:
        """Close the card without saving it; what was typed in it can be brought back."""
        kept = self._open if self.card is not None and self.card.differs else None
        self.cancel()
        if kept is not None:
            self._dropped = kept
            offer(self.window, partial(self._bring_back, kept))

    def _bring_back(self, kept: _Open) -> None:
        """Open the card again with what was typed in it when it was discarded."""
        same = self._open is not None and (self._open.name, self._open.part) == (kept.name, kept.part)
        if self.window.document.snapshot is None or not (same or self.commit()):
            return
        self._dropped = None
        self._close_card()
        if kept.name in _items(self.window.document.briefing):
            self.window.pick(kept.name)
        self.window.source_side.close_over()
        self._show(kept)

    @property
    def is_open(self) -> bool:
        """Whether something is edited in the brief."""
        return self._open is not None

    def form(self) -> EditCard | None:
        """Return the form that is open: the card, or that of a review."""
        return self.card or (self._held_form() if self._held_form is not None else None)

    def commit(self) -> bool:
        """Save what is in the card as one step; return whether nothing is left open."""
        if self._commit_held is not None and not self._commit_held():
            return False
        card, wanted, briefing = self.card, self._open, self.window.document.briefing
        if card is None or wanted is None or briefing is None:
            return True
        filled = card.filled()
        if filled is None:
            return False
        try:
            edited = self._edit(briefing, wanted, filled)
        except BriefingError as error:
            card.tell(error.problems)
            return False
        self.cancel()
        self.apply(edited)
        return True

    def would_be(self) -> Briefing | None:
        """Return the briefing with what is typed in the open form, None where that cannot stand yet."""
        briefing = self.window.document.briefing
        if briefing is None:
            return None
        if self._held_would_be is not None:
            return self._held_would_be()
        card, wanted = self.card, self._open
        filled = card.filled(asking=False) if card is not None else None
        if filled is None or wanted is None:
            return None
        try:
            return self._edit(briefing, wanted, filled)[0]
        except BriefingError:
            return None

    def _edit(self, briefing: Briefing, wanted: _Open, filled: Filled) -> Edited:
        values, named = dict(filled.values), filled.named
        if wanted.part is None:
            return editing.put(briefing, wanted.name, values, named=named)
        evidence = values.pop("evidence", ())
        proof = evidence if isinstance(evidence, tuple) else ()
        after = self.window.selection.item
        return arranging.add(
            briefing, wanted.part, values, self.chance, evidence=proof, after=after, named=named
        )

    # ------------------------------------------------------------------------------------------- steps

    def apply(self, edited: Edited) -> None:
        """Show the briefing after an edit, with what the edit touched selected."""
        snapshot, changes = self.window.document.snapshot, edited[1]
        if snapshot is None or not changes.step:
            return
        self._dropped = None
        self.turn(snapshot.after(edited), changes.items)
        if changes.lost:
            lost = ", ".join(changes.lost)
            words = tr("Not kept there: {fields}. Undo brings it back.", fields=lost)
            self.window.frame.status.say(words, lasting=True)

    def turn(self, snapshot: Snapshot, items: tuple[str, ...]) -> None:
        """Show another state of the same briefing, with an item selected that an edit touched."""
        window = self.window
        name = items[0] if items else ""
        chosen = window.selection
        if snapshot.briefing is not None:
            found = selection.of_item(snapshot.briefing, name or chosen.item)
            window.selection = found if found.items else selection.of_item(snapshot.briefing, chosen.item)
        touched = window.selection.item
        window.document.show(snapshot)
        window.frame.holder.reveal(touched, window.frame.brief)

    def undo(self) -> None:
        """Undo the last step, and say which it was."""
        step_back(self)

    def redo(self) -> None:
        """Do the step again that was undone last."""
        step_forward(self)

    def arrange(self, what: Callable[[Briefing, str], Edited]) -> None:
        """Change where the selected item stands, once what is in an open card is saved."""
        name = self.window.selection.item
        snapshot = self.window.document.snapshot
        if not name or snapshot is None or not snapshot.editable or not self.commit():
            return
        briefing = self.window.document.briefing
        if briefing is None:
            return
        try:
            self.apply(what(briefing, name))
        except BriefingError as error:
            self.window.frame.status.say(say_all(error.problems), color="error")


def _proofs_of_new(window: MainWindow, part: Part) -> Proofs:
    """Return the words that are selected in the source as what proves a new item, or its first reading."""
    try:
        found = selected(window)
    except BriefingError:
        return Proofs()
    proof = (found,) if found is not None else ()
    return Proofs(readings=(proof, ())) if part == "differences" else Proofs(own=proof)


def _items(briefing: Briefing | None) -> frozenset[str]:
    return frozenset(item.id for _, item in items(briefing)) if briefing is not None else frozenset()


def _record(briefing: Briefing, wanted: _Open) -> Record | None:
    """Return what is edited, None where it is no longer there."""
    if wanted.part is not None:
        return arranging.blank(wanted.part)
    try:
        return editing.found(briefing, wanted.name)[1]
    except KeyError:
        return None
