"""Folders of what the program keeps for itself on this computer: for the user alone, and never in the way.

What stands in such a folder and is none of it is set aside, not removed: it may be somebody's.
"""

from __future__ import annotations

import contextlib
import errno
import os
from typing import TYPE_CHECKING

from briefing_app.files.atomic import sync_folder, write_atomic
from briefing_app.model.problems import BriefingError, Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.model.problems import Value

ASIDE = "set-aside"
_OWN_FOLDER = 0o700
_MOST = 100  # things of one name that are set aside
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def make(folder: Path, aside: Path | None = None) -> Path | None:
    """Make a folder that only the user may enter, with all above it.

    Args:
        folder: the folder; what stands in its place and is none is set aside.
        aside: the folder for such things; then not even a link to a folder may stand there. None: one beside.

    Returns:
        Where it is now what stood there, None where nothing did.

    Raises:
        OSError: it cannot be made.
    """
    moved = None
    if not folder.is_dir() or (aside and folder.is_symlink()):
        if os.path.lexists(folder):
            moved = set_aside(folder, aside or folder.with_name(f"{folder.name}-{ASIDE}"))
        folder.mkdir(mode=_OWN_FOLDER, parents=True, exist_ok=True)
        sync_folder(folder.parent)
    if folder.stat().st_mode & 0o777 != _OWN_FOLDER:
        folder.chmod(_OWN_FOLDER)
    return moved


def write(path: Path, data: bytes) -> None:
    """Write a file in such a folder, whole or not at all, readable only by the user.

    Raises:
        OSError: it was not written; what was there is as it was.
    """
    try:
        write_atomic(path, data, expected_digest=None, force=True, private=True)
    except BriefingError as error:
        cause = error.__cause__
        raise cause if isinstance(cause, OSError) else _unlike(error) from error


def set_aside(path: Path, folder: Path) -> Path:
    """Move a file, a folder or a link, whatever is in it, into a folder for such things.

    Returns:
        Where it is now.

    Raises:
        OSError: it cannot be moved.
    """
    make(folder)
    if not path.is_symlink() and path.is_dir():
        with contextlib.suppress(OSError):  # a folder that may not be written cannot be moved
            path.chmod(_OWN_FOLDER)
    names = (path.name, *(f"{path.name}-{n}" for n in range(2, _MOST + 1)))
    free = next((name for name in names if not os.path.lexists(folder / name)), names[-1])
    return path.rename(folder / free)


def failure(codes: tuple[str, str, str], folder: Path, error: OSError, **values: Value) -> Problem:
    """Return why something cannot be kept.

    Args:
        codes: for no room, for no permission, and for all else.
        folder: where it was to be kept.
        error: what the system said.
        values: what the sentence is filled with besides.
    """
    number = error.errno or 0
    code = codes[0 if number in _FULL else 1 if number in _CLOSED else 2]
    filled = {"folder": str(folder), "reason": error.strerror or str(error), **values}
    return Problem(code, "warning", Place(file=str(folder)), filled)


def _unlike(error: BriefingError) -> OSError:
    """Return what the system would have said, had it been asked."""
    numbers = {
        "folder-missing": errno.ENOENT,
        "file-no-permission": errno.EACCES,
        "file-is-folder": errno.EISDIR,
        "file-not-regular": errno.EINVAL,
    }
    number = numbers.get(error.problems[0].code, errno.EIO)
    return OSError(number, os.strerror(number))
