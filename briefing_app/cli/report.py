"""Problems on the command line: one line each, or JSON, and the exit status that they give."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, TextIO

from briefing_app.words.problems import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing_app.model.problems import Problem

DONE, PROBLEMS, USAGE, MACHINE = 0, 1, 2, 3
INTERRUPTED = 130  # as a shell reports a program that Ctrl+C ended
# The machine, not the input, is in the way.
MACHINE_CODES = frozenset(
    {
        "file-no-permission",
        "file-io",
        "output-failed",
        "disk-full",
        "font-missing",
        "no-display",
        "display-silent",
        "qt-missing",
    }
)


def status_of(problems: Iterable[Problem]) -> int:
    """Return the exit status that `problems` give: warnings alone leave 0."""
    found = [problem for problem in problems if problem.severity == "error"]
    if not found:
        return DONE
    return MACHINE if any(problem.code in MACHINE_CODES for problem in found) else PROBLEMS


def line_of(problem: Problem) -> str:
    """Return `FILE:LINE:COLUMN: error|warning: message (hint)`."""
    where = problem.where
    place = f"{where.file}:{where.line}:{where.column}" if where.line else where.file
    said = say(problem.code, problem.values)
    hint = f" ({said.hint})" if said.hint else ""
    path = f"{where.path}: " if where.steps else ""
    return f"{place}: {problem.severity}: {path}{said.message}{hint}"


def as_data(problem: Problem) -> dict[str, Any]:
    """Return a problem as `--json` gives it; keys and codes are never translated."""
    where, said = problem.where, say(problem.code, problem.values)
    return {
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "path": where.path,
        "severity": problem.severity,
        "code": problem.code,
        "message": said.message,
        "hint": said.hint,
    }


def tell(problems: Iterable[Problem], *, as_json: bool, more: Mapping[str, Any] | None = None) -> None:
    """Write problems: lines to standard error, or one JSON document with `more` to standard output."""
    if as_json:
        data = {"problems": [as_data(problem) for problem in problems], **(more or {})}
        sys.stdout.write(json.dumps(data, indent=2, ensure_ascii=False) + "\n")
        return
    for problem in problems:
        sys.stderr.write(printable(line_of(problem), sys.stderr) + "\n")


def printable(text: str, stream: TextIO) -> str:
    """Return one line of text as a stream can take it: what a file holds must not steer the terminal."""
    safe = "".join(each if each.isprintable() else f"[U+{ord(each):04X}]" for each in text)
    encoding = stream.encoding or "utf-8"
    return safe.encode(encoding, "backslashreplace").decode(encoding)
