"""How far the object of a commitment reaches: as tight as its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import AUXILIARIES, DETERMINERS, SAYING, is_adverb, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.actor import Actor
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.tokens import Token
    from briefing_app.drafting.verbs import Group

_TRAILING = frozenset(
    (
        ",",
        ".",
        ";",
        ":",
        "and",
        "while",
        "but",
        "-",
        "--",
        "—",
        "–",
        "!",
        "?",
        "that",
        "as",
        "whereas",
        "“",
        "with",
    )
)
_AFTER_COMMA = word_set(
    "which who whom where while whereas but saying adding noting citing according as after following amid "
    "affirming welcoming stressing underlining reaffirming thanking praising recalling emphasising "
    "emphasizing highlighting despite though although so"
)
_SUBORDINATING = frozenset(("because", "although", "though", "amid", "whereas"))
_RANK = 5  # words of "the bloc's largest"
_OWNERS = frozenset(("the", "their", "its", "a"))
_SPANS = frozenset(("since", "years", "decade", "decades", "kind", "far", "ever", "yet", "months"))
_DENYING = frozenset(
    ("did", "could", "have", "has", "had", "were", "was", "would", "will", "made", "reached")
)
_ATTRIBUTED = 14


def extent_of(
    paragraph: Paragraph, first: int, end: int, actors: Sequence[Actor], following: Group | None
) -> int:
    """Return the token after the object that begins at `first`.

    Args:
        paragraph: where it stands.
        first: its first token.
        end: the token after its sentence.
        actors: those of the paragraph.
        following: the next verb of commitment in the sentence.
    """
    tokens = paragraph.tokens
    last = end
    if following is not None:
        last = _before(paragraph, first, following, actors)
    for i in range(first, last):
        if _breaks(tokens, i, first, last):
            last = i
            break
    while last > first and tokens[last - 1].low in _TRAILING:
        last -= 1
    while (
        last > first
        and is_adverb(tokens[last - 1].low)
        and tokens[last - 1].low in ("also", "jointly", "then", "further")
    ):
        last -= 1
    while last > first and tokens[last - 1].low in _TRAILING:
        last -= 1
    return last


def _before(paragraph: Paragraph, first: int, following: Group, actors: Sequence[Actor]) -> int:
    """Return where the clause of the following verb begins."""
    absolute = next((a for a in actors if a.end == following.first and a.governed), None)
    if absolute and following.verb.form == "ing" and absolute.first - 1 > first:
        return absolute.first - 1  # ", with Minister X pledging"
    near = [a for a in actors if first <= a.first and a.end <= following.first and not a.governed]
    if not near:
        return following.first
    tokens = paragraph.tokens
    subject = near[-1]
    joint = next(
        (
            i
            for i in range(subject.first, first, -1)
            if tokens[i - 1].low in ("and", ",", "while", "but", ";", "whereas", "as")
        ),
        0,
    )
    between = {token.low for token in tokens[subject.end : following.first]}
    return joint if joint and not between & {"and"} else following.first


def _breaks(tokens: Sequence[Token], i: int, first: int, last: int) -> bool:
    token = tokens[i]
    following = tokens[i + 1].low if i + 1 < len(tokens) else ""
    if token.text in "–—" and tokens[i - 1].end == token.start and tokens[i + 1 : i + 2] != ():
        return tokens[i + 1].start != token.end  # "the Kenya–Malawi Committee"
    if token.text in (";", "—", "–", "--", ":"):
        return not (i and tokens[i - 1].text[-1:].isdigit() and following[:1].isdigit())
    if token.text in '"”' and i > first and tokens[i - 1].text in ",.!?":
        return True
    if token.text == "," and following == "as" and i + 3 < last and tokens[i + 3].low == "as":
        return False
    if token.text == "," and following == "which" and _goes_on(tokens, i + 1, last):
        return False
    if token.text == "," and (following in _AFTER_COMMA or _attributes(tokens, i + 1, last)):
        return True
    if token.text == "," and _says_how_rare([each.low for each in tokens[i + 1 : last]]):
        return True
    return token.low in _SUBORDINATING or (token.low == "but" and following in _DENYING)


def _says_how_rare(following: Sequence[str]) -> bool:
    """Tell whether what follows only ranks what was told: ", their first talks since May"."""
    lows = following[following[:1] == ["in"] :]
    stop = lows.index(",") if "," in lows else len(lows)
    ranked = any(low == "first" or low.endswith("est") for low in lows[1:_RANK])
    return lows[:1] != [] and lows[0] in _OWNERS and ranked and bool(_SPANS & set(lows[:stop]))


def _goes_on(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Tell whether a relative clause stands in the middle: "the pact, which lapses, would be extended"."""
    comma = next((k for k in range(i, last) if tokens[k].text == ","), 0)
    after = [token.low for token in tokens[comma + 1 : min(comma + 3, last)]] if comma else []
    return after[:1] in [[low] for low in AUXILIARIES] or after in (["and", "to"], ["and", "that"])


def _attributes(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Tell whether what follows only says who said it: ", the ministry said in a release"."""
    while i < last and tokens[i].text in '"”’':
        i += 1
    if i < last and not (
        tokens[i].low in DETERMINERS
        or tokens[i].is_capital
        or tokens[i].low in ("he", "she", "they", "it", "officials", "ministry", "defence", "defense")
    ):
        return False
    for k in range(i, min(i + _ATTRIBUTED, last)):
        if tokens[k].low in SAYING:
            return k + 1 >= last or tokens[k + 1].low in _TAIL or not tokens[k + 1].is_word
        if tokens[k].text == "," and k > i + 4:
            return False
    return False


_TAIL = word_set(
    "in on at after during before following through late earlier separately friday monday tuesday "
    "wednesday thursday saturday sunday"
)
