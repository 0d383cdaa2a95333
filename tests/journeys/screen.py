"""A virtual screen: keys and mouse go in as a person's do, titles and pictures come out."""

from __future__ import annotations

import os
import statistics
import struct
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 30.0
_WIDTH, _HEIGHT, _ROW, _COLOURS = 4, 5, 12, 19  # fields of the header of an X window dump
_HEADER = struct.Struct(">25I")
_COLOUR, _PIXEL = 12, 4  # bytes of an entry of its table of colours, and of a pixel

Spot = tuple[int, int]
Size = tuple[int, int]


def eventually(what: Callable[[], object], hope: Callable[[], str] | str) -> None:
    """Wait until something holds, and fail with what was hoped for where it never does."""
    end = time.monotonic() + PATIENCE
    while not what():
        if time.monotonic() > end:
            pytest.fail(hope if isinstance(hope, str) else hope())
        time.sleep(0.05)


class Screen:
    """One screen of a server that keeps its picture in a file."""

    def __init__(self, display: str, memory: Path) -> None:
        self.display = display
        self.memory = memory  # an X window dump

    def xdotool(self, *arguments: str) -> str:
        """Return what xdotool says, empty where it fails."""
        environment = os.environ | {"DISPLAY": self.display}
        done = subprocess.run(
            ["xdotool", *arguments], env=environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys or chords one after the other, in the window that has the keyboard."""
        self.xdotool("key", "--delay", "60", *keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self.xdotool("type", "--delay", "20", text)

    def click(self, spot: Spot) -> None:
        """Click somewhere with the left button."""
        # Not with --sync: it waits for 15 seconds where the pointer is there already.
        self.xdotool("mousemove", str(spot[0]), str(spot[1]), "click", "1")

    def wheel(self, spot: Spot, button: str, notches: int) -> None:
        """Turn the wheel over a spot: button 4 is up, 5 down."""
        how = ("--repeat", str(notches), "--delay", "20")
        self.xdotool("mousemove", str(spot[0]), str(spot[1]), "click", *how, button)

    def active(self) -> str:
        """Return the title of the window that has the keyboard."""
        return self.xdotool("getactivewindow", "getwindowname")

    def turns_to(self, title: str) -> None:
        """Wait until the window that has the keyboard has a title that begins so."""
        eventually(
            lambda: self.active().startswith(title), lambda: f"{title!r} is not there, but {self.active()!r}"
        )

    def _rows(self) -> list[bytes]:
        data = self.memory.read_bytes()
        header = _HEADER.unpack_from(data)
        start = header[0] + header[_COLOURS] * _COLOUR
        width, row = header[_WIDTH] * _PIXEL, header[_ROW]
        return [data[at : at + width] for at in range(start, start + header[_HEIGHT] * row, row)]

    def colours(self) -> set[int]:
        """Return the colours of all pixels, as 0xRRGGBB."""
        return {colour for row in self._rows() for colour in _colours(row)}

    def spots(self, colour: int) -> list[Spot]:
        """Return where a colour is seen."""
        bytes_of_it = colour.to_bytes(3, "little")
        lines = ((y, _colours(row)) for y, row in enumerate(self._rows()) if bytes_of_it in row)
        return [(x, y) for y, line in lines for x, found in enumerate(line) if found == colour]


def _colours(row: bytes) -> list[int]:
    return [pixel & 0xFFFFFF for (pixel,) in struct.iter_unpack("<I", row)]


def middle(spots: list[Spot]) -> Spot:
    """Return the spot that has as many of them on its left as on its right, and above as below."""
    return round(statistics.median(x for x, _ in spots)), round(statistics.median(y for _, y in spots))


@contextmanager
def virtual_screen(folder: Path, size: Size = (1280, 800)) -> Iterator[Screen]:
    """Return a virtual screen with a number of its own, whose picture is kept in a folder."""
    reading, writing = os.pipe()
    shape = ("-screen", "0", f"{size[0]}x{size[1]}x24", "-fbdir", str(folder))
    how = ("-noreset", "-nolisten", "tcp", "-displayfd", str(writing))
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(["Xvfb", *shape, *how], pass_fds=[writing], stdout=log, stderr=log)
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            pytest.skip("the virtual screen did not start")
        try:
            yield Screen(f":{number}", folder / "Xvfb_screen0")
        finally:
            server.terminate()
            server.wait(10)


@contextmanager
def window_manager(screen: Screen, home: Path) -> Iterator[Screen]:
    """Return a screen with a window manager, which gives the keyboard to the window in front."""
    environment = os.environ | {"DISPLAY": screen.display, "HOME": str(home)}
    quiet = subprocess.DEVNULL
    manager = subprocess.Popen(["openbox"], env=environment, stdout=quiet, stderr=quiet)
    try:
        eventually(lambda: screen.xdotool("get_num_desktops"), "no window manager")
        yield screen
    finally:
        manager.terminate()
        manager.wait(10)
