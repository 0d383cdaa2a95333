"""The words of a commitment: tight to its clause, one statement for each object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.naming import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.verdicts import Verdict

_ARTICLES = frozenset(("the", "a", "an", "its", "their", "his", "her", "our"))
_OWN = tuple([noun, "'s"] for noun in ("country", "government", "nation", "ministry"))
_LOOK = frozenset(("look", "looks", "looked"))
_MARKDOWN = frozenset("\\`*_[]#<>|")


def parts_of(paragraph: Paragraph, first: int, end: int, rule: str) -> Iterator[tuple[int, int]]:
    """Yield the objects of a commitment: "to set up X and to complete Y" are two, "X and Y" is one.

    Args:
        paragraph: where it stands.
        first: its first token.
        end: the token after it.
        rule: the rule that took it; what follows "to" or "that" may be several.
    """
    tokens = paragraph.tokens
    if tokens[first].low == "according":  # "According to the ministry, trade was discussed"
        first = next((i + 1 for i in range(first, end - 1) if tokens[i].text == ","), first)
    # "pledged to work closely and look forward to meeting": that is a courtesy.
    end = next(
        (
            i - 1
            for i in range(first + 2, end - 1)
            if tokens[i].low in _LOOK and tokens[i + 1].low == "forward" and tokens[i - 1].low == "and"
        ),
        end,
    )
    word = "to" if rule.endswith(("-to", "pledge", "offer")) else "that"
    begin = first
    listed = any(tokens[i].low == word and tokens[i - 1].low == "and" for i in range(first + 1, end))
    for i in range(first + 2, end - 2):
        if tokens[i].low == word and (
            tokens[i - 1].low in ("and", ";") or (tokens[i - 1].text == "," and listed)
        ):
            stop = i - 1
            while tokens[stop - 1].text in ",;" and stop > begin:
                stop -= 1
            yield begin, stop
            begin = i + 1
    yield begin, end


def statement_of(paragraph: Paragraph, verdict: Verdict, first: int, end: int) -> str:
    """Return the words of a statement as Markdown, its first letter a capital."""
    tokens = paragraph.tokens
    if verdict.noun and [t.low for t in tokens[first + 1 : first + 3]] in _OWN and first + 3 < end:
        first += 3  # "offered her country's support for"
    while first < end and (
        tokens[first].text in ",;:.-–—" or (verdict.noun and tokens[first].low in _ARTICLES)
    ):
        first += 1
    said = plain_statement(paragraph, first, end)
    if first == verdict.first and tokens[first].text.isupper() and not verdict.noun:
        # "URGED Member States": the capitals belong to the page, not to the statement.
        words = said.split(" ")
        shouted = next((n for n, word in enumerate(words) if not word.isupper()), len(words))
        said = " ".join([*(word.lower() for word in words[:shouted]), *words[shouted:]])
        said = said[:1].upper() + said[1:]
    return f"{capital(verdict.prefix)} {said[:1].lower()}{said[1:]}" if verdict.prefix else said


def plain_statement(paragraph: Paragraph, first: int, end: int) -> str:
    """Return the words of some tokens as Markdown, their first letter a capital."""
    text = closed(paragraph.said(first, end))
    text = "".join("\\" + char if char in _MARKDOWN else char for char in text)
    at = next((i for i, char in enumerate(text) if char.isalnum()), 0)
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def closed(text: str) -> str:
    """Return words with the mark that ends a quote in them: the source may set it after its full stop."""
    if text.count('"') % 2 and (text.startswith('"') or ' "' in text):
        return f'{text}"'
    return f"{text}”" if text.count("“") > text.count("”") else text
