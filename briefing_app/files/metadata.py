"""What a text tells about itself, made whole: missing years, one date of publication, conflicts of dates.

No date is weighed by a clock: every year comes from the page.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from briefing_app.files import names
from briefing_app.files.datelines import after_office, city_before_date, dateline_of
from briefing_app.files.day_month import exchanged, settled
from briefing_app.files.furniture import is_stamp
from briefing_app.files.languages import language_of
from briefing_app.files.stamps import WEEKDAY, Stamp, day_of, stamp_with_time, stamps_in, weekday_in
from briefing_app.files.zones import in_zone_of
from briefing_app.model.article import Article, PrintedDate
from briefing_app.model.dates import DateError, parse_published
from briefing_app.model.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.files.page import Facts
    from briefing_app.model.article import DateFrom, Dropped

_ORDER: tuple[DateFrom, ...] = (
    "stamp",
    "metadata",
    "dateline",
    "address",
    "text",
    "update",
    "meeting",
    "file",
)
# Where a date stands that is not said to be that of publication; several of them are no conflict.
_WEAK = frozenset(("update", "meeting", "file"))
# What a document is called whose day is the last of its meeting.
_OUTCOME = re.compile(
    r"\b(?:outcomes?|communiqu[eé]|declaration|conclusions|(?:joint|summary|chair\S*|final) statement"
    r"|(?:summary|agreed) (?:record|minutes)|minutes of|summary of (?:conclusions|proceedings))\b",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyrights?)\W*(?:(?P<year>(?:19|20)\d\d)(?:\s*[-–]\s*\d{4})?)?\W*(?:by\s+)?"
    r"(?P<name>[A-Z][\w&.'’ -]{1,50}?)?\s*(?:[.,;]|all rights|limited\b|ltd\b|$)",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"[(\[]([A-Z][\w .]{1,30})[)\]]\W*$")
_REPORTING = re.compile(
    r"\(?(?:reporting|written|story|report) by:?\s+(?P<names>[^;.()]{3,160}?)(?:[;.)]|$)", re.IGNORECASE
)
_ISSUED = re.compile(
    r"(?:(?:released|issued|published|distributed) by|source)\s*:?\s+(?P<name>[A-Z].{2,120})", re.IGNORECASE
)
_WRITES_FOR = re.compile(
    r"\b(?:covers|writes|reports|correspondent|reporter|editor|columnist)\b.{0,60}?\b(?:for|at|with|of)\s+"
    r"(?P<name>(?:the\s+|The\s+)?[A-Z][\w’'.-]*(?:\s[A-Z][\w’'-]*){0,4})\W*$"
)
_IS_AGENCY = re.compile(
    r"(?P<name>(?:The )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,4}) is (?:an?|the) .{0,40}"
    r"\b(?:news|newspaper|daily|broadcaster)\b"
)
_CRUMB = re.compile(r"\s*[>›»]\s*")
_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[/-]?)(?P<m>0[1-9]|1[0-2])(?P=s)(?P<d>0[1-9]|[12]\d"
    r"|3[01])(?!\d{2}[/-])"
)
_SAID = re.compile(
    rf"\b(?:said|told|announced|reported|added)\b[^.]{{0,30}}?\s(?:on\s+)?({WEEKDAY})(?![a-z])", re.IGNORECASE
)
_END = 3
_BESIDE = 1
_DAYS_BACK = 3
_SEEN = 20_000
_LONGEST = 1_500


def describe(paragraphs: Sequence[str], dropped: Sequence[Dropped], facts: Facts) -> dict[str, object]:
    """Return the fields of an `Article` about its source, by their names.

    Args:
        paragraphs: the body.
        dropped: what stood around it.
        facts: what the head and the file told; more is added.
    """
    _read_body(
        paragraphs,
        [each.text for each in dropped if each.reason == "notice" and "://" not in each.text],
        facts,
    )
    _read_dropped(dropped, facts)
    text = " ".join(paragraphs)[:_SEEN]
    head = [each.text for each in dropped if each.reason in {"headline", "standfirst", "letterhead"}]
    if not any(_OUTCOME.search(line) for line in head):
        facts.stamps = [(where, stamp) for where, stamp in facts.stamps if where != "meeting"]
    _settle(facts, text, [each.text for each in dropped])
    dates = _dates(facts, dropped, text)
    return {
        "title": facts.title,
        "author": facts.author,
        "publisher": facts.site or (facts.publishers[0] if facts.publishers else None),
        "section": facts.section,
        "dateline": facts.dateline,
        "published": _published(dates, facts.dateline),
        "dates": dates,
        "language": facts.language or language_of(text),
        "url": facts.url,
    }


def _settle(facts: Facts, text: str, around: Sequence[str]) -> None:
    """Read the dates in figures that may be two days; what nothing decides stays both."""
    declared = [stamp for value, _, _ in facts.declared for stamp in stamps_in(value[:10])]
    declared += [stamp for each in date_in_address(facts.url or "") for stamp in stamps_in(each.value)]
    every = [*declared, *(stamp for _, stamp in facts.stamps)]
    by = (facts.site, *facts.publishers)
    facts.stamps = [(where, settled(stamp, every, by, text, around)) for where, stamp in facts.stamps]


def date_problems(article: Article, file: str) -> tuple[Problem, ...]:
    """Return warnings where the dates of an article do not agree, or a weekday does not fit its date."""
    place = Place(file=file)
    found: list[Problem] = []
    for each in article.dates:
        day, weekday = day_of(each.value), weekday_in(each.words)
        if day and weekday is not None and day.weekday() != weekday:
            found.append(
                Problem("article-weekday", "warning", place, {"value": each.words, "day": day.isoformat()})
            )
    found += _told_on(article, place)
    found += _either_way(article, place)
    told = [each for each in article.dates if each.where != "file" and day_of(each.value)]
    if told and all(each.where == "meeting" for each in told):
        value, words = told[0].value, told[0].words
        found.append(Problem("article-meeting-day", "warning", place, {"value": value, "words": words}))
    firm = [each for each in article.dates if each.where not in _WEAK and day_of(each.value)]
    days = dict.fromkeys(each.value[:10] for each in firm)
    if len(days) > 1:
        chosen, others = article.published or firm[0].value, "; ".join(days)
        found.append(Problem("article-dates", "warning", place, {"value": chosen, "others": others}))
    return tuple(found)


def _either_way(article: Article, place: Place) -> Iterator[Problem]:
    """Yield a warning for each date in figures that only the usage of those who printed it decided."""
    for each in article.dates:
        day = day_of(each.value)
        if day and each.usage:
            other = str(exchanged(day))
            yield Problem(
                "article-day-month", "warning", place, {"value": each.words, "day": str(day), "other": other}
            )


def _told_on(article: Article, place: Place) -> list[Problem]:
    """Return a warning where the lead reports of a weekday that is none of the days before its date."""
    dated = [each for each in article.dates if each.where == "dateline"] or list(article.dates)[:1]
    day = day_of(dated[0].value) if dated else None
    match = _SAID.search(article.paragraphs[0][:_SEEN]) if article.paragraphs else None
    weekday = weekday_in(match[1]) if match else None
    if match is None or day is None or weekday is None or (day.weekday() - weekday) % 7 <= _DAYS_BACK:
        return []
    return [Problem("article-told-on", "warning", place, {"value": match[0], "day": day.isoformat()})]


def _read_body(paragraphs: Sequence[str], ends: Sequence[str], facts: Facts) -> None:
    first = paragraphs[0] if paragraphs else ""
    if dateline := dateline_of(first):
        facts.dateline = dateline.city
        if dateline.stamp:
            facts.stamps.append(("dateline", dateline.stamp))
        if dateline.agency and not re.search(r"\d", dateline.agency):
            facts.publishers.insert(0, dateline.agency)
    for text in [each for each in (first, *paragraphs[-_END:], *ends) if len(each) <= _LONGEST]:
        said = re.sub(r"^(?:done|signed|issued|given)\s+(?:at|in)\s+", "", text, flags=re.IGNORECASE)
        said = said if said == text else re.sub(r"(?<=\w) on (?=\w)", ", ", said, count=1)
        city = city_before_date(said) or city_before_date(after_office(said))
        if city and (stamp := stamp_with_time(text)):
            facts.dateline = facts.dateline or city
            facts.stamps.append(("text", stamp))
        elif text in ends and is_stamp(text) and (stamp := stamp_with_time(text)):
            facts.stamps.append(("text", stamp))


def _read_dropped(dropped: Sequence[Dropped], facts: Facts) -> None:
    """Read names from the notices around the body, where the head gave none."""
    facts.publishers += _first_crumb(dropped) if not facts.publishers else []
    for each in dropped:
        if not facts.publishers and (match := _RIGHTS.match(each.text)) and match["name"]:
            facts.publishers.append(match["name"].strip())
        if facts.author is None and (match := _REPORTING.match(each.text)):
            facts.author = names.people_in(match["names"])[0]
        if not facts.publishers and (match := _ISSUED.match(each.text)) and each.reason == "notice":
            facts.publishers.append(match["name"].strip(" ."))
    notes = (_WRITES_FOR.search(each.text) for each in dropped if each.reason == "note")
    if facts.author and not facts.publishers:
        facts.publishers += [match["name"] for match in notes if match]
    ends = (match[1] for each in dropped if (match := _CREDIT.fullmatch(each.text)))
    if not facts.publishers:
        facts.publishers += [name for name in ends if name.casefold() != "end"]
    if not facts.publishers:
        agencies = (_IS_AGENCY.match(each.text) for each in dropped if each.reason == "note")
        facts.publishers += [match["name"] for match in agencies if match][:1]
    if not facts.publishers:
        papers = (
            names.paper_in(each.text)
            for each in dropped
            if each.reason in {"notice", "links"} and not re.search(r"\d", each.text)
        )
        facts.publishers += [name for name in papers if name][:1]
    if not facts.publishers:
        signed = (names.body_in(each.text) for each in dropped if each.reason == "notice")
        facts.publishers += [name for name in signed if name][:1]


def _first_crumb(dropped: Sequence[Dropped]) -> list[str]:
    """Return the paper with which the path of a page begins: "The Port Ansel Herald » World"."""
    crumbs = (_CRUMB.split(each.text)[0] for each in dropped if each.reason == "navigation")
    return [name for crumb in crumbs if (name := names.paper_in(crumb))][:1]


def _dates(facts: Facts, dropped: Sequence[Dropped], text: str) -> tuple[PrintedDate, ...]:
    """Return all dates, a missing year taken from the nearest date that has one."""
    metadata = [
        PrintedDate(value=value, where=where, words=words)
        for value, where, words in facts.declared
        if is_published(value)
    ]
    stamps = [stamp for _, stamp in facts.stamps if stamp.year and not stamp.swaps]
    known = [date(stamp.year or 0, stamp.month, stamp.day) for stamp in stamps]
    known += [day for each in metadata if (day := day_of(each.value))]
    address = date_in_address(facts.url or "")
    known += [day for each in address if (day := day_of(each.value))]
    if not known:
        rights = (_RIGHTS.match(each.text) for each in dropped)
        years = [int(match["year"]) for match in rights if match and match["year"]]
        years = years or _years_by_weekday(facts, text)
        found = [_printed(where, stamp, years[0] if years else None) for where, stamp in facts.stamps]
        return tuple(dict.fromkeys(found))
    found = [_printed(where, stamp, _year(stamp, known[0])) for where, stamp in facts.stamps]
    return tuple(dict.fromkeys([*metadata, *found, *address]))


def _printed(where: DateFrom, stamp: Stamp, year: int | None) -> PrintedDate:
    inferred = stamp.year is None and year is not None
    value = stamp.value(year)
    return PrintedDate(value=value, where=where, words=stamp.words, inferred=inferred, usage=stamp.usage)


def _year(stamp: Stamp, near: date) -> int:
    """Return the year in which a date without one is nearest to another date."""
    years = (near.year, near.year - 1, near.year + 1)
    days = [day for year in years if (day := _day(year, stamp))]
    return min(days, key=lambda day: abs((day - near).days), default=near).year


def _years_by_weekday(facts: Facts, text: str) -> list[int]:
    """Return the year in which the dateline's day is a weekday that the text reports of, where just one fits.

    Only years beside those that the text names come into question.
    """
    named = sorted({int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", text)})
    stamp = next((stamp for where, stamp in facts.stamps if where == "dateline"), None)
    said = [weekday_in(match[1]) for match in _SAID.finditer(text)]
    if stamp is None or not named or not said:
        return []
    years = range(named[0] - _BESIDE, named[-1] + 1)
    for back in (0, 1):  # it is reported on the day itself, or the day after
        fits = [y for y in years if (day := _day(y, stamp)) and (day.weekday() - back) % 7 == said[-1]]
        if fits:
            return fits if len(fits) == 1 else []
    return []


def _day(year: int, stamp: Stamp) -> date | None:
    try:
        return date(year, stamp.month, stamp.day)
    except ValueError:
        return None


def date_in_address(url: str) -> tuple[PrintedDate, ...]:
    """Return the day that stands in a web address, as in `/2021/05/14/`."""
    match = _IN_ADDRESS.search(url)
    if not match or not day_of(value := f"{match['y']}-{match['m']}-{match['d']}"):
        return ()
    return (PrintedDate(value=value, where="address", words=match[0]),)


def is_published(value: str) -> bool:
    """Tell whether a text has the form of `Source.published`."""
    try:
        parse_published(value)
    except DateError:
        return False
    return True


def _most_precise(first: PrintedDate, dates: Sequence[PrintedDate], city: str | None) -> str:
    """Return a date with the time of day, and the zone, that another stamp of that day has."""
    if first.where not in {"stamp", "metadata", "update"}:
        return first.value
    same = [
        d.value for d in dates if d.where in {"stamp", "metadata"} and d.value.startswith(first.value[:16])
    ]
    return in_zone_of(max([first.value, *same], key=len), city)


def _published(dates: Sequence[PrintedDate], city: str | None) -> str | None:
    """Return the date that goes before the others, a time stamp of another zone as the place counts it."""
    doubtful = any(each.value.startswith("[") for each in dates)
    for where in _ORDER:
        if doubtful and where in _WEAK:  # they say less than the stamp whose day is not known
            return None
        for each in dates:
            if each.where == where and day_of(each.value):
                return _most_precise(each, dates, city)
    return None
