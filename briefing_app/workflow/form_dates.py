"""Dates as they are typed in a form: the words of a source, or EDTF, and which way they are read."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from briefing_app.model import dates
from briefing_app.model.date_words import day_in_words, in_words, meaning, published_in_words
from briefing_app.model.items import When
from briefing_app.model.meetings import Event, Meeting
from briefing_app.model.opcon import Stage, Transfer
from briefing_app.words import tr
from briefing_app.workflow.fields import value_of
from briefing_app.workflow.typed import Typed, wrong

if TYPE_CHECKING:
    from briefing_app.model.record import Record
    from briefing_app.workflow.fields import Field

# What may stand around a date that is typed alone and is no part of it.
_AROUND = re.compile(r"(?:in|on|for|of|at|from|during|the)?", re.IGNORECASE)
_ABOUT = re.compile(r"(?:about|around|approximately|roughly|circa|c\.)", re.IGNORECASE)
_ANY_DAY = date(2000, 1, 1)  # for words that mean the same whenever they are read
_CAME = ("rehearsed", "assessed", "verified")  # of a stage: what took place


def is_ahead(record: Record, name: str, state: str | None = None) -> bool | None:
    """Tell whether a date of a record speaks of what is to come; None where it may be either.

    As a clause of an article has its tense, so has a field: what a briefing is about took place, a meeting
    that was not held is to come, and so is a stage until it is reached.

    Args:
        record: what holds the date; a new one may lack every field.
        name: the field of the date.
        state: of the outcome of a meeting or of a stage as it is chosen now; None for that of the record.
    """
    if isinstance(record, Event):
        return False
    if isinstance(record, Meeting):
        now = value_of(record, "outcome.state") if state is None else state
        return name == "outcome.when" or now != "held"
    if isinstance(record, Stage):
        now = value_of(record, "state") if state is None else state
        return now not in ((*_CAME, "delayed") if name == "due" else _CAME)
    return name != "due" if isinstance(record, Transfer) else None


# A day and a month and no more, or figures in the order of a date: it is meant as a day of the calendar.
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?)?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_LOOKS_LIKE_A_DAY = re.compile(
    rf"(?:{_DAY}\s+{_MONTH}|{_MONTH}\s+{_DAY})(?:,?\s+\d{{2,4}})?|\d{{1,4}}([./-])\d{{1,2}}\1\d{{1,4}}",
    re.IGNORECASE,
)


def read_date(phrase: str, edtf: str, anchor: str, *, ahead: bool | None = None) -> Typed:
    """Return the date that a phrase of the source gives, or that was typed in EDTF beside it.

    Args:
        phrase: the words as printed, such as "as early as next month"; empty where there are none.
        edtf: the date in the EDTF profile where the phrase is not to be read by itself, else empty.
        anchor: the day that the phrase is read from.
        ahead: whether it speaks of what is to come from there, see `is_ahead`.

    Returns:
        A When with what it became in words, and its bounds; no value where both are empty.
    """
    words, exact = " ".join(phrase.split()), edtf.strip()
    if not words and not exact:
        return Typed()
    day = _day_of(anchor)
    if exact:
        try:
            found = dates.parse(exact)
        except dates.DateError as error:
            return wrong(error.code, **error.values)
        again = _dated(words, day, ahead)
        needs = again is not None and again.text == found.text and _is_relative(words, day, ahead)
        when = When(edtf=found.text, phrase=words or in_words(found), anchor=anchor if needs else None)
        return Typed(when, date_told(found))
    read = _dated(words, day, ahead)
    if read is not None and read.text == words:
        return Typed(When(edtf=words, phrase=in_words(read)), date_told(read))
    if read is None and _LOOKS_LIKE_A_DAY.fullmatch(words):
        return wrong("field-date", value=words)
    if read is None:
        told = tr("not read as a date: only the words are kept")
        return Typed(When(phrase=words), told)
    when = When(edtf=read.text, phrase=words, anchor=anchor if _is_relative(words, day, ahead) else None)
    return Typed(when, date_told(read))


def date_told(edtf: dates.Edtf) -> str:
    """Return a date in words, what it means, and its first and last day."""
    first = day_in_words(edtf.earliest) if edtf.earliest else ""
    last = day_in_words(edtf.latest) if edtf.latest else ""
    parts = [in_words(edtf), meaning(edtf)]
    if first and last and first != last:
        parts.append(tr("{first} to {last}", first=first, last=last))
    elif first != last:
        parts.append(tr("from {day}", day=first) if first else tr("to {day}", day=last))
    return " · ".join(parts)


def date_text_of(record: Record, field: Field) -> str:
    """Return a date as it is printed, with what it was read as where that says more; empty for none."""
    value = value_of(record, field.name)
    if not isinstance(value, When):
        return ""
    alone = _dated(value.phrase, _ANY_DAY, None) if value.edtf and not value.anchor else None
    if not value.edtf or (alone is not None and alone.text == value.edtf):
        return value.phrase
    return f"{value.phrase} · {in_words(dates.parse(value.edtf))}"


@cache
def load_dates() -> None:
    """Make what dates are read with ahead of the first one, which takes longer than a frame."""
    _dated("1 May", _ANY_DAY, None)


def read_day(text: str, anchor: str, *, ahead: bool | None = None) -> Typed:
    """Return the one day that typed words give, ISO 8601: "14 May 2021", "May 14", "yesterday".

    Args:
        text: what was typed.
        anchor: the day that it is read from.
        ahead: whether it speaks of what is to come from there.
    """
    try:
        return Typed(text, day_in_words(dates.parse_day(text)))
    except dates.DateError:
        found = _dated(text, _day_of(anchor), ahead)
    if found is not None and found.shape == "day" and found.earliest:
        return Typed(found.earliest.isoformat(), day_in_words(found.earliest))
    return wrong("day-form", value=text)


def read_published(text: str, anchor: str) -> Typed:
    """Return when a source appeared: ISO 8601, with or without a time, or a day as it is printed.

    Args:
        text: what was typed.
        anchor: the day that is not to be passed; what is said without a year lies before it.
    """
    try:
        dates.parse_published(text)
    except dates.DateError as error:
        found = read_day(text, anchor, ahead=False)
        if found.problem is None:
            return found
        known = error.code in ("published-time", "published-zone")
        return wrong(error.code if known else "published-typed", **error.values)
    return Typed(text, published_in_words(text))


def _day_of(text: str) -> date:
    return dates.parse_day(text)


def _is_relative(words: str, anchor: date, ahead: bool | None) -> bool:  # noqa: FBT001 as in `read_date`
    """Tell whether a phrase means another date when it is read from another year."""
    later = anchor.replace(year=anchor.year + 1, day=min(anchor.day, 28))
    one, other = _dated(words, anchor, ahead), _dated(words, later, ahead)
    return one is not None and (other is None or one.text != other.text)


def _dated(words: str, anchor: date, ahead: bool | None) -> dates.Edtf | None:  # noqa: FBT001 as in `read_date`
    """Return the one date that words give, None where they give none or more than a date."""
    try:
        return dates.parse(words)
    except dates.DateError:
        pass
    from briefing_app.drafting.dates import dates_in  # with its patterns, which no other edit needs

    for before_it in ("", "in ", "on "):
        text = before_it + words
        found = dates_in(text, anchor, lambda _at: ahead)
        if len(found) == 1 and found[0].edtf and not text[found[0].end :].strip(" .,"):
            before = text[: found[0].start].removeprefix(before_it).strip()
            if _AROUND.fullmatch(before):
                return dates.parse(found[0].edtf)
            if _ABOUT.fullmatch(before):
                return _approximate(found[0].edtf)
    return None


def _approximate(edtf: str) -> dates.Edtf | None:
    """Return a date as an approximate one, None for a set or an interval."""
    single = edtf.replace("-", "").isalnum() and not edtf.endswith(("~", "?", "%"))
    return dates.parse(f"{edtf}~") if single else None
