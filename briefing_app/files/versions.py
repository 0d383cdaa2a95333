"""The last saved versions of files, on this computer: a folder for each file, a file for each version.

What is known of a version stands in its name: its number, when it was saved, and the digest of its bytes. So
there is no table that could be at odds with them.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import stat
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.files.atomic import left_by_a_kill
from briefing_app.files.intake import read_bytes
from briefing_app.files.reading import digest_of_bytes
from briefing_app.files.stores import ASIDE, failure, make, set_aside, write
from briefing_app.model.problems import BriefingError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

MOST = 10
LASTS = timedelta(days=365)
_FAILED = ("versions-full", "versions-closed", "versions-io")
_NAME = re.compile(r"([0-9]{8})-([0-9]{8}T[0-9]{12}Z)-([0-9a-f]{64})\.briefing")
_FOLDER = re.compile(r"[0-9a-f]{32}")
_STAMP = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True, slots=True)
class Version:
    """One saved version of a file.

    Attributes:
        kept: where it is kept.
        number: counts the versions of the file.
        when: it was saved; of the same bytes several times in a row, the last of them.
        digest: of its bytes, as `Opened.digest`.
        size: in bytes.
    """

    kept: Path
    number: int
    when: datetime
    digest: str
    size: int


class Listed(NamedTuple):
    """The versions of a file, the newest first, and what was set aside among them."""

    versions: tuple[Version, ...] = ()
    problems: tuple[Problem, ...] = ()


def keep(folder: Path, path: Path, data: bytes, when: datetime) -> tuple[Problem, ...]:
    """Keep what was saved just now, and let go what is older than the last ten.

    Args:
        folder: where versions are kept; made where there is none.
        path: the file.
        data: all of its bytes.
        when: now.

    Returns:
        What is in the way, and what was set aside: never a reason not to save.
    """
    problems: list[Problem] = []
    try:
        if moved := make(folder):
            problems.append(_strange(folder, moved))
        place = _place(folder, path)
        if moved := make(place, folder / ASIDE):
            problems.append(_strange(place, moved))
        found = _look(folder, place, problems)
        room = MOST - _add(place, found, data, when)
        for old in found[room:]:  # they were listed before the new one came
            old.kept.unlink(missing_ok=True)
    except (OSError, ValueError) as error:  # the latter: a name that cannot be
        told = error if isinstance(error, OSError) else OSError(errno.EINVAL, str(error))
        problems.append(failure(_FAILED, folder, told, name=path.name))
    return tuple(problems)


def listed(folder: Path, path: Path) -> Listed:
    """Return the versions that are kept of a file; never raises."""
    problems: list[Problem] = []
    try:
        place = _place(folder, path)
        if place.is_symlink() or (os.path.lexists(place) and not place.is_dir()):
            return Listed((), _aside(place, folder))
        found = _look(folder, place, problems)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return Listed()
    except OSError as error:
        return Listed((), (*problems, failure(_FAILED, folder, error, name=path.name)))
    return Listed(tuple(found[:MOST]), tuple(problems))  # a kill may have left one more


def read(path: Path, version: Version) -> bytes:
    """Return the bytes of a version.

    Args:
        path: the file that it is a version of.
        version: one of those that were listed.

    Raises:
        BriefingError: `version-gone`; `version-damaged`: it was set aside.
    """
    where, values = Place(file=str(path)), {"name": path.name}
    try:
        data = read_bytes(version.kept)
    except BriefingError as error:
        if error.problems[0].code == "file-not-found":
            raise BriefingError(Problem("version-gone", where=where, values=values)) from error
        data = b""
    if digest_of_bytes(data) == version.digest:
        return data
    with contextlib.suppress(OSError):
        set_aside(version.kept, version.kept.parents[1] / ASIDE)
    raise BriefingError(Problem("version-damaged", where=where, values=values))


def forget_old(folder: Path, today: date) -> tuple[Problem, ...]:
    """Remove the versions of files that were not saved for a year; never raises.

    Args:
        folder: where versions are kept.
        today: the day.

    Returns:
        What is in the way, and what was set aside.
    """
    problems: list[Problem] = []
    try:
        for place in _places(folder, problems):
            _sweep(place, today)
            found = _look(folder, place, problems)
            if found and found[0].when.date() < today - LASTS:
                _remove(place, found)
    except FileNotFoundError:
        pass
    except OSError as error:
        problems.append(failure(_FAILED, folder, error, name=folder.name))
    return tuple(problems)


def _place(folder: Path, path: Path) -> Path:
    """Return the folder of a file's versions: the same by whatever way the file is reached."""
    real = os.path.normcase(os.path.realpath(path))
    return folder / hashlib.sha256(real.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _places(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    for name in sorted(os.listdir(folder)):  # noqa: PTH208 - most are only compared
        place = folder / name
        if name == ASIDE:
            continue
        if _FOLDER.fullmatch(name) and place.is_dir() and not place.is_symlink():
            yield place
        else:
            problems += _aside(place, folder)


def _look(folder: Path, place: Path, problems: list[Problem]) -> list[Version]:
    """Return the versions in a folder, the newest first; what is none is set aside."""
    found = []
    for name in os.listdir(place):  # noqa: PTH208 - most are only compared
        version = _version(place / name)
        if version is not None:
            found.append(version)
        elif not left_by_a_kill(name):
            problems += _aside(place / name, folder)
    return sorted(found, key=lambda each: each.kept.name, reverse=True)


def _version(kept: Path) -> Version | None:
    named = _NAME.fullmatch(kept.name)
    try:
        there = kept.lstat()
        if named is None or not stat.S_ISREG(there.st_mode):
            return None
        when = datetime.strptime(named[2], _STAMP).replace(tzinfo=UTC)
    except (FileNotFoundError, ValueError):  # another process was quicker; or there is no such day
        return None
    return Version(kept, int(named[1]), when, f"sha256:{named[3]}", there.st_size)


def _add(place: Path, found: list[Version], data: bytes, when: datetime) -> int:
    """Keep a version, or the time at which the newest one was saved once more; return how many came.

    Raises:
        OSError: it cannot be kept.
    """
    digest = digest_of_bytes(data)
    stamp, named = when.astimezone(UTC).strftime(_STAMP), digest.removeprefix("sha256:")
    newest = found[0] if found else None
    if newest is not None and newest.digest == digest and _whole(newest):
        newest.kept.replace(place / f"{newest.number:08d}-{stamp}-{named}.briefing")
        return 0
    number = newest.number + 1 if newest else 1
    write(place / f"{number:08d}-{stamp}-{named}.briefing", data)
    return 1


def _whole(version: Version) -> bool:
    try:
        return digest_of_bytes(read_bytes(version.kept)) == version.digest
    except BriefingError:
        return False


def _sweep(place: Path, today: date) -> None:
    """Remove what a kill left; a file of today may be one that is being written."""
    for name in filter(left_by_a_kill, os.listdir(place)):  # noqa: PTH208 - most are only compared
        with contextlib.suppress(FileNotFoundError):
            if datetime.fromtimestamp((place / name).lstat().st_mtime, UTC).date() < today - timedelta(1):
                (place / name).unlink()


def _remove(place: Path, found: list[Version]) -> None:
    for version in found:
        version.kept.unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # a save of this moment has put something there
        place.rmdir()


def _aside(place: Path, folder: Path) -> tuple[Problem, ...]:
    try:
        return (_strange(place, set_aside(place, folder / ASIDE)),)
    except FileNotFoundError:  # another process was quicker
        return ()
    except OSError as error:
        return (failure(_FAILED, place, error, name=place.name),)


def _strange(place: Path, moved: Path) -> Problem:
    values = {"name": place.name, "folder": str(moved.parent), "moved": moved.name}
    return Problem("versions-strange", "warning", Place(file=str(moved)), values=values)
