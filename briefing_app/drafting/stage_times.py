"""Which dates belong to an act, and whether they name the old day or the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.dates import dates_in
from briefing_app.drafting.grammar import BE, HAVE
from briefing_app.drafting.values import dataclass, replace
from briefing_app.model.dates import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.tokens import Token

_FROM = frozenset(("from",))
_WHEN = frozenset(("before", "after", "when", "once"))
_MEET = frozenset(("gather", "gathers", "meet", "meets", "convene", "convenes", "assemble", "sit"))
_CLAUSE = 12  # words of "before the defense chiefs gather in Seoul this"
_TO = frozenset(("to", "until", "till", "into"))
_SMALL = frozenset(
    (
        "in",
        "on",
        "at",
        "the",
        "for",
        "late",
        "early",
        "about",
        "around",
        "probably",
        "perhaps",
        "sometime",
        "again",
    )
)
_BEFORE = 4
_BARE = 4
_DENIED = 6


@dataclass(frozen=True, slots=True)
class Time:
    """A date where it stands in a paragraph, read both ways.

    Attributes:
        first: its first token.
        end: the token after it.
        dated: as the tense of its clause has it.
        past: as one that lies behind.
        ahead: as one to come.
        role: "due" for the old day, "when" for the new one, "" where nothing says so.
        joined: "and" joins it to the date before.
        spanned: what it means after "from" where nothing is moved: the whole span, or itself.
    """

    first: int
    end: int
    dated: Dated
    past: Dated
    ahead: Dated
    role: str = ""
    spanned: Dated | None = None
    joined: bool = False


def _is_of_meeting(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a date is of a meeting that another time is told by: "before the chiefs gather in May"."""
    lows = [token.low for token in tokens[max(0, first - _CLAUSE) : first]]
    at = max((n for n, low in enumerate(lows) if low in _WHEN), default=len(lows))
    return bool(_MEET & set(lows[at:]))


def times_of(
    paragraph: Paragraph, dates: Sequence[Dated], anchor: date, lists: Mapping[str, frozenset[str]]
) -> tuple[Time, ...]:
    """Return the dates of a paragraph with the tokens that they stand in, in order.

    Args:
        paragraph: where they stand.
        dates: as they were read.
        anchor: the day from which relative dates are read.
        lists: the lexicon's lists.
    """
    behind = {each.start: each for each in dates_in(paragraph.text, anchor, lambda _: False)}
    ahead = {each.start: each for each in dates_in(paragraph.text, anchor, lambda _: True)}
    found: list[Time] = []
    for each in dates:
        within = [
            n for n, token in enumerate(paragraph.tokens) if each.start < token.end and token.start < each.end
        ]
        if not within:
            continue
        first, end = within[0], within[-1] + 1
        if _is_of_meeting(paragraph.tokens, first):
            continue
        time = Time(first, end, each, behind.get(each.start, each), ahead.get(each.start, each))
        found += _told_apart(paragraph, time, anchor, lists)
    found += _bare(paragraph, found, anchor, lists)
    row = sorted(found, key=lambda time: time.first)
    return tuple(
        replace(time, joined=_is_joined(paragraph, row[n - 1], time)) if n else time
        for n, time in enumerate(row)
    )


def _is_joined(paragraph: Paragraph, one: Time, other: Time) -> bool:
    """Tell whether only "and" stands between two dates: "in March and August 2027"."""
    between = [token.low for token in paragraph.tokens[one.end : other.first] if token.low not in _SMALL]
    lead = [token.low for token in paragraph.tokens[other.first : other.end]]
    return between == ["and"] or (not between and lead[:1] == ["and"])


def _bare(
    paragraph: Paragraph, found: Sequence[Time], anchor: date, lists: Mapping[str, frozenset[str]]
) -> list[Time]:
    """Return months and seasons that are dates here only: "moved to March", "August's exercise"."""
    tokens = paragraph.tokens
    made: list[Time] = []
    for i in range(len(tokens)):
        role = _role(tokens, i, lists)
        following = tokens[i + 1].low if i + 1 < len(tokens) else ""
        owned = tokens[i].is_capital and (following in ("'s", "'") or _heads(paragraph, i, following))
        if not (role or owned) or any(time.first <= i < time.end for time in found):
            continue
        last = i if owned else min(len(tokens), i + _BARE) - 1
        read = read_alone(paragraph.text[tokens[i].start : tokens[last].end], anchor, tokens[i].start)
        if read:
            end = next(n for n in range(i, len(tokens)) if tokens[n].end >= read[0].end) + 1
            made.append(Time(i, end, *read, role=role))
    return made


