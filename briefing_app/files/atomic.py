"""The only place that opens a user's file for writing: a file appears whole, or is left as it was."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import stat
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.files.intake import trouble
from briefing_app.files.locks import alone_in

if TYPE_CHECKING:
    from collections.abc import Callable

_CODES = {
    errno.ENOENT: "folder-missing",
    errno.ENOTDIR: "folder-missing",
    errno.ENOSPC: "disk-full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "disk-full",  # Windows has none
    errno.EFBIG: "disk-full",
    errno.EACCES: "file-no-permission",
    errno.EPERM: "file-no-permission",
    errno.EROFS: "file-no-permission",
    errno.EISDIR: "file-is-folder",
}
_CHUNK = 1 << 20
_BESIDE = re.compile(r"\.briefing-[0-9a-f]{16}\.tmp")
_OWN, _ANY = 0o600, 0o666


def write_atomic(
    path: Path, data: bytes, *, expected_digest: str | None, force: bool = False, private: bool = False
) -> None:
    """Write a file so that at any moment, and after a power cut, it is the old one or the new one.

    A symbolic link stays, its target is replaced. Mode and, where the system allows it, owner stay.

    Args:
        path: the file.
        data: all of its bytes.
        expected_digest: digest of the bytes that the file must have now; None: there must be no file.
        force: write whatever is there now.
        private: only the user may read it, whatever holds for other new files or held for the old one.

    Raises:
        BriefingError: `file-exists`, `file-changed`, `file-gone`, `file-is-folder`, `file-not-regular`,
            `file-no-permission`, `folder-missing`, `disk-full` or `file-io`. Then nothing was changed and
            nothing is left beside the file.
    """
    try:
        target = Path(os.path.realpath(path))
        old = _look(target, path)
        guard = partial(_guard, target, path, expected_digest, force=force)
        guard()
        mode = _OWN if old or private else _ANY
        _replace(_Whole(target, data, mode), None if private else old, guard)
    except OSError as error:
        code = _CODES.get(error.errno or 0, "file-io")
        raise trouble(code, path, reason=error.strerror or "", folder=str(path.parent)) from error
    except ValueError as error:  # a NUL or a lone surrogate in the name
        raise trouble("file-io", path, reason=str(error)) from error


def left_by_a_kill(name: str) -> bool:
    """Tell whether a name is that of a new file which never came to take the old one's place."""
    return _BESIDE.fullmatch(name) is not None


def sweep(path: Path, data: bytes) -> int:
    """Remove what a kill left beside a file, where it holds just these bytes and nobody can miss it.

    Returns:
        How many files were removed.
    """
    removed = 0
    with contextlib.suppress(OSError, ValueError):
        folder = Path(os.path.realpath(path)).parent
        for name in filter(left_by_a_kill, os.listdir(folder)):  # noqa: PTH208 - names alone are looked at
            if _is_just(folder / name, data):
                (folder / name).unlink()
                removed += 1
    return removed


def _is_just(beside: Path, data: bytes) -> bool:
    found = beside.lstat()
    if not stat.S_ISREG(found.st_mode) or found.st_size != len(data):
        return False
    return _digest(beside) == f"sha256:{hashlib.sha256(data).hexdigest()}"


def _look(target: Path, path: Path) -> os.stat_result | None:
    """Return what is at `target`, None for nothing; it must be a file that may be written."""
    if not target.parent.is_dir():
        raise trouble("folder-missing", path, folder=str(path.parent))
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise trouble("file-is-folder", path)
    if not stat.S_ISREG(found.st_mode):
        raise trouble("file-not-regular", path)
    if not os.access(target, os.W_OK):  # replacing it would go round its write protection
        raise trouble("file-no-permission", path, folder=str(path.parent), reason="")
    return found


def _guard(target: Path, path: Path, expected_digest: str | None, *, force: bool) -> None:
    """Refuse to write over something else than what the caller read."""
    if force:
        return
    exists = target.exists()
    if expected_digest is None and exists:
        raise trouble("file-exists", path)
    if expected_digest is not None and not exists:
        raise trouble("file-gone", path)
    if expected_digest is not None and _digest(target) != expected_digest:
        raise trouble("file-changed", path)


class _Whole(NamedTuple):
    """A file as it is to be: its place, its bytes, and the mode that it begins with, less the umask."""

    target: Path
    data: bytes
    mode: int


def _replace(new: _Whole, old: os.stat_result | None, guard: Callable[[], None]) -> None:
    """Write a new file beside its target, look once more, and let it take the target's place."""
    target = new.target
    # As `secrets` does, which a window that opens a file would wait for.
    beside = target.with_name(f".briefing-{os.urandom(8).hex()}.tmp")
    try:
        handle, named = _create(beside, new.mode)
        try:
            _fill(handle, new.data)
            _inherit(handle, old)
            os.fsync(handle)
            if not named:
                # Any folder descriptor makes Python call linkat(), which follows the link in /proc.
                os.link(f"/proc/self/fd/{handle}", beside, src_dir_fd=handle)
        finally:
            os.close(handle)
        with alone_in(target.parent):  # of two programs that save at once, the second one is to look again
            guard()
            beside.replace(target)
    except BaseException:  # also Ctrl+C: nothing is left beside the file
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def _create(beside: Path, mode: int) -> tuple[int, bool]:
    """Return a new file open for writing, and whether it has its name yet.

    Where the system can, it has none until it is whole: a program that is killed leaves nothing behind.
    """
    if unnamed := getattr(os, "O_TMPFILE", 0):
        with contextlib.suppress(OSError):  # this file system cannot; what else is wrong shows below
            return os.open(beside.parent, os.O_WRONLY | unnamed | os.O_CLOEXEC, mode), False
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    for name in ("O_CLOEXEC", "O_NOFOLLOW", "O_BINARY"):  # none of them is everywhere
        flags |= getattr(os, name, 0)
    return os.open(beside, flags, mode), True


def _fill(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _inherit(handle: int, old: os.stat_result | None) -> None:
    """Give the new file the owner and the mode of the old one, as far as the system lets us."""
    if old is None or not hasattr(os, "fchown"):
        return
    for user, group in ((-1, old.st_gid), (old.st_uid, -1)):
        with contextlib.suppress(OSError):
            os.fchown(handle, user, group)
    os.fchmod(handle, stat.S_IMODE(old.st_mode))


def sync_folder(folder: Path) -> None:
    """Let what was made in a folder, or took another's place there, outlast a power cut."""
    # It is in its place by now; a folder that cannot be synchronised is no reason to say otherwise.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _digest(target: Path) -> str:
    sum_ = hashlib.sha256()
    with target.open("rb") as file:
        while piece := file.read(_CHUNK):
            sum_.update(piece)
    return f"sha256:{sum_.hexdigest()}"
