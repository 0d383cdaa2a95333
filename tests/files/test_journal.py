"""Unsaved work in the journal: whole or as it was; what is broken or not ours is never in the way."""

from __future__ import annotations

import errno
import json
import os
import resource
import shutil
import tempfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.files import journal
from briefing_app.files.journal import Noted
from briefing_app.files.locks import lock
from briefing_app.files.reading import digest_of_bytes
from briefing_app.words.problems import say
from tests.files.ordinary import ordinary_user

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WHEN = datetime(2026, 11, 26, 15, 4, 5, 678, tzinfo=UTC)
NOTED = Noted("{}\n", "/home of/a.briefing", "", "sha256:" + "0" * 64, WHEN)
STRAY = ".briefing-0123456789abcdef.tmp"


@pytest.fixture
def folder() -> Iterator[Path]:
    """The journal's folder, reached by any user, in one of its own."""
    above = Path(tempfile.mkdtemp(prefix="briefing-test-"))
    above.chmod(0o777)
    yield above / "journal"
    shutil.rmtree(above)


def noted(folder: Path, noted: Noted = NOTED) -> Path:
    """Note something in a process that is gone; return the place."""
    entry = journal.claim(folder, Random())  # noqa: S311 - any name will do
    entry.write(noted)
    entry.release()
    return entry.place


def codes(left: journal.Left) -> list[str]:
    """Return what is told, each with its sentences; give up what was found."""
    for found in left.found:
        found.entry.release()
    for problem in left.problems:
        said = say(problem.code, problem.values)
        assert said.message != problem.code
        assert said.hint
        assert "“”" not in said.message + said.hint
    return [problem.code for problem in left.problems]


def test_where_there_is_no_journal_nothing_is_left_over_and_none_is_made(folder: Path) -> None:
    assert journal.left_over(folder) == journal.Left()
    assert not folder.exists()


@pytest.mark.parametrize(
    "said",
    [
        NOTED,
        Noted("text\n가\n", "", "/p/ü ‘x’.briefing", "", WHEN),
        Noted("", "/a/\udcff\n\"'.briefing", "", "sha256:", WHEN.astimezone(timezone(timedelta(hours=9)))),
    ],
)
def test_what_was_noted_is_left_over_when_its_process_is_gone(folder: Path, said: Noted) -> None:
    entry = journal.claim(folder, Random(1))  # noqa: S311 - a name that is the same each time
    entry.write(NOTED)
    entry.write(said)
    assert journal.left_over(folder) == journal.Left()  # it lives
    entry.release()
    left = journal.left_over(folder)
    assert [(found.entry.name, found.noted) for found in left.found] == [(entry.name, said)]
    assert journal.left_over(folder) == journal.Left()  # somebody holds it
    left.found[0].entry.remove()
    assert list(folder.iterdir()) == []
    assert journal._look(entry.place) is None


def test_only_the_user_can_read_it(folder: Path) -> None:
    place = noted(folder)
    assert {path.name: path.stat().st_mode & 0o777 for path in place.iterdir()} == {
        "entry": 0o600,
        "lock": 0o600,
    }
    assert folder.stat().st_mode & 0o777 == place.stat().st_mode & 0o777 == 0o700


def test_an_entry_without_its_first_two_lines_is_the_file(folder: Path) -> None:
    data = (noted(folder) / "entry").read_bytes()
    assert data.split(b"\n", 2)[2] == NOTED.text.encode()


def test_the_same_chance_twice_gives_two_entries(folder: Path) -> None:
    entries = [journal.claim(folder, Random(7)) for _ in range(3)]  # noqa: S311 - the same name first
    assert len({entry.name for entry in entries}) == 3
    for entry in entries:
        entry.remove()
    assert codes(journal.left_over(folder)) == []


def test_where_chance_is_none_that_is_told(folder: Path) -> None:
    class Loaded(Random):
        def getrandbits(self, _: int) -> int:
            return 0

    journal.claim(folder, Loaded()).release()
    with pytest.raises(FileExistsError):
        journal.claim(folder, Loaded())


