"""Functions, classes and files stay small enough to be read at once. There is no list of exceptions."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FUNCTION, CLASS, FILE = 40, 250, 400


def too_large(name: str, text: str) -> list[str]:
    """Return what in a source text is longer than it may be."""
    found = []
    lines = text.count("\n")
    if lines > FILE:
        found.append(f"{name}: {lines} lines")
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > (CLASS if isinstance(node, ast.ClassDef) else FUNCTION):
            found.append(f"{name}:{node.lineno}: {node.name} has {length} lines")
    return found


def test_nothing_is_too_large(root: Path) -> None:
    sources = [
        path for folder in ("briefing_app", "tools", "tests") for path in (root / folder).rglob("*.py")
    ]
    assert len(sources) > 10
    found = [
        line
        for path in sources
        for line in too_large(str(path.relative_to(root)), path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join(found)


def test_the_check_sees_what_is_too_large() -> None:
    body = "    x = 1\n"
    assert not too_large("a.py", "def f():\n" + body * 39)
    assert too_large("a.py", "def f():\n" + body * 40) == ["a.py:1: f has 41 lines"]
    assert not too_large("a.py", "class C:\n" + body * 249)
    assert too_large("a.py", "class C:\n" + body * 250) == ["a.py:1: C has 251 lines"]
    assert not too_large("a.py", "x = 1\n" * 400)
    assert too_large("a.py", "x = 1\n" * 401) == ["a.py: 401 lines"]
