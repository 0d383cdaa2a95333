"""One process for each user, display and data folder, with real processes and real sockets."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing_app.gui.single import MOST_BYTES, claim, files_in, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from briefing_app.gui.single import First

PATIENCE = 20.0
Start = "Callable[..., subprocess.Popen[str]]"


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """Return a folder with a short path: a socket's may have about a hundred letters, wherever tests run."""
    with tempfile.TemporaryDirectory(prefix="b-") as name:
        yield Path(name)


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a runtime folder of this test, in which the sockets lie."""
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return folder


@pytest.fixture
def start(runtime: Path, root: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Return what starts the program; whatever still runs at the end is ended."""
    running: list[subprocess.Popen[str]] = []

    def begin(*arguments: str | Path, **environment: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "briefing_app", *map(str, arguments)]
        program = subprocess.Popen(
            command, cwd=root, env=os.environ | environment, text=True, stderr=subprocess.PIPE
        )
        running.append(program)
        return program

    yield begin
    for program in running:
        if program.poll() is None:
            program.kill()
        program.communicate()


def last_open(runtime: Path) -> list[str]:
    """Return the files that the program keeps as open."""
    with contextlib.suppress(OSError, ValueError):
        kept = json.loads((runtime.parent / "config" / "briefing" / "settings.json").read_text())
        return [str(each) for each in kept["last"]]
    return []


