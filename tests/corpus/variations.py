"""Stories with other countries, people, institutions, numbers and verbs: what was right stays right."""

from __future__ import annotations

import dataclasses
import itertools
import re
import tomllib
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from tests.conftest import ROOT
from tests.corpus.rewriting import everything, replacer, rewritten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.corpus.stories import Story

LEXICON = ROOT / "resources" / "lexicon"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclasses.dataclass(frozen=True)
class Variation:
    """A story that was changed, and how.

    Attributes:
        story: the changed one.
        what: the change, for the person who looks for its cause.
        gone: the numbers of the gold's agreements (from 0) that are no longer asserted.
    """

    story: Story
    what: str
    gone: frozenset[int] = frozenset()


# ----------------------------------------------------------------------------------------- countries

# Countries that take a story's place: without "the" before them, and not in the news together.
STAND_INS = ("PT", "CL", "MA", "HU", "NO", "BG", "UY", "LK", "ZM", "NP")
_STATE = re.compile("Republic|Kingdom|Sultanate|State|Commonwealth")
# The Koreas, whose names overlap, and those that English prints in many ways, stay as they are.
_LEFT_ALONE = ("KR", "KP", "US", "GB", "EU", "UN")
_WITH_THE = ("PH", "NL", "KM", "AE", "GM", "MV", "CG", "CD")
_AMERICAN = {
    "United States": "United Kingdom",
    "U.S.": "U.K.",
    "US": "UK",
    "American": "British",
    "Washington": "London",
}


@cache
def _rows() -> dict[str, dict[str, Any]]:
    table = tomllib.loads((LEXICON / "parties.toml").read_text(encoding="utf-8"))["party"]
    places = tomllib.loads((LEXICON / "places.toml").read_text(encoding="utf-8"))
    unclear = {*places["ambiguous"], *(form for row in table for form in row.get("ambiguous", ()))}
    clear = {code: [city for city in row if city not in unclear] for code, row in places["places"].items()}
    return {row["code"]: row | {"cities": clear.get(row["code"], [])} for row in table}


@cache
def _known_forms() -> dict[str, frozenset[str]]:
    """Return whose each printed form of a state, city or body is, in usual case and in capitals."""
    found: dict[str, set[str]] = {}
    bodies = tomllib.loads((LEXICON / "bodies.toml").read_text(encoding="utf-8"))["body"]
    for row in (*_rows().values(), *bodies):
        for key in ("names", "demonyms", "people", "capitals", "metonyms", "cities", "adjectives"):
            for form in row.get(key, ()):
                found.setdefault(form, set()).add(row["code"])
                found.setdefault(form.upper(), set()).add(row["code"])
    return {form: frozenset(codes) for form, codes in found.items()}


