"""A source text as numbered paragraphs, and what was left out of it."""

from __future__ import annotations

from typing import Literal

from briefing_app.model.evidence import digest_of, fold
from briefing_app.model.record import Record

CLEANING = "clean/1"
DropReason = Literal[
    "navigation",
    "headline",
    "section",
    "byline",
    "standfirst",
    "letterhead",
    "heading",
    "caption",
    "feedback",
    "repeated",
    "notice",
    "contact",
    "note",
    "links",
]
DateFrom = Literal["dateline", "stamp", "update", "metadata", "address", "text", "meeting", "file"]


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


class PrintedDate(Record):
    """A date that may be the one on which a text was published; several that differ are a conflict to show.

    Attributes:
        value: ISO date or date-time, with or without zone; `XXXX-05-14` where no year could be told,
            `[2026-09-04,2026-04-09]` where it is printed in figures that can be read both ways and nothing
            there tells which: first with the day first.
        where: where it was read: the dateline, the time stamp, an update's stamp, the metadata of a
            page, its address, the text itself, the days of the meeting under its title, or the file (the
            day on which it was made).
        words: as it is printed there, with its weekday.
        inferred: its year is not printed with it.
        usage: its figures can be another day too, and only the usage of those who printed them decided.
    """

    value: str
    where: DateFrom
    words: str = ""
    inferred: bool = False
    usage: bool = False


class Article(Record):
    """The cleaned text of one source; what the page does not tell about itself is None.

    Attributes:
        paragraphs: the body, each paragraph folded.
        dropped: the furniture around it, in the order of the text.
        cleaning: the cleaner that numbered the paragraphs.
        title: the headline, where one was found.
        author: the names in the byline, or the presenter's, where there is one.
        publisher: who published it: the agency in the dateline, the letterhead, the paper's name.
        section: the part of the paper or site that it stands in.
        dateline: the city of the dateline in normal case; of several the first.
        published: ISO date or date-time as in `Source.published`: of `dates` the one that goes before others.
        dates: every date found that may be that of publication.
        language: its language tag.
        url: the address that it was read from or names as its own.
        pages: the page on which each paragraph begins, empty where there are no pages.
    """

    paragraphs: tuple[str, ...]
    dropped: tuple[Dropped, ...] = ()
    cleaning: str = CLEANING
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    section: str | None = None
    dateline: str | None = None
    published: str | None = None
    dates: tuple[PrintedDate, ...] = ()
    language: str | None = None
    url: str | None = None
    pages: tuple[int, ...] = ()


def article_digest(paragraphs: tuple[str, ...]) -> str:
    """Return the digest of an article's body: each paragraph folded, joined by LF."""
    return digest_of("\n".join(fold(paragraph) for paragraph in paragraphs))
