"""Meetings, talks and calls where an article speaks of one: by a noun ("the talks") or a verb ("met")."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefing_app.drafting.gathering import Gathering
from briefing_app.drafting.gathering_nouns import elliptic_meeting, named_meeting, nouns_of
from briefing_app.drafting.gathering_verbs import (
    HOSTING,
    MEETING_WORDS,
    TAKING_UP,
    meeting_about,
    verbal_meeting,
)
from briefing_app.drafting.gathering_when import nearest_date, nearest_place, own_clause
from briefing_app.drafting.grammar import DETERMINERS, PREPOSITIONS
from briefing_app.drafting.own_clauses import clause_from, clause_until
from briefing_app.drafting.superseded import superseded_until
from briefing_app.drafting.tense import decided_at, outlook_at
from briefing_app.drafting.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.drafting.actor import Actor
    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.gathering import Gathering
    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.tense import Outlook

_NEAR, _FAR = 4, 24
_OFFICE = 10  # words of "the President of the Republic of"
_PARTS = frozenset(("round", "session", "meeting", "edition", "cycle", "iteration"))
_UPCOMING = frozenset(("next", "upcoming", "forthcoming"))
_MEANS = 3  # words between a meeting and what it is held by
_CROWD = 6  # words of "with the families of"
_TRAVEL = frozenset(("travel", "fly", "go", "head", "travels", "flies", "goes", "heads", "return"))
_BY_WHEN = 5  # words of "in late September to"


def short_names(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> frozenset[str]:
    """Return the short forms in brackets after names of meetings: "Integrated Defense Dialogue (KIDD)"."""
    return frozenset(
        each.abbreviation
        for paragraph in paragraphs
        if "(" in paragraph.text
        for sentence in paragraph.sentences
        if "(" in paragraph.lows[slice(*sentence)]
        for each in _in_sentence(paragraph, sentence, lexicon, frozenset())
        if each.abbreviation
    )


def gatherings_of(
    paragraph: Paragraph,
    actors: Sequence[Actor],
    dates: Sequence[Dated],
    lexicon: Lexicon,
    shorts: frozenset[str] = frozenset(),
) -> tuple[Gathering, ...]:
    """Return the mentions of meetings in a paragraph, in order.

    Args:
        paragraph: where to look.
        actors: those of the paragraph.
        dates: its dates.
        lexicon: the knowledge of words.
        shorts: short names of meetings, from `short_names`.
    """
    found: list[Gathering] = []
    for sentence in paragraph.sentences:
        here = list(_in_sentence(paragraph, sentence, lexicon, shorts))
        found += _completed(paragraph, sentence, here, actors, dates, lexicon)
    return tuple(found)


# ---------------------------------------------------------------------------------------- mentions


@lru_cache(maxsize=2)
def _telling_words(lexicon: Lexicon) -> frozenset[str]:
    return nouns_of(lexicon) | MEETING_WORDS | TAKING_UP


def _in_sentence(
    paragraph: Paragraph, sentence: tuple[int, int], lexicon: Lexicon, shorts: frozenset[str]
) -> Iterator[Gathering]:
    begin, end = sentence
    until = begin
    found: list[Gathering] = []
    telling = _telling_words(lexicon)
    for i in range(begin, end):
        if i < until or not (paragraph.lows[i] in telling or paragraph.tokens[i].text in shorts):
            continue
        made = (
            elliptic_meeting(paragraph, i, sentence)
            or named_meeting(paragraph, i, sentence, lexicon, shorts)
            or verbal_meeting(paragraph, i, sentence)
            or meeting_about(paragraph, i, sentence)
        )
        if made and made.first >= until:
            whole = _of_one_name(paragraph, found[-1], made) if found else None
            found[-1:] = [whole] if whole else [*found[-1:], made]
            until = made.end
    for n, one in enumerate(found):
        said = one.verbal and _is_said(paragraph, one, found, n)
        near = n and not found[n - 1].verbal and one.first - found[n - 1].end <= _MEANS
        listing = _heads_list(paragraph, one, found[n + 1 : n + 2])
        if not (
            said
            or listing
            or (near and _is_means(paragraph, one))
            or (n and _is_apposed(paragraph, found[n - 1], one))
        ):
            yield one


def _heads_list(paragraph: Paragraph, one: Gathering, following: Sequence[Gathering]) -> bool:
    """Tell whether it only opens a list of meetings: "Next meetings: the group will meet in Riga"."""
    return bool(following) and paragraph.tokens[one.end].text == ":"


def _is_apposed(paragraph: Paragraph, one: Gathering, other: Gathering) -> bool:
    """Tell whether it only says what the one before is: "the fifth Policy Dialogue, a two-day meeting"."""
    between = [token.low for token in paragraph.tokens[one.end : other.first]]
    return one.proper and not one.verbal and between in ([",", "a"], [",", "an"])


def _is_means(paragraph: Paragraph, one: Gathering) -> bool:
    """Tell whether it only says how another one is held: "the round was conducted by video conference"."""
    before = paragraph.tokens[one.first - 1].low if one.first else ""
    return before in ("by", "via", "through") and one.name.lower().startswith(("video", "tele"))


def _of_one_name(paragraph: Paragraph, one: Gathering, other: Gathering) -> Gathering | None:
    """Return "the next round of political consultations" as one, None where they are two."""
    between = [token.low for token in paragraph.tokens[one.end : other.first]]
    if one.verbal or other.verbal or one.head not in _PARTS or between not in (["of"], ["of", "the"]):
        return None
    name = paragraph.text[paragraph.tokens[one.end - 1].end : paragraph.tokens[other.end - 1].end]
    return replace(
        one,
        end=other.end,
        name=one.name + name,
        proper=one.proper or other.proper,
        abbreviation=other.abbreviation,
    )


def _is_said(paragraph: Paragraph, one: Gathering, found: Sequence[Gathering], n: int) -> bool:
    """Tell whether a noun says what a verb does: "the Committee convened", "met for its sixth plenary"."""
    tokens = paragraph.tokens
    between = {token.low for token in tokens[found[n - 1].end : one.first]} if n else set()
    between = between - {"that"} | {"which"} if "that" in between else between
    if n and not found[n - 1].verbal and one.first - found[n - 1].end <= _NEAR + 3 * ("which" in between):
        if any(paragraph.party_at(i) for i in range(found[n - 1].end, one.first)):
            between -= {"and"}
        if "which" in between and not between & {"and", "when"}:
            return True
        if not between & {"and", ",", "when", "as", "where", "after", "before", "while"}:
            return True
    if n + 1 < len(found) and not found[n + 1].verbal:
        noun = found[n + 1]
        before = [token.low for token in tokens[one.end : noun.first]]
        if one.head in HOSTING and all(low in DETERMINERS for low in before):
            return True  # "will host the next round"
        if before[-2:-1] in (["for"], ["in"]) or before[-1:] in (["for"], ["in"]):
            return noun.first - one.end <= _FAR and not {"sidelines", "margins", "then", "before"} & set(
                before
            )
    return False


def _is_guest(paragraph: Paragraph, one: Gathering, near: Sequence[Actor]) -> bool:
    """Tell whether somebody is welcomed somewhere, not something: "welcomed the minister to Paris"."""
    before = any(a.end <= one.first and a.people for a in near)
    guest = next((a for a in near if a.first >= one.end and a.people), None)
    if guest is None or not before or guest.first - one.end > _OFFICE:
        return False
    after = {token.low for token in paragraph.tokens[guest.end : guest.end + _OFFICE]}
    return bool({"to", "at", "in"} & after)


def _is_with_crowd(paragraph: Paragraph, one: Gathering, lexicon: Lexicon) -> bool:
    """Tell whether those met are no partners in talks: "met with crew members of the ship"."""
    for token in paragraph.tokens[one.end : min(one.end + _CROWD, one.sentence[1])]:
        if token.low in lexicon.lists["crowds"]:
            return True
        if not token.is_word or token.low in PREPOSITIONS - {"with"}:
            return False
    return False


def _hosts_somebody(one: Gathering, near: Sequence[Actor], following: Sequence[Gathering]) -> bool:
    """Tell whether people or a meeting are hosted, not a drill: "readiness to host a joint exercise"."""
    return bool(following) or any(one.end <= a.first <= one.end + _NEAR for a in near)


def _travels(paragraph: Paragraph, subject: Actor, one: Gathering) -> bool:
    """Tell whether somebody goes somewhere for it: "will travel to Lusaka in September to discuss"."""
    between = [token.low for token in paragraph.tokens[subject.end : one.first]]
    return between[-1:] == ["to"] and any(
        low in _TRAVEL and {"to", "on"} & set(between[n + 1 : -1][:_BY_WHEN])
        for n, low in enumerate(between[:-1])
    )


def _is_told(paragraph: Paragraph, one: Gathering, near: Sequence[Actor]) -> bool:
    """Tell whether several are said to take something up, at a place and in a time to come."""
    subject = next((a for a in reversed(near) if a.end <= one.first and not a.governed), None)
    close = subject is not None and one.first - subject.end <= _NEAR
    if subject and not close and _travels(paragraph, subject, one):
        return bool(one.place and one.dated and one.dated.edtf)
    return bool(close and subject and subject.is_plural and one.place and one.dated and one.dated.edtf)


# -------------------------------------------------------------------------------------- completed


def _completed(
    paragraph: Paragraph,
    sentence: tuple[int, int],
    here: Sequence[Gathering],
    actors: Sequence[Actor],
    dates: Sequence[Dated],
    lexicon: Lexicon,
) -> Iterator[Gathering]:
    begin, end = sentence
    for n, one in enumerate(here):
        left = own_clause(paragraph, here[n - 1].end, one) if n else begin
        left = max(left, superseded_until(paragraph, here[n - 1], one.first)) if n else left
        left = max(left, clause_from(paragraph.tokens, one.first, sentence))
        right = here[n + 1].first if n + 1 < len(here) else end
        codes = tuple(
            dict.fromkeys(
                party.code for party in paragraph.parties if one.first <= party.first and party.end <= one.end
            )
        )
        near = [a for a in actors if begin <= a.first and a.end <= end]
        outlook = "denied" if superseded_until(paragraph, one, right) else _outlook(paragraph, one, lexicon)
        upcoming = any(token.low in _UPCOMING for token in paragraph.tokens[one.first : one.end])
        made = replace(
            one,
            outlook="expected" if upcoming and outlook == "none" else outlook,
            codes=codes or _codes_of(near, one),
            people=tuple(dict.fromkeys(p for a in near for p in a.people)),
            dated=nearest_date(paragraph, one, left, right, dates, lexicon),
            place=nearest_place(paragraph, one, left, right, lexicon),
        )
        told = one.head not in TAKING_UP or (outlook == "expected" and _is_told(paragraph, made, near))
        if one.verbal and _is_with_crowd(paragraph, one, lexicon):
            continue
        if _lacks_what_it_takes(made, near):
            continue
        if one.head in HOSTING and not _hosts_somebody(one, near, here[n + 1 : n + 2]):
            continue
        if told and (one.head != "welcomed" or (len(here) == 1 and _is_guest(paragraph, made, near))):
            yield made


def _lacks_what_it_takes(one: Gathering, near: Sequence[Actor]) -> bool:
    """Tell whether a verb speaks of a meeting only with people, a place or several, and has them not."""
    if one.head == "spent":
        return not any(a.is_plural and a.end <= one.first for a in near)
    return (one.head == "called" and not one.people) or (one.head == "negotiated" and not one.place)


def _outlook(paragraph: Paragraph, one: Gathering, lexicon: Lexicon) -> Outlook:
    """Return how the clause of a mention stands to time."""
    tokens, begin = paragraph.tokens, clause_from(paragraph.tokens, one.first, one.sentence)
    at = one.first if one.verbal else one.end - 1
    until = min(_clause_end(paragraph, one), clause_until(tokens, one.end, one.sentence))
    outlook = outlook_at(tokens, at, begin, until, lexicon)
    if outlook == "possible" and one.head in TAKING_UP and tokens[one.first - 1].low == "would":
        return "expected"  # as it is reported, else it were no mention
    decided = outlook == "expected" and not one.verbal and decided_at(tokens, at, begin, lexicon)
    return "none" if decided else outlook


def _clause_end(paragraph: Paragraph, one: Gathering) -> int:
    """Return where the clause of a meeting ends: "A and B, meeting in Riga on Monday, agreed to"."""
    tokens, (begin, end) = paragraph.tokens, one.sentence
    lows = [token.low for token in tokens[one.end : end]]
    denied = (n for n, low in enumerate(lows) if low == "and" and lows[n + 1 : n + 3] == ["did", "not"])
    end = next((one.end + n for n in denied), end)  # "met for the forum and did not adopt it"
    bare = one.head == "meeting" and one.end - one.first == 1
    if not bare or one.first == begin or tokens[one.first - 1].text != ",":
        return end
    return next((i for i in range(one.end, end) if tokens[i].text == ","), end)


def _codes_of(near: Sequence[Actor], one: Gathering) -> tuple[str, ...]:
    before = [a for a in near if a.end <= one.first and not a.governed]
    return before[-1].codes if before else ()
