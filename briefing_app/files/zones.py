"""What o'clock it is in the cities from which such texts are sent; the machine's own tables are not read."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

# Hours from UTC, and by whose rule summer time is kept.
_CITIES = {
    9: ("", "seoul tokyo pyongyang panmunjom busan hiroshima nagoya osaka"),
    8: ("", "beijing singapore manila taipei kuala-lumpur shanghai hong-kong perth ulaanbaatar"),
    7: ("", "jakarta hanoi bangkok phnom-penh vientiane"),
    3: ("", "moscow ankara istanbul riyadh baghdad doha kuwait nairobi minsk addis-ababa"),
    4: ("", "abu-dhabi dubai muscat tbilisi yerevan baku"),
    5.5: ("", "new-delhi delhi mumbai colombo"),
    5: ("", "islamabad tashkent astana"),
    0: ("eu", "london dublin lisbon edinburgh"),
    1: (
        "eu",
        (
            "amsterdam belgrade berlin bern brussels budapest copenhagen geneva hamburg luxembourg madrid"
            " munich oslo paris prague rome stockholm the-hague vienna warsaw zagreb"
        ),
    ),
    2: ("eu", "kyiv helsinki athens bucharest sofia vilnius riga tallinn"),
    -5: ("us", "washington new-york ottawa united-nations arlington"),
    10: ("au", "canberra sydney melbourne"),
}
_MARCH, _NOVEMBER, _APRIL, _OCTOBER = 3, 11, 4, 10


def in_zone_of(value: str, city: str | None) -> str:
    """Return a date-time with a zone as the clocks of a city show it; anything else as it is."""
    offset = _offset(city or "", value)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    if offset is None or moment.tzinfo is None or moment.utcoffset() == offset:
        return value
    try:
        there = moment.astimezone(UTC) + offset
    except OverflowError:  # the first or last day that there is
        return value
    if there.date() == moment.date():
        return value
    hours, minutes = divmod(abs(int(offset.total_seconds())) // 60, 60)
    sign = "-" if offset < timedelta() else "+"
    return f"{there:%Y-%m-%dT%H:%M}{sign}{hours:02}:{minutes:02}"


def _offset(city: str, value: str) -> timedelta | None:
    name = city.casefold().replace(" ", "-")
    for hours, (rule, cities) in _CITIES.items():
        if name and name in cities.split():
            try:
                summer = _summer(rule, date.fromisoformat(value[:10]))
            except ValueError:
                return None
            return timedelta(hours=hours + summer)
    return None


def _summer(rule: str, day: date) -> int:
    """Return 1 on a day of summer time, else 0."""
    year = day.year
    if rule == "eu":
        return int(_sunday(year, _MARCH, -1) <= day < _sunday(year, _OCTOBER, -1))
    if rule == "us":
        return int(_sunday(year, _MARCH, 1) <= day < _sunday(year, _NOVEMBER, 0))
    if rule == "au":
        return int(not _sunday(year, _APRIL, 0) <= day < _sunday(year, _OCTOBER, 0))
    return 0


def _sunday(year: int, month: int, nth: int) -> date:
    """Return the nth Sunday of a month, counted from 0, -1 for the last."""
    days = [date(year, month, day) for day in range(1, 31)]
    days += [date(year, month, 31)] if month in {_MARCH, _OCTOBER} else []
    return [day for day in days if day.weekday() == 6][nth]  # noqa: PLR2004 - Sunday
