"""An article from a plain text file."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.files.cleaning import clean
from briefing_app.files.decoding import kind_of, wide_encoding
from briefing_app.files.intake import read_bytes, trouble
from briefing_app.model.problems import Place, Problem
from briefing_app.model.record import MAX_ARTICLE_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.model.article import Article

_HTML = ("<!doctype html", "<html", "<?xml", "<head", "<body")


@dataclass(frozen=True, slots=True)
class OpenedArticle:
    """An article as it was read.

    Attributes:
        article: its cleaned text.
        problems: warnings, for example that the encoding had to be guessed.
    """

    article: Article
    problems: tuple[Problem, ...] = ()


def read_article(path: Path) -> Article:
    """Return the cleaned text of a plain text file.

    Raises:
        BriefingError: see `open_article`.
    """
    return open_article(path).article


def open_article(path: Path) -> OpenedArticle:
    """Read a plain text file: UTF-8, UTF-16 or UTF-32, else Windows-1252 with a warning.

    Raises:
        BriefingError: the file cannot be read (`intake.read_bytes`), is no plain text (`article-kind`,
            `article-html`, `article-encoding`), or has no body text (`article-empty`).
    """
    data = read_bytes(path, MAX_ARTICLE_BYTES)
    if kind := kind_of(data):
        raise trouble("article-kind", path, kind=kind)
    text, guessed = _decoded(data, path)
    if text.lstrip()[:20].casefold().startswith(_HTML):
        raise trouble("article-html", path)
    article = clean(text)
    if not article.paragraphs:
        raise trouble("article-empty", path)
    warning = Problem("article-guessed", "warning", Place(file=str(path)), {"name": path.name})
    return OpenedArticle(article, (warning,) if guessed else ())


def _decoded(data: bytes, path: Path) -> tuple[str, bool]:
    """Return the text, and whether its encoding is only a guess."""
    wide = wide_encoding(data)
    try:
        if wide:
            return data.decode(wide), False
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8"), False
    except UnicodeDecodeError as error:
        if wide or b"\x00" in data:
            raise trouble("article-encoding", path) from error
    try:
        return data.decode("cp1252"), True
    except UnicodeDecodeError as error:
        raise trouble("article-encoding", path) from error
