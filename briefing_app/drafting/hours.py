"""Time that people are said to have spent together: "spent three hours on the issue"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.tokens import Token

_HOURS = word_set("hour hours minutes day days morning afternoon evening")
_UPON = word_set("on in together with behind discussing reviewing going debating talking at over")
_AMOUNT = 7  # words of "more than two and a half hours"


def is_spent_on(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Tell whether token `i` is "spent" with the time that a matter or talks took.

    Args:
        tokens: of the paragraph.
        i: the verb.
        end: the token after its sentence.
    """
    if tokens[i].low != "spent":
        return False
    last = next((k for k in range(i + 1, min(i + _AMOUNT, end)) if tokens[k].low in _HOURS), end)
    return last + 1 < end and tokens[last + 1].low in _UPON
