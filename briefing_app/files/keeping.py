"""Articles that were attached on this computer: each in a file of its own, named by its digest.

A file holds exactly what the digest is made of, so that one that was touched is known and passed over.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from briefing_app.files.atomic import write_atomic
from briefing_app.files.intake import read_bytes, trouble
from briefing_app.model.article import article_digest
from briefing_app.model.evidence import fold
from briefing_app.model.problems import BriefingError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_OWN_FOLDER, _OWN_FILE = 0o700, 0o600


def keep(folder: Path, paragraphs: Sequence[str]) -> str:
    """Keep the paragraphs of an article, readable only by the user, and return their digest.

    Args:
        folder: where such articles are kept; made where there is none.
        paragraphs: the body.

    Raises:
        BriefingError: the folder cannot be made, or the file not written.
    """
    folded = tuple(fold(paragraph) for paragraph in paragraphs)
    digest = article_digest(folded)
    path = place(folder, digest)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(_OWN_FOLDER)
        # Before there is anything in it: the file that takes its place takes over its mode.
        path.touch(mode=_OWN_FILE)
        path.chmod(_OWN_FILE)
        write_atomic(path, "\n".join(folded).encode(), expected_digest=None, force=True)
    except BriefingError:
        if kept(folder, digest) is None:
            forget(folder, digest)
        raise
    except OSError as error:
        raise trouble("file-io", path, reason=error.strerror or "") from error
    return digest


def kept(folder: Path, digest: str) -> tuple[str, ...] | None:
    """Return the paragraphs with a digest, None where they are not kept or not as they were."""
    try:
        paragraphs = tuple(read_bytes(place(folder, digest)).decode().split("\n"))
    except (BriefingError, UnicodeDecodeError):
        return None
    return paragraphs if article_digest(paragraphs) == digest else None


def forget(folder: Path, digest: str) -> None:
    """Remove an article; one that is not there is none to remove.

    Raises:
        BriefingError: it cannot be removed.
    """
    path = place(folder, digest)
    try:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            path.unlink()
    except OSError as error:
        raise trouble("file-io", path, reason=error.strerror or "") from error


def place(folder: Path, digest: str) -> Path:
    """Return where the article with a digest is kept, if it is."""
    return folder / f"{digest.rpartition(':')[2]}.txt"
