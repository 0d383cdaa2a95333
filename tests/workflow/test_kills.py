"""A kill at any instant loses at most what was not yet noted; the long proof is in tests/soak/."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.workflow.killing import kills

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 10


def test_at_most_one_note_is_lost_and_nothing_lies_about(tmp_path: Path) -> None:
    killer = kills(tmp_path, times=KILLS, most=0.4)
    sys.stdout.write(f"{killer.tell()}\n")
    assert killer.figures["kills"] == KILLS
    assert killer.figures["notes"] > 0
    assert killer.figures["healthy starts"] > 0
