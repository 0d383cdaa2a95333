"""A user's own entries of a lexicon table: what is wrong with them, by line, and how they join the others.

What a table may hold is read from the shipped one: the same keys, with values of the same kind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from briefing_app.drafting.tokens import tokens_of
from briefing_app.model.parties import Party
from briefing_app.model.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

Table = Mapping[str, object]
Way = tuple[str | int, ...]  # from the root of a table to a value

_HEAD = re.compile(r"^\s*(\[\[?)\s*([\w-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^(\s*)[\"']?([\w-]+)[\"']?\s*=")
_NEEDED = {"party": ("code",), "body": ("code",), "verb": ("force",)}
_CODED = ("party", "body")


def problems_in(name: str, own: Table, shipped: Table, text: str) -> tuple[Problem, ...]:
    """Return what is wrong with a user's table.

    Args:
        name: of the table.
        own: what the user's file holds.
        shipped: the table that it is to join.
        text: the file, in which lines are looked up.
    """
    lines = _lines(text)
    found = sorted(
        ((_line_of(way, lines), code, values) for way, code, values in _of_table(own, shipped)), key=_at
    )
    return tuple(
        Problem(code, "error", Place(line=at[0], column=at[1]), {"name": name, **values})
        for at, code, values in found
    )


def _at(wrong: tuple[tuple[int, int], str, dict[str, str | int]]) -> tuple[int, int]:
    return wrong[0]


def merged(shipped: Table, own: Table) -> Table:
    """Return a shipped table with a user's entries over it.

    What the user gives stands in front, so that it counts where both have the same word.
    """
    found: dict[str, object] = dict(shipped)
    for key, value in own.items():
        there = shipped[key]
        if _is_rows(there):
            found[key] = [*_rows(value), *_rows(there)]
        elif isinstance(there, Mapping) and isinstance(value, Mapping):
            found[key] = {**there, **{inner: _joined(there.get(inner), value[inner]) for inner in value}}
        else:
            found[key] = _joined(there, value)
    return found


# -------------------------------------------------------------------------------------------- what is wrong

Wrong = tuple[Way, str, dict[str, str | int]]


def _of_table(own: Table, shipped: Table) -> Iterator[Wrong]:
    for key, value in own.items():
        if key not in shipped:
            yield (key,), "lexicon-key", _near(key, shipped)
        elif _is_rows(shipped[key]):
            yield from _of_rows(key, value, _rows(shipped[key]))
        elif isinstance(shipped[key], Mapping):
            yield from _of_inner(key, value)
        else:
            yield from _of_words((key,), value)


def _of_rows(key: str, value: object, shipped: tuple[Table, ...]) -> Iterator[Wrong]:
    if not _is_rows(value):
        yield (key,), "lexicon-rows", {"key": key}
        return
    known: dict[str, object] = {inner: there for row in shipped for inner, there in row.items()}
    for n, row in enumerate(_rows(value)):
        for inner, found in row.items():
            way = (key, n, inner)
            if inner not in known:
                yield way, "lexicon-key", _near(inner, known)
            elif isinstance(known[inner], list):
                yield from _of_words(way, found)
            elif type(found) is not type(known[inner]):
                code = "lexicon-switch" if isinstance(known[inner], bool) else "lexicon-text"
                yield way, code, {"key": inner}
            elif isinstance(found, str) and not tokens_of(found):
                yield way, "lexicon-empty", {"key": inner}
        yield from _of_row(key, n, row, shipped)


def _of_row(key: str, n: int, row: Table, shipped: tuple[Table, ...]) -> Iterator[Wrong]:
    for needed in _NEEDED.get(key, ()):
        if needed not in row:
            yield (key, n), "lexicon-lacks", {"key": needed}
    code, force = row.get("code"), row.get("force")
    if key in _CODED and isinstance(code, str):
        try:
            TypeAdapter(Party).validate_python(code)
        except ValidationError as error:
            kind = error.errors()[0]["type"]
            told = "party-unknown" if kind == "party-unknown" else "party-form"
            yield (key, n, "code"), told, {"value": code}
    forces = sorted({str(each["force"]) for each in shipped if "force" in each})
    if key == "verb" and isinstance(force, str) and force not in forces:
        yield (key, n, "force"), "lexicon-force", {"value": force, "known": ", ".join(forces)}


def _of_inner(key: str, value: object) -> Iterator[Wrong]:
    """Check a table of lists by country, as `places` has one."""
    if not isinstance(value, Mapping):
        yield (key,), "lexicon-inner", {"key": key}
        return
    for inner, words in value.items():
        try:
            TypeAdapter(Party).validate_python(inner)
        except ValidationError:
            yield (key, inner), "party-form", {"value": str(inner)}
        yield from _of_words((key, str(inner)), words)


def _of_words(way: Way, value: object) -> Iterator[Wrong]:
    key = str(way[-1])
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        yield way, "lexicon-list", {"key": key}
    elif any(not tokens_of(word) for word in value):
        yield way, "lexicon-empty", {"key": key}


def _near(key: str, known: Mapping[str, object]) -> dict[str, str | int]:
    near = get_close_matches(key, known, n=1, cutoff=0.75)
    return {"value": key, "use": near[0] if near else "", "known": ", ".join(sorted(known))}


# -------------------------------------------------------------------------------------------- where it stands


def _lines(text: str) -> dict[Way, tuple[int, int]]:
    """Return line and column of each table and key; of values that run over lines, of their beginning."""
    found: dict[Way, tuple[int, int]] = {}
    counts: dict[str, int] = {}
    head: Way = ()
    for number, line in enumerate(text.split("\n"), 1):
        if table := _HEAD.match(line):
            name = table[2]
            head = (name,)
            if table[1] == "[[":
                head = (name, counts.get(name, 0))
                counts[name] = counts.get(name, 0) + 1
            found.setdefault(head, (number, 1))
            found.setdefault((name,), (number, 1))
        elif key := _KEY.match(line):
            found.setdefault((*head, key[2]), (number, len(key[1]) + 1))
    return found


def _line_of(way: Way, lines: Mapping[Way, tuple[int, int]]) -> tuple[int, int]:
    """Return where a value stands, or the nearest thing around it."""
    return next((lines[way[:end]] for end in range(len(way), 0, -1) if way[:end] in lines), (1, 1))


# -------------------------------------------------------------------------------------------- joining


def _is_rows(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, Mapping) for row in value)


def _rows(value: object) -> tuple[Table, ...]:
    return tuple(value) if isinstance(value, list | tuple) else ()


def _joined(shipped: object, own: object) -> list[object]:
    """Return two lists as one, each word once."""
    both = (value if isinstance(value, list) else [] for value in (own, shipped))
    return list(dict.fromkeys(word for words in both for word in words))
