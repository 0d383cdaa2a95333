"""Why a stage was put off, in the words of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import AUXILIARIES, DETERMINERS
from briefing_app.drafting.tokens import Phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.stage_links import Link
    from briefing_app.drafting.stage_mentions import StageWords
    from briefing_app.drafting.tokens import Token

Reason = tuple[str, tuple[int, int]]
_LONGEST = 30
_ENDS = frozenset((".", ";", "—", "–", "--", "!", "?", '"', "”", ":"))
_NEW_CLAUSE = frozenset(
    ["but", "while", "which", "who", "and", "both", "the", "they", "he", "she", "it", "officials", "according", "as", "with", "so", "whereas", "adding", "instead", "rather", "from", "to", "until", "till"]
)
_FORCED_REACH = 6
_NOT_FIRST = frozenset(("from", "to", "until", "that", "which"))


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
    forced = _forced(paragraph, sentence, link, words)
    if forced:
        return forced
    phrases = Phrases(((phrase, phrase) for phrase in sorted(words.lists["opcon_reasons"])), cased=False)
    at = link.act.at if link.act else link.mention.end
    for i in range(*sentence):
        found = phrases.at(paragraph.tokens, i)
        if not found or not _counts(paragraph.tokens, i, sentence, at, found[1], words):
            continue
        end = _end(
            paragraph,
            found[0],
            sentence[1],
            link,
            opening=i == sentence[0] or paragraph.tokens[i - 1].text in '"“',
        )
        first = found[0]
        while first < end and paragraph.tokens[first].low in ("the", "a", "an", "its", "their"):
            first += 1
        if first < end and paragraph.tokens[first].low not in _NOT_FIRST and not any(time.first <= first < time.end for time in link.times):
            return paragraph.said(first, end), (i, end)
    return None


def _counts(
    tokens: Sequence[Token], i: int, sentence: tuple[int, int], at: int, phrase: str, words: StageWords
) -> bool:
    """Tell whether a cue gives a reason: a weak one only at the head of the sentence or not far after the delay."""
    opening = i == sentence[0] or (i == sentence[0] + 1 and tokens[sentence[0]].text in '"“')
    if opening:
        return phrase not in ("over", "pending")
    if phrase in words.lists["opcon_weak_reasons"] and phrase != "because":
        return (
            i > at
            and not any(token.text == "," for token in tokens[at:i])
            and phrase not in ("considering", "given")
        )
    return True


def _end(paragraph: Paragraph, first: int, limit: int, link: Link, *, opening: bool) -> int:
    """Return the token after a reason that begins at `first`."""
    tokens = paragraph.tokens
    stop = min(limit, first + _LONGEST)
    for i in range(first, stop):
        token = tokens[i]
        following = tokens[i + 1].low if i + 1 < limit else ""
        if token.text in _ENDS or (token.text == "," and (opening or following in _NEW_CLAUSE)):
            return i
        if token.text == "," and _is_said(tokens, i + 1, limit):
            return i
        timed = next(
            (time for time in link.times if time.first <= i < time.end and time.role == "when"), None
        )
        if timed:
            while i > first and tokens[i - 1].low in (
                "to",
                "until",
                "in",
                "the",
                "late",
                "early",
                "till",
                "into",
            ):
                i -= 1
            return i
        if token.low in ("but", "while", "rather", "instead") or (
            token.low == "and" and following in ("will", "is", "was", "would", "has")
        ):
            return i
    return stop


def _is_said(tokens: Sequence[Token], i: int, limit: int) -> bool:
    """Tell whether somebody is quoted from token `i` on: ", the ministry said"."""
    return any(token.low in ("said", "says", "told", "added") for token in tokens[i : min(limit, i + 6)])


def _forced(paragraph: Paragraph, sentence: tuple[int, int], link: Link, words: StageWords) -> Reason | None:
    """Return the subject of "has forced the allies to postpone"."""
    if link.act is None or link.kind != "delay":
        return None
    tokens = paragraph.tokens
    for i in range(link.act.first - 1, max(sentence[0], link.act.first - _FORCED_REACH) - 1, -1):
        if tokens[i].low in words.lists["opcon_forcing"] and tokens[i].low not in AUXILIARIES:
            end = i
            while end > sentence[0] and tokens[end - 1].low in AUXILIARIES:
                end -= 1
            first = sentence[0] + (tokens[sentence[0]].low in DETERMINERS)
            return (paragraph.said(first, end), (first, i + 1)) if first < end else None
    return None


def blame_in(
    paragraph: Paragraph, sentence: tuple[int, int], words: StageWords
) -> tuple[str, int, int] | None:
    """Return the reason that a sentence gives for a delay told before: "The delay is due to"; and its tokens."""
    tokens = paragraph.tokens
    begin, end = sentence
    head = next(
        (i for i in range(begin, min(end, begin + 3)) if tokens[i].low in words.lists["opcon_delay_nouns"]),
        None,
    )
    phrases = Phrases(((phrase, True) for phrase in words.lists["opcon_blame"]), cased=False)
    if head is None or tokens[begin].low not in ("the", "this", "that"):
        return None
    for i in range(head + 1, min(end, head + 5)):
        found = phrases.at(tokens, i)
        if found:
            stop = next(
                (k for k in range(found[0], end) if tokens[k].text in _ENDS or tokens[k].text == ","), end
            )
            first = found[0] + (tokens[found[0]].low in DETERMINERS)
            return (paragraph.said(first, stop), head, stop) if first < stop else None
    return None


def is_given_reason(text: str, words: StageWords) -> bool:
    """Tell whether words in lower case hold a strong cue of a reason."""
    strong = words.lists["opcon_reasons"] - words.lists["opcon_weak_reasons"]
    return any(f" {cue} " in f" {text} " for cue in strong)
