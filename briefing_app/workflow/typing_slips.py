"""A word that a slip of the fingers made, and the one known word that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONG = 7  # letters of a word that may have two slips
_LONGEST = 80


def meant(text: str, known: Iterable[str]) -> str:
    """Return the one of `known` that `text` must be, empty where none or more than one may be meant.

    Two words are one where only their case, hyphens and blanks differ. Else one letter may be wrong, missing,
    too many or swapped with the next; two in a long word, but never at its beginning: `unconfirmed` is no
    slip of `confirmed`.
    """
    folded = _folded(text[:_LONGEST])
    by_form: dict[str, list[str]] = {}
    for each in known:
        by_form.setdefault(_folded(each), []).append(each)
    found = by_form.get(folded) or [
        each for form, words in by_form.items() if _is_slip(folded, form) for each in words
    ]
    return found[0] if len(found) == 1 else ""


def _folded(text: str) -> str:
    return text.strip().casefold().replace("-", "_").replace(" ", "_")


def _is_slip(typed: str, word: str) -> bool:
    most = 2 if len(word) >= _LONG and typed[:1] == word[:1] else 1
    return min(len(typed), len(word)) > most and _distance(typed, word) <= most


def _distance(one: str, other: str) -> int:
    """Return how many letters were changed, left out, added, or swapped with the next."""
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for n, letter in enumerate(one, 1):
        new = [n]
        for m, right in enumerate(other, 1):
            cost = min(row[m] + 1, new[m - 1] + 1, row[m - 1] + (letter != right))
            if n > 1 and m > 1 and letter == other[m - 2] and one[n - 2] == right:
                cost = min(cost, before[m - 2] + 1)
            new.append(cost)
        before, row = row, new
    return row[-1]
