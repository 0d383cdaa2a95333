"""The few phrases of a source that give a date beyond doubt once their anchor is known."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from briefing_app.model.dates import DateError, parse, parse_day

if TYPE_CHECKING:
    from datetime import date

_PHRASE = re.compile(
    r"(?:(as early as|no earlier than|by|no later than|until) )?"
    r"(?:(?:the )?(next|this|last) (month|year)|(today|yesterday|tomorrow))"
)
_FORMS = {"as": "[{}..]", "no earlier": "[{}..]", "by": "[..{}]", "no later": "[..{}]", "until": "../{}"}
_STEPS = {"last": -1, "this": 0, "next": 1, "yesterday": -1, "today": 0, "tomorrow": 1}


def read_phrase(phrase: str, anchor: str) -> str:
    """Return the date that a phrase gives, empty where it is not certain.

    Args:
        phrase: the source's own words.
        anchor: the day that they were read from, empty for none.
    """
    try:
        parse(phrase)
    except DateError as error:
        if use := error.values.get("use"):
            return str(use)  # it names its year itself
    try:
        day = parse_day(anchor)
    except DateError:
        return ""
    found = _PHRASE.fullmatch(" ".join(phrase.casefold().split()))
    try:
        return parse(_told(day, *found.groups())).text if found else ""
    except (DateError, OverflowError):  # the day is the first or the last that there is
        return ""


def _told(day: date, limit: str | None, which: str | None, unit: str | None, near: str | None) -> str:
    if near:
        date_ = (day + timedelta(days=_STEPS[near])).isoformat()
    elif unit == "year":
        date_ = f"{day.year + _STEPS[which or 'this']:04}"
    else:
        year, month = divmod(day.year * 12 + day.month - 1 + _STEPS[which or "this"], 12)
        date_ = f"{year:04}-{month + 1:02}"
    if not limit:
        return date_
    form = next(form for start, form in _FORMS.items() if limit.startswith(start))
    return form.format(date_)
