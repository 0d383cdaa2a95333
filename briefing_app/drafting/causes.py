"""Where a sentence says why: the place of "because of a vote in Riga" is that of the vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.gathering_verbs import CALLS
from briefing_app.drafting.grammar import AUXILIARIES, DETERMINERS, MOVING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.gathering import Gathering
    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.tokens import Token

_OF_CHANGE = frozenset(("after", "following", "over", "amid", "by"))
_OCCASION = 4  # words of "on the occasion of"
_COMING = frozenset(("opens", "begins", "starts", "will", "upcoming", "next", "due", "forthcoming"))
_WANT = frozenset(("want", "lack"))


def causes_of(
    tokens: Sequence[Token], one: Gathering, lexicon: Lexicon, *, of_change: bool = False
) -> list[tuple[int, int]]:
    """Return the reasons in the sentence of a mention that it does not stand in, as tokens.

    Args:
        tokens: of its paragraph.
        one: the mention.
        lexicon: the knowledge of words.
        of_change: only why something was moved or called off.
    """
    begin, end = one.sentence
    changing = MOVING | lexicon.lists["called_off"]
    changed = next((i for i in range(one.end, end) if tokens[i].low in changing), end)
    found = _occasions(tokens, one)
    if of_change and changed == end:
        return found
    for i in range(begin, end):
        if _opens(tokens, i) or (i > changed and tokens[i].low in _OF_CHANGE):
            stop = next((k for k in range(i + 1, end) if _closes(tokens, k, end)), end)
            found.append((i, stop))
    return [(first, stop) for first, stop in found if not first <= one.first < stop]


def _occasions(tokens: Sequence[Token], one: Gathering) -> list[tuple[int, int]]:
    """Return the larger event on whose occasion some spoke, or one that is yet to come, as tokens."""
    end = one.sentence[1]
    found = []
    for i in range(one.end, end - 2):
        lows = [token.low for token in tokens[i : i + _OCCASION]]
        if not (lows == ["on", "the", "occasion", "of"] or lows[:2] == ["ahead", "of"]):
            continue
        stop = next((k for k in range(i + 2, end) if _ends_occasion(tokens, k)), end)
        ahead = any(token.low in _COMING for token in tokens[i:stop])
        if one.head in CALLS or ahead or lows[0] == "ahead":
            found.append((i, stop))
    return found


def _ends_occasion(tokens: Sequence[Token], k: int) -> bool:
    """Tell whether the words on an occasion end: at a comma that does not go on with it: ", which opens"."""
    goes_on = k + 1 < len(tokens) and tokens[k + 1].low in ("which", "due", "to", "set")
    return tokens[k].text == ";" or (tokens[k].text == "," and not goes_on)


def without_causes(
    tokens: Sequence[Token], one: Gathering, dates: Sequence[Dated], lexicon: Lexicon
) -> list[Dated]:
    """Return dates without those that say why something changed: "moved because of an election in May".

    Args:
        tokens: of the paragraph.
        one: the mention.
        dates: those of the paragraph.
        lexicon: the knowledge of words.
    """
    causes = causes_of(tokens, one, lexicon, of_change=True)
    spans = [(tokens[first].start, tokens[stop - 1].end) for first, stop in causes]
    return [each for each in dates if not any(begin <= each.start < end for begin, end in spans)]


def _opens(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a reason begins: "because of", "owing to", "due to the", "for want of"."""
    low = tokens[i].low
    after = [token.low for token in tokens[i + 1 : i + 3]]
    if low in ("owing", "due"):
        return after[:1] == ["to"] and (low == "owing" or after[-1] in DETERMINERS)
    return low == "because" or (low == "for" and after[1:] == ["of"] and after[0] in _WANT)


def _closes(tokens: Sequence[Token], k: int, end: int) -> bool:
    """Tell whether a reason ends: at a comma, or where it goes on with "and will be held"."""
    goes_on = tokens[k].low == "and" and k + 1 < end and tokens[k + 1].low in AUXILIARIES
    return tokens[k].text in ",;" or goes_on


def outside(spans: Sequence[tuple[int, int]], first: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what is left of some tokens without spans, in order.

    Args:
        spans: what to leave out.
        first: the first token.
        end: the token after the last.
    """
    for begin, stop in spans:
        if first < min(begin, end):
            yield first, min(begin, end)
        first = max(first, stop)
    if first < end:
        yield first, end
