"""When, where and how the event took place."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import compress
from typing import TYPE_CHECKING

from briefing_app.drafting.event_parties import LEAD, PAIR
from briefing_app.drafting.grammar import COUNTS, word_set
from briefing_app.drafting.places import places_in
from briefing_app.drafting.recency import is_recent
from briefing_app.drafting.tense import outlook_at
from briefing_app.drafting.values import replace
from briefing_app.model import dates as edtf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.drafting.clauses import Clause
    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.gathering import Gathering
    from briefing_app.drafting.reading import Reading
    from briefing_app.drafting.tokens import Token
    from briefing_app.model.meetings import Mode


def date_of(reading: Reading, best: Gathering, mentions: Sequence[Gathering]) -> tuple[Dated | None, int]:
    """Return the date of the event, and the paragraph that gives it; None and 0 where none does."""
    own = [
        (one.dated, one.paragraph)
        for one in (best, *mentions)
        if one.dated and one.dated.edtf and is_recent(reading.anchor, one.dated.edtf)
    ]
    if own:
        return next((each for each in own if _is_within(each[0], own[0][0])), own[0])
    said = [
        (each, number)
        for number, dates in enumerate(reading.dates[:LEAD], 1)
        for each in dates
        if each.edtf and is_recent(reading.anchor, each.edtf)
    ]
    # The day of the dateline is that of the writing, and tells of the meeting only where nothing else does.
    begin = (
        reading.paragraphs[0].tokens[0].start if reading.paragraphs and reading.paragraphs[0].tokens else 0
    )
    told = (pair for pair in said if pair[1] > 1 or pair[0].start >= begin)
    return next(told, next(iter(said), (None, 0)))


def _is_within(dated: Dated, wide: Dated) -> bool:
    """Tell whether a date names the days of a wider one: "this week", and later "the March 19-20 talks"."""
    if not (dated.edtf and wide.edtf and wide.edtf.startswith("[")) or dated.edtf.startswith("["):
        return False
    inner, outer = edtf.parse(dated.edtf), edtf.parse(wide.edtf)
    begins = inner.earliest and outer.earliest and outer.earliest <= inner.earliest
    return bool(begins and inner.latest and outer.latest and inner.latest <= outer.latest)


def place_of(reading: Reading, best: Gathering, mentions: Sequence[Gathering]) -> tuple[str, str] | None:
    """Return city and country of the event, None where the text says none."""
    old = (one.dated and one.dated.edtf for one in (best, *mentions))
    fresh = (not day or is_recent(reading.anchor, day) for day in old)
    for one in compress((best, *mentions), fresh):
        after = reading.paragraph(one.paragraph).tokens[one.end : min(one.end + 4, one.sentence[1])]
        here = any(token.low == "here" for token in after) or _in_this_city(reading, one)
        if here and reading.article.dateline:
            return reading.article.dateline, reading.home or ""
        if one.place:
            return one.place
    found = next(_places_of_acts(reading), None) or next(_places_of_decisions(reading), None)
    if found:
        return found
    said = any(token.low in ("today", "here") for p in reading.paragraphs[:LEAD] for token in p.tokens)
    city = reading.article.dateline
    return (city, reading.home or "") if city and said else None


def _in_this_city(reading: Reading, one: Gathering) -> bool:
    """Tell whether a sentence says "in this port city" after the meeting."""
    lows = [token.low for token in reading.paragraph(one.paragraph).tokens[one.end : one.sentence[1]]]
    return any(
        low == "this" and {"city", "town", "capital", "resort"} & set(lows[n + 1 : n + 4])
        for n, low in enumerate(lows)
    )


def building_of(reading: Reading, mentions: Sequence[Gathering]) -> tuple[str, str] | None:
    """Return the building in which they met, of which no city is told: "hosted X at the Pentagon"."""
    for one in mentions:
        tokens = reading.paragraph(one.paragraph).tokens
        for i in range(one.sentence[0], one.sentence[1] - 1):
            first = i + 1 + (tokens[i + 1].low == "the")
            end = first
            while end < one.sentence[1] and (tokens[end].is_capital or tokens[end].low == "'s"):
                end += 1
            into = ("at", "in", "to") if one.head == "welcomed" else ("at", "in")
            if tokens[i].low in into and end > first and tokens[end - 1].low in _BUILDINGS:
                return reading.paragraph(one.paragraph).said(first, end), ""
    return None


_BUILDINGS = word_set(
    "pentagon house palace headquarters ministry department residence hall castle kremlin base fort barracks "
    "secretariat chancellery"
)


def is_dateline_day(reading: Reading, dated: Dated | None) -> bool:
    """Tell whether the meeting ended on the day of the dateline, and so where that was written."""
    if not (dated and dated.edtf and reading.article.dateline):
        return False
    return edtf.parse(dated.edtf).latest == reading.anchor


def is_in_headline(reading: Reading) -> bool:
    """Tell whether the headline says that they met in the city of the dateline: "Ministers meet in Riga"."""
    city = (reading.article.dateline or "").casefold()
    return bool(city) and f" in {city} " in f"{reading.article.title} ".casefold()


def _places_of_acts(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield cities where the lead says that somebody met, hosted, attended or signed."""
    for paragraph in reading.paragraphs[: LEAD + 1]:
        for begin, end in paragraph.sentences:
            acts = [i for i in range(begin, end) if _is_act(paragraph.tokens, i)]
            if acts and outlook_at(paragraph.tokens, acts[0], begin, end, reading.lexicon) in (
                "past",
                "none",
            ):
                yield from places_in(paragraph, begin, end, reading.lexicon)


