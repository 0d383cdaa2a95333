"""No code of others enters because it is installed beside the program."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_RUNS = "import briefing_app.model.briefing as b; b.Briefing.model_rebuild()"


def _install(folder: Path) -> Path:
    """Install a plugin of pydantic that leaves a trace, and return the trace."""
    (folder / "evil.py").write_text(
        "from pathlib import Path\n"
        "Path(__file__).with_name('trace').touch()\n"
        "class Plugin:\n"
        "    def new_schema_validator(self, *args, **kwargs):\n"
        "        return None, None, None\n"
        "plugin = Plugin()\n",
        encoding="utf-8",
    )
    metadata = folder / "evil-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Name: evil\nVersion: 1\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text("[pydantic]\nevil = evil:plugin\n", encoding="utf-8")
    return folder / "trace"


def _run(code: str, root: Path, folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{folder}"}
    environment.pop("PYDANTIC_DISABLE_PLUGINS", None)
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)


def test_a_plugin_that_is_installed_does_not_run(root: Path, tmp_path: Path) -> None:
    trace = _install(tmp_path)
    _run("import pydantic\nclass A(pydantic.BaseModel): ...", root, tmp_path)
    assert trace.exists()  # without us it runs
    trace.unlink()
    _run(_RUNS, root, tmp_path)
    assert not trace.exists()


def test_the_search_is_not_even_loaded(root: Path, tmp_path: Path) -> None:
    _run(f"{_RUNS}; import sys; assert 'importlib.metadata' not in sys.modules", root, tmp_path)


def test_what_else_is_asked_of_the_loader_comes_from_the_real_one(root: Path, tmp_path: Path) -> None:
    code = "import briefing_app.model; from pydantic.plugin._loader import PYDANTIC_ENTRY_POINT_GROUP as g"
    _run(f"{code}; assert g == 'pydantic'", root, tmp_path)


def test_only_annotations_of_schemas_are_left_unread(root: Path, tmp_path: Path) -> None:
    code = """
import briefing_app.model
import typing_extensions
from pydantic import BaseModel, ValidationError
from pydantic_core import core_schema

assert not hasattr(core_schema.CoreConfig, "__required_keys__")

class Shape(typing_extensions.TypedDict):
    n: int

class Holder(BaseModel):
    shape: Shape

assert Holder(shape={"n": 1}).shape == {"n": 1}
try:
    Holder(shape={"n": "many"})
except ValidationError:
    pass
else:
    raise SystemExit("it was taken")
"""
    _run(code, root, tmp_path)
