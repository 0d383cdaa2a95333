"""The release of PySide6 in use is one that the program can live with."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib import metadata
from typing import TYPE_CHECKING

from packaging.requirements import Requirement

if TYPE_CHECKING:
    from pathlib import Path

# A faulty release gives one reference to None away per call, until the interpreter aborts: so in a process
# of its own.
CALLS = 300_000
PROBE = f"""
import sys
from PySide6.QtCore import QObject
thing = QObject()
before = sys.getrefcount(None)
for _ in range({CALLS}):
    thing.setObjectName("x")
print(before - sys.getrefcount(None))
"""


def test_methods_that_return_nothing_give_no_reference_away() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert abs(int(done.stdout)) < CALLS / 100


def test_the_release_is_not_an_excluded_one(root: Path) -> None:
    with (root / "pyproject.toml").open("rb") as file:
        wanted = [Requirement(text) for text in tomllib.load(file)["project"]["dependencies"]]
    qt = next(requirement for requirement in wanted if requirement.name == "PySide6-Essentials")
    assert metadata.version("PySide6-Essentials") in qt.specifier
    for faulty in ("6.11.0", "6.11.1", "6.12.0"):
        assert faulty not in qt.specifier
