"""Why a stage was put off, in the words of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import AUXILIARIES, BE, DETERMINERS, HAVE, MODALS
from briefing_app.drafting.stage_blame import Reason, blame_in
from briefing_app.drafting.stage_modes import BREAKS, is_past_form
from briefing_app.drafting.tokens import listed_phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.stage_mentions import StageWords
    from briefing_app.drafting.stage_scene import Link
    from briefing_app.drafting.tokens import Token

_LONGEST = 30
_ENDS = frozenset((".", ";", "—", "–", "--", "!", "?", '"', "”", ":"))
_TURNS = frozenset(("but", "while", "rather", "instead"))
_BEFORE_DATE = frozenset(("to", "until", "in", "the", "late", "early", "till", "into"))
_ARTICLES = frozenset(("the", "a", "an", "its", "their"))
_NOT_FIRST = frozenset(("from", "to", "until", "that", "which"))
_NOT_OPENING = frozenset(("over", "pending"))
_ONLY_OPENING = frozenset(("considering", "given"))
_SAYING = frozenset(("said", "says", "told", "added"))
_TIMING = frozenset(
    ("met", "held", "talks", "meeting", "spoke", "said", "agreed", "discussed", "announced", "decided")
)
_FORCED_REACH, _SAID_REACH, _CLAUSE = 6, 6, 9
_CLOSE = 3  # tokens from the act to "as"


def reason_in(
    paragraph: Paragraph, sentence: tuple[int, int], link: Link, words: StageWords
) -> Reason | None:
    """Return the reason of a delay and the tokens that give it, cue included.

    Args:
        paragraph: where the delay stands.
        sentence: its sentence, as tokens.
        link: the delay.
        words: the lists of the lexicon.
    """
    forced = _forced(paragraph, sentence, link, words) or thwarted_in(paragraph, sentence, words)
    forced = forced or blame_in(paragraph, sentence, words) or _called_off_as(paragraph, sentence, words)
    if forced:
        return forced
    tokens = paragraph.tokens
    phrases = listed_phrases(words.lists["opcon_reasons"])
    at = link.act.at if link.act else link.mention.end
    head = sentence[0] + (tokens[sentence[0]].text in '"“')
    for i in range(head, sentence[1]):
        close = link.kind == "delay" and 0 < i - at <= _CLOSE
        found = _clause_at(tokens, i, sentence[1], close=close) or phrases.at(tokens, i)
        if not found or not _counts(tokens[at:i], found[1], words, opening=i == head):
            continue
        inserted = i > head and tokens[i - 1].text == "," and i - at in (2, 3)
        end = _end(paragraph, (found[0], sentence[1]), link, words, opening=i == head or inserted)
        # "For lack of radios": what is lacking is not the reason, the lack is.
        first = i + 1 if tokens[i].low == "for" else found[0]
        while first < end and tokens[first].low in _ARTICLES:
            first += 1
        dated = any(time.first <= first < time.end for time in link.times)
        if first < end and tokens[first].low not in _NOT_FIRST and not dated:
            return paragraph.said(first, end), (i, end)
    return None


def _clause_at(tokens: Sequence[Token], i: int, limit: int, *, close: bool) -> tuple[int, str] | None:
    """Return a clause that gives a ground: ", as the range is closed", ", after the network failed".

    Args:
        tokens: of the paragraph.
        i: the cue.
        limit: the token after the sentence.
        close: it follows the delay at once: "slipped as deliveries fell behind".
    """
    cue = tokens[i].low
    bare = (
        close and cue == "as" and i + 1 < limit and tokens[i + 1].low not in ("of", "a", "an", "well", "to")
    )
    if i == 0 or cue not in ("as", "since", "after") or not (tokens[i - 1].text == "," or bare):
        return None
    near = tokens[i + 1 : min(limit, i + _CLAUSE)]
    stop = next((n for n, token in enumerate(near) if token.text in _ENDS | {","}), len(near))
    lows = {token.low for token in near[1:stop]}
    past = any(is_past_form(low) for low in lows)
    verbal = lows & (BE | HAVE | MODALS) or ((cue == "after" or bare) and past)
    # "After they met on Thursday" only says when.
    return (i + 1, "because") if verbal and not (cue == "after" and lows & _TIMING) else None


def _counts(since_act: Sequence[Token], phrase: str, words: StageWords, *, opening: bool) -> bool:
    """Tell whether a cue gives a reason: a weak one only close after the act.

    Args:
        since_act: the tokens from the act up to the cue; none where the cue stands before it.
        phrase: the cue.
        words: the lists of the lexicon.
        opening: it opens the sentence.
    """
    if opening:
        return phrase not in _NOT_OPENING
    if phrase not in words.lists["opcon_weak_reasons"]:
        return True
    if since_act and since_act[-1].low in DETERMINERS:
        return False  # "to the following spring"
    return bool(since_act) and phrase not in _ONLY_OPENING and all(token.text != "," for token in since_act)


def _end(paragraph: Paragraph, span: tuple[int, int], link: Link, words: StageWords, *, opening: bool) -> int:
    """Return the token after a reason that begins with the span."""
    tokens = paragraph.tokens
    first, limit = span
    stop = min(limit, first + _LONGEST)
    for i in range(first, stop):
        if any(time.first == i and time.role == "when" for time in link.times):
            return _before_date(tokens, i, first)
        if _stops(tokens, i, limit, words, opening=opening):
            return i
    return stop


def _before_date(tokens: Sequence[Token], i: int, first: int) -> int:
    """Return the token after a reason that a date follows: "due to the floods to May"."""
    while i > first and tokens[i - 1].low in _BEFORE_DATE:
        i -= 1
    return i


def _stops(tokens: Sequence[Token], i: int, limit: int, words: StageWords, *, opening: bool) -> bool:
    """Tell whether a reason is over at a token."""
    following = tokens[i + 1].low if i + 1 < limit else ""
    if tokens[i].text == ",":
        said = any(token.low in _SAYING for token in tokens[i : min(limit, i + _SAID_REACH)])
        return opening or said or following in words.lists["opcon_reason_ends"] | AUXILIARIES
    new_clause = tokens[i].low == "and" and following in BE | HAVE | MODALS
    return tokens[i].text in _ENDS or tokens[i].low in _TURNS or new_clause


def _forced(paragraph: Paragraph, sentence: tuple[int, int], link: Link, words: StageWords) -> Reason | None:
    """Return the subject of "has forced the allies to postpone"."""
    kept = link.act is not None and link.act.planner in words.lists["opcon_preventing"]
    if link.act is None or not (kept or link.kind == "delay"):
        return None
    tokens = paragraph.tokens
    reach = range(link.act.first, max(sentence[0], link.act.first - _FORCED_REACH) - 1, -1)
    forces = words.lists["opcon_preventing" if kept else "opcon_forcing"]
    end = next((i for i in reach if tokens[i].low in forces), None)
    if end is None:
        return None
    forcing = end
    while end > sentence[0] and tokens[end - 1].low in AUXILIARIES:
        end -= 1
    first = sentence[0] + (tokens[sentence[0]].low in DETERMINERS)
    return (paragraph.said(first, end), (first, forcing + 1)) if first < end else None


def thwarted_in(paragraph: Paragraph, sentence: tuple[int, int], words: StageWords) -> Reason | None:
    """Return what "ruled that out", and its tokens; None where nothing did.

    Args:
        paragraph: where the sentence stands.
        sentence: first token, and the one after the last.
        words: the lists of the lexicon.
    """
    tokens = paragraph.tokens
    phrases = listed_phrases(words.lists["opcon_thwarting"])
    for i in range(sentence[0] + 1, sentence[1]):
        found = phrases.at(tokens, i)
        if found:
            before = range(i - 1, sentence[0] - 1, -1)
            first = next(
                (k + 1 for k in before if tokens[k].text in _ENDS or tokens[k].low in BREAKS), sentence[0]
            )
            end = i - sum(token.low in AUXILIARIES for token in tokens[max(first, i - 1) : i])
            first += tokens[first].low in DETERMINERS
            return (paragraph.said(first, end), (first, found[0])) if first < end else None
    return None


def _called_off_as(paragraph: Paragraph, sentence: tuple[int, int], words: StageWords) -> Reason | None:
    """Return the clause after "was called off as": "the check was called off as floods kept troops busy"."""
    tokens, off = paragraph.tokens, words.lists["called_off"]
    for i in range(sentence[0] + 2, sentence[1] - 2):
        if tokens[i].low != "as" or tokens[i - 1].low not in off or tokens[i + 1].low in ("a", "an", "of"):
            continue
        end = next((k for k in range(i + 1, sentence[1]) if tokens[k].text in _ENDS | {","}), sentence[1])
        first = i + 1 + (tokens[i + 1].low in _ARTICLES)
        if any(is_past_form(token.low) for token in tokens[first + 1 : end]):
            return paragraph.said(first, end), (i, end)
    return None


def is_given_reason(text: str, words: StageWords) -> bool:
    """Tell whether words in lower case hold a strong cue of a reason."""
    strong = words.lists["opcon_reasons"] - words.lists["opcon_weak_reasons"]
    return any(f" {cue} " in f" {text} " for cue in strong)
