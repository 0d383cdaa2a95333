"""A web page as blocks of text in their order, each with what the page's own marks say that it is.

The page is parsed by lxml without network, entities of its own or more depth than libxml2 allows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree, html

from briefing_app.files.page import Piece
from briefing_app.files.refusal import RefusalError
from briefing_app.model.evidence import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.files.page import Kind
    from briefing_app.model.article import DropReason

_SKIPPED = frozenset(
    {"script", "style", "template", "noscript", "svg", "math", "iframe", "object", "head", "canvas"}
)
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
        "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "label", "legend", "li", "main",
        "menu", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody",
        "td", "textarea", "tfoot", "th", "thead", "time", "tr", "ul",
    }
)  # fmt: skip
_KINDS: dict[str, Kind] = {
    "h1": "title", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "li": "item", "dd": "item", "dt": "item",
}  # fmt: skip
_BY_TAG: dict[str, DropReason] = {
    "nav": "navigation", "menu": "navigation", "footer": "notice", "form": "feedback", "button": "navigation",
    "select": "navigation", "textarea": "feedback", "dialog": "notice", "figcaption": "caption",
    "option": "navigation",
}  # fmt: skip
_BY_ROLE: dict[str, DropReason] = {
    "navigation": "navigation", "search": "navigation", "dialog": "notice", "alertdialog": "notice",
    "contentinfo": "notice", "complementary": "links", "menu": "navigation", "menubar": "navigation",
    "form": "feedback",
}  # fmt: skip
# The words of a class or id, whole: `read-more` has the words `read` and `more`.
_NAMES: tuple[tuple[str, DropReason], ...] = (
    (r"cookies?|consent|gdpr|onetrust|privacy[_-]?banner|paywall", "notice"),
    (r"popular|trending|see[_-]also|outbrain|taboola|tags?|topics?|keywords|teasers?", "links"),
    (r"more[_-](?:news|stories|from|on)|latest|further[_-]reading|headlines", "links"),
    (r"ads?|advert|advertisement|sponsor(?:ed)?|dfp|print[_-]only|copyright|disclaimer", "notice"),
    (r"feedback|comments?|rating|survey|helpful", "feedback"),
    (r"pull[_-]?quotes?|pull|quote[_-]box", "repeated"),
    (r"captions?|wp-caption-text|photo[_-]credit|image[_-]credit|credits?", "caption"),
    (r"bio|author[_-]bio|about[_-](?:the[_-])?author|author[_-]info|footnotes?|editors?[_-]note", "note"),
    (r"standfirst|intro(?:text)?|dek|subhead(?:line)?|subtitle|sub[_-]title|deck", "standfirst"),
    (r"contacts?|press[_-]contact|media[_-]contact", "contact"),
    (r"kicker|eyebrow|overline|rubric", "section"),
)
# Such a word counts where there is little text: the class of a whole page may hold it too.
_LARGE = 1_500
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAME = 200
_MANY = 20_000


@dataclass(slots=True)
class Block:
    """One block of text.

    Attributes:
        text: folded.
        kind: what its element is.
        reason: what the page's marks say that it is, None for what may be body.
        path: the elements around it, the outermost first.
        linked: how many of its characters are links.
    """

    text: str
    kind: Kind
    reason: DropReason | None
    path: tuple[int, ...]
    linked: int
    piece: Piece = field(init=False)


@dataclass(slots=True)
class _Open:
    """An element that is open while the page is walked through."""

    key: int
    tag: str
    reason: DropReason | None


def parse(text: str) -> html.HtmlElement:
    """Return the root of a page.

    Raises:
        etree.ParserError: there is nothing in it.
        RefusalError: its elements are nested too deep.
    """
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    parser = html.HTMLParser(
        recover=True, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    root = html.document_fromstring(text, parser=parser)
    if any("depth" in error.message for error in parser.error_log):  # the rest of the page was given up
        raise RefusalError("article-complex")
    return root


def blocks_of(root: html.HtmlElement) -> list[Block]:
    """Return the blocks of a page that hold text, in order.

    Raises:
        RefusalError: there are more than an article's page can have.
    """
    sizes = _sizes(root)
    found = list(_walk(root, sizes))
    for number, block in enumerate(found, 1):
        block.piece = Piece(number, block.text, block.kind)
    return found


def _sizes(root: html.HtmlElement) -> dict[int, int]:
    """Return by element how much text stands in it, itself and all within."""
    sizes: dict[int, int] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        if not isinstance(element.tag, str) or element.tag in _SKIPPED:
            sizes[id(element)] = 0
            continue
        inner = sum(sizes.get(id(child), 0) + len(child.tail or "") for child in element)
        sizes[id(element)] = len(element.text or "") + inner
    return sizes


def _walk(root: html.HtmlElement, sizes: dict[int, int]) -> Iterator[Block]:
    stack: list[_Open] = []
    words: list[str] = []
    linked, links, skipped, count = 0, 0, 0, 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        said = element.text if event == "start" else element.tail
        if event == "start":
            skipped += tag in _SKIPPED
            links += tag == "a"
        edge = tag in _BLOCKS
        if (edge or (tag == "br" and event == "start" and _is_second_break(element))) and not skipped:
            yield from _flushed(words, stack, linked)
            words, linked = [], 0
        if tag == "br":
            words.append(" ")
        if event == "start" and edge:
            count += 1
            if count > _MANY:
                raise RefusalError("article-complex")
            stack.append(
                _Open(count, tag, _reason(element, tag, sizes) or (stack[-1].reason if stack else None))
            )
        if event == "end":
            if edge and stack:
                stack.pop()
            skipped -= tag in _SKIPPED
            links -= tag == "a"
        if said and not skipped:
            words.append(said)
            linked += len(said.strip()) if links else 0
    yield from _flushed(words, stack, linked)


def _flushed(words: list[str], stack: list[_Open], linked: int) -> Iterator[Block]:
    text = fold("".join(words))
    if text and stack:
        kinds = (_KINDS[each.tag] for each in reversed(stack) if each.tag in _KINDS)
        kind: Kind = next(kinds, "")
        yield Block(text, kind, stack[-1].reason, tuple(each.key for each in stack), linked)


def _is_second_break(element: html.HtmlElement) -> bool:
    """Tell whether a line break follows another one: together they end a paragraph."""
    before = element.getprevious()
    return before is not None and before.tag == "br" and not (before.tail or "").strip()


def _reason(element: html.HtmlElement, tag: str, sizes: dict[int, int]) -> DropReason | None:
    """Return what the marks of an element say that it is."""
    if "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")):
        return "notice"
    if tag in _BY_TAG:
        return _BY_TAG[tag]
    role = element.get("role", "").casefold()
    if role in _BY_ROLE:
        return _BY_ROLE[role]
    if sizes.get(id(element), 0) > _LARGE or tag in {"html", "body", "main", "article"}:
        return None
    names = f"{element.get('class', '')[:_NAME]} {element.get('id', '')[:_NAME]}"
    return next((reason for words, reason in _NAMES if _holds(names, words)), None)


def _holds(names: str, words: str) -> bool:
    return bool(re.search(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])", names, re.IGNORECASE))
