"""Markdown as one small tree of rich text, which screen and paper both draw.

The `markdown` package reads it. Nothing that a text says gets lost: HTML is shown as text, a picture as its
description, a link to anywhere but the web or a mailbox as its words and its address. What costs too much to
read, or is read wrongly, is shown as it stands, and `RichText.plain_because` says why. The text of a run is
as the file has it, or as an entity spells it: `visible.visible` comes after, where it is drawn.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from html.entities import html5
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from briefing_app.model.markup_package import MAX_COLUMNS, MAX_ROWS, RefusedError, element_of
from briefing_app.model.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

_LONGEST_NUMBER = 9

_KEPT = 512  # texts whose trees are kept
_SIMPLE = re.compile(r"(?![#>+-]|[0-9]+[.)]|\s)[^\\`*_\[\]<>&|!\x00-\x1f]*")
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|([A-Za-z][A-Za-z0-9]{0,40}));")
_ADDRESS = re.compile(r"https?://[^\s/?#@\\]+(?:[/?#][^\s\\]*)?|mailto:[^\s\\]+", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LISTS = ("ul", "ol")
_BLOCKS = ("p", "blockquote", "pre", "hr", "table", *_LISTS, *_HEADINGS)


class Run(NamedTuple):
    """A stretch of text in one style; a hard line break is a run of its own, whose text is LF alone.

    `inferred` comes from no Markdown: `words` that the source does not state in so many words, and the `note`
    behind them that says so.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str | None = None
    inferred: Literal["", "words", "note"] = ""


Runs: TypeAlias = tuple[Run, ...]


class Paragraph(NamedTuple):
    """Text that begins on a line of its own."""

    runs: Runs


class ListBlock(NamedTuple):
    """Items with a bullet, or numbered from `start`."""

    ordered: bool
    start: int
    items: tuple[tuple[Block, ...], ...]


