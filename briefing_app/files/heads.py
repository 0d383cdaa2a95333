"""The head of a page: which lines stand before the body, what each of them is, and what it tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.files import names
from briefing_app.files.datelines import city_before_date, dateline_of, last_of_days
from briefing_app.files.furniture import author_in, ends_sentence, is_sentence, is_stamp
from briefing_app.files.page import Facts
from briefing_app.files.stamps import stamp_with_time, stamps_in, without_stamps

if TYPE_CHECKING:
    from briefing_app.files.page import Piece
    from briefing_app.model.article import DropReason

_I = re.IGNORECASE
_LOOK = 24
_STANDFIRSTS = 3
_LONGEST = 400
_HEADLINE_WORDS = (3, 30)
_RELEASE = re.compile(
    r"(?:for (?:immediate|general) (?:release|publication)|(?:press|media|news) (?:release|statement"
    r"|communiqu[eé]|note"
    r"|advisory)|embargo(?:ed)?\b.*|(?:unofficial|courtesy|informal) translation|translated from .{3,30}"
    r"|(?:press|media|communications?|public affairs)(?: (?:and|&) \w+)?"
    r" (?:team|office|service|unit|department|division)"
    r"|check against delivery|as delivered|exclusive|breaking(?: news)?|updated?|live|opinion|analysis|urgent"
    r"|(?:\d+(?:st|nd|rd|th) )?(?:lead|ld)|attn\b.*|transcript|\(?(?:lead|ld|urgent)\)?|minutes? read"
    r"|\d+ min(?:ute)?s? read)"
    r"(?:\W*(?:no\.?|nr\.?|number|ref\.?)?\W*[\d/.-]+(?:/\d+)?)?\W*"
    r"|(?:(?:press|media|news) release|release|ref(?:erence)?|no|nr)\.?\s*(?:no\.?|nr\.?|number|#|:)*\s*"
    r"[A-Z]{0,6}[-/ ]?\d[\w/.-]*",
    _I,
)
_LABEL = re.compile(
    r"(?P<label>title|headline|subject|date(?: of (?:issue|publication|release))?|published(?: on)?|posted"
    r"|released"
    r"|source|publisher|from|(?:issued|published|released) by|author|authors|byline|reporters?"
    r"|correspondents?|presenters?|writers?"
    r"|presented by|hosted by|host|anchor|(?:written|reported|story|text|words) by|text|words|story"
    r"|section|category|url|link|web ?site"
    r"|place|location|outlet|agency)\s*:\s*(?P<value>\S.*)",
    _I,
)
_DATED = re.compile(r"date|(?:published|posted|released)(?! by)")
_AGO = re.compile(
    r"\W*\b(?:(?:last )?(?:updated|published|posted)\s+)?(?:\d+|an?|one)"
    r" (?:min(?:ute)?s?|hours?|days?|weeks?|months?) ago\b|\breading time:? \d+ min(?:ute)?s?\b"
    r"|\bref(?:erence)?\b[.:]? ?[\w./-]{2,30}",
    _I,
)
_OTHER_CALENDAR = re.compile(r"\s*\((?!GMT|UTC)\d{1,2}\s+[^()\d]{3,24}\d{4}[^()]{0,5}\)$", _I)
_PHOTOS = re.compile(r"\W*\b(?:photos?|pictures?|images?|foto|graphics?)\s*(?:by\b|:).*", _I)
_EDITION = re.compile(
    r"(?:in )?english(?: (?:edition|version|service|site))?|(?:international|online|web) edition", _I
)
_BARE_LABEL = re.compile(
    r"(?:from|published(?: by| on)?|date|source|author|by|issued by|updated|posted)\s*:?", _I
)
_FROM = re.compile(r"\s*[,|·–—-]?\s*\b(?:from|by)\s*:?\s+(?=(?:the\s+)?[A-Z])", _I)
_WEB = re.compile(r"https?://[^\s<>\"“”]+", _I)
_UPDATED = re.compile(r"\b(?:last\s+)?(?:updated?|modified|revised|amended)\b", _I)
_PUBLISHED = re.compile(
    r"\b(?:(?:first|last)\s+)?(?:published|posted|updated?|modified|revised|amended|input)\b", _I
)
_TIME = re.compile(r"\d[:.]\d\d")
_WRITER = re.compile(r"(?:writers?|authors?|reporters?|correspondents?|byline|by)\s*:\s*(?P<names>\S.*)", _I)
# "10:48 pm IST - NEW DELHI": a dateline that closes the line of the stamp.
_CITY = re.compile(r"(?:\d\d|[ap]\.?m\.?|[A-Z]{2,4})\s*[–—-]\s*(?P<city>[A-Z]{3,}(?: [A-Z]{3,}){0,2})$")
_STAMP_LABEL = re.compile(
    r"\b(?:first |last )?(?:published|updated?|posted|modified|released?|issued|input|registered|date|time"
    r"|local|hrs"
    r"|hours|uhr|on|at|for immediate|press)\b\s*:?",
    _I,
)
_SPLIT = re.compile(r"\s*[|·•]\s*|\s+[-–—]\s+|\s*,\s*(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)", _I)
_BY = re.compile(r"(?:(?:reported|written|story|words|text|report)\s+)?by\s*:?\s+(?=\S)", _I)
_NOBODY = re.compile(
    r"\b(?:staff|our|news|desk|agenc(?:y|ies)|team|wires?|correspondents?|reporters?|newsroom|bureau"
    r"|service)\b",
    _I,
)
_BESIDE_DAY = re.compile(r"^[\s,;:|/.–—-]+|[\s,;:|/–—-]+(?:\.\s*)?$")
_PRESENTED = re.compile(r"(?:presented|hosted|with)\s+by\s+", _I)


def begin_of_body(pieces: list[Piece]) -> int:
    """Return the index of the piece with which the body begins, 0 where there is no head."""
    first = next((n for n, piece in enumerate(pieces) if is_sentence(piece.text)), None)
    dated = _dated(pieces)
    if dated is not None:
        return dated
    if first is None:
        return 0
    last = _last_mark(pieces, first)
    if last is None:
        return first
    return next((n for n in range(last + 1, len(pieces)) if is_sentence(pieces[n].text)), first)


def _dated(pieces: list[Piece]) -> int | None:
    """Return the first piece with a dateline, where little that could be body stands before it."""
    sentences = 0
    for n, piece in enumerate(pieces[:_LOOK]):
        if dateline_of(piece.text) and (is_sentence(piece.text) or ends_sentence(piece.text)):
            return n
        sentences += is_sentence(piece.text)
        if sentences > _STANDFIRSTS:
            break
    return None


def _last_mark(pieces: list[Piece], first: int) -> int | None:
    """Return the last byline or stamp that stands behind a headline and at most a few sentences."""
    if not any(is_headline(piece.text) for piece in pieces[:first]):
        return None
    found, sentences = None, 0
    for n in range(first, min(first + _LOOK // 4, len(pieces))):
        text = pieces[n].text
        if is_sentence(text):
            sentences += 1
            if sentences > _STANDFIRSTS - 1:
                break
        elif read_line(text, Facts()) in {"byline", "section"} and not names.is_section(text):
            found = n
    return found


def is_headline(text: str) -> bool:
    """Tell whether a line has the length of a headline and does not end like a sentence."""
    least, most = _HEADLINE_WORDS
    return len(text) <= _LONGEST and least <= len(text.split()) <= most and not text.endswith((".", ":", ";"))


def read_line(text: str, facts: Facts) -> DropReason | None:
    """Return what a line of the head is, None where it may be a headline or body; note what it tells."""
    if len(text) > _LONGEST or dateline_of(text):
        return None
    if _RELEASE.fullmatch(text) or _BARE_LABEL.fullmatch(text):
        return "notice"
    if match := _LABEL.fullmatch(text):
        return _read_label(match["label"].casefold(), match["value"], facts)
    if _WEB.fullmatch(text):
        facts.url = facts.url or text
        return "notice"
    if last := last_of_days(text):
        facts.stamps.append(("meeting", last))
        return "notice"
    if city := city_before_date(text):
        facts.dateline = facts.dateline or city
    if _read_stamp(text, facts):
        return "section"
    if author := _read_byline(text, facts):
        return author
    return _read_name(text, facts)


def _read_name(text: str, facts: Facts) -> DropReason | None:
    """Read a line that holds the name of a section, a paper or a body."""
    if names.is_section(text):
        facts.section = facts.section or text.strip(" :|")
        return "section"
    first, *others = re.split(r"\s*[|·•]\s*|\s[-–—]\s", text)
    if others and names.is_name(first) and all(names.is_section(o) or _EDITION.fullmatch(o) for o in others):
        _add_publisher(first, facts)
        return "letterhead"
    if others and names.state_in(first) and all(map(names.body_in, others)):
        for name in (first, *others):
            _add_publisher(name, facts)
        return "letterhead"
    if others and names.is_name(first) and not names.is_section(first) and all(map(_is_short, others)):
        _add_publisher(first, facts)
        return "letterhead"
    if publisher := names.body_in(text) or names.state_in(text) or names.paper_in(text):
        _add_publisher(publisher, facts)
        return "letterhead"
    return None


def _is_short(text: str) -> bool:
    return len(text.split()) <= 8 and not re.search(r"\d|[.!?]$", text)  # noqa: PLR2004


def _read_label(label: str, value: str, facts: Facts) -> DropReason | None:
    if label in {"title", "headline", "subject"}:
        facts.title = facts.title or value
        return "headline"
    if label in {
        "source",
        "publisher",
        "from",
        "issued by",
        "published by",
        "released by",
        "outlet",
        "agency",
    }:
        if _WEB.fullmatch(value):
            facts.url = facts.url or value
        else:
            facts.publishers.insert(0, re.sub(r"\s*\(?https?://\S+\)?", "", value).strip(" .,"))
        return "letterhead"
    if label in {"section", "category"}:
        facts.section = value
        return "section"
    if label in {"url", "link", "website", "web site"}:
        facts.url = value if _WEB.fullmatch(value) else facts.url
        return "notice"
    if label in {"place", "location"}:
        facts.dateline = facts.dateline or value.partition(",")[0]
        return "section"
    if stamps_in(value):
        bare = without_stamps(value).strip(" ,|–-")
        if _DATED.match(label) or not names.people_in(bare)[0]:
            return "section" if _read_stamp(value, facts) else None
        _note_stamps(value, facts)
        value = bare
    people, paper = names.people_in(_PHOTOS.sub("", value))
    facts.author = facts.author or people
    facts.publishers += [paper] if paper else []
    return "byline"


def _read_stamp(text: str, facts: Facts) -> bool:
    """Read a line of dates, with a section's, paper's or city's name perhaps; tell whether it is one."""
    if not stamps_in(text) or len(text.split()) > _LOOK:
        return False
    text = _without_city(_OTHER_CALENDAR.sub("", _AGO.sub("", text)), facts)
    parts = re.split(r"\s*[|·•]\s*|\s[-–—]\s", text)
    stamps = [part for part in parts if is_stamp(part)]
    if stamps and len(parts) > 1 and not _BY.match(text):  # what stands beside it may hold other figures
        parts = [part for part in parts if part in stamps or not re.search(r"\d", part)]
    text = " | ".join(part for part in parts if not _RELEASE.fullmatch(part.strip()))
    before, issuer = _issuer(text)
    rest = _STAMP_LABEL.sub(" ", without_stamps(before))
    rest = re.sub(r"[\s|·•,/()–—:-]+", " ", rest).strip(" .")
    by = _BY.match(text) is not None
    beside = bool(stamps) and all(len(part.split()) <= 8 for part in parts)  # noqa: PLR2004
    if not is_stamp(before) and not beside and (len(rest.split()) > 5 or re.search(r"\d", rest) or by):  # noqa: PLR2004
        return False
    if by and rest:
        return False
    _note_stamps(before, facts)
    _note_names(before, facts)
    if issuer:
        facts.publishers.insert(0, issuer.strip(" ."))
    return True


