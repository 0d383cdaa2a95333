"""Meetings, talks and calls where an article speaks of one: by a noun ("the talks") or a verb ("met")."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.drafting.gathering import Gathering
from briefing_app.drafting.gathering_nouns import elliptic_meeting, named_meeting
from briefing_app.drafting.gathering_when import nearest_date, nearest_place, own_clause
from briefing_app.drafting.grammar import DETERMINERS, HAVE, MODALS, PREPOSITIONS, SAYING
from briefing_app.drafting.hours import is_spent_on
from briefing_app.drafting.own_clauses import clause_from, clause_until
from briefing_app.drafting.superseded import superseded_until
from briefing_app.drafting.tense import decided_at, outlook_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.drafting.actor import Actor
    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.tense import Outlook
    from briefing_app.drafting.tokens import Token

_NEAR, _FAR = 4, 24
_OFFICE = 10  # words of "the President of the Republic of"
_PARTS = frozenset(("round", "session", "meeting", "edition", "cycle", "iteration"))
_UPCOMING = frozenset(("next", "upcoming", "forthcoming"))
_NOW_AND_THEN = (("on", "and"), ("from", "time"), ("several", "times"), ("many", "times"), ("a", "number"))
_MEANS = 3  # words between a meeting and what it is held by
_BASE = frozenset(("meet", "speak", "host", "convene", "gather", "confer", "reconvene", "come", "get", "sit"))
_PEERS = frozenset(("counterpart", "counterparts", "colleague", "colleagues"))
_BODIES = frozenset(("committee", "council", "commission", "board", "panel", "tribunal", "body", "group"))
_TOGETHER = frozenset(("come", "came", "get", "got", "sat", "sit"))
_VERBS = frozenset(
    (
        "met",
        "meet",
        "meets",
        "meeting",
        "spoke",
        "speak",
        "spoken",
        "hosted",
        "host",
        "hosts",
        "received",
        "receive",
        "welcomed",
        "convene",
        "convened",
        "gathered",
        "gather",
        "telephoned",
        "phoned",
        "reconvene",
        "confer",
    )
)

_TOLD = 6  # words of "said on Monday that they would"
_CROWD = 6  # words of "with the families of"
_TRAVEL = frozenset(("travel", "fly", "go", "head", "travels", "flies", "goes", "heads", "return"))
_BY_WHEN = 5  # words of "in late September to"
_HOSTING = frozenset(("host", "hosts", "hosted"))
_TAKING_UP = frozenset(
    ("take", "review", "discuss", "consider", "revisit", "finalise", "finalize", "resume", "examine")
)
_MEETING_WORDS = _VERBS | _TOGETHER | {"see", "saw", "spent"}
VERB_NOUNS = {"spoke": "call", "speak": "call", "spoken": "call", "telephoned": "call", "phoned": "call"}


def short_names(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> frozenset[str]:
    """Return the short forms in brackets after names of meetings: "Integrated Defense Dialogue (KIDD)"."""
    return frozenset(
        each.abbreviation
        for paragraph in paragraphs
        if "(" in paragraph.text
        for sentence in paragraph.sentences
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


def _in_sentence(
    paragraph: Paragraph, sentence: tuple[int, int], lexicon: Lexicon, shorts: frozenset[str]
) -> Iterator[Gathering]:
    begin, end = sentence
    until = begin
    found: list[Gathering] = []
    for i in range(begin, end):
        if i < until:
            continue
        made = (
            elliptic_meeting(paragraph, i, sentence)
            or named_meeting(paragraph, i, sentence, lexicon, shorts)
            or (_verbal(paragraph, i, sentence) if paragraph.tokens[i].low in _MEETING_WORDS else None)
            or _taking_up(paragraph, i, sentence)
        )
        if made and made.first >= until:
            whole = _of_one_name(paragraph, found[-1], made) if found else None
            found[-1:] = [whole] if whole else [*found[-1:], made]
            until = made.end
    for n, one in enumerate(found):
        said = one.verbal and _is_said(paragraph, one, found, n)
        near = n and not found[n - 1].verbal and one.first - found[n - 1].end <= _MEANS
        if not (
            said or (near and _is_means(paragraph, one)) or (n and _is_apposed(paragraph, found[n - 1], one))
        ):
            yield one


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
        if one.head in _HOSTING and all(low in DETERMINERS for low in before):
            return True  # "will host the next round"
        if before[-2:-1] in (["for"], ["in"]) or before[-1:] in (["for"], ["in"]):
            return noun.first - one.end <= _FAR and not {"sidelines", "margins", "then", "before"} & set(
                before
            )
    return False


def _verbal(paragraph: Paragraph, i: int, sentence: tuple[int, int]) -> Gathering | None:
    tokens = paragraph.tokens
    following = [token.low for token in tokens[i + 1 : i + 3]]
    together = _comes_together(tokens, i, sentence)
    if not (tokens[i].low in _VERBS or together) or tokens[i].is_capital:
        return None
    if tokens[i].low in _BASE and not _has_auxiliary(tokens, i, sentence[0]):
        return None
    before = tokens[i - 1].low if i > sentence[0] else ""
    met = before == "be" and tokens[i].low == "met"  # "with costs to be met by each"
    party = paragraph.party_at(i - 1) if i else None
    if met or before in DETERMINERS or before == "of" or (party is not None and party.word == "demonym"):
        return None
    after = tokens[i + 1].low if i + 1 < sentence[1] else ""
    if before in ("have", "has", "had") and tuple(following) in _NOW_AND_THEN:
        return None
    if tokens[i].low in ("met", "meet", "meets", "meeting") and after in DETERMINERS - {
        "his",
        "her",
        "its",
        "their",
        "the",
    }:
        return None
    had = tokens[i].low != "spoken" or HAVE & {token.low for token in tokens[max(sentence[0], i - 2) : i]}
    if not had or (tokens[i].low in ("spoke", "speak", "spoken") and after not in ("by", "with", "on", "to")):
        return None
    if tokens[i].low == "received" and "call" in [token.low for token in tokens[i + 1 : i + 6]]:
        return None
    return Gathering(
        paragraph.number,
        sentence,
        i,
        i + 1,
        tokens[i].low,
        "",
        verbal=True,
        next=before == "next" or after == "next",
    )


def _comes_together(tokens: Sequence[Token], i: int, sentence: tuple[int, int]) -> bool:
    """Tell whether a verb says in other words that some met: "saw each other", "sat down", "got together"."""
    low, following = tokens[i].low, [token.low for token in tokens[i + 1 : i + 4]]
    sees = low in ("see", "saw") and following[:2] == ["each", "other"]
    sees = sees or (low == "saw" and bool(_PEERS & set(following)))
    sits = low == "sit" and bool(_BODIES & {token.low for token in tokens[max(sentence[0], i - 6) : i]})
    down = low in _TOGETHER and ("together" in following[:2] or following[:1] == ["down"])
    return sees or sits or down or is_spent_on(tokens, i, sentence[1])


def _taking_up(paragraph: Paragraph, i: int, sentence: tuple[int, int]) -> Gathering | None:
    """Return the meeting that is told by what it will be about: "they are to take up X in Abuja in May"."""
    tokens = paragraph.tokens
    if tokens[i].low not in _TAKING_UP:
        return None
    before = [token.low for token in tokens[max(sentence[0], i - 2) : i]]
    ahead = before[-1:] == ["will"] or (before[-1:] == ["to"] and before[:1] != ["agreed"])
    after = tokens[i + 1].low if i + 1 < sentence[1] else ""
    ahead = ahead or (before[-1:] == ["would"] and _is_reported(tokens, i, sentence[0]))
    up = after == "up" or (
        after in ("it", "this", "them") and i + 2 < sentence[1] and tokens[i + 2].low == "up"
    )
    if not ahead or (tokens[i].low == "take" and not up):
        return None
    return Gathering(paragraph.number, sentence, i, i + 1, tokens[i].low, "", verbal=True)


def _is_reported(tokens: Sequence[Token], i: int, begin: int) -> bool:
    """Tell whether "would" is the "will" of somebody's words: "X said they would take it up in Riga"."""
    lows = [token.low for token in tokens[max(begin, i - _TOLD) : i]]
    return bool(SAYING & set(lows)) and "if" not in lows


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


