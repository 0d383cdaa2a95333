"""Find a passage in its source, tell its state, and make the pointer to a span of text (format.md, Passage).

All offsets count code points of the folded paragraph.
"""

from __future__ import annotations

import unicodedata
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import quote

from pydantic import ValidationError

from briefing_app.drafting.values import dataclass
from briefing_app.model.evidence import Passage, PassageState, digest_of, fold
from briefing_app.model.record import MAX_QUOTED_WORDS
from briefing_app.model.visible import is_letter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

# Where its first words stand more often in one paragraph, a passage is not looked for: no honest text is like
# that, and a hostile one would take minutes.
MAX_CANDIDATES = 200
_WITHIN_WORDS = "\u00ad\u200c\u200d"  # soft hyphen and joiners


class PassageError(ValueError):
    """No passage can be made of a span: it cuts a word, or its words cannot point to it alone."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where a passage stands now.

    Attributes:
        state: what became of it.
        paragraph: 1-based, None where it was not found.
        start: its first code point in the folded paragraph.
        end: the one after its last.
    """

    state: PassageState
    paragraph: int | None = None
    start: int = 0
    end: int = 0


def locate(passage: Passage, paragraphs: Sequence[str] | None) -> Located:
    """Return where `passage` stands in the paragraphs of its source, None where they are not at hand."""
    return Located("unchecked") if paragraphs is None else _located(passage, paragraphs, fold)


def locate_all(passages: Iterable[Passage], paragraphs: Sequence[str] | None) -> dict[Passage, Located]:
    """Return where each of `passages` stands, as `locate` does; a long text is folded only once."""
    if paragraphs is None:
        return dict.fromkeys(passages, Located("unchecked"))
    folded = tuple(fold(paragraph) for paragraph in paragraphs)
    return {passage: _located(passage, folded, str) for passage in passages}


def _located(passage: Passage, paragraphs: Sequence[str], folded: Callable[[str], str]) -> Located:
    named = passage.paragraph
    text = folded(paragraphs[named - 1]) if named <= len(paragraphs) else ""
    span = _only_span(passage, text)
    if span and digest_of(text[slice(*span)]) == passage.digest:
        return Located("verified", named, *span)
    start = fold(passage.start)
    others = ((n, folded(each)) for n, each in enumerate(paragraphs, 1) if n != named)
    moved = [
        Located("moved", n, *copy) for n, each in others if start in each for copy in _copies(passage, each)
    ]
    if len(moved) == 1:
        return moved[0]
    return Located("changed", named, *span) if span else Located("missing")


def passage_for(paragraphs: Sequence[str], paragraph: int, start: int, end: int, *, source: str) -> Passage:
    """Return the passage that points to a span, in as few words as leave no doubt.

    Args:
        paragraphs: the body of the source.
        paragraph: 1-based.
        start: first code point of the span in the folded paragraph; it begins a word.
        end: the one after its last; it ends a word.
        source: id of the source.

    Raises:
        PassageError: the span is none, cuts a word, or no words within the limits point to it alone.
    """
    if not 1 <= paragraph <= len(paragraphs):
        raise PassageError(f"no paragraph {paragraph}")
    text = fold(paragraphs[paragraph - 1])
    if not 0 <= start < end <= len(text) or text[start:end] != text[start:end].strip():
        raise PassageError(f"no span {start} to {end}")
    if not (is_edge(text, start) and is_edge(text, end)):
        raise PassageError(f"the span {start} to {end} cuts a word")
    first, last = _first_and_last(text, start, end)
    digest = digest_of(text[start:end])
    try:
        for prefix, suffix in _contexts(text, start, end):
            found = Passage(
                source=source,
                paragraph=paragraph,
                start=first,
                end=last,
                prefix=prefix,
                suffix=suffix,
                digest=digest,
            )
            if _only_span(found, text) == (start, end):
                return found
    except ValidationError as error:
        raise PassageError("the format does not allow its words or its source") from error
    raise PassageError(f"more than one place reads like {start} to {end}")


def text_fragment(passage: Passage) -> str:
    """Return `passage` as a URL text fragment, `#:~:text=...` (WICG scroll-to-text-fragment)."""
    parts = [
        f"{_encoded(passage.prefix)}-" if passage.prefix else "",
        _encoded(passage.start),
        _encoded(passage.end) if passage.end else "",
        f"-{_encoded(passage.suffix)}" if passage.suffix else "",
    ]
    return "#:~:text=" + ",".join(filter(None, parts))


