"""The last ten saved versions of each file, on this computer: kept at every save, listed, read back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from briefing_app.files import versions
from briefing_app.files.intake import read_bytes
from briefing_app.files.reading import digest_of_bytes, parse_briefing
from briefing_app.model.problems import BriefingError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from briefing_app.files.reading import Opened
    from briefing_app.files.versions import Listed, Version
    from briefing_app.model.problems import Problem


def folder() -> Path:
    """Return the folder in which versions are kept; it need not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("briefing") / "versions"


def keep(path: Path, data: bytes, when: datetime) -> tuple[Problem, ...]:
    """Keep what was saved just now; never raises.

    Args:
        path: the file.
        data: all of its bytes.
        when: now.

    Returns:
        Warnings: the file is saved all the same.
    """
    return versions.keep(folder(), path, data, when)


def keep_saved(path: Path, digest: str, when: datetime) -> tuple[Problem, ...]:
    """Keep a file that was saved just now; never raises.

    Args:
        path: the file.
        digest: of the bytes that were saved; what somebody else has put there since is no version of ours.
        when: now.

    Returns:
        Warnings: the file is saved all the same.
    """
    try:
        data = read_bytes(path)
    except BriefingError as error:
        return error.problems
    return keep(path, data, when) if digest_of_bytes(data) == digest else ()


def keep_read(path: Path, digest: str) -> tuple[Problem, ...]:
    """Keep a file that is about to be saved, as it was read; never raises.

    Its day is that on which the file was changed last. Where it is the newest version, that stays as it is.

    Args:
        path: the file.
        digest: of the bytes that were read; what somebody else has put there since is no version of ours.

    Returns:
        Warnings.
    """
    newest = kept(path).versions[:1]
    if newest and newest[0].digest == digest:
        return ()
    try:
        when = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):  # it is gone, or its time cannot be told
        return ()
    return keep_saved(path, digest, when)


def kept(path: Path) -> Listed:
    """Return the versions that are kept of a file, the newest first; never raises."""
    return versions.listed(folder(), path)


def read(path: Path, version: Version) -> Opened:
    """Return a version as the file would be opened if it were that one; to restore it is an edit.

    Args:
        path: the file.
        version: one of those that are kept of it.

    Raises:
        BriefingError: it is gone (`version-gone`), or was damaged and set aside (`version-damaged`).
    """
    return parse_briefing(versions.read(path, version), str(path))


def forget_old(today: date) -> tuple[Problem, ...]:
    """Remove the versions of files that were not saved for a year; never raises.

    Args:
        today: the day.

    Returns:
        Warnings.
    """
    return versions.forget_old(folder(), today)
