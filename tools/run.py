"""Starts the program from a checkout: `make run`. Without a display it makes the sample's PDF instead."""

from __future__ import annotations

import os
import subprocess
import sys

from tools import prepare, system

SAMPLE = "resources/examples/kidd-19.briefing"
PRINTED = "build/kidd-19.pdf"
NO_WINDOW = """\
There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window was opened.
The sample briefing is printed: {printed}
For the window, type `make run` in a desktop session, or come with `ssh -X`.
`.venv/bin/briefing-app --help` shows what works without one."""


def _print_sample() -> int:
    printed = prepare.ROOT / PRINTED
    printed.parent.mkdir(exist_ok=True)
    program = prepare.VENV / "bin" / "briefing-app"
    status = subprocess.run(
        [program, "export", SAMPLE, "-o", PRINTED, "--force"], cwd=prepare.ROOT, check=False
    ).returncode
    if status == 0:
        print(NO_WINDOW.format(printed=printed))
    return status


def main() -> None:
    """Make the environment where it is not there yet, then start the window with the files named, if any."""
    prepare.environment("run")
    if not system.has_display(os.environ):
        sys.exit(_print_sample())
    system.require("The window", system.window_libraries(os.environ), {})
    program = str(prepare.VENV / "bin" / "briefing-app")
    os.execv(program, [program, *sys.argv[1:]])  # noqa: S606 - our own program, without a shell


if __name__ == "__main__":
    main()