@cache
def _all_forms() -> re.Pattern[str]:
    row = "|".join(re.escape(form) for form in sorted(_known_forms(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{row})(?!\w)")


def countries(story: Story) -> Iterator[Variation]:
    """Yield the story with each of its parties, in turn, played by a country that is not in it."""
    printed: dict[str, set[str]] = {}
    for form in set(_all_forms().findall(everything(story))):
        for code in _known_forms()[form]:
            printed.setdefault(code, set()).add(form)
    free = [code for code in STAND_INS if code not in printed]
    turn = len(story.name) % len(free)
    stand_ins = itertools.cycle(free[turn:] + free[:turn])
    sides = sorted(_sides(story.gold) & set(printed) - set(_LEFT_ALONE) - set(_WITH_THE))
    for code in sides[len(sides) // 2 :] + sides[: len(sides) // 2]:  # not always those of the first letters
        stand_in = next(stand_ins)
        table = _swap(code, stand_in, printed[code])
        if table and not names_of(story) & {word for form in table for word in _WORD.findall(form)}:
            yield _played(story, code, stand_in, table)
    if "US" in printed and "GB" not in printed and printed["US"] <= set(_AMERICAN):
        yield _played(story, "US", "GB", _AMERICAN)


def _played(story: Story, code: str, stand_in: str, table: Mapping[str, str]) -> Variation:
    swap = replacer(table)
    new = "|".join(map(re.escape, table.values()))
    article = re.compile(rf"\b([Aa])n (?=(?:{new})\b)")
    varied = rewritten(
        story, lambda text: article.sub(r"\1 ", swap(text)), lambda side: stand_in if side == code else side
    )
    return Variation(varied, f"{code} → {stand_in}")


def _sides(gold: dict[str, Any]) -> set[str]:
    lists = [each["parties"] for each in gold["agreements"]] + [[p["country"]] for p in gold["participants"]]
    lists += [gold["event"]["parties"]] if gold["event"] else []
    return {code for each in lists for code in each if code}


def _swap(code: str, stand_in: str, printed: set[str]) -> dict[str, str]:
    """Return what takes the place of each form, nothing where one is doubtful or has no counterpart."""
    old, new = _rows().get(code), _rows()[stand_in]
    if old is None or any(len(_known_forms()[form]) > 1 for form in printed):
        return {}
    doubtful, table = set(old.get("ambiguous", ())), {}
    cities = iter(new["cities"])
    for form in sorted(_usual(old, printed)):
        counterpart = _counterpart(form, old, new) or (next(cities, "") if form in old["cities"] else "")
        if not counterpart or form in doubtful or {form} & set(old["names"]) & set(old.get("capitals", ())):
            return {}
        table[form] = counterpart
    return table


def _usual(row: Mapping[str, Any], printed: set[str]) -> set[str]:
    kinds = ("names", "demonyms", "people", "capitals", "metonyms", "cities")
    forms = {form for kind in kinds for form in row.get(kind, ())}
    return {form for form in forms if {form, form.upper()} & printed}


def _counterpart(form: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    if form == old["names"][0]:
        return str(new["names"][0])
    if form in old["names"]:
        full = (name for name in new["names"] if _STATE.search(name))
        return next(full, "") if _STATE.search(form) else ""
    for key in ("demonyms", "people", "capitals"):
        if form in old.get(key, ()) and new.get(key):
            return str(new[key][0])
    return ""


# ------------------------------------------------------------------------------------ people's names

_NEW_NAMES = (
    "Brancati Eskelund Farkas Grimaud Holzner Ivarsen Jelinek Kastrup Marchetti Novotil Ostrander Pellerin "
    "Quarenghi Rosvall Stavrou Tornquist Ulvestad Vasarhel Westergren Yrjola Zamboni Abelsen Cermak Dobrin "
    "Casimir Delphine Emeric Fiorella Gaspard Hedda Isolde Joachim Katrin Lorenzo Mireille Nestor Odette "
    "Romilda Sigrun Tiberiu Ulrike Valdis Wenzel Xaver Yolande Zoltan Bettina Alvaro Ottokar Ludmilla"
)
_HYPHENATED = ("Sung-jun", "Ha-neul", "Kyu-won", "Ji-tae", "Chan-mi", "Seok-ho")
_GIVEN = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_SHORTEST = 3


def names_of(story: Story) -> set[str]:
    """Return the words of all names of people, hyphens cut."""
    gold = story.gold
    names = [each["name"] for each in (*gold["participants"], *gold["mentioned"])]
    names += [each["name"] for each in gold["traps"] if each["panel"] == "participants"]
    author = gold["source"]["author"] or ""
    names += author if isinstance(author, list) else author.split(" and ")
    return {word for name in names for word in _WORD.findall(name)}


def people(story: Story) -> Iterator[Variation]:
    """Yield the story with other names of people, word for word, where they are nothing but names."""
    text = everything(story)
    lower = {word for word in _WORD.findall(text) if word.islower()}
    table: dict[str, str] = {}
    given = iter(_HYPHENATED)
    for name in sorted(set(_GIVEN.findall(" ".join(_full_names(story))))):
        second = name.partition("-")[2]
        if second.islower():  # Man-ki
            table[name] = next(given)
    new = (word for word in _NEW_NAMES.split() if word not in text)
    for word in sorted(names_of(story)):
        plain = word.casefold() not in lower and word not in _known_forms() and word[:1].isupper()
        if plain and len(word) >= _SHORTEST and not any(word in name.split("-") for name in table):
            table[word.title() if word.isupper() else word] = next(new)
    if table:
        yield Variation(rewritten(story, replacer(table)), f"{len(table)} words of names")


def _full_names(story: Story) -> Iterator[str]:
    for each in (*story.gold["participants"], *story.gold["mentioned"]):
        yield each["name"]


# -------------------------------------------------------------------------------------- institutions

# What was invented for a story, and one of its kind that no lexicon has either; codes follow.
_INSTITUTIONS: dict[str, tuple[dict[str, str], ...]] = {
    "dhaka-defence-committee-numbered": (
        {"Joint Defence Cooperation Committee": "Joint Security Cooperation Committee", "JDCC": "JSCC"},
    ),
    "easf-council-kigali-communique": ({"Committee of Experts": "Panel of Experts"},),
    "islamabad-fifth-round-consultations": (
        {"Bilateral Political Consultations": "Bilateral Diplomatic Consultations", "BPC": "BDC"},
        {"Great Steppe Forum": "Silver Horse Forum"},
    ),
    "jordan-italy-strategic-dialogue": ({"Strategic Dialogue": "Security Dialogue"},),
    "karsovia-lethmark-geneva-talks": (
        {"Karsovia": "Ostelia", "Karsovian": "Ostelian"},
        {"Lethmark": "Grunmark"},
    ),
    "kidd-19": (
        {"Integrated Defense Dialogue": "Combined Defense Dialogue", "KIDD": "KCDD"},
        {"Shangri-La Dialogue": "Temasek Dialogue"},
    ),
    "military-committee-fmc-stages": ({"Military Committee Meeting": "Military Council Meeting"},),
    "port-moresby-relief-depots-preview": (
        {"Lavarua": "Motakea"},
        {"South Pacific Defence": "Coral Sea Defence"},
    ),
    "red-sea-contact-group-jeddah": ({"Navigation Contact Group": "Pilotage Contact Group"},),
    "samarkand-steppe-corridor-communique": (
        {"Steppe Corridor Forum": "Lowland Transit Forum", "SCF": "LTF"},
        {"Qarastan": "Belovar"},
    ),
    "seoul-dialogue-foc-to-spring": (
        {"Integrated Defense Dialogue": "Combined Defense Dialogue", "KIDD": "KCDD"},
    ),
    "siem-reap-border-talks-postponed-page": ({"General Border Committee": "General Frontier Committee"},),
    "singapore-sidelines-rankine-bao": ({"Shangri-La Dialogue": "Temasek Dialogue"},),
    "suva-visiting-forces-release": (
        {"South Pacific Defence": "Coral Sea Defence"},
        {"Pacific Response Group": "Pacific Relief Group"},
    ),
    "tokyo-defense-trilateral-talks-18": (
        {"Defense Trilateral Talks": "Security Trilateral Talks", "DTT": "STT"},
    ),
}


def institutions(story: Story) -> Iterator[Variation]:
    """Yield the story with other names of what was invented for it, invented states included."""
    for table in _INSTITUTIONS.get(story.name, ()):
        if any(name in everything(story) for name in table):
            codes = replacer({old.upper(): new.upper() for old, new in table.items()})
            yield Variation(
                rewritten(story, replacer(table), codes), f"{' and '.join(table)} by another name"
            )


# ------------------------------------------------------------------------------------------ ordinals

_NUMBERS = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()  # noqa: SIM905
_NEXT = dict(itertools.pairwise(_NUMBERS))
_GATHERING = (
    "meeting|round|session|plenary|lunch|dialogue|talks|consultations?|time|DTT|KIDD|MCM|SCM|two-plus-two"
)
_PART = "half|quarter|week|day|days|rotation|thirds?"
_ORDINAL = re.compile(
    rf"(?<![\w-])(?:(?P<digits>\d+)(?:st|nd|rd|th)|(?P<word>{'|'.join(_NUMBERS[:-1])}))\b"
    rf"(?! (?:{_PART})\b)(?=(?: [\w.'’“”\"&()-]+){{0,8}}? [“\"]?(?:{_GATHERING})\b)",
    re.IGNORECASE,
)
_TEENS = (11, 12, 13)


def ordinals(story: Story) -> Iterator[Variation]:
    """Yield the story with all its meetings' numbers, but for the first of a row, one higher."""
    changed = rewritten(story, lambda text: _ORDINAL.sub(_one_more, text))
    if changed.article.paragraphs == story.article.paragraphs:
        return
    event = changed.gold["event"]
    # A number that the pattern does not find stays as it is: "the third of the Committee".
    if event and event["ordinal"] and event["ordinal"] in set(_numbers_in(story)):
        changed.gold["event"] = event | {"ordinal": event["ordinal"] + 1}
    yield Variation(changed, "all numbers of meetings + 1")


def _numbers_in(story: Story) -> Iterator[int]:
    """Yield the numbers of meetings that are changed."""
    for text in story.article.paragraphs:
        for found in _ORDINAL.finditer(text):
            word = found["word"]
            yield _NUMBERS.index(word.casefold()) + 2 if word else int(found["digits"])


def _one_more(found: re.Match[str]) -> str:
    if word := found["word"]:
        more = _NEXT[word.casefold()]
        return more.title() if word[0].isupper() else more
    number = int(found["digits"]) + 1
    ending = "th" if number % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


# --------------------------------------------------------------------------------------------- verbs

# A verb and another that gives the same kind.
_VERBS = (
    (r"pledged(?! to\b)", "vowed"),
    (r"pledged(?= to\b)", "undertook"),
    (r"undertook(?= to\b)", "pledged"),
    (r"vowed(?= to\b)", "undertook"),
    (r"(?<!\bwas )(?<!\bwere )committed(?= to [a-z])", "pledged"),
    ("reaffirmed", "reiterated"),
    ("reiterated", "reaffirmed"),
    ("condemned", "denounced"),
    (r"(?<!not )discussed", "explored"),
    ("reviewed", "discussed"),
    ("exchanged views on", "discussed"),
    (r"agreed(?= to [a-z])", "decided"),
    (r"decided(?= to [a-z])", "agreed"),
    ("concurred that", "agreed that"),
    ("emphasised", "underlined"),
    ("stressed", "emphasised"),
    ("underscored", "stressed"),
    ("approved", "endorsed"),
    ("endorsed", "approved"),
    ("expressed serious concern", "voiced serious concern"),
    ("rejected", "opposed"),
)


def verbs(story: Story) -> Iterator[Variation]:
    """Yield the story with one verb after the other replaced by another of its class."""
    for old, new in _VERBS:
        pattern = re.compile(rf"\b{old}\b")
        if any(map(pattern.search, story.article.paragraphs)):
            plain = re.sub(r"\(\?.*?\)+", "", old)
            yield Variation(rewritten(story, partial(pattern.sub, new)), f"{plain} → {new}")
