"""Tells whether an article is in a briefing already: one that is open, or one in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing_app.files.intake import MAX_FILE_BYTES, read_bytes
from briefing_app.model.article import article_digest
from briefing_app.model.briefing import source_with
from briefing_app.model.problems import BriefingError
from briefing_app.workflow.opening import open_briefing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefing_app.model.briefing import Briefing


class Known(NamedTuple):
    """A briefing that has an article as a source.

    Attributes:
        path: its file, or where its draft would be saved.
        briefing: the briefing.
        draft: it is in no file yet.
    """

    path: Path
    briefing: Briefing
    draft: bool = False


def known(paragraphs: tuple[str, ...], opened: Iterable[Known], files: Iterable[Path]) -> Known | None:
    """Return a briefing that has a text as a source, None where none is found.

    Args:
        paragraphs: the text.
        opened: the briefings that are open; they come first.
        files: where else to look. A file that cannot be read is no place to look.
    """
    digest = article_digest(paragraphs)
    return next((each for each in opened if source_with(each.briefing, digest)), None) or next(
        (found for path in files if (found := _in_file(path, digest))), None
    )


def _in_file(path: Path, digest: str) -> Known | None:
    """Return the briefing in a file where it has a source of this digest."""
    try:
        if digest.encode() not in read_bytes(path, MAX_FILE_BYTES):
            return None
        found = open_briefing(path).briefing
    except BriefingError:
        return None
    return Known(path, found) if found is not None and source_with(found, digest) else None
