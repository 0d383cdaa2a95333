"""An article from a web address that a person gave; what was fetched is kept, for pages change."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing_app.files.articles import Named, OpenedArticle, article_from
from briefing_app.files.atomic import write_atomic
from briefing_app.files.intake import read_bytes, trouble
from briefing_app.files.reading import digest_of_bytes
from briefing_app.files.web_fetch import Fetched, Rules, fetch
from briefing_app.model.problems import BriefingError, Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

_OWN_FOLDER, _OWN_FILE = 0o700, 0o600


@dataclass(frozen=True, slots=True)
class FetchedArticle:
    """An article and the page that it was read from.

    Attributes:
        kept: the file that holds the bytes of the page, None where they were not kept.
    """

    opened: OpenedArticle
    fetched: Fetched
    kept: Path | None = None


def open_address(
    address: str, folder: Path | None = None, day: str = "", rules: Rules | None = None
) -> FetchedArticle:
    """Fetch a page and read the article on it; every redirect stands in its problems.

    Args:
        address: of http or https, as a person gave it.
        folder: where fetched pages are kept; made where there is none.
        day: today, as it is written beside the page.
        rules: other limits than the usual ones.

    Raises:
        BriefingError: see `web_fetch.fetch` and `articles.open_article`; or the page cannot be kept.
    """
    fetched = fetch(address, rules)
    kept = keep_page(folder, fetched, day) if folder is not None else None
    name = urlsplit(fetched.url).hostname or fetched.url
    opened = article_from(fetched.data, Named(name, fetched.url, fetched.url, fetched.charset))
    if len(fetched.hops) > 1:
        place = Place(file=address)
        told = Problem("web-redirected", "warning", place, {"others": " → ".join(fetched.hops)})
        opened = OpenedArticle(opened.article, (told, *opened.problems))
    return FetchedArticle(opened, fetched, kept)


def keep_page(folder: Path, fetched: Fetched, day: str = "") -> Path:
    """Keep the bytes of a page under their digest, readable only by the user, with a note of their origin.

    Raises:
        BriefingError: they cannot be written.
    """
    path = folder / fetched.digest.rpartition(":")[2]
    note = {
        "url": fetched.url,
        "asked": list(fetched.hops),
        "charset": fetched.charset,
        "digest": fetched.digest,
        "retrieved": day,
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(_OWN_FOLDER)
        for each, data in (
            (path, fetched.data),
            (path.with_suffix(".json"), json.dumps(note, ensure_ascii=False, indent=2).encode()),
        ):
            each.touch(mode=_OWN_FILE)  # before there is anything in it
            each.chmod(_OWN_FILE)
            write_atomic(each, data, expected_digest=None, force=True)
    except OSError as error:
        raise trouble("file-io", path, reason=error.strerror or "") from error
    return path


def kept_page(folder: Path, digest: str) -> bytes | None:
    """Return the bytes of a page that was kept, None where they are not there or not as they were."""
    try:
        data = read_bytes(folder / digest.rpartition(":")[2])
    except BriefingError:
        return None
    return data if digest_of_bytes(data) == digest else None
