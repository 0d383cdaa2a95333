"""The agreements on paper: by kind, in falling weight of commitment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.exporting.pen import ITEM, Data, Pen
from briefing_app.model.agreements import KINDS, Agreement
from briefing_app.model.by_hand import lacking
from briefing_app.model.inferring import parties_inferred
from briefing_app.model.outline import chips, groups, kind_meaning, kind_word
from briefing_app.model.parties import chip
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from briefing_app.exporting.drops import Drops
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.items import Item, Marking


def agreements(briefing: Briefing, pen: Pen, drops: Drops) -> Data:
    """Return the section, with the words for each number of agreements that may be dropped."""
    found = groups(briefing)
    total = sum(len(group) for _, group in found)
    gone = sum(drops.gone(f"agreement:{each.id}") for _, group in found for each in group)
    return {
        "heading": tr("Agreements"),
        "none": ""
        if total
        else lacking(
            briefing, named=tr("The source names no agreement."), entered=tr("No agreement has been entered.")
        ),
        "dropped": gone,
        "counts": [_count(total, n) for n in range(gone, total + 1 if drops.steps else gone + 1)],
        "groups": [
            {
                "kind": kind,
                "word": kind_word(kind),
                "items": [
                    _agreement(briefing, each, pen, drops)
                    for each in group
                    if not drops.gone(f"agreement:{each.id}")
                ],
            }
            for kind, group in found
        ],
    }


def _agreement(briefing: Briefing, each: Agreement, pen: Pen, drops: Drops) -> Data:
    return {
        "chips": [pen.line(chip(code)) for code in chips(briefing, each)],
        "text": pen.rich(each.statement, ITEM),
        "inferred": parties_inferred(briefing, each),
        "marks": pen.of_item(briefing, each),
        "marking": item_marking(briefing, each, pen),
        "until": drops.until(f"agreement:{each.id}"),
    }


def item_marking(briefing: Briefing, item: Item, pen: Pen) -> Data | None:
    """Return an item's own marking where it is not that of the whole."""
    if item.marking is None or item.marking == briefing.marking:
        return None
    return label_of(item.marking, pen)


def label_of(marking: Marking, pen: Pen) -> Data:
    """Return a marking as the templates take it; what it is drawn in depends on the label alone."""
    return {
        "scheme": marking.scheme,
        "label": pen.short(marking.label, 40),
        "caveat": pen.short(marking.caveat, 110) if marking.caveat else "",
    }


def _count(total: int, dropped: int) -> str:
    if not total:
        return ""
    if not dropped:
        return ntr("{n} item, by weight of commitment", "{n} items, by weight of commitment", total)
    left = ntr("{n} more in the full brief", "{n} more in the full brief", dropped)
    return tr("{shown} of {total} · {left}", shown=f"{total - dropped:,}", total=f"{total:,}", left=left)


def kinds_legend() -> list[Data]:
    """Return what the signs of the kinds mean."""
    return [
        {"kind": kind, "text": tr("{word}: {meaning}", word=kind_word(kind), meaning=kind_meaning(kind))}
        for kind in KINDS
    ]
