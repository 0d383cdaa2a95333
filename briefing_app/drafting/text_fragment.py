"""The address at which a browser shows the very words of a passage (WICG scroll-to-text-fragment)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.passages import text_fragment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.model.evidence import Passage

_DIRECTIVE = ":~:"


def address_at(url: str, passages: Iterable[Passage]) -> str:
    """Return an address that leads to the first of `passages` that it can name, the others marked too.

    Args:
        url: the address of the article; a fragment that it has is kept, a text fragment in it is not.
        passages: those in view; without any the address is the plain one.
    """
    terms = dict.fromkeys(term for passage in passages if (term := _term(passage)))
    if not terms:
        return url
    page, mark, fragment = url.partition("#")
    anchor = fragment.partition(_DIRECTIVE)[0] if mark else ""
    return f"{page}#{anchor}{_DIRECTIVE}" + "&".join(f"text={term}" for term in terms)


def _term(passage: Passage) -> str:
    """Return what stands behind `text=`, empty where no word is left to look for.

    A hyphen at the end of words would be the mark of a prefix to a browser that is handed the address by a
    library which decodes it on the way, as Qt does; words are found without it.
    """
    start = passage.start.strip("- ")
    end = (passage.end or "").strip("- ")
    if not start or (passage.end and not end):
        return ""
    kept = {
        "start": start,
        "end": end or None,
        "prefix": (passage.prefix or "").strip("- ") or None,
        "suffix": (passage.suffix or "").strip("- ") or None,
    }
    return text_fragment(passage.model_copy(update=kept)).partition("text=")[2]
