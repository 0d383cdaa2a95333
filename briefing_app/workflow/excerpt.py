"""The lines of a file around a problem, as they stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing_app.files.intake import read_bytes
from briefing_app.model.problems import BriefingError
from briefing_app.workflow.opening import carried

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

AROUND = 3
LONGEST = 160


class Excerpt(NamedTuple):
    """Some lines of a file.

    Attributes:
        first: the 1-based number of the first of them.
        lines: their text, each cut to what can be read.
        line: the index in `lines` of the one that has the problem.
        start: where in that line it begins.
        end: behind its last character.
    """

    first: int
    lines: tuple[str, ...]
    line: int
    start: int
    end: int


def lines_of(path: Path) -> tuple[str, ...]:
    """Return the lines of a briefing file, or of what a PDF carries; none where it cannot be read."""
    try:
        data = read_bytes(path)
        found = carried(data, path)
    except BriefingError:
        return ()
    return tuple((found.data if found else data).decode("utf-8-sig", errors="replace").split("\n"))


def excerpt(every: Sequence[str], line: int, column: int) -> Excerpt | None:
    """Return the lines around a place, None where there is no such line.

    Args:
        every: the lines of the file.
        line: 1-based.
        column: 1-based, in code points.
    """
    if not 1 <= line <= len(every):
        return None
    first = max(line - AROUND, 1)
    here = every[line - 1].rstrip("\r")
    at = min(max(column - 1, 0), len(here))
    end = value_end(here, at)
    # Of a file in one line only what is near the problem can be read.
    left = at - LONGEST // 2 if len(here) > LONGEST and at > LONGEST // 2 else 0
    lines = [each.rstrip("\r") for each in every[first - 1 : line + AROUND]]
    cut = tuple(each[left if n == line - first else 0 :][:LONGEST] for n, each in enumerate(lines))
    return Excerpt(first, cut, line - first, at - left, min(end - left, LONGEST))


def value_end(text: str, start: int) -> int:
    """Return where the JSON value or key that begins at `start` ends in its line; at least one on."""
    if text[start : start + 1] == '"':
        at = start + 1
        while at < len(text) and text[at] != '"':
            at += 2 if text[at] == "\\" else 1
        return min(at + 1, len(text))
    at = start
    while at < len(text) and text[at] not in ",]} \t":
        at += 1
    return max(at, min(start + 1, len(text)))
