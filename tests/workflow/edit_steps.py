"""What the tests of edits share: samples, chance, and why an edit is refused."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.model.problems import BriefingError
from briefing_app.workflow.opening import open_briefing, samples

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing

CHANCE = Random(1)  # noqa: S311 - no secret


def sample(stem: str = "kidd-19") -> Briefing:
    """Return a sample."""
    (path,) = (each for each in samples() if each.stem == stem)
    briefing = open_briefing(path).briefing
    assert briefing is not None
    return briefing


def codes(edit: Any, *values: Any, **more: Any) -> list[str]:
    """Return why an edit is refused."""
    with pytest.raises(BriefingError) as caught:
        edit(*values, **more)
    return [problem.code for problem in caught.value.problems]
