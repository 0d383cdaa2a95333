"""The conditions of the transfer, as the text counts or lists them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from briefing_app.drafting.grammar import AUXILIARIES, COUNTS, NEGATIONS
from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.proofs import Proof
    from briefing_app.drafting.reading import Reading
    from briefing_app.drafting.stage_mentions import StageWords
    from briefing_app.drafting.tokens import Token

ConditionState = Literal["in-progress", "met"]
_ORDINALS = {"first": 1, "second": 2, "third": 3, "1st": 1, "2nd": 2, "3rd": 3, "last": 0, "final": 0}
_SIGNS = frozenset((":", "—", "–", "--"))
_LEADS = frozenset(("are", "include", "namely", "including", "comprise"))
_UNFINISHED = frozenset(("be", "been", "being"))
_LEAD_REACH = 14
_SKIPPED = frozenset(("that", "the", "is", "are", ",", ":", "a", "an"))
_MOST = 5
_FRONTED, _OWNER = 14, 8
_NOUNS = frozenset(("condition", "conditions", "criteria", "requirements"))
_SHORTEST = 2
_OPEN = frozenset(
    ("will", "could", "may", "if", "to", "but", "though", "although", "except", "part", "until")
)


@dataclass(frozen=True, slots=True)
class ConditionDraft:
    """One of the conditions (format.md, Condition)."""

    text: str
    number: int | None
    state: ConditionState | None
    proofs: tuple[Proof, ...]
    rule: str = "opcon-condition"


def conditions_of(reading: Reading, words: StageWords) -> tuple[ConditionDraft, ...]:
    """Return the conditions that the article names."""
    found: list[ConditionDraft] = []
    near = False
    for paragraph in reading.paragraphs:
        tokens = paragraph.tokens
        spoken = any(words.control.at(tokens, i) for i in range(len(tokens))) or any(
            token.low in words.lists["opcon_transfers"] for token in tokens
        )
        if (spoken or near) and _speaks(tokens, 0, len(tokens), words):
            found += _in_paragraph(paragraph, words)
        near = spoken
    return tuple(found)


def _in_paragraph(paragraph: Paragraph, words: StageWords) -> Iterator[ConditionDraft]:
    begun = False
    for sentence in paragraph.sentences:
        at = _speaks(paragraph.tokens, *sentence, words)
        listed = list(_listed(paragraph, sentence, at - 1)) if at else []
        yield from listed
        if not listed:
            yield from _inverted(paragraph, sentence, at - 1) if at else ()
            yield from _counted(paragraph, sentence, words, begun=begun)
        begun = begun or bool(at)


def _speaks(tokens: Sequence[Token], begin: int, end: int, words: StageWords) -> int:
    """Return the token after the word "conditions", 0 where it is not there but in "conditions-based"."""
    for i in range(begin, end):
        based = i + 2 < len(tokens) and (
            tokens[i + 1].low == "based" or (tokens[i + 1].text == "-" and not _is_dash(tokens, i + 1))
        )
        if tokens[i].low in words.lists["opcon_condition_nouns"] and not based:
            return i + 1
    return 0


# ------------------------------------------------------------------------------------------ one by one


def _counted(
    paragraph: Paragraph, sentence: tuple[int, int], words: StageWords, *, begun: bool
) -> Iterator[ConditionDraft]:
    """Yield the conditions that a sentence counts: "The first condition, that X, has been met"."""
    tokens = paragraph.tokens
    begin, end = sentence
    parts = [begin, *(k + 1 for k in range(begin, end) if tokens[k].text == ";")]
    for start, stop in zip(parts, [*(k - 1 for k in parts[1:]), end], strict=True):
        part = _past_source(tokens, start, stop)
        until = next((k for k in range(part, stop) if tokens[k].low in _NOUNS), part)
        fronted = tokens[part].low in ("of", "among") and until > part
        for i in range(until if fronted else part, min(stop, (until + _FRONTED if fronted else part + 5))):
            if tokens[i].low not in _ORDINALS:
                continue
            named = i + 1 < stop and tokens[i + 1].low == "condition"
            begun = begun or named or fronted
            at = _past_owner(tokens, i + 1 + named, stop) if named else i + 1
            told = _told(paragraph, (part, stop), (i, at), words) if begun else None
            if told:
                yield told
            break


def _past_source(tokens: Sequence[Token], i: int, end: int) -> int:
    """Return the token after an opening "According to the joint statement,"."""
    comma = next((k for k in range(i, end) if tokens[k].text == ","), i)
    return comma + 1 if tokens[i].low == "according" and comma + 1 < end else i


def _past_owner(tokens: Sequence[Token], i: int, end: int) -> int:
    """Return the token after "for the OPCON transfer"."""
    if i < end and tokens[i].low in ("for", "of"):
        closing = (
            k
            for k in range(i, min(end, i + _OWNER))
            if tokens[k].text == "," or tokens[k].low in ("is", "was")
        )
        return next(closing, i)
    return i


def _inverted(paragraph: Paragraph, sentence: tuple[int, int], at: int) -> Iterator[ConditionDraft]:
    """Yield the conditions before their name: "A, B and C are the three conditions"."""
    tokens, begin = paragraph.tokens, sentence[0]
    lead = next((k for k in range(max(begin, at - 3), at) if tokens[k].low in ("are", "form", "make")), None)
    if lead is None or any(token.low in NEGATIONS for token in tokens[begin:lead]):
        return
    count = next((COUNTS[token.low] for token in tokens[lead:at] if token.low in COUNTS), 0)
    items = _items(tokens, begin, lead)
    if count and len(items) == count:
        for first, stop in items:
            proof = (paragraph.number, first, stop)
            yield ConditionDraft(_text(paragraph, first, stop), None, None, (proof,))


def _told(
    paragraph: Paragraph, sentence: tuple[int, int], head: tuple[int, int], words: StageWords
) -> ConditionDraft | None:
    tokens = paragraph.tokens
    at, end = head[1], sentence[1]
    if at >= end or tokens[at].low not in (",", "is", "was", ":", "("):
        return None
    apposed = tokens[at].text in (",", "(")
    first = at + 1
    while first < end and tokens[first].low in _SKIPPED:
        first += 1
    stop = next((k for k in range(first, end) if tokens[k].text in (",;.)" if apposed else ";.—–")), end)
    if stop - first < _SHORTEST:
        return None
    state = _state(tokens[stop:end], words) if apposed else None
    number = _ORDINALS[tokens[head[0]].low] or None
    start = first - (tokens[first - 1].low in ("a", "an", "the"))
    last = end if state else stop
    return ConditionDraft(
        _text(paragraph, start, stop), number, state, ((paragraph.number, sentence[0], last),)
    )


def _text(paragraph: Paragraph, first: int, end: int) -> str:
    said = paragraph.said(first, end)
    return said[:1].upper() + said[1:]


def _state(tokens: Sequence[Token], words: StageWords) -> ConditionState | None:
    lows = _without_source(["" if token.text == "May" else token.low for token in tokens])
    text = f" {' '.join(lows)} "
    if any(f" {phrase} " in text for phrase in words.lists["opcon_underway"]):
        return "in-progress"
    held = set(lows)
    met = bool(held & words.lists["opcon_met"]) and bool(held & {"been", "was", "is"}) and "being" not in held
    return "met" if met and not held & (NEGATIONS | _OPEN) else None


def _without_source(lows: list[str]) -> list[str]:
    """Return words without "according to the joint statement", which says only who says so."""
    at = next((n for n, pair in enumerate(pairwise(lows)) if pair == ("according", "to")), len(lows))
    stop = next((n for n in range(at, len(lows)) if lows[n] == ","), len(lows))
    return lows[:at] + lows[stop:]


# ---------------------------------------------------------------------------------------------- a list


def _listed(paragraph: Paragraph, sentence: tuple[int, int], at: int) -> Iterator[ConditionDraft]:
    """Yield the conditions of a list: "three conditions: A; B; and C"."""
    tokens = paragraph.tokens
    begin, end = sentence
    if not tokens[at].low.endswith(("s", "a")):
        return
    reach = range(at + 1, min(end, at + _LEAD_REACH))
    lead = next((i for i in reach if tokens[i].text in _SIGNS or _is_dash(tokens, i)), None)
    lead = lead or next((i for i in reach if tokens[i].low in _LEADS), None)
    if lead is None or any(
        token.low in NEGATIONS or token.low in ("if", "could") for token in tokens[begin:lead]
    ):
        return
    count = next((COUNTS[token.low] for token in tokens[max(begin, at - 3) : at] if token.low in COUNTS), 0)
    sure = (count and not tokens[lead].is_word) or tokens[lead - 1].low in ("these", "following")
    between = tokens[at + 1 : lead]
    if not sure and any(token.low in AUXILIARIES - _UNFINISHED for token in between):
        return
    items = _items(tokens, lead + 1, end)
    if not 1 < len(items) <= _MOST or (count and len(items) != count):
        return
    for first, stop in items:
        yield ConditionDraft(_text(paragraph, first, stop), None, None, ((paragraph.number, first, stop),))


def _is_dash(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a hyphen stands for a dash: it has spaces on both sides."""
    apart = (
        tokens[i - 1].end < tokens[i].start and i + 1 < len(tokens) and tokens[i].end < tokens[i + 1].start
    )
    return tokens[i].text == "-" and apart


def _items(tokens: Sequence[Token], first: int, end: int) -> list[tuple[int, int]]:
    mark = ";" if any(token.text == ";" for token in tokens[first:end]) else ","
    cuts = [k for k in range(first, end) if tokens[k].text == mark]
    if not cuts:
        cuts = [k for k in range(first, end) if tokens[k].low == "and"][:1]
    if mark == "," and cuts:
        cuts += (
            [k for k in range(cuts[-1] + 2, end) if tokens[k].low == "and"][:1]
            if tokens[cuts[-1] + 1].low != "and"
            else []
        )
    found: list[tuple[int, int]] = []
    for start, stop in zip([first, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True):
        a, b = start, stop
        while a < b and (
            tokens[a].low in ("and", "first", "second", "third", ",", "that")
            or tokens[a].text in "()"
            or tokens[a].text[0].isdigit()
        ):
            a += 1
        while b > a and tokens[b - 1].text in ".;,!":
            b -= 1
        if a < b:
            found.append((a, b))
    return found
