"""Save a briefing as a file of its own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.files.writing import save_briefing
from briefing_app.model.problems import BriefingError, Place, Problem
from briefing_app.workflow.opening import digest_of, open_briefing

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.files.reading import Opened
    from briefing_app.model.briefing import Briefing


class Origin(NamedTuple):
    """Where the briefing that is saved comes from.

    Attributes:
        path: the file that it was read from.
        digest: of that file's bytes as read.
        whole: it is all that the file holds: not its sound part alone, nor what a PDF carries.
    """

    path: Path
    digest: str
    whole: bool


def save_as(briefing: Briefing, target: Path, origin: Origin | None, *, replace: bool) -> Opened:
    """Write `briefing` to `target` in canonical form, whole or not at all.

    Args:
        briefing: the briefing.
        target: the file.
        origin: where it comes from; it is written over only by all that it held, and as it was read. None for
            a draft that is in no file yet.
        replace: the user has said that a file which exists may go.

    Returns:
        The new file, as it is read back.

    Raises:
        BriefingError: it was not written (see `files.atomic.write_atomic`), or `save-would-lose`.
    """
    expected = None
    if origin is not None and _same(origin.path, target):
        if not origin.whole:
            where = Place(file=str(target))
            raise BriefingError(Problem("save-would-lose", "error", where, {"name": target.name}))
        expected = origin.digest
    elif replace and os.path.exists(target):  # noqa: PTH110 - a name too long is told when it is written
        expected = digest_of(target)
    save_briefing(briefing, target, expected_digest=expected)
    return open_briefing(target)


def _same(path: Path, target: Path) -> bool:
    try:
        return target.samefile(path)
    except (OSError, ValueError):  # one of them is not there
        return False
