"""A PDF as pieces of text with their pages. It runs in the child process: what it is given is not trusted."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from briefing_app.files.page import Page, Piece
from briefing_app.files.pdf_lines import Line, body_size, paragraphs_of, running_lines
from briefing_app.files.refusal import RefusalError
from briefing_app.model.evidence import fold

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

    from briefing_app.files.page import Kind

_MOST_PAGES = 300
_MOST_TEXT = 5_000_000
_LARGER = 1.12
_PARTS = 2


def read_pdf(data: bytes) -> Page:
    """Return the text of a PDF.

    Raises:
        RefusalError: it is locked, has too many pages or too much text, or has no text at all.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, LimitReachedError, PdfReadError

    try:
        return _read(PdfReader(BytesIO(data), strict=False))
    except DependencyError as error:  # a cipher that needs one more package
        raise RefusalError("article-locked") from error
    except LimitReachedError as error:
        raise RefusalError("article-complex") from error
    except PdfReadError as error:
        raise RefusalError("article-damaged") from error


def _read(reader: PdfReader) -> Page:
    if reader.is_encrypted and not reader.decrypt(""):
        raise RefusalError("article-locked")
    if len(reader.pages) > _MOST_PAGES:
        raise RefusalError("article-pages", n=len(reader.pages), most=_MOST_PAGES)
    lines: list[Line] = []
    for number, page in enumerate(reader.pages, 1):
        lines += _lines(page, number)
        if sum(len(line.text) for line in lines) > _MOST_TEXT:
            raise RefusalError("article-complex")
    if not lines:
        raise RefusalError("article-scanned")
    return _sorted(lines, _created(reader))


def _created(reader: PdfReader) -> str:
    """Return the day on which the file was made, empty where it does not say."""
    text = str(reader.metadata.get("/CreationDate", "")) if reader.metadata else ""
    figures = text.removeprefix("D:")[:8]
    return f"{figures[:4]}-{figures[4:6]}-{figures[6:]}" if figures.isdigit() and len(figures) == 8 else ""  # noqa: PLR2004


def _lines(page: PageObject, number: int) -> list[Line]:
    """Return the lines of a page in the order in which they were set."""
    found: list[Line] = []
    words: list[str] = []
    at: list[tuple[float, float, float]] = []

    def end() -> None:
        text = fold("".join(words))
        if text and at:
            x, y, size = at[0]
            found.append(Line(text, x, y, size, number))
        words.clear()
        at.clear()

    def visit(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        x, y = cm[0] * tm[4] + cm[2] * tm[5] + cm[4], cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
        height = abs(size * (tm[3] or tm[0]) * (cm[3] or cm[0])) or 1.0
        for n, part in enumerate(text.split("\n")):
            if n:
                end()
            if not part.strip():
                words.append(part)
                continue
            if at and abs(at[0][1] - y) > height / _PARTS:
                end()
            if not at:
                at.append((x, y, height))
            words.append(part)

    page.extract_text(visitor_text=visit)
    end()
    return found


def _sorted(lines: list[Line], created: str) -> Page:
    result = Page()
    running = running_lines(lines)
    text = [line for n, line in enumerate(lines) if n not in running]
    usual = body_size(text)
    for number, paragraph in enumerate(paragraphs_of(text), 1):
        large = paragraph.size > _LARGER * usual
        first = large and result.facts.title is None and paragraph.page == 1
        if first:
            result.facts.title = paragraph.text
        kind: Kind = "title" if first else "heading" if large else ""
        result.pieces.append(Piece(number, paragraph.text, kind, paragraph.page))
    for n in sorted(running):
        result.drop(Piece(len(result.pieces) + 1, lines[n].text, "", lines[n].page), "notice")
    if created:
        result.facts.declared.append((created, "file", created))
    return result
