"""What stands behind the lines: each item's words, how dates were read, what is cited, the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.exporting.pen import META, Data, Pen
from briefing_app.model import date_words, dates
from briefing_app.model.agreements import Agreement
from briefing_app.model.briefing import SUFFIX, Briefing, items
from briefing_app.model.items import Item, When
from briefing_app.model.meetings import Event, Meeting
from briefing_app.model.opcon import Condition, Stage, Transfer
from briefing_app.model.outline import (
    certainty_word,
    chips,
    cited,
    kind_word,
    marks_of,
    outcome_word,
    proof,
    review_line,
    steps,
)
from briefing_app.model.parties import chip
from briefing_app.model.people import Participant
from briefing_app.model.sources import Difference
from briefing_app.model.tracker import stage_line, state_word
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.exporting.options import Options
    from briefing_app.model.evidence import Passage

MOST_WORDS = 12


def table(briefing: Briefing, options: Options, pen: Pen) -> Data:
    """Return the evidence table: a row for each passage of each item, the item named in its first row."""
    rows = []
    number = 0
    for _, item in items(briefing):
        if item.review.state == "rejected" or not proof(item):
            continue
        number += 1
        for n, passage in enumerate(proof(item)):
            rows.append(_row(briefing, item, passage, options, pen, str(number) if n == 0 else ""))
    columns = (tr("No."), tr("Item"), tr("Words in the source, shortened"), tr("State"), tr("Par."))
    return {
        "heading": tr("Each line and the words behind it"),
        "label": tr("Evidence").upper(),
        "columns": [column.upper() for column in columns],
        "rows": rows,
    }


def _row(briefing: Briefing, item: Item, passage: Passage, options: Options, pen: Pen, number: str) -> Data:
    first = bool(number)
    kind = item.kind if isinstance(item, Agreement) else ""
    codes = chips(briefing, item) if isinstance(item, Agreement) and first else ()
    return {
        "number": number,
        "kind": kind if first else "",
        "part": _part(item) if first else "",
        "chips": [pen.line(chip(code)) for code in codes],
        "item": pen.plain(_words_of(item), META[0]) if first else "",
        "words": pen.line(_quoted(passage)),
        "state": _state(passage, options),
        "marks": pen.marks(marks_of(briefing, (passage,))),
    }


def _part(item: Item) -> str:
    """Return what kind of line it is, empty for an agreement: its sign says it."""
    if isinstance(item, Agreement):
        return kind_word(item.kind)
    names: tuple[tuple[type[Item], str], ...] = (
        (Event, tr("Event")),
        (Participant, tr("Participant")),
        (Meeting, tr("Meeting")),
        (Stage, tr("Stage")),
        (Transfer, tr("Transfer")),
        (Condition, tr("Condition")),
        (Difference, tr("Difference")),
    )
    return next((name for kind, name in names if isinstance(item, kind)), "")


def _words_of(item: Item) -> str:
    """Return an item as one line."""
    if isinstance(item, Stage):
        return f"{item.stage} {state_word(item.state)}: {stage_line(item)}".rstrip(": ")
    if isinstance(item, Transfer):
        return item.note or tr("Date of the transfer")
    for key in ("statement", "title", "name", "about", "text"):
        if found := getattr(item, key, ""):
            return str(found)
    return item.id


def _quoted(passage: Passage) -> str:
    """Return at most twelve words of a passage in quotation marks, the middle left out."""
    words = f"{passage.start} … {passage.end}" if passage.end else passage.start
    return f"“{words}”"


def _state(passage: Passage, options: Options) -> str:
    state = options.states.get(passage, "unchecked") if options.states is not None else "unchecked"
    return {
        "verified": tr("verified"),
        "moved": tr("moved"),
        "changed": tr("changed"),
        "missing": tr("missing"),
        "unchecked": tr("unchecked"),
    }[state]


def dates_read(briefing: Briefing, pen: Pen) -> Data | None:
    """Return how each date was read, None where there is none."""
    rows = [
        {
            "phrase": pen.line(f"“{when.phrase}”"),
            "of": pen.short(what, META[1]),
            "edtf": pen.line(when.edtf) if when.edtf else tr("no date"),
            "meaning": date_words.meaning(dates.parse(when.edtf)) if when.edtf else "",
            "in_words": date_words.in_words(dates.parse(when.edtf)) if when.edtf else "",
            "steps": steps(item.certainty) if isinstance(item, Meeting) else 0,
            "certainty": certainty_word(item.certainty) if isinstance(item, Meeting) else "",
            "marks": pen.of_item(briefing, item, 2),
        }
        for item, what, when in _dates(briefing)
    ]
    columns = (tr("Words"), tr("Date of"), tr("EDTF"), tr("Meaning"), tr("Certainty"), tr("Par."))
    heading = tr("How the dates were read")
    made = {"heading": heading, "label": heading.upper(), "columns": [each.upper() for each in columns]}
    return {**made, "rows": rows} if rows else None


def _dates(briefing: Briefing) -> Iterator[tuple[Item, str, When]]:
    for _, item in items(briefing):
        if item.review.state == "rejected":
            continue
        name = _words_of(item) if not isinstance(item, Stage) else item.stage
        for key, label in (("when", name), ("due", tr("{name}, due", name=name))):
            when = getattr(item, key, None)
            if isinstance(when, When):
                yield item, label, when
        if isinstance(item, Meeting) and item.outcome and item.outcome.when:
            yield item, f"{name}, {outcome_word(item)}", item.outcome.when


def coverage(briefing: Briefing, pen: Pen) -> Data:
    """Return for each source which of its paragraphs are cited."""
    heading = tr("Coverage of the sources")
    rows = []
    for n, source in enumerate(briefing.sources, 1):
        found = cited(briefing, source)
        said = tr("{cited} of {total} paragraphs cited", cited=len(found), total=f"{source.paragraphs:,}")
        left = [str(each) for each in range(1, source.paragraphs + 1) if each not in found]
        rest = tr(" Not cited: {paragraphs}.", paragraphs=", ".join(left)) if left else ""
        rows.append(
            {
                "name": pen.short(source.publisher, META[1]) if len(briefing.sources) > 1 else "",
                "number": str(n),
                "cited": [each in found for each in range(1, min(source.paragraphs, 400) + 1)],
                "said": said,
                "alternative": pen.alternative(f"{source.publisher}: {said}.{rest}"),
            }
        )
    return {"heading": heading, "label": heading.upper(), "rows": rows}


def record(briefing: Briefing, pen: Pen) -> Data:
    """Return where the briefing comes from and what happened to it."""
    rows = [{"name": tr("Review"), "text": _review(briefing)}]
    if rules := sorted({item.origin for _, item in items(briefing) if item.origin}):
        n = sum(1 for _, item in items(briefing) if (item.origin or "").startswith("rule:"))
        if n:
            rows.insert(0, {"name": tr("Draft"), "text": ntr("{n} item by rule", "{n} items by rule", n)})
        elif "person" in rules:
            rows.insert(0, {"name": tr("Draft"), "text": tr("made by hand")})
    for n, source in enumerate(briefing.sources, 1):
        name = tr("Source {n}", n=n) if len(briefing.sources) > 1 else tr("Source")
        parts = [source.rating and tr("rated {rating}", rating=source.rating), source.descriptor]
        parts += [tr("{cleaning}, {digest}…", cleaning=source.cleaning, digest=source.digest[:19])]
        if source.retrieved:
            retrieved = date_words.day_in_words(dates.parse_day(source.retrieved))
            parts.append(tr("retrieved {date}", date=retrieved))
        rows.append({"name": name, "text": pen.line(" · ".join(part for part in parts if part))})
    said = tr(
        "This PDF holds {name}. Opened in the program, every line leads to its passage again.",
        name=briefing.id + SUFFIX,
    )
    rows.append({"name": tr("Data"), "text": said})
    return {"heading": tr("Record"), "label": tr("Record").upper(), "rows": rows}


def _review(briefing: Briefing) -> str:
    signed = briefing.signed_off
    if signed is None:
        return review_line(briefing)
    on = date_words.day_in_words(dates.parse_day(signed.on))
    return tr("{line}; signed off by {by}, {date}", line=review_line(briefing), by=signed.by, date=on)
