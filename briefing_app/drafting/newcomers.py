"""States that no table knows: a name is taken for a party where the text treats it as one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import word_set
from briefing_app.drafting.lexicon import PartyForm
from briefing_app.drafting.tokens import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.tokens import Token

_REALMS = word_set("republic kingdom federation emirate state sultanate principality commonwealth union")
_SIDES = word_set(
    "side delegation government foreign defence defense interior deputy prime minister president "
    "parliament army navy ministry"
)
_ADJECTIVES = ("an", "ian", "ese", "ish")
_ENDINGS = ("an", "ian", "n", "i", "ese", "ish", "ic", "er", "ans", "ians", "ns", "is")
_LEAST = 3
_BACK = 2
_LONGEST = 12
_STEM = 4
_CODE = re.compile(r"[A-Z][A-Z0-9+-]{1,11}")


def newcomers_of(texts: Sequence[Sequence[Token]], lexicon: Lexicon) -> Phrases[PartyForm]:
    """Return the printed forms of the unknown states that a text treats as parties.

    Args:
        texts: the words and marks of each paragraph.
        lexicon: the knowledge of words.
    """
    score: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    inside: set[str] = set()
    for tokens in texts:
        for i in range(len(tokens)):
            double = _double(tokens, i, lexicon)
            if double:
                score[double] += _LEAST
                alone[double] += 1
                inside.add(double)
            name = _candidate(tokens, i, lexicon)
            if name:
                score[name] += _evidence(tokens, i, lexicon)
                if i and tokens[i - 1].text not in ".!?:":
                    inside.add(name)
                alone[name] += 1 if _stands_alone(tokens, i) else -1
    _give_to_names(score)
    names = [
        name
        for name, points in score.items()
        if points >= _LEAST and alone[name] > 0 and (name in inside or not name.endswith("s"))
    ]
    return Phrases(_forms(names, texts), cased=True)


def _give_to_names(score: Counter[str]) -> None:
    """Count what speaks for an adjective for the name in the text: "the Tavarian side" for Tavaria."""
    for name in list(score):
        others = [word for word in score if word != name and _is_adjective_of(word, name)]
        for word in others:
            score[name] += score.pop(word)


def _is_adjective_of(word: str, name: str) -> bool:
    """Tell whether a word is made of a state's name: "Tavarian" of "Tavaria"."""
    return word.startswith(_stem(name)) and any(
        word == whole + ending for whole in (_stem(name), name) for ending in _ADJECTIVES
    )


def _stem(name: str) -> str:
    """Return a name without its last vowel."""
    return name[:-1] if name[-1] in "aeiou" else name


def _candidate(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> str:
    token = tokens[i]
    if not (
        token.is_capital and token.text.isalpha() and token.text[1:].islower() and len(token.text) > _STEM
    ):
        return ""
    if (
        token.low in _SIDES
        or lexicon.modifiers.at(tokens, i)
        or lexicon.departments.at(tokens, i)
        or token.low in lexicon.lists["meetings"] | lexicon.lists["boards"]
    ):
        return ""
    if any(
        token.low in lexicon.lists[name]
        for name in ("group_nouns", "everybody", "one_side", "assemblies", "documents")
    ):
        return ""
    known = lexicon.parties.at(tokens, i) or lexicon.places.at(tokens, i) or lexicon.offices.at(tokens, i)
    return "" if known or token.low in _REALMS else token.text


def _double(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> str:
    """Return a name of two words after "Republic of"."""
    if i < _BACK or tokens[i - 1].low != "of" or tokens[i - 2].low not in _REALMS or i + 1 >= len(tokens):
        return ""
    two = tokens[i : i + 2]
    fits = all(token.is_capital and token.text.isalpha() and token.text[1:].islower() for token in two)
    return f"{two[0].text} {two[1].text}" if fits and not lexicon.parties.at(tokens, i) else ""


def _stands_alone(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether no other name stands beside it, as would in a person's name."""
    before = (
        i > 0
        and tokens[i - 1].is_capital
        and tokens[i - 1].low not in ("the", "and", "of", "in")
        and tokens[i - 1].text.isalpha()
    )
    after = i + 1 < len(tokens) and tokens[i + 1].is_capital and tokens[i + 1].text.isalpha()
    return not ((before and i > 1) or (after and tokens[i + 1].low not in _SIDES))


def _evidence(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> int:
    """Return how much one mention speaks for a state."""
    lows = [token.low for token in tokens[max(0, i - 3) : i + 5]]
    at = min(i, 3)
    before, after = lows[:at], lows[at + 1 :]
    points = 0
    if before[-1:] == ["of"] and len(before) > 1 and before[-2] in _REALMS:
        points += 3
    if (
        before[-1:] == ["of"]
        and len(before) > 1
        and (before[-2] in _SIDES or before[-2] in ("relations", "affairs", "defence", "defense"))
    ):
        points += 3
    if after[:1] == ["'s"] and any(low in _SIDES or low in lexicon.lists["heads"] for low in after[1:4]):
        points += 2
    if after[:1] and after[0] in _SIDES and before[-1:] == ["the"]:
        points += 2
    if after[:1] == ["and"] and "between" in before:
        points += 2
    if _acts(tokens, i, lexicon):
        points += 2
    if _is_listed(tokens, i, lexicon):
        points += _LEAST
    return points


def _is_listed(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Tell whether it stands in a list of states: "Tajikistan, Uzbekistan and X", "X, Norway and Sweden"."""
    before = i > 1 and tokens[i - 1].low in ("and", ",") and _is_state(tokens, i - 2, lexicon)
    twice = i > 3 and tokens[i - 3].text == "," and _is_state(tokens, i - 4, lexicon)  # noqa: PLR2004 - two back
    after = i + 2 < len(tokens) and tokens[i + 1].text == "," and bool(_state_at(tokens, i + 2, lexicon))
    return bool(before and twice) or bool(after and i + 3 < len(tokens) and tokens[i + 3].low in ("and", ","))


def _state_at(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    found = lexicon.parties.at(tokens, i)
    return bool(found and found[1].word == "name" and found[1].code)


def _is_state(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    return any(_state_at(tokens, k, lexicon) for k in range(max(0, i - 2), i + 1))


def _acts(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Tell whether it, with the states beside it, is the subject of a commitment: "X and Y agreed"."""
    k = i + 1
    if k + 1 < len(tokens) and tokens[k].low == "and" and tokens[k + 1].is_capital:
        k += 2
    elif i > 1 and tokens[i - 1].low != "and":
        return False
    while k < len(tokens) and tokens[k].low in ("have", "has", "also", "both", "jointly"):
        k += 1
    found = lexicon.verbs.get(tokens[k].low, ()) if k < len(tokens) else ()
    return any(verb.force in ("agree", "decide", "sign", "pledge") for verb in found)


def _forms(names: Sequence[str], texts: Sequence[Sequence[Token]]) -> Iterator[tuple[str, PartyForm]]:
    for name in names:
        bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
        code = bare.upper().replace(" ", "-")[:_LONGEST]
        if not _CODE.fullmatch(code):
            continue
        yield name, PartyForm(code, "name")
        stem = _stem(name)
        words = {token.text for tokens in texts for token in tokens if token.text.startswith(stem)}
        for word in sorted(words - {name}):
            if word[len(stem) :] in _ENDINGS or word[len(name) :] in _ENDINGS:
                yield word, PartyForm(code, "demonym")
