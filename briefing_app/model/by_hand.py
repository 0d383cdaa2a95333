"""Whether a person alone writes a briefing: then what it lacks says nothing of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.briefing import items

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing

# The headline as bottom line, with which a briefing begins, is in it as nobody read the article.
HEADLINE = "rule:bottom-line-title"
_BEGUN = (HEADLINE, "person")


def lacking(briefing: Briefing, *, named: str, entered: str) -> str:
    """Return what stands where nothing does: `named` tells of the source, `entered` of who wrote it."""
    return entered if is_by_hand(briefing) else named


def is_by_hand(briefing: Briefing) -> bool:
    """Tell whether a briefing was begun from a text alone and nothing in it was drafted.

    Args:
        briefing: a person's own, or a draft.
    """
    begun = briefing.bottom_line.origin in _BEGUN and not briefing.unused
    return begun and not any(
        (item.origin or "").startswith("rule:") and item.origin != HEADLINE for _, item in items(briefing)
    )
