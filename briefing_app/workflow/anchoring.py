"""Passages whose words moved, were changed or are gone: what is offered in their place, by decision alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.drafting.passages import PassageError, locate, passage_for
from briefing_app.model.evidence import fold
from briefing_app.model.meetings import Meeting
from briefing_app.model.sources import Difference
from briefing_app.words import tr
from briefing_app.workflow.editing import Line, item_of, put

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefing_app.drafting.passages import Located
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage
    from briefing_app.workflow.editing import Edited

_WORD = re.compile(r"\S+")
_ALIKE, _END_ALIKE = 0.75, 0.6  # of the first and of the last words of a passage
_LONGEST = 80  # words of a passage that is looked for
_HERE = 0.05  # by which words in the paragraph that was cited are likelier
_AFTER = ".,;:!?"


class _Words(NamedTuple):
    """Words in a row of a paragraph, and how like they are to those that are looked for."""

    likeness: float
    start: int
    end: int


def nearest(passage: Passage, found: Mapping[Passage, Located], text: Sequence[str]) -> Passage | None:
    """Return the passage that points to where the words of another one stand now, None for none.

    Of words that are nowhere it is the stretch that begins and ends most like them. Nothing is anchored by
    it: a person is offered it.

    Args:
        passage: one that moved, was changed or is missing.
        found: where the passages stand.
        text: the paragraphs of its source.
    """
    there = found.get(passage)
    if there is None:
        return None
    if there.state == "missing":
        return _likest(passage, text)
    if there.paragraph is None or there.state not in ("moved", "changed"):
        return None
    return _made(passage, text, there.paragraph, there.start, there.end)


def words_at(passage: Passage, text: Sequence[str]) -> str:
    """Return the words that a passage points to in a text, empty where they are not there."""
    there = locate(passage, text)
    return fold(text[there.paragraph - 1])[there.start : there.end] if there.paragraph else ""


def _made(passage: Passage, text: Sequence[str], paragraph: int, start: int, end: int) -> Passage | None:
    try:
        return passage_for(text, paragraph, start, end, source=passage.source)
    except PassageError:
        return None


def _likest(passage: Passage, text: Sequence[str]) -> Passage | None:
    """Return the stretch of a text that begins and ends most like a passage, None where none is alike."""
    best, at = _Words(0, 0, 0), 0
    for n, each in enumerate(text, 1):
        here = _stretch(passage, fold(each))
        if here is not None and n == passage.paragraph:
            here = here._replace(likeness=here.likeness + _HERE)
        if here is not None and here.likeness > best.likeness:
            best, at = here, n
    return _made(passage, text, at, best.start, best.end) if at else None


def _stretch(passage: Passage, paragraph: str) -> _Words | None:
    first = _closest(fold(passage.start), paragraph, _ALIKE)
    if first is None or not passage.end:
        return first
    rest = paragraph[first.start :]
    last = _closest(fold(passage.end), rest, _END_ALIKE)
    if last is None:
        return None
    likeness = (first.likeness + last.likeness) / 2
    return _Words(likeness, first.start, first.start + last.end)


def _closest(wanted: str, paragraph: str, least: float) -> _Words | None:
    """Return the words of a paragraph that are most like some, None where none are as like as that."""
    from rapidfuzz.distance import Indel

    words = [match.span() for match in _WORD.finditer(paragraph)][: _LONGEST * 4]
    count, bare, best = len(wanted.split()), wanted.rstrip(_AFTER), None
    for size in range(max(1, count - 1), count + 2):  # a word may have come or gone
        for n in range(len(words) - size + 1):
            start, end = words[n][0], words[n + size - 1][1]
            here = paragraph[start:end].rstrip(_AFTER)
            likeness = Indel.normalized_similarity(bare, here, score_cutoff=least)
            if likeness >= least and (best is None or likeness > best.likeness):
                best = _Words(likeness, start, start + len(here))
    return best


def anchored(briefing: Briefing, name: str, passage: Passage, new: Passage) -> Edited:
    """Let another passage stand in the place of one, wherever in an item that proves something.

    Raises:
        KeyError: there is no such item.
    """
    after, changes = _with(briefing, name, lambda there: tuple(new if p == passage else p for p in there))
    return after, changes._replace(step=tr("anchor passage anew")) if changes.step else changes


def without_passage(briefing: Briefing, name: str, passage: Passage) -> Edited:
    """Take a passage away from an item, wherever in it that proves something.

    Raises:
        BriefingError: it is the only one of a reading.
        KeyError: there is no such item.
    """
    after, changes = _with(briefing, name, lambda there: tuple(p for p in there if p != passage))
    return after, changes._replace(step=tr("remove passage")) if changes.step else changes


def _with(
    briefing: Briefing, name: str, turn: Callable[[tuple[Passage, ...]], tuple[Passage, ...]]
) -> Edited:
    """Return a briefing in which all lists of passages of an item are turned into others."""
    item = item_of(briefing, name)
    values: dict[str, object] = {}
    if isinstance(item, Difference):
        values["readings"] = tuple(Line(each.value, turn(each.evidence)) for each in item.readings)
    else:
        values["evidence"] = turn(item.evidence)
    if isinstance(item, Meeting) and item.outcome is not None:
        values["outcome.evidence"] = turn(item.outcome.evidence)
    return put(briefing, name, values)
