"""The review in a window: its view beside the source, joined by the thread; decisions become steps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from briefing_app.gui import selection
from briefing_app.gui.deciding import Deciding
from briefing_app.gui.dropped import offer
from briefing_app.gui.panels.review import ReviewView
from briefing_app.gui.panels.review_bar import SAVE_KEY, UNDO_KEY, ReviewBar, ReviewFoot
from briefing_app.gui.panels.unused_card import UnusedCard
from briefing_app.gui.signing import SignOffOffer, sign_off
from briefing_app.gui.thread_over import ThreadOver
from briefing_app.model.problems import BriefingError
from briefing_app.words.problems import say_all
from briefing_app.workflow import editing, reviewing
from briefing_app.workflow.arranging import blank
from briefing_app.workflow.unused import Made, kinds, made_item, proposal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.document import Reading
    from briefing_app.gui.editing import Editor
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.edit_card import EditCard
    from briefing_app.gui.panels.open_card import OpenCard
    from briefing_app.gui.panels.proofs import Proofs
    from briefing_app.gui.reviewer import ReviewerKept
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.arranging import Part
    from briefing_app.workflow.editing import Edited


class _Kept(NamedTuple):
    """What was typed in a form that was left: of which item or sentence, as what, and its passages."""

    name: str
    part: Part
    typed: dict[str, str]
    proofs: Proofs | None


class Reviewing(QObject):
    """Holds the review of one window; it belongs to the window."""

    bar: QWidget
    view: QWidget
    foot: QWidget
    edits = True

    def __init__(self, window: MainWindow, editor: Editor, reviewer: ReviewerKept) -> None:
        super().__init__(window)
        self.window, self._editor, self.reviewer = window, editor, reviewer
        self._on = False
        self._offer, self._deciding = SignOffOffer(self), Deciding(self, window, reviewer)
        self._open = ""
        self._part: Part = "agreements"
        self._typed: dict[str, str] | None = None  # in the form that is open
        self._proofs: Proofs | None = None  # the passages in it
        window.shown.connect(self._return)

    # ------------------------------------------------------------------------------------ coming, going

    def toggle(self) -> None:
        """Begin the review, or go back to the briefing."""
        if self._on:
            self.leave()
        elif self._editor.commit():
            self._open = self.window.selection.item
            self._enter()

    def _enter(self) -> None:
        """Show the review in the place of the brief."""
        window, frame = self.window, self.window.frame
        reading = window.document.reading()
        if reading is None:
            return
        self._on = True
        self.list = view = ReviewView(frame.theme, stacked=frame.fit.stacked)
        self.review_bar = ReviewBar(frame.theme, window.actions_by_id["undo"], words=not frame.fit.overlay)
        self.bar, self.view = self.review_bar, view
        self.foot = self._keys = ReviewFoot(frame.theme, words=not frame.fit.overlay)
        self._keys.press_for(view, {SAVE_KEY: self.commit, UNDO_KEY: window.actions_by_id["undo"].trigger})
        self._connect(view)
        view.open = self._open
        frame.holder.hold(self)
        self.thread_over = ThreadOver(frame, view)
        self._editor.hold(self.commit, self._would_be, self._form)
        self.draw(reading)
        self._type_again()

    def _connect(self, view: ReviewView) -> None:
        view.opened.connect(self._opened)
        self._deciding.follow(view)
        view.saved.connect(self._save)
        view.mark_wanted.connect(self._mark)
        view.passage_wanted.connect(self.window.show_passage)
        view.item_wanted.connect(self._propose)
        view.left.connect(self.leave)
        view.typed.connect(self._note)
        self.review_bar.left.connect(self.leave)
        self.review_bar.signed.connect(partial(sign_off, self))
        view.signed.connect(partial(sign_off, self))

    def leave(self) -> None:
        """Go back to the briefing, where the item that was open is selected."""
        if self.commit():
            self.stop()
            self.window.show_document()
            self.window.frame.brief.reveal(focus=True)

    def stop(self) -> None:
        """End the review; what is shown next is drawn by who asked."""
        self._on = False
        self._editor.hold()
        self._typed = None
        self._offer.end()
        self.thread_over.end()
        self.window.frame.holder.let_go()

    def _return(self) -> None:
        """Show the review again after the window was drawn anew; end it where the briefing is gone."""
        if self._on and self.window.frame.holder.held is None:
            if self.window.document.reading() is None:
                self._on = False
                self._editor.hold()
            else:
                self._enter()

    def draw(self, reading: Reading) -> None:
        """Draw the briefing as it is now."""
        self.list.show_reading(reading)
        self._open = self.list.open
        self._show_progress()
        self._show_passage(reading.briefing)

    def _show_progress(self) -> None:
        names = [item.id for item in self.list.order]
        here = names.index(self._open) if self._open in names else -1
        found = reviewing.progress(self.list.order)
        self.review_bar.show_progress(found, here)
        self._offer.follow(found)
        self._keys.show_for(sentence=here < 0 and bool(self._open), form=self._form() is not None)

    def reveal(self, item: str) -> None:
        """Open an item, and give the keyboard to the list."""
        if item:
            self.list.show_item(item)
        self.list.setFocus()

    # --------------------------------------------------------------------------------- what is selected

    def _opened(self, name: str) -> None:
        reading = self.window.document.reading()
        if reading is not None:
            self._open = name
            self._show_progress()
            self._show_passage(reading.briefing)

    def _show_passage(self, briefing: Briefing) -> None:
        """Show in the source what the open item rests on."""
        unused = next((each for each in briefing.unused if each.id == self._open), None)
        if unused is not None:
            self.window.select(selection.of_passage(briefing, unused.passage))
        else:
            self.window.select(selection.of_item(briefing, self._open))
            if self.list.card is not None:
                self.list.card.select(0)
        self.thread_over.draw()

    def _mark(self, mark: int) -> None:
        briefing = self.window.document.briefing
        if briefing is not None:
            self.window.select(selection.of_item(briefing, self._open, mark))
            if self.list.card is not None:
                self.list.card.select(mark)
            self.thread_over.draw()

    # ------------------------------------------------------------------------------------------ deciding

    def apply(self, edit: Callable[[Briefing], Edited], *, goes_on: bool) -> bool:
        """Make an edit a step, and open the next item; say why where it cannot be made."""
        snapshot, briefing = self.window.document.snapshot, self.window.document.briefing
        if snapshot is None or briefing is None:
            return False
        try:
            edited = edit(briefing)
        except BriefingError as error:
            self._refuse(error)
            return False
        self._typed = None
        self.window.document.writing = False
        if goes_on and (following := self.list.next_left()):
            self.list.open = following
        if edited[1].step:
            self.window.document.show(snapshot.after(edited))
        else:
            self.window.show_document()
        self.list.setFocus()
        return True

    def _refuse(self, error: BriefingError) -> None:
        """Say what keeps a step from being made: in the form that is open, and at the foot."""
        form = self._form()
        if form is not None:
            form.tell(error.problems)
        self.window.frame.status.say(say_all(error.problems), color="error")

    def _form(self) -> EditCard | None:
        return self.list.card.form if self.list.card is not None else None

    def _note(self) -> None:
        """Keep what is typed, should the window be drawn anew."""
        form = self._form()
        if form is None and self.window.document.writing and self._typed is not None:
            kept = _Kept(self._open, self._part, self._typed, self._proofs)
            offer(self.window, partial(self._bring_back, kept))
        self.window.document.writing = form is not None and form.differs
        self._typed = form.form.typed() if form is not None else None
        self._proofs = form.proofs if form is not None else None
        self._show_progress()

    def _type_again(self) -> None:
        if self._typed is not None and self.list.card is not None:
            _fill_again(self.list.card, self._typed, self._proofs)

    def _bring_back(self, kept: _Kept) -> None:
        """Open a form again with what was typed in it when it was left."""
        if not self._on and self._editor.commit():
            self._open = kept.name
            self._enter()
        if not self._on or not self.commit():
            return
        self.list.show_item(kept.name)
        if isinstance(self.list.card, UnusedCard):
            self._propose(kept.name, kept.part)
        if self.list.card is not None and self._open == kept.name:
            _fill_again(self.list.card, kept.typed, kept.proofs)

    def _propose(self, name: str, part: str) -> None:
        """Fill in a form for a sentence: in a part, where one is chosen, else as the grammar reads it."""
        from briefing_app.workflow.lexicon import load_lexicon

        reading = self.window.document.reading()
        card = self.list.card
        if reading is None or not isinstance(card, UnusedCard):
            return
        unused = next(each for each in reading.briefing.unused if each.id == name)
        before = self._part if self._typed is not None else None  # the form is to be there again
        chosen = next((each for each, _ in kinds() if each == part), before)
        text, lexicon = reading.text(unused.passage.source), load_lexicon()
        found = proposal(reading.briefing, unused, text, lexicon, chosen)
        self._part = found.part
        card.show_proposal(blank(found.part), found)

    def commit(self) -> bool:
        """Save what is typed in the open form; return whether nothing is left in it."""
        card = self.list.card
        if card is None or card.form is None:
            return True
        if not card.form.differs and not isinstance(card, UnusedCard):
            card.end_edit()
            return True
        return self._save(self._open)

    def _save(self, name: str) -> bool:
        """Save a form: the item is edited, the sentence becomes an item; and go on."""
        edit = self._edit_of(name, asking=True)
        if edit is None:
            return False
        return self.apply(edit, goes_on=not isinstance(self.list.card, UnusedCard))

    def _edit_of(self, name: str, *, asking: bool) -> Callable[[Briefing], Edited] | None:
        """Return the edit that an open form is, None where something in it cannot stand."""
        card = self.list.card
        filled = card.form.filled(asking=asking) if card is not None and card.form is not None else None
        if card is None or card.form is None or filled is None:
            return None
        values, named, review = dict(filled.values), filled.named, self._deciding.edited()
        if isinstance(card, UnusedCard):
            new = Made(name, self._part, values | {"evidence": card.form.evidence}, review, named)
            return lambda briefing: made_item(briefing, new, self._editor.chance)
        return lambda briefing: editing.put(briefing, name, values, review=review, named=named)

    def _would_be(self) -> Briefing | None:
        """Return the briefing with what is typed in the open form, None where that cannot stand yet."""
        briefing, edit = self.window.document.briefing, self._edit_of(self._open, asking=False)
        try:
            return edit(briefing)[0] if edit is not None and briefing is not None else None
        except BriefingError:
            return None


def reviewing_of(window: MainWindow, editor: Editor, reviewer: ReviewerKept) -> Reviewing:
    """Return what holds the review of a window."""
    return window.findChild(Reviewing) or Reviewing(window, editor, reviewer)


def _fill_again(card: OpenCard, typed: dict[str, str], proofs: Proofs | None) -> None:
    """Open the form of a card with what was typed in it, and with its passages."""
    card.begin_edit()
    if card.form is not None:
        card.form.form.type_again(typed)
        card.form.set_proofs(proofs or card.form.proofs)
