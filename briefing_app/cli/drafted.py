"""A draft in lines, panel by panel: what each item says, whose it is, and where it stands in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.passages import locate
from briefing_app.model.evidence import fold
from briefing_app.model.markup import plain_text, rich_text
from briefing_app.model.outline import (
    ahead,
    attending,
    certainty_word,
    date_text,
    groups,
    kind_word,
    marks,
    meeting_parts,
    mentioned,
    other_meetings,
    others_heading,
    outcome_word,
)
from briefing_app.model.parties import chip
from briefing_app.model.tracker import condition_word, stage_line, state_word
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.items import Item
    from briefing_app.model.meetings import Meeting
    from briefing_app.model.opcon import Opcon
    from briefing_app.model.people import Participant

Row = tuple[str, str, str]  # the sign in words, what is said, the paragraphs
_INDENT = "  "


def lines_of(briefing: Briefing, paragraphs: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a draft: a heading for each panel that it has, a line for each item.

    Args:
        briefing: the draft.
        paragraphs: the article that it was made from.
    """
    panels = (
        (tr("Event"), _event(briefing)),
        (tr("Bottom line"), _bottom_line(briefing)),
        (tr("Participants"), [_person(briefing, each) for each in attending(briefing)]),
        (tr("OPCON transition"), list(_opcon(briefing, briefing.opcon)) if briefing.opcon else []),
        (tr("Meetings ahead"), [_meeting(briefing, each) for each in ahead(briefing)]),
        (tr("Agreements"), list(_agreements(briefing))),
        (others_heading(briefing), [_meeting(briefing, each) for each in other_meetings(briefing)]),
        (tr("Background"), [_row(briefing, each, "", _plain(each.text)) for each in briefing.background]),
        (tr("Not in the source"), [("", each.text, "") for each in briefing.gaps]),
        (tr("Mentioned only"), [_person(briefing, each) for each in mentioned(briefing)]),
    )
    for heading, rows in panels:
        yield from _panel(heading, rows)
    yield from _unused(briefing, paragraphs)


def _panel(heading: str, rows: list[Row]) -> Iterator[str]:
    if not rows:
        return
    yield heading
    wide = max(len(sign) for sign, _, _ in rows)
    for sign, words, where in rows:
        parts = (sign.ljust(wide) if wide else "", words, where)
        yield _INDENT + "  ".join(part for part in parts if part).rstrip()
    yield ""


def _unused(briefing: Briefing, paragraphs: Sequence[str]) -> Iterator[str]:
    n = len(briefing.unused)
    if not n:
        yield tr("Not used: no sentence with a cue was left over.")
        return
    yield ntr("Not used: {n} sentence", "Not used: {n} sentences", n)
    for each in briefing.unused:
        at = locate(each.passage, paragraphs)
        words = fold(paragraphs[at.paragraph - 1])[at.start : at.end] if at.paragraph else each.passage.start
        yield f"{_INDENT}{words}  ({each.cue})  ¶{each.passage.paragraph}"


def _row(briefing: Briefing, item: Item, sign: str, words: str) -> Row:
    return sign, words, " ".join(mark.text for mark in marks(briefing, item))


def _event(briefing: Briefing) -> list[Row]:
    event = briefing.event
    if event is None:
        return []
    parts = (event.name, date_text(event.when), event.place or "", _chips(event.parties))
    return [_row(briefing, event, "", _joined(parts))]


def _bottom_line(briefing: Briefing) -> list[Row]:
    return [_row(briefing, briefing.bottom_line, "", _plain(briefing.bottom_line.text))]


def _person(briefing: Briefing, person: Participant) -> Row:
    words = {
        "head": tr("head"),
        "member": tr("member"),
        "observer": tr("observer"),
        "mentioned": tr("mentioned"),
    }
    side = chip(person.side) if person.side else tr("side not stated")
    said = ", ".join(part for part in (person.name, person.role or "", person.organisation or "") if part)
    return _row(briefing, person, f"{words[person.capacity]:<9} {side}", said)


def _agreements(briefing: Briefing) -> Iterator[Row]:
    for kind, found in groups(briefing):
        for each in found:
            sign = f"{kind_word(kind):<10} {_chips(each.parties)}".rstrip()
            yield _row(briefing, each, sign, _plain(each.statement))


def _meeting(briefing: Briefing, meeting: Meeting) -> Row:
    sign = outcome_word(meeting) or certainty_word(meeting.certainty)
    said = (meeting.title, *(part.text for part in meeting_parts(meeting)), _chips(meeting.participants))
    return _row(briefing, meeting, sign, _joined(said))


def _opcon(briefing: Briefing, opcon: Opcon) -> Iterator[Row]:
    if opcon.approach:
        yield _row(briefing, opcon.approach, tr("approach"), opcon.approach.text)
    if opcon.transfer:
        dates = (opcon.transfer.when or opcon.transfer.due,)
        yield _row(briefing, opcon.transfer, tr("transfer"), _joined(date_text(each) for each in dates))
    for track in opcon.tracks:
        for stage in track.stages:
            sign = _joined((track.name or "", stage.stage))
            yield _row(briefing, stage, sign, _joined((state_word(stage.state), stage_line(stage))))
    for condition in opcon.conditions:
        sign = tr("condition {n}", n=condition.number) if condition.number else tr("condition")
        yield _row(briefing, condition, sign, _joined((condition.text, condition_word(condition))))
    for finding in opcon.findings:
        yield _row(briefing, finding, tr("finding"), _plain(finding.text))


def _chips(parties: Iterable[str]) -> str:
    return " ".join(chip(code) for code in parties)


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)


def _plain(text: str) -> str:
    return " ".join(plain_text(rich_text(text)).split())
