"""Signs a review off: asks once for the name, records it with the day, and says what went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from briefing_app.gui.dialogs.sign_off import SignOff
from briefing_app.model.date_words import day_in_words
from briefing_app.model.dates import parse_day
from briefing_app.words import ntr, tr
from briefing_app.workflow import reviewing

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.review import ReviewView
    from briefing_app.gui.reviewer import ReviewerKept
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.editing import Edited
    from briefing_app.workflow.reviewing import Reviewer


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


def sign_off(review: Review) -> None:
    """Sign a review off; the first time, ask for the name."""
    if not review.commit():
        return
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
    rejected = reviewing.progress(review.list.order).rejected
    if not review.apply(lambda briefing: reviewing.sign_off(briefing, reviewer), goes_on=False):
        return
    window = review.window
    review.stop()
    window.show_document()
    words = tr("Signed off by {name}, {day}.", name=reviewer.by, day=day_in_words(parse_day(reviewer.on)))
    if rejected:
        gone = ntr("{n} rejected item was removed.", "{n} rejected items were removed.", rejected)
        words = f"{words} {gone}"
    window.frame.status.say(words, [(tr("Save"), window.actions_by_id["save"].trigger)])
