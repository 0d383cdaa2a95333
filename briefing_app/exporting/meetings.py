"""Meetings on paper: those ahead on one axis, the others as a plain list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.exporting.agreements import item_marking
from briefing_app.exporting.pen import META, Data, Pen
from briefing_app.model import date_words, dates
from briefing_app.model.by_hand import lacking
from briefing_app.model.meetings import Meeting, last_word
from briefing_app.model.outline import (
    ahead,
    certainty_word,
    date_text,
    marks,
    meeting_parts,
    other_meetings,
    others_heading,
    outcome_word,
    steps,
)
from briefing_app.model.timeline import Axis, axis
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.exporting.drops import Drops
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.dates import Edtf
    from briefing_app.model.items import When


def meetings_ahead(briefing: Briefing, pen: Pen, drops: Drops) -> Data:
    """Return the section with its axis, and the words for each number of meetings that may be dropped."""
    found = ahead(briefing)
    day = dates.parse_day(briefing.as_of)
    line = axis(day, [when for each in found for when in _dates(each)])
    gone = sum(drops.gone(f"meeting:{each.id}") for each in found)
    return {
        "heading": tr("Meetings ahead"),
        "as_of": tr("as of {date}", date=date_words.day_in_words(day)),
        "none": ""
        if found
        else lacking(
            briefing,
            named=tr("The source names no meeting ahead."),
            entered=tr("No meeting ahead has been entered."),
        ),
        "alternative": pen.alternative(description(briefing, found)),
        "inferred": tr("inferred"),
        "months": line.marks(),
        "labellings": [[tick._asdict() for tick in ticks] for ticks in line.labellings()],
        "dropped": gone,
        "counts": [_count(n) for n in range(gone, len(found) + 1 if drops.steps else gone + 1)],
        "meetings": [
            _meeting(briefing, each, line, pen, drops)
            for each in found
            if not drops.gone(f"meeting:{each.id}")
        ],
    }


def _count(dropped: int) -> str:
    if not dropped:
        return ""
    return ntr("{n} more in the full brief", "{n} more in the full brief", dropped)


def _dates(meeting: Meeting) -> Iterator[Edtf]:
    """Yield the date that holds, and the one from which the meeting moved."""
    for when in dict.fromkeys((last_word(meeting), meeting.when)):
        if when and when.edtf:
            yield dates.parse(when.edtf)


def _meeting(briefing: Briefing, meeting: Meeting, line: Axis, pen: Pen, drops: Drops) -> Data:
    when = last_word(meeting)
    moved = when is not meeting.when
    return {
        "title": pen.text(meeting.title, META),
        "steps": steps(meeting.certainty),
        "word": certainty_word(meeting.certainty),
        "parts": [_part(part, inferred, pen) for part, inferred in details(meeting)],
        "bar": _bar(when, line),
        "old": _bar(meeting.when, line) if moved else None,
        "no_date": tr("no date given"),
        "marks": pen.of_item(briefing, meeting),
        "marking": item_marking(briefing, meeting, pen),
        "until": drops.until(f"meeting:{meeting.id}"),
    }


def _part(text: str, inferred: bool, pen: Pen) -> Data:  # noqa: FBT001 - two values of one row
    return {"text": pen.text(text, META), "inferred": inferred}


def _bar(when: When | None, line: Axis) -> Data | None:
    if when is None or not when.edtf:
        return None
    bar = line.bar(dates.parse(when.edtf))
    parts = [{"start": each.start, "end": each.end} for each in bar.pieces]
    return {"shape": bar.shape, "start": bar.start, "end": bar.end, "soft": bar.soft, "parts": parts}


def details(meeting: Meeting) -> Iterator[tuple[str, bool]]:
    """Yield date, place, mode and occasion of a meeting, and whether each is inferred."""
    outcome = outcome_word(meeting)
    if outcome:
        yield outcome, False
    yield from meeting_parts(meeting)


def description(briefing: Briefing, found: tuple[Meeting, ...]) -> str:
    """Return the timeline as one text: the alternative text of its drawing."""
    parts = []
    for each in found:
        line = ", ".join(text for text, _ in details(each))
        proof = ", ".join(mark.text for mark in marks(briefing, each))
        in_words = date_text(last_word(each))
        parts.append(
            f"{each.title}: {certainty_word(each.certainty)}, {line} ({in_words}), {proof}".rstrip(", ")
        )
    return tr("Meetings ahead on a line of time. {meetings}", meetings=". ".join(parts)) + "."


def earlier_meetings(briefing: Briefing, pen: Pen) -> Data | None:
    """Return the meetings that are not ahead as a list without an axis, None where there are none."""
    found = other_meetings(briefing)
    if not found:
        return None
    return {
        "heading": others_heading(briefing),
        "inferred": tr("inferred"),
        "meetings": [
            {
                "title": pen.text(each.title, META),
                "parts": [_part(text, inferred, pen) for text, inferred in _earlier(each)],
                "note": pen.line(each.outcome.note) if each.outcome and each.outcome.note else "",
                "marks": pen.of_item(briefing, each),
                "marking": item_marking(briefing, each, pen),
            }
            for each in found
        ],
    }


def _earlier(meeting: Meeting) -> Iterator[tuple[str, bool]]:
    """Yield what became of a meeting and its date in words, then the rest of its details."""
    word = outcome_word(meeting) or tr("outcome not recorded")
    yield word, False
    yield date_text(meeting.when), bool({"when", "when.edtf"} & set(meeting.inferred))
    rest = [pair for pair in details(meeting) if pair[0] not in (word, meeting.when and meeting.when.phrase)]
    yield from (pair for pair in rest if not meeting.when or pair[0] != tr("no date given"))
