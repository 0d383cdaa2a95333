"""Hands on the program's window: a mouse that finds what it clicks as assistive technology is told of it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.journeys.screen import eventually

if TYPE_CHECKING:
    from tests.journeys.screen import Screen, Spot
    from tests.soak.reading_aloud import Reader, Seen

_DOWN, _UP = "5", "4"  # the buttons that the turns of a wheel are
_LEAST = 12  # px of a control that must be in sight, or all of a smaller one
_MARGIN = 8  # px from the edge of what is scrolled: no field lies there that a wheel would turn
_NOTCH = 120  # px that one notch of the wheel scrolls at most
_TURNS = 80  # of the wheel, before it is given up


class Box(NamedTuple):
    """A rectangle of the screen in px."""

    left: int
    top: int
    right: int
    bottom: int

    @staticmethod
    def of(x: int, y: int, width: int, height: int) -> Box:
        """Return the rectangle of a place and a size."""
        return Box(x, y, x + width, y + height)

    def cut(self, other: Box) -> Box:
        """Return what lies in both."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        return Box(
            left, top, max(left, min(self.right, other.right)), max(top, min(self.bottom, other.bottom))
        )

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.right - self.left, self.bottom - self.top

    @property
    def middle(self) -> Spot:
        """The spot that is clicked."""
        return (self.left + self.right) // 2, (self.top + self.bottom) // 2


class Found(NamedTuple):
    """A control: where it lies, what of that is in sight, and what cuts it off where nothing is."""

    name: str
    whole: Box
    sight: Box
    window: Box

    @property
    def clear(self) -> bool:
        """Whether enough of it is in sight to be clicked."""
        return all(
            seen >= min(_LEAST, all_of_it) > 0
            for seen, all_of_it in zip(self.sight.size, self.whole.size, strict=True)
        )


class Hands:
    """Mouse and keyboard of one person at one program."""

    def __init__(self, screen: Screen, reader: Reader, name: str) -> None:
        self.screen, self.reader, self.name = screen, reader, name
        self.scrolled: list[str] = []  # what was out of sight, and so was scrolled to
        self._taken = 0

    def picture(self, what: str) -> None:
        """Keep what the screen shows as an X window dump in the folder $PICTURES, where that is set."""
        folder = os.environ.get("PICTURES")
        if folder:
            self._taken += 1
            shutil.copy(self.screen.memory, Path(folder) / f"{self.name}-{self._taken:02}-{what}.xwd")

    # ------------------------------------------------------------------------------------------- looking

    def seen(self) -> list[Seen]:
        """Return what is shown of the window in front and of the menus over it."""
        return self.reader.seen(self.screen.active())

    def find(self, name: str, role: str = "") -> Found | None:
        """Return the last control whose name begins so, else holds the words, once it is at rest; or None."""
        node = self.reader.find(self.screen.active(), name, role)
        return _found(node["name"], [Box.of(*each) for each in node["extents"]]) if node else None

    def sees(self, name: str, role: str = "") -> bool:
        """Tell whether a control is in sight."""
        found = self.find(name, role)
        return found is not None and found.clear

    # -------------------------------------------------------------------------------------------- doing

    def click(self, name: str, role: str = "", within: str = "") -> None:
        """Click the middle of a control, and scroll to it where it is out of sight.

        Args:
            name: its name, or a part of that.
            role: a part of its role.
            within: the list that is scrolled down for it where it is not made yet.
        """
        eventually(
            lambda: self.find(name, role) or (within and self.find(within)),
            lambda: self._told(name),
        )
        self.screen.click(self.bring(name, role, within).sight.middle)

    def _told(self, name: str) -> str:
        self.picture("not-there")
        there = sorted({each.name[:40] for each in self.seen() if each.name})
        return f"{name!r} is not in {self.screen.active()!r}: {there[:80]}"

    def choose(self, *names: str) -> None:
        """Open the menu of the toolbar, and click what it lists: a menu, then one of its actions."""
        self.reader.ask("menus", True)
        self.click("Menu", "button")
        button = self.bring("Menu", "button").whole
        # An open menu is told of only once the pointer comes to it.
        below = str(button.left + button.size[0] // 2), str(button.bottom + button.size[1] // 2)
        eventually(
            lambda: self.screen.xdotool("mousemove", *below) or self.sees(names[0], "menu item"),
            f"no menu with {names[0]!r}",
        )
        for name in names:
            self.click(name, "menu item")
        self.reader.ask("menus", False)

    def write_at_end(self, name: str, text: str) -> None:
        """Click behind the last word of a field, and type."""
        box = self.bring(name, "text").sight
        self.screen.click((box.right - 4, box.bottom - 4))
        eventually(lambda: self.focused() == name, f"the keyboard is not in {name!r}")
        self.screen.write(text)

    def focused(self) -> str:
        """Return the name of what has the keyboard."""
        return next((each.name for each in reversed(self.seen()) if each.focused), "")

    def bring(self, name: str, role: str = "", within: str = "") -> Found:
        """Return a control that is in sight, after scrolling where it was not."""
        for turn in range(_TURNS):
            found = self.find(name, role)
            if found is not None and found.clear:
                return found
            if turn == 0:
                self.scrolled.append(name)
            if found is not None:
                self._scroll(found.window, found.whole)
            elif within and (around := self.find(within)):
                self._scroll(around.sight, None)
        self.picture("not-reached")
        pytest.fail(f"{name!r} cannot be scrolled to: {self.find(name, role)}")

    def _scroll(self, area: Box, to: Box | None) -> None:
        """Turn the wheel over what scrolls, towards a place, or on where that is not made yet."""
        away = area.size[1] if to is None else max(to.bottom - area.bottom, area.top - to.top)
        up = to is not None and to.top < area.top
        spot = (area.left + _MARGIN, area.middle[1])
        self.screen.wheel(spot, _UP if up else _DOWN, max(away // _NOTCH, 1))


def _found(name: str, boxes: list[Box]) -> Found:
    """Return where a control lies and what of it is in sight, cut by all that it lies in."""
    whole = sight = window = boxes[0]
    for around in boxes[1:]:
        if min(around.size) > 0:
            if sight.cut(around) != sight:
                window = around
            sight = sight.cut(around)
    return Found(name, whole, sight, window)
