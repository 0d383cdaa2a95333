"""Which dates can be those of a meeting that an article reports."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from briefing_app.model import dates

if TYPE_CHECKING:
    from datetime import date

_RECENT = timedelta(days=21)


def is_before(anchor: date, value: str) -> bool:
    """Tell whether a date lies before those weeks.

    Args:
        anchor: the day of publication.
        value: the date, as EDTF.
    """
    last = dates.parse(value).latest
    return bool(last and last < anchor - _RECENT)


def is_recent(anchor: date, value: str) -> bool:
    """Tell whether a date lies in the weeks before the day of publication.

    Args:
        anchor: that day.
        value: the date, as EDTF.
    """
    parsed = dates.parse(value)
    first, last = parsed.earliest, parsed.latest
    return bool(first and last and first <= anchor and last >= anchor - _RECENT and last - first < _RECENT)