def _heads(paragraph: Paragraph, i: int, following: str) -> bool:
    """Tell whether a token is the subject at the head of a sentence: "November has been earmarked"."""
    return following in HAVE | BE and any(first == i for first, _ in paragraph.sentences)


def _role(tokens: Sequence[Token], i: int, lists: Mapping[str, frozenset[str]]) -> str:
    """Return whether what stands before a token makes a date there the old day or the new one."""
    lead = tokens[i - 1].low if i else ""
    if lead in _TO:
        return "when"
    return (
        "due"
        if lead in _FROM
        or (lead == "not" and tokens[i - 2].text == ",")
        or " ".join(token.low for token in tokens[max(0, i - 2) : i]) in lists["opcon_instead"]
        else ""
    )


def _told_apart(
    paragraph: Paragraph, time: Time, anchor: date, lists: Mapping[str, frozenset[str]]
) -> Iterator[Time]:
    """Yield a time with its role; "from November to March" is two."""
    tokens = paragraph.tokens
    lead = tokens[time.first].low
    before = [token.low for token in tokens[max(0, time.first - _BEFORE) : time.first]]
    while before and before[-1] in _SMALL:
        before.pop()
    near = before[-1] if before else ""
    if near in _FROM or lead in _FROM:
        yield from _from(paragraph, time, anchor)
    elif lead == "up" and tokens[time.first + 1].low in _TO:
        yield replace(_reread(paragraph, time.first + 2, time.end, anchor) or time, role="when")
    elif lead in _TO or (lead == "before" and _is_denied(tokens, time.first)):
        yield replace(_without_lead(paragraph, time, anchor), role="when")
    elif near in _TO or before[-2:] in (["favour", "of"], ["favor", "of"]):
        yield replace(time, role="when")
    elif near in lists["opcon_instead"] or " ".join(before[-2:]) in lists["opcon_instead"]:
        yield replace(time, role="due")
    else:
        yield time


def _is_denied(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether "not" stands close before a date: "will not be held before May"."""
    return any(token.low in ("not", "won't") for token in tokens[max(0, first - _DENIED) : first])


def _from(paragraph: Paragraph, time: Time, anchor: date) -> Iterator[Time]:
    tokens = paragraph.tokens
    split = next((k for k in range(time.first + 1, time.end - 1) if tokens[k].low in _TO), None)
    if split is None:
        bare = _without_lead(paragraph, time, anchor) if tokens[time.first].low in _FROM else time
        yield replace(bare, role="due", spanned=time.dated)
        return
    first = time.first + (tokens[time.first].low in _FROM)
    late = _reread(paragraph, split + 1, time.end, anchor)
    early = _reread(paragraph, first, split, anchor)
    if late and early:
        yield replace(early, role="due", spanned=time.dated)
        yield replace(late, role="when", spanned=time.dated)
    else:
        yield time


def _without_lead(paragraph: Paragraph, time: Time, anchor: date) -> Time:
    return _reread(paragraph, time.first + 1, time.end, anchor) or time


def _reread(paragraph: Paragraph, first: int, end: int, anchor: date) -> Time | None:
    """Return some tokens read as a date of their own."""
    start = paragraph.tokens[first].start
    read = read_alone(paragraph.text[start : paragraph.tokens[end - 1].end], anchor, start)
    return Time(first, end, *read) if read else None


def read_alone(text: str, anchor: date, offset: int) -> tuple[Dated, Dated, Dated] | None:
    """Return the date that a text begins with, read by itself, as past, and as ahead."""
    for lead in ("", "in "):
        read = [_leading(lead + text, anchor, way) for way in (None, False, True)]
        found = [
            replace(
                each, start=offset, end=each.end + offset - len(lead), phrase=each.phrase.removeprefix(lead)
            )
            for each in read
            if each and each.edtf and each.start <= len(lead)
        ]
        if len(found) == len(read):
            return found[0], found[1], found[2]
    return None


def _leading(text: str, anchor: date, way: bool | None) -> Dated | None:  # noqa: FBT001 as dates_in asks for it
    """Return the first date of a text whose clauses all speak of one time."""
    return next(iter(dates_in(text, anchor, lambda _: way)), None)


# ------------------------------------------------------------------------------------------- comparing


def last_day(dated: Dated | None) -> date | None:
    """Return the last day that a date may mean, None where it is open or there is none."""
    return parse(dated.edtf).latest if dated and dated.edtf else None


def first_day(dated: Dated | None) -> date | None:
    """Return the first day that a date may mean, None where it is open or there is none."""
    return parse(dated.edtf).earliest if dated and dated.edtf else None


def before(one: Dated | None, other: Dated | None) -> bool:
    """Tell whether a date ends before another one ends."""
    left, right = last_day(one), last_day(other)
    return bool(left and right and left < right)
