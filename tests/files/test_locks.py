"""A lock lasts as long as its handle, and its process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from briefing_app.files.locks import holds, lock

if TYPE_CHECKING:
    from pathlib import Path

HOLDER = """
import sys
from pathlib import Path
from briefing_app.files.locks import lock
print(lock(Path(sys.argv[1])) is not None, flush=True)
sys.stdin.read()
"""


def test_one_handle_holds_it_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    handle = lock(path)
    assert handle is not None
    assert path.stat().st_mode & 0o777 == 0o600
    assert lock(path) is None
    os.close(handle)
    again = lock(path)
    assert again is not None
    os.close(again)


def test_it_goes_with_its_process(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, path],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "True\n"
        assert lock(path) is None
        holder.send_signal(signal.SIGKILL)
    handle = lock(path)
    assert handle is not None
    os.close(handle)


def test_it_is_known_whether_the_file_still_is_the_one(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    handle = lock(path, new=True)
    assert handle is not None
    assert holds(handle, path)
    path.rename(tmp_path / "other")
    assert not holds(handle, path)
    path.symlink_to(tmp_path / "other")
    assert not holds(handle, path)
    path.unlink()
    path.touch()
    assert not holds(handle, path)
    os.close(handle)
    assert not holds(handle, path)


def test_what_can_be_no_lock_is_told(tmp_path: Path) -> None:
    there, link = tmp_path / "there", tmp_path / "link"
    there.touch()
    link.symlink_to(there)
    with pytest.raises(FileExistsError):
        lock(there, new=True)
    for path in (link, tmp_path, tmp_path / "none" / "lock"):
        with pytest.raises(OSError, match=path.name):
            lock(path)


def test_a_system_without_locks_is_told_and_no_handle_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    handles: list[int] = []

    def none_here(handle: int, _: int) -> None:
        handles.append(handle)
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", none_here)
    with pytest.raises(OSError, match="No locks"):
        lock(tmp_path / "lock")
    with pytest.raises(OSError, match="Bad file"):
        os.fstat(handles[0])
