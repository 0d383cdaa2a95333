"""A source text as numbered paragraphs, and what was left out of it."""

from __future__ import annotations

from typing import Literal

from briefing_app.model.evidence import digest_of, fold
from briefing_app.model.record import Record

CLEANING = "clean/1"
DropReason = Literal[
    "navigation", "headline", "section", "byline", "caption", "feedback", "repeated", "notice", "links"
]


class Dropped(Record):
    """A piece of the page that is no body text, kept with the reason.

    Attributes:
        line: 1-based line on which it begins in the text as read.
        text: the piece.
        reason: what it is.
    """

    line: int
    text: str
    reason: DropReason


class Article(Record):
    """The cleaned text of one source.

    Attributes:
        paragraphs: the body, each paragraph folded.
        dropped: the furniture around it, in the order of the text.
        cleaning: the cleaner that numbered the paragraphs.
        title: the headline, where one was found.
        author: the byline's name, where one was found.
    """

    paragraphs: tuple[str, ...]
    dropped: tuple[Dropped, ...] = ()
    cleaning: str = CLEANING
    title: str | None = None
    author: str | None = None


def article_digest(paragraphs: tuple[str, ...]) -> str:
    """Return the digest of an article's body: each paragraph folded, joined by LF."""
    return digest_of("\n".join(fold(paragraph) for paragraph in paragraphs))
