"""Abbreviations that an article explains itself, and the printed names behind the codes of parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import AUXILIARIES
from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.proofs import Proof
    from briefing_app.drafting.reading import Reading
    from briefing_app.drafting.tokens import Token

_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "to",
        "a",
        "an",
        "at",
        "with",
        "de",
        "du",
        "la",
        "between",
        "against",
        "'s",
        "'",
        "-",
        "–",
    ]
)
_STOPS = frozenset((",", ".", ";", ":", "—", "–", "--", "(", ")", '"', "“", "”", "!", "?"))
_WINDOW = 5  # letters of the text for one of the abbreviation
_SHORTEST, _LONGEST = 2, 12
_CODE_LENGTH = 2
_WITH_ISO = frozenset(("EU", "UN"))


@dataclass(frozen=True, slots=True)
class Entry:
    """An abbreviation with its expansion as printed.

    Attributes:
        abbreviation: the short form, or the code of a party.
        expansion: the long form.
        paragraph: where that stands, from 1.
        proofs: the words that prove it.
    """

    abbreviation: str
    expansion: str
    paragraph: int
    proofs: tuple[Proof, ...]


def glossary_of(reading: Reading) -> tuple[Entry, ...]:
    """Return what abbreviations stand for in the article, and the names of parties without ISO codes."""
    found: dict[str, Entry] = {}
    for paragraph in reading.paragraphs:
        for entry in _explained(paragraph):
            found.setdefault(entry.abbreviation, entry)
    for entry in _named(reading):
        found.setdefault(entry.abbreviation, entry)
    return tuple(sorted(found.values(), key=lambda entry: entry.abbreviation))


# ----------------------------------------------------------------------------------------- by the text


def _explained(paragraph: Paragraph) -> Iterator[Entry]:
    tokens = paragraph.tokens
    for i, token in enumerate(tokens) if "(" in paragraph.lows else ():
        if token.text != "(":
            continue
        close = next((k for k in range(i + 1, min(len(tokens), i + 12)) if tokens[k].text == ")"), None)
        if close is None:
            continue
        entry = _short_inside(paragraph, i, close) or _long_inside(paragraph, i, close)
        if entry:
            yield entry
    yield from _by_or(paragraph)


def _short_inside(paragraph: Paragraph, i: int, close: int) -> Entry | None:
    """Return "Long Form (LF)"."""
    tokens = paragraph.tokens
    first = i + 1 + (tokens[i + 1].text in ('"', "“") or tokens[i + 1].low in ("the", "or"))
    end = next((k for k in range(first, close) if tokens[k].text in (",", ";", '"', "”")), close)
    short = paragraph.said(first, end)
    if not _is_short(short):
        return None
    start = _long_before(tokens, i, short)
    return _entry(paragraph, short, start, i, (start, close + 1)) if start is not None else None


def _long_inside(paragraph: Paragraph, i: int, close: int) -> Entry | None:
    """Return "LF (Long Form)"."""
    tokens = paragraph.tokens
    if i == 0:
        return None
    first = i - 1
    while (
        first >= _CODE_LENGTH
        and tokens[first - 1].text in ("-", "+")
        and tokens[first].start == tokens[first - 1].end
    ):
        first -= 2
    short = paragraph.said(first, i)
    inner = i + 1 + (tokens[i + 1].low in ("the", "or"))
    if not _is_short(short) or inner >= close or _long_before(tokens, close, short) != inner:
        return None
    return _entry(paragraph, short, inner, close, (first, close + 1))


def _by_or(paragraph: Paragraph) -> Iterator[Entry]:
    """Yield "the LF, or Long Form" and "the Long Form, or LF"."""
    tokens = paragraph.tokens
    for i in range(1, len(tokens) - 1) if "or" in paragraph.lows else ():
        if tokens[i].low != "or":
            continue
        left = i - (tokens[i - 1].text == ",")
        short = tokens[left - 1].text
        start = i + 1 + (tokens[i + 1].low == "the")
        end = next(
            (
                k
                for k in range(start, len(tokens))
                if tokens[k].text in _STOPS or tokens[k].low in AUXILIARIES
            ),
            len(tokens),
        )
        if _is_short(short) and start < end and left < i:
            stop = next((k for k in range(end, start, -1) if _long_before(tokens, k, short) == start), None)
            if stop:
                yield _entry(paragraph, short, start, stop, (left - 1, stop))
        after = tokens[start].text if start < len(tokens) else ""
        if _is_short(after) and left < i:
            begin = _long_before(tokens, left, after)
            if begin is not None:
                yield _entry(paragraph, after, begin, left, (begin, start + 1))


def _entry(paragraph: Paragraph, short: str, first: int, end: int, span: tuple[int, int]) -> Entry:
    return Entry(
        short, paragraph.said(first, end).strip('"“” '), paragraph.number, ((paragraph.number, *span),)
    )


def _is_short(text: str) -> bool:
    """Tell whether a word is an abbreviation: capitals, or a name with several of them."""
    letters = [sign for sign in text if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    if not _SHORTEST <= len(letters) <= _LONGEST or " " in text or not text[0].isupper():
        return False
    return capitals >= _SHORTEST and (capitals * 2 >= len(letters) or "-" in text)


def _long_before(tokens: Sequence[Token], end: int, short: str) -> int | None:
    """Return where the words before token `end` begin to spell an abbreviation, None where not."""
    letters = [sign.lower() for sign in short if sign.isalnum()]
    limit = max(0, end - _WINDOW * len(letters))
    for first in range(end - 1, limit - 1, -1):
        token = tokens[first]
        if token.text in _STOPS and token.text not in ('"', "“", "”"):
            return None
        if token.low in _SMALL or token.text in ('"', "“", "”"):
            continue
        words = [
            (t.low.replace(".", ""), t.low in _SMALL or (n > first and tokens[n - 1].text in "-–"))
            for n, t in enumerate(tokens[first:end], first)
            if t.text[0].isalnum()
        ]
        if token.low[0] == letters[0] and (
            _spells(words, letters, inner=False) or _spells(words, letters, inner=True)
        ):
            return first
    return None


def _spells(words: Sequence[tuple[str, bool]], letters: Sequence[str], *, inner: bool) -> bool:
    """Tell whether words spell letters, each from its first one on.

    Args:
        words: each with whether it may be left out ("of", or what follows a hyphen).
        letters: of the abbreviation.
        inner: a word may give letters from its middle ("demilitarized zone": DMZ).
    """
    reached = {0}
    for word, small in words:
        after = {n for done in reached for n in _given(word, letters, done, inner=inner)}
        reached = after | reached if small else after
    return len(letters) in reached


def _given(word: str, letters: Sequence[str], done: int, *, inner: bool) -> Iterator[int]:
    """Yield how many letters may be spelt after a word, where so many were before it."""
    at = 0
    while done < len(letters) and at >= 0:
        at = word.find(letters[done], at) if inner and at else at
        if at < 0 or word[at : at + 1] != letters[done]:
            return
        done, at = done + 1, at + 1
        yield done


# -------------------------------------------------------------------------------------- by the lexicon


def _named(reading: Reading) -> Iterator[Entry]:
    """Yield the printed names of parties whose codes are no ISO codes; the longest form of a name counts."""
    for paragraph in reading.paragraphs:
        best: dict[str, tuple[int, int]] = {}
        for party in paragraph.parties:
            if (len(party.code) <= _CODE_LENGTH and party.code not in _WITH_ISO) or party.word == "demonym":
                continue
            old = best.get(party.code)
            if old is None or party.end - party.first > old[1] - old[0]:
                best[party.code] = (party.first, party.end)
        for code, (first, end) in best.items():
            name = paragraph.said(first, end)
            if name != code:
                yield Entry(code, name, paragraph.number, ((paragraph.number, first, end),))
