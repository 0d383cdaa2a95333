"""Who reviews: asked once, then kept in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.workflow.reviewing import Reviewer

if TYPE_CHECKING:
    from datetime import date

    from briefing_app.gui.settings import Settings


class ReviewerKept:
    """The name that reviews are signed off with, and the day on which that is done."""

    def __init__(self, settings: Settings, today: date) -> None:
        self._settings, self._today = settings, today

    def now(self) -> Reviewer:
        """Return who reviews today, without a name until it was asked."""
        return Reviewer(self._settings.now.reviewer, self._today.isoformat())

    def keep(self, name: str) -> Reviewer:
        """Keep a name for this and later reviews."""
        self._settings.change(reviewer=name.strip())
        return self.now()
