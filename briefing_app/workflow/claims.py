"""What an item says in numbers and dates, held against the words of its passages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing_app.model.agreements import Agreement
from briefing_app.model.date_words import day_in_words, in_words
from briefing_app.model.dates import parse, parse_day
from briefing_app.model.evidence import fold
from briefing_app.model.items import BottomLine, Finding, When
from briefing_app.model.markup import plain_text, rich_text
from briefing_app.model.meetings import Meeting
from briefing_app.model.sources import Difference
from briefing_app.words import tr
from briefing_app.workflow.fields import value_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing_app.model.dates import Edtf
    from briefing_app.model.items import Item

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_OWN_WORDS = ("name", "role", "title", "reason", "note", "text", "about")


class Check(NamedTuple):
    """One thing that speaks for or against an item, or only explains it."""

    kind: Literal["holds", "explains", "fails"]
    words: str


def added(
    item: Item, words: Sequence[str], texts: Mapping[str, Sequence[str]], as_of: str
) -> Iterator[Check]:
    """Yield whether an item has a number or a date that its passages lack.

    Args:
        item: the item.
        words: those of its passages.
        texts: the paragraphs of the sources that are at hand.
        as_of: the day that words of dates are read from where they name none.
    """
    proved = " ".join(words)
    said, whens = " ".join(_claims(item)), tuple(when for _, when in _dates(item))
    if not said and not whens:
        return
    numbers, names = set(_NUMBER.findall(proved)), set(_MONTH.findall(proved))
    new = [each for each in _NUMBER.findall(said) if each not in numbers]
    new += [each for each in _MONTH.findall(said) if each not in names]
    against = [
        check
        for name, when in _dates(item)
        for check in _against(when, _ways(item, name), proved, texts, as_of)
    ]
    if new:
        told = ", ".join(f"“{each}”" for each in dict.fromkeys(new))
        yield Check("fails", tr("Not in the passage: {words}.", words=told))
    elif not against:
        yield Check("holds", tr("No date or number was added."))
    yield from against
    for when in whens:
        if when.edtf and when.anchor:  # the year, or more, is not in the source but concluded
            day, date = day_in_words(parse_day(when.anchor)), in_words(parse(when.edtf))
            told = tr("“{phrase}” was read from {day}: {date}.", phrase=when.phrase, day=day, date=date)
            yield Check("explains", told)


def _claims(item: Item) -> Iterator[str]:
    """Yield the texts of an item that are its own words; those of a date are the source's."""
    if isinstance(item, Agreement):
        yield plain_text(rich_text(item.statement))
    elif isinstance(item, BottomLine | Finding):
        yield plain_text(rich_text(item.text))
    else:
        for name in _OWN_WORDS:
            if isinstance(value := getattr(item, name, None), str):
                yield value
    if isinstance(item, Meeting) and item.outcome and item.outcome.note:
        yield item.outcome.note
    if isinstance(item, Difference):
        yield from (each.value for each in item.readings)


def _dates(item: Item) -> Iterator[tuple[str, When]]:
    for name in ("when", "due", "outcome.when"):
        if isinstance(value := value_of(item, name), When):
            yield name, value


def _ways(item: Item, name: str) -> tuple[bool | None, ...]:
    """Return the ways in which a date can be read: of a meeting that was held, it may have been to come."""
    from briefing_app.workflow.form_dates import is_ahead  # with patterns that no list needs

    held = isinstance(item, Meeting) and item.outcome is not None
    return (True, False) if held else (is_ahead(item, name),)


def _against(
    when: When,
    ways: Sequence[bool | None],
    proved: str,
    texts: Mapping[str, Sequence[str]],
    as_of: str,
) -> Iterator[Check]:
    """Yield what speaks against a date: its words stand elsewhere or nowhere, or mean another date."""
    phrase = fold(when.phrase)
    if phrase not in proved and (there := _places(phrase, texts)):
        told = tr("The words “{phrase}” of its date stand elsewhere: {there}.", phrase=phrase, there=there)
        yield Check("explains", told)
    elif phrase not in proved:
        yield Check("fails", tr("The words “{phrase}” of its date stand in no source.", phrase=phrase))
    other = _read_otherwise(when, ways, as_of)
    if other and when.edtf:
        read, held = in_words(parse(other)), in_words(parse(when.edtf))
        told = tr("“{phrase}” alone reads as {read}, not {held}.", phrase=phrase, read=read, held=held)
        # What was read from a day may rest on words around it: "Friday next week".
        yield Check("explains" if when.anchor else "fails", told)


def _places(phrase: str, texts: Mapping[str, Sequence[str]]) -> str:
    """Return where words stand: "¶9", or "2 ¶9" where there are several sources."""
    return ", ".join(
        f"{n}\u00a0¶{at}" if len(texts) > 1 else f"¶{at}"
        for n, text in enumerate(texts.values(), 1)
        for at, paragraph in enumerate(text, 1)
        if phrase in fold(paragraph)
    )


def _read_otherwise(when: When, ways: Sequence[bool | None], as_of: str) -> str:
    """Return what the words of a date mean by themselves, where that excludes what was made of them."""
    if not when.edtf:
        return ""
    from briefing_app.workflow.form_dates import read_date  # with patterns that no list needs

    held, other = parse(when.edtf), ""
    for ahead in ways:
        read = read_date(when.phrase, "", when.anchor or as_of, ahead=ahead).value
        if not isinstance(read, When) or not read.edtf or not _excludes(parse(read.edtf), held):
            return ""
        other = other or read.edtf
    return other


def _excludes(one: Edtf, other: Edtf) -> bool:
    """Tell whether no day is in both of two dates."""
    return bool(
        (one.latest and other.earliest and one.latest < other.earliest)
        or (other.latest and one.earliest and other.latest < one.earliest)
    )
