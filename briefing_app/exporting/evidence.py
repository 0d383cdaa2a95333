"""What stands behind the lines: the words of the source for each item, and which paragraphs are cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.agreements import Agreement
from briefing_app.model.briefing import Briefing, items
from briefing_app.model.items import BottomLine, Finding, Gap, Item
from briefing_app.model.meetings import Event, Meeting
from briefing_app.model.opcon import Approach, Condition, Stage, Transfer
from briefing_app.model.outline import chips, cited, kind_word, proof
from briefing_app.model.parties import chip
from briefing_app.model.people import Participant
from briefing_app.model.source_words import source_name
from briefing_app.model.sources import Difference
from briefing_app.model.tracker import stage_line, state_word
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.exporting.options import Options
    from briefing_app.exporting.pen import Data, Pen
    from briefing_app.model.evidence import Passage

MOST_ITEM = 100
MOST_QUOTED = 200
# An item's passages stand in one block that no page tears; one with more goes on in a block of its own.
MOST_TOGETHER = 8
# Blocks that a coverage strip draws; beyond them the figures say it.
MOST_BLOCKS = 400


def table(briefing: Briefing, options: Options, pen: Pen) -> Data:
    """Return the evidence table: a row for each item, in it a line for each of its passages."""
    found = [item for _, item in items(briefing) if item.review.state != "rejected" and proof(item)]
    columns = (tr("No."), tr("Item"), tr("Words in the source, shortened"), tr("State"), tr("Par."))
    return {
        "heading": tr("Evidence"),
        "title": tr("Each line and the words behind it"),
        "columns": columns,
        "rows": [
            row for n, item in enumerate(found, 1) for row in _rows(briefing, item, str(n), options, pen)
        ],
    }


def _rows(briefing: Briefing, item: Item, number: str, options: Options, pen: Pen) -> Iterator[Data]:
    codes = chips(briefing, item) if isinstance(item, Agreement) else ()
    every = proof(item)
    for start in range(0, len(every), MOST_TOGETHER):
        yield {
            "number": number,
            "kind": item.kind if isinstance(item, Agreement) else "",
            "part": part_of(item),
            "chips": [pen.line(chip(code)) for code in codes],
            "item": pen.plain(words_of(item), MOST_ITEM),
            "passages": [
                {
                    "words": pen.short(_quoted(passage), MOST_QUOTED),
                    "state": _state(passage, options),
                    "marks": pen.of_passages(briefing, (passage,)),
                }
                for passage in every[start : start + MOST_TOGETHER]
            ],
        }


def part_of(item: Item) -> str:
    """Return the word for what kind of line an item is."""
    if isinstance(item, Agreement):
        return kind_word(item.kind)
    names: tuple[tuple[type[Item], str], ...] = (
        (BottomLine, tr("Bottom line")),
        (Event, tr("Event")),
        (Participant, tr("Participant")),
        (Meeting, tr("Meeting")),
        (Approach, tr("Approach")),
        (Transfer, tr("Transfer")),
        (Stage, tr("Stage")),
        (Condition, tr("Condition")),
        (Finding, tr("Fact")),
        (Difference, tr("Difference")),
        (Gap, tr("Gap")),
    )
    return next((name for kind, name in names if isinstance(item, kind)), "")


def words_of(item: Item) -> str:
    """Return an item as one line, in Markdown where the item has it."""
    if isinstance(item, Stage):
        return f"{item.stage} {state_word(item.state)}: {stage_line(item)}".rstrip(": ")
    if isinstance(item, Transfer):
        return item.note or tr("Date of the transfer")
    for key in ("statement", "title", "name", "about", "text"):
        if found := vars(item).get(key):
            return str(found)
    return item.id


def _quoted(passage: Passage) -> str:
    """Return a passage's first and last words, twelve at most, in quotation marks."""
    words = f"{passage.start} … {passage.end}" if passage.end else passage.start
    return tr("“{words}”", words=words)


def _state(passage: Passage, options: Options) -> str:
    state = options.states.get(passage, "unchecked") if options.states is not None else "unchecked"
    return {
        "verified": tr("verified"),
        "moved": tr("moved"),
        "changed": tr("changed"),
        "missing": tr("missing"),
        "unchecked": tr("unchecked"),
    }[state]


def coverage(briefing: Briefing, pen: Pen) -> Data:
    """Return for each source which of its paragraphs are cited."""
    rows = []
    several = len(briefing.sources) > 1
    for n, source in enumerate(briefing.sources, 1):
        found = cited(briefing, source)
        said = tr("{cited} of {total} paragraphs cited", cited=len(found), total=f"{source.paragraphs:,}")
        blocks = range(1, min(source.paragraphs, MOST_BLOCKS) + 1)
        left = ", ".join(str(each) for each in blocks if each not in found)
        rest = tr("Not cited: {paragraphs}.", paragraphs=left) if left else ""
        rows.append(
            {
                "name": pen.short(source_name(source), MOST_ITEM) if several else "",
                "number": str(n) if several else "",
                "cited": [each in found for each in blocks],
                "said": said,
                "alternative": pen.alternative(f"{source_name(source)}: {said}. {rest}".rstrip()),
            }
        )
    return {
        "heading": tr("Coverage of the sources") if several else tr("Coverage of the source"),
        "rows": rows,
    }
