"""Unsaved work outlives kills at any instant, full disks, and folders and permissions that are taken away.

Saving has one instant in which a kill leaves the new file, whole and hidden, beside the old one (see
`test_kills.py`). The next start removes it: the journal holds the same bytes.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pytest

from briefing_app.workflow.opening import open_briefing
from briefing_app.workflow.recovery import Journal
from tests.soak.obeying import found_by
from tests.workflow.killing import ROOT, START, Places, edited, kills, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KILLS = 200
NOBODY = 65534
DROP = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")


def tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")


class Process:
    """A process with a document open, which does what it is told and is killed at the end."""

    def __init__(self, places: Places, python: Sequence[str] = (sys.executable,), site: str = "") -> None:
        folder = places.user.parent
        path = os.pathsep.join(filter(None, [str(ROOT), site]))
        self._process = subprocess.Popen(
            [*python, "-m", "tests.soak.obeying", str(folder)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        assert self._process.stdout
        assert self._process.stdout.readline() == "open\n", self._process.communicate()
        return self

    def __exit__(self, *_: object) -> None:
        with self._process:
            self._process.send_signal(signal.SIGKILL)

    def told(self, line: str) -> str:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()


@pytest.fixture
def places() -> Iterator[Places]:
    """A run's places in a folder that any user may reach."""
    folder = Path(tempfile.mkdtemp(prefix="briefing-test-"))
    folder.chmod(0o755)
    made = Places(folder)
    made.prepare()
    (folder / "data").mkdir()
    yield made
    shutil.rmtree(folder)


def start(places: Places) -> str:
    """Return what a start finds."""
    return found_by(Journal(places.journal, random.Random(19)))  # noqa: S311 - it makes no names


# ------------------------------------------------------------------------------------- kills


def test_two_hundred_kills_lose_at_most_the_note_under_way(tmp_path: Path) -> None:
    killer = kills(tmp_path, times=KILLS, most=0.3)
    tell(killer.tell())
    assert killer.figures["kills"] == KILLS
    assert killer.figures["healthy starts"] > KILLS * 0.8
    assert killer.figures["offered from the journal"] > KILLS / 10
    assert killer.figures["all was in the file"] > KILLS / 10


# ------------------------------------------------------------------------------------- full disks


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """Mount a disk of 1 MB at `folder`, where that is allowed; tell whether it was."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    mounted = (
        shutil.which("mount") is not None
        and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    )
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(disk: Path, spare: int) -> None:
    """Leave only so many bytes of room on a disk."""
    (disk / "filler").unlink(missing_ok=True)
    there = os.statvfs(disk)
    (disk / "filler").write_bytes(b"x" * (there.f_bavail * there.f_frsize - spare))


def test_a_full_disk_under_the_journal_loses_nothing_that_was_kept(places: Places) -> None:
    data = places.journal.parent
    with small_disk(data) as mounted:
        if not mounted:
            pytest.skip("mounting is not allowed; tests/workflow has the same with RLIMIT_FSIZE")
        with Process(places) as process:
            assert process.told("note 1") == "kept"
            assert process.told("keep") == "kept"
            fill(data, spare=0)
            answers = [process.told(f"note {n}") for n in range(2, 12)]
            tell(f"journal on a full tmpfs of 1 MB: ten notes were told {sorted(set(answers))}")
            assert set(answers) == {"journal-full"}
            assert process.told("save 12") == "saved"  # the user's file lies on another disk
            fill(data, spare=0)  # what was noted is gone
            assert process.told("keep") == "versions-full"
            assert process.told("note 13") == "journal-full"
            (data / "filler").unlink()
            assert process.told("note 14") == "kept"
            assert process.told("keep") == "kept"
        assert start(places) == "14:unchanged"


def test_a_full_disk_at_every_size_leaves_the_last_note_that_was_kept(places: Places) -> None:
    """The disk is filled to within so many bytes, so that writing ends at other places each time."""
    data = places.journal.parent
    with small_disk(data) as mounted:
        if not mounted:
            pytest.skip("mounting is not allowed; tests/workflow has the same with RLIMIT_FSIZE")
        told: list[str] = []
        for spare in range(0, 96 * 1024, 4096):
            with Process(places) as process:
                assert process.told("note 1") == "kept"
                fill(data, spare)
                told.append(process.told("note 2"))
                (data / "filler").unlink()
            found = start(places)
            assert found == ("2:unchanged" if told[-1] == "kept" else "1:unchanged")
            shutil.rmtree(places.journal)
        tell(f"filled to within 0 to 92 KB: {told.count('kept')} kept, {told.count('journal-full')} told")
        assert set(told) == {"kept", "journal-full"}


def test_a_full_disk_under_the_file_leaves_it_as_it_was_and_the_work_in_the_journal(places: Places) -> None:
    before = places.file.read_bytes()
    with small_disk(places.user) as mounted:
        if mounted:
            places.file.write_bytes(before)
            fill(places.user, spare=8192)
        with Process(places) as process:
            if not mounted:
                resource.prlimit(process._process.pid, resource.RLIMIT_FSIZE, (1000, 1000))
            else:
                assert process.told("note 1") == "kept"
            tell(f"file on a full {'tmpfs of 1 MB' if mounted else 'disk: RLIMIT_FSIZE'}")
            assert process.told("save 1") == "disk-full"
        assert places.file.read_bytes() == before
        assert {path.name for path in places.user.iterdir()} <= {places.file.name, "filler"}
        assert start(places) == ("1:unchanged" if mounted else "")


# ------------------------------------------------------------------------------------- what is taken away


def ordinary_python() -> tuple[tuple[str, ...], str]:
    """Return a command that runs Python as uid 65534 and where its packages are; skip where none does."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("needs root and setpriv to run the program as another user")
    name = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    site = sysconfig.get_path("purelib")
    for python in filter(None, (sys.executable, shutil.which(name, path="/usr/bin"))):
        probe = subprocess.run(
            [*DROP, python, "-c", "import pydantic, tests.soak.obeying"],
            cwd=ROOT,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join([str(ROOT), site]),
                "PYTHONDONTWRITEBYTECODE": "1",
            },
            capture_output=True,
            check=False,
        )
        if probe.returncode == 0:
            return (*DROP, python), site
    pytest.skip("another user cannot start this Python here")


