"""Unsaved work on this computer: each open document has a folder of its own, held by a lock while it lives.

The folder has an opaque name and holds `lock`, which goes with the process, and `entry`, which is replaced
whole. An entry is two lines of JSON and then the briefing as its file would be: without them it is one.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing_app.files.atomic import left_by_a_kill, sync_folder
from briefing_app.files.intake import MAX_FILE_BYTES, read_bytes
from briefing_app.files.locks import holds, lock
from briefing_app.files.reading import digest_of_bytes
from briefing_app.files.stores import ASIDE, failure, make, set_aside, write
from briefing_app.model.problems import BriefingError, Place, Problem

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

FORM = 1
FAILED = ("journal-full", "journal-closed", "journal-io")
_ENTRY, _LOCK = "entry", "lock"
_TRIES = 100
_AT_ONCE = 100  # entries that are held at a time: each costs a handle, and nobody looks through more
_HEAD = 1 << 16
_PATHS = ("utf-8", "surrogatepass")  # a name of a file may hold halves of characters
# What a lock says that none of ours is.
_NO_LOCK = {errno.ELOOP, errno.EISDIR, errno.EACCES, errno.EPERM, errno.ENXIO, errno.ENOTDIR}


@dataclass(frozen=True, slots=True)
class Noted:
    """Unsaved work.

    Attributes:
        text: the briefing in canonical form.
        path: the file that it belongs to, empty for a draft in no file.
        proposed: where such a draft would be saved.
        digest: of the file as it was opened or saved last, empty for a draft.
        when: it was noted.
    """

    text: str
    path: str
    proposed: str
    digest: str
    when: datetime


class Entry:
    """A place in the journal that this process holds; for one thread at a time."""

    def __init__(self, place: Path, handle: int) -> None:
        self._place, self._handle = place, handle

    @property
    def name(self) -> str:
        """Its opaque name."""
        return self._place.name

    @property
    def place(self) -> Path:
        """Its folder."""
        return self._place

    @property
    def held(self) -> bool:
        """Whether it still is this process's: its folder was not removed from outside."""
        return holds(self._handle, self._place / _LOCK)

    def write(self, noted: Noted) -> None:
        """Put unsaved work in the place of what was noted before.

        Raises:
            OSError: it was not written; what was noted before is still there.
        """
        write(self._place / _ENTRY, _written(noted))

    def remove(self) -> None:
        """Remove the entry and give the place up.

        Raises:
            OSError: it cannot be removed, and is found again by the next start.
        """
        try:
            (self._place / _ENTRY).unlink(missing_ok=True)
            self.sweep()
        finally:
            self.release()
        with contextlib.suppress(OSError):  # what stays holds no work, and goes at the next start
            (self._place / _LOCK).unlink(missing_ok=True)
            self._place.rmdir()

    def sweep(self) -> None:
        """Remove what a kill while noting left behind."""
        for name in filter(left_by_a_kill, os.listdir(self._place)):  # noqa: PTH208 - names alone
            (self._place / name).unlink(missing_ok=True)

    def release(self) -> None:
        """Give the place up and leave the entry to the next start."""
        os.close(self._handle)


class Found(NamedTuple):
    """An entry that was left over, held from now on, and what was noted in it."""

    entry: Entry
    noted: Noted


class Left(NamedTuple):
    """What was left over, and what is wrong with the rest."""

    found: tuple[Found, ...] = ()
    problems: tuple[Problem, ...] = ()


def claim(folder: Path, chance: Random) -> Entry:
    """Return a new place in the journal.

    Args:
        folder: the journal; made where there is none.
        chance: makes its name.

    Raises:
        OSError: it cannot be made.
    """
    for _ in range(_TRIES):
        make(folder)
        place = folder / f"{chance.getrandbits(128):032x}"
        with contextlib.suppress(FileExistsError, FileNotFoundError):  # a start that sweeps was quicker
            place.mkdir(mode=0o700)
            if entry := _held(place):
                sync_folder(folder)
                return entry
    raise OSError(errno.EEXIST, os.strerror(errno.EEXIST))


def _held(place: Path) -> Entry | None:
    try:
        handle = lock(place / _LOCK, new=True)
    except OSError:
        with contextlib.suppress(OSError):
            place.rmdir()
        raise
    if handle is None:
        return None
    if holds(handle, place / _LOCK):
        return Entry(place, handle)
    os.close(handle)
    return None


def left_over(folder: Path) -> Left:
    """Return the entries whose processes are gone, and hold them.

    What is no sound entry is moved to `set-aside` and told; what cannot be moved is told.
    """
    found: list[Found] = []
    problems: list[Problem] = []
    for name in _names(folder, problems):
        if len(found) == _AT_ONCE:
            where = Place(file=str(folder))
            problems.append(Problem("journal-many", "warning", where, {"most": _AT_ONCE}))
            break
        told = _look(folder / name)
        if isinstance(told, Problem):
            problems.append(told)
        elif told is not None:
            found.append(told)
    return Left(tuple(found), tuple(problems))


