"""The lexicon of the drafting grammar, from the shipped tables."""

from __future__ import annotations

import tomllib

from briefing_app import assets
from briefing_app.drafting.lexicon import Lexicon, lexicon_of

TABLES = ("parties", "bodies", "places", "titles", "verbs", "cues", "meetings", "people", "opcon")


def load_lexicon() -> Lexicon:
    """Return the shipped lexicon."""
    return lexicon_of({name: tomllib.loads(_text(name)) for name in TABLES})


def _text(name: str) -> str:
    return assets.read_text(f"lexicon/{name}.toml")
