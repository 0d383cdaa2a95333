"""Save a briefing in canonical form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.files.atomic import write_atomic
from briefing_app.files.reading import digest_of_bytes
from briefing_app.model.canonical import to_text

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.model.briefing import Briefing


def save_briefing(briefing: Briefing, path: Path, *, expected_digest: str | None, force: bool = False) -> str:
    """Write `briefing` to `path`, whole or not at all.

    Args:
        briefing: the briefing.
        path: the file.
        expected_digest: what `Opened.digest` or the last save said; None for a new file.
        force: write whatever is there now.

    Returns:
        The digest of the file as written, for the next save.

    Raises:
        BriefingError: it was not written (see `atomic.write_atomic`).
    """
    data = to_text(briefing).encode("utf-8")
    write_atomic(path, data, expected_digest=expected_digest, force=force)
    return digest_of_bytes(data)
