"""Names say what a thing is about, and a test stands where its subject stands."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Drawers into which anything fits.
DRAWERS = {"common", "core", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}
DRAWER_CLASSES = ("Helper", "Helpers", "Manager", "Util", "Utils")
NOT_MIRRORED = {"corpus", "house", "journeys", "packaging", "soak"}


def test_no_module_is_a_drawer(root: Path) -> None:
    modules = [path for folder in ("briefing_app", "tools") for path in (root / folder).rglob("*.py")]
    assert modules
    parts = {part for path in modules for part in path.relative_to(root).with_suffix("").parts}
    assert not {part for part in parts if DRAWERS & set(part.lower().split("_"))}


def test_no_class_is_a_drawer(root: Path) -> None:
    classes = [
        node.name
        for path in (root / "briefing_app").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    assert classes
    assert not [name for name in classes if name.endswith(DRAWER_CLASSES)]


def test_every_folder_of_tests_mirrors_one_of_the_package(root: Path) -> None:
    folders = {path.parent.relative_to(root / "tests") for path in (root / "tests").rglob("test_*.py")}
    mirrored = {folder for folder in folders if not NOT_MIRRORED & set(folder.parts)}
    assert mirrored
    assert not {str(folder) for folder in mirrored if not (root / "briefing_app" / folder).is_dir()}
