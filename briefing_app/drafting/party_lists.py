"""Lists of parties after a noun: "the chiefs of the navies of A, B and C"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import word_set

if TYPE_CHECKING:
    from briefing_app.drafting.paragraphs import Paragraph

_FIELDS = word_set(
    "defence defense affairs state security interior war foreign armed forces navies armies militaries "
    "coast guards air staffs land police services ministries"
)
_SERVICE = 4


def codes_in(paragraph: Paragraph, first: int, end: int) -> tuple[str, ...]:
    """Return the parties that stand wholly in some tokens, each once."""
    found = (party.code for party in paragraph.parties if first <= party.first and party.end <= end)
    return tuple(dict.fromkeys(found))


def of_list(paragraph: Paragraph, i: int) -> tuple[int, tuple[str, ...]]:
    """Return where "of A, B and C" ends after a noun, and the parties in it."""
    tokens = paragraph.tokens
    if [token.low for token in tokens[i : i + 2]] == [",", "from"]:
        end, codes = _party_list(paragraph, i + 2)  # "the ministers, from A, B and C, agreed"
        return (end, codes) if len(codes) > 1 else (i, ())
    if not (i < len(tokens) and tokens[i].low in ("of", "from")):
        return i, ()
    inner = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].low == "the")
    stop = next((at for at in range(inner, min(inner + _SERVICE, len(tokens))) if tokens[at].low == "of"), 0)
    if stop > inner and all(tokens[at].low in _FIELDS for at in range(inner, stop)):
        i = stop
    end, codes = _party_list(paragraph, i + 1)
    return (end, codes) if codes else (i, ())


def _party_list(paragraph: Paragraph, i: int) -> tuple[int, tuple[str, ...]]:
    """Return where a list of parties ends that begins at token `i`, and the parties."""
    tokens = paragraph.tokens
    codes: list[str] = []
    end = i
    while i < len(tokens):
        party = paragraph.party_at(i)
        if party and party.first == i:
            codes.append(party.code)
            i = end = party.end
        elif tokens[i].low in ("the", ",", "and", "as", "well"):
            i += 1
        elif tokens[i].text == "(" and i + 2 < len(tokens) and tokens[i + 2].text == ")":
            i += 3
            end = i if codes else end
        else:
            break
    return end, tuple(codes)
