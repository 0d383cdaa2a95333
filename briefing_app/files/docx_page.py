"""A Word document as pieces of text. It runs in the child process: what it is given is not trusted.

Only the standard library reads it: XML with a document type is refused, so that there are no entities, and
no part is unpacked beyond its limit.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers import expat

from briefing_app.files import names
from briefing_app.files.page import Page, Piece
from briefing_app.files.refusal import RefusalError
from briefing_app.files.web_facts import iso
from briefing_app.model.evidence import fold

if TYPE_CHECKING:
    from briefing_app.files.page import Kind

_MOST_XML = 40_000_000
_MOST_DEPTH = 400
_CHUNK = 1 << 16
_MAIN = "word/document.xml"
_HEADING = re.compile(r"heading \d|berschrift", re.IGNORECASE)
_TITLE = re.compile(r"title$", re.IGNORECASE)
_HEADERS = re.compile(r"word/(?:header|footer)\d*\.xml")
_MOST_HEADERS = 12


@dataclass(slots=True)
class _Paragraph:
    words: list[str] = field(default_factory=list)
    style: str = ""
    item: bool = False


@dataclass(slots=True)
class _Reader:
    """Follows the elements of one part; names are those of the usual prefixes."""

    done: list[tuple[str, str, bool]] = field(default_factory=list)
    open: list[_Paragraph] = field(default_factory=list)
    depth: int = 0
    skipped: int = 0
    texts: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > _MOST_DEPTH:
            raise RefusalError("article-complex")
        if self.skipped or name == "mc:Fallback":  # what newer programs show otherwise
            self.skipped += 1
        elif name == "w:p":
            self.open.append(_Paragraph())
        elif self.open:
            self._inside(name, attributes)

    def _inside(self, name: str, attributes: dict[str, str]) -> None:
        here = self.open[-1]
        if name == "w:t":
            self.texts += 1
        elif name == "w:pStyle":
            here.style = attributes.get("w:val", "")
        elif name == "w:numPr":
            here.item = True
        elif name in {"w:tab", "w:br", "w:cr"}:
            here.words.append(" ")
        elif name == "w:noBreakHyphen":
            here.words.append("-")

    def end(self, name: str) -> None:
        self.depth -= 1
        if self.skipped:
            self.skipped -= 1
        elif name == "w:t" and self.texts:
            self.texts -= 1
        elif name == "w:p" and self.open:
            here = self.open.pop()
            if text := fold("".join(here.words)):
                self.done.append((text, here.style, here.item))

    def text(self, data: str) -> None:
        if self.texts and self.open and not self.skipped:
            self.open[-1].words.append(data)


def read_docx(data: bytes) -> Page:
    """Return the text of a Word document.

    Raises:
        RefusalError: it is no Word document, is damaged, or unpacks to more than an article has.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.namelist()
            if _MAIN not in parts:
                raise RefusalError("article-kind", kind="ZIP")
            return _page(package, parts)
    except (zipfile.BadZipFile, expat.ExpatError, NotImplementedError, EOFError) as error:
        raise RefusalError("article-damaged") from error
    except RuntimeError as error:  # zipfile's word for a package with a password
        raise RefusalError("article-locked") from error


def _page(package: zipfile.ZipFile, parts: list[str]) -> Page:
    page = Page()
    styles = _styles(package) if "word/styles.xml" in parts else {}
    for number, (text, style, item) in enumerate(_paragraphs(package, _MAIN), 1):
        kind = _kind(styles.get(style, style), item=item)
        if kind == "title" and page.facts.title is None:
            page.facts.title = text
        page.pieces.append(Piece(number, text, kind))
    for part in [part for part in parts if _HEADERS.fullmatch(part)][:_MOST_HEADERS]:
        for text, _, _ in _paragraphs(package, part):
            page.drop(Piece(0, text), "notice")
            if publisher := names.body_in(text) or names.paper_in(text):
                page.facts.publishers.append(publisher)
    if "docProps/core.xml" in parts:
        _read_properties(package, page)
    return page


def _kind(style: str, *, item: bool) -> Kind:
    if _TITLE.search(style) and "sub" not in style.casefold():
        return "title"
    if _HEADING.search(style):
        return "heading"
    return "item" if item else ""


def _paragraphs(package: zipfile.ZipFile, part: str) -> list[tuple[str, str, bool]]:
    reader = _Reader()
    parser = _parser()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    _feed(parser, package, part)
    return reader.done


def _styles(package: zipfile.ZipFile) -> dict[str, str]:
    """Return the names of the paragraph styles by their ids, which other languages translate."""
    found: dict[str, str] = {}
    at = [""]

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "w:style":
            at[0] = attributes.get("w:styleId", "")
        elif name == "w:name" and at[0]:
            found[at[0]] = attributes.get("w:val", "")
            at[0] = ""

    parser = _parser()
    parser.StartElementHandler = start
    _feed(parser, package, "word/styles.xml")
    return found


def _read_properties(package: zipfile.ZipFile, page: Page) -> None:
    """Note when the document was made; its author is whoever had the computer, and is not read."""
    open_names: list[str] = []
    created: list[str] = []

    def start(name: str, _: dict[str, str]) -> None:
        open_names.append(name)

    def end(_: str) -> None:
        open_names.pop()

    def text(data: str) -> None:
        if open_names[-1] == "dcterms:created":
            created.append(data)

    parser = _parser()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    _feed(parser, package, "docProps/core.xml")
    if day := iso("".join(created)):
        page.facts.declared.append((day[:10], "file", "".join(created)[:40]))


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise RefusalError("article-damaged")

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    return parser


def _feed(parser: expat.XMLParserType, package: zipfile.ZipFile, part: str) -> None:
    """Parse a part as it is unpacked, as far as its limit."""
    size = 0
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > _MOST_XML:
                raise RefusalError("article-complex")
            parser.Parse(chunk, False)
    parser.Parse(b"", True)
