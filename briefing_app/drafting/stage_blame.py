"""What an article blames for a delay: "put the change down to", "cited X as the reason"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import AUXILIARIES, BE, CONTRACTED, DETERMINERS, NEGATIONS
from briefing_app.drafting.stage_modes import BREAKS, is_past_form
from briefing_app.drafting.tokens import listed_phrases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.stage_mentions import StageWords
    from briefing_app.drafting.tokens import Token

Reason = tuple[str, tuple[int, int]]
_Span = tuple[int, int]
_ENDS = frozenset((".", ";", "—", "–", "--", "!", "?", '"', "”", ":", ",")) | BREAKS
_NOUN_REACH, _FOR_REACH, _CUE_REACH, _BACK = 6, 16, 9, 3
_LINKS = frozenset(("for", "behind", "of"))


def blame_in(paragraph: Paragraph, sentence: tuple[int, int], words: StageWords) -> Reason | None:
    """Return the reason that a sentence gives for a delay, and its tokens; None where it gives none.

    Args:
        paragraph: where the sentence stands.
        sentence: first token, and the one after the last.
        words: the lists of the lexicon.
    """
    tokens, lists = paragraph.tokens, words.lists
    for i in range(*sentence):
        low = tokens[i].low
        found: tuple[int, int, int, int] | None = None  # the reason, and the words that give it
        if low in lists["opcon_blaming"]:
            found = _put_down(tokens, i, sentence[1], lists) or _blamed_for(tokens, i, sentence[1], lists)
        elif low in lists["opcon_causes"]:
            found = _cause_is(tokens, i, sentence)
        elif low in lists["opcon_delay_nouns"] and tokens[i - (i > 0)].low in DETERMINERS:
            found = _due_to(tokens, i, sentence[1], words) or _behind_it(tokens, i, sentence, lists)
        if found and found[0] < found[1] and not _is_denied(tokens, found[2], found[3], sentence[0], lists):
            first, end = found[0] + (tokens[found[0]].low in DETERMINERS), found[1]
            if first < end:
                return paragraph.said(first, end), (found[2], found[3])
    return None


def _is_denied(
    tokens: Sequence[Token], first: int, end: int, begin: int, lists: Mapping[str, frozenset[str]]
) -> bool:
    lows = {token.low for token in tokens[max(begin, first - _BACK) : end] if token.text != "May"}
    return bool(lows & (NEGATIONS | CONTRACTED | lists["opcon_maybe"] | lists["opcon_refusals"]))


def _blamed(lists: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return lists["opcon_delay_nouns"] | lists["opcon_blamed"]


def _put_down(
    tokens: Sequence[Token], i: int, limit: int, lists: Mapping[str, frozenset[str]]
) -> tuple[int, int, int, int] | None:
    """Return the reason after "put the change down to", "attributed it to", "blamed the delay on"."""
    reach = range(i + 1, min(limit, i + _NOUN_REACH))
    noun = next((k for k in reach if tokens[k].low in _blamed(lists)), None)
    if noun is None and i + 2 < limit and tokens[i + 1].low in ("it", "this"):
        # "Put it to the ministers" blames nothing.
        noun = i + 1 if tokens[i + 2].low == "down" or tokens[i].low.startswith("attribut") else None
    if noun is None:
        return None
    at = noun + 1 + (noun + 1 < limit and tokens[noun + 1].low in ("down", "up", "back"))
    if at >= limit or tokens[at].low not in ("to", "on"):
        return None
    end = _clause_end(tokens, at + 1, limit)
    return at + 1, end, i, end


def _blamed_for(
    tokens: Sequence[Token], i: int, limit: int, lists: Mapping[str, frozenset[str]]
) -> tuple[int, int, int, int] | None:
    """Return the reason between "blamed" and "for the delay", "cited" and "as the reason"."""
    for k in range(i + 1, min(limit, i + _FOR_REACH)):
        after = [token.low for token in tokens[k + 1 : min(limit, k + 1 + _BACK)]]
        nouns = _blamed(lists) if tokens[k].low == "for" else lists["opcon_causes"]
        if tokens[k].low in ("for", "as") and any(low in nouns for low in after):
            return i + 1, k, i, k + 1 + len(after)
        if tokens[k].text in _ENDS:
            break
    return None


def _cause_is(tokens: Sequence[Token], i: int, sentence: _Span) -> tuple[int, int, int, int] | None:
    """Return the reason after "the reason for the delay is"."""
    limit = sentence[1]
    if tokens[i - (i > 0)].low not in DETERMINERS | {"main", "only", "chief"}:
        return None
    for k in range(i + 1, min(limit, i + _CUE_REACH)):
        if tokens[k].low in BE or tokens[k].text == ":":
            between = [token.low for token in tokens[i + 1 : k]]
            end = _clause_end(tokens, k + 1, limit)
            return (k + 1, end, i, end) if not between or between[0] in _LINKS else None
        if tokens[k].text in _ENDS:
            break
    return None


def _due_to(
    tokens: Sequence[Token], i: int, limit: int, words: StageWords
) -> tuple[int, int, int, int] | None:
    """Return the reason after "the delay is due to", "the postponement follows from"."""
    phrases = listed_phrases(words.lists["opcon_blame"])
    for k in range(i + 1, min(limit, i + _CUE_REACH)):
        found = phrases.at(tokens, k)
        if found and found[0] < limit and tokens[found[0]].low not in AUXILIARIES:  # "is due to be made"
            end = _clause_end(tokens, found[0], limit)
            return found[0], end, i, end
        if tokens[k].text in _ENDS:
            break
    return None


def _behind_it(
    tokens: Sequence[Token], i: int, sentence: _Span, lists: Mapping[str, frozenset[str]]
) -> tuple[int, int, int, int] | None:
    """Return the reason before "is behind the delay", "caused the postponement"."""
    phrases = listed_phrases(lists["opcon_causing"])
    for k in range(max(sentence[0] + 1, i - _NOUN_REACH), i):
        found = phrases.at(tokens, k)
        if not found or i - found[0] > 1 or tokens[k - 1].low == "to":
            continue
        end = k
        while end > sentence[0] and tokens[end - 1].low in AUXILIARIES and tokens[end - 1].text != "May":
            end -= 1
        first = next((n + 1 for n in range(end - 1, sentence[0] - 1, -1) if tokens[n].text in _ENDS), None)
        first = sentence[0] if first is None else first
        return (first, end, first, i + 1) if first < end else None
    return None


def _clause_end(tokens: Sequence[Token], first: int, limit: int) -> int:
    """Return the token after the words of a reason: at a comma, at a new clause."""
    for k in range(first, limit):
        following = tokens[k + 1].low if k + 1 < limit else ""
        joined = tokens[k].low == "and" and (following in AUXILIARIES or is_past_form(following))
        if tokens[k].text in _ENDS or joined:
            return k
    return limit
