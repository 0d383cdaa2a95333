"""When two words, names, places or dates of a briefing count as the same."""

from __future__ import annotations

import calendar
import functools
import re
import unicodedata

# Words that say nothing of what was agreed: small words, forms of being and saying, and the verbs that give
# an agreement its kind, which is scored apart.
_EMPTY_WORDS = """
    a an the and or of in on at to for from by with as during into over under between among through
    before after than then so such not no any all each other more most very while also according
    is are was were be been being has have had will would shall should could may might must can
    it its their they them this that these those he she his her who whom which what when where
    both two three four sides side leaders minister ministers official officials ministry
    party parties country countries said say says saying told
    agree agreed agreeing agrees decide decided resolved concur concurred commit committed
    reaffirm reaffirmed reaffirming reiterate reiterated confirm confirmed assess assessed
    pledge pledged vow vowed undertook undertake promise promised discuss discussed
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_ADDRESS_WORDS = """
    mr mrs ms miss dr prof sir dame hon honourable honorable he jr sr ii iii iv ret
    general gen lt ltgen maj major brig brigadier col colonel cmdr capt
    admiral adm vice rear sen minister secretary president ambassador
"""
_ADDRESS = frozenset(_ADDRESS_WORDS.split())
_BRITISH = (
    ("defence", "defense"),
    ("programme", "program"),
    ("centre", "center"),
    ("isation", "ization"),
    ("ise", "ize"),
    ("our", "or"),
)
_COUNTRIES = {
    "united states": "US",
    "u.s.": "US",
    "usa": "US",
    "south korea": "KR",
    "republic of korea": "KR",
    "japan": "JP",
    "uk": "GB",
    "united kingdom": "GB",
    "australia": "AU",
    "india": "IN",
    "philippines": "PH",
    "european union": "EU",
}
_LETTERS = str.maketrans("øłđßæ’‘“”–—", "oldsa''\"\"--")
_STEM = 6
_SHORT = 4  # letters of a word whose last s may belong to it
# EDTF's codes for parts of a year: first and last month.
_PARTS = {
    "21": (3, 5),
    "22": (6, 8),
    "23": (9, 11),
    "24": (12, 2),
    "33": (1, 3),
    "34": (4, 6),
    "35": (7, 9),
    "36": (10, 12),
    "37": (1, 4),
    "38": (5, 8),
    "39": (9, 12),
    "40": (1, 6),
    "41": (7, 12),
}
_DATE = re.compile(r"([0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?")
WORDY = 0.6


def plain(text: object) -> str:
    """Return a text in small letters without accents, with straight quotation marks and hyphens."""
    return _plain(str(text or ""))


@functools.cache
def _plain(text: str) -> str:
    split = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in split if not unicodedata.combining(sign)).lower().translate(_LETTERS)


def norm(text: object) -> str:
    """Return the words of a text, whatever stands between them."""
    return " ".join(re.findall(r"[a-z0-9]+", plain(text)))


def stems(text: object) -> list[str]:
    """Return the beginnings of the words that say something, in their order."""
    return list(_stems(plain(text)))


@functools.cache  # each text is compared with many others
def _stems(text: str) -> tuple[str, ...]:
    words = (
        word.strip(".'").replace(".", "")
        for word in re.findall(r"[a-z0-9][a-z0-9'.]*", text.replace("-", " "))
    )
    return tuple(_stem(word) for word in words if word not in _EMPTY and (len(word) > 1 or word.isdigit()))


@functools.cache
def _stem(word: str) -> str:
    for british, american in _BRITISH:
        word = word.replace(british, american)
    word = word.removesuffix("'s")
    if len(word) > _SHORT and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word[:_STEM]


def share(needed: object, present: object) -> float:
    """Return the share of the words of one list that stand in the other."""
    wanted = set(needed) if isinstance(needed, list | set) else set()
    found = set(present) if isinstance(present, list | set) else set()
    return len(wanted & found) / len(wanted) if wanted else 0.0


def wordy(said: object, meant: object) -> bool:
    """Tell whether a text says what another does, without much else."""
    mine, theirs = stems(said), stems(meant)
    return share(theirs, mine) >= WORDY and len(mine) <= 3 * len(theirs) + 4


def name_words(name: object) -> list[str]:
    """Return the words of a person's name without address, rank and initials."""
    words = re.findall(r"[a-z']+", plain(name).replace("-", ""))
    return [word for word in words if word not in _ADDRESS and len(word) > 1]


def same_name(one: object, other: object) -> bool:
    """Tell whether two names are one person's, in whatever order their words stand."""
    mine, theirs = name_words(one), name_words(other)
    if not mine or not theirs:
        return False
    turned = ("".join(mine[n:] + mine[:n]) for n in range(len(mine)))
    return sorted(mine) == sorted(theirs) or "".join(theirs) in turned


def country(code: object) -> str:
    """Return a party's code, also where its name is given."""
    text = str(code or "").strip()
    return _COUNTRIES.get(text.lower(), text.upper())


def place(name: object) -> str:
    """Return a city as it is compared: without its country, article and accents."""
    city = norm(str(name or "").split(",", 1)[0])
    for prefix in ("the ", "city of "):
        if city.startswith(prefix):
            city = city.removeprefix(prefix)
            break
    return city.replace("washington d c", "washington")


def authors(names: object) -> list[str]:
    """Return the authors in a byline, in no order of their own."""
    each = names if isinstance(names, list) else re.split(r"\band\b|[,;&]", str(names))
    return sorted("".join(words) for words in map(name_words, each) if words)


def days(edtf: object) -> str:
    """Return the first and last day that an EDTF value covers, empty where it is open."""
    if not edtf:
        return ""
    text = str(edtf).strip().upper().strip("[]{}")
    ends = text.split("/") if "/" in text else re.split(r"\.\.|,", text)
    first, last = ends[0].strip(), ends[-1].strip()
    return f"{_first(first)}/{_last(last)}"


def latest_start(edtf: str) -> str:
    """Return the last day on which what has this date can begin, empty where that is open."""
    return days(edtf if edtf.startswith("../") else edtf.split("/", maxsplit=1)[0]).partition("/")[2]


def _first(date: str) -> str:
    return _span(date)[0] if date not in ("", "..") else ""


def _last(date: str) -> str:
    return _span(date)[1] if date not in ("", "..") else ""


def _span(date: str) -> tuple[str, str]:
    found = _DATE.fullmatch(date.rstrip("?~%"))
    if not found:
        return date.rstrip("?~%"), date.rstrip("?~%")
    year, month, day = found.groups()
    first_year, last_year = year.replace("X", "0"), year.replace("X", "9")
    if month in _PARTS:
        first, last = _PARTS[month]
        opens, closes = f"{first_year}-{first:02d}", f"{int(last_year) + (last < first)}-{last:02d}"
    elif month and month != "XX":
        opens, closes = f"{first_year}-{month.replace('X', '0')}", f"{last_year}-{month.replace('X', '9')}"
    else:
        opens, closes = f"{first_year}-01", f"{last_year}-12"
    if day and "X" not in day:
        return f"{opens}-{day}", f"{closes}-{day}"
    return f"{opens}-01", f"{closes}-{calendar.monthrange(int(closes[:4]), int(closes[5:7]))[1]:02d}"