def put_aside(entry: Entry, code: str) -> Problem | None:
    """Give an entry up, move it out of the way, and return what is told of it.

    Args:
        entry: the entry.
        code: what is wrong with it.

    Returns:
        None where another start has moved it at this moment.
    """
    entry.release()  # first: not every system moves a folder in which a file is open
    return _aside(entry.place, code)


def _names(folder: Path, problems: list[Problem]) -> list[str]:
    try:
        if os.path.lexists(folder) and not folder.is_dir():
            make(folder.parent)
            moved = set_aside(folder, folder.with_name(f"{folder.name}-{ASIDE}"))
            problems.append(_strange(folder, moved, "journal-strange"))
            return []
        return sorted(name for name in os.listdir(folder) if name != ASIDE)  # noqa: PTH208 - no paths yet
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(failure(FAILED, folder, error))
        return []


def _look(place: Path) -> Found | Problem | None:
    """Return what was left over at a place, what is wrong with it, or None where nothing is."""
    try:
        if not stat.S_ISDIR(place.lstat().st_mode):
            return _aside(place, "journal-strange")
        handle = lock(place / _LOCK)
    except FileNotFoundError:  # its process has just settled it
        return None
    except OSError as error:
        if error.errno in _NO_LOCK:
            return _aside(place, "journal-strange")
        return failure(FAILED, place, error)
    return None if handle is None else _read(Entry(place, handle))


def _read(entry: Entry) -> Found | Problem | None:
    path = entry.place / _ENTRY
    try:
        entry.sweep()
        if not stat.S_ISREG(path.lstat().st_mode):
            return put_aside(entry, "journal-strange")
        noted = _noted(read_bytes(path, MAX_FILE_BYTES + _HEAD))
    except FileNotFoundError:  # nothing was noted, or it was settled
        return _empty(entry)
    except (OSError, BriefingError):
        return put_aside(entry, "journal-unreadable")
    return put_aside(entry, noted) if isinstance(noted, str) else Found(entry, noted)


def _empty(entry: Entry) -> Problem | None:
    with contextlib.suppress(OSError):
        entry.remove()
    return _aside(entry.place, "journal-strange") if entry.place.exists() else None


def _aside(place: Path, code: str) -> Problem | None:
    try:
        moved = set_aside(place, place.parent / ASIDE)
    except FileNotFoundError:  # another start was quicker
        return None
    except OSError as error:
        values = {"name": place.name, "reason": error.strerror or ""}
        return Problem("journal-stays", "warning", Place(file=str(place)), values=values)
    return _strange(place, moved, code)


def _strange(place: Path, moved: Path, code: str) -> Problem:
    values = {"name": place.name, "folder": str(moved.parent), "moved": moved.name}
    return Problem(code, "warning", Place(file=str(moved)), values=values)


def _written(noted: Noted) -> bytes:
    about = {
        "path": noted.path,
        "proposed": noted.proposed,
        "opened": noted.digest,
        "noted": noted.when.astimezone(UTC).isoformat(),
    }
    body = f"{json.dumps(about, ensure_ascii=False)}\n{noted.text}".encode(*_PATHS)
    head = {"form": FORM, "digest": digest_of_bytes(body)}
    return json.dumps(head).encode("ascii") + b"\n" + body


def _noted(data: bytes) -> Noted | str:
    """Return what the bytes of an entry hold, or the code of what is wrong with them."""
    head, _, body = data.partition(b"\n")
    try:
        said = _object(head)
        if isinstance(said["form"], int) and said["form"] > FORM:
            return "journal-newer"
        if said["form"] != FORM or said["digest"] != digest_of_bytes(body):
            return "journal-damaged"
        about, _, text = body.partition(b"\n")
        known = _object(about)
        texts = [known[key] for key in ("path", "proposed", "opened", "noted")]
        if not all(isinstance(each, str) and "\0" not in each for each in texts):
            return "journal-damaged"
        path, proposed, opened, when = texts
        noted = datetime.fromisoformat(when)
        if noted.tzinfo is None:
            return "journal-damaged"
        return Noted(text.decode(*_PATHS), path, proposed, opened, noted)
    except (ValueError, KeyError, TypeError, RecursionError):
        return "journal-damaged"


def _object(line: bytes) -> dict[str, Any]:
    """Return the object in a line.

    Raises:
        ValueError: there is none, or the line is too long to be one of ours.
        TypeError: it is another value.
        RecursionError: it is nested without end.
    """
    if len(line) > _HEAD:
        raise ValueError("too long")
    found = json.loads(line.decode(*_PATHS))
    if not isinstance(found, dict):
        raise TypeError("no object")
    return found
