"""The words by which background is known, and what rules a sentence out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefing_app.drafting.glossary import glossary_of
from briefing_app.drafting.grammar import CONTRACTED, MODALS, NEGATIONS
from briefing_app.drafting.tokens import listed_phrases

if TYPE_CHECKING:
    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.reading import Reading


class BackgroundWords:
    """What the rules of the background ask for."""

    def __init__(self, reading: Reading) -> None:
        """Take the words from an article's lexicon."""
        lists = reading.lexicon.lists
        self.starts = listed_phrases(lists["background_starts"])
        self.firsts = listed_phrases(lists["background_firsts"])
        self.regular = lists["background_regular"]
        self.often = lists["background_often"]
        self.kinds = lists["background_kinds"]
        self.opinions = lists["background_opinions"]
        self.denials = lists["background_denials"]
        self.outsiders = lists["opcon_outsiders"]
        self.suppositions = lists["opcon_suppositions"] - {"until", "once"}
        self.outcomes = _outcomes(reading.lexicon)
        self.topics = tuple(entry.abbreviation for entry in glossary_of(reading))


@lru_cache(maxsize=2)
def _outcomes(lexicon: Lexicon) -> frozenset[str]:
    """Return the verbs that tell what came of a meeting, looked for once in each lexicon."""
    lemmas = lexicon.lists["background_outcomes"]
    return frozenset(
        word
        for word, forms in lexicon.verbs.items()
        if any(each.form == "past" and each.force in lemmas for each in forms)
    )


def is_opinion(paragraph: Paragraph, sentence: tuple[int, int], words: BackgroundWords) -> bool:
    """Tell whether a sentence is somebody's view or words: then it explains nothing."""
    tokens = paragraph.tokens[slice(*sentence)]
    return any(
        token.low in words.opinions or token.low in words.outsiders or token.text in '"“' for token in tokens
    )


def is_open(paragraph: Paragraph, span: tuple[int, int], words: BackgroundWords) -> bool:
    """Tell whether a clause is denied or left open."""
    lows = {token.low for token in paragraph.tokens[slice(*span)]}
    return bool(lows & (NEGATIONS | CONTRACTED | MODALS | words.suppositions | words.denials))


def topic_of(paragraph: Paragraph, span: tuple[int, int], words: BackgroundWords) -> str | None:
    """Return the first short name in some tokens that the article explains, None where there is none."""
    said = {token.text for token in paragraph.tokens[slice(*span)]}
    return next((topic for topic in words.topics if topic in said), None)
