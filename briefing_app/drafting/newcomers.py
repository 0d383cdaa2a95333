"""States that no table knows: a name is taken for a party where the text treats it as one."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import word_set
from briefing_app.drafting.lexicon import PartyForm
from briefing_app.drafting.patterns import Pattern
from briefing_app.drafting.short_forms import short_forms_of
from briefing_app.drafting.tokens import Phrases

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.tokens import Token

_REALMS = word_set("republic kingdom federation emirate state sultanate principality commonwealth union")
_SIDES = word_set(
    "side delegation government foreign defence defense interior deputy prime minister president "
    "parliament army navy ministry"
)
_ENDINGS = ("an", "ian", "n", "i", "ese", "ish", "ic", "er", "ans", "ians", "ns", "is")
_VOWELS = "aeiou"
_LEAST = 3
_BACK = 2
_LONGEST = 12
_STEM = 4
_PEER = 2
_OWNERS = frozenset(("his", "her", "its", "their"))
_OF_STATES_ALONE = frozenset(("foreign", "defence", "defense", "prime", "army", "navy"))
_ENVOYS = frozenset(("ambassador", "ambassadors", "embassy", "envoy", "envoys", "emissary"))
_CODE = Pattern(r"[A-Z][A-Z0-9+-]{1,11}")


def newcomers_of(texts: Sequence[Sequence[Token]], lexicon: Lexicon) -> Phrases[PartyForm]:
    """Return the printed forms of unknown states that a text treats as parties, and short forms of its own.

    Args:
        texts: the words and marks of each paragraph.
        lexicon: the knowledge of words.
    """
    score: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    inside: set[str] = set()
    for tokens in texts:
        for i, token in enumerate(tokens):
            if not token.is_capital:
                continue
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
    of_peers = _of_peers(texts, lexicon)
    for adjective, name in _adjectives(texts, frozenset(score), lexicon):
        score[name] += score.pop(adjective, 0) + _PEER * (adjective in of_peers)
    for known, other in _joined_names(texts, frozenset(score)):
        if score[known] >= _LEAST > score[other] >= _PEER:
            score[other] = _LEAST  # where one of two who agree is a state, so is the other
    names = [
        name
        for name, points in score.items()
        if points >= _LEAST and alone[name] > 0 and (name in inside or not name.endswith("s"))
    ]
    return Phrases((*_forms(names, texts), *short_forms_of(texts, lexicon)), cased=True)


def _adjectives(
    texts: Sequence[Sequence[Token]], names: Container[str], lexicon: Lexicon
) -> Iterator[tuple[str, str]]:
    """Yield each name that is made from another one and stands before a noun of state, and that other one."""
    seen: set[str] = set()
    for tokens in texts:
        for i in range(len(tokens) - 1):
            word = tokens[i].text
            if word in seen or word not in names:
                continue
            name = max((each for each in _made_from(word) if each in names), key=len, default="")
            if name and _is_of_state(tokens, i + 1, lexicon):
                seen.add(word)
                yield word, name


def _made_from(word: str) -> Iterator[str]:
    """Yield what a word may be an adjective or a people of: "Ruritania", and more, for "Ruritanian"."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word:
            yield from (name for name in (stem, *(stem + vowel for vowel in _VOWELS)) if name != word)


def _is_of_state(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun of state, or of who acts for one, begins at a token: "defence ministry"."""
    words = _SIDES | lexicon.lists["teams"] | lexicon.lists["counterparts"]
    known = (table.at(tokens, i) for table in (lexicon.departments, lexicon.offices, lexicon.modifiers))
    return tokens[i].low in words or any(known)


def _of_peers(texts: Sequence[Sequence[Token]], lexicon: Lexicon) -> frozenset[str]:
    """Return the words that are used as of states alone: "their Ruritanian colleague", "the X army"."""
    return frozenset(
        token.text
        for tokens in texts
        for before, token, after in zip((None, *tokens), tokens, tokens[1:], strict=False)
        if after.low in _OF_STATES_ALONE
        or (before is not None and before.low in _OWNERS and after.low in lexicon.lists["counterparts"])
    )


def _joined_names(texts: Sequence[Sequence[Token]], names: Container[str]) -> Iterator[tuple[str, str]]:
    """Yield two of the names that stand joined: "Ruritania and Sylvania"."""
    for tokens in texts:
        for one, link, other in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if link.low == "and" and one.text in names and other.text in names:
                yield one.text, other.text
                yield other.text, one.text


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
        or token.low in lexicon.lists["meetings"]
        or token.low in lexicon.lists["boards"]
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
    if before[-1:] == ["of"] and before[-2:-1] and before[-2] in _ENVOYS:
        points += 2
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
    made: dict[str, list[str]] = {name: [] for name in names}
    firsts = {name[0] for name in names}  # with which a word made from one of them begins too
    for word in sorted({t.text for tokens in texts for t in tokens if t.text[0] in firsts}) if names else ():
        for name in made.keys() & _made_from(word):
            made[name].append(word)
    for name, words in made.items():
        bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
        code = bare.upper().replace(" ", "-")[:_LONGEST]
        if not _CODE.compiled.fullmatch(code):
            continue
        yield name, PartyForm(code, "name")
        yield from ((word, PartyForm(code, "demonym")) for word in words)
