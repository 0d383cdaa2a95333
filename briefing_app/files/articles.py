"""An article from a file of any kind that is read: plain text, a web page, a PDF, a Word document.

All take one path: bytes, then a page of pieces, then an `Article` with numbered paragraphs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.files.cleaning import arrange, clean
from briefing_app.files.decoding import kind_of
from briefing_app.files.intake import megabytes, read_bytes
from briefing_app.files.metadata import date_problems
from briefing_app.files.refusal import RefusalError
from briefing_app.model.problems import BriefingError, Place, Problem
from briefing_app.model.record import MAX_ARTICLE_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.files.charsets import Text
    from briefing_app.files.child import Kind
    from briefing_app.model.article import Article

_HTML = re.compile(
    r"<(?:!doctype|!--|\?xml|html|head|body|meta|title|main|article|section|div|table|h1|p)[\s>\[-]",
    re.IGNORECASE,
)
_MOST_LINES = 50_000
_APART: dict[str, Kind] = {"PDF": "pdf", "ZIP": "docx"}


@dataclass(frozen=True, slots=True)
class OpenedArticle:
    """An article as it was read.

    Attributes:
        article: its cleaned text.
        problems: warnings, for example that the encoding had to be guessed, or that dates differ.
    """

    article: Article
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """What bytes are called in problems, and where they came from.

    Attributes:
        name: as the user knows them.
        file: the path or address, empty where there is none.
        url: the address that they were fetched from.
        charset: the encoding that was named with them.
    """

    name: str
    file: str = ""
    url: str | None = None
    charset: str = ""


def read_article(path: Path) -> Article:
    """Return the cleaned text of a file.

    Raises:
        BriefingError: see `open_article`.
    """
    return open_article(path).article


def open_article(path: Path) -> OpenedArticle:
    """Read a file by what it holds: plain text or HTML in any encoding, PDF, or DOCX.

    Raises:
        BriefingError: the file cannot be read (`intake.read_bytes`), is of another kind (`article-kind`),
            in no encoding (`article-encoding`), locked, damaged, scanned, too complex, or without body text
            (`article-empty`).
    """
    return article_from(read_bytes(path, MAX_ARTICLE_BYTES), Named(path.name, str(path)))


def open_text(text: str, name: str) -> OpenedArticle:
    """Read pasted text.

    Args:
        text: plain text, or the source of a web page.
        name: what problems are to call it.

    Raises:
        BriefingError: there is no body text, or more text than an article may have.
    """
    size = len(text.encode(errors="surrogatepass"))
    if size > MAX_ARTICLE_BYTES:
        sizes = {"size": megabytes(size), "most": megabytes(MAX_ARTICLE_BYTES)}
        raise _refused("file-too-large", Named(name), **sizes)
    return _opened(text, Named(name))


def article_from(data: bytes, named: Named) -> OpenedArticle:
    """Read bytes by what they are.

    Raises:
        BriefingError: as `open_article`.
    """
    if kind := kind_of(data):
        if kind not in _APART:
            raise _refused("article-kind", named, kind=kind)
        return _finished(_arranged_apart(_APART[kind], data, named), named)
    from briefing_app.files.charsets import text_of

    found = text_of(data, markup=_is_html(data.decode("latin-1")[:4_096]), declared=named.charset)
    if found is None:
        raise _refused("article-encoding", named)
    return _opened(found.text, named, found)


def _opened(text: str, named: Named, read: Text | None = None) -> OpenedArticle:
    if len(text.splitlines()) > _MOST_LINES:
        raise _refused("article-complex", named)
    web = _is_html(text)
    article = _arranged_apart("web", text.encode(errors="replace"), named) if web else clean(text)
    return _finished(article, named, read)


def _is_html(text: str) -> bool:
    return bool(_HTML.match(text.lstrip("\ufeff\x00 \t\r\n\xef\xbb\xbf")[:20]))


def _arranged_apart(kind: Kind, data: bytes, named: Named) -> Article:
    from briefing_app.files.child import read_apart

    try:
        return arrange(read_apart(kind, data, named.url))
    except RefusalError as refusal:
        raise _refused(refusal.code, named, **refusal.values) from refusal


def _finished(article: Article, named: Named, read: Text | None = None) -> OpenedArticle:
    """Return the article with what is to be said of it.

    Raises:
        BriefingError: it has no body.
    """
    if not article.paragraphs:
        raise _refused("article-empty", named)
    problems = list(date_problems(article, named.file))
    if read is not None and read.guessed:
        place = Place(file=named.file)
        guess = Problem("article-guessed", "warning", place, {"name": named.name, "encoding": read.encoding})
        problems.insert(0, guess)
    return OpenedArticle(article, tuple(problems))


def _refused(code: str, named: Named, **values: str | int) -> BriefingError:
    return BriefingError(Problem(code, "error", Place(file=named.file), {"name": named.name, **values}))
