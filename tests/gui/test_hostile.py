"""Texts that would load, hang, abort or mislead if Qt or Markdown took them at their word.

Each stands in every field of a briefing, in a process of its own: some of them would bring the process down.
"""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QImage
from PySide6.QtWidgets import QLabel

from briefing_app.gui.theme import load_theme
from briefing_app.gui.widgets.chips import MarkingChip
from briefing_app.model.items import Marking
from briefing_app.model.visible import visible
from tests.gui import hostile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = [
    pytest.mark.timeout(240),  # the first test waits for all inputs
    pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)"),
]

NAMES = tuple(hostile.inputs("", Path()))
PATIENCE = 30  # seconds for one input
Seen = dict[str, Any]


class Server:
    """A web server on this machine that counts who asks it for anything."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        asked = self.asked

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_error(404)

            def log_message(self, *_: object) -> None:
                """Log nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


def trapped(folder: Path) -> Path:
    """Return a folder with a picture and a pipe, neither of which may be opened."""
    folder.mkdir()
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("#FF00FE"))
    assert picture.save(str(folder / hostile.PICTURE))
    os.mkfifo(folder / "fifo")
    return folder


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory, server: Server) -> dict[str, Seen]:
    """Return by input what was seen of it, or the end of the process that looked at it."""
    base = tmp_path_factory.mktemp("hostile")
    halves = [(trapped(base / str(n)), NAMES[n::2]) for n in range(2)]
    with ThreadPoolExecutor() as pool:
        found = pool.map(lambda half: look_at_all(server.address, *half), halves)
    return {name: what for each in found for name, what in each.items()}


def look_at_all(address: str, folder: Path, names: tuple[str, ...]) -> dict[str, Seen]:
    """Look at inputs in one process, and go on in another one where it ends too early."""
    done: dict[str, Seen] = {}
    while left := [name for name in names if name not in done]:
        done |= look_at_some(address, folder, left)
    return done


def look_at_some(address: str, folder: Path, names: list[str]) -> dict[str, Seen]:
    """Return what one process saw; the last may be how it ended."""
    done: dict[str, Seen] = {}
    command = [sys.executable, "-m", "tests.gui.hostile", address, str(folder), *names]
    measured = {name for name in os.environ if name.startswith("COVERAGE_")}  # it takes a third of the time
    kept = {name: value for name, value in os.environ.items() if name not in measured}
    environment = kept | {"PYTHONPATH": str(hostile.ROOT)}
    with (
        (folder / "errors").open("w+b") as errors,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=errors, cwd=hostile.ROOT, env=environment
        ) as child,
    ):
        for name in names:
            line = _line(child)
            while line.startswith("begin "):
                line = _line(child)
            if not line.startswith("end "):
                child.kill()
                status = child.wait()
                errors.seek(0)
                told = errors.read().decode(errors="replace")[-600:]
                return {**done, name: {"died": f"status {status} at {name!r}: {told}"}}
            done[name] = json.loads(line[4:])
    return done


def _line(child: subprocess.Popen[bytes]) -> str:
    """Return the next line that a process prints, empty where none comes in time."""
    assert child.stdout is not None
    with selectors.DefaultSelector() as ready:
        ready.register(child.stdout, selectors.EVENT_READ)
        return child.stdout.readline().decode() if ready.select(PATIENCE) else ""


@pytest.mark.parametrize("name", NAMES)
def test_a_text_does_nothing_but_stand_there(seen: dict[str, Seen], name: str) -> None:
    found = seen[name]
    assert "died" not in found, found["died"]
    assert found["full"]["briefing"], "the file did not open"
    assert found["full"]["said"] > 5_000
    assert not found["full"]["red"], "a picture was loaded"
    assert found["opened"] == 0, "another program was asked to open something"
    if "bad" in found:
        assert not found["bad"]["briefing"]
        assert not found["bad"]["red"], "a picture was loaded into the problems"


@pytest.mark.parametrize("name", ["bidi", "unseen"])
@pytest.mark.parametrize("kind", ["full", "bad"])
def test_what_is_hidden_is_spelt_out_everywhere(seen: dict[str, Seen], name: str, kind: str) -> None:
    """In names for assistive technology, tooltips, labels, titles and what is copied as in what is drawn."""
    assert "died" not in seen[name], seen[name]["died"]
    assert seen[name][kind]["hidden"] == []


def test_nothing_was_asked_for(seen: dict[str, Seen], server: Server) -> None:
    assert len(seen) == len(NAMES)
    assert server.asked == []


def test_the_traps_catch(qtbot: QtBot, tmp_path: Path) -> None:
    """What would read the picture, fetch, or open something is seen to do so."""
    folder = trapped(tmp_path / "traps")
    label = QLabel(f'<img src="file://{folder / hostile.PICTURE}">')
    qtbot.addWidget(label)
    assert hostile.red_pixels(label.grab().toImage())
    label.setTextFormat(Qt.TextFormat.PlainText)
    assert not hostile.red_pixels(label.grab().toImage())
    server = Server()
    with pytest.raises(urllib.error.HTTPError) as told:
        urllib.request.urlopen(f"{server.address}/x")  # noqa: S310 - it is our own server
    told.value.close()
    server.close()
    assert server.asked == ["/x"]
    desktop = hostile.Desktop()
    QDesktopServices.openUrl(QUrl("https://example.org/"))
    for scheme in hostile.SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)
    assert desktop.count == 1


def test_every_field_of_free_text_is_filled() -> None:
    """The schema leads: a new field of the format is tried without a change here."""
    text = json.dumps(hostile.filled("planted"))
    assert text.count("planted") > 150
    for key in ("title", "caveat", "reason", "note", "alongside", "comment", "descriptor", "expansion"):
        assert f'"{key}": "planted"' in text
    assert '"other_names": ["planted"' in text


def test_a_marking_is_painted_as_it_is_spelt(qtbot: QtBot) -> None:
    """A marking that runs backwards would say another one than it is."""
    theme = load_theme("light")
    pictures = []
    for label in ("\u202eNEERG:PLT\u202c", visible("\u202eNEERG:PLT\u202c")):
        chip = MarkingChip(theme, Marking(scheme="custom", label=label))
        qtbot.addWidget(chip)
        pictures.append(chip.grab().toImage())
    assert pictures[0] == pictures[1]
