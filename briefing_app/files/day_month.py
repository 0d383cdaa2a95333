"""Dates in figures that two usages read as two days: 04/09/2026 is 4 September, in few states 9 April.

Nothing is taken for granted: a weekday, another date of the page, or the usage of those who wrote it decides.
What is left open here, `workflow.day_usage` decides where the lexicon knows a state.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from briefing_app.files.stamps import Stamp, stamps_in

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEAR = 3  # days between the dates of one page
_BEFORE = 7  # days between what a text reports of and its publication
_MONTHS = 12
_SEEN = 20_000
_FIGURES = re.compile(r"\b(\d{1,2})[-/](\d{1,2})[-/]\d{4}\b")
_I = re.IGNORECASE
# Where the month is printed first: the United States, and the states whose usage comes from there.
_MONTH_FIRST = re.compile(
    r"\b(?:U\.S\.|US|USA|United States|American|Pentagon|Philippines?|Palau|Micronesia|Marshall Islands"
    r"|Washington|Manila)(?!\w)"
)
_BRITISH = re.compile(
    r"\b(?:defence|programmes?|centres?|labour|harbours?|neighbour\w*|favour\w*|honour\w*|behaviour"
    r"|(?:organ|final|recogn|modern|mechan|emphas|mobil|harmon|util)is(?:e|es|ed|ing|ation)|metres|kilometres)\b",
    _I,
)
_AMERICAN = re.compile(
    r"\b(?:defense|centers?|labor|neighbor\w*|favor\w*|honor\w*|behavior"
    r"|(?:organ|final|recogn|modern|mechan|emphas|mobil|harmon|util)iz(?:e|es|ed|ing|ation)|meters|kilometers)\b",
    _I,
)


def settled(
    stamp: Stamp, others: Iterable[Stamp], by: Iterable[str | None], text: str, around: Iterable[str] = ()
) -> Stamp:
    """Return a date in figures as it is to be read; it still swaps where nothing decides between two days.

    Args:
        stamp: of the page; one that has but one reading is returned as it is.
        others: all dates of the page.
        by: who published it.
        text: of the page, whose spelling tells where it was written.
        around: the lines around it.
    """
    if not stamp.swaps:
        return stamp
    both = stamp.readings()
    sure = [each for each in others if not each.swaps]
    told = [each for each in stamps_in(text) if not each.swaps]
    habit = _habit((text, *around))
    shown = (
        [_day(each).weekday() == stamp.weekday for each in both],
        [any(_are_near(each, other, _NEAR) for other in sure) for each in both],
        [any(_are_near(each, other, 0) for other in told) for each in both],
        [habit == "day", habit == "month"],
    )
    for day, month in shown:
        if day != month:
            return both[0] if day else both[1]
    if any(_MONTH_FIRST.search(name) for name in by if name):
        return replace(both[1], usage=True)
    british, american = len(_BRITISH.findall(text)), len(_AMERICAN.findall(text))
    return replace(both[0], usage=True) if british > american else stamp


def exchanged(day: date) -> date:
    """Return the other day that figures may be which are read as `day`."""
    return date(day.year, day.day, day.month)


def _habit(texts: Iterable[str]) -> str:
    """Return what stands first in the dates in figures of a page of which one figure can be no month."""
    stamps = [found for text in texts for found in _FIGURES.finditer(text[:_SEEN])]
    day = any(int(found[1]) > _MONTHS >= int(found[2]) for found in stamps)
    month = any(int(found[2]) > _MONTHS >= int(found[1]) for found in stamps)
    return "" if day == month else "day" if day else "month"


def _are_near(stamp: Stamp, other: Stamp, after: int) -> bool:
    """Tell whether another date is at most a few days before a date, and so many after it.

    What a text reports of (`after` is 0) may be a week old; a weekday beside it has to be its own.
    """
    try:
        there = date(other.year or stamp.year or 0, other.month, other.day)
    except ValueError:
        return False
    if other.weekday not in {None, there.weekday()}:
        return False
    return -after <= (_day(stamp) - there).days <= (after or _BEFORE)


def _day(stamp: Stamp) -> date:
    return date(stamp.year or 0, stamp.month, stamp.day)
