"""When people were to meet, before when they will: ", which was to meet in May, will meet in June"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.drafting.gathering import Gathering
    from briefing_app.drafting.paragraphs import Paragraph

_DUE = 7  # words of "which was originally due to"


def superseded_until(paragraph: Paragraph, one: Gathering, right: int) -> int:
    """Return where a sentence goes on after ", which was to meet in May, will", 0 where it does not.

    Args:
        paragraph: where it stands.
        one: the mention.
        right: the first token of the next mention.
    """
    tokens = paragraph.tokens
    before = [token.low for token in tokens[max(one.sentence[0], one.first - _DUE) : one.first]]
    which = before.index("which") if one.verbal and "which" in before else len(before)
    due = before[which + 1 : which + 2] in (["was"], ["were"]) and before[-1] == "to"
    comma = next((i for i in range(one.end, right - 1) if tokens[i].text == ","), 0) if due else 0
    return comma + 1 if comma and tokens[comma + 1].low in ("will", "is", "are") else 0
