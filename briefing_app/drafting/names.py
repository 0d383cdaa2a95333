"""Names of people in a paragraph: where they stand, and by what one knows that somebody bears them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.appositions import role_after
from briefing_app.drafting.beside import (
    acts,
    belongs_to,
    duty_of,
    gapped,
    genitive,
    in_bracket,
    is_said,
    opens,
    stands_free,
)
from briefing_app.drafting.mentions import Mention
from briefing_app.drafting.name_lists import coordinated
from briefing_app.drafting.roles import BRACKET, Role, role_before
from briefing_app.drafting.spelling import (
    OKINAS,
    Spelled,
    begins_with_okina,
    is_place_for_name,
    is_topic,
    name_end,
    titles_end,
    words_of,
)
from briefing_app.drafting.values import replace
from briefing_app.drafting.vocabulary import GENITIVES, Vocabulary

if TYPE_CHECKING:
    from briefing_app.drafting.paragraphs import Paragraph

_GOVERNMENTS = frozenset(("administration", "government", "cabinet", "presidency"))
_AHEAD_OF_TITLES = (("then", "now"), ("retired", "then", "now", "the"))
_LIGHT = frozenset(("ambassador", "senator", "general", "prefect", "commander", "judge", "prince", "admiral"))


def mentions_in(paragraph: Paragraph, index: int, vocabulary: Vocabulary) -> list[Mention]:
    """Return all that may be a person's name in a paragraph, in order.

    Args:
        paragraph: where to look.
        index: its place among the paragraphs, from 0.
        vocabulary: the words to go by.
    """
    found: list[Mention] = []
    for number, (begin, end) in enumerate(vocabulary.sentences(paragraph)):
        i = begin
        while i < end:
            if not (paragraph.tokens[i].is_capital or paragraph.tokens[i].low in vocabulary.openings):
                i += 1
                continue
            place = vocabulary.lexicon.places.at(paragraph.tokens, i)
            if place and place[0] > i + 1:
                i = place[0]
                continue
            start, rank = titles_end(paragraph, i, end, vocabulary)
            stop = name_end(paragraph, start, end, vocabulary, titled=start > i)
            stop += stop == i and is_place_for_name(paragraph, i, end, vocabulary)
            topic = stop == i + 1 and is_topic(paragraph, i, end, vocabulary)
            if stop == start or topic:
                office = vocabulary.heads.at(paragraph.tokens, i)
                i = office[0] if office else max(start, i + 1)
                continue
            if start == i and begins_with_okina(paragraph, i, stop):
                i, start = i - 1, start - 1
            same = [one for one in found if one.sentence == number]
            if same and _ends_complement(paragraph, same[-1], i, vocabulary):
                same.pop()
            floor = same[-1].until if same else begin
            name = Spelled(i, start, stop, words_of(paragraph, start, stop), rank)
            found.append(_mention(paragraph, (index, number), name, floor, vocabulary))
            # "X, of the Office for Risk Reduction": no name stands inside what somebody is of.
            i = max(stop, found[-1].until) if found[-1].organisation else stop
    return coordinated(paragraph, found, vocabulary)


def _ends_complement(paragraph: Paragraph, one: Mention, i: int, vocabulary: Vocabulary) -> bool:
    """Tell whether what looked like a name ends an office before a comma: "an envoy of Ilmarra, X"."""
    tokens = paragraph.tokens
    rest = tokens[one.until : i - 1]
    body = all(token.is_capital and token.low in vocabulary.role_words for token in rest)
    plain = len(one.words) == 1 or bool(rest)  # "of the Quillon Compact" and "Organisation"
    before = tokens[one.first - 1 - (tokens[one.first - 1].low == "the")].low
    return before == "of" and not one.sure and plain and body and tokens[i - 1].text == ","


def _mention(
    paragraph: Paragraph, at: tuple[int, int], name: Spelled, floor: int, vocabulary: Vocabulary
) -> Mention:
    """Return a name with all that stands beside it."""
    stop = vocabulary.sentences(paragraph)[at[1]][1]
    first, outer, name, before = _with_office(paragraph, name, floor, vocabulary)
    after = _apposed(paragraph, name, name.end, stop, vocabulary, before)
    code, organisation, of_end = belongs_to(paragraph, (after or name).end, stop, vocabulary)
    if after is None and of_end > name.end:
        after = _apposed(paragraph, name, of_end, stop, vocabulary, before)
        of_end = after.end if after else of_end
    offices = [role for role in (_better(before, after), before, after) if role]
    near = genitive(paragraph, first, floor, vocabulary)
    listed = in_bracket(paragraph, outer, name.end, vocabulary) or gapped(paragraph, outer, vocabulary)
    nominal = name.is_full and paragraph.said(name.end, min(name.end + 1, stop)) in _GOVERNMENTS
    told = bool(
        after
        or listed
        or nominal
        or (code and opens(paragraph, first))
        or (organisation and acts(paragraph, of_end, stop, vocabulary))
        or (near and stands_free(paragraph, name.end, stop, vocabulary))
        or is_said(paragraph, floor, first, name.end, vocabulary)
    )
    return Mention(
        *at,
        first=outer,
        start=name.start,
        end=name.end,
        until=max((after or name).end, of_end),
        words=name.words,
        titled=name.is_titled,
        title=name.rank,
        role=offices[0] if offices else None,
        code=next((role.code for role in offices if role.code), None) or near or listed or code,
        organisation=organisation,
        duty=duty_of(paragraph, name.end, stop, vocabulary),
        sure=name.is_titled or before is not None or (name.is_full and told),
        nominal=nominal,
    )


def _with_office(
    paragraph: Paragraph, name: Spelled, floor: int, vocabulary: Vocabulary
) -> tuple[int, int, Spelled, Role | None]:
    """Return where a name begins without and with the office before it, the name, and that office."""
    first = name.first
    while first > floor and paragraph.tokens[first - 1].low in _AHEAD_OF_TITLES[name.is_titled]:
        first -= 1
    before = _role_of(paragraph, first, name, floor, vocabulary)
    if before and before.end == first and name.rank == "Gen" and len(name.words) == 1:
        # A given name that looks like a rank: "Defence Minister Gen X".
        name = Spelled(first, first, name.end, words_of(paragraph, first, name.end), None)
    return first, before.first if before else first, name, before


def _role_of(
    paragraph: Paragraph, first: int, name: Spelled, floor: int, vocabulary: Vocabulary
) -> Role | None:
    """Return the office before a name, None where it is not of this name."""
    role = _fuller(paragraph, role_before(paragraph, first, floor, vocabulary), floor, vocabulary)
    role = role or _beyond_genitive(paragraph, first, floor, vocabulary)
    full = name.is_titled or name.is_full
    fits = role and _is_of_this(paragraph, role, first, name.end, vocabulary, full=full)
    return role if fits else None


def _apposed(
    paragraph: Paragraph, name: Spelled, i: int, stop: int, vocabulary: Vocabulary, before: Role | None
) -> Role | None:
    """Return the office after a name, at token `i`, None where it is the next person's."""
    role = role_after(paragraph, i, stop, vocabulary)
    if role is None or any(
        _is_followed_by_name(paragraph, end, stop, vocabulary) for end in _ends_of(paragraph, role.end, stop)
    ):
        return None
    # "the Minister of A, X, the Minister of B, Y": as the first office stands, so does the next.
    set_off = before is not None and paragraph.tokens[before.end].text == ","
    if set_off and _is_followed_by_name(paragraph, role.end + 1, stop, vocabulary):
        return None
    bare = before is None and not name.is_titled and not name.is_full
    return None if bare and role.calling != "office" else _longer(paragraph, role, stop, vocabulary)