def _has_auxiliary(tokens: Sequence[Token], i: int, begin: int) -> bool:
    """Tell whether a base form is a verb: "will meet", "to host", "the ministers meet"."""
    near = [token.low for token in tokens[max(begin, i - 3) : i]]
    last = near[-1] if near else ""
    return (
        bool(set(near) & (MODALS | {"to"}))
        or last in ("they", "we", "next", "also", "who", "which")
        or last.endswith("s")
    )


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
        told = one.head not in _TAKING_UP or (outlook == "expected" and _is_told(paragraph, made, near))
        if one.verbal and _is_with_crowd(paragraph, one, lexicon):
            continue
        if one.head == "spent" and not any(a.is_plural and a.end <= one.first for a in near):
            continue
        if one.head in _HOSTING and not _hosts_somebody(one, near, here[n + 1 : n + 2]):
            continue
        if told and (one.head != "welcomed" or (len(here) == 1 and _is_guest(paragraph, made, near))):
            yield made


def _outlook(paragraph: Paragraph, one: Gathering, lexicon: Lexicon) -> Outlook:
    """Return how the clause of a mention stands to time."""
    tokens, begin = paragraph.tokens, clause_from(paragraph.tokens, one.first, one.sentence)
    at = one.first if one.verbal else one.end - 1
    until = min(_clause_end(paragraph, one), clause_until(tokens, one.end, one.sentence))
    outlook = outlook_at(tokens, at, begin, until, lexicon)
    if outlook == "possible" and one.head in _TAKING_UP and tokens[one.first - 1].low == "would":
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