def _encoded(words: str) -> str:
    # A hyphen inside words would be read as the mark of a prefix or suffix.
    return quote(words, safe="").replace("-", "%2D")


# ------------------------------------------------------------------------------------------ finding


def _only_span(passage: Passage, text: str) -> tuple[int, int] | None:
    """Return the one span in a folded paragraph that the words of `passage` fit, None for none or several."""
    prefix, suffix = fold(passage.prefix or ""), fold(passage.suffix or "")
    fitting = [
        span
        for span in _spans(passage, text)
        if _is_before(text, span[0], prefix)
        and (not suffix or (span[1] and _is_after(text, span[1], suffix)))
    ]
    # Two left are a doubt, even where only one of them has an `end` behind it.
    return fitting[0] if len(fitting) == 1 and fitting[0][1] else None


def _copies(passage: Passage, text: str) -> list[tuple[int, int]]:
    """Return the spans with the digest of `passage`; what stands around them may have changed."""
    spans = [span for span in _spans(passage, text) if span[1]]
    return [span for span in spans if digest_of(text[slice(*span)]) == passage.digest]


def _spans(passage: Passage, text: str) -> list[tuple[int, int]]:
    """Return each occurrence of `start` with the end of the passage, 0 where no `end` follows it."""
    start, end = fold(passage.start), fold(passage.end or "")
    starts = list(islice(_occurrences(text, start), MAX_CANDIDATES + 1))
    if len(starts) > MAX_CANDIDATES:
        return []
    if not end:
        return [(at, at + len(start)) for at in starts]
    spans: list[tuple[int, int]] = []
    following: int | None = -1
    for at in starts:
        if following is not None and following < at:
            following = next(_occurrences(text, end, at), None)
        spans.append((at, 0 if following is None else following + len(end)))
    return spans


def _occurrences(text: str, words: str, at: int = 0) -> Iterator[int]:
    """Yield where `words` begin in `text` from `at` on, between the edges of words; they may overlap."""
    at = text.find(words, at)
    while at >= 0:
        if is_edge(text, at) and is_edge(text, at + len(words)):
            yield at
        at = text.find(words, at + 1)


def is_edge(text: str, at: int) -> bool:
    """Say whether a word may begin or end at `at`: there is no part of a word on both sides."""
    if at in (0, len(text)):
        return True
    return not (_in_word(text[at - 1]) and _in_word(text[at])) and unicodedata.category(text[at])[0] != "M"


def _in_word(char: str) -> bool:
    return is_letter(char) or char in _WITHIN_WORDS


def _is_before(text: str, at: int, prefix: str) -> bool:
    at -= len(prefix) + text.endswith(" ", 0, at)
    return not prefix or (at >= 0 and text.startswith(prefix, at) and is_edge(text, at))


def _is_after(text: str, at: int, suffix: str) -> bool:
    at += text.startswith(" ", at)
    return text.startswith(suffix, at) and is_edge(text, at + len(suffix))


# ------------------------------------------------------------------------------------------- making


def _first_and_last(text: str, start: int, end: int) -> tuple[str, str | None]:
    """Return the fewest first words that stand but once, and the fewest last ones that first end the span."""
    words = text[start:end].split()
    if len(words) <= MAX_QUOTED_WORDS:
        return " ".join(words), None
    first = last = ""
    for count in range(1, MAX_QUOTED_WORDS + 1):
        first = " ".join(words[:count])
        if len(list(islice(_occurrences(text, first), 2))) == 1:
            break
    for count in range(1, min(MAX_QUOTED_WORDS, len(words) - len(first.split())) + 1):
        last = " ".join(words[-count:])
        if next(_occurrences(text, last, start)) == end - len(last):
            break
    return first, last


def _contexts(text: str, start: int, end: int) -> Iterator[tuple[str | None, str | None]]:
    """Yield prefixes and suffixes to try: none, the words before, then those after, then both."""
    before = text[:start].split()[-MAX_QUOTED_WORDS:]
    after = text[end:].split()[:MAX_QUOTED_WORDS]
    prefixes = [" ".join(before[-count:]) for count in range(1, len(before) + 1)]
    suffixes = [" ".join(after[:count]) for count in range(1, len(after) + 1)]
    yield None, None
    yield from ((prefix, None) for prefix in prefixes)
    yield from ((None, suffix) for suffix in suffixes)
    if prefixes:
        yield from ((prefixes[-1], suffix) for suffix in suffixes)
