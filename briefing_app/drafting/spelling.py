"""How names are written: titles before them, particles, hyphens and initials in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import ADVERBS, SAYING
from briefing_app.drafting.vocabulary import OWNERS, Vocabulary

if TYPE_CHECKING:
    from briefing_app.drafting.paragraphs import Paragraph

def titles_end(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> tuple[int, str | None]:
    """Return where ranks and forms of address end that begin at token `i`, and the rank."""
    tokens = paragraph.tokens
    rank: str | None = None
    start = i
    while i < end:
        office = vocabulary.heads.at(tokens, i)
        ranks, address = vocabulary.ranks.at(tokens, i), vocabulary.honorifics.at(tokens, i)
        stop = max(ranks[0] if ranks else i, address[0] if address else i)
        if stop == i or (office and office[0] > stop):
            break
        if tokens[i].low == "general" and i and tokens[i - 1].low in _INSIDE_OFFICES:
            break
        if (
            paragraph.said(i, stop) in vocabulary.plain_titles
            and stop - i == 1
            and not _leaves_name(paragraph, stop, end, vocabulary)
        ):
            break
        if ranks and ranks[0] == stop:
            rank = paragraph.said(start, stop)
        i = stop
    return i, rank


def _leaves_name(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether two words of a name follow, so that what stands before them is a title."""
    stop = name_end(paragraph, i, end, vocabulary)
    return len(words(paragraph, i, stop)) > 1 if stop > i else False


def name_end(
    paragraph: Paragraph, start: int, end: int, vocabulary: Vocabulary, *, titled: bool = False
) -> int:
    """Return the token after the name that begins at `start`; `start` where there is none."""
    tokens = paragraph.tokens
    i = start
    while i < end:
        inner = i > start or titled
        if _is_name_word(paragraph, i, inner=inner, vocabulary=vocabulary):
            i += 1
            if (
                (len(tokens[i - 1].text) == 1 or tokens[i - 1].low in vocabulary.short_names)
                and i < end
                and tokens[i].text == "."
            ):
                i += 1
        elif i > start and _is_hyphen(paragraph, i, end):
            i += 2
        elif _is_particle(paragraph, i, end, vocabulary) and (inner or tokens[i].is_capital):
            i += 1
        else:
            break
    only = i == start + 1 and (len(tokens[start].text) == 1 or tokens[start].low in vocabulary.particles)
    bare = i == start + 1 and (tokens[start].low in vocabulary.no_names or tokens[start].low in SAYING)
    shouted = all(token.text.isupper() for token in tokens[start:i] if token.is_word) and not titled
    calling = vocabulary.heads.at(tokens, start)
    if calling and calling[0] < i and calling[1].calling in ("outsider", "voice") and not titled:
        return start
    place = vocabulary.lexicon.places.at(tokens, start) if i > start and not titled else None
    return start if only or bare or shouted or (place and place[0] >= i) else i


def _is_name_word(paragraph: Paragraph, i: int, *, inner: bool, vocabulary: Vocabulary) -> bool:
    token = paragraph.tokens[i]
    party = paragraph.party_at(i)
    if not token.is_word or (
        party
        and not (
            inner
            and party.word == "capital"
            and party.end == i + 1
            and _is_bare(paragraph, i - 1, vocabulary)
        )
    ):
        return False
    if not token.is_capital:
        return (
            inner
            and "'" in token.low
            and token.text[-1] != "'"
            and any(letter.isupper() for letter in token.text)
        )
    if "." in token.text:
        return len(token.text) <= 6 and token.low not in ("u.s.", "u.n.", "u.k.", "e.u.", "h.e.")
    after = paragraph.tokens[i + 1] if i + 1 < len(paragraph.tokens) else None
    hyphened = after is not None and after.text == "-" and after.start == token.end
    if token.low in vocabulary.role_words or token.low in vocabulary.surnames_too:
        given = hyphened and i + 2 < len(paragraph.tokens) and paragraph.tokens[i + 2].text.islower()
        if inner and given:
            return True
        fits = inner and token.low in vocabulary.surnames_too
        return fits and (after is None or not (after.is_capital or after.low in ("of", "for", "-")))
    if token.low in OWNERS and not hyphened:
        return False
    if token.low in vocabulary.no_names or token.low in ADVERBS or token.low in SAYING:
        # Inside a sentence these have no capital unless they are names: "Do-yeol", "Said bin".
        inside = i > 0 and paragraph.tokens[i - 1].is_word
        followed = after is not None and after.is_capital and after.is_word
        if token.low == "jan" or (
            token.low in _CALENDAR and inside and paragraph.tokens[i - 1].low in vocabulary.role_words
        ):
            return followed
        joined = after is not None and (after.low in vocabulary.particles or hyphened)
        return (inner and (hyphened or token.low not in _CALENDAR)) or (
            inside and joined and token.low in SAYING
        )
    return True


def _is_bare(paragraph: Paragraph, i: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a token is a word of a name and of nothing else."""
    token = paragraph.tokens[i]
    return (
        token.is_capital
        and token.is_word
        and token.low not in vocabulary.role_words
        and token.low not in vocabulary.no_names
    )


def _is_hyphen(paragraph: Paragraph, i: int, end: int) -> bool:
    tokens = paragraph.tokens
    if tokens[i].text not in "-‑" or i + 1 >= end or not tokens[i + 1].is_word:
        return False
    return tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start


def _is_particle(paragraph: Paragraph, i: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a small word joins the parts of a name: "van der X", "bin Y", "al-Z"."""
    tokens = paragraph.tokens
    at = i
    while at < end and at - i < 3 and tokens[at].low in vocabulary.particles:
        at += 1
    if at == i or at >= end:
        return False
    if tokens[at].text == "-" and at + 1 < end:
        at += 1
    return tokens[i].low not in ("of", "at", "as", "a", "i", "s") and _is_name_word(
        paragraph, at, inner=at > i, vocabulary=vocabulary
    )


def words(paragraph: Paragraph, start: int, end: int) -> tuple[str, ...]:
    return tuple(word.strip(",") for word in paragraph.said(start, end).split())


