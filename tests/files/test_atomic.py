"""A file appears whole or is left as it was, whoever writes and wherever the disk ends."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing_app.files.atomic import sweep, write_atomic
from briefing_app.files.intake import read_bytes
from briefing_app.files.reading import digest_of_bytes
from briefing_app.model.problems import BriefingError
from tests.files.ordinary import NOBODY, ordinary_user

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OLD, NEW = b"old", b"new" * 10_000


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of its own that another user may reach, too."""
    path = Path(tempfile.mkdtemp(prefix="briefing-test-"))
    path.chmod(0o777)
    yield path
    shutil.rmtree(path)


def refused(action: Callable[[], object]) -> str:
    with pytest.raises(BriefingError) as caught:
        action()
    return caught.value.problems[0].code


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_that_may_not_be_read(folder: Path) -> None:
    path = folder / "x"
    path.write_bytes(OLD)
    path.chmod(0)
    with ordinary_user():
        assert refused(lambda: read_bytes(path)) == "file-no-permission"


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o666, 0o555), (0o666, 0o666)])
def test_write_protection_is_respected(folder: Path, file_mode: int, folder_mode: int) -> None:
    path = folder / "x"
    path.write_bytes(OLD)
    path.chmod(file_mode)
    folder.chmod(folder_mode)
    with ordinary_user():
        code = refused(lambda: write_atomic(path, NEW, expected_digest=None, force=True))
    folder.chmod(0o777)
    assert code == "file-no-permission"
    assert path.read_bytes() == OLD
    assert names(folder) == ["x"]


@pytest.mark.parametrize("named", [False, True])
def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    named: bool,  # noqa: FBT001
) -> None:
    """A limit on the size of files stands for the full disk: there, too, writing ends half way."""
    resource = pytest.importorskip("resource", reason="needs limits to stand for a full disk")
    if named:
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    path = folder / "x"
    path.write_bytes(OLD)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8_192, limits[1]))
    try:
        code = refused(lambda: write_atomic(path, NEW, expected_digest=digest_of_bytes(OLD)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert code == "disk-full"
    assert path.read_bytes() == OLD
    assert names(folder) == ["x"]


@pytest.mark.parametrize("named", [False, True])
def test_what_changes_while_it_is_written_is_not_written_over(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    named: bool,  # noqa: FBT001
) -> None:
    if named:
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    path = folder / "x"
    path.write_bytes(OLD)
    sync = os.fsync

    def meanwhile(handle: int) -> None:
        path.write_bytes(b"theirs")
        sync(handle)

    monkeypatch.setattr(os, "fsync", meanwhile)
    assert refused(lambda: write_atomic(path, NEW, expected_digest=digest_of_bytes(OLD))) == "file-changed"
    assert path.read_bytes() == b"theirs"
    assert names(folder) == ["x"]


@pytest.mark.parametrize("named", [False, True])
def test_an_interrupt_leaves_nothing_beside_the_file(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    named: bool,  # noqa: FBT001
) -> None:
    if named:
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)

    def interrupt(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(folder / "x", NEW, expected_digest=None)
    assert names(folder) == []


def test_a_new_file_has_the_permissions_of_any_new_file(folder: Path) -> None:
    (folder / "theirs").touch()
    write_atomic(folder / "ours", NEW, expected_digest=None)
    modes = {stat.S_IMODE((folder / name).stat().st_mode) for name in ("theirs", "ours")}
    assert len(modes) == 1
    assert (folder / "ours").read_bytes() == NEW


def test_the_owner_stays(folder: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can write another user's file and leave it theirs")
    path = folder / "x"
    path.write_bytes(OLD)
    os.chown(path, NOBODY, NOBODY)
    write_atomic(path, NEW, expected_digest=digest_of_bytes(OLD))
    found = path.stat()
    assert (found.st_uid, found.st_gid) == (NOBODY, NOBODY)


def test_a_link_to_nothing_and_a_link_to_itself(folder: Path) -> None:
    link = folder / "link"
    link.symlink_to(folder / "target")
    write_atomic(link, NEW, expected_digest=None)
    assert link.is_symlink()
    assert (folder / "target").read_bytes() == NEW
    circle = folder / "circle"
    circle.symlink_to(circle)
    assert refused(lambda: write_atomic(circle, NEW, expected_digest=None)) == "file-io"
    assert refused(lambda: read_bytes(circle)) == "file-io"
    assert circle.is_symlink()


def test_a_long_name_needs_no_longer_one_beside_it(folder: Path) -> None:
    path = folder / ("x" * 255)
    write_atomic(path, NEW, expected_digest=None)
    assert path.read_bytes() == NEW
    assert refused(lambda: write_atomic(folder / ("x" * 256), NEW, expected_digest=None)) == "file-io"
    assert names(folder) == [path.name]


def test_a_socket_and_a_device_are_not_read(folder: Path) -> None:
    path = folder / "s"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        assert refused(lambda: read_bytes(path)) == "file-not-regular"
    assert refused(lambda: read_bytes(Path(os.devnull))) == "file-not-regular"
    assert refused(lambda: write_atomic(Path(os.devnull), NEW, expected_digest=None, force=True)) == (
        "file-not-regular"
    )


def test_what_is_private_is_readable_only_by_the_user(folder: Path) -> None:
    path = folder / "x"
    for expected in (NEW, OLD):
        write_atomic(path, expected, expected_digest=None, force=True, private=True)
        assert path.read_bytes() == expected
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        path.chmod(0o644)


def test_what_a_kill_left_beside_a_file_is_removed_where_nobody_can_miss_it(folder: Path) -> None:
    path, link = folder / "x", folder / "link"
    path.write_bytes(OLD)
    (folder / "elsewhere").mkdir()
    link.symlink_to(path)
    names_of = {
        "just": ".briefing-0123456789abcdef.tmp",
        "other": ".briefing-0123456789abcdee.tmp",
        "longer": ".briefing-0123456789abcded.tmp",
        "theirs": ".briefing-mine.tmp",
    }
    contents = {"just": NEW, "other": NEW[::-1], "longer": NEW + b"x", "theirs": NEW}
    for what, name in names_of.items():
        (folder / name).write_bytes(contents[what])
    (folder / ".briefing-0123456789abcdec.tmp").symlink_to(folder / names_of["theirs"])
    assert sweep(folder / "elsewhere" / "y", NEW) == 0
    assert sweep(folder / "none" / "y", NEW) == 0
    assert sweep(folder / "a\0b", NEW) == 0
    before = names(folder)
    assert sweep(link, NEW) == 1
    assert names(folder) == sorted(set(before) - {names_of["just"]})
    assert path.read_bytes() == OLD
