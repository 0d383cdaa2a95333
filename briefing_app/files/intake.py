"""Bytes from a path that a person named: only regular files, never more than allowed, never a wait."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

from briefing_app.model.problems import BriefingError, Place, Problem, Value

if TYPE_CHECKING:
    from pathlib import Path

MAX_FILE_BYTES = 64 * 1024 * 1024
_CHUNK = 1 << 20
_CODES = {
    errno.ENOENT: "file-not-found",
    errno.ENOTDIR: "file-not-found",
    errno.EISDIR: "file-is-folder",
    errno.ENXIO: "file-not-regular",
    errno.EACCES: "file-no-permission",
    errno.EPERM: "file-no-permission",
}


def read_bytes(path: Path, most: int = MAX_FILE_BYTES) -> bytes:
    """Return all bytes of a regular file of at most `most` bytes.

    Raises:
        BriefingError: `file-not-found`, `file-is-folder`, `file-not-regular`, `file-too-large`,
            `file-no-permission` or `file-io`.
    """
    try:
        _admit(os.stat(path), path, most)  # noqa: PTH116 - before opening: opening a device may do something
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        handle = os.open(path, flags | getattr(os, "O_CLOEXEC", 0))
        try:
            _admit(os.fstat(handle), path, most)
            return _all(handle, path, most)
        finally:
            os.close(handle)
    except OSError as error:
        raise trouble(_CODES.get(error.errno or 0, "file-io"), path, reason=error.strerror or "") from error
    except ValueError as error:  # a NUL or a lone surrogate in the name
        raise trouble("file-not-found", path) from error


def trouble(code: str, path: Path, **values: Value) -> BriefingError:
    """Return the error that names `path`."""
    return BriefingError(Problem(code, "error", Place(file=str(path)), {"name": path.name, **values}))


def _admit(found: os.stat_result, path: Path, most: int) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise trouble("file-is-folder", path)
    if not stat.S_ISREG(found.st_mode):
        raise trouble("file-not-regular", path)
    if found.st_size > most:
        raise _too_large(path, found.st_size, most)


def _all(handle: int, path: Path, most: int) -> bytes:
    pieces, size = [], 0
    while piece := os.read(handle, _CHUNK):
        pieces.append(piece)
        size += len(piece)
        if size > most:  # it grew while it was read, or its file system gives no size
            raise _too_large(path, size, most)
    return b"".join(pieces)


def _too_large(path: Path, size: int, most: int) -> BriefingError:
    return trouble("file-too-large", path, size=megabytes(size), most=megabytes(most))


def megabytes(size: int) -> str:
    """Return a size in MB (2 to the 20th bytes), rounded up to a tenth."""
    tenths = -(-size * 10 // (1 << 20))
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}"
