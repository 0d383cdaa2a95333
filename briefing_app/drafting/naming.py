"""Names of parties and lists of names as English prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.parties import name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_ARTICLE = frozenset(
    (
        "US",
        "GB",
        "AE",
        "NL",
        "PH",
        "DO",
        "CF",
        "CD",
        "CG",
        "MH",
        "SB",
        "BS",
        "GM",
        "MV",
        "SC",
        "KM",
        "EU",
        "UN",
    )
)


def printed_name(code: str, known: dict[str, str]) -> str:
    """Return a party's name in running text: "the United States", a body's short name.

    Args:
        code: the party.
        known: printed forms of parties that no table knows.
    """
    name = name_of(code) or known.get(code) or code
    return f"the {name}" if code in _ARTICLE else name


def listed(names: Sequence[str]) -> str:
    """Return names as a list in words: "A, B and C"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else ""


def capital(text: str) -> str:
    """Return a text with its first letter a capital."""
    return text[:1].upper() + text[1:]