def owned(folder: Path, user: int) -> None:
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, user, user)


def test_permission_taken_away_and_given_back(places: Places) -> None:
    python, site = ordinary_python()
    data = places.journal.parent
    for folder in (data, places.user):
        owned(folder, NOBODY)
    with Process(places, python, site) as process:
        assert process.told("note 1") == "kept"
        assert process.told("keep") == "kept"
        owned(data, 0)
        answers = [process.told(line) for line in ("note 2", "note 3", "keep", "start")]
        tell(f"uid {NOBODY} by setpriv and {python[-1]}, data folder root's: {answers}")
        assert answers == ["journal-closed", "journal-closed", "versions-closed", "journal-closed"]
        owned(data, NOBODY)
        assert process.told("note 4") == "kept"
        assert process.told("keep") == "kept"
        owned(places.user, 0)
        answers = [process.told("save 5"), process.told("note 5")]
        tell(f"user's folder root's: {answers}")
        assert answers == ["file-no-permission", "kept"]
        owned(places.user, NOBODY)
    with Process(places, python, site) as process:
        assert process.told("start") == "5:unchanged"
        places.file.chmod(0)
        assert process.told("start") == "5:changed file-no-permission"
    assert [path.name for path in places.user.iterdir()] == [places.file.name]


def test_a_folder_that_is_removed_again_and_again(places: Places) -> None:
    told = []
    with Process(places) as process:
        for n in range(1, 41, 2):
            told.append(process.told(f"note {n}"))
            shutil.rmtree(places.journal if n % 4 == 1 else places.journal.parent)
            assert process.told("keep") == "kept"
            told.append(process.told(f"note {n + 1}"))
    tell(f"data folder removed 20 times: {told.count('journal-made-anew')} told, {told.count('kept')} kept")
    assert told == ["kept", "journal-made-anew"] * 20
    assert start(places) == "40:unchanged"


def test_a_file_that_is_replaced_removed_or_given_back_meanwhile(places: Places) -> None:
    before = places.file.read_bytes()
    with Process(places) as process:
        assert process.told("note 1") == "kept"
        places.file.write_bytes(before + b"\n")
        assert process.told("save 1") == "file-changed"
        assert places.file.read_bytes() == before + b"\n"
    assert start(places) == "1:changed"
    places.file.unlink()
    assert start(places) == "1:gone"
    places.file.mkdir()
    assert start(places) == "1:changed file-is-folder"
    places.file.rmdir()
    places.file.symlink_to("/dev/zero")
    assert start(places) == "1:changed file-not-regular"
    places.file.unlink()
    places.file.write_bytes(before)
    assert start(places) == "1:unchanged"
    assert [path.name for path in places.user.iterdir()] == [places.file.name]


def test_two_starts_at_once_share_what_was_left_without_a_quarrel(places: Places) -> None:
    """A hundred entries, four processes that look at the same time, each lets go of what it found."""
    briefing = open_briefing(places.file).briefing
    assert briefing is not None
    journal = Journal(places.journal, random.Random(19))  # noqa: S311 - the same names every time
    for n in range(100):
        work = journal.begin(None)
        assert work.note(edited(briefing, n), START + timedelta(seconds=n)) is None
        work.left()
    with Process(places) as one, Process(places) as two, Process(places) as three:
        for process in (one, two, three):
            assert process._process.stdin
            process._process.stdin.write("start\n")
            process._process.stdin.flush()
        found = []
        for process in (one, two, three):
            assert process._process.stdout
            found.append(process._process.stdout.readline().split())
        tell(f"three starts at once found {[len(each) for each in found]} of 100")
        assert all(each.endswith(":draft") for row in found for each in row)
    left = journal.left_over()
    assert left.problems == ()
    assert sorted(number(each.briefing) for each in left.recovered) == list(range(100))
    for each in left.recovered:
        assert each.work.settled() is None
    assert list(places.journal.iterdir()) == []
