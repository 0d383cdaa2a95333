"""Dates in figures that two usages read as two days: 04/09/2026 is 4 September, in few states 9 April.

Nothing is taken for granted: a weekday, another date of the page, or the usage of those who wrote it decides.
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
_I = re.IGNORECASE
# Where the month is printed first: the United States, and the states whose usage comes from there.
_MONTH_FIRST = re.compile(
    r"\b(?:U\.S\.|US|USA|United States|American|Pentagon|Philippines?|Palau|Micronesia|Marshall Islands"
    r"|Washington|Manila|Arlington)(?!\w)"
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


def settled(stamp: Stamp, others: Iterable[Stamp], by: Iterable[str | None], text: str) -> Stamp | None:
    """Return a date in figures as it is to be read, None where nothing decides between two days.

    Args:
        stamp: of the page; one that has but one reading is returned as it is.
        others: all dates of the page.
        by: who published it, and the place that it is from.
        text: of the page, whose spelling tells where it was written.
    """
    if not stamp.swaps:
        return stamp
    both = (stamp, replace(stamp, month=stamp.day, day=stamp.month))
    sure = [each for each in others if not each.swaps]
    beside = [each for each in both if any(_are_near(each, other) for other in sure)]
    fitting = [each for each in both if _day(each).weekday() == stamp.weekday]
    for found in (fitting, beside):
        if len(found) == 1:
            return replace(found[0], swaps=False)
    if any(_MONTH_FIRST.search(name) for name in by if name):
        return both[1]
    british, american = len(_BRITISH.findall(text)), len(_AMERICAN.findall(text))
    return both[0] if british > american else None


def other_reading(words: str, day: date) -> date | None:
    """Return the other day that a printed date may be, None where there is none, or a weekday tells."""
    found = stamps_in(words)
    if not found or not found[0].swaps or found[0].weekday is not None:
        return None
    return date(day.year, day.day, day.month)


def _are_near(stamp: Stamp, other: Stamp) -> bool:
    try:
        there = date(other.year or stamp.year or 0, other.month, other.day)
    except ValueError:
        return False
    return abs((_day(stamp) - there).days) <= _NEAR


def _day(stamp: Stamp) -> date:
    return date(stamp.year or 0, stamp.month, stamp.day)
