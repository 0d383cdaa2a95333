"""Starts the program from a checkout: `make run`. Without a display it makes the sample's PDF instead."""

from __future__ import annotations

import os
import subprocess
import sys

from tools import prepare, system

SAMPLE = "resources/examples/kidd-19.briefing"
FOLDER = "build"
NO_WINDOW = """\
There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window was opened.
{what} printed in {folder}
For the window, type `make run` in a desktop session, or come with `ssh -X`.
`.venv/bin/briefing-app --help` shows what works without one."""


def _print(files: list[str]) -> int:
    """Print the files that were named, else the sample; the program tells each page that it wrote."""
    folder = prepare.ROOT / FOLDER
    folder.mkdir(exist_ok=True)
    program = prepare.VENV / "bin" / "briefing-app"
    named = files or [SAMPLE]
    command = [str(program), "export", *named, "--out-dir", FOLDER, "--force"]
    status = subprocess.run(command, cwd=prepare.ROOT, check=False).returncode
    if status == 0:
        what = "What you named is" if files else "The sample briefing is"
        print(NO_WINDOW.format(what=what, folder=folder))
    return status


def main() -> None:
    """Make the environment where it is not there yet, then start the window with the files named, if any."""
    prepare.environment("run")
    if not system.has_display(os.environ):
        sys.exit(_print(sys.argv[1:]))
    system.require("The window", system.window_libraries(os.environ), {})
    program = str(prepare.VENV / "bin" / "briefing-app")
    os.execv(program, [program, *sys.argv[1:]])  # noqa: S606 - our own program, without a shell


if __name__ == "__main__":
    main()
