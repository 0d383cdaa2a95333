"""The review in a window: its view beside the source, joined by the thread; decisions become steps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF

from briefing_app.gui import selection
from briefing_app.gui.panels.review import ReviewView
from briefing_app.gui.panels.review_bar import ReviewBar, ReviewFoot
from briefing_app.gui.panels.thread import Thread
from briefing_app.gui.panels.unused_card import UnusedCard
from briefing_app.model.date_words import day_in_words
from briefing_app.model.dates import parse_day
from briefing_app.model.items import Review
from briefing_app.model.problems import BriefingError
from briefing_app.words import ntr, tr
from briefing_app.words.problems import say
from briefing_app.workflow import editing, reviewing
from briefing_app.workflow.arranging import blank
from briefing_app.workflow.unused import made_item, proposal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.document import Reading
    from briefing_app.gui.editing import Editor
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.reviewer import ReviewerKept
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.arranging import Part
    from briefing_app.workflow.editing import Edited


class Reviewing(QObject):
    """Holds the review of one window; it belongs to the window."""

    bar: QWidget
    view: QWidget
    foot: QWidget

    def __init__(self, window: MainWindow, editor: Editor, reviewer: ReviewerKept) -> None:
        super().__init__(window)
        self._window, self._editor, self._reviewer = window, editor, reviewer
        self._on = False
        self._open, self._part = "", "agreements"
        self._typed: dict[str, str] | None = None  # in the form that is open
        window.shown.connect(self._return)

    # ------------------------------------------------------------------------------------ coming, going

    def toggle(self) -> None:
        """Begin the review, or go back to the briefing."""
        if self._on:
            self.leave()
        elif self._editor.commit():
            self._open = self._window.selection.item
            self._enter()

    def _enter(self) -> None:
        """Show the review in the place of the brief."""
        window = self._window
        reading = window.document.reading()
        if reading is None:
            return
        frame = window.frame
        self._on = True
        self.list = view = ReviewView(frame.theme, stacked=frame.fit.stacked)
        self.review_bar = ReviewBar(frame.theme, window.actions_by_id["undo"], words=not frame.fit.overlay)
        self.bar, self.view = self.review_bar, view
        self.foot = ReviewFoot(frame.theme, words=not frame.fit.overlay)
        self._connect(view)
        view.open = self._open
        frame.hold(self)
        self.thread_over = Thread(frame.theme, frame.workspace, self._ends)
        frame.workspace.installEventFilter(self)
        view.moved.connect(self.thread_over.update)
        self._editor.held = self.commit
        self.draw(reading)
        frame.source.article.verticalScrollBar().valueChanged.connect(self.thread_over.update)
        self._type_again()

    def _connect(self, view: ReviewView) -> None:
        view.opened.connect(self._opened)
        view.decided.connect(self._decide)
        view.kind_wanted.connect(self._set_kind)
        view.saved.connect(self._save)
        view.mark_wanted.connect(self._mark)
        view.passage_wanted.connect(self._window.show_passage)
        view.dismissed.connect(self._dismiss)
        view.item_wanted.connect(self._propose)
        view.left.connect(self.leave)
        view.moved.connect(self._note)
        self.review_bar.left.connect(self.leave)
        self.review_bar.signed.connect(self.sign_off)

    def leave(self) -> None:
        """Go back to the briefing, where the item that was open is selected."""
        if self.commit():
            self._stop()
            self._window.show_document()
            self._window.frame.brief.reveal(focus=True)

    def _stop(self) -> None:
        self._on = False
        self._editor.held = None
        self._typed = None
        self.thread_over.hide()
        self.thread_over.deleteLater()
        self._window.frame.let_go()

    def _return(self) -> None:
        """Show the review again after the window was drawn anew; end it where the briefing is gone."""
        if self._on and self._window.frame.held is None:
            if self._window.document.reading() is None:
                self._on, self._editor.held = False, None
            else:
                self._enter()

    def draw(self, reading: Reading) -> None:
        """Draw the briefing as it is now."""
        self.list.show_reading(reading)
        self._open = self.list.open
        names = [item.id for item in self.list.order]
        here = names.index(self._open) if self._open in names else -1
        self.review_bar.show_progress(reviewing.progress(self.list.order), here)
        self._show_passage(reading.briefing)

    def reveal(self, item: str) -> None:
        """Open an item, and give the keyboard to the list."""
        if item:
            self.list.show_item(item)
        self.list.setFocus()

    # --------------------------------------------------------------------------------- what is selected

    def _opened(self, name: str) -> None:
        reading = self._window.document.reading()
        if reading is not None:
            self._open = name
            names = [item.id for item in self.list.order]
            here = names.index(name) if name in names else -1
            self.review_bar.show_progress(reviewing.progress(self.list.order), here)
            self._show_passage(reading.briefing)

    def _show_passage(self, briefing: Briefing) -> None:
        """Show in the source what the open item rests on."""
        unused = next((each for each in briefing.unused if each.id == self._open), None)
        if unused is not None:
            self._window.select(selection.of_passage(briefing, unused.passage))
        else:
            self._window.select(selection.of_item(briefing, self._open))
            if self.list.card is not None:
                self.list.card.select(0)
        self.thread_over.raise_()
        self.thread_over.update()

    def _mark(self, mark: int) -> None:
        briefing = self._window.document.briefing
        if briefing is not None:
            self._window.select(selection.of_item(briefing, self._open, mark))
            if self.list.card is not None:
                self.list.card.select(mark)
            self.thread_over.update()

    def _ends(self, over: QWidget) -> tuple[QPointF, QRectF, int] | None:
        """Return where the thread begins and ends, None where card and passage are not side by side."""
        card, frame = self.list.card, self._window.frame
        if card is None or not frame.source_shown or frame.workspace.lies_over:
            return None
        article = frame.source.article
        found = article.passage_place()
        if found is None:
            return None
        area, away = found
        port = article.viewport()
        high = port.height()
        top = min(max(area.top(), 0.0), float(high))
        bottom = min(max(area.bottom(), 0.0), float(high))
        corner = QPointF(over.mapFromGlobal(port.mapToGlobal(QPointF(0, top))))
        start = card.thread_start(over)
        first = over.mapFromGlobal(self.list.viewport().mapToGlobal(QPointF(0, 0))).y()
        start.setY(min(max(start.y(), first), first + self.list.viewport().height()))
        return start, QRectF(corner.x(), corner.y(), 3, bottom - top), away

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the thread follow the size of what it lies over."""
        if self._on and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.thread_over.resize(self._window.frame.workspace.size())
            self.thread_over.raise_()
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------------------------------ deciding

    def _apply(self, edit: Callable[[Briefing], Edited], *, goes_on: bool) -> bool:
        """Make an edit a step, and open the next item; say why where it cannot be made."""
        snapshot, briefing = self._window.document.snapshot, self._window.document.briefing
        if snapshot is None or briefing is None:
            return False
        try:
            edited = edit(briefing)
        except BriefingError as error:
            said = [part for each in error.problems for part in say(each.code, each.values) if part]
            self._window.frame.status.say(" ".join(said), color="error")
            return False
        self._typed = None
        self._window.document.writing = False
        if goes_on and (following := self.list.next_left()):
            self.list.open = following
        if edited[1].step:
            self._window.document.show(snapshot.after(edited))
        else:
            self._window.show_document()
        self.list.setFocus()
        return True

    def _decide(self, name: str, state: str) -> None:
        now = self._reviewer.now()
        states = {"accepted": "accepted", "rejected": "rejected", "drafted": "drafted"}
        decided = states[state]
        self._apply(
            lambda briefing: reviewing.decide(briefing, name, decided, now),  # type: ignore[arg-type]
            goes_on=state != "drafted",
        )

    def _edited(self) -> Review:
        now = self._reviewer.now()
        return Review(state="edited", by=now.by or None, on=now.on)

    def _set_kind(self, name: str, kind: str) -> None:
        review = self._edited()
        self._apply(
            lambda briefing: editing.put(briefing, name, {"kind": kind}, review=review), goes_on=False
        )

    def _dismiss(self, name: str) -> None:
        self.list.step(1)
        self._apply(lambda briefing: reviewing.dismiss(briefing, name), goes_on=False)

    # -------------------------------------------------------------------------------------------- forms

    def _note(self) -> None:
        """Keep what is typed, should the window be drawn anew."""
        card = self.list.card
        form = card.form if card is not None else None
        self._window.document.writing = form is not None and form.differs
        self._typed = form.form.typed() if form is not None else None

    def _type_again(self) -> None:
        if self._typed is None or self.list.card is None:
            return
        typed = self._typed
        self.list.card.begin_edit()
        if self.list.card.form is not None:
            self.list.card.form.form.type_again(typed)

    def _propose(self, name: str) -> None:
        """Fill in a form for a sentence as the grammar reads it."""
        from briefing_app.workflow.lexicon import load_lexicon

        reading = self._window.document.reading()
        card = self.list.card
        if reading is None or not isinstance(card, UnusedCard):
            return
        unused = next(each for each in reading.briefing.unused if each.id == name)
        found = proposal(reading.briefing, unused, reading.text(unused.passage.source), load_lexicon())
        self._part = found.part
        card.show_form(blank(found.part), found)

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
        card = self.list.card
        filled = card.form.filled() if card is not None and card.form is not None else None
        if card is None or card.form is None or filled is None:
            return False
        values, named = dict(filled.values), filled.named
        if isinstance(card, UnusedCard):
            evidence = card.form.evidence
            values.pop("evidence", None)
            part: Part = self._part  # type: ignore[assignment]
            make = partial(made_item, name=name, part=part, values=values, chance=self._editor.chance)
            return self._apply(lambda briefing: make(briefing, evidence=evidence, named=named), goes_on=False)
        review = self._edited()
        return self._apply(
            lambda briefing: editing.put(briefing, name, values, review=review, named=named), goes_on=True
        )

    # ----------------------------------------------------------------------------------------- sign-off

    def sign_off(self) -> None:
        """Sign the review off; the first time, ask for the name."""
        if not self.commit():
            return
        now = self._reviewer.now()
        if now.by:
            self._sign(now)
            return
        from briefing_app.gui.dialogs.sign_off import SignOff

        dialog = SignOff(self._window, self._window.frame.theme, day_in_words(parse_day(now.on)))
        dialog.named.connect(lambda name: self._sign(self._reviewer.keep(name)))
        dialog.open()

    def _sign(self, reviewer: reviewing.Reviewer) -> None:
        before = self._window.document.briefing
        rejected = reviewing.progress(self.list.order).rejected
        if before is None or not self._apply(lambda b: reviewing.sign_off(b, reviewer), goes_on=False):
            return
        self._stop()
        self._window.show_document()
        words = tr("Signed off by {name}, {day}.", name=reviewer.by, day=day_in_words(parse_day(reviewer.on)))
        if rejected:
            gone = ntr("{n} rejected item was removed.", "{n} rejected items were removed.", rejected)
            words = f"{words} {gone}"
        self._window.frame.status.say(words, [(tr("Save"), self._window.actions_by_id["save"].trigger)])


def reviewing_of(window: MainWindow, editor: Editor, reviewer: ReviewerKept) -> Reviewing:
    """Return what holds the review of a window."""
    return window.findChild(Reviewing) or Reviewing(window, editor, reviewer)
