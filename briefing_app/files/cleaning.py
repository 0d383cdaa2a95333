"""The cleaner `clean/1`: the body of an article as numbered paragraphs, and what stood around it.

It errs on the side of the text: what may be body text stays, and all that goes is kept with its reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.files import tails
from briefing_app.files.furniture import ends_sentence, is_link_heading, is_sentence, reason_anywhere
from briefing_app.files.heads import begin_of_body, is_headline, read_line
from briefing_app.files.lines import pieces_of
from briefing_app.files.metadata import describe
from briefing_app.files.names import body_in, is_name, is_person, names_document, seat_of
from briefing_app.files.page import Facts, Page, Piece
from briefing_app.model.article import CLEANING, Article, Dropped

if TYPE_CHECKING:
    from briefing_app.model.article import DropReason

_REPEATED_WORDS = 6
_LINK_WORDS = 20
_BYLINE_WORDS = 9
_STATE_WORDS = 3


def clean(text: str) -> Article:
    """Return the body paragraphs of a plain text page, and the furniture around them with its reasons.

    Args:
        text: the page; paragraphs are parted by blank lines, or stand one on a line.
    """
    return arrange(Page(pieces_of(text)))


def arrange(page: Page) -> Article:
    """Return the article on a page: its pieces are sorted, what is no body goes to its dropped ones."""
    facts = page.facts
    rest = _without_labels(page.pieces, page)
    rest = _without_head(rest, page, facts)
    rest = _without_captions(rest, page, facts.title)
    rest = tails.sort_notes(rest, page, facts.author)
    rest = tails.sort_quotes(rest, page)
    rest = tails.sort_headings(rest, page)
    body = _without_repeated(rest, page)
    paragraphs = tuple(piece.text for piece in body)
    dropped = tuple(
        Dropped(line=piece.number, text=piece.text, reason=reason)
        for piece, reason in sorted(page.dropped, key=lambda each: each[0].number)
    )
    pages = tuple(piece.page for piece in body) if any(piece.page for piece in body) else ()
    fields = describe(paragraphs, dropped, facts)
    return Article.model_validate(
        {"paragraphs": paragraphs, "dropped": dropped, "cleaning": CLEANING, "pages": pages, **fields}
    )


def _without_labels(pieces: list[Piece], page: Page) -> list[Piece]:
    """Take out what is furniture wherever it stands, and the links under a heading of links."""
    rest: list[Piece] = []
    under_links = False
    for n, piece in enumerate(pieces):
        reason = None if tails.is_end_mark(piece.text) else reason_anywhere(piece.text)
        if under_links and not reason and not _is_link(piece.text):
            under_links = False
        if under_links and not reason:
            reason = "links"
        if reason:
            page.drop(piece, reason)
            # The writer's address is the end of a story.
            ends = reason == "byline" and 2 * n > len(pieces)
            under_links = under_links or ends or (reason == "links" and is_link_heading(piece.text))
        else:
            rest.append(piece)
    return rest


def _is_link(text: str) -> bool:
    return not ends_sentence(text) and len(text.split()) <= _LINK_WORDS


def _without_head(pieces: list[Piece], page: Page, facts: Facts) -> list[Piece]:
    """Take out all that stands before the body, and note what it tells."""
    n_head = begin_of_body(pieces)
    head = pieces[:n_head]
    reasons: list[DropReason] = [
        _title_of(piece, facts) or read_line(piece.text, facts) or _title_or_standfirst(piece.text, facts)
        for piece in head
    ]
    _first_line_is_state(head, reasons, facts)
    _first_line_is_letterhead(head, reasons, facts)
    rest: list[Piece] = []
    for n, (piece, reason) in enumerate(zip(head, reasons, strict=True)):
        if reason == "standfirst" and _is_text(piece.text):
            rest.append(piece)
        elif (
            reason == "standfirst" and facts.author is None and _is_beside(n, reasons) and _writer(piece.text)
        ):
            facts.author = _writer(piece.text)
            page.drop(piece, "byline")
        else:
            page.drop(piece, reason)
    return rest + pieces[n_head:]


def _first_line_is_state(head: list[Piece], reasons: list[DropReason], facts: Facts) -> None:
    """See a state in a bare name in capitals above that of a ministry: `VELDANIA`, `MINISTRY OF DEFENCE`."""
    if reasons[:2] not in (["headline", "letterhead"], ["standfirst", "letterhead"]):
        return
    state, ministry = head[0].text, body_in(head[1].text) or ""
    short = state.isupper() and len(state.split()) <= _STATE_WORDS and is_name(state)
    if not short or seat_of(ministry) != "ministry" or facts.publishers[:1] != [ministry]:
        return
    facts.publishers[0] = f"{ministry}, {state.title()}"
    if facts.title == state:
        facts.title = None
    reasons[0] = "letterhead"


def _first_line_is_letterhead(head: list[Piece], reasons: list[DropReason], facts: Facts) -> None:
    """See a name in the first line, where a line below names the document and nobody else published it."""
    if not head or reasons[0] != "headline" or facts.publishers:
        return
    below = next((n for n, reason in enumerate(reasons) if reason == "standfirst"), None)
    if below is not None and is_name(head[0].text) and names_document(head[below].text):
        facts.publishers.append(head[0].text.title() if head[0].text.isupper() else head[0].text)
        facts.title = head[below].text
        reasons[0], reasons[below] = "letterhead", "headline"


def _writer(text: str) -> str | None:
    """Return the person that a line consists of, or begins with before the name of a paper."""
    name, *others = re.split(r"\s*[/|,·]\s*", text)
    return name if is_person(name) and len(others) <= 1 and len(text.split()) <= _BYLINE_WORDS else None


def _is_beside(n: int, reasons: list[DropReason]) -> bool:
    """Tell whether a line of the head stands where bylines stand: by a stamp, or right above the text."""
    around = reasons[max(0, n - 1) : n] + reasons[n + 1 : n + 2]
    return "section" in around or n == len(reasons) - 1


def _title_of(piece: Piece, facts: Facts) -> DropReason | None:
    """Tell a headline that the file itself says is one."""
    if piece.kind == "title" and facts.title is None:
        facts.title = piece.text
    return "headline" if piece.kind == "title" or piece.text == facts.title else None


def _title_or_standfirst(text: str, facts: Facts) -> DropReason:
    if facts.title is None and is_headline(text):
        facts.title = text
        return "headline"
    return "standfirst"


def _is_text(text: str) -> bool:
    """Tell whether a piece before the body belongs to it: a greeting, a speaker's name, an item of a list."""
    return (ends_sentence(text) and not is_sentence(text)) or text.endswith((":", ";", ","))


def _without_captions(pieces: list[Piece], page: Page, title: str | None) -> list[Piece]:
    """Take out the headline where it comes again, bare or as the numbered caption of a photo."""
    if title is None:
        return pieces
    numbered = re.compile(re.escape(title) + r"\s*[-–—]\s*\d{1,3}")
    rest: list[Piece] = []
    for piece in pieces:
        if numbered.fullmatch(piece.text):
            page.drop(piece, "caption")
        elif piece.text == title:
            page.drop(piece, "repeated")
        else:
            rest.append(piece)
    return rest


def _without_repeated(pieces: list[Piece], page: Page) -> list[Piece]:
    """Take out a paragraph that was there before."""
    seen: set[str] = set()
    rest: list[Piece] = []
    for piece in pieces:
        if piece.text in seen and len(piece.text.split()) >= _REPEATED_WORDS:
            page.drop(piece, "repeated")
        else:
            rest.append(piece)
        seen.add(piece.text)
    return rest
