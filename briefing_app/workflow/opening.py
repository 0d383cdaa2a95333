"""Open a briefing, and find the samples."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.assets import resource
from briefing_app.files.intake import read_bytes
from briefing_app.files.reading import Opened, digest_of_bytes, parse_briefing

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.files.attachments import Carried

_PDF = b"%PDF-"


def open_briefing(path: Path) -> Opened:
    """Read the briefing at `path` with all that is wrong with it.

    Args:
        path: a `.briefing` file, or a PDF that carries one.

    Returns:
        The briefing, or its problems and what of it is sound.

    Raises:
        BriefingError: the file cannot be read at all, or is a PDF without a briefing.
    """
    data = read_bytes(path)
    found = carried(data, path)
    if found is None:
        return parse_briefing(data, str(path))
    return replace(parse_briefing(found.data, str(path)), digest=digest_of_bytes(data), attached=found.name)


def carried(data: bytes, path: Path) -> Carried | None:
    """Return the briefing that a PDF carries, None where the bytes of a file are no PDF.

    Raises:
        BriefingError: it is a PDF without a briefing, or none that can be read.
    """
    # What a file is shows in its first bytes, not in its name.
    if not data.startswith(_PDF):
        return None
    from briefing_app.files.attachments import attached_briefing  # with its reader of PDFs: rarely needed

    return attached_briefing(data, path)


def digest_of(path: Path) -> str:
    """Return the digest of a file as it is now: that of `Opened` where nothing has changed.

    Raises:
        BriefingError: it cannot be read.
    """
    return digest_of_bytes(read_bytes(path))


def samples() -> tuple[Path, ...]:
    """Return the samples that come with the program, the first one first."""
    found = sorted(resource("examples").glob("*.briefing"))
    return tuple(sorted(found, key=lambda path: path.stem != "kidd-19"))
