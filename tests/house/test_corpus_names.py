"""The grammar knows no story: neither its people nor what was invented for it."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Parts of names that are words or names of something else as well, each with what else it is.
ORDINARY = {
    "abu": "a particle, listed with the others",
    "bin": "a particle, listed with the others",
    "bint": "a particle, listed with the others",
    "grace": "in Your Grace",
    "grant": "a verb",
    "iii": "a numeral",
    "lord": "a form of address",
    "nam": "the Non-Aligned Movement",
    "rose": "a verb",
    "said": "a verb",
    "sunday": "a day",
    "van": "a particle, listed with the others",
    "von": "a particle, listed with the others",
}
# All their words are names of the world, many of which people bear too.
OF_THE_WORLD = ("parties.toml", "places.toml")
SHORTEST = 3
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def golds(root: Path) -> list[dict[str, Any]]:
    found = [json.loads(path.read_text(encoding="utf-8")) for path in root.glob("tests/corpus/*/gold.json")]
    assert found
    return found


def names_in(gold: dict[str, Any]) -> Iterator[str]:
    """Yield the names of all people of a story: who attended, who is mentioned, who wrote it."""
    for each in (*gold["participants"], *gold["mentioned"]):
        yield each["name"]
    for each in gold["traps"]:
        if each["panel"] == "participants":
            yield each["name"]
    authors = gold["source"]["author"] or ""
    yield from authors if isinstance(authors, list) else authors.split(" and ")


def codes_in(value: object, key: str = "") -> Iterator[str]:
    """Yield the codes of all parties of a gold, at whatever depth."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from codes_in(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from codes_in(inner, key)
    elif isinstance(value, str) and key.removesuffix("_ok") in ("parties", "country"):
        yield value


# The Indian Ocean Commission; in the grammar the same letters are a stage of OPCON. And the League
# of Arab States: a particle of names there.
REAL = {"IOC", "LAS"}


@pytest.fixture(scope="module")
def known(root: Path) -> dict[str, frozenset[str]]:
    """Return the words of every file of the grammar and its lexicon, in small letters."""
    files = [*root.glob("briefing_app/drafting/*.py"), *root.glob("resources/lexicon/*.toml")]
    assert len(files) > 1
    return {path.name: frozenset(_words(path)) for path in files}


def _words(path: Path) -> Iterator[str]:
    """Yield the words of a file in small letters; of a program those that are no names of its own things."""
    for word in WORD.findall(path.read_text(encoding="utf-8")):
        if path.suffix != ".py" or not word.islower():
            yield word.casefold()


def test_the_grammar_names_no_person_of_a_story(root: Path, known: dict[str, frozenset[str]]) -> None:
    parts = {
        part.casefold()
        for gold in golds(root)
        for name in names_in(gold)
        for part in WORD.findall(name)
        if len(part) >= SHORTEST
    }
    assert parts
    found = {
        f"{part} in {file}"
        for file, words in known.items()
        if file not in OF_THE_WORLD
        for part in (parts & words) - set(ORDINARY)
    }
    assert not found


def test_the_grammar_names_nothing_that_was_invented(root: Path, known: dict[str, frozenset[str]]) -> None:
    tables = root / "resources" / "lexicon"
    bodies = tomllib.loads((tables / "bodies.toml").read_text(encoding="utf-8"))["body"]
    parties = tomllib.loads((tables / "parties.toml").read_text(encoding="utf-8"))["party"]
    listed = {row["code"] for row in (*bodies, *parties)}
    invented = {code for gold in golds(root) for code in codes_in(gold)} - listed - REAL
    assert invented
    found = {
        f"{code} in {file}" for file, words in known.items() for code in invented if code.casefold() in words
    }
    assert not found


def test_no_exception_is_idle(root: Path, known: dict[str, frozenset[str]]) -> None:
    parts = {
        part.casefold() for gold in golds(root) for name in names_in(gold) for part in WORD.findall(name)
    }
    assert not {
        word for word in ORDINARY if word not in parts or not any(word in words for words in known.values())
    }
