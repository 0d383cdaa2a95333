"""Names in one list: what is said of one of them holds for its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.opposites import field_of
from briefing_app.drafting.values import replace
from briefing_app.drafting.vocabulary import is_state

if TYPE_CHECKING:
    from briefing_app.drafting.mentions import Mention
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.vocabulary import Vocabulary


_DELEGATIONS = 6
_LINKS = frozenset(("of", "the", "and", ","))
_JOINTS = (["and"], [","], [",", "and"], [";"], [";", "and"])


def coordinated(paragraph: Paragraph, found: list[Mention], vocabulary: Vocabulary) -> list[Mention]:
    """Return the names of a paragraph, those that stand in one list with a sure one as sure.

    Args:
        paragraph: where they stand.
        found: the names, in order.
        vocabulary: the words to go by.
    """
    for _ in range(2):
        for n, one in enumerate(found):
            if one.sure or len(one.words) == 1:
                continue
            before = n > 0 and found[n - 1].sure and _are_joined(paragraph, found[n - 1], one)
            after = n + 1 < len(found) and found[n + 1].sure and _are_joined(paragraph, one, found[n + 1])
            found[n] = replace(one, sure=before or after)
    _distribute(paragraph, found)
    _respective(paragraph, found, vocabulary)
    for n in range(len(found) - 2, -1, -1):
        found[n] = _shared(paragraph, found[n], found[n + 1])
    return found


def _are_joined(paragraph: Paragraph, one: Mention, other: Mention) -> bool:
    between = [token.low for token in paragraph.tokens[one.until : other.first]]
    return one.sentence == other.sentence and between in _JOINTS


def _distribute(paragraph: Paragraph, found: list[Mention]) -> None:
    """Give listed names the office before them, each its country: "the ministers of A and B, X and Y"."""
    place = 0
    for n in range(1, len(found)):
        one, other = found[n - 1], found[n]
        between = [token.low for token in paragraph.tokens[one.until : other.first]]
        listed = one.sentence == other.sentence and between in (["and"], [","], [",", "and"])
        own = _own_state(paragraph, one, other) if one.sentence == other.sentence else None
        if own and one.role and one.role.plural:
            office = replace(one.role, text=one.role.text.rpartition(" of ")[0] or one.role.text, code=None)
            found[n - 1] = replace(one, role=office, code=one.code or one.role.code)
            found[n] = replace(other, role=office, code=own, sure=True)
            continue
        if not (listed and one.role and one.role.plural and other.role is None):
            place = 0
            continue
        place += 1
        codes = tuple(code for code in one.role.codes if is_state(code))
        code = other.code or (codes[0] if len(codes) == 1 else codes[place] if place < len(codes) else None)
        if place == 1 and codes != one.role.codes[-1:]:
            found[n - 1] = replace(one, code=codes[0] if codes else None)
        found[n] = replace(other, role=one.role, code=code, place=place, sure=True)


def _own_state(paragraph: Paragraph, one: Mention, other: Mention) -> str | None:
    """Return the state between two names: "the ministers of A, X, and of B, Y"."""
    at = one.until
    lows = [token.low for token in paragraph.tokens[at : other.first]]
    opening = next((n for n, low in enumerate(lows) if low not in (",", "and", "of", "the")), 0)
    party = paragraph.party_at(at + opening) if lows[-1:] == [","] and opening > 1 else None
    return party.code if party and party.end == other.first - 1 else None


def _respective(paragraph: Paragraph, found: list[Mention], vocabulary: Vocabulary) -> None:
    """Give the parties before a list to its names: "the A and B teams were led by X and Y, respectively"."""
    for n in range(1, len(found)):
        after = [token.low for token in paragraph.tokens[found[n].until : found[n].until + 2]]
        first = n
        while first and _are_joined(paragraph, found[first - 1], found[first]):
            first -= 1
        sent = "sent" in [
            t.low for t in paragraph.tokens[max(0, found[first].first - 4) : found[first].first]
        ]
        led = _led(paragraph, found[n].until, n - first + 1, vocabulary) if first < n else ()
        for at, side in enumerate(led, first):
            found[at] = replace(found[at], code=found[at].code or side)
        if led or first == n or ("respectively" not in after and not sent):
            continue
        begin = vocabulary.sentences(paragraph)[found[n].sentence][0]
        near = [p for p in paragraph.parties if begin <= p.first and p.end <= found[first].first]
        codes = [vocabulary.state(paragraph, p.first) for p in near][first - n - 1 :]
        if len(codes) == n - first + 1:
            for at, code in enumerate(codes, first):
                found[at] = replace(found[at], code=found[at].code or code)


def _led(paragraph: Paragraph, until: int, count: int, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the parties of "X and Y led the delegations of A and B", as many as the names, else none."""
    lows = [token.low for token in paragraph.tokens[until : until + _DELEGATIONS]]
    leads = lows[:1] and lows[0] in ("led", "headed", "represented")
    if not leads or not (lows[0] == "represented" or {"delegations", "teams", "sides"} & set(lows)):
        return ()
    codes: list[str] = []
    end = until + 1
    for party in paragraph.parties:
        if party.first < end:
            continue
        between = {token.low for token in paragraph.tokens[end : party.first]}
        if between - (_LINKS if codes else _LINKS | {"respective", "delegations", "teams", "sides"}):
            break
        codes.append(vocabulary.state(paragraph, party.first) or "")
        end = party.end
    return tuple(codes) if len(codes) == count and all(codes) else ()


def _shared(paragraph: Paragraph, mention: Mention, following: Mention) -> Mention:
    """Give a name the party that stands after the last of its list: "Minister X and Minister Y of Z"."""
    if (
        mention.code
        or mention.until > mention.end
        or mention.sentence != following.sentence
        or following.code is None
    ):
        return mention
    tail = paragraph.tokens[following.end].low if following.until > following.end else ""
    own = (following.role is not None and following.role.code is not None) or following.organisation
    between = [token.low for token in paragraph.tokens[mention.end : following.first]]
    chained = following.until == following.end and between == ["and"] and following.shared
    if own or not (tail == "of" or chained) or between not in (["and"], [","], [",", "and"]):
        return mention
    if mention.role and following.role and field_of(mention.role.text) & field_of(following.role.text):
        return mention  # each state has one minister of defence: "Secretary X and Minister Y of Z"
    return replace(mention, code=following.code, shared=True)
