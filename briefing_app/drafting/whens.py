"""Dates as the grammar reads them, as dates of the format."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from briefing_app.model.items import When

if TYPE_CHECKING:
    from datetime import date

    from briefing_app.drafting.dates import Dated


@overload
def when_of(dated: Dated, anchor: date) -> When: ...
@overload
def when_of(dated: Dated | None, anchor: date) -> When | None: ...
def when_of(dated: Dated | None, anchor: date) -> When | None:
    """Return a date with its words, and with the day that they were read from where they need one."""
    if dated is None:
        return None
    return When(edtf=dated.edtf, phrase=dated.phrase, anchor=anchor.isoformat() if dated.relative else None)
