"""A saved or fetched web page: its text in pieces, what stood around it, and what it declares."""

from __future__ import annotations

import re

from lxml import etree

from briefing_app.files.furniture import is_sentence
from briefing_app.files.names import body_in
from briefing_app.files.page import Page
from briefing_app.files.web_blocks import Block, blocks_of, parse
from briefing_app.files.web_facts import facts_of

_MOSTLY = 0.6
_LINK_WORDS = 20
# Never used, for no metadata are asked for; but what is not given is made up from the clock.
_NO_DATES = {"original_date": True, "extensive_search": False, "max_date": "9999-12-31"}


def read_web_page(text: str, url: str | None = None) -> Page:
    """Return a web page in pieces.

    Args:
        text: its HTML.
        url: the address that it came from, if it came from one.

    Raises:
        RefusalError: it is no page of an article.
    """
    try:
        root = parse(text)
    except etree.ParserError:
        return Page()
    page = Page(facts=facts_of(root, url))
    blocks = blocks_of(root)
    chosen = _chosen(text, blocks)
    scope = _scope(blocks, chosen)
    titled = next((n for n, block in enumerate(blocks) if block.text == page.facts.title), len(blocks))
    first, last = (min(chosen), max(chosen)) if chosen else (0, len(blocks))
    for n, block in enumerate(blocks):
        reason = block.reason
        if reason in {"standfirst", "section"} and n > first:
            reason = None  # a paragraph in large type
        if reason is None and scope not in block.path and n not in chosen:
            # Between the headline and the text stand byline and stamp, whatever holds them.
            reason = ("navigation" if n < titled else None) if n < first else "links" if n > last else None
        if reason is None and n > first and n not in chosen and _is_links(block):
            reason = "links"
        if reason == "section" and not any(char.isdigit() for char in block.text):
            page.facts.section = page.facts.section or block.text
        if reason == "navigation" and n < first and (office := body_in(block.text)):
            page.facts.publishers.append(office)
        if reason:
            page.drop(block.piece, reason)
        else:
            page.pieces.append(block.piece)
    return page


def _chosen(text: str, blocks: list[Block]) -> set[int]:
    """Return which blocks trafilatura takes for the text of the page."""
    # Without metadata: its search for a date asks the clock. Ours are in `web_facts`.
    from trafilatura import bare_extraction

    found = bare_extraction(
        text, with_metadata=False, include_comments=False, favor_recall=True, date_extraction_params=_NO_DATES
    )
    body = getattr(found, "body", None)
    kept: set[str] = set()
    if body is not None:
        for element in body.iter():
            if isinstance(element.tag, str):
                kept.add(_plain(" ".join(element.itertext())))
    chosen = {n for n, block in enumerate(blocks) if block.reason is None and _plain(block.text) in kept}
    if any(is_sentence(blocks[n].text) for n in chosen):
        return {n for n in chosen if is_sentence(blocks[n].text) or blocks[n].kind == "item"}
    return {n for n, block in enumerate(blocks) if block.reason is None and is_sentence(block.text)}


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _scope(blocks: list[Block], chosen: set[int]) -> int:
    """Return the element that holds the chosen blocks and the headline above them."""
    paths = [blocks[n].path for n in sorted(chosen) if is_sentence(blocks[n].text)]
    if not paths:
        return blocks[0].path[0] if blocks else 0
    heads = [n for n, block in enumerate(blocks) if block.kind == "title" and n < min(chosen)]
    paths += [blocks[heads[-1]].path] if heads else []
    common = [steps[0] for steps in zip(*paths, strict=False) if len(set(steps)) == 1]
    return common[-1] if common else paths[0][0]


def _is_links(block: Block) -> bool:
    """Tell whether a block is made of links and no sentence."""
    return (
        block.linked > _MOSTLY * len(block.text)
        and len(block.text.split()) <= _LINK_WORDS
        and not is_sentence(block.text)
    )
