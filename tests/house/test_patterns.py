"""No regular expression that reads other people's text can be made to take for ever.

Two repeats without end that can share a stretch of text between them, one within the other or one right after
the other, are what makes matching explode. So no pattern may have them; to be sure, each is also given texts
made to be bad for it, which it must get through before the test's time is out.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

import briefing_app.drafting
import briefing_app.files
from tests.house.patterns import adjacent, endless, graphs_of, two_ways_round, way_to

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

READERS = (briefing_app.drafting, briefing_app.files)
FEWEST = 40
MANY = 2_000
NOT_IN_TEXT = "\x00"
# Patterns in which two repeats meet, each with the reason for which that does no harm.
HARMLESS: dict[str, str] = {}


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Return every pattern that a module or class of the readers keeps, by its place."""
    found: dict[str, re.Pattern[str]] = {}
    for package in READERS:
        for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            for name, value in vars(importlib.import_module(info.name)).items():
                for where, pattern in _within(value, name, info.name):
                    if not any(pattern == other for other in found.values()):
                        found[f"{info.name.removeprefix('briefing_app.')}.{where}"] = pattern
    return found


def _within(value: object, name: str, module: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield name, value
        return
    inner: list[tuple[object, object]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, tuple | list):
        inner = list(enumerate(value))
    elif isinstance(value, type) and value.__module__ == module:
        inner = list(vars(value).items())
    for key, each in inner:
        yield from _within(each, f"{name}.{key}", module)


@pytest.mark.parametrize("where", patterns())
def test_no_two_endless_repeats_meet(where: str) -> None:
    pattern = patterns()[where]
    met = [bool(adjacent(graph) or two_ways_round(graph)) for graph in graphs_of(pattern)]
    assert any(met) == (where in HARMLESS), pattern.pattern


@pytest.mark.parametrize("where", patterns())
def test_it_gets_through_a_text_that_is_bad_for_it(where: str) -> None:
    pattern = patterns()[where]
    for text in bad_texts(pattern):
        assert sum(1 for _ in pattern.finditer(text)) <= len(text) + 1
        pattern.fullmatch(text)


def bad_texts(pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield, for each repeat without end, the way to it, a long run of its sign, and what none expects."""
    seen = set()
    for graph in graphs_of(pattern):
        for position in endless(graph):
            for sign in sorted(graph.signs[position])[-1:]:
                text = way_to(graph, position) + sign * MANY + NOT_IN_TEXT
                if text not in seen:
                    seen.add(text)
                    yield text


def test_the_readers_have_patterns() -> None:
    assert len(patterns()) >= FEWEST


def test_no_pattern_is_made_where_it_is_used(root: Path) -> None:
    """One that is no value of a module or class would go unwatched."""
    hidden = []
    for folder in ("drafting", "files"):
        for path in sorted((root / "briefing_app" / folder).rglob("*.py")):
            for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(function, ast.FunctionDef):
                    hidden += [f"{path.name}: {ast.unparse(call)}" for call in _calls(function)]
    assert not hidden


def _calls(function: ast.FunctionDef) -> list[ast.Call]:
    """Return the calls by which a function makes a pattern of a text that stands in it."""
    return [
        node
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]


class TestGraph:
    @pytest.mark.parametrize(
        "bad", [r"(?:a+)+b", r"(?:a|a)*b", r"(?:a|ab|b)*c", r"(?:\w+\s?)*$", r"(?:x+y?)*z", r"x(?=(?:a*)*b)"]
    )
    def test_nested_repeats_are_found(self, bad: str) -> None:
        assert any(map(two_ways_round, graphs_of(re.compile(bad))))

    @pytest.mark.parametrize(
        "bad", [r"\s*\s+", r".*.*x", r"\w+[a-f]*\d", r"\s*,?\s*x", r"(?i:[A-Z]+)[a-z]{2,}"]
    )
    def test_adjacent_ones_are_found(self, bad: str) -> None:
        assert any(map(adjacent, graphs_of(re.compile(bad))))

    @pytest.mark.parametrize(
        "good",
        [r"(?:\s\w+)*", r"\w+\s+\d+", r"(?:ab)+c", r"a{1,5}a{1,5}", r"\s*+\s*", r"(?>a+)a*", r".*?x[^x]*"],
    )
    def test_others_are_not(self, good: str) -> None:
        graphs = graphs_of(re.compile(good))
        assert not any(map(adjacent, graphs))
        assert not any(map(two_ways_round, graphs))
