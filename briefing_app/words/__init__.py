"""What the program says: one `tr()` for every text a user reads.

English stands at its call; another language is a gettext catalogue. This module loads nothing: the
composition root hands a catalogue over with `use()`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

# The one module-level value that changes: the catalogue of the user's language, set once at the
# composition root. Passing it through every call would put it into each signature of the house.
_current: list[NullTranslations] = []


def use(catalogue: NullTranslations) -> None:
    """Make `catalogue` the source of all later texts.

    Args:
        catalogue: a loaded gettext catalogue; `gettext.NullTranslations()` gives English.
    """
    _current[:] = [catalogue]


def tr(text: str, /, **values: object) -> str:
    """Return `text` in the user's language with `{name}` places filled from `values`.

    Args:
        text: English, with `str.format` places by name.
        **values: what fills the places; never read as a template themselves.

    Returns:
        The finished text.
    """
    found = _current[0].gettext(text) if _current else text
    return found.format(**values) if values else found


def ntr(one: str, many: str, n: int, /, **values: object) -> str:
    """Return the form of a text that fits the number `n`, filled from `n` and `values`.

    Args:
        one: English for one, `many`: English for any other number.
        many: English for any other number.
        n: the number; filled in as `{n}` with thousands set apart by commas.
        **values: what fills the other places.

    Returns:
        The finished text.
    """
    english = one if n == 1 else many
    found = _current[0].ngettext(one, many, n) if _current else english
    return found.format(n=f"{n:,}", **values)
