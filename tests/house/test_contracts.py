"""Who may import whom: the contracts of pyproject.toml hold, and each of them can fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PLANTS = {
    "upwards": ("floors", {"model/planted.py": "import briefing_app.cli\n"}),
    "sideways": ("floors", {"cli/planted.py": "import briefing_app.gui\n"}),
    "a floor nobody placed": ("floors", {"attic/__init__.py": ""}),
    "Qt in exporting": ("qt", {"exporting/planted.py": "import PySide6.QtGui\n"}),
    "Qt in the command line": ("qt", {"cli/planted.py": "def f():\n    from PySide6 import QtCore\n"}),
    "typst in the command line": ("typst", {"cli/planted.py": "import typst\n"}),
    "files in the model": ("pure", {"model/planted.py": "from pathlib import Path\n"}),
    "the network in drafting": ("pure", {"drafting/planted.py": "import http.client\n"}),
    "files in the model, by way of another floor": (
        "pure",
        {"model/planted.py": "import briefing_app.assets\n", "assets.py": "import os\n"},
    ),
    "a circle": (
        "acyclic",
        {
            "model/one.py": "import briefing_app.model.two\n",
            "model/two.py": "import briefing_app.model.one\n",
        },
    ),
}


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """Return a copy of the package with its contracts."""
    quiet = shutil.ignore_patterns("__pycache__")
    shutil.copytree(root / "briefing_app", tmp_path / "briefing_app", ignore=quiet)
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def lint(folder: Path, *arguments: str) -> tuple[int, str]:
    """Check the contracts in a folder; return the exit status and what was said."""
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [program, "--no-cache", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_the_contracts_hold(copy: Path) -> None:
    status, said = lint(copy)
    assert status == 0, said


@pytest.mark.parametrize("plant", PLANTS)
def test_a_planted_violation_is_seen(copy: Path, plant: str) -> None:
    contract, files = PLANTS[plant]
    for name, text in files.items():
        (copy / "briefing_app" / name).parent.mkdir(exist_ok=True)
        (copy / "briefing_app" / name).write_text(text, encoding="utf-8")
    status, said = lint(copy, "--contract", contract)
    assert status == 1, said
    assert "BROKEN" in said or "attic" in said
