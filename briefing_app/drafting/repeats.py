"""What is said twice: each commitment once, with all that proves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import DETERMINERS, PREPOSITIONS
from briefing_app.drafting.tokens import tokens_of
from briefing_app.drafting.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing_app.drafting.commitments import Commitment
    from briefing_app.drafting.tokens import Token

_FEW, _ALIKE = 3, 0.6
_WHO = 8  # words of "Kenya, Malawi and Zambia will"


def unrepeated(found: list[Commitment]) -> Iterator[Commitment]:
    """Yield each commitment once, with the passages of its repetitions; the fuller statement stays."""
    kept: list[tuple[Commitment, frozenset[str]]] = []
    at: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for one in found:
        content = _content(one)
        same = at.setdefault((one.kind, one.parties), [])
        n = next((n for n in same if _repeats(kept[n], (one, content))), None)
        if n is None:
            same.append(len(kept))
            kept.append((one, content))
            continue
        fuller = content if len(content) > len(kept[n][1]) else kept[n][1]
        first, second = (one, kept[n][0]) if fuller is content else (kept[n][0], one)
        kept[n] = (replace(first, proofs=first.proofs + second.proofs), fuller)
    yield from (one for one, _ in kept)


def _repeats(one: tuple[Commitment, frozenset[str]], other: tuple[Commitment, frozenset[str]]) -> bool:
    if one[0].proofs[0][0] == other[0].proofs[0][0]:
        return False
    few, many = sorted((one[1], other[1]), key=len)
    whole = len(few) == _FEW - 1 and few <= many  # "share data" again in "share data from their radars"
    return whole or (len(few) >= _FEW and len(few & many) >= _ALIKE * len(few))


def _content(one: Commitment) -> frozenset[str]:
    tokens = tokens_of(one.statement)
    # "Kenya and Malawi will share data": who will is no part of what is shared.
    will = next((n + 1 for n, token in enumerate(tokens[:_WHO]) if token.low in ("will", "shall")), 0)
    return stems_of(tokens[will:])


def stems_of(tokens: Iterable[Token]) -> frozenset[str]:
    """Return what words that carry a meaning begin with: by that they are known in another form."""
    return frozenset(
        token.low[:6]
        for token in tokens
        if len(token.low) > _FEW and token.low not in PREPOSITIONS | DETERMINERS
    )


def apart(found: Iterable[Commitment], given: Sequence[Commitment]) -> Iterator[Commitment]:
    """Yield what stands in no words that were taken already."""
    spans = [proof for one in given for proof in one.proofs]
    for one in found:
        number, first, end = one.proofs[0]
        if not any(number == n and first < stop and begin < end for n, begin, stop in spans):
            yield one
