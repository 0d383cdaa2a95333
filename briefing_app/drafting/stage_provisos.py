"""The condition that a stage is planned under: "if the network is ready", "subject to approval"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.stage_modes import BREAKS
from briefing_app.drafting.tokens import listed_phrases

if TYPE_CHECKING:
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.stage_mentions import StageWords
    from briefing_app.drafting.stage_scene import Link

_ENDS = frozenset((".", ";", ",", "!", "?", '"', "”", ":", ")", "—", "–", "--")) | BREAKS
_SHORTEST = 3


def proviso_in(paragraph: Paragraph, sentence: tuple[int, int], words: StageWords) -> tuple[int, int] | None:
    """Return the tokens of the condition that a sentence names for what it plans, None where it names none.

    Args:
        paragraph: where the sentence stands.
        sentence: first token, and the one after the last.
        words: the lists of the lexicon.
    """
    tokens = paragraph.tokens
    phrases = listed_phrases(words.lists["opcon_provisos"])
    for i in range(*sentence):
        if phrases.at(tokens, i) and not (
            i > sentence[0] and tokens[i - 1].low in ("as", "even", "what", "and")
        ):
            end = next((k for k in range(i + 1, sentence[1]) if tokens[k].text in _ENDS), sentence[1])
            return (i, end) if end - i >= _SHORTEST else None
    return None


def is_under_proviso(paragraph: Paragraph, sentence: tuple[int, int], link: Link, words: StageWords) -> bool:
    """Tell whether a delay only comes about under a condition: "will be put off if the network is late".

    Args:
        paragraph: where the sentence stands.
        sentence: first token, and the one after the last.
        link: what is done with a stage.
        words: the lists of the lexicon.
    """
    delay = link.kind == "delay" and link.mode == "planned" and link.act is not None and not link.act.planner
    return delay and proviso_in(paragraph, sentence, words) is not None
