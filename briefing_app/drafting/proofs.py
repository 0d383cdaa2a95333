"""From words that prove something to the passages of the format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.passages import PassageError, passage_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.drafting.reading import Reading
    from briefing_app.model.evidence import Passage

Proof = tuple[int, int, int]
_EDGE = "\"“”'‘’,.;:()[]—–-…!? "


def passages_of(reading: Reading, proofs: Iterable[Proof], source: str) -> tuple[Passage, ...]:
    """Return the passages for spans of tokens; a span that no few words point to is left out.

    Args:
        reading: what was read.
        proofs: paragraph (from 1), first token, and the token after the last.
        source: id of the source.
    """
    found: list[Passage] = []
    texts = [paragraph.text for paragraph in reading.paragraphs]
    for number, first, end in dict.fromkeys(proofs):
        paragraph = reading.paragraph(number)
        start, stop = paragraph.tokens[first].start, paragraph.tokens[end - 1].end
        while start < stop and paragraph.text[start] in _EDGE:
            start += 1
        while stop > start and paragraph.text[stop - 1] in _EDGE and not _closes(paragraph.text, start, stop):
            stop -= 1
        try:
            found.append(passage_for(texts, number, start, stop, source=source))
        except PassageError:
            continue
    return tuple(found)


def _closes(text: str, start: int, stop: int) -> bool:
    """Tell whether the last character belongs to the words before it: "(FOC)", "U.S."."""
    inner = text[start:stop]
    if inner.endswith(")"):
        return inner.count("(") == inner.count(")")
    return inner.endswith(".") and "." in inner[-4:-1]
