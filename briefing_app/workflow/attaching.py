"""Attach the text of a source to read it beside the briefing; it never becomes part of the briefing."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing_app.drafting.passages import locate_all
from briefing_app.files import keeping
from briefing_app.model.article import article_digest
from briefing_app.model.briefing import passages
from briefing_app.model.outline import shown_passages
from briefing_app.model.problems import BriefingError, Place, Problem
from briefing_app.model.record import MAX_ARTICLE_BYTES
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefing_app.drafting.passages import Located
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage
    from briefing_app.model.sources import Source

STANDING = ("verified", "moved")
_FEW_WORDS = 6


@dataclass(frozen=True, slots=True)
class Attached:
    """The text of a source that is not in the file.

    Attributes:
        paragraphs: its body.
        same: it is the text that the briefing was made from.
        found: where the passages of its source stand in it, as far as they were looked for.
    """

    paragraphs: tuple[str, ...]
    same: bool
    found: Mapping[Passage, Located] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Compared:
    """A text beside the source that it is to be attached to.

    Attributes:
        paragraphs: its body.
        same: its digest is that of the source.
        expected: how many paragraphs the source has.
        standing: how many of the passages that are shown stand in it, where they were or elsewhere.
        passages: how many passages of the source are shown: those of what is rejected are not.
        differs_at: the first paragraph that is known to differ, 0 where none is.
        words: its first words there, empty where it has no such paragraph.
        lacking: the first and last of the cited words that are to stand there and do not, if any are.
        found: where each of the passages stands in it.
    """

    paragraphs: tuple[str, ...]
    same: bool
    expected: int
    standing: int
    passages: int
    differs_at: int = 0
    words: str = ""
    lacking: str = ""
    found: Mapping[Passage, Located] = field(default_factory=dict, compare=False, repr=False)

    @property
    def attached(self) -> Attached:
        """The text as it is shown."""
        return Attached(self.paragraphs, self.same, self.found)


def folder() -> Path:
    """Return the folder in which attached texts are kept; it need not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("briefing") / "articles"


def from_file(path: Path) -> tuple[str, ...]:
    """Return the cleaned paragraphs of a plain text file.

    Raises:
        BriefingError: see `files.articles.open_article`.
    """
    from briefing_app.files.articles import read_article

    return read_article(path).paragraphs


def from_paste(text: str) -> tuple[str, ...]:
    """Return the cleaned paragraphs of pasted text.

    Raises:
        BriefingError: there is no body text, or more text than an article may have.
    """
    from briefing_app.files.cleaning import clean
    from briefing_app.files.intake import megabytes

    values = {"name": tr("Pasted text")}
    size = len(text.encode(errors="surrogatepass"))
    if size > MAX_ARTICLE_BYTES:
        sizes = {"size": megabytes(size), "most": megabytes(MAX_ARTICLE_BYTES)}
        raise BriefingError(Problem("file-too-large", "error", Place(), values | sizes))
    found = clean(text).paragraphs
    if not found:
        raise BriefingError(Problem("article-empty", "error", Place(), values))
    return found


def compare(briefing: Briefing, source: Source, paragraphs: tuple[str, ...]) -> Compared:
    """Return how a text stands to the source that it is to be attached to."""
    found = locate_all(_cited(briefing, source), paragraphs)
    shown = {each: found[each] for each in shown_passages(briefing) if each.source == source.id}
    same = article_digest(paragraphs) == source.digest
    at = 0 if same else _first_difference(shown, len(paragraphs), source.paragraphs)
    return Compared(
        paragraphs,
        same,
        source.paragraphs,
        sum(there.state in STANDING for there in shown.values()),
        len(shown),
        at,
        _few_words(paragraphs[at - 1]) if 0 < at <= len(paragraphs) else "",
        _lacking(shown, at),
        found,
    )


def keep(attached: Attached) -> None:
    """Keep the text of a source for later openings; another text than that of the source is not kept.

    Raises:
        BriefingError: it cannot be written.
    """
    if attached.same:
        keeping.keep(folder(), attached.paragraphs)


def forget(source: Source) -> None:
    """Remove the text that is kept of a source.

    Raises:
        BriefingError: it cannot be removed.
    """
    keeping.forget(folder(), source.digest)


def let_go(source: Source) -> None:
    """Remove the text that is kept of a source; where it cannot be, it stays as any that was attached."""
    with contextlib.suppress(BriefingError):
        forget(source)


def may_be_kept(briefing: Briefing) -> bool:
    """Tell in no time whether there may be kept texts of sources whose text is not in the file."""
    place = folder()
    return any(
        keeping.place(place, source.digest).is_file() for source in briefing.sources if not source.text
    )


def kept_texts(briefing: Briefing) -> dict[str, Attached]:
    """Return, by digest, the kept texts of those sources whose text is not in the file."""
    return {
        source.digest: Attached(text, True, locate_all(_cited(briefing, source), text))
        for source in briefing.sources
        if not source.text and (text := keeping.kept(folder(), source.digest))
    }


def _cited(briefing: Briefing, source: Source) -> tuple[Passage, ...]:
    every = (passage for _, passage in passages(briefing) if passage.source == source.id)
    return tuple(dict.fromkeys(every))


def _first_difference(found: Mapping[Passage, Located], has: int, expected: int) -> int:
    """Return the first paragraph of which it can be known: what the text was is not known, only passages."""
    places = [passage.paragraph for passage, there in found.items() if there.state != "verified"]
    if has != expected:
        places.append(min(has, expected) + 1)
    return min(places, default=0)


def _lacking(found: Mapping[Passage, Located], at: int) -> str:
    """Return the ends of the first passage of a paragraph that does not stand there as it was cited."""
    there = (each for each, place in found.items() if each.paragraph == at and place.state != "verified")
    passage = next(there, None)
    if passage is None:
        return ""
    return f"{passage.start} … {passage.end}" if passage.end else passage.start


def _few_words(paragraph: str) -> str:
    words = paragraph.split()
    return " ".join(words[:_FEW_WORDS]) + ("…" if len(words) > _FEW_WORDS else "")
