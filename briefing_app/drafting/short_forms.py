"""Short forms that a text gives to the services of one state: "U.S. Fleet Command (USFC)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import word_set
from briefing_app.drafting.lexicon import PartyForm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.tokens import Token

_SERVICES = word_set(
    "army navy force forces fleet command corps guard coastguard ministry department staff police "
    "gendarmerie militia marines"
)
_JOINING = frozenset(("of", "the", "and", "for", "'s", "-", "–"))
_LONGEST = 9  # words of "Chief of the General Staff of the Armed Forces of X"
_CLOSED = 3  # "(", the short form, ")"


def short_forms_of(texts: Sequence[Sequence[Token]], lexicon: Lexicon) -> Iterator[tuple[str, PartyForm]]:
    """Yield the short forms, each as a form of the state whose service it is.

    Args:
        texts: the words and marks of each paragraph.
        lexicon: the knowledge of words.
    """
    for tokens in texts:
        for i in range(1, len(tokens) - 2):
            marks = tokens[i].text, tokens[i + 2].text
            if marks == ("(", ")") and _is_short(tokens[i + 1]) and not lexicon.parties.at(tokens, i + 1):
                code = _state_of(tokens, i, lexicon)
                if code:
                    yield tokens[i + 1].text, PartyForm(code, "name")


def _is_short(token: Token) -> bool:
    return token.text.isupper() and token.text.isalpha() and len(token.text) >= _CLOSED


def _state_of(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> str:
    """Return the one state that a name before a bracket holds, where it is that of a service of it."""
    first = end
    while first > max(0, end - _LONGEST) and (
        tokens[first - 1].is_capital or tokens[first - 1].low in _JOINING
    ):
        first -= 1
    named = {tokens[k].low for k in range(first, end)}
    codes = {
        found[1].code
        for k in range(first, end)
        if (found := lexicon.parties.at(tokens, k)) and found[1].word in ("name", "demonym")
    }
    return codes.pop() if len(codes) == 1 and named & _SERVICES else ""
