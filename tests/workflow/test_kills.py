"""A kill at any instant loses at most what was not yet noted; the long proof is in tests/soak/."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from briefing_app.files import versions
from briefing_app.workflow.opening import open_briefing
from briefing_app.workflow.recovery import Journal
from tests.workflow.killing import ROOT, Places, environment, kills, number

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 10
# Dies when, for that many times, a new file has its name and is about to take the old one's place.
DIES = """
import os, random, signal, sys
from pathlib import Path
from tests.workflow import killing
times, replace = int(sys.argv[2]), Path.replace
def kill(path, target):
    global times
    times -= 1
    if not times:
        os.kill(os.getpid(), signal.SIGKILL)
    return replace(path, target)
Path.replace = kill
killing.SAVES = 1.0
killing.live(killing.Places(Path(sys.argv[1])), random.Random(1))
"""


def test_at_most_one_note_is_lost_and_nothing_lies_about(tmp_path: Path) -> None:
    killer = kills(tmp_path, times=KILLS, most=0.4)
    sys.stdout.write(f"{killer.tell()}\n")
    assert killer.figures["kills"] == KILLS
    assert killer.figures["notes"] > 0
    assert killer.figures["healthy starts"] > 0


@pytest.mark.parametrize(
    ("times", "noted", "saved", "beside"),
    [(1, 0, 0, 0), (2, 1, 0, 1), (3, 1, 1, 0), (4, 1, 1, 0), (5, 2, 1, 1)],
)
def test_the_instant_in_which_a_new_file_lies_beside_the_old_one(
    tmp_path: Path, times: int, noted: int, saved: int, beside: int
) -> None:
    """A note, a save and a version each have that instant."""
    places = Places(tmp_path)
    places.prepare()
    command = [sys.executable, "-c", DIES, str(tmp_path), str(times)]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert number(open_briefing(places.file).briefing) == saved
    assert len(list(places.user.iterdir())) == 1 + beside
    left = Journal(places.journal, random.Random(1)).left_over()  # noqa: S311 - it makes no names
    assert left.problems == ()
    assert [number(each.briefing) for each in left.recovered] == ([noted] if noted > saved else [])
    assert list(places.user.iterdir()) == [places.file]
    listed = versions.listed(places.versions, places.file)
    assert (len(listed.versions), listed.problems) == (1 if times > 3 else 0, ())
