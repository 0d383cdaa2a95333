"""Stories that happened at another time: every date moves alike, weekdays stay true."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from tests.corpus.rewriting import everything, rewritten
from tests.corpus.variations import Variation, names_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.corpus.stories import Story

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = {"Jan": 1, "Feb": 2, "Aug": 8, "Sept": 9, "Oct": 10, "Nov": 11, "Dec": 12}
_NUMBER = {name: number for number, name in enumerate(_MONTHS, 1)} | _SHORT
_MONTH = rf"(?P<month>{'|'.join(sorted(_NUMBER, key=len, reverse=True))})(?P<dot>\.?)"
_JOIN = r"(?: and |-|–| to )"
_OF_YEAR = r"(?P<year>,? (?:19|20)\d\d)?"
_DAY_FIRST = re.compile(
    rf"\b(?:(?P<from>\d{{1,2}})(?P<join>{_JOIN}))?(?P<day>\d{{1,2}}) {_MONTH}(?! \d\b){_OF_YEAR}\b"
)
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:(?P<join>{_JOIN})(?P<to>\d{{1,2}}))?\b{_OF_YEAR}(?!\d)"
)
_YEAR = re.compile(r"(?<![\d,.$])\b((?:19|20)\d\d)\b(?:(?<=\d)([-–/])(\d\d)\b(?!\d))?(?![,.]\d|%)")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)|(\d{4})(?=-\d\d\b|[^\d]|$)")
_WEEK = 7
_YEAR_OF_WEEKS = 52 * _WEEK
_HALF_A_YEAR = 183


class _NotMovedError(ValueError):
    """A date would be cut in two or leave what names it."""


class _Move:
    """All dates of one story, moved by a number of days; those without a day by whole years."""

    def __init__(self, story: Story, days: int, years: int) -> None:
        self.anchor = story.anchor
        self.step = timedelta(days)
        self.years = years
        text = everything(story)
        self.in_parts = bool(_PART_OF_MONTH.search(text))
        self.printed: set[date] = set()
        for form in (_DAY_FIRST, _MONTH_FIRST):
            for found in form.finditer(text):
                ends = [found["day"], found.groupdict().get("from"), found.groupdict().get("to")]
                month = _NUMBER[found["month"]]
                self.printed |= {self._meant(month, day, found["year"]) for day in ends if day}

    def words(self, text: str) -> str:
        """Move the dates in a text, weekdays too."""
        kept: list[str] = []

        def keep(moved: str) -> str:
            kept.append(moved)
            return f"\x00{len(kept) - 1}\x00"

        text = _DAY_FIRST.sub(lambda found: keep(self._day_first(found)), text)
        text = _MONTH_FIRST.sub(lambda found: keep(self._month_first(found)), text)
        text = _YEAR.sub(self._year, text)
        turn = self.step.days % _WEEK
        if turn:
            row = "|".join(_DAYS)
            text = re.sub(
                rf"\b(?:{row})\b", lambda found: _DAYS[(_DAYS.index(found[0]) + turn) % _WEEK], text
            )
        return re.sub("\x00(\\d+)\x00", lambda found: kept[int(found[1])], text)

    def dates(self, value: str) -> str:
        """Move ISO and EDTF dates."""
        return _ISO.sub(partial(self._iso, part=self._is_part(value)), value)

    def _is_part(self, value: str) -> bool:
        """Tell whether a span is a part of a month that is told without its days, as "the end of June"."""
        days = [date(*map(int, found[:3])) for found in _ISO.findall(value) if found[0]]
        if (
            not self.in_parts
            or not days
            or set(days) & self.printed
            or (len(days) == 1 and ".." not in value)
        ):
            return False
        ends = (*_LAST_DAYS, monthrange(days[-1].year, days[-1].month)[1])
        return days[-1].day in ends and (len(days) == 1 or days[0].day in _FIRST_DAYS)

    def _iso(self, found: re.Match[str], *, part: bool) -> str:
        if found[4]:
            return str(int(found[4]) + self.years)
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if not part:
            return (day + self.step).isoformat()
        year, last = day.year + self.years, monthrange(day.year, day.month)[1]
        return f"{year}-{found[2]}-{monthrange(year, day.month)[1] if day.day == last else day.day:02d}"

    def _year(self, found: re.Match[str]) -> str:
        to = f"{found[2]}{int(found[3]) + self.years:02d}" if found[2] else ""  # 2027-28
        return f"{int(found[1]) + self.years}{to}"

    def _meant(self, month: int, day: str, year: str | None) -> date:
        """Return the day that is meant: without a year, the one nearest to publication."""
        if year:
            return date(int(year[-4:]), month, int(day))
        near = (date(self.anchor.year + n, month, int(day)) for n in (-1, 0, 1))
        return min(near, key=lambda each: abs(each - self.anchor))

    def _ends(self, found: re.Match[str], first: str, last: str) -> tuple[date, date, str, str]:
        month = _NUMBER[found["month"]]
        start = self._meant(month, first, found["year"]) + self.step
        end = self._meant(month, last, found["year"]) + self.step
        if start.month != end.month:
            raise _NotMovedError(found[0])
        name = _MONTHS[end.month - 1] if end.month != month else found["month"] + found["dot"]
        year = f"{found['year'][:-4]}{end.year}" if found["year"] else ""
        return start, end, name, year

    def _day_first(self, found: re.Match[str]) -> str:
        start, end, name, year = self._ends(found, found["from"] or found["day"], found["day"])
        before = f"{start.day}{found['join']}" if found["from"] else ""
        return f"{before}{end.day} {name}{year}"

    def _month_first(self, found: re.Match[str]) -> str:
        start, end, name, year = self._ends(found, found["day"], found["to"] or found["day"])
        after = f"{found['join']}{end.day}" if found["to"] else ""
        return f"{name} {start.day}{after}{year}"


# A part of a month or year has days that its words do not name.
_PART_OF_MONTH = re.compile(
    r"\b(?:end of|(?:early|mid|late|half of|beginning of|start of|week of)[ -](?:the |next |this |in )*"
    rf"(?:month|{'|'.join(_NUMBER)}))"
)
_FIRST_DAYS, _LAST_DAYS = (1, 8, 11, 16, 21), (7, 10, 14, 15, 20)
# These would begin on another day.
_WEEKS = re.compile(r"\b(?:this|last|next) week|week of|weekend|that day")
# So many after publication may be another day than so many weeks; "24th November" is not moved.
_AFTER_MONTHS = re.compile(rf"\bmonths\b|\d(?:st|nd|rd|th) (?:of )?(?:{'|'.join(_NUMBER)})")


def weeks(story: Story) -> Iterator[Variation]:
    """Yield the story 52 weeks later: days keep their weekday, months and years become the next year's."""
    if not _AFTER_MONTHS.search(everything(story)):
        yield from _moved(story, _YEAR_OF_WEEKS, 1, "52 weeks later")


