"""Reads the program's window as a screen reader does; run by the system's Python, which has `pyatspi`.

`python3 aloud.py` waits for the program and takes commands, one JSON list a line. `["tree"]` answers with all
nodes, `["do", n, action]` does an action of a node of the last tree, `["seen", title]` tells what is shown of
that window and of the menus over it, `["find", title, name, role]` one control of them. `["menus", on]` is
said before a menu opens and after. Answers are lines of JSON behind "answer ", for the bus writes lines of
its own between them.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any

import pyatspi  # type: ignore[import-not-found]
from gi.repository import GLib  # type: ignore[import-not-found]

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 30.0
Seen = tuple[str, str, bool]  # name, role, has the keyboard
LEAVES = ("push button", "check box", "label", "text")


def program() -> Any:
    """Return the program that is on the bus, once it has a window with something in it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        desktop = pyatspi.Registry.getDesktop(0)
        for n in range(desktop.childCount):
            found = desktop.getChildAtIndex(n)
            if found is not None and found.childCount and found.getChildAtIndex(0).childCount:
                return found
        time.sleep(0.2)
    sys.exit("no program came onto the bus")


def told(node: Any) -> dict[str, Any]:
    """Return what is told of a node."""
    try:
        action = node.queryAction()
        actions = [action.getName(n) for n in range(action.nActions)]
    except NotImplementedError:
        actions = []
    states = node.getState()
    try:
        written = node.queryText()
        text, caret = written.getText(0, -1), written.caretOffset
    except NotImplementedError:
        text, caret = "", 0
    return {
        "name": node.name,
        "description": node.description,
        "role": node.getRoleName(),
        "actions": actions,
        "text": text,
        "caret": caret,
        "showing": states.contains(pyatspi.STATE_SHOWING),
        "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
        "extents": extents(node),
    }


def extents(node: Any) -> list[int]:
    """Return where a node is on the screen: left, top, width and height in px, as if nothing hid a part."""
    try:
        found = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    except NotImplementedError:
        return [0, 0, 0, 0]
    return [found.x, found.y, found.width, found.height]


def walk(node: Any, found: list[Any], depth: int = 0) -> list[dict[str, Any]]:
    """Return a node and all below it in the order in which they are told, and put them into `found`."""
    found.append(node)
    said = [{**told(node), "depth": depth}]
    for child in children(node):
        said += walk(child, found, depth + 1)
    return said


def children(node: Any) -> Iterator[Any]:
    """Yield what is below a node."""
    for n in range(node.childCount):
        child = node.getChildAtIndex(n)
        if child is not None:
            yield child


def shown(node: Any) -> bool:
    """Tell whether a node is shown, though perhaps scrolled out of sight."""
    return bool(node.getState().contains(pyatspi.STATE_SHOWING))


def seen(node: Any) -> list[Seen]:
    """Return what is shown of a node and below it, but for the inside of buttons: thus it is quick."""
    if not shown(node):
        return []
    role = node.getRoleName()
    said = [(node.name, role, node.getState().contains(pyatspi.STATE_FOCUSED))]
    return said if role in LEAVES else said + [each for child in children(node) for each in seen(child)]


def search(path: list[Any], name: str, role: str, like: list[list[Any]]) -> list[Any] | None:
    """Return the path to the last control of a role whose name begins so; a search from the end is shortest.

    Args:
        path: the nodes from the window to where the search begins.
        name: the words.
        role: a part of the role.
        like: takes the paths to controls whose name only holds the words, the last first.
    """
    node = path[-1]
    its = node.getRoleName()
    if role in its and name in node.name and shown(node):
        if node.name.startswith(name):
            return path
        like.append(path)
    if its in LEAVES or not shown(node):
        return None
    for n in reversed(range(node.childCount)):
        child = node.getChildAtIndex(n)
        found = search([*path, child], name, role, like) if child is not None else None
        if found is not None:
            return found
    return None


def place(windows: list[Any], name: str, role: str) -> dict[str, Any] | None:
    """Return the name of a control and where it lies, and all that it lies in, once that is at rest."""
    like: list[list[Any]] = []
    found = (search([window], name, role, like) for window in reversed(windows))
    path = next((each for each in found if each is not None), None) or (like[0] if like else None)
    if path is None:
        return None
    # A menu lies over the item that it belongs to, not in it.
    menus = [n for n, node in enumerate(path) if node.getRoleName() == "popup menu"]
    path = path[menus[-1] :] if menus else path
    was: list[list[int]] = []
    while (now := [extents(each) for each in reversed(path)]) != was:
        was = now
        time.sleep(0.05)
    return {"name": path[-1].name, "extents": now}


class Menus:
    """The menus that are open: Qt has them in no tree, but an item that the pointer comes to is told."""

    def __init__(self) -> None:
        self._told: list[Any] = []

    def listen(self, *, on: bool) -> bool:
        """Begin or end to hear of items; between, nothing is heard of what the program shows and drops."""
        how = pyatspi.Registry.registerEventListener if on else pyatspi.Registry.deregisterEventListener
        how(self._hear, "object:state-changed:focused")
        self._told.clear()
        return on

    def _hear(self, event: Any) -> None:
        try:
            menu = event.source.parent if "menu" in event.source.getRoleName() else None
        except GLib.Error:  # it is gone already
            return
        if menu is not None and menu not in self._told:
            self._told.append(menu)

    def open(self) -> list[Any]:
        """Return those that are still shown, the last that was opened at the end."""
        self._told = [each for each in self._told if each.getState().contains(pyatspi.STATE_SHOWING)]
        return self._told


class Answering:
    """Answers commands about one program."""

    def __init__(self, root: Any) -> None:
        self._root, self._menus = root, Menus()
        self._nodes: list[Any] = []  # of the last tree

    def _in_front(self, title: str) -> list[Any]:
        return [*(each for each in children(self._root) if each.name == title), *self._menus.open()]

    def answer(self, verb: str, *rest: Any) -> Any:
        """Return the answer to a command."""
        if verb == "tree":
            self._nodes.clear()
            return walk(self._root, self._nodes)
        if verb == "seen":
            return [each for window in self._in_front(rest[0]) for each in seen(window)]
        if verb == "menus":
            return self._menus.listen(on=rest[0])
        if verb == "find":
            return place(self._in_front(rest[0]), *rest[1:])
        action = self._nodes[rest[0]].queryAction()
        names = [action.getName(n) for n in range(action.nActions)]
        return rest[1] in names and bool(action.doAction(names.index(rest[1])))

    def read(self, *_: object) -> bool:
        """Answer one line, and end where there is none."""
        line = sys.stdin.readline()
        if not line:
            pyatspi.Registry.stop()
            return False
        while True:
            try:
                said = self.answer(*json.loads(line))
            except GLib.Error:  # a node went while it was asked
                continue
            print(f"answer {json.dumps(said)}", flush=True)  # noqa: T201 - what the test reads
            return True


def main() -> None:
    """Answer commands until there are no more."""
    root = program()
    # What is remembered grows stale: nobody here listens to what changes.
    root.set_cache_mask(pyatspi.Atspi.Cache.NONE)
    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, Answering(root).read)
    pyatspi.Registry.start()


if __name__ == "__main__":
    main()
