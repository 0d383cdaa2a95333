"""Writes texts as the page can draw them: nothing invisible, nothing that runs off, cut where needed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from briefing_app.model import markup
from briefing_app.model.outline import Mark, marks_of, proof
from briefing_app.model.visible import breakable, visible
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage
    from briefing_app.model.items import Item

# JSON data for the templates. A text is a string, a tree of blocks, or one of the two with shorter forms.
Data = dict[str, Any]

# What is left of a text on a page that is full, in characters: at the first cut and at the second.
TITLE = (160, 80)
STATEMENT = (560, 280)
ITEM = (220, 100)
META = (90, 40)
MOST_MARKS = 4


class _Encoded(dict[int, str]):
    """What stands for a character in a text fragment; thousands of words have few characters."""

    def __missing__(self, point: int) -> str:
        """Return the code of a character that was not met before."""
        self[point] = code = quote(chr(point), safe="")
        return code


_ENCODED = _Encoded({ord("-"): "%2D"})
# A PDF string has at most 32,767 bytes, four for a character at worst.
MOST_ALTERNATIVE = 8_000


@dataclass(frozen=True, slots=True)
class Pen:
    """Turns texts of a briefing into data for the templates.

    Attributes:
        codes: characters that no face here draws; they are written as their code point.
    """

    codes: frozenset[str] = frozenset()

    def shown(self, text: str) -> str:
        """Return `text` with what cannot be seen or drawn as code points, without places to break."""
        safe = visible(text)
        if self.codes.isdisjoint(safe):
            return safe
        return "".join(f"[U+{ord(char):04X}]" if char in self.codes else char for char in safe)

    def line(self, text: str) -> str:
        """Return a text of one line that is never cut."""
        return breakable(self.shown(text))

    def short(self, text: str, most: int) -> str:
        """Return a text of at most `most` characters, cut at a word and ended with three dots."""
        return breakable(_cut(self.shown(text), most, "…"))

    def text(self, text: str, sizes: tuple[int, int]) -> str | Data:
        """Return a plain text, with shorter forms where it is longer than `sizes`."""
        return self._with_cuts(self.line(text), text, sizes)

    def rich(self, markdown: str, sizes: tuple[int, int]) -> str | Data:
        """Return a Markdown text as its tree, with shorter plain forms where it is long or has blocks."""
        if markup.is_simple(markdown):
            return self.text(markdown, sizes)
        tree = markup.rich_text(markdown)
        full = {"blocks": [self._block(block) for block in tree.blocks]}
        return self._with_cuts(full, markup.plain_text(tree), sizes)

    def plain(self, markdown: str, most: int) -> str:
        """Return a Markdown text in one line of at most `most` characters, for a table."""
        return self.short(markup.plain_text(markup.rich_text(markdown)), most)

    def alternative(self, text: str) -> str:
        """Return the alternative text of a drawing."""
        return _cut(self.shown(text), MOST_ALTERNATIVE, "…")

    def no_marks(self) -> Data:
        """Return the paragraph marks of what no passage proves."""
        return {"marks": [], "more": ""}

    def of_item(self, briefing: Briefing, item: Item, most: int = MOST_MARKS) -> Data:
        """Return the paragraph marks of an item, the first `most` of them."""
        return self.of_passages(briefing, proof(item), most)

    def of_passages(self, briefing: Briefing, found: Iterable[Passage], most: int = MOST_MARKS) -> Data:
        """Return the paragraph marks of passages, with the number of the source and a link to the words."""
        first: dict[tuple[str, int], Passage] = {}
        for passage in found:
            first.setdefault((passage.source, passage.paragraph), passage)
        urls = {source.id: source.url for source in briefing.sources}
        every = marks_of(briefing, first.values())
        shown = [
            _mark(mark, urls.get(mark.source), first[mark.source, mark.paragraph]) for mark in every[:most]
        ]
        left = len(every) - len(shown)
        return {"marks": shown, "more": ntr("+{n}", "+{n}", left) if left else ""}

    def _with_cuts(self, full: str | Data, text: str, sizes: tuple[int, int]) -> str | Data:
        shown = self.shown(text)
        if isinstance(full, str) and len(shown) <= sizes[1]:
            return full
        ending = tr("… in the full brief")
        return {"full": full, "cuts": [breakable(_cut(shown, most, ending)) for most in sizes]}

    def _block(self, block: markup.Block) -> Data:
        if isinstance(block, markup.Paragraph):
            return {"kind": "paragraph", "runs": self._runs(block.runs)}
        if isinstance(block, markup.ListBlock):
            items = [[self._block(inner) for inner in item] for item in block.items]
            return {"kind": "list", "ordered": block.ordered, "start": block.start, "items": items}
        header = [self._runs(cell) for cell in block.header]
        return {
            "kind": "table",
            "header": header,
            "rows": [[self._runs(c) for c in row] for row in block.rows],
        }

    def _runs(self, runs: markup.Runs) -> list[Data]:
        return [self._run(run) for run in runs]

    def _run(self, run: markup.Run) -> Data:
        styles = {"strong": run.strong, "emphasis": run.emphasis, "code": run.code, "link": run.link}
        return {"text": self.line(run.text), **{name: value for name, value in styles.items() if value}}


def _mark(mark: Mark, url: str | None, passage: Passage) -> Data:
    """Return a mark with the number of its source, empty where there is only one, and a link to its words."""
    number, _, paragraph = mark.text.rpartition("¶")
    return {
        "source": number.strip(),
        "mark": f"¶{paragraph}",
        "link": address_of(url, passage) if url else "",
    }


def address_of(url: str, passage: Passage) -> str:
    """Return the address of a passage on the web: that of its page, with a URL text fragment (WICG)."""
    words = [passage.start] + ([passage.end] if passage.end else [])
    fragment = ",".join(map(_encoded, words))
    if passage.prefix:
        fragment = f"{_encoded(passage.prefix)}-,{fragment}"
    if passage.suffix:
        fragment = f"{fragment},-{_encoded(passage.suffix)}"
    return f"{url}{'' if '#' in url else '#'}:~:text={fragment}"


def _encoded(words: str) -> str:
    """Return words for a text fragment, in which a hyphen and a comma have a meaning of their own."""
    return words.translate(_ENCODED)


def _cut(text: str, most: int, ending: str) -> str:
    """Return `text`, or where it is longer its first whole words and `ending`."""
    if len(text) <= most:
        return text
    head = text[: most - len(ending)]
    at = head.rfind(" ")
    # A single endless word is cut where it must be.
    kept = head[:at] if at > len(head) // 2 else head
    return kept.rstrip(" ,;:.–-") + ending
