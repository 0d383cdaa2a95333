"""The texts that a briefing rests on, and where they disagree."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from briefing_app.model.evidence import Passage
from briefing_app.model.items import Item
from briefing_app.model.record import (
    ArticleText,
    Day,
    Digest,
    ItemId,
    Language,
    Ordinal,
    Published,
    Rating,
    Record,
    Text,
    WebAddress,
)

UNSTATED = "not stated"  # the publisher, or the headline, of a text that does not tell


class Source(Record):
    """One text.

    Attributes:
        published: ISO 8601 date or date-time, with or without zone, as printed.
        dateline: the city of the dateline.
        paragraphs: how many body paragraphs the cleaned article has.
        cleaning: name of the cleaner that numbered them.
        digest: SHA-256 of the body paragraphs, each folded, joined by LF.
        rating: Admiralty code, reliability and credibility.
        text: the cleaned paragraphs, only where the user chose to embed them.
    """

    id: ItemId
    kind: Literal["wire", "official", "press", "other"]
    title: Text
    publisher: Text
    author: Text | None = None
    published: Published
    dateline: Text | None = None
    url: WebAddress | None = None
    retrieved: Day | None = None
    language: Language
    paragraphs: Ordinal
    cleaning: Text
    digest: Digest
    rating: Rating | None = None
    descriptor: Text | None = None
    text: tuple[ArticleText, ...] = ()


class Reading(Record):
    """One source's version of a fact, with the passages that show it."""

    value: Text
    evidence: Annotated[tuple[Passage, ...], Field(min_length=1)]


class Difference(Item):
    """A fact on which sources disagree; its readings carry the passages."""

    about: Text
    readings: Annotated[tuple[Reading, ...], Field(min_length=2)]
    note: Text | None = None
