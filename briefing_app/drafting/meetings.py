"""Meetings other than the event: those that were, and those that are to come."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.drafting.day_beside import on_day_beside
from briefing_app.drafting.grammar import word_set
from briefing_app.drafting.margins import at_its_margins, is_alongside, is_on_sidelines
from briefing_app.drafting.meeting_titles import title_of
from briefing_app.drafting.moved import named_before, rescheduled
from briefing_app.drafting.naming import capital
from briefing_app.drafting.new_dates import says_held
from briefing_app.drafting.other_meeting import Other
from briefing_app.drafting.values import replace
from briefing_app.drafting.wishes import is_of_series, is_only_until, is_wished
from briefing_app.model import dates as edtf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.event import Held
    from briefing_app.drafting.gathering import Gathering
    from briefing_app.drafting.reading import Reading
    from briefing_app.drafting.tokens import Token
    from briefing_app.model.meetings import Certainty

_COUNTED = 5  # words of "It was the ministers'"
_HELD = frozenset(
    [
        "held",
        "met",
        "hosted",
        "convened",
        "gathered",
        "took",
        "spoke",
        "attended",
        "received",
        "meeting",
        "visited",
        "opened",
    ]
)
_FOUNDING = word_set(
    "constituted formed launched established founded created inaugurated inception introduced instituted"
)
_BEGUN = frozenset(
    ("joined", "began", "begun", "started", "dates", "date")
)  # in a year: the series, no meeting
_TELLING = frozenset(("said", "confirmed", "announced", "stated", "told", "added"))
# After "agreed that it would be held", one of these leaves it open all the same.
_OPEN = word_set(
    "could may might possible possibility possibly whether explore exploring consider considering if"
)
_DECIDED = frozenset(("agree", "decide"))


_THAT_DAY = ("same day", "the day", "that day")


def meetings_of(reading: Reading, held: Held | None) -> tuple[Other, ...]:
    """Return the meetings before and after the event, in the order of the article."""
    own = held.mentions if held else ()
    found: list[Other] = []
    for n, printed in enumerate(reading.gatherings):
        mention = rescheduled(reading, printed)
        one = on_day_beside(reading, at_its_margins(reading, _in_time(reading, mention), n), held)
        if printed in own or not _counts(reading, one, held):
            continue
        made = _other(reading, one, held)
        if mention is not printed:
            ahead = mention.outlook == "expected"
            made = replace(made, rule="meeting-moved")
            made = replace(made, certainty="expected", past=False) if ahead else made
        made = named_before(_on_the_same_day(made, held), one, found[-1] if found else None)
        if is_alongside(reading, one) and found and found[-1].proofs[0][0] == one.paragraph:
            made = _with_what_it_is_alongside(made, found[-1])
        apart = is_alongside(reading, one) or is_on_sidelines(reading, one)
        alike = _is_named_again if apart else _is_same
        same = next((k for k, each in enumerate(found) if alike(each, made)), None)
        if same is None:
            found.append(made)
        else:
            found[same] = _merged(found[same], made)
    return tuple(found)


def _in_time(reading: Reading, one: Gathering) -> Gathering:
    """Return a mention without a date that cannot be its own: a past meeting has no date ahead."""
    first = reading.paragraph(one.paragraph).tokens[one.first].low
    if first == "last" and one.outlook in ("expected", "none"):
        return replace(one, outlook="past")
    if one.dated and one.dated.edtf and one.outlook == "expected":
        last = edtf.parse(one.dated.edtf).latest
        if last is None or last >= reading.anchor:
            return one
        after = reading.paragraph(one.paragraph).tokens[one.end : one.sentence[1]]
        took_place = not one.verbal and says_held([token.low for token in after])
        return replace(one, outlook="past") if took_place else replace(one, dated=None)
    if one.dated and one.dated.edtf and one.outlook in ("past", "none"):
        start = edtf.parse(one.dated.edtf).earliest
        if start and start > reading.anchor:
            return replace(one, dated=None) if one.outlook == "past" else replace(one, outlook="expected")
    return one


def _counts(reading: Reading, one: Gathering, held: Held | None) -> bool:
    """Tell whether a mention is a meeting of its own, and not a way to speak of one."""
    dated = bool(one.dated and (one.dated.edtf or one.outlook in ("expected", "possible")))
    no_meeting = one.outlook == "denied" or _is_founding(reading, one) or is_wished(reading, one)
    # An edition is one of the event's series: without an event it may be that of a drill or a fair.
    no_meeting = no_meeting or (one.head == "edition" and held is None)
    if no_meeting or (held and _is_event(one, held)):
        return False
    that_day = one.outlook in ("past", "none") and bool(one.people) and _is_that_day(one.dated)
    exact = that_day or bool(one.dated and one.dated.edtf)
    if one.outlook in ("expected", "possible"):
        if _is_reception(reading, one) and not exact:
            return False
        alongside = is_alongside(reading, one) and one.proper
        ahead = one.next and one.outlook == "expected" and not is_only_until(reading, one)
        return exact or bool(one.place) or ahead or alongside
    if one.outlook == "off":
        return True
    if _since(reading, one):
        return False
    if one.definite and not exact and not one.ordinal and not one.people:
        return False
    if one.verbal and not (one.people or len(one.codes) > 1 or dated):
        return False
    return exact or (bool(one.place) and _is_held(reading, one))


def _is_reception(reading: Reading, one: Gathering) -> bool:
    """Tell whether a visitor is only to be received somewhere, as a courtesy: "is to be received by"."""
    tokens = reading.paragraph(one.paragraph).tokens
    return one.head == "received" and tokens[one.first - 1].low == "be"


def _since(reading: Reading, one: Gathering) -> bool:
    """Tell whether it only says since when: "the first meeting of its kind since 2015"."""
    tokens = reading.paragraph(one.paragraph).tokens
    after = [token.low for token in tokens[one.end : one.end + 5]]
    if is_of_series(reading, one) or (not one.place and _is_this_one(tokens, one)):
        return True
    return one.ordinal == 1 and ("since" in after or "kind" in after)


def _is_this_one(tokens: Sequence[Token], one: Gathering) -> bool:
    """Tell whether it only counts the meeting just told of: "It was their second meeting this year"."""
    lows = [token.low for token in tokens[one.sentence[0] : one.first]]
    return (
        lows[:1] in (["it"], ["this"])
        and lows[1:2] in (["was"], ["is"], ["marked"])
        and len(lows) <= _COUNTED
    )


def _is_held(reading: Reading, one: Gathering) -> bool:
    """Tell whether its sentence says that it took place."""
    begin, end = one.sentence
    lows = {token.low for token in reading.paragraph(one.paragraph).tokens[begin:end]}
    return bool(lows & _HELD)


def _is_founding(reading: Reading, one: Gathering) -> bool:
    """Tell whether the date beside a series is that of its beginning: "launched in 2011, the dialogue"."""
    begin, end = one.sentence
    tokens = reading.paragraph(one.paragraph).tokens
    begin = max((i + 1 for i in range(begin, one.first) if tokens[i].text == ";"), default=begin)
    lows = [token.low for token in tokens[begin:end]]
    year = one.dated is not None and len(one.dated.edtf or "") == len("2023")
    after = {token.low for token in tokens[one.end : end]}
    founded = bool(_FOUNDING & set(lows)) or _is_set_up(lows)
    begun = founded or (year and bool(after & _BEGUN))
    return begun and not one.ordinal and not one.next


def _is_set_up(lows: Sequence[str]) -> bool:
    """Tell whether something is said to have been set up: "Set up in 2011, the", "was set up in 2011"."""
    return any(
        pair == ("set", "up") and (n == 0 or (lows[n - 1] in (",", "was") and lows[n + 2 : n + 3] == ["in"]))
        for n, pair in enumerate(pairwise(lows))
    )


def _is_event(one: Gathering, held: Held) -> bool:
    """Tell whether a mention only repeats the day of the event, at no other place."""
    same_day = one.dated and held.dated and one.dated.edtf and one.dated.edtf == held.dated.edtf
    same_place = not one.place or not held.place or one.place[0] == held.place[0]
    return bool(same_day and same_place and not one.proper and not one.people)


def _other(reading: Reading, one: Gathering, held: Held | None) -> Other:
    past = _is_past(reading, one)
    certainty = _certainty(reading, one)
    paragraph = reading.paragraph(one.paragraph)
    ordinal = one.ordinal
    inferred: tuple[str, ...] = ()
    if one.next and not ordinal and held and held.best.ordinal:
        ordinal, inferred = held.best.ordinal + 1, ("series.ordinal",)
    parties = one.codes or (held.parties if held and one.next else ())
    return Other(
        capital(title_of(reading, one, held)),
        one.dated,
        one.place,
        certainty,
        past,
        held.best.name if held and inferred else one.name or "meeting",
        parties,
        ordinal,
        inferred,
        ((one.paragraph, one.first, _proof_end(paragraph.tokens, one)),),
        "meeting-ahead" if not past else "meeting-past",
    )


def _proof_end(tokens: Sequence[Token], one: Gathering) -> int:
    end = one.end
    if one.dated:
        last = next((i for i in range(one.end, one.sentence[1]) if tokens[i].end >= one.dated.end), 0)
        if last and tokens[last].start < one.dated.end:
            end = max(end, last + 1)
    return end


def _is_past(reading: Reading, one: Gathering) -> bool:
    if one.outlook in ("expected", "possible"):
        return False
    if one.dated and one.dated.edtf:
        start = edtf.parse(one.dated.edtf).latest_start
        return bool(start and start <= reading.anchor)
    return one.outlook != "off"


def _certainty(reading: Reading, one: Gathering) -> Certainty:
    if one.outlook == "off":
        return "none"
    before = [
        clause.group.verb.force
        for clause in reading.clauses_in(one.paragraph)
        # A point of a list begins after its mark.
        if clause.sentence[1] == one.sentence[1] and clause.group.end <= one.first
    ]
    # "agreed to stay in touch and looked forward to meeting at the summit": that is not agreed.
    decided = bool(_DECIDED & set(before)) and before[-1] != "never"
    begin, end = one.sentence
    open_still = {token.low for token in reading.paragraph(one.paragraph).tokens[begin:end]} & _OPEN
    told = one.outlook == "possible" and not open_still and _is_told(reading, one)
    if (one.outlook == "possible" and (open_still or not (decided or told))) or (
        one.dated and one.dated.earliest_only
    ):
        return "possible"
    if one.outlook in ("past", "none") or decided:
        return "confirmed"
    return "expected"


def _is_told(reading: Reading, one: Gathering) -> bool:
    """Tell whether "would" is the "will" of somebody's words: "he said that they would meet"."""
    tokens = reading.paragraph(one.paragraph).tokens
    lows = [token.low for token in tokens[one.sentence[0] : one.first]]
    after = {token.low for token in tokens[one.end : min(one.end + 2, one.sentence[1])]}
    return "would" in {*lows, *after} and bool(set(lows) & _TELLING)


