"""Names of papers, bodies and people as the head of a page prints them."""

from __future__ import annotations

import re

_I = re.IGNORECASE
_PAPER = re.compile(
    r"\b(?:Times|Post|Herald|News|Gazette|Tribune|Journal|Daily|Observer|Monitor|Chronicle|Wire|Newswire"
    r"|Agency"
    r"|Press|Review|Telegraph|Courier|Radio|Television|TV|Broadcasting|Broadcaster|Mail|Mirror|Globe|Guardian"
    r"|Independent|Weekly|Bulletin|Dispatch|Echo|Express|Examiner|Inquirer|Sentinel|Ledger|Record|Network"
    r"|Reuters|AFP|Yonhap|Kyodo|Xinhua|TASS|BBC|CNN|NHK|AP)\b"
)
_SECTIONS = re.compile(
    r"(?:(?:all|latest|top|breaking|local|national|world|international|foreign|domestic|regional) news"
    r"|news|world|asia(?:[- ]pacific)?|europe|americas?|africa|middle east|pacific|oceania|international"
    r"|national"
    r"|politics|defen[cs]e|security|diplomacy|foreign (?:affairs|policy)|military|north korea|business"
    r"|economy"
    r"|opinion|comment(?:ary)?|analysis|editorial|features?|home|nation|local|regions?|press releases?"
    r"|releases"
    r"|news (?:and|&) (?:updates|events|communications)|statements|speeches|media (?:releases|centre|center)"
    r"|newsroom|press room|press (?:centre|center|corner))"
    r"(?:\s*(?:[/&>|,»›–-]|and)\s*[A-Z][\w &'-]{2,24})?",
    _I,
)
_BODY = (
    r"(?:ministr(?:y|ies)|department|office|embassy|government|permanent\s+(?:mission|delegation"
    r"|representation)"
    r"|cabinet|council|secretariat|presidency|headquarters|joint\s+(?:chiefs|staff)|(?:general"
    r"|defen[cs]e)\s+staff"
    r"|command|agency|commission|directorate|bureau|press\s+service|mission|delegation|parliament|chancellery"
    r"|armed\s+forces|defen[cs]e\s+forces?|navy|army|air\s+force|standby\s+force|organi[sz]ation"
    r"|association|alliance|white\s+house|pentagon|nato|european\s+union"
    r"|external\s+action\s+service|prime\s+minister['’]?s?\s+office|foreign\s+office|state\s+department)"
)
_LETTERHEAD = re.compile(
    rf"(?:the\s+)?(?:(?!of\b|and\b)[\w.'’-]+\s+){{0,4}}{_BODY}(?:(?:\s+(?:of|for|to)\b|\s*[,(/|–—-]).*)?", _I
)
_STATE = re.compile(
    r"(?:the\s+)?(?:\w+\s+){0,2}(?:republic|kingdom|federation|commonwealth|state|union)\s+of\s+.+", _I
)
_DOCUMENT = re.compile(
    r"\b(?:statements?|communiqu[eé]s?|declarations?|releases?|meetings?|talks|dialogues?|memorand(?:um|a)"
    r"|agreements?|treaty|remarks|speech(?:es)?|minutes|read-?outs?|visits?|conferences?|summits?"
    r"|consultations"
    r"|press\s+(?:briefing|conference)|round|interview|transcript|calls?|summar(?:y|ies)|conclusions?|notes?|resolutions?|plenary|sessions?)\b",
    _I,
)
_LITTLE = re.compile(r"(?:of|for|the|and|&|de|la|in|on|to|at|des|du|der|van|von|und)")
_ROLE = (
    r"(?:correspondents?|reporters?|editors?|staff writers?|analysts?|columnists?|bureau chief|staff"
    r"|journalists?"
    r"|producers?|photographers?|contributors?|presenter|host|anchor|desk)"
)
# Before a name: "Staff Sgt.", "1st Lt.", "Petty Officer 2nd Class".
_RANK = re.compile(
    r"(?:[123](?:st|nd|rd)\s+)?(?:(?:master|staff|senior|chief|tech(?:nical|\.)?|first|second|command|lance|gunnery"
    r"|petty|warrant|leading|able|flight|lieutenant|lt\.?|major|maj\.?|brigadier|brig\.?|rear|vice"
    r"|private|mass communication)\s+){0,2}"
    r"(?:sgt|sergeant|cpl|corporal|airman|seaman|rating|officer|spc|specialist|pfc|pvt|private|capt|captain|maj"
    r"|major|lt|lieutenant|col|colonel|cmdr|commander|gen|general|brigadier|brig|adm|admiral|ensign)\.?"
    r"(?:\s+(?:1st|2nd|3rd|first|second|third)\s+class)?\s+(?=[A-Z])",
    _I,
)
_PERSON_WORD = re.compile(r"(?:[^\W\d_]\.?(?:[^\W\d_]\.)*|[^\W\d_][\w.'’-]+)", re.UNICODE)
_PARTICLES = re.compile(
    r"(?:de|van|von|der|den|del|della|di|da|dos|al|el|bin|bint|ibn|ben|la|le|ten|ter|y|e)"
)
_NO_PERSON = re.compile(
    rf"\b(?:{_ROLE}|agenc(?:y|ies)|team|service|wire|news|press|ministry|office|department|monitoring|affairs"
    rf"|online|web"
    r"|media|unit|bureau|room|joint|statement|the)\b",
    _I,
)
_PLACED = re.compile(
    r"\s+(?:in|at|from|reporting from)\s+(?:[A-Z][\w.'’-]*)(?:[ ,]+[A-Z][\w.'’-]*)*(?=\s+(?:and|&)\s"
    r"|\s*[,;]|\s*$)"
)
_ADDRESS = re.compile(r"[(\[<]?(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+[)\]>]?")


