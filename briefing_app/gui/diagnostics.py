"""What the program runs on, as text for a report of a fault; it holds no name and no text of any file."""

from __future__ import annotations

import platform
import re
import sys
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from briefing_app import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.gui.theme import Theme

# The packages that the program runs on, apart from those that belong to them.
PARTS = (
    "PySide6_Essentials", "shiboken6", "pydantic", "pydantic_core", "Markdown", "typst", "platformdirs",
    "pypdf", "trafilatura", "rapidfuzz", "charset-normalizer", "lxml", "shtab", "font-source-sans-pro",
    "font-source-serif-pro", "annotated-types", "typing_extensions", "typing-inspection", "babel",
    "certifi", "courlan", "dateparser", "htmldate", "justext", "lxml_html_clean", "python-dateutil", "pytz",
    "regex", "tld", "tzdata", "tzlocal", "urllib3",
)  # fmt: skip

_PACKAGE = "briefing-app"
_IS_LICENCE = re.compile(r"(?:licen[cs]e|copying|notice|ofl)", re.IGNORECASE)


def diagnostics(theme: Theme) -> str:
    """Return versions, platform, screens and appearance, a line each."""
    lines = [
        f"Briefing {__version__}",
        f"Python {sys.version.split()[0]}, {platform.platform()}",
        f"Qt {qVersion()}, PySide6 {PySide6.__version__}, platform {QGuiApplication.platformName()}",
    ]
    lines += [f"{name} {version}" for name, version, _ in parts()]
    for screen in QGuiApplication.screens():
        size = screen.size()
        lines.append(f"Screen {size.width()}x{size.height()}, {screen.devicePixelRatio():g} px a point")
    lines.append(f"Scheme {theme.scheme}, text {theme.scale:.0%}, layout {theme.layout}")
    return "\n".join(lines)


def parts() -> list[tuple[str, str, str]]:
    """Return name, version and licence of each part that is installed, as its own metadata has them."""
    found = []
    for name in PARTS:
        try:
            data = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        licence = _first(data, "License-Expression") or _classifier(data.get_all("Classifier") or [])
        found.append((data["Name"], data["Version"], licence or _first(data, "License").split("\n")[0]))
    return found


class Licence(NamedTuple):
    """A part, its version, the name of its licence, where it is at home, and what it ships of its texts."""

    part: str
    version: str
    licence: str
    home: str
    texts: tuple[str, ...]


def licences() -> list[Licence]:
    """Return the licences of the program and of its parts, with the texts that come with them."""
    own = Licence("Briefing", __version__, "MIT", "", tuple(_own_text()))
    return [own, *(Licence(*part, _home(part[0]), tuple(_texts(part[0]))) for part in parts())]


def _own_text() -> Iterator[str]:
    """Yield the text of the program's licence: beside the code in a checkout, else as it was installed."""
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file():
        yield (checkout / "LICENSE").read_text(encoding="utf-8")
    else:
        yield from _texts(_PACKAGE)


def _texts(name: str) -> Iterator[str]:
    try:
        files = metadata.files(name) or []
    except metadata.PackageNotFoundError:
        return
    for file in sorted(files, key=str):
        path = Path(str(file.locate()))
        if path.suffix not in (".py", ".pyc") and _IS_LICENCE.match(path.name) and path.is_file():
            yield path.read_text(encoding="utf-8", errors="replace")


def _home(name: str) -> str:
    data = metadata.metadata(name)
    listed = [url.partition(", ")[2] for url in data.get_all("Project-URL") or ()]
    return _first(data, "Home-page") or next(iter(listed), "")


def _first(data: metadata.PackageMetadata, key: str) -> str:
    return next(iter(data.get_all(key) or ()), "")


def _classifier(classifiers: list[str]) -> str:
    licences = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License ::")]
    return ", ".join(licences)
