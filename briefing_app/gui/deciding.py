"""What is decided about an item in a review, as steps: its state, its kind, its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, get_args

from briefing_app.gui.citing import selected_words
from briefing_app.model.items import Review, ReviewState
from briefing_app.workflow import editing, reviewing
from briefing_app.workflow.anchoring import anchored, without_passage

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.review import ReviewView
    from briefing_app.gui.reviewer import ReviewerKept
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage
    from briefing_app.workflow.editing import Edited


class Steps(Protocol):
    """What makes an edit a step."""

    list: ReviewView

    def apply(self, edit: Callable[[Briefing], Edited], *, goes_on: bool) -> bool:
        """Make an edit a step; return whether it could be made."""


class Deciding:
    """Does what the list of a review tells that its reader decided."""

    def __init__(self, steps: Steps, window: MainWindow, reviewer: ReviewerKept) -> None:
        self._steps, self._window, self._reviewer = steps, window, reviewer

    def follow(self, view: ReviewView) -> None:
        """Do from now on what a list tells."""
        view.decided.connect(self._decide)
        view.kind_wanted.connect(self._set_kind)
        view.dismissed.connect(self._dismiss)
        view.anchor_wanted.connect(self._anchor)
        view.words_wanted.connect(self._use_words)
        view.removal_wanted.connect(self._remove)

    def edited(self) -> Review:
        """Return the review of what is edited now."""
        now = self._reviewer.now()
        return Review(state="edited", by=now.by or None, on=now.on)

    def _decide(self, name: str, state: str) -> None:
        now = self._reviewer.now()
        decided = next(each for each in get_args(ReviewState) if each == state)
        self._steps.apply(
            lambda briefing: reviewing.decide(briefing, name, decided, now), goes_on=state != "drafted"
        )

    def _set_kind(self, name: str, kind: str) -> None:
        review = self.edited()
        self._steps.apply(
            lambda briefing: editing.put(briefing, name, {"kind": kind}, review=review), goes_on=False
        )

    def _dismiss(self, name: str) -> None:
        self._steps.list.step(1)
        self._steps.apply(lambda briefing: reviewing.dismiss(briefing, name), goes_on=False)

    def _anchor(self, name: str, passage: Passage, new: Passage) -> None:
        self._steps.apply(lambda briefing: anchored(briefing, name, passage, new), goes_on=False)

    def _use_words(self, name: str, passage: Passage) -> None:
        """Let the words that are selected in the source take the place of a passage."""
        new = selected_words(self._window)
        if new is not None:
            self._anchor(name, passage, new)

    def _remove(self, name: str, passage: Passage) -> None:
        self._steps.apply(lambda briefing: without_passage(briefing, name, passage), goes_on=False)
