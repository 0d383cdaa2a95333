"""A lock on a file that goes with the process that holds it, however that ends."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OWN = 0o600
_TRIES, _PAUSE = 100, 0.01  # a second in all


def lock(path: Path, *, new: bool = False) -> int | None:
    """Return the handle that holds the lock on a file; closing it, or ending, gives the lock back.

    Args:
        path: the file, made where there is none.
        new: it must not be there yet.

    Returns:
        None where somebody else holds it: another process, or this one by another handle.

    Raises:
        OSError: the file cannot be opened, or the system has no locks here.
    """
    flags = os.O_RDWR | os.O_CREAT | (os.O_EXCL if new else 0)
    for name in ("O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_NOINHERIT"):
        flags |= getattr(os, name, 0)  # none of them is everywhere
    handle = os.open(path, flags, _OWN)
    try:
        if _hold(handle):
            return handle
    except OSError:
        os.close(handle)
        raise
    os.close(handle)
    return None


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Let nobody else who asks for it look at a file of a folder and replace it in between.

    Where the system cannot, or somebody holds it for long, one goes on all the same.

    Args:
        folder: the folder.
    """
    handle = -1
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
            _wait_for(handle)
    try:
        yield
    finally:
        if handle >= 0:
            os.close(handle)


def _wait_for(handle: int) -> None:
    for _ in range(_TRIES):
        if _hold(handle):
            return
        time.sleep(_PAUSE)


def holds(handle: int, path: Path) -> bool:
    """Tell whether `path` still is the file that a lock is held on, not another one or none."""
    with contextlib.suppress(OSError):
        return os.path.samestat(os.fstat(handle), os.lstat(path))
    return False


def _hold(handle: int) -> bool:
    if sys.platform == "win32":  # pragma: no cover - that branch is for that system alone
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
