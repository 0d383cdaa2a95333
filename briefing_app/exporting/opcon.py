"""The OPCON transition on paper: stages, conditions, facts. Agreements on it stand once, under Agreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.exporting.agreements import item_marking
from briefing_app.exporting.drops import Drops, finding, note
from briefing_app.exporting.pen import ITEM, META, Data, Pen
from briefing_app.model.outline import shown
from briefing_app.model.tracker import StageRow, condition_word, description, rows, tracks, transfer_dates
from briefing_app.words import tr

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.opcon import Condition, Opcon, Transfer

# Stages that were held: what comes before the next is done, so the line to it is drawn through.
DONE = ("verified", "assessed")


def opcon(briefing: Briefing, pen: Pen, drops: Drops) -> Data | None:
    """Return the panel, None where the sources say nothing of the transition."""
    found = briefing.opcon
    if found is None:
        return None
    return {
        "heading": tr("OPCON transition"),
        "alternative": pen.alternative(description(found)),
        "approach": _approach(briefing, found, pen, drops),
        "transfer": _transfer(briefing, found.transfer, pen, drops),
        "tracks": _tracks(briefing, found, pen, drops),
        "conditions": [
            _condition(briefing, each, pen, drops)
            for each in shown(found.conditions)
            if not drops.gone(f"condition:{each.id}")
        ],
        "findings": [
            {
                "text": pen.rich(each.text, ITEM),
                "marks": pen.of_item(briefing, each),
                "marking": item_marking(briefing, each, pen),
                "until": drops.until(finding(each)),
            }
            for each in shown(found.findings)
            if not drops.gone(finding(each))
        ],
    }


def _approach(briefing: Briefing, found: Opcon, pen: Pen, drops: Drops) -> Data | None:
    each = found.approach
    if each is None or each.review.state == "rejected" or drops.gone(f"approach:{each.id}"):
        return None
    return {
        "text": pen.text(each.text, META),
        "marks": pen.of_item(briefing, each),
        "marking": item_marking(briefing, each, pen),
        "until": drops.until(f"approach:{each.id}"),
    }


def _transfer(briefing: Briefing, each: Transfer | None, pen: Pen, drops: Drops) -> Data | None:
    if each is None or each.review.state == "rejected":
        return None
    return {
        "word": tr("Transfer"),
        "text": pen.text(transfer_dates(each), META),
        "note": _note(each.note, note(each), pen, drops),
        "marks": pen.of_item(briefing, each),
        "marking": item_marking(briefing, each, pen),
        "until": drops.until(f"transfer:{each.id}"),
    }


def _tracks(briefing: Briefing, found: Opcon, pen: Pen, drops: Drops) -> list[Data]:
    every = tracks(found)
    return [
        {
            "name": pen.text(track.name or tr("Whole force"), META) if len(every) > 1 or track.name else "",
            "rows": [_stage(briefing, row, pen, drops) for row in rows(track)],
            "until": drops.until(f"track:{n}"),
        }
        for n, track in enumerate(every)
        if not drops.gone(f"track:{n}")
    ]


def _stage(briefing: Briefing, row: StageRow, pen: Pen, drops: Drops) -> Data:
    key = note(row.item) if row.item else ""
    return {
        "code": row.code,
        "sign": row.sign,
        "word": row.word,
        "line": pen.text(row.line, META) if row.line else "",
        "note": _note(row.note, key, pen, drops),
        "history": [] if drops.gone(key) else [pen.text(line, META) for line in row.history],
        "until": drops.until(key),
        "marks": pen.of_item(briefing, row.item) if row.item else pen.no_marks(),
        "marking": item_marking(briefing, row.item, pen) if row.item else None,
        "done": row.sign in DONE,
    }


def _note(text: str | None, key: str, pen: Pen, drops: Drops) -> Data | None:
    if not text or drops.gone(key):
        return None
    return {"text": pen.text(text, META), "until": drops.until(key)}


def _condition(briefing: Briefing, each: Condition, pen: Pen, drops: Drops) -> Data:
    return {
        "number": str(each.number) if each.number else "",
        "text": pen.text(each.text, META),
        "word": condition_word(each),
        "met": each.state == "met",
        "marks": pen.of_item(briefing, each),
        "marking": item_marking(briefing, each, pen),
        "until": drops.until(f"condition:{each.id}"),
    }
