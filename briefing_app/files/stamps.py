"""Dates and times of day as pages print them; nothing here knows what day it is today."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TH = r"(?:st|nd|rd|th)?"
_I = re.IGNORECASE
_DATE = re.compile(
    rf"(?:\b{WEEKDAY}\.?,?\s+)?(?:the\s+)?(?:"
    rf"\b(?P<m1>{MONTH})\s+(?P<d1>\d{{1,2}}){_TH}(?!\d)(?:,?\s+(?P<y1>\d{{4}})\b)?"
    rf"|\b(?<!\d[:.])(?P<d2>0?[1-9]|[12]\d|3[01])(?:{_TH}|\.(?=\s*{MONTH}\s+\d{{4}}\b))\s+(?:of\s+)?(?P<m2>{MONTH})(?![a-z])(?:,?\s+(?P<y2>\d{{4}})\b)?"
    r"|\b(?P<y3>\d{4})(?P<s3>[-./])(?P<m3>\d{1,2})(?P=s3)(?P<d3>\d{1,2})(?!\d)"
    r"|\b(?P<a4>\d{1,2})(?P<s4>[-/]|\. ?)(?P<b4>\d{1,2})(?P=s4)(?P<y4>\d{4})\b"
    r"|\b(?P<y5>\d{4})\s*[年년]\s*(?P<m5>\d{1,2})\s*[月월]\s*(?P<d5>\d{1,2})\s*[日일])"
    rf"(?:\s*\(?{WEEKDAY}\)?(?![a-z]))?",
    _I,
)
_ZONES = {
    "GMT": "Z", "UTC": "Z", "Z": "Z", "KST": "+09:00", "JST": "+09:00", "SGT": "+08:00", "HKT": "+08:00",
    "PHT": "+08:00", "AWST": "+08:00", "WIB": "+07:00", "ICT": "+07:00", "MSK": "+03:00", "EAT": "+03:00",
    "EEST": "+03:00", "EET": "+02:00", "CEST": "+02:00", "SAST": "+02:00", "CET": "+01:00", "BST": "+01:00",
    "WEST": "+01:00", "WAT": "+01:00", "WET": "Z", "EDT": "-04:00", "EST": "-05:00", "CDT": "-05:00",
    "CST": "", "MDT": "-06:00", "MST": "-07:00", "PDT": "-07:00", "PST": "-08:00", "AEDT": "+11:00",
    "AEST": "+10:00", "ACST": "+09:30", "NZDT": "+13:00", "NZST": "+12:00", "NPT": "+05:45",
    # Each of these is said for more than one offset.
    "ET": "", "PT": "", "CT": "", "MT": "", "IST": "",
}  # fmt: skip
_ZONE = rf"(?P<zone>{'|'.join(sorted(_ZONES, key=len, reverse=True))})"
_OFFSET = r"(?P<offset>[+-]\d{1,2}(?::?\d{2})?)"
TIME = re.compile(
    r"(?:\b|(?<=T))(?:(?P<h>\d{1,2})[:.](?P<m>\d{2})(?::(?P<s>\d{2})(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"|(?P<h2>\d{1,2})\s*(?P<half2>[ap]\.?m\b\.?)"
    rf"|(?P<h3>\d{{2}})(?P<m3>\d{{2}})(?=\s*(?:hrs|hours|{_ZONE[8:-1]})\b))"
    rf"(?:\s*(?:hrs|hours))?(?:\s*\(?(?:{_ZONE}\b(?:\s*{_OFFSET})?|{_OFFSET.replace('offset', 'bare')})\)?)?"
    r"(?:\s*\(?local(?: time)?\)?)?",
    _I,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date as printed.

    Attributes:
        year: None where none is printed.
        time: `hh:mm[:ss]`, empty where no time of day is printed.
        zone: `Z` or an offset, empty where none is printed or the printed letters have several meanings.
        weekday: 0 for Monday, None where none is printed.
        words: the date's own words.
        start: where they begin in the text.
        end: where they end.
        swaps: its figures may be day and month, as they are read here, or month and day.
        usage: they may, and nothing but the usage of those who printed them decided which.
    """

    year: int | None
    month: int
    day: int
    time: str = ""
    zone: str = ""
    weekday: int | None = None
    words: str = ""
    start: int = 0
    end: int = 0
    swaps: bool = False
    usage: bool = False

    def value(self, year: int | None = None) -> str:
        """Return the ISO date or date-time, `XXXX` for a year that is neither printed nor given.

        Of a date that may be two days it is a set of both, as EDTF has it, first with the day first.
        """
        if self.swaps:
            return f"[{','.join(each.value() for each in self.readings())}]"
        known = self.year or year
        day = f"{known:04}-{self.month:02}-{self.day:02}" if known else f"XXXX-{self.month:02}-{self.day:02}"
        return f"{day}T{self.time}{self.zone}" if known and self.time else day

    def readings(self) -> tuple[Stamp, Stamp]:
        """Return both days that a date whose figures swap may be: with the day first, the month first."""
        first = replace(self, swaps=False)
        return first, replace(first, month=self.day, day=self.month)


