"""How the dates were read: the source's words, what was made of them, and how certain they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.exporting.evidence import words_of
from briefing_app.exporting.pen import META, Data, Pen
from briefing_app.model import date_words, dates
from briefing_app.model.briefing import Briefing, items
from briefing_app.model.items import Item, When
from briefing_app.model.meetings import Meeting
from briefing_app.model.opcon import Stage, Transfer
from briefing_app.model.outline import certainty_word, steps
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator


def dates_read(briefing: Briefing, pen: Pen) -> Data | None:
    """Return how each date was read, None where there is none."""
    rows = [_row(briefing, item, what, when, pen) for item, what, when in _dates(briefing)]
    if not rows:
        return None
    columns = (tr("Words in the source"), tr("EDTF"), tr("Meaning"), tr("Certainty"), tr("Par."))
    return {"heading": tr("How the dates were read"), "columns": columns, "rows": rows}


def _row(briefing: Briefing, item: Item, what: str, when: When, pen: Pen) -> Data:
    read = dates.parse(when.edtf) if when.edtf else None
    meeting = item if isinstance(item, Meeting) else None
    return {
        "phrase": pen.short(tr("“{words}”", words=when.phrase), META[0]),
        "of": pen.plain(what, META[0]),
        "edtf": pen.line(when.edtf) if when.edtf else "–",
        "in_words": date_words.in_words(read) if read else tr("no date given"),
        "meaning": date_words.meaning(read) if read else "",
        "steps": steps(meeting.certainty) if meeting else 0,
        "certainty": certainty_word(meeting.certainty) if meeting else "",
        "marks": pen.of_item(briefing, item, 2),
    }


def _dates(briefing: Briefing) -> Iterator[tuple[Item, str, When]]:
    """Yield every date with its item and the words for what it is the date of."""
    for _, item in items(briefing):
        if item.review.state == "rejected":
            continue
        name = _name(item)
        for key, label in (("when", name), ("due", tr("{name}, due", name=name))):
            when = getattr(item, key, None)
            if isinstance(when, When):
                yield item, label, when
        if isinstance(item, Meeting) and item.outcome and item.outcome.when:
            yield item, tr("{name}, moved", name=name), item.outcome.when


def _name(item: Item) -> str:
    if isinstance(item, Stage):
        return item.stage
    return tr("Transfer") if isinstance(item, Transfer) else words_of(item)
