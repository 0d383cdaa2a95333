"""A page while it is sorted into body and furniture, and as the child process hands it over."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from briefing_app.files.stamps import Stamp

if TYPE_CHECKING:
    from briefing_app.model.article import DateFrom, DropReason

Kind = Literal["", "title", "heading", "item", "caption"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or a line by itself, folded.

    Attributes:
        number: the line of the text on which it begins; in other files its place in their order, from 1.
        text: without line breaks.
        kind: what the file says that it is, empty where it does not.
        page: the page on which it begins, 0 where there are none.
    """

    number: int
    text: str
    kind: Kind = ""
    page: int = 0


@dataclass(slots=True)
class Facts:
    """What a page tells about itself, in the order in which it was read.

    Attributes:
        publishers: the first goes before the others.
        stamps: dates as printed, each with the place that it stands in.
        declared: dates that the file or page declares: ISO value, place and words.
        site: the site or paper as the page declares it; it goes before every other publisher.
    """

    title: str | None = None
    author: str | None = None
    section: str | None = None
    dateline: str | None = None
    url: str | None = None
    language: str | None = None
    site: str | None = None
    publishers: list[str] = field(default_factory=list)
    stamps: list[tuple[DateFrom, Stamp]] = field(default_factory=list)
    declared: list[tuple[str, DateFrom, str]] = field(default_factory=list)


@dataclass(slots=True)
class Page:
    """What was found on a page.

    Attributes:
        pieces: what may be body or head, in order.
        dropped: what stands around it, with its reason.
        facts: what it tells about itself.
    """

    pieces: list[Piece] = field(default_factory=list)
    dropped: list[tuple[Piece, DropReason]] = field(default_factory=list)
    facts: Facts = field(default_factory=Facts)

    def drop(self, piece: Piece, reason: DropReason) -> None:
        """Keep a piece as furniture."""
        self.dropped.append((piece, reason))


def to_json(page: Page) -> dict[str, Any]:
    """Return a page as plain data."""
    return asdict(page)


def from_json(data: dict[str, Any]) -> Page:
    """Return the page that `to_json` was given.

    Raises:
        KeyError, TypeError, ValueError: it is no such data.
    """
    facts = dict(data["facts"])
    facts["stamps"] = [(where, Stamp(**stamp)) for where, stamp in facts["stamps"]]
    facts["declared"] = [(value, where, words) for value, where, words in facts["declared"]]
    dropped = [(Piece(**piece), reason) for piece, reason in data["dropped"]]
    return Page([Piece(**piece) for piece in data["pieces"]], dropped, Facts(**facts))
