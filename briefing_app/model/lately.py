"""Answers about a whole briefing, kept while it is the one that is asked about."""

from __future__ import annotations

from collections import deque
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.model.briefing import Briefing

Answer = TypeVar("Answer")
_FEW = 4  # states of briefings: those before and after an edit, in two windows


def lately(ask: Callable[[Briefing], Answer]) -> Callable[[Briefing], Answer]:
    """Let a function of a briefing be worked out once for each of the last few that it was asked about.

    A briefing never changes, and so is known by being the same object: to compare two would take longer.
    """
    answers: deque[tuple[Briefing, Answer]] = deque(maxlen=_FEW)

    @wraps(ask)
    def answer(briefing: Briefing) -> Answer:
        for known, found in tuple(answers):
            if known is briefing:
                return found
        found = ask(briefing)
        answers.append((briefing, found))
        return found

    return answer
