"""The dateline: the place, and often the day and the agency, with which a report begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefing_app.files import names
from briefing_app.files.stamps import MONTH, WEEKDAY, Stamp, stamps_in

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĚĞĪİŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽ]"
_SMALL = r"[a-zß-öø-ÿāăąćčďđēěğīıłńňōőřśşšťūůűźżž]"
_LOUD = rf"{_CAPITAL}(?:{_CAPITAL}|['’-]|\.(?={_CAPITAL})|(?<=\bST)\.|(?<=\.[A-Z])\.)+"
_CALM = rf"{_CAPITAL}{_SMALL}+(?:[-'’.]{_CAPITAL}?{_SMALL}+)*\.?"
_DAY = (
    rf"(?:{WEEKDAY}\.?,?\s+)?(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH})"
    rf"(?:,?\s+\d{{4}})?"
)
_REGION = rf"(?:,\s*(?!(?i:{MONTH})\s+\d|(?i:{WEEKDAY})\b){_CAPITAL}[\w.]*(?:\s{_CAPITAL}[\w.]*){{0,3}})"
WIRE = (
    r"(?:Yonhap|Reuters|REUTERS|AP|AFP|UPI|dpa|DPA|ANI|PTI|KYODO|Kyodo|Jiji|JIJI|Xinhua|TASS|ANSA|EFE|Bernama"
    r"|Antara|VNA|MENA|Anadolu|AA|PNA|CNA|BTA|PAP|MTI|Interfax|Ukrinform|Petra)(?: News)?(?: Agency)?"
)
# After a day, an agency that no list knows is known by its capitals and the dash: "November 3, SPA --".
_SHORT = rf"(?<=[\d.],\s)(?!(?:NATO|ASEAN|IAEA|OSCE)\b){_CAPITAL}{{2,8}}(?=\s*(?:--|[–—―]|-\s))"
_AGENCY = rf"(?:\((?P<agency>[^()]{{1,40}})\)|(?P<bare>{WIRE}|{_SHORT})(?=\W))"
_DASH = r"(?:--+|[–—―]|\.\s?[-–—](?=\s)|(?<=\s)-(?=\s))"
_AFTER = (
    rf"(?:{_REGION})?(?P<date>,?\s*(?:\((?i:{_DAY})\)|(?i:{_DAY})))?,?\s*"
    rf"{_AGENCY}?,?\s*(?P<dash>{_DASH}|\.?\s*:|\.(?=\s))?"
)
_UPPER = re.compile(
    rf"(?P<city>{_LOUD}(?:\s{_LOUD})*)(?:(?:/|\s?[-&]\s?|\s(?i:and)\s){_LOUD}(?:\s{_LOUD})*)*{_AFTER}"
)
_TITLE = re.compile(rf"(?P<city>{_CALM}(?:\s(?:de|la|of|el|do)\s|\s)?(?:{_CALM})?(?:\s{_CALM})?){_AFTER}")
_TO = r" ?(?:[-–—]|to|and|until) ?"
_TH = r"(?:st|nd|rd|th)?"
_DAYS = re.compile(
    rf"(?P<days>(?i:\b\d{{1,2}}{_TH}(?: {MONTH})?(?: \d{{4}})?{_TO}(?P<d1>\d{{1,2}}){_TH} (?P<m1>{MONTH})"
    rf"|(?P<m2>{MONTH}) \d{{1,2}}{_TH}{_TO}(?:(?P<m3>{MONTH}) )?(?P<d2>\d{{1,2}}){_TH}),?"
    rf" (?P<y>\d{{4}}))\.?$"
)
_NO_CITY = re.compile(
    r"(?:the|an?|in|on|at|for|but|and|as|after|when|both|it|this|that|we|i|he|she|they|photo|file|image|picture"
    r"|updated?|published|source|note"
    rf"|{WEEKDAY}|{MONTH})",
    re.IGNORECASE,
)
_BODIES = re.compile(r"NATO|EU|UN|ASEAN|IAEA|OSCE|UK|USA?|U\.S\.|U\.N\.|E\.U\.|U\.K\.|ROK|DPRK|G7|QUAD")
_LONGEST = 300
_OFFICE_WORDS = 12
_SMALL_WORDS = re.compile(r"(?:of|de|la|le|el|do|da|dos|du|sur|au|aux|am|an|der|upon|and)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says.

    Attributes:
        city: in normal case; of several the first.
        stamp: its day, None where none is printed.
        agency: who reported, empty where it is not printed.
        end: where the text after it begins.
    """

    city: str
    stamp: Stamp | None
    agency: str
    end: int


