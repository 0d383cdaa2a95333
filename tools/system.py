"""The system libraries and programs that Qt and the tests need, and how Debian calls them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.cli.libraries import LIBRARIES, X11_LIBRARIES, loads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# One table: the program itself tells which of them is missing. PDF export and the command line need none.
QT = LIBRARIES
X11 = X11_LIBRARIES
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "update-mime-database": "shared-mime-info",
}


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether a window can be shown, as far as the environment says.

    Args:
        environment: the environment variables.
        platform: as in `sys.platform`; macOS and Windows always have a display.
    """
    if platform in {"darwin", "win32"}:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def window_libraries(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the libraries a window needs here, with their packages: those of X11 or those of Wayland."""
    return QT | (X11 if environment.get("DISPLAY") else WAYLAND)


def missing(libraries: Mapping[str, str], programs: Mapping[str, str]) -> list[str]:
    """Return the packages of those libraries that cannot be loaded and programs that are not on the path."""
    absent = [package for library, package in libraries.items() if not loads(library)]
    return absent + [package for program, package in programs.items() if shutil.which(program) is None]


def install_line(packages: Iterable[str]) -> str:
    """Return the command that installs `packages` on Debian, as root would type it."""
    return " ".join(["apt-get install -y --no-install-recommends", *packages])


def _apt(line: str) -> bool:
    """Show a command, then run it; tell whether it succeeded."""
    print(f"+ {line}", flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(line.split(), env=quiet, check=False).returncode == 0


def require(purpose: str, libraries: Mapping[str, str], programs: Mapping[str, str]) -> None:
    """See that libraries and programs are there; as root on Debian install the missing ones.

    Args:
        purpose: what needs them, as it stands in the message.
        libraries: file names of libraries, with their packages.
        programs: names of programs, with their packages.

    Raises:
        SystemExit: some are missing and could not be installed; the message says what to do.
    """
    if not sys.platform.startswith("linux"):
        return
    packages = missing(libraries, programs)
    if not packages:
        return
    line = install_line(packages)
    if not (Path("/etc/debian_version").exists() and shutil.which("apt-get")):
        sys.exit(f"{purpose} needs what Debian calls {', '.join(packages)}: please install these.")
    if os.geteuid() != 0:
        sys.exit(f"{purpose} needs system packages that are not installed. As root:\n    {line}")
    # A fresh system may have no package lists, or old ones.
    if not (_apt(line) or (_apt("apt-get update") and _apt(line))):
        sys.exit(f"{purpose} needs system packages, and apt-get could not install them.")
    still = missing(libraries, programs)
    if still:
        sys.exit(f"{purpose} still lacks what {', '.join(still)} should have brought.")