def _ends_of(paragraph: Paragraph, end: int, stop: int) -> tuple[int, ...]:
    """Return where an office ends, without and with the bracket after it: "Deputy Chief (Plans) X"."""
    tokens = paragraph.tokens
    if end >= stop or tokens[end].text != "(":
        return (end,)
    closing = next((i + 1 for i in range(end, min(end + BRACKET, stop)) if tokens[i].text == ")"), end)
    return tuple(dict.fromkeys((end, closing)))


def _longer(paragraph: Paragraph, role: Role, stop: int, vocabulary: Vocabulary) -> Role:
    """Return an office with the one after its comma: "Deputy Prime Minister, Minister of B of A"."""
    second = None if role.code else role_after(paragraph, role.end, stop, vocabulary)
    if second is None or second.code is None or second.calling != "office" or second.first != role.end + 1:
        return role
    if any(_is_followed_by_name(paragraph, second.end + n, stop, vocabulary) for n in (0, 1)):
        return role
    return replace(role, end=second.end, code=second.code, text=f"{role.text}, {second.text}")


def _is_followed_by_name(paragraph: Paragraph, i: int, stop: int, vocabulary: Vocabulary) -> bool:
    """Tell whether an office is the next person's: "X, Defence Secretary Y"."""
    if i >= stop:
        return False
    i += i + 1 < stop and paragraph.tokens[i].text in OKINAS
    start, _ = titles_end(paragraph, i, stop, vocabulary)
    return name_end(paragraph, start, stop, vocabulary, titled=start > i) > start


def _fuller(paragraph: Paragraph, role: Role | None, floor: int, vocabulary: Vocabulary) -> Role | None:
    """Return an office with the one before its comma: "the foreign secretary, Ambassador X"."""
    if role is None or role.first <= floor or paragraph.tokens[role.first - 1].text != "," or role.plural:
        return role
    wider = role_before(paragraph, role.first, floor, vocabulary)
    if wider is None or wider.plural or wider.calling == "counterpart" or role.code or role.owner:
        return role
    text = wider.text if role.head in _LIGHT else f"{wider.text}, {role.text}"
    return replace(wider, end=role.end, text=text)


def _beyond_genitive(paragraph: Paragraph, first: int, floor: int, vocabulary: Vocabulary) -> Role | None:
    """Return the office before "X's" and a comma: "the chairman, X's Gen. Y"."""
    party = (
        paragraph.party_at(first - 2)
        if first - 2 >= floor and paragraph.tokens[first - 1].low in GENITIVES
        else None
    )
    if party is None or party.first <= floor or paragraph.tokens[party.first - 1].text != ",":
        return None
    role = role_before(paragraph, party.first, floor, vocabulary)
    return replace(role, end=first, code=vocabulary.state(paragraph, party.first)) if role else None


def _better(before: Role | None, after: Role | None) -> Role | None:
    """Return the office that says more."""
    if before is None or after is None:
        return before or after
    if before.calling == "counterpart" or after.calling in ("voice", "outsider"):
        return after
    return before if len(before.text.split()) > len(after.text.split()) else after


def _is_of_this(
    paragraph: Paragraph, role: Role, first: int, end: int, vocabulary: Vocabulary, *, full: bool
) -> bool:
    """Tell whether an office before a comma is of the name after it."""
    tokens = paragraph.tokens
    if role.end == first:
        return True
    if not full:
        return False
    if tokens[role.end].text == "(":
        return end < len(tokens) and tokens[end].text == ")"
    if end >= len(tokens) or not tokens[end].is_word:
        return end >= len(tokens) or tokens[end].low not in GENITIVES
    return not vocabulary.is_verb(tokens[end].low)
