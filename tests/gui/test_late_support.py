"""What PySide has for its tools is loaded when somebody asks for it, and all else is as it always is."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_TOOL = "shibokensupport.signature.lib.pyi_generator"
_ASKS = """
from PySide6.QtCore import QObject, QTimer
for call in (lambda: QObject().setObjectName(3), lambda: QTimer(foo=3), lambda: QTimer().start("a", 2, 3)):
    try:
        call()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
import sys, zipfile
print(len(sys.meta_path), sorted(type(each).__name__ for each in sys.meta_path))
"""


def run(code: str, root: Path) -> str:
    """Run a program and return what it prints."""
    environment = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True
    )
    assert done.stderr == ""
    return done.stdout


def test_a_tool_is_not_compiled_until_something_of_it_is_asked_for(root: Path) -> None:
    code = f"""
import briefing_app.gui.before_qt, PySide6.QtCore, sys
tool = sys.modules[{_TOOL!r}]
print("Formatter" in vars(tool), tool.Formatter.__name__, "Formatter" in vars(tool))
try:
    tool.nothing
except AttributeError:
    print("nothing")
"""
    assert run(code, root).split() == ["False", "Formatter", "True", "nothing"]


def test_errors_and_finders_are_as_without_us(root: Path) -> None:
    told = run(_ASKS, root)
    assert told.count("Error") == 3
    assert run(f"import briefing_app.gui.before_qt\n{_ASKS}", root) == told


def test_after_pyside_nothing_is_changed(root: Path) -> None:
    code = """
import PySide6.QtCore, sys
before = sys.meta_path
import briefing_app.gui.before_qt
print(sys.meta_path is before)
"""
    assert run(code, root).strip() == "True"
