"""Folders of the program's own: for the user alone; what is none of ours is moved, never removed."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing_app.files import stores
from briefing_app.words.problems import say
from tests.files.ordinary import ordinary_user

if TYPE_CHECKING:
    from collections.abc import Iterator

CODES = ("journal-full", "journal-closed", "journal-io")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user may reach."""
    path = Path(tempfile.mkdtemp(prefix="briefing-test-"))
    path.chmod(0o777)
    yield path
    shutil.rmtree(path)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_folder_is_made_for_the_user_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "journal"
    assert stores.make(folder) is None
    assert mode(folder) == 0o700
    folder.chmod(0o755)
    assert stores.make(folder) is None
    assert mode(folder) == 0o700


def test_what_stands_in_its_place_is_moved_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    folder.write_text("mine")
    moved = stores.make(folder)
    assert moved == tmp_path / "journal-set-aside" / "journal"
    assert moved.read_text() == "mine"
    assert folder.is_dir()
    folder.rmdir()
    folder.symlink_to(tmp_path / "none")
    assert stores.make(folder) == tmp_path / "journal-set-aside" / "journal-2"


def test_a_link_to_a_folder_may_stand_only_at_the_top(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    link = tmp_path / "journal"
    link.symlink_to(tmp_path / "elsewhere")
    assert stores.make(link) is None
    assert stores.make(link, tmp_path / "set-aside") == tmp_path / "set-aside" / "journal"
    assert not link.is_symlink()


def test_a_file_in_the_place_of_the_folder_for_such_things_is_moved_too(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("x")
    (tmp_path / "set-aside").write_text("mine")
    assert stores.set_aside(tmp_path / "x", tmp_path / "set-aside").read_text() == "x"
    assert (tmp_path / "set-aside-set-aside" / "set-aside").read_text() == "mine"


def test_a_folder_that_its_owner_may_not_enter_is_moved_all_the_same(open_folder: Path) -> None:
    with ordinary_user():
        shut = open_folder / "own" / "shut"
        shut.mkdir(parents=True)
        (shut / "in").write_text("it")
        shut.chmod(0)
        moved = stores.set_aside(shut, open_folder / "own" / "set-aside")
        assert (moved / "in").read_text() == "it"


def test_a_file_is_written_for_the_user_alone(tmp_path: Path) -> None:
    stores.write(tmp_path / "x", b"one")
    stores.write(tmp_path / "x", b"two")
    assert (tmp_path / "x").read_bytes() == b"two"
    assert mode(tmp_path / "x") == 0o600


def test_why_a_file_is_not_written_is_what_the_system_says(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name, number in (
        ("none/x", errno.ENOENT),
        ("folder", errno.EISDIR),
        ("pipe", errno.EINVAL),
        ("n" * 300, errno.ENAMETOOLONG),
        ("a\0b", errno.EIO),
    ):
        with pytest.raises(OSError, match=r"\[Errno") as caught:
            stores.write(tmp_path / name, b"x")
        assert caught.value.errno == number


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "journal-full"),
        (errno.EFBIG, "journal-full"),
        (errno.EACCES, "journal-closed"),
        (errno.EROFS, "journal-closed"),
        (errno.EIO, "journal-io"),
    ],
)
def test_a_failure_is_told_in_words(tmp_path: Path, number: int, code: str) -> None:
    problem = stores.failure(CODES, tmp_path, OSError(number, os.strerror(number)))
    assert (problem.code, problem.severity, problem.where.file) == (code, "warning", str(tmp_path))
    said = say(problem.code, problem.values)
    assert str(tmp_path) in said.message
    assert "ave" in said.hint


def test_a_failure_without_a_number_has_its_words(tmp_path: Path) -> None:
    problem = stores.failure(CODES, tmp_path, OSError("no luck"))
    assert problem.values["reason"] == "no luck"
