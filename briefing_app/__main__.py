"""The program: no arguments or files open the window, a verb is the command line."""

from __future__ import annotations

import errno
import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from briefing_app.cli.arguments import parse

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from briefing_app.gui.single import Claim


# What writing to the standard output may end with; files are written elsewhere, and tell themselves.
_NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EIO)
# After so many new objects garbage is looked for while a verb runs.
_SELDOM = 100_000


def main(words: list[str] | None = None) -> int:
    """Run the program and return its exit status.

    Args:
        words: the command line after the program's name; None takes that of the process.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # it was closed before we were started
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - until the end
    found = parse(sys.argv[1:] if words is None else words)
    try:
        if found.verb == "window":
            return _window(found.files)
        status = _verb(found)
    except KeyboardInterrupt:
        return 130  # as a shell reports a program that Ctrl+C ended
    except BrokenPipeError:
        # Whoever read our output has enough (`| head`).
        _let_go_of_output()
        return 0
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        return _tell_of_output(error)
    return status


def _verb(found: argparse.Namespace) -> int:
    """Carry out a verb of the command line and return its exit status."""
    from briefing_app.cli.run import run

    # Nothing that is read or printed is garbage before the end; looking for it among it all takes long.
    usual = gc.get_threshold()
    gc.set_threshold(_SELDOM, *usual[1:])
    status = run(found)
    sys.stdout.flush()
    gc.set_threshold(*usual)
    gc.freeze()  # at its end Python would look through all of it once more
    return status


def _let_go_of_output() -> None:
    """Lead what was not written out to nowhere: Python would try once more at its end, and complain."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell_of_output(error: OSError) -> int:
    """Say that the standard output takes no more, and return the exit status."""
    from briefing_app.cli.report import status_of, tell
    from briefing_app.model.problems import Place, Problem

    _let_go_of_output()
    values = {"reason": error.strerror or str(error)}
    problem = Problem("output-failed", "error", Place(file="briefing-app"), {**values})
    tell([problem], as_json=False)
    return status_of([problem])


def _window(files: list[Path]) -> int:
    from briefing_app.gui.single import claim

    claimed = claim(files)
    if claimed.taken:
        return 0
    try:
        return _window_of_its_own(files, claimed)
    finally:
        if claimed.first is not None:
            claimed.first.close()


def _window_of_its_own(files: list[Path], claimed: Claim) -> int:
    from briefing_app.cli.display import reason_for_no_window

    if reason := reason_for_no_window():
        from briefing_app.cli.report import status_of, tell

        tell([reason], as_json=False)
        return status_of([reason])
    if claimed.silent:
        from briefing_app.cli.report import tell
        from briefing_app.model.problems import Place, Problem

        tell([Problem("first-silent", "warning", Place(file="briefing-app"))], as_json=False)
    # Of what is loaded and made until the window stands nothing is garbage, and looking for it takes time.
    # `run` turns it on again once the window is painted.
    gc.disable()
    from briefing_app.gui.app import run

    return run(files, first=claimed.first)


if __name__ == "__main__":
    sys.exit(main())
