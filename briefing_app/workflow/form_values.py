"""Values of fields as they are typed: what stands in a field, and what becomes of what is typed there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefing_app.model.briefing import Briefing, Expansion
from briefing_app.model.checks import MOST_WORDS
from briefing_app.model.items import When
from briefing_app.model.markup import plain_text, rich_text
from briefing_app.model.outline import party_name
from briefing_app.model.parties import chip, country_names, known_code, name_of
from briefing_app.words import ntr, tr
from briefing_app.workflow.bodies import bodies, body_named, is_shared
from briefing_app.workflow.fields import value_of
from briefing_app.workflow.form_dates import read_day, read_published
from briefing_app.workflow.typed import Typed, wrong

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from briefing_app.model.record import Record
    from briefing_app.workflow.fields import Field

LINES = ("markdown", "readings", "glossary", "tracks")  # kinds that are typed in several lines
_UNNAMED = "-"  # in the line of a track without a name
_SEPARATORS = re.compile(r"[,;\n]")
_PARTY = re.compile(r"[A-Z][A-Z0-9+-]{1,11}")
_LONGEST = 12


def shown(record: Record, field: Field, briefing: Briefing) -> str:
    """Return what stands in a field when it is opened; of a date its printed words."""
    value = value_of(record, field.name)
    if value is None or value is False:
        return ""
    if isinstance(value, When):
        return value.phrase
    if field.kind in ("party", "country"):
        return _party_shown(briefing, str(value))
    if isinstance(value, tuple):
        return _all_shown(field, value, briefing)
    return "yes" if value is True else str(value)


def _all_shown(field: Field, values: tuple[Any, ...], briefing: Briefing) -> str:
    """Return several values as they are typed: in lines where each may be long, else with commas."""
    words = dict(field.choices)
    show: Mapping[str, Callable[[Any], str]] = {
        "readings": lambda each: each.value,
        "tracks": lambda each: each.name or _UNNAMED,
        "glossary": lambda each: f"{each.abbreviation} = {each.expansion}",
        "parties": lambda each: _party_shown(briefing, each),
        "several": lambda each: words.get(each, each),
    }
    return ("\n" if field.kind in LINES else ", ").join(map(show.get(field.kind, str), values))


def _party_shown(briefing: Briefing, code: str) -> str:
    """Return a party as it is typed: a name that leads back to its code, else the code."""
    name = party_name(briefing, code)
    fits = "," not in name and ";" not in name and _code_of(briefing, name) == code
    return name if fits else code


def read(field: Field, typed: str, briefing: Briefing) -> Typed:
    """Return what typed text becomes in a field; dates are read by `read_date`.

    Args:
        field: the field.
        typed: what was typed.
        briefing: knows the names of the bodies that are parties.
    """
    text = typed.strip() if field.kind in LINES else " ".join(typed.split())
    if not text or (field.kind == "flag" and text != "yes"):
        return _empty(field)
    readers: Mapping[str, Callable[[Field, str, Briefing], Typed]] = {
        "markdown": _markdown,
        "readings": _readings,
        "tracks": _tracks,
        "several": _several,
        "glossary": _glossary,
        "number": _number,
        "flag": _flag,
        "names": _names,
        "party": _one_party,
        "country": _country,
        "parties": _parties,
        "choice": _choice,
        "day": _day,
        "published": _published,
    }
    return readers[field.kind](field, text, briefing) if field.kind in readers else Typed(text)


def _empty(field: Field) -> Typed:
    if field.required:
        return wrong("field-empty", field=field.label)
    if field.kind == "flag":
        return Typed(value=False)
    return Typed(() if field.kind in ("names", "parties", "glossary", "several") else None)


def _markdown(_field: Field, text: str, _briefing: Briefing) -> Typed:
    clean = "\n".join(line.rstrip() for line in text.splitlines())
    return Typed(clean)


def _readings(_field: Field, text: str, _briefing: Briefing) -> Typed:
    return Typed(tuple(" ".join(line.split()) for line in text.splitlines() if line.strip()))


def _tracks(field: Field, text: str, briefing: Briefing) -> Typed:
    found = _readings(field, text, briefing).value
    names = found if isinstance(found, tuple) else ()
    return Typed(tuple(None if name == _UNNAMED else name for name in names))


def _several(field: Field, text: str, _briefing: Briefing) -> Typed:
    """Return some of the choices by their words; a dotted name stands for itself."""
    by_words = {words.casefold(): value for value, words in field.choices}
    heads = {value.partition(".")[0] for value, _ in field.choices}
    found: list[str] = []
    for piece in _pieces(text):
        name = by_words.get(piece.casefold(), piece)
        if name.partition(".")[0] not in heads:
            known = ", ".join(words for _, words in field.choices)
            return wrong("field-choice", value=piece, known=known)
        found.append(name)
    once = tuple(dict.fromkeys(found))
    words = ", ".join(dict(field.choices).get(each, each) for each in once)
    return Typed(once, tr("not in the source in so many words: {fields}", fields=words))


def _glossary(_field: Field, text: str, _briefing: Briefing) -> Typed:
    found: list[Expansion] = []
    for line in filter(str.strip, text.splitlines()):
        short, sign, full = (" ".join(part.split()) for part in line.partition("="))
        if not (short and sign and full):
            return wrong("field-glossary", value=line.strip())
        found.append(Expansion(abbreviation=short, expansion=full))
    return Typed(tuple(found))


def words_told(text: str) -> str:
    """Return how many words a bottom line has of those that are enough: "37/50 words"."""
    n = len(plain_text(rich_text(text)).split())
    if n > MOST_WORDS:
        return tr("{n}/{most} words: shorten it", n=n, most=MOST_WORDS)
    return ntr("{n}/{most} word", "{n}/{most} words", n, most=MOST_WORDS)


def _number(field: Field, text: str, _briefing: Briefing) -> Typed:
    digits = text.rstrip("stndrhSTNDRH.")
    if digits.isascii() and digits.isdigit() and int(digits[:9]) > 0:
        return Typed(int(digits[:9]))
    return wrong("field-number", field=field.label, value=text)


def _flag(_field: Field, _text: str, _briefing: Briefing) -> Typed:
    return Typed(value=True)


def _names(_field: Field, text: str, _briefing: Briefing) -> Typed:
    return Typed(tuple(_pieces(text)))


def _pieces(text: str) -> Iterable[str]:
    return dict.fromkeys(piece.strip() for piece in _SEPARATORS.split(text) if piece.strip())


def _choice(field: Field, text: str, _briefing: Briefing) -> Typed:
    for value, words in field.choices:
        if text.casefold() in (value.casefold(), words.casefold()):
            return Typed(value)
    known = ", ".join(words for _, words in field.choices)
    return wrong("field-choice", value=text, known=known)


def _day(_field: Field, text: str, briefing: Briefing) -> Typed:
    return read_day(text, briefing.as_of)


def _published(_field: Field, text: str, briefing: Briefing) -> Typed:
    return read_published(text, briefing.as_of)


# ----------------------------------------------------------------------------------------------- parties


def _country(_field: Field, text: str, briefing: Briefing) -> Typed:
    code = _code_of(briefing, text)
    if code is None or code not in country_names():
        return wrong("field-country", value=text)
    return Typed(code, country_names()[code])


def _one_party(_field: Field, text: str, briefing: Briefing) -> Typed:
    code, named = _party(briefing, text)
    if code is None:
        return wrong("field-party", value=text)
    return Typed(code, _told(briefing, (code,), named), named=named)


def _parties(_field: Field, text: str, briefing: Briefing) -> Typed:
    codes: list[str] = []
    named: list[Expansion] = []
    for piece in _pieces(text):
        code, new = _party(briefing, piece)
        if code is None:
            return wrong("field-party", value=piece)
        codes.append(code)
        named += new
    once = tuple(dict.fromkeys(codes))
    return Typed(once, _told(briefing, once, named), named=tuple(named))


def _told(briefing: Briefing, codes: Iterable[str], named: Iterable[Expansion]) -> str:
    """Return the chips of parties with their names; of one that is new, that the glossary gets it."""
    new = {each.abbreviation: each.expansion for each in named}
    parts = [
        tr("{chip}: {name}, new in the glossary", chip=code, name=new[code])
        if code in new
        else tr("{chip}: {name}", chip=chip(code), name=party_name(briefing, code))
        for code in codes
    ]
    return " · ".join(parts)


def _code_of(briefing: Briefing, text: str) -> str | None:
    """Return the party that a name, an abbreviation or a code means, None where that is not certain."""
    wanted = text.strip().casefold()
    short, _, rest = text.strip().partition(" (")
    code = _code_of(briefing, short) if rest else None
    if code and _with_code(code, party_name(briefing, code)).casefold() == wanted:  # as it is offered
        return code
    for each in briefing.glossary:
        code = each.abbreviation
        if _PARTY.fullmatch(code) and wanted in (code.casefold(), each.expansion.casefold()):
            return code
    upper = text.strip().upper()
    return upper if name_of(upper) else known_code(text)


def _party(briefing: Briefing, text: str) -> tuple[str | None, tuple[Expansion, ...]]:
    """Return the code of a party, and its printed form where it is new: "NATO (North Atlantic …)"."""
    known = _code_of(briefing, text)
    if known is not None:
        return known, ()
    short, _, rest = text.strip().partition(" (")
    body = body_named(text) or (body_named(short) if rest else None)
    if body is not None:
        return body.code, (Expansion(abbreviation=body.code, expansion=body.name),)
    if is_shared(text):
        return None, ()
    short, _, rest = text.partition("(")
    printed = rest.rstrip(") ") or text
    code = re.sub(r"[^A-Z0-9+-]+", "-", short.strip().upper()).strip("-")[:_LONGEST].rstrip("-")
    if not _PARTY.fullmatch(code) or len(code) == len("XX"):
        return None, ()  # two letters are a country's code, and this one is none
    return code, (Expansion(abbreviation=code, expansion=printed),)


def party_names(briefing: Briefing) -> tuple[str, ...]:
    """Return the parties that can be typed, by name and then by code; those of the briefing come first."""
    named = {each.abbreviation: each.expansion for each in briefing.glossary}
    own = {code: name for code, name in named.items() if _PARTY.fullmatch(code)}
    unions = {code: name_of(code) or "" for code in ("EU", "UN")}
    shipped = {each.code: each.name for each in bodies() if each.code not in own}
    known = (
        own | unions | shipped | dict(sorted(country_names().items(), key=lambda pair: pair[1].casefold()))
    )
    codes = (_with_code(code, name) for code, name in known.items())
    return tuple(dict.fromkeys((*known.values(), *codes)))


def _with_code(code: str, name: str) -> str:
    return f"{chip(code)} ({name})"
