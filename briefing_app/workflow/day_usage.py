"""Dates in figures that a page does not decide: how the state of its publisher, or its place, writes them."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from briefing_app import assets
from briefing_app.drafting.tokens import tokens_of
from briefing_app.model.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.model.article import Article

# All other states print the day first.
_MONTH_FIRST = frozenset(("US", "PH", "PW", "FM", "MH"))
_STATE = 2  # letters of its code


def two_days(article: Article) -> tuple[str, str, str] | None:
    """Return the words of a date that can be two days, with both of them: first with the day first."""
    found = next((each for each in article.dates if each.value.startswith("[")), None)
    if article.published or found is None:
        return None
    first, _, second = found.value.strip("[]").partition(",")
    return found.words, first, second


def decided(article: Article) -> tuple[str, Problem] | None:
    """Return the day of publication as the usage of a state has it, and what is to be said of it.

    None where the article names a day, or no state whose usage is known.
    """
    both = two_days(article)
    if both is None:
        return None
    from briefing_app.workflow.lexicon import load_lexicon

    state = _state_of(article, load_lexicon())
    if not state:
        return None
    words, first, second = both
    value, other = (second, first) if state in _MONTH_FIRST else (first, second)
    said = Problem(
        "draft-day-month", "warning", values={"value": words, "day": value[:10], "other": other[:10]}
    )
    return value, said


def _state_of(article: Article, lexicon: Lexicon) -> str:
    """Return the code of the state that the publisher's name, else the dateline, names first."""
    doubtful = tomllib.loads(assets.read_text("lexicon/places.toml"))["ambiguous"]
    for name in (article.publisher or "", article.dateline or ""):
        if name not in doubtful and (state := next(_states(name, lexicon), "")):
            return state
    return ""


def _states(name: str, lexicon: Lexicon) -> Iterator[str]:
    tokens = tokens_of(name)
    at = 0
    while at < len(tokens):
        party, place = lexicon.parties.at(tokens, at), lexicon.places.at(tokens, at)
        if party and len(party[1].code) == _STATE and not party[1].doubtful:
            yield party[1].code
        elif place and not party:
            yield place[1]
        at = max(at + 1, party[0] if party else 0, place[0] if place else 0)
