"""Reads dates as the tests of dates write them down."""

from __future__ import annotations

from datetime import date

from briefing_app.drafting.dates import dates_in

FRIDAY = date(2021, 5, 14)
AHEAD = {"+": True, "-": False, "?": None}


def marks(relative: bool, doubtful: bool, earliest: bool) -> str:  # noqa: FBT001 flags as they are
    return "r" * relative + "d" * doubtful + "e" * earliest


def read(text: str, ahead: str, anchor: date = FRIDAY) -> list[tuple[str, str, str]]:
    found = dates_in(text, anchor, lambda _: AHEAD[ahead])
    assert all(each.phrase == text[each.start : each.end] for each in found)
    return [
        (each.phrase, each.edtf or "-", marks(each.relative, each.doubtful, each.earliest_only))
        for each in found
    ]