def _places_of_decisions(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield cities where the lead says that something was decided: "agreed in Riga to"."""
    for clause in reading.clauses:
        group = clause.group
        if (
            clause.paragraph <= PAIR
            and group.verb.force in ("agree", "decide")
            and group.status == "asserted"
        ):
            yield from places_in(
                reading.paragraph(clause.paragraph), group.end, clause.first, reading.lexicon, going=False
            )
        done = group.verb.force in ("discuss", "agree", "decide", "sign", "adopt")
        if clause.paragraph == 1 and done and group.status == "asserted":
            yield from _before_day(reading, clause)


def _before_day(reading: Reading, clause: Clause) -> Iterator[tuple[str, str]]:
    """Yield a city before the day of talks: "discussed drones in Nairobi on Monday", "in Riga Monday"."""
    paragraph = reading.paragraph(clause.paragraph)
    days = [
        each.start
        for each in reading.dates[clause.paragraph - 1]
        if each.edtf and is_recent(reading.anchor, each.edtf)
    ]
    for i in range(clause.first + 1, clause.end):
        on = paragraph.tokens[i].low == "on" and any(t.start in days for t in paragraph.tokens[i + 1 : i + 2])
        if on or paragraph.tokens[i].start in days:
            yield from places_in(paragraph, i - 2, i, reading.lexicon, going=False)


def _is_act(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a verb says what was done at this meeting, not what "had" been done before."""
    return tokens[i].low in _ACTS and not (i and tokens[i - 1].low == "had")


_ACTS = word_set("met hosted signed attended held gathered convened welcomed received arrived hostess")


def spanned(reading: Reading, best: Gathering, mentions: Sequence[Gathering], dated: Dated) -> Dated:
    """Return all days of a meeting of which the last is named: "wound up a three-day meeting"."""
    if not dated.edtf or len(dated.edtf) != len("2026-01-01"):
        return dated
    paragraph = reading.paragraph(best.paragraph)
    begin, end = best.sentence
    lows = [token.low for token in paragraph.tokens[begin:end]]
    days = sorted(
        {d.edtf for d in reading.dates[best.paragraph - 1] if d.edtf and len(d.edtf) == len(dated.edtf)}
        | {dated.edtf}
    )
    days = [day for day in days if is_recent(reading.anchor, day)]
    if len(days) == PAIR and _OPENING & set(lows):
        return replace(dated, edtf=f"{days[0]}/{days[1]}")
    if len(days) == 1 and _OPENING & set(lows) and _ENDING & set(lows):
        days = _until_close(reading, dated.edtf)
        return replace(dated, edtf="/".join(days)) if len(days) == PAIR else dated
    sentences = [reading.paragraph(one.paragraph).tokens[slice(*one.sentence)] for one in (best, *mentions)]
    count = next((n for n in map(_days_ended, sentences) if n), 0)
    if count < PAIR:
        return dated
    last = date.fromisoformat(dated.edtf)
    return replace(dated, edtf=f"{last - timedelta(days=count - 1)}/{last}")


def _until_close(reading: Reading, first: str) -> list[str]:
    """Return the first day, and the last of which the lead tells, where one follows it soon."""
    last = (date.fromisoformat(first) + timedelta(days=_LONGEST)).isoformat()
    told = (each.edtf for dates in reading.dates[:LEAD] for each in dates if each.edtf)
    days = {
        day for day in told if len(day) == len(first) and first < day <= min(last, reading.anchor.isoformat())
    }
    return [first, *sorted(days)[-1:]]


def _days_ended(tokens: Sequence[Token]) -> int:
    """Return how many days a meeting took whose end a sentence tells, 0 where it does not."""
    lows = [token.low for token in tokens]
    if not _ENDING & set(lows):
        return 0
    counted = (
        COUNTS[low]
        for n, low in enumerate(lows)
        if low in COUNTS and {"day", "days"} & set(lows[n + 1 : n + 3])
    )
    return next(counted, 0)


_OPENING = frozenset(("opened", "began", "started", "begun"))


_FAR_WORDS = frozenset(("video", "videoconference", "virtual", "virtually", "online", "phone", "telephone"))


_ENDING = word_set(
    "winding closing capping ending wrapping wrapped wound concluded ended closed close end conclusion "
    "finished completed after"
)


def mode_of(reading: Reading, mentions: Sequence[Gathering], place: tuple[str, str] | None) -> Mode | None:
    """Return how they met, None where that is not said."""
    words = frozenset().union(*(words_of(reading, one) for one in mentions))
    first = mentions[0]
    words |= _far_words(reading, first)
    after = {
        token.low
        for one in mentions
        for token in reading.paragraph(one.paragraph).tokens[one.end : one.end + 4]
    }
    video = bool(words & {"video", "virtual", "videoconference", "online", "teleconference"})
    video = video or bool(after & {"video", "virtually", "online", "remotely"})
    # Where the article tells the place, one who "joined by video link" makes no video conference of it.
    placed = (one for one in mentions if one.place and not words_of(reading, one) & _FAR_WORDS)
    if video and not (place and any(True for _ in placed)):
        return "video"
    if words & {"call", "phone", "telephone", "telephoned", "phoned"} or after & {"phone", "telephone"}:
        return "call"
    return "in-person" if place else None


def _far_words(reading: Reading, one: Gathering) -> frozenset[str]:
    """Return words of the sentence for what they met by: "over video", not "to open a telephone line"."""
    tokens = reading.paragraph(one.paragraph).tokens
    nouns = reading.lexicon.lists["meetings"] | _MEANS
    found = set[str]()
    for i in range(*one.sentence):
        low = tokens[i].low
        before = tokens[i - 1].low if i else ""
        after = tokens[i + 1].low if i + 1 < one.sentence[1] else ""
        if low in _FAR_WORDS and (low.endswith("ly") or before in _BY_MEANS or after in nouns):
            found.add(low)
    return frozenset(found)


_BY_MEANS = frozenset(("by", "via", "over", "through", "on", "secure", "met", "held"))
_MEANS = frozenset(("conference", "conferencing", "format", "teleconference", "videoconference", "mode", "-"))


def words_of(reading: Reading, one: Gathering) -> frozenset[str]:
    """Return the words of a mention, with the two before it."""
    tokens = reading.paragraph(one.paragraph).tokens
    return frozenset(token.low for token in tokens[max(0, one.first - 2) : one.end])


_LONGEST = 7  # days
