"""Every code of this floor has a sentence, every sentence a code, and every place in it a value."""

from __future__ import annotations

import ast
import string
from typing import TYPE_CHECKING

import pytest

from briefing_app.words.file_problems import SENTENCES
from briefing_app.words.problems import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAKERS = {"Problem", "trouble", "Fault", "_problem", "_told", "_tell", "_stop", "_bad_escape"}
# Those that name the file by themselves.
NAMING = {"trouble", "_refused", "RefusalError"}


@pytest.fixture
def trees(root: Path) -> list[ast.Module]:
    paths = [*(root / "briefing_app" / "files").glob("*.py"), root / "briefing_app" / "model" / "record.py"]
    return [ast.parse(path.read_text(encoding="utf-8")) for path in paths]


def fields(code: str) -> set[str]:
    parts = (part for text in SENTENCES[code] for part in string.Formatter().parse(text))
    # Where `use` is not known, the whole hint is left out.
    return {name for _, name, _, _ in parts if name} - {"use"}


def made(trees: list[ast.Module]) -> Iterator[tuple[str, set[str]]]:
    """Yield each code that is written at a call which makes a problem, with the names of its values."""
    for node in (each for tree in trees for each in ast.walk(tree)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        code = node.args[0]
        if (
            name not in MAKERS | NAMING
            or not isinstance(code, ast.Constant)
            or not isinstance(code.value, str)
        ):
            continue
        if any(keyword.arg is None for keyword in node.keywords):  # **values: cannot be told from here
            continue
        dicts = [
            each for each in (*node.args, *(k.value for k in node.keywords)) if isinstance(each, ast.Dict)
        ]
        keys = {key.value for each in dicts for key in each.keys if isinstance(key, ast.Constant)}
        given = {keyword.arg for keyword in node.keywords if keyword.arg}
        if name in NAMING:
            given.add("name")
        if any(isinstance(keyword.value, ast.Name) and keyword.arg == "values" for keyword in node.keywords):
            continue
        yield code.value, given | {str(key) for key in keys}


def test_every_code_that_is_made_has_a_sentence_and_all_its_values(trees: list[ast.Module]) -> None:
    found = list(made(trees))
    assert len(found) > 60
    known = {code for table in TABLES for code in table}
    assert [code for code, _ in found if code not in known] == []
    lacking = {code: fields(code) - names for code, names in found if code in SENTENCES}
    assert {code: names for code, names in lacking.items() if names} == {}


def test_every_sentence_has_a_code(trees: list[ast.Module]) -> None:
    constants = {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [code for code in SENTENCES if code not in constants] == []
