"""What explains a story: how a series began, what came before, in what situation it stands."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from briefing_app.drafting.background_words import BackgroundWords, is_open, is_opinion, topic_of
from briefing_app.drafting.dates import dates_in
from briefing_app.drafting.findings import FindingDraft
from briefing_app.drafting.grammar import AUXILIARIES, BE, DETERMINERS, HAVE, is_adverb
from briefing_app.drafting.stage_times import last_day

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.reading import Reading
    from briefing_app.drafting.tokens import Token

Span = tuple[int, int]
_LONG_AGO = timedelta(days=45)
_COMES = frozenset(("comes", "came", "come"))
_AS = frozenset(("as", "while", "after"))
_RELATIVE = frozenset(("that", "which"))
_COPULAS = frozenset(("is", "are", "was", "were"))
_MARKS = frozenset((",", ".", ";", "—", "–", "--", "!", "?", '"', "”"))
_BREAKS = frozenset((";", "—", "–", "--"))
_OPENING_WORDS = 4
_BACK = frozenset(("last", "previous", "previously", "earlier"))
_SHORTEST = 4


def background_of(reading: Reading, used: Collection[tuple[int, int]]) -> tuple[FindingDraft, ...]:
    """Return the facts that explain, in the order of the article.

    Args:
        reading: what was read.
        used: sentences from which something else was taken, as paragraph (from 1) and index of the sentence.
    """
    words = BackgroundWords(reading)
    found: list[FindingDraft] = []
    for paragraph in reading.paragraphs:
        for n, sentence in enumerate(paragraph.sentences):
            if (paragraph.number, n) in used or is_opinion(paragraph, sentence, words):
                continue
            found += _first_that_finds(reading, paragraph, sentence, words)
    return tuple(found)


def _first_that_finds(
    reading: Reading, paragraph: Paragraph, sentence: Span, words: BackgroundWords
) -> list[FindingDraft]:
    rules: tuple[Callable[[Reading, Paragraph, Span, BackgroundWords], Iterator[FindingDraft]], ...] = (
        _launched, _regular, _situation, _earlier, _standing, _defined,
    )  # fmt: skip
    for rule in rules:
        found = [
            each
            for each in rule(reading, paragraph, sentence, words)
            if not is_open(paragraph, each.proofs[0][1:], words)
        ]
        if found:
            return found
    return []


def _finding(paragraph: Paragraph, text: str, span: Span, rule: str, words: BackgroundWords) -> FindingDraft:
    """Return a finding; its text begins with a capital and has no full stop."""
    clean = text.strip(" ,;.—–-")
    text = clean[:1].upper() + clean[1:]
    topic = topic_of(paragraph, span, words)
    return FindingDraft(text, ((paragraph.number, *span),), f"background-{rule}", topic)


def _until(paragraph: Paragraph, first: int, limit: int, marks: frozenset[str]) -> int:
    """Return the first token from `first` on that is one of some marks, `limit` where there is none."""
    tokens = paragraph.tokens
    end = next((k for k in range(first, limit) if tokens[k].text in marks), limit)
    while end > first and tokens[end - 1].text in _MARKS:
        end -= 1
    return end


# -------------------------------------------------------------------------------------------- a series


def _launched(
    reading: Reading, paragraph: Paragraph, sentence: Span, words: BackgroundWords
) -> Iterator[FindingDraft]:
    """Yield "Launched in 2011, X is a regular meeting" and what X integrates."""
    del reading
    begin = sentence[0]
    if words.starts.at(paragraph.tokens, begin):
        yield from _with_relative(paragraph, sentence, "series", words)


def _regular(
    reading: Reading, paragraph: Paragraph, sentence: Span, words: BackgroundWords
) -> Iterator[FindingDraft]:
    """Yield "X is an annual meeting of", "X is held every year"."""
    del reading
    tokens = paragraph.tokens
    begin, end = sentence
    at = next((k for k in range(begin + 1, end) if tokens[k].low in _COPULAS), None)
    if at is None or any(token.low in AUXILIARIES for token in tokens[begin:at]):
        return
    near = {token.low for token in tokens[at + 1 : at + 6]}
    kind = {token.low for token in tokens[at + 1 : at + 9]} & words.kinds
    if (near & words.regular and kind) or ("held" in near and near & words.often):
        yield from _with_relative(paragraph, sentence, "series", words)


def _with_relative(
    paragraph: Paragraph, sentence: Span, rule: str, words: BackgroundWords
) -> Iterator[FindingDraft]:
    """Yield a sentence; a relative clause at its end becomes a sentence of its own."""
    tokens = paragraph.tokens
    begin, end = sentence
    end = _until(paragraph, begin, end, _BREAKS)
    copula = next((k for k in range(begin, end) if tokens[k].low in _COPULAS), end)
    relative = next((k for k in range(copula, end) if tokens[k].low in _RELATIVE), end)
    stop = _until(paragraph, begin, relative, frozenset())
    yield _finding(paragraph, paragraph.said(begin, stop), (begin, stop), rule, words)
    comma = next((k for k in range(begin, copula) if tokens[k].text == ","), begin - 1)
    if relative < end - 1 and copula > comma + 1:
        last = _until(paragraph, relative, end, frozenset())
        subject = paragraph.said(comma + 1, copula)
        text = f"{subject} {paragraph.said(relative + 1, last)}"
        yield _finding(paragraph, text, (comma + 1, last), "mechanism", words)


# --------------------------------------------------------------------------------------- the situation


def _situation(
    reading: Reading, paragraph: Paragraph, sentence: Span, words: BackgroundWords
) -> Iterator[FindingDraft]:
    """Yield "the first of its kind under X" and what a story "comes as"."""
    del reading
    tokens = paragraph.tokens
    begin, end = sentence
    comma = next(
        (k for k in range(begin + 1, end - 1) if tokens[k].text == "," and words.firsts.at(tokens, k + 1)),
        None,
    )
    if comma is not None:
        stop = _until(paragraph, comma + 1, end, frozenset((",", ";", "—", "–", "--")))
        text = f"{paragraph.said(begin, comma)} is {paragraph.said(comma + 1, stop)}"
        yield _finding(paragraph, text, (begin, stop), "context", words)
    at = next((k for k in range(begin, end) if tokens[k].low in _COMES), None)
    link = (
        next((k for k in range(at + 1, min(end, at + _OPENING_WORDS)) if tokens[k].low in _AS), None)
        if at
        else None
    )
    if link is not None:
        stop = _until(paragraph, link + 1, end, _BREAKS)
        if stop - link > _SHORTEST:
            yield _finding(paragraph, paragraph.said(link + 1, stop), (link + 1, stop), "context", words)


def _standing(
    reading: Reading, paragraph: Paragraph, sentence: Span, words: BackgroundWords
) -> Iterator[FindingDraft]:
    """Yield what a state has been doing: "X has been ramping up its rhetoric"."""
    tokens = paragraph.tokens
    begin, end = sentence
    actor = next(
        (a for a in reading.actors[paragraph.number - 1] if a.first == begin and a.kind == "party"), None
    )
    if actor is None or any(c.sentence == sentence for c in reading.clauses_in(paragraph.number)):
        return
    at = actor.end
    if (
        at + 1 < end
        and tokens[at].low in HAVE
        and (tokens[at + 1].low == "been" or tokens[at + 1].low.endswith("ed"))
    ):
        stop = _until(paragraph, begin, end, _BREAKS)
        yield _finding(paragraph, paragraph.said(begin, stop), (begin, stop), "context", words)


# ------------------------------------------------------------------------------------ what came before


def _earlier(
    reading: Reading, paragraph: Paragraph, sentence: Span, words: BackgroundWords
) -> Iterator[FindingDraft]:
    """Yield what was settled, or happened, well before."""
    for span in _clauses(paragraph, sentence):
        if not _is_long_ago(reading, paragraph, span) or not _is_told_as_past(paragraph, span):
            continue
        outcome = any(token.low in words.outcomes for token in paragraph.tokens[slice(*span)])
        yield _finding(paragraph, paragraph.said(*span), span, "outcome" if outcome else "history", words)


def _clauses(paragraph: Paragraph, sentence: Span) -> Iterator[Span]:
    """Yield the parts of a sentence between semicolons and dashes."""
    begin, end = sentence
    while begin < end:
        stop = next((k for k in range(begin, end) if paragraph.tokens[k].text in _BREAKS), end)
        last = _until(paragraph, begin, stop, frozenset())
        if last - begin >= _SHORTEST:
            yield begin, last
        begin = stop + 1


def _is_long_ago(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    """Tell whether the dates of a clause all lie well before the article."""
    tokens = paragraph.tokens
    start, end = tokens[span[0]].start, tokens[span[1] - 1].end
    lows = {token.low for token in tokens[slice(*span)]}
    told = reading.dates[paragraph.number - 1]
    if lows & _BACK:
        told = dates_in(paragraph.text, reading.anchor, lambda _: False)
    days = [last_day(each) for each in told if start <= each.start < end and each.edtf]
    return bool(days) and all(day is not None and day <= reading.anchor - _LONG_AGO for day in days)


def _is_told_as_past(paragraph: Paragraph, span: Span) -> bool:
    """Tell whether a clause has a verb of the past that is its own."""
    tokens = paragraph.tokens[slice(*span)]
    for n, token in enumerate(tokens[1:], 1):
        before = tokens[n - 1].low
        if token.low in ("was", "were", "had") or (token.low in ("has", "have")):
            return True
        if token.low.endswith("ed") and not (
            before in DETERMINERS or before in BE or before == "-" or is_adverb(before)
        ):
            return True
    return False


# ----------------------------------------------------------------------------------------- definitions


def _defined(
    reading: Reading, paragraph: Paragraph, sentence: Span, words: BackgroundWords
) -> Iterator[FindingDraft]:
    """Yield "the X Dialogue, an annual security forum," as what X is."""
    del reading
    tokens = paragraph.tokens
    begin, end = sentence
    for k in range(begin + 1, end - 2):
        if tokens[k].text != "," or tokens[k + 1].low not in ("a", "an") or not tokens[k - 1].is_capital:
            continue
        stop = _until(paragraph, k + 1, end, _MARKS)
        first = _name_start(paragraph, k, begin)
        if _names_a_kind(tokens[k + 1 : stop], words) and k - first > 1:
            text = f"{paragraph.said(first, k)} is {paragraph.said(k + 1, stop)}"
            yield _finding(paragraph, text, (first, stop), "definition", words)


def _name_start(paragraph: Paragraph, end: int, begin: int) -> int:
    tokens = paragraph.tokens
    first = end
    while first > begin and (
        tokens[first - 1].is_capital
        or tokens[first - 1].text in "-'’()"
        or tokens[first - 1].low in ("of", "'s")
    ):
        first -= 1
    return first


def _names_a_kind(tokens: Sequence[Token], words: BackgroundWords) -> bool:
    return any(token.low in words.kinds for token in tokens)