def weekdays(story: Story) -> Iterator[Variation]:
    """Yield the story one day later or one day earlier, so that all its weekdays are others."""
    if _WEEKS.search(everything(story)) or _AFTER_MONTHS.search(everything(story)):
        return
    if names_of(story) & set(_DAYS):
        return  # somebody is called Sunday
    step = 1 if story.anchor.day % 2 else -1
    if (story.anchor + timedelta(step)).month == story.anchor.month:
        yield from _moved(story, step, 0, f"{step} day")


def _moved(story: Story, days: int, years: int, what: str) -> Iterator[Variation]:
    try:
        move = _Move(story, days, years)
        varied = rewritten(story, move.words, dates=move.dates)
    except _NotMovedError:
        return
    yield Variation(varied, what)


def months(story: Story) -> Iterator[Variation]:
    """Yield the story with one of its dates "in MONTH YEAR" in a month beside it."""
    text = everything(story)
    golds = [
        each for each in story.gold["meetings"] if re.fullmatch(r"\d{4}-(0\d|1[0-2])", each["edtf"] or "")
    ]
    for edtf in sorted({each["edtf"] for each in golds}):
        year, month = int(edtf[:4]), int(edtf[5:])
        printed = f"{_MONTHS[month - 1]} {year}"
        for other in (month - 1, month + 1):
            beside = f"{year}-{other:02d}"
            ahead = edtf > story.anchor.isoformat()
            if not 1 <= other <= len(_MONTHS) or ahead != (beside > story.anchor.isoformat()[:7]):
                continue
            if (
                len(re.findall(rf"(?<!\d )\b{printed}\b", text))
                == text.count(printed)
                == 1
                == text.count(printed[:-5])
            ):
                new = f"{_MONTHS[other - 1]} {year}"
                yield Variation(_renamed(story, (printed, new), (edtf, beside)), f"{printed} → {new}")
                break


def _renamed(story: Story, words: tuple[str, str], dates: tuple[str, str]) -> Story:
    date_alone = re.compile(rf"\b{dates[0]}(?!-|\d)")
    return rewritten(
        story, lambda text: text.replace(*words), dates=lambda value: date_alone.sub(dates[1], value)
    )
