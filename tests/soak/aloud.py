"""Reads the program's window as a screen reader does; run by the system's Python, which has `pyatspi`.

`python3 aloud.py` waits for the program and takes commands, one JSON list a line: `["tree"]` answers with all
nodes, `["do", n, action]` does an action of a node of the last tree. Answers are lines of JSON behind
"answer ", for the bus writes lines of its own between them.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import pyatspi  # type: ignore[import-not-found]

PATIENCE = 30.0


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
    }


def walk(node: Any, found: list[Any], depth: int = 0) -> list[dict[str, Any]]:
    """Return a node and all below it in the order in which they are told, and put them into `found`."""
    found.append(node)
    said = [{**told(node), "depth": depth}]
    for n in range(node.childCount):
        child = node.getChildAtIndex(n)
        if child is not None:
            said += walk(child, found, depth + 1)
    return said


def main() -> None:
    """Answer commands until there are no more."""
    root = program()
    # What is remembered grows stale: nobody here listens to what changes.
    root.set_cache_mask(pyatspi.Atspi.Cache.NONE)
    nodes: list[Any] = []
    for line in sys.stdin:
        command = json.loads(line)
        if command[0] == "tree":
            nodes.clear()
            answer: Any = walk(root, nodes)
        else:
            action = nodes[command[1]].queryAction()
            names = [action.getName(n) for n in range(action.nActions)]
            answer = command[2] in names and bool(action.doAction(names.index(command[2])))
        print(f"answer {json.dumps(answer)}", flush=True)  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main()