class Table(NamedTuple):
    """Cells in rows, each row as wide as the header."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]


Block: TypeAlias = Paragraph | ListBlock | Table
_BREAK = Run("\n")


class RichText(NamedTuple):
    """A text as it is drawn.

    Attributes:
        blocks: its parts from top to bottom.
        plain_because: why it is shown as it stands, as a code (`markup-length`, `-lines`, `-brackets`,
            `-angles`, `-backticks`, `-emphasis`, `-depth`, `-table`, `-number`, `-unclear`); else None.
    """

    blocks: tuple[Block, ...]
    plain_because: str | None = None


def rich_text(markdown: str) -> RichText:
    """Return the tree of a Markdown text; of one above a cap, its lines as they stand."""
    if is_simple(markdown):
        text = _SPACE.sub(" ", markdown).rstrip()
        return RichText((Paragraph((Run(text),)),) if text else ())
    try:
        return RichText(_read(markdown) or _as_it_stands(markdown))
    except RefusedError as error:
        return RichText(_as_it_stands(markdown), str(error))
    except RecursionError:
        return RichText(_as_it_stands(markdown), "markup-depth")


@lru_cache(maxsize=_KEPT)
def _read(markdown: str) -> tuple[Block, ...]:
    # Each text is read when a file is checked and again when it is drawn.
    return tuple(_blocks(element_of(markdown), Run("")))


def is_simple(markdown: str) -> bool:
    """Say whether a text has nothing in it that Markdown could mean: one line, no sign, no bullet."""
    return _SIMPLE.fullmatch(markdown) is not None


def plain_text(rich: RichText) -> str:
    """Return a text in one line, without its styles: for accessible names, for tables, for cutting."""
    return _SPACE.sub(" ", " ".join(_in_one_line(rich.blocks))).strip()


def _in_one_line(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield _words(block.runs)
        elif isinstance(block, Table):
            yield "; ".join(" | ".join(map(_words, row)) for row in (block.header, *block.rows))
        else:
            for number, item in enumerate(block.items, block.start):
                yield f"{number}." if block.ordered else "•"
                yield from _in_one_line(item)


def _words(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _as_it_stands(text: str) -> tuple[Block, ...]:
    return _paragraph(_lines(text.expandtabs(4).strip("\r\n"), Run("")), keep_space=True)


def _lines(text: str, style: Run) -> Iterator[Run]:
    """Yield each line in `style`, and breaks between them."""
    for n, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        if n:
            yield _BREAK
        yield style._replace(text=line)


# --------------------------------------------------------------------------------- the tree it makes


def _blocks(element: Element, style: Run) -> Iterator[Block]:
    """Yield the blocks in an element; text beside them becomes paragraphs."""
    loose = [_styled(element.text, style)]
    for child in element:
        if child.tag in _BLOCKS:
            yield from _paragraph(loose)
            loose = []
            yield from _block(child, style)
        else:
            loose.extend(_inline(child, style))
        loose.append(_styled(child.tail, style))
    yield from _paragraph(loose)


def _block(element: Element, style: Run) -> Iterable[Block]:
    if element.tag == "pre":
        code = _decoded("".join(element.itertext())).rstrip()
        return _paragraph(_lines(code, style._replace(code=True)), keep_space=True)
    if element.tag == "table":
        return [_table(element, style)]
    if element.tag in _LISTS:
        items = tuple(tuple(_blocks(item, style)) for item in element)
        return [ListBlock(element.tag == "ol", _start(element), items)]
    return _blocks(element, style._replace(strong=True) if element.tag in _HEADINGS else style)


def _start(element: Element) -> int:
    number = element.get("start", "1")
    if len(number) > _LONGEST_NUMBER:
        raise RefusedError("markup-number")
    return int(number)


def _table(element: Element, style: Run) -> Table:
    header, *rows = (tuple(_cell(cell, style) for cell in row) for part in element for row in part)
    if len(header) > MAX_COLUMNS or len(rows) > MAX_ROWS:
        raise RefusedError("markup-table")
    return Table(header, tuple(row for row in rows if any(row)))


def _cell(element: Element, style: Run) -> Runs:
    return _tidy(_content(element, style))


def _content(element: Element, style: Run) -> Iterator[Run]:
    yield _styled(element.text, style)
    for child in element:
        yield from _inline(child, style)
        yield _styled(child.tail, style)


def _inline(element: Element, style: Run) -> Iterator[Run]:
    if element.tag == "br":
        yield _BREAK
    elif element.tag == "img":
        yield _styled(element.get("alt") or element.get("src"), style)
    elif element.tag == "a":
        yield from _link(element, style)
    else:  # strong, em or code
        yield from _content(
            element,
            style._replace(
                strong=style.strong or element.tag == "strong",
                emphasis=style.emphasis or element.tag == "em",
                code=style.code or element.tag == "code",
            ),
        )


def _link(element: Element, style: Run) -> Iterator[Run]:
    address = _decoded(element.get("href", ""))
    if _ADDRESS.fullmatch(address) and visible(address) == address:
        yield from _content(element, style._replace(link=address))
        return
    shown = list(_content(element, style))
    yield from shown
    if address and address != _words(tuple(shown)):
        yield style._replace(text=f" ({address})")


def _styled(text: str | None, style: Run) -> Run:
    return style._replace(text=_SPACE.sub(" ", _decoded(text or "")))


def _decoded(text: str) -> str:
    """Return `text` with entities as their characters; what stands in code comes from the package escaped."""
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(entity: re.Match[str]) -> str:
    if entity[1]:
        return html5.get(f"{entity[1]};", entity[0])
    return html.unescape(entity[0])


# ---------------------------------------------------------------------------------------- tidying runs


def _paragraph(runs: Iterable[Run], *, keep_space: bool = False) -> tuple[Block, ...]:
    """Return a paragraph of `runs`, or none where nothing is in them."""
    tidy = _tidy(runs, keep_space=keep_space)
    return (Paragraph(tidy),) if tidy else ()


def _tidy(runs: Iterable[Run], *, keep_space: bool = False) -> Runs:
    """Return `runs` joined where their style is one, with single spaces and none at an edge."""
    done: list[Run] = []
    for run in runs:
        if run == _BREAK:
            _strip_end(done, " ")
            done.append(_BREAK)
            continue
        text = run.text
        if not keep_space and (not done or done[-1].text.endswith((" ", "\n"))):
            text = text.lstrip(" ")
        if text and done and done[-1] != _BREAK and done[-1] == run._replace(text=done[-1].text):
            done[-1] = run._replace(text=done[-1].text + text)
        elif text:
            done.append(run._replace(text=text))
    _strip_end(done, None)
    if not keep_space:
        _strip_start(done)
    return tuple(done)


def _strip_end(runs: list[Run], chars: str | None) -> None:
    """Take `chars`, or all white space, off the end of `runs`; a run that is nothing else goes."""
    while runs:
        text = runs[-1].text.rstrip(chars)
        if text:
            runs[-1] = runs[-1]._replace(text=text)
            return
        del runs[-1]


def _strip_start(runs: list[Run]) -> None:
    while runs and not runs[0].text.lstrip():
        del runs[0]
    if runs:
        runs[0] = runs[0]._replace(text=runs[0].text.lstrip())
