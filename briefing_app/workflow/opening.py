"""Open a briefing, and find the samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.assets import resource
from briefing_app.files.reading import Opened, read_briefing

if TYPE_CHECKING:
    from pathlib import Path


def open_briefing(path: Path) -> Opened:
    """Read the briefing at `path` with all that is wrong with it.

    Args:
        path: a `.briefing` file.

    Returns:
        The briefing, or its problems and what of it is sound.

    Raises:
        BriefingError: the file cannot be read at all.
    """
    return read_briefing(path)


def samples() -> tuple[Path, ...]:
    """Return the samples that come with the program, the first one first."""
    found = sorted(resource("examples").glob("*.briefing"))
    return tuple(sorted(found, key=lambda path: path.stem != "kidd-19"))