def wait_for(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


@pytest.fixture
def first(runtime: Path, qapp: QApplication) -> Iterator[First]:
    """Return this process as the first one, which does not answer yet."""
    claimed = claim([])
    assert claimed.first is not None
    yield claimed.first
    claimed.first.close()


def test_a_second_start_hands_its_files_over_and_ends(
    start: Callable[..., subprocess.Popen[str]], runtime: Path, kidd: Path, vksd: Path
) -> None:
    running = start(kidd)
    wait_for(lambda: last_open(runtime) == [str(kidd)])
    second = start(os.path.relpath(vksd, kidd.parents[2]))
    assert second.wait(PATIENCE) == 0
    wait_for(lambda: last_open(runtime) == [str(kidd), str(vksd)])
    assert running.poll() is None
    sockets = list((runtime / "briefing").glob("*.socket"))
    assert [path.stat().st_mode & 0o777 for path in sockets] == [0o600]
    running.send_signal(signal.SIGTERM)
    running.wait(PATIENCE)
    assert not list((runtime / "briefing").glob("*.socket"))


def test_another_display_or_data_folder_has_a_window_of_its_own(
    start: Callable[..., subprocess.Popen[str]], runtime: Path, kidd: Path, tmp_path: Path
) -> None:
    start(kidd)
    wait_for(lambda: last_open(runtime) == [str(kidd)])
    others = [start(kidd, DISPLAY=":99"), start(kidd, XDG_DATA_HOME=str(tmp_path / "other"))]
    wait_for(lambda: len(list((runtime / "briefing").glob("*.socket"))) == 3)
    assert [each.poll() for each in others] == [None, None]


def test_where_the_first_one_hangs_the_second_says_so_and_opens_its_own(
    start: Callable[..., subprocess.Popen[str]], runtime: Path, kidd: Path, vksd: Path
) -> None:
    hanging = start(kidd)
    wait_for(lambda: last_open(runtime) == [str(kidd)])
    hanging.send_signal(signal.SIGSTOP)
    before = time.monotonic()
    second = start(vksd)
    wait_for(lambda: last_open(runtime) == [str(vksd)])
    assert time.monotonic() - before >= 2
    second.send_signal(signal.SIGTERM)
    _, told = second.communicate(timeout=PATIENCE)
    assert "The window that is open already does not answer." in told
    hanging.send_signal(signal.SIGCONT)
    time.sleep(0.3)
    assert last_open(runtime) == [str(vksd)]  # what the second gave up handing over is not opened twice


def test_what_a_killed_process_left_is_put_away(
    start: Callable[..., subprocess.Popen[str]], runtime: Path, kidd: Path
) -> None:
    killed = start(kidd)
    wait_for(lambda: last_open(runtime) == [str(kidd)])
    killed.kill()
    killed.wait()
    assert len(list((runtime / "briefing").glob("*.socket"))) == 1
    claimed = claim([])
    assert claimed.first is not None
    claimed.first.close()


def test_a_folder_that_others_may_enter_is_not_used(runtime: Path) -> None:
    (runtime / "briefing").mkdir(mode=0o700)
    (runtime / "briefing").chmod(0o755)
    assert claim([]) == (None, False, False)


def test_a_runtime_folder_that_others_may_enter_gives_way_to_the_temporary_one(
    runtime: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    runtime.chmod(0o755)
    claimed = claim([])
    assert claimed.first is not None
    found = list((tmp_path / f"briefing-{os.getuid()}").glob("*.socket"))
    assert len(found) == 1
    claimed.first.close()


def test_a_path_too_long_for_a_socket_leaves_each_start_on_its_own(
    runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = runtime / ("d" * 120)
    deep.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    assert claim([]) == (None, False, False)
    assert claim([]) == (None, False, False)  # the first try keeps no lock


def test_the_name_tells_user_display_and_folders_apart() -> None:
    base = {"DISPLAY": ":0", "XDG_DATA_HOME": "/a", "XDG_CONFIG_HOME": "/b"}
    changes = [{}, {"DISPLAY": ":1"}, {"WAYLAND_DISPLAY": "w"}, {"QT_QPA_PLATFORM": "x"}]
    changes += [{"XDG_DATA_HOME": "/c"}, {"XDG_CONFIG_HOME": "/c"}]
    assert len({name_of(base | change) for change in changes}) == len(changes)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"{",
        b"[]",
        b"3",
        b"{}",
        b'{"files": "/a"}',
        b'{"files": [1]}',
        b'{"files": [null]}',
        b'{"files": ["a.briefing"]}',
        b'{"files": ["/a\\u0000b"]}',
        json.dumps({"files": ["/a"] * 101}).encode(),
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_what_is_no_list_of_files_is_not_taken(said: bytes) -> None:
    assert files_in(said) is None


def test_names_of_any_bytes_come_over() -> None:
    names = ["/a b", "/Überblick", os.fsdecode(b"/\xff")]
    assert files_in(json.dumps({"files": names}).encode()) == [Path(name) for name in names]


@pytest.mark.parametrize(
    "said", [b"\x00\x00\x00\x02{}", b"\x00\x00\x00\x01{}", (MOST_BYTES + 1).to_bytes(4, "big"), b"\xff" * 9]
)
def test_a_speaker_that_says_something_else_is_let_go(
    first: First, runtime: Path, qapp: QApplication, qtbot: QtBot, said: bytes
) -> None:
    taken: list[list[Path]] = []
    first.serve(qapp, taken.append)
    with socket.socket(socket.AF_UNIX) as speaker:
        speaker.connect(str(next((runtime / "briefing").glob("*.socket"))))
        speaker.sendall(said)
        qtbot.waitUntil(lambda: bool(select.select([speaker], [], [], 0)[0]))
        assert speaker.recv(8) == b""
    assert taken == []


def test_a_speaker_that_says_nothing_is_let_go_and_a_slow_one_is_heard(
    first: First, runtime: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    taken: list[list[Path]] = []
    first.serve(qapp, taken.append)
    place = str(next((runtime / "briefing").glob("*.socket")))
    with socket.socket(socket.AF_UNIX) as silent, socket.socket(socket.AF_UNIX) as slow:
        silent.connect(place)
        slow.connect(place)
        said = b'{"files": ["/a"]}'
        for piece in (b"\0\0", b"\0", bytes([len(said)]), said[:5], said[5:]):
            slow.sendall(piece)
            qtbot.wait(5)
        qtbot.waitUntil(lambda: taken == [[Path("/a")]])
        slow.settimeout(1)
        assert slow.recv(8) == b"taken"
        qtbot.waitUntil(lambda: first._waiting == {}, timeout=4000)
