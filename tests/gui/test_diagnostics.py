from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.gui.diagnostics import PARTS, parts

if TYPE_CHECKING:
    from pathlib import Path


def plain(name: str) -> str:
    """Return the name of a package as indexes compare it."""
    return re.sub("[-_.]+", "-", name).casefold()


def test_every_part_that_is_installed_to_run_is_told_with_its_licence(root: Path) -> None:
    lock = (root / "requirements" / "run.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE))
    assert {plain(name) for name in PARTS} == {plain(name) for name in locked}
    assert all(version and licence for _, version, licence in parts())
