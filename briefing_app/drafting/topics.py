"""What an agreement is about, by its own words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph

OPCON = "OPCON"
_TRANSFERS = frozenset(("transition", "transfer", "handover"))


def topic_of(
    paragraph: Paragraph, first: int, end: int, lexicon: Lexicon, *, opcon: bool = False
) -> str | None:
    """Return the topic that most words of a statement speak of, OPCON before all others.

    Args:
        paragraph: where it stands.
        first: its first token.
        end: the token after it.
        lexicon: the knowledge of words.
        opcon: the article speaks of the transfer of control, so that "the transition" is that.
    """
    counts: Counter[str] = Counter()
    i = first
    while i < end:
        if paragraph.lows[i] not in lexicon.topics.openings:
            i += 1
            continue
        found = lexicon.topics.at(paragraph.tokens, i)
        if found and found[0] <= end:
            counts[found[1]] += 1
        i = found[0] if found else i + 1
    lows = paragraph.lows[first:end]
    transfers = any(low in _TRANSFERS and lows[n - 1] == "the" for n, low in enumerate(lows) if n)
    if counts[OPCON] or (opcon and transfers):
        return OPCON
    return counts.most_common(1)[0][0] if counts else None
