"""Where a sentence goes on with a subject and a verb of its own: "..., and their deputies may meet"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import BE, HAVE, MODALS, PREPOSITIONS, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.tokens import Token

_JOINTS = frozenset(("and", "while", "whereas", ";"))
_SUBJECT = 9  # words of "the two countries' deputy foreign ministers"
_FRONTED = 6  # words of "In May and June 2027,"
# Verbs that tell what is to come, before "to".
AHEAD = word_set("plan plans hope hopes expect expects intend intends aim aims want wants")
_WITHIN = frozenset(("of", "from", "for"))
_OPENS = frozenset(("where", "which", "who", "that", "when"))


def opens_clause(tokens: Sequence[Token], i: int, sentence: tuple[int, int]) -> bool:
    """Tell whether a joint at a token opens a clause with its own subject and a verb of what is to come.

    Args:
        tokens: of the paragraph.
        i: the token in question.
        sentence: its sentence, as tokens.
    """
    begin, end = sentence
    if tokens[i].low not in _JOINTS or not _has_verb(tokens, begin, i):
        return False
    for k in range(i + 1, min(end - 1, i + 2 + _SUBJECT)):
        low, after = tokens[k].low, tokens[k + 1].low
        if (low in MODALS and tokens[k].text != "May") or (low in AHEAD | BE and after == "to"):
            return k > i + 1
        if low in PREPOSITIONS - _WITHIN or tokens[k].text in (",", ";") or low in _JOINTS | {"to", "that"}:
            return False
    return False


def _has_verb(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Tell whether a verb stands before a joint, so that it joins no two subjects: "A, B and C will meet"."""
    if tokens[i - 1].text != "," and tokens[i].low == "and":
        begin = max(
            (k + 1 for k in range(begin, i) if tokens[k].text == "," or tokens[k].low in _OPENS),
            default=begin,
        )
    return any(
        token.low in MODALS | BE | HAVE or (token.low.endswith("ed") and not token.is_capital)
        for token in tokens[begin:i]
    )


def clause_from(tokens: Sequence[Token], first: int, sentence: tuple[int, int]) -> int:
    """Return where the clause of a meeting begins, the sentence's beginning where no other stands before it.

    Args:
        tokens: of the paragraph.
        first: the first token of the meeting.
        sentence: its sentence, as tokens.
    """
    begin = sentence[0]
    joints = (i for i in range(first - 1, begin + _FRONTED, -1) if opens_clause(tokens, i, sentence))
    return next((i + 1 for i in joints), begin)


def clause_until(tokens: Sequence[Token], end: int, sentence: tuple[int, int]) -> int:
    """Return where the clause of a meeting ends, the sentence's end where no other one follows.

    Args:
        tokens: of the paragraph.
        end: the token after the meeting.
        sentence: its sentence, as tokens.
    """
    return next((i for i in range(end, sentence[1]) if opens_clause(tokens, i, sentence)), sentence[1])