def stamps_in(text: str) -> list[Stamp]:
    """Return the dates in a text, each without time of day."""
    return [stamp for match in _DATE.finditer(text) if (stamp := _stamp(match))]


def stamp_with_time(text: str) -> Stamp | None:
    """Return the first date of a line with the time of day beside it."""
    stamps = stamps_in(text)
    if not stamps:
        return None
    first = stamps[0]
    rest = _DATE.sub(lambda match: " " * len(match[0]), text)
    for match in TIME.finditer(rest):
        if clock := _clock(match):
            return replace(first, time=clock, zone=_zone(match))
    return first


def without_stamps(text: str) -> str:
    """Return a line without its dates and times of day."""
    return TIME.sub(" ", _DATE.sub(" ", text))


def weekday_in(words: str) -> int | None:
    """Return the weekday named in a text, 0 for Monday."""
    found = re.search(rf"\b{WEEKDAY}(?![a-z])", words, _I)
    return _WEEKDAYS.index(found[0][:3].casefold()) if found else None


def day_of(value: str) -> date | None:
    """Return the day of an ISO date or date-time, None where its year is not known."""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _stamp(match: re.Match[str]) -> Stamp | None:
    parts = match.groupdict()
    year = next((int(parts[key]) for key in ("y1", "y2", "y3", "y4", "y5") if parts[key]), None)
    swaps = False
    if parts["a4"]:
        day, month, swaps = _day_and_month(int(parts["a4"]), int(parts["b4"]), parts["s4"])
    else:
        day = int(parts["d1"] or parts["d2"] or parts["d3"] or parts["d5"])
        name = parts["m1"] or parts["m2"]
        month = _MONTHS.index(name[:3].casefold()) + 1 if name else int(parts["m3"] or parts["m5"])
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    words, weekday = match[0].strip(), weekday_in(match[0])
    return Stamp(year, month, day, "", "", weekday, words, match.start(), match.end(), swaps)


def _day_and_month(first: int, second: int, separator: str) -> tuple[int, int, bool]:
    """Return day and month of a date in figures, and whether they may be exchanged."""
    if separator[0] == "." or first > 12 or first == second:  # noqa: PLR2004 - months of a year
        return first, second, False
    return (second, first, False) if second > 12 else (first, second, True)  # noqa: PLR2004


def _clock(match: re.Match[str]) -> str:
    parts = match.groupdict()
    hour = int(parts["h"] or parts["h2"] or parts["h3"])
    minute, second = int(parts["m"] or parts["m3"] or 0), parts["s"]
    half = (parts["half"] or parts["half2"] or "").casefold()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or minute > 59 or int(second or 0) > 59:  # noqa: PLR2004 - a clock
        return ""
    return f"{hour:02}:{minute:02}" + (f":{second}" if second else "")


def _zone(match: re.Match[str]) -> str:
    offset = match["offset"] or match["bare"]
    if offset:
        figures = re.sub(r"\D", "", offset)
        hours, minutes = (figures[:-2], figures[-2:]) if len(figures) > 2 else (figures, "00")  # noqa: PLR2004
        return f"{offset[0]}{int(hours):02}:{minutes}" if int(hours) <= 14 else ""  # noqa: PLR2004
    return _ZONES.get((match["zone"] or "").upper(), "")
