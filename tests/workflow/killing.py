"""A document that is edited, noted and saved without end by a process that is killed at random instants.

python -m tests.workflow.killing FOLDER SEED    the process; what it says on its output survives it
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.files import versions
from briefing_app.model.canonical import to_text
from briefing_app.workflow.opening import open_briefing
from briefing_app.workflow.recovery import Journal
from briefing_app.workflow.saving import Origin, save_as

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing

ROOT = Path(__file__).resolve().parents[2]
SAVES = 0.4  # of the edits are saved at once
START = datetime(2026, 1, 1, tzinfo=UTC)


def edited(briefing: Briefing, n: int) -> Briefing:
    return briefing.model_copy(update={"title": f"Talks {n}"})


def number(briefing: Briefing | None) -> int:
    assert briefing is not None
    return int(briefing.title.split()[1])


def environment() -> dict[str, str]:
    """Return an environment without the coverage of the tests: a kill would cut off what it writes."""
    return {key: value for key, value in os.environ.items() if not key.startswith("COV")}


class Places:
    """Where the user's file, the journal and the versions of a run lie."""

    def __init__(self, folder: Path) -> None:
        self.user, self.file = folder / "user", folder / "user" / "talks.briefing"
        self.journal, self.versions = folder / "data" / "journal", folder / "data" / "versions"

    def prepare(self) -> None:
        self.user.mkdir()
        sample = open_briefing(ROOT / "resources" / "examples" / "kidd-19.briefing").briefing
        assert sample is not None
        self.file.write_text(to_text(edited(sample, 0)), encoding="utf-8")


# ------------------------------------------------------------------------------------- the process


def say(what: str, n: int = 0) -> None:
    os.write(1, f"{what} {n}\n".encode())


def live(places: Places, chance: random.Random) -> None:
    """Start as the window would, go on with what was left, and edit, note and save until killed."""
    say("ready")
    left = Journal(places.journal, chance).left_over()
    opened = open_briefing(places.file)
    assert opened.briefing is not None
    base, digest, n = opened.briefing, opened.digest, number(opened.briefing)
    work = Journal(places.journal, chance).begin(places.file, digest)
    for found in left.recovered:
        work, n = found.work, number(found.briefing)
        assert (found.became, found.digest) == ("unchanged", digest)
    assert left.problems == (), left.problems
    say("started", n)
    while True:
        n += 1
        when, briefing = START + timedelta(seconds=n), edited(base, n)
        say("handing", n)
        assert work.note(briefing, when) is None
        say("noted", n)
        if chance.random() < SAVES:
            say("saving", n)
            digest = save_as(briefing, places.file, Origin(places.file, digest, True), replace=True).digest
            say("saved", n)
            assert versions.keep(places.versions, places.file, places.file.read_bytes(), when) == ()
            say("kept", n)
            assert work.settled() is None
            say("settled", n)
            work = Journal(places.journal, chance).begin(places.file, digest)


# ------------------------------------------------------------------------------------- the one who kills


class Killer:
    """Kills one process after the other and looks each time at what it left."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.places, self._folder = Places(folder), folder
        self._chance = random.Random(seed)  # noqa: S311 - the same instants every time
        self.figures: Counter[str] = Counter()
        self._state = 0  # what the user has, in the file or the journal
        self._saved = 0  # what the file holds
        self.places.prepare()

    def kill(self, most: float) -> None:
        """Let a process live for at most so many seconds after it is loaded, kill it, and check."""
        seed = str(self._chance.random())
        command = [sys.executable, "-m", "tests.workflow.killing", str(self._folder), seed]
        with subprocess.Popen(
            command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout
            assert process.stdout.readline() == "ready 0\n"
            time.sleep(self._chance.uniform(0.0, most))
            process.send_signal(signal.SIGKILL)
            said = [line.split() for line in process.stdout.read().splitlines()]
        assert process.returncode == -signal.SIGKILL, said
        last = {what: int(n) for what, n in said}
        self.figures["kills"] += 1
        self.figures[f"killed after '{said[-1][0] if said else 'ready'}'"] += 1
        self.figures["notes"] += sum(what == "noted" for what, _ in said)
        self.figures["saves"] += sum(what == "saved" for what, _ in said)
        if said:
            assert last["started"] == self._state
            self.figures["healthy starts"] += 1
        self._look(last)

    def _look(self, last: dict[str, int]) -> None:
        saved = last.get("saved", self._saved)
        in_file = self._in_file({saved, last.get("saving", saved)})
        self.figures["left beside the file before the next start"] += len(self._beside())
        offered = self._offered(in_file)
        noted = last.get("noted", self._state)
        assert offered in {noted, last.get("handing", noted)}
        self.figures["the note under way was kept"] += offered > noted
        assert self._beside() == []
        self._versions(in_file)
        self._state, self._saved = offered, in_file

    def _in_file(self, expected: set[int]) -> int:
        opened = open_briefing(self.places.file)
        assert opened.briefing is not None
        assert self.places.file.read_text(encoding="utf-8") == to_text(opened.briefing)
        assert number(opened.briefing) in expected
        return number(opened.briefing)

    def _offered(self, in_file: int) -> int:
        """Return the state that a start offers: that of the journal, or of the file where there is none."""
        left = Journal(self.places.journal, self._chance).left_over()
        assert left.problems == (), left.problems
        if not left.recovered:
            self.figures["all was in the file"] += 1
            return in_file
        (found,) = left.recovered
        assert (found.path, found.became) == (self.places.file, "unchanged")
        found.work.left()
        self.figures["offered from the journal"] += 1
        return number(found.briefing)

    def _beside(self) -> list[Path]:
        return [path for path in self.places.user.iterdir() if path != self.places.file]

    def _versions(self, in_file: int) -> None:
        listed = versions.listed(self.places.versions, self.places.file)
        assert listed.problems == ()
        assert len(listed.versions) <= versions.MOST
        for version in listed.versions:
            text = versions.read(self.places.file, version).decode()
            assert f'"Talks {int((version.when - START).total_seconds())}"' in text
        newest = [int((version.when - START).total_seconds()) for version in listed.versions[:1]]
        self.figures["the newest version is the file"] += newest == [in_file]

    def tell(self) -> str:
        """Return the figures, one a line."""
        return "\n".join(f"{n:6} {what}" for what, n in sorted(self.figures.items()))


def kills(folder: Path, *, times: int, most: float, seed: int = 19) -> Killer:
    """Kill so many processes one after the other."""
    killer = Killer(folder, seed)
    for _ in range(times):
        killer.kill(most)
    return killer


if __name__ == "__main__":
    live(Places(Path(sys.argv[1])), random.Random(sys.argv[2]))  # noqa: S311 - to be killed in the same way
