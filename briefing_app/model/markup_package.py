"""What the `markdown` package makes of a text: an element tree, whole and of bounded size, or a refusal."""

from __future__ import annotations

import html
import re
from collections import Counter
from threading import local
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from markdown import Markdown

MAX_LENGTH = 8_000
MAX_LINES = 400
MAX_NESTING = 10
MAX_DEPTH = 24  # ten lists in each other, and emphasis in a link
MAX_COLUMNS = 10
MAX_ROWS = 200
# What keeps the costliest text of 8,000 characters below 50 ms. From each bracket the package looks to the
# end of the text for its partner: 50 open ones cost 25 ms, 200 cost 170 ms.
MAX_SIGNS = {
    "[": ("markup-brackets", 50),
    "<": ("markup-angles", 200),
    "`": ("markup-backticks", 200),
    "*": ("markup-emphasis", 600),
    "_": ("markup-emphasis", 600),
}
_TAB = 4

# Behind the signs of quotes and lists: number signs without a blank, or more of them than a heading has.
_NO_HEADING = re.compile(
    r"((?:[ ]{0,3}+(?:>|[-+*](?=[ ])|[0-9]{1,9}[.)](?=[ ])))*+[ ]{0,3}+)(#{7,}|#{1,6}(?=[^#\s]))"
)
_MARKERS = re.compile(r"(?:[ \t]*(?:>|(?:[-+*]|\d+\.)(?=[ \t])))+")
_MARKER = re.compile(r">|[-+*]|\d+\.")
_LETTER = re.compile(r"\x02amp\x03(#?[0-9A-Za-z]+);")
_ESCAPE = re.compile(r"&(?:amp|lt|gt);")
_MARKUP = re.compile(r"[\s\\`*_\[\]()<>!\"']+")


_own = local()  # each thread's parser


class RefusedError(Exception):
    """A text is to be shown as it stands; the argument is the code of the reason."""


def element_of(text: str) -> Element:
    """Return the element that holds the blocks of a Markdown text; entities in it stay as they are.

    Raises:
        RefusedError: the text is above a cap, or the package lost something of it.
        RecursionError: the caller has left too little of the stack.
    """
    code = _above_cap(text)
    if code:
        raise RefusedError(code)
    from xml.etree.ElementTree import Element

    # Making a parser takes longer than reading with it. One that failed may have kept a part of its text.
    parser: Markdown = _own.__dict__.pop("parser", None) or _parser()
    # The package takes "#5 is left" for a heading and loses the sign; in Markdown a blank follows it.
    lines = [_without_heading(line) for line in text.split("\n")]
    for preprocessor in parser.preprocessors:
        lines = preprocessor.run(lines)
    root = Element("div")
    parser.parser.parseChunk(root, "\n".join(lines))
    before = Counter(_signs("".join(_texts(root))))
    for processor in parser.treeprocessors:
        processor.run(root)
    _spell_out(root)
    _check_whole(before, root)
    _check_depth(root)
    _own.parser = parser.reset()
    return root


def _without_heading(line: str) -> str:
    found = _NO_HEADING.match(line)
    return f"{found[1]}\\{line[found.end(1) :]}" if found else line


def _above_cap(text: str) -> str | None:
    """Return the code of the cap that a text is above before anything reads it."""
    if len(text) > MAX_LENGTH:
        return "markup-length"
    for sign, (code, most) in MAX_SIGNS.items():
        if text.count(sign) > most:
            return code
    lines = text.splitlines()
    if len(lines) > MAX_LINES:
        return "markup-lines"
    if sum("|" in line for line in lines) > MAX_ROWS + 2:
        return "markup-table"
    return "markup-depth" if any(_is_deep(line) for line in lines) else None


def _is_deep(line: str) -> bool:
    """Say whether a line begins with too many levels of quotes and lists, or too far to the right."""
    wide = line.expandtabs(_TAB)
    if len(wide) - len(wide.lstrip(" ")) > MAX_NESTING * _TAB:
        return True
    markers = _MARKERS.match(line)
    return markers is not None and len(_MARKER.findall(markers[0])) > MAX_NESTING


def _parser() -> Markdown:
    # Loaded on first need: most texts have no markup, and the package takes 40 ms.
    from markdown import Markdown
    from markdown.extensions.sane_lists import SaneListExtension

    # Extensions are handed over as values: their names would be looked up in the metadata of every installed
    # package.
    parser = Markdown(extensions=[SaneListExtension()])
    parser.preprocessors.deregister("html_block")
    # HTML and entities stay text. References, which format 1 does not know, would swallow "[Kim]: yes".
    for name in ("html", "entity", "reference", "short_reference", "image_reference", "short_image_ref"):
        parser.inlinePatterns.deregister(name)
    parser.parser.blockprocessors.deregister("reference")
    parser.treeprocessors.deregister("prettify")
    _add_tables(parser)
    return parser


def _add_tables(parser: Markdown) -> None:
    from markdown.extensions.tables import TableProcessor

    class WholeTables(TableProcessor):
        """Takes a block for a table only where no cell beyond the last column would be dropped."""

        def run(self, parent: Element, blocks: list[str]) -> bool | None:
            block = blocks[0]
            super().run(parent, blocks)
            header, _, *rows = block.split("\n")
            if _letters(header, *rows) == _letters(*parent[-1].itertext()):
                return None
            parent.remove(parent[-1])
            blocks.insert(0, block)
            return False

    config: dict[str, Any] = {"use_align_attribute": False}
    parser.ESCAPED_CHARS.append("|")
    parser.parser.blockprocessors.register(WholeTables(parser.parser, config), "table", 75)


def _letters(*texts: str) -> str:
    return "".join(char for text in texts for char in text if char not in "| ")


def _spell_out(root: Element) -> None:
    """Put letters where the package has placeholders: a mailbox in angle brackets comes letter by letter."""
    for link in root.iter("a"):
        link.text = _LETTER.sub(lambda match: html.unescape(f"&{match[1]};"), link.text or "")
        link.set("href", _LETTER.sub(lambda match: html.unescape(f"&{match[1]};"), link.get("href", "")))


def _check_depth(root: Element) -> None:
    level = [root]
    for _ in range(MAX_DEPTH + 1):
        level = [child for element in level for child in element]
    if level:
        raise RefusedError("markup-depth")


def _check_whole(before: Counter[str], root: Element) -> None:
    """Refuse a tree in which text is missing, stands twice, or is a placeholder of the package.

    Markdown 3.11 makes such trees where emphases cross each other.
    """
    after = Counter(_signs("".join(_texts(root))))
    twice = [
        link.get("href", "") for link in root.iter("a") if link.get("href", "").endswith(link.text or "-")
    ]
    escapes = [sign for code in root.iter("code") for sign in _ESCAPE.findall(code.text or "")]
    more = Counter(_signs("".join(twice + escapes)))
    if not before <= after <= before + more or "\x02" in after or "\x03" in after:
        raise RefusedError("markup-unclear")


def _texts(root: Element) -> Iterator[str]:
    """Yield all texts of a tree, addresses and descriptions of pictures among them."""
    for element in root.iter():
        yield element.text or ""
        yield element.tail or ""
        yield from element.attrib.values()


def _signs(text: str) -> str:
    """Return `text` without the characters that inline markup is made of."""
    return _MARKUP.sub("", text)
