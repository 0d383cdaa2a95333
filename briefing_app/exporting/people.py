"""The people on paper: who attended, who observed, and apart from them who is only mentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.exporting.pen import META, Data, Pen
from briefing_app.model.by_hand import lacking
from briefing_app.model.outline import attending, mentioned, party_name, post, side_count_words, side_counts
from briefing_app.model.parties import chip
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from briefing_app.exporting.drops import Drops
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.people import Participant

MOST_SIDES = 12
# So many stand one below the other; more stand in columns, one a side.
FEW = 4


def participants(briefing: Briefing, pen: Pen, drops: Drops) -> Data:
    """Return those who attended, in full and as counts per side."""
    people = attending(briefing)
    gone = drops.gone("participants")
    grouped = len(people) > FEW
    return {
        "heading": tr("Participants"),
        "none": ""
        if people
        else lacking(
            briefing,
            named=tr("The source names no participant."),
            entered=tr("No participant has been entered."),
        ),
        "people": [] if gone else [_person(briefing, each, pen, grouped=grouped) for each in people],
        "sides": _sides(briefing, people, pen) if grouped and not gone else [],
        "counts": _counts(briefing, pen),
        "more": tr("names in the full brief"),
        "until": drops.until("participants"),
    }


def _counts(briefing: Briefing, pen: Pen) -> list[Data]:
    """Return how many attended for each side, then the observers."""
    every = side_counts(briefing)
    sides = [
        {"chip": pen.line(each.chip) if each.side else "", "text": side_count_words(each)}
        for each in every[:MOST_SIDES]
    ]
    if left := sum(each.people for each in every[MOST_SIDES:]):
        sides.append({"chip": "", "text": tr("other sides: {n}", n=f"{left:,}")})
    if observers := sum(each.capacity == "observer" for each in attending(briefing)):
        sides.append({"chip": "", "text": ntr("{n} observer", "{n} observers", observers)})
    return sides


def _sides(briefing: Briefing, people: tuple[Participant, ...], pen: Pen) -> list[Data]:
    """Return who attended side by side, as places in `people`; then who has no side, and who observed."""
    groups: dict[tuple[int, str], list[int]] = {}
    for n, each in enumerate(people):
        rank = 2 if each.capacity == "observer" else 0 if each.side else 1
        groups.setdefault((rank, "" if rank else each.side or ""), []).append(n)
    names = ("", tr("Side not stated"), tr("Observers"))
    return [
        {
            "chip": pen.line(chip(code)) if code else "",
            "name": pen.short(party_name(briefing, code), META[1]) if code else names[rank],
            "people": numbers,
        }
        for (rank, code), numbers in sorted(groups.items(), key=lambda group: group[0][0])
    ]


def _person(briefing: Briefing, each: Participant, pen: Pen, *, grouped: bool = False) -> Data:
    return {
        "chip": pen.line(chip(each.side)) if each.side else "",
        "name": pen.text(each.name, META),
        "role": pen.text(role(each, grouped=grouped), META),
        "inferred": bool({"role", "side", "organisation"} & set(each.inferred)),
        "marks": pen.of_item(briefing, each, 2),
    }


def role(each: Participant, *, grouped: bool = False) -> str:
    """Return what a person is: acting, post, body, other spellings, and that they only observed.

    Args:
        each: the person.
        grouped: they stand under a heading that says who observed.
    """
    parts = [post(each), each.organisation or ""]
    if each.capacity == "observer" and not grouped:
        parts.append(tr("observer"))
    if each.other_names:
        parts.append(tr("also {names}", names=", ".join(each.other_names)))
    return ", ".join(part for part in parts if part)


def mentioned_only(briefing: Briefing, pen: Pen) -> Data | None:
    """Return those whom the sources only mention, None where there are none."""
    people = mentioned(briefing)
    if not people:
        return None
    return {
        "heading": tr("Mentioned only"),
        "inferred": tr("inferred"),
        "people": [_person(briefing, each, pen) for each in people],
    }
