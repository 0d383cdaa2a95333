"""What was decided without where and when: "to share data at talks in Riga", "a pact on Monday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.tense import decided_at
from briefing_app.drafting.values import replace

if TYPE_CHECKING:
    from briefing_app.drafting.event import Held
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.reading import Reading
    from briefing_app.drafting.verdicts import Verdict


def without_where(reading: Reading, held: Held, paragraph: Paragraph, verdict: Verdict) -> Verdict:
    """Return a verdict without the meeting at which it was decided: "to share data at talks in Riga".

    Args:
        reading: what was read.
        held: the event.
        paragraph: where it stands.
        verdict: what a clause amounts to.
    """
    if verdict.rule == "discuss":
        return _without_day(reading, held, paragraph, verdict)
    if verdict.rule in ("sign", "adopt"):
        return _without_when(reading, held, paragraph, verdict)
    for one in held.mentions:
        inside = one.paragraph == paragraph.number and verdict.first < one.first < verdict.end
        if one.verbal or not inside:
            continue
        cut = decided_at(paragraph.tokens, one.end - 1, one.sentence[0], reading.lexicon)
        if cut - verdict.first > 1:
            return replace(verdict, end=cut - (paragraph.tokens[cut - 1].text == ","))
    return verdict


def _without_day(reading: Reading, held: Held, paragraph: Paragraph, verdict: Verdict) -> Verdict:
    """Return what was talked about without the day of the talks: "drones in Riga on Monday"."""
    tokens, end = paragraph.tokens, verdict.end
    own = held.dated.edtf if held.dated else None
    day = next(
        (
            each
            for each in reading.dates[paragraph.number - 1]
            if own and each.edtf == own and each.end == tokens[end - 1].end
        ),
        None,
    )
    at = next((i for i in range(verdict.first + 1, end) if day and tokens[i].start >= day.start), end)
    if at == end or tokens[at - 1].low != "on":
        return verdict
    city = held.place[0].lower().split() if held.place else []
    there = at - 2 - len(city)
    here = city and [token.low for token in tokens[there : at - 1]] == ["in", *city]
    return replace(verdict, end=there if here and there > verdict.first else at - 1)


def _without_when(reading: Reading, held: Held, paragraph: Paragraph, verdict: Verdict) -> Verdict:
    """Return what was signed without day, place and visit: "an agreement on Monday during a visit"."""
    tokens = paragraph.tokens
    days = [each.start for each in reading.dates[paragraph.number - 1] if each.edtf]
    city = held.place[0].lower().split()[:1] if held.place else []
    for i in range(verdict.first + 2, verdict.end - 1):
        low, after = tokens[i].low, tokens[i + 1]
        day = low in ("on", "at") and after.start in days
        there = low in ("in", "at") and [after.low] == city
        visit = low == "during" and {"visit", "talks", "meeting"} & {t.low for t in tokens[i + 1 : i + 5]}
        if (day or there or visit) and not _goes_on(reading, paragraph, i, verdict.end, len(city)):
            return replace(verdict, end=i - (tokens[i - 1].text == ","))
    return verdict


def _goes_on(reading: Reading, paragraph: Paragraph, i: int, end: int, words: int) -> bool:
    """Tell whether it is told after place and day what a paper is on: "in Riga on Monday on drones"."""
    tokens = paragraph.tokens
    spans = {each.start: each.end for each in reading.dates[paragraph.number - 1]}
    while i + 1 < end and tokens[i].low in ("in", "on", "at"):
        until = spans.get(tokens[i + 1].start)
        if until is None and not tokens[i + 1].is_capital:
            break
        i += 1 + words
        while until and i < end and tokens[i].start < until:
            i += 1
    return i < end and tokens[i].low in ("on", "to", "for", "covering", "about")
