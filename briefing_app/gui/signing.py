"""Signs a review off: asks once for the name, records it with the day, and says what went."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from briefing_app.gui.citation import words_of
from briefing_app.gui.dialogs.sign_off import SignOff
from briefing_app.model.date_words import day_in_words
from briefing_app.model.dates import parse_day
from briefing_app.model.visible import visible
from briefing_app.words import ntr, tr
from briefing_app.workflow import reviewing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QAbstractButton

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.review import ReviewView
    from briefing_app.gui.reviewer import ReviewerKept
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.items import Item
    from briefing_app.workflow.editing import Edited
    from briefing_app.workflow.reviewing import Progress, Reviewer

_NAMED, _LONGEST = 3, 48  # items that are named when they are removed, and letters of each


class Review(Protocol):
    """A review that can be signed off."""

    window: MainWindow
    reviewer: ReviewerKept
    list: ReviewView

    def commit(self) -> bool:
        """Save what is typed in the open form; return whether nothing is left in it."""

    def apply(self, edit: Callable[[Briefing], Edited], *, goes_on: bool) -> bool:
        """Make an edit a step; return whether it could be made."""

    def stop(self) -> None:
        """End the review."""


class SignOffOffer:
    """Says once nothing is left to decide, with the sign-off beside it, and takes that back in time."""

    def __init__(self, review: Review) -> None:
        self._review, self._left, self._said = review, 1, ""

    def follow(self, found: Progress) -> None:
        """Look how far the review is now.

        Args:
            found: how far it is.
        """
        briefing = self._review.window.document.briefing
        done = briefing is not None and briefing.signed_off is None and not found.left
        if found.left:
            self.end()
        elif done and self._left and found.states:
            self._say(len(found.states))
        self._left = found.left

    def _say(self, n: int) -> None:
        all_ = ntr("The one item is decided.", "All {n} items are decided.", n)
        why = tr("Sign off (Ctrl+Enter) to record who reviewed the briefing, and when.")
        self._said = " ".join(part for part in (all_, why, _open_still(self._review)) if part)
        what = partial(sign_off, self._review)
        self._review.window.frame.status.say(self._said, [(tr("Sign off"), what)], color="accent")

    def end(self) -> None:
        """Take the offer away where it is still to be read."""
        status = self._review.window.frame.status
        if self._said and status.text.text() == self._said:
            status.close_line()
        self._said = ""


def sign_off(review: Review) -> None:
    """Sign a review off; what was accepted against a warning is asked about, what is left is gone to."""
    if not review.commit():
        return
    found = reviewing.progress(review.list.order)
    if found.left and (following := review.list.next_left()):
        review.window.frame.status.say(
            tr("{left}: this one.", left=reviewing.left_words(found)), color="delay"
        )
        review.list.show_item(following)
    elif doubts := _doubts(review):
        _ask(review, doubts)
    else:
        _name(review)


def _doubts(review: Review) -> Sequence[Item]:
    reading = review.window.document.reading()
    if reading is None:
        return ()
    texts = {source.id: reading.text(source.id) for source in reading.briefing.sources}
    return reviewing.doubtful(reading.briefing, review.list.order, reading.found, texts)


def _ask(review: Review, doubts: Sequence[Item]) -> None:
    """Ask whether items are to be signed off of which a check says that their passages do not prove them."""
    window = review.window
    box = QMessageBox(window)
    box.setWindowTitle(tr("Sign off"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning)
    titles = _titles(doubts, window.document.briefing)
    box.setText(
        ntr(
            "{n} item was accepted though a check of it fails: {titles}.",
            "{n} items were accepted though checks of them fail: {titles}.",
            len(doubts),
            titles=titles,
        )
    )
    box.setInformativeText(tr("What is signed off says that somebody has checked it."))
    look = box.addButton(tr("Show it"), QMessageBox.ButtonRole.AcceptRole)
    go_on = box.addButton(tr("Sign off all the same"), QMessageBox.ButtonRole.DestructiveRole)
    box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.setDefaultButton(look)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def answered(button: QAbstractButton) -> None:
        if button is look:
            review.list.show_item(doubts[0].id)
        elif button is go_on:
            _name(review)

    box.buttonClicked.connect(answered)
    box.open()


def _name(review: Review) -> None:
    """Sign off with the name that is known; the first time, ask for it."""
    now = review.reviewer.now()
    if now.by:
        _sign(review, now)
        return
    window = review.window
    day = day_in_words(parse_day(now.on))
    dialog = SignOff(window, window.frame.theme, day, _open_still(review))
    dialog.named.connect(lambda name: _sign(review, review.reviewer.keep(name)))
    dialog.open()


def _open_still(review: Review) -> str:
    """Return how many rejected items go with the sign-off, and how many sentences nobody decided about."""
    rejected = reviewing.progress(review.list.order).rejected
    briefing = review.window.document.briefing
    unused = sum(not each.dismissed for each in briefing.unused) if briefing is not None else 0
    parts = (
        ntr("{n} rejected item will be removed.", "{n} rejected items will be removed.", rejected),
        ntr(
            "{n} sentence was not used and not dismissed; it stays listed.",
            "{n} sentences were not used and not dismissed; they stay listed.",
            unused,
        ),
    )
    return " ".join(words for words, n in zip(parts, (rejected, unused), strict=True) if n)


def _sign(review: Review, reviewer: Reviewer) -> None:
    before = review.window.document.briefing
    rejected = [item for item in review.list.order if item.review.state == "rejected"]
    if not review.apply(lambda briefing: reviewing.sign_off(briefing, reviewer), goes_on=False):
        return
    window = review.window
    review.stop()
    window.show_document()
    words = tr("Signed off by {name}, {day}.", name=reviewer.by, day=day_in_words(parse_day(reviewer.on)))
    if rejected:
        gone = ntr(
            "{n} rejected item was removed: {titles}.",
            "{n} rejected items were removed: {titles}.",
            len(rejected),
            titles=_titles(rejected, before),
        )
        words = f"{words} {gone}"
    acts = window.actions_by_id
    offers = [(tr("Save"), acts["save"].trigger), (tr("Undo"), acts["undo"].trigger)]
    window.frame.status.say(words, offers)


def _titles(rejected: Sequence[Item], briefing: Briefing | None) -> str:
    """Return what was removed in a few words each; of many the first, and how many more."""
    found = [_short(visible(words_of(item, briefing))) for item in rejected[:_NAMED]]
    titles = ", ".join(tr("“{title}”", title=title) for title in found)
    more = len(rejected) - len(found)
    return ntr("{titles} and {n} more", "{titles} and {n} more", more, titles=titles) if more else titles


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rpartition(" ")[0] + "…"
