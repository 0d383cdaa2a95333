"""The file that something is written to, as it was named on the command line or in a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.problems import BriefingError, Place, Problem

if TYPE_CHECKING:
    from pathlib import Path


def refuse_target(target: Path, *, source: Path | None = None, force: bool = False) -> None:
    """Say why a file may not be written, before anything is read or fetched for it.

    What cannot be looked at, a name too long or a folder that is closed, is told when it is written.

    Raises:
        BriefingError: it is there (`output-exists`), is what is read (`same-file`), or a folder
            (`file-is-folder`).
    """
    where = Place(file=str(target))
    try:
        if target.is_dir():
            raise BriefingError(Problem("file-is-folder", "error", where, {"name": str(target)}))
        if source is not None and target.exists() and target.samefile(source):
            raise BriefingError(Problem("same-file", "error", where))
        if not force and target.exists():
            raise BriefingError(Problem("output-exists", "error", where, {"value": str(target)}))
    except (OSError, ValueError):
        return
