"""Writes THIRD-PARTY.md, from what the run lock names and the environment holds: `make third-party`."""

from __future__ import annotations

import re
from importlib import metadata
from typing import TYPE_CHECKING

from tools.prepare import ROOT

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """\
# What others made

The program runs on these packages; `make run` installs them as they are published, and none of them is
copied into this repository. This page is made by `make third-party` from `requirements/run.lock`.

| package | version | licence | home |
|---|---|---|---|
"""

TAIL = """
## Qt and PySide6

Qt and PySide6 are used under the GNU Lesser General Public License, version 3. The program does not contain
or change them: it loads their dynamic libraries at run time from the package PySide6-Essentials. You may
replace them with your own build or another release: install it into the program's environment
(`.venv/bin/python -m pip install PySide6-Essentials==VERSION`, or the path of a wheel you built), or
overwrite the libraries in `.venv/lib/python*/site-packages/PySide6`; the program needs no rebuilding.
The sources are at https://code.qt.io, and the text of the licence is at
https://www.gnu.org/licenses/lgpl-3.0.html. Nothing in our licence forbids to change these libraries, or to
take the program apart in order to find faults in such a change.

## Fonts

Source Serif and Source Sans by Adobe are used under the SIL Open Font License 1.1. A PDF that we make
embeds the letters it uses, which that licence allows for documents. Typst carries further fonts under their
own free licences; they step in for signs that ours lack.
"""


def locked(lock: Path) -> list[str]:
    """Return the names of the packages that a lock pins, in its order."""
    return re.findall(r"^([A-Za-z0-9._-]+)==", lock.read_text(encoding="utf-8"), re.MULTILINE)


def _field(about: metadata.PackageMetadata, name: str) -> str:
    """Return a field that may be absent, then as an empty text."""
    return str(about[name]).strip() if name in about else ""


def _home(about: metadata.PackageMetadata) -> str:
    """Return where a package lives: its home page, else its repository."""
    rows = (row.split(", ", 1) for row in about.get_all("Project-URL") or [])
    links: dict[str, str] = {name.lower(): link for name, link in rows}  # labels come in any case
    for name in ("homepage", "home", "repository", "source", "source code", "code"):
        if name in links:
            return links[name]
    return _field(about, "Home-page")


def row(name: str) -> str:
    """Return the table's row for one installed package.

    Args:
        name: of the package, in any spelling.

    Raises:
        SystemExit: the package names no licence or no home; a person has to look.
    """
    about = metadata.metadata(name)
    licence = _field(about, "License-Expression") or _field(about, "License")
    home = _home(about)
    if not licence or not home:
        message = f"{name} names no licence or no home: look it up before it is used."
        raise SystemExit(message)
    return f"| {about['Name']} | {about['Version']} | {licence} | {home} |\n"


def document() -> str:
    """Return the whole page."""
    rows = [row(name) for name in locked(ROOT / "requirements" / "run.lock")]
    return HEAD + "".join(rows) + TAIL


def main() -> None:
    """Write the page."""
    (ROOT / "THIRD-PARTY.md").write_text(document(), encoding="utf-8")


if __name__ == "__main__":
    main()