def _is_that_day(dated: Dated | None) -> bool:
    """Tell whether the article says only that it was the day of which it speaks: "earlier in the day"."""
    return bool(dated and dated.edtf is None and dated.phrase.lower().endswith(_THAT_DAY))


def _on_the_same_day(made: Other, held: Held | None) -> Other:
    """Return a meeting with the event's day, where the article says that it was the same."""
    same = _is_that_day(made.dated)
    return replace(made, dated=held.dated) if same and held else made


def _with_what_it_is_alongside(made: Other, other: Other) -> Other:
    """Return the larger event with date and place of the meeting at its margins, where it has none."""
    inferred = made.inferred
    inferred += ("when",) if not made.dated and other.dated else ()
    inferred += ("place",) if not made.place and other.place else ()
    dated, place = made.dated or other.dated, made.place or other.place
    return replace(
        made, dated=dated, place=place, inferred=inferred, past=other.past, certainty=other.certainty
    )


def _is_same(one: Other, other: Other) -> bool:
    if one.past != other.past or one.certainty == "none" or other.certainty == "none":
        return False
    same_date = one.dated and other.dated and one.dated.edtf and one.dated.edtf == other.dated.edtf
    places_fit = not (one.place and other.place) or one.place[0] == other.place[0]
    if same_date and places_fit and one.proofs[0][0] == other.proofs[0][0]:
        return True
    alike = one.title.casefold() == other.title.casefold() and not (one.dated and other.dated)
    return alike or _is_named_again(one, other)


def _is_named_again(one: Other, other: Other) -> bool:
    """Tell whether a meeting ahead is spoken of again, nearer: "next month's Lake Summit", "the summit"."""
    words, again = one.title.casefold().split(), other.title.casefold().split()
    if one.past or len(again) > 1 or again[-1:] != words[-1:] or not (one.place and one.place == other.place):
        return False
    day, nearer = (each.dated.edtf if each.dated else None for each in (one, other))
    return bool(day and nearer and nearer.startswith(day))


def _merged(one: Other, other: Other) -> Other:
    nearer = bool(one.dated and other.dated and _is_named_again(one, other))
    return replace(
        one,
        dated=other.dated if nearer else one.dated or other.dated,
        proofs=(*one.proofs, *other.proofs) if nearer else one.proofs,
        place=one.place or other.place,
        parties=one.parties or other.parties,
    )
