"""The paragraphs of an article as the grammar reads them: words, sentences, and parties named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.newcomers import newcomers_of
from briefing_app.drafting.patterns import Pattern
from briefing_app.drafting.tokens import sentences_of, tokens_of
from briefing_app.drafting.values import dataclass
from briefing_app.model.evidence import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing_app.drafting.lexicon import Lexicon, PartyForm, PartyWord
    from briefing_app.drafting.tokens import Phrases, Token

# "SEOUL, May 14 (Agency) --": what stands before the text of the first paragraph.
_DATELINE = Pattern(r"[A-ZÀ-Þ][^.!?\"“]{1,90}?(?:\s--|\s[—–-]|[—–])\s")
_SHOUTED = Pattern(r"[A-ZÀ-Þ]{2}|[A-ZÀ-Þ][\w ,]+ \(|\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+\.? \d{1,2}")
_COMPASS: Mapping[str, Mapping[str, str]] = {"KR": {"North": "KP", "South": "KR"}}


@dataclass(frozen=True, slots=True)
class PartyAt:
    """A word for a party where it stands.

    Attributes:
        first: its first token.
        end: the token after it.
        code: the party.
        word: what kind of word it is.
    """

    first: int
    end: int
    code: str
    word: PartyWord


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One body paragraph.

    Attributes:
        number: 1-based.
        text: folded.
        tokens: its words and marks.
        sentences: where they begin and end, as token indices.
        parties: words for parties, in order.
        lows: its words in lower case.
        party_of: the word for a party of each token that belongs to one.
        wholes: its sentences as those who read names see them, once they have looked.
    """

    number: int
    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    parties: tuple[PartyAt, ...]
    lows: tuple[str, ...]
    party_of: Mapping[int, PartyAt]
    wholes: list[tuple[tuple[int, int], ...]]

    def said(self, first: int, end: int) -> str:
        """Return the text from token `first` up to token `end`, or to the last one."""
        end = min(end, len(self.tokens))
        return self.text[self.tokens[first].start : self.tokens[end - 1].end] if first < end else ""

    def party_at(self, i: int) -> PartyAt | None:
        """Return the word for a party that token `i` belongs to."""
        return self.party_of.get(i)


def paragraphs_of(texts: Sequence[str], lexicon: Lexicon) -> tuple[Paragraph, ...]:
    """Return the body of an article as the grammar reads it.

    Args:
        texts: its body paragraphs.
        lexicon: the knowledge of words.
    """
    folded = [fold(text) for text in texts]
    korean = any("Korea" in text or "ROK" in text for text in folded)
    compass = _COMPASS["KR"] if korean else {}
    words = [_tokens(n, text) for n, text in enumerate(folded, 1)]
    known = _Known(lexicon, newcomers_of(words, lexicon), compass)
    return tuple(
        _paragraph(n, text, tokens, known)
        for n, (text, tokens) in enumerate(zip(folded, words, strict=True), 1)
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What names a party in one article."""

    lexicon: Lexicon
    newcomers: Phrases[PartyForm]
    compass: Mapping[str, str]


def _tokens(number: int, text: str) -> tuple[Token, ...]:
    skip = dateline_end(text) if number == 1 else 0
    return tokens_of(text) if not skip else tuple(token for token in tokens_of(text) if token.start >= skip)


def dateline_end(text: str) -> int:
    """Return where the text begins after a dateline, 0 where there is none."""
    found = _DATELINE.match(text)
    return found.end() if found and _SHOUTED.match(text) else 0


def _paragraph(number: int, text: str, tokens: tuple[Token, ...], known: _Known) -> Paragraph:
    sentences = sentences_of(tokens, known.lexicon.lists["abbreviations"])
    parties = tuple(_parties(tokens, known))
    party_of = {i: party for party in parties for i in range(party.first, party.end)}
    lows = tuple([token.low for token in tokens])
    return Paragraph(number, text, tokens, sentences, parties, lows, party_of, [])


def _parties(tokens: Sequence[Token], known: _Known) -> Iterator[PartyAt]:
    i = 0
    parties, newcomers = known.lexicon.parties.openings, known.newcomers.openings
    while i < len(tokens):
        low = tokens[i].low
        if low not in parties and low not in newcomers and tokens[i].text not in known.compass:
            i += 1
            continue
        found = known.lexicon.parties.at(tokens, i) or known.newcomers.at(tokens, i)
        code = known.compass.get(tokens[i].text) if i and tokens[i - 1].low == "the" else None
        if found and not found[1].code:
            i = found[0]
            continue
        if found and not (found[1].doubtful and _is_in_name(tokens, i, found[0])):
            yield PartyAt(i, found[0], found[1].code, found[1].word)
            i = found[0]
            continue
        if code and not (i + 1 < len(tokens) and tokens[i + 1].is_capital):
            yield PartyAt(i, i + 1, code, "name")
        i += 1


def _is_in_name(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether a doubtful word stands inside a longer name: "Georgia Meloni", "Michael Jordan"."""
    before = first > 0 and tokens[first - 1].is_capital and tokens[first - 1].text not in ("The", "In")
    after = end < len(tokens) and tokens[end].is_capital and tokens[end].text.isalpha()
    return before or after
