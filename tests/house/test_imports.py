"""What is loaded when: the command line needs no Qt, and its help needs next to nothing."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

LOAD_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""
START = """
import sys
if {without_qt}:
    sys.modules["PySide6"] = sys.modules["shiboken6"] = None
from briefing_app.__main__ import main
sys.argv[0] = "briefing-app"
try:
    status = main()
except SystemExit as end:
    status = end.code
print("loaded:", *sorted({{name.partition(".")[0] for name in sys.modules}}))
sys.exit(status)
"""


def python(root: Path, code: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run code in a Python of its own, in the checkout."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("floor", ["words", "model", "files", "exporting", "workflow", "cli"])
def test_no_floor_but_the_window_loads_qt(root: Path, floor: str) -> None:
    done = python(root, LOAD_ALL, f"briefing_app.{floor}")
    assert done.returncode == 0, done.stderr
    assert not {"PySide6", "shiboken6"} & set(done.stdout.split())


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["export", "--help"], ["diff", "--help"]])
def test_help_loads_neither_qt_nor_pydantic_nor_typst(root: Path, arguments: list[str]) -> None:
    done = python(root, START.format(without_qt=False), *arguments)
    assert done.returncode == 0, done.stderr
    said, _, loaded = done.stdout.partition("loaded:")
    assert said.strip()
    assert not {"PySide6", "shiboken6", "pydantic", "typst"} & set(loaded.split())


def test_a_pdf_is_made_where_qt_cannot_be_loaded(root: Path, tmp_path: Path) -> None:
    sample = root / "resources" / "examples" / "kidd-19.briefing"
    printed = tmp_path / "sample.pdf"
    done = python(root, START.format(without_qt=True), "export", sample, "-o", printed)
    assert done.returncode == 0, done.stderr
    assert printed.read_bytes().startswith(b"%PDF-")