def _without_city(text: str, facts: Facts) -> str:
    """Return a line of a stamp without the city that closes it, which is the dateline."""
    closing = _CITY.search(text) if _TIME.search(text) else None
    if not closing or names.is_section(closing["city"]):
        return text
    facts.dateline = facts.dateline or closing["city"].title()
    return text[: closing.start("city")].rstrip(" –—-")


def _issuer(text: str) -> tuple[str, str]:
    """Return a line without its end that says from whom it is, and that end."""
    before, *rest = _FROM.split(text, maxsplit=1)
    issuer = rest[0].strip(" .") if rest else ""
    known = (
        names.body_in(issuer) or names.paper_in(issuer) or re.fullmatch(r"[A-Z]{2,5}(?: [A-Z]\w+)?", issuer)
    )
    return (before, issuer) if issuer and known else (text, "")


def _note_stamps(text: str, facts: Facts) -> None:
    cuts = [match.start() for match in _PUBLISHED.finditer(text)] or [0]
    cuts = [0, *cuts] if cuts[0] else cuts
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        part = text[start:end]
        if stamp := stamp_with_time(part):
            facts.stamps.append(("update" if _UPDATED.search(part) else "stamp", stamp))


def _note_names(text: str, facts: Facts) -> None:
    """Note what stands on a line beside its dates."""
    city = city_before_date(text)
    plain = without_stamps(text)
    plain = re.sub(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", " | ", plain, flags=_I)
    for part in re.split(r"\s*[|·•,/()–—]\s*|\s-\s|\s{2,}", plain):
        name = _STAMP_LABEL.sub(" ", part).strip(" .:-")
        if writer := _WRITER.fullmatch(part.strip()):
            facts.author = facts.author or names.people_in(writer["names"])[0]
            continue
        if not name or _RELEASE.fullmatch(name) or not name[0].isalpha() or name.startswith(city or "\0"):
            continue
        if publisher := names.body_in(name) or names.paper_in(name):
            _add_publisher(publisher, facts)
        elif names.is_section(name) or (name[0].isupper() and not city):
            facts.section = facts.section or name


def _read_byline(text: str, facts: Facts) -> DropReason | None:
    """Read a byline, with a date, a role or a paper perhaps."""
    if ends_sentence(re.sub(r"\.(?=$)", "", text)) or is_sentence(text) or len(text.split()) > _LOOK:
        return None
    marked = _BY.match(text) or _PRESENTED.match(text)
    parts = [part for part in _SPLIT.split(text[marked.end() :] if marked else text) if part]
    named = [name for part in parts if (name := _without_day(part))]
    people, paper = names.people_in(" | ".join(named))
    halves = re.split(r"\s*[,|/]\s*", text)
    from_paper = len(halves) == 2 and bool(names.paper_in(halves[1]))  # noqa: PLR2004 - a person and a paper
    if not marked and not (people and (from_paper or any(_is_role(half) for half in halves))):
        return None
    if marked and not people and not paper:
        people = author_in(text)
        if people is None:
            return None
        if _NOBODY.search(people):
            people = None
    facts.author = facts.author or people
    if paper:
        _add_publisher(paper, facts)
    for part in parts:
        if stamps_in(part):
            _note_stamps(part, facts)
    return "byline"


def _without_day(part: str) -> str:
    """Return a part of a byline without the day and time beside it: `A. Vale, 4 March 2026, 09:47`."""
    if not stamps_in(part):
        return part
    return _BESIDE_DAY.sub("", _STAMP_LABEL.sub(" ", without_stamps(part)))


def _is_role(text: str) -> bool:
    return names.is_role(text) and not names.is_person(text)


def _add_publisher(name: str, facts: Facts) -> None:
    """Add a publisher, one line of a letterhead to another where they are parts of a name."""
    before = facts.publishers[-1] if facts.publishers else ""
    is_state = names.state_in(name) and not names.body_in(re.sub(r"\b(?:Union|Council)\b", "", name))
    if is_state and names.seat_of(before) == "ministry" and not names.state_in(before):
        facts.publishers[-1] = f"{before}, {name}"
    elif is_state:
        facts.publishers.append(name)
    elif (names.state_in(before) and names.body_in(name)) or (
        names.seat_of(before) == "government" and names.seat_of(name) == "ministry"
    ):
        facts.publishers[-1] = f"{name}, {before}"
    else:
        facts.publishers.append(name)
