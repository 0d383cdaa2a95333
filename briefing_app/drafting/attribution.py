"""Who reports a commitment, and the few words that a source prints in quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import SAYING
from briefing_app.drafting.patterns import Pattern

if TYPE_CHECKING:
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.reading import Reading

_QUOTED = Pattern(r"[\"“]([^\"“”]{3,80})[\"”]")
_MOST_WORDS = 8
_REPORTING = frozenset(("office", "document"))


def attribution_of(reading: Reading, number: int, first: int) -> str | None:
    """Return who reports what stands in a sentence: "defense ministry, joint release".

    Args:
        reading: what was read.
        number: the paragraph.
        first: a token of the sentence.
    """
    paragraph = reading.paragraph(number)
    tokens = paragraph.tokens
    begin, end = next(span for span in paragraph.sentences if span[0] <= first < span[1])
    for actor in reading.actors[number - 1]:
        if actor.kind not in _REPORTING or not begin <= actor.first < end:
            continue
        before = [token.low for token in tokens[max(begin, actor.first - 2) : actor.first]]
        after = tokens[actor.end].low if actor.end < end else ""
        if after in SAYING or before == ["according", "to"]:
            where = _paper_after(paragraph, actor.end, end)
            said = _bare(paragraph.said(actor.first, actor.end))
            return f"{said}, {where}" if where else said
    return None


def _paper_after(paragraph: Paragraph, first: int, end: int) -> str:
    """Return the paper of "said in a joint release"."""
    tokens = paragraph.tokens
    for i in range(first, min(first + 3, end)):
        if tokens[i].low == "in" and i + 1 < end and tokens[i + 1].low in ("a", "the", "its"):
            stop = i + 2
            while (
                stop < end
                and tokens[stop].is_word
                and stop - i < _MOST_WORDS
                and tokens[stop].low not in SAYING
            ):
                stop += 1
            return paragraph.said(i + 2, stop)
    return ""


def _bare(text: str) -> str:
    return re.sub(r"^(?:the|its|their|a)\s", "", text, flags=re.IGNORECASE)


def quote_of(text: str) -> str | None:
    """Return the few words that a stretch of text has in quotation marks, None where it has none or many."""
    found = [match[1].strip(" ,.") for match in _QUOTED.finditer(text)]
    short = [words for words in found if words and len(words.split()) <= _MOST_WORDS]
    return short[0] if short else None
