"""No regular expression that reads other people's text can be made to take for ever.

Two repeats without end that can share a stretch of text between them, one within the other or one right after
the other, are what makes matching explode. So no pattern may have them; to be sure, each is also given texts
made to be bad for it, which it must get through before the test's time is out.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

import briefing_app.drafting
import briefing_app.files
from briefing_app.drafting.patterns import Pattern
from tests.house.patterns import adjacent, endless, graphs_of, two_ways_round, way_to

if TYPE_CHECKING:
    from collections.abc import Iterator

READERS = (briefing_app.drafting, briefing_app.files)
FEWEST = 100
MANY = 400
NOT_IN_TEXT = "\x00"
_FOLDED = "only white space can be shared, and of that a folded text has one at a time"
_SHORT = "what can be shared is short: the line that it reads is cut, or one of the two has an end"
# Patterns in which two repeats meet, each with the reason for which that does no harm.
HARMLESS = {
    "files.datelines._TITLE": _FOLDED,
    "files.datelines._UPPER": "all after its city may be absent, so that match() never turns back",
    "files.furniture._BYLINE": _FOLDED,
    "files.furniture._COUNTER": _SHORT,
    "files.furniture._TIME": _FOLDED,
    "files.heads._BY": _FOLDED,
    "files.heads._FROM": _FOLDED,
    "files.heads._RELEASE": _SHORT,
    "files.metadata._ISSUED": _FOLDED,
    "files.metadata._RIGHTS": _SHORT,
    "files.metadata._WRITES_FOR": _SHORT,
    "files.names._STATE": _FOLDED,
    "files.pdf_lines._PAGE_NUMBER": _FOLDED,
    "files.stamps.TIME": _FOLDED,
    "files.tails._EDITORS": _FOLDED,
    "files.tails._ISSUED": _FOLDED,
    "files.web_facts._DATE_TIME": _FOLDED,
}
# Patterns that must be mended: "Ab > Ab > ... !" takes twice as long with each step.
TO_MEND: set[str] = set()


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Return every pattern of the readers by its place: what modules and classes keep, functions write."""
    found: dict[str, re.Pattern[str]] = {}
    for package in READERS:
        for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            module = importlib.import_module(info.name)
            for name, value in vars(module).items():
                for where, pattern in _within(value, name, info.name):
                    if not any(pattern == other for other in found.values()):
                        found[f"{info.name.removeprefix('briefing_app.')}.{where}"] = pattern
            for text in _written(inspect.getsource(module)):
                found.setdefault(f"{info.name.removeprefix('briefing_app.')}: {text}", re.compile(text))
    return found


def _written(source: str) -> Iterator[str]:
    """Yield the patterns that stand as texts in a call of `re` within a function."""
    functions = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef))
    for call in (node for function in functions for node in ast.walk(function)):
        if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("re.") and call.args:
            first = call.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def _within(value: object, name: str, module: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, Pattern):
        value = value.compiled
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


@pytest.mark.no_cover
@pytest.mark.parametrize("where", patterns())
def test_no_two_endless_repeats_meet(where: str) -> None:
    pattern = patterns()[where]
    met = [bool(adjacent(graph) or two_ways_round(graph)) for graph in graphs_of(pattern)]
    assert any(met) == (where in HARMLESS or where in TO_MEND), pattern.pattern


@pytest.mark.no_cover
@pytest.mark.parametrize("where", patterns())
def test_it_gets_through_a_text_that_is_bad_for_it(where: str) -> None:
    pattern = patterns()[where]
    for text in bad_texts(pattern):
        found = [pattern.match(text), pattern.search(text)]
        assert all(each is None or each.end() <= len(text) for each in found)
        if "never turns back" not in HARMLESS.get(where, ""):
            assert pattern.fullmatch(text) is None or text.endswith(NOT_IN_TEXT)


def bad_texts(pattern: re.Pattern[str]) -> set[str]:
    """Return, for each repeat without end, the way to it, a long run of its sign, and what none expects."""
    return {
        way_to(graph, position) + max(graph.signs[position]) * MANY + NOT_IN_TEXT
        for graph in graphs_of(pattern)
        for position in endless(graph)
        if graph.signs[position]
    }


def test_the_readers_have_patterns() -> None:
    assert len(patterns()) >= FEWEST
    assert not {*HARMLESS, *TO_MEND} - set(patterns())


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
