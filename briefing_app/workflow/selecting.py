"""Words that a person selected in the text of a source, as a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.passages import PassageError, is_edge, passage_for
from briefing_app.model.evidence import Passage, fold
from briefing_app.model.problems import BriefingError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence


def passage_at(paragraphs: Sequence[str], paragraph: int, start: int, end: int, *, source: str) -> Passage:
    """Return the passage of selected words, made up to whole words.

    Args:
        paragraphs: the body of the source.
        paragraph: 1-based.
        start: first code point of the selection in the paragraph as it stands.
        end: the one after its last.
        source: id of the source.

    Raises:
        BriefingError: `selection-empty`, or `selection-unclear` where no few words point to it alone.
    """
    text = paragraphs[paragraph - 1]
    first = end - len(text[start:end].lstrip())
    last = start + len(text[start:end].rstrip())
    if first >= last:
        raise BriefingError(Problem("selection-empty"))
    while first > 0 and not is_edge(text, first):
        first -= 1
    while last < len(text) and not is_edge(text, last):
        last += 1
    chosen = fold(text[first:last])
    at = fold(text).find(chosen, len(fold(text[:first])))
    try:
        return passage_for(paragraphs, paragraph, at, at + len(chosen), source=source)
    except PassageError as error:
        raise BriefingError(Problem("selection-unclear", values={"value": chosen[:60]})) from error
