"""One process for each user, display and data folder: a later start hands its files to the first one.

The first process holds a lock and listens on a socket, both in a folder that only its user may enter. The
lock goes with the process, however that ends, so a socket that a dead process left is never mistaken for a
live one. Where the system has no such sockets (Windows), each start is a process of its own.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import socket
import stat
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QObject, QSocketNotifier

PATIENCE = 2.0
MOST_BYTES = 1 << 20
MOST_FILES = 100
_HEAD = 4
_ANSWER = b"taken"
_CHUNK = 1 << 16


class Claim(NamedTuple):
    """What came of asking to be the first.

    Attributes:
        first: this process is the first, and answers later ones; None where it is not, or cannot be.
        taken: another process has taken the files.
        silent: another process is there, but did not answer.
    """

    first: First | None = None
    taken: bool = False
    silent: bool = False


class First:
    """What the first process keeps: the lock, and the socket that later ones speak to."""

    def __init__(self, lock: int, listening: socket.socket, path: Path) -> None:
        self._lock, self._listening, self._path = lock, listening, path
        self._waiting: dict[socket.socket, tuple[bytearray, QSocketNotifier]] = {}
        self._notifier: QSocketNotifier | None = None

    def serve(self, parent: QObject, then: Callable[[list[Path]], None]) -> None:
        """Answer later starts from now on; those that came before have been waiting.

        Args:
            parent: lives as long as is answered.
            then: gets the files that a later start was given, perhaps none.
        """
        from PySide6.QtCore import QSocketNotifier

        self._parent, self._then = parent, then
        self._notifier = QSocketNotifier(self._listening.fileno(), QSocketNotifier.Type.Read, parent)
        self._notifier.activated.connect(self._admit)

    def close(self) -> None:
        """Answer nobody any more, and let another process be the first; once is enough."""
        if self._listening.fileno() < 0:
            return
        for speaker in tuple(self._waiting):
            self._drop(speaker)
        if self._notifier is not None:
            self._notifier.setEnabled(False)
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
        self._listening.close()
        os.close(self._lock)

    def _admit(self) -> None:
        from PySide6.QtCore import QSocketNotifier, QTimer

        try:
            speaker, _ = self._listening.accept()
        except OSError:
            return
        speaker.setblocking(False)
        notifier = QSocketNotifier(speaker.fileno(), QSocketNotifier.Type.Read, self._parent)
        self._waiting[speaker] = (bytearray(), notifier)
        notifier.activated.connect(lambda *_: self._hear(speaker))
        QTimer.singleShot(int(PATIENCE * 1000), notifier, lambda: self._drop(speaker))

    def _hear(self, speaker: socket.socket) -> None:
        if speaker not in self._waiting:
            return
        heard, _ = self._waiting[speaker]
        try:
            piece = speaker.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        heard += piece
        size = int.from_bytes(heard[:_HEAD], "big") if len(heard) >= _HEAD else 0
        if piece and size <= MOST_BYTES and (len(heard) < _HEAD or len(heard) < _HEAD + size):
            return  # more is to come
        files = files_in(bytes(heard[_HEAD:])) if len(heard) == _HEAD + size else None
        answered = False
        if files is not None:
            with contextlib.suppress(OSError):  # it has given up and opened a window of its own
                answered = speaker.send(_ANSWER) == len(_ANSWER)
        self._drop(speaker)
        if files is not None and answered:
            self._then(files)

    def _drop(self, speaker: socket.socket) -> None:
        if speaker in self._waiting:
            _, notifier = self._waiting.pop(speaker)
            notifier.setEnabled(False)
            notifier.deleteLater()
            speaker.close()


def claim(files: Sequence[Path], *, patience: float = PATIENCE) -> Claim:
    """Become the first process, or hand the files to the one that is.

    Args:
        files: what this start was given.
        patience: how many seconds the first process may take to answer.
    """
    if sys.platform == "win32":
        return Claim()
    try:
        folder = _folder(os.environ)
        path = folder / name_of(os.environ)
        lock = _lock(path.with_suffix(".lock"))
        if lock is not None:
            return Claim(_first(lock, path))
        if _hand_over(path, files, patience):
            return Claim(taken=True)
    except OSError:
        return Claim()  # no folder of ours, or none that can hold a socket: each start is on its own
    return Claim(silent=True)


def name_of(environment: Mapping[str, str]) -> str:
    """Return the name of the socket: another user, display or data folder, another name."""
    home = os.path.expanduser("~")  # noqa: PTH111 - of whoever has no home, `~` is told apart as well
    parts = (
        str(os.getuid()),
        *(environment.get(name, "") for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")),
        environment.get("XDG_DATA_HOME") or os.path.join(home, ".local", "share"),  # noqa: PTH118 - a text
        environment.get("XDG_CONFIG_HOME") or os.path.join(home, ".config"),  # noqa: PTH118 - a text
    )
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:24] + ".socket"


def files_in(data: bytes) -> list[Path] | None:
    """Return the files that a later start names, None where what it says is not to be trusted."""
    try:
        said = json.loads(data)
        names = said["files"]
        if not isinstance(names, list) or len(names) > MOST_FILES:
            return None
        files = [Path(name) for name in names]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return files if all(file.is_absolute() and "\0" not in str(file) for file in files) else None


def _folder(environment: Mapping[str, str]) -> Path:
    """Return the folder of our sockets.

    Raises:
        OSError: there is none that only this user may enter.
    """
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    if runtime and _is_ours(Path(runtime)):
        folder = Path(runtime) / "briefing"
    else:
        import tempfile  # slow to load, and rarely needed

        folder = Path(tempfile.gettempdir()) / f"briefing-{os.getuid()}"
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    if not _is_ours(folder):
        raise PermissionError(str(folder))
    return folder


def _is_ours(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077


def _lock(path: Path) -> int | None:
    """Return a lock that lasts as long as this process, None where another one holds it."""
    import fcntl

    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    return handle


def _first(lock: int, path: Path) -> First:
    """Listen at `path`; whoever holds the lock may put away what lies there."""
    made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        path.unlink(missing_ok=True)
        made.setblocking(False)
        made.bind(str(path))
        path.chmod(0o600)
        made.listen(16)
    except OSError:
        made.close()
        os.close(lock)
        raise
    return First(lock, made, path)


def _hand_over(path: Path, files: Sequence[Path], patience: float) -> bool:
    """Tell whether the first process has taken the files."""
    names = [str(file.absolute()) for file in files]
    said = json.dumps({"files": names}).encode("ascii")
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as first:
            first.settimeout(patience)
            _connect(first, path)
            first.sendall(len(said).to_bytes(_HEAD, "big") + said)
            return first.recv(len(_ANSWER)) == _ANSWER
    except OSError:
        return False


def _connect(first: socket.socket, path: Path) -> None:
    """Connect; a first process that holds the lock since a moment ago may not listen yet."""
    for _ in range(20):
        with contextlib.suppress(FileNotFoundError, ConnectionRefusedError):
            return first.connect(str(path))
        time.sleep(0.01)
    return first.connect(str(path))
