"""What the tests of edits share: samples, chance, and why an edit is refused."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.model.briefing import items
from briefing_app.model.problems import BriefingError
from briefing_app.workflow import arranging, reviewing
from briefing_app.workflow.editing import WHOLE, put
from briefing_app.workflow.opening import open_briefing, samples

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.editing import Edited

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


EDITS = (
    "kind", "topic", "opcon", "statement", "title", "add", "copy", "remove", "up", "down", "move",
    "accept", "reject", "reopen",
)  # fmt: skip


def some_edit(briefing: Briefing, what: str, n: int) -> Edited:
    """Return one of many edits of something in a briefing.

    Raises:
        BriefingError: it is refused.
    """
    names = [item.id for _, item in items(briefing)]
    name = names[n % len(names)]
    chance = Random(n)  # noqa: S311 - no secret
    agreements = [each.id for each in briefing.agreements] or [WHOLE]
    one = agreements[n % len(agreements)]
    kinds = ("agreed", "pledged", "assessed")
    own = one != WHOLE
    parts = arranging.can_move(briefing, name) or ("meetings",)
    who = reviewing.Reviewer("Edna Lightwell", "2026-11-25")
    long = "They agreed on a thing that takes more than one line. " * (n % 7 + 1)
    edits: dict[str, Callable[[], Edited]] = {
        "kind": lambda: put(briefing, one, {"kind": kinds[n % 3]} if own else {}),
        "topic": lambda: put(briefing, one, {"topic": f"topic {n}"} if own else {}),
        "opcon": lambda: put(briefing, one, {"topic": "OPCON" if n % 2 else None} if own else {}),
        "statement": lambda: put(briefing, one, {"statement": f"{long}{n}"} if own else {}),
        "title": lambda: put(briefing, WHOLE, {"title": f"Title {n}"}),
        "add": lambda: arranging.add(briefing, "gaps", {"text": f"Gap {n}"}, chance),
        "copy": lambda: arranging.duplicate(briefing, name, chance),
        "remove": lambda: arranging.remove(briefing, name),
        "up": lambda: arranging.reorder(briefing, name, -1),
        "down": lambda: arranging.reorder(briefing, name, 1),
        "move": lambda: arranging.move(briefing, name, parts[n % len(parts)]),
        "accept": lambda: reviewing.decide(briefing, name, "accepted", who),
        "reject": lambda: reviewing.decide(briefing, name, "rejected", who),
        "reopen": lambda: reviewing.decide(briefing, name, "drafted", who),
    }
    return edits[what]()
