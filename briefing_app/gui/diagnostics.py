"""What the program runs on, as text for a report of a fault; it holds no name and no text of any file."""

from __future__ import annotations

import platform
import sys
from importlib import metadata
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from briefing_app import __version__

if TYPE_CHECKING:
    from briefing_app.gui.theme import Theme

# The packages that the program runs on, apart from those that belong to them.
PARTS = (
    "PySide6_Essentials", "shiboken6", "pydantic", "pydantic_core", "Markdown", "typst", "platformdirs",
    "pypdf", "trafilatura", "rapidfuzz", "charset-normalizer", "lxml", "shtab", "font-source-sans-pro",
    "font-source-serif-pro", "annotated-types", "typing_extensions", "typing-inspection", "babel",
    "certifi", "courlan", "dateparser", "htmldate", "justext", "lxml_html_clean", "python-dateutil", "pytz",
    "regex", "tld", "tzdata", "tzlocal", "urllib3",
)  # fmt: skip


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


def _first(data: metadata.PackageMetadata, key: str) -> str:
    return next(iter(data.get_all(key) or ()), "")


def _classifier(classifiers: list[str]) -> str:
    licences = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License ::")]
    return ", ".join(licences)
