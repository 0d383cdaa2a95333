"""Who was not there because somebody else was: "in the absence of X", "standing in for X", "replacing X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.roster import Group
    from briefing_app.drafting.tokens import Token

_STANDING = frozenset(("standing", "stood", "sitting", "sat", "filling", "filled"))
_INSTEAD = frozenset(("replacing", "substituting", "deputising", "deputizing"))
_ARTICLES = frozenset(("the", "her", "his", "their", "an", "ailing", "its"))
_WORDS = 3


def stood_in_from(tokens: Sequence[Token], group: Group) -> int:
    """Return where the words begin by which another was there for the names, -1 where there are none.

    Args:
        tokens: of the paragraph.
        group: the names.
    """
    places = [
        i
        for i in range(max(group.sentence[0], group.first - _WORDS - 1), group.first)
        if tokens[i].low not in _ARTICLES
    ][-_WORDS:]
    lows = [tokens[i].low for i in places]
    if lows[-2:] == ["in", "for"] and len(lows) == _WORDS and lows[0] in _STANDING:
        return places[0]
    if lows[-2:] == ["absence", "of"]:
        return places[-2]
    if lows[-1:] == ["replacing"]:
        return places[-1]
    if lows[-1:] == ["for"] and len(lows) > 1 and lows[-2] in _INSTEAD:
        return places[-2]
    after = [token.low for token in tokens[group.end : group.end + 2]]
    return group.first if after == ["'s", "absence"] else -1