def test_a_place_that_a_start_sweeps_at_this_moment_is_not_taken(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between making a place and holding it lies an instant in which it looks like one left over."""
    tried = 0

    def swept_first(path: Path, *, new: bool = False) -> int | None:
        nonlocal tried
        tried += 1
        if tried == 1:  # gone before there is a lock
            path.parent.rmdir()
        if tried == 2:  # held by the one who sweeps
            os.close(lock(path, new=True) or 0)
            return None
        handle = lock(path, new=new)
        if tried == 3:  # removed before it was held
            path.unlink()
        return handle

    monkeypatch.setattr("briefing_app.files.journal.lock", swept_first)
    entry = journal.claim(folder, Random(3))  # noqa: S311 - any name
    assert tried == 4
    assert entry.held
    entry.release()


def test_a_place_that_cannot_be_held_does_not_stay(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_handle(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    with monkeypatch.context() as patched:
        patched.setattr("briefing_app.files.journal.lock", no_handle)
        with pytest.raises(OSError, match="Too many"):
            journal.claim(folder, Random(3))  # noqa: S311 - any name
    assert list(folder.iterdir()) == []
    noted(folder)
    monkeypatch.setattr("briefing_app.files.journal.lock", no_handle)
    assert codes(journal.left_over(folder)) == ["journal-io"]


def test_nothing_noted_is_nothing_left_over(folder: Path) -> None:
    journal.claim(folder, Random(1)).release()  # noqa: S311 - any name
    (folder / ("f" * 32)).mkdir()
    assert codes(journal.left_over(folder)) == []
    assert list(folder.iterdir()) == []


def test_what_a_kill_left_while_noting_is_removed(folder: Path) -> None:
    place = noted(folder)
    (place / STRAY).write_text("whole, but not noted")
    (found,) = journal.left_over(folder).found
    assert found.noted == NOTED
    assert sorted(path.name for path in place.iterdir()) == ["entry", "lock"]
    (place / STRAY).write_text("x")
    found.entry.remove()
    assert not place.exists()


def test_an_entry_that_cannot_be_replaced_stays(folder: Path) -> None:
    entry = journal.claim(folder, Random(1))  # noqa: S311 - any name
    entry.write(NOTED)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(OSError, match="large"):
            entry.write(Noted("x" * 1000, "", "", "", WHEN))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    entry.release()
    (found,) = journal.left_over(folder).found
    assert found.noted == NOTED
    found.entry.release()


# ------------------------------------------------------------------------------------- what is broken


def broken(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def spoil(place: Path) -> None:
        (place / "entry").write_bytes(change((place / "entry").read_bytes()))

    return spoil


def large(place: Path) -> None:
    with (place / "entry").open("wb") as file:
        file.truncate(1 << 30)  # sparse: takes no room


def linked(place: Path) -> None:
    (place / "entry").rename(place.parent.parent / "elsewhere")
    (place / "entry").symlink_to(place.parent.parent / "elsewhere")


def a_folder(place: Path) -> None:
    (place / "entry").unlink()
    (place / "entry").mkdir()


def a_pipe(place: Path) -> None:
    (place / "entry").unlink()
    os.mkfifo(place / "entry")


def a_locks_link(place: Path) -> None:
    (place / "lock").unlink()
    (place / "lock").symlink_to(place / "entry")


def a_locks_folder(place: Path) -> None:
    (place / "lock").unlink()
    (place / "lock").mkdir()


def another_file(place: Path) -> None:
    (place / "entry").unlink()
    (place / "mine.txt").write_text("mine")


def a_file_in_its_place(place: Path) -> None:
    shutil.rmtree(place)
    place.write_text("mine")


def a_link_in_its_place(place: Path) -> None:
    shutil.rmtree(place)
    place.symlink_to("/")


def a_shut_stray(place: Path) -> None:
    (place / STRAY).mkdir()


def entry_of(about: object, text: str = "{}\n", **head: object) -> Callable[[bytes], bytes]:
    body = f"{json.dumps(about)}\n{text}".encode()
    said = {"form": 1, "digest": digest_of_bytes(body), **head}
    return lambda _: json.dumps(said).encode() + b"\n" + body


GOOD = {"path": "/a", "proposed": "", "opened": "", "noted": WHEN.isoformat()}


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (broken(lambda data: data[:-1]), "journal-damaged"),
        (broken(lambda data: data[:40]), "journal-damaged"),
        (broken(lambda _: b""), "journal-damaged"),
        (broken(lambda _: b"\xff\xfe{"), "journal-damaged"),
        (broken(lambda _: b"[" * 60_000), "journal-damaged"),
        (broken(lambda _: b"[" * 70_000), "journal-damaged"),
        (broken(lambda _: b"[]\n"), "journal-damaged"),
        (broken(lambda data: data.replace(b"home", b"hone")), "journal-damaged"),
        (broken(entry_of(GOOD, form=2)), "journal-newer"),
        (broken(entry_of(GOOD, form=0)), "journal-damaged"),
        (broken(entry_of(GOOD, form="1")), "journal-damaged"),
        (broken(entry_of(GOOD, digest=None)), "journal-damaged"),
        (broken(entry_of([])), "journal-damaged"),
        (broken(entry_of({})), "journal-damaged"),
        (broken(entry_of({**GOOD, "path": 3})), "journal-damaged"),
        (broken(entry_of({**GOOD, "path": "a\0"})), "journal-damaged"),
        (broken(entry_of({**GOOD, "noted": "yesterday"})), "journal-damaged"),
        (broken(entry_of({**GOOD, "noted": "2026-01-01"})), "journal-damaged"),
        (large, "journal-unreadable"),
        (a_shut_stray, "journal-unreadable"),
        (linked, "journal-strange"),
        (a_folder, "journal-strange"),
        (a_pipe, "journal-strange"),
        (a_locks_link, "journal-strange"),
        (a_locks_folder, "journal-strange"),
        (another_file, "journal-strange"),
        (a_file_in_its_place, "journal-strange"),
        (a_link_in_its_place, "journal-strange"),
    ],
)
def test_a_broken_entry_is_set_aside_and_told_once(
    folder: Path, spoil: Callable[[Path], None], code: str
) -> None:
    sound = noted(folder)
    place = noted(folder)
    spoil(place)
    left = journal.left_over(folder)
    assert [found.entry.name for found in left.found] == [sound.name]
    assert codes(left) == [code]
    moved = Path(left.problems[0].where.file)
    assert moved.parent == folder / "set-aside"
    assert os.path.lexists(moved)
    assert not os.path.lexists(place)
    again = journal.left_over(folder)
    assert [found.entry.name for found in again.found] == [sound.name]
    assert codes(again) == []


def test_an_entry_that_may_not_be_read_is_set_aside(folder: Path) -> None:
    with ordinary_user():
        first, second = noted(folder), noted(folder)
        (first / "entry").chmod(0)
        second.chmod(0)
        told = codes(journal.left_over(folder))
        assert sorted(told) == ["journal-strange", "journal-unreadable"]
        assert codes(journal.left_over(folder)) == []
        assert len(list((folder / "set-aside").iterdir())) == 2


def test_what_cannot_be_set_aside_is_told_and_not_in_the_way(folder: Path) -> None:
    with ordinary_user():
        sound, place = noted(folder), noted(folder)
        (place / "entry").write_bytes(b"")
        folder.chmod(0o500)
        left = journal.left_over(folder)
        assert [found.entry.name for found in left.found] == [sound.name]
        assert codes(left) == ["journal-stays"]
        folder.chmod(0)
        assert codes(journal.left_over(folder)) == ["journal-closed"]
        folder.chmod(0o700)


def test_what_another_start_sets_aside_at_this_moment_is_told_by_that_one(folder: Path) -> None:
    place = noted(folder)
    (place / "entry").write_bytes(b"")
    (problem,) = journal.left_over(folder).problems
    entry = journal.claim(folder, Random(2))  # noqa: S311 - any name
    shutil.rmtree(entry.place)
    assert journal.put_aside(entry, problem.code) is None


def test_a_file_in_the_place_of_the_journal_is_moved_and_told(folder: Path) -> None:
    folder.write_text("mine")
    left = journal.left_over(folder)
    assert codes(left) == ["journal-strange"]
    assert Path(left.problems[0].where.file).read_text() == "mine"
    assert codes(journal.left_over(folder)) == []


def test_of_very_many_a_part_waits(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "_AT_ONCE", 2)
    for _ in range(3):
        noted(folder)
    left = journal.left_over(folder)
    assert len(left.found) == 2
    for found in left.found:
        found.entry.remove()
    assert [problem.code for problem in left.problems] == ["journal-many"]
    left = journal.left_over(folder)
    assert len(left.found) == 1
    assert codes(left) == []


def test_an_entry_whose_folder_was_removed_is_held_no_longer(folder: Path) -> None:
    entry = journal.claim(folder, Random(1))  # noqa: S311 - any name
    assert entry.held
    shutil.rmtree(folder)
    assert not entry.held
    with pytest.raises(FileNotFoundError):
        entry.write(NOTED)
    with pytest.raises(FileNotFoundError):
        entry.remove()


@given(st.data())
def test_no_byte_can_change_unseen(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("data") / "journal"
    place = noted(folder)
    whole = (place / "entry").read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    spoilt = bytearray(whole)
    spoilt[at] ^= data.draw(st.integers(1, 255))
    (place / "entry").write_bytes(data.draw(st.sampled_from([bytes(spoilt), whole[:at]])))
    left = journal.left_over(folder)
    if left.found:  # white space within the first line means nothing
        assert left.found[0].noted == NOTED
    else:
        assert set(codes(left)) <= {"journal-damaged", "journal-newer"}
    codes(left)
