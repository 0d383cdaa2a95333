"""A passage: the pointer from a statement to the words that prove it, and what became of it."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import Literal

from briefing_app.model.record import Digest, FewWords, ItemId, Ordinal, Record

PassageState = Literal["verified", "moved", "changed", "missing", "unchecked"]


class Passage(Record):
    """What finds and proves a passage without storing its sentence.

    Attributes:
        source: id of the source.
        paragraph: 1-based, over the body paragraphs of the cleaned article.
        start: its first words, at most 6 (as in a URL text fragment).
        end: its last words; absent where `start` is the whole.
        prefix: words before it, where `start` repeats in the paragraph.
        suffix: words after it, likewise.
        page: 1-based page of a PDF.
        digest: SHA-256 over the UTF-8 of the whole passage, folded.
    """

    source: ItemId
    paragraph: Ordinal
    start: FewWords
    end: FewWords | None = None
    prefix: FewWords | None = None
    suffix: FewWords | None = None
    page: Ordinal | None = None
    digest: Digest


def fold(text: str) -> str:
    """Return `text` in NFC with every run of white space as one space: what is matched and digested."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def digest_of(text: str) -> str:
    """Return the digest of a text that is folded already, as it stands in a file."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()
