"""A save that is killed at any instant leaves the old file or the new one.

Between giving the new file its name and letting it take the old one's place lies an instant: a kill just then
leaves the new file, whole and hidden, beside the old one. No system call does both.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 200
WRITER = """
import sys, itertools
from pathlib import Path
from briefing_app.files.atomic import write_atomic
path = Path(sys.argv[1])
print("ready", flush=True)
for n in itertools.count():
    write_atomic(path, (f"{n} " * 20_000).encode(), expected_digest=None, force=True)
"""


def test_the_file_is_always_whole(root: Path, tmp_path: Path) -> None:
    chance = random.Random(19)  # noqa: S311 - the same instants every time
    path = tmp_path / "x.briefing"
    left = 0
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], cwd=root, stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout
            writer.stdout.readline()
            time.sleep(chance.uniform(0.0, 0.05))
            writer.send_signal(signal.SIGKILL)
        if path.exists():
            numbers = path.read_text(encoding="utf-8").split()
            assert len(numbers) == 20_000
            assert len(set(numbers)) == 1
        for beside in set(tmp_path.iterdir()) - {path}:
            assert beside.name.startswith(".briefing-")
            assert len(set(beside.read_text(encoding="utf-8").split())) == 1
            beside.unlink()
            left += 1
    assert left < KILLS / 10, f"{left} of {KILLS} kills left the new file beside the old one"