def dateline_of(text: str) -> Dateline | None:
    """Return the dateline with which a paragraph begins, None where it begins with none."""
    text = text[:_LONGEST]
    match = _UPPER.match(text)
    if not match or not _closes(match, text, loud=True):
        match = _TITLE.match(text)
        if not match or not _closes(match, text, loud=False):
            return None
    agency = match["agency"] or match["bare"] or ""
    stamps = stamps_in(match["date"] or "") or stamps_in(agency)
    if stamps_in(agency):
        agency = re.sub(rf"(?i){_DAY}", "", agency).strip(" ,;|/")
    return Dateline(_calm(match["city"]), stamps[0] if stamps else None, agency.strip(), match.end())


def city_before_date(text: str) -> str:
    """Return the city in a line that holds a place and a date and no more: `Berlin, 3 March 2026`."""
    pattern = rf"(?:{_LOUD}(?:\s{_LOUD})*|{_CALM}(?:\s{_CALM}){{0,2}}){_REGION}?,\s*(?:on\s+)?(?i:{_DAY})\.?"
    if len(text) > _LONGEST or not re.fullmatch(pattern, text) or not (stamps := stamps_in(text)):
        return ""
    city = text[: stamps[0].start].partition(",")[0].strip()
    if names.paper_in(city) or names.body_in(city):
        return ""
    return "" if not city or _NO_CITY.fullmatch(city.split()[0]) else _calm(city)


def after_office(text: str) -> str:
    """Return the place and date of a line that an office's name opens, empty where it is no such line."""
    words = text[:_LONGEST].split()
    for n in range(1, min(len(words), _OFFICE_WORDS)):
        rest = " ".join(words[n:])
        if city_before_date(rest) and names.body_in(" ".join(words[:n])):
            return rest
    return ""


def last_of_days(text: str) -> Stamp | None:
    """Return the last of the days in a line that holds no more, but a place: `Berlin, 3-5 March 2026`."""
    found = _DAYS.search(text) if len(text) <= _LONGEST else None
    if not found:
        return None
    month, day = found["m1"] or found["m3"] or found["m2"], found["d1"] or found["d2"]
    last, before = f"{day} {month} {found['y']}", text[: found.start()]
    stamps = stamps_in(last)
    if not stamps or (before and not city_before_date(before + last)):
        return None
    return replace(stamps[0], words=found["days"], start=0, end=0)


def _closes(match: re.Match[str], text: str, *, loud: bool) -> bool:
    """Tell whether what follows a city's name makes it a dateline."""
    agency = match["agency"] or match["bare"]
    signs = bool(match["date"]) + bool(agency)
    rest = text[match.end() :].lstrip()
    if not rest or (_NO_CITY.fullmatch(match["city"].split()[0]) and not (loud and signs)):
        return False
    if not match["dash"]:
        return bool(match["agency"] and re.fullmatch(WIRE, match["agency"])) and rest[0].isupper()
    if match["dash"].strip() in {".", ":", ".:"}:
        alone = loud and match["dash"].strip() == "." and not _BODIES.fullmatch(match["city"])
        return (alone or bool(re.search(r"\d{4}", match["date"] or ""))) and rest[0].isupper()
    if loud and signs:
        return True
    if is_stamp_only(rest):
        return False
    if loud and _BODIES.fullmatch(match["city"]):
        return False
    begins = rest[0].isupper() or rest[0] in "\"“'‘0123456789"
    return begins and (loud or signs > 0 or match["dash"].strip() != "-")


def is_stamp_only(text: str) -> bool:
    """Tell whether a text holds a date and no words: "27 February 2026, 18:05 GMT"."""
    stamps = stamps_in(text)
    return bool(stamps) and not re.search(r"[a-z]{3}", text[: stamps[0].start] + text[stamps[-1].end :])


def _calm(city: str) -> str:
    """Return the name of a city in normal case."""
    if not city.isupper():
        return city.strip(" ,")
    words = re.split(r"([\s-])", city)
    calm = [word if "." in word[:-1] else word[:1] + word[1:].lower() for word in words]
    return "".join(
        word.lower() if n and _SMALL_WORDS.fullmatch(word) else word for n, word in enumerate(calm)
    ).strip(" ,")
