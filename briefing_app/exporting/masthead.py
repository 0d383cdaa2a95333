"""The head of the page: kicker, dates, review, title, the row of meetings, and the bottom line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.exporting.pen import META, STATEMENT, TITLE, Data, Pen
from briefing_app.model import date_words, dates
from briefing_app.model.meetings import is_off
from briefing_app.model.outline import (
    ahead,
    date_text,
    event_parts,
    kicker,
    other_meetings,
    review_line,
    reviewed,
)
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from briefing_app.exporting.options import Options
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.items import Series
    from briefing_app.model.meetings import Meeting


def masthead(briefing: Briefing, options: Options, pen: Pen) -> Data:
    """Return what stands above the bottom line."""
    category, _ = kicker(briefing)
    said = event_parts(briefing.event) if briefing.event else ()
    series = series_line(briefing, options)
    done, total = reviewed(briefing)
    draft = briefing.status == "draft"
    return {
        "category": pen.text(category.upper(), META),
        "occasion": [{"text": pen.text(part.text, META), "inferred": part.inferred} for part in said],
        "inferred": tr("inferred"),
        "marks": pen.of_item(briefing, briefing.event, 3) if briefing.event else pen.no_marks(),
        "sample": tr("Sample data") if briefing.sample else "",
        "as_of": tr("As of {date}", date=date_words.day_in_words(dates.parse_day(briefing.as_of))),
        "draft": _draft(total - done) if draft else "",
        "reviewed": "" if draft else review_line(briefing),
        "title": pen.text(briefing.title, TITLE),
        "running": pen.short(briefing.title, META[0]),
        "series": pen.text(series, META) if series else "",
    }


def _draft(left: int) -> str:
    return (
        ntr("DRAFT, {n} not reviewed", "DRAFT, {n} not reviewed", left)
        if left
        else tr("DRAFT, not signed off")
    )


def bottom_line(briefing: Briefing, pen: Pen) -> Data:
    """Return the sentences that a reader takes away."""
    return {
        "heading": tr("Bottom line"),
        "text": pen.rich(briefing.bottom_line.text, STATEMENT),
        "marks": pen.of_item(briefing, briefing.bottom_line, 6),
    }


def series_line(briefing: Briefing, options: Options) -> str:
    """Return the meetings before and after the event in its series, where the briefing names them.

    On one page the next one stands among the meetings ahead, and only there.
    """
    event = briefing.event
    if event is None or event.series is None:
        return ""
    others = (each for each in other_meetings(briefing) if not is_off(each))
    before = [each for each in others if _same(each.series, event.series)]
    after = [each for each in ahead(briefing) if _same(each.series, event.series)]
    if options.one_page and options.has("meetings"):
        after = []
    parts = []
    if before:
        parts.append(tr("Previous: {meeting}", meeting=_named(before[0])))
    if after:
        parts.append(tr("Next: {meeting}", meeting=_named(after[0])))
    return " · ".join(parts)


def _same(one: Series | None, other: Series) -> bool:
    return one is not None and one.name == other.name


def _named(meeting: Meeting) -> str:
    parts = [date_text(meeting.when), meeting.place or ""]
    series = meeting.series
    if series and series.ordinal and "series.ordinal" not in meeting.inferred:
        parts.insert(0, tr("no. {ordinal}", ordinal=series.ordinal))
    return ", ".join(part for part in parts if part)
