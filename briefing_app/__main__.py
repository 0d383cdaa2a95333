"""The program: no arguments or files open the window, a verb is the command line."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from briefing_app.cli.arguments import parse

if TYPE_CHECKING:
    from pathlib import Path


def main(words: list[str] | None = None) -> int:
    """Run the program and return its exit status.

    Args:
        words: the command line after the program's name; None takes that of the process.
    """
    found = parse(sys.argv[1:] if words is None else words)
    try:
        if found.verb == "window":
            return _window(found.files)
        from briefing_app.cli.run import run

        return run(found)
    except KeyboardInterrupt:
        return 130  # as a shell reports a program that Ctrl+C ended
    except BrokenPipeError:
        # Whoever read our output has enough (`| head`); Python would complain once more at its end.
        sys.stderr.close()
        return 0


def _window(files: list[Path]) -> int:
    from briefing_app.cli.display import reason_for_no_window

    if reason := reason_for_no_window():
        from briefing_app.cli.report import status_of, tell

        tell([reason], as_json=False)
        return status_of([reason])
    # Of what is loaded and made until the window stands nothing is garbage; looking for it takes a tenth of
    # the start. `run` turns it on again once the window is painted.
    gc.disable()
    from briefing_app.gui.app import run

    return run(files)


if __name__ == "__main__":
    sys.exit(main())