def paper_in(text: str) -> str | None:
    """Return the name of a paper, agency or station that a short line consists of."""
    name = text.strip(" |·•,-–—")
    if len(name.split()) > 6 or is_section(name) or not _PAPER.search(_normal(name)):  # noqa: PLR2004 - a long name
        return None
    return _normal(name) if _all_capitalised(name) and not _DOCUMENT.search(name) else None


def is_section(text: str) -> bool:
    """Tell whether a short line names a part of a paper or site."""
    return bool(_SECTIONS.fullmatch(text.strip(" |·•,-–—:")))


def body_in(text: str) -> str | None:
    """Return the ministry, office or other body that a line consists of, as in a letterhead."""
    name = re.sub(r"\s+and\s+(?:the\s+)?(?:rt\.?\s+)?hon\b.*", "", text.strip(" |·•,-–—:"), flags=_I)
    if not 1 <= len(name.split()) <= 12 or _DOCUMENT.search(name) or not _all_capitalised(name):  # noqa: PLR2004
        return None
    return _normal(name) if _LETTERHEAD.fullmatch(name) and not name.endswith((".", "?")) else None


def seat_of(text: str) -> str:
    """Return what a name of a letterhead is beside another: a `ministry`, a `government`, or empty."""
    found = re.match(r"(?:the\s+)?(?:(ministry|department)|(?:royal\s+)?(government))\s+of\b", text, _I)
    return "" if not found else "ministry" if found[1] else "government"


def state_in(text: str) -> str | None:
    """Return the state in a line of a letterhead that names only that: `Republic of Veldania`."""
    name = text.strip(" |·•,-–—:")
    fits = len(name.split()) <= 6 and _STATE.fullmatch(name) and _all_capitalised(name)  # noqa: PLR2004
    return _normal(name) if fits and not _DOCUMENT.search(name) else None


def people_in(text: str) -> tuple[str | None, str | None]:
    """Return the people that a byline names, as `A and B`, and the paper that it names after them."""
    plain = _ADDRESS.sub("", re.sub(r"\s*\([^()]*\)", "", text)).strip(" ,;.|")
    if not _RANK.match(plain):
        plain = re.sub(rf"^(?:our |the )?(?:[\w-]+ ){{0,3}}?{_ROLE}\s+(?=[A-Z])", "", plain, flags=_I)
    plain = _PLACED.sub("", plain)
    parts = [part for part in re.split(r"\s*[,;|/]\s*|\s+[-–—]\s+|\s+(?:and|&)\s+|\s+with\s+", plain) if part]
    people = [_normal(part) for part in parts if is_person(part)]
    rest = [part for part in parts if not is_person(part)]
    paper = next((name for part in rest if (name := _without_role(part))), None)
    return (_listed(people) if people else None), paper


def is_person(text: str) -> bool:
    """Tell whether a text can be the name of a person, with a rank perhaps: two to five names or initials."""
    text = text[match.end() :] if (match := _RANK.match(text)) and " " in text[match.end() :] else text
    words = text.split()
    if not 2 <= len(words) <= 5 or _NO_PERSON.search(text) or paper_in(text):  # noqa: PLR2004
        return False
    return words[0][:1].isupper() and all(
        (_PERSON_WORD.fullmatch(word) and word[0].isupper()) or _PARTICLES.fullmatch(word) for word in words
    )


def is_name(text: str) -> bool:
    """Tell whether a short line is made of capitalised words and names no document."""
    return len(text.split()) <= 8 and _all_capitalised(text) and not names_document(text)  # noqa: PLR2004


def names_document(text: str) -> bool:
    """Tell whether a line names a kind of document or event: `Joint Statement`."""
    return bool(_DOCUMENT.search(text))


def is_role(text: str) -> bool:
    """Tell whether a text says what a journalist does: `Defence Correspondent`."""
    return bool(re.search(rf"\b{_ROLE}$", text.strip(), _I)) and len(text.split()) <= 5  # noqa: PLR2004


def _without_role(text: str) -> str | None:
    return paper_in(re.sub(rf"\s+(?:[\w-]+\s+)?{_ROLE}$", "", text, flags=_I)) or body_in(text)


def _listed(people: list[str]) -> str:
    return people[0] if len(people) == 1 else f"{', '.join(people[:-1])} and {people[-1]}"


def _all_capitalised(text: str) -> bool:
    words = [word.strip("()[],.'’“”\"") for word in text.split()]
    return all(not word or _LITTLE.fullmatch(word) or not word[0].islower() for word in words)


def _normal(name: str) -> str:
    """Return a name that is printed in capitals in normal case."""
    if not name.isupper() or len(name) <= 4:  # noqa: PLR2004 - an abbreviation
        return name
    words = [word if "." in word[:-1] else re.sub(r"[^\W\d_]+", _first_large, word) for word in name.split()]
    small = [word.lower() if n and _LITTLE.fullmatch(word.lower()) else word for n, word in enumerate(words)]
    return " ".join(small)


def _first_large(match: re.Match[str]) -> str:
    word, before = match[0], match.string[: match.start()]
    after_mark = before.endswith("-")
    return word.lower() if before and not after_mark else word[0] + word[1:].lower()
