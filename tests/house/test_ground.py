"""Model and drafting touch no file, network or clock: what the import contracts cannot see."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

CALLS = {"open", "input", "now", "today", "utcnow", "read_bytes", "read_text", "write_bytes", "write_text"}
MODULES = {"urllib.error", "urllib.request", "urllib.robotparser"}


def reaches_out(text: str) -> list[str]:
    """Return what in a source text reaches out of the ground: calls and modules by name."""
    found = []
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in CALLS:
                found.append(name)
            case ast.Import(names=names):
                found += [alias.name for alias in names if alias.name in MODULES]
            case ast.ImportFrom(module=str(module), names=names):
                whole = [module, *(f"{module}.{alias.name}" for alias in names)]
                found += [name for name in whole if name in MODULES]
    return found


@pytest.mark.parametrize("floor", ["model", "drafting"])
def test_the_ground_reaches_out_for_nothing(root: Path, floor: str) -> None:
    sources = list((root / "briefing_app" / floor).rglob("*.py"))
    assert sources
    found = {path.name: reaches_out(path.read_text(encoding="utf-8")) for path in sources}
    assert not {name: what for name, what in found.items() if what}


@pytest.mark.parametrize(
    "line",
    [
        "open(name)",
        "date.today()",
        "datetime.now(UTC)",
        "path.read_text()",
        "import urllib.request",
        "from urllib import request",
        "from urllib.request import urlopen",
    ],
)
def test_the_check_sees_what_reaches_out(line: str) -> None:
    assert reaches_out(line)


def test_the_check_lets_an_address_be_parsed() -> None:
    assert not reaches_out("from urllib.parse import quote\nquote(text)")
